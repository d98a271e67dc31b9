"""How a case changes by what happened: `evolve`, and `replay` over a whole journal.

Nothing here decides, refuses or looks anything up: an event is a complete fact (semantics §E1). There is one
function for each type of event, found in `_FOLDS`; a test holds the table against the catalogue.
"""

from __future__ import annotations

__all__ = ["evolve", "replay"]

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from attrs import evolve as changed

from pathway_engine.case import events as e
from pathway_engine.case.model import (
    Case,
    Closure,
    HandoverHeld,
    Holder,
    Permit,
    Prohibition,
    RecordHeld,
    Running,
    Task,
    Track,
    Waiting,
)
from pathway_engine.deadlines import helsinki_date

V = TypeVar("V")


def replay(case_id: str, register: str, journal: Iterable[e.Event]) -> Case | None:
    """Fold a whole journal, in order; None when it is empty.

    Raises:
        ValueError: An event is out of order, or the first one does not open the case.
    """
    case: Case | None = None
    for event in journal:
        if case is None:
            case = opened(case_id, register, event)
        elif event.seq != case.version + 1:
            msg = f"event {event.seq} follows event {case.version}"
            raise ValueError(msg)
        else:
            case = evolve(case, event)
    return case


def opened(case_id: str, register: str, event: e.Event) -> Case:
    """Make the case that the first event opens.

    Raises:
        ValueError: The event is not `opened` number 1.
    """
    body = event.body
    if not isinstance(body, e.Opened) or event.seq != 1:
        msg = f"a journal starts with event 1 'opened', not with event {event.seq} {body.type!r}"
        raise ValueError(msg)
    return Case(
        id=case_id,
        register=register,
        pathway=body.pathway,
        definition_version=body.definition_version,
        digest=event.digest,
        subject_kind=body.subject_kind,
        client=body.client,
        state=body.state,
        pending_on=body.pending_on,
        entered_on=helsinki_date(event.occurred_at),
        entered_seq=event.seq,
        last_moved_at=event.occurred_at,
        coordinator=Holder(organisation=body.organisation, role=body.role, worker=body.worker),
        version=event.seq,
        recorded_at=event.recorded_at,
    )


def evolve(case: Case, event: e.Event) -> Case:
    """Give the case as it is after the event."""
    changes = _FOLDS[type(event.body)](case, event, event.body)
    # The case has thirty fields and an event changes two or three of them: copying the instance's dictionary is
    # several times faster than running the initialiser again, and the values are frozen either way.
    after = object.__new__(Case)
    values = after.__dict__
    values.update(case.__dict__)
    values.update(changes)
    values["version"] = event.seq
    values["recorded_at"] = event.recorded_at
    return after


Changes = dict[str, Any]
Fold = Callable[[Case, e.Event, Any], Changes]


def _put(held: Mapping[str, V], key: str, value: V) -> dict[str, V]:
    return {**held, key: value}


def _drop(held: Mapping[str, V], key: str) -> dict[str, V]:
    return {name: value for name, value in held.items() if name != key}


def _relied(case: Case, relied_on: Mapping[str, int]) -> Mapping[str, RecordHeld]:
    if not relied_on:
        return case.records
    return {name: held.relied_on() if name in relied_on else held for name, held in case.records.items()}


def _moved(case: Case, event: e.Event, body: e.Moved) -> Changes:
    return {
        "state": body.to,
        "held": _remembered(case, body),
        "entered_on": helsinki_date(event.occurred_at),
        "entered_seq": event.seq,
        # A fact may be told after a move that followed it: it happened when it did, and moves still do not run back.
        "last_moved_at": max(case.last_moved_at, event.occurred_at),
        "records": _relied(case, body.relied_on),
    }


def _remembered(case: Case, body: e.Moved) -> str:
    if body.from_ == body.to:
        return case.held  # put on hold once more: where one was before the hold is still where one goes back to
    if body.holds:
        return body.from_
    return "" if body.resumes else case.held


def _acted(case: Case, _event: e.Event, body: e.Acted) -> Changes:
    return {"records": _relied(case, body.relied_on)}


