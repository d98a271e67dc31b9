"""Erasing what is sealed in a case: the key is destroyed, and nobody opens it again (semantics §D2).

The right to be erased does not reach what the law has the controller keep (GDPR art. 17(3)(b)), so while a case is
open, or a rule of retention keeps it, only a ground that leaves no choice is enough. A legal hold outweighs those too
(art. 17(3)(e)), and so does a restriction: the client asked for it in the place of erasure (art. 18(1)(b)).
"""

from __future__ import annotations

__all__ = ["erase", "erased_again", "keeping_role"]

from datetime import datetime

from pathway_engine.authority import ActorView, acts_there
from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.decision import Accepted, Facts
from pathway_engine.case.model import Case
from pathway_engine.definition.model import LEGAL_HOLD, Pathway
from pathway_engine.machine import Machine
from pathway_engine.text import Ref, message


def keeping_role(pathway: Pathway, actor: ActorView, register: str) -> str:
    """Give the role in which an actor may erase and purge cases of a register; empty when there is none.

    The organisation the actor works for is the register's own, or one that writes to it: another controller decides
    nothing here.
    """
    party = pathway.organisations.get(actor.organisation)
    if ((party.register if party else "") or actor.organisation) != register:
        return ""
    held = (name for name, role in pathway.roles.items() if role.keeps and name in actor.roles)
    return next((name for name in held if acts_there(pathway, name, actor.organisation)), "")


def erase(draft: Draft, command: c.Erase) -> None:
    """Erase a case, for whoever keeps the register, on a ground of the law."""
    pathway = draft.machine.pathway
    role = keeping_role(pathway, command.actor, draft.case.register)
    if not role:
        keeping = tuple(name for name, each in pathway.roles.items() if each.keeps)
        held = tuple(Ref("role", each) for each in sorted(command.actor.roles)) or "–"
        draft.refuse("role-may-not", who=keeping, roles=tuple(Ref("role", each) for each in keeping) or "–", held=held)
        return
    if draft.standing().is_own():
        draft.refuse("own-matter", who=(role,))
        return
    draft.role = role
    if draft.case.erased:
        draft.refuse("erased-before")
        return
    if command.ground not in c.ERASURE_GROUNDS:
        draft.refuse("erasure-ground", grounds=", ".join(c.ERASURE_GROUNDS))
    if LEGAL_HOLD in draft.case.flags:
        draft.refuse("kept-legal_hold")
    elif not c.ERASURE_GROUNDS.get(command.ground, False):
        _keeps(draft)
    if not draft.reasons:
        draft.emit(e.Erased(basis=command.ground))


def _keeps(draft: Draft) -> None:
    """Refuse while a rule of retention keeps the case; one without a rule is kept by no law."""
    found = draft.facts.kept
    if found is None or found.standing in {"due", "no_rule"}:
        return
    rule = Ref("retention", found.rule) if found.rule else message("plain", text="–")
    draft.refuse(f"kept-{found.standing}", rule=rule, law=found.law, until=found.until or "–")


def erased_again(machine: Machine, case: Case, basis: str, erased_at: datetime, now: datetime) -> Accepted:
    """Give the erasure of a case that a backup brought back, as it was decided then.

    Args:
        machine: The definition the case runs under.
        case: The case as the backup has it.
        basis: The ground of the erasure.
        erased_at: When it was erased.
        now: Engine clock.
    """
    command = c.Erase(case=case.id, actor=c.SYSTEM, ground=basis, at=min(erased_at, now))
    draft = Draft(machine, case, command, Facts(register=case.register), now)
    draft.role = "system"
    draft.emit(e.Erased(basis=basis))
    return Accepted(draft.case, tuple(draft.events))
