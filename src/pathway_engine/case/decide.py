"""Deciding: a pure function from a case and a command to events or to reasons.

    decide(machine, case, command, facts, now) -> Accepted | Refused

No I/O, no clock, no globals: what lies outside the case comes in as `facts`, and time as `now`. Each kind of command
has one function in `case.deciding`; the gates that hold for all of them stand here.
"""

from __future__ import annotations

__all__ = ["decide", "steps"]

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case.deciding import (
    disclosing,
    erasing,
    handing_over,
    keeping,
    migrating,
    movement,
    receiving,
    tasks,
    timekeeping,
    tracks,
)
from pathway_engine.case.deciding.draft import Draft, loads_of
from pathway_engine.case.deciding.opening import open_case
from pathway_engine.case.decision import Accepted, Claim, Decision, Facts, Refused, Step
from pathway_engine.case.model import Case, Track, oldest_first
from pathway_engine.deadlines import helsinki_date
from pathway_engine.machine import Machine, Rule
from pathway_engine.requirements import Reason
from pathway_engine.text import Ref, message

_HANDLERS: dict[type[c.Command], Callable[[Draft, Any], None]] = {
    c.Move: movement.move,
    c.Record: keeping.record,
    c.Correct: keeping.correct,
    c.GivePermit: keeping.give_permit,
    c.WithdrawPermit: keeping.withdraw_permit,
    c.WithholdDisclosure: disclosing.withhold_disclosure,
    c.Forbid: keeping.forbid,
    c.LiftProhibition: keeping.lift_prohibition,
    c.NameWorker: keeping.name_worker,
    c.EndRole: keeping.end_role,
    c.ProposeHandover: handing_over.propose_handover,
    c.AnswerHandover: handing_over.answer_handover,
    c.AcceptHandover: handing_over.accept_handover,
    c.MeetHandover: handing_over.meet_handover,
    c.ReceiveHandover: receiving.receive_handover,
    c.ReturnHandover: handing_over.return_handover,
    c.CancelHandover: handing_over.cancel_handover,
    c.TransferHandover: handing_over.transfer_handover,
    c.OpenService: tracks.open_service,
    c.MoveService: tracks.move_service,
    c.EndService: tracks.end_service,
    c.JoinQueue: keeping.join_queue,
    c.LeaveQueue: keeping.leave_queue,
    c.DeadlineDue: timekeeping.deadline_due,
    c.ExtendDeadline: timekeeping.extend_deadline,
    c.CompleteTask: tasks.complete_task,
    c.Migrate: migrating.migrate,
    c.Restrict: keeping.restrict,
    c.LiftRestriction: keeping.lift_restriction,
    c.Erase: erasing.erase,
}

_WHEN_CLOSED = (
    c.Record,
    c.Correct,
    c.CompleteTask,
    c.DeadlineDue,
    c.WithdrawPermit,
    c.WithholdDisclosure,
    c.Forbid,
    c.Restrict,
    c.LiftRestriction,
    c.Migrate,
    c.Erase,
)
"""What may still be done when the case has ended, beside moves out of the final state: papers come late, and the
client's rights do not end."""

_WHEN_RESTRICTED = (c.LiftRestriction, c.WithdrawPermit, c.WithholdDisclosure, c.Forbid, c.DeadlineDue)
"""What may be done while the use of the data is restricted (GDPR art. 18)."""


def decide(machine: Machine, case: Case | None, command: c.Command, facts: Facts, now: datetime) -> Decision:
    """Decide a command.

    Args:
        machine: The definition the case runs under, compiled.
        case: The case as it is; None when it is to be opened.
        command: What is asked, after intake: ids, coded values and pseudonyms only.
        facts: What was gathered about the world outside the case.
        now: The engine's clock, aware and in UTC.

    Returns:
        `Accepted` with at least one event, or `Refused` with every reason. Deciding changes nothing.

    Raises:
        ValueError: The command opens an existing case, or asks something of none.
    """
    if isinstance(command, c.Open):
        draft_or_no = open_case(machine, command, facts, now)
        if isinstance(draft_or_no, Refused):
            return draft_or_no
        # Only whoever may open a case learns that its id is taken.
        return _concluded(draft_or_no) if case is None else Refused((Reason(message("case-exists")),))
    if case is None:
        msg = f"command {command.name!r} asks something of a case that is not there"
        raise ValueError(msg)
    draft = Draft(machine, case, command, facts, now)
    _gates(draft)
    if not draft.reasons:
        _HANDLERS[type(command)](draft, command)
    return _concluded(draft)


def _gates(draft: Draft) -> None:
    """What holds for every command: time, closing, restriction."""
    command, case = draft.command, draft.case
    if command.at is not None and command.at > draft.now:
        draft.refuse("in-the-future", at=helsinki_date(command.at))
    if case.restricted and not isinstance(command, _WHEN_RESTRICTED):
        draft.refuse("case-restricted")
    if not case.is_open and not isinstance(command, _WHEN_CLOSED) and not _leads_out(draft):
        draft.refuse("case-closed", who=("client", "recogniser"))


