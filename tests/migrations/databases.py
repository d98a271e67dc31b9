"""What the tests of migrations share: databases of a version, and what stands in them."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import attrs
import psycopg
import pytest
import sqlalchemy as sa

from pathway_engine.stores.conformance.making import Book, arming, moving, opening
from pathway_engine.stores.sql import SqlStore, tables
from pathway_engine.stores.sql.engine import engine_of
from pathway_engine.stores.sql.migrations import VERSIONS, Migration, upgrade
from pathway_engine.stores.sql.tables import Tables

FOLDER = Path(__file__).parent
MADE_UP = (*VERSIONS, FOLDER / "made_up")
MADE_TO_FAIL = (*VERSIONS, FOLDER / "made_to_fail")


def described(version: int, schema: str | None = None, prefix: str = "pathway_") -> Tables:
    """Give the tables as a library of some version would be asked for them."""
    return attrs.evolve(tables(schema, prefix), version=version)


@contextmanager
def engine_at(url: str, busy_timeout: float = 20.0) -> Iterator[sa.Engine]:
    """Give an engine as the library makes it."""
    engine = engine_of(url, busy_timeout=busy_timeout, create=True)
    try:
        yield engine
    finally:
        engine.dispose()


def bring(url: str, version: int, versions: Sequence[Path] = MADE_UP, tables_: Tables | None = None) -> Migration:
    """Migrate a database to a version."""
    with engine_at(url) as engine, engine.begin() as connection:
        return upgrade(connection, tables_ or described(version), versions, patience=20)


def fill(url: str) -> None:
    """Put some cases in."""
    store = SqlStore.open(url)
    for name in ("a", "b", "c"):
        book = Book(name)
        book.put(store, book.write(opening(), arming(), personal={"reason": "Haluan töihin"}))
        book.put(store, book.write(moving()))
    store.close()


Connection = sa.Connection | sqlite3.Connection | psycopg.Connection[Any]


def shape(connection: Connection, schema: str = "public") -> list[Any]:
    """Give everything the database itself says of its tables, to the letter."""
    if _is_sqlite(connection):
        return sorted(ask(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master"))
    found: list[Any] = []
    columns = "ordinal_position, column_name, data_type, is_nullable, column_default, collation_name"
    constraints = "FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
    for query in (
        f"SELECT table_name, {columns} FROM information_schema.columns WHERE table_schema = %s ORDER BY 1, 2",  # noqa: S608 - as above
        f"SELECT conname, pg_get_constraintdef(c.oid) {constraints} WHERE nspname = %s ORDER BY 1",
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = %s ORDER BY 1",
        "SELECT sequencename, data_type::text FROM pg_sequences WHERE schemaname = %s ORDER BY 1",
    ):
        found += ask(connection, query, schema)
    return found


def rows(connection: Connection, *but: str) -> dict[str, list[Any]]:
    """Give every row of every table, in some order that is always the same."""
    if _is_sqlite(connection):
        names = ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    else:
        names = ask(connection, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'")
    return {
        name: sorted(ask(connection, f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608 - names of the database's own
        for (name,) in names
        if name not in but
    }


def marks(connection: Connection, schema: str = "", prefix: str = "pathway_") -> tuple[list[str], list[str]]:
    """Give the version that `meta` tells, and alembic's mark."""
    home = f'"{schema}".' if schema else ""
    version = ask(connection, f"SELECT value FROM {home}\"{prefix}meta\" WHERE name = 'schema'")  # noqa: S608 - as above
    mark = ask(connection, f'SELECT version_num FROM {home}"{prefix}alembic_version"')  # noqa: S608 - as above
    return [value for (value,) in version], [value for (value,) in mark]


def ask(connection: Connection, query: str, *values: str) -> list[tuple[Any, ...]]:
    """Ask on a connection of SQLAlchemy's, or, where much is asked, on a driver's own."""
    if isinstance(connection, sa.Connection):
        return [tuple(row) for row in connection.exec_driver_sql(query, values)]
    if isinstance(connection, sqlite3.Connection):
        return connection.execute(query, values).fetchall()
    return connection.execute(query.encode(), values).fetchall()


@contextmanager
def looking(url: str) -> Iterator[Connection]:
    """Look at a database through its driver alone."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(parsed.database))) as connection:
            yield connection
    else:
        with psycopg.connect(f"host={parsed.query['host']} user=postgres dbname={parsed.database}") as there:
            yield there


def _is_sqlite(connection: Connection) -> bool:
    if isinstance(connection, sa.Connection):
        return connection.dialect.name == "sqlite"
    return isinstance(connection, sqlite3.Connection)


def without_alembic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let alembic be missing for the rest of a test."""
    monkeypatch.setitem(sys.modules, "alembic", None)
    for name in [*sys.modules]:
        if name.startswith("alembic.") or name == "pathway_engine.stores.sql.migrations.running":
            monkeypatch.delitem(sys.modules, name)
