"""Making the tables, and refusing those of another version (promise 13)."""

from __future__ import annotations

__all__ = ["check", "create", "include_name", "ready"]

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError

from pathway_engine.errors import SchemaMismatch
from pathway_engine.stores.sql.engine import READS
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.tables import SCHEMA_VERSION, Tables

_CREATING = 7_301_190_227_118_451_203  # any number, the same for everybody: who creates takes this lock on PostgreSQL


def create(connection: Connection, tables: Tables) -> None:
    """Make the tables in the connection's transaction, unless they are there; safe when many do it at once.

    On SQLite the transaction must have begun with BEGIN IMMEDIATE, as those of `sqlite_engine` do.

    Raises:
        SchemaMismatch: Tables of another version are there.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _CREATING})
    if not inspect(connection).has_table(tables.meta.name, schema=tables.meta.schema):
        tables.metadata.create_all(connection, checkfirst=False)
        connection.execute(tables.meta.insert().values(name="schema", value=str(SCHEMA_VERSION)))
    check(connection, tables)


def check(connection: Connection, tables: Tables) -> None:
    """See that the tables are those of this version.

    Raises:
        SchemaMismatch: They are not, or are not there.
    """
    wanted = select(tables.meta.c.value).where(tables.meta.c.name == "schema")
    found = connection.execute(wanted).scalar()
    if found != str(SCHEMA_VERSION):
        raise SchemaMismatch(
            f"the tables are of schema {found or 'unknown'}, and this version of the library writes {SCHEMA_VERSION}:"
            " migrate them, or run the version that wrote them"
        )


def ready(engine: Engine, tables: Tables, *, may_create: bool) -> None:
    """See that the tables are there, and make them if they may be made.

    Raises:
        SchemaMismatch: They are of another version, or are not there and may not be made.
    """
    try:
        with engine.connect().execution_options(**{READS: True}) as connection:
            there = inspect(connection).has_table(tables.meta.name, schema=tables.meta.schema)
            if there or not may_create:
                return check(connection, tables)
        with engine.begin() as connection:
            create(connection, tables)
    except DBAPIError as error:
        raise translated(error) from error


def include_name(tables: Tables) -> Callable[[str | None, str, Any], bool]:
    """Give alembic's `include_name` for hosts that autogenerate migrations: it leaves our tables alone."""
    ours = {table.name for table in tables.metadata.tables.values()}

    def include(name: str | None, kind: str, _parents: Any) -> bool:
        return kind != "table" or name not in ours

    return include
