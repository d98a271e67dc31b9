"""Making requirements: every kind, and kinds within kinds."""

from __future__ import annotations

__all__ = ["Ground", "requirements"]

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, frozen

from pathway_engine.definition import demands as d
from pathway_engine.definition.model import RecordType
from pathway_engine.durations import Duration
from pathway_engine.testing.choosing import Chooser
from pathway_engine.testing.vocabulary import CATALOGUES, FLAGS

_SIGNS = tuple(CATALOGUES["signs"].items)
_LENGTHS = tuple(Duration.parse(each) for each in ("P0D", "P5D", "P1M"))
_TOGETHER = ("client", "coach", "own_worker")


@frozen
class Ground:
    """What requirements may speak of."""

    records: Mapping[str, RecordType]
    services: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()


def requirements(choose: Chooser, ground: Ground, most: int) -> tuple[d.Requirement, ...]:
    """Make up to `most` requirements of one move, with ids as the loader gives them, all different."""
    found: dict[str, d.Requirement] = {}
    for _ in range(choose.between(0, most)):
        each = _named(_requirement(choose, ground, 2))
        name = each.id if each.id not in found else f"{each.id}_{len(found)}"
        found[name] = evolve(each, id=name)
    return tuple(found.values())


def _requirement(choose: Chooser, ground: Ground, depth: int) -> d.Requirement:
    if depth and choose.once_in(4):
        return _around(choose, ground, depth - 1)
    return choose.one(_KINDS)(choose, ground)


def _around(choose: Chooser, ground: Ground, depth: int) -> d.Requirement:
    inner = [_requirement(choose, ground, depth) for _ in range(choose.between(1, 2))]
    match choose.below(4):
        case 0:
            return d.AllOf(all=tuple(inner))
        case 1:
            return d.AnyOf(any=tuple(inner))
        case 2:
            return d.Not(not_=inner[0])
        case _:
            return evolve(inner[0], when=_requirement(choose, ground, 0))


def _record(choose: Chooser, ground: Ground) -> d.Requirement:
    name = choose.one(sorted(ground.records))
    wheres = [d.Where()]
    for key, field in ground.records[name].fields.items():
        wheres += [d.Where(present=(key,)), d.Where(any_of=(key,))]
        if field.class_ == "coded":
            wheres += _ON_CODED[field.type](choose, key) if field.type in _ON_CODED else []
    return d.RecordRequirement(record=name, where=choose.one(wheres), fresh=choose.once_in(3))


_ON_CODED: dict[str, Callable[[Chooser, str], list[d.Where]]] = {
    "choice": lambda choose, key: [
        d.Where(equals={key: choose.one(_SIGNS)}),
        d.Where(one_of={key: choose.some(_SIGNS, 1, 2)}),
    ],
    "choices": lambda choose, key: [d.Where(contains={key: choose.one(_SIGNS)}), d.Where(at_least={key: 2})],
    "integer": lambda _, key: [d.Where(min={key: 3}), d.Where(max={key: 5})],
    "date": lambda choose, key: [
        d.Where(min={key: "2025-01-01"}),
        d.Where(max={key: "2025-12-31"}),
        d.Where(within={key: choose.one(_LENGTHS)}),
    ],
    "boolean": lambda choose, key: [d.Where(equals={key: choose.one([True, False])})],
}


def _service(choose: Chooser, ground: Ground) -> d.Requirement:
    if not ground.services:
        return d.FlagRequirement(flag=choose.one(FLAGS))
    return d.ServiceRequirement(service=choose.one(ground.services), status=choose.one(["open", "closed"]))


def _capacity(choose: Chooser, ground: Ground) -> d.Requirement:
    if not ground.capacities:
        return d.RoleNamedRequirement(role_named="coach")
    return d.CapacityRequirement(capacity=choose.one(ground.capacities))


_KINDS: tuple[Callable[[Chooser, Ground], d.Requirement], ...] = (
    _record,
    _record,
    _service,
    _capacity,
    lambda choose, _: d.RoleNamedRequirement(role_named=choose.one(["own_worker", "coordinator", "coach"])),
    lambda choose, _: d.FlagRequirement(flag=choose.one(FLAGS), up=choose.one([True, False])),
    lambda choose, _: d.BasisRequirement(basis="share", recipient=choose.one(["", "office", "north"])),
    lambda choose, _: d.MeetingRequirement(
        meeting="talk", present=choose.some(_TOGETHER, 1, 2), fresh=choose.once_in(2)
    ),
    lambda choose, _: d.EvaluationsRequirement(
        evaluations="talk", by=choose.some(_TOGETHER, 1, 2), fresh=choose.once_in(2)
    ),
    lambda choose, _: d.ElapsedRequirement(
        elapsed=choose.one(_LENGTHS), since=choose.one(["state_entered", "pending", "record.talk"])
    ),
    lambda _choose, _ground: d.PredicateRequirement(predicate="sure", inputs=("state", "in_coaching")),
)


def _named(requirement: d.Requirement) -> d.Requirement:
    """Give the requirement with the id that the loader would give it: `kind:target`."""
    changes: dict[str, Any] = {}
    match requirement:
        case d.AllOf():
            changes = {"all": tuple(_named(each) for each in requirement.all)}
        case d.AnyOf():
            changes = {"any": tuple(_named(each) for each in requirement.any)}
        case d.Not():
            changes = {"not_": _named(requirement.not_)}
        case _:
            pass
    if requirement.when is not None:
        changes["when"] = _named(requirement.when)
    target = getattr(requirement, requirement.tag, "")
    word = target if isinstance(target, str) and target else "several"
    return evolve(requirement, id=f"{requirement.tag}:{word}", **changes)
