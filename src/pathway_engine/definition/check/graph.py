"""Where a client can get to: the moves of a path written out state by state, and walked.

Requirements are taken to be satisfiable here (semantics §O4), and whoever may make a move is taken to make it:
what forbids a single move for ever is told of at that move (see `contradictions`), not at all that lies behind it.
There are no automatic moves in the language, so no loop of them can exist and none is looked for.
"""

from __future__ import annotations

__all__ = ["Graph", "Hop", "Shadow", "Verdict", "judge"]

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from pathway_engine.definition.model import ANY_STATE, PREVIOUS, State, Transition

Place = tuple[str, str]
"""A state, and the state a client on hold came from; the second is empty elsewhere."""

_EXACT, _GROUP, _ANY = 2, 1, 0


@frozen
class Hop:
    """One move from one state. `target` is empty when it stays; `back` when it leads to the state left before."""

    name: str
    source: str
    target: str
    back: bool = False


@frozen
class Shadow:
    """A move that does not count in a state, because `by`, which names the state more exactly, does."""

    name: str
    source: str
    by: str


@frozen
class Graph:
    """The moves of a path, written out for every state they start in.

    Args:
        states: The states, groups flattened.
        hops: The moves, shadowed ones left out.
        shadows: The ones left out.
    """

    states: Mapping[str, State]
    hops: Mapping[str, tuple[Hop, ...]]
    shadows: tuple[Shadow, ...]

    @classmethod
    def of(cls, states: Mapping[str, State], moves: Mapping[str, Transition]) -> Graph:
        """Write the moves out. Names that lead nowhere are passed over: `names` tells of them."""
        chosen: dict[tuple[str, str], tuple[int, str]] = {}
        shadows = []
        for name, move in moves.items():
            for source, rank in _sources(states, move.from_).items():
                place = (move.trigger or name, source)
                held = chosen.get(place)
                if held is None or rank > held[0]:
                    chosen[place] = (rank, name)
                if held is not None and held[0] != rank:
                    loser, winner = (name, held[1]) if rank < held[0] else (held[1], name)
                    shadows.append(Shadow(loser, source, winner))
        hops: dict[str, list[Hop]] = defaultdict(list)
        for (_, source), (_, name) in chosen.items():
            to = moves[name].to
            if to == PREVIOUS:
                hops[source].append(Hop(name, source, "", back=True))
            elif not to or (to := _first(states, to)):
                hops[source].append(Hop(name, source, to))
        return cls(states, {source: tuple(found) for source, found in hops.items()}, tuple(shadows))

    @property
    def all(self) -> Iterator[Hop]:
        """Give every hop."""
        for found in self.hops.values():
            yield from found

    def leaving(self, state: str) -> list[Hop]:
        """Give the hops that lead from a state to another one."""
        return [hop for hop in self.hops.get(state, ()) if hop.back or hop.target not in {"", state}]

    def onwards(self, place: Place) -> Iterator[tuple[Hop, Place]]:
        """Give every hop that can be made at a place, and where the client is then."""
        state, left = place
        for hop in self.hops.get(state, ()):
            if hop.back:
                # Back leads to the state that is remembered, if a plain move ever led from there to here.
                if any(each.target == state for each in self.hops.get(left, ())):
                    yield hop, self._entered(left, state)
            else:
                yield hop, self._entered(hop.target, state) if hop.target else place

    def _entered(self, state: str, source: str) -> Place:
        return state, source if self.states[state].kind == "hold" else ""


def _sources(states: Mapping[str, State], names: Iterable[str]) -> dict[str, int]:
    """Give the states that `names` mean, each with how exactly it was meant."""
    found: dict[str, int] = {}
    for each in names:
        if each in states:
            meant = {each: _EXACT}
        elif each == ANY_STATE:
            meant = {name: _ANY for name, state in states.items() if state.kind != "final"}
        else:
            meant = {name: _GROUP for name in states if name.startswith(f"{each}.")}
        found |= {name: max(rank, found.get(name, _ANY)) for name, rank in meant.items()}
    return found


def _first(states: Mapping[str, State], name: str) -> str:
    """Give the state that a destination means; empty when it means none."""
    if name in states:
        return name
    members = [each for each in states if each.startswith(f"{name}.")]
    return next((each for each in members if states[each].initial), members[0] if members else "")


# ── walking ────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Verdict:
    """What walking a path shows.

    Args:
        unreachable: States that no client can get to.
        stranded: States in which a client may be for whom no way leads to an outcome any more.
        dead: Moves that no client can come to make.
        goals: States that count as arriving: the outcomes, or the final states where there is no outcome.
    """

    unreachable: tuple[str, ...]
    stranded: tuple[str, ...]
    dead: tuple[str, ...]
    goals: tuple[str, ...]

    def reached(self, state: str) -> bool:
        """Tell whether a client can get to a state."""
        return state not in self.unreachable


def judge(graph: Graph, moves: Iterable[str]) -> Verdict:
    """Walk a path from its first state along every move.

    Closing a path is not arriving: where there are outcomes, a state whose only way on is to be closed strands the
    client. Nor does reopening a closed path count as a way on.
    """
    initial = next((name for name, state in graph.states.items() if state.initial), None)
    places, edges, fired = _walk(graph, (initial, "")) if initial else (set(), [], set())
    goals = tuple(name for name, state in graph.states.items() if state.kind == "outcome") or tuple(
        name for name, state in graph.states.items() if state.kind == "final"
    )
    arriving = _arriving(graph, places, edges, goals)
    final = {name for name, state in graph.states.items() if state.kind == "final"}
    reached = {state for state, _ in places}
    lost = {place[0] for place in places if place not in arriving and place[0] not in final}
    return Verdict(
        unreachable=tuple(name for name in graph.states if name not in reached),
        stranded=tuple(name for name in graph.states if name in lost) if goals else (),
        dead=tuple(name for name in moves if name not in fired),
        goals=goals,
    )


def _walk(graph: Graph, first: Place) -> tuple[set[Place], list[tuple[Place, Place]], set[str]]:
    """Give the places a client can get to, the steps between them, and the moves made on the way."""
    seen, waiting = {first}, [first]
    edges: list[tuple[Place, Place]] = []
    fired = set()
    while waiting:
        place = waiting.pop()
        for hop, after in graph.onwards(place):
            fired.add(hop.name)
            edges.append((place, after))
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return seen, edges, fired


def _arriving(
    graph: Graph, places: Iterable[Place], edges: Iterable[tuple[Place, Place]], goals: Iterable[str]
) -> set[Place]:
    """Give the places from which a goal can be reached without the path being closed on the way."""
    before: dict[Place, list[Place]] = defaultdict(list)
    for source, target in edges:
        if graph.states[source[0]].kind != "final":
            before[target].append(source)
    found = {place for place in places if place[0] in goals}
    waiting = list(found)
    while waiting:
        for source in before[waiting.pop()]:
            if source not in found:
                found.add(source)
                waiting.append(source)
    return found
