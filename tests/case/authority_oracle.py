"""Who may, told a second time: written from the rules (M3, H2, B3), not from the code, and as plainly as it can be.

Nothing here imports the engine's own idea of authority. It reads the definition and the case as the values they are.
"""

from __future__ import annotations

__all__ = ["handover_party", "may", "speaks_as_client"]

from collections.abc import Iterable, Iterator

from pathway_engine.case import commands as c
from pathway_engine.case.model import Case, Track
from pathway_engine.definition.model import Pathway


def may(pathway: Pathway, case: Case, actor: c.Actor, roles: Iterable[str], track: Track | None = None) -> bool:
    """Tell whether somebody may act in any of `roles`: a role that is theirs, and a tie that it asks for."""
    return any(holds(pathway, case, actor, role) and tied(pathway, case, actor, role, track) for role in roles)


def handover_party(pathway: Pathway, case: Case, actor: c.Actor, party: str, organisation: str) -> bool:
    """Tell whether somebody is the client, or works for the organisation that sends or receives the client."""
    if party == "client":
        return speaks_as_client(pathway, case, actor)
    return (
        not own_matter(pathway, case, actor)
        and actor.organisation == organisation
        and bool(list(works_as(pathway, actor)))
    )


def speaks_as_client(pathway: Pathway, case: Case, actor: c.Actor) -> bool:
    """The client, or somebody named in the case to stand by the client who says for whom they act.

    Nobody who works on the case speaks for the client: only a role that nothing but the naming ties to a case counts.
    """
    if not case.client:
        return False
    if not actor.acting_for:
        return actor.subject == case.client
    return actor.acting_for == case.client and any(
        case.named[role].worker == actor.subject != ""
        for role in actor.roles
        if role in case.named and personal(pathway, role)
    )


def own_matter(pathway: Pathway, case: Case, actor: c.Actor) -> bool:
    """Tell whether somebody is the client, whomever they say they act for, or acts for the client."""
    return actor.subject == case.client != "" or speaks_as_client(pathway, case, actor)


def personal(pathway: Pathway, role: str) -> bool:
    """Tell whether a role is held for the client's sake, and not for an organisation."""
    ties = set(pathway.roles[role].relation) if role in pathway.roles else set()
    return bool(ties) and ties <= {"client", "named"}


def never_acts(pathway: Pathway, organisation: str) -> bool:
    """Tell whether a party is of a kind that is a role without any tie, such as an employer (B3)."""
    party = pathway.organisations.get(organisation)
    kind = (party.kind if party else "") or organisation
    return kind in pathway.roles and not pathway.roles[kind].relation


def fits(pathway: Pathway, role: str, organisation: str) -> bool:
    """Tell whether a role may be held for that organisation."""
    if never_acts(pathway, organisation):
        return False
    wanted = pathway.roles[role].organisation
    party = pathway.organisations.get(organisation)
    return not wanted or wanted == organisation or (party is not None and party.kind == wanted)


def works_as(pathway: Pathway, actor: c.Actor) -> Iterator[str]:
    """Give the roles somebody said they have that make them a worker of their organisation."""
    for role in actor.roles:
        ties = set(pathway.roles[role].relation) if role in pathway.roles else set()
        if ties - {"client"} and fits(pathway, role, actor.organisation):
            yield role


def holds(pathway: Pathway, case: Case, actor: c.Actor, role: str) -> bool:
    """Tell whether the role is theirs: said by the host, or the client's own."""
    if role not in pathway.roles or not fits(pathway, role, actor.organisation):
        return False
    if own_matter(pathway, case, actor):
        # In the own matter, and for somebody one represents, one is nothing besides.
        return "client" in pathway.roles[role].relation or (role in actor.roles and personal(pathway, role))
    professions = {role, *pathway.roles[role].held_by} & set(actor.roles) & set(pathway.roles)
    return any(fits(pathway, each, actor.organisation) for each in professions)


def tied(pathway: Pathway, case: Case, actor: c.Actor, role: str, track: Track | None) -> bool:
    """Tell whether one of the ties that the role asks for is there."""
    here = actor.organisation
    services = [track] if track else list(case.services.values())
    providing = {each for one in services for each in (one.organiser, one.provider)}
    receiving = {each.receiver for each in case.handovers.values() if each.status in ("accepted", "met")}
    every = {each for one in case.services.values() for each in (one.organiser, one.provider)}
    part = {case.coordinator.organisation, *case.participants, *receiving, *every}
    part |= {holder.organisation for holder in case.named.values()}
    part.discard("")
    named = any(
        case.named[each].organisation == here
        and case.named[each].worker in ("", actor.subject)
        and (here or case.named[each].worker)
        for each in {role, *actor.roles} & set(case.named)
    )
    ties = {
        "client": speaks_as_client(pathway, case, actor),
        "coordinating": here == case.coordinator.organisation,
        "named": bool(named),
        "participant": here in part,
        "provider": here in providing,
        "receiver": here in receiving,
        "anyone": bool(here) and (case.closed is not None or here in part),
    }
    return any(ties[each] for each in pathway.roles[role].relation)
