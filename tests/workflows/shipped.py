"""The shipped definitions, loaded once, and ways to look at all their parts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from pathway_engine.definition import load
from pathway_engine.definition.demands import (
    AllOf,
    AnyOf,
    Not,
    Requirement,
)
from pathway_engine.definition.model import (
    Deadline,
    Pathway,
    Transition,
)
from pathway_engine.machine import Rule, compile_pathway, in_force
from pathway_engine.text import Text

WORKFLOWS = Path(__file__).parents[2] / "workflows"
REGIONS = (
    "rovaniemi",
    "satakunta",
    "kymenlaakso-etela-karjala",
    "keski-pohjanmaa",
    "paijat-hame",
    "oulu-palo",
    "siun-sote",
)
NAMES = ("fi-base", "supported-employment-methods", *REGIONS)
MATTERS = ("consensus-agreement", "fidelity-cycle")
each_pathway = pytest.mark.parametrize("name", NAMES)
each_region = pytest.mark.parametrize("name", REGIONS)
each_file = pytest.mark.parametrize("name", [*NAMES, *MATTERS])


@cache
def pathway(name: str) -> Pathway:
    """Give a shipped pathway, loaded once."""
    return load(WORKFLOWS / f"{name}.yaml", language="en")


COACHING = tuple(
    f"coaching.{phase}" for phase in ("engagement", "profiling", "job_search", "employer_agreement", "job_support")
)


def coaching_groups(of: Pathway) -> tuple[str, ...]:
    """Give the groups of coaching a pathway has: the five phases, and a lighter one where there is."""
    return tuple(group for group in of.groups if f"{group}.job_search" in of.states)


def in_coaching(of: Pathway, state: str) -> bool:
    """Tell whether a state belongs to coaching of any kind."""
    return state.partition(".")[0] in coaching_groups(of)


def rules(of: Pathway) -> list[Rule]:
    """Give every flat rule of the main path."""
    table = compile_pathway(of).main
    return [rule for state in of.states for rule in table.rules_from(state)]


def makers(move: Transition) -> tuple[str, ...]:
    """Give the roles that may make a move in the spring of 2025."""
    day = date(2025, 3, 3)
    return in_force(move.by, pending=day, today=day) or ()


def leaves(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """Give every single requirement inside these, conditions included."""
    for each in requirements:
        if each.when is not None:
            yield from leaves([each.when])
        match each:
            case AllOf():
                yield from leaves(each.all)
            case AnyOf():
                yield from leaves(each.any)
            case Not():
                yield from leaves([each.not_])
            case _:
                yield each


def all_moves(of: Pathway) -> list[tuple[str, Transition]]:
    """Give every move of the main path and of the services."""
    inside = [
        (f"{name}.{key}", move) for name, service in of.services.items() for key, move in service.transitions.items()
    ]
    return [*of.transitions.items(), *inside]


def all_deadlines(of: Pathway) -> list[tuple[str, Deadline]]:
    """Give every time limit of the main path and of the services."""
    inside = [
        (f"{name}.{key}", each) for name, service in of.services.items() for key, each in service.deadlines.items()
    ]
    return [*of.deadlines.items(), *inside]


class _Titled(Protocol):
    @property
    def title(self) -> Text: ...


def labels(of: Pathway) -> Iterator[tuple[str, Text]]:
    """Give every label of a pathway with the kind of thing it names, once for each thing."""
    yield "pathway", of.title
    plainly: tuple[tuple[str, Mapping[str, Text]], ...] = (
        ("flag", of.flags),
        ("permit", of.permits),
        ("group", of.groups),
    )
    for kind, texts in plainly:
        yield from ((kind, text) for text in texts.values())
    titled: dict[str, Mapping[str, _Titled]] = {
        "role": of.roles,
        "organisation": of.organisations,
        "record": of.records,
        "state": of.states,
        "deadline": of.deadlines,
        "service": of.services,
        "capacity": of.capacities,
        "catalogue": of.catalogues,
    }
    for kind, things in titled.items():
        yield from ((kind, thing.title) for thing in things.values())
    yield from (("move", text) for text in _moves(of.transitions))
    for key, record in of.records.items():
        yield from ((f"field of {key}", field.title) for field in record.fields.values())
    for key, catalogue in of.catalogues.items():
        yield from ((f"item of {key}", text) for text in catalogue.items.values())
    for key, service in of.services.items():
        yield from ((f"state of {key}", state.title) for state in service.states.values())
        yield from ((f"move of {key}", text) for text in _moves(service.transitions))
        yield from ((f"deadline of {key}", each.title) for each in service.deadlines.values())
        if service.review and service.review.title:
            yield "deadline", service.review.title


def _moves(moves: Mapping[str, Transition]) -> Iterator[Text]:
    # Entries that share a trigger are one move to whoever makes it.
    yield from {move.trigger or key: move.title for key, move in moves.items()}.values()
