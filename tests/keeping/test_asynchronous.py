"""An asyncio host erases and looks as others do: the log is emptied, and a refused look is logged."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import AsyncPathwayEngine, Done
from pathway_engine.errors import CaseRestricted
from pathway_engine.stores.sql import async_sqlite_engine
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
