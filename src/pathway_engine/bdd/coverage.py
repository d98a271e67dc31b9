"""What no scenario touches: states, moves, refusals, time limits, handovers and services of a pathway.

A region inherits most of its moves. One that it leaves exactly as they were is shown where it was written: when a
scenario of the parent touches it, it is touched here as well, and the figures say which of the two it is.
"""

from __future__ import annotations

__all__ = ["KINDS", "Coverage", "Seen", "covered"]

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field, frozen

from pathway_engine.bdd.inheriting import Thing, unchanged
from pathway_engine.case import events as e
from pathway_engine.case.decision import Decision, Refused
from pathway_engine.case.events import Event
from pathway_engine.definition import demands as d
from pathway_engine.definition.model import Pathway, Transition
from pathway_engine.show.words import move_id

KINDS = ("state", "move", "refusal", "deadline", "handover", "service")


@define
class Seen:
    """What the scenarios of a run have touched, by the digest of the pathway. What was background does not count."""

    things: dict[str, set[Thing]] = field(factory=dict)

    def refusal(self, pathway: Pathway, decision: Decision, tried: str) -> None:
        """Note each requirement that a move, or the opening of a service, was refused for.

        Args:
            pathway: The definition.
            decision: What came of it.
            tried: Trigger of the move, the service, or `service.trigger`.
        """
        if isinstance(decision, Refused):
            found = self.things.setdefault(pathway.digest, set())
            found |= {("refusal", f"{tried}: {each.requirement}") for each in decision.reasons if each.requirement}

    def journal(self, pathway: Pathway, events: Iterable[Event], background: set[int]) -> None:
        """Note what happened in a case; states count as background too, for a scenario stands in them."""
        found = self.things.setdefault(pathway.digest, set())
        kinds: dict[str, str] = {}
        for event in events:
            if isinstance(event.body, e.ServiceOpened):
                kinds[event.body.service] = event.body.kind
            things = set(_touched(pathway, event.body, kinds))
            found |= things if event.seq not in background else {each for each in things if each[0] == "state"}


def _touched(pathway: Pathway, body: e.Body, kinds: dict[str, str]) -> Iterator[Thing]:
    match body:
        case e.Opened():
            yield "state", body.state
        case e.Moved():
            yield "state", body.to
            yield from _move(pathway, body.trigger, body.from_, body.handover)
        case e.Acted():
            yield from _move(pathway, body.trigger, body.state, body.handover)
        case e.ServiceOpened():
            yield "service", body.kind
            yield "state", f"{body.kind}.{body.state}"
        case e.ServiceMoved():
            kind = kinds.get(body.service, "")
            moves = pathway.services[kind].transitions if kind in pathway.services else {}
            yield "move", f"{kind}.{move_id(moves, body.trigger, body.from_)}"
            yield "state", f"{kind}.{body.to}"
        case e.DeadlineArmed():
            service = kinds.get(body.service, "")
            yield "deadline", f"{service}.{body.rule}" if service else body.rule
        case _:
            pass


def _move(pathway: Pathway, trigger: str, left: str, handover: str) -> Iterator[Thing]:
    key = move_id(pathway.transitions, trigger, left)
    yield "move", key
    if handover:
        yield "handover", key


@frozen
class Coverage:
    """How much of one kind is touched.

    Args:
        kind: One of `KINDS`.
        here: Ids of those that scenarios of the pathway touch.
        inherited: Id -> the parent whose scenarios touch it, for those the pathway leaves as they are there.
        untouched: Ids of those that no scenario touches.
    """

    kind: str
    here: tuple[str, ...]
    inherited: Mapping[str, str]
    untouched: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return self.touched + len(self.untouched)

    @property
    def touched(self) -> int:
        """How many are touched, here or where they come from."""
        return len(self.here) + len(self.inherited)

    @property
    def percent(self) -> float:
        """Share that is touched, of a hundred; a hundred when there is nothing to touch."""
        return 100.0 * self.touched / self.total if self.total else 100.0


def covered(pathway: Pathway, seen: Seen, parents: Iterable[Pathway] = ()) -> tuple[Coverage, ...]:
    """Tell how much of a pathway the scenarios touch, kind by kind.

    Args:
        pathway: The definition.
        seen: What the scenarios touched.
        parents: What it extends, the nearest first; none counts only scenarios of the pathway itself.
    """
    there = set(_things(pathway))
    here = seen.things.get(pathway.digest, set())
    inherited: dict[Thing, str] = {}
    for parent in parents:
        shown = (seen.things.get(parent.digest, set()) & there) - here - inherited.keys()
        inherited |= dict.fromkeys(unchanged(pathway, parent, shown), parent.pathway)
    return tuple(_of_kind(kind, pathway, here, inherited) for kind in KINDS)


def _of_kind(kind: str, pathway: Pathway, here: set[Thing], inherited: Mapping[Thing, str]) -> Coverage:
    things = list(dict.fromkeys(each for each in _things(pathway) if each[0] == kind))
    return Coverage(
        kind,
        tuple(id_ for _, id_ in (each for each in things if each in here)),
        {each[1]: inherited[each] for each in things if each in inherited},
        tuple(id_ for _, id_ in (each for each in things if each not in here and each not in inherited)),
    )


def _things(pathway: Pathway) -> Iterator[Thing]:
    yield from (("state", key) for key in pathway.states)
    for key, move in pathway.transitions.items():
        yield "move", key
        yield from _refusals(pathway, move.trigger or key, move)
        if move.handover is not None and not move.fact:
            yield "handover", key
    yield from (("deadline", key) for key in pathway.deadlines)
    for name, service in pathway.services.items():
        yield "service", name
        yield from (("refusal", f"{name}: {each.id}") for each in service.requires if _refuses(pathway, each))
        yield from (("state", f"{name}.{key}") for key in service.states)
        for key, move in service.transitions.items():
            yield "move", f"{name}.{key}"
            yield from _refusals(pathway, f"{name}.{move.trigger or key}", move)
        yield from (("deadline", f"{name}.{key}") for key in service.deadlines)
        if service.review:
            yield "deadline", f"{name}.{name}_review"


def _refusals(pathway: Pathway, tried: str, move: Transition) -> Iterator[Thing]:
    """Give each requirement that can refuse a move; a fact is never refused."""
    if not move.fact:
        yield from (("refusal", f"{tried}: {each.id}") for each in move.requires if _refuses(pathway, each))


def _refuses(pathway: Pathway, asked: d.Requirement) -> bool:
    """A limit that only warns refuses nobody."""
    return not isinstance(asked, d.CapacityRequirement) or pathway.capacities[asked.capacity].over == "block"
