"""Satakunta: the work ability team gathers the network and coordinates the client's path."""

import pytest

from tests.workflows.journey import Journey, assessed, planned
from tests.workflows.shipped import pathway

COUNTY = "satakunta_county"
TEAM, WORKER = "työkykytiimi", "omatyöntekijä"


def at_the_team() -> Journey:
    """Give a journey of somebody with several needs, at the team."""
    journey = assessed("satakunta", COUNTY)
    journey.move(WORKER, "Totea monialaisen tuen tarve")
    journey.move(WORKER, "Ohjaa työkykytiimiin")
    return journey


def test_several_needs_lead_to_the_team_which_gathers_the_network() -> None:
    """The team convenes those whom the client needs, completes the assessment and approves the plan."""
    journey = at_the_team()
    assert journey.state == "work_ability_team"
    journey.name(TEAM)
    members = ("social_services", "health_care", "employment_services")
    present = ("client", "työkykytiimi", "employment_officer")
    journey.record(TEAM, "Asiakkaan tarpeita vastaava verkosto", members=members, present=present, held_on="2025-03-03")
    journey.move(TEAM, "Kokoa verkosto")
    journey.record(TEAM, "Palvelutarpeen arviointi")
    journey.move(TEAM, "Arviointi on valmis")
    journey.record(WORKER, "Asiakassuunnitelma")
    journey.move(TEAM, "Vahvista suunnitelma")

    assert journey.state == "services"
    assert "team_assesses" not in journey.case.flags


def test_the_network_is_gathered_by_the_team_alone() -> None:
    """Nobody else convenes the team's network."""
    journey = at_the_team()

    assert journey.lacks(WORKER, "Kokoa verkosto") == {"role-may-not"}


def test_the_teams_assessment_waits_for_its_network() -> None:
    """The team's assessment is not ready before the network has met; other sectors are not asked twice."""
    journey = at_the_team()
    journey.record(TEAM, "Palvelutarpeen arviointi")

    assert journey.lacks(TEAM, "Arviointi on valmis") == {"team_has_met"}


def test_the_team_is_for_several_needs_at_once() -> None:
    """A client with one need is assessed by the own worker."""
    journey = assessed("satakunta", COUNTY)

    assert journey.lacks(WORKER, "Ohjaa työkykytiimiin") == {"flag:multidisciplinary"}


def test_whoever_does_not_want_the_team_goes_on_without_it() -> None:
    """Two sectors, present or invited, do as in the base model; and from the team one may go back."""
    journey = at_the_team()
    journey.move("asiakas", "Palaa palvelutarpeen arviointiin")
    journey.record(WORKER, "Palvelutarpeen arviointi")
    assert journey.lacks(WORKER, "Arviointi on valmis") == {"two_sectors"}
    journey.record(WORKER, "Monialaisen arvioinnin osallistujat")
    journey.move(WORKER, "Arviointi on valmis")

    assert journey.state == "planning"


def test_the_team_is_one_of_the_kinds_of_coordinator() -> None:
    """The region's list of coordinators has the team after the national five."""
    of = pathway("satakunta")

    assert list(of.catalogues["coordinator_kinds"].items)[5:] == ["work_ability_team"]
    assert len(of.catalogues["team_members"].items) == 5
    assert of.states["work_ability_team"].responsible == "work_ability_team"


@pytest.mark.parametrize(
    "role", ["työllisyyspalvelujen asiantuntija", "terveydenhuollon ammattihenkilö", "Kelan asiantuntija"]
)
def test_many_ways_lead_to_the_team(role: str) -> None:
    """Employment services, a health station and Kela refer to the team as social care does, once they have a tie."""
    journey = assessed("satakunta", COUNTY)
    journey.move("omatyöntekijä", "Totea monialaisen tuen tarve")
    journey.name(role)

    assert journey.can(role, "Ohjaa työkykytiimiin")


@pytest.mark.parametrize("school", [True, False])
def test_the_school_is_there_when_studies_end(*, school: bool) -> None:
    """From studies the client goes on with the school beside; without it that is seen, and holds nobody back (R013)."""
    journey = planned("satakunta", COUNTY)
    journey.name("koordinaattori")
    journey.record(WORKER, "study_plan")
    journey.move("koordinaattori", "Aloita opinnot")
    present = ("client", "school_contact") if school else ("client",)
    journey.record(WORKER, "Nivelvaihepalaveri", held_on="2025-03-03", present=present)

    accepted = journey.move("asiakas", "Jakso päättyi")

    assert [each.code for each in accepted.warnings] == ([] if school else ["meeting-missing"])
    assert journey.state == "services"
