"""Each kind of requirement, met and unmet, and the sentence that says what is missing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.case.model import Holder, Permit, RecordHeld, Track
from pathway_engine.definition import demands as d
from pathway_engine.definition.labels import Labels
from pathway_engine.durations import Duration
from pathway_engine.requirements import Room, Situation, all_missing, missing, records_of
from pathway_engine.testing import varied
from tests.case.desks import case, opened

TODAY = date(2025, 6, 16)
NAMES = Labels(varied())
LANGUAGES = ("fi", "sv", "en")


def held(record: str, *, used: bool = False, sealed: Mapping[str, int] | None = None, **coded: Any) -> RecordHeld:
    """Give a record on file since March."""
    return RecordHeld(
        seq=5,
        record=record,
        coded=coded,
        sealed=sealed or {},
        occurred_on=date(2025, 3, 10),
        role="worker",
        organisation="north",
        digest="0" * 64,
        used=used,
    )


FULL = {
    "assessment": held(
        "assessment",
        sealed={"goals": 5},
        hours=10,
        areas=("school", "health"),
        main_sign="health",
        wants_work=True,
    ),
    "agreement": held("agreement", ends_on="2025-06-10"),
    "meeting": held("meeting", present=("client", "coach"), held_on="2025-06-01"),
    "job_start": held("job_start", used=True, started_on="2025-06-01"),
    "checklist": held("checklist"),
}


def situation(**changes: Any) -> Situation:
    """Give a case with much on file, on a day in June."""
    base = evolve(
        case(opened()),
        pending_on=date(2025, 3, 3),
        entered_on=date(2025, 6, 1),
        records=FULL,
        named={
            "coach": Holder(organisation="east", role="coach", worker="w"),
            "guardian": Holder(organisation="north", role="guardian"),
        },
        services={"s": Track(id="s", kind="activity", state="agreed", organiser="north", provider="north", seq=3)},
        permits={"p": Permit(id="p", kind="share", recipient="east", until=TODAY, records=(), seq=4)},
        flags=("several_needs",),
    )
    return Situation(
        pathway=varied(),
        case=evolve(base, **changes),
        today=TODAY,
        rooms={"caseload": Room(others=2), "plans": Room(others=9)},
        predicates={"yes": lambda _: True, "no": lambda _: False},
    )


def record(name: str, *, fresh: bool = False, **where: Any) -> d.RecordRequirement:
    """Give a requirement of a record."""
    return d.RecordRequirement(id=f"record:{name}", record=name, where=d.Where(**where), fresh=fresh)


YES, NO = d.FlagRequirement(id="y", flag="several_needs"), d.FlagRequirement(id="n", flag="moved_place")

MET: list[d.Requirement] = [
    record("assessment"),
    record("assessment", present=("hours",), any_of=("by_whom", "goals")),
    record("assessment", equals={"main_sign": "health"}, one_of={"main_sign": ("school", "health")}),
    record("assessment", contains={"areas": "school"}, at_least={"areas": 2}),
    record("assessment", min={"hours": 10}, max={"hours": 10}),
    record("agreement", min={"ends_on": "2025-06-10"}, max={"ends_on": "2025-06-10"}),
    record("agreement", within={"ends_on": Duration.parse("P6D")}),
    record("job_start"),
    d.BasisRequirement(basis="share"),
    d.BasisRequirement(basis="share", recipient="office"),
    d.BasisRequirement(basis="share", recipient="east"),
    d.RoleNamedRequirement(role_named="coach"),
    d.RoleNamedRequirement(role_named="coordinator"),
    d.MeetingRequirement(meeting="meeting", present=("client", "coach")),
    d.EvaluationsRequirement(evaluations="meeting", by=("coach",)),
    d.ServiceRequirement(service="activity"),
    d.ServiceRequirement(service="day_activity", status="closed"),
    YES,
    d.FlagRequirement(flag="moved_place", up=False),
    d.CapacityRequirement(capacity="plans"),
    d.ElapsedRequirement(elapsed=Duration.parse("P15D")),
    d.ElapsedRequirement(elapsed=Duration.parse("P3M"), since="pending"),
    d.ElapsedRequirement(elapsed=Duration.parse("P3M"), since="record.meeting"),
    d.PredicateRequirement(predicate="yes", inputs=("state",)),
    d.AllOf(all=(YES, record("assessment"))),
    d.AnyOf(any=(NO, YES)),
    d.Not(not_=NO),
    evolve(NO, when=NO),
]

UNMET: list[tuple[d.Requirement, list[str]]] = [
    (record("assessment", present=("by_whom",)), ["field-missing"]),
    (record("assessment", any_of=("by_whom", "place")), ["fields-any"]),
    (record("assessment", equals={"main_sign": "school"}), ["field-value"]),
    (record("assessment", one_of={"hours": (1, 2)}), ["field-value"]),
    (record("assessment", contains={"areas": "none"}), ["field-holds"]),
    (record("assessment", at_least={"areas": 3}), ["field-at-least"]),
    (record("assessment", min={"hours": 11}), ["field-at-least"]),
    (record("assessment", max={"hours": 9}), ["field-at-most"]),
    (record("agreement", within={"ends_on": Duration.parse("P5D")}), ["field-too-old"]),
    (record("job_start", fresh=True), ["record-stale"]),
    (
        record("checklist", min={"seen_on": "2025-01-01"}, max={"seen_on": "2025-01-01"}),
        ["field-at-least", "field-at-most"],
    ),
    (d.BasisRequirement(basis="share", recipient="county"), ["basis-missing"]),
    (d.RoleNamedRequirement(role_named="worker"), ["role-not-named"]),
    (d.RoleNamedRequirement(role_named="guardian"), ["role-not-named"]),
    (d.MeetingRequirement(meeting="meeting", present=("worker", "coach")), ["meeting-missing"]),
    (d.EvaluationsRequirement(evaluations="meeting", by=("worker",)), ["evaluation-missing"]),
    (d.ServiceRequirement(service="day_activity"), ["service-not-open"]),
    (d.ServiceRequirement(service="activity", status="closed"), ["service-still-open"]),
    (NO, ["flag-down"]),
    (d.FlagRequirement(flag="several_needs", up=False), ["flag-up"]),
    (d.CapacityRequirement(capacity="caseload"), ["capacity-full"]),
    (d.ElapsedRequirement(elapsed=Duration.parse("P16D")), ["too-early"]),
    (d.PredicateRequirement(predicate="no"), ["predicate-unmet"]),
    (d.PredicateRequirement(predicate="never registered"), ["predicate-unknown"]),
    (d.AllOf(all=(NO, record("assessment", min={"hours": 11}))), ["flag-down", "field-at-least"]),
    (d.AnyOf(any=(NO, d.RoleNamedRequirement(role_named="worker"))), ["any-of"]),
    (d.Not(not_=YES), ["not-holding"]),
    (d.Not(not_=record("assessment")), ["not-holding"]),
    (evolve(NO, when=YES), ["flag-down"]),
]


@pytest.mark.parametrize("asked", MET, ids=repr)
def test_a_requirement_that_is_met_lacks_nothing(asked: d.Requirement) -> None:
    """What is there is there; on the bound, and on the last day, too."""
    assert missing(asked, situation()) == ()


@pytest.mark.parametrize(("asked", "codes"), UNMET, ids=repr)
def test_a_requirement_that_is_not_met_says_what_is_missing(asked: d.Requirement, codes: list[str]) -> None:
    """Each thing that is missing is told by its code, and reads whole in three languages with every label."""
    found = missing(asked, situation())

    assert [reason.code for reason in found] == codes
    for reason in found:
        for language in LANGUAGES:
            text = reason.text(language, NAMES)
            assert text
            assert not set("{}") & set(text)
            assert "_" not in text
            assert not set("{}") & set(reason.text(language) + reason.suppliers(language, NAMES))


@pytest.mark.parametrize(
    ("wanted", "words"), [(True, ("oltava kyllä", "ska vara ja", "must be yes")), (False, ("ei", "nej", "no"))]
)
def test_yes_and_no_are_told_in_the_readers_language(*, wanted: bool, words: tuple[str, str, str]) -> None:
    """A field of yes or no is asked for in words, never as a programmer would write it."""
    other = {**FULL["assessment"].coded, "wants_work": not wanted}
    is_not = situation(records={"assessment": evolve(FULL["assessment"], coded=other)})
    (reason,) = missing(record("assessment", equals={"wants_work": wanted}), is_not)

    for language, expected in zip(LANGUAGES, words, strict=True):
        assert reason.text(language, NAMES).endswith(expected)


def test_an_absent_record_is_one_thing_and_says_who_can_make_it() -> None:
    """Without the record its fields are not asked after one by one."""
    (reason,) = missing(record("assessment", present=("hours",)), situation(records={}))

    assert (reason.code, reason.who, reason.requirement) == (
        "record-missing",
        ("worker", "client"),
        "record:assessment",
    )
    assert reason.text("sv", NAMES) == "bedömningen ”Bedömning”"
    assert reason.suppliers("fi", NAMES) == "työntekijä, asiakas"


def test_a_permit_is_a_basis_until_the_end_of_its_last_day() -> None:
    """The day after, it is none."""
    ended = Permit(id="p", kind="share", recipient="east", until=date(2025, 6, 15), records=(), seq=4)

    assert missing(d.BasisRequirement(basis="share"), situation(permits={"p": ended}))


def test_everything_missing_is_told_at_once_and_each_thing_once() -> None:
    """Two requirements that lack the same thing tell of it once."""
    found = all_missing([NO, NO, d.RoleNamedRequirement(role_named="worker")], situation())

    assert [reason.code for reason in found] == ["flag-down", "role-not-named"]


def test_a_worker_who_has_the_case_already_needs_no_room_for_it() -> None:
    """The case that counts already is no case more."""
    full = evolve(situation(), rooms={"caseload": Room(others=2, counted=True)})

    assert missing(d.CapacityRequirement(capacity="caseload"), full) == ()


def test_a_predicate_sees_only_what_it_declares() -> None:
    """It is given the state, flags and coded fields it named; of a sealed or absent field it learns nothing."""
    seen: dict[str, Any] = {}
    inputs = ("state", "several_needs", "assessment.hours", "assessment.goals", "nothing.here")
    asked = d.PredicateRequirement(predicate="look", inputs=inputs)

    missing(asked, evolve(situation(), predicates={"look": lambda given: not seen.update(given)}))

    assert seen == {
        "state": "contact",
        "several_needs": True,
        "assessment.hours": 10,
        "assessment.goals": None,
        "nothing.here": None,
    }


def test_a_length_beyond_the_calendar_is_never_over() -> None:
    """A record may be two hundred years old: nothing breaks, and it never is too old."""
    asked = record("agreement", within={"ends_on": Duration.parse("P200Y")})

    assert missing(asked, situation()) == ()
    assert missing(d.ElapsedRequirement(elapsed=Duration.parse("P200Y")), situation())


def test_the_records_a_requirement_rests_on_are_found_inside_others() -> None:
    """Through all and any, meetings and evaluations too; a `not` rests on nothing."""
    meeting = d.MeetingRequirement(meeting="meeting", present=("client",))
    inside = d.AnyOf(any=(record("assessment"), d.AllOf(all=(meeting, NO))))

    assert records_of(inside) == ("assessment", "meeting")
    assert records_of(d.Not(not_=record("assessment"))) == ()
