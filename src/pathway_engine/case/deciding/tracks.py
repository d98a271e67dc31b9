"""Parallel services: any number at once, each with its own state, organiser and provider (R003, R107)."""

from __future__ import annotations

__all__ = ["end_service", "move_service", "open_service"]

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding import movement
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.model import Track, oldest_first
from pathway_engine.definition.model import Service
from pathway_engine.machine import in_force
from pathway_engine.requirements import all_missing
from pathway_engine.text import Ref, message


def open_service(draft: Draft, command: c.OpenService) -> None:
    """Open a service beside whatever else goes on; the main path does not move."""
    service = draft.machine.pathway.services.get(command.service)
    if service is None:
        draft.refuse("unknown-name", typed=command.service, hint=message("plain", text=""))
        return
    if not draft.may(service.by):
        return
    draft.reasons += all_missing(service.requires, draft.situation())
    if draft.reasons:
        return
    organiser = command.organiser or _organiser(draft, service)
    draft.emit(
        e.ServiceOpened(
            service=f"{command.service}-{draft.next_seq}",
            kind=command.service,
            state=draft.machine.services[command.service].initial,
            organiser=organiser,
            provider=command.provider or organiser,
            law=in_force(service.law, pending=draft.case.pending_on, today=draft.day) or "",
        ),
        sealed=command.sealed,
    )
    movement.waits_no_more(draft, command.service)


def _organiser(draft: Draft, service: Service) -> str:
    """Give who organises the service: the party the definition names, or the actor's own when it names a kind."""
    acting = draft.command.actor.organisation or draft.case.coordinator.organisation
    declared = in_force(service.organiser, pending=draft.case.pending_on, today=draft.day) or ""
    known = draft.machine.pathway.organisations.get(declared)
    return declared if known is not None and known.kind else acting


def move_service(draft: Draft, command: c.MoveService) -> None:
    """Make a move in a service; its rules are those of the main path."""
    track = _find(draft, command.service)
    if track is None:
        return
    table = draft.machine.services[track.kind]
    rule = movement.find(draft, table, command.trigger, track.state)
    if rule is None or not draft.may(movement.roles_of(draft, rule.move), track):
        return
    act = movement.Act(reason=command.reason, agreed_by=movement.agreement(draft, command.agreed_by))
    unmet = movement.assess(draft, rule.move, act)
    if unmet and not rule.move.fact:
        draft.reasons += unmet
        return
    movement.track_events(draft, track, rule, act, command.sealed)


def end_service(draft: Draft, command: c.EndService) -> None:
    """End a service outright, with a reason; the client's other services go on as before."""
    track = _find(draft, command.service)
    if track is None:
        return
    service = draft.machine.pathway.services[track.kind]
    if draft.may((*service.by, "coordinator", "client"), track):
        movement.end_handover_of(draft, track)
        draft.emit(e.ServiceEnded(service=track.id, reason=command.reason), sealed=command.sealed)


def _find(draft: Draft, name: str) -> Track | None:
    """Find a service by its id, or by its kind when only one of the kind is open."""
    track = draft.case.services.get(name)
    if track is not None:
        return track
    of_kind = [each for each in oldest_first(draft.case.services) if each.kind == name]
    if len(of_kind) == 1:
        return of_kind[0]
    if of_kind:
        draft.refuse("service-ambiguous", service=Ref("service", name), options=", ".join(each.id for each in of_kind))
    else:
        draft.refuse("service-unknown", typed=name)
    return None
