"""Moving a case to another version of its definition (§O3). A case with no home there is refused, never guessed."""

from __future__ import annotations

__all__ = ["migrate"]

from collections.abc import Iterator

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.deciding.erasing import keeping_role
from pathway_engine.case.deciding.timekeeping import arm_new
from pathway_engine.case.model import Case, oldest_first
from pathway_engine.machine import Machine


def migrate(draft: Draft, command: c.Migrate) -> None:
    """Map state, remembered state and services; time limits the new definition does not know end, and its own begin."""
    target = draft.facts.machine
    if target is None or target.digest != command.to_digest:
        draft.refuse("no-target")
        return
    if not _may(draft, command):
        return
    case = draft.case
    if command.from_digest not in {"", case.digest}:
        draft.refuse("migrated-elsewhere", version=case.definition_version)
        return
    migrated = _mapped(draft, target, command)
    if draft.reasons:
        return
    draft.emit(migrated, sealed=command.sealed)
    before, draft.machine = draft.machine, target
    for running in oldest_first(draft.case.deadlines):
        if running.rule not in {"task", "handover"} and not _known(target, draft, running.rule, running.service):
            draft.emit(e.DeadlineDropped(deadline=running.id))
    if draft.case.is_open:
        arm_new(draft, target.main, before.main.deadlines, migrated.state)
        for track in oldest_first(draft.case.services):
            arm_new(draft, target.services[track.kind], before.services[track.kind].deadlines, track.state, track.id)


def _may(draft: Draft, command: c.Migrate) -> bool:
    """Whoever keeps the register answers for the definitions its cases run under, whoever coordinates them."""
    role = keeping_role(draft.machine.pathway, command.actor, draft.case.register)
    if role and draft.standing().is_own():
        draft.refuse("own-matter", who=(role,))
        return False
    if role:
        draft.role = role
        return True
    return draft.may(("coordinator", "own_worker", "definition_approver"))


def _mapped(draft: Draft, target: Machine, command: c.Migrate) -> e.Migrated:
    """Find a home for every part of the case; what has none is refused by name, all at once."""
    case = draft.case
    for name in dict.fromkeys(_parties(case)):
        # An organisation that the new definition does not know could do nothing in the case any more.
        if name not in target.pathway.organisations:
            draft.refuse("no-home", what=name)
    for queue in case.waiting:
        if queue not in target.pathway.services and not target.main.knows(queue):
            draft.refuse("no-home", what=queue)
    state = _home(draft, target, command, case.state)
    held = _home(draft, target, command, case.held) if case.held else ""
    services = {
        track.id: _service_home(draft, target, command, track.kind, track.state)
        for track in oldest_first(case.services)
    }
    for handover in oldest_first(case.handovers):
        rule = target.main.find(handover.trigger, state, held) if handover.trigger else None
        if handover.trigger and rule is None:
            draft.refuse("no-home", what=handover.trigger)
    return e.Migrated(
        from_digest=case.digest,
        to_digest=target.digest,
        definition_version=target.pathway.version,
        state=state,
        held=held,
        services=services,
    )


def _parties(case: Case) -> Iterator[str]:
    """Give the organisations that answer for a part of the case."""
    yield case.coordinator.organisation
    held: list[tuple[str, ...]] = [(track.organiser, track.provider) for track in oldest_first(case.services)]
    held += [(handover.sender, handover.receiver) for handover in oldest_first(case.handovers)]
    yield from (name for names in held for name in names if name)


def _home(draft: Draft, target: Machine, command: c.Migrate, state: str) -> str:
    home = command.states.get(state, state)
    if home not in target.main.states:
        draft.refuse("no-home", what=state)
    return home


def _service_home(draft: Draft, target: Machine, command: c.Migrate, kind: str, state: str) -> str:
    home = command.services.get(f"{kind}.{state}", state)
    if kind not in target.services or home not in target.services[kind].states:
        draft.refuse("no-home", what=f"{kind}.{state}")
    return home


def _known(target: Machine, draft: Draft, rule: str, service: str) -> bool:
    if not service:
        return rule in target.main.deadlines
    return rule in target.services[draft.case.services[service].kind].deadlines
