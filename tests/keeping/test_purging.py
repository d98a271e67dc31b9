"""Purging: every row of a case goes, a tombstone stays, and nothing goes that is still kept."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.errors import CaseNotFound, OutcomeUnknown
from pathway_engine.journal.canonical import instant
from pathway_engine.journal.tombstones import Tombstone, tombstone_after, tombstone_genesis
from pathway_engine.stores.port import AppendConflict, Head, Purge
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.keeping.archive import CLIENT, KEEPER, REGISTER, WORDS, WORKER, Archive, sqlite_store
from tests.keeping.test_erasing import raw, wrapped_key

TABLES = ("cases", "journal", "deadlines", "holders", "outbox", "receipts", "case_keys")


def purged(archive: Archive, case: str = "k", **more: str) -> Tombstone:
    """Purge a case, which must succeed."""
    outcome = archive.engine.purge(case, KEEPER, **more)
    assert isinstance(outcome, Tombstone), [each.text("en") for each in outcome.reasons]
    return outcome


def refused(archive: Archive, case: str = "k", **more: str) -> list[str]:
    """Ask for a purge that must be refused; give the codes of the reasons."""
    outcome = archive.engine.purge(case, KEEPER, **more)
    assert isinstance(outcome, Refused)
    return [each.code for each in outcome.reasons]


def test_a_purged_case_is_gone_and_its_tombstone_stays(archive: Archive) -> None:
    """Nothing of it is loaded, listed or opened again; the tombstone tells where its journal ended and why."""
    archive.closed()
    archive.closed("l")
    row = archive.store.load(REGISTER, "k").row
    assert row is not None
    archive.on(2036)

    stone = purged(archive)

    assert (stone.case_id, stone.version, stone.head, stone.basis) == ("k", row.version, row.head, "adults L33")
    assert archive.store.tombstones(REGISTER) == (stone,)
    assert archive.store.scan(REGISTER, "k") == ()
    assert [each.case_id for each in archive.engine.cases().rows] == ["l"]
    assert "k" not in archive.engine._cases._kept
    with pytest.raises(CaseNotFound):
        archive.engine.case("k")
    with pytest.raises(CaseNotFound):
        archive.engine.purge("k", KEEPER)
    assert archive.due().keys() == {"l"}
    assert archive.do(c.Record, record="talk", case="l", fields={"said": "yhä"}).case.id == "l"


def test_tombstones_are_chained_in_each_register(archive: Archive) -> None:
    """Each follows the one before, the first the register's own beginning; reading goes on after a number."""
    for case in ("k", "l", "m"):
        archive.closed(case)
    archive.on(2036)
    stones = [purged(archive, case) for case in ("l", "m", "k")]

    previous = tombstone_genesis(REGISTER)
    for number, stone in enumerate(stones, start=1):
        made = tombstone_after(
            number - 1, previous, Head(REGISTER, stone.case_id, stone.version, stone.head), stone.purged_at, stone.basis
        )
        assert stone == made
        previous = stone.hash
    assert archive.store.tombstones(REGISTER) == tuple(stones)
    assert archive.store.tombstones(REGISTER, after=1, limit=1) == (stones[1],)
    assert archive.store.tombstones("south") == ()


def test_what_is_kept_is_purged_on_a_basis_only(archive: Archive) -> None:
    """Without one the rule that keeps it is told; with one, a code, it goes, and the basis stays on the tombstone."""
    archive.closed()

    assert refused(archive) == ["kept-runs"]
    assert refused(archive, basis="Siirretty arkistoon, 131052-900W") == ["purge-basis"]
    assert purged(archive, basis="transferred_to_archive").basis == "transferred_to_archive"


@pytest.mark.parametrize(("moves", "code"), [(("hold",), "kept-legal_hold"), ((), "kept-restricted")])
def test_no_basis_outweighs_a_hold_or_a_restriction(moves: tuple[str, ...], code: str) -> None:
    """Nor does time: it stays until the hold, or the restriction, is lifted."""
    archive = Archive()
    archive.closed("k", *moves)
    if not moves:
        archive.do(c.Restrict, CLIENT, reason="other")
    archive.on(2050)

    assert refused(archive, basis="transferred_to_archive") == [code]


def test_an_open_case_is_not_purged() -> None:
    """Not even on a basis: it is closed first."""
    archive = Archive()
    archive.opened()

    assert refused(archive, basis="mistake") == ["kept-open"]


def test_only_the_keeper_of_the_register_purges() -> None:
    """Others are refused, or learn nothing of the case; the attempt is in the log."""
    archive = Archive()
    archive.closed()
    archive.on(2036)

    outcome = archive.engine.purge("k", WORKER)
    assert isinstance(outcome, Refused)
    with pytest.raises(CaseNotFound):
        archive.engine.purge("k", c.Actor(subject="x", organisation="east", roles="keeper"))
    told = [(each.action, each.allowed) for each in archive.store.read(REGISTER, "k")]  # type: ignore[union-attr]
    assert told == [("purge", False), ("purge", False)]


def test_the_log_of_use_outlives_the_case(archive: Archive) -> None:
    """Who used the data can still be told; the purge is the last entry."""
    archive.closed()
    archive.engine.history("k", WORKER)
    archive.on(2036)
    purged(archive)

    assert [each.action for each in archive.store.read(REGISTER, "k")] == ["history", "purge"]  # type: ignore[union-attr]


