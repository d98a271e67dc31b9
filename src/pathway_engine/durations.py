"""Lengths of time as pathway definitions write them: `P3M`, `P14D`, `PT36H`, `-P7D`.

The notation is ISO 8601's, in whole numbers only. A duration has a *date part* (years, months,
weeks, days), which is counted on the calendar, and a *time part* (hours, minutes, seconds), which
is elapsed time. Neither is ever converted into the other: a day is not 24 hours when the clocks
change, and a month has no fixed number of days. That is also why durations have no order: `P1M` is
neither shorter nor longer than `P30D`.

Working days have no letter of their own. A deadline says `calendar: working_day` beside a plain
`P5D`, and `pathway_engine.deadlines` does that counting.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, Self

from attrs import asdict, frozen

from pathway_engine.errors import PathwayError

if TYPE_CHECKING:
    from datetime import tzinfo

__all__ = [
    "FIRST_DATE",
    "LAST_DATE",
    "DateRangeError",
    "Duration",
    "DurationError",
    "DurationFault",
    "check_date",
    "check_instant",
]

# The years the engine counts in. Wide enough for every client's birth and every record's end, and
# narrow enough that no sum with a duration (200 years at most) can leave Python's own calendar.
FIRST_DATE: Final = date(1900, 1, 1)
LAST_DATE: Final = date(2200, 12, 31)

# A year counts as 365 days and a month as a twelfth of it, so P200Y, P2400M and P73000D just fit.
_MONTH_SECONDS: Final = 365 * 86_400 // 12
_LONGEST_SECONDS: Final = 200 * 12 * _MONTH_SECONDS

# No duration that makes sense is longer; the limit keeps hostile digits away from `int`.
_LONGEST_TEXT: Final = 64

DurationFault = Literal[
    "empty",
    "fraction",
    "mixed_signs",
    "no_amount",
    "shape",
    "time_part",
    "too_large",
    "too_long",
    "working_days",
]


class DurationError(PathwayError, ValueError):
    """A duration cannot be read, or cannot be used where it stands.

    Args:
        fault: What is wrong, as a code that a message catalogue can translate.
        text: The duration as it was written.
        problem: What is wrong, in English.
        suggestion: A duration to write instead; `P14D` when nothing better can be guessed.
    """

    def __init__(self, fault: DurationFault, text: str, problem: str, suggestion: str = "P14D") -> None:
        # Every argument goes to the base class, so that the error can be pickled between processes.
        super().__init__(fault, text, problem, suggestion)
        self.fault: DurationFault = fault
        self.text = text
        self.problem = problem
        self.suggestion = suggestion

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= _LONGEST_TEXT else f"{self.text[:_LONGEST_TEXT]}…"
        return f"duration {shown!r}: {self.problem}; write for example {self.suggestion}"


class DateRangeError(PathwayError, ValueError):
    """A date lies outside the years the engine, or a work calendar, counts in.

    Args:
        day: The date, in ISO form.
        first: The first date that would do.
        last: The last date that would do.
    """

    def __init__(self, day: str, first: date = FIRST_DATE, last: date = LAST_DATE) -> None:
        super().__init__(day, first, last)
        self.day = day
        self.first = first
        self.last = last

    def __str__(self) -> str:
        return f"the date {self.day} is not between {self.first} and {self.last}"


def check_date(day: date) -> date:
    """Return `day` itself once it is known to be a plain date that the engine can count with.

    Raises:
        TypeError: It is a `datetime`. To Python a datetime is a date too, but which date it is
            depends on the zone.
        DateRangeError: It is before `FIRST_DATE` or after `LAST_DATE`.
    """
    if isinstance(day, datetime):
        raise TypeError(f"a date without a time of day is needed, not {day.isoformat()}")
    if not FIRST_DATE <= day <= LAST_DATE:
        raise DateRangeError(day.isoformat())
    return day


def check_instant(instant: datetime) -> datetime:
    """Return `instant` in UTC once it is known to be aware and within the engine's years.

    Raises:
        ValueError: It is naive: without its zone it names no instant.
        DateRangeError: Its date is before `FIRST_DATE` or after `LAST_DATE`.
    """
    if instant.utcoffset() is None:
        raise ValueError(f"an instant needs its zone, {instant.isoformat()} has none")
    # First as it stands: at the ends of Python's calendar the conversion itself would overflow.
    check_date(instant.date())
    return instant.astimezone(UTC)


@frozen(kw_only=True)
class Duration:
    """A length of time in whole calendar and clock units.

    The amounts are all zero or more, or all zero or less (`-P7D` has `days == -7`): one sign for
    the whole, as in the written form. They are kept as written, so `P1W` and `P7D` are different
    values with the same effect.

    Args:
        years: Calendar years.
        months: Calendar months.
        weeks: Calendar weeks.
        days: Calendar days.
        hours: Elapsed hours of 3,600 seconds.
        minutes: Elapsed minutes.
        seconds: Elapsed seconds.

    Raises:
        TypeError: An amount is not an `int`.
        DurationError: The amounts have different signs, or together exceed 200 years.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    def __attrs_post_init__(self) -> None:
        amounts = _amounts(self)
        for unit, amount in amounts.items():
            # By exact type, since `True` is an int and would pass for one day.
            if type(amount) is not int:
                raise TypeError(f"{unit} must be a whole number, not {amount!r}")
        if min(amounts.values()) < 0 < max(amounts.values()):
            problem = "all amounts have one sign, a minus before the whole"
            raise DurationError("mixed_signs", repr(self), problem, "-P1M14D")
        if _rough_seconds(amounts) > _LONGEST_SECONDS:
            raise DurationError("too_large", _written(amounts), "the longest is 200 years", "P1Y")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a duration such as `P3M`, `P1Y6M`, `P2W`, `PT36H`, `P1DT12H` or `-P7D`.

        Raises:
            DurationError: The text is not a duration in whole units, or is longer than 200 years.
        """
        found = _SHAPE.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
        if found is None:
            raise _refusal(text)
        sign = -1 if found["sign"] else 1
        return cls(**{unit: sign * int(found[unit] or 0) for unit in _LETTERS})

    def __str__(self) -> str:
        """Write the one form that `parse` reads back as an equal value; `P0D` for no time."""
        return _written(_amounts(self))

    @property
    def is_negative(self) -> bool:
        """Whether it counts backwards: "seven days before the review" is `-P7D`."""
        return min(_amounts(self).values()) < 0

    @property
    def is_whole_days(self) -> bool:
        """Whether it has no time part, so that a date plus the duration is again a date."""
        return not (self.hours or self.minutes or self.seconds)

    @property
    def is_plain_days(self) -> bool:
        """Whether it is a bare number of days, the only thing that can mean working days."""
        return self.is_whole_days and not (self.years or self.months or self.weeks)

    def __neg__(self) -> Self:
        return self * -1

    def __mul__(self, times: int) -> Self:
        """Multiply every amount: the second round of "every P1M" is due at the anchor + P1M * 2.

        Rounds are counted from the anchor, never each from the one before it. Chained month ends
        would drift (31 January, 28 February, 28 March); from the anchor the second is 31 March.

        Raises:
            DurationError: The product exceeds 200 years.
        """
        if type(times) is not int:
            return NotImplemented
        return type(self)(**{unit: amount * times for unit, amount in _amounts(self).items()})

    __rmul__ = __mul__

    def add_to_date(self, day: date) -> date:
        """Return the date that is this much after `day`, or before it if the duration is negative.

        Years and months are added first and end on the day with the same number, or on the last
        day of the month when it has no such day; weeks and days follow. `day` itself is not
        counted (law C1 and C2: act 150/1930, sections 2 and 3).

        Raises:
            DurationError: There is a time part, and a date has nowhere to put it.
            DateRangeError: `day` or the result is before `FIRST_DATE` or after `LAST_DATE`.
            TypeError: `day` is a `datetime`.
        """
        if not self.is_whole_days:
            problem = "hours, minutes and seconds cannot be added to a date"
            raise DurationError("time_part", str(self), problem, "P1D")
        year, month = divmod(check_date(day).year * 12 + day.month - 1 + self._months, 12)
        month += 1
        same_number = date(year, month, min(day.day, monthrange(year, month)[1]))
        return check_date(same_number + timedelta(days=self.weeks * 7 + self.days))

    def add_to_instant(self, instant: datetime, zone: tzinfo) -> datetime:
        """Return the instant this much after `instant` (before it, if negative), in UTC.

        The date part is added on the wall date of `zone` and keeps the time on the wall clock: a
        week after 15:00 is 15:00, though the clocks were changed between. The time part is then
        added in UTC, as elapsed time.

        The wall time that the date part leads to may not exist, or may come twice. One that is
        skipped in spring moves on by what was skipped (03:30 becomes 04:30); of one that is
        repeated in autumn the first is meant (both as in RFC 5545, section 3.3.5). Without a date
        part nothing is looked up on the wall clock, so the second 03:30 stays the second.

        Args:
            instant: An aware datetime, in any zone.
            zone: The zone on whose wall clock days are counted: Europe/Helsinki.

        Raises:
            ValueError: `instant` is naive.
            DateRangeError: A date on the way is before `FIRST_DATE` or after `LAST_DATE`.
        """
        moved = check_instant(instant)
        date_part = Duration(years=self.years, months=self.months, weeks=self.weeks, days=self.days)
        if date_part != Duration():
            wall = moved.astimezone(zone)
            day = date_part.add_to_date(wall.date())
            # fold=0 gives both rules: in a gap it means the old offset, in a repeat the first time.
            moved = datetime.combine(day, wall.time().replace(fold=0), zone).astimezone(UTC)
        elapsed = timedelta(hours=self.hours, minutes=self.minutes, seconds=self.seconds)
        return check_instant(moved + elapsed)

    @property
    def _months(self) -> int:
        return self.years * 12 + self.months


# The units from the largest to the smallest, with the letter of each; `T` stands between the parts.
_LETTERS: Final = {
    "years": "Y",
    "months": "M",
    "weeks": "W",
    "days": "D",
    "hours": "H",
    "minutes": "M",
    "seconds": "S",
}
_DATE_UNITS: Final = ("years", "months", "weeks", "days")
_TIME_UNITS: Final = ("hours", "minutes", "seconds")


def _optional(units: tuple[str, ...]) -> str:
    # [0-9] rather than \d: the latter would take the digits of every script.
    return "".join(rf"(?:(?P<{unit}>[0-9]+){_LETTERS[unit]})?" for unit in units)


# The look-aheads want at least one amount after P, and one after T.
_SHAPE: Final = re.compile(rf"(?P<sign>-)?P(?=[0-9T]){_optional(_DATE_UNITS)}(?:T(?=[0-9]){_optional(_TIME_UNITS)})?")


def _amounts(duration: Duration) -> dict[str, int]:
    return asdict(duration)


def _rough_seconds(amounts: dict[str, int]) -> int:
    months = abs(amounts["years"] * 12 + amounts["months"])
    days = abs(amounts["weeks"] * 7 + amounts["days"])
    minutes = abs(amounts["hours"] * 60 + amounts["minutes"])
    return months * _MONTH_SECONDS + days * 86_400 + minutes * 60 + abs(amounts["seconds"])


def _written(amounts: dict[str, int]) -> str:
    def part(units: tuple[str, ...]) -> str:
        return "".join(f"{abs(amounts[unit])}{_LETTERS[unit]}" for unit in units if amounts[unit])

    sign = "-" if min(amounts.values()) < 0 else ""
    day_part, time_part = part(_DATE_UNITS), part(_TIME_UNITS)
    if not day_part and not time_part:
        return "P0D"
    return f"{sign}P{day_part}{'T' if time_part else ''}{time_part}"


def _refusal(text: str) -> DurationError:
    """Say what is wrong with a text that is not a duration, the most telling fault first."""
    if len(text) > _LONGEST_TEXT:
        return DurationError("too_long", text, f"it has more than {_LONGEST_TEXT} characters")
    if not text.strip():
        return DurationError("empty", text, "it is empty")
    if re.fullmatch(r"-?P?T?", text):
        return DurationError("no_amount", text, "it names no amount")
    if re.search(r"[0-9][.,][0-9]", text):
        return DurationError("fraction", text, "amounts are whole numbers; use a smaller unit")
    if working := re.fullmatch(r"-?P?([0-9]+)(?:B|BD|WD)", text, re.IGNORECASE):
        problem = "working days are written as days, with 'calendar: working_day' beside them"
        return DurationError("working_days", text, problem, _valid(f"P{working[1]}D") or "P5D")
    problem = "after P come Y, M, W, D in this order, then T before H, M, S; no spaces"
    return DurationError("shape", text, problem, _repaired(text) or "P14D")


def _repaired(text: str) -> str | None:
    """Repair the common slips: small letters, spaces, a missing P or T, a sign inside."""
    body = re.sub(r"[\s+P-]", "", text.upper())
    if "T" not in body and re.search("[HS]", body):
        # What stands before the first hours, minutes or seconds is the date part.
        body = re.sub(r"^((?:[0-9]+[YWD])*)", r"\1T", body)
    return _valid(f"{'-' if '-' in text else ''}P{body}")


def _valid(candidate: str) -> str | None:
    if _SHAPE.fullmatch(candidate) is None:
        return None
    try:
        return str(Duration.parse(candidate))
    except DurationError:  # the shape is right, so it is too large
        return None
