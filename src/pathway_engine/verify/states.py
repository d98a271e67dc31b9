"""The state row of a case: it says what the journal says, and bears the MAC that its engine gave it.

The MAC is HMAC-SHA256 under the register's key over the row's columns by name, with the SHA-256 of the snapshot in its
place; an engine refuses a row whose MAC does not fit. Here it is looked at when somebody who has the key gives a
function for it. All else is compared without any key, because the journal tells what must stand there.
"""

from __future__ import annotations

__all__ = ["States"]

import hmac
import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from .chain import canonical
from .findings import Finding
from .fold import Case
from .journal import Journal
from .rows import Home, Row

SNAPSHOT_FORMAT = 1
_MAC = re.compile(r"[0-9a-f]{64}")

Mac = Callable[[str, dict[str, object]], str]
"""Register and what a state row binds -> its MAC."""


class States:
    """Holds state rows against their journals.

    Args:
        mac: Works out what MAC a row must bear; without it only the form of the MACs is looked at.
    """

    def __init__(self, mac: Mac | None = None) -> None:
        self._mac = mac

    def compare(self, home: Home, journal: Journal) -> Iterator[Finding]:
        """Tell where the state row of a case is not what its journal and its MAC say."""
        if home.rows["tombstones"]:
            return
        for row in home.rows["cases"]:
            version = row["version"] if type(row["version"]) is int else 0
            yield from _ends(home, row, journal, version)
            if journal.case is not None:
                yield from _columns(home, row, journal, version)
            yield from self._bound(home, row, version)

    def _bound(self, home: Home, row: Row, version: int) -> Iterator[Finding]:
        if not isinstance(row["mac"], str) or not _MAC.fullmatch(row["mac"]):
            yield Finding.of(home, version, "state-column", column="mac")
        elif self._mac is not None and not hmac.compare_digest(_worked_out(self._mac, row), row["mac"]):
            yield Finding.of(home, version, "state-mac")


def _worked_out(mac: Mac, row: Row) -> str:
    try:
        bound: dict[str, object] = {name: value for name, value in row.items() if name not in {"snapshot", "mac"}}
        bound["snapshot"] = sha256(row["snapshot"].encode()).hexdigest()
        return mac(row["register"], bound)
    except (ValueError, TypeError, AttributeError):
        return ""


def _ends(home: Home, row: Row, journal: Journal, version: int) -> Iterator[Finding]:
    """The row stands where the journal ends."""
    if version > journal.last:
        yield Finding.of(home, journal.last + 1, "journal-cut", last=str(journal.last), version=str(version))
    elif version != journal.last:
        yield Finding.of(home, journal.last, "state-column", column="version")
    if row["head"] != journal.head:
        yield Finding.of(home, version, "state-column", column="head")


def _columns(home: Home, row: Row, journal: Journal, version: int) -> Iterator[Finding]:
    """Every column says what the fold of the journal says."""
    case, first = journal.case, journal.entries[1]
    if case is None:
        return
    expected = {
        **{name: case[name] for name in ("pathway", "definition_version", "digest", "subject_kind", "client")},
        **{name: case[name] for name in ("state", "pending_on", "recorded_at")},
        **case["coordinator"],
        "opened_at": first.occurred_at,
        "closed_on": case["closed"]["on"] if case["closed"] else None,
    }
    for column, value in expected.items():
        if row[column] != value:
            yield Finding.of(home, version, "state-column", column=column)
    if row["snapshot"] != canonical({"case": case, "format": SNAPSHOT_FORMAT}):
        yield Finding.of(home, version, "snapshot", parts=_differing(row["snapshot"], case))


def _differing(snapshot: Any, case: Case) -> str:
    """Name the parts of a snapshot that are not as the journal makes them."""
    try:
        kept = json.loads(snapshot)["case"]
        names = [name for name in {**case, **kept} if name not in kept or name not in case or kept[name] != case[name]]
    except (ValueError, TypeError, KeyError, RecursionError):
        names = []
    return ", ".join(sorted(names)) or "–"
