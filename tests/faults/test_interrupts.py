"""Broken off by an exception anywhere: no half command, and the same process goes on (promises 2 and 5; faults 9)."""

from __future__ import annotations

import ctypes
import random
import signal
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from pathway_engine import failpoints
from pathway_engine.case import commands as c
from pathway_engine.engine import Done
from pathway_engine.failpoints import POINTS, FailpointReached
from pathway_engine.stores.sql import SqlStore
from tests.engine.office import IDENTITY, WORKER, Office, crossing
from tests.faults.checking import broken_off, ended, verified
from tests.faults.kills import Bench, reached
from tests.faults.run import REGISTER, SEED, SHORT, Run
from tests.faults.zygote import End


def occurrences(bench: Bench) -> dict[str, int]:
    """Choose for each failpoint one time it is come to, the same every time."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    return {name: chance.randint(1, count) for name, count in reached(bench).items()}


def interrupted(bench: Bench, name: str, action: str, occurrence: int) -> list[str]:
    """Break one command off at a failpoint; the same process asks it again and goes on to the end."""
    bench.fresh()
    end = bench.run(failpoints=f"{name}={action}@{occurrence}", patience=3, interrupted=True)
    if end != End(0):
        return [f"{name}@{occurrence} {action}: does not go on: {end}"]
    wrong = ended(bench.url, bench.folder, bench.whole, faults=1)
    return [f"{name}@{occurrence} {action}: {each}" for each in wrong]


@pytest.mark.parametrize("action", ["interrupt", "raise", "term"])
def test_what_is_broken_off_by_an_exception_is_done_anew(bench: Bench, action: str) -> None:
    """After Ctrl-C, SIGTERM or a fault in a thread at each failpoint the same engine and pool come to the same end."""
    chosen = occurrences(bench)
    # Each action takes some of the places; the long run takes all places with each.
    part = sorted(chosen)[["interrupt", "raise", "term"].index(action) :: 5]

    assert [each for name in part for each in interrupted(bench, name, action, chosen[name])] == []
    assert set(chosen) == set(POINTS)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_what_is_broken_off_anywhere_is_done_anew(bench: Bench) -> None:
    """The same at every failpoint, each time it is come to, with each way of breaking off."""
    wrong = []
    for name, count in reached(bench).items():
        for occurrence in range(1, count + 1):
            for action in ("interrupt", "raise", "term"):
                wrong += interrupted(bench, name, action, occurrence)

    assert wrong == []


def test_what_is_broken_off_on_postgresql_is_done_anew(postgres_bench: Bench) -> None:
    """The same over PostgreSQL, where statements are under way that nobody has waited for yet."""
    chosen = occurrences(postgres_bench)
    part = {"append.after_entries": "interrupt", "work.after_begin": "term", "work.before_commit": "raise"}

    assert [
        each for name, action in part.items() for each in interrupted(postgres_bench, name, action, chosen[name])
    ] == []


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_what_is_broken_off_anywhere_on_postgresql_is_done_anew(postgres_bench: Bench) -> None:
    """The same at every failpoint with each way of breaking off."""
    chosen = occurrences(postgres_bench)
    actions = ("interrupt", "raise", "term")

    assert [
        each
        for name in chosen
        for action in actions
        for each in interrupted(postgres_bench, name, action, chosen[name])
    ] == []


def test_a_process_that_is_told_to_end_leaves_no_half_command(bench: Bench) -> None:
    """SIGTERM with nobody to catch it is as a kill: what was acknowledged is there, and the rest is done later."""
    for name in ("append.after_entries", "work.before_commit", "work.after_commit"):
        bench.fresh()
        assert bench.run(failpoints=f"{name}=term@9") == End(-signal.SIGTERM)
        assert broken_off(bench.url, bench.folder, bench.whole) == []
        assert bench.run(attempt=1) == End(0)
        assert ended(bench.url, bench.folder, bench.whole, faults=1) == []


def test_an_exception_that_nobody_bears_ends_the_run_cleanly(bench: Bench) -> None:
    """Ctrl-C just after the commit ends the process; the next one is told what the first one did."""
    bench.fresh()
    assert bench.run(failpoints="work.after_commit=interrupt@9").error.startswith("builtins.KeyboardInterrupt")
    assert broken_off(bench.url, bench.folder, bench.whole) == []

    assert bench.run(attempt=1) == End(0)
    assert ended(bench.url, bench.folder, bench.whole, faults=1) == []


class Cancelled(BaseException):
    """Is thrown into a thread from outside."""


@pytest.mark.parametrize("name", [name for name in POINTS if name.startswith(("engine", "work", "append"))])
def test_a_thread_that_is_cancelled_leaves_the_pool_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A thread ended from outside at a failpoint leaves nothing half done, no lock and no lost connection."""
    office = Office(lambda: SqlStore.open(f"sqlite:///{tmp_path / 'x.db'}", busy_timeout=1), pathways=(crossing(),))
    office.open("before")
    commands: list[c.Command] = [c.Open(case="k", actor=WORKER, client=IDENTITY, key="open")]
    commands.append(c.Move(case="k", actor=WORKER, trigger="go_left", key="move"))
    monkeypatch.setattr(failpoints, "armed", True)
    for command in commands:
        monkeypatch.setattr(failpoints, "_happen", _cancelling(name))
        thread = threading.Thread(target=_suppressed, args=(lambda command=command: office.engine.do(command),))
        thread.start()
        thread.join(10)
        monkeypatch.setattr(failpoints, "_happen", lambda _: None)

        assert isinstance(office.engine.do(command), Done)

    assert office.engine.case("k").state == "left"
    assert office.engine.store._engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    assert verified(f"sqlite:///{tmp_path / 'x.db'}") == []
    office.engine.store.close()


