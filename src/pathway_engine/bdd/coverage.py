"""What no scenario touches: states, moves, refusals, time limits, handovers and services of a pathway."""

from __future__ import annotations

__all__ = ["KINDS", "Coverage", "Seen", "covered"]

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from pathway_engine.case import events as e
from pathway_engine.case.decision import Decision, Refused
from pathway_engine.case.events import Event
from pathway_engine.definition.model import Pathway, Transition
from pathway_engine.show.words import move_id

KINDS = ("state", "move", "refusal", "deadline", "handover", "service")

Thing = tuple[str, str]


@define
class Seen:
    """What the scenarios of a run have touched, by the digest of the pathway. What was background does not count."""

    things: dict[str, set[Thing]] = field(factory=dict)

    def refusal(self, pathway: Pathway, decision: Decision, trigger: str) -> None:
        """Note each requirement that a move was refused for."""
        if isinstance(decision, Refused):
            found = self.things.setdefault(pathway.digest, set())
            found |= {("refusal", f"{trigger}: {each.requirement}") for each in decision.reasons if each.requirement}

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
        case e.ServiceMoved():
            kind = kinds.get(body.service, "")
            moves = pathway.services[kind].transitions if kind in pathway.services else {}
            yield "move", f"{kind}.{move_id(moves, body.trigger, body.from_)}"
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
        total: How many there are.
        untouched: Ids of those that no scenario touches.
    """

    kind: str
    total: int
    untouched: tuple[str, ...]

    @property
    def percent(self) -> float:
        """Share that is touched, of a hundred; a hundred when there is nothing to touch."""
        return 100.0 * (self.total - len(self.untouched)) / self.total if self.total else 100.0


def covered(pathway: Pathway, seen: Seen) -> tuple[Coverage, ...]:
    """Tell how much of a pathway the scenarios touch, kind by kind."""
    touched = seen.things.get(pathway.digest, set())
    found = []
    for kind in KINDS:
        there = list(dict.fromkeys(id_ for each, id_ in _things(pathway) if each == kind))
        found.append(Coverage(kind, len(there), tuple(id_ for id_ in there if (kind, id_) not in touched)))
    return tuple(found)


def _things(pathway: Pathway) -> Iterator[Thing]:
    yield from (("state", key) for key in pathway.states)
    for key, move in pathway.transitions.items():
        yield "move", key
        yield from _refusals(move.trigger or key, move)
        if move.handover is not None and not move.fact:
            yield "handover", key
    yield from (("deadline", key) for key in pathway.deadlines)
    for name, service in pathway.services.items():
        yield "service", name
        yield from (("move", f"{name}.{key}") for key in service.transitions)
        yield from (("deadline", f"{name}.{key}") for key in service.deadlines)
        if service.review:
            yield "deadline", f"{name}.{name}_review"


def _refusals(trigger: str, move: Transition) -> Iterator[Thing]:
    """Give each requirement that can refuse a move; a fact is never refused, and a limit that warns refuses nobody."""
    if not move.fact:
        yield from (
            ("refusal", f"{trigger}: {each.id}") for each in move.requires if not each.id.startswith("capacity:")
        )
