"""The network between us and the server: cut, silent, or gone (promises 1 and 2)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Event

import psycopg
import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from pathway_engine.case import commands as c
from pathway_engine.engine import AsyncPathwayEngine, Done, PathwayEngine
from pathway_engine.errors import OutcomeUnknown, StoreUnavailable
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores import open_store
from pathway_engine.stores.sql import SqlStore
from pathway_engine.workers import DeadlineWorker
from tests.engine.office import REGISTER, WORKER, crossing
from tests.postgres import PostgresServer
from tests.postgresql.proxy import Cut, Proxy

ROUNDS = 25


def engine_at(url: str, keys: Keyring) -> PathwayEngine:
    """Give an engine over the store at a URL."""
    return PathwayEngine(open_store(url), [crossing()], keys=keys, register=REGISTER)


def visit(key: str, case: str = "k") -> c.Record:
    """Give a command that takes effect whenever it is put."""
    return c.Record(case=case, actor=WORKER, record="visit", fields={"day": "2026-01-05"}, key=key)


def opened(engine: PathwayEngine, case: str = "k") -> None:
    """Open a case."""
    engine.do(c.Open(case=case, actor=WORKER, pending_on=date(2026, 1, 5)))


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_that_is_cut_is_unknown_and_its_key_tells(proxy: Proxy, database: str, when: Cut) -> None:
    """Cut around COMMIT, a command is never said to have failed; asked again with its key it has one effect."""
    keys = Keyring.made(SystemSources())
    engine = engine_at(proxy.url(database), keys)
    opened(engine)
    took_effect = 0
    for number in range(ROUNDS):
        before = len(engine.store.scan(REGISTER, "k"))
        command = visit(f"{when}-{number}")
        proxy.cut(when)
        with pytest.raises(OutcomeUnknown):
            engine.do(command)
        written = len(engine.store.scan(REGISTER, "k")) - before
        took_effect += written > 0
        again = engine.do(command)
        assert isinstance(again, Done), again
        assert again.repeated == (written > 0)
        assert len(engine.store.scan(REGISTER, "k")) == before + len(again.events)
    assert proxy.cuts == ROUNDS
    assert took_effect == (ROUNDS if when == "after" else 0)
    engine.store.close()


@pytest.mark.parametrize("how", ["immediate", "fast", "kill"])
def test_after_a_restart_one_command_at_most_is_refused(how: str, postgres_alone: PostgresServer) -> None:
    """A server that went down and came up again is noticed once; then everything goes on, and nothing is lost."""
    keys = Keyring.made(SystemSources())
    engine = engine_at(postgres_alone.url(postgres_alone.make_database()), keys)
    opened(engine)
    acknowledged = [engine.do(visit(f"before-{number}")) for number in range(3)]
    if how == "kill":
        postgres_alone.kill()
        postgres_alone.start()
    else:
        postgres_alone.restart("immediate" if how == "immediate" else "fast")
    with pytest.raises((StoreUnavailable, OutcomeUnknown)):
        engine.do(visit("after"))
    acknowledged.append(engine.do(visit("after")))
    assert [each.events[0].seq for each in acknowledged if isinstance(each, Done)] == [2, 3, 4, 5]
    assert len(engine.store.scan(REGISTER, "k")) == 5
    engine.store.close()


def test_after_a_restart_every_connection_is_replaced(postgres_alone: PostgresServer) -> None:
    """However many connections the pool held, the end of one of them is enough to begin anew with all."""
    engine = engine_at(postgres_alone.url(postgres_alone.make_database()), Keyring.made(SystemSources()))
    opened(engine)
    store = engine.store
    assert isinstance(store, SqlStore)
    assert store._engine is not None
    several = [store._engine.connect() for _ in range(4)]
    for each in several:
        each.close()
    postgres_alone.restart("fast")
    with pytest.raises((StoreUnavailable, OutcomeUnknown)):
        engine.do(visit("after"))
    for number in range(6):
        assert isinstance(engine.do(visit(f"after-{number}")), Done)
    engine.store.close()


def test_an_ended_session_is_replaced(postgres: PostgresServer, database: str) -> None:
    """When the server ends our session, the next command says so or goes on; the one after goes on."""
    engine = engine_at(postgres.url(database), Keyring.made(SystemSources()))
    opened(engine)
    with psycopg.connect(postgres.dsn(database), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    with pytest.raises((StoreUnavailable, OutcomeUnknown)):
        engine.do(visit("first"))
    assert isinstance(engine.do(visit("first")), Done)
    engine.store.close()


def test_a_durable_command_is_a_handful_of_round_trips(proxy: Proxy, database: str) -> None:
    """One to load, one for the loads of workers, one for all that is written, one to commit: however many the rows."""
    engine = engine_at(proxy.url(database), Keyring.made(SystemSources()))
    opened(engine)
    engine.do(visit("warm"))
    before = proxy.round_trips
    for number in range(10):
        engine.do(visit(f"counted-{number}"))
    assert proxy.round_trips - before < 5 * 10
    engine.store.close()


def test_a_worker_goes_on_when_the_server_comes_back(postgres_alone: PostgresServer) -> None:
    """While the server is away its clock cannot be asked: the worker is told so by an error of ours, and waits."""
    engine = engine_at(postgres_alone.url(postgres_alone.make_database()), Keyring.made(SystemSources()))
    opened(engine)
    worker, stop = DeadlineWorker(engine), Event()
    running = ThreadPoolExecutor(1).submit(worker.run, stop, every=timedelta(seconds=0.05))
    postgres_alone.stop("fast")
    with pytest.raises(StoreUnavailable):
        engine.store.clock()
    time.sleep(0.2)
    postgres_alone.start()
    time.sleep(0.2)
    assert running.running()
    stop.set()
    assert running.result(timeout=10) == 0
    assert worker.run_once() == 0
    engine.store.close()


def test_a_commit_that_waits_for_no_standby_any_more_is_unknown(postgres_alone: PostgresServer) -> None:
    """When somebody cancels the waiting the server says that all is well, and we that it is not known (faults 34).

    Asked again, it is acknowledged when a standby has it, though it can be read at once.
    """
    name = postgres_alone.make_database()
    with psycopg.connect(postgres_alone.dsn("postgres"), autocommit=True) as other:
        other.execute(f"ALTER DATABASE {name} SET client_min_messages = 'error'")
    engine = engine_at(postgres_alone.url(name), Keyring.made(SystemSources()))
    opened(engine)
    postgres_alone.configure(synchronous_standby_names="nobody")
    postgres_alone.reload()
    asking = ThreadPoolExecutor(1).submit(engine.do, visit("once"))
    try:
        with psycopg.connect(postgres_alone.dsn("postgres"), autocommit=True) as other:
            waiting = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
            while not other.execute(waiting).fetchall():
                time.sleep(0.02)
            with pytest.raises(OutcomeUnknown):
                asking.result(timeout=60)
            asking = ThreadPoolExecutor(1).submit(engine.do, visit("once"))
            while not other.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'").fetchall():
                assert not asking.done()
                time.sleep(0.02)
            assert engine.case("k").version == 2
            assert not asking.done()
    finally:
        postgres_alone.configure(synchronous_standby_names="")
        postgres_alone.reload()
    again = asking.result(timeout=60)
    assert isinstance(again, Done)
    assert again.repeated
    engine.store.close()


CANCEL = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


def cancelled(server: PostgresServer) -> None:
    """Cancel the waiting for a standby, as soon as somebody waits."""
    with psycopg.connect(server.dsn("postgres"), autocommit=True) as other:
        while not other.execute(CANCEL).fetchall():
            time.sleep(0.02)


@pytest.fixture
def no_standby(postgres_alone: PostgresServer) -> Iterator[tuple[PostgresServer, PathwayEngine]]:
    """Give an engine with a case, on a server that waits for a standby that never comes."""
    engine = engine_at(postgres_alone.url(postgres_alone.make_database()), Keyring.made(SystemSources()))
    opened(engine)
    postgres_alone.configure(synchronous_standby_names="nobody")
    postgres_alone.reload()
    yield postgres_alone, engine
    postgres_alone.configure(synchronous_standby_names="")
    postgres_alone.reload()
    engine.store.close()


def test_an_asyncio_host_is_told_that_a_commit_waited_for_no_standby(
    no_standby: tuple[PostgresServer, PathwayEngine],
) -> None:
    """The same warning is heard on the asynchronous connection (faults 34)."""
    server, engine = no_standby
    assert isinstance(engine.store, SqlStore)
    assert engine.store._engine is not None
    url = engine.store._engine.url.render_as_string(hide_password=False)

    async def story() -> None:
        database = create_async_engine(url)
        asking = asyncio.ensure_future(AsyncPathwayEngine(engine, database).do(visit("once")))
        await asyncio.to_thread(cancelled, server)
        with pytest.raises(OutcomeUnknown):
            await asking
        await database.dispose()

    asyncio.run(story())
    assert engine.case("k").version == 2


def test_a_host_that_commits_itself_can_be_told(no_standby: tuple[PostgresServer, PathwayEngine]) -> None:
    """Inside `replicating` a host's own commit is unknown when its waiting was cancelled."""
    server, engine = no_standby
    store = engine.store
    assert isinstance(store, SqlStore)
    assert store._engine is not None
    with ThreadPoolExecutor(1) as pool, store._engine.connect() as connection:
        connection.begin()
        assert isinstance(engine.over(store.bound(connection)).do(visit("once")), Done)
        cancelling = pool.submit(cancelled, server)
        with pytest.raises(OutcomeUnknown), store.replicating(connection):
            connection.commit()
        cancelling.result()
