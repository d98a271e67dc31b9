"""A pathway compiled: one flat table of moves, shared by all cases. Every rule of movement is in this file.

Theory
------
1. *The table.* A pathway and each of its services becomes a `transitions.Machine` without a model and without
   automatic transitions. Its registries are the table: `states[s]`, and `events[trigger].transitions[s]`. Nothing is
   dispatched through it, no callback runs, and nothing is ever attached to a case: a case is a value, and asking what
   is possible cannot change anything.
2. *Flat.* Groups are flattened before (`coaching.job_search`) and expanded here: a move from a group starts in every
   member, a move to a group ends in its first state, `any` is every state that is not final.
3. *One rule for a trigger and a state.* Where a member and its group both have one, the member's counts. Two of the
   same rank are a fault of the definition.
4. *Back to where one was.* `to: previous` becomes one rule for each state that can be put on hold, guarded by the
   state the case remembers.
5. *Stay.* A move without `to` leaves the case where it is and touches no deadline.
6. *Who may.* Any one of the move's roles, together with the relation to the case that the role asks for. What is not
   allowed is denied.
7. *Facts* are never refused: what they lack becomes tasks (see `case.deciding.movement`).

Two notes on `transitions`: its registries are default dictionaries, so they are read with `.get` (indexing would
write to the shared table); and it takes an unknown destination without a word, so `compile_pathway` checks every
name itself.
"""

from __future__ import annotations

__all__ = [
    "ActorView",
    "Machine",
    "Rule",
    "Standing",
    "Table",
    "acts_there",
    "compile_pathway",
    "in_force",
    "is_bystander",
]

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar, cast

import transitions
from attrs import field, frozen

from pathway_engine.definition.dated import in_force
from pathway_engine.definition.model import ANY_STATE, PREVIOUS, Deadline, Pathway, Service, State, Transition
from pathway_engine.errors import DefinitionError, Problem

V = TypeVar("V")

# ── the table ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Rule(transitions.Transition):
    """One move from one flat state: who may make it, what it requires and what it hands over stand in `move`.

    Attributes:
        name: Key of the move in the definition.
        trigger: The word it is called by.
        move: The move as the expert wrote it.
        resumes: For `to: previous`, the remembered state that this rule goes back to; empty otherwise.
    """

    # `transitions` makes its rules by position, so ours must take the same positions first.
    def __init__(  # noqa: PLR0913 - the base class's own arguments
        self,
        source: str,
        dest: str | None,
        conditions: Any = None,
        unless: Any = None,
        before: Any = None,
        after: Any = None,
        prepare: Any = None,
        *,
        name: str,
        word: str,
        move: Transition,
        resumes: str = "",
    ) -> None:
        # The stub says `str`, the library itself calls a move without destination internal.
        super().__init__(source, cast("str", dest), conditions, unless, before, after, prepare)
        self.name = name
        self.trigger = word
        self.move = move
        self.resumes = resumes

    @property
    def target(self) -> str:
        """Flat state it leads to; its own source when it stays."""
        return str(self.dest) if self.dest is not None else str(self.source)

    @property
    def stays(self) -> bool:
        """True when the case stays where it is."""
        return self.dest is None


class _Shared(transitions.Machine):
    transition_cls = Rule


@frozen(eq=False)
class Table:
    """The moves of the main path, or of one service.

    Args:
        shared: The `transitions.Machine` that holds the table; it has no model.
        initial: State in which it starts.
        states: Flat states.
        deadlines: Its time limits by what arms them, and by what meets them.
    """

    shared: transitions.Machine
    initial: str
    states: Mapping[str, State]
    deadlines: Mapping[str, Deadline]
    arming: Mapping[str, tuple[str, ...]]
    meeting: Mapping[str, tuple[str, ...]]
    by_state: Mapping[str, tuple[Rule, ...]]

    def rules_from(self, state: str) -> tuple[Rule, ...]:
        """Give every rule that starts in `state`, in the order of the definition."""
        return self.by_state.get(state, ())

    def knows(self, trigger: str) -> bool:
        """Tell whether any rule is called by `trigger`."""
        return trigger in self.shared.events

    def find(self, trigger: str, state: str, held: str = "") -> Rule | None:
        """Give the rule for `trigger` in `state`; of rules that go back, the one to the remembered state."""
        event = self.shared.events.get(trigger)
        if event is None:
            return None
        rules = cast("list[Rule]", event.transitions.get(state, []))
        return next((rule for rule in rules if not rule.resumes or rule.resumes == held), None)


@frozen(eq=False)
class Machine:
    """A compiled pathway."""

    pathway: Pathway
    main: Table
    services: Mapping[str, Table]

    @property
    def digest(self) -> str:
        """Digest of the definition it was compiled from."""
        return self.pathway.digest

    def state(self, name: str) -> State:
        """Give a state of the main path."""
        return self.main.states[name]

    def within(self, states: Iterable[str], state: str) -> bool:
        """Tell whether `state` is one of `states`, or belongs to a group among them."""
        return any(state == each or state.startswith(f"{each}.") for each in states)


