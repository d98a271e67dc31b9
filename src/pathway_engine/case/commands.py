"""Commands: everything that can be asked of a case, each a value.

Every command carries who asks (`actor`), when it happened (`at`, when that is not now) and the caller's idempotency
key. Ids of things (moves, records, roles, organisations) may be given as ids or as labels in Finnish, Swedish or
English; `intake` turns them into ids.

Free text in `note` and the personal fields of a record are sealed: before a command is decided they are taken off
it, and only their names stay in `sealed`.
"""

from __future__ import annotations

__all__ = [
    "COMMANDS",
    "AcceptHandover",
    "Actor",
    "AnswerHandover",
    "CancelHandover",
    "Command",
    "CompleteTask",
    "Correct",
    "DeadlineDue",
    "EndRole",
    "EndService",
    "ExtendDeadline",
    "Forbid",
    "GivePermit",
    "JoinQueue",
    "LeaveQueue",
    "LiftProhibition",
    "LiftRestriction",
    "MeetHandover",
    "Migrate",
    "Move",
    "MoveService",
    "NameWorker",
    "Open",
    "OpenService",
    "ProposeHandover",
    "ReceiveHandover",
    "Record",
    "Restrict",
    "ReturnHandover",
    "TransferHandover",
    "WithdrawPermit",
]

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import ClassVar, Literal

from attrs import field, frozen

Value = str | int | bool | date | tuple[str, ...]

COMMANDS: dict[str, type[Command]] = {}


def _set(names: Iterable[str]) -> frozenset[str]:
    # One role may be given bare: `roles="client"` means one role, not six letters.
    return frozenset({names} if isinstance(names, str) else names)


@frozen(kw_only=True)
class Actor:
    """Who asks, as the host has authenticated them; there is no current user anywhere in the library.

    Args:
        subject: The person: an identity code or another id of the host's; kept only as a keyed pseudonym. Empty for
            the system.
        organisation: Organisation the person acts in; empty for a client.
        roles: Roles the person holds there.
        purpose: Why: `service` unless the host says otherwise.
        acting_for: The person represented, when a guardian or representative acts.
        agent: Software that acts on the person's behalf.
    """

    subject: str = field(default="", repr=False)
    organisation: str = ""
    roles: frozenset[str] = field(factory=frozenset, converter=_set)
    purpose: str = "service"
    acting_for: str = field(default="", repr=False)
    agent: str = ""


SYSTEM = Actor(roles={"system"}, purpose="deadline", agent="pathway-engine")
"""The engine's own actor: it tells that a deadline was missed, and nothing else."""


