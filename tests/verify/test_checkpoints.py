"""What no database tells of itself, a checkpoint kept elsewhere does: cuts, old copies, rebuilt chains (promise 11)."""

# ruff: noqa: S608 - the statements are an intruder's, and their values our own

from __future__ import annotations

import base64
import json
import shutil
import stat
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from pathway_engine.errors import KeyMissing
from pathway_engine.journal.checkpoints import CaseEnd, Register, SigningKey, predecessor, write_checkpoint
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.probing import case_ends, probing, register_facts, registers
from pathway_engine.testing import SeededSources
from pathway_engine.verify import CannotVerify, Evidence, Finding, verify_database
from pathway_engine.verify.checkpoints import Checkpoints, statements
from tests.verify.databases import Database, SqliteCopy, params, places
from tests.verify.history import CASE, OTHER, REGISTER, SMALL, edited, told

NOON = datetime(2025, 7, 1, 9, tzinfo=UTC)


class Notary:
    """Whoever signs checkpoints and keeps them: another than whoever holds the database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = SigningKey.create(folder / "sign.pem", SeededSources("notary"))
        self.made: list[Path] = []

    def sign(self, url: str, *, after: Path | None = None) -> Path:
        """Make the next checkpoint of a database."""
        path = self.folder / f"{len(self.made) + 1}.checkpoint"
        store = SqlStore.open(url, create=False)
        try:
            with probing(store) as probe:
                assert registers(probe) == [REGISTER]
                follows = predecessor(after, REGISTER) if after else (0, "")
                at = NOON + timedelta(days=len(self.made))
                facts, ends = register_facts(probe, REGISTER), case_ends(probe, REGISTER)
                write_checkpoint(path, self.key, facts, ends, at=at, after=follows)
        finally:
            store.close()
        self.made.append(path)
        return path

    def evidence(self, *paths: Path) -> Evidence:
        """Give checkpoints with the key they are to be checked by."""
        return Evidence(paths, (self.key.public_path,))


@pytest.fixture
def notary(tmp_path: Path) -> Notary:
    """Give somebody who signs."""
    (tmp_path / "elsewhere").mkdir()
    return Notary(tmp_path / "elsewhere")


def codes(found: list[Finding]) -> set[str]:
    """Give the codes of findings."""
    return {each.code for each in found}


# ── what only a checkpoint shows ───────────────────────────────────────────────────────────────────────────────────


def test_an_untouched_register_agrees_with_its_checkpoint(database: Database, notary: Notary) -> None:
    """What was signed is still there."""
    evidence = notary.evidence(notary.sign(database.url))

    assert database.verify(evidence) == []


@pytest.mark.parametrize("case", [OTHER, SMALL])
def test_a_case_taken_away_whole_is_named(database: Database, notary: Notary, case: str) -> None:
    """Without a checkpoint nothing tells that a case was ever there; with one, it is named with its last number."""
    evidence = notary.evidence(notary.sign(database.url))
    end = database.last(case)

    database.forget(case)

    # How many cases count on a worker is edited as easily.
    assert codes(database.verify()) <= {"load"}
    assert {each for each in places(database.verify(evidence)) if each[0]} == {(case, end, "checkpoint-case-gone")}


def test_the_last_case_and_the_whole_register_are_named_too(database: Database, notary: Notary) -> None:
    """Nothing needs to follow what is missing: an emptied register is told case by case."""
    evidence = notary.evidence(notary.sign(database.url))
    ends = {case: database.last(case) for case in (CASE, OTHER, SMALL)}
    for case in ends:
        database.forget(case)
    with database.hand() as hand:
        hand.execute("DELETE FROM pathway_loads")

    found = database.verify(evidence)

    assert database.verify() == []
    assert {(case, end, "checkpoint-case-gone") for case, end in ends.items()} <= places(found)
    assert "checkpoint-rolled-back" in codes(found)


def test_a_chain_rebuilt_from_its_beginning_is_found(database: Database, notary: Notary) -> None:
    """Whoever holds the database can make a false history that is whole in itself; the signed one was another."""
    evidence = notary.evidence(notary.sign(database.url))
    there = f"WHERE case_id = '{CASE}' AND seq = 7"
    with database.hand() as hand:
        hand.execute(f"UPDATE pathway_journal SET actor = replace(actor, '\"service\"', '\"audit\"') {there}")
    database.rebuild(CASE)

    assert database.verify() == []
    assert places(database.verify(evidence)) == {(CASE, database.last(CASE), "checkpoint-rewritten")}


def test_a_log_cut_at_its_end_is_found(database: Database, notary: Notary) -> None:
    """The end of the log of use may be cut off without a trace, but for the checkpoint."""
    evidence = notary.evidence(notary.sign(database.url))
    ((end,),) = database.rows(f"SELECT max(number) FROM pathway_access_log WHERE case_id = '{OTHER}'")
    there = f"case_id = '{OTHER}' AND number = {end}"

    assert database.edit(f"DELETE FROM pathway_access_log WHERE {there}") == []
    assert places(database.verify(evidence)) == {(OTHER, end, "checkpoint-log-cut")}


def test_a_log_rebuilt_from_its_beginning_is_found(database: Database, notary: Notary) -> None:
    """A log in which somebody's look has become another's, whole in itself, is not the one that was signed."""
    evidence = notary.evidence(notary.sign(database.url))
    ((end,),) = database.rows(f"SELECT max(number) FROM pathway_access_log WHERE case_id = '{OTHER}'")
    with database.hand() as hand:
        change = "entry = replace(entry, '\"service\"', '\"audit\"')"
        hand.execute(f"UPDATE pathway_access_log SET {change} WHERE case_id = '{OTHER}' AND number = 1")
    database.rebuild_log(OTHER)

    assert database.verify() == []
    assert places(database.verify(evidence)) == {(OTHER, end, "checkpoint-log-rewritten")}


def test_an_erasure_that_was_undone_is_found(database: Database, notary: Notary) -> None:
    """An erased case whose key is back with an old backup is named."""
    with database.hand() as hand:
        hand.execute(f"INSERT INTO pathway_erasures VALUES ('{REGISTER}', '{SMALL}', '2025-07-01', 'x')")
    evidence = notary.evidence(notary.sign(database.url))
    with database.hand() as hand:
        hand.execute("DELETE FROM pathway_erasures")

    assert (SMALL, database.last(SMALL), "checkpoint-erasure-undone") in places(database.verify(evidence))


def buried(database: Database, case: str, head: str) -> None:
    """Purge a case as its retention ends: its rows go, a tombstone stays."""
    version = database.last(case)
    database.forget(case)
    with database.hand() as hand:
        values = f"'{REGISTER}', 1, '{case}', {version}, '{head}', '2030-01-01T00:00:00.000000Z', 'x', '', 'tomb'"
        hand.execute(f"INSERT INTO pathway_tombstones VALUES ({values})")


def test_a_case_purged_after_its_checkpoint_is_no_finding(database: Database, notary: Notary) -> None:
    """A tombstone that says how far the case had come stands for the case; one that says otherwise does not."""
    evidence = notary.evidence(notary.sign(database.url))
    ((head,),) = database.rows(f"SELECT head FROM pathway_cases WHERE case_id = '{SMALL}'")
    end = database.last(SMALL)
    buried(database, SMALL, head)

    assert "checkpoint-rewritten" not in codes(database.verify(evidence))
    database.edit("UPDATE pathway_tombstones SET head = 'another'")
    assert (SMALL, end, "checkpoint-rewritten") in places(database.verify(evidence))


def test_a_tombstone_taken_away_is_found(database: Database, notary: Notary) -> None:
    """The checkpoint knows the last tombstone: neither it nor those before it may change."""
    buried(database, SMALL, "x")
    evidence = notary.evidence(notary.sign(database.url))

    assert "checkpoint-tombstones" not in codes(database.verify(evidence))
    database.edit("UPDATE pathway_tombstones SET hash = 'y'")
    assert "checkpoint-tombstones" in codes(database.verify(evidence))


# ── old copies ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_database_set_back_to_an_older_day_is_found(tmp_path: Path, notary: Notary) -> None:
    """Every case that is behind is named with the first number that is missing, and so is the register."""
    evidence = notary.evidence(notary.sign(f"sqlite:///{told()}"))
    old = shutil.copy(told(whole=False), tmp_path / "old.db")

    found = verify_database(str(old), evidence=evidence)

    assert verify_database(str(old)) == []
    assert {(CASE, "checkpoint-cut"), (OTHER, "checkpoint-cut"), ("", "checkpoint-rolled-back")} <= {
        (each.case, each.code) for each in found
    }


def test_one_case_set_back_with_its_state_row_is_found(tmp_path: Path, notary: Notary) -> None:
    """The end of one journal cut off, with everything beside it as it was on the older day."""
    copy = SqliteCopy(tmp_path)
    evidence = notary.evidence(notary.sign(copy.url))
    copy.forget(OTHER)
    with edited(copy.path) as connection:
        connection.execute("ATTACH ? AS old", (str(told(whole=False)),))
        for table in ("journal", "cases", "outbox", "holders", "deadlines", "case_keys", "receipts", "access_log"):
            if table == "journal":  # Positions are given out once, whatever becomes of the rows.
                connection.execute("UPDATE pathway_journal SET position = position + 1000")
            rows = f"SELECT * FROM old.pathway_{table} WHERE case_id = '{OTHER}'"
            connection.execute(f"INSERT INTO pathway_{table} {rows}")
        connection.commit()

    ((end,),) = copy.rows(f"SELECT version FROM pathway_cases WHERE case_id = '{OTHER}'")

    assert [each for each in copy.verify() if each.code != "load"] == []
    assert (OTHER, end + 1, "checkpoint-cut") in places(copy.verify(evidence))


def test_an_old_checkpoint_says_nothing_against_a_register_that_has_grown(tmp_path: Path, notary: Notary) -> None:
    """Checkpoints are lower bounds: what came later is no fault."""
    first = notary.sign(f"sqlite:///{told(whole=False)}")
    second = notary.sign(f"sqlite:///{told()}", after=first)

    assert verify_database(str(told()), evidence=notary.evidence(first)) == []
    assert verify_database(str(told()), evidence=notary.evidence(first, second)) == []
    assert tmp_path.exists()


def test_an_old_checkpoint_played_again_as_the_newest_is_found(notary: Notary) -> None:
    """Checkpoints are given oldest first, and grow: an old one in the place of the newest is named."""
    first = notary.sign(f"sqlite:///{told(whole=False)}")
    second = notary.sign(f"sqlite:///{told()}", after=first)
    old = shutil.copy(told(whole=False), notary.folder / "old.db")
    again = notary.folder / "3.checkpoint"
    shutil.copy(first, again)

    (found, *_) = verify_database(str(old), evidence=notary.evidence(second, again))

    assert (found.code, params(found)["file"], params(found)["before"]) == (
        "checkpoint-replayed",
        "3.checkpoint",
        "2.checkpoint",
    )


def test_a_second_line_of_checkpoints_is_found(notary: Notary) -> None:
    """Two checkpoints of the same number, or one that follows another than the one given before it, are named."""
    first = notary.sign(f"sqlite:///{told(whole=False)}")
    other_first = notary.sign(f"sqlite:///{told()}")
    follows = notary.sign(f"sqlite:///{told()}", after=first)
    url = str(told())

    assert codes(verify_database(url, evidence=notary.evidence(first, other_first))) == {"checkpoint-replayed"}
    assert codes(verify_database(url, evidence=notary.evidence(other_first, follows))) == {"checkpoint-not-following"}


def test_a_checkpoint_made_of_a_register_that_had_been_set_back_is_found(notary: Notary) -> None:
    """What was hidden while a checkpoint was made, and brought back afterwards, shows in the row of checkpoints."""
    first = notary.sign(f"sqlite:///{told()}")
    second = notary.sign(f"sqlite:///{told(whole=False)}", after=first)

    found = verify_database(str(told()), evidence=notary.evidence(first, second))

    assert {(each.case, each.code) for each in found} == {(CASE, "checkpoint-shrunk"), (OTHER, "checkpoint-shrunk")}


# ── forged files ───────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def signed() -> tuple[Notary, bytes]:
    """Sign the story once; give who signed it, and the file."""
    notary = Notary(Path(mkdtemp(prefix="notary-")))
    return notary, notary.sign(f"sqlite:///{told()}").read_bytes()


@settings(max_examples=300)
@given(data=st.data())
def test_any_changed_byte_of_a_checkpoint_is_forgery(data: st.DataObject) -> None:
    """Statement, signature and lines: one bit anywhere, and the file is not used."""
    notary, whole = signed()
    raw = bytearray(whole)
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    path = notary.folder / "flipped.checkpoint"
    path.write_bytes(raw)

    evidence = notary.evidence(path)

    assert codes(Checkpoints(evidence.checkpoints, evidence.public_keys).findings) == {"checkpoint-forged"}


@pytest.mark.parametrize("keep", [0, 1, 2, 4])
def test_a_checkpoint_cut_short_or_with_a_line_too_many_is_forgery(notary: Notary, keep: int) -> None:
    """Lines may neither be left out nor added."""
    path = notary.sign(f"sqlite:///{told()}")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:keep]) if keep < 4 else b"".join([*lines, b"case-d 1 x 0 - -\n"]))
    evidence = notary.evidence(path)

    assert codes(verify_database(str(told()), evidence=evidence)) == {"checkpoint-forged"}
    # Nor is the register said to have been held against it.
    assert statements(evidence.checkpoints, evidence.public_keys) == []


def test_a_checkpoint_of_anothers_key_is_forgery(notary: Notary) -> None:
    """A good signature of the wrong key proves nothing; several keys may be right, for keys are changed."""
    path = notary.sign(f"sqlite:///{told()}")
    other = SigningKey.create(notary.folder / "other.pem")
    wrong = Evidence((path,), (other.public_path,))
    both = Evidence((path,), (other.public_path, notary.key.public_path))

    assert codes(verify_database(str(told()), evidence=wrong)) == {"checkpoint-forged"}
    assert verify_database(str(told()), evidence=both) == []


@pytest.mark.parametrize("change", [{"kind": "something else"}, {"format": 2}, {"cases": "3"}, {"at": None}])
def test_a_statement_of_another_form_is_no_checkpoint(notary: Notary, change: dict[str, object]) -> None:
    """What the same key signed for another purpose, or in a form of another version, is not used."""
    path = notary.sign(f"sqlite:///{told()}")
    statement, _, *lines = path.read_bytes().splitlines(keepends=True)
    text = json.dumps(json.loads(statement) | change).encode()
    signature = base64.b64encode(notary.key.sign(text))
    path.write_bytes(b"".join((text, b"\ned25519:", signature, b"\n", *lines)))

    assert codes(verify_database(str(told()), evidence=notary.evidence(path))) == {"checkpoint-forged"}


def test_lines_out_of_order_are_no_checkpoint(notary: Notary) -> None:
    """A case stands once, in the order of the ids: otherwise one that is gone could be passed over."""
    for cases in (("case-b", "case-a"), ("case-a", "case-a")):
        path = notary.folder / f"{cases[0]}.checkpoint"
        ends = [CaseEnd(case, 1, "h") for case in cases]
        write_checkpoint(path, notary.key, Register(register=REGISTER, last=""), ends, at=NOON)

        assert codes(verify_database(str(told()), evidence=notary.evidence(path))) == {"checkpoint-forged"}


def test_a_checkpoint_needs_the_key_and_the_library(notary: Notary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a public key, a file or `cryptography` nothing is said, and what is missing is."""
    path = notary.sign(f"sqlite:///{told()}")

    for evidence, what in (
        (Evidence((path,)), "public key"),
        (notary.evidence(notary.folder / "none"), "cannot be read"),
        (Evidence((path,), (path,)), "no public Ed25519 key"),
        (Evidence((path,), (notary.folder / "none",)), "cannot be read"),
    ):
        with pytest.raises(CannotVerify, match=what):
            verify_database(str(told()), evidence=evidence)
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.serialization", None)
    with pytest.raises(CannotVerify, match="pip install cryptography"):
        verify_database(str(told()), evidence=notary.evidence(path))


