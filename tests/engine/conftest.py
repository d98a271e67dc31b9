"""Every test of the engine runs over the memory store, SQLite and PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore
from tests.engine.office import Office

Stores = Callable[[], Store]


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    """Give a function that opens the same data anew each time, as another process would."""
    if request.param == "memory":
        memory = MemoryStore()
        yield lambda: memory
        return
    url = f"sqlite:///{tmp_path / 'engine.db'}"
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
    opened: list[SqlStore] = []

    def connect() -> Store:
        opened.append(SqlStore.open(url))
        return opened[-1]

    yield connect
    for store in opened:
        store.close()


@pytest.fixture
def office(stores: Stores) -> Office:
    """Give an office whose clock stands until it is moved."""
    return Office(stores)
