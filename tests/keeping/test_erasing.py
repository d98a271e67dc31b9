"""Erased is erased (promise 15): by whom, on what ground, and that nobody opens it again, backup or not."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Refused
from pathway_engine.errors import CaseErased, CaseNotFound, OutcomeUnknown
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.register import read_register, register_lines
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.keeping.archive import CLIENT, IDENTITY, KEEPER, REGISTER, WORDS, WORKER, Archive, sqlite_store

ERASE = {"ground": "unlawful"}


def wrapped_key(archive: Archive, case: str = "k") -> bytes:
    """Give the wrapped key of a case, as bytes that must be nowhere once it is destroyed."""
    row = archive.store.key_of(REGISTER, case)
    assert row is not None
    return row.wrapped


def raw(folder: Path, name: str = "cases.db") -> bytes:
    """Give everything in the database's files: pages in use and free, write-ahead log, shared memory."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{name}*")))


# ── who, and on what ground ────────────────────────────────────────────────────────────────────────────────────────


def test_an_erased_case_opens_for_nobody_and_goes_on(archive: Archive) -> None:
    """The key is gone, what was coded stays, the journal tells of it, and a note can be written no more."""
    archive.opened()
    done = archive.do(c.Erase, KEEPER, **ERASE)

    assert [type(each.body) for each in done.events] == [e.Erased]
    assert done.events[0].actor.role == "keeper"
    assert done.case.erased
    assert len(archive.engine.history("k", WORKER)) == done.case.version
    with pytest.raises(CaseErased):
        archive.engine.history("k", WORKER, unseal=True)
    with pytest.raises(CaseErased):
        archive.ask(c.Record, record="talk", fields={"said": WORDS})
    assert archive.do(c.Move, trigger="finish").case.state == "over"


def test_erasing_again_changes_nothing(archive: Archive) -> None:
    """The second time, by whatever ground, gives the case as it is; the register of erasures keeps the first."""
    archive.opened()
    first = archive.do(c.Erase, KEEPER, **ERASE)
    entered = tuple(archive.engine.erasures())
    archive.on(2026)
    again = archive.do(c.Erase, KEEPER, ground="objection")

    assert again.repeated
    assert again.events == ()
    assert again.case == first.case
    assert tuple(archive.engine.erasures()) == entered
    assert [(each.case_id, each.basis) for each in entered] == [("k", "unlawful")]


def test_a_retried_erasure_gives_its_first_result(archive: Archive) -> None:
    """Under an idempotency key the first events are given again, rebuilt from the journal."""
    archive.opened()
    first = archive.do(c.Erase, KEEPER, key="once", **ERASE)
    again = archive.do(c.Erase, KEEPER, key="once", **ERASE)

    assert (again.repeated, again.events) == (True, first.events)


@pytest.mark.parametrize(
    "actor",
    [
        WORKER,
        CLIENT,
        c.Actor(subject="x", organisation="north", roles="own_worker"),
        c.SYSTEM,
    ],
    ids=lambda actor: ",".join(sorted(actor.roles)),
)
def test_only_the_keeper_of_the_register_erases(actor: c.Actor) -> None:
    """Whoever else asks is refused or learns nothing of the case, and the key stays."""
    archive = Archive()
    archive.opened()

    try:
        outcome = archive.ask(c.Erase, actor, **ERASE)
    except CaseNotFound:
        outcome = None
    assert outcome is None or [each.code for each in outcome.reasons] == ["role-may-not"]  # type: ignore[union-attr]
    assert archive.store.key_of(REGISTER, "k") is not None


def test_the_keeper_of_another_register_erases_nothing_here() -> None:
    """A keeper acts for the controller, or for whoever writes to its register; another controller's sees no case."""
    archive = Archive()
    archive.opened()

    with pytest.raises(CaseNotFound):
        archive.ask(c.Erase, c.Actor(subject="x", organisation="east", roles="keeper"), **ERASE)
    assert archive.do(c.Erase, c.Actor(subject="x", organisation="bought", roles="keeper"), **ERASE).case.erased


