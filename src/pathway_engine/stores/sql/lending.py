"""The queues: due deadlines and unsent messages, lent to one worker at a time."""

from __future__ import annotations

__all__ = ["claim", "settle"]

import secrets
from datetime import datetime, timedelta
from typing import Any

from pathway_engine.failpoints import reach
from pathway_engine.journal.canonical import instant, parse_instant
from pathway_engine.stores.records import Claimed, QueueKind
from pathway_engine.stores.sql.statements import Statements
from pathway_engine.stores.sql.work import Work


def claim(  # noqa: PLR0913 - it takes what the port's method takes
    work: Work,
    sql: Statements,
    kind: QueueKind,
    now: datetime,
    limit: int,
    lease: timedelta,
    *,
    register: str | None = None,
    due: datetime | None = None,
) -> tuple[Claimed, ...]:
    """Lend what is to be done; rows that another worker is just taking are passed over."""
    values: dict[str, Any] = {"now": instant(now), "limit": limit}
    values |= {} if register is None else {"register": register}
    token = secrets.token_hex(8)
    if kind == "deadlines":
        values["due"] = instant(due or now)
        overdue = sql.due_deadlines if register is None else sql.due_deadlines_of_register
        lent = tuple(_deadline(token, *row) for row in work.rows(overdue, values))
        statement = sql.lend_deadline
    else:
        unsent = sql.due_messages if register is None else sql.due_messages_of_register
        lent = tuple(_message(token, *row) for row in work.rows(unsent, values))
        statement = sql.lend_message
    until = instant(now + lease)
    changes = {"until": until, "new_token": token}
    work.run_all(statement, (_row(each) | changes | {"attempts": each.attempts} for each in lent))
    reach("queue.after_lent")
    return lent


def settle(  # noqa: PLR0913 - it takes what the port's method takes
    work: Work,
    sql: Statements,
    claimed: Claimed,
    *,
    done: bool,
    now: datetime,
    retry_at: datetime | None = None,
    withheld: bool = False,
    tried: bool = True,
) -> bool:
    """Say how it went, if the lease still holds."""
    values: dict[str, Any] = {**_row(claimed), "token": claimed.token, "lease_until": None, "quarantined_at": None}
    values["attempts"] = 0 if done else claimed.attempts + (1 if tried else 0)
    if not done and tried and retry_at is None:
        values["quarantined_at"] = instant(now)
    elif not done and retry_at is not None:
        values["lease_until"] = instant(retry_at)
    values["sent_at"] = instant(now) if done and not withheld else None
    values["withheld_at"] = instant(now) if done and withheld else None
    held = work.run(sql.settle_deadline if claimed.kind == "deadlines" else sql.settle_message, values) == 1
    reach("queue.after_settled")
    return held


def _row(claimed: Claimed) -> dict[str, Any]:
    home: dict[str, Any] = {"register": claimed.register, "case_id": claimed.case_id}
    return home | ({"id": claimed.id} if claimed.kind == "deadlines" else {"seq": claimed.seq})


def _deadline(token: str, register: str, case_id: str, id_: str, rule: str, due_at: str, attempts: int) -> Claimed:
    return Claimed(
        kind="deadlines",
        register=register,
        case_id=case_id,
        id=id_,
        type=rule,
        seq=0,
        due_at=parse_instant(due_at),
        attempts=attempts,
        token=token,
    )


def _message(token: str, register: str, case_id: str, seq: int, type_: str, attempts: int) -> Claimed:
    return Claimed(
        kind="messages",
        register=register,
        case_id=case_id,
        id=f"{case_id}:{seq}",
        type=type_,
        seq=seq,
        due_at=None,
        attempts=attempts,
        token=token,
    )
