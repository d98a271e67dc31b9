"""Keski-Pohjanmaa: light and intensive coaching, chosen by the client, both ways open."""

from tests.workflows.journey import Journey, searching, served
from tests.workflows.shipped import pathway

COUNTY = "central_ostrobothnia_county"
COACH = "työhönvalmentaja"


def lightly_coached() -> Journey:
    """Give a journey looking for work with light support."""
    journey = served("keski-pohjanmaa", COUNTY)
    journey.move("asiakas", "Valitse kevyt työhönvalmennus", receiver_worker="työhönvalmentaja-1")
    return searching(journey)


def test_the_client_chooses_light_coaching_without_any_form() -> None:
    """The client's own choice is enough; the missing referral is seen and holds nobody back."""
    journey = served("keski-pohjanmaa", COUNTY)

    accepted = journey.move("asiakas", "Valitse kevyt työhönvalmennus")

    assert journey.state == "light_coaching.engagement"
    assert [each.code for each in accepted.warnings] == ["record-missing"]


def test_support_grows_and_lessens_in_the_same_phase() -> None:
    """From light to intensive and back: the client stays in job search, and nothing is done twice."""
    journey = lightly_coached()
    assert journey.state == "light_coaching.job_search"

    journey.move("asiakas", "Siirry vahvempaan valmennukseen")
    assert journey.state == "coaching.job_search"
    journey.move("asiakas", "Siirry kevyempään valmennukseen")

    assert journey.state == "light_coaching.job_search"
    assert "coaching_under_way" in journey.case.flags


def test_a_job_found_with_light_support_is_a_fact() -> None:
    """A job starts with support or without it, straight from light coaching."""
    journey = lightly_coached()
    journey.record(COACH, "job_start")

    journey.move("asiakas", "Työsuhde alkoi")

    assert journey.state == "employment"
    assert journey.case.tasks == {}
    assert "coaching_under_way" not in journey.case.flags


def test_light_coaching_is_left_without_waiting() -> None:
    """The client may leave, take a break, or look for something else, as in the base model."""
    journey = lightly_coached()
    journey.move("asiakas", "Lopeta työhönvalmennus")

    assert journey.state == "services"
    assert journey.can("asiakas", "Valitse kevyt työhönvalmennus")
    assert journey.can("asiakas", "Haluan työhönvalmennukseen")


def test_a_coachs_clients_are_counted_together_and_only_warned_of() -> None:
    """With twenty clients of both kinds the twenty-first brings a warning and goes on."""
    journey = served("keski-pohjanmaa", COUNTY)
    journey.desk.loads["coaching_caseload", journey.desk.pseudonym("työhönvalmentaja-1")] = 20

    accepted = journey.move("asiakas", "Valitse kevyt työhönvalmennus", receiver_worker="työhönvalmentaja-1")

    assert "warn-capacity" in {each.code for each in accepted.warnings}
    assert journey.state == "light_coaching.engagement"


def test_why_support_is_suggested_decides_nothing() -> None:
    """Whom each kind is meant for is sealed, and no rule can look at it."""
    field = pathway("keski-pohjanmaa").records["referral"].fields["suggested_because"]

    assert (field.class_, field.required) == ("special", False)
    assert len(pathway("keski-pohjanmaa").catalogues["coaching_suggestions"].items) == 5
