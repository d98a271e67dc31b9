"""Deadlines and tasks: what follows from what happened (semantics §T).

After a command's own events are known, `settle` goes through them in order and adds what they mean for time limits:
which are met, which are dropped with their state, which begin. A deadline never blocks, moves or closes anything;
when it is missed somebody is told.
"""

from __future__ import annotations

__all__ = ["arm_new", "deadline_due", "extend_deadline", "settle"]

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.deciding.tasks import TASK, finish_tasks
from pathway_engine.case.model import Running, oldest_first
from pathway_engine.deadlines import due_date, helsinki_date, missed_at
from pathway_engine.definition.model import Deadline
from pathway_engine.durations import DateRangeError, Duration
from pathway_engine.machine import Table, in_force
from pathway_engine.text import Ref

HANDOVER = "handover"
"""Rule of the deadlines that belong to a handover instead of the definition."""

ACCEPTED_WITHIN = Duration.parse("P14D")
"""How soon a handover is to be accepted when the definition does not say."""


def settle(draft: Draft) -> None:
    """Add what the draft's events mean for time limits and tasks."""
    for event in list(draft.events):
        follow = _FOLLOWING.get(type(event.body))
        if follow:
            follow(draft, event)
    finish_tasks(draft)


# ── what follows from each kind of event ───────────────────────────────────────────────────────────────────────────


