"""The Finnish working days, against the list of the law and an own computation of it."""

import hashlib
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from pathway_engine.deadlines import FinnishCalendar, WorkCalendar
from pathway_engine.durations import DateRangeError

YEARS = range(2015, 2041)


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, year_rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def saturday_from(day: date) -> date:
    """Return the first Saturday on or after a day."""
    return day + timedelta(days=(6 - day.isoweekday()) % 7)


def holidays_by_law(year: int) -> set[date]:
    """Work out the days of law C5 and C3 by the rules themselves."""
    sunday = easter(year)
    midsummer = saturday_from(date(year, 6, 20))
    fixed = {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)}
    by_easter = {sunday + timedelta(days=n) for n in (-2, 0, 1, 39, 49)}
    by_saturday = {midsummer - timedelta(days=1), midsummer, saturday_from(date(year, 10, 31))}
    return {date(year, month, day) for month, day in fixed} | by_easter | by_saturday


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_working_days_agree_with_the_law(year: int) -> None:
    """Every day of the year is what an own computation from the law's list says (C3, C5)."""
    calendar = FinnishCalendar()
    holidays = holidays_by_law(year)

    wrong = [
        day for day in days_of(year) if calendar.is_working_day(day) != (day.isoweekday() < 6 and day not in holidays)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "New Year's Day"),
        ("2026-01-06", "Epiphany"),
        ("2026-04-03", "Good Friday"),
        ("2026-04-05", "Easter Sunday"),
        ("2026-04-06", "Easter Monday"),
        ("2026-05-01", "May Day"),
        ("2026-05-14", "Ascension Day"),
        ("2026-05-24", "Whit Sunday"),
        ("2026-06-19", "Midsummer Eve"),
        ("2026-06-20", "Midsummer Day"),
        ("2026-10-31", "All Saints' Day"),
        ("2027-12-06", "Independence Day"),
        ("2026-12-24", "Christmas Eve"),
        ("2026-12-25", "Christmas Day"),
        ("2028-12-26", "Boxing Day"),
        ("2026-11-21", "a Saturday"),
        ("2026-11-22", "a Sunday"),
    ],
)
def test_days_that_are_not_working_days(day: str, name: str) -> None:
    """Each kind of day that the act names is no working day."""
    assert not FinnishCalendar().is_working_day(date.fromisoformat(day)), name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-04-02", "Maundy Thursday"),
        ("2026-04-30", "May Day Eve"),
        ("2026-05-25", "the former Whit Monday"),
        ("2026-06-18", "the Thursday before Midsummer"),
        ("2026-06-22", "the Monday after Midsummer"),
        ("2026-12-23", "the day before Christmas Eve"),
        ("2026-12-31", "New Year's Eve"),
        ("2028-02-29", "a leap day"),
        ("2026-11-06", "Swedish Day, a flag day only"),
    ],
)
def test_days_that_are_working_days(day: str, name: str) -> None:
    """Eves and flag days that the act does not name are working days."""
    assert FinnishCalendar().is_working_day(date.fromisoformat(day)), name


def test_the_id_of_the_calendar_stands_for_these_very_days() -> None:
    """When this fails, the answers have changed and the calendar needs a new id (semantics §O2)."""
    calendar = FinnishCalendar()
    answers = "".join("1" if calendar.is_working_day(day) else "0" for year in YEARS for day in days_of(year))

    digest = hashlib.sha256(answers.encode()).hexdigest()

    assert (calendar.id, digest[:16]) == ("fi-2026a", "69cd52f28f351338")


@pytest.mark.parametrize("day", [date(1991, 12, 31), date(2101, 1, 1), date(2200, 12, 31)])
def test_years_whose_holidays_are_unknown_are_refused(day: date) -> None:
    """The calendar never answers "working day" merely because it has no data."""
    with pytest.raises(DateRangeError, match="1992-01-01 and 2100-12-31"):
        FinnishCalendar().is_working_day(day)


def test_the_last_known_year_has_its_holidays() -> None:
    """Independence Day of 2100, a Monday, is still known."""
    calendar = FinnishCalendar()

    assert (
        calendar.is_working_day(date(2100, 12, 6)),
        calendar.is_working_day(date(2100, 12, 7)),
    ) == (False, True)


def test_an_instant_has_no_working_day() -> None:
    """A datetime is refused: which day it falls on depends on the zone."""
    with pytest.raises(TypeError):
        FinnishCalendar().is_working_day(datetime(2026, 5, 4, tzinfo=UTC))


def test_the_finnish_calendar_is_a_work_calendar() -> None:
    """It fits the protocol that hosts' own calendars fit, and is an equal value every time."""
    calendar: WorkCalendar = FinnishCalendar()

    assert calendar == FinnishCalendar()
    assert hash(calendar) == hash(FinnishCalendar())


def test_importing_loads_no_holidays() -> None:
    """The `holidays` package is loaded by the first question, not by the import."""
    program = "import sys, pathway_engine.deadlines; sys.exit('holidays' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], check=False)

    assert done.returncode == 0
