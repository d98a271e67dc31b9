"""What is SQLite's own: files, locks, broken-off writes, hosts' transactions, and driver errors."""

from __future__ import annotations

import itertools
import logging
import os
import sqlite3
import stat
import subprocess
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.orm import Session

from pathway_engine.errors import (
    Conflict,
    OutcomeUnknown,
    SchemaMismatch,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreUnavailable,
)
from pathway_engine.journal.chain import broken_at
from pathway_engine.journal.keys import keyed, pseudonym
from pathway_engine.stores import open_store
from pathway_engine.stores.conformance.looking import everything
from pathway_engine.stores.conformance.making import REGISTER, START, Book, arming, moving, opening, use
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import AppendConflict, Claim, Erasure, Receipt
from pathway_engine.stores.sql import SqlStore, create, include_name, sqlite_engine, tables
from pathway_engine.stores.sql.faults import POSTGRESQL, SQLITE, translated
from pathway_engine.stores.sql.work import Work

CANARY = "131052-900W"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database file will be."""
    return tmp_path / "cases.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    """An empty SQLite store."""
    store = SqlStore.open(f"sqlite:///{path}")
    yield store
    store.close()


# ── The file ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_the_owner_can_use_the_files(store: SqlStore, path: Path) -> None:
    """The database and what SQLite puts beside it have mode 0600, whatever the umask allows."""
    store.append(Book("a").write(opening()))

    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert dict.fromkeys(("cases.db", "cases.db-wal", "cases.db-shm"), 0o600) == modes


def test_connections_keep_what_they_acknowledge(path: Path) -> None:
    """Every connection writes ahead, waits for the disk, overwrites what is deleted and trusts no schema."""
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")
        }
    engine.dispose()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    """Another process finds what this one was told is kept."""
    book = Book("a")
    with_store = SqlStore.open(f"sqlite:///{path}")
    written = book.put(with_store, book.write(opening(), moving()))
    code = (
        "from pathway_engine.stores import open_store\n"
        f"print(open_store('sqlite:///{path}').load('{REGISTER}', 'a').row.head)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    with_store.close()

    assert written.row.head == done.stdout.strip()


def test_many_first_openings_make_one_schema(path: Path) -> None:
    """32 threads with engines of their own open an empty file at once: no error, one schema (faults 22)."""

    def open_and_write(number: int) -> None:
        store = SqlStore.open(f"sqlite:///{path}", busy_timeout=60)
        store.append(Book(f"case-{number}").write(opening()))
        store.close()

    with ThreadPoolExecutor(32) as pool:
        list(pool.map(open_and_write, range(32)))

    store = SqlStore.open(f"sqlite:///{path}", create=False)
    assert len(store.cases(REGISTER).rows) == 32
    store.close()


def test_a_file_that_is_not_there_is_not_made_unless_wanted(path: Path) -> None:
    """`create=False` refuses a missing file and an empty one."""
    with pytest.raises(StoreUnavailable):
        SqlStore.open(f"sqlite:///{path}", create=False)
    assert not path.exists()

    path.touch()
    with pytest.raises(SchemaMismatch):
        SqlStore.open(f"sqlite:///{path}", create=False)


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    """Bytes that are something else are never written over."""
    path.write_bytes(b"something else entirely " * 100)

    with pytest.raises(StoreUnavailable):
        SqlStore.open(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"something else")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://x/y", "nonsense", ""])
def test_a_url_of_no_store_is_refused(url: str) -> None:
    """A URL that names no store we know raises before anything is opened, and is not repeated in the message."""
    with pytest.raises(ValueError, match="a store's URL"):
        open_store(url)


def test_tables_of_another_version_are_refused(store: SqlStore, path: Path) -> None:
    """Mixed versions fail closed (promise 13)."""
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE pathway_meta SET value = '999'")
    connection.close()

    with pytest.raises(SchemaMismatch, match="999"):
        SqlStore.open(f"sqlite:///{path}")


def test_a_store_that_stays_locked_is_busy(path: Path) -> None:
    """A writer waits no longer than it was told, then says so; reading goes on meanwhile."""
    store = SqlStore.open(f"sqlite:///{path}", busy_timeout=0.1)
    store.append(Book("a").write(opening()))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreBusy):
        store.append(Book("b").write(opening()))
    assert store.load(REGISTER, "a").row is not None

    other.execute("ROLLBACK")
    other.close()
    store.append(Book("b").write(opening()))
    store.close()


def test_a_file_that_may_only_be_read_is_read(store: SqlStore, path: Path) -> None:
    """Writing to a database opened for reading says that it cannot be written to (faults 15)."""
    store.append(Book("a").write(opening()))
    engine = sa.create_engine(f"sqlite:///file:{path}?mode=ro&uri=true")
    reading = SqlStore(engine)

    assert reading.load(REGISTER, "a").row is not None
    with pytest.raises(StoreUnavailable, match="written"):
        reading.append(Book("b").write(opening()))
    engine.dispose()


def test_a_full_disk_is_told_and_leaves_nothing(store: SqlStore) -> None:
    """When no page can be added the write fails as a whole; reading works, and so does writing once there is room."""
    book = Book("a")
    book.put(store, book.write(opening()))
    connection = store._engine.raw_connection()  # type: ignore[union-attr]
    cursor = connection.cursor()
    (pages,) = cursor.execute("PRAGMA page_count").fetchone()
    cursor.execute(f"PRAGMA max_page_count = {pages}")
    connection.close()
    large = book.write(moving(), personal={"note": "x" * 500_000})

    with pytest.raises(StoreFull):
        store.append(large)
    assert len(store.scan(REGISTER, "a")) == 1

    connection = store._engine.raw_connection()  # type: ignore[union-attr]
    connection.cursor().execute("PRAGMA max_page_count = 1073741823")
    connection.close()
    store.append(large)


# ── All or nothing ─────────────────────────────────────────────────────────────────────────────────────────────────


class Broken(BaseException):
    """Stands for a killed thread, KeyboardInterrupt and the like: nobody catches it."""


def test_a_write_broken_off_leaves_nothing(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken off before any one of its statements, a write leaves nothing, and the store goes on (promise 5)."""
    first, second = Book("first"), Book("second")
    first.put(store, first.write(opening(), arming("old")))
    before = everything(store)
    append = second.write(
        opening(),
        arming(),
        claims=(Claim("coaching", "w", 1, 20), Claim("club", "w", 1)),
        receipt=Receipt("new", "f", "second", 1, 2),
        log=(use(),),
    )
    for at in itertools.count(1):
        with monkeypatch.context() as patching:
            break_off(patching, at)
            try:
                store.append(append)
            except Broken:
                pass
            else:
                break
        assert everything(store) == before

    assert at > len(("case", "receipt", "claim", "claim", "entries", "deadlines", "messages", "key", "log"))
    assert store.load(REGISTER, "second").row == append.row


