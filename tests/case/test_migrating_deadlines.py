"""A new version's own time limits begin in the cases that move to it (semantics §O3)."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.definition.digest import digest_of
from pathway_engine.definition.model import Deadline, Pathway
from pathway_engine.durations import Duration
from pathway_engine.testing import Desk, varied
from tests.case.desks import WORKER, K, case, planned

OF = varied().deadlines["before_end"].title
OPENED, LATER = date(2025, 3, 3), date(2025, 3, 20)


def bringing(**limits: Deadline) -> Pathway:
    """Give the next version of the sample, with time limits of its own."""
    of = varied()
    new = evolve(of, version="2", deadlines={**of.deadlines, **limits})
    return evolve(new, digest=digest_of(new))


def limit(from_: str, within: str, *met_by: str, in_: tuple[str, ...] = ()) -> Deadline:
    """Give a time limit."""
    return Deadline(
        title=OF, from_=from_, in_=in_, within=Duration.parse(within), met_by=met_by or ("meeting",), kind="quality"
    )


def migrated(desk: Desk, **limits: Deadline) -> Desk:
    """Give the desk after its case has moved to the new version, seventeen days later."""
    new = bringing(**limits)
    desk.know(new)
    desk.go_to(LATER)
    desk.do(c.Migrate(**K, actor=WORKER, to_digest=new.digest))
    return desk


@pytest.mark.parametrize(
    ("brought", "due"),
    [
        (limit("pending", "P30D"), OPENED + timedelta(30)),
        (limit("state_entered", "P30D", in_=("planning",)), LATER + timedelta(30)),
        (limit("record.meeting.held_on", "P30D", "agreement"), date(2025, 3, 10) + timedelta(30)),
    ],
)
def test_a_time_limit_of_the_new_version_begins(brought: Deadline, due: date) -> None:
    """From pending or from a date on record it counts as if it had been there; from a state it counts from today."""
    desk = planned()
    if brought.from_.startswith("record."):
        fields: dict[str, Any] = {"held_on": "2025-03-10", "present": ("client",)}
        desk.do(c.Record(**K, actor=WORKER, record="meeting", fields=fields))

    assert case(migrated(desk, brought=brought)).deadlines["brought"].due_on == due


@pytest.mark.parametrize(
    "brought",
    [
        limit("pending", "P30D", "assessment"),  # the assessment is on file
        limit("pending", "P30D", "complete"),  # the move lies behind
        limit("state_entered", "P30D", in_=("coaching.engagement",)),  # another state
        limit("record.agreement.ends_on", "P30D"),  # nothing recorded
        limit("event:begin", "P30D"),  # the next event begins it
    ],
)
def test_what_is_done_or_elsewhere_begins_no_time_limit(brought: Deadline) -> None:
    """Nobody is told of what has been done before the rule came."""
    assert "brought" not in case(migrated(planned(), brought=brought)).deadlines


def test_a_time_limit_that_was_there_before_keeps_its_day() -> None:
    """One of the same name goes on as it was, whatever the new version says of its length."""
    desk = planned()
    due = case(desk).deadlines["first_call"].due_on

    changed = evolve(varied().deadlines["first_call"], within=Duration.parse("P90D"))

    assert case(migrated(desk, first_call=changed)).deadlines["first_call"].due_on == due
