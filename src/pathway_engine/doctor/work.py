"""Whether what has to happen by itself does: deadlines, messages, clocks; and what was set aside."""

from __future__ import annotations

__all__ = ["examine_clock", "examine_queues"]

from collections.abc import Iterator
from datetime import datetime, timedelta

from pathway_engine.doctor.finding import Finding, finding
from pathway_engine.journal.canonical import instant
from pathway_engine.stores.sql.probing import Probe

_MOST_SKEW = timedelta(seconds=30)
_MOST_NAMED = 20
"""How many set-aside things are named one by one."""

_DUE = "missed = 0 AND quarantined_at IS NULL AND due_at < :before"
_UNSENT = "sent_at IS NULL AND withheld_at IS NULL AND quarantined_at IS NULL"


def examine_clock(now: datetime, of_store: datetime | None) -> Iterator[Finding]:
    """Compare the engine's clock with the database's own, where it has one (semantics §P6)."""
    if of_store is not None and abs(of_store - now) > _MOST_SKEW:
        yield finding("warning", "clock-skew", 8, seconds=round(abs((of_store - now).total_seconds())))


def examine_queues(probe: Probe, now: datetime, patience: timedelta) -> Iterator[Finding]:
    """Find what nobody took up in time, what a dead worker kept, and what was set aside.

    Args:
        probe: One moment of the database.
        now: Engine clock.
        patience: How long something may wait before it is told.
    """
    before = instant(now - patience)
    count, since = _waiting(probe, "deadlines", _DUE, "due_at", before)
    if count:
        yield finding("error", "deadlines-waiting", 8, count=count, since=since)
    count, since = _waiting(probe, "outbox", f"{_UNSENT} AND recorded_at < :before", "recorded_at", before)
    if count:
        yield finding("warning", "messages-waiting", 9, count=count, since=since)
    kept = "token IS NOT NULL AND lease_until < :before AND quarantined_at IS NULL AND {left}"
    for table, left, promise in (("deadlines", "missed = 0", 8), ("outbox", _UNSENT, 9)):
        count, since = _waiting(probe, table, kept.format(left=left), "lease_until", before)
        if count:
            yield finding("warning", "leases-expired", promise, count=count, since=since)
    yield from _set_aside(probe)


def _waiting(probe: Probe, table: str, condition: str, column: str, before: str) -> tuple[int, str]:
    query = f"SELECT count(*), min({column}) FROM {{{table}}} WHERE {condition}"  # noqa: S608 - names of ours
    count, since = next(probe.rows(query, before=before))
    return int(count), _minute(since)


def _minute(kept: object) -> str:
    """Give an instant as it is kept, to the minute, for a sentence; SQLite lets anything stand in its place."""
    return f"{str(kept)[:16].replace('T', ' ')} UTC" if kept else ""


def _set_aside(probe: Probe) -> Iterator[Finding]:
    """Name what was set aside, the longest ago first."""
    deadlines = """
        SELECT register, case_id, id, quarantined_at FROM {deadlines} WHERE quarantined_at IS NOT NULL AND missed = 0
        ORDER BY quarantined_at, register, case_id LIMIT :most
    """
    for register, case, deadline, since in probe.rows(deadlines, most=_MOST_NAMED):
        told = {"deadline": str(deadline), "since": _minute(since)}
        yield finding("error", "deadline-quarantined", 8, register=register, case=case, **told)
    messages = """
        SELECT register, case_id, seq, quarantined_at FROM {outbox} WHERE quarantined_at IS NOT NULL AND sent_at IS NULL
        ORDER BY quarantined_at, register, case_id LIMIT :most
    """
    for register, case, seq, since in probe.rows(messages, most=_MOST_NAMED):
        yield finding(
            "error", "message-quarantined", 9, register=register, case=case, seq=int(seq), since=_minute(since)
        )