def test_an_id_that_was_purged_is_not_used_again(archive: Archive) -> None:
    """A new case under it would meet the old one in a restored backup, and its key is entered as destroyed."""
    archive.closed()
    archive.on(2036)
    purged(archive)

    assert archive.refused(c.Open, WORKER, "k", client="131052-900W") == ["case-exists"]


def test_a_backup_that_brings_a_purged_case_back_brings_no_key(archive: Archive) -> None:
    """A purge is in the register of erasures too: applied to an older backup, the case is erased, and due again."""
    archive.closed()
    archive.on(2036)
    purged(archive)
    entered = tuple(archive.engine.erasures())
    assert [(each.case_id, each.basis) for each in entered] == [("k", "adults L33")]

    backup = Archive(keys=archive.keys)
    backup.closed()
    backup.on(2036)
    assert backup.engine.apply_erasures(entered).erased == ("k",)
    assert backup.due() == {"k": "adults"}
    purged(backup)


def test_a_case_that_moved_on_meanwhile_is_not_purged(archive: Archive) -> None:
    """The store purges what was found due, not what the case has become since."""
    archive.closed()
    row = archive.store.load(REGISTER, "k").row
    assert row is not None
    stale = Purge(head=Head(REGISTER, "k", row.version, row.head), purged_at=archive.sources.clock(), basis="x")
    archive.do(c.Move, trigger="reopen")

    with pytest.raises(AppendConflict):
        archive.store.purge(stale)
    with pytest.raises(AppendConflict):
        archive.store.purge(Purge(head=Head(REGISTER, "no", 1, "x"), purged_at=archive.sources.clock(), basis="x"))
    assert archive.engine.case("k").is_open
    assert archive.store.tombstones(REGISTER) == ()
    assert tuple(archive.engine.erasures()) == ()


def test_no_row_and_no_byte_of_a_purged_case_is_left(tmp_path: Path) -> None:
    """Every table but log, erasures and tombstones is free of it, and so are the file's free pages and its log."""
    archive = Archive(sqlite_store(tmp_path))
    archive.closed()
    key = wrapped_key(archive)
    sealed = [entry.sealed for entry in archive.store.scan(REGISTER, "k") if entry.sealed]
    client = archive.engine.pseudonym("131052-900W").encode()
    assert all(each in raw(tmp_path) for each in (key, client, *sealed))
    archive.on(2036)
    purged(archive)

    with sqlite3.connect(tmp_path / "cases.db") as database:
        for table in TABLES:
            assert database.execute(f"SELECT count(*) FROM pathway_{table}").fetchone() == (0,)  # noqa: S608 - ours
    database.close()
    assert not any(each in raw(tmp_path) for each in (key, client, WORDS.encode(), *sealed))
    assert verify_database(f"sqlite:///{tmp_path / 'cases.db'}") == []
    archive.store.close()


def test_the_tombstone_stands_in_its_table_as_it_was_given(tmp_path: Path) -> None:
    """Whoever reads the tables finds the columns from which the hash is worked out."""
    archive = Archive(sqlite_store(tmp_path))
    archive.closed()
    archive.on(2036)
    stone = purged(archive)
    archive.store.close()

    database = sqlite3.connect(tmp_path / "cases.db")
    row = database.execute("SELECT number, case_id, version, head, purged_at, basis, hash FROM pathway_tombstones")
    expected = (1, "k", stone.version, stone.head, instant(stone.purged_at), stone.basis, stone.hash)
    assert row.fetchall() == [expected]
    database.close()


def test_purges_at_once_make_one_chain(archive: Archive) -> None:
    """Four keepers purge eight cases at the same time: eight tombstones, numbered and chained without a gap."""
    cases = [f"k{number}" for number in range(8)]
    for case in cases:
        archive.closed(case)
    archive.on(2036)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda case: purged(archive, case), cases))

    stones = archive.store.tombstones(REGISTER)
    assert [stone.number for stone in stones] == list(range(1, 9))
    assert {stone.case_id for stone in stones} == set(cases)
    assert [stone.prev_hash for stone in stones[1:]] == [stone.hash for stone in stones[:-1]]


def test_a_case_that_is_reopened_while_it_is_judged_is_not_purged(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found due is judged anew when it has moved on before it is taken out."""
    archive.closed()
    archive.on(2036)
    judged = archive.engine._may_purge

    def and_then_reopened(*given: Any) -> str | Refused:
        found = judged(*given)
        if not archive.engine.case("k").is_open:
            archive.do(c.Move, trigger="reopen")
        return found

    monkeypatch.setattr(archive.engine, "_may_purge", and_then_reopened)

    assert refused(archive) == ["kept-open"]
    assert archive.engine.case("k").is_open
    assert archive.store.tombstones(REGISTER) == ()


def test_purging_again_overwrites_what_a_reader_kept(tmp_path: Path) -> None:
    """While somebody reads an older state the key stands in the log: purging says so, and again it finishes that."""
    archive = Archive(SqlStore.open(f"sqlite:///{tmp_path / 'cases.db'}", busy_timeout=0.1))
    archive.closed()
    key = wrapped_key(archive)
    archive.on(2036)
    reader = sqlite3.connect(tmp_path / "cases.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM pathway_cases").fetchall()

    for _ in range(2):
        with pytest.raises(OutcomeUnknown):
            archive.engine.purge("k", KEEPER)
    reader.execute("ROLLBACK")
    reader.close()
    (before,) = archive.engine.erasures()
    with pytest.raises(CaseNotFound):
        archive.engine.purge("k", KEEPER)

    assert key not in raw(tmp_path)
    assert tuple(archive.engine.erasures()) == (before,)
    archive.store.close()
