"""Commands of the warm handover (semantics §H)."""

from __future__ import annotations

__all__ = [
    "AcceptHandover",
    "AnswerHandover",
    "CancelHandover",
    "MeetHandover",
    "ProposeHandover",
    "ReceiveHandover",
    "ReturnHandover",
    "TransferHandover",
]

from typing import Literal

from attrs import field, frozen

from pathway_engine.case.commands.base import Command, set_of, shown


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
    receiver: str = field(repr=shown)
    receiver_role: str = field(default="coordinator", repr=shown)
    receiver_worker: str = field(default="", repr=False)
    service: str = field(default="", repr=shown)
    extract: tuple[str, ...] = field(default=(), repr=shown)
    basis: str = field(default="", repr=shown)


@frozen(kw_only=True)
class AnswerHandover(Command):
    """The client's answer. A professional may write down what the client said; the journal then tells to whom.

    Args:
        handover: Its id; the one under way when left out.
        answer: `agreed`, `waived` or `declined`.
        reason: Why it was waived, when it was.
    """

    name = "answer_handover"
    handover: str = field(default="", repr=shown)
    answer: Literal["agreed", "waived", "declined"] = field(default="agreed", repr=shown)
    reason: str = field(default="", repr=False)


@frozen(kw_only=True)
class AcceptHandover(Command):
    """The receiver will take the client; the sender still coordinates."""

    name = "accept_handover"
    handover: str = field(default="", repr=shown)
    worker: str = field(default="", repr=False)


@frozen(kw_only=True)
class MeetHandover(Command):
    """Client, sender and receiver have met.

    Args:
        present: Roles present; the client (or a representative), one of the sender's and one of the receiver's. Where
            both sides come in the same role, each is named as `role@organisation`.
        remote: True for a meeting by phone or video.
    """

    name = "meet_handover"
    handover: str = field(default="", repr=shown)
    present: frozenset[str] = field(factory=frozenset, converter=set_of, repr=shown)
    remote: bool = False


@frozen(kw_only=True)
class ReceiveHandover(Command):
    """The receiver takes the client: the move and the coordination pass in the same append.

    Args:
        without_meeting: Why there was no joint meeting: `client_waived`, `client_not_reached`, `urgent`,
            `party_absent` or `other`.
    """

    name = "receive_handover"
    handover: str = field(default="", repr=shown)
    without_meeting: str = field(default="", repr=False)


@frozen(kw_only=True)
class ReturnHandover(Command):
    """The receiver gives the handover back, with a reason; nothing else changes."""

    name = "return_handover"
    handover: str = field(default="", repr=shown)
    reason: str = field(default="other", repr=False)


@frozen(kw_only=True)
class CancelHandover(Command):
    """The sender or the client takes the handover back."""

    name = "cancel_handover"
    handover: str = field(default="", repr=shown)
    reason: str = field(default="other", repr=False)


@frozen(kw_only=True)
class TransferHandover(Command):
    """The receiver is not competent and sends the request on to the authority that is."""

    name = "transfer_handover"
    handover: str = field(default="", repr=shown)
    to: str = field(repr=shown)
