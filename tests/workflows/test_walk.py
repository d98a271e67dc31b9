"""One client's walk through Rovaniemi, decided move by move."""

from datetime import UTC, date, datetime

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decide import steps
from pathway_engine.case.decision import Facts, Refused
from tests.workflows.shipped import pathway
from tests.workflows.walking import (
    CLIENT,
    COACH,
    COUNSELLOR,
    COUNTY,
    DECIDER,
    FIELDS,
    INSTRUCTOR,
    SERVICES,
    TEXT,
    WORKER,
    coached,
    opened,
    planned,
)


def test_the_path_leads_from_first_contact_to_job_search() -> None:
    """Every move to job search can be made with the records the model asks for, and no others."""
    walk = coached()

    assert walk.state == "coaching.job_search"
    assert walk.case is not None
    assert walk.case.coordinator.organisation == SERVICES
    assert walk.case.named["own_worker"].organisation == COUNTY


def test_a_missing_referral_is_seen_but_holds_nobody_back() -> None:
    """In Rovaniemi the referral form is practice: without it the client still goes to coaching."""
    walk = planned()

    accepted = walk.move(WORKER, "refer_to_coaching")

    assert walk.state == "coaching.engagement"
    assert [each.code for each in accepted.warnings] == ["record-missing"]


def test_a_plan_without_indicators_is_not_approved() -> None:
    """Only the two gaps are named, each with who can fill it."""
    walk = planned()
    walk.do(
        c.Record(
            case="k",
            actor=WORKER,
            record="client_plan",
            fields={"review_on": "2025-09-01"},
            sealed=("goals",),
        )
    )

    asked = c.Move(case="k", actor=WORKER, trigger="approve_plan", agreed_by={"client"})
    decision = walk.ask(asked)

    assert isinstance(decision, Refused)
    assert [(each.code, each.who) for each in decision.reasons] == [
        ("field-missing", ("client", "own_worker")),
        ("field-missing", ("own_worker",)),
    ]


def test_an_assessment_is_not_ready_before_every_area() -> None:
    """Without an assessment it is the assessment that is missing; with an empty one, its parts."""
    walk = opened()
    walk.record(WORKER, "own_request")
    walk.move(WORKER, "start_recognition")
    walk.move(WORKER, "identify_need")
    asked = c.Move(case="k", actor=WORKER, trigger="complete_assessment")

    before = walk.ask(asked)
    assert isinstance(before, Refused)
    assert [each.code for each in before.reasons] == ["record-missing", "role-not-named"]

    walk.do(c.Record(case="k", actor=WORKER, record="needs_assessment"))
    empty = walk.ask(asked)
    assert isinstance(empty, Refused)
    assert [each.requirement for each in empty.reasons] == [
        "area_goals_and_skills",
        "area_work_ability",
        "area_care_and_rehabilitation",
        "area_special_support",
        "own_view",
        "role_named:own_worker",
    ]


def test_several_needs_call_two_sectors_who_may_stay_away() -> None:
    """Marked multi-disciplinary, the assessment asks for two sectors; an absent one counts."""
    walk = opened()
    walk.record(WORKER, "own_request", "needs_assessment")
    walk.move(WORKER, "start_recognition")
    walk.move(WORKER, "identify_need")
    walk.do(c.NameWorker(case="k", actor=WORKER, role="own_worker", worker="worker-1"))
    walk.move(WORKER, "mark_multidisciplinary")
    asked = c.Move(case="k", actor=WORKER, trigger="complete_assessment")

    assert isinstance(walk.ask(asked), Refused)
    walk.record(WORKER, "multidisciplinary_participation", sectors=("social_services",))
    assert isinstance(walk.ask(asked), Refused)
    walk.record(WORKER, "multidisciplinary_participation")
    walk.do(asked)


def test_a_job_that_starts_without_its_forms_leaves_tasks() -> None:
    """A job is a fact: three papers are missing, and three tasks remain."""
    walk = coached()

    walk.move(COACH, "start_supported_job")

    assert walk.state == "coaching.job_support"
    assert walk.case is not None
    assert len(walk.case.tasks) == 3


def test_a_lost_job_leads_back_to_job_search_without_a_referral() -> None:
    """The job ends, search goes on at once, and somebody is to call within three days."""
    walk = coached()
    walk.record(COACH, "job_start", "support_plan")
    walk.move(COACH, "start_supported_job")
    walk.now = datetime(2025, 6, 2, 9, tzinfo=UTC)
    walk.record(COACH, "job_end")
    walk.move(COACH, "end_job")

    assert walk.state == "coaching.job_search"
    assert walk.case is not None
    due = {key: each.due_on for key, each in walk.case.deadlines.items()}
    assert next(on for key, on in due.items() if "contact_after_job_end" in key) == date(2025, 6, 5)


