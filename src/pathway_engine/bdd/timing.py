"""How far the time moves in `kuluu 3 kuukautta`, and the bounds of what a scenario may ask for."""

from __future__ import annotations

__all__ = ["MOST", "moved_on", "units"]

from datetime import date

from pathway_engine.deadlines import WorkCalendar
from pathway_engine.deadlines.counting import nth_working_day
from pathway_engine.durations import Duration

MOST = 500
"""How many clients one sentence may bring into a scenario: a slip of the keys must not keep anybody waiting."""

_UNITS = {
    "D": "päivä päivää dag dagar day days",
    "W": "viikko viikkoa vecka veckor week weeks",
    "M": "kuukausi kuukautta månad månader month months",
    "Y": "vuosi vuotta år year years",
}


def units(language: str) -> str:
    """Give a length of time as an example, in `fi`, `sv` or `en`."""
    return {"fi": "3 kuukautta", "sv": "3 månader", "en": "3 months"}[language]


def moved_on(start: date, typed: str, calendar: WorkCalendar | None = None) -> date:
    """Give the day that lies so far ahead.

    Args:
        start: The day it is.
        typed: Number and unit, as sentences have them.
        calendar: Which days are working days. Without it they are counted as days: the earliest day it may be.

    Raises:
        DurationError: It is longer than the engine counts.
        DateRangeError: It leads out of the engine's years, or the calendar's.
    """
    count, _, unit = typed.casefold().partition(" ")
    letter = next((key for key, words in _UNITS.items() if unit in words.split()), "")
    length = Duration.parse(f"P{int(count)}{letter or 'D'}")
    if letter or calendar is None:
        return length.add_to_date(start)
    return nth_working_day(start, int(count), calendar)
