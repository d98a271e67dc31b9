"""Whatever is changed by hand in a database, the verifier names the case and the number (promise 11)."""

# ruff: noqa: S608 - the statements are an intruder's, and their values our own

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.engine import Done
from pathway_engine.stores.port import Erasure, Head, Purge
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.verify.history import CASE, OTHER, REGISTER, SMALL, START, WORKER, Story, copied, edit, edited, places, told

COLUMNS = (
    *("register", "case_id", "seq", "type", "type_version", "occurred_at", "recorded_at", "actor", "digest", "body"),
    *("sealed", "sealed_names", "receipt", "prev_hash", "hash"),
)
MIDDLE = 20
LAST = 56


def rows(query: str) -> list[tuple[Any, ...]]:
    """Give rows of the untouched story."""
    connection = sqlite3.connect(told())
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def length(case: str = CASE) -> int:
    """Give how many events a case has."""
    return int(rows(f"SELECT max(seq) FROM pathway_journal WHERE case_id = '{case}'")[0][0])


def test_the_untouched_story_is_clean() -> None:
    """A database that only the engine wrote has no findings."""
    assert verify_database(f"sqlite:///{told()}") == []


def test_a_bare_path_is_as_good_as_a_url() -> None:
    """A file may be named by its path alone."""
    assert verify_database(str(told())) == []


# ── every column of the journal ────────────────────────────────────────────────────────────────────────────────────


def flipped(value: Any, at: int = 0, by: int = 1) -> Any:
    """Change one byte, or one step of a number; of nothing make something."""
    if value is None:
        return b"\x01"
    if isinstance(value, int):
        return value + by
    raw = bytearray(value.encode() if isinstance(value, str) else value)
    if not raw:
        raw = bytearray(b"x")
    else:
        raw[at % len(raw)] ^= by
    return bytes(raw)


def put(path: Path, column: str, case: str, seq: int, value: Any) -> None:
    """Write a value into a column; bytes go into a text column as text, whatever they are."""
    cast = "CAST(? AS TEXT)" if isinstance(value, bytes) and column != "sealed" else "?"
    with edited(path) as connection:
        done = connection.execute(
            f"UPDATE pathway_journal SET {column} = {cast} WHERE case_id = ? AND seq = ?",
            (value, case, seq),
        )
        assert done.rowcount == 1


