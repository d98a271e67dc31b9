"""Durations: their written form, and adding them to dates and instants."""

import pickle
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pathway_engine.durations import (
    FIRST_DATE,
    LAST_DATE,
    DateRangeError,
    Duration,
    DurationError,
    check_date,
    check_instant,
)

HELSINKI = ZoneInfo("Europe/Helsinki")

dates = st.dates(date(1950, 1, 1), date(2150, 12, 31))
instants = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def durations(draw: st.DrawFn, *, time_part: bool = True) -> Duration:
    """Durations of either sign, up to about 40 years."""
    clock = st.integers(0, 50 if time_part else 0)
    duration = Duration(
        years=draw(st.integers(0, 20)),
        months=draw(st.integers(0, 40)),
        weeks=draw(st.integers(0, 60)),
        days=draw(st.integers(0, 400)),
        hours=draw(clock),
        minutes=draw(clock),
        seconds=draw(clock),
    )
    return -duration if draw(st.booleans()) else duration


# -- the written form ---------------------------------------------------------------------------


@given(durations())
def test_writing_and_parsing_gives_the_same_duration(duration: Duration) -> None:
    """`parse` reads what `str` writes as an equal value."""
    assert duration == Duration.parse(str(duration))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P3M", Duration(months=3)),
        ("P1Y6M", Duration(years=1, months=6)),
        ("P2W", Duration(weeks=2)),
        ("P1M2W3D", Duration(months=1, weeks=2, days=3)),
        ("PT36H", Duration(hours=36)),
        ("PT5M", Duration(minutes=5)),
        ("P1DT12H30M5S", Duration(days=1, hours=12, minutes=30, seconds=5)),
        ("-P7D", Duration(days=-7)),
        ("-P1MT2H", Duration(months=-1, hours=-2)),
        ("P007D", Duration(days=7)),
        ("P0D", Duration()),
        ("-P0D", Duration()),
        ("PT0S", Duration()),
    ],
)
def test_a_duration_is_read_by_its_letters(text: str, expected: Duration) -> None:
    """Every letter fills its own unit, M by the side of T it stands on, and a minus turns all."""
    assert expected == Duration.parse(text)


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (Duration(), "P0D"),
        (Duration(weeks=1), "P1W"),
        (Duration(days=7), "P7D"),
        (Duration(minutes=90), "PT90M"),
        (Duration(months=-1, hours=-2), "-P1MT2H"),
    ],
)
def test_the_written_form_is_short_and_converts_nothing(duration: Duration, expected: str) -> None:
    """Zero amounts are left out, and no unit is turned into another."""
    assert expected == str(duration)


@pytest.mark.parametrize(
    ("text", "fault", "suggestion"),
    [
        ("", "empty", "P14D"),
        ("  ", "empty", "P14D"),
        ("P", "no_amount", "P14D"),
        ("-P", "no_amount", "P14D"),
        ("PT", "no_amount", "P14D"),
        ("P1DT", "shape", "P14D"),
        ("P1.5M", "fraction", "P14D"),
        ("P1,5M", "fraction", "P14D"),
        ("P1Y2", "shape", "P14D"),
        ("P1D2M", "shape", "P14D"),
        ("PT1S2H", "shape", "P14D"),
        ("P1M1M", "shape", "P14D"),
        ("14 days", "shape", "P14D"),
        ("P٣M", "shape", "P14D"),
        ("P14D\n", "shape", "P14D"),
        ("P 3M", "shape", "P3M"),
        (" P3M", "shape", "P3M"),
        ("p3m", "shape", "P3M"),
        ("3M", "shape", "P3M"),
        ("+P3M", "shape", "P3M"),
        ("P-7D", "shape", "-P7D"),
        ("P36H", "shape", "PT36H"),
        ("P1D12H30M", "shape", "P1DT12H30M"),
        ("P999Y ", "shape", "P14D"),
        ("P5B", "working_days", "P5D"),
        ("7wd", "working_days", "P7D"),
        ("P" + "9" * 70 + "D", "too_long", "P14D"),
        ("P201Y", "too_large", "P1Y"),
        ("-P2401M", "too_large", "P1Y"),
        ("P73001D", "too_large", "P1Y"),
        ("P200YT1S", "too_large", "P1Y"),
        ("PT" + "9" * 50 + "S", "too_large", "P1Y"),
    ],
)
def test_what_is_not_a_duration_is_refused_with_a_suggestion(text: str, fault: str, suggestion: str) -> None:
    """The error names the fault and the text, and suggests the nearest duration it can guess."""
    with pytest.raises(DurationError) as caught:
        Duration.parse(text)

    assert (fault, text, suggestion) == (
        caught.value.fault,
        caught.value.text,
        caught.value.suggestion,
    )


