"""The engine's clock: within a case it never runs back, and no deadline comes early (§E2, promise 8)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pathway_engine.case import commands as c
from tests.engine.office import CLIENT, WORKER, Office


def test_a_clock_that_goes_back_an_hour_stops_nobody(office: Office) -> None:
    """Moves are still possible, and what is recorded is never earlier than what was recorded before."""
    office.open()
    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"})
    office.wait(timedelta(hours=-1))

    office.do(c.Move, WORKER, trigger="begin")
    office.do(c.Record, WORKER, record="assessment", fields={"goals": "työ"})

    times = [entry.recorded_at for entry in office.journal()]
    assert times == sorted(times)
    assert office.engine.steps("k", WORKER)
    assert office.engine.history("k", CLIENT)


def test_a_deadline_is_not_told_before_it_has_passed(office: Office) -> None:
    """One microsecond before the due instant it is refused; at the instant it is told, once."""
    deadlines = office.open().deadlines
    running = deadlines["decision_due"]
    office.wait(running.due_at - office.sources.clock() - timedelta(microseconds=1))
    early = office.refuse(c.DeadlineDue, c.SYSTEM, deadline="decision_due")
    office.wait(timedelta(microseconds=1))

    office.do(c.DeadlineDue, c.SYSTEM, deadline="decision_due")
    again = office.refuse(c.DeadlineDue, c.SYSTEM, deadline="decision_due")

    assert [reason.code for reason in early.reasons] == ["deadline-not-due"]
    assert [reason.code for reason in again.reasons] == ["deadline-told-already"]


def test_a_clock_that_was_wrong_does_not_bring_a_deadline_forward(office: Office) -> None:
    """An event recorded by a clock far ahead does not make later deadlines due on a clock that was put right."""
    due = office.open().deadlines["decision_due"].due_at
    office.wait(due - office.sources.clock() + timedelta(days=1))
    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"})
    office.wait(timedelta(days=-60))

    refused = office.refuse(c.DeadlineDue, c.SYSTEM, deadline="decision_due")

    assert [reason.code for reason in refused.reasons] == ["deadline-not-due"]


def test_what_is_stated_may_be_earlier_but_never_in_the_future(office: Office) -> None:
    """A record may be older than the case; nothing has happened tomorrow."""
    office.open()
    now = office.sources.clock()

    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"}, at=now - timedelta(days=30))
    refused = office.refuse(
        c.Record, WORKER, record="checklist", fields={"signs": "school"}, at=now + timedelta(seconds=1)
    )

    assert [reason.code for reason in refused.reasons] == ["in-the-future"]


def test_a_time_without_a_zone_is_a_fault_of_the_caller(office: Office) -> None:
    """A naive time could mean anything: it is not guessed."""
    office.open()

    with pytest.raises(ValueError, match="time zone"):
        office.ask(c.Record, WORKER, record="checklist", at=office.sources.clock().replace(tzinfo=None))
