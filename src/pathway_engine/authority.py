"""Who may: a role, and the relation to the case that goes with it (semantics §M3). What is not allowed is denied.

What depends on the definition alone is worked out once, as `Authority`; how one actor stands to one case is asked of
a `Standing`.
"""

from __future__ import annotations

__all__ = ["ActorView", "Authority", "Office", "Standing", "acts_there", "authority_of", "is_bystander"]

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from attrs import field, frozen

from pathway_engine.definition.model import Pathway


class ActorView(Protocol):
    """What the rule of authority sees of an actor; subjects are pseudonyms here."""

    @property
    def subject(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def roles(self) -> frozenset[str]: ...
    @property
    def acting_for(self) -> str: ...


def is_bystander(pathway: Pathway, organisation: str) -> bool:
    """Tell whether a party never acts, such as an employer (§B3): its kind is a role that nothing ties to a case."""
    party = pathway.organisations.get(organisation)
    role = pathway.roles.get((party.kind if party else "") or organisation)
    return role is not None and not role.relation


def acts_there(pathway: Pathway, role: str, organisation: str) -> bool:
    """Tell whether one may act in `role` for `organisation`: the role may ask for a kind of organisation."""
    if is_bystander(pathway, organisation):
        return False
    if (known := pathway.roles.get(role)) is None or not known.organisation:
        return True
    party = pathway.organisations.get(organisation)
    return known.organisation == organisation or (party is not None and party.kind == known.organisation)


# ── worked out once for a definition ───────────────────────────────────────────────────────────────────────────────


@frozen(eq=False)
class Office:
    """A role, as it is asked about at every command.

    Args:
        role: Its id.
        held_by: Roles whose holders hold this one too.
        is_client: True when being the client is one of its relations.
        personal: True when it is held for the client's sake and not for an organisation: nothing but being the client,
            or being named in the case, ties it to a case.
        works: True when one may come in it for an organisation: something but being the client ties it to a case.
        relations: The relations to a case of which it asks for one.
        places: Organisations that one may act for in it; None when it asks for no kind of organisation.
    """

    role: str
    held_by: tuple[str, ...]
    is_client: bool
    personal: bool
    works: bool
    relations: tuple[Callable[[Standing, str], bool], ...]
    places: frozenset[str] | None


@frozen(eq=False)
class Authority:
    """What a definition says of who may act.

    Args:
        offices: Role -> what is asked of whoever acts in it.
        bystanders: Parties that never act.
    """

    offices: Mapping[str, Office]
    bystanders: frozenset[str]

    def acts_there(self, role: str, organisation: str) -> bool:
        """Tell what `acts_there` tells of the definition."""
        if organisation in self.bystanders:
            return False
        office = self.offices.get(role)
        return office is None or office.places is None or organisation in office.places

    def professions(self, actor: ActorView) -> tuple[str, ...]:
        """Give the roles in which an actor works for the organisation they come from.

        The client's role is none, nor is one that nothing ties to a case, such as an employer's (§B3).
        """
        return tuple(
            role
            for role in sorted(actor.roles)
            if (office := self.offices.get(role)) and office.works and self.acts_there(role, actor.organisation)
        )


def authority_of(pathway: Pathway) -> Authority:
    """Work out what a definition says of who may act."""
    parties = {*pathway.organisations, *pathway.roles}
    offices = {
        name: Office(
            role=name,
            held_by=role.held_by,
            is_client="client" in role.relation,
            personal=bool(role.relation) and set(role.relation) <= {"client", "named"},
            works=bool(set(role.relation) - {"client"}),
            relations=tuple(_RELATIONS[relation] for relation in role.relation),
            places=_places(pathway, name),
        )
        for name, role in pathway.roles.items()
    }
    return Authority(offices, frozenset(each for each in parties if is_bystander(pathway, each)))


def _places(pathway: Pathway, role: str) -> frozenset[str] | None:
    kind = pathway.roles[role].organisation
    if not kind:
        return None
    return frozenset(each for each in (kind, *pathway.organisations) if acts_there(pathway, role, each))


# ── how an actor stands to a case ──────────────────────────────────────────────────────────────────────────────────


@frozen(kw_only=True)
class Standing:
    """How an actor stands to a case: the relations that the rule of authority asks about.

    Args:
        authority: What the case's definition says of who may act.
        case: The case.
        actor: Who asks.
        provider: Organisations that organise or provide the service in question; of any service when it is the main
            path.
        receivers: Organisations that are asked to receive the client.
    """

    authority: Authority
    case: Any
    actor: ActorView
    provider: frozenset[str] = field(factory=frozenset)
    receivers: frozenset[str] = field(factory=frozenset)

    def acting_role(self, roles: Iterable[str]) -> str:
        """Give the first of `roles` in which the actor may act on this case; empty when there is none."""
        for role in roles:
            if self._holds(role) and self.related(role):
                return role
        return ""

    def holds_any(self, roles: Iterable[str]) -> bool:
        """Tell whether the actor holds one of the roles, whatever the relation."""
        return any(self._holds(role) for role in roles)

    def related(self, role: str) -> bool:
        """Tell whether the actor has one of the relations that the role asks for."""
        office = self.authority.offices.get(role)
        if office is not None:
            for holds in office.relations:
                if holds(self, role):
                    return True
        return False

    def _holds(self, role: str) -> bool:
        authority, actor = self.authority, self.actor
        office = authority.offices.get(role)
        if office is None or not authority.acts_there(role, actor.organisation):
            return False
        if self.is_own():
            # A representative holds the client's role without being given it. Nobody works on a matter of their own,
            # nor on that of somebody whom they represent (act 434/2003, sections 27-28).
            return office.is_client or (office.personal and role in actor.roles)
        if role in actor.roles:
            return True
        return any(each in actor.roles and authority.acts_there(each, actor.organisation) for each in office.held_by)

    def elsewhere(self, roles: Iterable[str]) -> str:
        """Give the first of `roles` that the actor has, but for another kind of organisation; empty when none."""
        authority, actor = self.authority, self.actor
        held = (
            each
            for role in roles
            if (office := authority.offices.get(role))
            for each in (role, *office.held_by)
            if each in actor.roles
        )
        return next((role for role in held if not authority.acts_there(role, actor.organisation)), "")

    def is_own_matter(self, roles: Iterable[str]) -> bool:
        """Tell whether the actor has one of `roles`, but is the client here, or acts for the client."""
        offices = self.authority.offices
        wanted = {each for role in roles if role in offices for each in (role, *offices[role].held_by)}
        return bool(wanted & self.actor.roles) and self.is_own()

    def _is_named(self, role: str) -> bool:
        holder = self.case.named.get(role)
        return holder is not None and bool(holder.worker) and holder.worker == self.actor.subject

    def is_named_in(self, role: str) -> bool:
        """Tell whether the case names the actor in a role, or leaves it to anybody of the actor's organisation."""
        holder = self.case.named.get(role)
        return (
            holder is not None
            and holder.organisation == self.actor.organisation
            and holder.worker in {"", self.actor.subject}
            and bool(holder.organisation or holder.worker)  # a naming of nobody ties nobody
        )

    def is_client(self) -> bool:
        """Tell whether the actor is the client, or a representative named in the case who acts for the client.

        A representative is named in a personal role, such as a guardian's: a worker of the case does not speak for the
        client by saying so.
        """
        if not (client := self.case.client):
            return False
        if not (acting_for := self.actor.acting_for):
            return bool(self.actor.subject == client)
        if acting_for != client:
            return False
        offices = self.authority.offices
        return any(role in offices and offices[role].personal and self._is_named(role) for role in self.actor.roles)

    def is_own(self) -> bool:
        """Tell whether the matter is the actor's own, or that of somebody for whom they act.

        The client stays the client, whomever they say they act for.
        """
        client = self.case.client
        return bool(client and self.actor.subject == client) or self.is_client()

    def may_come_anew(self) -> bool:
        """Tell whether the actor may take up the case: a closed one anybody may, an open one those involved."""
        return bool(self.actor.organisation) and (not self.case.is_open or self.is_involved())

    def is_involved(self) -> bool:
        """Tell whether the actor's organisation has to do with the case."""
        case, at = self.case, self.actor.organisation
        if not at:
            return False
        # The first two are told at a glance, and settle nearly every command.
        return at == case.coordinator.organisation or at in case.participants or at in self._tied()

    def _tied(self) -> frozenset[str]:
        """Give every organisation that a name, a service or a handover ties to the case."""
        named = {holder.organisation for holder in self.case.named.values()}
        tracks = {each for track in self.case.services.values() for each in (track.organiser, track.provider)}
        return self.receivers | named | tracks


def _named(standing: Standing, role: str) -> bool:
    return any(standing.is_named_in(each) for each in (role, *standing.actor.roles))


_RELATIONS: dict[str, Callable[[Standing, str], bool]] = {
    "anyone": lambda standing, _: standing.may_come_anew(),
    "client": lambda standing, _: standing.is_client(),
    "coordinating": lambda standing, _: standing.actor.organisation == standing.case.coordinator.organisation,
    "named": _named,
    "participant": lambda standing, _: standing.is_involved(),
    "provider": lambda standing, _: standing.actor.organisation in standing.provider,
    "receiver": lambda standing, _: standing.actor.organisation in standing.receivers,
}
