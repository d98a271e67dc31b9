"""Opening a case: the first contact (R002, R016)."""

from __future__ import annotations

__all__ = ["open_case"]

from datetime import datetime

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft, acted_by
from pathway_engine.case.decision import Facts, Refused
from pathway_engine.case.evolve import opened
from pathway_engine.deadlines import helsinki_date
from pathway_engine.machine import Machine
from pathway_engine.requirements import Reason
from pathway_engine.text import Ref, message


def open_case(machine: Machine, command: c.Open, facts: Facts, now: datetime) -> Draft | Refused:
    """Open a case in the first state. Whoever may recognise a need may open it, and so may the client."""
    at = command.at or now
    if at > now:
        return Refused((Reason(message("in-the-future", at=helsinki_date(at))),))
    role = _opening_role(machine, command)
    reasons = [] if role else [_may_not(machine, command)]
    organisation = command.organisation or command.actor.organisation
    reasons += _party_faults(machine, organisation)
    if command.pending_on and command.pending_on > helsinki_date(now):
        reasons.append(Reason(message("in-the-future", at=command.pending_on)))
    if reasons:
        return Refused(tuple(reasons))
    event = e.Event(
        seq=1,
        occurred_at=at,
        recorded_at=now,
        actor=acted_by(command.actor, role),
        digest=machine.digest,
        sealed=command.sealed,
        body=e.Opened(
            pathway=machine.pathway.pathway,
            definition_version=machine.pathway.version,
            subject_kind=machine.pathway.subject,
            client=command.client or (_own(command) if role == "client" else ""),
            state=machine.main.initial,
            pending_on=command.pending_on or helsinki_date(at),
            organisation=organisation,
            role=role,
            worker=command.worker,
            place=command.place,
            continues=command.continues,
        ),
    )
    draft = Draft(machine, opened(command.case, facts.register, event), command, facts, now)
    draft.role = role
    draft.events.append(event)
    return draft


def _party_faults(machine: Machine, organisation: str) -> list[Reason]:
    """Give what is wrong with the organisation that is to coordinate."""
    if not organisation:
        return [Reason(message("handover-receiver-missing"), ("client",), "organisation")]
    if organisation not in machine.pathway.organisations:
        return [Reason(message("unknown-name", typed=organisation, hint=message("plain", text="")))]
    if organisation in machine.authority.bystanders:
        return [Reason(message("party-never-acts", organisation=Ref("organisation", organisation)))]
    return []


def _opening_role(machine: Machine, command: c.Open) -> str:
    roles = machine.pathway.roles
    organisation = command.actor.organisation
    held = {role for role in command.actor.roles if machine.authority.acts_there(role, organisation)}
    if command.client and command.actor.subject == command.client:
        # Nobody works on a matter of their own: it is the client who comes.
        return next((name for name, role in roles.items() if "client" in role.relation), "")
    # A client comes in their own name, or in that of somebody whom they say to represent.
    in_own_name = command.client in {"", _own(command)}
    for role in sorted(held):
        relation = roles[role].relation if role in roles else ()
        if ("client" in relation and in_own_name) or ("anyone" in relation and organisation):
            return role
    # Those who hold a recognising role by their profession.
    for name, known in roles.items():
        there = organisation and machine.authority.acts_there(name, organisation)
        if "anyone" in known.relation and there and held & set(known.held_by):
            return next(each for each in known.held_by if each in held)
    return ""


def _own(command: c.Open) -> str:
    """Give in whose name somebody comes who comes as a client."""
    return command.actor.acting_for or command.actor.subject


def _may_not(machine: Machine, command: c.Open) -> Reason:
    if any(role in command.actor.roles and "client" in known.relation for role, known in machine.pathway.roles.items()):
        return Reason(message("client-only"), ("client",))
    may = tuple(name for name, role in machine.pathway.roles.items() if {"anyone", "client"} & set(role.relation))
    held = tuple(Ref("role", role) for role in sorted(command.actor.roles)) or "–"
    return Reason(message("role-may-not", roles=tuple(Ref("role", role) for role in may), held=held), may)
