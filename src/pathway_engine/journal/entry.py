"""A numbered row of a journal, exactly as it is kept and hashed."""

from __future__ import annotations

__all__ = ["Entry", "Head"]

from attrs import field, frozen


@frozen(kw_only=True)
class Entry:
    """One event as stores keep it. Texts are canonical JSON or canonical instants, the same bytes in every store.

    Args:
        register: Controller in whose register the case lives.
        case_id: The case.
        seq: 1, 2, 3 … within the case.
        type, type_version: The event's type in the catalogue of events.
        occurred_at, recorded_at: Instants, as `canonical.instant` writes them.
        actor: Who did it, as JSON; persons are pseudonyms.
        digest: The definition it was decided under.
        body: What happened, as JSON; coded values only.
        sealed: Ciphertext of the personal fields; None when there are none.
        sealed_names: Names of those fields, sorted.
        receipt: Mark of the receipt of the command that brought it (`chain.receipt_mark`); empty when that had no key.
        prev_hash, hash: The chain; hexadecimal SHA-256 (see `chain`).
    """

    register: str
    case_id: str
    seq: int
    type: str
    type_version: int
    occurred_at: str
    recorded_at: str
    actor: str
    digest: str
    body: str
    sealed: bytes | None = field(repr=False)
    sealed_names: tuple[str, ...]
    prev_hash: str
    hash: str
    receipt: str = ""


@frozen
class Head:
    """Where the journal of a case stands: what the next entry follows.

    Args:
        register: Controller in whose register the case lives.
        case_id: The case.
        version: Number of the last entry; 0 for a case that is not opened yet.
        hash: Hash of the last entry; empty for a case that is not opened yet.
    """

    register: str
    case_id: str
    version: int = 0
    hash: str = ""
