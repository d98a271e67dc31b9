"""Reading the tables: every row of one moment, in order, case by case.

The reader is the only part that knows a database. It gives rows as dictionaries of what stands in the columns, as it
stands there: text that is no UTF-8 keeps its bytes, and a value of the wrong kind stays of the wrong kind, so that it
is found and not repaired. A reader for another database is a context manager that gives a `Snapshot`, entered in
`_READERS` under the scheme of its URL.
"""

from __future__ import annotations

__all__ = ["CannotVerify", "Damaged", "Home", "Row", "Snapshot", "homes", "open_snapshot"]

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from .faults import CannotVerify, Columns, Damaged
from .postgres import postgres

SCHEMA = "1"
"""The version of the tables that this verifier reads; it stands in the table `meta` under `schema`."""

Row = dict[str, Any]

_OF_A_CASE: Mapping[str, str] = {
    "cases": "version",
    "journal": "seq, position",
    "deadlines": "id",
    "holders": "part, name, organisation, worker",
    "outbox": "seq",
    "receipts": "first_seq, key",
    "access_log": "number",
    "case_keys": "key_id",
    "erasures": "erased_at",
    "tombstones": "number",
}
"""Tables whose rows belong to a case, and the order of a case's rows."""


class Snapshot(Protocol):
    """Everything as it stood at one moment, whatever others write meanwhile."""

    def rows(self, table: str, order: str) -> Iterator[Row]:
        """Give all rows of a table (named without its prefix), in order; text is ordered by its bytes."""

    def faults(self) -> Sequence[str]:
        """Give what the database itself says is wrong with its file."""


class Home(NamedTuple):
    """A case and all its rows, by table."""

    register: str
    case: str
    rows: Mapping[str, list[Row]]


def open_snapshot(url: str, prefix: str = "pathway_", schema: str = "") -> AbstractContextManager[Snapshot]:
    """Open a database to read one moment of it; nothing is written.

    Args:
        url: `sqlite:///path/to/file`, the bare path of a file, or `postgresql://…`.
        prefix: What the name of every table begins with.
        schema: Schema of the tables on PostgreSQL; found by the search path when empty.

    Raises:
        CannotVerify: The URL is of a kind not known here, or the database cannot be read.
    """
    scheme, separator, rest = url.partition("://")
    scheme = scheme.partition("+")[0] if separator else "sqlite"
    reader = _READERS.get(scheme)
    if reader is None:
        raise CannotVerify(f"no reader for {scheme} databases: give sqlite:///path/to/file or postgresql://…")
    return reader(rest if separator else f"/{url}", prefix, schema)


def homes(snapshot: Snapshot) -> Iterator[Home]:
    """Give every case that any row speaks of, with all its rows; one pass over each table, one case in memory."""
    groups = {
        table: groupby(snapshot.rows(table, f"register, case_id, {order}"), _home_of)
        for table, order in _OF_A_CASE.items()
    }
    waiting = {table: next(group, None) for table, group in groups.items()}
    while any(waiting.values()):
        key = min(found[0] for found in waiting.values() if found)
        rows: dict[str, list[Row]] = {}
        for table, found in waiting.items():
            rows[table] = list(found[1]) if found and found[0] == key else []
            if rows[table]:
                waiting[table] = next(groups[table], None)
        first = next(each[0] for each in rows.values() if each)
        yield Home(str(first["register"]), str(first["case_id"]), rows)


def _home_of(row: Row) -> tuple[tuple[int, Any], ...]:
    return _sorting(row["register"]), _sorting(row["case_id"])


def _sorting(value: Any) -> tuple[int, Any]:
    """Order values of any kind as SQLite does: nothing, numbers, text by its bytes, bytes."""
    if value is None:
        return 0, 0
    if isinstance(value, int | float):
        return 1, value
    if isinstance(value, str):
        return 2, value.encode("utf-8", "surrogateescape")
    return 3, value


# ── SQLite ─────────────────────────────────────────────────────────────────────────────────────────────────────────


_GIVES_UP = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What the driver raises over a damaged file: its own message may quote text that is no UTF-8."""


def _said(error: Exception) -> str:
    return error.object.decode("utf-8", "backslashreplace") if isinstance(error, UnicodeDecodeError) else str(error)


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection, prefix: str) -> None:
        self._connection = connection
        self._prefix = prefix

    def rows(self, table: str, order: str) -> Iterator[Row]:
        name = f'"{self._prefix}{table}"'.replace("\0", "")
        try:
            cursor = self._connection.execute(f"SELECT * FROM {name} ORDER BY {order}")  # noqa: S608 - names of ours
            names = [column[0] for column in cursor.description]
            for values in cursor:
                yield Columns(zip(names, values, strict=True))
        except _GIVES_UP as error:
            raise Damaged(f"{table}: {_said(error)}") from None

    def faults(self) -> Sequence[str]:
        try:
            told = [str(found) for (found,) in self._connection.execute("PRAGMA integrity_check(20)")]
        except _GIVES_UP as error:
            return [_said(error)]
        return [] if told == ["ok"] else told


@contextmanager
def _sqlite(rest: str, prefix: str, _schema: str) -> Iterator[Snapshot]:
    path = rest.removeprefix("/")
    if not path or path.startswith(":"):
        raise CannotVerify("a database in memory cannot be read from outside")
    file = Path(path.partition("?")[0])
    if not file.is_file():
        raise CannotVerify(f"there is no file {file}")
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise CannotVerify(f"{file} cannot be opened: {error}") from None
    try:
        # Broken text is to be found, not to stop the reading of everything after it.
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        # The first query fixes the moment: what others commit later is not seen.
        connection.execute("BEGIN")
        _check_file(connection, file, prefix)
        yield _Sqlite(connection, prefix)
    except _GIVES_UP as error:
        raise CannotVerify(f"{file} cannot be read: {_said(error)}") from None
    finally:
        connection.close()


def _check_file(connection: sqlite3.Connection, file: Path, prefix: str) -> None:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = None
    if f"{prefix}meta" in there:
        row = connection.execute(f"SELECT value FROM \"{prefix}meta\" WHERE name = 'schema'").fetchone()  # noqa: S608 - a name of ours
        found = row[0] if row else None
    _check_schema(str(file), prefix, there, found)


def _check_schema(what: str, prefix: str, there: Collection[str], version: str | None) -> None:
    missing = sorted({f"{prefix}{table}" for table in (*_OF_A_CASE, "meta", "loads", "definitions")} - {*there})
    if missing:
        raise CannotVerify(f"{what} does not have the tables of pathway-engine: {', '.join(missing)} missing")
    if version != SCHEMA:
        raise CannotVerify(f"{what} has tables of version {version or 'unknown'}; this reads {SCHEMA}")


def _postgres(rest: str, prefix: str, schema: str) -> AbstractContextManager[Snapshot]:
    def check(there: Collection[str], version: str | None) -> None:
        _check_schema("the database", prefix, there, version)

    return postgres(f"postgresql://{rest}", prefix, schema, check)


Reader = Callable[[str, str, str], AbstractContextManager[Snapshot]]

_READERS: Mapping[str, Reader] = {"sqlite": _sqlite, "postgresql": _postgres, "postgres": _postgres}
