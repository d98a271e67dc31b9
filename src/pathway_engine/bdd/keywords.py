"""Gherkin's own words, and what a line that Gherkin does not read as one was perhaps meant to be."""

from __future__ import annotations

__all__ = ["Keywords", "Slip", "keywords_of"]

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from textwrap import shorten
from typing import Any

from attrs import frozen
from gherkin.dialect import Dialect

from pathway_engine.text import LANGUAGES

_KINDS = ("feature", "background", "rule", "scenario", "scenario_outline", "examples")
_STEPS = ("given", "when", "then", "and", "but")
_OFTEN: Mapping[str, str] = {
    "sääntö": "rule",
    "säännöt": "rule",
    "skenaario": "scenario",
    "esimerkki": "scenario",
    "skenaarioaihio": "scenario_outline",
    "esimerkit": "examples",
    "toiminnallisuus": "feature",
    "taustatiedot": "background",
    "regler": "rule",
    "funktion": "feature",
    "scenarioutkast": "scenario_outline",
}
"""Words that people write, though Gherkin has others -> kind."""


@frozen
class Slip:
    """A line that was meant to be something else: code of what to say, and its parameters."""

    code: str
    params: Mapping[str, str]


@frozen
class Keywords:
    """The words of one language.

    Args:
        titles: Word before a colon -> kind.
        steps: Word at the beginning of a sentence -> kind.
        own_titles, own_steps: Kind -> the word to write in this language.
        foreign: Words of the other languages and words often written, small -> what to write instead.
    """

    titles: Mapping[str, str]
    steps: Mapping[str, str]
    own_titles: Mapping[str, str]
    own_steps: Mapping[str, str]
    foreign_titles: Mapping[str, str]
    foreign_steps: Mapping[str, str]

    def step(self, line: str) -> str:
        """Give the keyword that a line begins with; nothing when there is none."""
        first = next(iter(line.split()), "")
        return first if first in self.steps else ""

    def title_slip(self, line: str, *, sure: bool) -> Slip | None:
        """Tell whether a line was meant to begin a part of the feature: its colon or its keyword is wrong.

        Args:
            line: The line.
            sure: False for a line that may be prose: then only a word with its colon counts.
        """
        bare = line.strip()
        for word in sorted(self.titles, key=len, reverse=True):
            rest = bare[len(word) :]
            if bare.startswith(word) and not rest.startswith(":") and (not rest or not rest[0].isalnum()):
                name = rest.lstrip(" ,;.-–").partition(":")[2 if rest.lstrip().startswith(":") else 0]
                written = f"{word}: {name.strip()}".rstrip()
                return Slip("colon", {"typed": _short(bare), "keyword": _short(written)}) if sure or not rest else None
        word, colon, _ = bare.partition(":")
        typed = (word if colon else bare.partition(" ")[0]).strip()
        right = self._title(typed) if colon or sure else ""
        return Slip("title", {"typed": f"{typed}{colon}", "keyword": f"{right}:"}) if right else None

    def _title(self, typed: str) -> str:
        """Give the keyword that a word before a colon was meant to be."""
        small = typed.casefold()
        if small in self.foreign_titles:
            return self.own_titles[self.foreign_titles[small]]
        near = get_close_matches(small, [each.casefold() for each in self.titles], n=1, cutoff=0.7)
        return next((each for each in self.titles if near and each.casefold() == near[0] and each != typed), "")

    def step_slip(self, line: str, *, is_sentence: bool) -> Slip | None:
        """Tell whether a line was meant to be a sentence: there is a comma, or its keyword is wrong.

        Args:
            line: The line.
            is_sentence: Whether the rest of the line is one of the sentences that are known.
        """
        first, *rests = line.split(None, 1)
        rest = rests[0].strip() if rests else ""
        word = first.rstrip(",:;.")
        if word in self.steps and rest and not line.strip().startswith((f"{word} ", f"{word},", f"{word}:")):
            # A tab or a space that does not break a line looks like a space, but Gherkin knows it for none.
            return Slip("keyword-space", {"typed": word, "keyword": _short(f"{word} {rest}")})
        if word in self.steps and first != word:
            return Slip("comma", {"typed": first, "keyword": shorten(f"{word} {rest}", 90, placeholder=" …")})
        if word in self.steps:
            return None
        small = {each.casefold(): each for each in self.steps}
        near = get_close_matches(word.casefold(), list(small), n=1, cutoff=0.7)
        if near and rest:
            return Slip("keyword", {"typed": first, "keyword": small[near[0]]})
        if word.casefold() in self.foreign_steps and rest and is_sentence:
            right = self.own_steps[self.foreign_steps[word.casefold()]]
            return Slip("keyword", {"typed": first, "keyword": right})
        return None


def _short(text: str) -> str:
    return shorten(text, 90, placeholder=" …")


@cache
def keywords_of(language: str) -> Keywords:
    """Give the words of a language."""
    own = Dialect.for_name(language) or Dialect.for_name("en")
    others = [Dialect.for_name(each) for each in LANGUAGES]
    titles = {word: kind for kind in _KINDS for word in _words(own, kind)}
    steps = {word: kind for kind in _STEPS for word in _words(own, kind)}
    return Keywords(
        titles=titles,
        steps=steps,
        own_titles={kind: _words(own, kind)[-1 if kind == "scenario" else 0] for kind in _KINDS},
        own_steps={kind: _words(own, kind)[0] for kind in _STEPS},
        foreign_titles={
            **{word.casefold(): kind for each in others for kind in _KINDS for word in _words(each, kind)},
            **_OFTEN,
            **{word.casefold(): kind for word, kind in titles.items()},
        },
        foreign_steps={word.casefold(): kind for each in others for kind in _STEPS for word in _words(each, kind)},
    )


def _words(dialect: Any, kind: str) -> list[str]:
    words = (re.sub(r"\s+$", "", each) for each in getattr(dialect, f"{kind}_keywords"))
    return [each for each in words if each != "*"]
