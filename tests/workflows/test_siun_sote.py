"""Siun sote: a village of parallel services, three lines, a staircase of support, and coaching that is purchased."""

from typing import Any

import pytest

from pathway_engine.case import commands as c
from tests.workflows.journey import Journey, assessed, planned, searching, served, setting_out
from tests.workflows.shipped import pathway, rules
from tests.workflows.walking import FIELDS

COUNTY, OFFICE = "siun_sote", "north_karelia_employment_services"
WORKER, COUNSELLOR, INSTRUCTOR = "omatyöntekijä", "sosiaaliohjaaja", "työ- ja päivätoiminnan ohjaaja"
COACH, NURSE, DECIDER = "työhönvalmentaja", "psykiatrinen sairaanhoitaja", "viranhaltija"
PURCHASE = "Valitse ostopalveluna järjestettävä valmennus"


def receive(journey: Journey, role: str, at: str) -> None:
    """Receive the client warmly: accepted, met by all three, taken."""
    receiver = journey.actor(role, at)
    journey.desk.do(c.AcceptHandover(case="k", actor=receiver))
    journey.desk.do(c.MeetHandover(case="k", actor=receiver, present={"client", WORKER, role}))
    journey.desk.do(c.ReceiveHandover(case="k", actor=receiver))


def purchased(*, counselled: bool = False) -> Journey:
    """Give a journey handed over warmly to the authority that buys the coaching, in its first phase."""
    journey = served("siun-sote", COUNTY)
    if counselled:
        journey.open(COUNSELLOR, "Sosiaalityö ja sosiaaliohjaus")
        journey.step(COUNSELLOR, "Sosiaalityö ja sosiaaliohjaus", "Palvelu alkoi")
    journey.move("asiakas", PURCHASE, receiver=OFFICE, receiver_worker="työhönvalmentaja-1")
    receive(journey, COACH, OFFICE)
    return journey


def in_supported_work_activity(journey: Journey) -> Journey:
    """Lead a journey into work activity at an ordinary workplace."""
    line = "Avotyötoiminta"
    journey.open(WORKER, line)
    journey.step(COUNSELLOR, line, "Paikka löytyi")
    journey.record(COUNSELLOR, "Työtoimintasopimus")
    journey.step(COUNSELLOR, line, "Sovi työtoiminnasta")
    journey.record(DECIDER, "work_activity_decision")
    journey.step(INSTRUCTOR, line, "Aloita työtoiminta")
    return journey


def test_work_activity_coaching_and_a_part_time_job_run_side_by_side() -> None:
    """The source's first combination, with the sender's counselling: ending one leaves the others as they were."""
    journey = in_supported_work_activity(served("siun-sote", COUNTY))
    journey.open(COUNSELLOR, "Sosiaalityö ja sosiaaliohjaus")
    journey.step(COUNSELLOR, "Sosiaalityö ja sosiaaliohjaus", "Palvelu alkoi")
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    searching(journey)
    journey.open("asiakas", "Osa-aikatyö")
    journey.record(COACH, "Työsuhteen aloittaminen")

    beside = {"social_counselling": "under_way", "part_time_work": "under_way"}
    assert journey.state == "coaching.job_search"
    assert journey.services() == {"supported_work_activity": "under_way", **beside}
    assert journey.case.records["work_activity_agreement"].coded["days_per_week"] == 2
    journey.step("asiakas", "Avotyötoiminta", "Lopeta työtoiminta", reason="siirtyi työhön")
    assert journey.services() == beside
    assert journey.state == "coaching.job_search"


def test_a_coordinator_purchased_coaching_and_a_part_time_job_run_side_by_side() -> None:
    """The source's second combination, joined by a warm handover; the own worker of social care stays."""
    journey = purchased(counselled=True)
    coach = journey.actor(COACH, OFFICE)
    journey.desk.do(c.NameWorker(case="k", actor=coach, role="työkykykoordinaattori", organisation=OFFICE, worker="x"))
    journey.open("asiakas", "Osa-aikatyö")

    assert journey.state == "purchased_coaching.engagement"
    assert journey.case.coordinator.organisation == OFFICE
    assert journey.services() == {"social_counselling": "under_way", "part_time_work": "under_way"}
    assert set(journey.case.named) >= {"own_worker", "job_coach", "work_ability_coordinator"}


