"""The services every region shares: peer coaching, studies, rehabilitation and inclusion beside the path."""

from typing import Any

import pytest

from pathway_engine.case import commands as c
from tests.workflows.journey import Journey, planned, searching, served

COUNTY = "wellbeing_county"
WORKER, COACH, SERVICE = "omatyöntekijä", "työhönvalmentaja", "Vertaisvalmennus"


def coached() -> Journey:
    """Give a journey in job search with a named coach and an agreement on peer coaching."""
    journey = served("fi-base", COUNTY)
    journey.move("asiakas", "Haluan työhönvalmennukseen", receiver_worker="työhönvalmentaja-1")
    searching(journey)
    journey.record(COACH, "Sopimus vertaisvalmennuksesta", tasks=("työmatkojen opettelu", "muu apu"), fee=True)
    journey.open(COACH, SERVICE)
    return journey


def test_peer_coaching_begins_with_practice_or_work() -> None:
    """Agreed in job search, it begins when there is a trial to help in; the client may end it alone."""
    journey = coached()
    assert journey.step_lacks(COACH, SERVICE, "Vertaisvalmennus alkoi") == {"practice_or_work"}

    journey.open(COACH, "Työkokeilu")
    journey.step(COACH, SERVICE, "Vertaisvalmennus alkoi")
    assert journey.services() == {"peer_coaching": "under_way", "work_trial": "agreed"}
    journey.step("asiakas", SERVICE, "Lopeta vertaisvalmennus", reason="oma toive")

    assert journey.services() == {"work_trial": "agreed"}


def test_peer_coaching_needs_coaching() -> None:
    """Without a coach there is no pair for a peer coach to be of."""
    journey = served("fi-base", COUNTY)
    opening = c.OpenService(case="k", actor=journey.actor(COACH), service=SERVICE)

    refused = journey.desk.refuse(opening)

    assert {each.requirement for each in refused.reasons} == {
        "flag:coaching_under_way",
        "role_named:job_coach",
        "record:peer_coaching_agreement",
    }


def test_the_end_of_studies_is_met_with_the_school() -> None:
    """The step after studies is agreed with client and school together; stopping waits for nothing."""
    journey = served("fi-base", COUNTY)
    line = "Opinnot palvelujen rinnalla"
    journey.record("asiakas", "study_plan")
    journey.open("asiakas", line)
    journey.step("asiakas", line, "Opinnot alkoivat")
    next_step = "Sovi siirtymästä opintojen jälkeen"
    assert journey.step_lacks(WORKER, line, next_step) == {"meeting:transition_meeting"}

    held: dict[str, Any] = {"held_on": "2025-03-03", "present": ("client", "school_contact")}
    journey.record(WORKER, "Nivelvaihepalaveri", **held)
    journey.step(WORKER, line, next_step)
    journey.step("asiakas", line, "Opinnot päättyivät", reason="valmistui")

    assert journey.services() == {}


def test_rehabilitation_begins_with_its_decision() -> None:
    """Others decide on it; here it begins when their decision is on record."""
    journey = served("fi-base", COUNTY)
    line = "Ammatillinen kuntoutus"
    journey.open(WORKER, line)
    assert journey.step_lacks("asiakas", line, "Kuntoutus alkoi") == {"record:rehabilitation_decision"}

    journey.record(WORKER, "Kuntoutuspäätös", made_by="kela", starts_on="2025-03-03")
    journey.step("asiakas", line, "Kuntoutus alkoi")

    assert journey.services() == {"vocational_rehabilitation": "under_way"}


@pytest.mark.parametrize(
    ("field", "months", "taken"),
    [("trial_months", 2, False), ("trial_months", 6, True), ("coaching_months", 22, False)],
)
def test_kelas_periods_keep_their_lengths(field: str, months: int, *, taken: bool) -> None:
    """A work trial of three to six months, coaching of three to twenty-one."""
    journey = served("fi-base", COUNTY)
    values: dict[str, Any] = {"starts_on": "2025-03-03", field: months}
    actor = journey.actor(WORKER)

    command = c.Record(case="k", actor=actor, record="vocational_rehabilitation_period", fields=values)

    if taken:
        journey.desk.do(command)
    else:
        journey.desk.refuse(command)


def test_inclusion_leads_to_work_whenever_the_client_says_so() -> None:
    """A meeting place is opened and left by the client alone, and the way to coaching is open all the time."""
    journey = planned("fi-base", COUNTY)
    line = "Matalan kynnyksen kohtaamispaikka"
    journey.open("asiakas", line)
    journey.step("asiakas", line, "Toiminta alkoi")

    assert journey.can("asiakas", "Haluan työhönvalmennukseen")
    journey.step("asiakas", line, "Lopeta toiminta", reason="halusi työhön")
    assert journey.services() == {}
