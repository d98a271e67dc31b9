"""Records, permits, prohibitions, roles, waiting and restriction: what is kept about a case beside its movement."""

from __future__ import annotations

__all__ = [
    "correct",
    "end_role",
    "forbid",
    "give_permit",
    "join_queue",
    "leave_queue",
    "lift_prohibition",
    "lift_restriction",
    "name_worker",
    "record",
    "restrict",
    "withdraw_permit",
]

from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.deciding.movement import correct_state
from pathway_engine.case.model import oldest_first
from pathway_engine.definition.model import RecordType
from pathway_engine.machine import in_force
from pathway_engine.text import Ref, message

ANSWERS_FOR = ("coordinator", "own_worker")
"""Roles that may put the case in order: name workers, write down permits told to them, restrict."""


def _answer_for(draft: Draft) -> tuple[str, ...]:
    """Give the roles that may name people: in a region's matter, which has neither of the two, whoever answers now."""
    pathway = draft.machine.pathway
    if pathway.subject == "client":
        return ANSWERS_FOR
    answers = in_force(pathway.states[draft.case.state].responsible, pending=draft.case.pending_on, today=draft.day)
    return (answers,) if answers else ()


def record(draft: Draft, command: c.Record) -> None:
    """Make a record. A gap in it is no fault: a move that needs the field will say so."""
    kind = draft.machine.pathway.records.get(command.record)
    if kind is None:
        draft.refuse("unknown-name", typed=command.record, hint=message("plain", text=""))
        return
    track = draft.case.services.get(command.service)
    if command.service and track is None:
        draft.refuse("service-unknown", typed=command.service)
    if draft.may(kind.by, track) and not draft.reasons:
        names = _sealed_fields(kind, command.sealed)
        draft.emit(
            e.Recorded(
                record=command.record,
                coded=_coded(command.fields),
                sealed_fields=names,
                supplements=command.supplements,
                service=command.service,
            ),
            sealed=command.sealed,
        )


def correct(draft: Draft, command: c.Correct) -> None:
    """Put right a record, a permit or the last move, by its number (§E3)."""
    wrong = draft.facts.target
    body = wrong.body if wrong is not None and wrong.seq == command.seq else None
    match body:
        case e.Recorded() | e.RecordCorrected():
            _correct_record(draft, command, body)
        case e.PermitGiven():
            _correct_permit(draft, command, body)
        case e.Moved() | e.StateCorrected() if wrong is not None:
            correct_state(draft, command, wrong)
        case _:
            draft.refuse("nothing-to-correct", seq=command.seq)


def _correct_record(draft: Draft, command: c.Correct, wrong: e.Recorded | e.RecordCorrected) -> None:
    kind = draft.machine.pathway.records.get(wrong.record)
    if kind is None:  # made under a definition that knew this type of record; the present one does not
        draft.refuse("nothing-to-correct", seq=command.seq)
    elif draft.may(kind.by):
        draft.emit(
            e.RecordCorrected(
                record=wrong.record,
                corrects=command.seq,
                coded=_coded(command.fields),
                sealed_fields=_sealed_fields(kind, command.sealed),
            ),
            sealed=command.sealed,
        )


def _correct_permit(draft: Draft, command: c.Correct, wrong: e.PermitGiven) -> None:
    if wrong.permit not in draft.case.permits:
        draft.refuse("permit-unknown", typed=wrong.permit)
    elif draft.may(("client", *ANSWERS_FOR)):
        draft.emit(e.PermitWithdrawn(permit=wrong.permit))
        draft.emit(
            e.PermitGiven(
                permit=f"p{draft.next_seq}",
                kind=wrong.kind,
                recipient=wrong.recipient,
                until=command.until,
                records=wrong.records,
                wording=wrong.wording,
                language=wrong.language,
                channel=wrong.channel,
            ),
            sealed=command.sealed,
        )


def _coded(fields: Any) -> dict[str, e.Coded]:
    return {
        name: value if isinstance(value, str | int | bool | tuple) else value.isoformat()
        for name, value in fields.items()
    }


def _sealed_fields(kind: RecordType, sealed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in sealed if name in kind.fields)


# ── permits and prohibitions ───────────────────────────────────────────────────────────────────────────────────────