@pytest.mark.parametrize("seq", ["first", "middle", "last"])
@pytest.mark.parametrize("column", COLUMNS)
def test_one_changed_byte_of_any_column_is_located(tmp_path: Path, column: str, seq: str) -> None:
    """One byte changed in any column of the first, a middle or the last row is found at its case and number."""
    number = {"first": 1, "middle": length() // 2, "last": length()}[seq]
    path = copied(tmp_path)
    if column == "seq":  # Its neighbour has the next number: give it one that is free.
        put(path, column, CASE, number, number + 1000)
    else:
        ((value,),) = rows(f"SELECT {column} FROM pathway_journal WHERE case_id = '{CASE}' AND seq = {number}")
        put(path, column, CASE, number, flipped(value))

    found = verify_database(f"sqlite:///{path}")

    assert any(each.case == CASE and each.seq == number for each in found), found


@settings(max_examples=150)
@given(data=st.data())
def test_a_random_byte_flip_in_a_random_row_is_located(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any bit of any byte of any column of any row: always found, at its case and number."""
    keys = rows("SELECT case_id, seq FROM pathway_journal")
    case, seq = data.draw(st.sampled_from(keys))
    column = data.draw(st.sampled_from([each for each in COLUMNS if each not in {"seq", "register", "case_id"}]))
    ((value,),) = rows(f"SELECT {column} FROM pathway_journal WHERE case_id = '{case}' AND seq = {seq}")
    bit = 1 << data.draw(st.integers(0, 7))
    path = copied(tmp_path_factory.mktemp("flip"))
    put(path, column, case, seq, flipped(value, data.draw(st.integers(0, 5000)), bit))

    found = verify_database(f"sqlite:///{path}")

    assert any((each.case, each.seq) == (case, seq) for each in found), (column, found)


def test_the_order_in_which_rows_were_written_is_held_against_their_numbers(tmp_path: Path) -> None:
    """The position of a row, which no hash covers, is found when it disagrees with its number."""
    number = length() // 2

    there = f"case_id = '{CASE}' AND seq = {number}"

    found = edit(copied(tmp_path), f"UPDATE pathway_journal SET position = 9999 WHERE {there}")

    assert (CASE, number + 1, "position-order") in places(found)


# ── rows ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_taken_out_of_the_middle_is_located(tmp_path: Path) -> None:
    """A deleted row is missing at its number, and the chain breaks behind it."""
    found = edit(copied(tmp_path), f"DELETE FROM pathway_journal WHERE case_id = '{CASE}' AND seq = {MIDDLE}")

    assert {(CASE, MIDDLE, "number-missing"), (CASE, MIDDLE + 1, "chain-broken")} <= places(found)


@pytest.mark.parametrize("count", [1, 5])
def test_rows_cut_off_the_end_are_seen_while_the_state_row_remembers(tmp_path: Path, count: int) -> None:
    """The state row says how long the journal was."""
    end = length()

    found = edit(copied(tmp_path), f"DELETE FROM pathway_journal WHERE case_id = '{CASE}' AND seq > {end - count}")

    assert (CASE, end - count + 1, "journal-cut") in places(found)


def test_a_journal_taken_away_whole_is_seen(tmp_path: Path) -> None:
    """A state row without a journal is a journal cut off at its beginning."""
    found = edit(copied(tmp_path), f"DELETE FROM pathway_journal WHERE case_id = '{SMALL}'")

    assert (SMALL, 1, "journal-cut") in places(found)


def test_a_state_row_taken_away_is_seen(tmp_path: Path) -> None:
    """A journal without a state row is told with its number of events."""
    found = edit(copied(tmp_path), f"DELETE FROM pathway_cases WHERE case_id = '{CASE}'")

    assert (CASE, length(), "case-gone") in places(found)


def test_an_inserted_row_is_located(tmp_path: Path) -> None:
    """A copy of a row with the next number does not follow the last row, and the state row does not know it."""
    end = length()
    copy = ", ".join(f"{end + 1}" if name == "seq" else name for name in COLUMNS)

    found = edit(
        copied(tmp_path),
        f"INSERT INTO pathway_journal ({', '.join(COLUMNS)}, written_in)"
        f" SELECT {copy}, 0 FROM pathway_journal WHERE case_id = '{CASE}' AND seq = {end}",
    )

    assert {(CASE, end + 1, "row-altered"), (CASE, end + 1, "chain-broken")} <= places(found)


def test_two_rows_that_changed_places_are_located(tmp_path: Path) -> None:
    """Swapped rows are found at both numbers."""
    swap = "UPDATE pathway_journal SET seq = {} WHERE case_id = '" + CASE + "' AND seq = {}"

    found = edit(
        copied(tmp_path),
        swap.format(5000, MIDDLE),
        swap.format(MIDDLE, MIDDLE + 1),
        swap.format(MIDDLE + 1, 5000),
    )

    assert {(CASE, MIDDLE, "row-altered"), (CASE, MIDDLE + 1, "row-altered")} <= places(found)


def test_rows_numbered_anew_after_a_deletion_are_located(tmp_path: Path) -> None:
    """Closing the gap does not hide it: the number is part of what is hashed."""
    found = edit(
        copied(tmp_path),
        f"DELETE FROM pathway_journal WHERE case_id = '{CASE}' AND seq = {MIDDLE}",
        f"UPDATE pathway_journal SET seq = seq + 4999 WHERE case_id = '{CASE}' AND seq > {MIDDLE}",
        f"UPDATE pathway_journal SET seq = seq - 5000 WHERE case_id = '{CASE}' AND seq > 5000",
    )

    assert (CASE, MIDDLE, "row-altered") in places(found)


def test_a_number_used_twice_is_located(tmp_path: Path) -> None:
    """Without the unique index two rows of one number can stand side by side: the second is told."""
    path = copied(tmp_path)
    with edited(path) as connection:
        connection.execute("CREATE TABLE heap AS SELECT * FROM pathway_journal")
        connection.execute(f"INSERT INTO heap SELECT * FROM heap WHERE case_id = '{CASE}' AND seq = {MIDDLE}")
        connection.execute("DROP TABLE pathway_journal")
        connection.execute("ALTER TABLE heap RENAME TO pathway_journal")

    assert (CASE, MIDDLE, "number-twice") in places(verify_database(str(path)))


def test_a_row_copied_to_another_case_is_located(tmp_path: Path) -> None:
    """A row belongs to its case: in another one neither its hash nor its place in the chain fits."""
    end = length(SMALL)
    copy = ", ".join({"seq": f"{end + 1}", "case_id": f"'{SMALL}'"}.get(name, name) for name in COLUMNS)

    found = edit(
        copied(tmp_path),
        f"INSERT INTO pathway_journal ({', '.join(COLUMNS)}, written_in)"
        f" SELECT {copy}, 0 FROM pathway_journal WHERE case_id = '{CASE}' AND seq = {MIDDLE}",
    )

    assert {(SMALL, end + 1, "row-altered"), (SMALL, end + 1, "chain-broken")} <= places(found)


def test_a_whole_journal_moved_under_another_case_is_located(tmp_path: Path) -> None:
    """The first row is bound to register and case."""
    found = edit(copied(tmp_path), f"UPDATE pathway_journal SET case_id = 'case-z' WHERE case_id = '{SMALL}'")

    assert {("case-z", 1, "chain-broken"), (SMALL, 1, "journal-cut")} <= places(found)


# ── beside the journal ─────────────────────────────────────────────────────────────────────────────────────────────

STATE_COLUMNS = {
    "version": "version + 1",
    "head": "'00' || head",
    "snapshot": "replace(snapshot, '\"restricted\":false', '\"restricted\":true')",
    "pathway": "'another'",
    "definition_version": "'2'",
    "digest": "'d'",
    "subject_kind": "'region'",
    "client": "'somebody-else'",
    "state": "'employment'",
    "organisation": "'south'",
    "role": "'worker'",
    "worker": "'somebody-else'",
    "pending_on": "'2020-01-01'",
    "opened_at": "'2020-01-01T00:00:00.000000Z'",
    "closed_on": "'2025-06-01'",
    "recorded_at": "'2030-01-01T00:00:00.000000Z'",
    "mac": "'00' || mac",
}


@pytest.mark.parametrize("column", STATE_COLUMNS)
def test_any_edit_of_the_state_row_is_told_with_the_version(tmp_path: Path, column: str) -> None:
    """Each column of the state row, the coordinator's among them, is held against the fold of the journal."""
    change = f"UPDATE pathway_cases SET {column} = {STATE_COLUMNS[column]} WHERE case_id = '{CASE}'"

    found = edit(copied(tmp_path), change)

    assert {(each.case, each.seq in {length(), length() + 1}) for each in found} == {(CASE, True)}


def test_every_column_of_the_state_row_was_edited() -> None:
    """The table above leaves none out but the key."""
    names = {name for _, name, *_ in rows("PRAGMA table_info(pathway_cases)")}

    assert names - {"register", "case_id"} == set(STATE_COLUMNS)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE pathway_deadlines SET due_at = '2035-01-01T00:00:00.000000Z'", "deadline-column"),
        ("UPDATE pathway_deadlines SET due_on = '2035-01-01'", "deadline-column"),
        ("UPDATE pathway_deadlines SET rule = 'another'", "deadline-column"),
        ("UPDATE pathway_deadlines SET service = 'another'", "deadline-column"),
        ("UPDATE pathway_deadlines SET missed = 1 - missed", "deadline-column"),
        ("DELETE FROM pathway_deadlines", "deadline-missing"),
        ("UPDATE pathway_deadlines SET id = id || 'x'", "deadline-extra"),
        ("UPDATE pathway_holders SET organisation = 'south'", "holder-extra"),
        ("UPDATE pathway_holders SET worker = 'x'", "holder-extra"),
        ("UPDATE pathway_holders SET part = part || 'x'", "holder-missing"),
        ("UPDATE pathway_holders SET name = name || 'x'", "holder-missing"),
        ("DELETE FROM pathway_holders", "holder-missing"),
        ("UPDATE pathway_outbox SET type = 'closed' WHERE seq = 3", "message-column"),
        ("UPDATE pathway_outbox SET recorded_at = '2020-01-01T00:00:00.000000Z'", "message-column"),
        ("UPDATE pathway_outbox SET sent_at = '2025-06-01T00:00:00.000000Z' WHERE seq = 3", "message-order"),
        ("UPDATE pathway_outbox SET sent_at = 'yesterday' WHERE seq = 1", "message-order"),
        ("UPDATE pathway_outbox SET withheld_at = '2025-06-01T00:00:00.000000Z' WHERE seq = 1", "message-withheld"),
        ("UPDATE pathway_outbox SET seq = 999 WHERE seq = 3", "message-extra"),
        ("DELETE FROM pathway_outbox WHERE seq = 3", "message-missing"),
        ("UPDATE pathway_receipts SET last_seq = last_seq + 999", "receipt-range"),
        ("UPDATE pathway_receipts SET first_seq = first_seq - 1 WHERE first_seq > 1", "receipt-overlap"),
        ("UPDATE pathway_receipts SET recorded_at = '2020-01-01T00:00:00.000000Z'", "receipt-time"),
        ("UPDATE pathway_receipts SET fingerprint = replace(fingerprint, '0', '1')", "receipt-altered"),
        ("UPDATE pathway_receipts SET last_seq = last_seq - 1 WHERE last_seq > first_seq", "receipt-altered"),
        ("UPDATE pathway_receipts SET key = CAST(key AS BLOB)", "receipt-altered"),
        ("UPDATE pathway_receipts SET key = key || 'x'", "receipt-missing"),
        ("UPDATE pathway_receipts SET case_id = 'case-c' WHERE case_id = 'case-b'", "receipt-missing"),
        ("DELETE FROM pathway_receipts", "receipt-missing"),
        ("DELETE FROM pathway_case_keys", "key-missing"),
        ("INSERT INTO pathway_erasures VALUES ('north', 'case-a', '2025-06-01T00:00:00.000000Z', 'x')", "key-kept"),
        ("UPDATE pathway_access_log SET entry = replace(entry, 'east', 'south')", "log-altered"),
        ("UPDATE pathway_access_log SET kind = 'x'", "log-altered"),
        ("UPDATE pathway_access_log SET hash = 'x'", "log-altered"),
        ("UPDATE pathway_access_log SET prev_hash = 'x'", "log-broken"),
        ("UPDATE pathway_access_log SET number = number + 5", "log-broken"),
        ("UPDATE pathway_access_log SET at = '2020-01-01T00:00:00.000000Z'", "log-columns"),
        ("UPDATE pathway_access_log SET subject = 'x'", "log-columns"),
        ("UPDATE pathway_access_log SET organisation = 'x'", "log-columns"),
        ("DELETE FROM pathway_access_log WHERE kind = 'disclosure'", "log-disclosure-missing"),
        ("UPDATE pathway_definitions SET text = replace(text, '\"limit\":2', '\"limit\":9')", "definition-altered"),
        ("UPDATE pathway_definitions SET version = '2'", "definition-altered"),
        ("UPDATE pathway_definitions SET name = 'x'", "definition-altered"),
        ("UPDATE pathway_definitions SET digest = 'x'", "definition-missing"),
    ],
)
def test_what_stands_beside_the_journal_is_held_against_it(tmp_path: Path, statement: str, code: str) -> None:
    """Time limits, parts, messages, receipts, keys, logs and definitions: each edit is told with case and number."""
    found = edit(copied(tmp_path), statement)

    assert any(each.code == code and each.case and each.seq for each in found), places(found)


