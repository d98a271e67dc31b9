"""Siun sote: the same case on two days, as the law of each day says."""

from datetime import date
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.events import DeadlineMissed
from tests.workflows.journey import Journey, planned, served
from tests.workflows.shipped import pathway
from tests.workflows.walking import FIELDS

COUNTY, HOME_TOWN = "siun_sote", "client_municipality"
WORKER, COUNSELLOR, MUNICIPAL, DECIDER = "omatyöntekijä", "sosiaaliohjaaja", "kunnan työntekijä", "viranhaltija"
SERVICE = "Kuntouttava työtoiminta"


def with_activation_plan(day: date) -> Journey:
    """Give a journey with an activation plan and rehabilitative work activity opened on a day."""
    journey = served("siun-sote", COUNTY, day)
    journey.record(COUNSELLOR, "Aktivointisuunnitelma")
    journey.open(COUNSELLOR, SERVICE)
    return journey


@pytest.mark.parametrize(
    ("day", "finds", "does_not"),
    [
        (date(2022, 12, 15), (MUNICIPAL, HOME_TOWN), (COUNSELLOR, COUNTY)),
        (date(2022, 12, 31), (MUNICIPAL, HOME_TOWN), (COUNSELLOR, COUNTY)),
        (date(2023, 1, 1), (COUNSELLOR, COUNTY), (MUNICIPAL, HOME_TOWN)),
        (date(2023, 1, 2), (COUNSELLOR, COUNTY), (MUNICIPAL, HOME_TOWN)),
    ],
)
def test_the_place_is_found_by_whose_task_it_is_that_day(
    day: date, finds: tuple[str, str], does_not: tuple[str, str]
) -> None:
    """The municipality looks for the place and makes the agreement until the end of 2022, then the county."""
    journey = with_activation_plan(day)

    assert journey.track("rehabilitative_work_activity").organiser == finds[1]
    assert journey.can(finds[0], "Paikka löytyi", at=finds[1])
    assert not journey.can(does_not[0], "Paikka löytyi", at=does_not[1])
    journey.step(finds[0], SERVICE, "Paikka löytyi", at=finds[1])
    journey.record(finds[0], "rehabilitative_work_agreement", at=finds[1])
    journey.step(finds[0], SERVICE, "Sovi työtoiminnasta", at=finds[1])
    assert journey.services() == {"rehabilitative_work_activity": "decision"}

    journey.record(DECIDER, "work_activity_decision")
    journey.step(COUNSELLOR, SERVICE, "Aloita työtoiminta")
    journey.record(COUNSELLOR, "next_step_review")
    journey.record(finds[0], "rehabilitative_work_agreement", at=finds[1])
    assert journey.can(finds[0], "Jatka työtoimintaa uudella sopimuksella", at=finds[1])
    assert not journey.can(does_not[0], "Jatka työtoimintaa uudella sopimuksella", at=does_not[1])


def test_a_duty_that_passed_on_passes_in_running_cases_too() -> None:
    """A service opened in December is the county's to go on with in January: the day of the act decides."""
    journey = with_activation_plan(date(2022, 12, 15))
    journey.desk.go_to(date(2023, 1, 2))

    assert journey.can(COUNSELLOR, "Paikka löytyi")
    assert not journey.can(MUNICIPAL, "Paikka löytyi", at=HOME_TOWN)


def test_the_review_reminds_every_three_months_and_holds_nobody() -> None:
    """From 30 November three months end on the last day of February; missed, somebody is told and nothing stops."""
    journey = with_activation_plan(date(2023, 11, 30))
    assert journey.due("rehabilitative_work_activity_review") == date(2024, 2, 29)

    journey.desk.go_to(date(2024, 3, 4))
    told = [event.body for event in journey.desk.tick()]

    reviews = [body for body in told if isinstance(body, DeadlineMissed) and body.rule.endswith("_review")]
    assert [body.told for body in reviews] == [("social_counsellor",)]
    assert journey.can("asiakas", "Haluan työhönvalmennukseen")
    assert journey.services() == {"rehabilitative_work_activity": "proposed"}


