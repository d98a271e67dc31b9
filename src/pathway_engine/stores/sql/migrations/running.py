"""Carrying migrations out: the only module that knows alembic."""

from __future__ import annotations

__all__ = ["run"]

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

from pathway_engine.errors import SchemaMismatch, StoreBusy
from pathway_engine.stores.sql.migrations.planning import Migration, planned
from pathway_engine.stores.sql.schema import alone, check, mark_table, revision
from pathway_engine.stores.sql.tables import Tables

_LOCK_NOT_AVAILABLE = "55P03"
_AT_A_TIME = "200ms"  # writers queue up behind whoever waits for a table: wait little, let them through, try again


def run(connection: Connection, tables: Tables, versions: Sequence[Path], patience: float) -> Migration:
    """Migrate inside a savepoint, so that a host which goes on after an error commits nothing of it."""
    with connection.begin_nested():
        alone(connection)
        if connection.dialect.name == "postgresql":
            _hold(connection, tables, patience)
        migration = planned(connection, tables)
        if migration.steps:
            _see_that_marks_agree(connection, tables, migration.found)
            _step(connection, tables, versions, migration)
            check(connection, tables)
    return migration


def _hold(connection: Connection, tables: Tables, patience: float) -> None:
    """Keep everybody off our tables until the end of the transaction; nobody is half-way in a write then.

    All tables are taken at once or none is kept: whoever waited while holding some could wait for each other.

    Raises:
        StoreBusy: They stayed in use.
    """
    there = {*inspect(connection).get_table_names(schema=tables.metadata.schema)}
    format_table = connection.dialect.identifier_preparer.format_table
    names = ", ".join(format_table(each) for each in tables.metadata.sorted_tables if each.name in there)
    if not names:
        return
    (before,) = connection.execute(text("SELECT current_setting('lock_timeout')")).one()
    setting = text("SELECT set_config('lock_timeout', :value, true)")
    until = time.monotonic() + patience
    while True:
        try:
            with connection.begin_nested():
                connection.execute(setting, {"value": _AT_A_TIME})
                connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
                connection.execute(setting, {"value": before})
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", "") != _LOCK_NOT_AVAILABLE:
                raise
            if time.monotonic() > until:
                raise StoreBusy("the tables stayed in use longer than the configured time") from None
            time.sleep(0.05)
        else:
            return


def _see_that_marks_agree(connection: Connection, tables: Tables, found: int) -> None:
    mark = mark_table(tables)
    there = inspect(connection).has_table(mark.name, schema=mark.schema)
    marks = sorted(connection.execute(select(mark.c.version_num)).scalars()) if there else []
    if marks != ([revision(found)] if found else []):
        raise SchemaMismatch(
            f"the tables are of schema {found or 'none'}, and {mark.name} says {', '.join(marks) or 'nothing'}:"
            " they are not whole, restore a backup"
        )


def _step(connection: Connection, tables: Tables, versions: Sequence[Path], migration: Migration) -> None:
    scripts = ScriptDirectory(str(versions[0]), version_locations=[str(each) for each in versions])
    mark = mark_table(tables)
    options = {
        "fn": partial(_steps, scripts, migration),
        "version_table": mark.name,
        "version_table_schema": mark.schema,
        "on_version_apply": (_writing_version(connection, tables, iter(migration.steps)),),
    }
    context = MigrationContext.configure(connection, opts=options)
    context.run_migrations(op=Operations(context), schema=tables.metadata.schema, prefix=tables.prefix)


def _steps(scripts: ScriptDirectory, migration: Migration, *_: Any) -> Iterable[MigrationStep]:
    for each in migration.steps:
        yield MigrationStep.upgrade_from_script(scripts.revision_map, scripts.get_revision(revision(each)))


def _writing_version(connection: Connection, tables: Tables, steps: Any) -> Callable[..., None]:
    """Write which version the tables are of after each step, in the table that a file of a version never touches.

    On PostgreSQL the table is emptied by TRUNCATE. A transaction that began before, and that looks at one unchanging
    moment (REPEATABLE READ), sees it empty from now on, and not the version of old.
    """
    meta = tables.meta

    def write(**_: Any) -> None:
        rows = {row.name: row.value for row in connection.execute(select(meta))}
        rows["schema"] = str(next(steps))
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"TRUNCATE {connection.dialect.identifier_preparer.format_table(meta)}")
        else:
            connection.execute(meta.delete())
        connection.execute(meta.insert(), [{"name": name, "value": value} for name, value in rows.items()])

    return write