def _cancelling(name: str) -> Callable[[str], None]:
    def happen(reached: str) -> None:
        if reached == name:
            here = ctypes.c_ulong(threading.get_ident())
            ctypes.pythonapi.PyThreadState_SetAsyncExc(here, ctypes.py_object(Cancelled))

    return happen


def _suppressed(act: Callable[[], object]) -> None:
    with suppress(Cancelled):
        act()


def test_a_failpoint_is_nothing_unless_it_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable at import a place does nothing, whatever is set later."""
    monkeypatch.setenv(failpoints.VARIABLE, "work.before_commit=raise")

    assert not failpoints.armed
    for name in POINTS:
        failpoints.reach(name)


def test_a_setting_names_what_happens_where() -> None:
    """Places, actions, occurrences and seconds are read; a slip of the pen is refused."""
    setting = failpoints.read("work.before_commit=kill@3, relay.before_settle=delay:0.5,")

    assert setting == {
        "work.before_commit": failpoints.Fault("kill", 3),
        "relay.before_settle": failpoints.Fault("delay", 0, 0.5),
    }
    for slip in ("work.before_comit=kill", "work.before_commit=kil", "work.before_commit"):
        with pytest.raises(ValueError, match="no such"):
            failpoints.read(slip)


def test_a_failpoint_happens_at_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an occurrence it happens then and never again; without one every time."""
    monkeypatch.setattr(failpoints, "armed", True)
    monkeypatch.setattr(failpoints, "_faults", failpoints.read("work.before_begin=raise@2,work.after_begin=interrupt"))
    failpoints._reached.clear()

    failpoints.reach("work.before_begin")
    with pytest.raises(FailpointReached, match="before_begin"):
        failpoints.reach("work.before_begin")
    failpoints.reach("work.before_begin")
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            failpoints.reach("work.after_begin")
    failpoints._reached.clear()


def test_an_erasure_that_was_broken_off_is_finished_by_asking_again(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Committed, and broken off before the log of writes was overwritten: asked again, no key is left (promise 15)."""
    bench.fresh()
    run = Run(bench.url, tmp_path)
    run.open()
    run.paths()
    key = run.store.key_of(REGISTER, SHORT)
    assert key is not None
    # Somebody else has the file open: the last one to close it would tidy up.
    bystander = sqlite3.connect(bench.database)
    bystander.execute("SELECT count(*) FROM pathway_cases").fetchone()
    monkeypatch.setattr(failpoints, "armed", True)
    monkeypatch.setattr(failpoints, "_happen", _interrupting("work.after_commit"))
    with pytest.raises(KeyboardInterrupt):
        run.erasing()
    monkeypatch.setattr(failpoints, "armed", False)
    assert key.wrapped in b"".join(each.read_bytes() for each in bench.database.parent.iterdir())

    run.erasing()

    assert key.wrapped not in b"".join(each.read_bytes() for each in bench.database.parent.iterdir())
    bystander.close()
    run.close()


def _interrupting(name: str) -> Callable[[str], None]:
    def happen(reached: str) -> None:
        if reached == name:
            raise KeyboardInterrupt

    return happen
