"""Migrations run on the caller's connection: nothing is committed there, and nothing of a failure stays."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

from pathway_engine.errors import MissingExtra, SchemaMismatch, StoreBusy, StoreError
from pathway_engine.stores.conformance.making import Book, opening
from pathway_engine.stores.sql import SqlStore, create, include_name, include_object, tables
from pathway_engine.stores.sql.migrations import Migration, migrate, migrate_database, planned, upgrade
from tests.migrations.databases import (
    MADE_TO_FAIL,
    MADE_UP,
    bring,
    described,
    engine_at,
    fill,
    marks,
    rows,
    shape,
    without_alembic,
)

HOST = sa.MetaData()
LETTERS = sa.Table("letters", HOST, sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text))


def names(connection: sa.Connection) -> set[str]:
    """Give the names of all tables."""
    return set(sa.inspect(connection).get_table_names())


# ── The host commits, or does not ──────────────────────────────────────────────────────────────────────────────────


def test_the_host_rolls_back_and_nothing_remains(url: str) -> None:
    """A migration that the host rolls back has left nothing, nor has what the host did beside it."""
    fill(url)
    with engine_at(url) as engine:
        with engine.begin() as connection:
            HOST.create_all(connection)
            before = shape(connection), rows(connection)
        with engine.connect() as connection, connection.begin() as transaction:
            connection.execute(LETTERS.insert().values(id=1, text="Tervetuloa"))
            assert upgrade(connection, described(2), MADE_UP, patience=5) == Migration(1, 2)
            transaction.rollback()
        with engine.begin() as connection:
            assert (shape(connection), rows(connection)) == before


def test_the_host_commits_its_own_and_ours_together(url: str) -> None:
    """What the host wrote in the same transaction is there together with the new tables."""
    with engine_at(url) as engine:
        with engine.begin() as connection:
            HOST.create_all(connection)
            migrate(connection)
            connection.execute(LETTERS.insert().values(id=1, text="Tervetuloa"))
        with engine.connect() as connection:
            assert marks(connection) == (["1"], ["schema_1"])
            assert connection.execute(sa.select(LETTERS.c.text)).scalars().all() == ["Tervetuloa"]


def test_a_host_that_goes_on_after_a_failure_commits_nothing_of_it(url: str) -> None:
    """Even a host that swallows the error and commits has tables, rows and marks as before, and its own row."""
    fill(url)
    with engine_at(url) as engine:
        with engine.begin() as connection:
            HOST.create_all(connection)
            before = shape(connection), rows(connection, "letters")
        with engine.begin() as connection:
            connection.execute(LETTERS.insert().values(id=1, text="Tervetuloa"))
            with pytest.raises(StoreError, match="breaks a rule"):
                upgrade(connection, described(2), MADE_TO_FAIL, patience=5)
            connection.execute(LETTERS.insert().values(id=2, text="Hyvästi"))
        with engine.begin() as connection:
            assert (shape(connection), rows(connection, "letters")) == before
            assert len(rows(connection)["letters"]) == 2
            assert upgrade(connection, described(2), MADE_UP, patience=5) == Migration(1, 2)


def test_a_connection_without_a_transaction_is_refused(tmp_path: Path) -> None:
    """SQLite's driver as it comes begins no transaction for tables, and would keep half of a migration: refused."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'host.db'}")
    with engine.connect() as connection:
        with connection.begin(), pytest.raises(ValueError, match="emit BEGIN yourself"):
            migrate(connection)
        with connection.begin(), pytest.raises(ValueError, match="emit BEGIN yourself"):
            create(connection, tables())
        assert names(connection) == set()
    engine.dispose()


