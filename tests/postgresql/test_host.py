"""PostgreSQL's own: a host's transaction, rows that another holds, and what a server or a host has set."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from pathway_engine.case import commands as c
from pathway_engine.doctor import examine
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import CaseNotFound, StoreBusy, StoreError
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.conformance.looking import everything
from pathway_engine.stores.conformance.making import REGISTER, Book, arming, moving, opening
from pathway_engine.stores.port import AppendConflict, Claim, Receipt
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.probing import probing, registers
from tests.engine.office import WORKER, crossing


@pytest.fixture
def store(postgres_url: str) -> Iterator[SqlStore]:
    """An empty store that waits for a row half a second."""
    store = SqlStore.open(postgres_url, busy_timeout=0.5)
    yield store
    store.close()


@pytest.fixture
def host(store: SqlStore, postgres_url: str) -> Iterator[sa.Engine]:
    """A host's engine on the same database, with a table of its own."""
    del store
    engine = sa.create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE visits (day TEXT)")
    yield engine
    engine.dispose()


def visits(host: sa.Engine) -> int:
    """Count the host's own rows."""
    with host.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM visits").scalar_one())


@pytest.mark.parametrize("through", ["connection", "session"])
def test_a_hosts_rollback_takes_ours_along(store: SqlStore, host: sa.Engine, through: str) -> None:
    """What was written inside the host's transaction is gone with it, every part."""
    before = everything(store)
    shared: sa.Connection | Session
    with host.connect() if through == "connection" else Session(host) as shared:
        shared.execute(sa.text("INSERT INTO visits VALUES ('2026-01-05')"))
        book = Book("first")
        bound = store.bound(shared)
        book.put(bound, book.write(opening(), arming(), receipt=Receipt("new", "f", "first", 1, 2)))
        assert bound.load(REGISTER, "first").row is not None
        shared.rollback()

    assert before == everything(store)
    assert visits(host) == 0


@pytest.mark.parametrize("through", ["connection", "session"])
def test_a_conflict_leaves_the_hosts_transaction_usable(store: SqlStore, host: sa.Engine, through: str) -> None:
    """After a conflict the host goes on in the same transaction and commits; of the refused write nothing stays."""
    store.append(Book("a").write(opening()))
    shared: sa.Connection | Session
    with host.connect() if through == "connection" else Session(host) as shared:
        shared.execute(sa.text("INSERT INTO visits VALUES ('2026-01-05')"))
        with pytest.raises(AppendConflict):
            store.bound(shared).append(Book("a").write(opening(), moving(), claims=(Claim("c", "w", 1),)))
        with pytest.raises(AppendConflict):
            store.bound(shared).append(Book("c").write(opening(), claims=(Claim("c", "w", 2, 1),)))
        store.bound(shared).append(Book("b").write(opening()))
        shared.execute(sa.text("INSERT INTO visits VALUES ('2026-01-06')"))
        shared.commit()

    assert visits(host) == 2
    assert dict(store.loads(REGISTER, ["w"])) == {}
    assert [row.case_id for row in store.cases(REGISTER).rows] == ["a", "b"]


def test_an_engine_works_inside_a_hosts_transaction(store: SqlStore, host: sa.Engine) -> None:
    """A command put over the host's connection is acknowledged by the host's commit, and by nothing before it."""
    engine = PathwayEngine(store, [crossing()], keys=Keyring.made(SystemSources()), register="north")
    command = c.Open(case="k", actor=WORKER, pending_on=date(2026, 1, 5), key="once")
    with host.connect() as connection, connection.begin() as transaction:
        assert isinstance(engine.over(store.bound(connection)).do(command), Done)
        transaction.rollback()
    with pytest.raises(CaseNotFound):
        engine.case("k")
    with host.begin() as connection:
        first = engine.over(store.bound(connection)).do(command)
    again = engine.do(command)
    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert (first.repeated, again.repeated) == (False, True)


