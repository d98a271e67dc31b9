"""Names in sentences that the definition does not know, with what was perhaps meant."""

from __future__ import annotations

__all__ = ["Unknown", "unknown_names"]

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from attrs import frozen

from pathway_engine.bdd.reasons import TASK_KINDS, is_acceptance, is_task_name
from pathway_engine.bdd.sentences import Match
from pathway_engine.bdd.shelves import find_pathway, known_titles, path_of, ready
from pathway_engine.case.naming import Naming
from pathway_engine.definition.labels import likened
from pathway_engine.errors import DefinitionError

_HOLE = re.compile("<[^<>]+>")
"""What no example fills in; it is told of as such."""

_KINDS = ("state", "move", "record", "role", "organisation", "permit", "service", "deadline", "flag", "task")

_PLACES: Mapping[str, tuple[str, ...]] = {
    "service": ("service", "state"),
    "task": TASK_KINDS,
}
"""What stands in a place of a sentence -> the kinds of thing that it may name, where it is not the place's own."""

_QUEUES = ("C3", "C4")
"""Sentences about a queue: one may wait for a move as well as for a service."""


@frozen
class Unknown:
    """A name that nobody knows.

    Args:
        line, column: Place of its sentence.
        typed: The name.
        near: What was perhaps meant, as words; empty when nothing is near.
        is_pathway: Whether it should name a pathway, rather than something on one.
    """

    line: int
    column: int
    typed: str
    near: str
    is_pathway: bool = False


def unknown_names(read: Iterable[tuple[Match, int, int]], folder: Path | None, language: str) -> Iterator[Unknown]:
    """Look up the names of one scenario in the pathway that it uses.

    Args:
        read: Its sentences, each with line and column.
        folder: Where the feature stands.
        language: Language of the suggestions.
    """
    naming: Naming | None = None
    for match, line, column in read:
        if match.id == "T1":
            try:
                pathway = find_pathway(match.values["pathway"], folder)
            except DefinitionError:
                return  # the definition's own faults are told by `pathway check`
            naming = ready(pathway)[1] if pathway is not None else None
            if pathway is None:
                typed = match.values["pathway"]
                yield Unknown(line, column, typed, _near_pathways(typed, folder), is_pathway=True)
            continue
        for kind, typed in match.values.items():
            kinds = _PLACES.get(kind, (kind,))
            kinds = (*kinds, "move") if match.id in _QUEUES else kinds
            if (
                naming is None
                or kind not in _KINDS
                or _HOLE.search(typed)
                or any(_known(naming, each, typed) for each in kinds)
                or (kind == "deadline" and is_acceptance(typed))
                or (kind == "task" and is_task_name(naming.labels, typed))
            ):
                continue
            near = dict.fromkeys(name for each in kinds for name in naming.labels.suggestions(each, typed, language))
            yield Unknown(line, column, typed, ", ".join(f"”{each}”" for each in near))


def _near_pathways(typed: str, folder: Path | None) -> str:
    """Give the ids of the definitions that are called almost so, as words."""
    names = get_close_matches(likened(typed[:200]), known_titles(folder), n=3, cutoff=0.6)
    ids = dict.fromkeys(path.stem for each in names if (path := path_of(each, folder)))
    return ", ".join(f"”{each}”" for each in ids)


def _known(naming: Naming, kind: str, typed: str) -> bool:
    """Tell whether anything is called so; a move also by the word that several moves may share."""
    return bool(naming.labels.candidates(kind, typed)) or (kind == "move" and naming.trigger(typed) is not None)