@pytest.mark.parametrize("begins", ["by BEGIN", "by a row"])
def test_a_host_of_sqlites_own_driver_may_begin_itself(tmp_path: Path, begins: str) -> None:
    """Once a transaction is really there, SQLite's driver as it comes rolls a whole migration back."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'host.db'}")
    with engine.begin() as connection:
        HOST.create_all(connection)
        create_in = shape(connection)
    with engine.connect() as connection, connection.begin() as transaction:
        if begins == "by BEGIN":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(LETTERS.insert().values(id=1, text="Tervetuloa"))
        assert upgrade(connection, described(2), MADE_UP, patience=5) == Migration(0, 2)
        transaction.rollback()
    with engine.connect() as connection:
        assert shape(connection) == create_in
    engine.dispose()


# ── Beside the host's own alembic ──────────────────────────────────────────────────────────────────────────────────

ENV = """
from alembic import context
from pathway_engine.stores.sql import include_name, tables
context.configure(connection=context.config.attributes["connection"], include_name=include_name(tables()))
with context.begin_transaction():
    context.run_migrations()
"""
REVISION = """
import sqlalchemy as sa
from alembic import op
from pathway_engine.stores.sql.migrations import migrate
revision, down_revision = "host_1", None

def upgrade():
    op.create_table("letters", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text))
    migrate(op.get_bind())
    op.add_column("letters", sa.Column("sent_on", sa.Text))
"""


def test_a_hosts_migration_may_call_ours(url: str, tmp_path: Path) -> None:
    """Inside a revision of the host's alembic, ours runs in its transaction, and both have marks of their own."""
    scripts = tmp_path / "host"
    (scripts / "versions").mkdir(parents=True)
    (scripts / "env.py").write_text(ENV, encoding="utf-8")
    (scripts / "versions" / "host_1.py").write_text(REVISION, encoding="utf-8")
    config = Config()
    config.set_main_option("script_location", str(scripts))
    config.set_main_option("path_separator", "os")
    with engine_at(url) as engine:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        with engine.connect() as connection:
            assert marks(connection) == (["1"], ["schema_1"])
            theirs = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
            columns = [each["name"] for each in sa.inspect(connection).get_columns("letters")]
    assert theirs == ["host_1"]
    assert columns == ["id", "text", "sent_on"]


def test_a_hosts_autogenerate_leaves_our_tables_alone(url: str) -> None:
    """With `include_name` autogenerate proposes nothing; without it, to drop every table of ours and our mark."""
    with engine_at(url) as engine, engine.begin() as connection:
        migrate(connection)
        HOST.create_all(connection)
        plain = MigrationContext.configure(connection)
        helped = MigrationContext.configure(connection, opts={"include_name": include_name(tables())})

        dropped = {each[1].name for each in compare_metadata(plain, HOST) if each[0] == "remove_table"}
        assert dropped == names(connection) - {"letters"}
        assert "pathway_alembic_version" in dropped
        assert compare_metadata(helped, HOST) == []
        other = sa.Table("pathway_cases_of_the_host", sa.MetaData(), sa.Column("id", sa.Integer))
        other.create(connection)
        assert [each[1].name for each in compare_metadata(helped, HOST)] == [other.name]


def test_a_host_that_refers_to_our_tables_generates_only_its_own(url: str) -> None:
    """With `include_object` beside it, a host may describe our tables for its foreign keys, and none is proposed."""
    ours = tables()
    letters = sa.Table(
        "letters",
        ours.metadata,
        sa.Column("register", sa.Text),
        sa.Column("case_id", sa.Text),
        sa.ForeignKeyConstraint(["register", "case_id"], [ours.cases.c.register, ours.cases.c.case_id]),
    )
    options = {"include_name": include_name(tables()), "include_object": include_object(tables())}
    with engine_at(url) as engine, engine.begin() as connection:
        create(connection, tables())
        context = MigrationContext.configure(connection, opts=options)
        (proposed,) = compare_metadata(context, ours.metadata)
        assert (proposed[0], proposed[1].name) == ("add_table", "letters")
        letters.create(connection)
        assert compare_metadata(context, ours.metadata) == []


