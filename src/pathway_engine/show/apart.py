"""Names for a picture: of two things with one label each has its id beside it, so that they are told apart."""

from __future__ import annotations

__all__ = ["apart"]

from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway


def apart(pathway: Pathway, labels: Labels, kind: str, name: str, language: str, service: str = "") -> str:
    """Name a state or a move so that no other of the same machine is named so.

    Entries of one move, which differ in where they start, are one to whoever makes it and need no telling apart.

    Args:
        pathway: The definition.
        labels: Its labels.
        kind: `state` or `move`.
        name: Its id, inside its service.
        language: `fi`, `sv` or `en`.
        service: The service whose own it is; empty for the path itself.
    """
    prefix = f"{service}." if service else ""
    label = labels.label(kind, f"{prefix}{name}", language)
    moves = pathway.services[service].transitions if service else pathway.transitions
    things = (pathway.services[service].states if service else pathway.states) if kind == "state" else moves

    def word(each: str) -> str:
        return (moves[each].trigger or each) if kind == "move" and each in moves else each

    alike = (each for each in things if labels.label(kind, f"{prefix}{each}", language) == label)
    return f"{label} ({name})" if any(word(each) != word(name) for each in alike) else label
