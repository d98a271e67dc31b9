"""Receipts of idempotency keys: each stands for the events of one command, and each such command has its own.

Every event bears the mark of the receipt that was written with it, under its hash (see `chain`). So a receipt that was
taken away, exchanged or given to other events is missed at its place, though a row that is gone says nothing itself.
Events without a mark came under no key: deadlines told by a worker, erasures applied again, hosts that give none.
"""

from __future__ import annotations

__all__ = ["broken_receipts"]

from collections.abc import Iterator
from typing import NamedTuple

from .chain import receipt_mark
from .findings import Finding
from .journal import Journal
from .rows import Home, Row


class _Range(NamedTuple):
    first: int
    last: int


def broken_receipts(home: Home, journal: Journal) -> Iterator[Finding]:
    """Tell which receipts of a case are gone, or are not those its events were written with."""
    borne = _borne(home.rows["journal"])
    kept: set[str] = set()
    over = 0
    for row in home.rows["receipts"]:
        mark = receipt_mark(row)
        kept.add(mark)
        first, last = row["first_seq"], row["last_seq"]
        if type(first) is not int or type(last) is not int or not 1 <= first <= last <= journal.last:
            yield Finding.of(home, last if type(last) is int else 0, "receipt-range", first=str(first), last=str(last))
            continue
        if first <= over:
            yield Finding.of(home, first, "receipt-overlap", first=str(first), last=str(last))
        over = max(over, last)
        if borne.get(mark) != (first, last):
            yield Finding.of(home, last, "receipt-altered", first=str(first), last=str(last))
        times = {entry.recorded_at for seq, entry in journal.entries.items() if first <= seq <= last}
        if times and times != {row["recorded_at"]}:
            yield Finding.of(home, last, "receipt-time", first=str(first), last=str(last))
    for mark, (first, last) in borne.items():
        if mark not in kept:
            yield Finding.of(home, first, "receipt-missing", first=str(first), last=str(last))


def _borne(rows: list[Row]) -> dict[str, _Range]:
    """Give each mark that events bear, with the first and the last of them."""
    found: dict[str, _Range] = {}
    for row in rows:
        mark, seq = row["receipt"], row["seq"]
        if mark and isinstance(mark, str) and type(seq) is int:
            first, last = found.get(mark, (seq, seq))
            found[mark] = _Range(min(first, seq), max(last, seq))
    return found
