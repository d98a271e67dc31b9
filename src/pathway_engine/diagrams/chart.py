"""A pathway as a chart: a column for each state, a line for each move.

A flowchart of twenty states and sixty moves is a thicket, whatever lays it out. Here every move has a line of its own:
a dot under each state it starts from, an arrow under the state it leads to, and its whole label beside it. The columns
stand by phase. The drawing is plain SVG with nothing to load, and the same definition gives the same bytes.
"""

from __future__ import annotations

__all__ = ["picture"]

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from xml.sax.saxutils import escape

from attrs import frozen

from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import PREVIOUS, Pathway
from pathway_engine.diagrams.signs import WIDTH, sign
from pathway_engine.machine import Rule, Table, compile_pathway
from pathway_engine.show.apart import apart
from pathway_engine.show.marking import INHERITED, TOUCHED, UNTOUCHED, Marks
from pathway_engine.text import message, render

_COLUMN, _LINE, _GAP = 58, 15, 10  # pixels: a state's column; a line of text; the space around a move's label
_LEFT, _MARGIN = 340, 24  # pixels: the labels of moves; the edge
_HEAD, _LETTER = 32, 6.5  # pixels: the head above a service's states, at least; what a letter of a slanting label adds
_PHASE = 180  # pixels: a column of names of phases
_LETTERS = 46  # of a move's label on one line
_HEAD_LETTERS = 32  # of a state's label on one line
_BANDS = ("#eef4fb", "#eaf6ee", "#fdf5e3", "#e8f3f3", "#f3eefa", "#fbeef3", "#f0f1e4")
_REST = "#f1f1f1"
_INK, _PALE = "#1f2a37", "#c3cad4"


def picture(pathway: Pathway, language: str, service: str = "", *, marks: Marks | None = None) -> str:
    """Draw a pathway, or one of its services, as SVG.

    Args:
        pathway: The effective definition.
        language: `fi`, `sv` or `en`.
        service: A service to draw; the main path when left out.
        marks: What is known of its states and moves; drawn beside each.

    Raises:
        KeyError: The pathway has no such service.
    """
    machine = compile_pathway(pathway)
    table = machine.services[service] if service else machine.main
    return _Chart(pathway, Labels(pathway), language, service, table, marks).svg()


@frozen
class _Row:
    """One line of the chart: a move, where it starts and where it leads."""

    label: str
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    fact: bool
    warm: bool
    resumes: bool
    names: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, str]:
        """Where the line stands: by its first state, what stays in it first."""
        return (min(self.sources), min(self.targets, default=-1), self.label)


