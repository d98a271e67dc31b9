"""How clients move: times, handovers and queues, who stopped, and where it led."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from pathway_engine.case import events as e
from pathway_engine.case.events import Body
from pathway_engine.reports import Period, as_text
from pathway_engine.reports.flow import flow
from pathway_engine.reports.histories import History
from pathway_engine.reports.tables import Report
from pathway_engine.text import LANGUAGES
from tests.reports.making import DAY, HIDDEN, figures, history, job, moved, recorded, rows

Told = tuple[date, Body]


def after(days: int) -> date:
    """Give a day so many days after the first."""
    return DAY + timedelta(days)


def six(told: Iterable[Told], of: str = "fi-base") -> list[History]:
    """Give six clients to whom the same happened."""
    happened = list(told)
    return [history(of, f"p{number}", happened) for number in range(6)]


def over(told: Iterable[Told], period: Period | None = None, of: str = "fi-base") -> Report:
    """Give the report over six such clients."""
    return flow(six(told, of), "north", period or Period())


TO_PLANNING = [
    moved("start_recognition", "contact", "recognition", after(2)),
    moved("identify_need", "recognition", "assessment", after(9)),
    moved("complete_assessment", "assessment", "planning", after(30)),
    moved("approve_plan", "planning", "services", after(40)),
]


def test_times_are_told_from_state_to_state() -> None:
    """How soon needs are recognised, and how long each state lasted."""
    report = over(TO_PLANNING)

    assert rows(report, "spans")["contact_to_recognition"] == (6, 2.0)
    assert rows(report, "spans")["contact_to_assessment"] == (6, 9.0)
    assert rows(report, "states")["assessment"] == (6, 21.0)
    assert rows(report, "states")["services"] == (6, None)


def test_no_stay_is_shorter_than_none_when_a_fact_is_told_late() -> None:
    """A job that had begun before the state was entered that it leaves: the stay there lasted no time (§M4)."""
    report = over([*TO_PLANNING, moved("start_job", "services", "employment", after(35), fact=True)])

    assert rows(report, "states")["services"] == (6, 0.0)
    assert rows(report, "spans")["contact_to_employed"] == (6, 35.0)


def test_four_kinds_of_progress_count_each_person_once() -> None:
    """Work, study, rehabilitation and services begun; coming twice counts once, and a part-time job is work."""
    told = [
        *TO_PLANNING,
        moved("start_education", "services", "education", after(50)),
        moved("end_period", "education", "services", after(60)),
        moved("start_job", "services", "employment", after(70), fact=True),
        moved("end_job", "employment", "services", after(80), fact=True),
        moved("start_job", "services", "employment", after(90), fact=True),
    ]
    progress = figures(over(told), "progress")

    assert progress == {"work": 6, "study": 6, "rehabilitation": 0, "services": 6, "participation": 0}
    opened = e.ServiceOpened(service="s", kind="part_time_work", state="under_way", organiser="north", provider="north")
    assert figures(over([(DAY, opened)]), "progress")["work"] == 6
    assert figures(over([job(DAY)]), "progress")["work"] == 6
    assert figures(over([job(DAY, open_market=False)]), "progress")["work"] == 0
    trial = e.ServiceOpened(service="s", kind="work_trial", state="under_way", organiser="north", provider="north")
    assert figures(over([(DAY, trial)]), "progress")["work"] == 0


@pytest.mark.parametrize(("open_market", "persons"), [(True, 6), (False, 0)])
def test_a_place_outside_the_open_market_is_no_employment(*, open_market: bool, persons: int) -> None:
    """It is recorded and the client is at work; among those who came to work it is not counted, nor its time (R149)."""
    told = [
        *TO_PLANNING,
        job(after(69), open_market=open_market),
        moved("start_job", "services", "employment", after(70), fact=True),
    ]
    report = over(told)
    part_time = e.ServiceOpened(service="s", kind="part_time_work", state="under_way", organiser="n", provider="n")
    beside = over([job(DAY, open_market=open_market), (DAY, part_time)])

    assert figures(report, "progress")["work"] == persons
    assert rows(report, "spans")["contact_to_employed"][0] == persons
    assert figures(beside, "progress")["work"] == persons
    assert rows(report, "states")["employment"][0] == 6


def handed_over(*, warm: bool, accepted: int = 3, received: int = 7, why: str = "urgent") -> list[Told]:
    """Give a handover from its proposal to its receipt."""
    requested = e.HandoverRequested(
        handover="h", subject="case", trigger="", sender="north", receiver="south", receiver_role="job_coach"
    )
    done = e.HandoverCompleted(handover="h", warm=warm, without_meeting="" if warm else why)
    return [(DAY, requested), (after(accepted), e.HandoverAccepted(handover="h")), (after(received), done)]


def test_warm_and_not_warm_handovers_are_told_apart() -> None:
    """How many were met together, how long it took, and why there was no meeting."""
    cases = [*six(handed_over(warm=True)), *six(handed_over(warm=True)), *six(handed_over(warm=False))]
    report = flow(cases, "north", Period())
    found = rows(report, "handovers")

    assert (found["requested"][0], found["received"]) == (18, (18, 7.0))
    assert found["accepted"] == (18, 3.0)
    assert (found["warm"][0], found["not_warm"][0], found["warm_share"][0]) == (12, 6, 66.7)
    assert figures(report, "without_meeting")["urgent"] == 6
    assert sum(cell for cell in figures(report, "without_meeting").values() if isinstance(cell, int)) == 6


def test_waiting_in_a_queue_is_told() -> None:
    """Who still waits, who got in, and how long they had waited."""
    told = [
        (DAY, e.WaitingStarted(queue="ask_for_coaching")),
        (after(20), e.WaitingEnded(queue="ask_for_coaching")),
        (after(30), e.WaitingStarted(queue="ask_for_coaching")),
    ]

    assert rows(over(told), "queues") == {"ask_for_coaching": (6, 6, 20.0)}


def test_who_leaves_coaching_without_a_job_is_told() -> None:
    """Leaving coaching for services counts; going to work, or taking a break, does not."""
    into = moved("ask_for_coaching", "services", "coaching.engagement", after(41))
    left = moved("leave_coaching", "coaching.engagement", "services", after(50))
    paused = moved("pause", "coaching.engagement", "on_hold", after(50), holds=True)
    worked = moved("start_supported_job", "coaching.engagement", "coaching.job_support", after(50), fact=True)
    lighter = moved("lighten_support", "coaching.job_support", "employment_supported", after(60))

    assert figures(over([*TO_PLANNING, into, left]), "left_coaching") == {"services": 6, "total": 6}
    assert figures(over([*TO_PLANNING, into, paused]), "left_coaching") == {"total": 0}
    assert figures(over([*TO_PLANNING, into, worked, lighter]), "left_coaching") == {"total": 0}
    assert rows(over([*TO_PLANNING, into, worked]), "spans")["coaching_to_employed"] == (6, 9.0)


def activity(reason: str) -> list[Told]:
    """Give work activity that ended for a reason."""
    opened = e.ServiceOpened(
        service="s", kind="rehabilitative_work_activity", state="proposed", organiser="north", provider="north"
    )
    ended = e.ServiceMoved(service="s", trigger="end", from_="under_way", to="ended", reason=reason, ended=True)
    return [(DAY, opened), (after(100), ended)]


def test_where_work_activity_leads_is_told() -> None:
    """The share that went on to work, study or a support service, of all that ended."""
    cases = [*six(activity("to_work")), *six(activity("own_wish")), *six(activity("to_support_service"))]
    found = rows(flow(cases, "north", Period()), "work_activity")

    assert [found[key][0] for key in ("to_work", "to_study", "to_support_service", "elsewhere")] == [6, 0, 6, 6]
    assert found["onwards"][1] == 66.7


def test_services_without_a_plan_are_told() -> None:
    """A service that runs though the case has no plan of any kind is counted as one without."""
    (opened, _) = activity("own_wish")
    plan = recorded("client_plan", review_on="2024-09-01", responsible="own_worker")

    assert rows(over([opened]), "services")["rehabilitative_work_activity"] == (6, 0, 6, 6)
    assert rows(over([opened, plan]), "services")["rehabilitative_work_activity"] == (6, 0, 6, 0)


def test_health_checks_that_were_offered_are_told() -> None:
    """Of all assessments, in how many a health check was offered."""
    offered = six([recorded("needs_assessment", health_check_offered=True)])
    silent = six([recorded("needs_assessment")])

    assert rows(flow([*offered, *silent], "north", Period()), "health_checks")["offered"] == (6, 50.0)


def test_the_regions_own_matters_are_shown_as_they_are() -> None:
    """Agreements in force, people trained and campaigns: no client stands behind them, so none is hidden."""
    agreed = [moved("sign", "signing", "in_force"), recorded("employer_campaign", held_on=DAY.isoformat())]
    trained = [recorded("coach_training", topic="work_ability_coordinator", held_on=DAY.isoformat(), people=50)]
    cases = [history("consensus-agreement", "a", agreed), history("fidelity-cycle", "b", trained)]
    report = flow(cases, "north", Period())

    assert figures(report, "matters") == {
        "consensus-agreement.in_force": 1,
        "fidelity-cycle.planned": 1,
        "trained_work_ability_coordinator": 50,
        "campaigns": 1,
    }
    text = "\n".join(as_text(report, "fi"))
    assert "Konsensussopimus: Voimassa" in text
    assert "työkykykoordinaattorikoulutus" in text


def test_cases_are_counted_open_closed_and_reopened() -> None:
    """A case that was closed and opened again is open; few are hidden."""
    closed = (after(10), e.Closed(reason="own_wish"))
    again = (after(20), e.Reopened(pending_on=after(20), organisation="north", role="own_worker"))
    report = over([closed, again])

    assert figures(report, "cases") == {"opened": 6, "reopened": 6, "closed": 6, "open_at_end": 6}
    assert figures(report, "closed") == {"own_wish": 6, "total": 6}
    assert figures(over([closed, again], Period(to=after(15))), "cases")["open_at_end"] == 0
    one = flow([history("fi-base", "p", [closed])], "north", Period())
    assert figures(one, "cases") == {"opened": HIDDEN, "reopened": 0, "closed": HIDDEN, "open_at_end": 0}


def test_practice_that_was_not_followed_is_counted() -> None:
    """A warning about agreed practice is counted by what was missing, in the reader's language."""
    report = over([(DAY, e.Warned(code="warn-practice", about="record:referral"))])

    assert figures(report, "practice") == {"record:referral": 6}
    for language in LANGUAGES:
        assert "record:" not in "\n".join(as_text(report, language))


