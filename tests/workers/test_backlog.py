"""Nobody has taken messages for days: writing goes on as before, and catching up takes no more the more there is.

Faults 46. What a statement costs is counted in steps of SQLite's own machine, which are the same on every machine.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

import pytest
import sqlalchemy as sa

from pathway_engine.case import commands as c
from pathway_engine.engine import PathwayEngine
from pathway_engine.journal.canonical import instant
from pathway_engine.stores.sql import SqlStore
from tests.concurrency.ground import engine_over, worker_of
from tests.concurrency.relaying import A_CASE

NORTH = worker_of("north")
NOW = datetime(2024, 6, 1, tzinfo=UTC)
BEGAN = datetime(2024, 1, 8, tzinfo=UTC)
LEASE = timedelta(minutes=5)
MESSAGES = """
    INSERT INTO pathway_outbox (register, case_id, seq, type, recorded_at) VALUES ('north', :case, :seq, 'opened', :at)
"""
MEGABYTE = 2**20


def fill(store: SqlStore, cases: int, each: int, after: int = 0) -> None:
    """Let messages wait, of so many cases so many each; after so many others of each case."""
    assert store._engine is not None
    rows = [
        {"case": f"w{case}", "seq": seq, "at": instant(BEGAN + timedelta(hours=seq, microseconds=case))}
        for seq in range(after + 1, after + each + 1)
        for case in range(cases)
    ]
    with store._engine.begin() as connection:
        if not after:
            connection.execute(sa.text(A_CASE), [{"case": f"w{case}"} for case in range(cases)])
        connection.execute(sa.text(MESSAGES), rows)


def empty(store: SqlStore) -> None:
    """Take away what `fill` has put there."""
    assert store._engine is not None
    with store._engine.begin() as connection:
        for table in ("outbox", "cases"):
            connection.execute(sa.text(f"DELETE FROM pathway_{table} WHERE case_id LIKE 'w%'"))  # noqa: S608 - a table of ours


def visit(engine: PathwayEngine, key: str) -> None:
    """Write to a case."""
    engine.do(c.Record(case="k", actor=NORTH, record="visit", fields={"day": date(2024, 1, 2)}, key=key))


def catch_up(store: SqlStore, at_once: int = 100) -> int:
    """Take and settle what waits until nothing does; give how much that was."""
    settled = 0
    while lent := store.claim("messages", NOW, at_once, LEASE):
        settled += sum(store.settle(each, done=True, now=NOW) for each in lent)
    return settled


@pytest.fixture
def steps(tmp_path: Path) -> Iterator[Callable[[Callable[[], object]], int]]:
    """Give what counts the steps of SQLite's machine that something takes."""
    del tmp_path
    counted = [0]

    def one() -> int:
        counted[0] += 1
        return 0

    def listen(driver: sa.engine.interfaces.DBAPIConnection, *_: object) -> None:
        driver.set_progress_handler(one, 10)

    sa.event.listen(sa.Engine, "connect", listen)

    def taken(what: Callable[[], object]) -> int:
        before = counted[0]
        what()
        return counted[0] - before

    yield taken
    sa.event.remove(sa.Engine, "connect", listen)


def opened(url: str) -> tuple[SqlStore, PathwayEngine]:
    """Give a store with a case that is written to."""
    store = SqlStore.open(url)
    engine = engine_over(store)
    engine.do(c.Open(case="k", actor=NORTH, client="131052-900W", pending_on=date(2024, 1, 8)))
    visit(engine, "warm")
    return store, engine


def test_what_waits_makes_no_write_and_no_round_dearer(
    tmp_path: Path, steps: Callable[[Callable[[], object]], int]
) -> None:
    """With twenty times as much waiting, a command and a relay's round take as many steps as before."""
    store, engine = opened(f"sqlite:///{tmp_path}/cases.db")
    cost: dict[str, list[int]] = {"write": [], "round": []}
    fill(store, 100, 3)
    for number in range(2):
        cost["write"].append(steps(partial(visit, engine, f"visit {number}")))
        cost["round"].append(steps(lambda: store.claim("messages", NOW, 50, LEASE)))
        if not number:
            empty(store)
            fill(store, 2000, 3)
    store.close()

    for before, after in cost.values():
        assert 0 < after < 1.5 * before


def test_what_was_sent_makes_no_round_dearer(tmp_path: Path, steps: Callable[[Callable[[], object]], int]) -> None:
    """A case's next message is found in as many steps after a long history as after a short one."""
    store, _ = opened(f"sqlite:///{tmp_path}/cases.db")
    catch_up(store)
    cost = []
    for history in (2, 100):
        fill(store, 10, history)
        catch_up(store)
        fill(store, 10, 1, after=history)
        cost.append(steps(lambda: store.claim("messages", NOW, 50, LEASE)))
        empty(store)
    store.close()

    assert 0 < cost[1] < 1.5 * cost[0]


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_fifty_thousand_messages_are_caught_up_with(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """With 50,000 waiting, writing takes less than twice as long, and catching up no more memory than for few."""
    url = f"sqlite:///{tmp_path}/cases.db" if kind == "sqlite" else str(request.getfixturevalue("postgres_url"))
    store, engine = opened(url)

    def write(name: str) -> float:
        took = []
        for number in range(60):
            began = time.perf_counter()
            visit(engine, f"{name} {number}")
            took.append(time.perf_counter() - began)
        return median(took)

    before = write("before")
    fill(store, 10_000, 5)
    assert write("behind") < 2 * before
    tracemalloc.start()
    assert catch_up(store) > 50_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    store.close()
    assert most < 8 * MEGABYTE