def test_every_joint_may_be_handed_over_warmly() -> None:
    """Wherever another role answers next, the move can be a handover; the way back and a break wait for nobody."""
    of = pathway("siun-sote")
    cold = {
        rule.trigger
        for rule in rules(of)
        if of.states[str(rule.source)].responsible != of.states[rule.target].responsible
        and not (rule.stays or rule.resumes or rule.move.fact or rule.move.handover)
    }

    assert cold == {"pause", "close", "reopen", "no_need", "return_to_services"}


def test_a_receipt_without_the_joint_meeting_is_seen() -> None:
    """It is possible with a reason, and it warns: the practice was not followed."""
    journey = served("siun-sote", COUNTY)
    journey.move("asiakas", PURCHASE, receiver=OFFICE, receiver_worker="työhönvalmentaja-1")
    coach = journey.actor(COACH, OFFICE)
    journey.desk.do(c.AcceptHandover(case="k", actor=coach))

    accepted = journey.desk.do(c.ReceiveHandover(case="k", actor=coach, without_meeting="urgent"))

    assert "warn-not-warm" in {each.code for each in accepted.warnings}
    assert journey.state == "purchased_coaching.engagement"


def test_the_twenty_first_client_of_a_purchase_waits() -> None:
    """Twenty is the limit: the next client is not taken, and may wait in the queue and be coached elsewhere."""
    journey = served("siun-sote", COUNTY)
    journey.desk.loads["purchased_caseload", journey.desk.pseudonym("työhönvalmentaja-1")] = 20

    lacks = journey.lacks("asiakas", PURCHASE, receiver_worker="työhönvalmentaja-1")
    assert lacks == {"capacity:purchased_caseload"}
    queue = c.JoinQueue(case="k", actor=journey.actor("asiakas"), queue=PURCHASE)
    journey.desk.do(queue)
    journey.move("asiakas", "Haluan työhönvalmennukseen")

    assert journey.state == "coaching.engagement"


def test_elsewhere_one_client_more_only_warns() -> None:
    """The county's own coach may take the twenty-first; it is seen."""
    journey = served("siun-sote", COUNTY)
    journey.desk.loads["coaching_caseload", journey.desk.pseudonym("työhönvalmentaja-1")] = 20

    accepted = journey.move("asiakas", "Haluan työhönvalmennukseen", receiver_worker="työhönvalmentaja-1")

    assert [each.code for each in accepted.warnings] == ["warn-capacity"]


def meeting(journey: Journey) -> None:
    """Hold the purchase's joint meeting of client, employment services and provider."""
    present = ("client", "employment_officer", "job_coach")
    journey.record(COACH, "Nivelvaihepalaveri", at=OFFICE, held_on="2025-03-03", present=present)


@pytest.mark.parametrize("held", [True, False])
def test_a_purchase_begins_and_ends_with_a_joint_meeting(*, held: bool) -> None:
    """A missing meeting is seen at both ends and holds the client back at neither."""
    journey = purchased()
    if held:
        meeting(journey)
    journey.record(COACH, "cooperation_agreement", at=OFFICE)
    began = journey.move(COACH, "Sovi valmennuksen aloittamisesta", at=OFFICE)
    if held:
        meeting(journey)
    journey.record(COACH, "evaluation", at=OFFICE)
    journey.record(COACH, "after_coaching", at=OFFICE, outcome="haku jatkuu", who_continues="omatyöntekijä")
    ended = journey.move("asiakas", "Lopeta työhönvalmennus")

    missing = [] if held else ["meeting-missing"]
    assert [each.code for each in began.warnings] == missing
    assert [each.code for each in ended.warnings] == missing
    assert journey.state == "services"


def test_only_the_authority_that_buys_takes_the_client() -> None:
    """A purchase cannot be handed to a party that buys nothing."""
    journey = served("siun-sote", COUNTY)

    assert journey.lacks("asiakas", PURCHASE, receiver="client_municipality") == {"receiver"}


