"""A migration killed at any statement leaves the version before or the version after, never between (faults 48)."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.migrations import Migration, upgrade
from tests.migrations.databases import (
    MADE_UP,
    Connection,
    ask,
    bring,
    described,
    engine_at,
    fill,
    looking,
    marks,
    rows,
    shape,
)
from tests.migrations.forking import Forks

Seen = tuple[list[Any], dict[str, list[Any]]]


@contextmanager
def seen(url: str) -> Iterator[tuple[Connection, Seen]]:
    """Look at a database."""
    with looking(url) as connection:
        yield connection, (shape(connection), rows(connection))


@pytest.mark.parametrize(("before", "after"), [(0, 1), (1, 2)])
def test_a_killed_migration_is_all_or_nothing(url: str, forks: Forks, before: int, after: int) -> None:
    """Killed before each statement, before the commit and after it: one version or the other, and a rerun succeeds.

    Each run is a rerun after all that were killed before it.
    """
    if before:
        fill(url)
    new = after_migrating(url, after)
    with seen(url) as (_, old):
        assert old != new

    # The first migration makes table after table, and killing it costs a process each time.
    stride = 1 if before or os.environ.get("PATHWAY_SOAK") else 5
    for kill_at in itertools.count(1, stride):
        killed = forks.migrate(url, after, kill_at)
        with seen(url) as (connection, found):
            assert found in (old, new)
            version = after if found == new else before
            if version:
                assert marks(connection) == ([str(version)], [f"schema_{version}"])
        if found == new:
            break
        assert killed
    # Many places were tried, and what was killed before its commit kept nothing.
    assert kill_at > 15
    assert bring(url, after) == Migration(after, after)


def after_migrating(url: str, version: int) -> Seen:
    """Give what an undisturbed migration leaves; it is rolled back."""
    with engine_at(url) as engine, engine.connect() as connection, connection.begin() as transaction:
        upgrade(connection, described(version), MADE_UP, patience=5)
        found = shape(connection), rows(connection)
        transaction.rollback()
    return found


def test_the_rows_are_carried_over(url: str) -> None:
    """The made-up second version keeps every row and fills what is new from the old."""
    fill(url)
    with seen(url) as (_, before):
        pass
    bring(url, 2)
    with seen(url) as (connection, after):
        assert after[1]["pathway_journal"] == before[1]["pathway_journal"]
        assert [(*row, row[10].upper()) for row in before[1]["pathway_cases"]] == after[1]["pathway_cases"]
        assert [row[1] for row in after[1]["pathway_stages"]] == ["PLANNING"]
        assert len(after[1]["pathway_outbox"]) == len(before[1]["pathway_outbox"]) > 0
        if url.startswith("sqlite"):
            assert ask(connection, "PRAGMA foreign_key_check") == []
            assert ask(connection, "PRAGMA integrity_check") == [("ok",)]


# ── Many at once ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_32_processes_open_an_empty_database_at_once(url: str, forks: Forks) -> None:
    """All open it and write, none raises, and there is one schema (faults 22)."""
    assert forks.open(url, 32) == []

    store = SqlStore.open(url, create=False)
    assert len(store.cases("lapland", limit=50).rows) == 32
    store.close()
    with looking(url) as connection:
        assert marks(connection) == (["1"], ["schema_1"])
