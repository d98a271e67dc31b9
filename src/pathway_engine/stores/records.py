"""What passes between the engine and a store: plain frozen records.

A store never sees a command, a machine or a key. Persons are pseudonyms, personal fields are ciphertext.
"""

from __future__ import annotations

__all__ = [
    "Append",
    "AppendConflict",
    "CaseRow",
    "Claim",
    "Claimed",
    "DeadlineRow",
    "DefinitionRow",
    "DisclosureEntry",
    "Entry",
    "Erasure",
    "Head",
    "HolderRow",
    "KeyHeld",
    "KeyRow",
    "Loaded",
    "Message",
    "Page",
    "Purge",
    "QueueKind",
    "Receipt",
    "Rewrap",
    "SetAside",
    "Tombstone",
    "UseEntry",
    "Wanted",
]

from datetime import date, datetime
from typing import Literal

from attrs import field, frozen

from pathway_engine.case.decision import Claim
from pathway_engine.errors import Conflict
from pathway_engine.journal.entry import Entry, Head
from pathway_engine.journal.register import Erasure
from pathway_engine.journal.tombstones import Tombstone
from pathway_engine.journal.uses import DisclosureEntry, UseEntry

QueueKind = Literal["deadlines", "messages"]


class AppendConflict(Conflict):
    """Nothing was written, because something changed since it was read: load, gather, decide and try again.

    Args:
        about: `version` (the case has moved on), `claim` (a shared limit is full) or `receipt` (the idempotency key
            has been used meanwhile).
        claim: The claim that was refused, when `about` is `claim`.
    """

    def __init__(self, about: Literal["version", "claim", "receipt"], claim: Claim | None = None) -> None:
        self.about = about
        self.claim = claim
        super().__init__(_CONFLICTS[about])


_CONFLICTS = {
    "version": "the case changed since it was read",
    "claim": "a shared limit is full",
    "receipt": "the idempotency key was used meanwhile",
}


# ── A case ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class CaseRow:
    """A case as it is now: what is asked of many cases at once, and the snapshot.

    Args:
        register: Controller in whose register the case lives.
        case_id: Random id.
        version: Number of the last entry.
        head: Hash of the last entry.
        snapshot: The whole case as canonical JSON; it can always be folded again from the journal.
        pathway: Name of the definition.
        definition_version: Its version.
        digest: Its digest.
        subject_kind: `client` or `region`.
        client: Pseudonym; empty when the client is not identified.
        state: Flat state.
        organisation: The organisation that coordinates: exactly one, always.
        role: Its role.
        worker: Pseudonym of its worker; empty when nobody is named.
        pending_on: The day the matter became pending.
        opened_at: Instant of the first entry.
        closed_on: Day of closing; None while the case is open.
        recorded_at: Engine clock of the last entry.
        mac: Over everything above, under the register's key (`stores.rows.row_mac`): an engine refuses a row that was
            altered by anybody who has not the key. Empty in rows that no engine is to read.
    """

    register: str
    case_id: str
    version: int
    head: str
    snapshot: str = field(repr=False)
    pathway: str
    definition_version: str
    digest: str
    subject_kind: str
    client: str
    state: str
    organisation: str
    role: str
    worker: str
    pending_on: date
    opened_at: datetime
    closed_on: date | None
    recorded_at: datetime
    mac: str = field(default="", repr=False)


@frozen(kw_only=True)
class DeadlineRow:
    """A time limit that runs. A missed one stays until it is met or dropped, and is not fired again."""

    id: str
    rule: str
    service: str
    due_on: date
    due_at: datetime
    missed: bool


@frozen(kw_only=True)
class HolderRow:
    """Somebody's part in a case; the one who coordinates is among them.

    Args:
        part: `coordinates`, `named` in a role, `participates`, `organises` or `provides` a service, or `receives` a
            handover.
        name: The role, service or handover; empty for a participant.
        organisation: The organisation.
        worker: Pseudonym of the worker; empty when nobody is named.
    """

    part: str
    name: str
    organisation: str
    worker: str


@frozen
class Message:
    """Tells the world outside that an event happened. It holds references, never personal fields (semantics §B2).

    The id is `case:seq`, the same at every attempt.
    """

    case_id: str
    seq: int
    type: str

    @property
    def id(self) -> str:
        """Stable id, by which a receiver knows a message it has had before."""
        return f"{self.case_id}:{self.seq}"


@frozen
class Receipt:
    """That a command took effect under an idempotency key (semantics §P4).

    Args:
        key: The caller's key, hashed under the register's key (`journal.keys.keyed`, domain `key`): it may name a
            person.
        fingerprint: The command, hashed likewise (domain `command`). The engine compares it: another one is an
            `IdempotencyConflict`.
        case_id: The case.
        first_seq: Number of the first event it brought.
        last_seq: Number of the last.
    """

    key: str
    fingerprint: str
    case_id: str
    first_seq: int
    last_seq: int


@frozen
class KeyRow:
    """The wrapped key of a case, and the id of the key that wrapped it."""

    key_id: str
    wrapped: bytes = field(repr=False)


@frozen
class Loaded:
    """What is read to decide one command.

    Args:
        row: The case; None when there is none.
        key: Its wrapped key; None when there is none, or it was destroyed.
        receipt: What the idempotency key has brought before; None when nothing.
        erased: True when the case's key was destroyed.
        replica: True when this was read from a copy that follows another store and may lag behind it: nothing is to be
            decided on it.
    """

    row: CaseRow | None = None
    key: KeyRow | None = None
    receipt: Receipt | None = None
    erased: bool = False
    replica: bool = False


