"""Servers that a test may ill-treat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import PostgresServer
from tests.postgresql.proxy import Proxy


@pytest.fixture
def proxy(postgres: PostgresServer) -> Iterator[Proxy]:
    """Give a proxy before the server."""
    with Proxy(postgres.folder) as proxy:
        yield proxy


@pytest.fixture
def database(postgres: PostgresServer) -> Iterator[str]:
    """Give the name of an empty database."""
    name = postgres.make_database()
    yield name
    postgres.drop_database(name)


@pytest.fixture(scope="module")
def postgres_alone() -> Iterator[PostgresServer]:
    """Give a server that no other module uses, to be stopped and killed."""
    server = PostgresServer({"fsync": "on", "wal_sync_method": "fdatasync"})
    yield server
    server.close()
