"""One piece of work on a connection: everything in it takes effect, or nothing does."""

from __future__ import annotations

__all__ = ["OwnWork", "SharedWork", "Work", "Working", "replicating"]

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import partial
from typing import Any, Protocol

from attrs import define
from sqlalchemy import Connection, Engine, NestedTransaction

from pathway_engine.errors import OutcomeUnknown
from pathway_engine.failpoints import reach
from pathway_engine.stores.sql.engine import begun
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.gate import compare
from pathway_engine.stores.sql.statements import Prepared, Statements

Values = Mapping[str, Any]
Sent = tuple[Any, Callable[[Any], None]]
"""A cursor whose statement was sent, and what looks at its answer."""

# Of what a server waits for before it says that a commit is done, "off" is the one value that may lose it. Its warning
# that it has not waited must reach us.
_SETTINGS = (
    "SELECT set_config('lock_timeout', %s, true), set_config('idle_in_transaction_session_timeout', %s, true),"
    " set_config('client_min_messages', 'warning', true),"
    " set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'"
    " ELSE current_setting('synchronous_commit') END, true)"
)
# A client that is stopped while it sends its statements is not idle to the server. Since version 17 it can be told how
# long a whole transaction may take; waiting for a standby does not count.
_BOUNDED = _SETTINGS + ", set_config('transaction_timeout', %s, true)"
_KNOWS_TRANSACTION_TIMEOUT = 170_000
_WHOLE_WRITE, _LEAST_WHOLE_WRITE = 10, 10.0  # times the patience; seconds


@define
class Work:
    """Statements carried out on the driver's cursor, within one transaction."""

    cursor: Any

    def run(self, statement: Prepared, values: Values) -> int:
        """Carry out a statement; give how many rows it changed."""
        self.cursor.execute(statement.text, statement.arguments(values))
        changed: int = self.cursor.rowcount
        return changed

    def send(self, statement: Prepared, values: Values) -> None:
        """Carry out a statement, however many rows it changes."""
        self.run(statement, values)

    def must(self, statement: Prepared, values: Values, otherwise: Callable[[], Exception]) -> None:
        """Carry out a statement that has to change one row.

        Args:
            statement: The statement.
            values: Its values.
            otherwise: Gives what is raised when it changed none: here, or at the latest before the commit.
        """
        if self.run(statement, values) != 1:
            raise otherwise()

    def run_all(self, statement: Prepared, rows: Iterable[Values]) -> None:
        """Carry out a statement for each row."""
        arguments = [statement.arguments(row) for row in rows]
        if len(arguments) == 1:
            self.cursor.execute(statement.text, arguments[0])
        elif arguments:
            self.cursor.executemany(statement.text, arguments)

    def rows(self, statement: Prepared, values: Values) -> list[tuple[Any, ...]]:
        """Carry out a query; give its rows."""
        self.cursor.execute(statement.text, statement.arguments(values))
        found: list[tuple[Any, ...]] = self.cursor.fetchall()
        return found

    def compare(self, sql: Statements) -> None:
        """See that the tables are still of this version: then they stay so until the end of this piece of work.

        Raises:
            SchemaMismatch: They have been migrated, or set back.
        """
        found = self.rows(sql.schema, {})
        compare(found[0][0] if found else None, sql.tables)


@define
class Pipelined(Work):
    """Statements sent to PostgreSQL one after the other, without waiting for the answer to each.

    A write is then as many round trips as it has questions, not as many as it has rows. What a statement had to change
    is looked at when the answers are there, before the commit.

    Args:
        connection: The driver's connection, in pipeline mode.
        pipeline: The driver's pipeline.
        sent: What is to be looked at when the answers are there.
    """

    connection: Any
    pipeline: Any
    sent: list[Sent]

    def run(self, statement: Prepared, values: Values) -> int:
        """Carry out a statement; give how many rows it changed."""
        cursor = self._send(statement, values)
        self.wait()
        changed: int = cursor.rowcount
        return changed

    def send(self, statement: Prepared, values: Values) -> None:
        """Send a statement, however many rows it changes."""
        self._send(statement, values)

    def must(self, statement: Prepared, values: Values, otherwise: Callable[[], Exception]) -> None:
        """Send a statement that has to change one row."""

        def look(cursor: Any) -> None:
            if cursor.rowcount != 1:
                raise otherwise()

        self.sent.append((self._send(statement, values), look))

    def rows(self, statement: Prepared, values: Values) -> list[tuple[Any, ...]]:
        """Carry out a query; give its rows."""
        cursor = self._send(statement, values)
        self.wait()
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def compare(self, sql: Statements) -> None:
        """Ask whether the tables are still of this version; the answer is looked at before the commit."""

        def look(cursor: Any) -> None:
            found = cursor.fetchone()
            compare(found[0] if found else None, sql.tables)

        self.sent.append((self._send(sql.schema, {}), look))

    def wait(self) -> None:
        """Wait for the answers so far, and look at them in order."""
        self.pipeline.sync()
        sent = self.sent.copy()
        self.sent.clear()
        for cursor, look in sent:
            look(cursor)

    def _send(self, statement: Prepared, values: Values) -> Any:
        cursor = self.connection.cursor()
        cursor.execute(statement.text, statement.arguments(values))
        return cursor


