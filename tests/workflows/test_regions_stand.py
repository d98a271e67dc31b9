"""What each region states of itself, whom it means, and whose services run beside its path."""

import pytest

from tests.workflows.journey import served
from tests.workflows.shipped import each_region, pathway

WORKER = "omatyöntekijä"
LANGUAGES = ("fi", "sv", "en")


@each_region
def test_every_region_states_something_of_itself(name: str) -> None:
    """Each region tells in three languages what it has agreed; who answers stands only where the source says so."""
    stated = pathway(name).checklist

    assert stated is not None
    points = ("shared_will", "network", "assessment", "service_chains", "coaching", "employers", "participation")
    told = [statement for point in points if (statement := getattr(stated, point))]
    assert told
    assert all(statement.evidence.to(language) for statement in told for language in LANGUAGES)


def test_rovaniemi_tells_whom_it_means() -> None:
    """Clients of social care without work, a hundred of them in 2020: told, and a condition of nothing (R140)."""
    stated = pathway("rovaniemi").checklist

    assert stated is not None
    assert stated.assessment is not None
    assert "100" in stated.assessment.evidence.fi
    assert "sosiaalihuollon asiakkaat" in stated.assessment.evidence.fi
    journey = served("rovaniemi", "lapland_county")
    assert journey.can("asiakas", "Haluan työhönvalmennukseen")


@pytest.mark.parametrize(
    ("service", "by", "organiser"),
    [
        ("Ammatillinen kuntoutus", WORKER, "kela"),
        ("Työkokeilu", WORKER, "rovaniemi_employment_services"),
        ("Matalan kynnyksen kohtaamispaikka", "asiakas", "ngo"),
        ("Vertaistuki", "asiakas", "rovaniemi_wellbeing_promotion"),
    ],
)
def test_services_of_other_parties_fit_in(service: str, by: str, organiser: str) -> None:
    """Kela, the employment services, the municipality and organisations arrange services of one case (R145, X009)."""
    journey = served("rovaniemi", "lapland_county")
    if service == "Ammatillinen kuntoutus":
        journey.record(WORKER, "rehabilitation_decision", made_by="kela", starts_on="2025-03-10")

    journey.open(by, service, organiser=organiser)

    (track,) = journey.case.services.values()
    assert track.organiser == organiser
    assert journey.case.coordinator.organisation == "lapland_county"


def test_a_contact_of_the_coordination_tells_its_kind() -> None:
    """The topic in words is sealed; its kind is coded, from a list that no source closes (R076)."""
    fields = pathway("oulu-palo").records["coordination_contact"].fields

    assert fields["topic"].class_ == "special"
    assert (fields["topic_kind"].options, fields["topic_kind"].class_) == ("contact_topics", "coded")
    assert tuple(pathway("oulu-palo").catalogues["contact_topics"].items)[-1] == "other"


@each_region
def test_members_that_are_named_are_the_networks(name: str) -> None:
    """Whoever is named as a member is one of the eleven of the list."""
    of = pathway(name)

    assert of.checklist is not None
    assert set(of.checklist.members) <= set(of.catalogues["network_members"].items)
