"""Workers that run on and on: stopped at a signal, late after a stop, killed over a message (faults 2.A8, 2.F42-45)."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import KeyMissing, StoreBusy, StoreUnavailable
from pathway_engine.testing import varied
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay
from tests.engine.office import WORKER, Office

LEASE = timedelta(minutes=5)


def relay(office: Office, deliver: Any, **more: Any) -> OutboxRelay:
    """Give a relay that runs by the office's clock."""
    return OutboxRelay(office.engine.store, deliver, clock=office.sources.clock, lease=LEASE, **more)


def ids(sent: list[Envelope]) -> list[str]:
    """Give the ids of what was sent."""
    return [each["id"] for each in sent]


# ── stopped on purpose ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_worker_that_is_told_to_stop_gives_back_what_it_has_not_begun(office: Office) -> None:
    """It finishes the message at hand; the rest is free at once, and none of it counts as failed."""
    for case in "abcd":
        office.open(case)
    stop, first, rest = Event(), list[Envelope](), list[Envelope]()

    def deliver(envelope: Envelope) -> None:
        first.append(envelope)
        stop.set()

    assert relay(office, deliver).run(stop) == 1
    relay(office, rest.append, attempts=1).run_once()

    assert ids(first) == ["a:1"]
    assert ids(rest) == ["a:2", "b:1", "c:1", "d:1"]


def test_a_running_worker_waits_and_goes_on(office: Office) -> None:
    """With nothing to do it waits; what happens meanwhile is sent; a stop ends the waiting."""
    office.open("a")
    sent: list[Envelope] = []
    arrived, stop = Event(), Event()

    def deliver(envelope: Envelope) -> None:
        sent.append(envelope)
        arrived.set()

    worker = Thread(target=lambda: relay(office, deliver).run(stop, every=timedelta(milliseconds=5)))
    worker.start()
    assert arrived.wait(10)
    office.open("b")
    while len(sent) < len(office.journal("a")) + len(office.journal("b")):
        assert worker.is_alive()
    stop.set()
    worker.join(10)

    assert not worker.is_alive()
    assert len(set(ids(sent))) == len(sent)