def test_the_review_is_practice_and_not_law() -> None:
    """Every three months is what Siun sote does; only its own file says so."""
    review = pathway("siun-sote").services["rehabilitative_work_activity"].review

    assert review is not None
    assert (review.kind, review.law) == ("regional", "")


def decided(pending: date, basis: str, outcome: str = "granted") -> Journey:
    """Give a journey with a decision on coaching in February 2025, of a matter pending since a day."""
    journey = planned("siun-sote", COUNTY, date(2025, 2, 3), pending=pending)
    values: dict[str, Any] = {
        "subject": "työhönvalmennus",
        "outcome": outcome,
        "decided_on": "2025-02-03",
        "reasons": "tarve on arvioitu",
        "appeal_instructions": True,
        "legal_basis": basis,
    }
    journey.record(DECIDER, "Päätös palvelusta", **values)
    return journey


def test_coaching_is_granted_by_the_law_of_the_day_the_matter_became_pending() -> None:
    """The former paragraph decides what was pending in 2024, and nothing that came in 2025."""
    former = "Myönnä työhönvalmennus, kehitysvammalaki 35 §"
    basis = "act_519_1977_section_35"

    assert decided(date(2024, 12, 31), basis).can(DECIDER, former)
    assert not decided(date(2025, 1, 1), basis).can(DECIDER, former)


@pytest.mark.parametrize(("outcome", "grants"), [("granted", True), ("partly_granted", True), ("not_granted", False)])
def test_a_refusal_grants_nothing(outcome: str, *, grants: bool) -> None:
    """Only a decision that grants lets coaching be granted by it; the client's path goes on all the same."""
    former, present = (date(2024, 12, 31), "act_519_1977_section_35"), (date(2025, 1, 2), "act_710_1982_section_27d")
    moves = ("Myönnä työhönvalmennus, kehitysvammalaki 35 §", "Myönnä työhönvalmennus, sosiaalihuoltolaki 27 d §")

    for (pending, basis), move in zip((former, present), moves, strict=True):
        journey = decided(pending, basis, outcome)
        assert journey.can(DECIDER, move) is grants
        assert journey.can("asiakas", "Haluan työhönvalmennukseen")


def test_the_present_paragraph_decides_from_2025() -> None:
    """A matter of 2025 is decided by 27 d, and a decision that names another law does not do."""
    present = "Myönnä työhönvalmennus, sosiaalihuoltolaki 27 d §"

    assert decided(date(2025, 1, 1), "act_710_1982_section_27d").can(DECIDER, present)
    assert not decided(date(2025, 1, 1), "act_519_1977_section_35").can(DECIDER, present)


@pytest.mark.parametrize(
    ("day", "may", "may_not"),
    [
        (date(2025, 12, 31), "Vahvista aktivointisuunnitelma", "Vahvista aktivointisuunnitelma (1.1.2026 alkaen)"),
        (date(2026, 1, 2), "Vahvista aktivointisuunnitelma (1.1.2026 alkaen)", "Vahvista aktivointisuunnitelma"),
    ],
)
def test_the_activation_plan_goes_by_the_rules_of_its_day(day: date, may: str, may_not: str) -> None:
    """For the long-term unemployed until the end of 2025; from 2026 by the rules that are still to be verified."""
    journey = planned("siun-sote", COUNTY, day)
    journey.record(COUNSELLOR, "Aktivointisuunnitelma", ground="over_25_subsidy_500_days")
    agreed = ("client", "employment_officer")

    assert journey.lacks(COUNSELLOR, may_not, agreed=agreed) == {"role-may-not"}
    journey.move(COUNSELLOR, may, agreed=agreed)


@pytest.mark.parametrize(
    ("started", "due"),
    [
        # Five working days from Wednesday 17 December pass Christmas Eve, Christmas and Boxing Day.
        (date(2025, 12, 17), date(2025, 12, 29)),
        (date(2026, 1, 2), date(2026, 1, 19)),
    ],
)
def test_the_first_interview_has_five_days_and_then_ten(started: date, due: date) -> None:
    """Five working days until the end of 2025, ten from 2026: by the day the job search began."""
    journey = planned("siun-sote", COUNTY, started)
    journey.record("asiakas", "Työnhaun alkaminen", started_on=started.isoformat())

    assert journey.due("first_job_search_interview") == due


