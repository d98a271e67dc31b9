"""The judge of what was seen while others wrote is no judge unless it finds what is wrong (faults 23)."""

from __future__ import annotations

import pytest

from tests.concurrency.looks import Look, Refusal, Write, disorder

STATES = {"a": ["start", "start", "left", "left", "start"], "b": ["start", "start"]}
WRITES = [
    Write("a", 2, 1.0, 2.0),
    Write("a", 3, 3.0, 4.0),
    Write("a", 4, 3.5, 5.0),
    Write("a", 5, 6.0, 7.0),
    Write("b", 2, 3.0, 6.0),
]


def test_what_fits_into_one_order_is_not_told() -> None:
    """Somebody who waits sees what was there before, after, or in between; a refusal was right for a moment."""
    looks = [
        Look({"a": 2}, "start", 2.5, 2.6),
        Look({"a": 3}, "left", 3.2, 3.4),
        Look({"a": 2, "b": 2}, "", 3.0, 3.3),
        Look({"a": 4, "b": 2}, "", 3.4, 5.5),
    ]
    refusals = [Refusal("a", "go_left", 3.2, 3.3), Refusal("a", "back", 2.1, 3.9), Refusal("a", "go_left", 6.5, 9.0)]

    assert disorder(WRITES, looks, refusals, STATES) == []


@pytest.mark.parametrize(
    ("looks", "refusals", "why"),
    [
        ([Look({"a": 1}, "start", 2.5, 2.6)], [], "stale: 2 had been answered"),
        ([Look({"a": 5}, "start", 5.1, 5.9)], [], "early: 5 had not been asked"),
        ([Look({"a": 3}, "start", 4.1, 4.2)], [], "another state than that of its version"),
        ([Look({"a": 4}, "left", 4.1, 4.2), Look({"a": 3}, "left", 4.3, 4.4)], [], "back in time"),
        ([], [Refusal("a", "go_left", 2.5, 2.9)], "refused, though it was possible all the while"),
        ([], [Refusal("a", "back", 5.1, 5.9)], "refused, though it was possible all the while"),
        (
            [Look({"a": 3, "b": 1}, "", 3.6, 5.5), Look({"a": 2, "b": 2}, "", 3.6, 5.5)],
            [],
            "two moments of which neither is the earlier one",
        ),
    ],
)
def test_what_fits_into_no_order_is_told(looks: list[Look], refusals: list[Refusal], why: str) -> None:
    """Stale looks, looks ahead, looks back, refusals without a ground, and moments that fork: each is told."""
    assert len(disorder(WRITES, looks, refusals, STATES)) == 1, why