def compile_pathway(pathway: Pathway) -> Machine:
    """Compile a pathway.

    Raises:
        DefinitionError: A name leads nowhere, two moves collide, or there is no single first state.
    """
    main = _table(pathway.states, pathway.transitions, pathway.deadlines, pathway.pathway)
    services = {
        name: _table(each.states, each.transitions, _service_deadlines(name, each), name)
        for name, each in pathway.services.items()
    }
    return Machine(pathway, main, services)


def _fault(name: str, code: str, text: str) -> DefinitionError:
    return DefinitionError([Problem(file=name, line=0, column=0, code=code, message=text)])


def _table(
    states: Mapping[str, State], moves: Mapping[str, Transition], deadlines: Mapping[str, Deadline], name: str
) -> Table:
    first = [key for key, state in states.items() if state.initial and "." not in key]
    if len(first) != 1:
        raise _fault(
            name, "initial-state", f"there must be one first state, not {len(first)}: {', '.join(first) or 'none'}"
        )
    shared = _Shared(
        model=None,
        states=list(states),
        initial=first[0],
        auto_transitions=False,
        # A trigger may be called anything but the name of this attribute; ids never start with an underscore.
        model_attribute="_state",
    )
    chosen = _choose(states, moves, name)
    for (trigger, source, resumes), (key, move, dest) in chosen.items():
        shared.add_transition(trigger, source, dest, name=key, word=trigger, move=move, resumes=resumes)
    rules: dict[str, list[Rule]] = defaultdict(list)
    for event in shared.events.values():
        for source, found in event.transitions.items():
            rules[source].extend(cast("list[Rule]", found))
    order = {key: place for place, key in enumerate(moves)}
    return Table(
        shared=shared,
        initial=first[0],
        states=states,
        deadlines=deadlines,
        arming=_arming(states, deadlines),
        meeting=_index((what, key) for key, each in deadlines.items() for what in each.met_by),
        by_state={source: tuple(sorted(found, key=lambda rule: order[rule.name])) for source, found in rules.items()},
    )


Choice = tuple[str, Transition, str | None]


def _choose(
    states: Mapping[str, State], moves: Mapping[str, Transition], name: str
) -> dict[tuple[str, str, str], Choice]:
    """Expand groups and `previous`, and let a member's rule stand before its group's (theory 2-4)."""
    ranked: dict[tuple[str, str, str], tuple[int, Choice]] = {}
    backs: list[tuple[str, Transition, str, int]] = []

    def offer(place: tuple[str, str, str], rank: int, choice: Choice) -> None:
        held = ranked.get(place)
        if held is None or rank > held[0]:
            ranked[place] = (rank, choice)
        elif rank == held[0] and held[1][0] != choice[0]:
            raise _fault(
                name, "colliding-moves", f"'{choice[0]}' and '{held[1][0]}' both start at '{place[1]}' as '{place[0]}'"
            )

    for key, move in moves.items():
        trigger = move.trigger or key
        for source, rank in _expand(states, move.from_, name).items():
            if move.to == PREVIOUS:
                backs.append((key, move, source, rank))
            else:
                dest = _first_of(states, move.to, name) if move.to else None
                offer((trigger, source, ""), rank, (key, move, dest))
    leading = {(source, choice[2]) for (_, source, _), (_, choice) in ranked.items()}
    for key, move, hold, rank in backs:
        for source in sorted(source for source, dest in leading if dest == hold):
            offer((move.trigger or key, hold, source), rank, (key, move, source))
    return {place: choice for place, (_, choice) in ranked.items()}


_EXACT, _GROUP, _ANY = 2, 1, 0


def _expand(states: Mapping[str, State], names: Iterable[str], where: str) -> dict[str, int]:
    """Give the flat states that `names` mean, each with the rank of the name that meant it."""
    found: dict[str, int] = {}
    for each in names:
        if each in states:
            members = {each: _EXACT}
        elif each == ANY_STATE:
            members = {key: _ANY for key, state in states.items() if state.kind != "final"}
        else:
            members = {key: _GROUP for key in states if key.startswith(f"{each}.")}
        if not members:
            raise _fault(where, "unknown-state", f"there is no state or group '{each}'")
        found |= {key: max(rank, found.get(key, _ANY)) for key, rank in members.items()}
    return found


def _first_of(states: Mapping[str, State], name: str, where: str) -> str:
    """Give the flat state that a destination means: itself, or the first state of a group."""
    if name in states:
        return name
    members = [key for key in states if key.startswith(f"{name}.")]
    if not members:
        raise _fault(where, "unknown-state", f"there is no state or group '{name}'")
    return next((key for key in members if states[key].initial), members[0])


# ── time limits: what arms them and what meets them ────────────────────────────────────────────────────────────────


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for what, key in pairs:
        found[what].append(key)
    return {what: tuple(keys) for what, keys in found.items()}