def test_each_receipt_that_is_taken_away_is_located(tmp_path: Path) -> None:
    """Whichever receipt is deleted, the events that are left without one are told, and nothing else is."""
    receipts = rows("SELECT key, case_id, first_seq, last_seq FROM pathway_receipts ORDER BY case_id, first_seq")
    whole = Path(shutil.copy(told(), tmp_path / "whole.db"))

    for key, case, first, last in receipts:
        path = Path(shutil.copy(whole, tmp_path / "copy.db"))
        (found,) = edit(path, f"DELETE FROM pathway_receipts WHERE key = '{key}'")

        assert (found.case, found.seq, found.code) == (case, first, "receipt-missing")
        assert dict(found.params) == {"first": str(first), "last": str(last)}


def test_commands_without_a_key_have_no_receipt_to_miss(tmp_path: Path) -> None:
    """A host that gives no keys, a worker that tells deadlines, an erasure applied again: none of them is a finding."""
    path = tmp_path / "keyless.db"
    story = Story(path)
    done = story.engine.do(c.Open(case=SMALL, actor=WORKER))
    story.do(c.Record, WORKER, SMALL, record="checklist", fields={"signs": "school"})
    story.engine.do(c.Move(case=SMALL, actor=WORKER, trigger="begin"))
    story.engine.apply_erasures([Erasure(case_id=SMALL, erased_at=START, basis="request")])
    story.store.close()

    assert isinstance(done, Done)
    assert len(edit(path, "UPDATE pathway_meta SET value = value")) == 0
    assert [row for (row,) in _kept(path, "SELECT count(DISTINCT receipt) FROM pathway_journal")] == [2]