def test_a_hosts_tables_of_our_names_elsewhere_are_its_own(postgres_url: str) -> None:
    """Ours in a schema of their own without a prefix hide no `cases` of the host's in another."""
    ours = tables("pathways", "")
    with engine_at(postgres_url) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA pathways")
        migrate(connection, ours)
        sa.Table("cases", sa.MetaData(), sa.Column("id", sa.Integer)).create(connection)
        options = {"include_name": include_name(ours), "include_schemas": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), sa.MetaData())

    assert [(each[0], each[1].schema, each[1].name) for each in found] == [("remove_table", None, "cases")]
    assert include_name(tables("public"))("pathway_cases", "table", {"schema_name": None}) is False


# ── Without alembic ────────────────────────────────────────────────────────────────────────────────────────────────


def test_alembic_is_needed_only_when_there_is_something_to_do(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening makes the tables without alembic, and asking what to do needs none; migrating says what to install."""
    without_alembic(monkeypatch)
    store = SqlStore.open(url)
    store.close()

    assert migrate_database(url) == Migration(1, 1)
    with engine_at(url) as engine, engine.begin() as connection:
        assert planned(connection, described(2)) == Migration(1, 2)
        with pytest.raises(MissingExtra, match="migrations"):
            upgrade(connection, described(2), MADE_UP, patience=5)


# ── What does not fit ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("UPDATE pathway_alembic_version SET version_num = 'schema_7'", "pathway_alembic_version says schema_7"),
        ("DELETE FROM pathway_alembic_version", "pathway_alembic_version says nothing"),
        ("DROP TABLE pathway_alembic_version", "pathway_alembic_version says nothing"),
        ("DELETE FROM pathway_meta", "of schema unknown"),
        ("UPDATE pathway_meta SET value = 'one'", "of schema one"),
        ("UPDATE pathway_meta SET value = '3'", "of schema 3, and this version of the library writes 2: run a newer"),
        ("DROP TABLE pathway_meta", "is there, and pathway_meta is not"),
    ],
)
def test_what_is_not_whole_is_left_alone(url: str, damage: str, message: str) -> None:
    """Where the marks differ, are missing or are of the future, nothing is migrated, and nothing made."""
    SqlStore.open(url).close()
    with engine_at(url) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql(damage)
            before = shape(connection), rows(connection)
        with engine.begin() as connection, pytest.raises(SchemaMismatch, match=message):
            upgrade(connection, described(2), MADE_UP, patience=5)
        with engine.begin() as connection:
            assert (shape(connection), rows(connection)) == before
            if "meta" in damage:
                with pytest.raises(SchemaMismatch):
                    create(connection, tables())


def test_tables_that_stay_in_use_are_busy(postgres_url: str) -> None:
    """Migrating waits as long as it was told, lets others through meanwhile, and leaves the host's settings alone."""
    fill(postgres_url)
    with engine_at(postgres_url) as engine, engine.connect() as reader:
        reader.exec_driver_sql("SELECT * FROM pathway_holders").all()
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '7s'")
            with pytest.raises(StoreBusy):
                upgrade(connection, described(2), MADE_UP, patience=0.5)
            assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "7s"
            threading.Timer(0.5, reader.rollback).start()
            assert upgrade(connection, described(2), MADE_UP, patience=20) == Migration(1, 2)
            assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "7s"


def test_others_go_on_while_a_migration_waits(postgres_url: str) -> None:
    """Behind one long reader a migration does not hold up those who write meanwhile."""
    fill(postgres_url)
    store = SqlStore.open(postgres_url, busy_timeout=20)
    with engine_at(postgres_url) as engine, engine.connect() as reader, ThreadPoolExecutor(1) as pool:
        reader.exec_driver_sql("SELECT * FROM pathway_holders").all()
        migrating = pool.submit(bring, postgres_url, 2)
        for name in ("x", "y", "z"):
            time.sleep(0.2)
            store.append(Book(name).write(opening()))
        assert not migrating.done()
        reader.rollback()
        assert migrating.result(timeout=20) == Migration(1, 2)
    store.close()
