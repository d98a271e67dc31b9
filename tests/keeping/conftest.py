"""An archive in each kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore
from tests.keeping.archive import Archive, sqlite_store


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """Give an archive in the memory, in a SQLite file and in a PostgreSQL database."""
    store: Store
    if request.param == "memory":
        store = MemoryStore()
    elif request.param == "sqlite":
        store = sqlite_store(tmp_path)
    else:
        store = SqlStore.open(request.getfixturevalue("postgres_url"))
    yield Archive(store)
    store.close()
