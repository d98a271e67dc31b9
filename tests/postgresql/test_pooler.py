"""Too few connections, and sessions that last one transaction (faults 36)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date

import psycopg
import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import StoreBusy, StoreUnavailable
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay
from tests.engine.office import REGISTER, WORKER, crossing
from tests.postgres import PostgresServer
from tests.postgresql.pooler import Pooler
from tests.postgresql.test_network import visit

CASES = ("a", "b", "c")
EACH = 12  # the driver prepares what it has sent five times


def engine_at(url: str, keys: Keyring) -> PathwayEngine:
    """Give an engine over the store at a URL; its driver prepares nothing, since that would be for a session."""
    store = SqlStore.open(f"{url}{'&' if '?' in url else '?'}prepare_threshold=none")
    return PathwayEngine(store, [crossing()], keys=keys, register=REGISTER)


def written(engine: PathwayEngine, case: str) -> int:
    """Open a case and write to it; whatever cannot be reached is asked again under the same key."""
    patience, refused = time.monotonic() + 60, 0
    opening = c.Open(case=case, actor=WORKER, pending_on=date(2026, 1, 5), key=f"{case} open")
    for command in (opening, *(visit(f"{case} {number}", case) for number in range(EACH))):
        while True:
            try:
                assert isinstance(engine.do(command), Done)
                break
            except (StoreUnavailable, StoreBusy):
                assert time.monotonic() < patience
                refused += 1
                time.sleep(0.01)
    return refused


def test_a_session_that_lasts_one_transaction_is_enough(postgres: PostgresServer, database: str) -> None:
    """Behind a pooler that gives each transaction another session, commands and workers do as they always do."""
    keys = Keyring.made(SystemSources())
    sent: list[Envelope] = []
    SqlStore.open(postgres.url(database)).close()
    with Pooler(postgres.folder) as pooler:
        engines = [engine_at(pooler.url(database), keys) for _ in range(3)]
        with ThreadPoolExecutor(3) as pool:
            assert sum(pool.map(written, engines, CASES)) == 0
        DeadlineWorker(engines[0]).run_once()
        relay = OutboxRelay(engines[1].store, sent.append)
        while relay.run_once():
            pass
        assert [engines[2].case(case).version for case in CASES] == [1 + EACH] * 3
        for engine in engines:
            engine.store.close()

    assert len(sent) == 3 * (1 + EACH)
    assert verify_database(postgres.url(database)) == []
    assert pooler.turns > len(sent)


@pytest.fixture
def few(postgres: PostgresServer, database: str) -> Iterator[str]:
    """Give the URL of the database for somebody who may have two connections at a time."""
    with psycopg.connect(postgres.dsn(database), autocommit=True) as owner:
        owner.execute("CREATE ROLE few LOGIN CONNECTION LIMIT 2")
        owner.execute("GRANT ALL ON SCHEMA public TO few")
    yield postgres.url(database).replace("postgres@", "few@")
    with psycopg.connect(postgres.dsn(database), autocommit=True) as owner:
        owner.execute("DROP OWNED BY few")
        owner.execute("DROP ROLE few")


def taken(url: str) -> psycopg.Connection:
    """Take a connection, once the server has noticed that another one is free."""
    patience = time.monotonic() + 60
    while True:
        try:
            return psycopg.connect(url)
        except psycopg.OperationalError:
            assert time.monotonic() < patience
            time.sleep(0.02)


def test_too_few_connections_are_told_and_nothing_is_lost(few: str) -> None:
    """Whoever gets no connection is told so by its type, in time; asked again under the same keys all is there once."""
    keys = Keyring.made(SystemSources())
    engine = PathwayEngine(SqlStore.open(few), [crossing()], keys=keys, register=REGISTER)
    with ExitStack() as others:
        engine.store.close()
        for _ in range(2):
            others.enter_context(taken(few))
        with pytest.raises(StoreUnavailable):
            engine.do(visit("one"))
        with pytest.raises(StoreUnavailable):
            SqlStore.open(few)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(written, [engine] * 3, CASES))
        assert [engine.case(case).version for case in CASES] == [1 + EACH] * 3
    engine.store.close()
    assert verify_database(few) == []
