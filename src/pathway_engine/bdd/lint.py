"""What Gherkin would pass over in silence, and what no scenario should hold: found before anything runs.

A comma after a keyword makes the first line of a scenario a description; of two scenarios of one name the first is
dropped; a placeholder without a column stays as it is written; a scenario without a Then proves nothing. Each is told
with its place, in the language of the file.
"""

from __future__ import annotations

__all__ = ["Finding", "findings_of", "language_of", "spoken", "tags_of"]

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve
from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from pathway_engine.bdd.findings import Finding
from pathway_engine.bdd.guessing import guess
from pathway_engine.bdd.lines import Lines, language_of, spoken
from pathway_engine.bdd.looking import Said, unfit
from pathway_engine.bdd.outlines import HOLE, Cell, Example, examples_of, filled, holes, place_of, table_of
from pathway_engine.bdd.phrases import phrases_of
from pathway_engine.bdd.sentences import Match, matches
from pathway_engine.text import LANGUAGES, Message, Names, render

_IDENTITY = re.compile(r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b")
_SHOWN = 120
_PHONE = re.compile(r"(?<![\d.])(?:\+358|0)[ -]?\d{1,3}(?:[ -]?\d){5,8}\b")


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


class _Look:
    def __init__(self, text: str, file: str, folder: Path | None, whole: bool) -> None:  # noqa: FBT001 - private
        self.file, self.folder, self.whole = file, folder, whole
        self.phrases, self.lost = phrases_of(folder), False
        self.lines = Lines(text, file, self.phrases)
        self.words, self.keywords, self.say = self.lines.words, self.lines.keywords, self.lines.say

    def tell(self, line: int, column: int, what: Message, names: Names | None = None, *, error: bool = True) -> Finding:
        """Put into words what does not fit."""
        code = what.code.partition("-")[2]
        return Finding(self.file, line, column, code, render(_brief(what), self.words, names).strip(), error)

    def all(self) -> Iterator[Finding]:
        unread = self.lines.beginning()
        if unread is not None:
            yield unread
            return
        yield from self._persons()
        try:
            document: Any = Parser().parse(self.lines.text)
        except CompositeParserException as several:
            yield from self.lines.broken(several.errors)
            return
        except ParserError as one:
            yield from self.lines.broken([one])
            return
        if document.get("feature") is None:
            yield self.say(1, "empty")
            return
        yield from self._feature(document["feature"])

    def _persons(self) -> Iterator[Finding]:
        for number, line in enumerate(self.lines.all, 1):
            for regex in (_IDENTITY, _PHONE):
                found = regex.search(line)
                if found:
                    yield self.say(number, "person", found.start() + 1, error=False)

    # ── a feature that could be read ──────────────────────────────────────────────────────────────────────────────

    def _feature(self, feature: Mapping[str, Any]) -> Iterator[Finding]:
        children = feature["children"]
        end = min((_line_of(each) for each in children), default=len(self.lines.all) + 1)
        lost = list(self.lines.prose(int(feature["location"]["line"]) + 1, end))
        yield from lost
        self.lost = bool(lost)
        seen: dict[str, int] = {}
        for part, inherited in _parts(children, []):
            of = next(iter(part.values()))
            swallowed = list(self.lines.described(of))
            yield from swallowed
            if "rule" in part:
                continue
            yield from self._first(of["steps"])
            if "background" in part:
                self.lost = self.lost or bool(swallowed)
                for step in of["steps"]:
                    yield from self._step(step, [{}])
                continue
            name, line = of["name"], int(of["location"]["line"])
            if name in seen:
                yield self.say(line, "duplicate", name=name, first=str(seen[name]))
            seen.setdefault(name, line)
            yield from self._scenario(of, inherited, lost=self.lost or bool(swallowed))
        if not seen and not lost:
            yield self.say(int(feature["location"]["line"]), "empty")

    def _first(self, steps: list[Any]) -> Iterator[Finding]:
        """The first sentence of a part cannot go on from another."""
        for step in steps[:1]:
            keyword = step["keyword"].strip()
            if step["keywordType"] not in {"Context", "Action", "Outcome"}:
                given = self.keywords.own_steps["given"]
                yield self.say(int(step["location"]["line"]), "first-and", keyword=keyword, given=given)

    def _scenario(self, scenario: Mapping[str, Any], inherited: list[Any], *, lost: bool) -> Iterator[Finding]:
        line = int(scenario["location"]["line"])
        steps = scenario["steps"]
        if not steps:
            yield self.say(line, "no-steps")
            return
        if not any(step["keywordType"] == "Outcome" for step in steps):
            yield self.say(line, "no-then")
        yield from self._examples(scenario)
        examples = examples_of(scenario)
        for step in steps:
            yield from self._step(step, examples)
        for example in examples:
            said = self._said([*inherited, *steps], example)
            for each in unfit(said, self.folder, self.words):
                # What a host's own sentences may have made right, or those that a comma swallowed, is left to the run.
                if (self.whole and not lost) or not each.is_of_course:
                    yield self.tell(each.line, each.column, each.what, each.labels, error=each.is_error)

    def _examples(self, scenario: Mapping[str, Any]) -> Iterator[Finding]:
        columns: set[str] = set()
        for table in scenario["examples"]:
            at = int(table["location"]["line"])
            if not table.get("tableBody"):
                yield self.say(at, "no-rows")
            if table.get("tableHeader"):
                names = [cell["value"] for cell in table["tableHeader"]["cells"]]
                columns |= set(names)
                for name in {each for each in names if names.count(each) > 1}:
                    yield self.say(int(table["tableHeader"]["location"]["line"]), "column-twice", typed=name)
            yield from self.lines.described(table)
        if self.keywords.titles.get(scenario["keyword"]) == "scenario_outline" and not scenario["examples"]:
            yield self.say(int(scenario["location"]["line"]), "no-rows")
        for step in scenario["steps"]:
            for name, line in holes(step):
                if name not in columns:
                    yield self.say(line, "no-column", name=name, columns=", ".join(sorted(columns)) or "–")

    def _step(self, step: Mapping[str, Any], examples: list[Example]) -> Iterator[Finding]:
        """Look at a sentence by itself, once for each way in which the examples write it."""
        line = int(step["location"]["line"])
        for text, example in {filled(step["text"], each): each for each in reversed(examples)}.items():
            found, own = matches(text, self.words), self.phrases.read(text, self.words)
            if len(found) > 1 or (found and own):
                steps = ", ".join((*(each.id for each in found), *["phrases.yaml"] * bool(own)))
                yield self.say(line, "ambiguous", steps=steps)
            if not found and not own and self.whole and not HOLE.search(text):
                yield self._unknown(step, text, example)
            yield from self._below(step, line, found, own=bool(own))

    def _unknown(self, step: Mapping[str, Any], text: str, example: Example) -> Finding:
        """A sentence nobody knows; one that another of the languages has is run all the same."""
        if any(matches(text, each) for each in LANGUAGES):
            line, language = int(step["location"]["line"]), self.lines.language
            return self.say(line, "other-language", language=language, error=False)
        what = guess(text, self.words)
        line, column = place_of(step, self.lines.all, example, str(what.param("typed") or text))
        return self.tell(line, column, what)

    def _below(self, step: Mapping[str, Any], line: int, found: tuple[Match, ...], *, own: bool) -> Iterator[Finding]:
        """What stands below a sentence has to be read by it."""
        if "docString" in step and (found or own):
            yield self.say(int(step["docString"]["location"]["line"]), "text-not-taken")
        if own and "dataTable" in step:
            yield self.say(int(step["dataTable"]["location"]["line"]), "table-not-taken")
        for match in found[:1]:
            if match.pattern.wants_table and "dataTable" not in step:
                yield self.say(line, "table-wanted")
            if "dataTable" in step and not match.pattern.may_have_table:
                yield self.say(int(step["dataTable"]["location"]["line"]), "table-not-taken")

    def _said(self, steps: list[Any], example: Example) -> Iterator[Said]:
        """Give the sentences of a scenario as they are read, with the values of one example."""
        for step in steps:
            place = partial(place_of, step, self.lines.all, example)
            line, column = int(step["location"]["line"]), int(step["location"]["column"])
            text = filled(step["text"], example)
            parts = self.phrases.read(text, self.words)
            if not parts:
                found = matches(text, self.words) or matches(text)
                yield Said(found[0] if len(found) == 1 else None, line, column, place, table_of(step, example))
            for part in parts:
                found = matches(part.sentence, self.words) or matches(part.sentence)
                table = tuple(tuple(Cell(cell, line, column) for cell in row) for row in part.table)
                yield Said(found[0] if len(found) == 1 else None, line, column, place, table)


def _brief(what: Message) -> Message:
    """Show the beginning of what was typed: a quote that does not end may have taken half a file along."""
    cut = (
        (name, value, len(value) > _SHOWN) for name, value in what.params if name == "typed" and isinstance(value, str)
    )
    long = {name: f"{value[:_SHOWN]}…" for name, value, is_long in cut if is_long}
    return evolve(what, params=tuple((name, long.get(name, value)) for name, value in what.params))


def _line_of(child: Mapping[str, Any]) -> int:
    """Give the line where a part of a feature begins."""
    of = next(iter(child.values()))
    return min((int(each["location"]["line"]) for each in (of, *of.get("tags", ()))), default=0)


def _parts(children: list[Any], background: list[Any]) -> Iterator[tuple[Mapping[str, Any], list[Any]]]:
    """Give every rule, background and scenario, with the steps that a scenario inherits."""
    for child in children:
        if "rule" in child:
            yield child, background
            yield from _parts(child["rule"]["children"], list(background))
            continue
        if "background" in child:
            background = [*background, *child["background"]["steps"]]
        yield child, background
