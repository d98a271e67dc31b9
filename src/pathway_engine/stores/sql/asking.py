"""What is asked of many cases at once: built from what was asked for, compiled once for each combination."""

from __future__ import annotations

__all__ = ["cases", "loads"]

from collections.abc import Callable, Collection, Mapping
from typing import Any

import attrs
from sqlalchemy import BigInteger, ColumnElement, Text, bindparam, literal_column, select

from pathway_engine.journal.canonical import instant
from pathway_engine.stores.records import Page, Wanted
from pathway_engine.stores.sql.appending import case_row
from pathway_engine.stores.sql.statements import CASE, Prepared, Statements
from pathway_engine.stores.sql.tables import Tables
from pathway_engine.stores.sql.work import Work

_WORKERS_AT_ONCE = 100

Condition = Callable[[Tables], ColumnElement[bool]]


def cases(work: Work, sql: Statements, register: str, wanted: Wanted, after: str, limit: int) -> Page:
    """List cases that fit, and tell whether there are more."""
    asked = {name: value for name, value in attrs.asdict(wanted).items() if value is not None}
    names = {"open" if asked["is_open"] else "closed"} if "is_open" in asked else set()
    names |= asked.keys() - {"is_open"}
    if "due_before" in asked:
        asked["due_before"] = instant(asked["due_before"])
    # One more than asked for: it tells whether there is a next page.
    values = asked | {"register": register, "after": after, "limit": limit + 1}
    found = work.rows(_listing(sql, frozenset(names)), values)
    rows = tuple(case_row(row) for row in found[:limit])
    return Page(rows, rows[-1].case_id if rows and len(found) > limit else None)


def loads(work: Work, sql: Statements, register: str, workers: Collection[str]) -> Mapping[tuple[str, str], int]:
    """Give the workers' loads."""
    found: dict[tuple[str, str], int] = {}
    for worker in sorted(set(workers)):
        rows = work.rows(sql.worker_loads, {"register": register, "worker": worker})
        found |= {(capacity, worker): load for capacity, load in rows}
    return found


def _listing(sql: Statements, names: frozenset[str]) -> Prepared:
    prepared = sql.listings.get(names)
    if prepared is None:
        t = sql.tables
        conditions = [_CONDITIONS[name](t) for name in sorted(names)]
        prepared = sql.listings[names] = sql.prepare(
            select(*(t.cases.c[name] for name in CASE))
            .where(t.cases.c.register == _given("register"), t.cases.c.case_id > _given("after"), *conditions)
            .order_by(t.cases.c.case_id)
            .limit(bindparam("limit", type_=BigInteger()))
        )
    return prepared


def _given(name: str) -> Any:
    return bindparam(name, type_=Text())


def _is(column: str, name: str) -> Condition:
    return lambda t: t.cases.c[column] == _given(name)


def _held(name: str) -> Condition:
    def condition(t: Tables) -> ColumnElement[bool]:
        holders = t.holders.c
        holding = select(holders.case_id).where(holders.register == _given("register"), holders[name] == _given(name))
        return t.cases.c.case_id.in_(holding)

    return condition


def _due(t: Tables) -> ColumnElement[bool]:
    deadlines = t.deadlines.c
    due = select(deadlines.case_id).where(
        deadlines.register == _given("register"),
        deadlines.missed == literal_column("0"),
        deadlines.due_at < _given("due_before"),
    )
    return t.cases.c.case_id.in_(due)


_CONDITIONS: Mapping[str, Condition] = {
    "state": _is("state", "state"),
    "coordinator": _is("organisation", "coordinator"),
    "client": _is("client", "client"),
    "digest": _is("digest", "digest"),
    "worker": _held("worker"),
    "organisation": _held("organisation"),
    "open": lambda t: t.cases.c.closed_on.is_(None),
    "closed": lambda t: t.cases.c.closed_on.is_not(None),
    "due_before": _due,
}
