"""Making the tables, and refusing those of another version (promise 13).

Which version the tables are of stands in `meta` under `schema`. Whatever writes compares it first, inside its own
transaction, so that a process which was there before the tables were migrated is refused at its next write. Whoever
migrates holds `meta` alone, and so no writer is between comparing and committing at that moment. Comparing costs no
round trip: SQLite has none, and to PostgreSQL the question goes together with what is written.

Alembic keeps its own mark, in a table beside. It is written here in the same form, so that a database made without
alembic is found by it where it stands.
"""

from __future__ import annotations

__all__ = [
    "alone",
    "check",
    "create",
    "include_name",
    "include_object",
    "mark_table",
    "ready",
    "revision",
    "version_of",
]

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    inspect,
    text,
)
from sqlalchemy.exc import DBAPIError

from pathway_engine.errors import SchemaMismatch, StoreUnavailable
from pathway_engine.stores.sql.engine import READS, begun
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.gate import compare, other_schema
from pathway_engine.stores.sql.statements import schema_of
from pathway_engine.stores.sql.tables import Tables

_CREATING = 7_301_190_227_118_451_203  # any number, the same for everybody: who creates takes this lock on PostgreSQL


def create(connection: Connection, tables: Tables) -> None:
    """Make the tables in the connection's transaction, unless they are there; safe when many do it at once.

    On SQLite the transaction must have begun with BEGIN IMMEDIATE, as those of `sqlite_engine` do.

    Raises:
        SchemaMismatch: Tables of another version are there.
        StoreUnavailable: The database has no schema of that name.
        ValueError: The connection is not in a transaction.
    """
    with begun(connection).begin_nested():
        alone(connection)
        if version_of(connection, tables) is None:
            tables.metadata.create_all(connection, checkfirst=False)
            connection.execute(tables.meta.insert().values(name="schema", value=str(tables.version)))
            mark = mark_table(tables)
            mark.create(connection)
            connection.execute(mark.insert().values(version_num=revision(tables.version)))
        check(connection, tables)


def alone(connection: Connection) -> None:
    """Wait until nobody else makes or migrates tables; SQLite has one writer at a time anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _CREATING})


def version_of(connection: Connection, tables: Tables) -> int | None:
    """Give the version of the tables that are there; None when there are none of ours.

    Raises:
        SchemaMismatch: It cannot be told.
        StoreUnavailable: The database has no schema of that name.
    """
    seen = inspect(connection)
    schema = tables.metadata.schema
    if schema is not None and schema not in seen.get_schema_names():
        raise StoreUnavailable(f"the database has no schema {schema!r}: make it first")
    if not seen.has_table(tables.meta.name, schema=schema):
        found = {each.name for each in tables.metadata.tables.values()} & {*seen.get_table_names(schema=schema)}
        if found:
            raise SchemaMismatch(f"{', '.join(sorted(found))} is there, and {tables.meta.name} is not")
        return None
    value = connection.execute(schema_of(tables)).scalar()
    if value is None or not (value.isascii() and value.isdecimal()):
        raise other_schema(value, tables)
    return int(value)


def check(connection: Connection, tables: Tables) -> None:
    """See that the tables are those of this version.

    Raises:
        SchemaMismatch: They are not, or are not there.
    """
    compare(connection.execute(schema_of(tables)).scalar(), tables)


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
    except (DBAPIError, UnicodeDecodeError) as error:
        raise translated(error) from error


# ── Beside alembic ─────────────────────────────────────────────────────────────────────────────────────────────────


def revision(version: int) -> str:
    """Give alembic's name for a version of the schema."""
    return f"schema_{version}"


def mark_table(tables: Tables) -> Table:
    """Describe alembic's table of our migrations, beside the host's own `alembic_version`, as alembic makes it."""
    name = f"{tables.prefix}alembic_version"
    return Table(
        name,
        MetaData(schema=tables.metadata.schema),
        Column("version_num", String(32), nullable=False),
        PrimaryKeyConstraint("version_num", name=f"{name}_pkc"),
    )


def include_name(tables: Tables) -> Callable[[str | None, str, Any], bool]:
    """Give alembic's `include_name` for hosts that autogenerate migrations: it leaves our tables alone.

    Without it, autogenerate proposes to drop every table that the host's own `MetaData` does not describe.
    """
    ours = _names(tables)
    # Alembic has no name for the connection's own schema.
    homes = {tables.metadata.schema} | ({None} if tables.metadata.schema in {"public", "main"} else set())

    def include(name: str | None, kind: str, parents: Any) -> bool:
        return kind != "table" or name not in ours or parents.get("schema_name") not in homes

    return include


def include_object(tables: Tables) -> Callable[[Any, str | None, str, bool, Any], bool]:
    """Give alembic's `include_object`, for hosts that describe our tables beside their own to refer to them.

    With `include_name` alone, autogenerate would propose to make ours.
    """
    ours = _names(tables)

    def include(thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:  # noqa: FBT001 - as alembic calls it
        return kind != "table" or name not in ours or thing.schema != tables.metadata.schema

    return include


def _names(tables: Tables) -> set[str]:
    return {each.name for each in tables.metadata.tables.values()} | {mark_table(tables).name}
