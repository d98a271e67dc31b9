"""What reports are counted from: each case's events, read once, without anything personal.

Nothing is opened: sealed fields stay sealed, and a person is known only by the pseudonym that counts them once.
"""

from __future__ import annotations

__all__ = ["History", "Job", "Made", "Period", "read_histories"]

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property

from attrs import field, frozen

from pathway_engine.case import events as e
from pathway_engine.case.events import Coded, Event
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Pathway, State
from pathway_engine.engine.library import Library
from pathway_engine.journal.ledger import event_of
from pathway_engine.stores.port import MOST_ROWS, Store


@frozen
class Period:
    """The days that a report covers; both ends belong to it, and an end that is left out is open."""

    from_: date | None = None
    to: date | None = None

    def has(self, day: date | None) -> bool:
        """Tell whether a day belongs to the period."""
        return day is not None and (self.from_ or day) <= day <= (self.to or day)

    def before_end(self, day: date) -> bool:
        """Tell whether a day is not after the period."""
        return day <= (self.to or day)


@frozen
class Made:
    """A record as it counts: its coded fields after every correction, and the day it was made."""

    type: str
    on: date
    coded: Mapping[str, Coded]

    def day(self, name: str) -> date | None:
        """Give a date field."""
        value = self.coded.get(name)
        return date.fromisoformat(value) if isinstance(value, str) and value else None

    def number(self, name: str) -> int:
        """Give an integer field; 0 when it is not filled in."""
        value = self.coded.get(name)
        return value if isinstance(value, int) else 0

    def all_of(self, name: str) -> tuple[str, ...]:
        """Give a field of one or several choices."""
        value = self.coded.get(name, ())
        return value if isinstance(value, tuple) else (str(value),) if value != "" else ()


@frozen
class Job:
    """A job that started: the record of it, and whether its client had been in coaching by then (R068)."""

    record: Made
    started_on: date
    coached: bool

    @property
    def is_full(self) -> bool:
        """Full time and permanent; every other job counts as part-time or fixed-term (R069)."""
        return self.record.coded.get("working_time") == "full_time" and self.record.coded.get("duration") == "permanent"


@frozen(kw_only=True)
class History:
    """One case from its first event on.

    Args:
        person: What counts a client once: a pseudonym, or the case's own id when nobody was identified.
        pathway: The definition the case runs under.
        events: Everything that happened, in order.
    """

    person: str = field(repr=False)
    pathway: Pathway = field(repr=False)
    events: tuple[Event, ...] = field(repr=False)

    @cached_property
    def records(self) -> tuple[Made, ...]:
        """All records, each with its corrections, in the order they were made."""
        found: dict[int, Made] = {}
        for event in self.events:
            body = event.body
            if isinstance(body, e.Recorded):
                found[event.seq] = Made(body.record, helsinki_date(event.occurred_at), body.coded)
            elif isinstance(body, e.RecordCorrected) and body.corrects in found:
                old = found[body.corrects]
                found[body.corrects] = Made(old.type, old.on, {**old.coded, **body.coded})
        return tuple(found.values())

    def of(self, record: str) -> tuple[Made, ...]:
        """Give the records of a type."""
        return tuple(each for each in self.records if each.type == record)

    @cached_property
    def stays(self) -> tuple[tuple[str, datetime, datetime | None], ...]:
        """Every state the case was in, with when it was entered and left; None while it is still there."""
        found: list[tuple[str, datetime, datetime | None]] = []
        for event in self.events:
            body, at = event.body, event.occurred_at
            entered = {e.Opened: "state", e.Moved: "to", e.StateCorrected: "to", e.Migrated: "state"}.get(type(body))
            if entered is None or (found and isinstance(body, e.Migrated) and found[-1][0] == body.state):
                continue
            if found:
                # A fact told late may lie before the state that it leaves was entered: no stay is shorter than none.
                found[-1] = (*found[-1][:2], max(found[-1][1], at))
            found.append((getattr(body, entered), at, None))
        return tuple(found)

    @cached_property
    def coached_at(self) -> datetime | None:
        """When the client first came into coaching of any kind: a group in which work is searched."""
        groups = {group for group in self.pathway.groups if f"{group}.job_search" in self.pathway.states}
        return next((at for state, at, _ in self.stays if state.partition(".")[0] in groups), None)

    @cached_property
    def coached_from(self) -> date | None:
        """The day of `coached_at`."""
        return helsinki_date(self.coached_at) if self.coached_at else None

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every job that was recorded, but none outside the open market: that is no employment (R071, R149)."""
        return tuple(job for job in self.places if job.record.coded.get("open_market") is not False)

    def at_ordinary_work(self, left: datetime | None) -> bool:
        """Tell whether a stay in work is ordinary paid work, as the last job on record by its end says (R149)."""
        end = helsinki_date(left) if left else None
        known = [job for job in self.places if end is None or job.record.on <= end]
        return not known or known[-1].record.coded.get("open_market") is not False

    @cached_property
    def places(self) -> tuple[Job, ...]:
        """Every job that was recorded, ordinary or not."""
        jobs = ((each, each.day("started_on") or each.on) for each in self.of("job_start"))
        return tuple(
            Job(each, day, coached=self.coached_from is not None and self.coached_from <= day) for each, day in jobs
        )

    def state(self, name: str) -> State | None:
        """Give a state of the definition; None for one that is gone since."""
        return self.pathway.states.get(name)


def read_histories(store: Store, register: str, library: Library) -> Iterator[History]:
    """Read every case of a register, one after another: no more than one is held in memory.

    Args:
        store: The store.
        register: The register (controller).
        library: Where definitions are kept compiled.
    """
    after = ""
    while True:
        page = store.cases(register, after=after, limit=MOST_ROWS)
        for row in page.rows:
            pathway = library.of(row.digest, store).pathway
            events = tuple(_journal(store, register, row.case_id))
            yield History(person=row.client or row.case_id, pathway=pathway, events=events)
        if page.after is None:
            return
        after = page.after


def _journal(store: Store, register: str, case_id: str) -> Iterator[Event]:
    after = 0
    while entries := store.scan(register, case_id, after):
        yield from map(event_of, entries)
        after = entries[-1].seq
        if len(entries) < MOST_ROWS:
            return