class Working(Protocol):
    """Where pieces of work are done."""

    def reading(self) -> AbstractContextManager[Work]:
        """Begin a piece of work that only reads."""

    def writing(self) -> AbstractContextManager[Work]:
        """Begin a piece of work that writes; it is committed at the end, or nothing of it stays.

        Raises:
            SchemaMismatch: The tables are not of this version any more.
        """


class OwnWork:
    """Work on connections of our own: each piece is a transaction.

    Args:
        engine: The engine that gives connections.
        sql: The statements.
        patience: How long PostgreSQL may wait for a row that another holds, in seconds; SQLite's is the engine's own.
    """

    def __init__(self, engine: Engine, sql: Statements, patience: float = 5.0) -> None:
        self._engine = engine
        self._sql = sql
        on_sqlite = engine.dialect.name == "sqlite"
        self._in_transaction = _writing_sqlite if on_sqlite else partial(_writing_postgresql, patience)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Begin a piece of work that only reads: single queries, which need no transaction."""
        with _translating(), self._connected() as connection:
            yield Work(connection.cursor())

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Begin a transaction; commit it at the end."""
        commit = _Commit()
        with _translating(lambda: commit.begun), self._connected() as connection:
            try:
                reach("work.before_begin")
                with self._in_transaction(connection, commit) as work:
                    reach("work.after_begin")
                    work.compare(self._sql)
                    yield work
                reach("work.after_commit")
            except BaseException:
                _undo(connection, reusable=not commit.begun)
                raise

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        """Take a connection whose driver begins no transaction by itself; SQLite's are made so."""
        connection = self._engine.raw_connection()
        driver: Any = connection.driver_connection
        as_it_was = getattr(driver, "autocommit", True)
        try:
            if not as_it_was:
                # What a host does whenever a connection is taken has begun a transaction: end it, so that what was set
                # in it holds for us.
                connection.commit()
                driver.autocommit = True
            yield connection
        finally:
            try:
                if getattr(driver, "closed", False):
                    # The server went away, and with it most likely every other connection: begin anew with all.
                    if connection.is_valid:
                        connection.invalidate()
                    self._engine.dispose()
                elif not as_it_was and connection.is_valid:
                    driver.autocommit = False
            finally:
                connection.close()


@define
class _Commit:
    """Whether a commit is under way: from then on an error may leave the outcome unknown."""

    begun: bool = False

    def begin(self) -> None:
        reach("work.before_commit")
        self.begun = True


@contextmanager
def _writing_sqlite(connection: Any, commit: _Commit) -> Iterator[Work]:
    # Closed whatever happens: an open statement keeps a discarded connection alive, and its files open.
    with closing(connection.cursor()) as cursor:
        # A writer takes the lock first.
        cursor.execute("BEGIN IMMEDIATE")
        yield Work(cursor)
    commit.begin()
    connection.commit()


