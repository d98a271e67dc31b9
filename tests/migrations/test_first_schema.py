"""The first file of migrations makes what the library makes by itself (faults 49), wherever the host wants it."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from pathway_engine.errors import StoreUnavailable
from pathway_engine.stores.conformance.making import REGISTER, Book, moving, opening
from pathway_engine.stores.sql import SqlStore, create, tables
from pathway_engine.stores.sql.migrations import VERSIONS, Migration, migrate, migrate_database
from tests.migrations.databases import engine_at, marks, shape

REMEDY = (
    "tables.py and the files in versions/ differ. Before the first release: change schema_1.py as well. After it: raise"
    " SCHEMA_VERSION, write what changed in a new file, and leave the others as they are."
)


def test_migrated_tables_are_those_that_are_made(url: str) -> None:
    """Migrating an empty database and making its tables give the same, to the letter the database tells."""
    with engine_at(url) as engine:
        with engine.connect() as connection, connection.begin() as made:
            create(connection, tables())
            by_making = shape(connection), marks(connection)
            made.rollback()
        with engine.begin() as connection:
            assert migrate(connection) == Migration(0, 1)
            by_migrating = shape(connection), marks(connection)

    assert by_migrating == by_making, REMEDY
    assert len(by_migrating[0]) > 20


@pytest.mark.parametrize("migrated", [True, False], ids=["migrated", "made"])
def test_alembic_finds_no_difference(url: str, migrated: bool) -> None:  # noqa: FBT001
    """Alembic itself sees the tables as they are described, and at its newest version."""
    with engine_at(url) as engine, engine.begin() as connection:
        if migrated:
            migrate(connection)
        else:
            create(connection, tables())
        options: dict[str, Any] = {"version_table": "pathway_alembic_version", "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        scripts = ScriptDirectory(str(VERSIONS[0]), version_locations=[str(VERSIONS[0])])

        assert compare_metadata(context, tables().metadata) == [], REMEDY
        assert list(context.get_current_heads()) == scripts.get_heads() == [f"schema_{tables().version}"]


def test_a_second_migration_does_nothing(url: str) -> None:
    """Tables of this version are left as they are."""
    SqlStore.open(url).close()

    assert migrate_database(url) == Migration(1, 1)
    assert not migrate_database(url).steps


SCHEMA, PREFIX = "Palvelu polku", "Etelä-Savo 1_"


def test_the_host_chooses_schema_and_prefix(postgres_url: str) -> None:
    """Tables in a schema and under a prefix that must be quoted are made, migrated, compared and written to alike."""
    with engine_at(postgres_url) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql(f'CREATE SCHEMA "{SCHEMA}"')
        with engine.connect() as connection, connection.begin() as made:
            create(connection, tables(SCHEMA, PREFIX))
            by_making = shape(connection, SCHEMA), marks(connection, SCHEMA, PREFIX)
            made.rollback()

        assert migrate_database(postgres_url, schema=SCHEMA, prefix=PREFIX) == Migration(0, 1)
        with engine.begin() as connection:
            assert (shape(connection, SCHEMA), marks(connection, SCHEMA, PREFIX)) == by_making
            assert shape(connection) == []
    store = SqlStore.open(postgres_url, schema=SCHEMA, prefix=PREFIX, create=False)
    book = Book("a")
    book.put(store, book.write(opening()))
    book.put(store, book.write(moving()))
    assert store.load(REGISTER, "a").row == book.row
    store.close()


def test_a_prefix_of_ones_own_works_on_sqlite(tmp_path: Any) -> None:
    """On SQLite tables under any prefix stand beside others, in the file or in one that is attached."""
    url = f"sqlite:///{tmp_path / 'cases.db'}"
    SqlStore.open(url).close()
    SqlStore.open(url, prefix=PREFIX).close()

    assert migrate_database(url, prefix=PREFIX) == Migration(1, 1)
    with engine_at(url) as engine:
        beside = f"ATTACH '{tmp_path / 'beside.db'}' AS beside"
        sa.event.listen(engine, "connect", lambda connection, _: connection.execute(beside))
        with engine.begin() as connection:
            assert migrate(connection, tables("beside", "")) == Migration(0, 1)
        with engine.connect() as connection:
            names = set(sa.inspect(connection).get_table_names())
    assert {"pathway_meta", f"{PREFIX}meta", f"{PREFIX}alembic_version"} <= names


def test_a_schema_that_is_not_there_is_told(url: str) -> None:
    """A schema is the host's to make: without it, nothing is opened, made or migrated."""
    with pytest.raises(StoreUnavailable, match="no schema 'elsewhere'"):
        SqlStore.open(url, schema="elsewhere")
    with pytest.raises(StoreUnavailable, match="no schema 'elsewhere'"):
        migrate_database(url, schema="elsewhere")
