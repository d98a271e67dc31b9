"""Scenarios 4 and 5 of the national model (G.4): days as the law counts them, and a worker's room."""

from datetime import date, timedelta
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.definition import Pathway
from pathway_engine.testing import Desk
from tests.scenarios.offices import (
    CLIENT,
    COUNSELLOR,
    COUNTY,
    WORKER,
    K,
    assessed,
    case,
    lacking,
    pathway,
    served,
    with_blocking_limit,
)


@pytest.mark.parametrize(
    ("pending", "due"),
    [
        (date(2024, 11, 30), date(2025, 2, 28)),  # February has no 30th: its last day
        (date(2025, 3, 3), date(2025, 6, 3)),
        (date(2024, 12, 1), date(2025, 3, 3)),  # 1 March is a Saturday: the next working day
        (date(2025, 1, 31), date(2025, 4, 30)),
        (date(2024, 12, 24), date(2025, 3, 24)),
    ],
)
def test_g4_4_three_months_end_on_the_same_day_or_the_months_last(pending: date, due: date) -> None:
    """The decision is due three months from the day the matter became pending, counted as the act of 1930 counts."""
    desk = assessed(pending_on=pending)

    assert case(desk).deadlines["decision_due"].due_on == due


def test_g4_4_a_miss_is_told_after_the_last_day_in_finland_and_blocks_nothing() -> None:
    """On the last day nothing is told; from the midnight after it somebody is, once, and the path goes on."""
    desk = assessed()
    due = case(desk).deadlines["decision_due"].due_at
    desk.now = due - timedelta(seconds=1)
    assert not [event for event in desk.tick() if getattr(event.body, "rule", "") == "decision_due"]

    desk.now = due
    (told,) = [event.body for event in desk.tick() if getattr(event.body, "rule", "") == "decision_due"]

    assert isinstance(told, e.DeadlineMissed)
    assert told.told == ("own_worker", "decision_maker")
    assert desk.tick() == ()
    desk.do(c.Move(**K, actor=WORKER, trigger="mark_multidisciplinary"))


def test_g4_4_an_agreement_of_two_months_is_too_short() -> None:
    """Rehabilitative work activity is agreed for three to twenty-four months: two cannot even be written down."""
    desk = served()
    agreement: dict[str, Any] = {
        "place": "Verstas",
        "tasks": "Puutyö",
        "hours_per_day": 4,
        "days_per_week": 2,
        "starts_on": "1.4.2025",
        "ends_on": "31.5.2025",
    }

    short = c.Record(**K, actor=COUNSELLOR, record="rehabilitative_work_agreement", fields={**agreement, "months": 2})
    assert lacking(desk, short) == ["field-type"]
    assert "3–24" in desk.refuse(short).reasons[0].text("fi")
    desk.do(c.Record(**K, actor=COUNSELLOR, record="rehabilitative_work_agreement", fields={**agreement, "months": 3}))


def _one_more(desk: Desk, name: str) -> c.Move:
    """Bring another client as far as planning, with the same coach, and ask for coaching."""
    other = served(desk.pathway)
    desk.cases[name], desk.journals[name] = other.cases["k"], other.journals["k"]
    desk.do(c.NameWorker(case=name, actor=WORKER, role="työhönvalmentaja", organisation=COUNTY, worker="t1"))
    return c.Move(case=name, actor=CLIENT, trigger="ask_for_coaching")


@pytest.mark.parametrize(("region", "limit"), [(pathway("rovaniemi"), 20), (with_blocking_limit(20), 20)])
def test_g4_5_the_twenty_first_client_warns_here_and_is_blocked_in_a_purchase(region: Pathway, limit: int) -> None:
    """Twenty clients fit; one more is a warning, or, where the purchase says so, has to wait for a free place."""
    blocks = region.capacities["coaching_caseload"].over == "block"
    desk = Desk(region, register="lapland_county")
    for number in range(limit):
        assert desk.do(_one_more(desk, f"client-{number}")).warnings == ()

    asked = _one_more(desk, "one-more")

    if blocks:
        (full,) = desk.refuse(asked).reasons
        assert full.code == "capacity-full"
        desk.do(c.JoinQueue(case="one-more", actor=CLIENT, queue="ask_for_coaching", expected_on=date(2025, 6, 1)))
        assert desk.cases["one-more"].is_open
    else:
        assert [each.code for each in desk.do(asked).warnings] == ["warn-capacity"]


def test_g4_5_a_place_that_becomes_free_lets_the_next_one_in() -> None:
    """When one client leaves, the next one is let in."""
    desk = Desk(with_blocking_limit(1), register="lapland_county")
    desk.do(_one_more(desk, "first"))
    asked = _one_more(desk, "second")
    desk.refuse(asked)

    desk.do(c.Move(case="first", actor=CLIENT, trigger="leave_coaching"))

    desk.do(asked)
    assert desk.cases["second"].state == "coaching.engagement"
