"""Every cell of every table, changed by hand: what the verifier finds, and the few that it need not (faults 67)."""

# ruff: noqa: S608 - the statements are an intruder's, and their values our own

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.verify import CannotVerify, verify_database
from tests.verify.history import CLIENT, COACH, WORKER, Story, edited

KEEPER = c.Actor(subject="keeper-1", organisation="north", roles="keeper")
ALIVE, ERASED, PURGED = "alive", "erased", "purged"

NOT_FOUND = {
    "access_log": {"the last row"},  # the end of a log may be cut off without a trace, but for a checkpoint
    "alembic_version": {"version_num", "the last row"},  # the version that is read stands in `meta`
    "case_keys": {"key_id", "wrapped"},  # whoever opens what is sealed finds it: a false key opens nothing
    "deadlines": {"attempts", "lease_until", "token", "quarantined_at"},  # how the workers stand, not what happened
    "erasures": {"erased_at", "basis"},  # of a purged case; the copy kept elsewhere is what is applied
    "journal": {"position", "written_in"},  # the order in which cases were written, not that within a case
    "outbox": {"attempts", "lease_until", "token", "quarantined_at"},  # the same as of deadlines
}
"""Table -> cells whose change is no finding. Whoever lengthens this list says why."""


@cache
def story() -> Path:
    """Give a database with something in every table: a case that goes on, one that was erased and one purged."""
    path = Path(mkdtemp(prefix="cells-")) / "cells.db"
    told = Story(path)
    for case in (ALIVE, ERASED, PURGED):
        told.do(c.Open, WORKER, case, client="131052-900W", note="x")
        told.do(c.Record, WORKER, case, record="checklist", fields={"signs": "school"})
        told.engine.steps(case, WORKER)
    told.do(c.Move, WORKER, ALIVE, trigger="begin")
    told.do(c.NameWorker, WORKER, ALIVE, role="worker", worker="worker-1")
    told.do(c.Record, WORKER, ALIVE, record="assessment", fields={"goals": "x"})
    told.do(c.Move, WORKER, ALIVE, trigger="complete")
    told.do(c.GivePermit, CLIENT, ALIVE, kind="share", recipient="east")
    told.do(c.Move, WORKER, ALIVE, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    told.do(c.AcceptHandover, COACH, ALIVE)
    told.do(c.ReceiveHandover, COACH, ALIVE, without_meeting="urgent")
    told.engine.history(ALIVE, COACH, unseal=True)
    told.do(c.Erase, KEEPER, ERASED, ground="unlawful")
    told.do(c.Move, WORKER, PURGED, trigger="close", reason="moved_away")
    told.sources.advance(timedelta(days=1))
    told.engine.purge(PURGED, KEEPER, basis="transferred_to_archive")
    told.store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


def rows(query: str) -> list[tuple[Any, ...]]:
    """Give rows of the untouched story."""
    connection = sqlite3.connect(story())
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def tables() -> list[str]:
    """Give every table of the database, without the prefix."""
    named = rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'pathway%'")
    return [name.removeprefix("pathway_") for (name,) in named]


def is_found(folder: Path, *statements: tuple[str, tuple[Any, ...]]) -> bool:
    """Change a copy, and tell whether the verifier finds it, or refuses to read the copy at all."""
    path = Path(shutil.copy(story(), folder / "copy.db"))
    with edited(path) as connection:
        for statement, values in statements:
            assert connection.execute(statement, values).rowcount, statement
    try:
        return bool(verify_database(f"sqlite:///{path}"))
    except CannotVerify:
        return True


def another(value: Any) -> Any:
    """Give another value of the same kind; of nothing make something."""
    if value is None:
        return "2025-03-03T00:00:00.000000Z"
    if isinstance(value, int):
        return value + 1
    return value + (b"x" if isinstance(value, bytes) else "x")


def test_the_story_is_clean_and_fills_every_table() -> None:
    """Nothing is found in what only the engine wrote, and each table has a row to change."""
    assert verify_database(f"sqlite:///{story()}") == []
    assert {name for name in tables() if not rows(f"SELECT 1 FROM pathway_{name}")} == set()


@pytest.mark.parametrize("table", tables())
def test_whatever_is_changed_in_a_table_is_found(tmp_path: Path, table: str) -> None:
    """Each cell of its last row is edited, and the row deleted: all is found but what is said not to matter."""
    columns = [name for _, name, *_ in rows(f"PRAGMA table_info(pathway_{table})")]
    (last,) = rows(f"SELECT rowid, * FROM pathway_{table} ORDER BY rowid DESC LIMIT 1")
    row, values = last[0], dict(zip(columns, last[1:], strict=True))
    silent = {
        name
        for name, value in values.items()
        if not is_found(tmp_path, (f"UPDATE pathway_{table} SET {name} = ? WHERE rowid = ?", (another(value), row)))
    }
    if not is_found(tmp_path, (f"DELETE FROM pathway_{table} WHERE rowid = ?", (row,))):
        silent.add("the last row")

    assert silent <= NOT_FOUND.get(table, set())


LOGGED = f"FROM pathway_access_log WHERE case_id = '{ALIVE}'"


@pytest.mark.parametrize(
    "statements",
    [
        ("DELETE FROM pathway_access_log WHERE rowid = (SELECT min(rowid) " + LOGGED + ")",),
        (
            "UPDATE pathway_access_log SET number = -1 WHERE rowid = (SELECT min(rowid) " + LOGGED + ")",
            "UPDATE pathway_access_log SET number = 1 WHERE number = 2 AND case_id = 'alive'",
            "UPDATE pathway_access_log SET number = 2 WHERE number = -1",
        ),
        (f"UPDATE pathway_access_log SET case_id = '{ERASED}', number = 2 WHERE case_id = '{ALIVE}' AND number = 2",),
        (f"UPDATE pathway_access_log SET case_id = 'unknown' WHERE case_id = '{ALIVE}'",),
        (f"UPDATE pathway_access_log SET register = 'south' WHERE case_id = '{ALIVE}'",),
        ("DELETE FROM pathway_erasures",),
        (f"DELETE FROM pathway_erasures WHERE case_id = '{ERASED}'",),
        (f"DELETE FROM pathway_erasures WHERE case_id = '{PURGED}'",),
        (f"UPDATE pathway_erasures SET case_id = '{ALIVE}' WHERE case_id = '{ERASED}'",),
        ("DELETE FROM pathway_definitions",),
    ],
    ids=["first", "swapped", "to-another-case", "to-no-case", "to-another-register", "erasures", "an-erasure",
         "a-purged-one", "erasure-of-another", "definitions"],
)  # fmt: skip
def test_rows_that_are_taken_away_swapped_or_moved_are_found(tmp_path: Path, statements: tuple[str, ...]) -> None:
    """In the log of use and disclosure, the register of erasures and the kept definitions."""
    assert is_found(tmp_path, *((each, ()) for each in statements))


def test_a_row_put_into_the_log_is_found(tmp_path: Path) -> None:
    """A copy of the last entry under the next number does not follow the last entry."""
    columns = [name for _, name, *_ in rows("PRAGMA table_info(pathway_access_log)")]
    listed = ", ".join(columns)
    chosen = ", ".join("number + 1" if name == "number" else name for name in columns)
    insert = f"INSERT INTO pathway_access_log ({listed}) SELECT {chosen} {LOGGED} ORDER BY number DESC LIMIT 1"

    assert is_found(tmp_path, (insert, ()))
