"""What the sources ask of the base beyond states and moves: who hears the client, what is made anew, what runs on."""

from datetime import date, timedelta
from typing import Any

import pytest

from pathway_engine.definition.demands import FlagRequirement
from pathway_engine.definition.model import Pathway
from tests.workflows.journey import SPRING, Journey, assessed, planned, searching, served
from tests.workflows.shipped import each_pathway, leaves, makers, pathway

WORKER, COACH, CLIENT = "omatyöntekijä", "työhönvalmentaja", "asiakas"
HOME = {"rovaniemi": "lapland_county"}
BESIDE = {"guardian", "support_person", "interpreter"}
"""Named in a case, and no professionals of it."""


def coached() -> Journey:
    """Give a journey in job search."""
    journey = served("rovaniemi", HOME["rovaniemi"])
    journey.move(CLIENT, "Haluan työhönvalmennukseen")
    return searching(journey)


# ── who hears the client ──────────────────────────────────────────────────────────────────────────────────────────────


@each_pathway
@pytest.mark.parametrize("move", ["return_to_services", "return_to_assessment"])
def test_any_professional_of_the_case_writes_the_wish_down(name: str, move: str) -> None:
    """Whoever can be named in a case of the base, but for those beside the client, may make the way back."""
    of = pathway(name)
    professionals = {key for key, role in pathway("fi-base").roles.items() if "named" in role.relation} - BESIDE

    assert professionals | {"client"} <= set(makers(of.transitions[move]))


@pytest.mark.parametrize(
    "record",
    [
        *("employment_plan", "activation_plan", "multisectoral_plan", "job_seeking", "job_seeking_interview"),
        *("activation_plan_review", "rehabilitation_decision", "vocational_rehabilitation_period"),
    ],
)
def test_the_own_worker_records_what_another_authority_does(record: str) -> None:
    """A case lives in one register, so what an authority outside it does can be written down by the own worker."""
    kind = pathway("fi-base").records[record]

    assert "own_worker" in kind.by
    for key, field in kind.fields.items():
        assert not field.by or "own_worker" in field.by, key


def test_an_employment_plan_of_elsewhere_is_enough_for_services() -> None:
    """The own worker writes down what the client gave, and the plan is approved by it."""
    journey = planned("rovaniemi", HOME["rovaniemi"])
    journey.record(
        WORKER,
        "Työllistymissuunnitelma",
        goals="työhön",
        indicators="käynnit",
        review_on="2025-06-02",
        responsible="employment_officer",
    )
    journey.move(WORKER, "Vahvista suunnitelma")

    assert journey.state == "services"


# ── what is sealed ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ("needs_assessment", "own_view_declined"),
        ("referral", "other_services"),
        ("work_activity_decision", "reasons"),
        ("decision", "reasons"),
        ("existing_services", "members"),
    ],
)
def test_what_hints_at_health_is_special(record: str, field: str) -> None:
    """That somebody cannot tell, in which services they are, why it was decided so: none of it stands in clear."""
    assert pathway("fi-base").records[record].fields[field].class_ == "special"


def test_a_client_who_cannot_tell_is_assessed_all_the_same() -> None:
    """The rule sees only that there is a reason."""
    journey = assessed("rovaniemi", HOME["rovaniemi"])
    journey.record(WORKER, "Palvelutarpeen arviointi", own_view="", own_view_declined="cannot_tell")
    journey.move(WORKER, "Arviointi on valmis")

    held = journey.case.records["needs_assessment"]
    assert journey.state == "planning"
    assert "own_view_declined" in held.sealed
    assert "own_view_declined" not in held.coded


# ── what is made anew ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_whoever_comes_back_is_assessed_again() -> None:
    """The former assessment carries nobody into a second plan."""
    journey = planned("rovaniemi", HOME["rovaniemi"])
    journey.move(CLIENT, "Palaa palvelutarpeen arviointiin")

    assert journey.lacks(WORKER, "Arviointi on valmis") == {"record:needs_assessment"}
    journey.record(WORKER, "Palvelutarpeen arviointi")
    journey.move(WORKER, "Arviointi on valmis")
    assert journey.state == "planning"