def test_a_row_that_another_holds_is_waited_for_only_so_long(store: SqlStore, postgres_url: str) -> None:
    """Whoever holds a case's row keeps others waiting for the configured time; then they are told, and may read."""
    book = Book("a")
    book.put(store, book.write(opening()))
    with psycopg.connect(postgres_url) as other:
        other.execute("SELECT * FROM pathway_cases WHERE case_id = 'a' FOR UPDATE")
        started = time.monotonic()
        with pytest.raises(StoreBusy):
            store.append(book.write(moving()))
        waited = time.monotonic() - started
        assert store.load(REGISTER, "a").row is not None
    assert 0.4 < waited < 20
    book.put(store, book.write(moving()))


@pytest.mark.parametrize("level", ["repeatable read", "serializable", "read committed"])
def test_what_a_database_has_set_for_sessions_does_not_decide_how_we_write(postgres_url: str, level: str) -> None:
    """Set to another isolation, to read only, or to lazy commits of hosts: a write of ours is as it always is."""
    with psycopg.connect(postgres_url, autocommit=True) as other:
        name = other.info.dbname
        other.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = '{level}'")
        other.execute(f"ALTER DATABASE {name} SET synchronous_commit = 'off'")
    store = SqlStore.open(postgres_url)
    with psycopg.connect(postgres_url, autocommit=True) as other:
        other.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = 'on'")
    seen: list[tuple[str, ...]] = []
    with store._work.writing() as work:
        work.cursor.execute(
            "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'),"
            " current_setting('synchronous_commit')"
        )
        seen += work.cursor.fetchall()
    store.close()
    assert seen == [("read committed", "off", "on")]


def test_a_host_with_autocommit_still_writes_all_or_nothing(postgres_url: str) -> None:
    """An engine that the host has set to commit each statement by itself does so for its own statements, not ours."""
    SqlStore.open(postgres_url).close()
    engine = sa.create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    store = SqlStore(engine)
    book = Book("a")
    book.put(store, book.write(opening()))
    before = everything(store)
    with pytest.raises(AppendConflict):
        store.append(book.write(moving(), claims=(Claim("c", "w", 1), Claim("d", "w", 2, 1))))
    assert before == everything(store)
    store.close()


def test_what_a_host_sets_on_taking_a_connection_holds_for_us(store: SqlStore, host: sa.Engine) -> None:
    """A listener that leaves a transaction open keeps nobody from working, and its connections go back as they were."""
    book = Book("first")
    book.put(store, book.write(opening()))

    @sa.event.listens_for(host, "checkout")
    def name_the_session(driver: psycopg.Connection, *_: object) -> None:
        driver.execute("SET application_name = 'a-host'")

    over = SqlStore(host)
    book.put(over, book.write(moving()))
    assert over.load(REGISTER, "first").row is not None
    assert host.pool.checkedout() == 0  # type: ignore[attr-defined]
    with host.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        assert not driver.autocommit
        assert connection.exec_driver_sql("SHOW application_name").scalar_one() == "a-host"


@pytest.mark.parametrize("prefix", ["Pathway_", "our-app_"])
def test_a_prefix_that_needs_quotes_is_probed_like_any_other(postgres_url: str, prefix: str) -> None:
    """The doctor and the checkpoints name the tables as the store does."""
    store = SqlStore.open(postgres_url, prefix=prefix)
    book = Book("first")
    book.put(store, book.write(opening()))

    with probing(store) as probe:
        assert registers(probe) == [REGISTER]
    assert "schema" not in {each.code for each in examine(store)}
    store.close()


def test_a_text_that_the_driver_cannot_send_is_no_lost_connection(store: SqlStore) -> None:
    """PostgreSQL keeps no NUL: the store says that it refuses it, not that it cannot be reached."""
    with pytest.raises(StoreError) as told:
        store.load(REGISTER, "no\0such")
    assert type(told.value) is StoreError
