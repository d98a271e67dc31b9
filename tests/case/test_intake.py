"""Taking commands in: names, values, and what is personal."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.case.intake import Taken
from pathway_engine.definition.labels import Labels
from pathway_engine.testing import Desk, varied
from tests.case.desks import CLIENT, WORKER, K, case, coached, opened, planned

PERSONAL = "Liisa Esimerkki sairastui"  # a made-up person


def filled(field: str, value: Any) -> c.Record:
    """Give an assessment with one field filled in."""
    return c.Record(**K, actor=WORKER, record="assessment", fields={field: value})


def coded(field: str, value: Any) -> Any:
    """Give what an assessment's field is kept as."""
    desk = planned()
    desk.do(filled(field, value))
    return case(desk).records["assessment"].coded.get(field)


@pytest.mark.parametrize("typed", ["assessment", "Arviointi", "Bedömning", "  bedömning ", "ASSESSMENT"])
def test_a_record_may_be_called_by_its_label(typed: str) -> None:
    """Its id and its label in three languages mean the same, whatever the case and the blanks around."""
    desk = planned()
    desk.do(c.Record(**K, actor=WORKER, record=typed, fields={"tunnit": 5, "områden": "skolgång, health"}))

    assert case(desk).records["assessment"].coded == {"hours": 5, "areas": ("school", "health")}


@pytest.mark.parametrize("typed", ["leave", "Lopeta valmennus", "Avsluta träningen", "leave coaching"])
def test_entries_of_one_move_are_one_move_to_whoever_types_it(typed: str) -> None:
    """Two entries share a label and a trigger; the label finds the move."""
    desk = coached()

    desk.do(c.Move(**K, actor=CLIENT, trigger=typed))

    assert case(desk).state == "planning"


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("wants_work", "kyllä", True),
        ("wants_work", "nej", False),
        ("wants_work", True, True),
        ("hours", "7", 7),
        ("hours", 40, 40),
        ("areas", ["koulunkäynti", "terveys", "health"], ("school", "health")),
        ("main_sign", "hälsa", "health"),
        ("answers", "valmentaja", "coach"),
        ("place", "Itä", "east"),
    ],
)
def test_values_are_read_as_people_write_them(field: str, typed: object, kept: object) -> None:
    """Yes and no, numbers, choices, roles and organisations may be given as words of three languages."""
    assert coded(field, typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("15.12.2022", "2022-12-15"),
        ("1.2.2025", "2025-02-01"),
        ("2025-02-01", "2025-02-01"),
        (date(2025, 2, 1), "2025-02-01"),
    ],
)
def test_days_are_read_in_the_finnish_and_the_iso_form(typed: object, kept: str) -> None:
    """`15.12.2022`, `2022-12-15` and a date are all days."""
    desk = planned()
    desk.do(c.Record(**K, actor=WORKER, record="agreement", fields={"ends_on": typed}))  # type: ignore[dict-item]

    assert case(desk).records["agreement"].coded["ends_on"] == kept


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("hours", "0"),
        ("hours", 41),
        ("hours", True),
        ("hours", "monta"),
        ("wants_work", "ehkä"),
        ("areas", "jotain muuta"),
        ("areas", -1),
        ("answers", "ei kukaan"),
        ("goals", "\x00"),
        ("goals", "\ud800"),
        ("goals", 5),
        ("goals", "a" * 20_001),
    ],
)
def test_what_cannot_be_read_is_told_with_what_was_expected(field: str, typed: object) -> None:
    """Nothing is guessed: the field is named, in three languages, with what to write instead."""
    desk = planned()

    (reason,) = desk.refuse(filled(field, typed)).reasons

    assert reason.code == "field-type"
    for language in ("fi", "sv", "en"):
        assert "{" not in reason.text(language)


@pytest.mark.parametrize(
    ("field", "typed"), [("areas", []), ("areas", " , "), ("goals", "   "), ("goals", ""), ("hours", None)]
)
def test_blanks_fill_nothing_in(field: str, typed: object) -> None:
    """An empty list or blanks leave the field as missing as before."""
    desk = planned()

    desk.do(filled(field, typed))

    held = case(desk).records["assessment"]
    assert not held.holds(field)


def test_every_fault_is_told_at_once() -> None:
    """Unknown field, wrong number and unknown record type: all of them, with what was perhaps meant."""
    fields: dict[str, Any] = {"tunit": 5, "hours": 99, "wants_work": "ehkä"}

    refused = opened().refuse(c.Record(**K, actor=WORKER, record="assessment", fields=fields))

    assert [each.code for each in refused.reasons] == ["unknown-field", "field-type", "field-type"]
    assert "tunnit" in refused.reasons[0].text("fi", Labels(varied()))


