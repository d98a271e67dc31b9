"""Moves on the main path: what is missing, what a fact leaves to be done, closing and reopening (semantics §M).

The rules of *where* a move leads and *who* may make it stand in `machine`; here they are put to a case.
"""

from __future__ import annotations

__all__ = ["assess", "blocked", "correct_state", "end_handover_of", "move", "perform", "standing_time", "waits_no_more"]

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding import handing_over
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.deciding.tasks import set_task
from pathway_engine.case.model import Track, oldest_first
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Dated, Transition
from pathway_engine.machine import Rule, Table, in_force
from pathway_engine.requirements import Reason, all_missing, missing
from pathway_engine.text import Ref, message


@frozen(kw_only=True)
class Act:
    """How a move is made: the reason given, whose agreement it records, and by which handover it happens."""

    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    handover: str = ""
    end_open: str = ""
    workers: Mapping[str, str] = field(factory=dict)


def roles_of(draft: Draft, transition: Transition) -> tuple[str, ...]:
    """Give the roles that may make the move on that day; dated ones are resolved by the law's date."""
    if not isinstance(transition.by, Dated):
        return transition.by
    return in_force(transition.by, pending=draft.case.pending_on, today=draft.day) or ()


def move(draft: Draft, command: c.Move) -> None:
    """Make a move, or propose it when it goes by a warm handover."""
    rule = find(draft, draft.machine.main, command.trigger, draft.case.state, draft.case.held)
    if rule is None or not draft.may(roles_of(draft, rule.move)):
        return
    standing_time(draft, rule)
    act = Act(
        reason=command.reason,
        agreed_by=agreement(draft, command.agreed_by),
        end_open=command.end_open,
        workers={rule.move.handover.to: command.receiver_worker} if rule.move.handover else {},
    )
    goes_by_handover = handing_over.goes_by_handover(draft, rule.move, command.receiver)
    unmet = [*assess(draft, rule.move, act), *blocked(draft, rule, act, leaves=goes_by_handover)]
    if goes_by_handover:
        unmet += handing_over.receiver_faults(draft, rule.move, command.receiver)
    unused = handing_over.unused_receiver(rule, command)
    if not rule.move.fact:
        draft.reasons += [*unmet, *unused]
    if draft.reasons:
        return
    if goes_by_handover:
        handing_over.propose(draft, rule, command, act.agreed_by)
        return
    draft.warnings += unused
    perform(draft, rule, act, sealed=command.sealed)
    handing_over.name_receiver(draft, rule.move, command)


def find(draft: Draft, table: Table, trigger: str, state: str, held: str = "") -> Rule | None:
    """Give the rule for a trigger here; says what is wrong when there is none."""
    rule = table.find(trigger, state, held)
    if rule is None:
        if not table.knows(trigger):
            draft.refuse("unknown-move", typed=trigger, hint=message("plain", text=""))
        elif any(each.trigger == trigger for each in table.rules_from(state)):
            draft.refuse("nothing-to-resume")
        else:
            draft.refuse("move-not-here", move=Ref("move", trigger), state=Ref("state", state))
    return rule


def standing_time(draft: Draft, rule: Rule) -> None:
    """Moves follow one another in the time they happened (§E2); a fact told late is not refused for it (§M4)."""
    if not rule.stays and not rule.move.fact and draft.at < draft.case.last_moved_at:
        draft.refuse("before-last-move", at=helsinki_date(draft.case.last_moved_at))


def agreement(draft: Draft, stated: Iterable[str]) -> tuple[str, ...]:
    """Give whose agreement the act records: those stated, and the actor's own."""
    agreed = set(stated)
    if draft.standing().is_client():
        agreed.add("client")
    if draft.role:
        agreed.add(draft.role)
    return tuple(sorted(agreed))


def assess(draft: Draft, transition: Transition, act: Act) -> list[Reason]:
    """Give everything that is missing for a move: reason, agreement, requirements; all at once."""
    found = _reason_faults(draft, transition, act.reason)
    found += [
        Reason(message("agreement-missing", role=Ref("role", role)), (role,), f"agreement:{role}")
        for role in transition.agreed_by
        if role not in act.agreed_by
    ]
    if transition.requires:
        found += all_missing(transition.requires, draft.situation(act.workers))
    return found


def _reason_faults(draft: Draft, transition: Transition, reason: str) -> list[Reason]:
    if not transition.reasons:
        return []
    catalogue = draft.machine.pathway.catalogues[transition.reasons]
    if reason in catalogue.items:
        return []
    options = tuple(Ref("option", f"{transition.reasons}.{item}") for item in catalogue.items)
    if reason:
        return [Reason(message("reason-unknown", typed=reason, options=options))]
    return [Reason(message("reason-missing", options=options), roles_of(draft, transition), "reason")]


