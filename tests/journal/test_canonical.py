"""Canonical JSON: one text for a value, and no value that not every store can keep."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.journal.canonical import canonical, canonical_text, instant, joined_text, parse_day, parse_instant

WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
LEAVES = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | WRITABLE
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WRITABLE, inner, max_size=4))
INSTANTS = st.datetimes(
    min_value=datetime(1900, 1, 2),  # noqa: DTZ001 - the zone is drawn
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-11, minutes=-30))]),
)


@given(VALUES)
def test_what_is_written_is_read_back(value: Any) -> None:
    """Canonical JSON is JSON: any reader gives the value again."""
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(WRITABLE, LEAVES, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(value: dict[str, Any], random: Any) -> None:
    """Equal objects have one text."""
    items = list(value.items())
    random.shuffle(items)

    assert canonical(dict(items)) == canonical(value)


@given(VALUES)
def test_a_value_of_written_parts_is_written_alike(value: Any) -> None:
    """The short way for values that were looked through before gives the same text."""
    assert joined_text(value) == canonical_text(value)


def test_the_form_is_as_described() -> None:
    """No spaces, sorted keys, nothing escaped without need, days and instants in their form."""
    value = {"b": ("ä", 1, True, None), "a": date(2026, 1, 31), "c": datetime(2026, 1, 31, 10, 15, tzinfo=UTC)}

    text = '{"a":"2026-01-31","b":["ä",1,true,null],"c":"2026-01-31T10:15:00.000000Z"}'
    assert canonical(value) == text.encode()


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        2**63,
        -(2**63) - 1,
        b"bytes",
        {1: "key"},
        {"nul": "a\0b"},
        {"n\0": 1},
        ["\ud800"],
        {"\udfff": 1},
        {1, 2},
        pytest.param(object(), id="an object"),
        {"deep": [{"er": 0.1}]},
        datetime(2026, 1, 1),  # noqa: DTZ001 - naive on purpose
    ],
    ids=repr,
)
def test_what_not_every_store_can_keep_is_refused(value: object) -> None:
    """Fractions, NUL, lone surrogates, naive times, numbers beyond 64 bits and other types are refused."""
    with pytest.raises(ValueError):  # noqa: PT011 - the kinds of fault are listed above
        canonical(value)


@pytest.mark.parametrize("value", ["131052-900W\0", "131052-900W\ud800", {"131052-900W": 1.5}, {"131052-900W\0": 1}])
def test_a_refusal_does_not_show_the_value(value: object) -> None:
    """What cannot be written may be personal: neither message nor cause repeats it."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - what it does not say is what matters
        canonical(value)

    chain = [
        caught.value,
        caught.value.__cause__,
        None if caught.value.__suppress_context__ else caught.value.__context__,
    ]
    assert not any("131052" in repr(each) for each in chain)


@given(INSTANTS)
def test_instants_come_back(value: datetime) -> None:
    """An instant is the same instant again, in UTC."""
    assert parse_instant(instant(value)) == value
    assert parse_instant(instant(value)).utcoffset() == timedelta(0)


@given(INSTANTS, INSTANTS)
def test_instants_sort_as_text(one: datetime, other: datetime) -> None:
    """Comparing the texts is comparing the instants: indexes rely on it."""
    assert (instant(one) < instant(other)) == (one < other)


@pytest.mark.parametrize(
    "text",
    ["2026-01-05T07:00:00Z", "2026-01-05T07:00:00.000000+00:00", "2026-01-05 07:00:00.000000Z", "", "x" * 27],
)
def test_other_forms_of_instants_are_refused(text: str) -> None:
    """Only the canonical form is read: two texts of one instant would be two hashes."""
    with pytest.raises(ValueError):  # noqa: PT011
        parse_instant(text)


@pytest.mark.parametrize("text", ["20260105", "2026-W02-1", "2026-1-5", "2026-02-30", ""])
def test_other_forms_of_days_are_refused(text: str) -> None:
    """Only the canonical form of a day is read."""
    with pytest.raises(ValueError):  # noqa: PT011
        parse_day(text)
