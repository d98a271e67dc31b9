"""Lines that Gherkin does not read as their writer meant them: told at their place, with what to write instead.

Gherkin takes what it does not know at the beginning of a part for description, and says nothing: a comma after a
keyword, a missing colon or a word of another language leaves a sentence, or a whole scenario, unread.
"""

from __future__ import annotations

__all__ = ["Lines", "header_of", "language_of", "spoken"]

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import Any

from gherkin.dialect import Dialect

from pathway_engine.bdd.findings import Finding
from pathway_engine.bdd.keywords import Slip, keywords_of
from pathway_engine.bdd.phrases import Phrases
from pathway_engine.bdd.sentences import matches
from pathway_engine.text import LANGUAGES, message, render

_HEADER = re.compile(r"^\s*#\s*language\s*:\s*([a-zA-Z_-]+)\s*$")
_ALMOST_HEADER = re.compile(r"^\s*#\s*(?:language|lang|kieli|språk)\s*[:=]?\s*[\w-]*", re.IGNORECASE)
_NO_TITLE = ("#FeatureLine", "#TagLine, #RuleLine")
"""What Gherkin waits for when the file, or what follows a tag, does not begin as it should: then nothing is read."""

_LOSES_THE_REST = ("colon", "title")
_FOLLOWS = ("misplaced", "table-nowhere", "prose", "empty", "ends-early")
"""What is wrong only because a part before it was not read as one."""


def header_of(text: str) -> tuple[int, str]:
    """Give line and language of the header that Gherkin reads; 0 and nothing when there is none."""
    for number, line in enumerate(text.split("\n"), 1):
        found = _HEADER.match(line)
        if found:
            return number, found[1]
        if line.strip() and not line.strip().startswith("#"):
            break
    return 0, ""


def language_of(text: str) -> str:
    """Give the language of a feature: that of the words it uses, or of its header; Finnish when neither tells."""
    header = header_of(text)[1]
    bare = (line.strip() for line in text.split("\n"))
    first = next((line for line in bare if line and not line.startswith(("#", "@"))), "")
    for language in LANGUAGES:
        words = keywords_of(language).titles
        if any(first.startswith(f"{word}:") for word, kind in words.items() if kind == "feature"):
            return language
    return header if header and Dialect.for_name(header) else "fi"


def spoken(text: str) -> str:
    """Give the language in which to speak to the writer of a feature: its own if it is one of ours."""
    language = language_of(text)
    return language if language in LANGUAGES else "en"


