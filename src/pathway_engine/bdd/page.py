"""Features and what became of them, as one page: a specification that says of itself whether it is true.

The page is one file that loads nothing and runs nothing: it can be mailed, printed and kept. Whatever the features and
labels say is text; nothing in them becomes markup.
"""

from __future__ import annotations

__all__ = ["Shown", "page"]

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from importlib.resources import files

from attrs import frozen

from pathway_engine.bdd.coverage import Coverage
from pathway_engine.bdd.drawing import marks_of, named
from pathway_engine.bdd.launching import Outcome, Told
from pathway_engine.bdd.reading import Feature, Rows, Scenario, Sentence
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.diagrams import picture
from pathway_engine.text import day_words, message, render

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@frozen
class Shown:
    """A pathway that the features use, and how much of it they touch."""

    pathway: Pathway
    found: tuple[Coverage, ...]


def page(features: Sequence[Feature], outcome: Outcome, pathways: Sequence[Shown], language: str, *, on: date) -> str:
    """Write the page.

    Args:
        features: The features as they are written.
        outcome: What became of them.
        pathways: The pathways they use.
        language: Language of the headings; each feature stays in its own.
        on: Day of the run.
    """
    return "\n".join(_Page(language, outcome).lines(features, pathways, on)) + "\n"


@frozen
class _Page:
    language: str
    outcome: Outcome

    def say(self, code: str, **params: str) -> str:
        return escape(render(message(f"page-{code}", **params), self.language))

    def lines(self, features: Sequence[Feature], pathways: Sequence[Shown], on: date) -> Iterator[str]:
        style = (files("pathway_engine.bdd") / "page.css").read_text(encoding="utf-8")
        held = sum(each.holds for each in self.outcome.scenarios)
        counts = {"count": str(len(self.outcome.scenarios)), "holds": str(held)}
        yield f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{self.say('title')}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>"
        yield f"<h1>{self.say('title')}</h1>"
        yield f'<p class="sum">{self.say("sum", fails=str(len(self.outcome.scenarios) - held), **counts)}</p>'
        yield f'<p class="pale">{self.say("run-on", day=day_words(on, self.language))}</p>\n</header>'
        yield from self._contents(features, pathways)
        yield from self._faults()
        for number, feature in enumerate(features, 1):
            yield from self._feature(number, feature)
        for number, shown in enumerate(pathways, 1):
            yield from self._pathway(number, shown)
        yield "</body>\n</html>"

    def _contents(self, features: Sequence[Feature], pathways: Sequence[Shown]) -> Iterator[str]:
        yield f"<nav>\n<h4>{self.say('features')}</h4>\n<ul>"
        for number, feature in enumerate(features, 1):
            told = self._told(feature)
            name = escape(feature.name)
            yield f'<li>{self._mark(told)} <a href="#f{number}" lang="{feature.language}">{name}</a></li>'
        yield f"</ul>\n<h4>{self.say('pathways')}</h4>\n<ul>"
        for number, shown in enumerate(pathways, 1):
            yield f'<li><a href="#p{number}">{escape(self._name(shown.pathway))}</a></li>'
        yield "</ul>\n</nav>"

    def _faults(self) -> Iterator[str]:
        if self.outcome.faults:
            faults = escape("\n".join(self.outcome.faults))
            yield f"<section>\n<h2>{self.say('faults')}</h2>\n<pre>{faults}</pre>\n</section>"

    # ── features ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _told(self, feature: Feature, scenario: str = "") -> list[Told]:
        """Give what became of a feature, or of one scenario of it, for an outline row by row."""
        path = str(feature.path.resolve())
        return [
            each
            for each in self.outcome.scenarios
            if each.file == path and (not scenario or f"{each.scenario} [".startswith(f"{scenario} ["))
        ]

    def _mark(self, told: Iterable[Told]) -> str:
        results = [each.holds for each in told]
        kind = "none" if not results else "holds" if all(results) else "fails"
        sign, code = {"holds": ("✓", "holds"), "fails": ("✗", "fails"), "none": ("–", "not-run")}[kind]
        return f'<span class="mark {kind}" title="{self.say(code)}">{sign}</span>'

    def _feature(self, number: int, feature: Feature) -> Iterator[str]:
        yield f'<section id="f{number}" lang="{feature.language}">'
        yield f"<h2>{self._mark(self._told(feature))} {escape(feature.name)}</h2>"
        yield from _paragraph(feature.about)
        if feature.background:
            yield f'<section class="background">\n<h4>{self.say("background")}</h4>'
            yield from _sentences(feature.background)
            yield "</section>"
        rule = ""
        for scenario in feature.scenarios:
            if scenario.rule != rule:
                rule = scenario.rule
                yield f"<h4>{escape(rule)}</h4>"
            yield from self._scenario(feature, scenario)
        yield "</section>"

    def _scenario(self, feature: Feature, scenario: Scenario) -> Iterator[str]:
        told = self._told(feature, scenario.name)
        kind = "none" if not told else "holds" if all(each.holds for each in told) else "fails"
        yield f'<article class="{kind}">\n<h3>{self._mark(told)} {escape(scenario.name)}</h3>'
        yield from (f'<span class="tag">{escape(tag)}</span>' for tag in scenario.tags)
        yield from _paragraph(scenario.about)
        yield from _sentences(scenario.sentences)
        rows = iter(told)
        for table in scenario.examples:
            yield from _table(table, [self._mark([each]) for each in _taken(rows, len(table) - 1)])
        yield from (f"<pre>{escape(each.text)}</pre>" for each in told if not each.holds)
        yield "</article>"

    # ── pathways ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _name(self, pathway: Pathway) -> str:
        return Labels(pathway).label("pathway", pathway.pathway, self.language)

    def _pathway(self, number: int, shown: Shown) -> Iterator[str]:
        pathway, labels = shown.pathway, Labels(shown.pathway)
        marks = marks_of(pathway, shown.found, self.language)
        yield f'<section id="p{number}">\n<h2>{escape(self._name(pathway))}</h2>'
        yield f'<h4>{self.say("coverage")}</h4>\n<p class="pale">{self.say("coverage-note")}</p>'
        yield from self._figures(shown, labels)
        yield f'<div class="drawing">{picture(pathway, self.language, marks=marks)}</div>'
        if pathway.services:
            yield f"<details>\n<summary>{self.say('services', count=str(len(pathway.services)))}</summary>"
            for service in pathway.services:
                yield f'<div class="drawing">{picture(pathway, self.language, service, marks=marks)}</div>'
            yield "</details>"
        yield "</section>"

    def _figures(self, shown: Shown, labels: Labels) -> Iterator[str]:
        heads = "".join(f"<th>{self.say(code)}</th>" for code in ("kind", "here", "inherited", "untouched"))
        yield f"<table>\n<tr>{heads}</tr>"
        for each in shown.found:
            name = escape(render(message(f"coverage-{each.kind}"), self.language))
            counts = (len(each.here), len(each.inherited), len(each.untouched))
            yield f"<tr><td>{name}</td>" + "".join(f'<td class="number">{count}</td>' for count in counts) + "</tr>"
        yield "</table>"
        for each in shown.found:
            if each.untouched:
                name = escape(render(message(f"coverage-{each.kind}"), self.language))
                count = self.say("list-untouched", count=str(len(each.untouched)))
                yield f"<details>\n<summary>{name} – {count}</summary>\n<ul>"
                names = (named(labels, each.kind, id_, self.language) for id_ in each.untouched)
                yield from (f"<li>{escape(one)}</li>" for one in names)
                yield "</ul>\n</details>"


def _taken(rows: Iterator[Told], count: int) -> list[Told]:
    return [row for _, row in zip(range(count), rows, strict=False)]


def _paragraph(text: str) -> Iterator[str]:
    if text:
        yield f'<p class="pale">{"<br>".join(map(escape, text.splitlines()))}</p>'


def _sentences(said: Iterable[Sentence]) -> Iterator[str]:
    yield '<ol class="said">'
    for each in said:
        yield f'<li><span class="word">{escape(each.keyword)}</span>{escape(each.text)}'
        yield from _table(each.table, [])
        yield "</li>"
    yield "</ol>"


def _table(rows: Rows, marks: Sequence[str]) -> Iterator[str]:
    """Write a table; with marks, one at the end of each row below the header."""
    if not rows:
        return
    yield "<table>"
    for number, row in enumerate(rows):
        tag = "td" if number else "th"
        end = f"<{tag}>{marks[number - 1] if 0 < number <= len(marks) else ''}</{tag}>" if marks else ""
        yield "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + end + "</tr>"
    yield "</table>"
