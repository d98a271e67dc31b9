"""A receiver is named where a handover goes to one, and nowhere else in silence."""

import pytest

from pathway_engine.text import LANGUAGES
from tests.workflows.journey import assessed, served

COUNTY, SERVICES = "lapland_county", "rovaniemi_employment_services"


def test_a_move_without_a_handover_takes_no_receiver() -> None:
    """Whoever names one is told that nobody would receive; nothing moves."""
    journey = served("rovaniemi", COUNTY)
    journey.record(
        "omatyöntekijä", "plan_review", plan="client_plan", goals_reached="reached", reviewed_on="2025-03-03"
    )

    assert journey.lacks("omatyöntekijä", "Tarkista suunnitelma", receiver=SERVICES) == {"receiver"}
    assert journey.lacks("omatyöntekijä", "Tarkista suunnitelma", receiver_worker="coach-1") == {"receiver"}
    assert not journey.case.handovers
    journey.move("omatyöntekijä", "Tarkista suunnitelma")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_is_recorded_whatever_receiver_is_named(language: str) -> None:
    """A job has begun, so it is written down; that nobody receives is a warning in the reader's language."""
    journey = assessed("rovaniemi", COUNTY)

    done = journey.move("asiakas", "Työsuhde alkoi", receiver=SERVICES)

    assert [each.code for each in done.warnings] == ["receiver-not-used"]
    assert done.warnings[0].text(language)
    assert journey.state == "assessment"
    assert journey.case.tasks
