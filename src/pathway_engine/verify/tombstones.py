"""Tombstones of purged cases: numbered and chained in each register, and nothing else is left of the case.

The hash of a tombstone is SHA-256 over the canonical JSON of `{"basis", "case", "format": 1, "head", "number", "prev",
"purged_at", "register", "version"}`; a register's first follows the hash of
`{"format": 1, "genesis": "pathway-engine tombstones", "register": …}`.
"""

from __future__ import annotations

__all__ = ["broken_tombstones", "left_behind"]

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from .chain import FORMAT, canonical
from .findings import Finding
from .rows import Home, Row, Snapshot

_OUTLIVE = {"access_log", "erasures", "tombstones"}


def left_behind(home: Home) -> Iterator[Finding]:
    """Tell of rows of a purged case that are still there, or have come back; and of the one that must stay."""
    left = sorted(table for table, rows in home.rows.items() if rows and table not in _OUTLIVE)
    if left:
        yield Finding.of(home, 0, "tombstone-rows", tables=", ".join(left))
    if not home.rows["erasures"]:
        yield Finding.of(home, 0, "tombstone-erasure")


def broken_tombstones(snapshot: Snapshot) -> Iterator[Finding]:
    """Tell where a register's tombstones are not numbered and chained one to the next."""
    register, expected, previous = None, 1, ""
    for row in snapshot.rows("tombstones", "register, number"):
        if row["register"] != register:
            register, expected = row["register"], 1
            previous = _hash({"format": FORMAT, "genesis": "pathway-engine tombstones", "register": register})
        if row["number"] != expected or row["prev_hash"] != previous:
            yield _told(row, "tombstone-chain")
        if row["hash"] != _hash_of(row):
            yield _told(row, "tombstone-altered")
        expected, previous = expected + 1, str(row["hash"])


def _told(row: Row, code: str) -> Finding:
    return Finding(str(row["register"]), str(row["case_id"]), 0, code, (("number", str(row["number"])),))


def _hash_of(row: Row) -> str:
    names = ("basis", "head", "number", "purged_at", "register", "version")
    hashed = {name: row[name] for name in names} | {"case": row["case_id"], "prev": row["prev_hash"], "format": FORMAT}
    try:
        return _hash(hashed)
    except (TypeError, ValueError):
        return ""


def _hash(value: dict[str, Any]) -> str:
    return sha256(canonical(value).encode("utf-8", "surrogateescape")).hexdigest()
