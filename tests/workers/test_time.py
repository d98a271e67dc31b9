"""Clocks that are wrong, days that do not exist, and things that happen in the same instant (faults 2.E37-41)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.engine import PathwayEngine
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import varied
from pathway_engine.verify import verify_database
from pathway_engine.workers import DeadlineWorker
from tests.concurrency import storm
from tests.engine.conftest import Stores
from tests.engine.office import CLIENT, COACH, IDENTITY, REGISTER, WORKER, Office

HOUR = timedelta(hours=1)


def told(office: Office, case: str = "k") -> list[str]:
    """Give the ids of the time limits that a case was told of, in order."""
    return [entry.body.split('"deadline":"')[1].split('"')[0] for entry in office.journal(case) if is_missed(entry)]


def is_missed(entry: Any) -> bool:
    """Tell whether an entry says that a time limit was missed."""
    return bool(entry.type == "deadline_missed")


def in_order(office: Office, case: str = "k") -> bool:
    """Tell whether what was recorded later was recorded at a later time, or the same."""
    times = [entry.recorded_at for entry in office.journal(case)]
    return times == sorted(times)


# ── wrong clocks ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "wrong", [-HOUR, timedelta(days=366), timedelta(days=3653)], ids=["back-an-hour", "a-year-on", "ten-years-on"]
)
def test_a_clock_put_wrong_and_right_again_forgets_and_repeats_nothing(office: Office, wrong: timedelta) -> None:
    """Whatever an engine's clock showed for a while, at last each time limit has been told exactly once."""
    running = set(office.open().deadlines)
    worker = DeadlineWorker(office.engine)
    office.wait(wrong)
    worker.run_once()
    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"})
    office.wait(-wrong)
    worker.run_once()
    office.do(c.Move, WORKER, trigger="begin")
    running |= set(office.engine.case("k").deadlines)
    for _ in range(5):
        office.wait(timedelta(days=1000))
        worker.run_once()

    assert Counter(told(office)) == Counter(running)
    assert in_order(office)


@pytest.mark.parametrize("skew", [timedelta(minutes=5), timedelta(days=366), timedelta(days=3653)])
def test_an_engine_whose_clock_is_fast_tells_nothing_early(
    office: Office, skew: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the store has a clock of its own, a deadline is due when both have passed it, to the microsecond (§P6)."""
    due = office.open().deadlines["decision_due"].due_at
    right = due - timedelta(microseconds=1)
    office.wait(due + skew - office.sources.clock())
    worker = DeadlineWorker(office.engine)

    monkeypatch.setattr(worker._store, "clock", lambda: right)
    worker.run_once()
    assert "decision_due" not in told(office)
    monkeypatch.setattr(worker._store, "clock", lambda: due)
    worker.run_once()
    assert "decision_due" in told(office)


def test_an_engine_whose_clock_is_slow_tells_nothing_before_it_too_has_come_so_far(office: Office) -> None:
    """The store's clock alone does not make a deadline due, and the slow engine tells it when its own has passed."""
    due = office.open().deadlines["decision_due"].due_at
    office.wait(due - timedelta(minutes=5) - office.sources.clock())
    worker = DeadlineWorker(office.engine)
    worker._store.clock = lambda: due + timedelta(days=1)  # type: ignore[method-assign]

    worker.run_once()
    assert "decision_due" not in told(office)
    office.wait(timedelta(minutes=5))
    worker.run_once()
    assert told(office).count("decision_due") == 1


def test_processes_whose_clocks_differ_write_one_order(stores: Stores) -> None:
    """Two engines, one five minutes fast and one five minutes slow, take turns: recorded times never run back."""
    office = Office(stores)
    fast, slow = (
        PathwayEngine(
            stores(), (varied(),), keys=office.keys, register=REGISTER, sources=SeededSources(name, office_time(skew))
        )
        for name, skew in (("fast", timedelta(minutes=5)), ("slow", timedelta(minutes=-5)))
    )
    office.open()
    for number in range(20):
        engine = (fast, slow)[number % 2]
        done = engine.do(c.Record(case="k", actor=WORKER, record="checklist", fields={"signs": "school"}))
        assert not isinstance(done, Refused)
        assert isinstance(engine.sources, SeededSources)
        engine.sources.advance(timedelta(seconds=10))

    assert in_order(office)
    assert [entry.seq for entry in office.journal()] == list(range(1, len(office.journal()) + 1))


def office_time(skew: timedelta) -> datetime:
    """Give the office's time, wrong by so much."""
    return datetime(2025, 3, 3, 7, tzinfo=UTC) + skew


# ── days when the clocks are put forward or back ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("begun", "last_day", "due_at"),
    [
        # 03:30 does not exist on that day, which has 23 hours.
        (date(2027, 3, 18), date(2027, 3, 28), datetime(2027, 3, 28, 21, tzinfo=UTC)),
        # 03:30 comes twice on that day, which has 25 hours.
        (date(2026, 10, 15), date(2026, 10, 25), datetime(2026, 10, 25, 22, tzinfo=UTC)),
    ],
    ids=["no-half-past-three", "half-past-three-twice"],
)
def test_a_day_with_a_changed_clock_is_told_once_at_its_end(
    stores: Stores, begun: date, last_day: date, due_at: datetime
) -> None:
    """Looked at every quarter of an hour of that day, a time limit is told once: when the day ends in Finland."""
    office = Office(stores, SeededSources("dst", datetime(begun.year, begun.month, begun.day, 9, tzinfo=UTC)))
    office.do(c.Open, WORKER, client=IDENTITY, pending_on=begun)
    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"})
    office.do(c.Move, WORKER, trigger="begin")
    running = office.engine.case("k").deadlines["first_call"]
    assert (running.due_on, running.due_at) == (last_day, due_at)
    office.wait(due_at - timedelta(hours=26) - office.sources.clock())
    worker = DeadlineWorker(office.engine)
    worker._store.clock = lambda: None  # type: ignore[method-assign]
    seen = []
    for _ in range(4 * 28):
        if worker.run_once():
            seen.append(office.sources.clock())
        office.wait(timedelta(minutes=15))

    assert seen == [due_at]
    assert told(office) == ["first_call"]