@given(st.one_of(st.text(), st.text("-+PTYMWDHSB 0123456789.,pd", max_size=70)))
@example("P" + "0" * 100 + "1D")
def test_any_text_is_a_duration_or_a_duration_error(text: str) -> None:
    """No text raises anything else, every suggestion is a duration, and the message is short."""
    try:
        Duration.parse(text)
    except DurationError as error:
        suggestion = error.suggestion
        message = str(error)

        assert suggestion == str(Duration.parse(suggestion))
        assert len(message) < 1000


@pytest.mark.parametrize("text", ["P200Y", "-P2400M", "P73000D", "P10428W4D", "PT1752000H"])
def test_two_hundred_years_just_fit(text: str) -> None:
    """The longest duration is 200 years, whatever the unit."""
    assert text == str(Duration.parse(text))


def test_amounts_of_different_signs_are_refused() -> None:
    """One month less three days is no duration: the sign stands before the whole."""
    with pytest.raises(DurationError) as caught:
        Duration(months=1, days=-3)

    assert caught.value.fault == "mixed_signs"


@pytest.mark.parametrize("amount", [1.0, True, "1", None])
def test_amounts_are_whole_numbers(amount: object) -> None:
    """Nothing but an int is an amount, not even `True`."""
    with pytest.raises(TypeError, match="days must be a whole number"):
        Duration(days=amount)  # type: ignore[arg-type]


def test_errors_survive_pickling() -> None:
    """Both errors keep their attributes on their way between processes."""
    duration_error = DurationError("shape", "3 kk", "it must begin with P", "P3M")
    range_error = DateRangeError("2300-01-01")

    copies = [pickle.loads(pickle.dumps(error)) for error in (duration_error, range_error)]  # noqa: S301

    assert [vars(duration_error), vars(range_error)] == [vars(copy) for copy in copies]
    assert str(copies[0]) == "duration '3 kk': it must begin with P; write for example P3M"
    assert str(copies[1]) == "the date 2300-01-01 is not between 1900-01-01 and 2200-12-31"


# -- what a duration is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "negative", "whole_days", "plain_days"),
    [
        ("P5D", False, True, True),
        ("P0D", False, True, True),
        ("-P5D", True, True, True),
        ("P1W", False, True, False),
        ("P3M", False, True, False),
        ("PT24H", False, False, False),
        ("-P1DT1S", True, False, False),
    ],
)
def test_a_duration_says_what_it_can_be_used_for(
    text: str, *, negative: bool, whole_days: bool, plain_days: bool
) -> None:
    """A date takes whole days, a count of working days takes plain days."""
    duration = Duration.parse(text)

    assert (negative, whole_days, plain_days) == (
        duration.is_negative,
        duration.is_whole_days,
        duration.is_plain_days,
    )


@given(durations(), st.integers(-4, 4))
def test_multiplying_is_repeated_in_every_unit(duration: Duration, times: int) -> None:
    """`d * n` and `n * d` multiply each amount, and `-d` is `d * -1`."""
    product = duration * times

    assert product == times * duration
    assert product.months == duration.months * times
    assert product.seconds == duration.seconds * times
    assert -duration == duration * -1


def test_rounds_are_counted_from_the_anchor() -> None:
    """Every month from 31 January falls on each month's last day and does not drift to the 28th."""
    anchor, step = date(2025, 1, 31), Duration.parse("P1M")

    rounds = [(step * n).add_to_date(anchor) for n in range(4)]

    assert [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30)] == rounds


def test_a_product_over_two_hundred_years_is_refused() -> None:
    """Multiplying keeps to the same bound as parsing."""
    with pytest.raises(DurationError, match="200 years"):
        Duration.parse("P3M") * 801


def test_only_whole_numbers_multiply() -> None:
    """One and a half times a month has no meaning on a calendar."""
    with pytest.raises(TypeError):
        Duration.parse("P1M") * 1.5  # type: ignore[operator]


# -- adding to a date ---------------------------------------------------------------------------


