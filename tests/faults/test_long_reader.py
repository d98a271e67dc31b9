"""Somebody who reads one old state for long, while others write (faults 26)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pathway_engine.doctor import examine
from pathway_engine.doctor import sqlite as looking
from pathway_engine.stores.sql import SqlStore
from pathway_engine.workers import Envelope, OutboxRelay
from tests.concurrency.ground import engine_over
from tests.concurrency.test_isolation import all_there, at_once, opened

MEGABYTE = 2**20
BLOB = "INSERT INTO blobs VALUES (zeroblob(1000000))"
HOW_MANY = "SELECT count(*) FROM pathway_journal"


@contextmanager
def reading(url: str) -> Iterator[Callable[[], Any]]:
    """Keep one moment of a database open; what is given reads it again."""
    opening: Any
    if url.startswith("sqlite"):
        opening, begin = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None), "BEGIN"
    else:
        opening, begin = psycopg.connect(url, autocommit=True), "BEGIN ISOLATION LEVEL REPEATABLE READ"
    with closing(opening) as connection:
        connection.execute(begin)
        connection.execute(HOW_MANY).fetchall()
        yield lambda: connection.execute(HOW_MANY).fetchall()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_long_reader_holds_nobody_up(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """While one moment is read, all others write, send and verify; the reader sees what was there when it began."""
    url = f"sqlite:///{tmp_path}/cases.db" if kind == "sqlite" else str(request.getfixturevalue("postgres_url"))
    opened(url, "one")
    store = SqlStore.open(url, busy_timeout=30)
    sent: list[Envelope] = []
    with reading(url) as look:
        before = look()
        at_once(engine_over(store))
        relay = OutboxRelay(store, sent.append)
        while relay.run_once():
            pass
        all_there(url)
        assert look() == before
    assert len(sent) > len(before)
    store.close()


def test_a_log_of_writes_that_a_reader_keeps_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of a SQLite file grows while somebody reads what was; the doctor says so, and then it shrinks."""
    monkeypatch.setattr(looking, "_MOST_WAL", 8 * MEGABYTE)
    path = tmp_path / "cases.db"
    url = f"sqlite:///{path}"
    opened(url, "one")
    wal = path.with_name("cases.db-wal")
    store = SqlStore.open(url)

    def write(megabytes: int) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("CREATE TABLE IF NOT EXISTS blobs (content BLOB)")
            for _ in range(megabytes):
                other.execute(BLOB)

    write(12)
    assert wal.stat().st_size < 8 * MEGABYTE
    with reading(url):
        write(12)
        assert wal.stat().st_size > 8 * MEGABYTE
        assert "wal-size" in {each.code for each in examine(store)}
    with closing(sqlite3.connect(path, timeout=30)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    assert "wal-size" not in {each.code for each in examine(store)}
    store.close()
