"""Events of the warm handover, and of the information that goes along (semantics §H, §B)."""

from __future__ import annotations

__all__ = [
    "DisclosureWithheld",
    "ExtractDisclosed",
    "HandoverAccepted",
    "HandoverAgreed",
    "HandoverCancelled",
    "HandoverCompleted",
    "HandoverDeclined",
    "HandoverMet",
    "HandoverRequested",
    "HandoverReturned",
    "HandoverTransferred",
]

from collections.abc import Mapping

from attrs import frozen

from pathway_engine.case.events.base import Body


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
    """Records were not passed on, and why: no basis, or a prohibition (§B1).

    `disclosure` is the number of the event that had passed them, when it was found only as its message was about to
    leave that the basis had gone; 0 otherwise (§B2).
    """

    type = "disclosure_withheld"
    recipient: str
    records: tuple[str, ...]
    reason: str
    handover: str = ""
    disclosure: int = 0
