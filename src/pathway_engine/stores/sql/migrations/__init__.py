"""Migrating the tables, on the caller's connection and in its transaction: all of it or nothing (promise 13).

`versions/` has one file for each version of the schema, `schema_1`, `schema_2` and so on; alembic carries them out.
Each is written once and never changed after its release. It gets what it needs as arguments and uses nothing of
alembic's that is global: a host may call `migrate` from a migration of its own, and its `op` stays its own.

Two things say where a database stands, and are always written together. `meta` says which version the tables are of:
the library, its verifier and an auditor read it without alembic. `<prefix>alembic_version` is alembic's own mark, and
stands beside the host's. Where the two differ, nothing is done.
"""

from __future__ import annotations

__all__ = ["Migration", "migrate", "migrate_database", "planned"]

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from pathway_engine.errors import MissingExtra
from pathway_engine.stores.sql.engine import begun, engine_of
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.migrations.planning import Migration, planned
from pathway_engine.stores.sql.tables import Tables, tables

VERSIONS = (Path(__file__).parent / "versions",)


def migrate(connection: Connection, tables_: Tables | None = None, *, patience: float = 30.0) -> Migration:
    """Bring the tables to the version that this library writes, in the transaction of the connection.

    Nothing is committed here. When it raises, nothing of it stays, even if the caller goes on and commits. Whoever has
    the store open meanwhile waits, and is refused afterwards.

    Args:
        connection: In a transaction: on SQLite one begun with BEGIN IMMEDIATE, as those of `sqlite_engine` are.
        tables_: The tables, when they stand in a schema or under a prefix of the host's.
        patience: How long to wait on PostgreSQL for those who are using the tables, in seconds.

    Raises:
        MissingExtra: There is something to do, and alembic is not installed: `pathway-engine[migrations]`.
        SchemaMismatch, StoreUnavailable: As for `planned`; alembic's mark may say something else, too.
        StoreBusy: The tables stayed in use.
        ValueError: The connection is not in a transaction.
    """
    return upgrade(connection, tables_ or tables(), VERSIONS, patience)


def upgrade(connection: Connection, described: Tables, versions: Sequence[Path], patience: float) -> Migration:
    """Migrate by the files in some folders; `migrate` says the rest."""
    try:
        if not planned(begun(connection), described).steps:
            return planned(connection, described)
        try:
            from pathway_engine.stores.sql.migrations.running import run
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] != "alembic":
                raise
            raise MissingExtra("migrations") from None
        return run(connection, described, versions, patience)
    except DBAPIError as error:
        raise translated(error) from error


def migrate_database(
    url: str,
    *,
    schema: str | None = None,
    prefix: str = "pathway_",
    only_plan: bool = False,
    busy_timeout: float = 30.0,
) -> Migration:
    """Migrate the tables at a URL, and commit.

    Args:
        url: `sqlite:///path/to/file`, which must be there, or a SQLAlchemy URL of a PostgreSQL database.
        schema: Schema of the database that the tables stand in; the connection's own when left out.
        prefix: What every table's name begins with.
        only_plan: True changes nothing.
        busy_timeout: How long to wait for others, in seconds.

    Raises:
        StoreUnavailable: It cannot be reached or opened.
        OutcomeUnknown: The answer to the commit was lost: run it again to learn it.
        MissingExtra, SchemaMismatch, StoreBusy: As for `migrate`.
        ValueError: The URL is of no store known here.
    """
    engine = engine_of(url, busy_timeout=busy_timeout, create=False)
    described = tables(schema, prefix)
    committing = False
    try:
        with engine.connect() as connection, connection.begin() as transaction:
            done = (
                planned(connection, described) if only_plan else migrate(connection, described, patience=busy_timeout)
            )
            committing = True
            transaction.commit()
    except DBAPIError as error:
        raise translated(error, committing=committing) from error
    finally:
        engine.dispose()
    return done
