"""What is found wrong while a definition is loaded: gathered first, put into words last.

Every step adds what it finds to one `Findings` and goes on as long as that makes sense, so that a
planner sees all mistakes of a file at once.
"""

from __future__ import annotations

__all__ = ["Finding", "Findings", "Halt", "Word", "closest"]

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Literal

from attrs import field, frozen

from pathway_engine.definition.tree import Mark
from pathway_engine.errors import DefinitionError, Problem
from pathway_engine.text import text_of

Severity = Literal["error", "warning", "info"]

# Alike enough to be a slip of the keys; below it a list of what exists helps more than a guess.
_ALIKE = 0.6
_MOST_LISTED = 8
# A hostile file could be nothing but faults.
_MOST_FINDINGS = 500


@frozen
class Word:
    """A word of the catalogue that stands as a parameter: `Word("state")` is "tila" in Finnish."""

    key: str


Param = str | int | Word


class Halt(Exception):
    """Going on makes no sense: what was found so far is all there will be."""


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Give the one of `known` that `typed` was most likely meant to be, or None."""
    found = get_close_matches(typed[:100], sorted(known), n=1, cutoff=_ALIKE)
    return found[0] if found else None


@frozen
class Finding:
    """One fault: its place, its stable code, and the parameters of its message, and hints."""

    mark: Mark
    code: str
    params: dict[str, Param] = field(factory=dict)
    hints: tuple[str, ...] = ()
    severity: Severity = "error"

    def problem(self, language: str) -> Problem:
        """Put the fault into words in `language`."""
        codes = (self.code, *self.hints)
        words = " ".join(_sentence(code, self.params, language) for code in codes)
        return Problem(*self.mark, self.code, words, self.severity)


def _sentence(code: str, params: dict[str, Param], language: str) -> str:
    shown = {
        name: text_of(f"definition.word.{value.key}", language) if isinstance(value, Word) else _legible(value)
        for name, value in params.items()
    }
    return text_of(f"definition.{code}", language).format_map(shown)


def _legible(value: str | int) -> str:
    """Cut what a file brought along to a length for one line, without anything unprintable."""
    text = str(value)
    text = text if len(text) <= 120 else f"{text[:117]}…"
    return "".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in text)


class Findings:
    """The faults found so far, in the order they were found."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(self, mark: Mark, code: str, /, *hints: str, **params: Param) -> None:
        """Add a fault; `hints` name further sentences of the catalogue.

        Raises:
            Halt: There are so many already that no more are wanted.
        """
        self.put(Finding(mark, code, params, hints))

    def warn(self, mark: Mark, code: str, /, *hints: str, **params: Param) -> None:
        """Add what is not quite right, but forbids nothing."""
        self.put(Finding(mark, code, params, hints, "warning"))

    def info(self, mark: Mark, code: str, /, *hints: str, **params: Param) -> None:
        """Add what the author may like to know."""
        self.put(Finding(mark, code, params, hints, "info"))

    def put(self, finding: Finding) -> None:
        """Add a fault that is at hand.

        Raises:
            Halt: There are so many already that no more are wanted.
        """
        self._found.append(finding)
        if len(self._found) >= _MOST_FINDINGS:
            raise Halt

    def halt(self, mark: Mark, code: str, /, *hints: str, **params: Param) -> Halt:
        """Add a fault after which nothing more can be found; the caller raises what is returned."""
        self._found.append(Finding(mark, code, params, hints))
        return Halt()

    def unknown(self, mark: Mark, code: str, typed: str, known: Iterable[str], **params: Param) -> None:
        """Add a fault about a name nobody knows, with what it may have meant."""
        names = sorted(known)
        guess = closest(typed, names)
        if guess:
            self.add(mark, code, "did-you-mean", name=typed, guess=guess, **params)
        elif 0 < len(names) <= _MOST_LISTED:
            self.add(mark, code, "known-are", name=typed, known=", ".join(names), **params)
        else:
            self.add(mark, code, name=typed, **params)

    @property
    def errors(self) -> bool:
        """Whether anything found forbids using the definition."""
        return any(finding.severity == "error" for finding in self._found)

    def problems(self, language: str) -> list[Problem]:
        """Put all faults into words, each once, in the order of the text."""
        return sorted(dict.fromkeys(finding.problem(language) for finding in self._found))

    def raise_errors(self, language: str) -> None:
        """Raise `DefinitionError` with everything found, if any of it is an error."""
        if self.errors:
            raise DefinitionError(self.problems(language))
