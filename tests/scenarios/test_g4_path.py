"""Scenarios 6 to 10, 13 and 14 of the national model (G.4), as corrected: ways on, ways back, and what never blocks."""

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from tests.scenarios.offices import (
    CLIENT,
    COACH,
    COUNTY,
    SERVICES,
    WORKER,
    K,
    case,
    coached,
    lacking,
    move,
    pathway,
    planned,
    record,
    served,
)


def test_g4_6_a_lost_job_leads_back_to_job_search_without_a_new_referral() -> None:
    """A job starts without its form and is lost: the client looks for work again at once, with the same coach."""
    desk = coached()
    move(desk, COACH, "Työsuhde alkoi tuettuna")
    assert {task.requirement for task in case(desk).tasks.values()} >= {"record:job_start"}
    referrals = [event for event in desk.journals["k"] if getattr(event.body, "record", "") == "referral"]

    move(desk, CLIENT, "Työsuhde päättyi")

    assert case(desk).state == "coaching.job_search"
    assert case(desk).coordinator.organisation == "rovaniemi_employment_services"
    assert [each for each in desk.journals["k"] if getattr(each.body, "record", "") == "referral"] == referrals


def test_g4_7_the_client_leaves_inclusion_by_own_wish() -> None:
    """From inclusion the client goes back to services with one word: no form, no permit, no assessment."""
    desk = planned()
    record(desk, WORKER, "participation_plan")
    move(desk, WORKER, "move_to_participation")
    assert case(desk).state == "participation"

    desk.do(c.Move(**K, actor=CLIENT, trigger="Palaa palveluihin"))

    assert case(desk).state == "services"


def test_g4_8_until_the_handover_is_received_the_sender_coordinates() -> None:
    """Proposed, agreed, accepted, met: all along the county coordinates, and its client stays where they were."""
    desk = served()
    record(desk, WORKER, "referral")
    present = {"asiakas", "omatyöntekijä", "työhönvalmentaja"}
    on_the_way: list[c.Command] = [
        c.Move(**K, actor=WORKER, trigger="refer_to_coaching", receiver=SERVICES),
        c.AnswerHandover(**K, actor=CLIENT),
        c.AcceptHandover(**K, actor=COACH),
        c.MeetHandover(**K, actor=COACH, present=present, remote=True),
    ]
    for step in on_the_way:
        desk.do(step)
        assert (case(desk).coordinator.organisation, case(desk).state) == ("lapland_county", "services")

    done = desk.do(c.ReceiveHandover(**K, actor=COACH))

    assert done.case.coordinator.organisation == "rovaniemi_employment_services"
    assert done.case.state == "coaching.engagement"
    assert next(event.body.warm for event in done.events if isinstance(event.body, e.HandoverCompleted))


def test_g4_8_a_handover_that_is_given_back_leaves_everything_as_it_was() -> None:
    """The receiver gives it back: the county coordinates as before, and another way is open at once."""
    desk = served()
    record(desk, WORKER, "referral")
    move(desk, WORKER, "refer_to_coaching", receiver=SERVICES)

    desk.do(c.ReturnHandover(**K, actor=COACH, reason="no_room"))

    assert case(desk).handovers == {}
    assert (case(desk).coordinator.organisation, case(desk).state) == ("lapland_county", "services")
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_for_coaching"))


def test_g4_9_leaving_coaching_waits_for_no_evaluation() -> None:
    """As corrected: an evaluation may be agreed practice, but the client leaves when the client wants to."""
    desk = coached()

    done = desk.do(c.Move(**K, actor=CLIENT, trigger="Lopeta työhönvalmennus"))

    assert case(desk).state == "services"
    assert done.warnings
    assert any("after_leaving_coaching" in key for key in case(desk).deadlines)


def test_g4_10_three_services_at_once_and_ending_one_keeps_the_others() -> None:
    """Three services run side by side on the path; when one ends the two others are as they were."""
    desk = served()
    for service in ("Vertaistuki", "Matalan kynnyksen kohtaamispaikka", "Terveyspalvelut"):
        desk.do(c.OpenService(**K, actor=WORKER, service=service))
    before = dict(case(desk).services)

    desk.do(c.EndService(**K, actor=CLIENT, service="Vertaistuki", reason="own_wish"))

    kept = {key: track for key, track in before.items() if track.kind != "peer_support"}
    assert case(desk).services == kept
    assert len(kept) == 2
    assert case(desk).state == "services"


@pytest.mark.parametrize("typed", ["ei valmis", "not_ready", "poissaolot", "aika täynnä", "jono"])
def test_g4_13_nobody_is_turned_away_for_not_being_ready(typed: str) -> None:
    """No such reason can be given for closing the path, and a refusal never offers one."""
    desk = planned()
    record(desk, WORKER, "closing_record", "evaluation")

    refused = desk.refuse(c.Move(**K, actor=WORKER, trigger="Päätä palvelupolku", reason=typed))

    assert [each.code for each in refused.reasons] == ["reason-unknown"]
    assert case(desk).state == "planning"


@pytest.mark.parametrize("name", ["fi-base", "rovaniemi"])
def test_g4_13_no_move_into_coaching_can_be_declined_for_a_reason(name: str) -> None:
    """No list of reasons anywhere knows readiness, absence or a queue; and no move into coaching asks for a reason."""
    of = pathway(name)
    words = {item for catalogue in of.catalogues.values() for item in catalogue.items}

    assert not words & {"not_ready", "readiness", "absence", "absences", "queue", "time_is_up"}
    assert not [
        move for move in of.transitions.values() if move.to.startswith("coaching") and move.reasons == "closing_reasons"
    ]


def test_g4_14_a_peer_coach_works_beside_a_coach() -> None:
    """Without coaching under way there is no peer coaching; with it, and an agreement, there is."""
    desk = served()
    desk.do(c.NameWorker(**K, actor=WORKER, role="työhönvalmentaja", organisation=COUNTY, worker="t9"))
    coach = c.Actor(subject="t9", organisation=COUNTY, roles={"työhönvalmentaja"})
    asked = c.OpenService(**K, actor=coach, service="Vertaisvalmennus")
    record(desk, coach, "peer_coaching_agreement", tasks=["muu apu"], fee=True)
    assert "flag:coaching_under_way" in lacking(desk, asked)

    record(desk, WORKER, "referral")
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_for_coaching"))
    record(desk, coach, "cooperation_agreement")
    move(desk, coach, "agree_coaching")

    desk.do(asked)
    assert [track.kind for track in case(desk).services.values()] == ["peer_coaching"]