def test_a_store_that_is_away_for_a_while_ends_no_worker(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """It tries again after its wait, and nothing counts as failed."""
    office.open()
    store, stop = office.engine.store, Event()
    claim, refused = store.claim, list[int]()

    def away(*asked: Any) -> Any:
        if len(refused) < 3:
            refused.append(1)
            raise StoreUnavailable("the store cannot be reached or opened")
        return claim(*asked)

    def deliver(_: Envelope) -> None:
        stop.set()

    monkeypatch.setattr(store, "claim", away)
    assert relay(office, deliver).run(stop, every=timedelta(0)) == 1
    assert len(refused) == 3


@pytest.mark.parametrize("fault", [StoreBusy, KeyMissing])
def test_what_is_wrong_with_the_store_sets_no_deadline_aside(office: Office, fault: type[Exception]) -> None:
    """However often the store is busy or the keys are not there, a deadline waits and is told at last (promise 8)."""
    office.open()
    office.wait(timedelta(days=1000))
    engine, do = office.engine, office.engine.do
    running = len(engine.case("k").deadlines)

    def failing(_: c.Command) -> Any:
        raise fault

    engine.do = failing  # type: ignore[method-assign, assignment]
    for _ in range(12):
        assert DeadlineWorker(engine, attempts=3).run_once() == 0
        office.wait(timedelta(minutes=1))
    engine.do = do  # type: ignore[method-assign]

    assert DeadlineWorker(engine, attempts=3).run_once() == running


# ── late, dead, or hanging ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_worker_that_wakes_after_its_lease_is_turned_away(office: Office) -> None:
    """Stopped over a delivery beyond its lease: another has sent it; the late one's word counts nothing (fencing)."""
    for case in "ab":
        office.open(case)
    early, late = list[Envelope](), list[Envelope]()
    second = relay(office, early.append)

    def sleeps(envelope: Envelope) -> None:
        late.append(envelope)
        office.wait(LEASE)
        assert second.run_once() == 2

    assert relay(office, sleeps).run_once() == 0
    assert (ids(late), ids(early)[:1]) == (["a:1"], ["a:1"])
    # What the second has sent is marked as sent: the late one changed nothing.
    while second.run_once():
        pass
    assert sorted(ids(early)) == sorted(f"{case}:{entry.seq}" for case in "ab" for entry in office.journal(case))


def test_a_late_deadline_worker_has_no_effect(office: Office) -> None:
    """A deadline that another worker has told meanwhile is not told again."""
    office.open()
    office.wait(timedelta(days=1000))
    engine, do, second = office.engine, office.engine.do, office.restarted()
    running = len(engine.case("k").deadlines)

    def sleeps(command: c.Command) -> Any:
        office.wait(LEASE)
        DeadlineWorker(second, lease=LEASE).run_once()
        return do(command)

    engine.do = sleeps  # type: ignore[method-assign]
    assert DeadlineWorker(engine, lease=LEASE).run_once() == 0
    missed = [entry for entry in office.journal() if entry.type == "deadline_missed"]
    assert len(missed) == running


def test_a_message_that_kills_every_worker_is_set_aside(office: Office) -> None:
    """A delivery that never comes back fails too, and is left alone at last; what was on loan beside it leaves."""
    others = [f"good{number}" for number in range(5)]
    for case in ("bad", *others):
        office.open(case)
    tried: list[str] = []
    arrived: list[str] = []

    def dies(envelope: Envelope) -> None:
        if envelope["subject"] == "bad":
            tried.append(envelope["id"])
            raise KeyboardInterrupt
        arrived.append(envelope["id"])

    for _ in range(30):
        with suppress(KeyboardInterrupt):
            relay(office, dies, attempts=3).run_once()
        office.wait(LEASE)

    sent: list[Envelope] = []
    worker = relay(office, sent.append, attempts=3)
    while worker.run_once():
        pass
    assert tried == ["bad:1"] * 3
    assert sorted(arrived + ids(sent)) == sorted(
        f"{case}:{each.seq}" for case in others for each in office.journal(case)
    )
    assert not office.engine.store.claim("messages", office.sources.clock(), 100, LEASE)


def test_a_receiver_knows_what_it_has_had_before(office: Office) -> None:
    """Killed after it sent and before it marked, a relay sends again under the same id: a receiver can act once."""
    office.planned()
    arrived: list[str] = []
    acted: dict[str, int] = {}
    kills = iter([True, False] * 1000)

    def deliver(envelope: Envelope) -> None:
        arrived.append(envelope["id"])
        acted.setdefault(envelope["id"], envelope["data"]["seq"])  # type: ignore[arg-type]
        if next(kills):
            raise KeyboardInterrupt

    for _ in range(200):
        with suppress(KeyboardInterrupt):
            relay(office, deliver).run_once()
        office.wait(LEASE)

    assert len(arrived) > len(acted)
    assert list(acted.values()) == [entry.seq for entry in office.journal()]


# ── several registers ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_worker_of_one_register_takes_nothing_of_another(office: Office) -> None:
    """However much is due in other registers, its own are found first, and the others' are not even lent."""
    store = office.engine.store
    south = PathwayEngine(store, (varied(),), keys=office.keys, register="a-south", sources=office.sources)
    for number in range(5):
        south.do(c.Open(case=f"s{number}", actor=WORKER, client="x"))
    office.open()
    office.wait(timedelta(days=1000))

    assert DeadlineWorker(office.engine).run_once(limit=1) == 1
    lent = store.claim("deadlines", office.sources.clock(), 100, LEASE, "a-south")
    assert {each.register for each in lent} == {"a-south"}
    assert {each.attempts for each in lent} == {0}


def test_leases_are_counted_by_one_clock(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker whose clock is slow still holds what it took for the whole lease, by the store's clock (§P6)."""
    office.open()
    now = datetime(2030, 1, 1, tzinfo=UTC)
    store = office.engine.store
    monkeypatch.setattr(store, "clock", lambda: now)
    office.wait(now - timedelta(minutes=30) - office.sources.clock())
    due: list[int] = []

    def do(_: c.Command) -> Any:
        due.append(len(store.claim("deadlines", now + LEASE - timedelta(seconds=1), 100, LEASE)))
        raise KeyboardInterrupt

    office.engine.do = do  # type: ignore[method-assign, assignment]
    with pytest.raises(KeyboardInterrupt):
        DeadlineWorker(office.engine, lease=LEASE).run_once()
    assert due == [0]
    assert len(store.claim("deadlines", now + LEASE, 100, LEASE)) > 0
