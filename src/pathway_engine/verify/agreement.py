"""What stands beside a journal must agree with it: time limits, parts, messages, receipts, keys, logs."""

from __future__ import annotations

__all__ = ["disagreements"]

from collections.abc import Collection, Iterator
from typing import Any

from .chain import is_instant, log_genesis, log_hash, parsed
from .findings import Finding
from .fold import Case
from .journal import Journal
from .receipts import broken_receipts
from .rows import Home, Row
from .tombstones import left_behind


def disagreements(home: Home, journal: Journal, published: Collection[str] | None) -> Iterator[Finding]:
    """Tell where the tables and a case's journal say different things.

    Args:
        home: The case and its rows.
        journal: Its journal, read.
        published: Types of events that are told to the world outside; all when None.
    """
    if home.rows["tombstones"]:
        # Purged after its retention: nothing but its log is left, and nothing else may be.
        yield from left_behind(home)
        yield from _log(home)
        return
    if not home.rows["cases"]:
        tables = ", ".join(table for table, rows in home.rows.items() if rows)
        yield Finding.of(home, journal.last, "case-gone", tables=tables)
    if journal.case is not None:
        yield from _deadlines(home, journal.case)
        yield from _holders(home, journal.case)
        yield from _keys(home, journal.case)
    yield from _messages(home, journal, published)
    yield from broken_receipts(home, journal)
    yield from _log(home)
    yield from _disclosures(home, journal)


# ── time limits and parts ──────────────────────────────────────────────────────────────────────────────────────────


def _deadlines(home: Home, case: Case) -> Iterator[Finding]:
    kept = {row["id"]: row for row in home.rows["deadlines"]}
    for id_ in kept.keys() - case["deadlines"].keys():
        yield Finding.of(home, case["version"], "deadline-extra", deadline=str(id_))
    for id_, running in case["deadlines"].items():
        row = kept.get(id_)
        if row is None:
            yield Finding.of(home, running["seq"], "deadline-missing", deadline=id_)
            continue
        expected = {name: running[name] for name in ("rule", "service", "due_on", "due_at")}
        for column, value in {**expected, "missed": int(running["missed"])}.items():
            if row[column] != value:
                yield Finding.of(home, running["seq"], "deadline-column", deadline=id_, column=column)


def _holders(home: Home, case: Case) -> Iterator[Finding]:
    one = case["coordinator"]
    expected = {
        ("coordinates", one["role"], one["organisation"], one["worker"]),
        *(("named", role, held["organisation"], held["worker"]) for role, held in case["named"].items()),
        *(("participates", "", organisation, "") for organisation in case["participants"]),
        *(("organises", track["id"], track["organiser"], "") for track in case["services"].values()),
        *(("provides", track["id"], track["provider"], "") for track in case["services"].values()),
        *(("receives", held["id"], held["receiver"], held["receiver_worker"]) for held in case["handovers"].values()),
    }
    kept = {(row["part"], row["name"], row["organisation"], row["worker"]) for row in home.rows["holders"]}
    for code, differing in (("holder-missing", expected - kept), ("holder-extra", kept - expected)):
        for part, name, organisation, _ in sorted(differing, key=str):
            told = " ".join(str(each) for each in (part, name, organisation) if each)
            yield Finding.of(home, case["version"], code, part=told)


# ── messages ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _messages(home: Home, journal: Journal, published: Collection[str] | None) -> Iterator[Finding]:
    kept = {row["seq"]: row for row in home.rows["outbox"]}
    for row in home.rows["journal"]:
        wanted = published is None or row["type"] in published
        if wanted and row["seq"] not in kept:
            yield Finding.of(home, row["seq"], "message-missing", type=str(row["type"]))
    written = {row["seq"]: row for row in home.rows["journal"]}
    waiting = False
    for seq, row in sorted(kept.items(), key=lambda each: (str(type(each[0])), each[0])):
        event = written.get(seq)
        if event is None:
            yield Finding.of(home, seq, "message-extra", type=str(row["type"]))
            continue
        for column in ("type", "recorded_at"):
            # All rows of one append carry the time of the append, and so do its events.
            if row[column] != event[column]:
                yield Finding.of(home, seq, "message-column", column=column)
        if row["withheld_at"] is not None:
            yield from _withheld(home, journal, row)
            # It left no gap: what follows it may leave.
        elif row["sent_at"] is None:
            waiting = True
        elif waiting or not is_instant(row["sent_at"]):
            yield Finding.of(home, seq, "message-order")


def _withheld(home: Home, journal: Journal, row: Row) -> Iterator[Finding]:
    """A message is held back only with an event that says so, and is not sent besides (promise 9)."""
    said = any(
        entry.type == "disclosure_withheld" and entry.body.get("disclosure") == row["seq"]
        for entry in journal.entries.values()
    )
    if not said or row["sent_at"] is not None or not is_instant(row["withheld_at"]):
        yield Finding.of(home, row["seq"], "message-withheld")


# ── keys and logs ──────────────────────────────────────────────────────────────────────────────────────────────────


def _keys(home: Home, case: Case) -> Iterator[Finding]:
    erased = bool(home.rows["erasures"])
    if erased and home.rows["case_keys"]:
        yield Finding.of(home, case["version"], "key-kept")
    if not erased and (case["erased"] or not home.rows["case_keys"]):
        yield Finding.of(home, case["version"], "key-missing")


def _log(home: Home) -> Iterator[Finding]:
    previous = log_genesis(home.register, home.case)
    for expected, row in enumerate(home.rows["access_log"], start=1):
        number = row["number"] if type(row["number"]) is int else 0
        if number != expected or row["prev_hash"] != previous:
            yield Finding.of(home, number, "log-broken")
        if row["hash"] != log_hash(row):
            yield Finding.of(home, number, "log-altered")
        elif _log_columns(row) != (row["at"], row["subject"], row["organisation"]):
            yield Finding.of(home, number, "log-columns")
        previous = row["hash"]


def _log_columns(row: Row) -> tuple[Any, ...]:
    entry = _entry(row)
    return entry.get("at"), entry.get("subject"), entry.get("organisation" if row["kind"] == "use" else "discloser")


def _entry(row: Row) -> dict[str, Any]:
    try:
        read = parsed(row["entry"])
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _disclosures(home: Home, journal: Journal) -> Iterator[Finding]:
    """What was passed on, or withheld, stands in the log, and nothing else does (promise 7)."""
    logged: dict[int, list[dict[str, Any]]] = {}
    for row in home.rows["access_log"]:
        if row["kind"] == "disclosure":
            entry = _entry(row)
            seq = entry.get("seq")
            logged.setdefault(seq if isinstance(seq, int) else 0, []).append(entry)
    for seq, event in journal.entries.items():
        if event.type in {"extract_disclosed", "disclosure_withheld"}:
            told = logged.pop(seq, [])
            expected = (event.body["recipient"], sorted(event.body["records"]), event.type == "disclosure_withheld")
            if [_told(each) for each in told] != [expected]:
                yield Finding.of(home, seq, "log-disclosure-missing", recipient=event.body["recipient"])
    for seq in logged:
        yield Finding.of(home, seq, "log-disclosure-extra")


def _told(entry: dict[str, Any]) -> tuple[Any, Any, Any]:
    """Give what an entry of the log tells of a disclosure, whatever an intruder has made of it."""
    records = entry.get("records")
    named = sorted(map(str, records)) if isinstance(records, list) else None
    return entry.get("recipient"), named, entry.get("withheld")
