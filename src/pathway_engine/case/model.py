"""A client's case: always the fold of its journal, never more than what is open now.

What has ended (a completed handover, a task done, a service closed) leaves the case and stays in the journal, so a
case does not grow with its history. No value here is personal in clear: sealed fields are held by name and by the
number of the event that keeps them.
"""

from __future__ import annotations

__all__ = [
    "Case",
    "Closure",
    "HandoverHeld",
    "Holder",
    "Permit",
    "Prohibition",
    "RecordHeld",
    "Running",
    "Task",
    "Track",
    "Waiting",
    "oldest_first",
]

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, Protocol, TypeVar

from attrs import field, frozen

from pathway_engine.case.events import Coded

HandoverStatus = Literal["requested", "agreed", "accepted", "met"]


@frozen(kw_only=True)
class Holder:
    """Who answers: an organisation, in a role, and the worker (a pseudonym) when one is named."""

    organisation: str
    role: str
    worker: str = ""


@frozen(kw_only=True)
class RecordHeld:
    """The record of a type that counts now.

    Args:
        seq: Number of the event that made it.
        coded: Values kept in clear.
        sealed: Sealed field -> number of the event that keeps its value.
        used: True once a move has relied on it; a requirement that asks for a fresh one then asks for another.
    """

    seq: int
    record: str
    coded: Mapping[str, Coded]
    sealed: Mapping[str, int]
    occurred_on: date
    role: str
    organisation: str
    digest: str
    used: bool = False

    def holds(self, name: str) -> bool:
        """Tell whether the field is filled in, in clear or sealed."""
        return name in self.coded or name in self.sealed

    def relied_on(self) -> RecordHeld:
        """Give the same record after a move has relied on it."""
        # Nearly every move does: each value is named here, which is faster than copying by reflection.
        return RecordHeld(
            seq=self.seq,
            record=self.record,
            coded=self.coded,
            sealed=self.sealed,
            occurred_on=self.occurred_on,
            role=self.role,
            organisation=self.organisation,
            digest=self.digest,
            used=True,
        )


@frozen(kw_only=True)
class Permit:
    """A permit in force: `until` is its last day, None when it has none."""

    id: str
    kind: str
    recipient: str
    until: date | None
    records: tuple[str, ...]
    seq: int


@frozen(kw_only=True)
class Prohibition:
    """The client's ban on giving information to a recipient; of all records when `records` is empty."""

    id: str
    recipient: str
    records: tuple[str, ...]
    seq: int


@frozen(kw_only=True)
class HandoverHeld:
    """A warm handover that is under way (semantics §H2). `subject` is `case` or `service:<id>`."""

    id: str
    status: HandoverStatus
    subject: str
    trigger: str
    sender: str
    receiver: str
    receiver_role: str
    receiver_worker: str
    extract: tuple[str, ...]
    basis: str
    statute: str
    declinable: bool
    agreed_by: tuple[str, ...]
    reason: str
    waived: bool
    seq: int


@frozen(kw_only=True)
class Track:
    """One instance of a parallel service."""

    id: str
    kind: str
    state: str
    organiser: str
    provider: str
    seq: int
    law: str = ""


@frozen(kw_only=True)
class Running:
    """A time limit that runs. `missed` ones stay until they are met or dropped."""

    id: str
    rule: str
    due_on: date
    due_at: datetime
    anchored_on: date
    kind: str
    notify: tuple[str, ...]
    escalate_to: tuple[str, ...]
    service: str
    ends_on: date | None
    missed: bool
    seq: int


@frozen(kw_only=True)
class Task:
    """Something that a fact left to be done (semantics §M4)."""

    id: str
    trigger: str
    requirement: str
    owner: str
    due_on: date
    due_at: datetime
    seq: int


@frozen(kw_only=True)
class Waiting:
    """The client waits in a queue since an event."""

    queue: str
    since: date
    expected_on: date | None
    seq: int


@frozen(kw_only=True)
class Closure:
    """Why and when the case ended."""

    reason: str
    on: date
    seq: int


@frozen(kw_only=True, slots=False)
class Case:
    """One client's case, or a region's matter.

    Args:
        id: Random id; says nothing of the person.
        register: Controller in whose register the case lives.
        pathway, definition_version, digest: The definition it runs under.
        subject_kind: `client` or `region`.
        client: Pseudonym of the client; empty when the person is not identified.
        state: Flat id of the state, such as `coaching.job_search`.
        held: The state left when the case was put on hold; empty otherwise.
        pending_on: The day the matter became pending; chooses definition and dated rules.
        entered_on, entered_seq: The day, and the event, by which the case came to its state.
        last_moved_at: When the latest of the moves happened; only a fact may be stated for an earlier time.
        coordinator: Exactly one organisation, at every instant (promise 6).
        named: Role -> who holds it.
        participants: Organisations that take part besides.
        version: Number of the last event.
        recorded_at: Engine clock of the last event.
    """

    id: str
    register: str
    pathway: str
    definition_version: str
    digest: str
    subject_kind: str
    client: str
    state: str
    held: str = ""
    pending_on: date
    entered_on: date
    entered_seq: int
    last_moved_at: datetime
    coordinator: Holder
    named: Mapping[str, Holder] = field(factory=dict)
    participants: tuple[str, ...] = ()
    services: Mapping[str, Track] = field(factory=dict)
    records: Mapping[str, RecordHeld] = field(factory=dict)
    permits: Mapping[str, Permit] = field(factory=dict)
    prohibitions: Mapping[str, Prohibition] = field(factory=dict)
    handovers: Mapping[str, HandoverHeld] = field(factory=dict)
    deadlines: Mapping[str, Running] = field(factory=dict)
    tasks: Mapping[str, Task] = field(factory=dict)
    waiting: Mapping[str, Waiting] = field(factory=dict)
    flags: tuple[str, ...] = ()
    closed: Closure | None = None
    restricted: bool = False
    erased: bool = False
    version: int
    recorded_at: datetime

    @property
    def is_open(self) -> bool:
        """True until the case is closed, and again once it is reopened."""
        return self.closed is None

    def handover_of(self, subject: str) -> HandoverHeld | None:
        """Give the handover under way for `case` or `service:<id>`; there is at most one (§H3)."""
        for each in self.handovers.values():
            if each.subject == subject:
                return each
        return None


class _Numbered(Protocol):
    @property
    def seq(self) -> int:
        """Number of the event that made it."""


N = TypeVar("N", bound=_Numbered)


def oldest_first(held: Mapping[str, N]) -> list[N]:
    """Give what a case holds in the order of the events that made it.

    A case that was read from its snapshot holds the same things in another order; what is decided must not depend on
    it.
    """
    return sorted(held.values(), key=lambda each: each.seq)
