"""Services, time limits, roles and fields keep to the law and to the model."""

import re

from pathway_engine.definition.demands import (
    RecordRequirement,
)
from tests.workflows.shipped import all_deadlines, all_moves, each_pathway, makers, pathway


@each_pathway
def test_only_known_law_is_statutory(name: str) -> None:
    """A statutory limit names its law, and one not read in full says that it is unverified."""
    sure = {"L3", "L12", "L22"}

    for where, deadline in all_deadlines(pathway(name)):
        if deadline.kind == "statutory":
            assert re.fullmatch(r"L\d+", deadline.law), where
            assert deadline.verify or deadline.law in sure, where


@each_pathway
def test_quality_targets_are_never_moved_by_a_holiday(name: str) -> None:
    """The shift to the next working day belongs to acts of an authority only."""
    for where, deadline in all_deadlines(pathway(name)):
        assert not deadline.shift or deadline.kind == "statutory", where


def test_the_limits_that_the_model_names_are_there() -> None:
    """Three months to a decision, thirty days to an employer, three days after a job ended."""
    deadlines = pathway("fi-base").deadlines
    found = {key: (str(each.within), each.from_, each.kind) for key, each in deadlines.items()}

    assert found["decision_due"] == ("P3M", "pending", "statutory")
    assert found["first_employer_contact"] == ("P30D", "event:agree_coaching", "quality")
    assert found["contact_after_job_end"] == ("P3D", "event:end_job", "quality")


def test_rehabilitative_work_activity_keeps_the_limits_of_its_act() -> None:
    """Four to eight hours a day, one to four days a week, three to twenty-four months."""
    base = pathway("fi-base")
    fields = base.records["rehabilitative_work_agreement"].fields
    agreed = base.services["rehabilitative_work_activity"].transitions["agree_place"].requires
    elsewhere = base.services["disability_work_activity"].transitions["agree_place"].requires

    limits = {key: (each.min, each.max) for key, each in fields.items() if each.type == "integer"}
    assert limits == {"hours_per_day": (4, 8), "days_per_week": (1, 4), "months": (3, 24)}
    assert [each.record for each in agreed if isinstance(each, RecordRequirement)] == ["rehabilitative_work_agreement"]
    assert [each.record for each in elsewhere if isinstance(each, RecordRequirement)] == ["work_activity_agreement"]


def test_every_work_activity_asks_where_to_go_next() -> None:
    """Each line is reviewed by the question: work, study or support service?"""
    base = pathway("fi-base")
    lines = [key for key, each in base.services.items() if "renew" in each.transitions]

    assert len(lines) == 5
    for key in lines:
        review = base.services[key].review
        assert review is not None
        assert review.met_by == "next_step_review", key
    assert tuple(base.catalogues["next_steps"].items)[:3] == ("work", "study", "support_service")


def test_own_view_comes_before_the_professionals() -> None:
    """The work ability report follows the client's own view, and the client may always stop."""
    moves = pathway("fi-base").services["work_ability_assessment"].transitions

    assert "requested" not in moves["complete_report"].from_
    assert moves["tell_own_view"].from_ == ("requested",)
    assert set(moves["decline"].from_) == {"requested", "own_view", "at_work"}
    assert "client" in makers(moves["decline"])


def test_practice_and_work_activity_never_count_as_employed() -> None:
    """Of the services only a part-time job counts as employed."""
    services = pathway("fi-base").services

    counting = {
        key
        for key, each in services.items()
        if "employed" in each.counts_as or any("employed" in state.counts_as for state in each.states.values())
    }
    assert counting == {"part_time_work"}


def test_an_employer_is_never_an_actor() -> None:
    """Nothing ties an employer to a case, so an employer may do nothing in it."""
    assert pathway("fi-base").roles["employer"].relation == ()


@each_pathway
def test_only_recognising_is_open_to_anybody(name: str) -> None:
    """Every role but the recogniser asks for a tie to the case."""
    open_to_all = {key for key, role in pathway(name).roles.items() if "anyone" in role.relation}

    assert open_to_all == {"recogniser"}


@each_pathway
def test_a_handover_goes_to_a_role_that_can_receive(name: str) -> None:
    """Whoever a handover is addressed to may act on it before the client is theirs."""
    of = pathway(name)

    for where, move in all_moves(of):
        if move.handover:
            assert "receiver" in of.roles[move.handover.to].relation, where


@each_pathway
def test_free_text_is_sealed_and_health_is_special(name: str) -> None:
    """No free text stands in clear, and what tells of signs or health is special."""
    records = pathway(name).records
    special = {
        ("recognition_checklist", "signs"),
        ("recognition_checklist", "reason"),
        ("needs_assessment", "work_ability"),
        ("needs_assessment", "care_and_rehabilitation"),
        ("work_ability_report", "finding"),
        ("vocational_profile", "health"),
        ("job_start", "procurement_group"),
        ("closing_record", "explanation"),
    }

    for record, kind in records.items():
        for key, field in kind.fields.items():
            assert not (field.type == "text" and field.class_ == "coded"), f"{record}.{key}"
    assert all(records[record].fields[key].class_ == "special" for record, key in special)
