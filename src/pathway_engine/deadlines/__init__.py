"""When things are due: calendars of working days, and due dates as Finnish law counts them."""

from pathway_engine.deadlines.calendars import FinnishCalendar, WorkCalendar
from pathway_engine.deadlines.counting import (
    DayCalendar,
    ZoneDataMissing,
    due_date,
    helsinki_date,
    helsinki_zone,
    missed_at,
    next_working_day,
    nth_working_day,
)

__all__ = [
    "DayCalendar",
    "FinnishCalendar",
    "WorkCalendar",
    "ZoneDataMissing",
    "due_date",
    "helsinki_date",
    "helsinki_zone",
    "missed_at",
    "next_working_day",
    "nth_working_day",
]
