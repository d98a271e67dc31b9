"""Due dates by calendar days and working days, and when they have passed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.deadlines import (
    DayCalendar,
    FinnishCalendar,
    ZoneDataMissing,
    counting,
    due_date,
    helsinki_date,
    helsinki_zone,
    missed_at,
    next_working_day,
    nth_working_day,
)
from pathway_engine.durations import FIRST_DATE, LAST_DATE, DateRangeError, Duration, DurationError

FINLAND = FinnishCalendar()

dates = st.dates(date(1995, 1, 1), date(2080, 12, 31))
day_counts = st.integers(-60, 60).map(lambda n: Duration(days=n))
calendar_spans = st.builds(
    lambda months, days, sign: Duration(months=months, days=days) * sign,
    st.integers(0, 30),
    st.integers(0, 60),
    st.sampled_from([1, -1]),
)


@frozen
class NoWorkingDays:
    """A calendar of a host that has made a mistake."""

    id: str = "never"

    def is_working_day(self, day: date) -> bool:
        """No day is."""
        return day < FIRST_DATE


@frozen
class NotToBeAsked:
    """A calendar that must stay unused."""

    id: str = "unused"

    def is_working_day(self, day: date) -> bool:
        """Fail the test that came here."""
        raise AssertionError(day)


def due(anchor: str, within: str, calendar: DayCalendar = "day", *, shift: bool = False) -> str:
    """Count a due date in Finland, in text."""
    day = due_date(
        date.fromisoformat(anchor),
        Duration.parse(within),
        calendar=calendar,
        shift=shift,
        work_calendar=FINLAND,
    )
    return day.isoformat()


# -- calendar days ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anchor", "within", "expected"),
    [
        ("2025-06-02", "P3D", "2025-06-05"),
        ("2025-11-30", "P3M", "2026-02-28"),
        ("2023-11-30", "P3M", "2024-02-29"),
        ("2026-05-14", "P1W", "2026-05-21"),
        ("2026-12-31", "P1D", "2027-01-01"),
        ("2026-05-15", "-P7D", "2026-05-08"),
        ("2026-05-15", "P0D", "2026-05-15"),
    ],
)
def test_calendar_days_do_not_count_the_anchor(anchor: str, within: str, expected: str) -> None:
    """The day of the event is not counted, and months end on the same number (C1, C2)."""
    assert expected == due(anchor, within)


@pytest.mark.parametrize(
    ("anchor", "within", "expected"),
    [
        ("2026-04-01", "P2D", "2026-04-07"),  # Good Friday -> Tuesday after Easter
        ("2026-06-05", "P14D", "2026-06-22"),  # Midsummer Eve -> Monday
        ("2026-11-24", "P1M", "2026-12-28"),  # Christmas Eve, Christmas, a weekend -> Monday
        ("2027-11-29", "P7D", "2027-12-07"),  # Independence Day, a Monday -> Tuesday
        ("2026-05-14", "P0D", "2026-05-15"),  # Ascension Day itself -> Friday
        ("2025-12-18", "P2W", "2026-01-02"),  # New Year's Day, into the next year
        ("2025-06-02", "P3D", "2025-06-05"),  # a Thursday stays
    ],
)
def test_a_shifted_due_date_moves_to_the_next_working_day(anchor: str, within: str, expected: str) -> None:
    """A last day on a holiday, an eve or a weekend gives way to the next working day (C3)."""
    assert expected == due(anchor, within, shift=True)


def test_without_shift_a_due_date_may_be_a_holiday() -> None:
    """A target of quality is not prolonged by a weekend (C6)."""
    assert due("2026-04-01", "P2D") == "2026-04-03"


def test_a_due_date_before_the_anchor_is_never_shifted() -> None:
    """Four weeks before a date is that Friday, though it is May Day."""
    assert due("2026-05-29", "-P28D", shift=True) == "2026-05-01"


def test_calendar_days_without_shift_need_no_work_calendar() -> None:
    """A year the work calendar does not know is no obstacle where nobody has to ask it."""
    counted = due_date(
        date(2150, 1, 1),
        Duration.parse("P1M"),
        calendar="day",
        shift=False,
        work_calendar=NotToBeAsked(),
    )

    assert date(2150, 2, 1) == counted


# -- working days -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anchor", "within", "expected"),
    [
        ("2026-12-23", "P3D", "2026-12-30"),  # Christmas and a weekend between
        ("2026-12-23", "P5D", "2027-01-04"),  # New Year's Day and another weekend
        ("2026-04-02", "P1D", "2026-04-07"),  # Easter
        ("2026-06-18", "P1D", "2026-06-22"),  # Midsummer
        ("2027-12-03", "P1D", "2027-12-07"),  # Independence Day
        ("2028-02-28", "P1D", "2028-02-29"),  # a leap day counts
        ("2026-11-21", "P1D", "2026-11-23"),  # from a Saturday
        ("2026-11-09", "P7D", "2026-11-18"),  # the seventh working day
        ("2026-11-21", "P0D", "2026-11-21"),
        ("2026-12-30", "-P3D", "2026-12-23"),
        ("2026-11-22", "-P1D", "2026-11-20"),
    ],
)
def test_working_days_skip_holidays_and_weekends(anchor: str, within: str, expected: str) -> None:
    """The n-th working day counts neither the anchor nor holidays nor Saturdays (C4)."""
    assert expected == due(anchor, within, "working_day")


@given(dates, st.integers(-60, 60))
def test_the_nth_working_day_is_found_by_counting_by_hand(anchor: date, n: int) -> None:
    """Of the days between, exactly n are working days, and the last of them is the due date."""
    found = nth_working_day(anchor, n, FINLAND)
    step = timedelta(days=1 if n > 0 else -1)
    passed = [anchor + step * i for i in range(1, abs((found - anchor).days) + 1)]

    assert abs(n) == sum(FINLAND.is_working_day(day) for day in passed)
    assert n == 0 or (passed[-1] == found and FINLAND.is_working_day(found))


@given(dates, st.integers(1, 60))
def test_working_days_there_and_back(anchor: date, n: int) -> None:
    """From a working day, n forward and n back lead to where one began."""
    start = next_working_day(anchor, FINLAND)

    assert start == nth_working_day(nth_working_day(start, n, FINLAND), -n, FINLAND)


@pytest.mark.parametrize("within", ["P1W", "P3M", "P1Y", "P1M5D", "PT24H", "P1DT1H"])
def test_only_plain_days_are_working_days(within: str) -> None:
    """Whether a week of working days is five or seven is not for us to guess."""
    with pytest.raises(DurationError) as caught:
        due("2026-05-04", within, "working_day")

    assert (within, "P5D") == (caught.value.text, caught.value.suggestion)


def test_hours_have_no_due_date() -> None:
    """A deadline in hours ends at an instant, not with a day."""
    with pytest.raises(DurationError, match="cannot be added to a date"):
        due("2026-05-04", "PT24H")


def test_a_calendar_without_working_days_ends_the_search() -> None:
    """The search stops at the last year of the engine, not at the end of Python's calendar."""
    with pytest.raises(DateRangeError):
        nth_working_day(date(2199, 1, 1), 1, NoWorkingDays())
    with pytest.raises(DateRangeError):
        nth_working_day(date(1901, 1, 1), -1, NoWorkingDays())


