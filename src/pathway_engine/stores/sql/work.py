"""One piece of work on a connection: everything in it takes effect, or nothing does."""

from __future__ import annotations

__all__ = ["OwnWork", "SharedWork", "Work"]

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from attrs import frozen
from sqlalchemy import Connection, Engine

from pathway_engine.failpoints import reach
from pathway_engine.stores.sql.engine import begun
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.gate import compare
from pathway_engine.stores.sql.statements import Prepared, Statements

Values = Mapping[str, Any]


@frozen
class Work:
    """Statements carried out on the driver's cursor, within one transaction."""

    cursor: Any

    def run(self, statement: Prepared, values: Values) -> int:
        """Carry out a statement; give how many rows it changed."""
        self.cursor.execute(statement.text, statement.arguments(values))
        changed: int = self.cursor.rowcount
        return changed

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


class Working(Protocol):
    """Where pieces of work are done."""

    def reading(self) -> AbstractContextManager[Work]:
        """Begin a piece of work that only reads."""

    def writing(self, *, compares: bool = False) -> AbstractContextManager[Work]:
        """Begin a piece of work that writes; it is committed at the end, or nothing of it stays.

        Args:
            compares: True for work that itself compares the version of the tables (promise 13).

        Raises:
            SchemaMismatch: The tables are not of this version any more.
        """


class OwnWork:
    """Work on connections of our own: each piece is a transaction."""

    def __init__(self, engine: Engine, sql: Statements) -> None:
        self._engine = engine
        self._sql = sql
        # PostgreSQL begins by itself. On SQLite a writer takes the lock first, and a single query needs no transaction.
        self._begin = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else ""

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Begin a piece of work that only reads."""
        with _translating():
            connection = self._engine.raw_connection()
            try:
                yield Work(connection.cursor())
            finally:
                connection.close()

    @contextmanager
    def writing(self, *, compares: bool = False) -> Iterator[Work]:
        """Begin a transaction; commit it at the end."""
        committing = False
        with _translating(lambda: committing):
            connection = self._engine.raw_connection()
            try:
                reach("work.before_begin")
                cursor = connection.cursor()
                if self._begin:
                    cursor.execute(self._begin)
                reach("work.after_begin")
                work = Work(cursor)
                if not compares:
                    work.compare(self._sql)
                yield work
                reach("work.before_commit")
                committing = True
                connection.commit()
                reach("work.after_commit")
            except BaseException:
                _undo(connection, reusable=not committing)
                raise
            finally:
                connection.close()


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
    def writing(self, *, compares: bool = False) -> Iterator[Work]:
        """Begin a savepoint; let go of it at the end, or roll back to it."""
        with _translating():
            work = Work(self._cursor())
            with self._connection.begin_nested():
                if not compares:
                    work.compare(self._sql)
                yield work

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


def _undo(connection: Any, *, reusable: bool) -> None:
    """Roll back. A connection whose commit failed, or that cannot roll back, is not used again."""
    try:
        connection.rollback()
    except Exception:  # noqa: BLE001 - the error that led here is the one to tell of
        reusable = False
    if not reusable:
        connection.invalidate()
