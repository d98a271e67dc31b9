"""What was set aside because it failed too often: listing it, and putting it back into its queue."""

from __future__ import annotations

__all__ = ["Releasing"]

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Table,
    Text,
    and_,
    bindparam,
    literal_column,
    null,
    or_,
    select,
    update,
)

from pathway_engine.journal.canonical import parse_instant
from pathway_engine.journal.uses import UseEntry
from pathway_engine.stores.records import Head, QueueKind, SetAside
from pathway_engine.stores.sql.appending import write_log
from pathway_engine.stores.sql.statements import HOME, Prepared, Statements
from pathway_engine.stores.sql.work import Work


class Releasing:
    """The statements for it, compiled when they are first asked for.

    Args:
        sql: The other statements on the same tables.
    """

    def __init__(self, sql: Statements) -> None:
        self._sql = sql
        self._prepared: dict[tuple[str, ...], Prepared] = {}

    def set_aside(
        self, work: Work, kind: QueueKind, register: str | None, after: SetAside | None, limit: int
    ) -> Sequence[SetAside]:
        """List what was set aside, in the order of its place."""
        values: dict[str, Any] = {"limit": limit}
        asked: tuple[str, ...] = ()
        if register is not None:
            values["register"] = register
            asked += ("register",)
        if after is not None:
            values |= {"after_register": after.register, "after_case": after.case_id, "after_one": _own(after)}
            asked += ("after",)
        if (kind, *asked) not in self._prepared:
            self._prepared[kind, *asked] = self._listing(kind, asked)
        return tuple(_row(kind, *row) for row in work.rows(self._prepared[kind, *asked], values))

    def release(self, work: Work, aside: SetAside, entry: UseEntry) -> bool:
        """Put it back, and log who did; False when it is not set aside any more."""
        home = {"register": aside.register, "case_id": aside.case_id}
        # The case first, as every writer takes it: its log is numbered by one at a time.
        work.rows(self._sql.hold_case, home)
        key = (aside.kind, "release")
        if key not in self._prepared:
            self._prepared[key] = self._putting_back(aside.kind)
        if work.run(self._prepared[key], home | {"one": _own(aside)}) != 1:
            return False
        write_log(work, self._sql, Head(aside.register, aside.case_id), (entry,))
        return True

    # ── statements ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _listing(self, kind: QueueKind, asked: tuple[str, ...]) -> Prepared:
        table, own, type_ = self._queue(kind)
        conditions = [*_aside(table, kind)]
        if "register" in asked:
            conditions.append(table.c.register == bindparam("register", type_=Text()))
        if "after" in asked:
            conditions.append(_beyond(table, own))
        columns = (table.c.register, table.c.case_id, table.c[own], table.c[type_])
        return self._sql.prepare(
            select(*columns, table.c.quarantined_at, table.c.attempts)
            .where(*conditions)
            .order_by(table.c.register, table.c.case_id, table.c[own])
            .limit(bindparam("limit", type_=BigInteger()))
        )

    def _putting_back(self, kind: QueueKind) -> Prepared:
        table, own, _ = self._queue(kind)
        here = [table.c[name] == bindparam(name, type_=Text()) for name in HOME]
        here.append(table.c[own] == bindparam("one", type_=table.c[own].type))
        changes = dict.fromkeys(("quarantined_at", "lease_until", "token"), null())
        return self._sql.prepare(
            update(table).where(*here, *_aside(table, kind)).values({**changes, "attempts": literal_column("0")})
        )

    def _queue(self, kind: QueueKind) -> tuple[Table, str, str]:
        t = self._sql.tables
        return (t.deadlines, "id", "rule") if kind == "deadlines" else (t.outbox, "seq", "type")


def _aside(table: Table, kind: QueueKind) -> tuple[ColumnElement[bool], ...]:
    """What is told, sent or withheld already is over, whatever stands beside it."""
    if kind == "deadlines":
        return table.c.quarantined_at.is_not(None), table.c.missed == literal_column("0")
    return table.c.quarantined_at.is_not(None), table.c.sent_at.is_(None), table.c.withheld_at.is_(None)


def _beyond(table: Table, own: str) -> ColumnElement[bool]:
    register, case_id = (bindparam(name, type_=Text()) for name in ("after_register", "after_case"))
    one = bindparam("after_one", type_=table.c[own].type)
    of_case = and_(table.c.register == register, table.c.case_id == case_id, table.c[own] > one)
    of_register = and_(table.c.register == register, table.c.case_id > case_id)
    return or_(table.c.register > register, of_register, of_case)


def _own(aside: SetAside) -> str | int:
    return aside.id if aside.kind == "deadlines" else aside.seq


def _row(
    kind: QueueKind, register: str, case_id: str, own: str | int, type_: str, since: str, attempts: int
) -> SetAside:
    seq = own if isinstance(own, int) else 0
    return SetAside(
        kind=kind,
        register=register,
        case_id=case_id,
        id=f"{case_id}:{seq}" if isinstance(own, int) else own,
        type=type_,
        seq=seq,
        since=parse_instant(since),
        attempts=attempts,
    )