class Lines:
    """The lines of a feature.

    Args:
        text: The feature.
        file: What to call it.
        phrases: The region's own phrases.
    """

    def __init__(self, text: str, file: str, phrases: Phrases) -> None:
        self.text, self.file, self.phrases = text, file, phrases
        self.all = text.split("\n")
        self.language, self.words = language_of(text), spoken(text)
        self.keywords = keywords_of(self.language)

    def say(self, line: int, code: str, column: int = 0, *, error: bool = True, **params: str) -> Finding:
        """Make a finding at a line, at its first letter unless a column is given."""
        if not column:
            shown = self.at(line)
            column = len(shown) - len(shown.lstrip()) + 1
        return Finding(self.file, line, column, code, render(message(f"lint-{code}", **params), self.words), error)

    def at(self, line: int) -> str:
        """Give a line; an empty one beyond the end."""
        return self.all[line - 1] if 0 < line <= len(self.all) else ""

    def knows(self, sentence: str) -> bool:
        """Tell whether somebody knows a sentence, with or without the keyword before it."""
        rest = sentence.strip().partition(" ")[2]
        return any(matches(each) or self.phrases.read(each) for each in (sentence.strip(), rest) if each)

    # ── the beginning ─────────────────────────────────────────────────────────────────────────────────────────────

    def beginning(self) -> Finding | None:
        """Look for what leaves the whole file unread: letters that are none, no language or a wrong one."""
        # What is no UTF-8 was put so by whoever read the file.
        unreadable = next((number for number, line in enumerate(self.all, 1) if "\ufffd" in line or "\0" in line), 0)
        if unreadable:
            return self.say(unreadable, "not-utf8")
        number, header = header_of(self.text)
        if not number:
            almost = (at for at, line in enumerate(self.all, 1) if _ALMOST_HEADER.match(line))
            return self.say(next(almost, 1), "no-language", language=self.language)
        if not Dialect.for_name(header):
            # Gherkin would read every line as one of no language at all.
            return self.say(number, "language", typed=header, language=self.language)
        if header != self.language:
            return self.say(number, "wrong-language", typed=header, language=self.language)
        return None

    # ── what Gherkin could not read ───────────────────────────────────────────────────────────────────────────────

    def broken(self, errors: Iterable[Any]) -> Iterator[Finding]:
        """Put what Gherkin could not read into words."""
        told: dict[int, Finding] = {}
        for error in errors:
            number, said = int(error.location["line"]), str(error)
            found = self._broken(number, said)
            if any(each.code in _LOSES_THE_REST for each in told.values()) and found.code in _FOLLOWS:
                continue
            if number not in told or told[number].code == "misplaced":
                told[number] = found
            if any(each in said for each in _NO_TITLE):
                break  # all that follows is unread for the same reason
        yield from told.values()

    def _broken(self, number: int, said: str) -> Finding:
        line = self.at(number)
        bare = line.strip()
        if "inconsistent cell count" in said:
            return self._cells(number)
        if "DocStringSeparator" in said and "end of file" in said:
            opened = (at for at in range(number, 0, -1) if self.at(at).strip().startswith(('"""', "```")))
            return self.say(next(opened, number), "text-open")
        if "may not contain whitespace" in said:
            return self.say(number, "tag", typed=bare)
        title = bare.partition(":")[0]
        kind = self.keywords.titles.get(title, "") if ":" in bare else ""
        if kind or bare.startswith("@") or "end of file" in said:
            return self._misplaced(number, f"{title}:" if kind else bare, kind)
        slip = self._slip(line, sure=True)
        if slip is not None:
            return self._slipped(number, slip)
        return self.say(number, "table-nowhere") if bare.startswith("|") else self._unread(number, bare)

    def _slipped(self, number: int, slip: Slip) -> Finding:
        return self.say(number, slip.code, 0, error=True, **slip.params)

    def _unread(self, number: int, bare: str) -> Finding:
        return self.say(number, "not-read", typed=shorten(bare, 90, placeholder=" …"))

    def _misplaced(self, number: int, typed: str, kind: str) -> Finding:
        if kind == "feature":
            return self.say(number, "second-feature", keyword=typed)
        above = next((self.at(at).strip() for at in range(number - 1, 0, -1) if self.at(at).strip()), "")
        if kind == "background" and above.startswith("@"):
            return self.say(number, "tag-background", typed=above)
        own = self.keywords.own_titles
        order = ", ".join(f"{own[kind]}:" for kind in ("feature", "background", "scenario"))
        if not typed:  # the file ends where something should begin: after a tag
            return self.say(max(number - 1, 1), "ends-early")
        return self.say(number, "misplaced", typed=typed, order=order)

    def _cells(self, number: int) -> Finding:
        first = number
        while self.at(first - 1).strip().startswith("|"):
            first -= 1
        found, wanted = (_width(self.at(each)) for each in (number, first))
        return self.say(number, "cells", found=str(found), wanted=str(wanted))

    def _slip(self, line: str, *, sure: bool) -> Slip | None:
        words = self.keywords
        return words.step_slip(line, is_sentence=self.knows(line)) or words.title_slip(line, sure=sure)

    # ── what Gherkin took for description ─────────────────────────────────────────────────────────────────────────

    def prose(self, first: int, end: int) -> Iterator[Finding]:
        """Look for a scenario that became prose of the feature: between two lines, the second left out."""
        lost = False
        for number in range(first, end):
            line = self.at(number).strip()
            if not line or line.startswith(("#", "@")):
                continue
            # Prose may begin with any word: what stands above a sentence or a table was no prose.
            below = next((self.at(at).strip() for at in range(number + 1, end) if self.at(at).strip()), "")
            sure = below.startswith("|") or (bool(self.keywords.step(below)) and self.knows(below))
            slip = self.keywords.title_slip(line, sure=sure)
            if slip is not None:
                lost = True
                yield self._slipped(number, slip)
            elif lost:
                continue
            elif line.startswith("|"):
                yield self.say(number, "table-nowhere")
            elif self.keywords.step(line) and self.knows(line):
                yield self.say(number, "prose")

    def described(self, part: Mapping[str, Any]) -> Iterator[Finding]:
        """Look for sentences, and parts of the feature, that became description of a part."""
        left = [line.strip() for line in (part.get("description") or "").split("\n") if line.strip()]
        number = int(part["location"]["line"])
        while left:
            number += 1
            line = self.at(number).strip()
            if line != left[0]:
                continue
            del left[0]
            yield from self._swallowed(number, line)

    def _swallowed(self, number: int, line: str) -> Iterator[Finding]:
        if line.startswith("|"):
            yield self.say(number, "table-nowhere")
            return
        slip = self._slip(line, sure=False)
        if slip is not None:
            yield self._slipped(number, slip)
        elif self.keywords.step(line) and self.knows(line):
            yield self.say(number, "prose")
        elif matches(line, self.words) or self.phrases.read(line, self.words):
            steps = (self.keywords.own_steps[kind] for kind in ("given", "when", "then"))
            yield self.say(number, "no-keyword", keywords=" / ".join(steps))


def _width(line: str) -> int:
    """Count the cells of a row, of one whose bars were forgotten as well."""
    return len(re.findall(r"(?<!\\)\|", line)) - 1
