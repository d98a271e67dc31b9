"""What the doctor finds of keys, clocks and workers, on SQLite and on PostgreSQL."""

# ruff: noqa: S608 - the statements are the test's, and their values its own

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pathway_engine.doctor import Finding, examine
from pathway_engine.doctor.work import examine_clock
from pathway_engine.journal.keys import Keyring
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import SeededSources
from tests.postgres import PostgresServer
from tests.verify.databases import Database, PostgresCopy, SqliteCopy
from tests.verify.history import CASE, OTHER, REGISTER, START

LATER = START + timedelta(days=101)
"""Just after the story has ended."""

KEYS = Keyring.made(SeededSources("story", START))
"""The keys that the story was told with."""

OF_WORK = (
    *("deadlines-waiting", "messages-waiting", "leases-expired", "deadline-quarantined", "message-quarantined"),
    *("key-id-missing", "key-not-fitting", "erasure-undone", "clock-skew"),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give a copy of the story, with nothing waiting."""
    if request.param == "sqlite":
        copy: Database = SqliteCopy(tmp_path)
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        copy = PostgresCopy(server)
    with copy.hand() as hand:
        hand.execute("UPDATE pathway_outbox SET sent_at = recorded_at")
        hand.execute("UPDATE pathway_deadlines SET missed = 1 WHERE due_at < '2025-07'")
    yield copy
    if isinstance(copy, PostgresCopy):
        copy.drop()


def found(database: Database, now: datetime = LATER, keys: Keyring | None = None) -> list[Finding]:
    """Examine a database; give what concerns keys, clocks and work."""
    store = SqlStore.open(database.url, create=False)
    try:
        return [each for each in examine(store, keys=keys, now=now) if each.code in OF_WORK]
    finally:
        store.close()


def changed(database: Database, *statements: str) -> list[Finding]:
    """Change something by hand and examine."""
    with database.hand() as hand:
        for statement in statements:
            assert hand.execute(statement).rowcount, statement
    # PostgreSQL has a clock of its own, which is far ahead of the story.
    return [each for each in found(database, keys=KEYS) if each.code != "clock-skew"]


def test_where_everything_is_done_nothing_is_found(database: Database) -> None:
    """Keys fit, nothing waits, nothing was set aside."""
    assert changed(database) == []


@pytest.mark.parametrize(
    ("statement", "code", "promise"),
    [
        ("UPDATE pathway_deadlines SET missed = 0 WHERE id = 'decision_due'", "deadlines-waiting", 8),
        ("UPDATE pathway_outbox SET sent_at = NULL WHERE seq = 2", "messages-waiting", 9),
        ("UPDATE pathway_outbox SET sent_at = NULL, withheld_at = '2025' WHERE seq = 2", "", 0),
        (
            "UPDATE pathway_deadlines SET missed = 0, due_at = '2030', token = 't', lease_until = '2025-03-04'",
            "leases-expired",
            8,
        ),
        ("UPDATE pathway_outbox SET token = 't', lease_until = '2025-03-04' WHERE seq = 2", "", 0),
        ("UPDATE pathway_deadlines SET missed = 0, quarantined_at = '2025-03-04'", "deadline-quarantined", 8),
        (
            "UPDATE pathway_outbox SET sent_at = NULL, quarantined_at = '2025-03-04' WHERE seq = 2",
            "message-quarantined",
            9,
        ),
    ],
)
def test_work_that_nobody_does_is_found(database: Database, statement: str, code: str, promise: int) -> None:
    """What is late, what a dead worker kept, what was set aside: each is found, and what was settled is not."""
    findings = changed(database, statement)

    assert {(each.code, each.promises) for each in findings} == ({(code, (promise,))} if code else set())


def test_what_was_set_aside_names_its_case(database: Database) -> None:
    """Register and case are given, and the sentence has them."""
    statement = (
        f"UPDATE pathway_outbox SET sent_at = NULL, quarantined_at = '2025-03-04T10:00' WHERE case_id = '{OTHER}'"
    )

    first, *_ = changed(database, f"{statement} AND seq = 3")

    assert (first.register, first.case) == (REGISTER, OTHER)
    assert "Message 3 of case case-b was set aside at 2025-03-04 10:00 UTC" in first.text("en")


def test_patience_is_the_hosts(database: Database) -> None:
    """What became due a moment ago is not late yet."""
    with database.hand() as hand:
        ((due,),) = hand.execute("SELECT max(due_at) FROM pathway_deadlines WHERE missed = 0").fetchall()
    moment = datetime.fromisoformat(due)
    store = SqlStore.open(database.url, create=False)

    def waiting(late: int) -> bool:
        now = moment + timedelta(minutes=late)
        return "deadlines-waiting" in {each.code for each in examine(store, now=now, patience=timedelta(minutes=10))}

    with database.hand() as hand:
        hand.execute(f"UPDATE pathway_deadlines SET missed = 1 WHERE due_at <> '{due}'")
    assert (waiting(9), waiting(11)) == (False, True)
    store.close()


# ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_wrapping_key_that_is_not_at_hand_is_named(database: Database) -> None:
    """Its id, how many cases it wrapped, and one of them."""
    (first,) = changed(database, f"UPDATE pathway_case_keys SET key_id = 'k-old' WHERE case_id <> '{CASE}'")

    assert (first.code, first.case) == ("key-id-missing", OTHER)
    assert "k-old" in first.text("en")
    assert "2 cases" in first.text("en")


def test_keys_of_another_register_do_not_fit(database: Database) -> None:
    """A key of the same id that opens nothing is told; without keys nothing is tried."""
    others = Keyring.made(SeededSources("another", START))
    with database.hand() as hand:
        hand.execute(f"UPDATE pathway_case_keys SET key_id = '{others.key_id}'")

    codes = {each.code for each in found(database, keys=others)}

    assert "key-not-fitting" in codes
    assert not {"key-not-fitting", "key-id-missing"} & {each.code for each in found(database)}


def test_an_erasure_that_was_undone_by_a_restore_is_named(database: Database) -> None:
    """A case in the register of erasures whose key is there is told, by its id."""
    (first,) = changed(database, f"INSERT INTO pathway_erasures VALUES ('{REGISTER}', '{OTHER}', '2025-06-01', 'x')")

    assert (first.code, first.case, first.promises) == ("erasure-undone", OTHER, (15,))


# ── clocks ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("seconds", "told"), [(0, False), (29, False), (-29, False), (31, True), (-3600, True)])
def test_clocks_that_differ_are_told(seconds: int, told: bool) -> None:  # noqa: FBT001 - a table
    """Half a minute of skew is borne, more is told, in either direction; a store without a clock has none."""
    assert bool([*examine_clock(START, START + timedelta(seconds=seconds))]) == told
    assert [*examine_clock(START, None)] == []


def test_the_clock_of_a_server_is_asked(database: Database) -> None:
    """PostgreSQL's own clock is held against the engine's; SQLite has none."""
    codes = {each.code for each in found(database)}

    assert ("clock-skew" in codes) == isinstance(database, PostgresCopy)
