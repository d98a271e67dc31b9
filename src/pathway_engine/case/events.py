"""The event catalogue: everything that can have happened in a case.

Every event is a complete fact (semantics §E1): `evolve` needs nothing but the case and the event, no definition, no
calendar, no key. Names are past participles. A type is never changed once released: a new shape is a new `version`,
and the old one is read for ever. Fields hold coded values only. Personal fields travel beside the event, sealed; the
event names them in `sealed`.

Ids: `handover`, `task`, `permit`, `deadline` and `service` ids are unique within the case. Organisations and roles
are ids of the definition; a `worker` is a pseudonym that only the register's key can make. Dates are calendar days
in Finland; instants are aware and in UTC.
"""

from __future__ import annotations

__all__ = ["BODIES", "ActedBy", "Event"]

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from attrs import field, frozen

Coded = str | int | bool | tuple[str, ...]

BODIES: dict[tuple[str, int], type[Body]] = {}


@frozen(kw_only=True)
class Body:
    """What happened. Subclasses are listed in `BODIES` under their type and version."""

    type: ClassVar[str]
    version: ClassVar[int] = 1

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Enter the class in the catalogue."""
        super().__init_subclass__(**kwargs)
        BODIES[(cls.type, cls.version)] = cls


@frozen(kw_only=True)
class ActedBy:
    """Who did it, as the journal keeps it.

    Args:
        subject: Pseudonym of the person; empty for the system's own acts (deadlines).
        organisation: Id of the organisation the person acted in; empty for the client.
        role: The role in which the act was allowed.
        purpose: Purpose the host stated, such as `service` or `supervision`.
        acting_for: Pseudonym of the person represented (guardian, representative); empty otherwise.
        agent: Software that acted on the person's behalf; empty otherwise.
    """

    subject: str = ""
    organisation: str = ""
    role: str = ""
    purpose: str = "service"
    acting_for: str = ""
    agent: str = ""


@frozen(kw_only=True)
class Event:
    """One numbered fact in the journal of a case.

    Args:
        seq: 1, 2, 3 … without gap; the only order (semantics §E2).
        occurred_at: When it happened, as the person stated it; aware, UTC.
        recorded_at: The engine's clock; never decreases within a case; aware, UTC.
        actor: Who did it.
        digest: The definition it was decided under (64 hexadecimal digits).
        body: What happened.
        sealed: Names of the personal fields that belong to the event; their values are kept sealed.
    """

    seq: int
    occurred_at: datetime
    recorded_at: datetime
    actor: ActedBy
    digest: str
    body: Body
    sealed: tuple[str, ...] = ()


# ── The case and its movement ──────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class Opened(Body):
    """A case was opened; `pending_on` is the day the matter became pending and chooses the definition (§T2)."""

    type = "opened"
    pathway: str
    definition_version: str
    subject_kind: str
    client: str
    state: str
    pending_on: date
    organisation: str
    role: str
    worker: str = ""
    place: str = ""
    continues: str = ""


@frozen(kw_only=True)
class Moved(Body):
    """The case moved. `relied_on` tells which records the decision rested on (record -> seq)."""

    type = "moved"
    trigger: str
    from_: str
    to: str
    fact: bool = False
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    relied_on: Mapping[str, int] = field(factory=dict)
    holds: bool = False
    resumes: bool = False
    handover: str = ""


@frozen(kw_only=True)
class Acted(Body):
    """A move that leaves the case where it is, such as a review of the plan."""

    type = "acted"
    trigger: str
    state: str
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    relied_on: Mapping[str, int] = field(factory=dict)
    handover: str = ""


@frozen(kw_only=True)
class FlagRaised(Body):
    """A flag went up."""

    type = "flag_raised"
    flag: str


@frozen(kw_only=True)
class FlagLowered(Body):
    """A flag went down."""

    type = "flag_lowered"
    flag: str


@frozen(kw_only=True)
class StateCorrected(Body):
    """A wrong move was put right; both stay in the journal (§E3)."""

    type = "state_corrected"
    from_: str
    to: str
    corrects: int


@frozen(kw_only=True)
class Closed(Body):
    """The case ended for a coded reason. Ending is never final for the client: see `Reopened`."""

    type = "closed"
    reason: str


@frozen(kw_only=True)
class Reopened(Body):
    """A closed case goes on, as a matter pending since `pending_on`; the same journal continues (§M6)."""

    type = "reopened"
    pending_on: date
    organisation: str
    role: str
    worker: str = ""


@frozen(kw_only=True)
class Migrated(Body):
    """The case moved to another definition; every part says where it went (§O3)."""

    type = "migrated"
    from_digest: str
    to_digest: str
    definition_version: str
    state: str
    held: str = ""
    services: Mapping[str, str] = field(factory=dict)


# ── Records ────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class Recorded(Body):
    """A record was made. `sealed_fields` are the names of fields whose values are kept sealed (§D1)."""

    type = "recorded"
    record: str
    coded: Mapping[str, Coded] = field(factory=dict)
    sealed_fields: tuple[str, ...] = ()
    supplements: bool = False
    service: str = ""


@frozen(kw_only=True)
class RecordCorrected(Body):
    """A record was corrected: `corrects` is the seq of the one put right; the new values count (§E3)."""

    type = "record_corrected"
    record: str
    corrects: int
    coded: Mapping[str, Coded] = field(factory=dict)
    sealed_fields: tuple[str, ...] = ()


# ── Permits and prohibitions ───────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class PermitGiven(Body):
    """The client gave a permit to pass information; `until` is its last day."""

    type = "permit_given"
    permit: str
    kind: str
    recipient: str
    until: date | None = None
    records: tuple[str, ...] = ()
    wording: str = ""
    language: str = ""
    channel: str = ""


@frozen(kw_only=True)
class PermitWithdrawn(Body):
    """A permit was withdrawn; it holds for the next use, not for what was passed before."""

    type = "permit_withdrawn"
    permit: str


@frozen(kw_only=True)
class DisclosureForbidden(Body):
    """The client forbade giving information to a recipient (luovutuskielto)."""

    type = "disclosure_forbidden"
    prohibition: str
    recipient: str
    records: tuple[str, ...] = ()


@frozen(kw_only=True)
class ProhibitionLifted(Body):
    """The client took back a prohibition."""

    type = "prohibition_lifted"
    prohibition: str


# ── Responsibility ─────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class RoleNamed(Body):
    """Somebody was named in a role of this case."""

    type = "role_named"
    role: str
    organisation: str
    worker: str = ""


@frozen(kw_only=True)
class RoleEnded(Body):
    """Nobody holds the role any more."""

    type = "role_ended"
    role: str


@frozen(kw_only=True)
class CoordinationPassed(Body):
    """Another organisation coordinates from here on; there is exactly one at every instant (§H1)."""

    type = "coordination_passed"
    from_: str
    to: str
    role: str
    worker: str = ""
    handover: str = ""


@frozen(kw_only=True)
class ParticipantJoined(Body):
    """An organisation takes part in the case, such as the sender of a handover afterwards (§H4)."""

    type = "participant_joined"
    organisation: str


@frozen(kw_only=True)
class ParticipantLeft(Body):
    """An organisation takes part no more."""

    type = "participant_left"
    organisation: str


# ── Warm handover (§H) ─────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class HandoverRequested(Body):
    """A sender proposed a warm handover; nothing else changes yet."""

    type = "handover_requested"
    handover: str
    subject: str
    trigger: str
    sender: str
    receiver: str
    receiver_role: str
    receiver_worker: str = ""
    extract: tuple[str, ...] = ()
    basis: str = ""
    statute: str = ""
    declinable: bool = True
    agreed_by: tuple[str, ...] = ()
    reason: str = ""


@frozen(kw_only=True)
class HandoverAgreed(Body):
    """The client agreed, or waived the question; `told_to` is the role that wrote down the client's word."""

    type = "handover_agreed"
    handover: str
    waived: bool = False
    reason: str = ""
    told_to: str = ""


