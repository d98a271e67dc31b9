"""Deadlines are told once, never early, and one bad case stops nobody else (promises 8 and 12)."""

import logging
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.engine import PathwayEngine
from pathway_engine.journal.ledger import event_of
from pathway_engine.stores.port import QueueKind
from pathway_engine.testing import varied
from pathway_engine.workers import DeadlineWorker
from tests.engine.office import REGISTER, WORKER, Office

YEARS = timedelta(days=1000)


def missed(office: Office, case: str = "k") -> list[str]:
    """Give the deadlines that a case was told of."""
    bodies = (event_of(entry).body for entry in office.journal(case))
    return [body.deadline for body in bodies if isinstance(body, e.DeadlineMissed)]


def test_what_is_not_due_is_not_told(office: Office) -> None:
    """Before its day is over a deadline says nothing."""
    office.open()

    assert DeadlineWorker(office.engine).run_once() == 0
    assert missed(office) == []


def test_what_is_due_is_told_once(office: Office) -> None:
    """However often the worker runs, each deadline is told one time."""
    office.open()
    running = set(office.engine.case("k").deadlines)
    office.wait(YEARS)
    worker = DeadlineWorker(office.engine)

    assert running
    assert worker.run_once() == len(running)
    assert worker.run_once() == 0
    assert set(missed(office)) == running


def test_a_deadline_waits_for_the_store_s_clock_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine whose clock runs fast tells nothing before the store agrees that the day is over (semantics §P6)."""
    office.open()
    behind = office.sources.clock()
    office.wait(YEARS)
    store = office.engine.store

    monkeypatch.setattr(store, "clock", lambda: behind)
    assert DeadlineWorker(office.engine).run_once() == 0
    monkeypatch.setattr(store, "clock", lambda: None)
    assert DeadlineWorker(office.engine).run_once() > 0


def test_one_bad_case_stops_no_other(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """A case that cannot be decided is tried later, and the next one is told now; the log shows no content."""
    for case in ("bad", "good"):
        office.open(case)
    office.wait(YEARS)
    engine = office.engine
    do = engine.do

    def failing(command: c.Command) -> Any:
        if command.case == "bad":
            raise ValueError("what the client said")
        return do(command)

    engine.do = failing  # type: ignore[method-assign]
    with caplog.at_level(logging.WARNING):
        DeadlineWorker(engine).run_once()

    assert missed(office, "good")
    assert missed(office, "bad") == []
    assert "bad" in caplog.text
    assert "what the client said" not in caplog.text


def test_what_keeps_failing_waits_longer_and_is_set_aside(office: Office) -> None:
    """After its attempts are used up a deadline is left alone, until its case moves it again."""
    office.open()
    office.wait(YEARS)
    tried: list[datetime] = []

    def failing(_: c.Command) -> Any:
        tried.append(office.sources.clock())
        raise ValueError

    office.engine.do = failing  # type: ignore[method-assign, assignment]
    worker = DeadlineWorker(office.engine, attempts=3, backoff=timedelta(minutes=1))
    running = len(office.engine.case("k").deadlines)
    for _ in range(600):
        worker.run_once()
        office.wait(timedelta(minutes=1))

    first = tried[0]
    assert [(each - first) // timedelta(minutes=1) for each in tried[::running]] == [0, 1, 3]
    assert len(tried) == 3 * running


def test_a_deadline_met_meanwhile_is_let_go(office: Office) -> None:
    """A deadline that is told or met between being lent and being fired is no fault."""
    office.open()
    office.wait(YEARS)
    worker = DeadlineWorker(office.engine)
    claim = office.engine.store.claim

    def late(kind: QueueKind, *more: Any) -> Any:
        lent = claim(kind, *more)
        for each in lent:
            office.engine.do(c.DeadlineDue(case=each.case_id, actor=c.SYSTEM, deadline=each.id))
        return lent

    office.engine.store.claim = late  # type: ignore[method-assign, assignment]

    assert worker.run_once() == 0
    assert len(missed(office)) == len(set(missed(office)))


def test_a_register_without_an_engine_is_left_alone(office: Office) -> None:
    """What belongs to another register is given back at once, for its own worker to tell."""
    office.open()
    office.wait(YEARS)
    south = PathwayEngine(office.engine.store, (), keys=office.keys, register="south", sources=office.sources)

    assert DeadlineWorker(south).run_once() == 0
    assert DeadlineWorker(office.engine).run_once() > 0


def test_another_registers_deadlines_stand_in_nobodys_way(office: Office) -> None:
    """However many are due of a register that nobody serves, this one's are found and told (promise 8)."""
    store = office.engine.store
    south = PathwayEngine(store, (varied(),), keys=office.keys, register="a-south", sources=office.sources)
    for number in range(3):
        south.do(c.Open(case=f"s{number}", actor=WORKER, client="x"))
    office.wait(timedelta(days=1))
    office.open()
    office.wait(YEARS)

    assert DeadlineWorker(office.engine).run_once(limit=1) == 1
    assert DeadlineWorker(south).run_once(limit=1) == 1


def test_a_worker_may_serve_every_register(office: Office) -> None:
    """Given what makes an engine of a register, one worker tells the deadlines of all."""
    office.open()
    office.wait(YEARS)
    asked: list[str] = []

    def engine(register: str) -> PathwayEngine:
        asked.append(register)
        return PathwayEngine(office.engine.store, (), keys=office.keys, register=register)

    assert DeadlineWorker(engine, store=office.engine.store).run_once() > 0
    assert asked == [REGISTER]


def test_a_worker_for_several_registers_needs_their_store(office: Office) -> None:
    """Without a store there is nothing to ask for what is due."""
    with pytest.raises(ValueError, match="store"):
        DeadlineWorker(lambda _: office.engine)


def test_many_workers_tell_each_deadline_once(office: Office) -> None:
    """Workers side by side share the work and repeat none of it."""
    for number in range(6):
        office.open(f"k{number}")
    office.wait(YEARS)
    told: list[int] = []

    def work() -> None:
        engine = office.restarted()
        told.append(DeadlineWorker(engine).run_once(limit=2))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rest = DeadlineWorker(office.engine).run_once()

    deadlines = [each for number in range(6) for each in missed(office, f"k{number}")]
    assert sum(told) + rest == len(deadlines)
    assert all(len(set(missed(office, f"k{number}"))) == len(missed(office, f"k{number}")) for number in range(6))


def test_a_missed_deadline_blocks_nothing(office: Office) -> None:
    """After it was told, what was possible before is possible still (semantics §T3)."""
    office.open()
    before = {(step.trigger, step.allowed) for step in office.engine.steps("k", WORKER)}
    office.wait(YEARS)
    DeadlineWorker(office.engine).run_once()

    assert {(step.trigger, step.allowed) for step in office.engine.steps("k", WORKER)} == before
    assert office.sources.clock().tzinfo is UTC
