"""What an administrator may do to a database of either kind, and where the verifier finds it (promise 11)."""

# ruff: noqa: S608 - the statements are an intruder's, and their values our own

from __future__ import annotations

import sys
from hashlib import sha256
from typing import Any

import psycopg
import pytest

from pathway_engine import verify as verifier
from pathway_engine.verify import CannotVerify, verify_database
from pathway_engine.verify.rows import open_snapshot
from tests.postgres import PostgresServer
from tests.verify.databases import COLUMNS, Database, PostgresCopy, places, template
from tests.verify.history import CASE, OTHER, SMALL, told

MIDDLE = 20
ROW = f"WHERE case_id = '{CASE}' AND seq = {MIDDLE}"


def test_what_only_the_engine_wrote_is_clean(database: Database) -> None:
    """The same story on either database has no findings."""
    assert database.verify() == []


@pytest.mark.parametrize(
    "change",
    [
        "body = replace(body, '\"', '\" ')",
        "actor = replace(actor, 'worker', 'client')",
        "occurred_at = '2025-03-03T06:59:00.000000Z'",
        "recorded_at = '2025-03-03T07:59:00.000000Z'",
        "actor = replace(actor, 'north', 'south')",
        "digest = 'another'",
        "type = 'closed'",
        "type_version = 9",
        "hash = 'another'",
    ],
)
def test_an_edited_row_is_located(database: Database, change: str) -> None:
    """Body, actor, time, organisation or definition of one row changed: found at its case and number."""
    row = "WHERE case_id = 'case-a' AND seq = 4"

    found = database.edit(f"UPDATE pathway_journal SET {change} {row}")

    assert (CASE, 4) in {(each.case, each.seq) for each in found}


def test_a_row_taken_out_of_the_middle_is_located(database: Database) -> None:
    """A deleted row is missing at its number, and the chain breaks behind it."""
    found = database.edit(f"DELETE FROM pathway_journal {ROW}")

    assert {(CASE, MIDDLE, "number-missing"), (CASE, MIDDLE + 1, "chain-broken")} <= places(found)


def test_rows_cut_off_the_end_are_seen_while_the_state_row_remembers(database: Database) -> None:
    """The state row says how long the journal was."""
    end = database.last(CASE)

    found = database.edit(f"DELETE FROM pathway_journal WHERE case_id = '{CASE}' AND seq > {end - 3}")

    assert (CASE, end - 2, "journal-cut") in places(found)


def inserted(database: Database, case: str, source: str) -> str:
    """Give the statement that copies a row to the end of a case."""
    values = {"seq": f"{database.last(case) + 1}", "case_id": f"'{case}'"}
    copy = ", ".join(values.get(name, name) for name in COLUMNS)
    into = f"INSERT INTO pathway_journal ({', '.join(COLUMNS)}, written_in)"
    return f"{into} SELECT {copy}, 0 FROM pathway_journal WHERE {source}"


def test_an_inserted_row_is_located(database: Database) -> None:
    """A row with the next number does not follow the last one."""
    end = database.last(CASE)

    found = database.edit(inserted(database, CASE, f"case_id = '{CASE}' AND seq = {end}"))

    assert {(CASE, end + 1, "row-altered"), (CASE, end + 1, "chain-broken")} <= places(found)


def test_a_row_copied_to_another_case_is_located(database: Database) -> None:
    """A row belongs to its case."""
    end = database.last(SMALL)

    found = database.edit(inserted(database, SMALL, f"case_id = '{CASE}' AND seq = {MIDDLE}"))

    assert {(SMALL, end + 1, "row-altered"), (SMALL, end + 1, "chain-broken")} <= places(found)


