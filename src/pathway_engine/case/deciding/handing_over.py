"""Warm handovers, step by step (semantics §H). The table of steps stands in `pathway_engine.handovers`.

Until the receiver has taken the client, the sender coordinates and the state stays. Taking the client checks
authority, requirements and basis again, and writes the receipt, the move and the passing of coordination in one append.
"""

from __future__ import annotations

__all__ = [
    "accept_handover",
    "answer_handover",
    "cancel_handover",
    "goes_by_handover",
    "meet_handover",
    "name_receiver",
    "propose",
    "propose_handover",
    "receiver_faults",
    "return_handover",
    "transfer_handover",
    "unused_receiver",
]

from pathway_engine import handovers
from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.model import HandoverHeld
from pathway_engine.definition.model import Transition
from pathway_engine.machine import Rule
from pathway_engine.requirements import Reason
from pathway_engine.text import Ref, message

# ── proposing ──────────────────────────────────────────────────────────────────────────────────────────────────────


def goes_by_handover(draft: Draft, transition: Transition, receiver: str) -> bool:
    """Tell whether the move is made by a handover: always, or when another organisation takes the client."""
    if transition.handover is None or transition.fact:
        return False  # A fact has happened: it waits for nobody (§M4).
    if transition.handover.when == "always":
        return True
    return bool(receiver) and receiver != draft.case.coordinator.organisation


def receiver_faults(draft: Draft, transition: Transition, receiver: str) -> list[Reason]:
    """Give what is wrong with the receiver of a move's handover."""
    handover = transition.handover
    if not receiver:
        return [Reason(message("handover-receiver-missing"), ("coordinator",), "receiver")]
    if receiver in draft.machine.authority.bystanders:
        return [_never_acts(receiver)]
    organisation = draft.machine.pathway.organisations.get(receiver)
    wanted = handover.organisation if handover and organisation else ""
    if organisation and wanted and wanted not in {receiver, organisation.kind}:
        kind = Ref("organisation", wanted)
        return [Reason(message("handover-receiver-kind", kind=kind), ("coordinator",), "receiver")]
    return []


def unused_receiver(rule: Rule, command: c.Move) -> list[Reason]:
    """Say of a receiver that no handover of the move will reach: silence would leave the sender believing otherwise.

    A fact is recorded all the same, with a warning (§M4).
    """
    if not (command.receiver or command.receiver_worker) or rule.move.handover is not None:
        return []
    return [Reason(message("receiver-not-used", move=Ref("move", rule.name)), (), "receiver")]


def _never_acts(organisation: str) -> Reason:
    return Reason(message("party-never-acts", organisation=Ref("organisation", organisation)), (), "receiver")


def propose(draft: Draft, rule: Rule, command: c.Move, agreed_by: tuple[str, ...]) -> None:
    """Propose the handover that belongs to a move; the move waits for the receipt (§H3)."""
    asked = rule.move.handover
    if asked is None:  # pragma: no cover - the caller has looked
        return
    _request(
        draft,
        e.HandoverRequested(
            handover=f"h{draft.next_seq}",
            subject="case",
            trigger=rule.trigger,
            sender=draft.case.coordinator.organisation,
            receiver=command.receiver,
            receiver_role=asked.to,
            receiver_worker=command.receiver_worker,
            extract=asked.extract,
            basis=asked.basis,
            statute=asked.statute,
            declinable=asked.declinable,
            agreed_by=agreed_by,
            reason=command.reason,
        ),
        command.sealed,
    )


def propose_handover(draft: Draft, command: c.ProposeHandover) -> None:
    """Propose a handover of the case or of a service without a move of its own."""
    subject = f"service:{command.service}" if command.service else "case"
    track = draft.case.services.get(command.service)
    if command.service and track is None:
        draft.refuse("service-unknown", typed=command.service)
        return
    sender = track.provider if track else draft.case.coordinator.organisation
    under_way = draft.case.handover_of(subject)
    if under_way is not None:
        draft.refuse("handover-open", receiver=Ref("organisation", under_way.receiver))
    if command.receiver == sender:
        draft.refuse("handover-to-self")
    if command.receiver in draft.machine.authority.bystanders:
        draft.reasons.append(_never_acts(command.receiver))
    if not draft.may(("coordinator", "own_worker", "client"), track) or draft.reasons:
        return
    _request(
        draft,
        e.HandoverRequested(
            handover=f"h{draft.next_seq}",
            subject=subject,
            trigger="",
            sender=sender,
            receiver=command.receiver,
            receiver_role=command.receiver_role,
            receiver_worker=command.receiver_worker,
            extract=command.extract,
            basis=command.basis,
            agreed_by=("client",) if draft.standing().is_client() else (),
        ),
        command.sealed,
    )


