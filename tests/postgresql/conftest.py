"""Servers that a test may ill-treat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import PostgresServer


@pytest.fixture(scope="module")
def postgres_alone() -> Iterator[PostgresServer]:
    """Give a server that no other module uses, to be stopped and killed."""
    server = PostgresServer({"fsync": "on", "wal_sync_method": "fdatasync"})
    yield server
    server.close()
