"""A copy of the story, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgresServer
from tests.verify.databases import Database, PostgresCopy, SqliteCopy


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give a copy of the story that may be damaged, on either database."""
    if request.param == "sqlite":
        yield SqliteCopy(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    copy = PostgresCopy(server)
    yield copy
    copy.drop()