@frozen
class _Chart:
    pathway: Pathway
    labels: Labels
    language: str
    service: str
    table: Table
    marks: Marks | None

    def svg(self) -> str:
        columns = self._columns()
        rows = sorted(self._rows(columns), key=lambda row: row.order)
        body = [*self._head(columns)]
        y = float(self._top(columns) + (WIDTH + 4 if self.marks else 0))
        lines: list[str] = []
        for number, row in enumerate(rows):
            lines += self._row(row, y, len(columns), shaded=number % 2 == 1)
            y += self._height(row)
        width = _MARGIN * 2 + _LEFT + _COLUMN * len(columns) + 90
        ground = [
            *self._bands(columns, y),
            *body,
            *lines,
            *self._legend(y + _GAP * 2),
            *self._phases(columns, y + _GAP * 2),
        ]
        height = y + _GAP * 2 + _LINE * (9 if self.marks else 5)
        title = escape(self._title())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" width="{width}" '
            f'height="{height:g}" role="img" font-family="DejaVu Sans, Verdana, Arial, sans-serif" font-size="12">\n'
            f"<title>{title}</title>\n"
            f'<rect width="{width}" height="{height:g}" fill="#ffffff"/>\n'
            f'<text x="{_MARGIN}" y="{_MARGIN + 16}" font-size="20" font-weight="bold" fill="{_INK}">{title}</text>\n'
            + "\n".join(ground)
            + "\n</svg>\n"
        )

    # ── columns ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _columns(self) -> tuple[str, ...]:
        """Give the states by phase; what belongs to none stands last, and the ends after all."""
        phases = list(self.pathway.phases)

        def place(name: str) -> tuple[int, bool]:
            state = self.table.states[name]
            return (phases.index(state.phase) if state.phase in phases else len(phases), state.kind == "final")

        return tuple(sorted(self.table.states, key=place))

    def _bands(self, columns: tuple[str, ...], bottom: float) -> Iterator[str]:
        phases, top = list(self.pathway.phases), self._top(columns)
        for index, name in enumerate(columns):
            phase = self.table.states[name].phase
            fill = _BANDS[phases.index(phase) % len(_BANDS)] if phase in phases else _REST
            x = _MARGIN + _LEFT + index * _COLUMN
            yield f'<rect x="{x}" y="{top}" width="{_COLUMN}" height="{bottom - top:g}" fill="{fill}"/>'
            middle = _x(index)
            yield f'<path d="M{middle} {top}V{bottom:g}" stroke="{_PALE}" stroke-width="1"/>'

    def _top(self, columns: tuple[str, ...]) -> int:
        """Give where the lines begin: below the longest label of a state."""
        lines = (line for name in columns for line in _broken(self._label("state", name), _HEAD_LETTERS))
        return round(_MARGIN + _HEAD + _LETTER * max(map(len, lines), default=0))

    def _head(self, columns: tuple[str, ...]) -> Iterator[str]:
        top = self._top(columns)
        for index, name in enumerate(columns):
            state = self.table.states[name]
            weight = "bold" if state.kind == "outcome" or state.initial else "normal"
            label = self._label("state", name)
            lines = _broken(label, _HEAD_LETTERS)
            if self.marks is not None:
                yield from sign(self.marks.of_state(name, self.service), _x(index), top + 8)
            for number, words in enumerate(lines):
                x = _x(index) + 4 + (number - (len(lines) - 1) / 2) * _LINE * 1.15
                yield (
                    f'<text transform="translate({x:g},{top - 8}) rotate(-60)" font-weight="{weight}" '
                    f'fill="{_INK}">{escape(words)}</text>'
                )

    # ── moves ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rows(self, columns: tuple[str, ...]) -> Iterator[_Row]:
        at = {name: index for index, name in enumerate(columns)}
        found: dict[tuple[str, str, bool, bool, bool], list[Rule]] = {}
        for state in self.table.states:
            for rule in self.table.rules_from(state):
                resumes = rule.move.to == PREVIOUS
                target = "" if rule.stays or resumes else rule.target
                label = self._label("move", rule.name)
                kind = (label, target, rule.move.fact, rule.move.handover is not None, resumes)
                found.setdefault(kind, []).append(rule)
        for (label, target, fact, warm, resumes), rules in found.items():
            sources = tuple(sorted({at[str(rule.source)] for rule in rules}))
            back = tuple(sorted({at[rule.target] for rule in rules})) if resumes else ()
            names = tuple(dict.fromkeys(rule.name for rule in rules))
            yield _Row(label, sources, (at[target],) if target else back, fact, warm, resumes, names)

    def _height(self, row: _Row) -> int:
        return _GAP + _LINE * len(_broken(row.label, _LETTERS))

    def _row(self, row: _Row, y: float, columns: int, *, shaded: bool) -> Iterator[str]:
        height = self._height(row)
        if shaded:
            width = _LEFT + columns * _COLUMN
            yield f'<rect x="{_MARGIN}" y="{y:g}" width="{width}" height="{height}" fill="#000000" opacity="0.035"/>'
        words = _broken(row.label, _LETTERS)
        left = _MARGIN + 4
        if self.marks is not None:
            yield from sign(self.marks.of_moves(row.names, self.service), left + WIDTH / 2, y + height / 2)
            left += WIDTH + 6
            note = self.marks.note_of(row.names, self.service)
            x, base = _MARGIN + _LEFT + columns * _COLUMN + 8, y + height / 2 + 4
            yield f'<text x="{x}" y="{base:g}" fill="{_INK}">{escape(note)}</text>' if note else ""
        for number, part in enumerate(words):
            base = y + _GAP / 2 + _LINE * (number + 0.8)
            yield f'<text x="{left}" y="{base:g}" fill="{_INK}">{escape(part)}</text>'
        yield from _move(row, y + height / 2)

    # ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _legend(self, y: float) -> Iterator[str]:
        shown = (
            ("diagram-plain", _Row("", (0,), (1,), fact=False, warm=False, resumes=False)),
            ("diagram-warm", _Row("", (0,), (1,), fact=False, warm=True, resumes=False)),
            ("diagram-fact", _Row("", (0,), (1,), fact=True, warm=False, resumes=False)),
            ("diagram-stays", _Row("", (0,), (), fact=False, warm=False, resumes=False)),
        )
        for number, (code, row) in enumerate(shown):
            at = y + _LINE * number
            moved = f'<g transform="translate({_MARGIN + 8 - _x(0)},0)">{"".join(_move(row, at))}</g>'
            yield moved
            words = escape(render(message(code), self.language))
            yield f'<text x="{_MARGIN + 76}" y="{at + 4:g}" fill="{_INK}">{words}</text>'
        if self.marks is not None:
            yield from self._signs(y + _LINE * len(shown))

    def _phases(self, columns: tuple[str, ...], y: float) -> Iterator[str]:
        """Name the phases by the colour of their columns, four to a column of names."""
        used = {self.table.states[name].phase for name in columns}
        shown = [(number, phase) for number, phase in enumerate(self.pathway.phases) if phase in used]
        for place, (number, phase) in enumerate(shown):
            x = _MARGIN + _LEFT + 130 + _PHASE * (place // 4)
            at = y + _LINE * (place % 4)
            fill = _BANDS[number % len(_BANDS)]
            yield f'<rect x="{x}" y="{at - 6:g}" width="24" height="12" fill="{fill}" stroke="{_PALE}"/>'
            words = escape(self.pathway.phases[phase].to(self.language))
            yield f'<text x="{x + 32}" y="{at + 4:g}" fill="{_INK}">{words}</text>'

    def _signs(self, y: float) -> Iterator[str]:
        for number, mark in enumerate((TOUCHED, INHERITED, UNTOUCHED)):
            at = y + (_LINE + 1) * number + 3
            yield from sign(mark, _MARGIN + 36, at)
            words = escape(render(message(f"diagram-{mark}"), self.language))
            yield f'<text x="{_MARGIN + 76}" y="{at + 4:g}" fill="{_INK}">{words}</text>'

    def _title(self) -> str:
        if self.service:
            return self.labels.label("service", self.service, self.language)
        return self.labels.label("pathway", self.pathway.pathway, self.language)

    def _label(self, kind: str, name: str) -> str:
        return apart(self.pathway, self.labels, kind, name, self.language, self.service)


def _x(index: int) -> int:
    return _MARGIN + _LEFT + index * _COLUMN + _COLUMN // 2


def _move(row: _Row, y: float) -> Iterator[str]:
    """Draw the dots, the line and the arrow of a move."""
    spots = [_x(each) for each in (*row.sources, *row.targets)]
    if row.targets:
        dash = ' stroke-dasharray="5 4"' if row.fact else ""
        thick = "3" if row.warm else "1.4"
        line = f"M{min(spots)} {y:g}H{max(spots)}"
        yield f'<path d="{line}" stroke="{_INK}" stroke-width="{thick}"{dash} fill="none"/>'
    hollow = not row.targets
    yield from (_dot(_x(each), y, hollow=hollow) for each in row.sources)
    for each in row.targets:
        if row.resumes:
            yield _dot(_x(each), y, hollow=True)
        else:
            yield from _arrow(each, row.sources, y)


def _dot(x: int, y: float, *, hollow: bool) -> str:
    fill = "#ffffff" if hollow else _INK
    return f'<circle cx="{x}" cy="{y:g}" r="4.5" fill="{fill}" stroke="{_INK}" stroke-width="1.6"/>'


def _arrow(target: int, sources: Iterable[int], y: float) -> Iterator[str]:
    """Draw a head from each side that a move comes from."""
    x = _x(target)
    for side in {1 if source < target else -1 for source in sources}:
        tip, back = x + side, x - 11 * side
        yield f'<polygon points="{back},{y - 6:g} {tip},{y:g} {back},{y + 6:g}" fill="{_INK}"/>'


def _broken(label: str, letters: int) -> list[str]:
    """Break a label into lines; the sign of a section stays with its number."""
    return TextWrapper(width=letters).wrap(label.replace(" §", "\u00a0§"))
