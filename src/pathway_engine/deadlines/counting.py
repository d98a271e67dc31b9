"""Due dates, and the instants at which they have passed.

A deadline in whole days is a *date*: it is met on any hour of its due date, and missed from the
midnight after it, in Finland. The rules are those of act 150/1930 (law C1-C4) and are the same for
every deadline; what differs is said by the deadline itself: which days count, and whether a due
date on a holiday moves on.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pathway_engine.durations import Duration, DurationError, check_date, check_instant
from pathway_engine.errors import PathwayError

if TYPE_CHECKING:
    from pathway_engine.deadlines.calendars import WorkCalendar

__all__ = [
    "DayCalendar",
    "ZoneDataMissing",
    "due_date",
    "helsinki_date",
    "helsinki_zone",
    "missed_at",
    "next_working_day",
    "nth_working_day",
]

DayCalendar = Literal["day", "working_day"]
"""Which days a deadline counts: every day, or working days only."""

_DAY = timedelta(days=1)


class ZoneDataMissing(PathwayError, RuntimeError):
    """The machine has no time zone database, so it cannot be told when a day ends in Finland."""


def due_date(
    anchor: date,
    within: Duration,
    *,
    calendar: DayCalendar,
    shift: bool,
    work_calendar: WorkCalendar,
) -> date:
    """Return the last day on which a deadline can be met.

    The anchor day is not counted (C1). On calendar `day`, months and years end on the same number
    or the last day of the month (C2). On calendar `working_day`, `P7D` is the seventh working day
    (C4).

    With `shift`, a due date on a day that is not a working day moves to the next one (C3). That
    gives a party more time, so it applies to deadlines that run forward from the anchor, `P0D`
    included. A negative duration ("a week before the period ends") has no shift: moving it on
    would take the time from whoever needs it before the anchor, and the act speaks of no other
    direction.

    Args:
        anchor: The day of what the deadline counts from, in Finland.
        within: How long after the anchor, in whole days; before it, if negative.
        calendar: Which days are counted.
        shift: Whether a due date on a holiday or weekend moves on. It suits acts before an
            authority, not targets of quality (C6).
        work_calendar: Which days are working days; not asked when neither argument needs it.

    Raises:
        DurationError: `within` has a time part, or is not plain days though working days are
            counted.
        DateRangeError: A date leaves the years of the engine or of the work calendar.
    """
    if calendar == "day":
        due = within.add_to_date(anchor)
    elif within.is_plain_days:
        due = nth_working_day(anchor, within.days, work_calendar)
    else:
        problem = "only days can be counted as working days"
        raise DurationError("working_days", str(within), problem, "P5D")
    if shift and not within.is_negative:
        return next_working_day(due, work_calendar)
    return due


def nth_working_day(anchor: date, n: int, work_calendar: WorkCalendar) -> date:
    """Return the `n`-th working day after `anchor`, before it if `n` is negative (C4).

    The anchor is not counted, whether a working day or not; the 0th is the anchor itself.

    Raises:
        DateRangeError: The count leaves the years of the engine or of the work calendar.
    """
    step = _DAY if n > 0 else -_DAY
    day = check_date(anchor)
    for _ in range(abs(n)):
        day = _first_working_day(day + step, step, work_calendar)
    return day


def next_working_day(day: date, work_calendar: WorkCalendar) -> date:
    """Return `day` if it is a working day, else the first working day after it (C3).

    Raises:
        DateRangeError: There is none in the years of the engine or of the work calendar.
    """
    return _first_working_day(day, _DAY, work_calendar)


def missed_at(due: date) -> datetime:
    """Return the instant, in UTC, from which a due date has passed: the midnight that ends it.

    Days end in Finland (Europe/Helsinki) wherever the program runs.

    Raises:
        DateRangeError: `due` is outside the years of the engine.
        ZoneDataMissing: The machine has no time zone database.
    """
    midnight = datetime.combine(check_date(due) + _DAY, time(), helsinki_zone())
    return midnight.astimezone(UTC)


@lru_cache(maxsize=128)  # everything that one command brings happens at one or two instants
def helsinki_date(instant: datetime) -> date:
    """Return the date in Finland at an instant: the day from which a deadline is counted.

    Raises:
        ValueError: `instant` is naive.
        DateRangeError: The date is outside the years of the engine.
        ZoneDataMissing: The machine has no time zone database.
    """
    return check_date(check_instant(instant).astimezone(helsinki_zone()).date())


@cache
def helsinki_zone() -> ZoneInfo:
    """Return the zone whose wall clock and calendar all counting follows.

    Raises:
        ZoneDataMissing: The machine has no time zone database.
    """
    try:
        return ZoneInfo("Europe/Helsinki")
    except ZoneInfoNotFoundError as error:
        raise ZoneDataMissing("the time zone Europe/Helsinki is not known here: install the package tzdata") from error


def _first_working_day(day: date, step: timedelta, work_calendar: WorkCalendar) -> date:
    # `check_date` also ends the search in a calendar that has no working days at all.
    while not work_calendar.is_working_day(check_date(day)):
        day += step
    return day