def _arming(states: Mapping[str, State], deadlines: Mapping[str, Deadline]) -> dict[str, tuple[str, ...]]:
    def anchors(each: Deadline) -> Iterable[str]:
        if each.from_ == "state_entered":
            return [f"state:{state}" for state in _expand(states, each.in_, "deadlines")]
        return [each.from_]

    return _index((what, key) for key, each in deadlines.items() for what in anchors(each))


def _service_deadlines(name: str, service: Service) -> Mapping[str, Deadline]:
    """Give a service's time limits with its review among them."""
    if service.review is None:
        return service.deadlines
    review = service.review
    rule = Deadline(
        title=review.title or service.title,
        from_="opened",
        every=review.every,
        met_by=(review.met_by,),
        kind=review.kind,
        law=review.law,
        notify=review.notify or service.by,
    )
    return {**service.deadlines, f"{name}_review": rule}


# ── who may ────────────────────────────────────────────────────────────────────────────────────────────────────────


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


@frozen(kw_only=True)
class Standing:
    """How an actor stands to a case: the relations that the rule of authority asks about (theory 6, semantics §M3).

    Args:
        case: The case.
        provider: Organisations that organise or provide the service in question; of any service when it is the main
            path.
        receivers: Organisations that are asked to receive the client.
    """

    pathway: Pathway
    case: Any
    actor: ActorView
    provider: frozenset[str] = field(factory=frozenset)
    receivers: frozenset[str] = field(factory=frozenset)

    def acting_role(self, roles: Iterable[str]) -> str:
        """Give the first of `roles` in which the actor may act on this case; empty when there is none."""
        return next((role for role in roles if self._holds(role) and self.related(role)), "")

    def holds_any(self, roles: Iterable[str]) -> bool:
        """Tell whether the actor holds one of the roles, whatever the relation."""
        return any(self._holds(role) for role in roles)

    def related(self, role: str) -> bool:
        """Tell whether the actor has one of the relations that the role asks for."""
        known = self.pathway.roles.get(role)
        return known is not None and any(_RELATIONS[relation](self, role) for relation in known.relation)

    def _holds(self, role: str) -> bool:
        known = self.pathway.roles.get(role)
        if known is None or not acts_there(self.pathway, role, self.actor.organisation):
            return False
        # A representative holds the client's role without being given it: see `is_client`.
        if self._is_named(role) or ("client" in known.relation and self.is_client()):
            return True
        return any(
            each in self.actor.roles and acts_there(self.pathway, each, self.actor.organisation)
            for each in (role, *known.held_by)
        )

    def elsewhere(self, roles: Iterable[str]) -> str:
        """Give the first of `roles` that the actor has, but for another kind of organisation; empty when none."""
        held = (
            each
            for role in roles
            if (known := self.pathway.roles.get(role))
            for each in (role, *known.held_by)
            if each in self.actor.roles
        )
        return next((role for role in held if not acts_there(self.pathway, role, self.actor.organisation)), "")

    def _is_named(self, role: str) -> bool:
        holder = self.case.named.get(role)
        return holder is not None and bool(holder.worker) and holder.worker == self.actor.subject

    def is_client(self) -> bool:
        """Tell whether the actor is the client, or a representative named in the case who acts for the client."""
        if not (client := self.case.client):
            return False
        if self.actor.subject == client and not self.actor.acting_for:
            return True
        return self.actor.acting_for == client and any(self._is_named(role) for role in self.actor.roles)

    def may_come_anew(self) -> bool:
        """Tell whether the actor may take up the case: a closed one anybody may, an open one those involved."""
        return bool(at := self.actor.organisation) and (not self.case.is_open or at in self.involved())

    def involved(self) -> frozenset[str]:
        """Give every organisation that has to do with the case."""
        case = self.case
        named = {holder.organisation for holder in case.named.values()}
        tracks = {each for track in case.services.values() for each in (track.organiser, track.provider)}
        return frozenset({case.coordinator.organisation, *case.participants, *named, *tracks, *self.receivers} - {""})


def _named(standing: Standing, role: str) -> bool:
    holders = [standing.case.named.get(each) for each in (role, *standing.actor.roles)]
    return any(
        holder.organisation == standing.actor.organisation
        and holder.worker in {"", standing.actor.subject}
        and bool(holder.organisation or holder.worker)  # a naming of nobody ties nobody
        for holder in holders
        if holder is not None
    )


_RELATIONS: dict[str, Callable[[Standing, str], bool]] = {
    "anyone": lambda standing, _: standing.may_come_anew(),
    "client": lambda standing, _: standing.is_client(),
    "coordinating": lambda standing, _: standing.actor.organisation == standing.case.coordinator.organisation,
    "named": _named,
    "participant": lambda standing, _: standing.actor.organisation in standing.involved(),
    "provider": lambda standing, _: standing.actor.organisation in standing.provider,
    "receiver": lambda standing, _: standing.actor.organisation in standing.receivers,
}