# ── making ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_signing_key_is_private_and_never_overwritten(notary: Notary) -> None:
    """Mode 0600; making it again fails; one that others may read is refused; another kind of key is none."""
    assert stat.S_IMODE(notary.key.path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        SigningKey.create(notary.key.path)
    notary.key.path.chmod(0o640)
    with pytest.raises(KeyMissing, match="chmod 600"):
        SigningKey(notary.key.path)
    false = notary.folder / "false.pem"
    false.write_text("no key")
    false.chmod(0o600)
    with pytest.raises(KeyMissing, match="no Ed25519 key"):
        SigningKey(false)


def test_a_checkpoint_is_never_overwritten(notary: Notary) -> None:
    """A file that is there stays, and no draft is left behind."""
    path = notary.sign(f"sqlite:///{told()}")
    before = path.read_bytes()

    with pytest.raises(FileExistsError, match=r"'[^']*/1\.checkpoint'$"):
        write_checkpoint(path, notary.key, Register(register="r", last=""), (), at=NOON)

    assert path.read_bytes() == before
    assert sorted(each.name for each in notary.folder.iterdir()) == ["1.checkpoint", "sign.pem", "sign.pem.pub"]


def test_the_statement_says_what_was_signed(notary: Notary) -> None:
    """Number, time, register and count are read back."""
    first = notary.sign(f"sqlite:///{told()}")
    second = notary.sign(f"sqlite:///{told()}", after=first)

    read = statements((first, second), (notary.key.public_path,))

    assert [(each.register, each.number, each.at, each.cases) for each in read] == [
        (REGISTER, 1, "2025-07-01T09:00:00.000000Z", 3),
        (REGISTER, 2, "2025-07-02T09:00:00.000000Z", 3),
    ]
    assert read[1].previous == read[0].digest


def test_an_id_that_would_break_a_line_is_refused(notary: Notary) -> None:
    """A line holds one case: an id with a space or a line feed is written nowhere."""
    end = CaseEnd("case-a", 1, "h")
    for case in ("", "a b", "a\nb"):
        with pytest.raises(ValueError, match="an id that no checkpoint"):
            write_checkpoint(
                notary.folder / "x", notary.key, Register(register="r", last=""), [evolve(end, case_id=case)], at=NOON
            )


def test_a_checkpoint_of_another_register_is_no_predecessor(notary: Notary) -> None:
    """Each register has its own row of checkpoints."""
    path = notary.sign(f"sqlite:///{told()}")

    with pytest.raises(ValueError, match="of register north"):
        predecessor(path, "south")
    with pytest.raises(ValueError, match="no checkpoint"):
        predecessor(notary.key.public_path, REGISTER)


# ── what clients were told ─────────────────────────────────────────────────────────────────────────────────────────


def acknowledged(folder: Path, *lines: str) -> Evidence:
    """Give a list of what clients were told."""
    path = folder / "acknowledged.txt"
    path.write_text("".join(f"{line}\n" for line in lines))
    return Evidence(acknowledged=path)


def test_what_was_acknowledged_stands_in_the_journal(database: Database, tmp_path: Path) -> None:
    """Every event of the journal may be asked for, with the key of its receipt or without."""
    receipts = database.rows("SELECT case_id, last_seq, key FROM pathway_receipts")
    lines = [f"{case} {seq} {key}" for case, seq, key in receipts] + ["", f"{CASE} 1"]

    assert database.verify(acknowledged(tmp_path, *lines)) == []


def test_what_was_acknowledged_and_is_not_there_is_named(database: Database, tmp_path: Path) -> None:
    """A number beyond the journal, a case that is gone, a key without its receipt: each with case and number."""
    end = database.last(CASE)
    ((key,),) = database.rows(f"SELECT key FROM pathway_receipts WHERE case_id = '{CASE}' AND first_seq = 4")
    lines = (f"{CASE} {end + 1}", "case-z 3", f"{CASE} 5 unknown", f"{CASE} 9 {key}", f"{SMALL} 1")

    found = database.verify(acknowledged(tmp_path, *lines))

    assert places(found) == {
        (CASE, end + 1, "acknowledged-missing"),
        ("case-z", 3, "acknowledged-missing"),
        (CASE, 5, "acknowledged-key"),
        (CASE, 9, "acknowledged-key"),
    }


def test_a_number_that_was_told_twice_for_different_keys_is_named(database: Database, tmp_path: Path) -> None:
    """When two databases acknowledged another command as the same event, each lacks the other's."""
    ((key,),) = database.rows(f"SELECT key FROM pathway_receipts WHERE case_id = '{CASE}' AND first_seq = 4")
    for lines in ((f"{CASE} 4 {key}", f"{CASE} 4 other"), (f"{CASE} 4 other", f"{CASE} 4 {key}")):
        assert places(database.verify(acknowledged(tmp_path, *lines))) == {(CASE, 4, "acknowledged-key")}


def test_a_list_of_another_form_is_no_list(tmp_path: Path) -> None:
    """A line without a number, or a file that cannot be read, ends without a verdict."""
    for evidence, what in (
        (acknowledged(tmp_path, "case-a 1", "case-a one"), "acknowledged.txt:2"),
        (Evidence(acknowledged=tmp_path / "none"), "cannot be read"),
    ):
        with pytest.raises(CannotVerify, match=what):
            verify_database(str(told()), evidence=evidence)