def _kept(path: Path, query: str) -> list[tuple[Any, ...]]:
    with edited(path) as connection:
        return connection.execute(query).fetchall()


@pytest.mark.parametrize("entry", ["{}", "[]", "5", "no JSON", '{"records":5,"recipient":[],"seq":[]}', '{"seq":{}}'])
def test_whatever_an_entry_of_the_log_was_made_into_is_told(tmp_path: Path, entry: str) -> None:
    """A disclosure whose text is of any other form is a finding, and no fault of the verifier."""
    found = edit(copied(tmp_path), f"UPDATE pathway_access_log SET entry = '{entry}' WHERE kind = 'disclosure'")

    assert {"log-altered", "log-disclosure-missing"} <= {each.code for each in found}


def test_a_load_that_was_edited_is_told_with_the_worker(tmp_path: Path) -> None:
    """How many cases count on a worker follows from the cases and their definitions."""
    found = edit(copied(tmp_path), "UPDATE pathway_loads SET load = load + 1 WHERE capacity = 'caseload'")

    assert [(each.code, dict(each.params)["kept"]) for each in found] == [("load", "2")]


def test_an_idempotency_key_used_twice_is_found(tmp_path: Path) -> None:
    """Without the primary key a receipt can be copied to another case: that is told."""
    path = copied(tmp_path)
    with edited(path) as connection:
        connection.execute("CREATE TABLE heap AS SELECT * FROM pathway_receipts")
        first = f"SELECT register, key, fingerprint, '{OTHER}', 1, 1, recorded_at FROM heap WHERE case_id = '{CASE}'"
        connection.execute(f"INSERT INTO heap {first} LIMIT 1")
        connection.execute("DROP TABLE pathway_receipts")
        connection.execute("ALTER TABLE heap RENAME TO pathway_receipts")

    assert "receipt-twice" in {each.code for each in verify_database(str(path))}