@frozen(kw_only=True)
class KeyHeld:
    """The wrapped key of a case, with the case it belongs to."""

    register: str
    case_id: str
    key: KeyRow


@frozen(kw_only=True)
class Rewrap:
    """A case's key wrapped anew: `new` is to stand in the place of `old`, if that is still there."""

    register: str
    case_id: str
    old: KeyRow
    new: KeyRow


@frozen(kw_only=True)
class Purge:
    """That every row of a case is to be taken out but its log, with a tombstone in their place.

    Args:
        head: Where the case stood when it was found that it may be purged.
        purged_at: Engine clock.
        basis: Rule of retention that ran out, or what else it rests on.
        log: What is written to the case's log with it: that outlives the case, by its own policy.
    """

    head: Head
    purged_at: datetime
    basis: str
    log: tuple[UseEntry | DisclosureEntry, ...] = ()


# ── One write ──────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class Append:
    """Everything that one command writes, in one transaction.

    Args:
        head: Where the case stood when the command was decided; version 0 opens it.
        entries: New rows of the journal, numbered and chained on from `head`.
        row: The case after them.
        deadlines: Time limits that were armed, moved or missed.
        dropped: Ids of those that run no more.
        holders: All parts, when any of them changed; None when they did not.
        messages: For the outbox.
        claims: On shared limits.
        receipt: When the command carried an idempotency key.
        key: The wrapped key, when the case is opened.
        erasure: When the case's key is to be destroyed with this write.
        log: Uses and disclosures that come true with this write, or not at all.
    """

    head: Head
    entries: tuple[Entry, ...]
    row: CaseRow
    deadlines: tuple[DeadlineRow, ...] = ()
    dropped: tuple[str, ...] = ()
    holders: tuple[HolderRow, ...] | None = None
    messages: tuple[Message, ...] = ()
    claims: tuple[Claim, ...] = ()
    receipt: Receipt | None = None
    key: KeyRow | None = None
    erasure: Erasure | None = None
    log: tuple[UseEntry | DisclosureEntry, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check that the parts fit together: a store may rely on it.

        Raises:
            ValueError: The rows leave a gap, break the chain, or belong to another case.
        """
        home, seq, previous = (self.head.register, self.head.case_id), self.head.version, self.head.hash
        for entry in self.entries:
            seq += 1
            chained = entry.prev_hash == previous or seq == 1
            if (entry.register, entry.case_id) != home or entry.seq != seq or not chained:
                raise ValueError(f"entry {entry.seq} does not follow version {seq - 1} of its case")
            previous = entry.hash
        state = (self.row.register, self.row.case_id, self.row.version, self.row.head)
        if not self.entries or state != (*home, seq, previous):
            raise ValueError("the row of a case must be the case after the last of its new entries")


# ── Answers ──────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class Claimed:
    """A due deadline or an unsent message, lent to one worker until its lease ends.

    Args:
        kind: `deadlines` or `messages`.
        register, case_id: The case.
        id: The deadline's id, or the message's `case:seq`.
        type: The deadline's rule, or the type of the event.
        seq: Number of the event; 0 for a deadline.
        due_at: When the deadline was due; None for a message.
        attempts: How often it has failed before.
        token: Drawn afresh with each lending: a worker whose lease ran out holds an old one, and is turned away.
    """

    kind: QueueKind
    register: str
    case_id: str
    id: str
    type: str
    seq: int
    due_at: datetime | None
    attempts: int
    token: str


@frozen(kw_only=True)
class SetAside:
    """A deadline or a message that failed too often: nobody is lent it until somebody has released it.

    Args:
        kind: `deadlines` or `messages`.
        register, case_id: The case.
        id: The deadline's id, or the message's `case:seq`.
        type: The deadline's rule, or the type of the event.
        seq: Number of the event; 0 for a deadline.
        since: When it was set aside.
        attempts: How often it had failed by then.
    """

    kind: QueueKind
    register: str
    case_id: str
    id: str
    type: str
    seq: int
    since: datetime
    attempts: int

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Where it stands in the list of its kind."""
        return self.register, self.case_id, self.seq, "" if self.seq else self.id


@frozen
class DefinitionRow:
    """The text of a definition, by its digest."""

    digest: str
    name: str
    version: str
    text: str = field(repr=False)


@frozen
class Page:
    """Cases, by case id. `after` asks for the next page; None when this was the last."""

    rows: tuple[CaseRow, ...]
    after: str | None


@frozen(kw_only=True)
class Wanted:
    """Which cases to list. None means any.

    Args:
        state: Flat state.
        worker: Pseudonym of a worker with any part in the case.
        organisation: Organisation with any part in the case.
        coordinator: Organisation that coordinates.
        client: Pseudonym of the client.
        digest: Definition they run under.
        is_open: True for open cases, False for closed ones.
        due_before: Cases with a time limit that is not missed yet and is due before this instant.
    """

    state: str | None = None
    worker: str | None = None
    organisation: str | None = None
    coordinator: str | None = None
    client: str | None = None
    digest: str | None = None
    is_open: bool | None = None
    due_before: datetime | None = None