def test_two_rows_that_changed_places_are_located(database: Database) -> None:
    """Swapped rows are found at both numbers."""
    swap = "UPDATE pathway_journal SET seq = {} WHERE case_id = 'case-a' AND seq = {}"

    found = database.edit(swap.format(5000, MIDDLE), swap.format(MIDDLE, MIDDLE + 1), swap.format(MIDDLE + 1, 5000))

    assert {(CASE, MIDDLE, "row-altered"), (CASE, MIDDLE + 1, "row-altered")} <= places(found)


def test_rows_numbered_anew_after_a_deletion_are_located(database: Database) -> None:
    """Closing the gap does not hide it: the number is part of what is hashed."""
    found = database.edit(
        f"DELETE FROM pathway_journal {ROW}",
        f"UPDATE pathway_journal SET seq = seq + 4999 WHERE case_id = '{CASE}' AND seq > {MIDDLE}",
        f"UPDATE pathway_journal SET seq = seq - 5000 WHERE case_id = '{CASE}' AND seq > 5000",
    )

    assert (CASE, MIDDLE, "row-altered") in places(found)


def test_a_number_used_twice_is_located(database: Database) -> None:
    """Without the unique key two rows of one number can stand side by side: the second is told."""
    database.unlock("journal")

    found = database.edit(f"INSERT INTO pathway_journal SELECT * FROM pathway_journal {ROW}")

    assert (CASE, MIDDLE, "number-twice") in places(found)


def test_an_idempotency_key_used_twice_is_found(database: Database) -> None:
    """Without the primary key a receipt can be copied to another case: that is told."""
    database.unlock("receipts")
    copy = f"SELECT register, key, fingerprint, '{OTHER}', 1, 1, recorded_at FROM pathway_receipts"

    found = database.edit(f"INSERT INTO pathway_receipts {copy} WHERE case_id = '{CASE}' AND first_seq = 4")

    assert "receipt-twice" in {each.code for each in found}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE pathway_cases SET state = 'employment'", "state-column"),
        ("UPDATE pathway_cases SET organisation = 'south'", "state-column"),
        ("UPDATE pathway_cases SET snapshot = replace(snapshot, 'false', 'true')", "snapshot"),
        ("UPDATE pathway_cases SET head = 'x'", "state-column"),
        ("DELETE FROM pathway_cases", "case-gone"),
        ("DELETE FROM pathway_outbox WHERE seq = 3", "message-missing"),
        ("UPDATE pathway_outbox SET seq = 999 WHERE seq = 3", "message-extra"),
        ("DELETE FROM pathway_deadlines", "deadline-missing"),
        ("UPDATE pathway_deadlines SET id = id || 'x'", "deadline-extra"),
        ("UPDATE pathway_deadlines SET due_at = '2035-01-01T00:00:00.000000Z'", "deadline-column"),
        ("UPDATE pathway_holders SET organisation = 'south' WHERE organisation = 'east'", "holder-extra"),
        ("UPDATE pathway_receipts SET last_seq = last_seq + 999", "receipt-range"),
        ("UPDATE pathway_access_log SET entry = replace(entry, 'east', 'south')", "log-altered"),
        ("UPDATE pathway_access_log SET number = number + 5 WHERE case_id = 'case-b'", "log-broken"),
        ("DELETE FROM pathway_access_log WHERE kind = 'disclosure'", "log-disclosure-missing"),
        ("DELETE FROM pathway_case_keys", "key-missing"),
        ("UPDATE pathway_definitions SET text = replace(text, '\"limit\":2', '\"limit\":9')", "definition-altered"),
        ("UPDATE pathway_definitions SET digest = 'x'", "definition-missing"),
    ],
)
def test_what_stands_beside_the_journal_is_held_against_it(database: Database, statement: str, code: str) -> None:
    """State row, messages, timers, parts, receipts, log, keys, definition: each edit is told with case and number."""
    found = database.edit(statement)

    assert any(each.code == code and each.case and each.seq for each in found), places(found)


def test_a_load_that_was_edited_is_told(database: Database) -> None:
    """How many cases count on a worker follows from the cases and their definitions."""
    found = database.edit("UPDATE pathway_loads SET load = load + 1 WHERE capacity = 'caseload'")

    assert [each.code for each in found] == ["load"]


