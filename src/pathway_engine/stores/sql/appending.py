"""Reading what deciding needs, and writing what was decided, as statements in one transaction."""

from __future__ import annotations

__all__ = ["append", "case_row", "destroy", "kept_bytes", "load", "scan", "write_log"]

from collections.abc import Iterable
from typing import Any

from pathway_engine.errors import Conflict, Unreadable
from pathway_engine.failpoints import reach
from pathway_engine.journal.canonical import canonical_text, instant, parse_day, parse_instant, parse_json
from pathway_engine.journal.uses import DisclosureEntry, UseEntry, log_genesis, log_hash, log_text
from pathway_engine.stores.port import in_order, within
from pathway_engine.stores.records import (
    Append,
    AppendConflict,
    CaseRow,
    Claim,
    Entry,
    Erasure,
    Head,
    KeyRow,
    Loaded,
    Receipt,
)
from pathway_engine.stores.sql.statements import CASE, Statements
from pathway_engine.stores.sql.work import Work

_TRIES = 100

Values = dict[str, Any]


def load(work: Work, sql: Statements, register: str, case_id: str, key: str) -> Loaded:
    """Read a case, its key and a receipt."""
    (found,) = work.rows(sql.load, {"register": register, "case_id": case_id, "key": key})
    row, rest = found[: len(CASE)], found[len(CASE) :]
    key_id, wrapped, erased_at, *receipt, replica = rest
    return Loaded(
        row=None if row[0] is None else case_row(row),
        key=None if key_id is None else KeyRow(key_id, kept_bytes(wrapped)),
        receipt=None if receipt[0] is None else Receipt(*receipt),
        erased=erased_at is not None,
        replica=bool(replica),
    )


def kept_bytes(value: Any) -> bytes:
    """Give the bytes of a column.

    Raises:
        Unreadable: Something else stands there, as SQLite lets it.
    """
    if not isinstance(value, bytes | memoryview):
        raise Unreadable("what is stored is not the bytes that were written")
    return bytes(value)


def case_row(row: tuple[Any, ...]) -> CaseRow:
    """Read a case from its columns, in the order of `CASE`."""
    columns = dict(zip(CASE, row, strict=True))
    columns["pending_on"] = parse_day(columns["pending_on"])
    columns["closed_on"] = None if columns["closed_on"] is None else parse_day(columns["closed_on"])
    for name in ("opened_at", "recorded_at"):
        columns[name] = parse_instant(columns[name])
    return CaseRow(**columns)


def scan(work: Work, sql: Statements, home: Head, after: int, limit: int) -> tuple[Entry, ...]:
    """Read entries of a case."""
    values = _home(home) | {"after": after, "limit": within(limit)}
    return tuple(_entry(*row) for row in work.rows(sql.scan, values))


def append(work: Work, sql: Statements, append: Append) -> None:
    """Write everything, in an order that lets no two writers wait for each other: the case, then what cases share."""
    home = _home(append.head)
    _take_case(work, sql, append)
    reach("append.after_case")
    if append.receipt is not None:
        _add_receipt(work, sql, append, append.receipt)
        reach("append.after_receipt")
    for claim in in_order(append.claims):
        _take_claim(work, sql, append.head.register, claim)
    reach("append.after_claims")
    work.run_all(sql.add_entry, map(_entry_values, append.entries))
    reach("append.after_entries")
    _keep_deadlines(work, sql, append, home)
    reach("append.after_deadlines")
    if append.holders is not None:
        work.send(sql.drop_holders, home)
        work.run_all(
            sql.add_holder,
            (
                home | {"part": each.part, "name": each.name, "organisation": each.organisation, "worker": each.worker}
                for each in append.holders
            ),
        )
    reach("append.after_holders")
    recorded_at = instant(append.row.recorded_at)
    work.run_all(
        sql.add_message,
        (home | {"seq": each.seq, "type": each.type, "recorded_at": recorded_at} for each in append.messages),
    )
    reach("append.after_messages")
    if append.key is not None:
        work.send(sql.add_key, home | {"key_id": append.key.key_id, "wrapped": append.key.wrapped})
        reach("append.after_key")
    if append.erasure is not None:
        destroy(work, sql, append.head.register, append.erasure)
    if append.log:
        write_log(work, sql, append.head, append.log)
        reach("append.after_log")


def destroy(work: Work, sql: Statements, register: str, erasure: Erasure) -> None:
    """Destroy a case's key and enter it in the register of erasures."""
    home = {"register": register, "case_id": erasure.case_id}
    work.send(sql.destroy_key, home)
    work.send(sql.add_erasure, home | {"erased_at": instant(erasure.erased_at), "basis": erasure.basis})


