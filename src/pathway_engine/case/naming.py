"""Finding what a person named: ids and labels, looked up where they belong.

The same label may stand in two catalogues or two records ("muu", "päivä"): a name is looked up inside its own scope.
Several entries of one move share its label; they are one move to whoever types it.
"""

from __future__ import annotations

__all__ = ["Naming"]

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

from attrs import frozen

from pathway_engine.definition.labels import Labels, likened
from pathway_engine.definition.model import Pathway
from pathway_engine.text import LANGUAGES, Message, Ref, message

_FEW = 8
_LONGEST_TYPED = 200


@frozen
class Naming:
    """Looks up what was typed in the labels of a pathway."""

    pathway: Pathway
    labels: Labels

    def find(self, kind: str, typed: str) -> str | None:
        """Give the id of a thing that belongs to the pathway itself; None when unknown or ambiguous."""
        found = self.labels.candidates(kind, typed)
        if len(found) == 1:
            return None if self._is_scoped(kind, found[0]) else found[0]
        return _one(each for each in found if not self._is_scoped(kind, each))

    def find_in(self, kind: str, scope: str, typed: str) -> str | None:
        """Give the id, without its scope, of an option of a catalogue, a field of a record or a move of a service."""
        prefix = f"{scope}."
        if self.labels.candidates(kind, prefix + typed) == (prefix + typed,):
            return typed
        found = (each for each in self.labels.candidates(kind, typed) if each.startswith(prefix))
        return _one(each.removeprefix(prefix) for each in found)

    def trigger(self, typed: str) -> str | None:
        """Give the trigger of a move of the main path; entries that share a trigger are one move."""
        if typed in self._triggers:
            return typed
        moves = self.pathway.transitions
        return _one(moves[each].trigger or each for each in self.labels.candidates("move", typed) if each in moves)

    def reasons_of(self, trigger: str) -> str:
        """Give the catalogue from which a move's reason is given; empty when it asks for none."""
        return self._reasons.get(trigger, "")

    @cached_property
    def _triggers(self) -> frozenset[str]:
        return frozenset(move.trigger for move in self.pathway.transitions.values())

    @cached_property
    def _reasons(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for key, move in self.pathway.transitions.items():
            for name in {key, move.trigger} if move.reasons else ():
                found.setdefault(name, move.reasons)
        return found

    def hint(self, kind: str, typed: str) -> Message:
        """Give what was perhaps meant, as a sentence; an empty one when nothing is near."""
        near = (each for label in self.labels.suggestions(kind, typed, "fi") for each in self._called(kind, label))
        refs = tuple(Ref(kind, each) for each in dict.fromkeys(near))
        return message("did-you-mean", names=refs) if refs else message("plain", text="")

    def hint_in(self, kind: str, scope: str, typed: str, known: Collection[str]) -> Message:
        """Give what was perhaps meant of what belongs to one record or the like; all of it when it is little.

        Args:
            kind: What is named, such as "field".
            scope: Id of what it belongs to.
            typed: What was typed.
            known: What there is, by id without the scope.
        """
        called: dict[str, dict[str, None]] = {}
        for each in known:
            labels = (self.labels.label(kind, f"{scope}.{each}", language) for language in LANGUAGES)
            for words in (each, *labels):
                called.setdefault(likened(words), {})[each] = None
        close = get_close_matches(likened(typed[:_LONGEST_TYPED]), list(called), n=3, cutoff=0.6)
        near = dict.fromkeys(each for words in close for each in called[words])
        refs = tuple(Ref(kind, f"{scope}.{each}") for each in near or (known if len(known) <= _FEW else ()))
        return message("did-you-mean", names=refs) if refs else message("plain", text="")

    def _called(self, kind: str, label: str) -> Iterable[str]:
        return (each for each in self.labels.candidates(kind, label) if not self._is_scoped(kind, each))

    def _is_scoped(self, kind: str, id_: str) -> bool:
        return kind in {"move", "deadline", "state"} and id_.partition(".")[0] in self.pathway.services


def _one(found: Iterable[str]) -> str | None:
    several = list(dict.fromkeys(found))
    return several[0] if len(several) == 1 else None
