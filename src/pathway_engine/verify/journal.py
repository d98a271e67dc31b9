"""One case's journal: numbering, chain, form and laws; and the case that it makes."""

from __future__ import annotations

__all__ = ["Journal", "read_journal"]

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .chain import entry_hash, genesis, is_instant, parsed
from .findings import Finding
from .fold import Case, Entry, fold, opened
from .forms import ACTOR, FORMS, has_form
from .laws import Laws
from .rows import Home, Row

_MARK = re.compile(r"[0-9a-f]{64}")


class Journal(NamedTuple):
    """What a case's journal holds.

    Args:
        entries: The rows that could be read, by number.
        case: The fold of all of them; None when a row cannot be read or does not fit.
        last: The highest number in the journal.
        head: The hash of the last row.
        findings: What is wrong with the rows.
    """

    entries: dict[int, Entry]
    case: Case | None
    last: int
    head: str
    findings: list[Finding]


def read_journal(home: Home) -> Journal:
    """Read and check a case's journal."""
    rows = home.rows["journal"]
    found = [*_numbering(home, rows), *_chaining(home, rows)]
    entries: dict[int, Entry] = {}
    for row in rows:
        faults, entry = _read(row)
        found += [Finding.of(home, _number(row), code, **params) for code, params in faults]
        if entry is not None:
            entries.setdefault(entry.seq, entry)
    whole = len(entries) == len(rows) and sorted(entries) == list(range(1, len(rows) + 1))
    case: Case | None = None
    if whole:
        told, case = _folded(home, [entries[seq] for seq in sorted(entries)])
        found += told
    last = max((_number(row) for row in rows), default=0)
    return Journal(entries, case, last, str(rows[-1]["hash"]) if rows else "", found)


def _number(row: Row) -> int:
    return row["seq"] if type(row["seq"]) is int else 0


# ── numbering and chain ────────────────────────────────────────────────────────────────────────────────────────────


def _numbering(home: Home, rows: list[Row]) -> Iterator[Finding]:
    """Numbers run 1, 2, 3 … without gap; the order in which rows were written agrees with them."""
    expected, position = 1, None
    for row in rows:
        seq = _number(row)
        if seq < expected:
            yield Finding.of(home, seq, "number-twice")
        for missing in range(expected, min(seq, expected + 100)):
            yield Finding.of(home, missing, "number-missing")
        expected = max(expected, seq + 1)
        if type(row["position"]) is not int or (position is not None and row["position"] <= position):
            yield Finding.of(home, seq, "position-order")
        position = row["position"] if type(row["position"]) is int else position


def _chaining(home: Home, rows: list[Row]) -> Iterator[Finding]:
    """Each row's hash is that of its columns, and each follows the hash of the row before."""
    previous = genesis(home.register, home.case)
    for row in rows:
        if row["hash"] != entry_hash(row):
            yield Finding.of(home, _number(row), "row-altered")
        if row["prev_hash"] != previous:
            yield Finding.of(home, _number(row), "chain-broken")
        previous = row["hash"]


# ── the form of a row ──────────────────────────────────────────────────────────────────────────────────────────────

Fault = tuple[str, dict[str, str]]


def _read(row: Row) -> tuple[list[Fault], Entry | None]:
    """Read a row; tell what is wrong with its form. None when it cannot be folded."""
    faults: list[Fault] = []
    values = {name: _canonical(row, name, faults) for name in ("actor", "body", "sealed_names")}
    times = ("occurred_at", "recorded_at")
    faults += [("text-form", {"column": name}) for name in times if not is_instant(row[name])]
    form = FORMS.get((row["type"], row["type_version"]))
    if form is None:
        faults.append(("unknown-event", {"type": str(row["type"]), "version": str(row["type_version"])}))
        return faults, None
    if not has_form(values["actor"], ACTOR):
        faults.append(("text-form", {"column": "actor"}))
    if not has_form(values["body"], form):
        faults.append(("text-form", {"column": "body"}))
    faults += _sealing(row, values["sealed_names"])
    if not isinstance(row["receipt"], str) or (row["receipt"] and not _MARK.fullmatch(row["receipt"])):
        faults.append(("text-form", {"column": "receipt"}))
    readable = not faults and type(row["seq"]) is int and isinstance(row["digest"], str)
    if not faults and row["occurred_at"] > row["recorded_at"]:
        faults.append(("stated-in-future", {"at": row["occurred_at"]}))
    if not readable:
        return faults or [("text-form", {"column": "seq"})], None
    told = (row["seq"], row["type"], row["occurred_at"], row["recorded_at"], values["actor"], row["digest"])
    return faults, Entry(*told, values["body"])


def _canonical(row: Row, name: str, faults: list[Fault]) -> Any:
    try:
        return parsed(row[name])
    except (ValueError, RecursionError):
        faults.append(("text-form", {"column": name}))
        return None


def _sealing(row: Row, names: Any) -> Iterator[Fault]:
    """Sealed fields are named, and what is named is there; the names a record gives are among them."""
    if type(names) is not list or not all(type(name) is str for name in names):
        yield "text-form", {"column": "sealed_names"}
    elif bool(names) != (row["sealed"] is not None) or not isinstance(row["sealed"], bytes | None):
        yield "text-form", {"column": "sealed"}


# ── folding ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _folded(home: Home, entries: Iterable[Entry]) -> tuple[list[Finding], Case | None]:
    """Fold the entries, putting the laws to each; None when one does not fit."""
    found: list[Finding] = []
    laws, case = Laws(), None

    def tell(seq: int, broken: Iterable[Fault]) -> None:
        found.extend(Finding.of(home, seq, code, **params) for code, params in broken)

    for entry in entries:
        try:
            if case is None:
                if entry.type != "opened":
                    tell(entry.seq, [("not-opened", {"type": entry.type})])
                    return found, None
                case = opened(home.register, home.case, entry)
            else:
                if entry.recorded_at != case["recorded_at"]:
                    found += [Finding.of(home, seq, code, **params) for seq, code, params in laws.settled(case)]
                tell(entry.seq, laws.before(case, entry))
                fold(case, entry)
            tell(entry.seq, laws.after(case, entry))
        except (KeyError, ValueError, OverflowError) as error:
            told = {"what": str(error).strip("'"), "type": entry.type}
            if not any(each.seq == entry.seq for each in found):
                tell(entry.seq, [("law-not-there", told)])
            return found, None
    if case is not None:
        found += [Finding.of(home, seq, code, **params) for seq, code, params in laws.settled(case)]
    return found, case