@contextmanager
def _writing_postgresql(patience: float, connection: Any, commit: _Commit) -> Iterator[Work]:
    """Begin a transaction in the driver's pipeline, and commit it there.

    Whoever stops while a write is with the server must let go of its rows in time. The server counts from the moment at
    which it has answered a Sync and heard nothing since. The driver ends a pipeline with a Sync and one message more,
    which stops that clock: so the Sync before the commit is sent by itself, and the commit goes out with the end.

    A pooler that gives each transaction another session would give one for that last message, and wait for an answer
    that never comes. So with a driver that prepares nothing, as it has to behind one, the commit is sent after the end,
    for which it waits once more.
    """
    driver = connection.driver_connection
    sent: list[Sent] = []
    with replicating(driver):
        with _in_pipeline(driver, sent) as pipeline:
            work = Pipelined(driver.cursor(), driver, pipeline, sent)
            # What the server or the host has set for sessions must not decide how we write.
            work.cursor.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
            work.cursor.execute(*_settings(patience, driver))
            try:
                yield work
                work.wait()
            except Exception:
                # The driver would tell the host's log of answers that nobody waited for: here a conflict is no fault.
                with suppress(Exception):
                    pipeline.sync()
                raise
            commit.begin()
            if driver.prepare_threshold is not None:
                work.cursor.execute("COMMIT")
        if driver.prepare_threshold is None:
            driver.commit()


@contextmanager
def _in_pipeline(driver: Any, sent: list[Sent]) -> Iterator[Any]:
    """Give the driver's pipeline; of several errors tell the first one that we know of."""
    try:
        with driver.pipeline() as pipeline:
            yield pipeline
    except Exception:
        # What a statement had to change and did not comes first: an error of a later one may be its consequence.
        for cursor, look in itertools.takewhile(lambda each: each[0].pgresult is not None, sent):
            look(cursor)
        raise


def _settings(patience: float, driver: Any) -> tuple[str, tuple[str, ...]]:
    """Give the statement that sets what holds for one write, and its values."""
    limit = _milliseconds(patience)
    if driver.info.server_version < _KNOWS_TRANSACTION_TIMEOUT:
        return _SETTINGS, (limit, limit)
    return _BOUNDED, (limit, limit, _milliseconds(max(_LEAST_WHOLE_WRITE, _WHOLE_WRITE * patience)))


def _milliseconds(seconds: float) -> str:
    return f"{max(1, round(seconds * 1000))}ms"


@contextmanager
def replicating(driver: Any) -> Iterator[None]:
    """See that a commit has waited for the standbys that it was to wait for.

    Whoever cancels that waiting is answered as if the commit were whole; the server only warns that it may be on this
    server alone (faults 34).

    Raises:
        OutcomeUnknown: The waiting was cancelled: it is committed here, and may be lost with this server.
    """
    warnings: list[str | None] = []

    def hear(diagnostic: Any) -> None:
        warnings.append(diagnostic.source_function)

    driver.add_notice_handler(hear)
    try:
        yield
    finally:
        driver.remove_notice_handler(hear)
    if "SyncRepWaitForLSN" in warnings:
        raise OutcomeUnknown("the waiting for a standby was cancelled: this server alone may have it")


class SharedWork:
    """Work inside a transaction of the host's: each piece is a savepoint, and the commit is the host's (semantics §P3).

    Args:
        connection: The host's connection, in a transaction.
    """

    def __init__(self, connection: Connection, sql: Statements) -> None:
        self._connection = connection
        self._sql = sql

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Begin a piece of work that only reads; it sees what the host's transaction sees."""
        with _translating():
            yield Work(self._cursor())

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Begin a savepoint; let go of it at the end, or roll back to it."""
        with _translating():
            work = Work(self._cursor())
            savepoint = self._connection.begin_nested()
            try:
                work.compare(self._sql)
                yield work
            except BaseException:
                _back_to(savepoint, self._connection)
                raise
            savepoint.commit()

    def _cursor(self) -> Any:
        return begun(self._connection).connection.cursor()


@contextmanager
def _translating(committing: Callable[[], bool] = lambda: False) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        ours = translated(error, committing=committing())
        if ours is error:
            raise
        raise ours from error


def _back_to(savepoint: NestedTransaction, connection: Connection) -> None:
    """Roll back to a savepoint.

    Where that cannot be done the database has ended the host's whole transaction by itself, as SQLite does when the
    disk is full. The connection is given up: what the host did next on it would be committed statement by statement.
    """
    try:
        savepoint.rollback()
    except Exception:  # noqa: BLE001 - the error that led here is the one to tell of
        connection.invalidate()


def _undo(connection: Any, *, reusable: bool) -> None:
    """Roll back. A connection whose commit failed, or that cannot roll back, is not used again."""
    try:
        connection.rollback()
    except Exception:  # noqa: BLE001 - the error that led here is the one to tell of
        reusable = False
    if not reusable:
        connection.invalidate()