def test_the_staircase_goes_both_ways_with_a_reason() -> None:
    """Up when the client manages more alone, down when more support is wanted; always to the same phase."""
    journey = searching(_in_strong_support())
    assert journey.lacks("asiakas", "Siirry kevyempään valmennukseen") == {"reason"}

    journey.move("asiakas", "Siirry kevyempään valmennukseen", reason="asiakas pärjää itsenäisemmin")
    assert journey.state == "purchased_coaching.job_search"
    journey.move("asiakas", "Siirry vahvempaan valmennukseen", reason="asiakas tarvitsee enemmän tukea")

    assert journey.state == "coaching.job_search"


def _in_strong_support() -> Journey:
    journey = served("siun-sote", COUNTY)
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    return journey


def test_purchased_coaching_may_go_on_into_the_job() -> None:
    """A job starts as a fact, and the same coach supports at work."""
    journey = purchased()

    journey.move(COACH, "Työsuhde alkoi tuettuna", at=OFFICE)

    assert journey.state == "coaching.job_support"
    assert len(journey.case.tasks) == 3


def test_ips_starts_at_once_beside_the_health_track() -> None:
    """The care team starts IPS from the assessment; care is assessed at the same time and waited for by nothing."""
    journey = assessed("siun-sote", COUNTY)
    journey.open(WORKER, "Hoidon tarpeen arviointi ja hoito")

    accepted = journey.move(NURSE, "Aloita IPS-työhönvalmennus")

    assert journey.state == "coaching.engagement"
    assert [each.code for each in accepted.warnings] == ["record-missing"]
    _into_care(journey)
    assert journey.services() == {"care_track": "in_care"}


def _into_care(journey: Journey) -> None:
    line = "Hoidon tarpeen arviointi ja hoito"
    found = {"assessed_on": "2025-03-03", "finding": "hoidon tarve on"}
    journey.record("hoitokoordinaattori", "Hoidon tarpeen arviointi", **found)
    journey.step("hoitokoordinaattori", line, "Hoidon tarve on arvioitu")
    plan = {"goals": "jaksaminen", "indicators": "uni", "review_on": "2025-06-01", "responsible": "mental_health_nurse"}
    journey.record(NURSE, "Hoito- ja kuntoutussuunnitelma", **plan)
    journey.step(NURSE, line, "Sovi hoito- ja kuntoutussuunnitelmasta")


@pytest.mark.parametrize("plan", ["Palvelusuunnitelma", "Hoito- ja kuntoutussuunnitelma", "Aktivointisuunnitelma"])
def test_each_line_has_a_plan_of_its_own(plan: str) -> None:
    """The plan of any of the three lines does where the client plan would."""
    journey = planned("siun-sote", COUNTY)
    values: dict[str, Any] = {**FIELDS["client_plan"]}
    journey.record("asiakas", plan, **values)

    journey.move(WORKER, "Vahvista suunnitelma")

    assert journey.state == "services"


@pytest.mark.parametrize("asked", [True, False])
def test_one_asks_first_where_the_client_is_already(*, asked: bool) -> None:
    """The other cottages are asked about before anything is asked anew; not asking is seen."""
    journey = setting_out("siun-sote", COUNTY)
    journey.move(WORKER, "Aloita tuen tarpeen tunnistaminen")
    journey.record(WORKER, "Asiakkaan oma pyyntö")
    if asked:
        journey.record(WORKER, "Nykyiset palvelut", services="päivätoiminta")

    accepted = journey.move(WORKER, "Tunnista tuen tarve")

    assert [each.code for each in accepted.warnings] == ([] if asked else ["record-missing"])
    assert journey.state == "assessment"


def test_client_groups_describe_and_decide_nothing() -> None:
    """Five groups, several at once, sealed: no rule can look at them."""
    of = pathway("siun-sote")
    field = of.records["client_situation"].fields["groups"]

    assert len(of.catalogues["client_groups"].items) == 5
    assert (field.type, field.class_, field.required) == ("choices", "special", False)


def test_recognition_happens_anywhere_in_the_village() -> None:
    """Organisations are a place of recognition beside the national seven."""
    places = list(pathway("siun-sote").catalogues["recognition_places"].items)

    assert places[7:] == ["ngos"]
    assert {"schools", "employment_services"} <= set(places)
