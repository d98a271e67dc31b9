"""The engine for asyncio hosts: the same answers, whatever becomes of the callers."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from pathway_engine import Actor, AsyncPathwayEngine, Done, Erase, Move, Open, PathwayEngine, Record, Refused
from pathway_engine.errors import CaseErased, CaseNotFound, OutcomeUnknown
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.journal.uses import UseEntry
from pathway_engine.stores.sql import SqlStore, async_sqlite_engine
from pathway_engine.testing import varied
from pathway_engine.verify import verify_database
from tests.postgres import PostgresServer
from tests.postgresql.proxy import Cut, Proxy

WORKER = Actor(subject="worker-1", organisation="north", roles={"recogniser"})
STRANGER = Actor(subject="worker-9", organisation="elsewhere", roles={"recogniser"})


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of an empty database of each kind."""
    found: str = (
        request.getfixturevalue("postgres_url") if request.param == "postgres" else f"sqlite:///{tmp_path}/a.db"
    )
    return found


@asynccontextmanager
async def opened(url: str, through: str = "") -> AsyncIterator[AsyncPathwayEngine]:
    """Give an asynchronous engine over a new database; its transactions may go another way there."""
    store = SqlStore.open(url)
    engine = PathwayEngine(store, [varied()], keys=Keyring.made(SystemSources()), register="north")
    if url.startswith("sqlite"):
        database = async_sqlite_engine(url.removeprefix("sqlite:///"))
    else:
        database = create_async_engine((through or url).replace("postgresql:", "postgresql+psycopg:"))
    try:
        yield AsyncPathwayEngine(engine, database)
    finally:
        await database.dispose()
        store.close()


def test_an_asyncio_host_gets_the_same_answers(url: str) -> None:
    """Opening, a refusal with its reasons, steps and history go through the one implementation."""

    async def story() -> None:
        async with opened(url) as engine:
            done = await engine.do(Open(case="", actor=WORKER, key="first"))
            assert isinstance(done, Done)
            again = await engine.do(Open(case="", actor=WORKER, key="first"))
            case = done.case.id
            refused = await engine.do(Move(case=case, actor=WORKER, trigger="no such move"))

            assert isinstance(again, Done)
            assert (again.repeated, again.case) == (True, done.case)
            assert isinstance(refused, Refused)
            assert await engine.case(case) == done.case
            assert [told.event for told in await engine.history(case, WORKER)] == list(done.events)
            assert await engine.steps(case, WORKER)
            assert [row.case_id for row in (await engine.cases()).rows] == [case]

    asyncio.run(story())


def test_opening_what_was_erased_is_logged(url: str) -> None:
    """There is nothing to open any more; that somebody asked is committed all the same."""

    async def story() -> None:
        async with opened(url) as engine:
            await engine.do(Open(case="k", actor=WORKER))
            keeper = Actor(subject="keeper-1", organisation="north", roles={"keeper"})
            assert isinstance(await engine.do(Erase(case="k", actor=keeper, ground="unlawful")), Done)
            with pytest.raises(CaseErased):
                await engine.history("k", WORKER, unseal=True)

    asyncio.run(story())
    store = SqlStore.open(url)
    assert [(each.action, each.allowed) for each in store.read("north", "k") if isinstance(each, UseEntry)] == [
        ("open", True)
    ]
    store.close()


def test_a_look_that_is_none_of_ones_business_is_refused_and_logged(url: str) -> None:
    """The refusal is told as an absent case, and the log of it is committed all the same."""

    async def story() -> None:
        async with opened(url) as engine:
            done = await engine.do(Open(case="", actor=WORKER))
            assert isinstance(done, Done)
            try:
                await engine.history(done.case.id, STRANGER)
            except CaseNotFound:
                found = engine._engine.store.read("north", done.case.id)
            assert [entry.allowed for entry in found] == [False]  # type: ignore[union-attr]

    asyncio.run(story())


def test_a_cancelled_caller_leaves_no_half_command(url: str) -> None:
    """Callers cancelled at random moments: every command took effect whole or not at all, and nothing stays locked."""
    chance = random.Random(20261122)  # noqa: S311 - foretold chance for a test

    async def story() -> int:
        async with opened(url) as engine:
            done = await engine.do(Open(case="", actor=WORKER))
            assert isinstance(done, Done)
            kept = 0
            for number in range(40):
                record = Record(
                    case=done.case.id, actor=WORKER, record="checklist", fields={"why": "x"}, key=f"k{number}"
                )
                task = asyncio.ensure_future(engine.do(record))
                await asyncio.sleep(chance.random() / 100)
                task.cancel()
                try:
                    kept += isinstance(await task, Done)
                except asyncio.CancelledError:
                    # The outcome is learnt by asking again with the same key.
                    kept += isinstance(await engine.do(record), Done)
            assert (await engine.case(done.case.id)).version == done.case.version + kept
            return kept

    assert asyncio.run(story()) == 40
    assert verify_database(url) == []


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_that_is_cut_is_unknown_to_an_asyncio_host_too(
    when: Cut, postgres: PostgresServer, postgres_url: str
) -> None:
    """The host hears that the outcome is unknown, never that it failed, and learns it by the key."""

    async def story(proxy: Proxy) -> None:
        name = postgres_url.partition("@/")[2].partition("?")[0]
        async with opened(postgres_url, proxy.url(name)) as engine:
            command = Open(case="k", actor=WORKER, key="first")
            proxy.cut(when)
            with pytest.raises(OutcomeUnknown):
                await engine.do(command)
            again = await engine.do(command)
            assert isinstance(again, Done)
            assert again.repeated == (when == "after")

    with Proxy(postgres.folder) as proxy:
        asyncio.run(story(proxy))


def test_what_was_set_aside_is_released_from_asyncio_too(url: str) -> None:
    """Listed and released as by the synchronous engine; who did it is logged in the same transaction."""
    store = SqlStore.open(url)

    async def story() -> list[bool]:
        async with opened(url) as engine:
            await engine.do(Open(case="k", actor=WORKER))
            (lent,) = store.claim("messages", datetime.now(UTC), 1, timedelta(minutes=1))
            assert store.settle(lent, done=False, now=datetime.now(UTC))
            (aside,) = await engine.set_aside("messages")
            return [await engine.release(aside, WORKER) for _ in range(2)]

    assert asyncio.run(story()) == [True, False]
    assert [getattr(each, "action", "") for each in store.read("north", "k")] == ["release"]
    store.close()


class SlowDatabase:
    """A database whose transactions take a while; it tells whether they came to their end."""

    ended = False

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["SlowDatabase"]:
        """Begin a transaction."""
        yield self
        self.ended = True

    async def run_sync(self, _work: object) -> object:
        """Take a while."""
        await asyncio.sleep(0.05)
        return nullcontext()


def test_a_cancellation_waits_for_the_transaction_to_end(tmp_path: Path) -> None:
    """However often the caller is cancelled, the cancellation goes on only when the commit is over."""
    store = SqlStore.open(f"sqlite:///{tmp_path / 'a.sqlite'}")
    engine = PathwayEngine(store, [varied()], keys=Keyring.made(SystemSources()), register="north")

    async def story() -> tuple[bool, bool]:
        database = SlowDatabase()
        caller = asyncio.ensure_future(AsyncPathwayEngine(engine, database).case("k"))
        for _ in range(3):
            await asyncio.sleep(0.005)
            caller.cancel()
        await asyncio.wait({caller})
        return caller.cancelled(), database.ended

    assert asyncio.run(story()) == (True, True)
    store.close()
