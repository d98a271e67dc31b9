"""Finding the files a definition rests on: its bases in order, and the fragments it uses.

`extends` names one definition or an ordered list, each by name or `name@version`. The files form a
graph without cycles; it is put in one order in which every file comes after all it extends, a file
that is reached twice counts where it is reached first, and later files win.
"""

from __future__ import annotations

__all__ = ["FRAGMENT_KEYS", "PARAMETER_KEYS", "PARAMETER_NAME", "Layer", "Library", "in_order"]

import re
from functools import lru_cache
from typing import NamedTuple

from pathway_engine.definition.findings import Finding, Findings, Halt, Word
from pathway_engine.definition.reader import read
from pathway_engine.definition.shorthand import PATHWAY, written_out
from pathway_engine.definition.sources import (
    FRAGMENTS,
    SUPERSEDED,
    Document,
    NotRegular,
    Sources,
    is_safe_name,
    is_safe_version,
)
from pathway_engine.definition.tree import Mark, Node, Table, items_of, scalar_text
from pathway_engine.text import LANGUAGES

MOST_LEVELS = 16
MOST_FILES = 64

# What a fragment may bring into the pathway that uses it.
JOINED = ("catalogues", "roles", "organisations", "phases", "flags", "permits", "records", "capacities")
PARAMETER_NAME = re.compile("[a-z][a-z0-9_]*")
PARAMETER_KEYS = ("default", "title", *LANGUAGES)
FRAGMENT_KEYS = (
    "fragment",
    "title",
    "parameters",
    "states",
    "transitions",
    "deadlines",
    *JOINED,
)


class Layer(NamedTuple):
    """One file of a pathway, in its long form."""

    name: str
    version: str
    file: str
    tree: Table


class Library:
    """Reads definitions and fragments by name, each once, noting what is wrong with them.

    Args:
        sources: Where the texts come from.
        findings: Takes what is found.
    """

    def __init__(self, sources: Sources, findings: Findings) -> None:
        self.files: list[str] = []
        self._sources = sources
        self._findings = findings
        self._trees: dict[tuple[str, str], Table] = {}
        # Names that lead to nothing readable, for a reason that is told already.
        self._refused: set[tuple[str, str]] = set()

    def pathway(self, name: str, version: str, mark: Mark) -> Layer | None:
        """Read a pathway; the current file if it has that version or none is asked for.

        Args:
            name: Its name.
            version: The version wanted; empty for the current one.
            mark: Where it was asked for, for what is wrong with the name.
        """
        current = self._tree("", name, mark)
        if current and version in ("", scalar_text(current.get("version"))):
            return self._checked(current, name, version)
        if version and (old := self._tree(SUPERSEDED, f"{name}@{version}", mark)):
            return self._checked(old, name, version)
        wanted = f"{name}@{version}" if version else name
        if not {("", name), (SUPERSEDED, wanted)} & self._refused:
            # Where only the version is wrong, the one that there is helps more than the bare name.
            there = (f"{name}@{scalar_text(current.get('version'))}",) if current and version else ()
            names = (*there, *self._sources.names(""), *self._sources.names(SUPERSEDED))
            self._findings.unknown(mark, "not-found", wanted, names, kind=Word("pathway"))
        return None

    def layer(self, document: Document) -> Layer | None:
        """Read a pathway of a text that is at hand."""
        tree = self._read(document)
        if tree is None:
            return None
        name, version = scalar_text(tree.get("pathway")), scalar_text(tree.get("version"))
        return Layer(name or "", version or "", document.file, tree)

    def fragment(self, name: str, mark: Mark) -> Table | None:
        """Read a fragment; its parameters are still to be filled in."""
        tree = self._tree(FRAGMENTS, name, mark)
        if tree is None:
            if (FRAGMENTS, name) not in self._refused:
                names = self._sources.names(FRAGMENTS)
                self._findings.unknown(mark, "not-found", name, names, kind=Word("fragment"))
            return None
        own = tree.entries.get("fragment")
        if own is None or scalar_text(own.node) != name:
            at = own.node.mark if own else tree.mark
            self._findings.add(at, "name-differs", name=name, key="fragment")
        for key, entry in tree.entries.items():
            if key not in FRAGMENT_KEYS:
                self._findings.unknown(entry.mark, "unknown-key", key, FRAGMENT_KEYS)
        self._check_parameters(tree.table("parameters"))
        return tree

    def _check_parameters(self, declared: Table) -> None:
        for name, entry in declared.entries.items():
            if not PARAMETER_NAME.fullmatch(name):
                self._findings.add(entry.mark, "bad-parameter", name=f"${{{name}}}")
            if not isinstance(entry.node, Table):
                self._findings.add(entry.node.mark, "wrong-type", wanted=Word("map"), found=Word("other"))
                continue
            for key, part in entry.node.entries.items():
                if key not in PARAMETER_KEYS:
                    self._findings.unknown(part.mark, "unknown-key", key, PARAMETER_KEYS)

    def _checked(self, tree: Table, name: str, version: str) -> Layer:
        for key, wanted in (("pathway", name), ("version", version)):
            entry = tree.entries.get(key)
            if wanted and (entry is None or scalar_text(entry.node) != wanted):
                at = entry.node.mark if entry else tree.mark
                self._findings.add(at, "name-differs", name=wanted, key=key)
        return Layer(name, scalar_text(tree.get("version")) or "", tree.mark.file, tree)

    def _tree(self, folder: str, stem: str, mark: Mark) -> Table | None:
        """Read a file once; None when there is none, or when it is refused with a finding."""
        key = (folder, stem)
        if key in self._trees or key in self._refused:
            return self._trees.get(key)
        name, at, version = stem.partition("@")
        if not is_safe_name(name) or (at and not is_safe_version(version)):
            self._refused.add(key)
            self._findings.add(mark, "unsafe-name", name=stem)
            return None
        if len(self._trees) + len(self._refused) >= MOST_FILES:
            raise self._findings.halt(mark, "too-many-files", most=MOST_FILES)
        try:
            document = self._sources.find(folder, stem)
        except NotRegular as error:
            self._refused.add(key)
            self._findings.add(mark, "not-a-file", name=error.file)
            return None
        if document is None:
            return None
        tree = self._read(document)
        if tree is None:
            self._refused.add(key)
        else:
            self._trees[key] = tree
        return tree

    def _read(self, document: Document) -> Table | None:
        self.files.append(document.file)
        if len(document.data) > _REMEMBERED:
            tree, found = _long_form(document)
        else:
            tree, found = _remembered(document)
        for finding in found:
            self._findings.put(finding)
        return tree


