"""Entries that carry a requirement and could be taken away unseen by other tests (`docs/requirements.tsv`)."""

from datetime import date, timedelta

import pytest

from pathway_engine.definition.demands import MeetingRequirement, RecordRequirement, RoleNamedRequirement
from pathway_engine.durations import Duration
from tests.workflows.journey import SPRING, planned, served
from tests.workflows.shipped import leaves, makers, pathway

WORKER, CLIENT = "omatyöntekijä", "asiakas"
COUNTY = "wellbeing_county"
BASE = "fi-base"


def test_inclusion_is_looked_at_again_and_is_no_ending() -> None:
    """On the agreed day and every half year, for as long as the client is there; the case stays open (R005)."""
    journey = planned(BASE, COUNTY)
    journey.record(WORKER, "participation_plan", next_look_on="2025-05-05")
    journey.move(WORKER, "Siirry osallisuuden tukeen")

    assert journey.case.is_open
    assert journey.due("next_look") == date(2025, 5, 5)
    assert journey.due("participation_half_year") == date(2025, 9, 3)
    journey.desk.go_to(date(2025, 9, 1))
    journey.record(
        WORKER, "participation_review", held_on="2025-09-01", present=("client", "own_worker"), wants_to_work=False
    )
    assert journey.due("participation_half_year") == date(2026, 3, 1)


def test_schools_recognise_and_are_met_before_studies_end() -> None:
    """A school is a place of recognition; a month before studies end the next step is agreed on (R013)."""
    assert "schools" in pathway(BASE).catalogues["recognition_places"].items
    journey = served(BASE, COUNTY)
    journey.record(WORKER, "study_plan", goal="merkonomiksi", ends_on="2025-05-31")

    assert journey.due("before_studies_end") == date(2025, 4, 30)
    journey.desk.go_to(date(2025, 4, 25))
    journey.record(WORKER, "transition_meeting", held_on="2025-04-25", present=("client", "school_contact"))
    assert journey.due("before_studies_end") is None


def test_in_satakunta_the_school_is_named_and_there() -> None:
    """The school is named when studies begin and there when they end; neither holds anybody back (R013)."""
    of = pathway("satakunta")
    begins, ends = of.transitions["start_education"], of.transitions["end_period"]

    assert "school_contact" in {each.role_named for each in begins.advises if isinstance(each, RoleNamedRequirement)}
    present = [each.present for each in ends.advises if isinstance(each, MeetingRequirement)]
    assert ("school_contact",) in present
    assert ("client",) in present
    assert ends.requires == ()


def test_satakunta_gives_social_rehabilitation_one_content() -> None:
    """One service, which every organisation of the region gives, and the region says so of itself (R014)."""
    of = pathway("satakunta")

    assert "social_rehabilitation" in of.services
    assert of.checklist is not None
    assert of.checklist.participation is not None
    assert "sosiaalisella kuntoutuksella" in of.checklist.participation.evidence.fi


def test_one_sign_is_enough_and_none_are_counted() -> None:
    """A need is told by a sign, a reason or a request, and nothing asks for how many signs there are (R020)."""
    of = pathway(BASE)
    asked = [each for each in leaves(of.transitions["identify_need"].requires) if isinstance(each, RecordRequirement)]

    assert {each.record for each in asked} == {"recognition_checklist", "own_request"}
    assert all(not each.where.at_least and not each.where.min for each in asked)
    assert {each.where.any_of for each in asked if each.record == "recognition_checklist"} == {("signs", "reason")}


def test_changing_the_coordinator_is_always_a_handover() -> None:
    """In every state that is not final, with the client's agreement, and with both organisations in it (R033)."""
    move = pathway(BASE).transitions["change_coordinator"]

    assert (move.from_, move.to, move.agreed_by) == (("any",), "", ("client",))
    assert move.handover is not None
    assert (move.handover.to, move.handover.when) == ("coordinator", "always")


def test_a_plan_is_approved_by_whoever_coordinates() -> None:
    """Somebody is named as the coordinator before services begin, whichever of the plans it is (R054)."""
    move = pathway(BASE).transitions["approve_plan"]

    assert move.by == ("coordinator",)
    assert "coordinator" in {each.role_named for each in move.requires if isinstance(each, RoleNamedRequirement)}


def test_the_first_employer_is_met_within_thirty_days() -> None:
    """Rapid search is counted from the agreement, and a contact with an employer ends the count (R043, R097)."""
    journey = served(BASE, COUNTY)
    journey.move(CLIENT, "Haluan työhönvalmennukseen")
    journey.record("työhönvalmentaja", "cooperation_agreement")
    journey.move("työhönvalmentaja", "Sovi valmennuksen aloittamisesta")

    assert journey.due("first_employer_contact") == SPRING + timedelta(30)
    journey.record("työhönvalmentaja", "employer_contact", contacted_on=SPRING.isoformat())
    assert journey.due("first_employer_contact") is None


def test_coach_and_client_record_the_handover_meeting() -> None:
    """Whoever hands over or receives writes down who was there; remote counts (R113)."""
    meeting = pathway(BASE).records["handover_meeting"]

    assert {"coordinator", "own_worker", "job_coach", "client"} <= set(meeting.by)
    assert meeting.fields["present"].required
    assert meeting.fields["remote"].type == "boolean"


def test_another_service_is_found_through_the_assessment() -> None:
    """From coaching to services or back to the assessment, by the client's own word and warmly (R115)."""
    for key in ("leave_coaching", "return_to_assessment"):
        move = pathway(BASE).transitions[key]
        assert "client" in makers(move)
        assert move.requires == ()
        assert move.handover is not None


def test_the_region_has_roles_for_those_who_take_part() -> None:
    """Clients who develop services and experts by experience are named in the matter (R079, R141)."""
    roles = pathway("consensus-agreement").roles

    assert {"client_developer", "expert_by_experience"} <= set(roles)
    assert all(roles[key].relation == ("named",) for key in ("client_developer", "expert_by_experience"))


def test_the_agreement_tells_the_strategy_behind_it() -> None:
    """Strategy and service promise can be named, and need not be (X003)."""
    assert not pathway("consensus-agreement").records["agreement_contents"].fields["references"].required


@pytest.mark.parametrize(("service", "law"), [("vocational_rehabilitation", "L24"), ("benefits_counselling", "")])
def test_services_of_others_stand_beside_the_path(service: str, law: str) -> None:
    """Kela's rehabilitation by its law, and advice on benefits by whoever knows (R145, X025)."""
    found = pathway(BASE).services[service]

    assert found.law == law
    assert {"coordinator", "own_worker"} <= set(found.by)


def test_work_is_looked_after_when_it_has_begun() -> None:
    """After three and six months at work, and monthly for a year while support is lighter (X035)."""
    deadlines = pathway(BASE).deadlines

    follow, lighter = deadlines["employment_follow_up"], deadlines["lighter_support_contact"]
    assert (follow.every, follow.for_) == (Duration.parse("P3M"), Duration.parse("P6M"))
    assert (lighter.every, lighter.for_) == (Duration.parse("P1M"), Duration.parse("P12M"))
