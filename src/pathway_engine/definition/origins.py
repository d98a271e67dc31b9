"""Where everything in a loaded pathway was written."""

from __future__ import annotations

__all__ = ["Origins"]

from collections.abc import Iterator

from attrs import field, frozen

from pathway_engine.definition.overlay import Removals
from pathway_engine.definition.tree import Items, Mark, Node, Path, Table


@frozen
class Origins:
    """The places of all keys and values of a pathway, by path.

    A path is made of YAML keys and list indexes, in the long form: `("transitions",
    "identify_need", "from", 0)`. Groups are flat: `("states", "coaching.engagement")`.

    Args:
        tree: The effective tree; each node knows the file it came from.
        removals: Where overlays removed things.
    """

    tree: Table
    removals: Removals = field(factory=Removals)

    def value(self, *path: str | int) -> Mark:
        """Give the place of a value; of the nearest thing around it when nobody wrote it."""
        return self._walk(path)[1]

    def key(self, *path: str | int) -> Mark:
        """Give the place of a key; of the nearest thing around it when nobody wrote it."""
        return self._walk(path)[0]

    def tree_at(self, *path: str) -> Table:
        """Give the map at a path; an empty one when there is none."""
        table = self.tree
        for key in path:
            table = table.table(key)
        return table

    def removed(self, *path: str | int) -> Mark | None:
        """Give the place where an overlay removed something, if one did."""
        return self.removals.at(path)

    def within(self, *path: str | int) -> Iterator[Mark]:
        """Give the places of all keys and values beneath a path, in the order of the tree."""
        node = self._find(path)
        if node is not None:
            yield from _marks(node)

    def all(self) -> Iterator[tuple[Path, Mark]]:
        """Give the place of every single value and list member, in the order of the tree."""
        yield from _leaves(self.tree, ())

    def _find(self, path: Path) -> Node | None:
        node: Node | None = self.tree
        for part in path:
            if isinstance(node, Table):
                node = node.get(str(part))
            elif isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
                node = node.nodes[part]
            else:
                return None
        return node

    def _walk(self, path: Path) -> tuple[Mark, Mark]:
        node: Node = self.tree
        key = value = self.tree.mark
        for part in path:
            if isinstance(node, Table) and (entry := node.entries.get(str(part))):
                key, node = entry.mark, entry.node
            elif isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
                node = node.nodes[part]
                key = node.mark
            else:
                return key, key
            value = node.mark
        return key, value


def _leaves(node: Node, path: Path) -> Iterator[tuple[Path, Mark]]:
    if isinstance(node, Table):
        for key, entry in node.entries.items():
            yield from _leaves(entry.node, (*path, key))
    elif isinstance(node, Items):
        for index, each in enumerate(node.nodes):
            yield from _leaves(each, (*path, index))
    else:
        yield path, node.mark


def _marks(node: Node) -> Iterator[Mark]:
    yield node.mark
    if isinstance(node, Table):
        for entry in node.entries.values():
            yield entry.mark
            yield from _marks(entry.node)
    elif isinstance(node, Items):
        for each in node.nodes:
            yield from _marks(each)
