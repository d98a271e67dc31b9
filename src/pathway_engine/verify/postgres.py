"""Reading the tables of a PostgreSQL database; the only part of the verifier that needs a driver.

`psycopg` is imported when a PostgreSQL database is read, and not before: a SQLite file is verified without it.
"""

from __future__ import annotations

__all__ = ["postgres"]

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .faults import CannotVerify, Columns, Damaged

if TYPE_CHECKING:
    import psycopg

_ROWS_AT_ONCE = 2000
"""How many rows the server hands over at a time: memory stays the same however large a table is."""


class _Postgres:
    def __init__(self, connection: psycopg.Connection[Any], schema: str, prefix: str) -> None:
        self._connection = connection
        self._schema = schema
        self._prefix = prefix

    def rows(self, table: str, order: str) -> Iterator[dict[str, Any]]:
        import psycopg
        from psycopg import sql

        query = sql.SQL("SELECT * FROM {} ORDER BY {}").format(
            sql.Identifier(self._schema, f"{self._prefix}{table}"),
            sql.SQL(", ").join(sql.Identifier(name.strip()) for name in order.split(",")),
        )
        try:
            # A cursor of the server's: its name is free, and several are read side by side.
            with self._connection.cursor(f"verify_{uuid.uuid4().hex}") as cursor:
                cursor.itersize = _ROWS_AT_ONCE
                cursor.execute(query)
                names = [column.name for column in cursor.description or ()]
                for values in cursor:
                    yield Columns(zip(names, values, strict=True))
        except (psycopg.Error, UnicodeError) as error:
            raise Damaged(f"{table}: {_first_line(error)}") from None

    def faults(self) -> Sequence[str]:
        """The server checks its pages as it reads them: what is damaged stops the reading of its table."""
        return ()


@contextmanager
def postgres(
    url: str, prefix: str, schema: str, check: Callable[[Collection[str], str | None], None]
) -> Iterator[_Postgres]:
    """Open one moment of a PostgreSQL database, for reading.

    Args:
        url: `postgresql://…`, as libpq takes it.
        prefix: What the name of every table begins with.
        schema: Schema of the tables; the first of the search path that has them when empty.
        check: Called with the names of the tables there are, and the version they are of.

    Raises:
        CannotVerify: The driver is not installed, the URL cannot be read as it was meant, or the server cannot be
            reached or read.
    """
    if url.partition("?")[0].count("@") > 1:
        # What follows the first one would be taken for the host, and be told when it is not found.
        raise CannotVerify("an @ in the user's name or password is written as %40 in a URL")
    try:
        import psycopg
    except ImportError:
        raise CannotVerify("reading PostgreSQL needs the driver psycopg: pip install 'psycopg[binary]'") from None
    try:
        connection = psycopg.connect(
            _plain(url), autocommit=False, client_encoding="utf8", application_name="pathway verify"
        )
    except psycopg.Error as error:
        raise CannotVerify(f"the database cannot be opened: {_first_line(error)}") from None
    try:
        # One moment for all tables, whatever others commit meanwhile; and nothing can be written.
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        home = schema or _home(connection, prefix)
        check(_tables(connection, home), _version(connection, home, prefix))
        yield _Postgres(connection, home, prefix)
    except psycopg.Error as error:
        raise CannotVerify(f"the database cannot be read: {_first_line(error)}") from None
    finally:
        connection.close()


def _plain(url: str) -> str:
    """Leave out what the library's own driver is told in a URL, and the server's library does not know."""
    base, _, query = url.partition("?")
    kept = "&".join(each for each in query.split("&") if each and not each.startswith("prepare_threshold="))
    return f"{base}?{kept}" if kept else base


def _home(connection: psycopg.Connection[Any], prefix: str) -> str:
    """Find the schema of the search path in which the tables stand."""
    found = connection.execute(
        "SELECT schemaname FROM pg_tables WHERE tablename = %s AND schemaname = ANY (current_schemas(false))"
        " ORDER BY array_position(current_schemas(false), schemaname) LIMIT 1",
        (f"{prefix}meta",),
    ).fetchone()
    return str(found[0]) if found else "public"


def _tables(connection: psycopg.Connection[Any], schema: str) -> set[str]:
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", (schema,))
    return {str(name) for (name,) in found}


def _version(connection: psycopg.Connection[Any], schema: str, prefix: str) -> str | None:
    from psycopg import sql

    if f"{prefix}meta" not in _tables(connection, schema):
        return None
    meta = sql.Identifier(schema, f"{prefix}meta")
    found = connection.execute(sql.SQL("SELECT value FROM {} WHERE name = 'schema'").format(meta)).fetchone()
    return str(found[0]) if found else None


def _first_line(error: BaseException) -> str:
    """Give what a driver's error says, without the details that may hold a row's values."""
    return str(error).strip().partition("\n")[0] or type(error).__name__
