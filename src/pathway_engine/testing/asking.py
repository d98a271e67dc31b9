"""Making commands as a host would send them: likely ones, and unlikely ones by unlikely people."""

from __future__ import annotations

__all__ = ["make_actor", "make_command"]

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Dated, Field, Pathway, Transition
from pathway_engine.handovers import WITHOUT_MEETING
from pathway_engine.machine import Machine
from pathway_engine.testing.choosing import Chooser
from pathway_engine.testing.vocabulary import PERSONS

CLIENT = c.Actor(subject="client", roles={"client"})
GUARDIAN = c.Actor(subject="guardian", roles={"guardian"}, acting_for="client")

_PLAIN_DAYS = tuple(date(2025, 1, 15) + timedelta(days=40 * number) for number in range(15))
_ODD_DAYS = (date(1899, 12, 31), date(2100, 12, 31), date(2200, 12, 31), date.max, date.min)
_REASONS = ("own_wish", "", "moved", "other", "siksi että näin on", "own wish fi")
_WRONG = ("", "\x00", "31.2.2025", "school fi", -1, True, ())


def make_command(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    """Make a command of any kind; those that lead somewhere are made more often.

    Args:
        choose: Makes the choices.
        machine: The definition the case runs under.
        case: The case as it is.
    """
    kinds: list[_Maker] = [_move, _move, _record, _record]
    if case.handovers:
        kinds += [_handover_step, _handover_step, _handover_step, _handover_step]
    if machine.services:
        kinds += [_service, _service]
    if case.deadlines:
        kinds.append(_deadline)
    return choose.one([*kinds, _keeping])(choose, machine, case)


_Maker = Callable[[Chooser, Machine, Case], c.Command]


def make_actor(choose: Chooser, machine: Machine, case: Case) -> c.Actor:
    """Make somebody who may have to do with the case, or somebody who has not."""
    roles = choose.some(sorted(machine.pathway.roles), 1, 2)
    parties = [*_near(case), *machine.pathway.organisations, ""]
    worker = c.Actor(subject=choose.one(PERSONS), organisation=choose.one(parties), roles=frozenset(roles))
    return choose.one([worker, worker, CLIENT, GUARDIAN, c.SYSTEM, c.Actor()])


def _near(case: Case) -> list[str]:
    receivers = [each.receiver for each in case.handovers.values()]
    tracks = [track.provider for track in case.services.values()]
    return [case.coordinator.organisation, *case.participants, *receivers, *tracks]


def _fitting(choose: Chooser, case: Case, roles: tuple[str, ...]) -> c.Actor:
    """Make somebody in one of the roles, near the case."""
    role = choose.one(roles) if roles else "own_worker"
    if role == "client":
        return CLIENT
    held = "own_worker" if role in {"recogniser", "coordinator"} else role
    return c.Actor(subject=choose.one(PERSONS), organisation=choose.one(_near(case)), roles={held})


def _somebody(choose: Chooser, machine: Machine, case: Case, roles: tuple[str, ...]) -> c.Actor:
    return make_actor(choose, machine, case) if choose.once_in(5) else _fitting(choose, case, roles)


# ── moves ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _roles(move: Transition) -> tuple[str, ...]:
    if isinstance(move.by, Dated):
        return tuple(role for each in move.by.dated for role in each.value)
    return move.by


def _move(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    here = machine.main.rules_from(case.state)
    if here and not choose.once_in(8):
        rule = choose.one(here)
        trigger, actor = rule.trigger, _somebody(choose, machine, case, _roles(rule.move))
    else:
        trigger = choose.one([*machine.main.shared.events, "nowhere"])
        actor = make_actor(choose, machine, case)
    return c.Move(
        case=case.id,
        actor=actor,
        trigger=trigger,
        reason=choose.one(_REASONS),
        agreed_by={"client"} if not choose.once_in(3) else frozenset(),
        receiver=choose.one(["", "north", "south", "east", "bought", "office"]),
        receiver_worker=choose.one(["", *PERSONS]),
        end_open=choose.one(["", "other"]),
    )


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _record(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    record = choose.one(machine.pathway.records)
    kind = machine.pathway.records[record]
    complete = not choose.once_in(3)
    fields = {
        name: _value(choose, machine.pathway, field)
        for name, field in kind.fields.items()
        if complete or choose.once_in(2)
    }
    if choose.once_in(20):
        fields["no_such_field"] = "x"
    return c.Record(
        case=case.id,
        actor=_somebody(choose, machine, case, kind.by),
        record=record,
        fields=fields,
        supplements=choose.once_in(3),
        service=choose.one(["", "", *case.services]),
    )


def _value(choose: Chooser, pathway: Pathway, field: Field) -> Any:
    if choose.once_in(15):
        return choose.one(_WRONG)
    return _RIGHT[field.type](choose, pathway)


_SIGNS = ("school", "health", "work")

_RIGHT: Mapping[str, Callable[[Chooser, Pathway], Any]] = {
    "text": lambda choose, _: choose.one(["Teksti.", "", "  ", "Ääkkösiä\nja rivi"]),
    "choice": lambda choose, _: choose.one([*_SIGNS, "health fi"]),
    "choices": lambda choose, _: choose.some(_SIGNS, 0, 3),
    "date": lambda choose, _: str(_day(choose)) if choose.once_in(2) else _day(choose),
    "integer": lambda choose, _: choose.between(1, 9),
    "boolean": lambda choose, _: choose.one([True, False, "kyllä", "nej"]),
    "role": lambda choose, pathway: choose.one(pathway.roles),
    "roles": lambda choose, pathway: choose.some(pathway.roles, 0, 3),
    "organisation": lambda choose, pathway: choose.one(pathway.organisations),
    "worker": lambda choose, _: choose.one(PERSONS),
}


def _day(choose: Chooser) -> date:
    return choose.one(_ODD_DAYS) if choose.once_in(12) else choose.one(_PLAIN_DAYS)


# ── handovers and services ─────────────────────────────────────────────────────────────────────────────────────────


def _handover_step(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    held = choose.one(list(case.handovers.values()))

    def side(organisation: str) -> c.Actor:
        if choose.once_in(8):
            return make_actor(choose, machine, case)
        role = choose.one([held.receiver_role, "own_worker", "coach"])
        return c.Actor(subject=choose.one(PERSONS), organisation=organisation, roles={role})

    sender, receiver = side(held.sender), side(held.receiver)
    base: dict[str, Any] = {"case": case.id, "handover": choose.one([held.id, ""])}
    present = {"client"} if choose.once_in(4) else {"client", "coordinator", held.receiver_role}
    without = choose.one(["", *WITHOUT_MEETING, "siksi vain"])
    answer: Any = choose.one(["agreed", "agreed", "waived", "declined"])
    onwards: dict[str, c.Command] = {
        "requested": c.AnswerHandover(actor=choose.one([CLIENT, sender]), answer=answer, **base),
        "agreed": c.AcceptHandover(actor=receiver, worker=choose.one(["", *PERSONS]), **base),
        "accepted": c.MeetHandover(actor=choose.one([sender, receiver]), present=present, **base),
        "met": c.ReceiveHandover(actor=receiver, **base),
    }
    others: list[c.Command] = [
        c.ReceiveHandover(actor=receiver, without_meeting=without, **base),
        c.ReturnHandover(actor=receiver, **base),
        c.CancelHandover(actor=choose.one([sender, CLIENT]), **base),
        c.TransferHandover(actor=receiver, to=choose.one(["north", "east", "bought"]), **base),
        *onwards.values(),
    ]
    return choose.one(others) if choose.once_in(3) else onwards[held.status]


def _service(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    if not case.services or choose.once_in(4):
        kind = choose.one(machine.services)
        actor = _somebody(choose, machine, case, machine.pathway.services[kind].by)
        return c.OpenService(case=case.id, actor=actor, service=kind, provider=choose.one(["", "north", "east"]))
    track = choose.one(list(case.services.values()))
    base: dict[str, Any] = {"case": case.id, "service": track.id}
    match choose.below(6):
        case 4:
            return c.EndService(actor=_somebody(choose, machine, case, ("client", "coach")), reason="other", **base)
        case 5:
            actor = _somebody(choose, machine, case, ("own_worker",))
            receiver = choose.one(["east", "bought", "north"])
            return c.ProposeHandover(actor=actor, receiver=receiver, receiver_role="coach", extract=("talk",), **base)
        case _:
            here = machine.services[track.kind].rules_from(track.state)
            rule = choose.one(here)
            actor = _somebody(choose, machine, case, _roles(rule.move))
            trigger = rule.trigger if not choose.once_in(8) else choose.one(["start", "stay", "stop"])
            reason = choose.one(_REASONS)
            return c.MoveService(actor=actor, trigger=trigger, reason=reason, agreed_by={"client"}, **base)


# ── deadlines, tasks, and what is kept beside ──────────────────────────────────────────────────────────────────────


def _deadline(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    which = choose.one([*case.deadlines, "no_such"])
    if case.tasks and choose.once_in(4):
        actor = _somebody(choose, machine, case, ("own_worker",))
        return c.CompleteTask(case=case.id, actor=actor, task=choose.one(case.tasks), reason="other")
    if choose.once_in(3):
        later = case.recorded_at.date() + timedelta(days=choose.between(1, 60))
        due_on = date.max if choose.once_in(10) else later
        actor = _somebody(choose, machine, case, ("own_worker",))
        return c.ExtendDeadline(case=case.id, actor=actor, deadline=which, due_on=due_on, reason=choose.one(_REASONS))
    return c.DeadlineDue(case=case.id, actor=c.SYSTEM, deadline=which)


def _keeping(choose: Chooser, machine: Machine, case: Case) -> c.Command:
    pathway = machine.pathway
    base: dict[str, Any] = {"case": case.id, "actor": _somebody(choose, machine, case, ("own_worker", "client"))}
    party = choose.one(["north", "south", "east", "bought", "office", "county"])
    role = choose.one(["coach", "own_worker", *pathway.roles])
    if case.restricted:
        return c.LiftRestriction(reason="other", **base)
    makers: tuple[Callable[[], c.Command], ...] = (
        lambda: c.NameWorker(role=role, organisation=choose.one(["", party]), worker=choose.one(["aino", ""]), **base),
        lambda: c.NameWorker(role=role, worker=choose.one(PERSONS), **base),
        lambda: c.GivePermit(
            kind="share", recipient=party, until=choose.one([None, _day(choose)]), records=_few(choose, pathway), **base
        ),
        lambda: c.Correct(seq=choose.between(1, case.version), to=choose.one(pathway.states), **base),
        lambda: c.Correct(seq=case.entered_seq, to=choose.one(pathway.states), **base),
        lambda: _corrected(choose, case, base),
        lambda: c.EndRole(role=choose.one([*case.named, role]), **base),
        lambda: c.WithdrawPermit(permit=choose.one([*case.permits, "share"]), **base),
        lambda: c.Forbid(recipient=party, records=_few(choose, pathway), **base),
        lambda: c.LiftProhibition(prohibition=choose.one([*case.prohibitions, "p0"]), **base),
        lambda: c.JoinQueue(queue=_queue(choose, pathway), expected_on=choose.one([None, _day(choose)]), **base),
        lambda: c.LeaveQueue(queue=choose.one([*case.waiting, _queue(choose, pathway)]), **base),
        lambda: c.ProposeHandover(receiver=party, receiver_role=role, extract=_few(choose, pathway), **base),
        lambda: c.Migrate(to_digest=choose.one([pathway.digest, "no such"]), **base),
        lambda: c.Restrict(reason="other", **base),
        lambda: c.Open(client="client", **base),
    )
    return choose.one(makers)()


def _few(choose: Chooser, pathway: Pathway) -> tuple[str, ...]:
    return choose.some(pathway.records, 0, 2)


def _queue(choose: Chooser, pathway: Pathway) -> str:
    return choose.one([*pathway.services, *(move.trigger or key for key, move in pathway.transitions.items())])


def _corrected(choose: Chooser, case: Case, base: dict[str, Any]) -> c.Command:
    seqs = [held.seq for held in case.records.values()] + [permit.seq for permit in case.permits.values()]
    fields: dict[str, Any] = {"held_on": _day(choose), "there": "coach"} if choose.once_in(2) else {}
    return c.Correct(seq=choose.one([*seqs, 1]), fields=fields, until=choose.one([None, _day(choose)]), **base)