def _long_form(document: Document) -> tuple[Table | None, tuple[Finding, ...]]:
    """Read a file into its long form; without a tree when it cannot be read."""
    findings = Findings()
    try:
        tree = written_out(read(document.data, document.file, findings), PATHWAY)
    except Halt:
        return None, tuple(findings)
    return tree if isinstance(tree, Table) else None, tuple(findings)


# Loading all regions reads their common base and fragments once. Trees are values, so they can be
# shared; there is room for twice the files of today's regions, and larger files would take too much.
_REMEMBERED = 128 * 1024
_remembered = lru_cache(maxsize=64)(_long_form)


def in_order(top: Layer, library: Library, findings: Findings) -> list[Layer]:
    """Give the files a pathway is made of, every one after all it extends, `top` last."""
    layers: dict[str, Layer] = {}

    def visit(layer: Layer, trail: tuple[str, ...]) -> None:
        for node in items_of(layer.tree.get("extends")):
            wanted = _wanted(node, findings)
            if wanted is None or not _may_follow(wanted, node.mark, trail, layers, findings):
                continue
            base = library.pathway(*wanted, node.mark)
            if base is not None:
                visit(base, (*trail, base.name))
        layers[layer.name] = layer

    visit(top, (top.name,))
    return list(layers.values())


def _wanted(node: Node, findings: Findings) -> tuple[str, str] | None:
    text = scalar_text(node)
    if not text:
        findings.add(node.mark, "wrong-type", wanted=Word("name"), found=Word("other"))
        return None
    name, at, version = text.partition("@")
    if not is_safe_name(name) or (at and not is_safe_version(version)):
        findings.add(node.mark, "unsafe-name", name=text)
        return None
    return name, version


def _may_follow(
    wanted: tuple[str, str],
    mark: Mark,
    trail: tuple[str, ...],
    layers: dict[str, Layer],
    findings: Findings,
) -> bool:
    """Tell whether a base is still to be read; a cycle or a chain without end is noted."""
    name, version = wanted
    if name in trail:
        findings.add(mark, "extends-cycle", name=" → ".join((*trail, name)))
    elif len(trail) >= MOST_LEVELS:
        findings.add(mark, "extends-too-long", most=MOST_LEVELS)
    elif name in layers:
        read_already = layers[name].version
        if version and version != read_already:
            findings.add(mark, "extends-conflict", name=name, first=read_already, second=version)
    else:
        return True
    return False
