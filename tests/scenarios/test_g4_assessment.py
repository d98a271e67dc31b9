"""Scenarios 1 and 2 of the national model (G.4): several sectors, and the client's own view, as corrected."""

import pytest

from pathway_engine.case import commands as c
from tests.scenarios.offices import (
    CLIENT,
    COUNTY,
    WORKER,
    K,
    assessed,
    case,
    lacking,
    move,
    record,
)

NURSE = c.Actor(subject="n1", organisation=COUNTY, roles={"terveydenhuollon ammattihenkilö"})
COMPLETE = c.Move(**K, actor=WORKER, trigger="complete_assessment")


@pytest.mark.parametrize("absent", [[], ["terveydenhuolto"]])
def test_g4_1_a_second_sector_is_invited_and_may_be_absent(absent: list[str]) -> None:
    """Marked multi-sectoral, the assessment waits for a second sector; invited is enough, even when it stays away."""
    desk = assessed(place="ohjaamot")
    record(desk, WORKER, "needs_assessment")
    move(desk, WORKER, "Totea monialaisen tuen tarve")
    assert lacking(desk, COMPLETE) == ["two_sectors"]

    meeting = {"present": ["asiakas", "omatyöntekijä"], "held_on": "10.3.2025"}
    record(desk, WORKER, "multidisciplinary_participation", sectors=["social_services"], **meeting)
    assert lacking(desk, COMPLETE) == ["two_sectors"]
    both = ["social_services", "health_care"]
    record(
        desk,
        WORKER,
        "multidisciplinary_participation",
        sectors=both,
        absent=["health_care"] if absent else [],
        **meeting,
    )

    desk.do(COMPLETE)
    assert case(desk).state == "planning"


def test_g4_2_the_professional_comes_after_the_clients_own_view() -> None:
    """In the assessment of work ability the report waits for the client's own view."""
    desk = assessed()
    desk.do(c.OpenService(**K, actor=WORKER, service="Työ- ja toimintakyvyn arviointi"))
    desk.do(c.NameWorker(**K, actor=WORKER, role="terveydenhuollon ammattihenkilö", worker="n1"))
    service = "work_ability_assessment"
    ready = c.MoveService(**K, actor=NURSE, service=service, trigger="Arvio valmistui")
    own = c.MoveService(**K, actor=CLIENT, service=service, trigger="tell_own_view")

    record(desk, NURSE, "work_ability_report", task="Keittiö", finding="Jaksaa.", assessed_on="5.3.2025")
    assert lacking(desk, ready) == ["move-not-here"]
    assert lacking(desk, own) == ["record:own_view_of_work_ability"]
    record(desk, CLIENT, "own_view_of_work_ability", own_view="Jaksan puoli päivää.")
    desk.do(own)
    desk.do(ready)

    assert case(desk).services == {}


@pytest.mark.parametrize("why", ["asiakas ei halua kertoa", "asiakas ei pysty kertomaan"])
def test_g4_2_the_client_may_decline_to_give_a_view(why: str) -> None:
    """Without any view the assessment of needs waits for one; that the client gives none is an answer too."""
    desk = assessed()
    record(desk, WORKER, "needs_assessment", own_view="")
    assert lacking(desk, COMPLETE) == ["own_view"]

    record(desk, WORKER, "needs_assessment", own_view="", own_view_declined=why)

    desk.do(COMPLETE)
    assert case(desk).state == "planning"


def test_g4_2_an_unclear_work_ability_never_holds_up_the_plan() -> None:
    """The assessment of work ability goes on beside the path, or is declined: planning does not wait for it."""
    desk = assessed()
    desk.do(c.OpenService(**K, actor=WORKER, service="work_ability_assessment"))
    record(desk, WORKER, "needs_assessment")
    desk.do(COMPLETE)
    assert case(desk).state == "planning"

    declined = c.MoveService(
        **K, actor=CLIENT, service="work_ability_assessment", trigger="decline", reason="does_not_want"
    )
    desk.do(declined)
    assert case(desk).services == {}