def test_each_job_has_its_own_support() -> None:
    """A second job asks for its form, its plan and its counselling again; as tasks, for it has begun."""
    journey = coached()
    for record in ("job_start", "support_plan", "benefits_counselling"):
        journey.record(COACH, record)
    journey.move(COACH, "Työsuhde alkoi tuettuna")
    assert journey.case.tasks == {}
    for record in ("job_end", "vocational_profile"):
        journey.record(COACH, record)
    journey.move(COACH, "Työsuhde päättyi")
    assert journey.case.tasks == {}

    journey.move(COACH, "Työsuhde alkoi tuettuna")

    left = {each.requirement for each in journey.case.tasks.values()}
    assert left == {"record:job_start", "record:support_plan", "record:benefits_counselling"}


@pytest.mark.parametrize("word", ["explained_plainly", "accepted_by_client"])
@pytest.mark.parametrize(
    ("region", "home", "begin"),
    [
        ("rovaniemi", "lapland_county", "Haluan työhönvalmennukseen"),
        ("keski-pohjanmaa", "central_ostrobothnia_county", "Valitse kevyt työhönvalmennus"),
    ],
)
def test_coaching_is_agreed_by_a_client_who_understood_it(region: str, home: str, begin: str, word: str) -> None:
    """A form on which one of the two says no begins nothing; light coaching asks the same."""
    journey = served(region, home)
    journey.move(CLIENT, begin)
    said: dict[str, Any] = {word: False}
    journey.record(COACH, "cooperation_agreement", **said)

    assert journey.lacks(COACH, "Sovi valmennuksen aloittamisesta") == {"record:cooperation_agreement"}


@pytest.mark.parametrize(
    ("told", "warned"),
    [({"way_back_told": True}, set()), ({}, {"way_back_told"}), ({"way_back_told": False}, {"way_back_told"})],
)
def test_whoever_leaves_knows_the_way_back(told: dict[str, Any], warned: set[str]) -> None:
    """A closing of which the client was not told how to come back is seen, and closes all the same."""
    journey = planned("rovaniemi", HOME["rovaniemi"])
    journey.record(WORKER, "closing_record", **told)
    journey.record(WORKER, "evaluation")

    accepted = journey.move(WORKER, "Päätä palvelupolku", reason="own_wish")

    assert {each.requirement for each in accepted.warnings} == warned
    assert journey.state == "closed"


# ── work ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_job_from_before_the_plan_ends_where_the_client_is() -> None:
    """It was a fact when it began, and it is one when it ends: nothing is refused, and somebody calls in three days."""
    journey = assessed("rovaniemi", HOME["rovaniemi"])
    journey.move(CLIENT, "Työsuhde alkoi")
    assert "at_work" in journey.case.flags

    journey.move(CLIENT, "Työsuhde päättyi")

    assert journey.state == "assessment"
    assert "at_work" not in journey.case.flags
    assert "record:job_end" in {each.requirement for each in journey.case.tasks.values()}
    assert journey.due("contact_after_job_end") == SPRING + timedelta(3)


@each_pathway
def test_work_is_flagged_from_its_start_to_its_end(name: str) -> None:
    """Every move by which a job begins raises the flag; its end, a closing and a death lower it; nothing else does."""
    of = pathway(name)
    raised = {move.trigger or key for key, move in of.transitions.items() if "at_work" in move.sets}
    begins = {
        move.trigger or key
        for key, move in of.transitions.items()
        if (move.trigger or key).startswith("start_") and "job" in key
    }
    lowered = {key for key, move in of.transitions.items() if "at_work" in move.clears}
    ends = {key for key, move in of.transitions.items() if (move.trigger or key) == "end_job"}

    assert raised == begins == {"start_job", "start_supported_job"}
    assert all("at_work" in move.sets for key, move in of.transitions.items() if (move.trigger or key) in begins)
    assert lowered == ends | {"close", "died"}


