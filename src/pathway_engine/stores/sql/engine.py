"""Engines that keep the promises: the only place with what is SQLite's alone.

SQLAlchemy's defaults lose acknowledged writes on SQLite: 8 processes that read and then wrote lost 2,086 of 2,399. Here
every transaction of a writer begins with `BEGIN IMMEDIATE`, and a commit is on the disk before it is acknowledged.
"""

from __future__ import annotations

__all__ = ["READS", "async_sqlite_engine", "begun", "engine_of", "sqlite_engine"]

import os
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from pathway_engine.errors import MissingExtra, StoreUnavailable

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

READS = "pathway_reads"
"""Execution option of connections that only read: their transactions do not wait for writers."""

_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # a commit waits for the disk: nothing acknowledged is lost when the power fails
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten, not only forgotten
    "PRAGMA trusted_schema = OFF",  # a file from elsewhere runs no functions of ours
)

_PATIENCE: Mapping[str, int] = {
    "connect_timeout": 10,  # seconds
    "tcp_user_timeout": 30_000,  # milliseconds without an answer to what was sent
    "keepalives_idle": 30,  # seconds of silence after which the other side is asked whether it is there
    "keepalives_interval": 10,
    "keepalives_count": 3,
}

_PREPARES = "prepare_threshold"

_ENGINES: WeakSet[Engine] = WeakSet()


def sqlite_engine(path: str | os.PathLike[str], *, busy_timeout: float = 5.0, create: bool = True) -> Engine:
    """Make an engine on a SQLite file, for our tables and a host's own.

    Args:
        path: The file. It is made with mode 0600, and SQLite gives its `-wal` and `-shm` the same.
        busy_timeout: How long to wait for another writer, in seconds, before `StoreBusy`.
        create: False refuses a file that is not there.

    Raises:
        StoreUnavailable: The file is not there, or its folder cannot be written to.
    """
    path = _made(path, create=create)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_timeout},
        pool_timeout=busy_timeout,
        hide_parameters=True,
    )
    _keep_promises(engine, busy_timeout)
    return engine


def async_sqlite_engine(path: str | os.PathLike[str], *, busy_timeout: float = 5.0, create: bool = True) -> AsyncEngine:
    """Make an asyncio engine on a SQLite file, with the same settings, for `AsyncPathwayEngine`.

    Needs the extra `pathway-engine[async]`. Arguments and faults are those of `sqlite_engine`.
    """
    from sqlalchemy.ext.asyncio import create_async_engine

    path = _made(path, create=create)
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        connect_args={"timeout": busy_timeout},
        pool_timeout=busy_timeout,
        hide_parameters=True,
    )
    _keep_promises(engine.sync_engine, busy_timeout)
    return engine


def _made(path: str | os.PathLike[str], *, create: bool) -> Path:
    """Give the path of a file that is there, made with mode 0600 if it was not."""
    path = Path(path)
    try:
        os.close(os.open(path, os.O_RDWR | (os.O_CREAT if create else 0), 0o600))
    except PermissionError:
        if not path.exists():
            raise StoreUnavailable(f"{path} cannot be made: its folder cannot be written to") from None
        # A file that may only be read can still be read.
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be opened: {os.strerror(error.errno or 0)}") from None
    return path


def _keep_promises(engine: Engine, busy_timeout: float) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        _settle_in(connection, busy_timeout)

    event.listen(engine, "begin", _begin)
    _ENGINES.add(engine)


def engine_of(url: str, *, busy_timeout: float, create: bool) -> Engine:
    """Make an engine for a URL.

    Raises:
        StoreUnavailable: As for `sqlite_engine`.
        MissingExtra: The driver of PostgreSQL is not installed: `pathway-engine[postgres]`.
        ValueError: The URL is not one of a SQLite file or of a PostgreSQL database. The message does not show it.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is not None and parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        return sqlite_engine(str(parsed.database), busy_timeout=busy_timeout, create=create)
    if parsed is not None and parsed.get_backend_name() == "postgresql":
        # libpq's own: a server that cannot be reached, or that vanished, is noticed in time. The URL may say otherwise.
        limits = {name: value for name, value in _PATIENCE.items() if name not in parsed.query}
        given = {**limits, **_preparing(parsed)}
        parsed = parsed.set(drivername="postgresql+psycopg").difference_update_query([_PREPARES])
        try:
            engine = create_engine(parsed, hide_parameters=True, pool_timeout=busy_timeout, connect_args=given)
        except ModuleNotFoundError:
            raise MissingExtra("postgres") from None
        _ENGINES.add(engine)
        return engine
    raise ValueError("a store's URL is memory:, sqlite:///path/to/file or postgresql://…")


def _preparing(url: URL) -> Mapping[str, int | None]:
    """Tell from when on the driver may prepare statements: that is a number of its own, which no text of a URL can be.

    What is prepared belongs to a session, and a pooler that gives each transaction another session loses it.

    Raises:
        ValueError: It is neither `none` nor a number.
    """
    given = url.query.get(_PREPARES)
    if given is None:
        return {}
    if given == "none":
        return {_PREPARES: None}
    if isinstance(given, str) and given.isascii() and given.isdecimal():
        return {_PREPARES: int(given)}
    raise ValueError(f"{_PREPARES} of a URL is none, or how often a statement is sent before it is prepared")


def _settle_in(connection: Any, busy_timeout: float) -> None:
    # The driver begins no transaction by itself: `_begin` and the store do.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    _use_wal(cursor, busy_timeout)
    cursor.close()


def _use_wal(cursor: Any, busy_timeout: float) -> None:
    """Turn on write-ahead logging: that needs the file alone for a moment, and SQLite does not wait for it."""
    patience = time.monotonic() + busy_timeout
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname == "SQLITE_READONLY":
                return
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > patience:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail, not wait, when another has written in between.
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(READS) else "BEGIN IMMEDIATE")


def begun(connection: Connection) -> Connection:
    """Give a host's connection back when the database has begun a transaction on it.

    With its own settings SQLite's driver begins one only before the first row is written: tables would be made, and
    savepoints kept, one by one as they come.

    Raises:
        ValueError: It has not.
    """
    driver: Any = connection.connection.driver_connection
    if not connection.in_transaction() or getattr(driver, "in_transaction", True) is False:
        raise ValueError(
            "the host's connection is not in a transaction: begin one first; for SQLite make the engine with"
            " pathway_engine.stores.sql.sqlite_engine, or emit BEGIN yourself"
        )
    return connection


def _leave_to_the_parent() -> None:
    """After a fork: the child must not touch its parent's connections, nor the locks that go with them."""
    for engine in _ENGINES:
        engine.dispose(close=False)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_to_the_parent)