def write_log(work: Work, sql: Statements, home: Head, entries: Iterable[UseEntry | DisclosureEntry]) -> None:
    """Write entries of a case's log, each chained to the one before.

    Whoever calls holds the case's row. A log of a case that is not there has no row to hold: its writers may meet, and
    try again.
    """
    for entry in entries:
        kind, text = log_text(entry)
        place = {"kind": kind, "at": instant(entry.at), "subject": entry.subject, "entry": text}
        place["organisation"] = entry.organisation if isinstance(entry, UseEntry) else entry.discloser
        for _ in range(_TRIES):
            end = work.rows(sql.log_end, _home(home))
            number, previous = end[0] if end else (0, log_genesis(home.register, home.case_id))
            hash_ = log_hash(Head(home.register, home.case_id, number, previous), kind, text)
            values = _home(home) | place | {"number": number + 1, "prev_hash": previous, "hash": hash_}
            if work.run(sql.add_log, values) == 1:
                break
        else:
            raise Conflict("others kept writing to the log of this case")


def _take_case(work: Work, sql: Statements, append: Append) -> None:
    row, head = append.row, append.head
    values: Values = {name: getattr(row, name) for name in CASE}
    values["pending_on"] = row.pending_on.isoformat()
    values["closed_on"] = None if row.closed_on is None else row.closed_on.isoformat()
    values["opened_at"] = instant(row.opened_at)
    values["recorded_at"] = instant(row.recorded_at)
    if head.version:
        values |= {"before_version": head.version, "before_head": head.hash}
        work.must(sql.move_case, values, lambda: AppendConflict("version"))
    else:
        work.must(sql.open_case, values, lambda: AppendConflict("version"))


def _add_receipt(work: Work, sql: Statements, append: Append, receipt: Receipt) -> None:
    values = {
        "register": append.head.register,
        "key": receipt.key,
        "fingerprint": receipt.fingerprint,
        "case_id": receipt.case_id,
        "first_seq": receipt.first_seq,
        "last_seq": receipt.last_seq,
        "recorded_at": instant(append.row.recorded_at),
    }
    work.must(sql.add_receipt, values, lambda: AppendConflict("receipt"))


def _take_claim(work: Work, sql: Statements, register: str, claim: Claim) -> None:
    values: Values = {"register": register, "capacity": claim.capacity, "worker": claim.worker, "load": claim.change}
    if claim.limit is None or claim.change <= 0:
        work.send(sql.claim_load, values)
    # The condition holds for a row that is there; a first claim must fit by itself.
    elif claim.change > claim.limit:
        raise AppendConflict("claim", claim)
    else:
        work.must(sql.claim_load_within, values | {"limit": claim.limit}, lambda: AppendConflict("claim", claim))


def _keep_deadlines(work: Work, sql: Statements, append: Append, home: Values) -> None:
    work.run_all(sql.drop_deadline, (home | {"id": each} for each in append.dropped))
    work.run_all(
        sql.arm_deadline,
        (
            home
            | {
                "id": each.id,
                "rule": each.rule,
                "service": each.service,
                "due_on": each.due_on.isoformat(),
                "due_at": instant(each.due_at),
                "missed": int(each.missed),
            }
            for each in append.deadlines
        ),
    )


def _home(head: Head) -> Values:
    return {"register": head.register, "case_id": head.case_id}


def _entry_values(entry: Entry) -> Values:
    return {
        "register": entry.register,
        "case_id": entry.case_id,
        "seq": entry.seq,
        "type": entry.type,
        "type_version": entry.type_version,
        "occurred_at": entry.occurred_at,
        "recorded_at": entry.recorded_at,
        "actor": entry.actor,
        "digest": entry.digest,
        "body": entry.body,
        "sealed": entry.sealed,
        "sealed_names": canonical_text(entry.sealed_names),
        "receipt": entry.receipt,
        "prev_hash": entry.prev_hash,
        "hash": entry.hash,
    }


def _entry(*columns: Any) -> Entry:
    *clear, sealed, sealed_names, receipt, prev_hash, hash_ = columns
    register, case_id, seq, type_, type_version, occurred_at, recorded_at, actor, digest, body = clear
    return Entry(
        register=register,
        case_id=case_id,
        seq=seq,
        type=type_,
        type_version=type_version,
        occurred_at=occurred_at,
        recorded_at=recorded_at,
        actor=actor,
        digest=digest,
        body=body,
        sealed=None if sealed is None else kept_bytes(sealed),
        sealed_names=tuple(parse_json(sealed_names)),
        prev_hash=prev_hash,
        hash=hash_,
        receipt=receipt,
    )
