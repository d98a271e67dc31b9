"""No command takes effect twice; a retry returns the first result (promise 2)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import Done
from pathway_engine.errors import IdempotencyConflict
from pathway_engine.journal.sources import SystemSources
from tests.engine.conftest import Stores
from tests.engine.office import CLIENT, WORKER, Office


def test_a_retry_returns_the_first_result(office: Office) -> None:
    """The same key brings the same events again, and nothing new is written."""
    office.open()
    first = office.do(c.Record, WORKER, record="checklist", fields={"signs": "school", "why": "syy"}, key="a")
    office.wait(timedelta(hours=1))

    again = office.do(c.Record, WORKER, record="checklist", fields={"signs": "school", "why": "syy"}, key="a")

    assert (again.events, again.repeated, first.repeated) == (first.events, True, False)
    assert len(office.journal()) == first.case.version


def test_a_retry_of_an_opening_finds_the_case_it_opened(office: Office) -> None:
    """An opening whose answer was lost is found again by its key, though its case id was made by the engine."""
    first = office.do(c.Open, WORKER, "", key="open")

    again = office.do(c.Open, WORKER, "", key="open")

    assert (again.case.id, again.repeated) == (first.case.id, True)
    assert len(office.engine.cases().rows) == 1


def test_a_retry_after_other_events_still_returns_the_first_result(office: Office) -> None:
    """What happened in between does not change what the first command brought."""
    office.open()
    first = office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"}, key="a")
    office.do(c.Move, WORKER, trigger="begin")

    assert office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"}, key="a").events == first.events


@pytest.mark.parametrize(
    "other",
    [
        {"fields": {"signs": "work"}},
        {"fields": {"signs": "school"}, "note": "lisäys"},
        {"fields": {"signs": "school"}, "supplements": True},
        {"fields": {"signs": "school"}, "actor": CLIENT},
    ],
    ids=["other-field", "a-note", "a-flag", "other-actor"],
)
def test_the_same_key_for_something_else_is_a_fault_of_the_caller(office: Office, other: dict[str, object]) -> None:
    """Any difference in what is asked, a sealed one too, is an `IdempotencyConflict`, and nothing is written."""
    office.open()
    done = office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"}, key="a")
    asked = {"case": "k", "actor": WORKER, "record": "checklist", "key": "a"} | other

    with pytest.raises(IdempotencyConflict):
        office.engine.do(c.Record(**asked))  # type: ignore[arg-type]

    assert len(office.journal()) == done.case.version


def test_a_key_is_the_registers_and_not_the_cases(office: Office) -> None:
    """The same key on another case is another command."""
    office.open("a")
    office.open("b")
    office.do(c.Record, WORKER, "a", record="checklist", fields={"signs": "school"}, key="a")

    with pytest.raises(IdempotencyConflict):
        office.ask(c.Record, WORKER, "b", record="checklist", fields={"signs": "school"}, key="a")


def test_a_refusal_is_not_remembered(office: Office) -> None:
    """A refused command may be asked again under its key: it is decided anew."""
    office.open()
    office.refuse(c.Move, WORKER, trigger="begin", key="a")
    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"})

    done = office.do(c.Move, WORKER, trigger="begin", key="a")

    assert (done.case.state, done.repeated) == ("assessment", False)


def test_a_key_used_from_two_threads_at_once_has_one_effect(stores: Stores) -> None:
    """Two retries that meet: one takes effect, and both get its result; 50 rounds."""
    office = Office(stores, SystemSources())
    office.open()
    engines = [office.restarted(*office.pathways), office.engine]
    barrier = Barrier(2)

    def put(number: int, which: int) -> Done:
        barrier.wait()
        command = c.Record(
            case="k", actor=WORKER, record="checklist", fields={"signs": "school"}, key=f"round-{number}"
        )
        outcome = engines[which].do(command)
        assert isinstance(outcome, Done)
        return outcome

    before = len(office.journal())
    with ThreadPoolExecutor(2) as pool:
        for number in range(50):
            one, other = pool.map(put, (number, number), (0, 1))
            assert one.events == other.events
            assert {one.repeated, other.repeated} == {True, False}

    assert len(office.journal()) == before + 50