def test_a_definition_that_nobody_names_is_verified_too(tmp_path: Path) -> None:
    """A kept definition must be the one whose digest it bears, though no case has come to it yet."""
    found = edit(copied(tmp_path), "INSERT INTO pathway_definitions VALUES ('d', 'x', '1', '{}')")

    assert [(each.case, each.code) for each in found] == [("", "definition-altered")]


def test_a_purged_case_leaves_nothing_to_hold_against_its_tombstone(tmp_path: Path) -> None:
    """A case that the store has purged is no finding; one that was taken out by hand, all but its receipts, is."""
    path, other = copied(tmp_path), tmp_path / "other.db"
    shutil.copy(path, other)
    tables = ("journal", "cases", "outbox", "holders", "deadlines", "case_keys")
    by_hand = edit(other, *(f"DELETE FROM pathway_{table} WHERE case_id = '{SMALL}'" for table in tables))
    store = SqlStore.open(f"sqlite:///{path}")
    row = store.load(REGISTER, SMALL).row
    assert row is not None
    head = Head(REGISTER, SMALL, row.version, row.head)

    store.purge(Purge(head=head, purged_at=START + timedelta(days=4000), basis="x"))
    store.close()

    assert (SMALL, "case-gone") in {(each.case, each.code) for each in by_hand}
    assert verify_database(str(path)) == []
