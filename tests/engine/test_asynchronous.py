"""The engine for asyncio hosts: the same answers, whatever becomes of the callers."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pathway_engine import Actor, AsyncPathwayEngine, Done, Move, Open, PathwayEngine, Record, Refused
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.sql import SqlStore, async_sqlite_engine
from pathway_engine.testing import varied
from pathway_engine.verify import verify_database

WORKER = Actor(subject="worker-1", organisation="north", roles={"recogniser"})
STRANGER = Actor(subject="worker-9", organisation="elsewhere", roles={"recogniser"})


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[AsyncPathwayEngine]:
    """Give an asynchronous engine over a new file."""
    store = SqlStore.open(f"sqlite:///{path}")
    engine = PathwayEngine(store, [varied()], keys=Keyring.made(SystemSources()), register="north")
    database = async_sqlite_engine(path)
    try:
        yield AsyncPathwayEngine(engine, database)
    finally:
        await database.dispose()
        store.close()


def test_an_asyncio_host_gets_the_same_answers(tmp_path: Path) -> None:
    """Opening, a refusal with its reasons, steps and history go through the one implementation."""

    async def story() -> None:
        async with opened(tmp_path / "a.sqlite") as engine:
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


def test_a_look_that_is_none_of_ones_business_is_refused_and_logged(tmp_path: Path) -> None:
    """The refusal is told as an absent case, and the log of it is committed all the same."""

    async def story() -> None:
        async with opened(tmp_path / "a.sqlite") as engine:
            done = await engine.do(Open(case="", actor=WORKER))
            assert isinstance(done, Done)
            try:
                await engine.history(done.case.id, STRANGER)
            except CaseNotFound:
                found = engine._engine.store.read("north", done.case.id)
            assert [entry.allowed for entry in found] == [False]  # type: ignore[union-attr]

    asyncio.run(story())


def test_a_cancelled_caller_leaves_no_half_command(tmp_path: Path) -> None:
    """Callers cancelled at random moments: every command took effect whole or not at all, and nothing stays locked."""
    path = tmp_path / "a.sqlite"
    chance = random.Random(20261122)  # noqa: S311 - foretold chance for a test

    async def story() -> int:
        async with opened(path) as engine:
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
    assert verify_database(f"sqlite:///{path}") == []


class SlowDatabase:
    """A database whose transactions take a while; it tells whether they came to their end."""

    ended = False

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["SlowDatabase"]:
        """Begin a transaction."""
        yield self
        self.ended = True

    async def run_sync(self, _work: object) -> str:
        """Take a while."""
        await asyncio.sleep(0.05)
        return "answered"


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