def _flag_raised(case: Case, _event: e.Event, body: e.FlagRaised) -> Changes:
    return {"flags": tuple(sorted({*case.flags, body.flag}))}


def _flag_lowered(case: Case, _event: e.Event, body: e.FlagLowered) -> Changes:
    return {"flags": tuple(flag for flag in case.flags if flag != body.flag)}


def _state_corrected(_case: Case, event: e.Event, body: e.StateCorrected) -> Changes:
    return {"state": body.to, "held": "", "entered_on": helsinki_date(event.occurred_at), "entered_seq": event.seq}


def _closed(_case: Case, event: e.Event, body: e.Closed) -> Changes:
    return {"closed": Closure(reason=body.reason, on=helsinki_date(event.occurred_at), seq=event.seq), "waiting": {}}


def _reopened(_case: Case, _event: e.Event, body: e.Reopened) -> Changes:
    holder = Holder(organisation=body.organisation, role=body.role, worker=body.worker)
    return {"closed": None, "coordinator": holder, "held": "", "pending_on": body.pending_on}


def _migrated(case: Case, event: e.Event, body: e.Migrated) -> Changes:
    services = {key: changed(track, state=body.services.get(key, track.state)) for key, track in case.services.items()}
    return {
        "digest": body.to_digest,
        "definition_version": body.definition_version,
        "state": body.state,
        "held": body.held,
        "services": services,
        **({"entered_seq": event.seq} if body.state != case.state else {}),
    }


def _recorded(case: Case, event: e.Event, body: e.Recorded) -> Changes:
    held = case.records.get(body.record)
    sealed = dict.fromkeys(body.sealed_fields, event.seq)
    coded = dict(body.coded)
    if body.supplements and held is not None:
        coded = {name: value for name, value in held.coded.items() if name not in sealed} | coded
        sealed = {name: seq for name, seq in held.sealed.items() if name not in coded} | sealed
    return {"records": _put(case.records, body.record, _held(body.record, event, coded, sealed, used=False))}


def _record_corrected(case: Case, event: e.Event, body: e.RecordCorrected) -> Changes:
    held = case.records.get(body.record)
    if held is None or held.seq != body.corrects:
        return {}  # An older one was put right: the one that counts now is another.
    sealed = dict.fromkeys(body.sealed_fields, event.seq)
    return {
        "records": _put(case.records, body.record, _held(body.record, event, dict(body.coded), sealed, used=held.used))
    }


def _held(record: str, event: e.Event, coded: dict[str, e.Coded], sealed: dict[str, int], *, used: bool) -> RecordHeld:
    return RecordHeld(
        seq=event.seq,
        record=record,
        coded=coded,
        sealed=sealed,
        occurred_on=helsinki_date(event.occurred_at),
        role=event.actor.role,
        organisation=event.actor.organisation,
        digest=event.digest,
        used=used,
    )


def _permit_given(case: Case, event: e.Event, body: e.PermitGiven) -> Changes:
    permit = Permit(
        id=body.permit, kind=body.kind, recipient=body.recipient, until=body.until, records=body.records, seq=event.seq
    )
    return {"permits": _put(case.permits, body.permit, permit)}


def _permit_withdrawn(case: Case, _event: e.Event, body: e.PermitWithdrawn) -> Changes:
    return {"permits": _drop(case.permits, body.permit)}


def _disclosure_forbidden(case: Case, event: e.Event, body: e.DisclosureForbidden) -> Changes:
    ban = Prohibition(id=body.prohibition, recipient=body.recipient, records=body.records, seq=event.seq)
    return {"prohibitions": _put(case.prohibitions, body.prohibition, ban)}


def _prohibition_lifted(case: Case, _event: e.Event, body: e.ProhibitionLifted) -> Changes:
    return {"prohibitions": _drop(case.prohibitions, body.prohibition)}


def _role_named(case: Case, _event: e.Event, body: e.RoleNamed) -> Changes:
    holder = Holder(organisation=body.organisation, role=body.role, worker=body.worker)
    return {"named": _put(case.named, body.role, holder)}


