"""What the doctor finds of SQLite: the file, its settings, and the engine that a host gave."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event

from pathway_engine.doctor import Finding, examine
from pathway_engine.doctor import sqlite as looking
from pathway_engine.errors import StoreBusy, StoreUnavailable, Unreadable
from pathway_engine.stores import open_store
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.engine import sqlite_engine
from pathway_engine.stores.sql.probing import habits_of, probing
from pathway_engine.text import LANGUAGES
from tests.keeping.archive import Archive, sqlite_store
from tests.verify.history import START, copied


def found(store: SqlStore) -> dict[str, Finding]:
    """Examine a store at the beginning of its story, when nothing is late; give findings by code."""
    try:
        return {each.code: each for each in examine(store, now=START)}
    finally:
        store.close()


@pytest.fixture
def mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite be one that has no known fault."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))


@pytest.mark.usefixtures("mended")
def test_an_engine_of_ours_endangers_nothing(tmp_path: Path) -> None:
    """A file made by the library, looked at through its own engine, has no findings."""
    assert found(SqlStore.open(f"sqlite:///{tmp_path}/a.db")) == {}


@pytest.mark.parametrize(
    ("pragma", "code", "severity"),
    [
        ("synchronous = NORMAL", "sqlite-synchronous", "error"),
        ("synchronous = OFF", "sqlite-synchronous", "error"),
        ("journal_mode = DELETE", "sqlite-journal-mode", "warning"),
        ("journal_mode = MEMORY", "sqlite-journal-mode", "error"),
        ("foreign_keys = OFF", "sqlite-foreign-keys", "warning"),
        ("secure_delete = OFF", "sqlite-secure-delete", "warning"),
        ("secure_delete = FAST", "sqlite-secure-delete", "warning"),
    ],
)
@pytest.mark.usefixtures("mended")
def test_a_setting_that_endangers_a_promise_is_found(tmp_path: Path, pragma: str, code: str, severity: str) -> None:
    """Each protective setting, taken away on the engine's connections, is one finding and the only one."""
    SqlStore.open(f"sqlite:///{tmp_path}/a.db").close()
    engine = sqlite_engine(tmp_path / "a.db")
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))

    findings = found(SqlStore(engine))

    assert {each.code: each.severity for each in findings.values()} == {code: severity}


def test_a_version_that_may_corrupt_the_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before 3.51.3 several writers in WAL mode are a danger; from then on they are none."""
    url = f"sqlite:///{tmp_path}/a.db"

    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 2))
    assert found(SqlStore.open(url)).keys() == {"sqlite-wal-reset"}
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    assert found(SqlStore.open(url)) == {}


# ── the host's engine ──────────────────────────────────────────────────────────────────────────────────────────────


def plain(path: Path) -> Engine:
    """Make an engine as SQLAlchemy makes it."""
    return create_engine(f"sqlite:///{path}")


def autocommit(path: Path) -> Engine:
    """Make an engine that commits every statement."""
    return create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")


def ours(path: Path) -> Engine:
    """Make an engine of ours."""
    return sqlite_engine(path)


def begun_by_the_host(path: Path) -> Engine:
    """Make an engine of the host's that begins as SQLAlchemy's manual says."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


@pytest.mark.parametrize(
    ("make", "habit"),
    [(plain, {"begins-late"}), (autocommit, {"autocommit"}), (begun_by_the_host, set()), (ours, set())],
)
@pytest.mark.usefixtures("mended")
def test_a_hosts_engine_is_judged_by_what_it_does(
    tmp_path: Path, make: Callable[[Path], Engine], habit: set[str]
) -> None:
    """Whether a transaction begins when it is begun shows the engine's habit, whatever it was set by."""
    SqlStore.open(f"sqlite:///{tmp_path}/a.db").close()

    codes = found(SqlStore(make(tmp_path / "a.db"))).keys()

    assert codes & {"begins-late", "autocommit"} == habit


def test_a_store_bound_to_a_transaction_is_not_examined(tmp_path: Path) -> None:
    """The doctor looks at the store that it was bound from."""
    store = SqlStore.open(f"sqlite:///{tmp_path}/a.db")
    engine = sqlite_engine(tmp_path / "a.db")
    with engine.begin() as connection, pytest.raises(ValueError, match="bound to a transaction"):
        examine(store.bound(connection))
    store.close()
    engine.dispose()


