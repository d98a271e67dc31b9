"""What Gherkin would pass over in silence, and what no scenario should hold: found before anything runs.

A comma after a keyword makes the first line of a scenario a description; of two scenarios of one name the first is
dropped; a placeholder without a column stays as it is written; a scenario without a Then proves nothing. Each is told
with its place, in the language of the file.
"""

from __future__ import annotations

__all__ = ["Finding", "findings_of", "language_of", "spoken", "tags_of"]

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from textwrap import shorten
from typing import Any

from gherkin.dialect import Dialect
from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from pathway_engine.bdd.findings import Finding
from pathway_engine.bdd.looking import Unknown, unknown_names
from pathway_engine.bdd.phrases import phrases_of
from pathway_engine.bdd.sentences import Match, matches, nearest
from pathway_engine.text import LANGUAGES, message, render

_HEADER = re.compile(r"^\s*#\s*language\s*:\s*([\w-]+)")
_HOLE = re.compile(r"<([^<>]+)>")
_IDENTITY = re.compile(r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b")
_PHONE = re.compile(r"(?<![\d.])(?:\+358|0)[ -]?\d{1,3}(?:[ -]?\d){5,8}\b")


def language_of(text: str) -> str:
    """Give the language of a feature: of its header, or of the words it uses; Finnish when neither tells."""
    for line in text.splitlines():
        found = _HEADER.match(line)
        if found and Dialect.for_name(found[1]):
            return found[1]
    first = next(
        (line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith(("#", "@"))), ""
    )
    for language in LANGUAGES:
        if first.startswith(tuple(f"{word}:" for word in _dialect(language).feature_keywords)):
            return language
    return "fi"


def spoken(text: str) -> str:
    """Give the language in which to speak to the writer of a feature: its own if it is one of ours."""
    language = language_of(text)
    return language if language in LANGUAGES else "en"


def tags_of(text: str) -> tuple[str, ...]:
    """Give every tag of a feature, without the @."""
    found = re.findall(r"^\s*(@\S.*)$", text, re.MULTILINE)
    return tuple(dict.fromkeys(tag.lstrip("@") for line in found for tag in line.split() if tag.startswith("@")))


def findings_of(text: str, file: str, *, folder: Path | None = None, whole: bool = True) -> list[Finding]:
    """Look through a feature.

    Args:
        text: Its text, with U+FFFD in place of what is no UTF-8.
        file: What to call it.
        folder: Where it stands, to find the definitions beside it.
        whole: True tells of sentences that nobody knows, too; a host's own steps are not known here.
    """
    look = _Look(text, file, folder, whole)
    return sorted(dict.fromkeys(look.all()))


def _dialect(language: str) -> Any:
    return Dialect.for_name(language) or Dialect.for_name("en")


class _Look:
    def __init__(self, text: str, file: str, folder: Path | None, whole: bool) -> None:  # noqa: FBT001 - private
        self.text, self.file, self.folder, self.whole = text, file, folder, whole
        self.lines = text.splitlines()
        self.language = language_of(text)
        self.words = spoken(text)
        self.phrases = phrases_of(folder)
        dialect = _dialect(self.language)
        steps = (dialect.given_keywords, dialect.when_keywords, dialect.then_keywords)
        self.keywords = [word.strip() for each in (*steps, dialect.and_keywords, dialect.but_keywords) for word in each]

    def say(self, line: int, code: str, column: int = 0, *, error: bool = True, **params: str) -> Finding:
        if not column:
            shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
            column = len(shown) - len(shown.lstrip()) + 1
        return Finding(self.file, line, column, code, render(message(f"lint-{code}", **params), self.words), error)

    def all(self) -> Iterator[Finding]:
        # What is no UTF-8 was put so by whoever read the file.
        unreadable = [number for number, line in enumerate(self.lines, 1) if "\ufffd" in line]
        if unreadable:
            yield self.say(unreadable[0], "not-utf8")
            return
        if not any(_HEADER.match(line) for line in self.lines):
            yield self.say(1, "no-language", language=self.language)
            return
        for number, line in enumerate(self.lines, 1):
            header = _HEADER.match(line)
            if header and not Dialect.for_name(header[1]):
                # Gherkin would read every line as one of no language at all.
                yield self.say(number, "language", typed=header[1], language=self.language)
                return
        yield from self._persons()
        try:
            document: Any = Parser().parse(self.text)
        except CompositeParserException as several:
            yield from self._broken(several.errors)
            return
        except ParserError as one:
            yield from self._broken([one])
            return
        if document.get("feature") is None:
            yield self.say(1, "empty")
            return
        yield from self._feature(document["feature"])

    def _persons(self) -> Iterator[Finding]:
        for number, line in enumerate(self.lines, 1):
            for regex in (_IDENTITY, _PHONE):
                found = regex.search(line)
                if found:
                    yield self.say(number, "person", found.start() + 1, error=False)

    def _broken(self, errors: Iterable[Any]) -> Iterator[Finding]:
        """Put what Gherkin could not read into words: a comma or a misspelled keyword explains most of it."""
        for error in errors:
            number = int(error.location["line"])
            line = self.lines[number - 1] if number <= len(self.lines) else ""
            told = list(self._swallowed(number, line))
            yield from told or [self.say(number, "not-read", typed=line.strip())]

    # ── a feature that could be read ──────────────────────────────────────────────────────────────────────────────

    def _feature(self, feature: Mapping[str, Any]) -> Iterator[Finding]:
        yield from self._prose(feature)
        seen: dict[str, int] = {}
        background: list[Any] = []
        for part, inherited in _parts(feature["children"], background):
            if "background" in part:
                yield from self._described(part["background"])
                continue
            scenario = part["scenario"]
            name, line = scenario["name"], int(scenario["location"]["line"])
            if name in seen:
                yield self.say(line, "duplicate", name=name, first=str(seen[name]))
            seen.setdefault(name, line)
            yield from self._described(scenario)
            yield from self._scenario(scenario, inherited)
        if not seen:
            yield self.say(int(feature["location"]["line"]), "empty")

    def _prose(self, feature: Mapping[str, Any]) -> Iterator[Finding]:
        """Look for a scenario that became prose of the feature because its own keyword is misspelled."""
        first = min((_line_of(each) for each in feature["children"]), default=len(self.lines) + 1)
        dialect = _dialect(self.language)
        titles = [*dialect.scenario_keywords, *dialect.scenario_outline_keywords, *dialect.background_keywords]
        for number in range(int(feature["location"]["line"]) + 1, first):
            line = self.lines[number - 1].strip()
            word, colon, _ = line.partition(":")
            near = get_close_matches(word, titles, n=1, cutoff=0.7) if colon else []
            sentence = line.partition(" ")[2]
            if near:
                yield self.say(number, "title", typed=f"{word}:", keyword=f"{near[0]}:")
            elif line.split(" ")[0] in self.keywords and (matches(sentence, self.words) or self.phrases.read(sentence)):
                yield self.say(number, "prose")

    def _described(self, part: Mapping[str, Any]) -> Iterator[Finding]:
        """Look for sentences that became description."""
        if not part.get("description"):
            return
        first = int(part["steps"][0]["location"]["line"]) if part["steps"] else len(self.lines) + 1
        for number in range(int(part["location"]["line"]) + 1, first):
            line = self.lines[number - 1].strip()
            if line and not line.startswith(("#", "@", "|")):
                yield from self._swallowed(number, line)
            if line.startswith(("@", "|")):
                break

    def _swallowed(self, number: int, line: str) -> Iterator[Finding]:
        first, _, rest = line.strip().partition(" ")
        word = first.rstrip(",:;.")
        if word in self.keywords and first != word:
            yield self.say(number, "comma", typed=first, keyword=shorten(f"{word} {rest}", 90, placeholder=" …"))
            return
        near = get_close_matches(word.casefold(), [each.casefold() for each in self.keywords], n=1, cutoff=0.7)
        if near and rest and (word.casefold() != near[0] or word not in self.keywords):
            right = next(each for each in self.keywords if each.casefold() == near[0])
            yield self.say(number, "keyword", typed=first, keyword=right)

    def _scenario(self, scenario: Mapping[str, Any], inherited: list[Any]) -> Iterator[Finding]:
        line = int(scenario["location"]["line"])
        steps = scenario["steps"]
        if not steps:
            yield self.say(line, "no-steps")
            return
        if not any(step["keywordType"] == "Outcome" for step in steps):
            yield self.say(line, "no-then")
        yield from self._examples(scenario)
        contexts = _contexts(scenario)
        for step in steps:
            yield from self._step(step, contexts)
        for unknown in self._unknown([*inherited, *steps], contexts):
            of = "pathway" if unknown.is_pathway else "name"
            code = of if unknown.near else f"{of}-only"
            yield self.say(unknown.line, code, unknown.column, typed=unknown.typed, near=unknown.near)

    def _examples(self, scenario: Mapping[str, Any]) -> Iterator[Finding]:
        columns: set[str] = set()
        for table in scenario["examples"]:
            at = int(table["location"]["line"])
            if not table.get("tableBody"):
                yield self.say(at, "no-rows")
            if table.get("tableHeader"):
                columns |= {cell["value"] for cell in table["tableHeader"]["cells"]}
        is_outline = scenario["keyword"] in _dialect(self.language).scenario_outline_keywords
        if is_outline and not scenario["examples"]:
            yield self.say(int(scenario["location"]["line"]), "no-rows")
        for step in scenario["steps"]:
            for text, line in _texts(step):
                for hole in _HOLE.findall(text):
                    if hole not in columns:
                        yield self.say(line, "no-column", name=hole, columns=", ".join(sorted(columns)) or "–")

    def _step(self, step: Mapping[str, Any], contexts: list[dict[str, str]]) -> Iterator[Finding]:
        line, text = int(step["location"]["line"]), _filled(step["text"], contexts[0])
        found = matches(text, self.words)
        own = self.phrases.read(text, self.words)
        if len(found) > 1 or (found and own):
            yield self.say(
                line, "ambiguous", steps=", ".join((*(each.id for each in found), *["phrases.yaml"] * bool(own)))
            )
        if own and "dataTable" in step:
            yield self.say(int(step["dataTable"]["location"]["line"]), "table-not-taken")
        if not found and not own and self.whole and not _HOLE.search(text):
            near = nearest(text, self.words)
            yield self.say(line, "undefined" if not near else "undefined-near", near=near)
        for match in found[:1]:
            if match.pattern.wants_table and "dataTable" not in step:
                yield self.say(line, "table-wanted")
            if "dataTable" in step and not match.pattern.may_have_table:
                yield self.say(int(step["dataTable"]["location"]["line"]), "table-not-taken")

    def _unknown(self, steps: list[Any], contexts: list[dict[str, str]]) -> Iterator[Unknown]:
        for context in contexts:
            read = [
                (match, int(step["location"]["line"]), int(step["location"]["column"]))
                for step in steps
                for match in self._read(_filled(step["text"], context))
            ]
            yield from unknown_names(read, self.folder, self.words)

    def _read(self, sentence: str) -> Iterator[Match]:
        """Give the library's sentences that a sentence stands for: itself, or the parts of a phrase."""
        parts = self.phrases.read(sentence, self.words)
        for each in (part.sentence for part in parts) if parts else (sentence,):
            found = matches(each, self.words) or (matches(each) if parts else ())
            if len(found) == 1:
                yield found[0]


def _line_of(child: Mapping[str, Any]) -> int:
    """Give the line where a part of a feature begins."""
    of = next(iter(child.values()))
    return min((int(each["location"]["line"]) for each in (of, *of.get("tags", ()))), default=0)


def _parts(children: list[Any], background: list[Any]) -> Iterator[tuple[Mapping[str, Any], list[Any]]]:
    """Give every background and scenario, of rules too, with the steps that a scenario inherits."""
    for child in children:
        if "rule" in child:
            yield from _parts(child["rule"]["children"], list(background))
            continue
        if "background" in child:
            background = [*background, *child["background"]["steps"]]
        yield child, background


def _contexts(scenario: Mapping[str, Any]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [
        dict(
            zip(
                (cell["value"] for cell in table["tableHeader"]["cells"]),
                (cell["value"] for cell in row["cells"]),
                strict=False,
            )
        )
        for table in scenario["examples"]
        for row in table.get("tableBody", ())
        if table.get("tableHeader")
    ]
    return found or [{}]


def _texts(step: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    yield step["text"], int(step["location"]["line"])
    for row in step.get("dataTable", {}).get("rows", ()):
        for cell in row["cells"]:
            yield cell["value"], int(row["location"]["line"])


def _filled(text: str, context: Mapping[str, str]) -> str:
    return _HOLE.sub(lambda hole: context.get(hole[1], hole[0]), text)