@frozen(kw_only=True)
class Command:
    """What is asked of a case.

    Args:
        case: Id of the case.
        actor: Who asks.
        at: When it happened, aware; now when left out. Never in the future (semantics §E2).
        key: The caller's idempotency key: the same key never takes effect twice (promise 2).
        note: Free text, sealed.
        sealed: Set by intake: names of the personal values that were taken off.
    """

    name: ClassVar[str] = ""
    case: str
    actor: Actor
    at: datetime | None = None
    key: str = ""
    note: str = field(default="", repr=False)
    sealed: tuple[str, ...] = ()

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Enter the class in the list of commands."""
        super().__init_subclass__(**kwargs)
        COMMANDS[cls.name] = cls


@frozen(kw_only=True)
class Open(Command):
    """Open a case: the first contact (R002).

    Args:
        pathway: Name of the pathway; the engine's only one when left out.
        client: Identity code or another id of the client; kept only as a keyed pseudonym. Empty when the client is
            not identified.
        pending_on: The day the matter became pending; today when left out.
        organisation: The organisation that coordinates from the start; the actor's when left out.
        worker: The worker who answers there.
        place: Place of recognition, such as a school (R016).
        continues: Id of an erased or earlier case of the same client.
    """

    name = "open"
    pathway: str = ""
    client: str = field(default="", repr=False)
    pending_on: date | None = None
    organisation: str = ""
    worker: str = field(default="", repr=False)
    place: str = ""
    continues: str = ""


@frozen(kw_only=True)
class Move(Command):
    """Make a move of the pathway; with a handover it is proposed, and happens when the receiver takes the client.

    Args:
        trigger: The move.
        reason: A reason of the move's catalogue; for closing, the outcome.
        agreed_by: Roles whose agreement this act records.
        receiver: Receiving organisation, for a move with a handover.
        receiver_worker: Worker who will receive.
        end_open: Reason for ending what is still open, when closing (§M6).
    """

    name = "move"
    trigger: str
    reason: str = ""
    agreed_by: frozenset[str] = field(factory=frozenset, converter=_set)
    receiver: str = ""
    receiver_worker: str = field(default="", repr=False)
    end_open: str = ""


@frozen(kw_only=True)
class Record(Command):
    """Make a record: a form, plan, assessment, decision, meeting or contact.

    Args:
        record: Type of record.
        fields: Field -> value.
        supplements: True adds to the record that counts now; False replaces it.
        service: The service it is made in, if any.
    """

    name = "record"
    record: str
    fields: Mapping[str, Value] = field(factory=dict, repr=False)
    supplements: bool = False
    service: str = ""


@frozen(kw_only=True)
class Correct(Command):
    """Put right a record, permit or the last move, by its number; both values stay in the journal (§E3).

    Args:
        seq: Number of the event that was wrong.
        fields: The right fields of a record; all of them.
        until: The right last day of a permit.
        to: The right state, for a wrong move.
    """

    name = "correct"
    seq: int
    fields: Mapping[str, Value] = field(factory=dict, repr=False)
    until: date | None = None
    to: str = ""


@frozen(kw_only=True)
class GivePermit(Command):
    """Write down the client's permit to pass information to a recipient.

    Args:
        kind: Kind of permit.
        recipient: Organisation.
        until: Last day, if any.
        records: Records it covers; all when left out.
        wording, language, channel: Evidence: hash of the wording shown, its language, and how it was given.
    """

    name = "give_permit"
    kind: str
    recipient: str
    until: date | None = None
    records: tuple[str, ...] = ()
    wording: str = ""
    language: str = ""
    channel: str = ""


@frozen(kw_only=True)
class WithdrawPermit(Command):
    """Withdraw a permit, by its id or its kind; it never undoes what was passed before."""

    name = "withdraw_permit"
    permit: str


@frozen(kw_only=True)
class Forbid(Command):
    """Write down that the client forbids giving information to a recipient (luovutuskielto)."""

    name = "forbid"
    recipient: str
    records: tuple[str, ...] = ()


@frozen(kw_only=True)
class LiftProhibition(Command):
    """Take back a prohibition."""

    name = "lift_prohibition"
    prohibition: str


@frozen(kw_only=True)
class NameWorker(Command):
    """Name who holds a role in this case."""

    name = "name_worker"
    role: str
    organisation: str = ""
    worker: str = field(default="", repr=False)


@frozen(kw_only=True)
class EndRole(Command):
    """End somebody's role in this case."""

    name = "end_role"
    role: str


@frozen(kw_only=True)
class ProposeHandover(Command):
    """Propose a warm handover of the case or of one service (semantics §H).

    Args:
        receiver: Receiving organisation.
        receiver_role: Role that receives.
        receiver_worker: Worker who will receive.
        service: Service to hand over; the case when left out.
        extract: Records to pass on.
        basis: Kind of permit the extract rests on.
    """

    name = "propose_handover"
    receiver: str
    receiver_role: str = "coordinator"
    receiver_worker: str = field(default="", repr=False)
    service: str = ""
    extract: tuple[str, ...] = ()
    basis: str = ""


@frozen(kw_only=True)
class AnswerHandover(Command):
    """The client's answer. A professional may write down what the client said; the journal then tells to whom.

    Args:
        handover: Its id; the one under way when left out.
        answer: `agreed`, `waived` or `declined`.
        reason: Why it was waived, when it was.
    """

    name = "answer_handover"
    handover: str = ""
    answer: Literal["agreed", "waived", "declined"] = "agreed"
    reason: str = ""