def _role_ended(case: Case, _event: e.Event, body: e.RoleEnded) -> Changes:
    return {"named": _drop(case.named, body.role)}


def _coordination_passed(_case: Case, _event: e.Event, body: e.CoordinationPassed) -> Changes:
    return {"coordinator": Holder(organisation=body.to, role=body.role, worker=body.worker)}


def _participant_joined(case: Case, _event: e.Event, body: e.ParticipantJoined) -> Changes:
    return {"participants": tuple(sorted({*case.participants, body.organisation}))}


def _participant_left(case: Case, _event: e.Event, body: e.ParticipantLeft) -> Changes:
    return {"participants": tuple(each for each in case.participants if each != body.organisation)}


def _handover_requested(case: Case, event: e.Event, body: e.HandoverRequested) -> Changes:
    held = HandoverHeld(
        id=body.handover,
        status="requested",
        subject=body.subject,
        trigger=body.trigger,
        sender=body.sender,
        receiver=body.receiver,
        receiver_role=body.receiver_role,
        receiver_worker=body.receiver_worker,
        extract=body.extract,
        basis=body.basis,
        statute=body.statute,
        declinable=body.declinable,
        agreed_by=body.agreed_by,
        reason=body.reason,
        waived=False,
        seq=event.seq,
    )
    return {"handovers": _put(case.handovers, body.handover, held)}


def _handover_agreed(case: Case, _event: e.Event, body: e.HandoverAgreed) -> Changes:
    held = changed(case.handovers[body.handover], status="agreed", waived=body.waived)
    return {"handovers": _put(case.handovers, body.handover, held)}


def _handover_accepted(case: Case, _event: e.Event, body: e.HandoverAccepted) -> Changes:
    held = case.handovers[body.handover]
    held = changed(held, status="accepted", receiver_worker=body.worker or held.receiver_worker)
    return {"handovers": _put(case.handovers, body.handover, held)}


def _handover_met(case: Case, _event: e.Event, body: e.HandoverMet) -> Changes:
    return {"handovers": _put(case.handovers, body.handover, changed(case.handovers[body.handover], status="met"))}


def _handover_over(case: Case, _event: e.Event, body: Any) -> Changes:
    return {"handovers": _drop(case.handovers, body.handover)}


def _service_opened(case: Case, event: e.Event, body: e.ServiceOpened) -> Changes:
    track = Track(
        id=body.service,
        kind=body.kind,
        state=body.state,
        organiser=body.organiser,
        provider=body.provider,
        seq=event.seq,
        law=body.law,
    )
    return {"services": _put(case.services, body.service, track)}


def _service_moved(case: Case, _event: e.Event, body: e.ServiceMoved) -> Changes:
    services = (
        _drop(case.services, body.service)
        if body.ended
        else _put(case.services, body.service, changed(case.services[body.service], state=body.to))
    )
    return {"services": services, "records": _relied(case, body.relied_on)}


def _service_ended(case: Case, _event: e.Event, body: e.ServiceEnded) -> Changes:
    return {"services": _drop(case.services, body.service)}


def _service_passed(case: Case, _event: e.Event, body: e.ServicePassed) -> Changes:
    return {"services": _put(case.services, body.service, changed(case.services[body.service], provider=body.to))}


def _waiting_started(case: Case, event: e.Event, body: e.WaitingStarted) -> Changes:
    before = case.waiting.get(body.queue)  # told anew, such as with another expected day: the place is kept
    since = before.since if before else helsinki_date(event.occurred_at)
    waiting = Waiting(queue=body.queue, since=since, expected_on=body.expected_on, seq=event.seq)
    return {"waiting": _put(case.waiting, body.queue, waiting)}


def _waiting_ended(case: Case, _event: e.Event, body: e.WaitingEnded) -> Changes:
    return {"waiting": _drop(case.waiting, body.queue)}