def test_what_follows_from_the_others_is_hidden_with_them() -> None:
    """Ten opened, seven closed: the three that are open may not be worked out; nor may the few of a service."""
    closed = [history("fi-base", f"c{n}", [(after(1), e.Closed(reason="own_wish"))]) for n in range(7)]
    still = [history("fi-base", f"o{n}", activity("own_wish")[:1]) for n in range(3)]
    ended = [history("fi-base", f"e{n}", activity("own_wish")) for n in range(7)]
    report = flow([*closed, *still], "north", Period())

    assert figures(report, "cases") == {"opened": HIDDEN, "reopened": 0, "closed": HIDDEN, "open_at_end": HIDDEN}
    service = rows(flow([*ended, *still], "north", Period()), "services")["rehabilitative_work_activity"]
    assert service == (HIDDEN, HIDDEN, HIDDEN, HIDDEN)


def test_the_few_without_a_meeting_are_in_no_row() -> None:
    """Five handovers without a meeting, each for another reason: no row tells which."""
    reasons = ("client_waived", "client_not_reached", "urgent", "party_absent", "other")
    cases = [history("fi-base", f"p{n}", handed_over(warm=False, why=why)) for n, why in enumerate(reasons)]
    report = flow(cases, "north", Period())

    assert rows(report, "handovers")["not_warm"][0] == 5
    assert set(figures(report, "without_meeting").values()) == {HIDDEN}