@frozen(kw_only=True)
class HandoverDeclined(Body):
    """The client does not want the handover; everything stays as it was."""

    type = "handover_declined"
    handover: str
    told_to: str = ""


@frozen(kw_only=True)
class HandoverAccepted(Body):
    """The receiver will take the client; the sender still coordinates."""

    type = "handover_accepted"
    handover: str
    worker: str = ""


@frozen(kw_only=True)
class HandoverMet(Body):
    """Client, sender and receiver met; remote counts (§H4)."""

    type = "handover_met"
    handover: str
    present: tuple[str, ...]
    remote: bool = False


@frozen(kw_only=True)
class HandoverCompleted(Body):
    """The receiver took the client. `without_meeting` says why there was no joint meeting, when not warm."""

    type = "handover_completed"
    handover: str
    warm: bool
    without_meeting: str = ""


@frozen(kw_only=True)
class HandoverReturned(Body):
    """The receiver gave the handover back; the state stays, visibly (§H3)."""

    type = "handover_returned"
    handover: str
    reason: str


@frozen(kw_only=True)
class HandoverCancelled(Body):
    """The sender or the client took the handover back, or a fact overtook it."""

    type = "handover_cancelled"
    handover: str
    reason: str


@frozen(kw_only=True)
class HandoverTransferred(Body):
    """The receiver was not competent and sent the request on; `successor` is the new handover (§H2)."""

    type = "handover_transferred"
    handover: str
    to: str
    successor: str