# ── in the same instant ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("what", ["met", "closed", "handed over"])
def test_a_deadline_that_is_told_as_its_case_moves_on_has_one_outcome(stores: Stores, what: str) -> None:
    """Told, or met or dropped, in one order: nothing is told after it was met, and nobody is refused for it."""
    for number in range(6):
        office = Office(stores, SeededSources(f"instant-{number}"))
        _meet_at_once(office, f"k{number}", what)


def _meet_at_once(office: Office, case: str, what: str) -> None:
    moves: dict[str, list[c.Command]] = {
        "met": [c.Move(case=case, actor=WORKER, trigger="complete")],
        "closed": [c.Move(case=case, actor=WORKER, trigger="close", reason="own_wish")],
        "handed over": [c.ReceiveHandover(case=case, actor=COACH, without_meeting="urgent")],
    }
    open_assessed(office, case)
    if what == "handed over":
        for step in (
            c.ProposeHandover(case=case, actor=WORKER, receiver="east"),
            c.AnswerHandover(case=case, actor=CLIENT),
            c.AcceptHandover(case=case, actor=COACH),
        ):
            assert not isinstance(office.engine.do(step), Refused)
    office.wait(timedelta(days=200))
    both, answers = Barrier(2), list[Any]()
    other = office.restarted()

    def move() -> None:
        both.wait()
        answers.append(office.engine.do(moves[what][0]))

    def tell() -> None:
        both.wait()
        DeadlineWorker(other).run_once()

    threads = [Thread(target=move), Thread(target=tell)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    DeadlineWorker(other).run_once()

    assert not isinstance(answers[0], Refused), answers
    assert max(Counter(told(office, case)).values(), default=0) <= 1
    over = {"deadline_met", "deadline_dropped"}
    last: dict[str, str] = {}
    for entry in office.journal(case):
        if entry.type in over | {"deadline_missed", "deadline_armed"}:
            name = entry.body.split('"deadline":"')[1].split('"')[0]
            assert not (entry.type == "deadline_missed" and last.get(name) in over)
            last[name] = entry.type


def open_assessed(office: Office, case: str) -> None:
    """Bring a case so far that its assessment can be completed."""
    office.open(case)
    office.do(c.Record, WORKER, case, record="checklist", fields={"signs": "school"})
    office.do(c.Move, WORKER, case, trigger="begin")
    office.do(c.NameWorker, WORKER, case, role="worker", worker="worker-1")
    office.do(c.Record, WORKER, case, record="assessment", fields={"goals": "työ"})


# ── a storm ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/cases.db"
    else:
        yield request.getfixturevalue("postgres_url")


def test_of_many_deadlines_due_at_once_each_has_one_effect(url: str, tmp_path: Path) -> None:
    """200 due at once, four workers, some of them killed: each is told once."""
    figures = storm.trial(url, tmp_path, timers=200, kill_every=0.7, patience=60)

    assert figures["each_one_effect"] == 200


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_of_a_hundred_thousand_deadlines_each_has_one_effect(url: str, tmp_path: Path) -> None:
    """100,000 due at once, four workers, one of them killed every second."""
    storm.trial(url, tmp_path)


def test_a_database_tells_its_own_time(postgres_url: str) -> None:
    """PostgreSQL's clock is asked for; SQLite has only the machine's."""
    store: Store = SqlStore.open(postgres_url)
    clock = store.clock()
    store.close()

    assert clock is not None
    assert abs(clock - datetime.now(UTC)) < timedelta(minutes=1)
    assert verify_database(postgres_url) == []