def _request(draft: Draft, body: e.HandoverRequested, sealed: tuple[str, ...]) -> None:
    draft.emit(body, sealed=sealed)
    if "client" in body.agreed_by:
        told_to = "" if draft.standing().is_client() else draft.role
        draft.emit(e.HandoverAgreed(handover=body.handover, told_to=told_to))


# ── the steps on the way ───────────────────────────────────────────────────────────────────────────────────────────


def take_step(draft: Draft, handover: str, step: str) -> HandoverHeld | None:
    """Give the handover when the actor may take the step now; says what is wrong otherwise."""
    held = _find(draft, handover)
    if held is None or not _party(draft, held, step):
        return None
    if handovers.next_status(step, held.status) is None:
        needed = tuple(message(f"status-{status}") for status in dict.fromkeys(handovers.needed_for(step)))
        draft.refuse("handover-status", status=message(f"status-{held.status}"), needed=needed)
        return None
    return held


def _find(draft: Draft, handover: str) -> HandoverHeld | None:
    open_ones = draft.case.handovers
    if not handover and len(open_ones) == 1:
        return next(iter(open_ones.values()))
    held = open_ones.get(handover)
    if held is None:
        draft.refuse("handover-unknown", typed=handover or "–")
    return held


def _party(draft: Draft, held: HandoverHeld, step: str) -> bool:
    """Tell whether the actor is one of the parties that may take the step, and remember in which role."""
    actor = draft.command.actor
    is_client = draft.standing().is_client()
    # Nobody sends or receives themselves, nor somebody whom they represent.
    known = () if draft.standing().is_own() else draft.machine.authority.professions(actor)
    parties = {
        "client": is_client,
        "sender": bool(known) and actor.organisation == held.sender,
        "receiver": bool(known) and actor.organisation == held.receiver,
    }
    allowed = handovers.RELATIONS[step]
    if not any(parties[party] for party in allowed):
        who = {"client": "client", "sender": "coordinator", "receiver": held.receiver_role}
        names = tuple(dict.fromkeys(who[party] for party in allowed))
        held_roles = tuple(Ref("role", role) for role in sorted(actor.roles)) or "–"
        draft.refuse("role-may-not", who=names, roles=tuple(Ref("role", name) for name in names), held=held_roles)
        return False
    draft.role = "client" if parties["client"] and "client" in allowed else next(iter(known), "")
    return True


def answer_handover(draft: Draft, command: c.AnswerHandover) -> None:
    """Write down the client's answer, given here or told to a worker."""
    step = "decline" if command.answer == "declined" else "agree"
    held = take_step(draft, command.handover, step)
    if held is None:
        return
    told_to = "" if draft.standing().is_client() else draft.role
    if step == "decline":
        draft.emit(e.HandoverDeclined(handover=held.id, told_to=told_to), sealed=command.sealed)
    else:
        waived = command.answer == "waived"
        body = e.HandoverAgreed(handover=held.id, waived=waived, reason=command.reason, told_to=told_to)
        draft.emit(body, sealed=command.sealed)


def accept_handover(draft: Draft, command: c.AcceptHandover) -> None:
    """The receiver will take the client."""
    held = take_step(draft, command.handover, "accept")
    if held is not None:
        own = draft.command.actor.subject if held.receiver_role in draft.command.actor.roles else ""
        worker = command.worker or held.receiver_worker or own
        draft.emit(e.HandoverAccepted(handover=held.id, worker=worker), sealed=command.sealed)


