"""Mixed versions fail closed (promise 13, faults 50): on opening, and at the next write of who had opened before."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from pathway_engine.errors import SchemaMismatch
from pathway_engine.stores.conformance.making import REGISTER, START, Book, moving, opening, use
from pathway_engine.stores.port import AppendConflict, Claimed, Erasure, KeyRow
from pathway_engine.stores.records import DefinitionRow, Head, Purge, Rewrap, SetAside
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql import migrations as ours
from tests.cli.command_line import pathway
from tests.migrations.databases import MADE_UP, bring, described, engine_at, fill, looking, marks, rows

OLDER = "of schema 1, and this version of the library writes 2: migrate them"
NEWER = "of schema 2, and this version of the library writes 1: run a newer"


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    """Give a store that was opened before anybody migrated."""
    store = SqlStore.open(url, busy_timeout=20)
    yield store
    store.close()


@pytest.fixture
def book(store: SqlStore) -> Book:
    """Give a case in it."""
    book = Book("a")
    book.put(store, book.write(opening(), moving()))
    return book


def raised(work: Callable[[], object]) -> BaseException | None:
    """Give what a piece of work raises."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - it is looked at
        return error
    return None


# ── Opening ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_old_library_does_not_open_newer_tables(url: str) -> None:
    """Opened by the version before, migrated tables are refused, and left as they are."""
    fill(url)
    bring(url, 2)
    with pytest.raises(SchemaMismatch, match=NEWER) as told:
        SqlStore.open(url)
    assert (told.value.found, told.value.wanted) == (2, 1)
    with pytest.raises(SchemaMismatch, match=NEWER):
        ours.migrate_database(url)


