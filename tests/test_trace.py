"""The trace holds: each requirement leads to entries, names and tests that are there."""

import re

import pytest
from attrs import evolve

from tests.tools import trace

TABLE = trace.rows()
FIRST = TABLE[0]


def test_every_requirement_has_its_row() -> None:
    """R001 to R150 stand in order, each once, and the further rows after them."""
    ids = [row.id for row in TABLE]

    assert ids[:150] == [f"R{number:03}" for number in range(1, 151)]
    assert ids[150:] == [f"X{number:03}" for number in range(1, len(ids) - 149)]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_a_row_says_what_it_has_to(row: trace.Row) -> None:
    """What is carried has a place and a test; what is not, or not whole, has a reason; nothing else is said."""
    assert row.carried in trace.CARRIED
    assert re.fullmatch(r"[A-Z].{9,}[^.]", row.requirement)
    assert bool(row.where) is bool(row.tests) is (row.carried != "no")
    assert row.note or row.carried == "yes"


def test_no_row_points_at_nothing() -> None:
    """Every file, YAML entry and Python name that a row points at is there."""
    assert list(trace.dangling(TABLE)) == []


def test_every_test_that_is_named_is_collected() -> None:
    """No row names a test that pytest does not collect."""
    files = {name.partition("::")[0] for row in TABLE for name in row.tests}

    assert list(trace.untested(TABLE, trace.collected(files))) == []


def test_the_page_is_as_it_would_be_written() -> None:
    """The page in the documentation is made from the table as it is now."""
    assert trace.main(["--check"]) == 0, "run: python -m tests.tools.trace"


@pytest.mark.parametrize(
    "place",
    [
        "workflows/nowhere.yaml#states",
        "workflows/fi-base.yaml#transitions.identify_needs",
        "workflows/fi-base.yaml#transitions.identify_need.handover.nobody",
        "workflows/fi-base.yaml#pathway.name",
        "src/pathway_engine/nothing.py",
        "src/pathway_engine/machine.py:no_such_name",
    ],
)
def test_a_row_that_points_at_nothing_is_found(place: str) -> None:
    """A file, an entry or a name that has gone is told with the row."""
    row = evolve(FIRST, where=(place,))

    assert list(trace.dangling([row])) == [f"R001: {place} is not there"]


@pytest.mark.parametrize(
    "place",
    [
        "workflows/siun-sote.yaml#states.purchased_coaching.engagement.title",
        "src/pathway_engine/machine.py:compile_pathway",
        "src/pathway_engine/definition/checklist.py:POINTS",
        "src/pathway_engine/machine.py",
    ],
)
def test_what_is_there_is_found(place: str) -> None:
    """Ids with dots of their own, functions, constants and whole files are known."""
    assert trace.is_there(place)


def test_a_test_that_does_not_exist_is_found() -> None:
    """A test that was renamed is told with the row."""
    row = evolve(FIRST, tests=("tests/test_trace.py::test_gone",))

    assert list(trace.untested([row], ["tests/test_trace.py::test_what_is_there_is_found[x]"])) == [
        "R001: tests/test_trace.py::test_gone is not collected"
    ]