def test_the_present_interview_rules_do_not_reach_back() -> None:
    """A job search that began in 2023 is counted by no rule of 2025."""
    journey = planned("siun-sote", COUNTY, date(2023, 3, 1))
    journey.record("asiakas", "Työnhaun alkaminen", started_on="2023-03-01")

    assert journey.due("first_job_search_interview") is None
    assert journey.due("job_search_discussion") is None


@pytest.mark.parametrize(
    ("day", "runs", "rests"),
    [
        (date(2024, 12, 30), "disability_decision", "disability_decision_from_2025"),
        (date(2025, 1, 2), "disability_decision_from_2025", "disability_decision"),
    ],
)
def test_disability_services_go_by_the_act_of_the_pending_day(day: date, runs: str, rests: str) -> None:
    """The former act's limits hold for what was pending in 2024; since then they are practice, to be verified."""
    journey = planned("siun-sote", COUNTY, day)
    journey.record("asiakas", "Hakemus vammaispalveluun", applied_on=day.isoformat())
    limits = pathway("siun-sote").deadlines

    assert journey.due(runs) is not None
    assert journey.due(rests) is None
    assert (limits[runs].kind, limits[runs].verify) == (
        ("statutory", False) if runs == "disability_decision" else ("regional", True)
    )


@pytest.mark.parametrize(
    ("made", "rule", "due"),
    [
        (date(2025, 12, 31), "activation_plan_at_24_months", date(2027, 12, 31)),
        (date(2026, 1, 2), "activation_plan_at_24_months_from_2026", date(2028, 1, 2)),
    ],
)
def test_an_activation_plan_is_renewed_by_the_rule_of_its_day(made: date, rule: str, due: date) -> None:
    """After twenty-four months; what was made in 2026 is counted too, and marked to be verified."""
    journey = planned("siun-sote", COUNTY, made)
    journey.record(COUNSELLOR, "Aktivointisuunnitelma", made_on=made.isoformat())
    running = [each.rule for each in journey.case.deadlines.values() if each.rule.startswith("activation_plan_at")]

    assert running == [rule]
    assert journey.due(rule) == due
    assert pathway("siun-sote").deadlines[rule].verify == rule.endswith("2026")


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 1, 2)])
@pytest.mark.parametrize("plan", ["Aktivointisuunnitelma", "Monialainen työllistymissuunnitelma"])
def test_either_plan_admits_to_rehabilitative_work_activity(day: date, plan: str) -> None:
    """Whichever rules hold that day, both kinds of plan open the service."""
    journey = served("siun-sote", COUNTY, day)
    opening = c.OpenService(case="k", actor=journey.actor(COUNSELLOR), service=SERVICE)
    journey.desk.refuse(opening)
    journey.record("asiakas", plan, **FIELDS["client_plan"])

    journey.desk.do(opening)

    assert journey.services() == {"rehabilitative_work_activity": "proposed"}


@pytest.mark.parametrize(
    ("field", "value"),
    [("months", 2), ("months", 25), ("hours_per_day", 3), ("hours_per_day", 9), ("days_per_week", 5)],
)
def test_an_agreement_outside_the_act_is_not_taken(field: str, value: int) -> None:
    """Three to twenty-four months, four to eight hours a day, one to four days a week."""
    journey = with_activation_plan(date(2023, 1, 16))
    values: dict[str, Any] = {"place": "varasto", "tasks": "lajittelu", field: value}
    actor = journey.actor(COUNSELLOR)

    refused = journey.desk.refuse(
        c.Record(case="k", actor=actor, record="rehabilitative_work_agreement", fields=values)
    )

    assert [each.code for each in refused.reasons] == ["field-type"]


def test_the_file_reaches_back_and_the_base_does_not() -> None:
    """Cases of 2022 run under the region's file; today's date chooses nothing."""
    assert pathway("siun-sote").valid.from_ == date(2021, 1, 1)
    assert pathway("fi-base").valid.from_ == date(2025, 1, 1)
