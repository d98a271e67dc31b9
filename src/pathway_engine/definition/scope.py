"""The names a pathway knows, and the telling of those it does not."""

from __future__ import annotations

__all__ = ["References", "Scope"]

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from pathway_engine.definition.findings import Findings, Word
from pathway_engine.definition.model import Dated, RecordType
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.tree import Path, Table, scalar_text

# Where the things of each kind are defined.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "state": ("states", "groups"),
    "move": ("transitions",),
    "record": ("records",),
    "role": ("roles",),
    "organisation": ("organisations",),
    "phase": ("phases",),
    "flag": ("flags",),
    "permit": ("permits",),
    "service": ("services",),
    "capacity": ("capacities",),
    "catalogue": ("catalogues",),
}


@frozen
class Scope:
    """The ids that may be named at some place, by kind.

    They are taken from the tree rather than from the pathway: an entry with a fault in it is still
    there to be named, and reporting it as unknown as well would only confuse.

    Args:
        ids: The ids of each kind.
        records: The record types that are sound.
        fields: The fields of every record type.
        items: The items of every catalogue.
    """

    ids: Mapping[str, frozenset[str]]
    records: Mapping[str, RecordType]
    fields: Mapping[str, frozenset[str]]
    items: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, tree: Table, records: Mapping[str, RecordType]) -> Scope:
        """Give the scope of the main path."""
        ids = {
            kind: frozenset(name for section in sections for name in tree.table(section).entries)
            for kind, sections in SECTIONS.items()
        }
        return cls(
            {**ids, "move": ids["move"] | _triggers(tree)},
            records,
            _inner(tree, "records", "fields"),
            _inner(tree, "catalogues", "items"),
        )

    def inside(self, service: Table) -> Scope:
        """Give the scope of a service: its own states and moves, and all else of the pathway."""
        own = {
            "state": frozenset(service.table("states").entries),
            "move": frozenset(service.table("transitions").entries) | _triggers(service),
        }
        return evolve(self, ids={**self.ids, **own})


def _triggers(tree: Table) -> frozenset[str]:
    moves = tree.table("transitions").entries.values()
    words = (scalar_text(move.node.get("trigger")) for move in moves if isinstance(move.node, Table))
    return frozenset(word for word in words if word)


def _inner(tree: Table, section: str, key: str) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(entry.node.table(key).entries)
        for name, entry in tree.table(section).entries.items()
        if isinstance(entry.node, Table)
    }


@frozen
class References:
    """Checks names against a scope, and notes each that leads nowhere at its place.

    Args:
        scope: The names there are.
        origins: Gives the places.
        findings: Takes what is found.
    """

    scope: Scope
    origins: Origins
    findings: Findings

    def one(self, kind: str, name: str, *path: str | int, besides: tuple[str, ...] = ()) -> None:
        """Check one name; an empty one stands for none."""
        if name and name not in besides and name not in self.scope.ids[kind]:
            homes = [(section, name) for section in SECTIONS[kind]]
            self.unknown(kind, name, {*self.scope.ids[kind], *besides}, path, homes)

    def each(self, kind: str, names: Iterable[str], *path: str | int, besides: tuple[str, ...] = ()) -> None:
        """Check each name of a list."""
        for index, name in enumerate(names):
            self.one(kind, name, *path, index, besides=besides)

    def dated(self, kind: str, value: str | Dated[str], *path: str | int) -> None:
        """Check a name, or each of those it had over time."""
        if not isinstance(value, Dated):
            self.one(kind, value, *path)
            return
        for index, period in enumerate(value.dated):
            self.one(kind, period.value, *path, "dated", index, "value")

    def dated_lists(self, kind: str, value: tuple[str, ...] | Dated[tuple[str, ...]], *path: str | int) -> None:
        """Check the names of a list, or of each list there was over time."""
        if not isinstance(value, Dated):
            self.each(kind, value, *path)
            return
        for index, period in enumerate(value.dated):
            self.each(kind, period.value, *path, "dated", index, "value")

    def field(self, record: str, name: str, *path: str | int) -> None:
        """Check the name of a field; an unknown record is no reason to doubt its fields."""
        fields = self.scope.fields.get(record)
        if fields is not None and name not in fields:
            homes = [("records", record, "fields", name)]
            self.unknown("field", name, fields, path, homes)

    def option(self, catalogue: str, name: str, *path: str | int) -> None:
        """Check the name of an item of a catalogue."""
        items = self.scope.items.get(catalogue)
        if items is not None and name not in items:
            homes = [("catalogues", catalogue, "items", name)]
            self.unknown("option", name, items, path, homes)

    def unknown(self, kind: str, name: str, known: Iterable[str], path: Path, homes: Iterable[Path] = ()) -> None:
        """Note a name nobody knows: where it was removed, if it was, else where it is used."""
        mark = self.origins.value(*path)
        removed = next(filter(None, (self.origins.removed(*home) for home in homes)), None)
        if removed:
            used = f"{mark.file}:{mark.line}"
            self.findings.add(removed, "removed-but-used", name=name, kind=Word(kind), used=used)
        else:
            self.findings.unknown(mark, "unknown-name", name, known, kind=Word(kind))

    def note(self, code: str, *path: str | int, **params: str | int | Word) -> None:
        """Note a fault of the value at a path."""
        self.findings.add(self.origins.value(*path), code, **params)

    def note_key(self, code: str, *path: str | int, **params: str | int | Word) -> None:
        """Note a fault of the thing whose key is at a path."""
        self.findings.add(self.origins.key(*path), code, **params)
