"""Journals made up for reports: only what is counted, in the region's own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from pathway_engine.case import events as e
from pathway_engine.case.events import ActedBy, Body, Coded, Event
from pathway_engine.definition import Pathway
from pathway_engine.reports.histories import History
from pathway_engine.reports.tables import HIDDEN, Cell, Report, Row
from tests.workflows.shipped import pathway

DAY = date(2024, 3, 4)


def history(of: Pathway | str, person: str, told: Iterable[tuple[date, Body]], *, opened: date = DAY) -> History:
    """Give a case that was opened and to which the rest happened."""
    known = pathway(of) if isinstance(of, str) else of
    first = e.Opened(
        pathway=known.pathway,
        definition_version=known.version,
        subject_kind=known.subject,
        client=person,
        state=next(key for key, state in known.states.items() if state.initial),
        pending_on=opened,
        organisation="north",
        role="own_worker",
    )
    happened = [(opened, first), *told]
    events = tuple(
        Event(seq=seq, occurred_at=noon(day), recorded_at=noon(day), actor=ActedBy(), digest="", body=body)
        for seq, (day, body) in enumerate(happened, start=1)
    )
    return History(person=person, pathway=known, events=events)


def noon(day: date) -> datetime:
    """Give noon of a day."""
    return datetime.combine(day, time(12), UTC)


def recorded(record: str, day: date = DAY, /, **coded: Coded) -> tuple[date, Body]:
    """Give the making of a record."""
    return day, e.Recorded(record=record, coded=coded)


def moved(trigger: str, from_: str, to: str, day: date = DAY, **more: Any) -> tuple[date, Body]:
    """Give a move."""
    return day, e.Moved(trigger=trigger, from_=from_, to=to, **more)


def job(day: date = DAY, **coded: Coded) -> tuple[date, Body]:
    """Give the form of a job: full-time, permanent and in a company, where nothing else is said."""
    form: dict[str, Coded] = {"working_time": "full_time", "duration": "permanent", "sector": "company", **coded}
    return recorded("job_start", day, started_on=day.isoformat(), **form)


def rows(report: Report, table: str) -> dict[str, tuple[Cell, ...]]:
    """Give the figures of a table by row."""
    return {row.id: row.cells for row in _rows(report, table)}


def figures(report: Report, table: str) -> dict[str, Cell]:
    """Give the first figure of each row of a table."""
    return {row.id: row.cells[0] for row in _rows(report, table)}


def _rows(report: Report, table: str) -> Iterator[Row]:
    return iter(next(each for each in report.tables if each.id == table).rows)


__all__ = ["DAY", "HIDDEN", "figures", "history", "job", "moved", "noon", "recorded", "rows"]
