"""Kept definitions: each has the digest it is kept under, and tells which cases count on a worker.

The digest of a definition is SHA-256 over the canonical JSON of its rules, that is of the kept text without what
people read: a text is `{"fi": …, "sv": …, "en": …}`, of a list of texts the names remain, and a text for clients is
dropped whole. Wording may change under the same digest; this verifier cannot tell whether it did.
"""

from __future__ import annotations

__all__ = ["Definitions"]

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from .chain import canonical, parsed
from .findings import Finding
from .fold import Case
from .journal import Journal
from .rows import Home, Row


class Definitions:
    """The definitions of a database, and what its cases make of their capacities."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._known: dict[str, dict[str, Any] | None] = {}
        self._told: set[str] = set()
        self._loads: Counter[tuple[str, str, str]] = Counter()
        self._countable = True
        for row in rows:
            self._known[str(row["digest"])] = _read(row)

    def named_by(self, home: Home, journal: Journal) -> Iterator[Finding]:
        """Tell of definitions that a case's events name and that are not there, or not as they were.

        A definition that was altered is told once, at the first event found that names it.
        """
        named: dict[str, int] = {}
        for seq, entry in sorted(journal.entries.items()):
            named.setdefault(entry.digest, seq)
            if entry.type == "migrated":
                named.setdefault(entry.body["to_digest"], seq)
        for digest, seq in named.items():
            if digest not in self._known:
                yield Finding.of(home, seq, "definition-missing", digest=digest[:12])
            elif self._known[digest] is None and digest not in self._told:
                self._told.add(digest)
                yield Finding.of(home, seq, "definition-altered", digest=digest[:12])

    def unnamed(self) -> Iterator[Finding]:
        """Tell of definitions that were altered and that no case names."""
        for digest, known in self._known.items():
            if known is None and digest not in self._told:
                yield Finding("", "", 0, "definition-altered", (("digest", digest[:12]),))

    # ── loads ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def count(self, case: Case) -> None:
        """Count what an open case takes up of its workers' capacities."""
        definition = self._known.get(case["digest"])
        if definition is None:
            self._countable = False
        if definition is None or case["closed"] is not None:
            return
        for name, capacity in definition.get("capacities", {}).items():
            holder = case["named"].get(capacity["per"])
            if holder and holder["worker"] and _within(capacity["counts"], case["state"]):
                self._loads[case["register"], name, holder["worker"]] += 1

    def loads(self, rows: Iterable[Row]) -> Iterator[Finding]:
        """Tell of workers on whom other numbers of cases count than are kept.

        Nothing is told when a definition cannot be read: what counts stands in it.
        """
        if not self._countable:
            return
        kept = {(row["register"], row["capacity"], row["worker"]): row["load"] for row in rows}
        for key in sorted({*kept, *self._loads}, key=str):
            if kept.get(key, 0) != self._loads[key]:
                told = {"capacity": key[1], "worker": key[2], "kept": kept.get(key, 0), "counted": self._loads[key]}
                params = tuple((name, str(value)) for name, value in told.items())
                yield Finding(str(key[0]), "", 0, "load", params)


def _within(states: Iterable[str], state: str) -> bool:
    return any(state == each or state.startswith(f"{each}.") for each in states)


def _read(row: Row) -> dict[str, Any] | None:
    """Read a kept definition; None when it is not the one it is kept as."""
    try:
        plain = parsed(row["text"])
        digest = sha256(canonical(_rules(plain)).encode()).hexdigest()
        same = (digest, plain["pathway"], plain["version"]) == (row["digest"], row["name"], row["version"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return plain if same else None


_LISTS = {("flags",), ("permits",), ("groups",), ("phases",), ("catalogues", "*", "items")}
"""Where names stand with nothing but their labels: the names belong to the rules, the labels do not."""


def _rules(plain: dict[str, Any], path: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give what is left of a definition without what people read, and without what decides no case."""
    rules: dict[str, Any] = {}
    for name, value in plain.items():
        here = (*path, name)
        if here == ("checklist",):
            continue
        if not isinstance(value, dict) or not value:
            rules[name] = value
        elif here in _LISTS or (len(here) == 3 and (here[0], "*", here[2]) in _LISTS):
            rules[name] = sorted(value)
        elif not (_is_text(value) or _is_plain_text(value) or all(map(_is_plain_text, value.values()))):
            rules[name] = _rules(value, here)
    return rules


def _is_text(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"fi", "sv", "en"}
        and all(isinstance(words, str) for words in value.values())
    )


def _is_plain_text(value: Any) -> bool:
    """A text for clients: plain words, with a heading or without."""
    return isinstance(value, dict) and value.keys() <= {"title", "text"} and _is_text(value.get("text"))
