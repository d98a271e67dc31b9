"""Oulu (PALO): one contact to the working-age coordination, many events, eight figures."""

from typing import Any

import pytest

from tests.workflows.journey import Journey, setting_out
from tests.workflows.shipped import pathway

COUNTY = "north_ostrobothnia_county"
DESK, WORKER, SERVICE = "työikäisten koordinaatio", "omatyöntekijä", "Työikäisten koordinaatio"
CONTACT = {
    "contacted_on": "2025-03-03",
    "age_band": "30–54 vuotta",
    "from_service": "adult_social_work",
    "contacted_by": "ammattilainen",
    "topic": "työkyky",
}


def event(kind: str, **more: Any) -> dict[str, Any]:
    """Give an event of the coordination as its desk writes it down."""
    return {
        "kind": kind,
        "held_on": "2025-03-03",
        "client_present": False,
        "professions": ("sosiaaliohjaaja", "employment_officer"),
        **more,
    }


def coordinated() -> Journey:
    """Give a journey whose contact has been taken."""
    journey = setting_out("oulu-palo", COUNTY)
    journey.open(WORKER, SERVICE)
    journey.record(DESK, "Yhteydenotto koordinaatioon", **CONTACT)
    journey.step(DESK, SERVICE, "Ota yhteydenotto vastaan")
    return journey


def test_one_contact_brings_dialogue_consultation_and_network() -> None:
    """Three events follow from one contact, each with its own record; the client's state does not move."""
    journey = coordinated()
    for move, kind in (
        ("Käy vuoropuhelu ammattilaisten kesken", "dialogue"),
        ("Konsultoi", "consultation"),
        ("Kutsu verkosto koolle", "network"),
    ):
        assert journey.step_lacks(DESK, SERVICE, move) == {"record:coordination_event"}
        journey.record(DESK, "Koordinaation tapahtuma", **event(kind, led_to=("työkykyarvio", "työhönvalmennus")))
        journey.step(DESK, SERVICE, move)

    assert journey.state == "contact"
    assert journey.services() == {"working_age_coordination": "under_way"}


def test_a_consultation_is_no_network() -> None:
    """The event says what it was, and the move asks for just that."""
    journey = coordinated()
    journey.record(DESK, "Koordinaation tapahtuma", **event("consultation"))

    assert journey.step_lacks(DESK, SERVICE, "Kutsu verkosto koolle") == {"record:coordination_event"}


def test_the_path_goes_on_beside_the_coordination() -> None:
    """Recognition begins while the coordination runs, and ending it moves nobody."""
    journey = coordinated()
    journey.move(WORKER, "Aloita tuen tarpeen tunnistaminen")
    journey.step(DESK, SERVICE, "Päätä koordinaatio", reason="neuvonta riitti")

    assert journey.state == "recognition"
    assert journey.services() == {}


def test_the_leadership_team_has_no_part_in_a_case() -> None:
    """It reads reports: nothing ties it to a client, so it can do nothing."""
    journey = coordinated()

    assert journey.lacks("johtotiimi", "Aloita tuen tarpeen tunnistaminen")
    assert pathway("oulu-palo").roles["leadership_team"].relation == ()


def test_what_an_event_led_to_has_thirteen_categories() -> None:
    """Employment stands twice, as in the region's own figures: in general, and part-time or fixed-term."""
    items = pathway("oulu-palo").catalogues["event_categories"].items

    assert len(items) == 13
    assert [key for key in items if "employment" in key] == ["employment", "part_or_fixed_term_employment"]


def test_nobody_is_too_young_or_too_old_to_be_counted() -> None:
    """Three bands of age, and one for everybody else."""
    bands = pathway("oulu-palo").catalogues["age_bands"].items

    assert list(bands) == ["from_18_to_29", "from_30_to_54", "from_55_to_64", "other"]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ("coordination_contact", "age_band"),
        ("coordination_contact", "from_service"),
        ("coordination_event", "led_to"),
        ("coordination_event", "client_present"),
        ("coordination_event", "professions"),
        ("job_start", "working_time"),
        ("job_start", "sector"),
    ],
)
def test_the_figures_can_be_counted_without_opening_anything(record: str, field: str) -> None:
    """What the region counts is coded; the topic alone is told in words, and sealed."""
    of = pathway("oulu-palo")

    assert of.records[record].fields[field].class_ == "coded"
    assert of.records["coordination_contact"].fields["topic"].class_ == "special"