def test_work_activity_goes_on_beside_coaching() -> None:
    """A service that runs in planning is still running when coaching has begun elsewhere."""
    walk = planned()
    line = "intellectual_disability_work_activity"
    walk.do(c.OpenService(case="k", actor=WORKER, service=line, organiser=COUNTY))
    walk.do(c.MoveService(case="k", actor=COUNSELLOR, service=line, trigger="place_found"))
    walk.record(COUNSELLOR, "work_activity_agreement")
    agree = c.MoveService(case="k", actor=COUNSELLOR, service=line, trigger="agree_place", agreed_by={"client"})
    walk.do(agree)
    walk.record(DECIDER, "work_activity_decision")
    walk.do(c.MoveService(case="k", actor=INSTRUCTOR, service=line, trigger="start_activity"))
    walk.record(WORKER, "client_plan")
    walk.move(WORKER, "approve_plan")
    walk.move(CLIENT, "ask_for_coaching")

    assert walk.state == "coaching.engagement"
    assert walk.case is not None
    assert [track.state for track in walk.case.services.values()] == ["under_way"]
    walk.record(INSTRUCTOR, "next_step_review")
    walk.do(c.MoveService(case="k", actor=INSTRUCTOR, service=line, trigger="review_next_step"))


def test_peer_coaching_waits_for_coaching() -> None:
    """Without a coach at work there is no peer coach."""
    walk = planned()
    walk.do(c.NameWorker(case="k", actor=WORKER, role="job_coach", worker="coach-9"))
    coach = c.Actor(subject="coach-9", organisation=COUNTY, roles="job_coach")

    decision = walk.ask(c.OpenService(case="k", actor=coach, service="peer_coaching"))

    assert isinstance(decision, Refused)
    assert "flag:coaching_under_way" in {each.requirement for each in decision.reasons}


def test_inclusion_is_left_by_the_clients_word() -> None:
    """From inclusion the client alone goes back to services, and on to coaching."""
    walk = planned()
    walk.record(WORKER, "participation_plan")
    walk.move(WORKER, "move_to_participation")
    assert walk.state == "participation"

    walk.do(c.Move(case="k", actor=CLIENT, trigger="return_to_services"))
    walk.do(c.Move(case="k", actor=CLIENT, trigger="ask_for_coaching"))

    assert walk.state == "coaching.engagement"


@pytest.mark.parametrize("outcome", ["not_wanted", "accepted"])
def test_a_path_closes_with_a_word_on_inclusion_and_opens_again(outcome: str) -> None:
    """Closing says whether inclusion was offered; the way back is the client's own."""
    walk = planned()
    asked = c.Move(case="k", actor=WORKER, trigger="close", reason="own_wish")
    assert isinstance(walk.ask(asked), Refused)

    walk.record(WORKER, "closing_record", participation_offer=outcome)
    walk.record(WORKER, "evaluation")
    walk.do(asked)
    assert walk.state == "closed"
    walk.do(c.Move(case="k", actor=CLIENT, trigger="reopen"))

    assert walk.state == "recognition"


def test_death_needs_neither_hearing_nor_evaluation() -> None:
    """When the client has died, one record says why nobody was heard, and nothing else is asked."""
    walk = planned()
    values = {"participation_offer": "not_possible", "not_heard_because": "died"}
    walk.do(c.Record(case="k", actor=WORKER, record="closing_record", fields=values))

    walk.move(WORKER, "close", reason="died")

    assert walk.state == "closed"


@pytest.mark.parametrize("reason", ["not_ready", "absence", "queue"])
def test_nobody_is_turned_away_for_not_being_ready(reason: str) -> None:
    """No path can be closed for a reason that the model does not know."""
    walk = planned()
    walk.record(WORKER, "closing_record", "evaluation")

    decision = walk.ask(c.Move(case="k", actor=WORKER, trigger="close", reason=reason))

    assert isinstance(decision, Refused)
    assert [each.code for each in decision.reasons] == ["reason-unknown"]


def test_a_break_ends_where_it_began() -> None:
    """After a break the client is where the break began."""
    walk = coached()
    walk.record(COACH, "pause_agreement")
    walk.move(CLIENT, "pause", reason="own_wish")
    walk.do(c.Move(case="k", actor=CLIENT, trigger="resume"))

    assert walk.state == "coaching.job_search"


def test_a_stranger_may_do_nothing_but_recognise() -> None:
    """A professional of an organisation with no tie to the case has no step in planning."""
    walk = planned()
    stranger = c.Actor(subject="x", organisation="kela", roles={"own_worker", "job_coach"})
    assert walk.case is not None

    possible = steps(walk.machine, walk.case, stranger, Facts(), walk.now)

    assert [each.trigger for each in possible if each.allowed] == []


def test_every_record_of_the_walk_is_filled_in_rightly() -> None:
    """The example records name fields that exist, with choices that exist."""
    of = pathway("rovaniemi")
    for record, values in FIELDS.items():
        fields = of.records[record].fields
        assert set(values) <= set(fields), record
        for key, value in values.items():
            kind = fields[key]
            assert (value == TEXT) == (kind.class_ != "coded"), f"{record}.{key}"
            if kind.options and value != TEXT:
                chosen = (value,) if isinstance(value, str) else value
                assert set(chosen) <= set(of.catalogues[kind.options].items), f"{record}.{key}"
