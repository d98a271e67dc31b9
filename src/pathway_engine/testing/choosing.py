"""Choosing among things: by hypothesis, so that a failing example is made small, or by a seeded random generator."""

from __future__ import annotations

__all__ = ["Chooser"]

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from attrs import frozen

T = TypeVar("T")


@frozen
class Chooser:
    """Makes every choice of a generated example.

    Args:
        below: Gives a whole number from 0 up to, but not including, its argument. Small numbers are the simple
            choices: hypothesis shrinks towards them.
    """

    below: Callable[[int], int]

    def one(self, options: Iterable[T]) -> T:
        """Choose one of these; the first is the simplest."""
        choices = options if isinstance(options, Sequence) else list(options)
        return choices[self.below(len(choices))]

    def some(self, options: Iterable[T], least: int = 0, most: int = 3) -> tuple[T, ...]:
        """Choose between `least` and `most` different ones of these, in their own order."""
        rest = list(options)
        wanted = min(len(rest), self.between(least, most))
        left_out = len(rest) - wanted
        for _ in range(left_out):
            rest.pop(len(rest) - 1 - self.below(len(rest)))
        return tuple(rest)

    def between(self, least: int, most: int) -> int:
        """Choose a whole number, both ends included."""
        return least + self.below(most - least + 1)

    def once_in(self, times: int) -> bool:
        """Tell whether something happens that happens once in so many times; the simple choice is that it does not."""
        return self.below(times) == times - 1