def _leads_out(draft: Draft) -> bool:
    command = draft.command
    return isinstance(command, c.Move) and draft.machine.main.find(command.trigger, draft.case.state) is not None


def _concluded(draft: Draft) -> Decision:
    if draft.reasons:
        return Refused(tuple(dict.fromkeys(draft.reasons)))
    claims, full = _claims(draft)
    if full:
        return Refused(full)
    timekeeping.settle(draft)
    return Accepted(draft.case, tuple(draft.events), claims, tuple(dict.fromkeys(draft.warnings)))


def _claims(draft: Draft) -> tuple[tuple[Claim, ...], tuple[Reason, ...]]:
    """Give the change in what the case takes up of its workers' capacities (§P2), and which of them are full.

    A limit that blocks holds however the worker got the case, by a move, a receipt or a naming: the store would
    refuse the claim, and deciding anew would end the same way. Only a fact is never refused.
    """
    if not (draft.machine.pathway.capacities or draft.machine_before.pathway.capacities):
        return (), ()
    opens = isinstance(draft.command, c.Open)
    if not opens and draft.machine is draft.machine_before and _same_load(draft.before, draft.case):
        return (), ()
    before = frozenset() if opens else loads_of(draft.machine_before, draft.before)
    after = loads_of(draft.machine, draft.case)
    fact = any(getattr(event.body, "fact", False) for event in draft.events)
    claims = [Claim(capacity, worker, -1) for capacity, worker in sorted(before - after)]
    for name, worker in sorted(after - before):
        capacity = draft.machine.pathway.capacities[name]
        blocks = capacity.over == "block" and not fact
        claims.append(Claim(name, worker, 1, capacity.limit if blocks else None))
        load = draft.facts.loads.get((name, worker), 0) + 1
        if not blocks and load > capacity.limit:
            draft.warn("warn-capacity", role=Ref("role", capacity.per), count=load, limit=capacity.limit)
    return tuple(claims), () if fact else _full(draft, after - before)


def _same_load(before: Case, after: Case) -> bool:
    """Tell at a glance that a case takes up what it took up before; folding leaves alone what it does not change."""
    return before.state == after.state and before.named is after.named and before.closed is after.closed


def _full(draft: Draft, added: Iterable[tuple[str, str]]) -> tuple[Reason, ...]:
    """Give the limits that block one more case on these (capacity, worker) pairs."""
    found = []
    for name, worker in sorted(added):
        capacity = draft.machine.pathway.capacities[name]
        load = draft.facts.loads.get((name, worker), 0)
        if capacity.over == "block" and load >= capacity.limit:
            lacking = message("capacity-full", role=Ref("role", capacity.per), count=load, limit=capacity.limit)
            found.append(Reason(lacking, (capacity.per,), f"capacity:{name}"))
    return tuple(found)


# ── what can be done next ──────────────────────────────────────────────────────────────────────────────────────────


def steps(machine: Machine, case: Case, actor: c.Actor, facts: Facts, now: datetime) -> tuple[Step, ...]:
    """List every move from here, for one actor: allowed or not, what is missing, and who may.

    Asking changes nothing. A move that only others may make is listed as not allowed, with who may.
    """
    found = [
        _step(machine, case, actor, facts, now, rule)
        for rule in machine.main.rules_from(case.state)
        if _open_to(rule, case)
    ]
    for track in oldest_first(case.services):
        rules = machine.services[track.kind].rules_from(track.state)
        found += [_step(machine, case, actor, facts, now, rule, track) for rule in rules]
    return tuple(found)


def _open_to(rule: Rule, case: Case) -> bool:
    return not rule.resumes or rule.resumes == case.held


def _step(
    machine: Machine, case: Case, actor: c.Actor, facts: Facts, now: datetime, rule: Rule, track: Track | None = None
) -> Step:
    command = c.Move(case=case.id, actor=actor, trigger=rule.trigger)
    draft = Draft(machine, case, command, facts, now)
    roles = movement.roles_of(draft, rule.move)
    _gates(draft)
    may = draft.may(roles, track)
    act = movement.Act(agreed_by=(*movement.agreement(draft, ()), *rule.move.agreed_by))
    lacking = _lacking(draft, rule, act, track) if may else []
    reasons = (*draft.reasons, *lacking)
    return Step(
        trigger=rule.trigger,
        name=rule.name,
        to=rule.target,
        service=track.id if track else "",
        allowed=not draft.reasons and (rule.move.fact or not lacking),
        reasons=reasons,
        by=roles,
        fact=rule.move.fact,
        handover=rule.move.handover is not None,
    )


def _lacking(draft: Draft, rule: Rule, act: movement.Act, track: Track | None) -> list[Reason]:
    """What a step lacks besides its own arguments: reason, receiver and agreement are asked when it is made."""
    found = [each for each in movement.assess(draft, rule.move, act) if each.requirement != "reason"]
    if track is None:
        always = rule.move.handover is not None and rule.move.handover.when == "always" and not rule.move.fact
        found += movement.blocked(draft, rule, act, leaves=always)
        if not always:
            there = loads_of(draft.machine, draft.case, rule.target)
            found += _full(draft, there - loads_of(draft.machine, draft.case))
    return list(dict.fromkeys(found))