def blocked(draft: Draft, rule: Rule, act: Act, *, leaves: bool = False) -> list[Reason]:
    """What the case itself has open that the move would leave hanging (§H3, §M6).

    `leaves` is true for a move that asks for a handover of its own: there is one at a time, wherever the move leads.
    """
    found: list[Reason] = []
    under_way = draft.case.handover_of("case")
    ends = not rule.stays and draft.machine.state(rule.target).kind == "final"
    if ends and not act.end_open:
        found += _left_open(draft)
    elif under_way is not None and (leaves or not rule.stays) and not ends:
        receiver = Ref("organisation", under_way.receiver)
        found.append(Reason(message("handover-open", receiver=receiver), ("client", "coordinator"), "handover"))
    return found


def _left_open(draft: Draft) -> list[Reason]:
    found = []
    if draft.case.services:
        services = tuple(Ref("service", track.kind) for track in oldest_first(draft.case.services))
        found.append(Reason(message("open-services", services=services), ("coordinator",), "open-services"))
    if draft.case.handovers:
        receivers = tuple(Ref("organisation", each.receiver) for each in oldest_first(draft.case.handovers))
        found.append(Reason(message("open-handovers", handovers=receivers), ("coordinator",), "open-handovers"))
    return found


# ── making it happen ───────────────────────────────────────────────────────────────────────────────────────────────


def perform(draft: Draft, rule: Rule, act: Act, *, sealed: tuple[str, ...] = ()) -> None:
    """Write the events of a move whose conditions have been looked at."""
    unmet, practice = _unmet(draft, rule.move, act), _practice(draft, rule.move, act)
    relied_on = relied(draft, rule)
    if rule.stays:
        _acted(draft, rule, act, relied_on, sealed)
    else:
        _moved(draft, rule, act, relied_on, sealed)
    waits_no_more(draft, rule.trigger)
    _follow(draft, rule.name, rule.move, unmet, practice)


def waits_no_more(draft: Draft, queue: str) -> None:
    """Take the client off the queue for what has come."""
    if queue in draft.case.waiting:
        draft.emit(e.WaitingEnded(queue=queue))


def _unmet(draft: Draft, transition: Transition, act: Act) -> dict[str, str]:
    """Give what a fact lacks, and who can supply it: requirement, agreement or reason -> role."""
    if not transition.fact:
        return {}
    situation = draft.situation(act.workers)
    found = {}
    for each in transition.requires:
        lacking = missing(each, situation)
        if lacking:
            found[each.id] = next((who for reason in lacking for who in reason.who), draft.role)
    found |= {f"agreement:{role}": role for role in transition.agreed_by if role not in act.agreed_by}
    if transition.reasons and not act.reason:
        found["reason"] = draft.role
    return found


def _practice(draft: Draft, transition: Transition, act: Act) -> dict[str, tuple[Reason, ...]]:
    """Give the agreed practice that was not followed."""
    if not transition.advises:
        return {}
    situation = draft.situation(act.workers)
    found = {each.id: missing(each, situation) for each in transition.advises}
    return {name: reasons for name, reasons in found.items() if reasons}


def _follow(
    draft: Draft,
    name: str,
    transition: Transition,
    unmet: Mapping[str, str],
    practice: Mapping[str, tuple[Reason, ...]],
) -> None:
    """Write what a move brings with it: flags, practice that was not followed, and the tasks a fact leaves."""
    for flag in transition.sets:
        if flag not in draft.case.flags:
            draft.emit(e.FlagRaised(flag=flag))
    for flag in transition.clears:
        if flag in draft.case.flags:
            draft.emit(e.FlagLowered(flag=flag))
    for about, reasons in practice.items():
        draft.warnings += reasons
        draft.emit(e.Warned(code="warn-practice", about=about))
    for requirement, owner in unmet.items():
        set_task(draft, name, requirement, owner, transition.tasks_within)


def relied(draft: Draft, rule: Rule) -> dict[str, int]:
    """Give the records that the move rests on (record -> number)."""
    if not rule.rests_on:
        return {}
    return {name: held.seq for name, held in draft.case.records.items() if name in rule.rests_on and not held.used}


def _acted(draft: Draft, rule: Rule, act: Act, relied_on: dict[str, int], sealed: tuple[str, ...]) -> None:
    body = e.Acted(
        trigger=rule.trigger,
        state=draft.case.state,
        reason=act.reason,
        agreed_by=act.agreed_by,
        relied_on=relied_on,
        handover=act.handover,
    )
    draft.emit(body, sealed=sealed)