def test_while_the_law_has_data_kept_only_a_compelling_ground_erases() -> None:
    """GDPR art. 17(3)(b): no longer needing them is no ground while a rule keeps them; unlawful processing is."""
    archive = Archive()
    archive.opened()
    assert archive.refused(c.Erase, KEEPER, ground="no_longer_needed") == ["kept-open"]
    archive.do(c.Move, trigger="finish")
    assert archive.refused(c.Erase, KEEPER, ground="objection") == ["kept-runs"]
    archive.on(2036)
    assert archive.do(c.Erase, KEEPER, ground="objection").case.erased

    archive.closed("l")
    assert archive.do(c.Erase, KEEPER, "l", ground="wrong_person").case.erased


def test_a_hold_or_a_restriction_outweighs_every_ground() -> None:
    """What may be needed for a claim, or what the client wants kept, is not destroyed (art. 17(3)(e), 18(1)(b))."""
    archive = Archive()
    archive.closed("k", "hold")
    assert archive.refused(c.Erase, KEEPER, **ERASE) == ["kept-legal_hold"]
    archive.do(c.Move, trigger="release")
    archive.do(c.Restrict, CLIENT, reason="other")
    assert archive.refused(c.Erase, KEEPER, **ERASE) == ["case-restricted"]


def test_a_ground_is_one_of_the_law_s() -> None:
    """Free words would stand in clear for ever, so they are refused."""
    archive = Archive()
    archive.opened()

    assert archive.refused(c.Erase, KEEPER, ground=f"pyysi {IDENTITY}")[0] == "erasure-ground"


# ── nothing readable is left ───────────────────────────────────────────────────────────────────────────────────────


def test_nothing_of_an_erased_case_can_be_read_from_the_files(tmp_path: Path) -> None:
    """Neither what was sealed nor the wrapped key stands in the file, its free pages or its log; the chain verifies."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    archive.opened("l")
    key, other = wrapped_key(archive), wrapped_key(archive, "l")
    assert key in raw(tmp_path)

    archive.do(c.Erase, KEEPER, **ERASE)

    assert key not in raw(tmp_path)
    assert other in raw(tmp_path)
    assert WORDS.encode() not in raw(tmp_path)
    assert IDENTITY.encode() not in raw(tmp_path)
    assert verify_database(f"sqlite:///{tmp_path / 'cases.db'}") == []
    archive.store.close()
    assert key not in raw(tmp_path)


def test_without_overwriting_the_log_the_key_would_still_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taking the protection away shows what it protects from: the destroyed key stands in the write-ahead log."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    key = wrapped_key(archive)
    monkeypatch.setattr(SqlStore, "_overwrite_wal", lambda _: None)
    archive.do(c.Erase, KEEPER, **ERASE)
    assert key in raw(tmp_path)

    monkeypatch.undo()
    archive.do(c.Erase, KEEPER, **ERASE)
    assert key not in raw(tmp_path)


def test_a_reader_that_keeps_the_old_log_is_told(tmp_path: Path) -> None:
    """While somebody reads an older state the key stands in the log: the erasure says so, and again finishes it."""
    archive = Archive(SqlStore.open(f"sqlite:///{tmp_path / 'cases.db'}", busy_timeout=0.1))
    archive.opened()
    key = wrapped_key(archive)
    reader = sqlite3.connect(tmp_path / "cases.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM pathway_cases").fetchall()

    with pytest.raises(OutcomeUnknown):
        archive.ask(c.Erase, KEEPER, **ERASE)
    assert archive.engine.case("k").erased
    reader.execute("ROLLBACK")

    assert archive.do(c.Erase, KEEPER, **ERASE).repeated
    assert key not in raw(tmp_path)


# ── a backup comes back ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_restored_backup_is_erased_again(tmp_path: Path) -> None:
    """Backup, erase, restore: the case is readable until the register of erasures is applied, and then no more."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    archive.opened("l")
    key = wrapped_key(archive)
    archive.store.close()
    shutil.copy(tmp_path / "cases.db", tmp_path / "backup.db")
    archive.do(c.Erase, KEEPER, **ERASE)
    register = tmp_path / "erasures.jsonl"
    register.write_text("".join(f"{line}\n" for line in register_lines(REGISTER, archive.engine.erasures())))
    archive.store.close()

    shutil.copy(tmp_path / "backup.db", tmp_path / "cases.db")
    restored = archive.restarted(SqlStore.open(f"sqlite:///{tmp_path / 'cases.db'}"))
    assert any(told.personal for told in restored.history("k", WORKER, unseal=True))
    archive.on(2026)
    applied = restored.apply_erasures(register)

    assert (applied.erased, applied.before, applied.absent) == (("k",), 0, ())
    with pytest.raises(CaseErased):
        restored.history("k", WORKER, unseal=True)
    assert restored.history("l", WORKER, unseal=True)[-1].personal["said"] == WORDS
    assert key not in raw(tmp_path)
    assert verify_database(f"sqlite:///{tmp_path / 'cases.db'}") == []
    assert restored.apply_erasures(register).before == 1
    restored.store.close()


