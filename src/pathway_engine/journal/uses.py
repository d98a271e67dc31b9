"""The logs of use and disclosure: who used a case's data, and to whom they were passed (faults 4.2, promise 7).

Each case has one log, apart from its journal: append-only and chained. The hash of an entry is SHA-256 over the
canonical JSON of

    {"case": …, "entry": …, "format": 1, "kind": "use" or "disclosure", "number": …, "prev": …, "register": …}

where `entry` is the kept text, as a string. An entry says which data, never what they hold.
"""

from __future__ import annotations

__all__ = ["DisclosureEntry", "UseEntry", "log_genesis", "log_hash", "log_text", "read_log_text"]

from datetime import datetime
from hashlib import sha256

from attrs import frozen

from pathway_engine.errors import Unreadable
from pathway_engine.journal.canonical import canonical, canonical_text, parse_json
from pathway_engine.journal.entry import Head
from pathway_engine.journal.forms import from_plain, to_plain

LOG_FORMAT = 1


@frozen(kw_only=True)
class UseEntry:
    """That somebody used, or tried to use, the data of a case. It says which data, never their content.

    Args:
        at: Engine clock.
        action: What was done, such as `decide`, `steps`, `history` or `open`.
        subject: Pseudonym of the user.
        organisation: Where the user acted.
        role: In which role; empty when it was not allowed.
        purpose: Why.
        acting_for: Pseudonym of the person represented.
        agent: Software that acted.
        data: Names of the records or fields used.
        basis: What the use rested on.
        allowed: False for a refused attempt.
        seq: The entry it concerns; 0 for the case as a whole.
    """

    at: datetime
    action: str
    subject: str
    organisation: str
    role: str
    purpose: str
    acting_for: str = ""
    agent: str = ""
    data: tuple[str, ...] = ()
    basis: str = ""
    allowed: bool = True
    seq: int = 0


@frozen(kw_only=True)
class DisclosureEntry:
    """That records of a case were passed to another controller, or withheld.

    Args:
        at: Engine clock.
        discloser: Organisation that passed them.
        subject: Pseudonym of who did it; empty for the system.
        recipient: Organisation that received them.
        purpose: Why.
        basis: Permit, statute, request or emergency.
        records: Types of record.
        seq: The entry in the journal.
        overrides: The prohibition that a statute overrode, if one did.
        withheld: True when nothing was passed.
    """

    at: datetime
    discloser: str
    subject: str
    recipient: str
    purpose: str
    basis: str
    records: tuple[str, ...]
    seq: int
    overrides: str = ""
    withheld: bool = False


_KINDS: dict[str, type[UseEntry | DisclosureEntry]] = {"use": UseEntry, "disclosure": DisclosureEntry}


def log_text(entry: UseEntry | DisclosureEntry) -> tuple[str, str]:
    """Give an entry's kind and its text.

    Raises:
        ValueError: A value cannot be written canonically.
    """
    return "use" if isinstance(entry, UseEntry) else "disclosure", canonical_text(to_plain(entry))


def read_log_text(kind: str, text: str) -> UseEntry | DisclosureEntry:
    """Read an entry.

    Raises:
        Unreadable: The kind is not known, or the text does not have its form.
    """
    form = _KINDS.get(kind)
    if form is None:
        raise Unreadable("a log has entries of use and of disclosure, no others")
    return from_plain(parse_json(text), form)


def log_genesis(register: str, case_id: str) -> str:
    """Give the hash that the first entry of a case's log follows."""
    start = {"case": case_id, "format": LOG_FORMAT, "genesis": "pathway-engine log", "register": register}
    return sha256(canonical(start)).hexdigest()


def log_hash(head: Head, kind: str, text: str) -> str:
    """Work out the hash of the entry that follows `head`; its `version` is the number of the entry before."""
    return sha256(
        canonical(
            {
                "case": head.case_id,
                "entry": text,
                "format": LOG_FORMAT,
                "kind": kind,
                "number": head.version + 1,
                "prev": head.hash,
                "register": head.register,
            }
        )
    ).hexdigest()