@frozen(kw_only=True)
class ExtractDisclosed(Body):
    """Records were passed to another organisation, on a basis that was valid at that moment (§B)."""

    type = "extract_disclosed"
    recipient: str
    records: Mapping[str, int]
    basis: str
    handover: str = ""
    overrides: str = ""


@frozen(kw_only=True)
class DisclosureWithheld(Body):
    """Records were not passed on, and why: no basis, or a prohibition (§B1)."""

    type = "disclosure_withheld"
    recipient: str
    records: tuple[str, ...]
    reason: str
    handover: str = ""


# ── Parallel services ──────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class ServiceOpened(Body):
    """A parallel service began. `service` names this one instance, `kind` the service of the definition."""

    type = "service_opened"
    service: str
    kind: str
    state: str
    organiser: str
    provider: str


@frozen(kw_only=True)
class ServiceMoved(Body):
    """A service moved; `ended` when its machine reached its end."""

    type = "service_moved"
    service: str
    trigger: str
    from_: str
    to: str
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    relied_on: Mapping[str, int] = field(factory=dict)
    ended: bool = False


@frozen(kw_only=True)
class ServiceEnded(Body):
    """A service was ended outright, with the case or by the one who answers for it."""

    type = "service_ended"
    service: str
    reason: str


@frozen(kw_only=True)
class ServicePassed(Body):
    """Another organisation provides the service from here on."""

    type = "service_passed"
    service: str
    from_: str
    to: str
    handover: str = ""


@frozen(kw_only=True)
class WaitingStarted(Body):
    """The client waits for a place; a queue is never a rejection."""

    type = "waiting_started"
    queue: str
    expected_on: date | None = None


@frozen(kw_only=True)
class WaitingEnded(Body):
    """The client waits no more."""

    type = "waiting_ended"
    queue: str
    reason: str = ""


# ── Deadlines and tasks ────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class DeadlineArmed(Body):
    """A time limit runs. `due_on` is its last day, `due_at` the instant after which it is missed."""

    type = "deadline_armed"
    deadline: str
    rule: str
    due_on: date
    due_at: datetime
    anchored_on: date
    kind: str
    notify: tuple[str, ...] = ()
    escalate_to: tuple[str, ...] = ()
    service: str = ""
    ends_on: date | None = None


@frozen(kw_only=True)
class DeadlineMet(Body):
    """What the time limit asked for was done; `late` when it had been missed."""

    type = "deadline_met"
    deadline: str
    late: bool = False


@frozen(kw_only=True)
class DeadlineMissed(Body):
    """The time limit passed. The named roles are told; nothing is blocked and nothing closes (§T3)."""

    type = "deadline_missed"
    deadline: str
    rule: str
    told: tuple[str, ...]
    escalated: bool = False


@frozen(kw_only=True)
class DeadlineDropped(Body):
    """The time limit no longer runs: its state was left, its service ended, or its handover was settled."""

    type = "deadline_dropped"
    deadline: str


@frozen(kw_only=True)
class DeadlineExtended(Body):
    """The time limit was moved, for a recorded reason (L5: special reasons)."""

    type = "deadline_extended"
    deadline: str
    due_on: date
    due_at: datetime
    reason: str


@frozen(kw_only=True)
class TaskSet(Body):
    """A fact was recorded although something was missing: somebody sees to it by a day (§M4)."""

    type = "task_set"
    task: str
    trigger: str
    requirement: str
    owner: str
    due_on: date
    due_at: datetime


@frozen(kw_only=True)
class TaskDone(Body):
    """What was missing has been supplied, or was found needless for a recorded reason."""

    type = "task_done"
    task: str
    reason: str = ""
    relied_on: Mapping[str, int] = field(factory=dict)


@frozen(kw_only=True)
class Warned(Body):
    """Agreed practice was not followed, or a worker has one case too many; the case goes on, and it is counted."""

    type = "warned"
    code: str
    about: str
    told: tuple[str, ...] = ()


# ── Data protection ────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class Restricted(Body):
    """Use of the case's data was restricted (GDPR art. 18)."""

    type = "restricted"
    reason: str


@frozen(kw_only=True)
class RestrictionLifted(Body):
    """Use of the case's data is free again."""

    type = "restriction_lifted"
    reason: str


@frozen(kw_only=True)
class Erased(Body):
    """The case's key was destroyed: what was sealed cannot be opened again; coded facts remain (§D2)."""

    type = "erased"
    basis: str
