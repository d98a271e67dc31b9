"""Purging a case, and wrapping keys anew: what is done to a store when data have been kept long enough."""

from __future__ import annotations

__all__ = ["Burying"]

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    literal_column,
    or_,
    select,
)

from pathway_engine.errors import Conflict
from pathway_engine.journal.canonical import instant, parse_instant
from pathway_engine.journal.tombstones import Tombstone, tombstone_after, tombstone_genesis
from pathway_engine.stores.records import AppendConflict, Erasure, KeyHeld, KeyRow, Purge, Rewrap
from pathway_engine.stores.sql.appending import destroy, kept_bytes, write_log
from pathway_engine.stores.sql.statements import HOME, Prepared, Statements
from pathway_engine.stores.sql.work import Work

_TRIES = 100
_TOMBSTONE = ("register", "number", "case_id", "version", "head", "purged_at", "basis", "prev_hash", "hash")


class Burying:
    """The statements for it, compiled when they are first asked for.

    Args:
        sql: The other statements on the same tables.
    """

    def __init__(self, sql: Statements) -> None:
        self._sql = sql
        self._t = sql.tables

    def purge(self, work: Work, purge: Purge) -> Tombstone:
        """Take out every row of a case but its log, and write its tombstone; all in one transaction.

        Raises:
            AppendConflict: The case is not as it was, or is not there.
        """
        head = purge.head
        home = {"register": head.register, "case_id": head.case_id}
        # The case first, as every writer takes it: nobody adds a row to it meanwhile.
        if not work.rows(self._sql.hold_case, home):
            raise AppendConflict("version")
        write_log(work, self._sql, head, purge.log)
        for statement in self._rows_of_a_case:
            work.run(statement, home)
        if work.run(self._case, home | {"version": head.version, "head": head.hash}) != 1:
            raise AppendConflict("version")
        # Its key is destroyed, also in backups, once the register of erasures has been applied to what they hold.
        basis = purge.basis
        destroy(work, self._sql, head.register, Erasure(case_id=head.case_id, erased_at=purge.purged_at, basis=basis))
        return self._tombstone(work, purge)

    def tombstones(self, work: Work, register: str, after: int, limit: int) -> Sequence[Tombstone]:
        """Read a register's tombstones numbered after `after`, in order."""
        found = work.rows(self._read_tombstones, {"register": register, "after": after, "limit": limit})
        named = (dict(zip(_TOMBSTONE, row, strict=True)) for row in found)
        return tuple(Tombstone(**each | {"purged_at": parse_instant(each["purged_at"])}) for each in named)

    def stale_keys(self, work: Work, current: str, after: tuple[str, str], limit: int) -> Sequence[KeyHeld]:
        """Read wrapped keys that another than the current key wrapped."""
        values = {"current": current, "after_register": after[0], "after_case": after[1], "limit": limit}
        found = work.rows(self._read_stale, values)
        return tuple(
            KeyHeld(register=register, case_id=case_id, key=KeyRow(key_id, kept_bytes(wrapped)))
            for register, case_id, key_id, wrapped in found
        )

    def rewrap(self, work: Work, batch: Sequence[Rewrap]) -> int:
        """Put keys wrapped anew in the place of the old ones; give how many were still there."""
        # In the order of their ids: two writers never wait for each other.
        return sum(
            work.run(
                self._sql.rewrap_key,
                {
                    "register": each.register,
                    "case_id": each.case_id,
                    "old_key_id": each.old.key_id,
                    "old_wrapped": each.old.wrapped,
                    "new_key_id": each.new.key_id,
                    "new_wrapped": each.new.wrapped,
                },
            )
            for each in sorted(batch, key=lambda each: (each.register, each.case_id))
        )

    def _tombstone(self, work: Work, purge: Purge) -> Tombstone:
        """Chain a tombstone to the last of its register; another purge may do so at the same time."""
        for _ in range(_TRIES):
            last = work.rows(self._last_tombstone, {"register": purge.head.register})
            number, previous = last[0] if last else (0, tombstone_genesis(purge.head.register))
            stone = tombstone_after(number, previous, purge.head, purge.purged_at, purge.basis)
            values: dict[str, Any] = {name: getattr(stone, name) for name in _TOMBSTONE}
            if work.run(self._add_tombstone, values | {"purged_at": instant(stone.purged_at)}) == 1:
                return stone
        raise Conflict("others kept purging cases of this register")

    # ── statements ─────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _rows_of_a_case(self) -> tuple[Prepared, ...]:
        t = self._t
        parts = (t.outbox, t.deadlines, t.holders, t.receipts, t.journal)
        return tuple(self._sql.prepare(delete(table).where(*_equal(table, HOME))) for table in parts)

    @cached_property
    def _case(self) -> Prepared:
        cases = self._t.cases
        return self._sql.prepare(delete(cases).where(*_equal(cases, (*HOME, "version", "head"))))

    @cached_property
    def _last_tombstone(self) -> Prepared:
        t = self._t.tombstones
        last = select(t.c.number, t.c.hash).where(*_equal(t, ("register",))).order_by(t.c.number.desc())
        return self._sql.prepare(last.limit(literal_column("1")))

    @cached_property
    def _add_tombstone(self) -> Prepared:
        """Write a tombstone; writes nothing when another has that number."""
        t = self._t.tombstones
        row = {name: bindparam(name, type_=t.c[name].type) for name in _TOMBSTONE}
        insert = self._sql._insert  # noqa: SLF001 - the dialect's own, found once
        return self._sql.prepare(insert(t).values(row).on_conflict_do_nothing())

    @cached_property
    def _read_tombstones(self) -> Prepared:
        t = self._t.tombstones
        return self._sql.prepare(
            select(*(t.c[name] for name in _TOMBSTONE))
            .where(*_equal(t, ("register",)), t.c.number > _given("after", number=True))
            .order_by(t.c.number)
            .limit(_given("limit", number=True))
        )

    @cached_property
    def _read_stale(self) -> Prepared:
        keys = self._t.case_keys
        register, case_id = _given("after_register"), _given("after_case")
        beyond = or_(keys.c.register > register, and_(keys.c.register == register, keys.c.case_id > case_id))
        return self._sql.prepare(
            select(keys.c.register, keys.c.case_id, keys.c.key_id, keys.c.wrapped)
            .where(keys.c.key_id != _given("current"), beyond)
            .order_by(keys.c.register, keys.c.case_id)
            .limit(_given("limit", number=True))
        )


def _given(name: str, *, number: bool = False) -> BindParameter[Any]:
    return bindparam(name, type_=BigInteger() if number else Text())


def _equal(table: Table, names: tuple[str, ...]) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(name, type_=table.c[name].type) for name in names]