def _deadline_armed(case: Case, event: e.Event, body: e.DeadlineArmed) -> Changes:
    running = Running(
        id=body.deadline,
        rule=body.rule,
        due_on=body.due_on,
        due_at=body.due_at,
        anchored_on=body.anchored_on,
        kind=body.kind,
        notify=body.notify,
        escalate_to=body.escalate_to,
        service=body.service,
        ends_on=body.ends_on,
        missed=False,
        seq=event.seq,
    )
    return {"deadlines": _put(case.deadlines, body.deadline, running)}


def _deadline_missed(case: Case, _event: e.Event, body: e.DeadlineMissed) -> Changes:
    return {"deadlines": _put(case.deadlines, body.deadline, changed(case.deadlines[body.deadline], missed=True))}


def _deadline_over(case: Case, _event: e.Event, body: e.DeadlineMet | e.DeadlineDropped) -> Changes:
    return {"deadlines": _drop(case.deadlines, body.deadline)}


def _deadline_extended(case: Case, _event: e.Event, body: e.DeadlineExtended) -> Changes:
    running = changed(case.deadlines[body.deadline], due_on=body.due_on, due_at=body.due_at, missed=False)
    return {"deadlines": _put(case.deadlines, body.deadline, running)}


def _task_set(case: Case, event: e.Event, body: e.TaskSet) -> Changes:
    task = Task(
        id=body.task,
        trigger=body.trigger,
        requirement=body.requirement,
        owner=body.owner,
        due_on=body.due_on,
        due_at=body.due_at,
        seq=event.seq,
    )
    return {"tasks": _put(case.tasks, body.task, task)}


def _task_done(case: Case, _event: e.Event, body: e.TaskDone) -> Changes:
    return {"tasks": _drop(case.tasks, body.task), "records": _relied(case, body.relied_on)}


def _unchanged(_case: Case, _event: e.Event, _body: e.Body) -> Changes:
    return {}


_FOLDS: dict[type[e.Body], Fold] = {
    e.Moved: _moved,
    e.Acted: _acted,
    e.FlagRaised: _flag_raised,
    e.FlagLowered: _flag_lowered,
    e.StateCorrected: _state_corrected,
    e.Closed: _closed,
    e.Reopened: _reopened,
    e.Migrated: _migrated,
    e.Recorded: _recorded,
    e.RecordCorrected: _record_corrected,
    e.PermitGiven: _permit_given,
    e.PermitWithdrawn: _permit_withdrawn,
    e.DisclosureForbidden: _disclosure_forbidden,
    e.ProhibitionLifted: _prohibition_lifted,
    e.RoleNamed: _role_named,
    e.RoleEnded: _role_ended,
    e.CoordinationPassed: _coordination_passed,
    e.ParticipantJoined: _participant_joined,
    e.ParticipantLeft: _participant_left,
    e.HandoverRequested: _handover_requested,
    e.HandoverAgreed: _handover_agreed,
    e.HandoverDeclined: _handover_over,
    e.HandoverAccepted: _handover_accepted,
    e.HandoverMet: _handover_met,
    e.HandoverCompleted: _handover_over,
    e.HandoverReturned: _handover_over,
    e.HandoverCancelled: _handover_over,
    e.HandoverTransferred: _handover_over,
    e.ExtractDisclosed: _unchanged,
    e.DisclosureWithheld: _unchanged,
    e.ServiceOpened: _service_opened,
    e.ServiceMoved: _service_moved,
    e.ServiceEnded: _service_ended,
    e.ServicePassed: _service_passed,
    e.WaitingStarted: _waiting_started,
    e.WaitingEnded: _waiting_ended,
    e.DeadlineArmed: _deadline_armed,
    e.DeadlineMet: _deadline_over,
    e.DeadlineMissed: _deadline_missed,
    e.DeadlineDropped: _deadline_over,
    e.DeadlineExtended: _deadline_extended,
    e.TaskSet: _task_set,
    e.TaskDone: _task_done,
    e.Warned: _unchanged,
    e.Restricted: lambda *_: {"restricted": True},
    e.RestrictionLifted: lambda *_: {"restricted": False},
    e.Erased: lambda *_: {"erased": True},
}
