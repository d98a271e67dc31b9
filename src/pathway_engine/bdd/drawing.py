"""Coverage as a drawing: every state and move with its sign, and how many of its refusals are shown."""

from __future__ import annotations

__all__ = ["marks_of", "named"]

from collections import Counter
from collections.abc import Iterable, Iterator

from pathway_engine.bdd.coverage import Coverage
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.show.marking import INHERITED, TOUCHED, UNTOUCHED, Marks
from pathway_engine.text import message, render


def marks_of(pathway: Pathway, found: Iterable[Coverage], language: str) -> Marks:
    """Give the signs of a drawing.

    Args:
        pathway: The definition.
        found: How much of each kind is touched.
        language: Language of the notes.
    """
    by_kind = {each.kind: each for each in found}
    return Marks(_signs(by_kind["state"]), _signs(by_kind["move"]), dict(_notes(pathway, by_kind["refusal"], language)))


def _signs(found: Coverage) -> dict[str, str]:
    return {
        **dict.fromkeys(found.here, TOUCHED),
        **dict.fromkeys(found.inherited, INHERITED),
        **dict.fromkeys(found.untouched, UNTOUCHED),
    }


def _notes(pathway: Pathway, found: Coverage, language: str) -> Iterator[tuple[str, str]]:
    """Tell of every move with requirements how many of them some scenario shows unmet."""
    total, touched = Counter[str](), Counter[str]()
    for id_ in (*found.here, *found.inherited, *found.untouched):
        tried = id_.partition(": ")[0]
        total[tried] += 1
        touched[tried] += id_ not in found.untouched
    for key, tried in _tried(pathway):
        if tried in total:
            counts = {"touched": str(touched[tried]), "total": str(total[tried])}
            yield key, render(message("diagram-refusals", **counts), language)


def _tried(pathway: Pathway) -> Iterator[tuple[str, str]]:
    """Give every move with what is tried when it is: its trigger."""
    for key, move in pathway.transitions.items():
        yield key, move.trigger or key
    for name, service in pathway.services.items():
        for key, move in service.transitions.items():
            yield f"{name}.{key}", f"{name}.{move.trigger or key}"


def named(labels: Labels, kind: str, id_: str, language: str) -> str:
    """Name a thing that no scenario touches, with its id."""
    tried, _, requirement = id_.partition(": ")
    word = {"refusal": "move", "handover": "move"}.get(kind, kind)
    label = labels.label(word, tried, language)
    if label == tried:
        label = labels.label("service", tried, language)
    return f"{label} ({tried}): {requirement}" if requirement else f"{label} ({id_})"
