"""The receipt of a handover: everything is looked at again, and one append makes it so (semantics §H3)."""

from __future__ import annotations

__all__ = ["receive_handover"]

from pathway_engine import handovers
from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding import movement
from pathway_engine.case.deciding.disclosing import disclose, means
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.deciding.handing_over import take_step
from pathway_engine.case.model import HandoverHeld, Holder, oldest_first
from pathway_engine.text import Message, message


def receive_handover(draft: Draft, command: c.ReceiveHandover) -> None:
    """Take the client: the move happens, the coordination passes, and the extract goes along if there is a basis."""
    held = _ready(draft, command)
    if held is None:
        return
    rule = None
    actor = draft.command.actor
    worker = held.receiver_worker or (actor.subject if held.receiver_role in actor.roles else "")
    act = movement.Act(
        reason=held.reason,
        # A client who waived the question has not agreed to anything.
        agreed_by=held.agreed_by if held.waived else tuple(sorted({*held.agreed_by, "client"})),
        handover=held.id,
        workers={held.receiver_role: worker},
    )
    if held.trigger:
        rule = movement.find(draft, draft.machine.main, held.trigger, draft.case.state, draft.case.held)
        if rule is None:
            return
        movement.standing_time(draft, rule)
        draft.reasons += movement.assess(draft, rule.move, act)
    if draft.reasons:
        return
    warm = held.status == "met"
    draft.emit(
        e.HandoverCompleted(handover=held.id, warm=warm, without_meeting="" if warm else command.without_meeting),
        sealed=command.sealed,
    )
    disclose(draft, held)
    if rule is not None:
        movement.perform(draft, rule, act)
    _take_over(draft, held, worker)
    if not warm:
        draft.warn("warn-not-warm")


def _ready(draft: Draft, command: c.ReceiveHandover) -> HandoverHeld | None:
    """Give the handover when it can be completed: met, or accepted with a reason for there being no meeting (§H4)."""
    held = (
        next(iter(oldest_first(draft.case.handovers)), None)
        if not command.handover
        else draft.case.handovers.get(command.handover)
    )
    met = held is not None and held.status == "met"
    if met or not command.without_meeting:
        if held is not None and held.status == "accepted":
            draft.refuse("handover-no-meeting", options=_options(), who=("client", "coordinator", held.receiver_role))
            return None
        return take_step(draft, command.handover, "complete")
    if command.without_meeting not in handovers.WITHOUT_MEETING:
        draft.refuse("reason-unknown", typed=command.without_meeting, options=_options())
        return None
    return take_step(draft, command.handover, "complete_without_meeting")


def _options() -> tuple[Message, ...]:
    return tuple(message(f"without-{reason}") for reason in handovers.WITHOUT_MEETING)


def _take_over(draft: Draft, held: HandoverHeld, worker: str) -> None:
    if held.subject != "case":
        service = held.subject.removeprefix("service:")
        draft.emit(e.ServicePassed(service=service, from_=held.sender, to=held.receiver, handover=held.id))
        return
    draft.emit(e.RoleNamed(role=held.receiver_role, organisation=held.receiver, worker=worker))
    before = draft.case.coordinator
    if before != Holder(organisation=held.receiver, role=held.receiver_role, worker=worker):
        draft.emit(
            e.CoordinationPassed(
                from_=before.organisation,
                to=held.receiver,
                role=held.receiver_role,
                worker=worker,
                handover=held.id,
            )
        )
    # The sender stays a participant unless the client has forbidden it information (§H4).
    if before.organisation != held.receiver and not any(
        means(draft, ban.recipient, held.sender) for ban in oldest_first(draft.case.prohibitions)
    ):
        draft.emit(e.ParticipantJoined(organisation=held.sender))