def by_walking(day: date, months: int, days: int) -> date:
    """Count month by month and day by day, as one would on a wall calendar: the slow oracle."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month > 12:
            year, month = year + 1, 1
        if month < 1:
            year, month = year - 1, 12
    number = day.day
    while number > monthrange(year, month)[1]:
        number -= 1
    return date.fromordinal(date(year, month, number).toordinal() + days)


@given(dates, durations(time_part=False))
@example(date(2024, 2, 29), Duration(years=1))
@example(date(2024, 2, 29), Duration(years=-4))
@example(date(2025, 12, 31), Duration(months=-1, days=-1))
def test_adding_to_a_date_agrees_with_walking_the_calendar(day: date, duration: Duration) -> None:
    """Months first, to the same number or the last day of the month, then the days (law C2)."""
    expected = by_walking(day, duration.years * 12 + duration.months, duration.weeks * 7 + duration.days)

    assert expected == duration.add_to_date(day)


@pytest.mark.parametrize(
    ("anchor", "text", "expected"),
    [
        ("2025-11-30", "P3M", "2026-02-28"),
        ("2023-11-30", "P3M", "2024-02-29"),
        ("2025-06-02", "P3D", "2025-06-05"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2025-12-31", "P1D", "2026-01-01"),
        ("2025-10-31", "P4M", "2026-02-28"),
        ("2025-01-30", "P1M1D", "2025-03-01"),
        ("2026-03-31", "-P1M", "2026-02-28"),
        ("2026-01-01", "-P7D", "2025-12-25"),
        ("2026-05-04", "P2W", "2026-05-18"),
        ("2026-05-04", "P0D", "2026-05-04"),
    ],
)
def test_adding_to_a_date_in_named_cases(anchor: str, text: str, expected: str) -> None:
    """The examples of the act on counting time, leap days and the turn of the year."""
    due = Duration.parse(text).add_to_date(date.fromisoformat(anchor))

    assert expected == due.isoformat()


@given(dates, durations(time_part=False))
def test_adding_follows_the_sign(day: date, duration: Duration) -> None:
    """A negative duration never leads after the day, any other never before it."""
    moved = duration.add_to_date(day)

    assert (moved <= day) if duration.is_negative else (moved >= day)


def test_a_date_takes_no_time_part() -> None:
    """Hours on a date would have to be dropped or rounded, so they are refused."""
    with pytest.raises(DurationError) as caught:
        Duration.parse("P1DT1H").add_to_date(date(2026, 1, 1))

    assert caught.value.fault == "time_part"


def test_a_datetime_is_not_taken_for_a_date() -> None:
    """Which date an instant has depends on the zone, so the caller has to say it."""
    with pytest.raises(TypeError, match="without a time of day"):
        Duration.parse("P1D").add_to_date(datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (LAST_DATE, "P1D"),
        (LAST_DATE, "P200Y"),
        (FIRST_DATE, "-P1D"),
        (FIRST_DATE, "-P200Y"),
        (date(1899, 12, 31), "P1D"),
        (date.max, "P1D"),
        (date.min, "-P1D"),
    ],
)
def test_dates_stay_within_the_years_of_the_engine(day: date, text: str) -> None:
    """A sum that leaves 1900-2200 is a clear error and never Python's OverflowError."""
    with pytest.raises(DateRangeError, match="is not between 1900-01-01 and 2200-12-31"):
        Duration.parse(text).add_to_date(day)


def test_the_first_and_last_dates_belong_to_the_range() -> None:
    """Both ends can be counted with."""
    assert [check_date(FIRST_DATE), check_date(LAST_DATE)] == [FIRST_DATE, LAST_DATE]


# -- adding to an instant -----------------------------------------------------------------------


def helsinki(text: str, fold: int = 0) -> datetime:
    """Read a wall time in Helsinki."""
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI, fold=fold)


@given(instants, durations(time_part=False))
def test_whole_days_keep_the_wall_clock_unless_the_clocks_skip_it(instant: datetime, duration: Duration) -> None:
    """A date part leads to the same wall time on the due date; an hour later when it is skipped."""
    wall = instant.astimezone(HELSINKI)
    moved = duration.add_to_instant(instant, HELSINKI).astimezone(HELSINKI)
    expected = datetime.combine(duration.add_to_date(wall.date()), wall.time())

    difference = moved.replace(tzinfo=None) - expected

    assert difference in ({timedelta()} if moved.month != 3 else {timedelta(), timedelta(hours=1)})