def _moved(draft: Draft, rule: Rule, act: Act, relied_on: dict[str, int], sealed: tuple[str, ...]) -> None:
    left, entered = draft.machine.state(draft.case.state), draft.machine.state(rule.target)
    if rule.move.fact:
        _overtake(draft)
    if entered.kind == "final":
        _end_everything(draft, act.end_open or act.reason or rule.trigger)
    body = e.Moved(
        trigger=rule.trigger,
        from_=draft.case.state,
        to=rule.target,
        fact=rule.move.fact,
        reason=act.reason,
        agreed_by=act.agreed_by,
        relied_on=relied_on,
        holds=entered.kind == "hold",
        resumes=left.kind == "hold",
        handover=act.handover,
    )
    draft.emit(body, sealed=sealed)
    if entered.kind == "final":
        draft.emit(e.Closed(reason=act.reason or rule.trigger))
    elif left.kind == "final":
        _reopen(draft)


def _overtake(draft: Draft) -> None:
    """A fact is never refused, so it overtakes a handover that waits: visibly (§M4, §H3)."""
    under_way = draft.case.handover_of("case")
    if under_way is not None:
        draft.emit(e.HandoverCancelled(handover=under_way.id, reason="overtaken_by_fact"))


def _end_everything(draft: Draft, reason: str) -> None:
    for handover in oldest_first(draft.case.handovers):
        draft.emit(e.HandoverCancelled(handover=handover.id, reason=reason))
    for track in oldest_first(draft.case.services):
        draft.emit(e.ServiceEnded(service=track.id, reason=reason))


def _reopen(draft: Draft) -> None:
    """A reopened case is coordinated by whoever took it up, or by the last coordinator when the client came alone."""
    organisation = draft.command.actor.organisation or draft.case.coordinator.organisation
    body = e.Reopened(pending_on=draft.day, organisation=organisation, role=draft.case.coordinator.role)
    draft.emit(body)


def correct_state(draft: Draft, command: c.Correct, wrong: e.Event) -> None:
    """Put the last move right, by its own authority; the wrong one stays in the journal (§E3)."""
    if wrong.seq != draft.case.entered_seq:
        draft.refuse("state-not-left", seq=wrong.seq)
        return
    if command.to not in draft.machine.main.states:
        draft.refuse("unknown-name", typed=command.to, hint=message("plain", text=""))
        return
    if draft.machine.state(command.to).kind == "hold":
        # Where to go back to from a break is known only to the move that leads there.
        draft.refuse("hold-by-move", state=Ref("state", command.to))
    closes = draft.machine.state(command.to).kind == "final" and draft.case.is_open
    if closes:
        draft.reasons += _left_open(draft)
    if not draft.may(("coordinator", "own_worker", "decision_maker")) or draft.reasons:
        return
    draft.emit(e.StateCorrected(from_=draft.case.state, to=command.to, corrects=wrong.seq), sealed=command.sealed)
    # A case is closed in a final state and nowhere else, however it came there.
    if closes:
        draft.emit(e.Closed(reason="mistake"))
    elif not draft.case.is_open and draft.machine.state(command.to).kind != "final":
        held = draft.case.coordinator
        draft.emit(
            e.Reopened(
                pending_on=draft.case.pending_on, organisation=held.organisation, role=held.role, worker=held.worker
            )
        )


def end_handover_of(draft: Draft, track: Track) -> None:
    """A service that ends takes the handover that is under way for it along."""
    under_way = draft.case.handover_of(f"service:{track.id}")
    if under_way is not None:
        draft.emit(e.HandoverCancelled(handover=under_way.id, reason="ended"))


def track_events(draft: Draft, track: Track, rule: Rule, act: Act, sealed: tuple[str, ...]) -> None:
    """Write the events of a move in a service; its flags, practice and tasks are as those of the main path."""
    unmet, practice = _unmet(draft, rule.move, act), _practice(draft, rule.move, act)
    states = draft.machine.services[track.kind].states
    body = e.ServiceMoved(
        service=track.id,
        trigger=rule.trigger,
        from_=track.state,
        to=rule.target,
        reason=act.reason,
        agreed_by=act.agreed_by,
        relied_on=relied(draft, rule),
        ended=states[rule.target].kind == "final",
    )
    if body.ended:
        end_handover_of(draft, track)
    draft.emit(body, sealed=sealed)
    _follow(draft, f"{track.kind}.{rule.name}", rule.move, unmet, practice)
