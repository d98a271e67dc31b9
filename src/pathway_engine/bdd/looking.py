"""One scenario as its sentences say it: names, days and values that do not fit, each with its place."""

from __future__ import annotations

__all__ = ["Said", "Unfit", "unfit"]

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from attrs import define, frozen

from pathway_engine.bdd.fitting import View, day_fault, faults
from pathway_engine.bdd.outlines import HOLE, Cell
from pathway_engine.bdd.sentences import Match
from pathway_engine.bdd.shelves import find_pathway, known_titles, path_of, ready
from pathway_engine.bdd.tabling import table_faults
from pathway_engine.case.fields import read_date
from pathway_engine.definition.labels import Labels, likened
from pathway_engine.errors import DefinitionError
from pathway_engine.testing.desk import START
from pathway_engine.text import Message, message

_FIRST = START.date()
"""The day on which a scenario stands that does not say it."""

_NEEDS_NO_PATHWAY = ("T1", "T2", "T3")
_ASKS_WHAT_CAME = ("E1", "E2", "E3", "E4", "E6")
"""Sentences about what came of the last try."""

_TRIES = ("S", "P", "K", "V", "L", "A", "C4")
"""Beginnings of the ids of sentences by which something is done or tried."""


@frozen
class Said:
    """A sentence of a scenario as it was read.

    Args:
        match: What it is; None for one that only a host may know.
        line, column: Where it stands.
        place: Gives line and column of something that it names.
        table: The table below it, header and all.
    """

    match: Match | None
    line: int
    column: int
    place: Callable[[str], tuple[int, int]]
    table: tuple[tuple[Cell, ...], ...] = ()


@frozen
class Unfit:
    """Something that does not fit.

    Args:
        line, column: Its place.
        what: What to say of it.
        labels: Labels of the pathway in use, to say it with.
        is_error: False for what only should be looked at.
        is_of_course: True for what hangs on the sentences before it, which a host may have of its own.
    """

    line: int
    column: int
    what: Message
    labels: Labels | None = None
    is_error: bool = True
    is_of_course: bool = False


def unfit(said: Iterable[Said], folder: Path | None, language: str) -> Iterator[Unfit]:
    """Look through the sentences of one scenario in the pathway that it uses.

    Args:
        said: Its sentences, those of the background first.
        folder: Where the feature stands.
        language: Language of the suggestions.
    """
    walk = _Walk(folder, language)
    for each in said:
        if each.match is None:
            walk.strange = True
            continue
        yield from walk.sentence(each, each.match)
        if walk.is_over:
            return


@define
class _Walk:
    folder: Path | None
    language: str
    view: View | None = None
    day: date = _FIRST
    strange: bool = False
    tried: bool = False
    is_over: bool = False

    def sentence(self, said: Said, match: Match) -> Iterator[Unfit]:
        if match.id == "T1":
            yield from self._pathway(said, match)
            return
        if self.view is None and match.id not in _NEEDS_NO_PATHWAY and not self.strange:
            yield Unfit(said.line, said.column, message("lint-no-pathway-said"), is_of_course=True)
            self.is_over = True
            return
        if match.id in _ASKS_WHAT_CAME and not (self.tried or self.strange):
            yield Unfit(said.line, said.column, message("lint-nothing-tried"), is_of_course=True)
        self.tried = self.tried or match.id.startswith(_TRIES)
        if self.view is None:
            yield from self._day(said, match.values.get("day", ""))
            return
        labels = self.view.naming.labels
        for typed, what in faults(self.view, match):
            yield Unfit(*said.place(typed), what, labels, is_of_course=what.code == "bdd-back-in-time")
        for cell, what, is_error in table_faults(self.view, match, said.table):
            yield Unfit(cell.line, cell.column, what, labels, is_error)

    def _day(self, said: Said, typed: str) -> Iterator[Unfit]:
        """A day that is said before the pathway is kept for it."""
        wrong = day_fault(typed, self.language) if typed and not HOLE.search(typed) else None
        if wrong is not None:
            yield Unfit(*said.place(typed), wrong)
        elif typed:
            self.day = read_date(typed)

    def _pathway(self, said: Said, match: Match) -> Iterator[Unfit]:
        typed = match.values["pathway"]
        if HOLE.search(typed):
            self.is_over = True
            return
        try:
            pathway = find_pathway(typed, self.folder)
        except DefinitionError:
            self.is_over = True  # the definition's own faults are told by `pathway check`
            return
        if pathway is None:
            near = _near_pathways(typed, self.folder)
            what = message("lint-pathway" if near else "lint-pathway-only", typed=typed, near=near)
            yield Unfit(*said.place(typed), what)
            self.is_over = True
            return
        day = self.view.day if self.view is not None else self.day
        self.view = View(ready(pathway)[1], self.language, day)


def _near_pathways(typed: str, folder: Path | None) -> str:
    """Give the ids of the definitions that are called almost so, as words."""
    names = get_close_matches(likened(typed[:200]), known_titles(folder), n=3, cutoff=0.6)
    ids = dict.fromkeys(path.stem for each in names if (path := path_of(each, folder)))
    return ", ".join(f"”{each}”" for each in ids)