def meet_handover(draft: Draft, command: c.MeetHandover) -> None:
    """Client (or a representative), sender and receiver have met (§H4)."""
    held = take_step(draft, command.handover, "meet")
    if held is None:
        return
    absent = _absent(draft, held, command.present)
    if absent:
        draft.refuse("handover-meeting-without", who=tuple(absent), roles=tuple(Ref("role", role) for role in absent))
        return
    roles = {each.partition("@")[0] for each in command.present} | {draft.role}
    draft.emit(
        e.HandoverMet(handover=held.id, present=tuple(sorted(roles - {""})), remote=command.remote),
        sealed=command.sealed,
    )


def _absent(draft: Draft, held: HandoverHeld, present: frozenset[str]) -> list[str]:
    """Give the parties of which nobody was there: nobody stands for the sender and the receiver at once (§H4).

    Whoever writes it down was there for their own organisation. A role of theirs that is named without an organisation
    is they themselves; a second person in that role is named as `role@organisation`.
    """
    actor, roles = draft.command.actor, draft.machine.pathway.roles
    clients = {name for name, role in roles.items() if "client" in role.relation} | {"client"}
    receiving = {held.receiver_role}
    if held.receiver_role in roles:
        receiving |= {*roles[held.receiver_role].held_by}
    people = {(role, organisation) for role, _, organisation in (each.partition("@") for each in present)}
    others = {(role, at) for role, at in people if role not in clients and (at or role not in actor.roles)}
    others |= {(draft.role, actor.organisation)}
    senders = {each for each in others if each[1] in {"", held.sender}}
    receivers = {each for each in others if each[1] == held.receiver or (not each[1] and each[0] in receiving)}
    absent = []
    if not any(role in clients for role, _ in people):
        absent.append("client")
    if not receivers:
        absent.append(held.receiver_role)
    if not senders or (receivers and len(senders | receivers) == 1):
        absent.append("coordinator")
    return absent


# ── giving it up ───────────────────────────────────────────────────────────────────────────────────────────────────


def return_handover(draft: Draft, command: c.ReturnHandover) -> None:
    """The receiver gives it back; a statutory assessment cannot be declined (§H2)."""
    held = take_step(draft, command.handover, "return")
    if held is None:
        return
    if not held.declinable:
        draft.refuse("handover-not-declinable")
    else:
        draft.emit(e.HandoverReturned(handover=held.id, reason=command.reason), sealed=command.sealed)


def cancel_handover(draft: Draft, command: c.CancelHandover) -> None:
    """The sender or the client takes it back."""
    held = take_step(draft, command.handover, "cancel")
    if held is not None:
        draft.emit(e.HandoverCancelled(handover=held.id, reason=command.reason), sealed=command.sealed)


def transfer_handover(draft: Draft, command: c.TransferHandover) -> None:
    """The receiver sends the request on to the competent authority; the client answers anew."""
    held = take_step(draft, command.handover, "transfer")
    if held is None:
        return
    if command.to in {held.receiver, held.sender}:
        draft.refuse("handover-to-self")
    rule = draft.machine.main.find(held.trigger, draft.case.state, draft.case.held) if held.trigger else None
    if rule is not None:
        draft.reasons += receiver_faults(draft, rule.move, command.to)
    elif command.to in draft.machine.authority.bystanders:
        draft.reasons.append(_never_acts(command.to))
    if draft.reasons:
        return
    successor = f"h{draft.next_seq + 1}"
    draft.emit(e.HandoverTransferred(handover=held.id, to=command.to, successor=successor), sealed=command.sealed)
    draft.emit(
        e.HandoverRequested(
            handover=successor,
            subject=held.subject,
            trigger=held.trigger,
            sender=held.sender,
            receiver=command.to,
            receiver_role=held.receiver_role,
            extract=held.extract,
            basis=held.basis,
            statute=held.statute,
            declinable=held.declinable,
            agreed_by=tuple(role for role in held.agreed_by if role != "client"),
            reason=held.reason,
        )
    )


def name_receiver(draft: Draft, transition: Transition, command: c.Move) -> None:
    """Name the receiving worker at once when a move with a handover stays inside the organisation."""
    asked = transition.handover
    if asked is not None and command.receiver_worker:
        organisation = command.receiver or draft.case.coordinator.organisation
        draft.emit(e.RoleNamed(role=asked.to, organisation=organisation, worker=command.receiver_worker))
