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
6. *Who may.* Any one of the move's roles, together with the relation to the case that the role asks for (see
   `authority`). What is not allowed is denied.
7. *Facts* are never refused: what they lack becomes tasks (see `case.deciding.movement`).

Two notes on `transitions`: its registries are default dictionaries, so they are read with `.get` (indexing would
write to the shared table); and it takes an unknown destination without a word, so `compile_pathway` checks every
name itself.
"""

from __future__ import annotations

__all__ = ["Machine", "Rule", "Table", "compile_pathway", "in_force"]

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, cast

import transitions
from attrs import frozen

from pathway_engine.authority import Authority, authority_of
from pathway_engine.definition.dated import in_force
from pathway_engine.definition.model import ANY_STATE, PREVIOUS, Deadline, Pathway, Service, State, Transition
from pathway_engine.errors import DefinitionError, Problem
from pathway_engine.requirements import records_of

# ── the table ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Rule(transitions.Transition):
    """One move from one flat state: who may make it, what it requires and what it hands over stand in `move`.

    Attributes:
        name: Key of the move in the definition.
        trigger: The word it is called by.
        move: The move as the expert wrote it.
        resumes: For `to: previous`, the remembered state that this rule goes back to; empty otherwise.
        stays: True when the case stays where it is.
        target: Flat state it leads to; its own source when it stays.
        rests_on: Types of record that its requirements may rest on.
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
        self.stays = dest is None
        self.target = source if dest is None else dest
        self.rests_on = frozenset(name for each in move.requires for name in records_of(each))


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
        for rule in cast("list[Rule]", event.transitions.get(state, ())):
            if not rule.resumes or rule.resumes == held:
                return rule
        return None


@frozen(eq=False)
class Machine:
    """A compiled pathway.

    Args:
        pathway: The definition.
        main: The moves of the main path.
        services: Service -> its moves.
        authority: What the definition says of who may act.
    """

    pathway: Pathway
    main: Table
    services: Mapping[str, Table]
    authority: Authority

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
    return Machine(pathway, main, services, authority_of(pathway))


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
