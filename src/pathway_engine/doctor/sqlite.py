"""What of a SQLite database and of the engine on it endangers a promise."""

from __future__ import annotations

__all__ = ["examine_sqlite"]

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from pathway_engine.doctor.finding import Finding, finding
from pathway_engine.stores.sql.probing import Habits, Probe

_WAL_RESET_MENDED = (3, 51, 3)
"""Before this version, two connections that write and move the log at the same moment can corrupt the file."""

_SYNCHRONOUS = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}
_MEGABYTE = 2**20
_MOST_WAL = 64 * _MEGABYTE
_LEAST_FREE = 200 * _MEGABYTE


def examine_sqlite(probe: Probe, habits: Habits) -> Iterator[Finding]:
    """Examine a SQLite database through a connection of the store's own engine."""
    yield from _settings(probe)
    yield from _engine(habits)
    file = probe.value("SELECT file FROM pragma_database_list WHERE name = 'main'")
    if file:
        yield from _file(Path(file), probe.tables["meta"])


def _settings(probe: Probe) -> Iterator[Finding]:
    synchronous = int(probe.value("PRAGMA synchronous"))
    if synchronous < 2:
        yield finding("error", "sqlite-synchronous", 1, value=_SYNCHRONOUS.get(synchronous, str(synchronous)))
    mode = str(probe.value("PRAGMA journal_mode"))
    if mode != "wal":
        yield finding("error" if mode in {"off", "memory"} else "warning", "sqlite-journal-mode", 1, value=mode)
    elif sqlite3.sqlite_version_info < _WAL_RESET_MENDED:
        yield finding("warning", "sqlite-wal-reset", 1, 4, version=sqlite3.sqlite_version)
    if not probe.value("PRAGMA foreign_keys"):
        yield finding("warning", "sqlite-foreign-keys", 4)
    if probe.value("PRAGMA secure_delete") != 1:
        yield finding("warning", "sqlite-secure-delete", 15)


def _engine(habits: Habits) -> Iterator[Finding]:
    if habits.autocommit:
        yield finding("error", "autocommit", 4, 1)
    elif habits.begins_late:
        yield finding("warning", "begins-late", 1, 4)


def _file(file: Path, table: str) -> Iterator[Finding]:
    try:
        status = file.stat()
    except OSError:
        return
    mode = stat.S_IMODE(status.st_mode)
    if mode & 0o077:
        yield finding("warning", "file-mode", 7, path=str(file), mode=f"{mode:o}")
    wal = file.with_name(f"{file.name}-wal")
    size = wal.stat().st_size if wal.exists() else 0
    if size > _MOST_WAL:
        yield finding("warning", "wal-size", 12, path=str(wal), size=size // _MEGABYTE)
    free = shutil.disk_usage(file.parent).free
    if free < max(_LEAST_FREE, status.st_size // 10):
        yield finding("warning", "disk-space", 12, free=free // _MEGABYTE)
    if not _can_be_written(file, table):
        yield finding("warning", "read-only", 1)


def _can_be_written(file: Path, table: str) -> bool:
    """Ask SQLite, which asks the file, its folder and how the disk is mounted; nothing is written."""
    try:
        connection = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN IMMEDIATE")
            # Of a file that may only be read, SQLite makes the transaction a reading one without a word.
            connection.execute(f"UPDATE {table} SET value = value WHERE 0")  # noqa: S608 - a name of ours
            connection.execute("ROLLBACK")
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        # Somebody who writes just now shows that it can be written.
        return error.sqlite_errorname.startswith("SQLITE_BUSY")
    return True
