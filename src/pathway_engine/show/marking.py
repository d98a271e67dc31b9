"""Marks on the states and moves of a drawing: what scenarios touch, here or where it was written, and what none does.

A mark is a sign as well as a colour, so that it is read on paper and by people who do not see the colours.
"""

from __future__ import annotations

__all__ = ["INHERITED", "SIGNS", "TOUCHED", "UNTOUCHED", "Marks"]

from collections.abc import Iterable, Mapping

from attrs import field, frozen

TOUCHED, INHERITED, UNTOUCHED = "touched", "inherited", "untouched"

SIGNS: Mapping[str, str] = {TOUCHED: "✓", INHERITED: "↑", UNTOUCHED: "✗"}
"""How a mark is written where it cannot be drawn."""

_WORST_FIRST = (UNTOUCHED, INHERITED, TOUCHED)


@frozen
class Marks:
    """What is known of each state and move of a pathway.

    Args:
        states: Id of a state, `service.state` in a service -> `touched`, `inherited` or `untouched`.
        moves: Entry of a move, `service.move` in a service -> the same.
        notes: Entry of a move -> a few letters that stand at the end of its line.
    """

    states: Mapping[str, str]
    moves: Mapping[str, str]
    notes: Mapping[str, str] = field(factory=dict)

    def of_state(self, state: str, service: str = "") -> str:
        """Give the mark of a state."""
        return self.states.get(_full(state, service), UNTOUCHED)

    def of_moves(self, names: Iterable[str], service: str = "") -> str:
        """Give the mark of moves that share one line: the worst of theirs."""
        found = {self.moves.get(_full(name, service), UNTOUCHED) for name in names}
        return next(each for each in _WORST_FIRST if each in found or each == TOUCHED)

    def note_of(self, names: Iterable[str], service: str = "") -> str:
        """Give the notes of moves that share one line."""
        notes = (self.notes.get(_full(name, service), "") for name in names)
        return ", ".join(dict.fromkeys(each for each in notes if each))


def _full(name: str, service: str) -> str:
    return f"{service}.{name}" if service else name
