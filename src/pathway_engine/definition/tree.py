"""The tree a definition file is read into: plain values that know where they stand.

Overlays and fragments only move these nodes about, so whatever ends up in a pathway still knows the
file, line and column it was written at. Nodes are tuples: reading makes ten thousand of them.
"""

from __future__ import annotations

__all__ = [
    "Entry",
    "Items",
    "Mark",
    "Node",
    "Path",
    "Plain",
    "Scalar",
    "ScalarValue",
    "Table",
    "items_of",
    "plain",
    "scalar_text",
    "with_entries",
]

from collections.abc import Mapping
from typing import Any, NamedTuple

ScalarValue = str | int | bool | None
Plain = Any  # dict, list, str, int, bool or None, as a JSON reader would give them
Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place in a file; line and column are counted from 1, columns in characters."""

    file: str
    line: int
    column: int


class Scalar(NamedTuple):
    """A single value; `bare` when it was written without quotes."""

    value: ScalarValue
    mark: Mark
    bare: bool = False


class Items(NamedTuple):
    """A list."""

    nodes: tuple[Node, ...]
    mark: Mark


class Entry(NamedTuple):
    """What a key leads to, and the place of the key itself."""

    mark: Mark
    node: Node


class Table(NamedTuple):
    """A map, in the order of the file."""

    entries: Mapping[str, Entry]
    mark: Mark

    def get(self, key: str) -> Node | None:
        """Give the node under a key, or None."""
        entry = self.entries.get(key)
        return entry.node if entry else None

    def table(self, key: str) -> Table:
        """Give the map under a key; an empty one when there is none, or when it is no map."""
        node = self.get(key)
        return node if isinstance(node, Table) else Table({}, self.mark)


Node = Scalar | Items | Table


def plain(node: Node) -> Plain:
    """Give the bare value of a node, without any places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(each) for each in node.nodes]
    return {key: plain(entry.node) for key, entry in node.entries.items()}


def scalar_text(node: Node | None) -> str | None:
    """Give the text of a scalar node, or None when it is something else."""
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def items_of(node: Node | None) -> tuple[Node, ...]:
    """Give the members of a list; a single value counts as a list of one."""
    if node is None:
        return ()
    return node.nodes if isinstance(node, Items) else (node,)


def with_entries(table: Table, **changes: Entry | None) -> Table:
    """Give the map with some entries set, or dropped where the change is None."""
    entries = dict(table.entries)
    for key, entry in changes.items():
        if entry is None:
            entries.pop(key, None)
        else:
            entries[key] = entry
    return Table(entries, table.mark)
