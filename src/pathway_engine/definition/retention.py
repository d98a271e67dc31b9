"""Retention rules: whether each says for which service tasks it holds, from when it counts, and for how long."""

from __future__ import annotations

__all__ = ["DayOf", "check_retention", "day_of"]

from datetime import date

from attrs import frozen

from pathway_engine.definition.conditions import readable_field
from pathway_engine.definition.limits import check_validity
from pathway_engine.definition.model import SERVICE_TASKS, Pathway, Retention
from pathway_engine.definition.scope import References
from pathway_engine.durations import Duration

_PLACES = ("flag.…", "record.….…", "2025-12-31")
_CLOSINGS = ("closing", "last_closing")


@frozen
class DayOf:
    """Where a rule finds its day: the flag, or the record and its field, or the day itself."""

    flag: str = ""
    record: str = ""
    field: str = ""
    on: date | None = None


def day_of(written: str) -> DayOf | None:
    """Read where a rule finds its day; None when it says nothing that is understood."""
    kind, _, rest = written.partition(".")
    if kind == "flag" and rest:
        return DayOf(flag=rest)
    record, _, field = rest.partition(".")
    if kind == "record" and record and field:
        return DayOf(record=record, field=field)
    try:
        return DayOf(on=date.fromisoformat(written)) if len(written) == len("2025-12-31") else None
    except ValueError:
        return None


def check_retention(names: References, pathway: Pathway) -> None:
    """Check the retention rules, and the service tasks that the pathway and its services name."""
    _check_tasks(names, pathway.service_tasks, "service_tasks")
    for name, service in pathway.services.items():
        _check_tasks(names, service.service_tasks, "services", name, "service_tasks")
    for name, rule in pathway.retention.items():
        _check(names, name, rule, "retention", name)


def _check_tasks(names: References, tasks: tuple[str, ...], *path: str) -> None:
    if tasks:
        names.one("catalogue", SERVICE_TASKS, *path)
    for index, task in enumerate(tasks):
        names.option(SERVICE_TASKS, task, *path, index)


def _check(names: References, name: str, rule: Retention, *path: str) -> None:
    _check_tasks(names, rule.service_tasks, *path, "service_tasks")
    names.each("flag", rule.once, *path, "once")
    if bool(rule.day) != (rule.from_ not in _CLOSINGS):
        names.note_key("retention-day", *path, name=name)
    elif rule.day:
        _check_day(names, rule.day, *path, "day")
    if (rule.keep is None) != (rule.archive == "permanent"):
        names.note_key("retention-length", *path, name=name)
    elif rule.keep is not None and (rule.keep.is_negative or rule.keep == Duration()):
        names.note("not-forward", *path, "keep", name="keep")
    if rule.valid:
        check_validity(names, rule.valid, *path, "valid")


def _check_day(names: References, written: str, *path: str) -> None:
    place = day_of(written)
    if place is None:
        names.findings.unknown(names.origins.value(*path), "bad-anchor", written, _PLACES)
    elif place.flag:
        names.one("flag", place.flag, *path)
    elif place.record:
        names.one("record", place.record, *path)
        names.field(place.record, place.field, *path)
        found = readable_field(names, place.record, place.field, *path)
        if found and found.type != "date":
            names.note("anchor-no-date", *path, name=f"{place.record}.{place.field}", found=found.type)