def give_permit(draft: Draft, command: c.GivePermit) -> None:
    """Write down a permit; the client gives it, or a worker writes down what the client said."""
    if command.kind not in draft.machine.pathway.permits:
        draft.refuse("unknown-name", typed=command.kind, hint=message("plain", text=""))
    if command.until is not None and command.until < draft.today:
        draft.refuse("permit-ended", on=command.until)
    if draft.may(("client", *ANSWERS_FOR)) and not draft.reasons:
        draft.emit(
            e.PermitGiven(
                permit=f"p{draft.next_seq}",
                kind=command.kind,
                recipient=command.recipient,
                until=command.until,
                records=command.records,
                wording=command.wording,
                language=command.language,
                channel=command.channel,
            ),
            sealed=command.sealed,
        )


def withdraw_permit(draft: Draft, command: c.WithdrawPermit) -> None:
    """Withdraw a permit, or every permit of a kind."""
    permits = [each for each in oldest_first(draft.case.permits) if command.permit in {each.id, each.kind}]
    if not permits:
        draft.refuse("permit-unknown", typed=command.permit)
    elif draft.may(("client", *ANSWERS_FOR)):
        for each in permits:
            draft.emit(e.PermitWithdrawn(permit=each.id), sealed=command.sealed)


def forbid(draft: Draft, command: c.Forbid) -> None:
    """Write down a prohibition."""
    if draft.may(("client", *ANSWERS_FOR)):
        body = e.DisclosureForbidden(
            prohibition=f"f{draft.next_seq}", recipient=command.recipient, records=command.records
        )
        draft.emit(body, sealed=command.sealed)


def lift_prohibition(draft: Draft, command: c.LiftProhibition) -> None:
    """Take back a prohibition."""
    bans = [each for each in oldest_first(draft.case.prohibitions) if command.prohibition in {each.id, each.recipient}]
    if not bans:
        draft.refuse("permit-unknown", typed=command.prohibition)
    elif draft.may(("client", *ANSWERS_FOR)):
        for each in bans:
            draft.emit(e.ProhibitionLifted(prohibition=each.id), sealed=command.sealed)


# ── roles ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def name_worker(draft: Draft, command: c.NameWorker) -> None:
    """Name who holds a role. The coordinating organisation itself changes only by a handover (§H1)."""
    if command.role not in draft.machine.pathway.roles:
        draft.refuse("unknown-name", typed=command.role, hint=message("plain", text=""))
    if draft.may(tuple(dict.fromkeys((*_answer_for(draft), command.role)))) and not draft.reasons:
        organisation = command.organisation or draft.command.actor.organisation
        worker = command.worker
        draft.emit(e.RoleNamed(role=command.role, organisation=organisation, worker=worker), sealed=command.sealed)


def end_role(draft: Draft, command: c.EndRole) -> None:
    """End somebody's role in this case."""
    if command.role not in draft.case.named:
        draft.refuse("role-not-named", role=Ref("role", command.role))
    elif draft.may(_answer_for(draft)):
        draft.emit(e.RoleEnded(role=command.role), sealed=command.sealed)


# ── waiting and restriction ────────────────────────────────────────────────────────────────────────────────────────


def join_queue(draft: Draft, command: c.JoinQueue) -> None:
    """The client waits for a service or a move; told with the expected day, never a rejection."""
    pathway = draft.machine.pathway
    if command.queue not in pathway.services and not draft.machine.main.knows(command.queue):
        draft.refuse("unknown-name", typed=command.queue, hint=message("plain", text=""))
    if draft.may(("client", *ANSWERS_FOR)) and not draft.reasons:
        draft.emit(e.WaitingStarted(queue=command.queue, expected_on=command.expected_on), sealed=command.sealed)


def leave_queue(draft: Draft, command: c.LeaveQueue) -> None:
    """The client waits no more."""
    if command.queue not in draft.case.waiting:
        draft.refuse("waiting-unknown", typed=command.queue)
    elif draft.may(("client", *ANSWERS_FOR)):
        draft.emit(e.WaitingEnded(queue=command.queue, reason=command.reason), sealed=command.sealed)


def restrict(draft: Draft, command: c.Restrict) -> None:
    """Restrict the use of the client's data (GDPR art. 18)."""
    if draft.may(("client", *ANSWERS_FOR)):
        draft.emit(e.Restricted(reason=command.reason), sealed=command.sealed)


def lift_restriction(draft: Draft, command: c.LiftRestriction) -> None:
    """Lift the restriction."""
    if draft.may(ANSWERS_FOR):
        draft.emit(e.RestrictionLifted(reason=command.reason), sealed=command.sealed)
