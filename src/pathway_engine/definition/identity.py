"""Ids: how they are made, and that no two of them look alike."""

from __future__ import annotations

__all__ = ["DOTTED_ID", "FLAT_SECTIONS", "LONGEST_ID", "PLAIN_ID", "check_ids", "folded"]

import re
from collections.abc import Iterator
from unicodedata import normalize

from pathway_engine.definition.findings import Findings
from pathway_engine.definition.model import ANY_STATE, PREVIOUS
from pathway_engine.definition.sources import is_safe_name, is_safe_version
from pathway_engine.definition.tree import Table, scalar_text

NOTE = "note"
PLAIN_ID = "[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
DOTTED_ID = rf"{PLAIN_ID}(?:\.{PLAIN_ID})*"
LONGEST_ID = 64
_ID = re.compile(PLAIN_ID)

_SECTIONS = (
    "catalogues",
    "roles",
    "organisations",
    "phases",
    "flags",
    "permits",
    "records",
    "states",
    "groups",
    "transitions",
    "deadlines",
    "services",
    "capacities",
    "retention",
    "plain",
)
# Only what fragments bring may have a dot: the group's id before it, and that group must exist.
FLAT_SECTIONS = ("states", "transitions", "deadlines")
_WITHIN = {
    "catalogues": ("items",),
    "records": ("fields",),
    "services": ("states", "transitions", "deadlines"),
}


def folded(name: str) -> str:
    """Give the form in which two names that a reader would take for one are the same."""
    return normalize("NFKC", normalize("NFKC", name).casefold())


def check_ids(tree: Table, findings: Findings) -> None:
    """Check the pathway's name and version and the ids of everything in it."""
    for key, fits in (("pathway", is_safe_name), ("version", is_safe_version)):
        node = tree.get(key)
        text = scalar_text(node)
        if node is not None and text is not None and not fits(text):
            findings.add(node.mark, "bad-name", key=key, name=text)
    groups = set(tree.table("groups").entries)
    for table, dotted in _tables(tree):
        _check_table(table, groups if dotted else set(), findings)
    for name in (ANY_STATE, PREVIOUS):
        for section in ("states", "groups"):
            if entry := tree.table(section).entries.get(name):
                findings.add(entry.mark, "reserved-id", name=name)
    for record in tree.table("records").entries:
        # The note of whoever makes a record is sealed beside its fields, under this name.
        if entry := tree.table("records").table(record).table("fields").entries.get(NOTE):
            findings.add(entry.mark, "reserved-id", name=NOTE)


def _tables(tree: Table) -> Iterator[tuple[Table, bool]]:
    for section in _SECTIONS:
        table = tree.table(section)
        yield table, section in FLAT_SECTIONS
        for key in _WITHIN.get(section, ()):
            for entry in table.entries.values():
                if isinstance(entry.node, Table):
                    yield entry.node.table(key), False


def _check_table(table: Table, groups: set[str], findings: Findings) -> None:
    seen: dict[str, str] = {}
    for name, entry in table.entries.items():
        group, dot, own = name.rpartition(".")
        if not _is_id(own) or (dot and not _is_id(group)) or len(name) > LONGEST_ID:
            findings.add(entry.mark, "bad-id", name=name)
        elif dot and group not in groups:
            findings.add(entry.mark, "no-group", name=name, group=group)
        twin = seen.setdefault(folded(name), name)
        if twin != name:
            findings.add(entry.mark, "twin-ids", name=name, first=twin)


def _is_id(name: str) -> bool:
    return _ID.fullmatch(name) is not None
