"""Damaged files: an error of ours, or a finding at its place, and never a wrong answer (promise 11; faults 16, 17)."""

# ruff: noqa: S608 - statements of an administrator, made of our own names

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import StoreError, StoreUnavailable, Unreadable
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.faults.checking import books
from tests.faults.damage import NOW, Truth, flip, look, told
from tests.faults.kills import FAST
from tests.faults.run import CLIENT, REGISTER, SEED, WARM, WORKER, Run, definitions, read_lines

FLIPS = 10


@pytest.fixture(scope="module")
def truth() -> Iterator[Truth]:
    """Give a whole run's file, and what an engine answers over it."""
    with TemporaryDirectory(dir=FAST, prefix="pathway-damage-") as folder:
        yield told(Path(folder))


@pytest.fixture(scope="module")
def unfinished() -> Iterator[Truth]:
    """Give the files of a run that has not emptied its log of writes, as a machine that stops leaves them."""
    with TemporaryDirectory(dir=FAST, prefix="pathway-damage-") as folder:
        yield told(Path(folder), until=Run.paths)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Where copies are made."""
    return tmp_path / "copy"


# ── single bits ────────────────────────────────────────────────────────────────────────────────────────────────────


def wrong_after_flips(truth: Truth, copy: Path, numbers: range) -> list[str]:
    """Flip one bit in each copy; give what is wrong, with the number of the flip."""
    return [f"{number}: {each}" for number in numbers for each in look(truth, copy, partial(flip, seed=number)).wrong]


def test_a_flipped_bit_is_never_a_wrong_answer_that_nobody_finds(truth: Truth, copy: Path) -> None:
    """Over a file with one bit changed anywhere an engine answers as before, or says so, or `verify` says where."""
    assert wrong_after_flips(truth, copy, range(FLIPS)) == []


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_thousand_flipped_bits_are_never_a_wrong_answer(truth: Truth, copy: Path) -> None:
    """The same for two thousand copies, among them damaged schemas, indexes and texts that are no UTF-8."""
    assert wrong_after_flips(truth, copy, range(2000)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # A name in the schema that is no UTF-8, and the schema's own text cut short.
        (b"CREATE TABLE pathway_journal", b"CREATE TABLE pathway_jour\xc1al"),
        (b"CREATE TABLE pathway_outbox", b"CREATE TABLE pathway_outbo\x00"),
        # A column of another name, and one whose name is no UTF-8.
        (b"\tsealed_names TEXT", b"\tsealed_namgs TEXT"),
        (b"\tfingerprint TEXT", b"\tfingerpr\xe9nt TEXT"),
        # An entry of the log without one of its keys; a text in it that is no UTF-8.
        (b'"recipient":', b'"recipienu":'),
        (b'"discloser":', b'"disclose\xf2":'),
    ],
)
def test_damage_that_once_stopped_the_verifier_is_told(truth: Truth, copy: Path, old: bytes, new: bytes) -> None:
    """Broken texts in the schema, a column of another name, a log entry without its keys: each is a finding."""

    def replace(database: Path) -> None:
        content = database.read_bytes()
        assert old in content
        database.write_bytes(content.replace(old, new))

    found = look(truth, copy, replace)

    assert found.findings != ()
    assert found.wrong == []


def test_a_bit_flipped_in_the_log_of_writes_leaves_an_earlier_state_whole_in_itself(
    unfinished: Truth, copy: Path
) -> None:
    """What comes after the damage is not read; of what was acknowledged the end is missing, and nothing else."""
    whole = books(f"sqlite:///{shutil.copytree(unfinished.folder, copy / 'whole')}/cases.db")
    lost = 0
    for number in range(FLIPS):
        place = copy / str(number)
        shutil.copytree(unfinished.folder, place)
        flip(place / "cases.db", number, "-wal")
        found = books(f"sqlite:///{place / 'cases.db'}")
        for case, journal in found.journals.items():
            assert journal == whole.journals[case][: len(journal)]
        acked = len({line["key"] for line in read_lines(unfinished.folder.parent / "acks")})
        assert found.commands <= acked
        lost += found.commands < acked

    # The verifier cannot know; the list of what was acknowledged can: that is what it is for.
    assert lost > 0


# ── cut, gone, exchanged ───────────────────────────────────────────────────────────────────────────────────────────


def cut(database: Path, to: float, suffix: str = "") -> None:
    """Cut a file off."""
    path = database.with_name(database.name + suffix)
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * to))


@pytest.mark.parametrize("to", [0.001, 0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_told(truth: Truth, copy: Path, to: float) -> None:
    """However much is left of it, an engine refuses or the verifier finds it."""
    found = look(truth, copy, partial(cut, to=to))

    assert found.findings != ()
    assert found.leaked == {}


def test_a_file_cut_to_nothing_is_a_database_without_tables(truth: Truth, copy: Path) -> None:
    """SQLite takes an empty file for an empty database: it is refused, and the verifier has nothing to verify."""
    found = look(truth, copy, partial(cut, to=0))

    assert found.findings == ("cannot-verify",)
    assert set(found.errors.values()) == {"SchemaMismatch"}


def test_what_is_no_database_is_refused(truth: Truth, copy: Path) -> None:
    """A file of something else is told as such by both."""
    found = look(truth, copy, lambda database: database.write_bytes(b"%PDF-1.7" * 4096))

    assert found.findings == ("cannot-verify",)
    assert set(found.errors.values()) == {"StoreUnavailable"}


@pytest.mark.parametrize("suffixes", [("-wal",), ("-shm",), ("-wal", "-shm")])
def test_a_log_of_writes_that_was_taken_away_leaves_nothing_half(
    unfinished: Truth, copy: Path, suffixes: tuple[str, ...]
) -> None:
    """Without its index the log is read anew; without the log what stood only there is gone, and nothing is half."""

    def take_away(database: Path) -> None:
        for suffix in suffixes:
            database.with_name(database.name + suffix).unlink()

    found = look(unfinished, copy, take_away)

    if suffixes == ("-shm",):
        assert (found.findings, found.wrong, found.other) == ((), [], frozenset())
    else:
        # Nothing was in the file yet but what making the tables left there, or not even that.
        assert found.leaked == {}
        assert set(found.errors.values()) <= {"SchemaMismatch", "CaseNotFound"}
        assert "case" in found.errors


def test_an_older_file_under_a_newer_log_is_found(truth: Truth, unfinished: Truth, copy: Path) -> None:
    """A database put back from a copy while the log of writes stayed is refused, or found by the verifier."""

    def exchange(database: Path) -> None:
        shutil.copy(unfinished.folder / "cases.db-wal", database.with_name("cases.db-wal"))
        with database.open("r+b") as file:
            # The older file ends before what the log goes on from.
            file.truncate(40 * 4096)

    found = look(truth, copy, exchange)

    assert found.findings != () or found.errors
    assert found.leaked == {}


def test_a_file_of_yesterday_under_the_log_of_today_is_found(tmp_path: Path, copy: Path) -> None:
    """Put back from an older copy while the log of writes stayed: what stood in neither is missing, and is found."""
    live, yesterday = tmp_path / "live" / "cases.db", tmp_path / "yesterday.db"

    def empty_the_log() -> None:
        connection = sqlite3.connect(live)
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        connection.close()

    def until(run: Run) -> None:
        run.paths()
        empty_the_log()
        shutil.copy(live, yesterday)
        run.handover()
        empty_the_log()
        run.coaching()

    today = told(tmp_path, until=until)
    found = look(today, copy, lambda database: shutil.copy(yesterday, database))

    assert found.findings != ()
    assert found.wrong == []


# ── rows ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def rows(statement: str) -> Callable[[Path], None]:
    """Give a damage that an administrator does with a statement."""

    def damage(database: Path) -> None:
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.executescript(statement)
        connection.commit()
        connection.close()

    return damage


JOURNAL = "pathway_journal WHERE case_id = 'warm' AND seq"


@pytest.mark.parametrize(
    "statement",
    [
        f"DELETE FROM {JOURNAL} = 5",
        f"DELETE FROM {JOURNAL} = 1",
        f"DELETE FROM {JOURNAL} > 30",
        f"UPDATE {JOURNAL} = 12".replace("WHERE", "SET body = replace(body, 'handover:', 'service:') WHERE"),
        f"UPDATE {JOURNAL} = 3".replace("WHERE", "SET actor = replace(actor, 'north', 'south') WHERE"),
        # Two rows change places.
        f"UPDATE {JOURNAL} = 6".replace("WHERE", "SET seq = 1006 WHERE")
        + f"; UPDATE {JOURNAL} = 7".replace("WHERE", "SET seq = 6 WHERE")
        + f"; UPDATE {JOURNAL} = 1006".replace("WHERE", "SET seq = 7 WHERE"),
    ],
)
def test_a_journal_that_was_edited_is_not_told_as_if_it_were_whole(truth: Truth, copy: Path, statement: str) -> None:
    """An edited, deleted or exchanged row is refused by the engine that reads the journal, and located by `verify`."""
    found = look(truth, copy, rows(statement))

    assert found.errors["history"] == "Unreadable"
    assert any("warm:" in each for each in found.findings)
    assert found.wrong == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE pathway_receipts SET first_seq = 16 WHERE case_id = 'warm' AND first_seq = 17", "receipt"),
        ("DELETE FROM pathway_receipts WHERE case_id = 'warm' AND first_seq = 17", "receipt-missing"),
        ("UPDATE pathway_cases SET version = 30 WHERE case_id = 'warm'", "state-column"),
        ("DELETE FROM pathway_deadlines WHERE case_id = 'warm'", "deadline-missing"),
        ("DELETE FROM pathway_outbox WHERE case_id = 'warm' AND seq = 9", "message-missing"),
        ("DELETE FROM pathway_access_log WHERE case_id = 'warm' AND number = 1", "log"),
        ("DELETE FROM pathway_cases WHERE case_id = 'warm'", "case-gone"),
    ],
)
def test_rows_beside_the_journal_that_were_edited_are_found(
    truth: Truth, copy: Path, statement: str, code: str
) -> None:
    """What does not agree with the journal any more is found, whatever an engine answers meanwhile."""
    found = look(truth, copy, rows(statement))

    assert found.wrong == []
    assert found.leaked == {}
    assert any(each.startswith(code) for each in found.findings)


_STATES = {
    "the snapshot": ("snapshot = replace(snapshot, 'coaching', 'planning')", "snapshot"),
    "a snapshot of an older form": ("snapshot = replace(snapshot, '\"format\":1', '\"format\":0')", "snapshot"),
    "who coordinates": ("organisation = 'west'", "state-column"),
    "the number": ("version = version - 1", "state-column"),
    "the end of its journal": ("head = replace(head, '1', '2')", "state-column"),
    "the day of closing": ("closed_on = '2026-01-01'", "state-column"),
    "a value of another kind": ("recorded_at = 5", "state-column"),
    "the MAC": ("mac = replace(mac, '1', '2')", "state-mac"),
    "no MAC": ("mac = ''", "state-column"),
}


@pytest.mark.parametrize(("change", "code"), _STATES.values(), ids=_STATES)
def test_a_state_row_that_was_altered_decides_nothing(truth: Truth, copy: Path, change: str, code: str) -> None:
    """Whatever is edited in the row of a case, the engine neither answers nor decides from it; `verify` agrees."""
    found = look(truth, copy, rows(f"UPDATE pathway_cases SET {change} WHERE case_id = 'warm'"))

    assert {found.errors[each] for each in ("case", "steps", "history", "repeated")} == {"Unreadable"}
    assert any(each.startswith(f"{code} warm:") for each in found.findings)
    assert found.wrong == []


def test_a_state_row_copied_from_another_case_decides_nothing(truth: Truth, copy: Path) -> None:
    """A row with its own good MAC belongs to its own case."""
    columns = "version, head, snapshot, state, organisation, role, worker, recorded_at, mac"
    found = look(
        truth,
        copy,
        rows(
            f"UPDATE pathway_cases SET ({columns}) = (SELECT {columns} FROM pathway_cases WHERE case_id = 'short')"
            " WHERE case_id = 'warm'"
        ),
    )

    assert found.errors["case"] == "Unreadable"
    assert found.wrong == []


def test_an_older_state_row_put_back_decides_nothing_new(truth: Truth, copy: Path) -> None:
    """With its own good MAC an older row can be read; what is decided on it the journal refuses, `verify` finds it."""
    shutil.copytree(truth.folder, copy)
    with closing(SqlStore.open(f"sqlite:///{copy / 'cases.db'}")) as store:
        keys = Keyring.made(SeededSources(f"{SEED}/keys"))
        engine = PathwayEngine(store, definitions(), keys=keys, register=REGISTER, sources=SeededSources("new", NOW))
        with closing(sqlite3.connect(copy / "cases.db")) as hand:
            (older,) = hand.execute("SELECT * FROM pathway_cases WHERE case_id = 'warm'").fetchall()
        before = engine.case(WARM).version
        assert isinstance(engine.do(c.Forbid(case=WARM, actor=CLIENT, recipient="south")), Done)
        with closing(sqlite3.connect(copy / "cases.db")) as hand, hand:
            hand.execute("DELETE FROM pathway_cases WHERE case_id = 'warm'")
            hand.execute(f"INSERT INTO pathway_cases VALUES ({', '.join('?' * len(older))})", older)

        assert engine.case(WARM).version == before
        with pytest.raises(StoreError):
            engine.do(c.Forbid(case=WARM, actor=CLIENT, recipient="south"))

    assert any(each.code == "state-column" for each in verify_database(f"sqlite:///{copy / 'cases.db'}"))


def test_a_kept_definition_that_was_altered_decides_nothing(truth: Truth, copy: Path) -> None:
    """An engine that knows no definition of its own reads the kept one, and refuses it when its digest does not fit."""
    shutil.copytree(truth.folder, copy)
    rows("UPDATE pathway_definitions SET text = replace(text, 'coaching', 'planning')")(copy / "cases.db")
    store = SqlStore.open(f"sqlite:///{copy / 'cases.db'}")
    keys = Keyring.made(SeededSources(f"{SEED}/keys"))
    engine = PathwayEngine(store, [], keys=keys, register=REGISTER, sources=SeededSources("new", NOW))

    with pytest.raises(Unreadable, match="definition"):
        engine.do(c.Move(case=WARM, actor=WORKER, trigger="leave"))
    store.close()


def test_a_damaged_file_is_not_written_to_under_the_name_of_a_new_one(truth: Truth, copy: Path) -> None:
    """Opening what has lost its header does not make new tables in it."""
    shutil.copytree(truth.folder, copy)
    content = bytearray((copy / "cases.db").read_bytes())
    content[:16] = bytes(16)
    (copy / "cases.db").write_bytes(content)

    with pytest.raises(StoreUnavailable, match="damaged"):
        SqlStore.open(f"sqlite:///{copy / 'cases.db'}")

    assert (copy / "cases.db").read_bytes() == bytes(content)
