"""The protections, how each is taken away, and the test that must turn red then.

`python -m tests.mutants` (make mutants) does it: in a copy of the tree it changes one text and runs the tests named
with it. A protection whose tests stay green protects nothing that we know of.
"""

from __future__ import annotations

__all__ = ["MUTANTS", "Mutant", "page"]

from attrs import frozen

from tests.mutants.checking import CHECKING
from tests.mutants.keeping import KEEPING
from tests.mutants.migrating import MIGRATING
from tests.mutants.seeing import SEEING

PACKAGE = "src/pathway_engine/"
SUITE = "tests/stores/test_stores.py::"
_RUNNING = "tests/workers/test_running.py::"


@frozen
class Mutant:
    """A protection, and its removal.

    Args:
        name: What it is called on the command line.
        promise: Number of the promise that it is for.
        protects: What is protected, in a few words.
        file: Where it stands, under the package.
        text: What is taken away; it stands there exactly once.
        instead: What stands there then.
        tests: Node ids, of which at least one must fail.
    """

    name: str
    promise: int
    protects: str
    file: str
    text: str
    instead: str
    tests: tuple[str, ...]


def _mutant(name: str, promise: int, protects: str, file: str, change: tuple[str, str], *tests: str) -> Mutant:
    return Mutant(name, promise, protects, file, *change, tests)


_WORK, _STATEMENTS, _APPENDING = "stores/sql/work.py", "stores/sql/statements.py", "stores/sql/appending.py"
_TABLES, _ENGINE, _FAULTS = "stores/sql/tables.py", "stores/sql/engine.py", "stores/sql/faults.py"

