"""A report written out: as text for people, as rows for a spreadsheet, as data for programs."""

from __future__ import annotations

__all__ = ["as_csv", "as_data", "as_text"]

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from pathway_engine.definition.labels import Labels
from pathway_engine.reports.tables import HIDDEN, LEAST, Cell, Hidden, Report, Table
from pathway_engine.text import Message, Param, message, render

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
WIDEST = 58
"""Columns that a row's name may take before it is cut into lines."""


def as_data(report: Report) -> dict[str, Any]:
    """Give the report for programs: ids and figures; a hidden figure is `"hidden"`, one nobody knows is null."""
    return {
        "report": report.id,
        "register": report.register,
        "from": report.period.from_.isoformat() if report.period.from_ else None,
        "to": report.period.to.isoformat() if report.period.to else None,
        "hidden_below": LEAST,
        "tables": [
            {
                "id": table.id,
                "columns": [code.removeprefix("report-column-").replace("-", "_") for code in table.columns],
                "rows": [{"id": row.id, "figures": [_plain(cell) for cell in row.cells]} for row in table.rows],
            }
            for table in report.tables
        ],
    }


def _plain(cell: Cell) -> Any:
    if isinstance(cell, Message):
        return cell.code.removeprefix("report-")
    return "hidden" if isinstance(cell, Hidden) else cell


def as_csv(report: Report, language: str) -> str:
    """Give one line for each figure: table, row, column, figure, by id and in words."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    words = _Words(report, language)
    lines.writerow(
        ["table", "row", "column", "figure", *(words.say(f"report-csv-{each}").lower() for each in ("row", "column"))]
    )
    for table in report.tables:
        for row in table.rows:
            for code, cell in zip(table.columns, row.cells, strict=True):
                id_ = code.removeprefix("report-column-").replace("-", "_")
                figure = "" if cell is None else "hidden" if cell is HIDDEN else words.cell(cell)
                named = [table.id, row.id, id_, figure, words.message(row.name), words.say(code)]
                lines.writerow([_no_formula(each) for each in named])
    return text.getvalue()


def _no_formula(cell: str) -> str:
    """A spreadsheet takes what begins with one of these signs for a formula, unless an apostrophe stands before it."""
    return f"'{cell}" if cell[:1] in _SIGNS and not _NUMBER.fullmatch(cell) else cell


def as_text(report: Report, language: str) -> Iterator[str]:
    """Give the lines of the report, table by table."""
    words = _Words(report, language)
    yield words.say(f"report-title-{report.id}")
    yield words.say("report-over", register=words.register(), days=words.days())
    for table in report.tables:
        yield ""
        yield from _table(table, words)
    yield ""
    yield words.say("report-hidden-note", least=LEAST)


def _table(table: Table, words: _Words) -> Iterator[str]:
    yield words.say(table.title)
    heads = [words.say(code) for code in table.columns]
    body = [(words.message(row.name), [words.cell(cell) for cell in row.cells]) for row in table.rows]
    if not body:
        yield f"  {words.say('report-nothing')}"
        return
    first = min(WIDEST, max(len(name) for name, _ in body))
    widths = [max(len(head), *(len(cells[at]) for _, cells in body)) for at, head in enumerate(heads)]
    yield _line("", heads, first, widths)
    for name, cells in body:
        *before, last = _cut(name, first)
        yield from (f"  {each}" for each in before)
        yield _line(last, cells, first, widths)
    for note in table.notes:
        yield f"  {words.message(note)}"


def _line(name: str, cells: list[str], first: int, widths: list[int]) -> str:
    figures = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return f"  {name.ljust(first)}  {figures}".rstrip()


def _cut(name: str, width: int) -> list[str]:
    """Cut a name into lines between its words."""
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


@frozen
class _Several:
    """The labels of several definitions: the first that knows a thing names it."""

    each: tuple[Labels, ...]

    def label(self, kind: str, id: str, language: str) -> str:  # noqa: A002 - as in `text.Names`
        found = (labels.label(kind, id, language) for labels in self.each)
        return next((name for name in found if name != id), id)


class _Words:
    """Says what stands in a report in the reader's language, with the definition's own labels."""

    def __init__(self, report: Report, language: str) -> None:
        self._report = report
        self._language = language
        self._labels = _Several(tuple(Labels(each) for each in report.pathways))

    def say(self, code: str, **params: Param) -> str:
        return self.message(message(code, **params))

    def message(self, what: Message) -> str:
        words = render(what, self._language, self._labels)
        return words[:1].upper() + words[1:]

    def cell(self, cell: Cell) -> str:
        if isinstance(cell, Hidden):
            return ".."
        if cell is None:
            return "–"
        if isinstance(cell, Message):
            return render(cell, self._language, self._labels)
        # A point in Finnish and Swedish would be read as a thousand.
        return str(cell).replace(".", ",") if isinstance(cell, float) and self._language != "en" else str(cell)

    def register(self) -> str:
        return self._labels.label("organisation", self._report.register, self._language)

    def days(self) -> Message:
        first, last = self._report.period.from_, self._report.period.to
        if first and last:
            return message("report-days-both", first=first, last=last)
        if first:
            return message("report-days-from", first=first)
        return message("report-days-to", last=last) if last else message("report-days-all")