def test_nothing_personal_stays_in_a_taken_command() -> None:
    """Sealed fields, notes and persons are taken off: their names remain, their values are apart and never shown."""
    desk = planned()
    commands: list[c.Command] = [
        c.Record(**K, actor=WORKER, record="assessment", fields={"goals": PERSONAL, "hours": 5}, note=PERSONAL),
        c.Move(**K, actor=CLIENT, trigger="close", reason="own_wish", note=PERSONAL),
        c.NameWorker(**K, actor=WORKER, role="coach", worker=PERSONAL),
        c.EndService(**K, actor=CLIENT, service="x", reason=PERSONAL),
        c.Restrict(**K, actor=c.Actor(subject=PERSONAL, roles={"client"}, acting_for=PERSONAL), reason=PERSONAL),
        c.Open(case="new", actor=WORKER, client=PERSONAL, place=PERSONAL),
    ]
    for command in commands:
        taken = desk.take_in(command)
        assert isinstance(taken, Taken)
        assert PERSONAL not in repr(taken)
        assert PERSONAL not in repr(taken.command)
        assert PERSONAL not in str([getattr(taken.command, name) for name in taken.command.__slots__ if name[0] != "_"])
        assert set(taken.command.sealed) == set(taken.personal)


@pytest.mark.parametrize("typed", ["masennus", "virtanen", "ei jaksa enää", "x" * 300])
def test_a_word_where_a_code_belongs_is_sealed(typed: str) -> None:
    """Even a single small word may be a diagnosis or a name: what no list knows becomes `other`, and is sealed."""
    desk = planned()

    taken = desk.take_in(c.EndService(**K, actor=CLIENT, service="x", reason=typed))

    assert isinstance(taken, Taken)
    assert (taken.command.reason, taken.personal) == ("other", {"reason": typed})


def test_sealed_fields_are_known_by_name_only() -> None:
    """The journal and the case say which sealed fields are filled in, and nothing of what is in them."""
    desk = planned()
    done = desk.do(c.Record(**K, actor=WORKER, record="assessment", fields={"goals": PERSONAL, "hours": 5}))

    assert PERSONAL not in repr(done)
    assert done.case.records["assessment"].holds("goals")
    assert dict(done.case.records["assessment"].coded) == {"hours": 5}


def test_a_worker_in_a_field_is_a_pseudonym() -> None:
    """A field of type worker never holds the person's own id."""
    assert coded("by_whom", "131052-900W") == planned().pseudonym("131052-900W")


@pytest.mark.parametrize("typed", ["arvioint", "Arvionti"])
def test_an_unknown_name_comes_with_a_hint(typed: str) -> None:
    """What was perhaps meant is told by its label in the reader's language."""
    desk = opened()

    (reason,) = desk.refuse(c.Record(**K, actor=WORKER, record=typed)).reasons

    assert reason.code == "unknown-name"
    assert "Bedömning" in reason.text("sv", Labels(varied()))


def test_a_time_without_a_zone_is_a_programming_error() -> None:
    """The host must say which zone; nothing is assumed."""
    naive = datetime(2025, 3, 3, 9)  # noqa: DTZ001 - that is the point

    with pytest.raises(ValueError, match="time zone"):
        opened().take_in(c.Move(**K, actor=WORKER, trigger="begin", at=naive))


@pytest.mark.parametrize("at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_time_that_nobody_can_count_from_is_refused(at: datetime) -> None:
    """The first and last instants of Python's calendar are no times of a case."""
    assert isinstance(opened().take_in(c.Move(**K, actor=WORKER, trigger="begin", at=at)), Refused)


@pytest.mark.parametrize("typed", ["131052-900W", "a b", "ä", "x" * 65])
def test_an_earlier_case_is_named_by_a_cases_id_and_by_nothing_personal(typed: str) -> None:
    """The id of the case that is continued stands in clear, so what looks like a person is refused, not kept."""
    refused = Desk(varied()).refuse(c.Open(**K, actor=WORKER, client="client", continues=typed))

    assert [each.code for each in refused.reasons] == ["unknown-name"]
    Desk(varied()).do(c.Open(**K, actor=WORKER, client="client", continues="earlier-1"))


@pytest.mark.parametrize("person", ["\ud800", "a\x00b", "x" * 201])
def test_a_persons_id_that_cannot_be_read_is_refused_and_not_raised(person: str) -> None:
    """Half of a pair, NUL and endless ids are told like any other slip."""
    actor = c.Actor(subject=person, organisation="north", roles={"worker"})
    refused = Desk(varied()).refuse(c.Open(**K, actor=actor, client=person))

    assert {each.code for each in refused.reasons} <= {"text-not-clean", "text-too-long"}


def test_a_field_is_looked_for_in_its_own_record_only() -> None:
    """Fields of other records that happen to be called alike are not proposed."""
    refused = opened().refuse(c.Record(**K, actor=WORKER, record="assessment", fields={"tunit": 5}))

    assert refused.reasons[0].text("en").endswith("Did you mean: assessment.hours?")