MUTANTS = (
    # ── Nothing acknowledged is lost, nothing happens twice (1, 2) ─────────────────────────────────────────────────
    _mutant(
        "begin-immediate",
        1,
        "A writer on SQLite takes the lock before it reads",
        _WORK,
        ('cursor.execute("BEGIN IMMEDIATE")', 'cursor.execute("BEGIN")'),
        SUITE + "TestSqlite::test_many_writers_lose_no_log_entry",
        SUITE + "TestSqlite::test_two_workers_never_hold_the_same",
    ),
    _mutant(
        "synchronous-full",
        1,
        "A commit on SQLite waits for the disk",
        _ENGINE,
        ('"PRAGMA synchronous = FULL",', '"PRAGMA synchronous = NORMAL",'),
        "tests/stores/test_sqlite.py::test_connections_keep_what_they_acknowledge",
    ),
    _mutant(
        "synchronous-commit",
        1,
        "A commit on PostgreSQL waits for its log, whatever the database has set",
        _WORK,
        ("WHEN 'off' THEN 'on'", "WHEN 'off' THEN 'off'"),
        "tests/postgresql/test_host.py::test_what_a_database_has_set_for_sessions_does_not_decide_how_we_write",
    ),
    _mutant(
        "commit",
        1,
        "What is acknowledged has been committed",
        _WORK,
        (
            "    commit.begin()\n    connection.commit()\n",
            "    commit.begin()\n    connection.rollback()\n",
        ),
        "tests/stores/test_sqlite.py::test_what_was_written_is_there_after_reopening",
    ),
    _mutant(
        "commit-on-a-server",
        1,
        "The same on PostgreSQL, where the commit goes out with the end of the driver's pipeline",
        _WORK,
        ('work.cursor.execute("COMMIT")', 'work.cursor.execute("ROLLBACK")'),
        SUITE + "TestPostgres::test_what_was_appended_is_loaded",
    ),
    _mutant(
        "stopped-writer",
        12,
        "A client of PostgreSQL that is stopped before its commit lets go of the case",
        _WORK,
        ("('idle_in_transaction_session_timeout', %s, true)", "('idle_session_timeout', %s, true)"),
        "tests/postgresql/test_stopped.py::test_a_writer_that_stands_still_before_its_commit_loses_the_case",
    ),
    _mutant(
        "receipt",
        2,
        "The idempotency key is kept in the transaction of its command",
        _APPENDING,
        ("    if append.receipt is not None:\n", "    if append.receipt is not None and not append.receipt.key:\n"),
        "tests/engine/test_idempotency.py::test_a_retry_returns_the_first_result",
        "tests/postgresql/test_network.py::test_a_commit_that_is_cut_is_unknown_and_its_key_tells",
    ),
    _mutant(
        "receipt-conflict",
        2,
        "Of two commands with one key at the same instant one takes effect",
        _APPENDING,
        (
            '    work.must(sql.add_receipt, values, lambda: AppendConflict("receipt"))',
            "    work.send(sql.add_receipt, values)",
        ),
        SUITE + "TestSqlite::test_an_idempotency_key_is_used_once",
        SUITE + "TestPostgres::test_an_idempotency_key_is_used_once",
    ),
    _mutant(
        "fingerprint",
        2,
        "One key for two different commands is told",
        "engine/core.py",
        ("raise IdempotencyConflict", "pass; IdempotencyConflict"),
        "tests/engine/test_idempotency.py::test_the_same_key_for_something_else_is_a_fault_of_the_caller",
    ),
    _mutant(
        "outcome-unknown",
        2,
        "A commit whose answer was lost is never told as failed",
        _FAULTS,
        ("    if committing and (meaning in _LOST or", "    if False and committing and (meaning in _LOST or"),
        "tests/stores/test_sqlite.py::test_a_commit_without_an_answer_is_not_told_as_failed",
        "tests/postgresql/test_network.py::test_a_commit_that_is_cut_is_unknown_and_its_key_tells",
    ),
    _mutant(
        "shield",
        2,
        "A cancelled caller does not break a transaction off",
        "engine/asynchronous.py",
        ("return await asyncio.shield(task)", "return await task"),
        "tests/engine/test_asynchronous.py::test_a_cancellation_waits_for_the_transaction_to_end",
    ),
    # ── One order, one state, all or nothing (3, 4, 5) ─────────────────────────────────────────────────────────────
    _mutant(
        "version",
        3,
        "A case that has moved on since it was read is not written over",
        _STATEMENTS,
        (
            'still = [cases.c.version == _given("before_version", number=True), cases.c.head == _given("before_head")]',
            "still = []",
        ),
        SUITE + "TestSqlite::test_a_write_on_an_older_version_conflicts",
        SUITE + "TestPostgres::test_of_writers_at_the_same_instant_one_is_kept",
    ),
    _mutant(
        "unique-number",
        3,
        "The database takes no second row of one number",
        _TABLES,
        (
            '        UniqueConstraint(*_HOME, "seq"),\n        CheckConstraint("seq > 0"',
            '        CheckConstraint("seq > 0"',
        ),
        "tests/stores/test_last_defences.py",
    ),
    _mutant(
        "rollback",
        5,
        "A write that fails in the middle leaves nothing",
        _WORK,
        ("        connection.rollback()\n", "        connection.commit()\n"),
        SUITE + "TestSqlite::test_a_refused_write_leaves_nothing",
    ),
    _mutant(
        "savepoint",
        5,
        "In a host's transaction a refused write is taken back, and nothing of the host's",
        _WORK,
        ("                _back_to(savepoint, self._connection)\n", "                savepoint.commit()\n"),
        "tests/stores/test_sqlite.py::test_a_conflict_leaves_the_hosts_transaction_usable",
        "tests/postgresql/test_host.py::test_a_conflict_leaves_the_hosts_transaction_usable",
    ),
    _mutant(
        "begun",
        5,
        "A host's connection without a transaction is refused: a savepoint there would commit by itself",
        _ENGINE,
        (
            '    if not connection.in_transaction() or getattr(driver, "in_transaction", True) is False:',
            "    if driver is None:",
        ),
        "tests/stores/test_sqlite.py::test_a_connection_without_a_transaction_is_refused",
    ),
    _mutant(
        "isolation",
        5,
        "What a database has set for sessions does not decide how we write",
        _WORK,
        ('"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"', '"BEGIN"'),
        "tests/postgresql/test_host.py::test_what_a_database_has_set_for_sessions_does_not_decide_how_we_write",
    ),
    # ── Exactly one coordinates; shared limits (6) ─────────────────────────────────────────────────────────────────
    _mutant(
        "one-coordinates",
        6,
        "The database takes no case without a coordinating organisation",
        _TABLES,
        ('        CheckConstraint("organisation <> \'\'", name="one_coordinates"),\n', ""),
        "tests/stores/test_last_defences.py",
    ),
    _mutant(
        "claim",
        6,
        "A shared limit is a condition of the write, not a count before it",
        _STATEMENTS,
        ('where=after <= _given("limit", number=True) if limited else None,', "where=None,"),
        SUITE + "TestSqlite::test_many_writers_never_pass_a_limit",
        SUITE + "TestPostgres::test_many_writers_never_pass_a_limit",
    ),
    # ── Deadlines and messages (8, 9) ──────────────────────────────────────────────────────────────────────────────
    _mutant(
        "lease-token",
        8,
        "Whoever comes back after its lease changes nothing",
        _STATEMENTS,
        ('(*HOME, name, "token")', "(*HOME, name)"),
        SUITE + "TestSqlite::test_what_is_lent_is_lent_once_until_the_lease_ends",
        "tests/workers/test_running.py::test_a_worker_that_wakes_after_its_lease_is_turned_away",
    ),
    _mutant(
        "skip-locked",
        8,
        "On PostgreSQL a row that one worker is just taking is passed over by the others",
        _STATEMENTS,
        ("            .with_for_update(skip_locked=True)\n", ""),
        "tests/concurrency/test_workers.py::test_processes_that_claim_at_once_share_and_repeat_nothing[postgres]",
    ),
    _mutant(
        "never-settled",
        9,
        "What was lent and never settled counts as failed",
        _STATEMENTS,
        ("table.c.attempts + case((table.c.token.is_(None), 0), else_=1)", "table.c.attempts + 0"),
        SUITE + "TestSqlite::test_what_was_lent_and_never_settled_counts_as_failed",
        _RUNNING + "test_a_message_that_kills_every_worker_is_set_aside",
    ),
    _mutant(
        "alone",
        9,
        "What may have killed its worker is done alone",
        "workers/working.py",
        ("if len(lent) > 1 and tried:", "if len(lent) > 1 > tried:"),
        _RUNNING + "test_a_message_that_kills_every_worker_is_set_aside",
    ),
    _mutant(
        "two-clocks",
        8,
        "A deadline is due when the engine's clock and the store's have both passed it",
        "workers/deadlines.py",
        ("(min(now, stores), stores)", "(now, stores)"),
        "tests/workers/test_time.py::test_an_engine_whose_clock_is_fast_tells_nothing_early",
    ),
    _mutant(
        "basis-again",
        7,
        "Before a message about an extract leaves, its basis is looked at again",
        "workers/outbox.py",
        ('claimed.type != "extract_disclosed"', "claimed"),
        "tests/workers/test_withholding.py::test_after_a_withdrawn_permit_the_message_is_withheld_visibly",
    ),
    _mutant(
        "order-in-a-case",
        9,
        "Of a case only the oldest unsent message is lent",
        _STATEMENTS,
        ("*_free(outbox), ~waits.exists())", "*_free(outbox))"),
        SUITE + "TestSqlite::test_messages_leave_in_order_within_a_case",
    ),
    _mutant(
        "quarantine",
        9,
        "What keeps failing is set aside",
        "stores/sql/lending.py",
        ('        values["quarantined_at"] = instant(now)\n', "        pass\n"),
        SUITE + "TestSqlite::test_a_quarantined_message_stops_only_its_case",
    ),
    _mutant(
        "release-logged",
        9,
        "Who releases what was set aside is logged with it",
        "stores/sql/releasing.py",
        ("        write_log(work, self._sql, Head(aside.register, aside.case_id), (entry,))\n", ""),
        SUITE + "TestSqlite::test_who_released_it_is_logged_with_it",
    ),
    _mutant(
        "release-aside",
        9,
        "Only what is still set aside is released",
        "stores/sql/releasing.py",
        ("update(table).where(*here, *_aside(table, kind))", "update(table).where(*here)"),
        SUITE + "TestSqlite::test_what_is_over_meanwhile_is_not_released",
    ),
    # ── Chain, seals, keys (11, 15) ────────────────────────────────────────────────────────────────────────────────
    _mutant(
        "chain-link",
        11,
        "Each event's hash binds the one before",
        "journal/chain.py",
        ('                "prev": entry.prev_hash,\n', '                "prev": "",\n'),
        "tests/journal/test_chain.py::test_an_edit_with_its_own_hash_made_right_breaks_the_next_link",
        "tests/journal/test_chain.py::test_the_form_of_the_chain_is_pinned",
    ),
    _mutant(
        "chain-check",
        11,
        "A row that does not follow the one before is found",
        "journal/chain.py",
        ("entry.prev_hash != head or hash_of(entry) != entry.hash", "hash_of(entry) != entry.hash"),
        "tests/journal/test_chain.py::test_an_edit_with_its_own_hash_made_right_breaks_the_next_link",
    ),
    _mutant(
        "bound-to-place",
        11,
        "Sealed bytes open only where they were written",
        "journal/sealing.py",
        (
            "return canonical([self.register, self.case_id, self.seq, self.type, _FORMAT])",
            "return canonical([_FORMAT])",
        ),
        "tests/journal/test_chain.py::test_sealed_bytes_open_only_where_they_were_written",
    ),
    _mutant(
        "key-destruction",
        15,
        "Erasing destroys the case's key",
        _APPENDING,
        ("    work.send(sql.destroy_key, home)\n", ""),
        SUITE + "TestSqlite::test_a_destroyed_key_is_gone_and_entered_in_the_register_of_erasures",
        SUITE + "TestPostgres::test_a_destroyed_key_is_gone_and_entered_in_the_register_of_erasures",
    ),
    _mutant(
        "erasure-register",
        15,
        "An erasure is entered in the register, to be applied again after a restore",
        _APPENDING,
        ("    work.send(sql.add_erasure, home", "    (lambda *_: None)(sql.add_erasure, home"),
        SUITE + "TestSqlite::test_an_erasure_is_one_write_with_its_event",
    ),
    _mutant(
        "secure-delete",
        15,
        "What is deleted on SQLite is overwritten",
        _ENGINE,
        ('"PRAGMA secure_delete = ON",', '"PRAGMA secure_delete = OFF",'),
        "tests/stores/test_sqlite.py::test_connections_keep_what_they_acknowledge",
        "tests/stores/test_sqlite.py::test_a_destroyed_key_is_in_no_file",
    ),
    _mutant(
        "write-ahead-log",
        15,
        "A destroyed key does not stay in SQLite's write-ahead log",
        "stores/sql/store.py",
        ("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA wal_checkpoint(PASSIVE)"),
        "tests/stores/test_sqlite.py::test_a_destroyed_key_is_in_no_file",
    ),
    _mutant(
        "file-mode",
        15,
        "Only the owner can use a SQLite file",
        _ENGINE,
        ("0o600))", "0o644))"),
        "tests/stores/test_sqlite.py::test_only_the_owner_can_use_the_files",
    ),
    _mutant(
        "hidden-parameters",
        15,
        "What is not a digest never reaches a server's log",
        "engine/library.py",
        ("if not _DIGEST.fullmatch(digest):", "if not digest:"),
        "tests/engine/test_canary.py::test_the_canary_is_nowhere_in_clear",
    ),
    # ── Bounds and versions (12, 13) ───────────────────────────────────────────────────────────────────────────────
    _mutant(
        "patience",
        12,
        "Nobody waits for a row longer than configured",
        _WORK,
        ("set_config('lock_timeout', %s, true)", "set_config('application_name', %s, true)"),
        "tests/postgresql/test_host.py::test_a_row_that_another_holds_is_waited_for_only_so_long",
    ),
    _mutant(
        "begin-anew",
        12,
        "A server that went down is noticed once, not once a connection",
        _WORK,
        ("                    self._engine.dispose()\n", ""),
        "tests/postgresql/test_network.py::test_after_a_restart_one_command_at_most_is_refused",
        "tests/postgresql/test_network.py::test_after_a_restart_every_connection_is_replaced",
    ),
    _mutant(
        "after-a-fork",
        12,
        "A forked child opens connections of its own",
        _ENGINE,
        ("engine.dispose(close=False)", "pass"),
        "tests/stores/test_sqlite.py::test_a_forked_child_opens_connections_of_its_own",
    ),
    _mutant(
        "schema-version",
        13,
        "Tables of another version are not written to",
        "stores/sql/gate.py",
        ("    if found != str(tables.version):\n", "    if not tables:\n"),
        "tests/stores/test_sqlite.py::test_tables_of_another_version_are_refused",
        "tests/migrations/test_mixed_versions.py::test_no_write_goes_to_tables_that_were_migrated",
    ),
    *(_mutant(*each) for each in CHECKING),
    *(_mutant(*each) for each in KEEPING),
    *(_mutant(*each) for each in MIGRATING),
    *(_mutant(*each) for each in SEEING),
)

_HEAD = """# Protections

What the [promises](../explanation/why.md) rest on, and the tests that miss each when it is taken away. `make mutants`
takes them away one by one, in a copy of the tree, and ends with 1 when a named test stays green; `make mutants
MUTANTS="receipt shield"` does so for some. The table is made from `tests/mutants/table.py`.

| protection | promise | what it does | tests that turn red without it |
|---|---|---|---|
"""


def page() -> str:
    """Give the page of the reference that tells of all protections."""
    return _HEAD + "".join(f"{_row(mutant)}\n" for mutant in MUTANTS)


def _row(mutant: Mutant) -> str:
    tests = ", ".join(f"`{test.rpartition('::')[2].rpartition('/')[2]}`" for test in mutant.tests)
    return f"| `{mutant.name}` | {mutant.promise} | {mutant.protects} | {tests} |"
