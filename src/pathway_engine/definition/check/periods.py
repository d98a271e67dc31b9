"""Values that change with the date: that every period can be, and that no day is left without a value."""

from __future__ import annotations

__all__ = ["check_periods"]

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from pathway_engine.definition.check.places import Notes, parts_of
from pathway_engine.definition.model import Dated, DatedValue, Pathway, Validity
from pathway_engine.definition.tree import Path

_DAY = timedelta(days=1)


@frozen
class _Found:
    """A dated value and its place; `needed` when a day without a value leaves somebody without an answer."""

    value: Dated[Any]
    path: Path
    needed: bool


def check_periods(notes: Notes, pathway: Pathway) -> None:
    """Check every dated value of a pathway.

    A gap matters where roles and organisations are named: on such a day nobody would answer. A time limit may well
    begin or end with a law.
    """
    for found in _dated(pathway):
        reversed_ones = [each for each in found.value.dated if each.from_ and each.to and each.to < each.from_]
        for index, period in enumerate(found.value.dated):
            if period in reversed_ones:
                notes.value("period-reversed", *found.path, "dated", index, "to", name=f"{period.to}")
        if reversed_ones:
            continue
        _check_overlaps(notes, found)
        if found.needed:
            _check_gaps(notes, found, pathway.valid)


def _dated(pathway: Pathway) -> Iterator[_Found]:
    for part in parts_of(pathway):
        things = (
            [(state.responsible, "states", name, "responsible", True) for name, state in part.states.items()]
            + [(move.by, "transitions", name, "by", True) for name, move in part.moves.items()]
            + [(limit.within, "deadlines", name, "within", False) for name, limit in part.deadlines.items()]
        )
        for value, section, name, key, needed in things:
            if isinstance(value, Dated):
                yield _Found(value, (*part.path, section, name, key), needed)
    for name, service in pathway.services.items():
        if isinstance(service.organiser, Dated):
            yield _Found(service.organiser, ("services", name, "organiser"), needed=True)
        # Where a law is named for some days, the days before or after it are named too: a service rests on some law.
        if isinstance(service.law, Dated):
            yield _Found(service.law, ("services", name, "law"), needed=True)
    for name, record in pathway.records.items():
        # A kind of plan may begin or end with its law.
        if isinstance(record.law, Dated):
            yield _Found(record.law, ("records", name, "law"), needed=False)


def _begins(period: DatedValue[Any]) -> date:
    return period.from_ or date.min


def _ends(period: DatedValue[Any]) -> date:
    return period.to or date.max


def _check_overlaps(notes: Notes, found: _Found) -> None:
    """Two values for one day: the one written first counts, which its reader cannot know."""
    for index, later in enumerate(found.value.dated):
        for earlier in found.value.dated[:index]:
            day = max(_begins(earlier), _begins(later))
            if day <= min(_ends(earlier), _ends(later)):
                notes.value("overlapping-periods", *found.path, "dated", index, name=_shown(day))
                break


def _check_gaps(notes: Notes, found: _Found, valid: Validity) -> None:
    # What is chosen by the date of pending can only be asked for on days on which the definition itself is chosen;
    # events go on after that, for running cases keep their definition.
    last = (valid.to if found.value.by == "pending" else None) or date.max
    day = valid.from_ or date.min
    for period in sorted(found.value.dated, key=_begins):
        if _begins(period) > day:
            break
        if _ends(period) >= last:
            return
        day = max(day, _ends(period) + _DAY)
    if day <= last:
        notes.key("period-gap", *found.path, name=_shown(day))


def _shown(day: date) -> str:
    return "…" if day == date.min else day.isoformat()
