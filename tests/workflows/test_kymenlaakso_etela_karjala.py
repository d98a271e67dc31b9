"""Kymenlaakso and South Karelia: a checklist with two ways out, coaching by goal and in modules, on to work."""

from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.definition.demands import RecordRequirement
from tests.workflows.journey import Journey, served, setting_out
from tests.workflows.shipped import pathway

COUNTY = "kymenlaakso_county"
WORKER, COACH = "omatyöntekijä", "työhönvalmentaja"
REFERRED = {"place": "työpaja", "reason": "voimat eivät riitä", "referred_on": "2025-03-03"}
CHOICE: dict[str, Any] = {"goals": ("työnhakutaidot", "vuorovaikutustaidot"), "form": "etävalmennus"}
MODULE = {"module": "työnhaku", "aim": "hakemus valmiiksi", "starts_on": "2025-03-10"}


def recognised() -> Journey:
    """Give a journey in recognition with its checklist filled in."""
    journey = setting_out("kymenlaakso-etela-karjala", COUNTY)
    journey.move(WORKER, "Aloita tuen tarpeen tunnistaminen")
    journey.record(WORKER, "Tarkistuslista")
    return journey


def in_a_module() -> Journey:
    """Give a journey whose first module is over."""
    journey = served("kymenlaakso-etela-karjala", COUNTY)
    journey.record("asiakas", "Valmennuksen valinta", **CHOICE)
    journey.open("asiakas", "Modulaarinen työhönvalmennus")
    journey.record(COACH, "Moduulin suunnitelma", **MODULE)
    journey.step(COACH, "Modulaarinen työhönvalmennus", "Aloita moduuli")
    journey.step(COACH, "Modulaarinen työhönvalmennus", "Moduuli päättyi")
    return journey


def test_the_checklist_leads_to_the_assessment_of_needs() -> None:
    """The first way out is the base model's."""
    journey = recognised()
    journey.move(WORKER, "Tunnista tuen tarve")

    assert journey.state == "assessment"
    assert journey.case.flags == ()


def test_the_checklist_leads_to_an_assessment_of_work_ability() -> None:
    """The second way out says where work ability is assessed, and the needs are assessed all the same."""
    journey = recognised()
    assert journey.lacks(WORKER, "Ohjaa työ- ja toimintakyvyn arviointiin") == {"record:work_ability_referral"}
    journey.record(WORKER, "Ohjaus työ- ja toimintakyvyn arviointiin", **REFERRED)
    journey.move(WORKER, "Ohjaa työ- ja toimintakyvyn arviointiin")
    journey.name(WORKER)
    journey.open(WORKER, "Työ- ja toimintakyvyn arviointi")
    journey.record(WORKER, "Palvelutarpeen arviointi")

    accepted = journey.move(WORKER, "Arviointi on valmis")

    assert journey.state == "planning"
    assert journey.services() == {"work_ability_assessment": "requested"}
    assert [each.code for each in accepted.warnings] == ["record-missing"]


def test_coaching_is_chosen_by_its_goal_first() -> None:
    """Before goal and form are chosen no service of the catalogue opens."""
    journey = served("kymenlaakso-etela-karjala", COUNTY)
    for service in ("Tavoitteen mukainen valmennus", "Modulaarinen työhönvalmennus"):
        actor = journey.actor("asiakas")
        refused = journey.desk.refuse(_open(actor, service))
        assert {each.requirement for each in refused.reasons} == {"record:coaching_choice"}

    journey.record("asiakas", "Valmennuksen valinta", **CHOICE)
    journey.open("asiakas", "Tavoitteen mukainen valmennus")

    assert journey.services() == {"goal_coaching": "agreed"}


def _open(actor: c.Actor, service: str) -> c.OpenService:
    return c.OpenService(case="k", actor=actor, service=service)


def test_the_next_module_rests_on_one_evaluation_by_three() -> None:
    """Client, provider and orderer evaluate together; two of the three do not lead on."""
    journey = in_a_module()
    service = "Modulaarinen työhönvalmennus"
    held = {"evaluated_on": "2025-03-03", "result": "jatketaan seuraavaan moduuliin"}
    journey.record(COACH, "Moduulin yhteinen arviointi", evaluators=("client", "provider"), **held)
    assert journey.step_lacks(COACH, service, "Sovi seuraavasta moduulista") == {"evaluations:module_evaluation"}

    journey.record(COACH, "Moduulin yhteinen arviointi", evaluators=("client", "provider", "orderer"), **held)
    journey.step(COACH, service, "Sovi seuraavasta moduulista")

    assert journey.services() == {"modular_coaching": "planned"}
    # The next module has a plan and an evaluation of its own.
    assert journey.step_lacks(COACH, service, "Aloita moduuli") == {"record:module_plan"}


def test_leaving_a_module_never_waits_for_the_evaluation() -> None:
    """The client leaves by own wish with no evaluation on file; the gap is seen."""
    journey = in_a_module()

    leave = "Siirry pois modulaarisesta valmennuksesta"
    accepted = journey.step("asiakas", "Modulaarinen työhönvalmennus", leave, reason="oma toive")

    assert journey.services() == {}
    assert journey.state == "services"
    assert [each.code for each in accepted.warnings] == ["evaluation-missing"]


def test_work_activity_is_renewed_only_with_a_look_at_the_next_step() -> None:
    """In every line a new agreement asks for a new look: work, study or a support service?"""
    of = pathway("kymenlaakso-etela-karjala")
    lines = [key for key, each in of.services.items() if "renew" in each.transitions]

    assert len(lines) == 5
    for line in lines:
        asked = {each.id: each for each in of.services[line].transitions["renew"].requires}
        review = asked["record:next_step_review"]
        assert isinstance(review, RecordRequirement)
        assert review.fresh, line


def test_the_catalogue_has_the_sources_goals_and_forms() -> None:
    """Four goals and three forms, as the region wrote them."""
    catalogues = pathway("kymenlaakso-etela-karjala").catalogues

    assert [each.fi for each in catalogues["coaching_goals"].items.values()] == [
        "työelämätaidot",
        "työnhakutaidot",
        "yhteisölliset taidot",
        "vuorovaikutustaidot",
    ]
    assert list(catalogues["coaching_forms"].items) == ["individual", "remote", "group"]