def test_a_column_that_was_taken_away_is_damage(database: Database) -> None:
    """A table without one of its columns is told as damage, and is no fault of the verifier."""
    with database.hand() as hand:
        hand.execute("ALTER TABLE pathway_receipts DROP COLUMN recorded_at")

    assert "file-damaged" in {each.code for each in database.verify()}


# ── reading PostgreSQL ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def story(postgres: PostgresServer) -> str:
    """Give the name of the database in which the story stands untouched."""
    return template(postgres)


def test_both_databases_hold_the_same_bytes(postgres: PostgresServer, story: str) -> None:
    """The same commands make the same rows, as the verifier reads them (promise 14)."""
    digests = []
    for url in (f"sqlite:///{told()}", postgres.url(story)):
        with open_snapshot(url) as snapshot:
            rows = [[row[name] for name in COLUMNS] for row in snapshot.rows("journal", "register, case_id, seq")]
        digests.append(sha256(repr(rows).encode()).hexdigest())

    assert digests[0] == digests[1]


def test_one_moment_is_read_while_others_write(postgres: PostgresServer) -> None:
    """What is committed while the verifier reads is not seen: neither new rows nor changed ones."""
    copy = PostgresCopy(postgres)
    with open_snapshot(copy.url) as snapshot:
        before = list(snapshot.rows("cases", "case_id"))
        with copy.hand() as hand:
            hand.execute("DELETE FROM pathway_journal")
            hand.execute("UPDATE pathway_cases SET version = 99")

        assert list(snapshot.rows("cases", "case_id")) == before
        assert list(snapshot.rows("journal", "position"))


def test_nothing_can_be_written_while_verifying(postgres: PostgresServer, story: str) -> None:
    """The transaction is read only."""
    with open_snapshot(postgres.url(story)) as snapshot:
        connection: psycopg.Connection[Any] = snapshot._connection  # type: ignore[attr-defined]

        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            connection.execute("DELETE FROM pathway_journal")


def test_tables_in_a_schema_of_the_hosts_are_found(postgres: PostgresServer) -> None:
    """A schema may be named; without a name the search path tells, and where it leads nowhere nothing is said."""
    copy = PostgresCopy(postgres)
    place, _, _ = copy.url.partition("&options")
    copy.edit(f"UPDATE pathway_cases SET state = 'x' WHERE case_id = '{CASE}'")

    assert verify_database(place) == []
    assert verify_database(place, schema=copy.schema) == copy.verify() != []
    with pytest.raises(CannotVerify, match="pathway_cases"):
        verify_database(place, schema="elsewhere")


def test_a_server_that_is_not_there_is_no_verdict(postgres: PostgresServer) -> None:
    """No connection, no tables, or another version: nothing is said."""
    with pytest.raises(CannotVerify, match="cannot be opened"):
        verify_database(postgres.url("nowhere"))
    empty = postgres.make_database()
    with pytest.raises(CannotVerify, match="pathway_journal"):
        verify_database(postgres.url(empty))
    copy = PostgresCopy(postgres)
    with copy.hand() as hand:
        hand.execute("UPDATE pathway_meta SET value = '99' WHERE name = 'schema'")
    with pytest.raises(CannotVerify, match="version 99"):
        verify_database(copy.url)


def test_without_the_driver_the_verifier_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing `psycopg` is told in one line."""
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(CannotVerify, match="pip install"):
        verifier.verify_database("postgresql://localhost/x")


def test_a_password_with_an_at_sign_is_not_told_as_a_host() -> None:
    """What the driver would look for as a host, and name when it is not there, is the end of a password."""
    with pytest.raises(CannotVerify, match="%40") as told:
        verify_database("postgresql://user:se@cret@nowhere.invalid/x")

    assert "cret" not in str(told.value)
