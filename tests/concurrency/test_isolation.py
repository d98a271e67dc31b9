"""What a host has set for its own transactions, and two that wait for each other (faults 24, 25)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from itertools import count
from threading import Barrier

import pytest
import sqlalchemy as sa

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import Conflict, OutcomeUnknown, StoreBusy
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.concurrency.ground import REGISTER, engine_over, worker_of

NORTH = worker_of("north")
WRITERS, EACH = 4, 4
LEVELS = ("READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")


def opened(url: str, *cases: str) -> None:
    """Make the tables, and open cases."""
    store = SqlStore.open(url, busy_timeout=30)
    engine = engine_over(store)
    for case in cases:
        engine.do(c.Open(case=case, actor=NORTH, client="131052-900W", pending_on=date(2024, 1, 8)))
    store.close()


def visit(case: str, key: str) -> c.Record:
    """Give a command that takes effect whenever it is put."""
    return c.Record(case=case, actor=NORTH, record="visit", fields={"day": date(2024, 1, 2)}, key=key)


def until_done(engine: PathwayEngine, command: c.Command) -> None:
    """Put a command until it is answered, as hosts do."""
    while True:
        with suppress(Conflict, StoreBusy, OutcomeUnknown):
            assert isinstance(engine.do(command), Done)
            return


def at_once(engine: PathwayEngine) -> None:
    """Let several threads write to one case."""

    def write(number: int) -> None:
        for turn in range(EACH):
            until_done(engine, visit("one", f"{number}-{turn}"))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))


def all_there(url: str) -> None:
    """See that every command stands in the journal once."""
    store = SqlStore.open(url)
    visits = [entry for entry in store.scan(REGISTER, "one") if entry.type == "recorded"]
    store.close()
    assert len(visits) == WRITERS * EACH
    assert verify_database(url) == []


@pytest.fixture
def host(request: pytest.FixtureRequest, postgres_url: str) -> Iterator[sa.Engine]:
    """Give a host's engine at a level of its own."""
    opened(postgres_url, "one", "other")
    engine = sa.create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"), isolation_level=request.param)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("host", LEVELS, indirect=True)
def test_the_hosts_isolation_loses_and_doubles_nothing(host: sa.Engine, postgres_url: str) -> None:
    """Over an engine at any level, many who write to one case are told or succeed, and each command is there once."""
    at_once(engine_over(SqlStore(host, busy_timeout=30)))

    all_there(postgres_url)


def test_a_hosts_engine_that_begins_late_loses_and_doubles_nothing(tmp_path: object) -> None:
    """SQLAlchemy's own engine on SQLite begins with the first write: a write of ours takes the lock first."""
    url = f"sqlite:///{tmp_path}/cases.db"
    opened(url, "one")
    host = sa.create_engine(url, connect_args={"timeout": 60})
    at_once(engine_over(SqlStore(host)))
    host.dispose()

    all_there(url)


@pytest.mark.parametrize("host", ["READ COMMITTED", "SERIALIZABLE"], indirect=True)
def test_hosts_transactions_that_wait_for_each_other_are_told(host: sa.Engine, postgres_url: str) -> None:
    """Two transactions of hosts that turn to two cases in opposite order: one is told `Conflict`, and does it again."""
    store = SqlStore(host)
    engine = engine_over(store)
    met = Barrier(2)

    def both(cases: tuple[str, str]) -> int:
        for attempt in count():
            with suppress(Conflict, StoreBusy):
                with host.begin() as connection:
                    inside = engine.over(store.bound(connection))
                    for case in cases:
                        assert isinstance(inside.do(visit(case, f"{cases[0]} {case}")), Done)
                        if not attempt and case == cases[0]:
                            met.wait(60)
                return attempt
        raise AssertionError

    with ThreadPoolExecutor(2) as pool:
        conflicts = list(pool.map(both, [("one", "other"), ("other", "one")]))

    assert sum(conflicts) >= 1
    found = SqlStore(host)
    for case in ("one", "other"):
        assert [entry.type for entry in found.scan(REGISTER, case)].count("recorded") == 2
    assert verify_database(postgres_url) == []
