"""Overlays: a region's file laid over the one it extends (semantics §O1).

The rules, in the order they apply at every level of the tree:

1. `replace: true` in a map: the inherited map is forgotten.
2. `remove: [names]` in a map: those keys are dropped from what is inherited. Removing what is not
   there is an error, since it means that the base is not what the region thinks it is.
3. Maps merge key by key; lists and single values replace what was inherited.
4. A list may instead be changed: `{remove: [...], add: [...]}`. Members are known by their value;
   requirements by their `id`, or `kind:target`, or kind and place for `all`, `any` and `not`.

`merge` is a fold from the left over the files, and each node keeps the place it was written at, so
the origin of every line survives.
"""

from __future__ import annotations

__all__ = ["Removals", "member_keys", "merge", "names_of"]

from collections.abc import Sequence

from attrs import field, frozen

from pathway_engine.definition.demands import KINDS
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.tree import (
    Entry,
    Items,
    Mark,
    Node,
    Path,
    Plain,
    Scalar,
    Table,
    items_of,
    plain,
    scalar_text,
)

RESERVED = ("add", "remove", "replace")
_CHANGES = {"add", "remove"}


@frozen
class Removals:
    """Where each thing was removed, so that what still refers to it can be reported there."""

    marks: dict[Path, Mark] = field(factory=dict)

    def at(self, path: Path) -> Mark | None:
        """Give the place that removed `path`, such as ("states", "planning")."""
        return self.marks.get(path)


def _says_no_changes(table: Table) -> bool:
    """Tell whether a map, with all maps in it, only says what there is, and nothing to remove, add or replace."""
    if any(word in table.entries for word in RESERVED):
        return False
    return all(_says_no_changes(entry.node) for entry in table.entries.values() if isinstance(entry.node, Table))


@frozen
class _Merger:
    findings: Findings
    removals: Removals

    def nodes(self, base: Node | None, over: Node, path: Path) -> Node:
        if not isinstance(over, Table):
            return over
        if over.entries.keys() & _CHANGES and self._changes_a_list(base, over):
            return self._changed(base, over, path)
        if not isinstance(base, Table):
            base = None
        return self._tables(base, over, path)

    @staticmethod
    def _changes_a_list(base: Node | None, over: Table) -> bool:
        # Without anything inherited, only a list can be added to.
        return isinstance(base, Items | Scalar) or (base is None and "add" in over.entries)

    def _tables(self, base: Table | None, over: Table, path: Path) -> Table:
        if base is None and _says_no_changes(over):
            return over  # most of a file is new: it need not be built again, entry by entry
        inherited = dict(base.entries) if base else {}
        if (replace := over.entries.get("replace")) and self._wanted(replace):
            if base is None:
                self.findings.add(replace.mark, "nothing-to-replace", name=_shown(path))
            inherited = {}
        if remove := over.entries.get("remove"):
            self._remove(remove, inherited, path)
        if add := over.entries.get("add"):
            self.findings.add(add.mark, "bad-overlay", "add-to-list", name="add")
        for key, entry in over.entries.items():
            if key in RESERVED:
                continue
            known = inherited.get(key)
            node = self.nodes(known.node if known else None, entry.node, (*path, key))
            # A map that was merged still stands where it was first written.
            merged = known is not None and isinstance(node, Table)
            inherited[key] = Entry(known.mark if known and merged else entry.mark, node)
        return Table(inherited, base.mark if base else over.mark)

    def _wanted(self, replace: Entry) -> bool:
        if isinstance(replace.node, Scalar) and replace.node.value is True:
            return True
        self.findings.add(replace.mark, "bad-overlay", "replace-true", name="replace")
        return False

    def _remove(self, remove: Entry, inherited: dict[str, Entry], path: Path) -> None:
        for name in items_of(remove.node):
            key = scalar_text(name)
            if key is None:
                self.findings.add(name.mark, "bad-overlay", "remove-names", name="remove")
            elif key in inherited:
                del inherited[key]
                self.removals.marks[(*path, key)] = name.mark
            else:
                self.findings.unknown(name.mark, "nothing-to-remove", key, inherited)

    def _changed(self, base: Node | None, over: Table, path: Path) -> Node:
        for key, entry in over.entries.items():
            if key not in _CHANGES:
                self.findings.add(entry.mark, "bad-overlay", "add-and-remove", name=key)
        members = dict(member_keys(items_of(base)))
        if remove := over.entries.get("remove"):
            for name in items_of(remove.node):
                key = scalar_text(name) or (str(name.value) if isinstance(name, Scalar) else "")
                if members.pop(key, None) is None:
                    self.findings.unknown(name.mark, "nothing-to-remove", key, members)
                else:
                    self.removals.marks[(*path, key)] = name.mark
        kept = list(members.values())
        if add := over.entries.get("add"):
            kept = self._added(kept, items_of(add.node))
        return Items(tuple(kept), base.mark if isinstance(base, Items) else over.mark)

    @staticmethod
    def _added(kept: list[Node], new: tuple[Node, ...]) -> list[Node]:
        """Add members; one that is there already is replaced in its place, so adding is idempotent."""
        members = dict(member_keys(tuple(kept)))
        placed = frozenset(key for key in members if _is_placed(key))
        return list((members | dict(member_keys(new, placed))).values())


def merge(base: Node | None, over: Node, findings: Findings, removals: Removals) -> Node:
    """Lay one tree over another; `base` is None for the first of them.

    What does not fit (removing what is not there, `add` to a map) goes to `findings`, and the
    merge goes on without it. Every removal is noted in `removals`.
    """
    return _Merger(findings, removals).nodes(base, over, ())


def member_keys(nodes: tuple[Node, ...], taken: frozenset[str] = frozenset()) -> list[tuple[str, Node]]:
    """Give the members of a list with the names they go by in `remove`."""
    return list(zip(names_of([_shallow(node) for node in nodes], taken), nodes, strict=True))


def names_of(members: Sequence[Plain], taken: frozenset[str] = frozenset()) -> list[str]:
    """Give the names that the members of a list go by.

    A requirement goes by its `id`, or by `record:client_plan`; `all`, `any` and `not` have no
    target and go by their place among their like: `any:1`, `any:2`. Names in `taken` are not given
    to those again. Where two members would have the same name the later one gets its place too:
    `record:note`, `record:note:2`.
    """
    names: dict[str, None] = {}
    for member in members:
        name = _name_of(member)
        number, key = 1, f"{name}:1" if name in _GROUPING else name
        while key in names or key in taken:
            number += 1
            key = f"{name}:{number}"
        names[key] = None
    return list(names)


_GROUPING = {"all", "any", "not"}


def _is_placed(key: str) -> bool:
    return key.partition(":")[0] in _GROUPING


def _shallow(node: Node) -> Plain:
    if not isinstance(node, Table):
        return plain(node)
    scalars = ((key, entry.node) for key, entry in node.entries.items())
    return {key: each.value if isinstance(each, Scalar) else None for key, each in scalars}


def _name_of(member: Plain) -> str:
    if not isinstance(member, dict):
        return str(member)
    if isinstance(own := member.get("id"), str) and own:
        return own
    kind = next((kind for kind in KINDS if kind in member), "")
    target = member.get(kind)
    return f"{kind}:{target}" if isinstance(target, str) and kind not in _GROUPING else kind


def _shown(path: Path) -> str:
    return ".".join(str(part) for part in path)