def test_a_new_library_does_not_open_older_tables(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened by the version after, tables that nobody migrated are refused, and left as they are."""
    fill(url)
    monkeypatch.setattr(sys.modules["pathway_engine.stores.sql.tables"], "SCHEMA_VERSION", 2)
    with pytest.raises(SchemaMismatch, match=OLDER) as told:
        SqlStore.open(url)
    assert (told.value.found, told.value.wanted) == (1, 2)
    with looking(url) as connection:
        assert marks(connection) == (["1"], ["schema_1"])


# ── Writing, by whoever had opened before ──────────────────────────────────────────────────────────────────────────


def writes(store: SqlStore, book: Book) -> dict[str, Callable[[], object]]:
    """Give every way to write to a store."""
    key = KeyRow(book.ring.key_id, b"wrapped")
    lent = Claimed(
        kind="messages",
        register=REGISTER,
        case_id="a",
        id="a:1",
        type="opened",
        seq=1,
        due_at=None,
        attempts=0,
        token="token",  # noqa: S106 - of a lease
    )
    aside = SetAside(
        kind="messages", register=REGISTER, case_id="a", id="a:1", type="opened", seq=1, since=START, attempts=8
    )
    erasure = Erasure(case_id="a", erased_at=START, basis="request")
    purge = Purge(head=Head(REGISTER, "a", 9, "none"), purged_at=START, basis="retention")
    return {
        "move": lambda: store.append(book.write(moving("services", "planning"))),
        "open": lambda: store.append(Book("b").write(opening())),
        "claim deadlines": lambda: store.claim("deadlines", START, 10, timedelta(minutes=1)),
        "claim messages": lambda: store.claim("messages", START, 10, timedelta(minutes=1)),
        "settle": lambda: store.settle(lent, done=True, now=START),
        "release": lambda: store.release(aside, use()),
        "put": lambda: store.put(DefinitionRow("d" * 64, "sample", "1", "pathway: sample")),
        "rewrap": lambda: store.rewrap(REGISTER, "a", key, key),
        "destroy": lambda: store.destroy(REGISTER, erasure),
        "rewrap all": lambda: store.rewrap_all([Rewrap(register=REGISTER, case_id="a", old=key, new=key)]),
        "purge": lambda: store.purge(purge),
        "write": lambda: store.write(REGISTER, "a", use()),
    }


def test_no_write_goes_to_tables_that_were_migrated(url: str, store: SqlStore, book: Book) -> None:
    """A process that had the store open is refused at its next write, whatever it writes, and writes nothing."""
    bring(url, 2)
    with looking(url) as connection:
        before = rows(connection)
    found = {name: raised(work) for name, work in writes(store, book).items()}

    assert {name: type(error) for name, error in found.items()} == dict.fromkeys(found, SchemaMismatch)
    assert all("run a newer" in str(error) for error in found.values())
    with looking(url) as connection:
        assert rows(connection) == before


def test_no_write_goes_to_tables_that_were_set_back(url: str, store: SqlStore, book: Book) -> None:
    """A newer process is refused at its next write when a backup of the version before has been put in place."""
    with engine_at(url) as engine:
        newer = SqlStore(engine, described(2))
        found = {name: raised(work) for name, work in writes(newer, book).items()}

    assert {name: type(error) for name, error in found.items()} == dict.fromkeys(found, SchemaMismatch)
    assert all("migrate them" in str(error) for error in found.values())
    store.append(book.write(moving("services", "planning")))


def test_a_conflict_is_still_a_conflict(store: SqlStore, book: Book) -> None:
    """A case that others moved is told as such, not as tables of another version."""
    late = book.write(moving("services", "planning"))
    store.append(late)
    with pytest.raises(AppendConflict):
        store.append(late)


def test_a_write_in_the_hosts_transaction_is_refused(url: str, book: Book) -> None:
    """The same holds inside a host's transaction, which stays usable."""
    with engine_at(url) as engine:
        inside = SqlStore(engine)
        bring(url, 2)
        with engine.begin() as connection:
            for work in writes(inside.bound(connection), book).values():
                assert isinstance(raised(work), SchemaMismatch)
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_host_that_looks_at_one_moment_is_refused_too(postgres_url: str) -> None:
    """On PostgreSQL a transaction at REPEATABLE READ that began before the migration does not write as of old."""
    store = SqlStore.open(postgres_url)
    book = Book("a")
    book.put(store, book.write(opening(), moving()))
    with engine_at(postgres_url) as engine, engine.connect() as connection:
        connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
        with connection.begin():
            connection.exec_driver_sql("SELECT 1 FROM pg_class").all()
            bring(postgres_url, 2)
            for work in writes(store.bound(connection), book).values():
                assert isinstance(raised(work), SchemaMismatch)
    store.close()


# ── At the same moment ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_migration_waits_for_who_is_writing(url: str, store: SqlStore, book: Book) -> None:
    """A write that began before the migration ends before it, and the next one is refused."""
    with ThreadPoolExecutor(1) as pool:
        with store._work.writing() as work:
            migrating: Future[object] = pool.submit(bring, url, 2)
            time.sleep(0.5)
            assert not migrating.done()
            work.cursor.execute("UPDATE pathway_cases SET state = 'waiting'")
        migrating.result(timeout=20)
    with looking(url) as connection:
        assert {row[-1] for row in rows(connection)["pathway_cases"]} == {"WAITING"}
    with pytest.raises(SchemaMismatch):
        store.append(book.write(moving("services", "planning")))


@pytest.mark.parametrize("kind", ["move", "open", "claim messages", "write"])
def test_who_writes_waits_for_a_migration(url: str, store: SqlStore, book: Book, kind: str) -> None:
    """A write that comes while the tables are being migrated waits, and is refused when they have been."""
    with ThreadPoolExecutor(1) as pool, engine_at(url) as engine:
        with engine.begin() as connection:
            ours.upgrade(connection, described(2), MADE_UP, patience=20)
            writing: Future[object] = pool.submit(writes(store, book)[kind])
            time.sleep(0.3)
            assert not writing.done()
        assert isinstance(writing.exception(timeout=20), SchemaMismatch)


def test_writers_and_migrators_do_not_stand_in_each_others_way(url: str) -> None:
    """While many write and read, migrations get through, and each writer ends by being refused: nothing deadlocks."""
    fill(url)
    started = threading.Barrier(5)

    def write(number: int) -> int:
        mine, count = SqlStore.open(url, busy_timeout=20), 0
        book = Book(f"writer-{number}")
        book.put(mine, book.write(opening()))
        started.wait(20)
        try:
            while True:
                book.put(mine, book.write(moving("planning", str(book.case and book.case.state))))
                mine.claim("messages", START, 3, timedelta(0))
                mine.write(REGISTER, book.case_id, use())
                mine.load(REGISTER, book.case_id)
                count += 1
        except SchemaMismatch:
            return count
        finally:
            mine.close()

    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(write, number) for number in range(4)]
        started.wait(20)
        time.sleep(0.3)
        assert bring(url, 2) == ours.Migration(1, 2)
        assert sum(each.result(timeout=30) for each in writing) > 0


# ── The command line ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "uudempaa ohjelmaa"), ("sv", "nyare program"), ("en", "newer program")]
)
def test_the_command_line_tells_of_newer_tables(tmp_path: Path, language: str, words: str) -> None:
    """Every command on tables of the future ends with 2 and says in three languages what to do."""
    url = f"sqlite:///{tmp_path}/cases.db"
    fill(url)
    bring(url, 2)
    for command in (("tick", "--keys", "none"), ("migrate",), ("migrate", "--check")):
        result = pathway(*command, "--db", url, "--lang", language)
        assert (result.exit_code, words in result.stderr) == (2, True), result.output
