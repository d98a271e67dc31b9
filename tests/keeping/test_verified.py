"""The verifier knows tombstones: a chain of them, and nothing left of the cases they stand for."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pathway_engine.case import commands as c
from pathway_engine.verify import verify_database
from tests.keeping.archive import KEEPER, WORKER, Archive, sqlite_store
from tests.keeping.test_purging import purged


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give a database with three purged cases, one that is erased and one that lives."""
    archive = Archive(sqlite_store(tmp_path))
    for case in ("k", "l", "m", "n"):
        archive.closed(case)
    archive.engine.history("k", WORKER)
    archive.on(2036)
    for case in ("l", "k", "m"):
        purged(archive, case)
    archive.do(c.Erase, KEEPER, "n", ground="unlawful")
    archive.opened("living")
    archive.store.close()
    assert verify_database(str(tmp_path / "cases.db")) == []
    return tmp_path / "cases.db"


def codes(database: Path, statement: str) -> set[str]:
    """Do something to the database, and give the codes of what the verifier finds then."""
    with sqlite3.connect(database) as connection:
        connection.execute(statement)
    connection.close()
    return {each.code for each in verify_database(str(database))}


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE pathway_tombstones SET basis = 'x' WHERE number = 2", {"tombstone-altered"}),
        ("UPDATE pathway_tombstones SET head = 'x' WHERE number = 3", {"tombstone-altered"}),
        ("UPDATE pathway_tombstones SET version = 9 WHERE number = 1", {"tombstone-altered"}),
        ("UPDATE pathway_tombstones SET purged_at = '2000' WHERE number = 1", {"tombstone-altered"}),
        (
            "UPDATE pathway_tombstones SET case_id = 'x' WHERE number = 1",
            {"tombstone-altered", "tombstone-erasure", "case-gone"},
        ),
        ("UPDATE pathway_tombstones SET number = 9 WHERE number = 3", {"tombstone-altered", "tombstone-chain"}),
        ("DELETE FROM pathway_tombstones WHERE number = 2", {"tombstone-chain", "case-gone"}),
        ("UPDATE pathway_access_log SET entry = '{}' WHERE case_id = 'k' AND number = 1", {"log-altered"}),
        ("INSERT INTO pathway_case_keys VALUES ('north', 'k', 'k-1', x'00')", {"tombstone-rows"}),
        ("DELETE FROM pathway_erasures WHERE case_id = 'k'", {"tombstone-erasure"}),
    ],
)
def test_a_change_to_what_was_purged_is_found(database: Path, statement: str, found: set[str]) -> None:
    """Every column of a tombstone, its place in the row, the log it leaves and rows that come back are looked at."""
    assert codes(database, statement) == found
