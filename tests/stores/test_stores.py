"""Every store of ours is put to the shipped suite."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from pathway_engine.stores import open_store
from pathway_engine.stores.conformance import conformance
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore, tables
from tests.postgres import PostgresServer

_SCRATCH = ExitStack()
_SERVER: list[PostgresServer] = []


@pytest.fixture(scope="module", autouse=True)
def scratch() -> Iterator[None]:
    """Take files away when the last test is done."""
    with _SCRATCH:
        yield


@pytest.fixture(scope="module")
def server(postgres: PostgresServer) -> PostgresServer:
    """Let the factory below find the server."""
    _SERVER[:] = [postgres]
    return postgres


def on_sqlite() -> Store:
    """Give an empty store in a file of its own."""
    return open_store(f"sqlite:///{_SCRATCH.enter_context(tempfile.TemporaryDirectory())}/cases.db")


def on_postgres() -> Store:
    """Give an empty store on the server: emptied, since making a database takes long."""
    (server,) = _SERVER
    return emptied(server.url("postgres"))


def emptied(url: str) -> Store:
    """Open the store at a URL of PostgreSQL and take all its rows away."""
    store = open_store(url)
    assert isinstance(store, SqlStore)
    names = ", ".join(table.name for table in tables().metadata.sorted_tables if table.name != tables().meta.name)
    assert store._engine is not None
    with store._engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY")
    return store


TestMemory = conformance(MemoryStore)
TestSqlite = conformance(on_sqlite)
TestPostgres = pytest.mark.usefixtures("server")(conformance(on_postgres))
