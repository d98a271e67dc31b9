"""Which days are working days.

Hosts may bring a calendar of their own (a national one elsewhere, or a fixed one in a test): any
value with an `id` and an `is_working_day`.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, Protocol

from attrs import field, frozen

from pathway_engine.durations import DateRangeError, check_date

__all__ = ["FinnishCalendar", "WorkCalendar"]

# What the `holidays` package knows of Finland ends with 2100. It answers "no holidays" beyond
# that, which would be a wrong due date rather than an error.
_FIRST: Final = date(1992, 1, 1)
_LAST: Final = date(2100, 12, 31)


class WorkCalendar(Protocol):
    """Says which days are working days, under a name that changes when the answers do."""

    @property
    def id(self) -> str:
        """Name of the rules, part of a definition's digest (semantics §O2).

        Two calendars that differ on any date have different ids: the digest is how a case shows
        which days it was counted by.
        """

    def is_working_day(self, day: date) -> bool:
        """Whether `day` counts as a working day.

        Raises:
            DateRangeError: The calendar does not know that year.
        """


@frozen
class FinnishCalendar:
    """Working days in Finland: not Saturdays, Sundays, holidays, Christmas Eve or Midsummer Eve.

    The days are those of law C3 (act 150/1930, section 5) and C5. They are known from 1992, when
    Epiphany and Ascension Day had returned to their own days, to 2100. The dates come from the
    `holidays` package; `id` names the rules as this library tested them, and is renewed when a
    change of the law changes the answers.
    """

    id: str = field(default="fi-2026a", init=False)

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open on `day`.

        Raises:
            DateRangeError: `day` is before 1992 or after 2100.
            TypeError: `day` is a `datetime`.
        """
        if not _FIRST <= check_date(day) <= _LAST:
            raise DateRangeError(day.isoformat(), _FIRST, _LAST)
        return day.isoweekday() <= 5 and day not in _finnish_holidays(day.year)


@cache
def _finnish_holidays(year: int) -> frozenset[date]:
    # Imported here because it takes 60 ms, which `import pathway_engine` should not cost. One
    # year at a time into a frozen set: the package's own object grows while it is read, which
    # threads must not share.
    from holidays import country_holidays

    return frozenset(country_holidays("FI", years=year, expand=False))
