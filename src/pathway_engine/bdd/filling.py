"""Supplying what a move asks for, with as little as will do: records with their required fields, names, permits."""

from __future__ import annotations

__all__ = ["fulfil", "least", "make_record"]

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from pathway_engine.bdd.scene import Scene
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Decision, Refused
from pathway_engine.definition import demands as d
from pathway_engine.definition.model import Field
from pathway_engine.requirements import Situation, missing

_LATER = timedelta(days=180)
"""How far off a day lies that a time limit hangs on: a background should not be late from its first day."""


def fulfil(scene: Scene, asked: d.Requirement) -> None:
    """Supply what a requirement asks for, if it is not met; what cannot be supplied stays missing."""
    if not _lacking(scene, asked):
        return
    supply = _SUPPLIES.get(type(asked))
    if supply is not None:
        supply(scene, asked)


def _record(scene: Scene, asked: d.RecordRequirement) -> None:
    held = scene.case.records.get(asked.record)
    make_record(scene, asked.record, asked.where, supplements=held is not None and not held.used)


def _basis(scene: Scene, asked: d.BasisRequirement) -> None:
    recipient = asked.recipient or scene.home
    scene.quietly(c.GivePermit(kind=asked.basis, recipient=recipient, **scene.base(scene.client_role)))


def _all(scene: Scene, asked: d.AllOf) -> None:
    for each in asked.all:
        fulfil(scene, each)


def _flag(scene: Scene, asked: d.FlagRequirement) -> None:
    if asked.up:
        _raise_flag(scene, asked.flag)


def _lacking(scene: Scene, asked: d.Requirement) -> bool:
    view = Situation(pathway=scene.pathway, case=scene.case, today=scene.today, predicates=scene.desk.predicates)
    return bool(missing(asked, view))


def _any(scene: Scene, asked: d.AnyOf) -> None:
    for each in asked.any:
        fulfil(scene, each)
        if not _lacking(scene, asked):
            return


def _name(scene: Scene, role: str) -> None:
    """Name somebody in the role; for a role that others hold, in the first of those the case may have."""
    known = scene.pathway.roles[role]
    wanted = next((each for each in known.held_by if each in {"own_worker", "social_counsellor"}), role)
    place, person = scene.place(wanted), scene.person(wanted)
    scene.quietly(c.NameWorker(role=wanted, organisation=place, worker=person, **scene.base(scene.orderly)))


def _raise_flag(scene: Scene, flag: str) -> None:
    """Make the move from here that raises a flag and leaves the case where it is, if there is one."""
    for rule in scene.desk.machine().main.rules_from(scene.case.state):
        if flag in rule.move.sets and rule.stays and isinstance(rule.move.by, tuple):
            for role in rule.move.by:
                command = c.Move(trigger=rule.trigger, agreed_by=frozenset(rule.move.agreed_by), **scene.base(role))
                if isinstance(scene.quietly(command), Accepted):
                    return


_SUPPLIES: Mapping[type[Any], Callable[[Scene, Any], None]] = {
    d.RecordRequirement: _record,
    d.MeetingRequirement: lambda scene, asked: _together(scene, asked.meeting, asked.present),
    d.EvaluationsRequirement: lambda scene, asked: _together(scene, asked.evaluations, asked.by),
    d.RoleNamedRequirement: lambda scene, asked: _name(scene, asked.role_named),
    d.BasisRequirement: _basis,
    d.AllOf: _all,
    d.AnyOf: _any,
    d.FlagRequirement: _flag,
}


def _together(scene: Scene, record: str, roles: Iterable[str]) -> None:
    make_record(scene, record, present=roles)


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def make_record(
    scene: Scene,
    record: str,
    where: d.Where | None = None,
    *,
    present: Iterable[str] = (),
    fields: Mapping[str, Any] | None = None,
    without: str = "",
    supplements: bool = False,
) -> Decision:
    """Make a record as background, by the first role that may.

    Args:
        scene: Where.
        record: Type of record.
        where: What its fields have to be.
        present: Roles that took part.
        fields: The fields, as a feature gives them; as few as will do when left out.
        without: A field to leave out.
        supplements: True adds what is asked for to the record that counts now.
    """
    kind, decision = scene.pathway.records[record], None
    for role in sorted(kind.by, key=lambda each: each == scene.client_role):
        values = dict(fields) if fields is not None else least(scene, record, role, where or d.Where(), present)
        values.pop(without, None)
        if supplements:
            held = scene.case.records[record]
            values = {key: value for key, value in values.items() if not held.holds(key) or key in _fixed(where)}
        command = c.Record(record=record, fields=values, supplements=supplements, **scene.base(role))
        decision = scene.quietly(command)
        if isinstance(decision, Accepted):
            return decision
    return decision or Refused(())


def least(
    scene: Scene, record: str, role: str, where: d.Where | None = None, present: Iterable[str] = ()
) -> dict[str, Any]:
    """Give the fewest fields with which a record counts: those required, and those a requirement asks for."""
    kind, asked = scene.pathway.records[record], where or d.Where()
    wanted = set(_asked(asked)) | {key for key, field in kind.fields.items() if field.required}
    values: dict[str, Any] = {}
    for key, field in kind.fields.items():
        if field.type == "roles" and (key in wanted or present):
            values[key] = tuple(dict.fromkeys((*present, *(() if present else (scene.client_role, role)))))
        elif key in wanted:
            values[key] = _value(scene, record, key, field, asked, role)
    return values


def _asked(where: d.Where) -> Iterator[str]:
    yield from where.present
    yield from where.any_of[:1]
    for names in (where.equals, where.one_of, where.contains, where.at_least, where.min, where.max, where.within):
        yield from names


def _fixed(where: d.Where | None) -> set[str]:
    """Give the fields whose value a requirement asks for, whatever they hold now."""
    asked = where or d.Where()
    return {*asked.equals, *asked.one_of, *asked.contains, *asked.at_least, *asked.min, *asked.max, *asked.within}


def _value(scene: Scene, record: str, key: str, field: Field, where: d.Where, role: str) -> Any:
    if key in where.equals:
        return where.equals[key]
    if key in where.one_of:
        return where.one_of[key][0]
    if key in where.min or key in where.max:
        return where.min.get(key, where.max.get(key))
    of = scene.pathway
    options = tuple(of.catalogues[field.options].items) if field.options else ()
    several = max(where.at_least.get(key, 1), 1)
    chosen = (where.contains[key],) if key in where.contains else options[:several]
    usual: Mapping[str, Any] = {
        "choice": options[0] if options else "",
        "choices": chosen,
        "date": scene.today + _LATER if _anchors(scene, record, key) else scene.today,
        "integer": field.min if field.min is not None else 1,
        "boolean": True,
        "role": role if role != scene.client_role else next(iter(of.records[record].by)),
        "organisation": scene.case.coordinator.organisation,
        "worker": scene.person(role),
    }
    return usual.get(field.type, "…")


def _anchors(scene: Scene, record: str, key: str) -> bool:
    """Tell whether a time limit ends on the day in this field, or before it."""
    rules = [*scene.pathway.deadlines.values()]
    rules += [each for service in scene.pathway.services.values() for each in service.deadlines.values()]
    return any(each.from_ == f"record.{record}.{key}" and each.every is None for each in rules)
