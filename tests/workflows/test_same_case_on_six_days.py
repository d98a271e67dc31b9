"""The same case, decided on the last and the first day of each change of the law, comes out as that day's law says."""

from datetime import date
from typing import Any

import pytest

from pathway_engine.case.events import ServiceOpened
from pathway_engine.definition.dated import in_force
from pathway_engine.show import Teller
from tests.workflows.journey import Journey, planned, served

COUNTY = "siun_sote"
COUNSELLOR, MUNICIPAL, DECIDER = "sosiaaliohjaaja", "kunnan työntekijä", "viranhaltija"
LINE = "Kuntouttava työtoiminta"
FORMER, PRESENT = "Myönnä työhönvalmennus, kehitysvammalaki 35 §", "Myönnä työhönvalmennus, sosiaalihuoltolaki 27 d §"
PLAN, PLAN_2026 = "Vahvista aktivointisuunnitelma", "Vahvista aktivointisuunnitelma (1.1.2026 alkaen)"


def the_case(day: date, basis: str) -> Journey:
    """Give the same case, with its matter pending and everything done on one day."""
    journey = planned("siun-sote", COUNTY, day, pending=day)
    ground = "over_25_subsidy_500_days"
    journey.record(COUNSELLOR, "Aktivointisuunnitelma", ground=ground)
    journey.open(COUNSELLOR, LINE)
    decision: dict[str, Any] = {
        "subject": "työhönvalmennus",
        "outcome": "granted",
        "decided_on": day.isoformat(),
        "reasons": "tarve on arvioitu",
        "appeal_instructions": True,
        "legal_basis": basis,
    }
    journey.record(DECIDER, "Päätös palvelusta", **decision)
    return journey


@pytest.mark.parametrize(
    ("day", "finder", "home", "grants", "plan"),
    [
        (date(2022, 12, 15), MUNICIPAL, "client_municipality", FORMER, PLAN),
        (date(2023, 1, 2), COUNSELLOR, COUNTY, FORMER, PLAN),
        (date(2024, 12, 31), COUNSELLOR, COUNTY, FORMER, PLAN),
        (date(2025, 1, 1), COUNSELLOR, COUNTY, PRESENT, PLAN),
        (date(2025, 12, 31), COUNSELLOR, COUNTY, PRESENT, PLAN),
        (date(2026, 1, 1), COUNSELLOR, COUNTY, PRESENT, PLAN_2026),
    ],
)
def test_the_law_of_the_day_decides(day: date, finder: str, home: str, grants: str, plan: str) -> None:
    """Who finds the place, on what law coaching is granted, and by which rules the activation plan is confirmed."""
    former = the_case(day, "act_519_1977_section_35")
    present = the_case(day, "act_710_1982_section_27d")

    assert former.track("rehabilitative_work_activity").organiser == home
    assert former.can(finder, "Paikka löytyi", at=home)
    others = {(MUNICIPAL, "client_municipality"), (COUNSELLOR, COUNTY)} - {(finder, home)}
    assert not any(former.can(role, "Paikka löytyi", at=at) for role, at in others)

    assert former.can(DECIDER, FORMER) is (grants == FORMER)
    # Single decisions rested on 27 d before as well: it is never shut.
    assert present.can(DECIDER, PRESENT)

    plans = {each for each in (PLAN, PLAN_2026) if former.can(COUNSELLOR, each)}
    assert plans == {plan}


@pytest.mark.parametrize(
    ("day", "special_care", "activation", "joint"),
    [
        (date(2022, 12, 15), "L11", "L14", "L19"),
        (date(2023, 1, 2), "L11", "L14", "L19"),
        (date(2024, 12, 31), "L11", "L14", "L19"),
        (date(2025, 1, 1), "L9", "L14", "L21"),
        (date(2025, 12, 31), "L9", "L14", "L21"),
        (date(2026, 1, 1), "L9", "L16", "L21"),
    ],
)
def test_services_and_plans_rest_on_the_law_of_the_day(
    day: date, special_care: str, activation: str, joint: str
) -> None:
    """The event of a service's opening keeps the provision in force; a kind of plan names that of the day."""
    journey = served("siun-sote", COUNTY, day, pending=day)
    opened = [
        journey.open(COUNSELLOR, name)
        for name in ("Kehitysvammaisten työtoiminta", "Vammaisten henkilöiden työtoiminta", "Päivätoiminta")
    ]

    laws = [event.body.law for each in opened for event in each.events if isinstance(event.body, ServiceOpened)]
    assert laws == [special_care, "L9", ""]
    assert [track.law for track in journey.case.services.values()] == laws
    told = Teller(lambda _digest: journey.pathway, "fi").tell(opened[0].events[0]).what
    assert f"Säännös, johon palvelu perustuu: {special_care}." in told
    records = journey.pathway.records
    plans = [in_force(records[name].law, pending=day, today=day) for name in ("activation_plan", "multisectoral_plan")]
    assert plans == [activation, joint]


def test_a_matter_pending_before_2025_keeps_its_law() -> None:
    """A service opened in 2025 for a matter that became pending in 2024 still rests on the former act."""
    journey = served("siun-sote", COUNTY, date(2025, 2, 3), pending=date(2024, 12, 31))
    journey.open(COUNSELLOR, "Kehitysvammaisten työtoiminta")

    assert journey.track("intellectual_disability_work_activity").law == "L11"