@given(instants, st.integers(-(10**6), 10**6))
def test_a_time_part_is_elapsed_time(instant: datetime, seconds: int) -> None:
    """Hours, minutes and seconds pass in UTC, whatever the wall clock does."""
    moved = Duration(seconds=seconds).add_to_instant(instant.astimezone(HELSINKI), HELSINKI)

    assert instant + timedelta(seconds=seconds) == moved
    assert moved.tzinfo is UTC


@given(instants, durations(), st.sampled_from(["UTC", "Asia/Tokyo", "America/St_Johns"]))
def test_the_zone_an_instant_is_written_in_does_not_matter(instant: datetime, duration: Duration, name: str) -> None:
    """The same instant gives the same sum, however it was written."""
    assume(duration != Duration())
    elsewhere = instant.astimezone(ZoneInfo(name))

    assert duration.add_to_instant(instant, HELSINKI) == duration.add_to_instant(elsewhere, HELSINKI)


@pytest.mark.parametrize(
    ("start", "text", "expected"),
    [
        # A week over the end of summer time: 15:00 on the wall, not 14:00 as 168 hours would give.
        ("2026-10-20T15:00", "P7D", "2026-10-27T13:00:00+00:00"),
        ("2026-10-20T15:00", "PT168H", "2026-10-27T12:00:00+00:00"),
        # 28 March 2027, 03:00-04:00 does not exist: 03:30 moves on to 04:30 summer time.
        ("2027-03-27T03:30", "P1D", "2027-03-28T01:30:00+00:00"),
        ("2027-03-29T03:30", "-P1D", "2027-03-28T01:30:00+00:00"),
        ("2027-03-27T02:59", "P1D", "2027-03-28T00:59:00+00:00"),
        ("2027-03-27T04:00", "P1D", "2027-03-28T01:00:00+00:00"),
        # 25 October 2026, 03:00-04:00 comes twice: the first one, in summer time.
        ("2026-10-24T03:30", "P1D", "2026-10-25T00:30:00+00:00"),
        ("2026-10-26T03:30", "-P1D", "2026-10-25T00:30:00+00:00"),
        # First the date on the wall, then the hours as they pass.
        ("2026-10-24T03:30", "P1DT1H", "2026-10-25T01:30:00+00:00"),
        ("2025-03-29T12:00", "P1D", "2025-03-30T09:00:00+00:00"),
        ("2025-03-29T12:00", "PT24H", "2025-03-30T10:00:00+00:00"),
    ],
)
def test_changes_of_the_clocks(start: str, text: str, expected: str) -> None:
    """Days are counted on the wall clock, and skipped and repeated times follow RFC 5545."""
    due = Duration.parse(text).add_to_instant(helsinki(start), HELSINKI)

    assert expected == due.isoformat()


def test_the_second_of_two_equal_times_stays_the_second_without_a_date_part() -> None:
    """Adding no days looks nothing up on the wall clock, so no hour is lost."""
    second = helsinki("2026-10-25T03:30", fold=1)

    assert second.astimezone(UTC) == Duration().add_to_instant(second, HELSINKI)
    assert second.astimezone(UTC) + timedelta(minutes=1) == Duration(minutes=1).add_to_instant(second, HELSINKI)


def test_a_naive_instant_is_refused() -> None:
    """Without its zone a datetime names no instant."""
    with pytest.raises(ValueError, match="needs its zone"):
        Duration.parse("P1D").add_to_instant(datetime(2026, 1, 1), HELSINKI)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (datetime(2200, 12, 31, 12, tzinfo=UTC), "PT12H"),
        (datetime(2200, 12, 31, 12, tzinfo=UTC), "P1D"),
        (datetime(2200, 12, 31, 23, tzinfo=UTC), "P1D"),
        (datetime(1900, 1, 1, tzinfo=UTC), "-PT1S"),
        (datetime.max.replace(tzinfo=UTC), "P1D"),
        (datetime.min.replace(tzinfo=UTC), "-PT1S"),
    ],
)
def test_instants_stay_within_the_years_of_the_engine(instant: datetime, text: str) -> None:
    """A sum that leaves 1900-2200 is a clear error and never Python's OverflowError."""
    with pytest.raises(DateRangeError):
        Duration.parse(text).add_to_instant(instant, HELSINKI)


def test_the_ends_of_pythons_calendar_do_not_overflow_in_conversion() -> None:
    """Year 1 east of Greenwich has no UTC in Python, and is refused before that is tried."""
    with pytest.raises(DateRangeError):
        check_instant(datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo")))
