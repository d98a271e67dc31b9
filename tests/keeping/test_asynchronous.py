"""An asyncio host erases and looks as others do: the log is emptied, and a refused look is logged."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.engine import AsyncPathwayEngine, Done
from pathway_engine.errors import CaseErased, CaseNotFound, CaseRestricted
from pathway_engine.journal.register import register_lines
from pathway_engine.journal.tombstones import Tombstone
from pathway_engine.stores.port import Erasure
from pathway_engine.stores.sql import async_sqlite_engine
from pathway_engine.verify import verify_database
from tests.keeping.archive import CLIENT, KEEPER, REGISTER, WORKER, Archive, sqlite_store
from tests.keeping.test_erasing import raw, wrapped_key


def test_an_asyncio_host_leaves_no_key_behind(tmp_path: Path) -> None:
    """The transaction is the host's, and yet the destroyed key stands in no file once the erasure is answered."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    key = wrapped_key(archive)

    async def story() -> None:
        database = async_sqlite_engine(tmp_path / "cases.db")
        engine = AsyncPathwayEngine(archive.engine, database)
        done = await engine.do(c.Erase(case="k", actor=KEEPER, ground="unlawful"))
        assert isinstance(done, Done)
        assert done.case.erased
        assert key not in raw(tmp_path)
        await database.dispose()

    asyncio.run(story())
    assert [each.basis for each in archive.engine.erasures()] == ["unlawful"]
    archive.store.close()


def test_a_refused_look_at_a_restricted_case_is_logged(tmp_path: Path) -> None:
    """The refusal is told after the commit, so that its entry in the log stays."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    archive.do(c.Restrict, CLIENT, reason="other")

    async def story() -> None:
        database = async_sqlite_engine(tmp_path / "cases.db")
        with pytest.raises(CaseRestricted):
            await AsyncPathwayEngine(archive.engine, database).history("k", WORKER, unseal=True)
        await database.dispose()

    asyncio.run(story())
    log = archive.store.read(REGISTER, "k")
    assert [(each.action, each.allowed) for each in log] == [("open", False)]  # type: ignore[union-attr]
    archive.store.close()


def test_an_asyncio_host_purges(tmp_path: Path) -> None:
    """A case that is due goes with every row and its key; who may not is refused, and told so after the commit."""
    archive = Archive(sqlite_store(tmp_path))
    archive.closed()
    key = wrapped_key(archive)
    archive.on(2036)

    async def story() -> Tombstone:
        database = async_sqlite_engine(tmp_path / "cases.db")
        engine = AsyncPathwayEngine(archive.engine, database)
        assert isinstance(await engine.purge("k", WORKER), Refused)
        stone = await engine.purge("k", KEEPER)
        assert isinstance(stone, Tombstone)
        assert key not in raw(tmp_path)
        with pytest.raises(CaseNotFound):
            await engine.purge("k", KEEPER)
        await database.dispose()
        return stone

    stone = asyncio.run(story())
    assert archive.store.tombstones(REGISTER) == (stone,)
    archive.store.close()
    assert verify_database(f"sqlite:///{tmp_path / 'cases.db'}") == []


def test_an_asyncio_host_erases_again_after_a_restore(tmp_path: Path) -> None:
    """The register of erasures is applied case by case, as for any host; again it changes nothing."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    archive.opened("l")
    key = wrapped_key(archive)
    told = [Erasure(case_id=each, erased_at=archive.sources.clock(), basis="unlawful") for each in ("k", "never-here")]
    register = tmp_path / "erasures.jsonl"
    register.write_text("".join(f"{line}\n" for line in register_lines(REGISTER, told)))

    async def story() -> None:
        database = async_sqlite_engine(tmp_path / "cases.db")
        engine = AsyncPathwayEngine(archive.engine, database)
        applied = await engine.apply_erasures(register)
        assert (applied.erased, applied.before, applied.absent) == (("k",), 0, ("never-here",))
        assert key not in raw(tmp_path)
        again = await engine.apply_erasures(told)
        assert (again.erased, again.before, again.absent) == ((), 1, ("never-here",))
        with pytest.raises(CaseErased):
            await engine.history("k", WORKER, unseal=True)
        await database.dispose()

    asyncio.run(story())
    assert archive.engine.history("l", WORKER, unseal=True)[-1].personal
    archive.store.close()
    assert verify_database(f"sqlite:///{tmp_path / 'cases.db'}") == []


def test_a_cancelled_erasure_leaves_no_key_behind(tmp_path: Path) -> None:
    """Whoever is cancelled while erasing goes on only when what is left of the key has been overwritten."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    key = wrapped_key(archive)

    async def story() -> bool:
        database = async_sqlite_engine(tmp_path / "cases.db")
        engine = AsyncPathwayEngine(archive.engine, database)
        erasing = asyncio.ensure_future(engine.do(c.Erase(case="k", actor=KEEPER, ground="unlawful")))
        await asyncio.sleep(0)
        erasing.cancel()
        await asyncio.wait({erasing})
        await database.dispose()
        return erasing.cancelled()

    assert asyncio.run(story())
    assert archive.engine.case("k").erased
    assert key not in raw(tmp_path)
    archive.store.close()