def test_the_time_of_the_first_erasure_is_kept(archive: Archive) -> None:
    """Applied again, the register of erasures still says when and why a case was erased first."""
    archive.opened()
    archive.do(c.Erase, KEEPER, **ERASE)
    entered = tuple(archive.engine.erasures())
    backup = Archive(keys=archive.keys)
    backup.opened()
    backup.on(2027)

    assert backup.engine.apply_erasures(entered).erased == ("k",)
    assert tuple(backup.engine.erasures()) == entered
    assert backup.engine.apply_erasures([*entered]).before == 1


def test_a_case_that_is_not_here_is_told_and_nothing_is_entered(archive: Archive) -> None:
    """An older backup may not have the case yet: there is nothing to erase, and no row for it."""
    archive.opened()
    erasures = read_register(REGISTER, register_lines(REGISTER, ()))
    assert archive.engine.apply_erasures(erasures).absent == ()

    other = Archive()
    other.opened("gone")
    other.do(c.Erase, KEEPER, "gone", **ERASE)
    assert archive.engine.apply_erasures(other.engine.erasures()).absent == ("gone",)
    assert tuple(archive.engine.erasures()) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("{}\n", "line 1"),
        ('{"erasures":"pathway-engine","format":2,"register":"north"}\n', "line 1"),
        ('{"erasures":"pathway-engine","format":1,"register":"south"}\n', "another register"),
        ('{"erasures":"pathway-engine","format":1,"register":"north"}\nx\n', "line 2"),
        (
            '{"erasures":"pathway-engine","format":1,"register":"north"}\n{"case":1,"basis":"x","erased_at":"y"}',
            "line 2",
        ),
    ],
)
def test_a_file_that_is_no_register_of_erasures_changes_nothing(tmp_path: Path, text: str, told: str) -> None:
    """It is refused as a whole, with the number of the line and none of its words."""
    (tmp_path / "register").write_text(text)
    archive = Archive()
    archive.opened()

    with pytest.raises(ValueError, match=told):
        archive.engine.apply_erasures(tmp_path / "register")
    assert not archive.engine.case("k").erased


def test_another_key_ring_does_not_open_what_was_erased() -> None:
    """Erasing rests on the key alone: with every wrapping key at hand nothing is opened."""
    archive = Archive(keys=Keyring.made(SeededSources("all")))
    archive.opened()
    archive.do(c.Erase, KEEPER, **ERASE)
    loaded = archive.store.load(REGISTER, "k")

    assert (loaded.key, loaded.erased) == (None, True)
    assert isinstance(archive.ask(c.Erase, WORKER, **ERASE), Refused)