@frozen(kw_only=True)
class AcceptHandover(Command):
    """The receiver will take the client; the sender still coordinates."""

    name = "accept_handover"
    handover: str = ""
    worker: str = field(default="", repr=False)


@frozen(kw_only=True)
class MeetHandover(Command):
    """Client, sender and receiver have met.

    Args:
        present: Roles present; the client (or a representative), one of the sender's and one of the receiver's.
        remote: True for a meeting by phone or video.
    """

    name = "meet_handover"
    handover: str = ""
    present: frozenset[str] = field(factory=frozenset, converter=_set)
    remote: bool = False


@frozen(kw_only=True)
class ReceiveHandover(Command):
    """The receiver takes the client: the move and the coordination pass in the same append.

    Args:
        without_meeting: Why there was no joint meeting: `client_waived`, `client_not_reached`, `urgent`,
            `party_absent` or `other`.
    """

    name = "receive_handover"
    handover: str = ""
    without_meeting: str = ""


@frozen(kw_only=True)
class ReturnHandover(Command):
    """The receiver gives the handover back, with a reason; nothing else changes."""

    name = "return_handover"
    handover: str = ""
    reason: str = "other"


@frozen(kw_only=True)
class CancelHandover(Command):
    """The sender or the client takes the handover back."""

    name = "cancel_handover"
    handover: str = ""
    reason: str = "other"


@frozen(kw_only=True)
class TransferHandover(Command):
    """The receiver is not competent and sends the request on to the authority that is."""

    name = "transfer_handover"
    handover: str = ""
    to: str


@frozen(kw_only=True)
class OpenService(Command):
    """Open a parallel service.

    Args:
        service: The service.
        organiser: Organisation that organises it; the actor's when left out.
        provider: Organisation that provides it; the organiser when left out.
    """

    name = "open_service"
    service: str
    organiser: str = ""
    provider: str = ""


@frozen(kw_only=True)
class MoveService(Command):
    """Make a move in a service."""

    name = "move_service"
    service: str
    trigger: str
    reason: str = ""
    agreed_by: frozenset[str] = field(factory=frozenset, converter=_set)


@frozen(kw_only=True)
class EndService(Command):
    """End a service outright, with a reason; the client's other services go on."""

    name = "end_service"
    service: str
    reason: str


@frozen(kw_only=True)
class JoinQueue(Command):
    """The client waits for a service or a move; a queue is never a rejection."""

    name = "join_queue"
    queue: str
    expected_on: date | None = None


@frozen(kw_only=True)
class LeaveQueue(Command):
    """The client waits no more."""

    name = "leave_queue"
    queue: str
    reason: str = ""


@frozen(kw_only=True)
class DeadlineDue(Command):
    """Tell that a deadline was missed; the deadlines worker asks this, once each."""

    name = "deadline_due"
    deadline: str


@frozen(kw_only=True)
class ExtendDeadline(Command):
    """Move a deadline, for a reason (L5: special reasons)."""

    name = "extend_deadline"
    deadline: str
    due_on: date
    reason: str


@frozen(kw_only=True)
class CompleteTask(Command):
    """Take a task off, with a reason, when what was missing turned out needless."""

    name = "complete_task"
    task: str
    reason: str


@frozen(kw_only=True)
class Migrate(Command):
    """Move the case to another version of its definition.

    Args:
        to_digest: Digest of the new definition; it must be given to `decide` among the facts.
        states: Old flat state -> new one, where the id changed.
        services: Old service state `service.state` -> new state.
    """

    name = "migrate"
    to_digest: str
    states: Mapping[str, str] = field(factory=dict)
    services: Mapping[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Restrict(Command):
    """Restrict the use of the client's data (GDPR art. 18)."""

    name = "restrict"
    reason: str


@frozen(kw_only=True)
class LiftRestriction(Command):
    """Lift the restriction."""

    name = "lift_restriction"
    reason: str
