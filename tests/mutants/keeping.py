"""The protections of keeping: what erasing, purging, retention, restriction and the rotation of keys rest on."""

from __future__ import annotations

__all__ = ["KEEPING"]

_BURYING, _APPENDING, _STORE = "stores/sql/burying.py", "stores/sql/appending.py", "stores/sql/store.py"
_ERASING, _RETENTION, _KEEPING = "case/deciding/erasing.py", "case/retention.py", "engine/keeping.py"
_KEYS, _FILE, _CORE = "journal/keys.py", "journal/keyfile.py", "engine/core.py"
_ERASED, _PURGED, _KEPT = "tests/keeping/test_erasing.py::", "tests/keeping/test_purging.py::", "tests/keeping/"

Row = tuple[str, int, str, str, tuple[str, str], str]

KEEPING: tuple[Row, ...] = (
    # ── Erasing ────────────────────────────────────────────────────────────────────────────────────────────────────
    (
        "erase-key",
        15,
        "An erasure destroys the case's key",
        _APPENDING,
        ("    work.send(sql.destroy_key, home)\n", ""),
        _ERASED + "test_nothing_of_an_erased_case_can_be_read_from_the_files",
    ),
    (
        "erase-wal",
        15,
        "SQLite's write-ahead log, in which the key still stands, is emptied",
        _STORE,
        ('"PRAGMA wal_checkpoint(TRUNCATE)"', '"PRAGMA wal_checkpoint(PASSIVE)"'),
        _ERASED + "test_nothing_of_an_erased_case_can_be_read_from_the_files",
    ),
    (
        "erase-cancelled",
        15,
        "An asyncio caller that is cancelled while erasing waits until nothing is left of the key",
        "engine/asynchronous.py",
        ("        if erasure is not None:\n", "        if False:\n"),
        _KEPT + "test_asynchronous.py::test_a_cancelled_erasure_leaves_no_key_behind",
    ),
    (
        "erase-overwrite",
        15,
        "What SQLite deletes is overwritten",
        "stores/sql/engine.py",
        ('"PRAGMA secure_delete = ON"', '"PRAGMA secure_delete = OFF"'),
        _ERASED + "test_nothing_of_an_erased_case_can_be_read_from_the_files",
    ),
    (
        "erase-authority",
        15,
        "Only the keeper of the register erases",
        _ERASING,
        ("    if not role:\n", "    if False:\n"),
        _ERASED + "test_only_the_keeper_of_the_register_erases",
    ),
    (
        "erase-register",
        15,
        "A keeper acts for the controller of the register",
        _ERASING,
        ("!= register:\n", "!= register and not register:\n"),
        _ERASED + "test_the_keeper_of_another_register_erases_nothing_here",
    ),
    (
        "erase-hold",
        15,
        "A legal hold keeps a case from being erased",
        _ERASING,
        ("    if LEGAL_HOLD in draft.case.flags:\n", "    if False:\n"),
        _ERASED + "test_a_hold_or_a_restriction_outweighs_every_ground",
    ),
    (
        "erase-again",
        15,
        "The register of erasures is applied to a restored backup",
        _KEEPING,
        (
            "                self.store.append(write_of(loaded.row, case, decision, keep, self.sources))\n",
            "                pass\n",
        ),
        _ERASED + "test_a_restored_backup_is_erased_again",
    ),
    # ── Purging and retention ──────────────────────────────────────────────────────────────────────────────────────
    (
        "purge-whole",
        15,
        "A purge takes the case out of every table",
        _BURYING,
        (
            "        parts = (t.outbox, t.deadlines, t.holders, t.receipts, t.journal)\n",
            "        parts = (t.outbox, t.deadlines, t.holders, t.journal)\n",
        ),
        _PURGED + "test_no_row_and_no_byte_of_a_purged_case_is_left",
    ),
    (
        "purge-version",
        15,
        "What was found due is purged, not what the case has become",
        _BURYING,
        ('(*HOME, "version", "head")', "HOME"),
        _PURGED + "test_a_case_that_moved_on_meanwhile_is_not_purged",
    ),
    (
        "purge-register",
        15,
        "A purge is entered in the register of erasures, for backups",
        _BURYING,
        (
            "        destroy(work, self._sql, head.register, Erasure",
            "        (lambda *_: work.run(self._sql.destroy_key, home))(Erasure",
        ),
        _PURGED + "test_a_backup_that_brings_a_purged_case_back_brings_no_key",
    ),
    (
        "purge-chain",
        11,
        "Tombstones are chained",
        _BURYING,
        (
            "            number, previous = last[0] if last else",
            "            number, previous = (last[0][0], '') if last else",
        ),
        _PURGED + "test_tombstones_are_chained_in_each_register",
    ),
    (
        "purged-erasure",
        15,
        "A purged case that is not in the register of erasures is found: out of a backup it could come back",
        "verify/tombstones.py",
        ('    if not home.rows["erasures"]:\n', "    if False:\n"),
        _KEPT + "test_verified.py::test_a_change_to_what_was_purged_is_found",
    ),
    (
        "purge-left",
        11,
        "Rows that a purged case left, or that came back, are found",
        "verify/tombstones.py",
        ("    if left:\n", "    if False:\n"),
        _KEPT + "test_verified.py::test_a_change_to_what_was_purged_is_found",
    ),
    (
        "kept-open",
        15,
        "An open case is never due",
        _RETENTION,
        ('    yield "open", case.is_open\n', ""),
        _KEPT + "test_retention.py::test_an_open_case_is_never_due",
    ),
    (
        "kept-hold",
        15,
        "A case under a legal hold is never due",
        _RETENTION,
        ('    yield "legal_hold", LEGAL_HOLD in case.flags\n', ""),
        _KEPT + "test_retention.py::test_a_legal_hold_keeps_a_case_until_it_is_lifted",
    ),
    (
        "kept-restricted",
        15,
        "A restricted case is never due",
        _RETENTION,
        ('    yield "restricted", case.restricted\n', ""),
        _KEPT + "test_retention.py::test_a_restricted_case_is_kept",
    ),
    (
        "kept-unsure",
        15,
        "By a rule whose source is not sure nothing is purged",
        _RETENTION,
        (" or rule.verify:\n", ":\n"),
        _KEPT + "test_national_rules.py::test_what_the_source_does_not_say_destroys_nothing",
    ),
    (
        "kept-unspoken",
        15,
        "A service task that no rule speaks of keeps a case",
        _RETENTION,
        ("    if not found or tasks - spoken_of:\n", "    if not found:\n"),
        _KEPT + "test_retention.py::test_a_task_that_no_rule_speaks_of_keeps_the_case",
    ),
    (
        "kept-from-opening",
        15,
        "No time of retention runs from before the case was opened",
        _RETENTION,
        ("else max(self.closed_on, self.past.opened_on)", "else self.closed_on"),
        _KEPT + "test_retention.py::test_no_time_runs_from_before_the_case_was_opened",
    ),
    (
        "kept-longest",
        15,
        "Of several rules the longest counts",
        _RETENTION,
        ("    return max(found, key", "    return min(found, key"),
        _KEPT + "test_retention.py::test_time_runs_from_birth_and_from_a_fixed_date",
    ),
    # ── Restriction and keys ───────────────────────────────────────────────────────────────────────────────────────
    (
        "restricted-seal",
        7,
        "Sealed fields of a restricted case are opened for few",
        _CORE,
        ('(action != "open" or may_unseal(shelf.machine, case, taken))', "True"),
        _KEPT + "test_restricted.py::test_sealed_fields_of_a_restricted_case_stay_sealed",
    ),
    (
        "rotate-alone",
        15,
        "Two rotations of a key file do not overwrite each other's key",
        _FILE,
        ("            fcntl.flock(handle, fcntl.LOCK_EX)\n", ""),
        "tests/journal/test_keys.py::test_rotations_at_once_lose_no_key",
    ),
    (
        "rotate-others",
        15,
        "A key file of other registers is refused",
        _KEYS,
        ("                if not ring.belongs_with(self._ring):\n", "                if False:\n"),
        "tests/journal/test_keys.py::test_a_file_with_keys_of_other_registers_is_refused",
    ),
    (
        "rotate-notice",
        15,
        "A process notices that its key file was rotated",
        _KEYS,
        ("            if stamp != self._stamp:\n", "            if False:\n"),
        "tests/journal/test_keys.py::test_a_process_that_holds_the_file_notices_its_rotation",
    ),
)
