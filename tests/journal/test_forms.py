"""Events and cases to and from plain data, for every event there is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.case.events import BODIES, ActedBy, Body, Coded, Event, Moved
from pathway_engine.case.model import Case
from pathway_engine.journal.canonical import canonical_text
from pathway_engine.journal.forms import (
    command_form,
    from_plain,
    read_body,
    read_case,
    read_event,
    write_body,
    write_case,
    write_event,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
INSTANTS = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - the zone is given
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
    allow_imaginary=False,
)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
CODED = TEXTS | NUMBERS | st.booleans() | st.lists(TEXTS, max_size=3).map(tuple)
SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: NUMBERS,
    bool: st.booleans(),
    date: DAYS,
    datetime: INSTANTS,
    Coded: CODED,
    type(None): st.none(),
}


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Give values of any type that events and cases are made of."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    if attrs.has(kind):
        return of_class(kind)
    arguments = get_args(kind)
    origin = get_origin(kind)
    if origin is tuple:
        return st.lists(of_type(arguments[0]), max_size=3).map(tuple)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(of_type(arguments[0]), of_type(arguments[1]), max_size=3)
    if all(isinstance(each, str) for each in arguments):
        return st.sampled_from(arguments)
    return st.one_of([of_type(each) for each in arguments])


@cache
def of_class(kind: Any) -> st.SearchStrategy[Any]:
    """Give values of an attrs class."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: of_type(hints[each.name]) for each in attrs.fields(kind) if each.init})


def exactly(value: Any) -> Any:
    """Give a form in which 1 and True, a date and a datetime, a list and a tuple are different."""
    if attrs.has(type(value)):
        return type(value), {each.name: exactly(getattr(value, each.name)) for each in attrs.fields(type(value))}
    if isinstance(value, Mapping):
        return {key: exactly(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple, [exactly(each) for each in value]
    return type(value), value


BODY = st.one_of([of_type(each) for each in BODIES.values()])


@pytest.mark.parametrize("kind", BODIES.values(), ids=lambda kind: f"{kind.type}-{kind.version}")
def test_every_event_comes_back_exactly(kind: type[Body]) -> None:
    """Through JSON and back, each type of event is the same value, types of its parts included."""

    @given(of_type(kind))
    def comes_back(body: Body) -> None:
        again = read_body(kind.type, kind.version, json.loads(canonical_text(write_body(body))))
        assert exactly(again) == exactly(body)

    comes_back()


@given(
    st.builds(
        Event,
        seq=NUMBERS,
        occurred_at=INSTANTS,
        recorded_at=INSTANTS,
        actor=of_class(ActedBy),
        digest=TEXTS,
        body=BODY,
        sealed=st.lists(TEXTS).map(tuple),
    )
)
def test_whole_events_come_back_exactly(event: Event) -> None:
    """With actor, times and names of sealed fields as well."""
    assert read_event(json.loads(canonical_text(write_event(event)))) == event


@given(of_class(Case))
def test_a_case_comes_back_exactly_from_its_snapshot(case: Case) -> None:
    """A snapshot read is the case that was written, so it may stand for the journal."""
    again = read_case(canonical_text(write_case(case)))

    assert exactly(again) == exactly(case)


def test_python_keeps_from_for_itself_and_json_does_not() -> None:
    """The trailing underscore of a name is Python's affair."""
    assert {"from", "to"} <= write_body(Moved(trigger="t", from_="a", to="b")).keys()


@given(of_class(Moved), st.data())
def test_a_field_too_many_or_missing_is_a_fault(body: Moved, data: st.DataObject) -> None:
    """Nothing is guessed: not even a field with a default may be missing."""
    plain = write_body(body)
    name = data.draw(st.sampled_from(sorted(plain)))
    less = {key: value for key, value in plain.items() if key != name}

    for wrong in (less, plain | {"more": 1}):
        with pytest.raises(ValueError, match="form of Moved"):
            read_body("moved", 1, wrong)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("trigger", 1),
        ("trigger", None),
        ("fact", 1),
        ("fact", "true"),
        ("agreed_by", "client"),
        ("agreed_by", [1]),
        ("relied_on", [["plan", 1]]),
        ("relied_on", {"plan": True}),
        ("relied_on", {"plan": 1.0}),
    ],
)
def test_a_value_of_another_kind_is_a_fault(name: str, value: object) -> None:
    """Values are not bent into shape: 1 is not true, a text is not a list."""
    plain = write_body(Moved(trigger="t", from_="a", to="b")) | {name: value}

    with pytest.raises(ValueError, match="form of Moved"):
        read_body("moved", 1, plain)


def test_an_event_of_a_newer_library_is_named() -> None:
    """A type or version that the catalogue lacks is told as such."""
    with pytest.raises(ValueError, match="'moved' of version 99"):
        read_body("moved", 99, {})


def test_a_snapshot_of_another_format_is_left_to_the_journal() -> None:
    """None sends the reader to the journal; a broken snapshot of this format is a fault."""
    assert read_case('{"format": 99, "case": "whatever"}') is None
    with pytest.raises(ValueError, match="Case"):
        read_case('{"format": 1, "case": {}}')


# ── Commands ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(of_class(c.Actor))
def test_a_commands_form_can_be_written_canonically(actor: c.Actor) -> None:
    """Roles in a set are put in order: equal commands have one form."""
    command = c.Record(
        case="a", actor=actor, record="plan", fields={"on": date(2026, 1, 5), "signs": ("b", "a"), "n": 1}
    )

    assert canonical_text(command_form(command)) == canonical_text(command_form(attrs.evolve(command)))


def test_a_key_or_an_unstated_time_makes_no_other_command() -> None:
    """A retry is the same command whatever key or clock it comes with; everything else tells commands apart (§P4)."""
    at = datetime(2026, 1, 5, tzinfo=UTC)
    command = c.Move(case="a", actor=c.Actor(subject="s", roles={"coordinator"}), trigger="go", note="n")
    form = command_form(command)

    assert command_form(attrs.evolve(command, key="k")) == form
    assert command_form(attrs.evolve(command, sealed=("note",))) == form
    others: list[dict[str, Any]] = [
        {"at": at},
        {"note": "m"},
        {"trigger": "stay"},
        {"case": "b"},
        {"actor": c.Actor(subject="t")},
    ]
    assert all(command_form(attrs.evolve(command, **change)) != form for change in others)
    assert command_form(c.Restrict(case="a", actor=c.Actor(), reason="x")) != command_form(
        c.LiftRestriction(case="a", actor=c.Actor(), reason="x")
    )


@pytest.mark.parametrize("kind", c.COMMANDS.values(), ids=lambda kind: kind.name or "command")
def test_every_command_has_a_form(kind: type[c.Command]) -> None:
    """Each command there is can be fingerprinted."""
    hints = get_type_hints(kind)
    given_: dict[str, Any] = {"case": "a", "actor": c.Actor(roles={"b", "a"})}
    blank: dict[Any, Any] = {str: "x", int: 1, date: date(2026, 1, 5)}
    needed = [each.name for each in attrs.fields(kind) if each.default is attrs.NOTHING and each.name not in given_]

    assert canonical_text(command_form(kind(**given_, **{name: blank[hints[name]] for name in needed})))


@pytest.mark.parametrize("wrong", [[], "131052-900W", None, 1], ids=str)
def test_other_data_than_an_object_is_a_fault(wrong: object) -> None:
    """A list or a text where an object is due is told without repeating it."""
    with pytest.raises(ValueError, match=r"^Moved: not an object$"):
        from_plain(wrong, Moved)