def test_a_peer_coach_helps_in_practice_or_at_work_only() -> None:
    """A job that is over is none to help in (correction 9 of the model)."""
    asked = pathway("fi-base").services["peer_coaching"].transitions["begin_peer_coaching"].requires

    assert "at_work" in {each.flag for each in leaves(asked) if isinstance(each, FlagRequirement)}
    journey = coached()
    journey.name(COACH)
    journey.record(COACH, "peer_coaching_agreement", tasks=("work_tasks",), fee=True)
    journey.open(COACH, "Vertaisvalmennus")
    assert journey.step_lacks(COACH, "Vertaisvalmennus", "Vertaisvalmennus alkoi") == {"practice_or_work"}
    journey.record(COACH, "job_start")
    assert journey.step_lacks(COACH, "Vertaisvalmennus", "Vertaisvalmennus alkoi") == {"practice_or_work"}
    journey.move(COACH, "Työsuhde alkoi tuettuna")
    journey.step(COACH, "Vertaisvalmennus", "Vertaisvalmennus alkoi")

    assert journey.services() == {"peer_coaching": "under_way"}


# ── what runs on ──────────────────────────────────────────────────────────────────────────────────────────────────────

LOOKED_AT_AGAIN = {"review_on", "next_look_on", "next_contact_on", "follow_up_on", "resume_on"}


def agreed_days(of: Pathway) -> set[str]:
    """Give every day in a record of the base on which something is to be looked at again."""
    own = pathway("fi-base").records
    return {f"record.{record}.{key}" for record, kind in of.records.items() if record in own for key in kind.fields} & {
        f"record.{record}.{key}" for record in of.records for key in LOOKED_AT_AGAIN
    }


@each_pathway
def test_a_day_that_was_agreed_on_runs(name: str) -> None:
    """Whatever day a form of the base asks for to look again, a time limit counts from it."""
    of = pathway(name)
    counted = {each.from_ for each in of.deadlines.values()}

    assert len(agreed_days(of)) >= 11
    assert agreed_days(of) <= counted


def test_the_renewal_of_an_activation_plan_always_runs() -> None:
    """Its anchor is a day that the plan cannot be without (L12, L16)."""
    base = pathway("fi-base")

    for rule in ("activation_plan_at_24_months", "activation_plan_at_24_months_from_2026"):
        record, field = base.deadlines[rule].from_.split(".")[1:]
        assert base.records[record].fields[field].required


def test_services_for_disabled_people_are_kept_as_such() -> None:
    """Sections 27 d and 27 e of 710/1982, and the act before them, are disability services (L9, L11, L33)."""
    services = pathway("fi-base").services
    by_law = {key for key, each in services.items() if each.law == "L9" or not isinstance(each.law, str)}

    assert by_law == {
        *("disability_work_activity", "intellectual_disability_work_activity", "activity_supporting_employment"),
    }
    assert {key for key, each in services.items() if each.service_tasks == ("disability",)} == by_law


def test_an_agreement_in_force_is_not_ended_by_whoever_passes() -> None:
    """Everybody who develops services may take the matter up; ending it is for its lead and the management."""
    of = pathway("consensus-agreement")
    open_to_all = {key for key, role in of.roles.items() if "anyone" in role.relation}

    assert not open_to_all & set(makers(of.transitions["end_agreement"]))
    assert open_to_all & set(makers(of.transitions["gather_group"]))


@pytest.mark.parametrize(
    ("day", "due"), [(date(2025, 12, 31), date(2027, 12, 31)), (date(2026, 1, 2), date(2028, 1, 2))]
)
def test_whichever_rule_of_the_day_it_is_one_of_them_runs(day: date, due: date) -> None:
    """On the last day of the old rule and after the first of the new one, exactly one renewal is counted."""
    journey = served("fi-base", "wellbeing_county", day)
    journey.record(WORKER, "Aktivointisuunnitelma", made_on=day.isoformat())
    running = {
        each.due_on for each in journey.case.deadlines.values() if each.rule.startswith("activation_plan_at_24_months")
    }

    assert running == {due}
