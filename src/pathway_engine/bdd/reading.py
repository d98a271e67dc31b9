"""A feature as it is written, for showing it: sentences, tables and examples, without running anything."""

from __future__ import annotations

__all__ = ["Feature", "Scenario", "Sentence", "read_feature"]

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen
from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from pathway_engine.bdd.lines import spoken
from pathway_engine.bdd.shelves import feature_text

Rows = tuple[tuple[str, ...], ...]


@frozen
class Sentence:
    """A sentence: its keyword, its words and the table below it, header and all."""

    keyword: str
    text: str
    table: Rows = ()


@frozen
class Scenario:
    """A scenario, or an outline with its examples.

    Args:
        keyword: Its keyword.
        name: Its name.
        about: What stands below the name.
        tags: Its tags.
        sentences: Its sentences.
        examples: Tables of examples, header and all.
        rule: The rule it belongs to; empty for none.
    """

    keyword: str
    name: str
    about: str
    tags: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    examples: tuple[Rows, ...]
    rule: str = ""


@frozen
class Feature:
    """A feature file that could be read."""

    path: Path
    language: str
    keyword: str
    name: str
    about: str
    background: tuple[Sentence, ...]
    scenarios: tuple[Scenario, ...]


def read_feature(path: Path) -> Feature | None:
    """Read a feature; None when Gherkin cannot."""
    text = feature_text(path)
    try:
        document: Any = Parser().parse(text)
    except (CompositeParserException, ParserError):
        return None
    feature = document.get("feature")
    if feature is None:
        return None
    background: list[Sentence] = []
    scenarios = tuple(_scenarios(feature["children"], background, ""))
    about = _about(feature)
    return Feature(path, spoken(text), feature["keyword"], feature["name"], about, tuple(background), scenarios)


def _scenarios(children: list[Any], background: list[Sentence], rule: str) -> Iterator[Scenario]:
    for child in children:
        if "rule" in child:
            yield from _scenarios(child["rule"]["children"], background, child["rule"]["name"])
        elif "background" in child:
            background += _sentences(child["background"])
        else:
            of = child["scenario"]
            tags = tuple(each["name"] for each in of["tags"])
            examples = tuple(_examples(each) for each in of["examples"])
            yield Scenario(of["keyword"], of["name"], _about(of), tags, tuple(_sentences(of)), examples, rule)


def _about(of: Mapping[str, Any]) -> str:
    return "\n".join(line.strip() for line in (of.get("description") or "").splitlines()).strip()


def _sentences(of: Mapping[str, Any]) -> list[Sentence]:
    return [
        Sentence(step["keyword"].strip(), step["text"], _rows(step.get("dataTable", {}).get("rows", ())))
        for step in of["steps"]
    ]


def _examples(of: Mapping[str, Any]) -> Rows:
    header = [of["tableHeader"]] if of.get("tableHeader") else []
    return _rows([*header, *of.get("tableBody", ())])


def _rows(rows: Any) -> Rows:
    return tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
