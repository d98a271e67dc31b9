"""The definitions an engine knows: the current ones, and every one a case still runs under."""

from __future__ import annotations

__all__ = ["Library", "Shelf"]

import json
import re
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from pathway_engine.case.naming import Naming
from pathway_engine.definition.digest import from_plain, to_plain
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.errors import DefinitionNotFound, Unreadable
from pathway_engine.journal.canonical import canonical_text
from pathway_engine.machine import Machine, compile_pathway
from pathway_engine.stores.port import DefinitionRow, Definitions

_DIGEST = re.compile("[0-9a-f]{64}")


@frozen(eq=False)
class Shelf:
    """One definition, compiled, with its names."""

    machine: Machine
    naming: Naming

    @property
    def pathway(self) -> Pathway:
        """The definition."""
        return self.machine.pathway

    @property
    def labels(self) -> Labels:
        """Its labels."""
        return self.naming.labels


class Library:
    """Compiled definitions by digest.

    Args:
        pathways: The definitions in which new cases are opened.

    Raises:
        TypeError: Something else than a definition is among them, such as its name.
    """

    def __init__(self, pathways: Iterable[Pathway]) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._current: list[Shelf] = []
        self._kept: set[str] = set()
        for pathway in pathways:
            named: object = pathway
            if not isinstance(named, Pathway):
                msg = f"pathways: definitions, as load() gives them, not {type(named).__name__}"
                raise TypeError(msg)
            shelf = _shelved(pathway)
            self._shelves[pathway.digest] = shelf
            self._current.append(shelf)

    @property
    def first(self) -> Shelf:
        """The first of the definitions in which new cases are opened."""
        return self._current[0]

    def of(self, digest: str, store: Definitions) -> Shelf:
        """Give the definition of that digest: from memory, or as the store keeps it.

        Raises:
            DefinitionNotFound: Neither has it.
            Unreadable: What the store has is not as it was written.
        """
        shelf = self._shelves.get(digest)
        if shelf is None:
            # What is no digest may be anything that somebody typed: it must not reach a server's log.
            if not _DIGEST.fullmatch(digest):
                msg = "a definition is named by its digest, 64 hexadecimal digits"
                raise DefinitionNotFound(msg)
            row = store.get(digest)
            if row is None:
                msg = f"no definition with digest {digest[:12]}… is known"
                raise DefinitionNotFound(msg)
            shelf = self._shelves[digest] = _shelved(_as_kept(row))
            self._kept.add(digest)
        return shelf

    def for_new(self, name: str, pending_on: date) -> Shelf:
        """Give the definition for a matter that became pending on that day (semantics §T2).

        Args:
            name: Name of the pathway; may be left empty when only one is known.
            pending_on: The day; today's date never chooses.

        Raises:
            DefinitionNotFound: None, or more than one, is in force.
        """
        fits = [
            shelf
            for shelf in self._current
            if name in {"", shelf.pathway.pathway} and _valid(shelf.pathway, pending_on)
        ]
        names = sorted({shelf.pathway.pathway for shelf in fits})
        if len(names) != 1:
            known = ", ".join(sorted({shelf.pathway.pathway for shelf in self._current}))
            # What was asked for is not told: it may have been typed into the wrong field.
            msg = f"no single pathway of the name asked for is in force on {pending_on.isoformat()}; known: {known}"
            raise DefinitionNotFound(msg)
        # Of several versions in force the latest start counts: it was written knowing the others.
        return max(fits, key=lambda shelf: shelf.pathway.valid.from_ or date.min)

    def keep(self, shelf: Shelf, store: Definitions, *, lasting: bool) -> None:
        """Make sure the store keeps the text of a definition before a case is opened under it.

        A case is decided under its own definition for as long as it lives, so the text has to live as long. Writing
        that is not `lasting` stands in a host's transaction, which may yet roll back: it is done again the next time.
        """
        pathway = shelf.pathway
        if pathway.digest not in self._kept:
            text = canonical_text(to_plain(pathway))
            store.put(DefinitionRow(pathway.digest, pathway.pathway, pathway.version, text))
            if lasting:
                self._kept.add(pathway.digest)


def _as_kept(row: DefinitionRow) -> Pathway:
    """Read a kept definition; one that has other rules than its digest says would decide otherwise."""
    try:
        pathway = from_plain(json.loads(row.text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable(f"the kept definition {row.digest[:12]}… has no form of a definition") from error
    if pathway.digest != row.digest:
        raise Unreadable(f"the kept definition {row.digest[:12]}… is not as it was written")
    return pathway


def _shelved(pathway: Pathway) -> Shelf:
    return Shelf(compile_pathway(pathway), Naming(pathway, Labels(pathway)))


def _valid(pathway: Pathway, day: date) -> bool:
    valid = pathway.valid
    return (valid.from_ or day) <= day <= (valid.to or day)