def _opened(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    _arm_all(draft, draft.machine.main, "pending", body.pending_on)
    _arm_all(draft, draft.machine.main, f"state:{body.state}", helsinki_date(event.occurred_at))


def _moved(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    _happened(draft, draft.machine.main, body.trigger, event)
    _changed_state(draft, draft.machine.main, body.from_, body.to, event)


def _acted(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    _happened(draft, draft.machine.main, body.trigger, event)


def _state_corrected(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    _changed_state(draft, draft.machine.main, body.from_, body.to, event)


def _recorded(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    for table, track in _tables(draft, body.service):
        _happened(draft, table, body.record, event, track)
        _dated_by(draft, table, body, track)


def _record_corrected(draft: Draft, event: e.Event) -> None:
    """A corrected date counts from now on; a correction is no new meeting, so it meets and begins nothing else."""
    body: Any = event.body
    if draft.case.records[body.record].seq != event.seq:
        return  # A record that another has replaced since was put right.
    for table, track in _tables(draft):
        for anchor, rules in table.arming.items():
            record, _, name = anchor.removeprefix("record.").partition(".")
            if anchor.startswith("record.") and record == body.record and name not in body.coded:
                _drop_rules(draft, rules, track)
        _dated_by(draft, table, body, track)


def _tables(draft: Draft, service: str = "") -> list[tuple[Table, str]]:
    """Give the main path's table and those of the services open, or of the one a record was made in."""
    tracks = [each for each in oldest_first(draft.case.services) if service in {"", each.id}]
    return [(draft.machine.main, ""), *((draft.machine.services[each.kind], each.id) for each in tracks)]


def _dated_by(draft: Draft, table: Table, body: Any, service: str) -> None:
    """Arm the time limits that count from a date of the record."""
    for name, value in body.coded.items():
        anchor = f"record.{body.record}.{name}"
        if anchor in table.arming:
            _arm_all(draft, table, anchor, date.fromisoformat(str(value)), service)


def _service_opened(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    table = draft.machine.services[body.kind]
    day = helsinki_date(event.occurred_at)
    _arm_all(draft, table, "opened", day, body.service)
    _arm_all(draft, table, f"state:{body.state}", day, body.service)
    _happened(draft, draft.machine.main, body.kind, event)


def _service_moved(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    track = draft.case.services.get(body.service)
    if track is None:
        _drop(draft, lambda running: running.service == body.service)
        return
    table = draft.machine.services[track.kind]
    _happened(draft, table, body.trigger, event, track.id)
    _changed_state(draft, table, body.from_, body.to, event, track.id)


def _service_ended(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    _drop(draft, lambda running: running.service == body.service)


def _handover_requested(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    rule = draft.machine.main.find(body.trigger, draft.case.state, draft.case.held)
    handover = rule.move.handover if rule else None
    # Every handover has a day by which it is accepted or somebody is told, whoever proposed it and however (§H5).
    within = (handover.accept_within if handover else None) or ACCEPTED_WITHIN
    escalate_to = (handover.escalate_to if handover else ()) or _responsible(draft)
    _begin(
        draft, f"{HANDOVER}:{body.handover}", HANDOVER, helsinki_date(event.occurred_at), within,
        kind="regional", notify=(body.receiver_role,), escalate_to=escalate_to,
    )  # fmt: skip


def _handover_settled(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    running = draft.case.deadlines.get(f"{HANDOVER}:{body.handover}")
    if running:
        accepted = isinstance(body, e.HandoverAccepted | e.HandoverCompleted)
        draft.emit(
            e.DeadlineMet(deadline=running.id, late=running.missed)
            if accepted
            else e.DeadlineDropped(deadline=running.id)
        )


def _task_set(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    draft.emit(
        e.DeadlineArmed(
            deadline=f"{TASK}:{body.task}",
            rule=TASK,
            due_on=body.due_on,
            due_at=body.due_at,
            anchored_on=helsinki_date(event.occurred_at),
            kind="regional",
            # Nobody may hold the owner's role yet; the coordinating organisation is always there to hear of it.
            notify=tuple(dict.fromkeys((body.owner, "coordinator"))),
        )
    )


def _task_done(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    running = draft.case.deadlines.get(f"{TASK}:{body.task}")
    if running:
        draft.emit(e.DeadlineMet(deadline=running.id, late=running.missed))


def _closed(draft: Draft, _event: e.Event) -> None:
    # What a fact left to be done is still somebody's to do after the case has ended.
    _drop(draft, lambda running: running.rule != TASK)


def _reopened(draft: Draft, event: e.Event) -> None:
    body: Any = event.body
    _arm_all(draft, draft.machine.main, "pending", body.pending_on)


_FOLLOWING: dict[type[e.Body], Callable[[Draft, e.Event], None]] = {
    e.Opened: _opened,
    e.Moved: _moved,
    e.Acted: _acted,
    e.StateCorrected: _state_corrected,
    e.Recorded: _recorded,
    e.RecordCorrected: _record_corrected,
    e.ServiceOpened: _service_opened,
    e.ServiceMoved: _service_moved,
    e.ServiceEnded: _service_ended,
    e.HandoverRequested: _handover_requested,
    e.HandoverAccepted: _handover_settled,
    e.HandoverCompleted: _handover_settled,
    e.HandoverDeclined: _handover_settled,
    e.HandoverReturned: _handover_settled,
    e.HandoverCancelled: _handover_settled,
    e.HandoverTransferred: _handover_settled,
    e.TaskSet: _task_set,
    e.TaskDone: _task_done,
    e.Closed: _closed,
    e.Reopened: _reopened,
}


# ── arming, meeting, dropping ──────────────────────────────────────────────────────────────────────────────────────


def _changed_state(draft: Draft, table: Table, left: str, entered: str, event: e.Event, service: str = "") -> None:
    """Drop what belonged to the state left, and arm what belongs to the one entered.

    A time limit of a group goes on while the case moves inside the group: that is no exit and no entry.
    """
    before, after = table.arming.get(f"state:{left}", ()), table.arming.get(f"state:{entered}", ())
    if before == after:
        return
    _drop_rules(draft, [rule for rule in before if rule not in after], service)
    for rule in after:
        if rule not in before:
            _arm(draft, table, rule, helsinki_date(event.occurred_at), service)


def _happened(draft: Draft, table: Table, what: str, event: e.Event, service: str = "") -> None:
    """Meet the time limits that `what` meets, begin their next round, then arm those that `what` starts."""
    met, started = table.meeting.get(what, ()), table.arming.get(f"event:{what}", ())
    if not met and not started:
        return
    day = helsinki_date(event.occurred_at)
    for rule in met:
        running = draft.case.deadlines.get(_id(rule, service))
        if running and running.seq < event.seq:
            draft.emit(e.DeadlineMet(deadline=running.id, late=running.missed))
            if table.deadlines[rule].every:
                _arm(draft, table, rule, day, service, ends_on=running.ends_on)
    for rule in started:
        _arm(draft, table, rule, day, service)


def _arm_all(draft: Draft, table: Table, anchor: str, day: date, service: str = "") -> None:
    for rule in table.arming.get(anchor, ()):
        _arm(draft, table, rule, day, service)


def arm_new(draft: Draft, table: Table, known: Collection[str], state: str, service: str = "") -> None:
    """Begin the time limits that a new definition brings to a case that is under way (§O3).

    One that counts from pending or from a date on record counts from there, unless what meets it is on file already.
    One that counts from a state or a service that is open counts from today: nobody is late by a rule that was not
    there. One that counts from an event waits for the next.
    """
    for anchor, rules in table.arming.items():
        fresh = [rule for rule in rules if rule not in known]
        day = _anchored(draft, anchor, state) if fresh else None
        for rule in fresh:
            if day is not None and _is_ahead(draft, table, table.deadlines[rule], state):
                _arm(draft, table, rule, day, service)


def _is_ahead(draft: Draft, table: Table, limit: Deadline, state: str) -> bool:
    """Tell whether what meets it has still to come: no such record is on file, or such a move starts here.

    Which moves were made before is not in the case, so one that cannot be made here is taken for done.
    """
    if limit.every or not limit.met_by:
        return True
    records = [name for name in limit.met_by if name in draft.machine.pathway.records]
    if records:
        return not any(name in draft.case.records for name in records)
    return any(rule.trigger in limit.met_by for rule in table.rules_from(state))


def _anchored(draft: Draft, anchor: str, state: str) -> date | None:
    """Give the day from which a time limit of that anchor counts in a case that is under way; None for none."""
    if anchor == "pending":
        return draft.case.pending_on
    if anchor in {"opened", f"state:{state}"}:
        return draft.today
    record, _, name = anchor.removeprefix("record.").partition(".")
    held = draft.case.records.get(record) if anchor.startswith("record.") else None
    value = held.coded.get(name) if held else None
    return date.fromisoformat(str(value)) if value else None


def _arm(draft: Draft, table: Table, rule: str, day: date, service: str = "", *, ends_on: date | None = None) -> None:
    limit = table.deadlines[rule]
    pending = draft.case.pending_on
    within = in_force(limit.within, pending=pending, today=day) or limit.every
    if within is None or not _in_force(limit, pending, day):
        return
    _begin(
        draft,
        _id(rule, service),
        rule,
        day,
        within,
        kind=limit.kind,
        notify=limit.notify or _responsible(draft),
        escalate_to=limit.escalate_to if limit.on_miss == "escalate" else (),
        limit=limit,
        service=service,
        ends_on=ends_on,
    )


def _begin(  # noqa: PLR0913 - every argument is a column of the time limit
    draft: Draft,
    id: str,  # noqa: A002 - "id" is the word used everywhere
    rule: str,
    day: date,
    within: Duration,
    *,
    kind: str,
    notify: tuple[str, ...],
    escalate_to: tuple[str, ...],
    limit: Deadline | None = None,
    service: str = "",
    ends_on: date | None = None,
) -> None:
    try:
        due_on = due_date(
            day,
            within,
            calendar=limit.calendar if limit else "day",
            shift=limit.shift if limit else False,
            work_calendar=draft.facts.calendar,
        )
        if ends_on is None and limit is not None and limit.for_ is not None:
            ends_on = limit.for_.add_to_date(day)
    except DateRangeError:  # a year whose holidays nobody knows: what was recorded counts, and somebody is told
        draft.warn("warn-uncounted", deadline=Ref("deadline", rule))
        draft.emit(e.Warned(code="warn-uncounted", about=rule, told=notify))
        return
    if ends_on is not None and due_on > ends_on:
        return
    draft.emit(
        e.DeadlineArmed(
            deadline=id,
            rule=rule,
            due_on=due_on,
            due_at=missed_at(due_on),
            anchored_on=day,
            kind=kind,
            notify=notify,
            escalate_to=escalate_to,
            service=service,
            ends_on=ends_on,
        )
    )


def _in_force(limit: Deadline, pending: date, day: date) -> bool:
    if limit.valid is None:
        return True
    chosen = pending if limit.valid.by == "pending" else day
    return (limit.valid.from_ or chosen) <= chosen <= (limit.valid.to or chosen)


def _responsible(draft: Draft) -> tuple[str, ...]:
    state = draft.machine.state(draft.case.state)
    role = in_force(state.responsible, pending=draft.case.pending_on, today=draft.today)
    return (role,) if role else ()


def _id(rule: str, service: str) -> str:
    return f"{rule}@{service}" if service else rule


def _drop_rules(draft: Draft, rules: Iterable[str], service: str) -> None:
    over = {_id(rule, service) for rule in rules}
    _drop(draft, lambda running: running.id in over)


def _drop(draft: Draft, over: Callable[[Running], bool]) -> None:
    for running in oldest_first(draft.case.deadlines):
        if over(running):
            draft.emit(e.DeadlineDropped(deadline=running.id))


# ── the deadlines worker, and extensions ───────────────────────────────────────────────────────────────────────────


def deadline_due(draft: Draft, command: c.DeadlineDue) -> None:
    """Tell that a deadline was missed: once, never early, whatever asks (promise 8)."""
    held = draft.command.actor.roles
    running = draft.case.deadlines.get(command.deadline)
    if "system" not in held:
        draft.refuse("role-may-not", roles="system", held=tuple(Ref("role", role) for role in sorted(held)) or "–")
    elif running is None:
        draft.refuse("deadline-unknown", typed=command.deadline)
    elif draft.clock < running.due_at:
        draft.refuse("deadline-not-due", deadline=Ref("deadline", running.rule), on=running.due_on)
    elif running.missed:
        draft.refuse("deadline-told-already", deadline=Ref("deadline", running.rule))
    else:
        draft.role = "system"
        told = tuple(dict.fromkeys((*running.notify, *running.escalate_to)))
        draft.emit(
            e.DeadlineMissed(deadline=running.id, rule=running.rule, told=told, escalated=bool(running.escalate_to))
        )


def extend_deadline(draft: Draft, command: c.ExtendDeadline) -> None:
    """Give a deadline a later day, for a recorded reason (L5)."""
    running = draft.case.deadlines.get(command.deadline)
    if running is None:
        draft.refuse("deadline-unknown", typed=command.deadline)
        return
    if command.due_on <= running.due_on:
        draft.refuse("deadline-not-later", on=running.due_on)
    if draft.may(("coordinator", "own_worker", "decision_maker")) and not draft.reasons:
        due_at = missed_at(command.due_on)
        draft.emit(
            e.DeadlineExtended(deadline=running.id, due_on=command.due_on, due_at=due_at, reason=command.reason),
            sealed=command.sealed,
        )
