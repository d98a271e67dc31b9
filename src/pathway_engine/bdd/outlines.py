"""Sentences as an outline's example fills them in, and where each thing in them was typed."""

from __future__ import annotations

__all__ = ["HOLE", "Cell", "Example", "examples_of", "filled", "holes", "place_of", "table_of"]

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

HOLE = re.compile(r"<([^<>]+)>")
"""A place that an example fills in."""


@frozen
class Cell:
    """A cell of a table: what stands in it, and where."""

    text: str
    line: int
    column: int


Example = Mapping[str, Cell]
"""One row of examples: column -> cell."""


def examples_of(scenario: Mapping[str, Any]) -> list[Example]:
    """Give the rows with which a scenario is run: one without any column when it is no outline."""
    found: list[Example] = []
    for table in scenario["examples"]:
        if table.get("tableHeader"):
            names = [cell["value"] for cell in table["tableHeader"]["cells"]]
            rows = (map(_cell, row["cells"]) for row in table.get("tableBody", ()))
            found += [dict(zip(names, row, strict=False)) for row in rows]
    return found or [{}]


def filled(text: str, example: Example) -> str:
    """Write a sentence with the values of an example in it."""
    return HOLE.sub(lambda hole: example[hole[1]].text if hole[1] in example else hole[0], text)


def table_of(step: Mapping[str, Any], example: Example) -> tuple[tuple[Cell, ...], ...]:
    """Give the table below a sentence, header and all; what an example fills in stands where the example has it."""
    return tuple(
        tuple(_filled(_cell(cell), example) for cell in row["cells"])
        for row in step.get("dataTable", {}).get("rows", ())
    )


def place_of(step: Mapping[str, Any], lines: list[str], example: Example, typed: str) -> tuple[int, int]:
    """Give line and column of something that a sentence names: in the sentence, or in the example it came from."""
    line, column = int(step["location"]["line"]), int(step["location"]["column"])
    shown = lines[line - 1] if line <= len(lines) else ""
    for found in (re.search(rf'(?<=["”“»„«]){re.escape(typed)}', shown), re.search(re.escape(typed), shown)):
        if typed and found:
            return line, found.start() + 1
    for name in HOLE.findall(step["text"]):
        if name in example and (typed in example[name].text if typed else not example[name].text):
            return example[name].line, example[name].column
    return line, column


def holes(step: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Give every place in a sentence, its table and its text that an example should fill in, with its line."""
    line = int(step["location"]["line"])
    yield from ((name, line) for name in HOLE.findall(step["text"]))
    for row in step.get("dataTable", {}).get("rows", ()):
        for cell in row["cells"]:
            yield from ((name, int(row["location"]["line"])) for name in HOLE.findall(cell["value"]))


def _cell(cell: Mapping[str, Any]) -> Cell:
    return Cell(cell["value"], int(cell["location"]["line"]), int(cell["location"]["column"]))


def _filled(cell: Cell, example: Example) -> Cell:
    names = [name for name in HOLE.findall(cell.text) if name in example]
    if not names:
        return cell
    home = example[names[0]]
    return Cell(filled(cell.text, example), home.line, home.column)