# -- laws of due dates --------------------------------------------------------------------------


@given(
    dates,
    st.one_of(
        st.tuples(calendar_spans, st.just("day")),
        st.tuples(day_counts, st.sampled_from(["day", "working_day"])),
    ),
)
def test_due_dates_obey_the_sign_and_the_shift(anchor: date, rule: tuple[Duration, DayCalendar]) -> None:
    """Never before the anchor unless negative; shift only ever moves on, to a working day."""
    within, calendar = rule
    plain, shifted = (
        due_date(anchor, within, calendar=calendar, shift=shift, work_calendar=FINLAND) for shift in (False, True)
    )

    if within.is_negative:
        assert plain == shifted
        assert plain < anchor
    else:
        assert anchor <= plain <= shifted
        assert FINLAND.is_working_day(shifted)
        assert not any(FINLAND.is_working_day(plain + timedelta(days=n)) for n in range((shifted - plain).days))


# -- the end of a day ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-15", "2026-01-15T22:00:00+00:00"),
        ("2026-07-15", "2026-07-15T21:00:00+00:00"),
        ("2027-03-27", "2027-03-27T22:00:00+00:00"),
        ("2027-03-28", "2027-03-28T21:00:00+00:00"),
        ("2026-10-24", "2026-10-24T21:00:00+00:00"),
        ("2026-10-25", "2026-10-25T22:00:00+00:00"),
        ("2026-12-31", "2026-12-31T22:00:00+00:00"),
    ],
)
def test_a_due_date_has_passed_at_the_midnight_after_it(day: str, expected: str) -> None:
    """The whole day counts, by the Finnish clock in winter and in summer."""
    assert expected == missed_at(date.fromisoformat(day)).isoformat()


whole_range = st.dates(FIRST_DATE, LAST_DATE - timedelta(days=1))


@given(whole_range, whole_range)
def test_a_later_due_date_is_missed_later(one: date, other: date) -> None:
    """The order of due dates is the order of the instants at which they pass."""
    assert (one < other) == (missed_at(one) < missed_at(other))


@given(whole_range)
def test_a_day_ends_where_the_next_begins(day: date) -> None:
    """Until `missed_at` it is the due date in Finland, and from then on the next day."""
    end = missed_at(day)

    assert day == helsinki_date(end - timedelta(microseconds=1))
    assert day + timedelta(days=1) == helsinki_date(end)


def test_the_date_of_an_instant_is_the_finnish_one() -> None:
    """An instant just before midnight in UTC belongs to the next day in Finland."""
    late = datetime(2026, 5, 4, 22, 30, tzinfo=UTC)

    assert date(2026, 5, 5) == helsinki_date(late)
    assert date(2026, 5, 5) == helsinki_date(late.astimezone(ZoneInfo("America/New_York")))


def test_a_naive_instant_has_no_date() -> None:
    """Without its zone a datetime belongs to no day in Finland."""
    with pytest.raises(ValueError, match="needs its zone"):
        helsinki_date(datetime(2026, 5, 4, 12))  # noqa: DTZ001


def test_the_years_of_the_engine_hold_for_ends_of_days() -> None:
    """The last date can pass; no instant after it has a date here."""
    end = missed_at(LAST_DATE)

    assert datetime(2200, 12, 31, 22, tzinfo=UTC) == end
    with pytest.raises(DateRangeError):
        helsinki_date(end)
    with pytest.raises(DateRangeError):
        missed_at(LAST_DATE + timedelta(days=1))
    with pytest.raises(DateRangeError):
        helsinki_date(datetime.max.replace(tzinfo=UTC))


def test_a_machine_without_zone_data_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error names the package that brings the time zone database."""

    def no_data(name: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(counting, "ZoneInfo", no_data)
    helsinki_zone.cache_clear()

    with pytest.raises(ZoneDataMissing, match="install the package tzdata"):
        missed_at(date(2026, 5, 4))