# ── the file ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("mended")
def test_a_file_that_others_may_use_is_found(tmp_path: Path) -> None:
    """The mode is told as it is."""
    path = copied(tmp_path)
    path.chmod(0o644)

    findings = found(SqlStore.open(f"sqlite:///{path}"))

    assert findings.keys() == {"file-mode"}
    assert "644" in findings["file-mode"].text("en")


@pytest.mark.usefixtures("mended")
def test_a_log_that_has_grown_and_a_full_disk_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds of the write-ahead log and of free space are looked at."""
    store = SqlStore.open(f"sqlite:///{tmp_path}/a.db")
    monkeypatch.setattr(looking, "_MOST_WAL", -1)
    monkeypatch.setattr(looking, "_LEAST_FREE", 2**62)

    assert found(store).keys() == {"wal-size", "disk-space"}


@pytest.mark.usefixtures("mended")
def test_a_database_that_cannot_be_written_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself is asked; somebody who is just writing is no reason to tell."""
    path = copied(tmp_path)
    store = SqlStore.open(f"sqlite:///{path}")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert found(store) == {}
    writer.close()

    store = SqlStore.open(f"sqlite:///{path}")
    monkeypatch.setattr(Path, "as_uri", lambda path: f"file://{path}?mode=ro&was=")
    assert found(store).keys() == {"read-only"}


def test_a_database_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """Nothing to examine is no finding."""
    with pytest.raises(StoreUnavailable):
        SqlStore.open(f"sqlite:///{tmp_path}/a.db", create=False)


def test_a_store_in_memory_is_told() -> None:
    """What is gone with the process keeps no promise; another's store is not known."""
    assert [each.code for each in examine(open_store("memory:"))] == ["in-memory"]

    with pytest.raises(ValueError, match="SQL stores"):
        examine(object())  # type: ignore[arg-type]


# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_says_what_why_and_what_to_do(tmp_path: Path, language: str) -> None:
    """In three languages; the promise stands with its number."""
    engine = create_engine(f"sqlite:///{copied(tmp_path)}")
    for each in found(SqlStore(engine)).values():
        assert each.text(language)
        assert len(each.why(language)) == len(each.promises) >= 1
        assert each.advice(language)
        assert all(str(number) in why for number, why in zip(each.promises, each.why(language), strict=True))


def test_the_worst_comes_first(tmp_path: Path) -> None:
    """Errors stand before warnings."""
    engine = create_engine(f"sqlite:///{copied(tmp_path)}", isolation_level="AUTOCOMMIT")
    store = SqlStore(engine)
    order = [each.severity for each in examine(store, now=START)]
    store.close()

    assert order == sorted(order)
    assert {"error", "warning"} <= set(order)


def test_values_of_another_kind_are_found_and_stop_nobody(tmp_path: Path) -> None:
    """SQLite lets text stand for bytes, and bytes for text: the doctor tells of the key, the engine of damage."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    with closing(sqlite3.connect(tmp_path / "cases.db")) as other, other:
        other.execute("UPDATE pathway_case_keys SET wrapped = 'abc'")
        other.execute("UPDATE pathway_outbox SET recorded_at = x'00', quarantined_at = x'00'")

    codes = {each.code for each in examine(archive.store, keys=archive.keys)}
    with pytest.raises(Unreadable):
        archive.engine.case("k")
    archive.store.close()

    assert {"key-not-fitting", "message-quarantined"} <= codes


def test_a_pool_that_stays_empty_is_told_as_what_it_is(tmp_path: Path) -> None:
    """Whoever looks at a store when every connection is in use is told so by an error of ours."""
    SqlStore.open(f"sqlite:///{tmp_path}/a.db").close()
    engine = create_engine(f"sqlite:///{tmp_path}/a.db", pool_size=1, max_overflow=0, pool_timeout=0.05)
    store = SqlStore(engine)
    with engine.connect():
        with pytest.raises(StoreBusy), probing(store):
            pytest.fail("there is no connection to look through")
        with pytest.raises(StoreBusy):
            habits_of(store)
    store.close()