def break_off(patching: pytest.MonkeyPatch, at: int) -> None:
    """Raise before the statement of that number."""
    numbers = itertools.count(1)
    for name in ("run", "run_all", "rows"):
        whole = getattr(Work, name)

        def counted(self: Work, *arguments: Any, whole: Any = whole) -> Any:
            if next(numbers) == at:
                raise Broken
            return whole(self, *arguments)

        patching.setattr(Work, name, counted)


def test_a_commit_without_an_answer_is_not_told_as_failed(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails while committing, nobody knows: the outcome is unknown, not failed (promise 2)."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    wholly = store._engine.raw_connection  # type: ignore[union-attr]

    def failing() -> Any:
        connection = wholly()

        def commit() -> None:
            raise error

        connection.commit = commit  # type: ignore[method-assign]
        return connection

    monkeypatch.setattr(store._engine, "raw_connection", failing)
    with pytest.raises(OutcomeUnknown):
        store.append(Book("a").write(opening()))


# ── A host's own transaction ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def host(store: SqlStore, path: Path) -> Iterator[sa.Engine]:
    """A host's engine on the same file, with a table of its own."""
    del store
    engine = sqlite_engine(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE visits (day TEXT)")
    yield engine
    engine.dispose()


def test_a_hosts_rollback_takes_ours_along(store: SqlStore, host: sa.Engine) -> None:
    """What was written inside the host's transaction is gone with it, every part (faults 27)."""
    before = everything(store)
    with host.connect() as connection, connection.begin() as transaction:
        book = Book("first")
        book.put(store.bound(connection), book.write(opening(), arming(), receipt=Receipt("new", "f", "first", 1, 2)))
        assert store.bound(connection).load(REGISTER, "first").row is not None
        transaction.rollback()

    assert before == everything(store)


def test_a_hosts_commit_keeps_ours_with_its_own(store: SqlStore, host: sa.Engine) -> None:
    """The host's row and the case's are there together, from a Session as well."""
    with Session(host) as session:
        session.execute(sa.text("INSERT INTO visits VALUES ('2026-01-05')"))
        store.bound(session).append(Book("a").write(opening()))
        session.commit()

    with host.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visits").scalar() == 1
    assert store.load(REGISTER, "a").row is not None


def test_a_conflict_leaves_the_hosts_transaction_usable(store: SqlStore, host: sa.Engine) -> None:
    """After a conflict the host goes on and commits; of the refused write nothing stays."""
    store.append(Book("a").write(opening()))
    with host.begin() as connection:
        with pytest.raises(AppendConflict):
            store.bound(connection).append(Book("a").write(opening(), moving(), claims=(Claim("c", "w", 1),)))
        with pytest.raises(AppendConflict):
            store.bound(connection).append(Book("b").write(opening(), claims=(Claim("c", "w", 2, 1),)))
        connection.exec_driver_sql("INSERT INTO visits VALUES ('2026-01-05')")

    with host.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visits").scalar() == 1
    assert dict(store.loads(REGISTER, ["w"])) == {}
    assert store.load(REGISTER, "b").row is None


def test_a_full_disk_ends_the_hosts_transaction_and_is_told(store: SqlStore, host: sa.Engine) -> None:
    """SQLite then takes the whole transaction back: the host is told of the disk, and cannot commit what is gone."""
    book = Book("first")
    with host.connect() as connection:
        connection.execute(sa.text("INSERT INTO visits VALUES ('2026-01-05')"))
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        bound = store.bound(connection)
        book.put(bound, book.write(opening()))
        large = book.write(moving(), personal={"note": "x" * 500_000})
        with pytest.raises(StoreFull):
            bound.append(large)
        with pytest.raises(exc.PendingRollbackError):
            connection.commit()
    with host.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM visits")).scalar_one() == 0
    assert store.load(REGISTER, "first").row is None


def test_a_connection_without_a_transaction_is_refused(store: SqlStore, host: sa.Engine, path: Path) -> None:
    """A savepoint outside a transaction would commit by itself; the driver's own settings lead there (faults 24)."""
    with host.connect() as connection, pytest.raises(ValueError, match="not in a transaction"):
        store.bound(connection).append(Book("a").write(opening()))
    careless = sa.create_engine(f"sqlite:///{path}")
    with careless.connect() as connection, connection.begin(), pytest.raises(ValueError, match="emit BEGIN"):
        store.bound(connection).append(Book("a").write(opening()))
    careless.dispose()

    assert store.load(REGISTER, "a").row is None


def test_a_host_may_choose_the_names_of_the_tables(path: Path) -> None:
    """With a prefix of the host's, two sets of tables live in one file without knowing of each other."""
    engine = sqlite_engine(path)
    ours, theirs = tables(prefix="ours_"), tables(prefix="theirs_")
    for each in (ours, theirs):
        with engine.begin() as connection:
            create(connection, each)
            create(connection, each)
    SqlStore(engine, ours).append(Book("a").write(opening()))

    assert SqlStore(engine, ours).load(REGISTER, "a").row is not None
    assert SqlStore(engine, theirs).load(REGISTER, "a").row is None
    assert not include_name(ours)("ours_cases", "table", {})
    assert include_name(ours)("visits", "table", {})
    engine.dispose()


def test_a_forked_child_opens_connections_of_its_own(store: SqlStore) -> None:
    """After a fork the child holds none of its parent's connections, and writes by itself (faults 10)."""
    store.append(Book("parent").write(opening()))
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        try:
            assert store._engine is not None
            assert store._engine.pool.checkedin() == 0  # type: ignore[attr-defined]
            store.append(Book("child").write(opening()))
        except BaseException:  # noqa: BLE001 - the child tells by its exit code
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert [row.case_id for row in store.cases(REGISTER).rows] == ["child", "parent"]


# ── Nothing personal in clear ──────────────────────────────────────────────────────────────────────────────────────


def test_what_is_sealed_is_nowhere_in_clear(
    store: SqlStore, path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """The identity code is in no file, log, repr or exception (faults 69)."""
    caplog.set_level(logging.DEBUG)
    book = Book("a")
    person = pseudonym(book.ring, REGISTER, CANARY)
    receipt = Receipt(
        keyed(book.ring, REGISTER, "key", CANARY), keyed(book.ring, REGISTER, "command", CANARY), "a", 1, 1
    )
    personal = {"note": CANARY, "goals": f"… {CANARY} …", "signs": (CANARY,)}
    append = book.write(opening(client=person, worker=person), personal=personal, receipt=receipt)
    shown = [repr(append), repr(book.key), repr(book.ring)]
    store.append(append)
    with pytest.raises(AppendConflict) as caught:
        store.append(append)
    # Every frame but this one, with its local variables, as a crash report would show them.
    report = traceback.TracebackException(type(caught.value), caught.value, caught.tb.tb_next, capture_locals=True)
    shown += [*report.format(), repr(store.load(REGISTER, "a")), caplog.text]
    shown += capsys.readouterr()

    files = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert [each for each in shown if CANARY in each] == []
    assert CANARY.encode() not in files
    assert CANARY.encode("utf-16-le") not in files


def test_a_destroyed_key_is_in_no_file(store: SqlStore, path: Path) -> None:
    """After destroying, the wrapped key's bytes are in neither the database nor its log (faults 9)."""
    book = Book("a")
    wrapped = book.put(store, book.write(opening())).key
    assert wrapped is not None
    assert wrapped.wrapped in b"".join(each.read_bytes() for each in path.parent.iterdir())

    store.destroy(REGISTER, Erasure(case_id="a", erased_at=START, basis="request"))

    assert wrapped.wrapped not in b"".join(each.read_bytes() for each in path.parent.iterdir())


def test_journals_are_the_same_bytes_in_every_store(store: SqlStore) -> None:
    """The same commands under the same seed give the same rows in memory and on SQLite (promise 14)."""
    journals = []
    for each in (MemoryStore(), store):
        book = Book("a")
        book.put(each, book.write(opening(), personal={"note": "ä", "age": 3}))
        book.sources.advance(timedelta(seconds=7))
        book.put(each, book.write(moving(), arming(), personal={"goals": "x"}))
        assert broken_at(REGISTER, "a", each.scan(REGISTER, "a")) is None
        journals.append((each.load(REGISTER, "a"), list(each.scan(REGISTER, "a"))))

    assert journals[0] == journals[1]


# ── Driver errors ──────────────────────────────────────────────────────────────────────────────────────────────────


def sqlite_error(name: str) -> sqlite3.Error:
    """Make an error as the driver would."""
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorname = name
    return error


class PostgresqlError(Exception):
    """Looks like psycopg's."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__(f"DETAIL: Key (x)=({CANARY}) already exists")
        self.sqlstate = sqlstate


class OperationalError(PostgresqlError):
    """What psycopg raises of a connection, by its name."""


@pytest.mark.parametrize(
    ("error", "expected", "committing"),
    [
        (sqlite_error("SQLITE_BUSY"), StoreBusy, StoreBusy),
        (sqlite_error("SQLITE_BUSY_SNAPSHOT"), StoreBusy, StoreBusy),
        (sqlite_error("SQLITE_LOCKED_SHAREDCACHE"), StoreBusy, StoreBusy),
        (sqlite_error("SQLITE_FULL"), StoreFull, StoreFull),
        (sqlite_error("SQLITE_IOERR_WRITE"), StoreUnavailable, OutcomeUnknown),
        (sqlite_error("SQLITE_CANTOPEN"), StoreUnavailable, OutcomeUnknown),
        (sqlite_error("SQLITE_READONLY"), StoreUnavailable, StoreUnavailable),
        (sqlite_error("SQLITE_NOTADB"), StoreUnavailable, OutcomeUnknown),
        (sqlite_error("SQLITE_CONSTRAINT_UNIQUE"), StoreError, StoreError),
        (sqlite_error("SQLITE_MISUSE"), StoreError, StoreError),
        (sqlite3.OperationalError("no such table: pathway_cases"), SchemaMismatch, SchemaMismatch),
        (PostgresqlError("08006"), StoreUnavailable, OutcomeUnknown),
        (OperationalError(None), StoreUnavailable, OutcomeUnknown),
        (PostgresqlError(None), StoreError, OutcomeUnknown),
        (PostgresqlError("57P01"), StoreUnavailable, OutcomeUnknown),
        (PostgresqlError("57014"), StoreBusy, StoreBusy),
        (PostgresqlError("40001"), Conflict, Conflict),
        (PostgresqlError("40P01"), Conflict, Conflict),
        (PostgresqlError("53100"), StoreFull, StoreFull),
        (PostgresqlError("53300"), StoreUnavailable, OutcomeUnknown),
        (PostgresqlError("42P01"), SchemaMismatch, SchemaMismatch),
        (PostgresqlError("23505"), StoreError, StoreError),
        (PostgresqlError("XX000"), StoreError, StoreError),
        (exc.OperationalError("SELECT", {}, sqlite_error("SQLITE_BUSY")), StoreBusy, StoreBusy),
        (exc.TimeoutError("no connection"), StoreBusy, StoreBusy),
    ],
    ids=lambda value: getattr(value, "sqlite_errorname", getattr(value, "sqlstate", None)) or "",
)
def test_a_drivers_error_becomes_ours(error: Exception, expected: type, committing: type) -> None:
    """Each kind of error has one meaning, while working and while committing, and its text is ours."""
    assert expected is type(translated(error))
    assert committing is type(translated(error, committing=True))
    assert CANARY not in str(translated(error))


def test_an_error_that_is_no_drivers_stays_what_it_is() -> None:
    """A fault in the program is not dressed up as one of the store."""
    error = KeyError("x")

    assert error is translated(error)


def test_every_code_in_the_tables_is_one_the_databases_have() -> None:
    """The tables name result codes SQLite knows, and SQLSTATE classes or codes."""
    assert {name for name in SQLITE if not hasattr(sqlite3, name)} == set()
    assert {len(code) for code in POSTGRESQL} == {2, 5}
