"""Tables of figures, with small figures hidden.

A figure from one to four may point at a person, so it is not shown. Nor is what would give it away: in a column that
adds up to a total, the smallest further figures are hidden too, until what is hidden could be several different
figures. A share or a middle value is hidden when it rests on fewer than five, or when its other part is that small.
Figures that no client stands behind (points of a review, hours, trainings) are shown as they are.
"""

from __future__ import annotations

__all__ = [
    "HIDDEN",
    "LEAST",
    "Cell",
    "Hidden",
    "Report",
    "Row",
    "Table",
    "added_up",
    "balanced",
    "counted",
    "middle",
    "of_whole",
    "row",
    "share",
]

from collections.abc import Collection, Mapping, Sequence
from statistics import median

from attrs import frozen

from pathway_engine.definition.model import Pathway
from pathway_engine.reports.histories import Period
from pathway_engine.text import Message, Param, Ref, message

LEAST = 5
"""The smallest figure about clients that is shown; zero is shown too."""


@frozen
class Hidden:
    """A figure that is too small to be shown, or that would give away one that is."""


HIDDEN = Hidden()

Cell = int | float | str | Message | Hidden | None
"""What stands in a table: a figure, words, a figure that is hidden, or nothing where nothing can be known."""


@frozen
class Row:
    """One line: an id for programs, a name for people, the figures."""

    id: str
    name: Message
    cells: tuple[Cell, ...]


@frozen
class Table:
    """One table of a report.

    Args:
        id: Id for programs.
        title: Name, a message code.
        columns: Message codes of the columns of figures.
        rows: Lines.
        notes: What a reader must know to read the figures right.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Message, ...] = ()


@frozen
class Report:
    """A whole report over one register.

    Args:
        id: `palo`, `fidelity` or `flow`.
        register: The register; its figures are those of one controller.
        period: The days it covers.
        tables: Tables.
        pathways: The definitions whose labels name the rows; none when the register has no cases.
    """

    id: str
    register: str
    period: Period
    tables: tuple[Table, ...]
    pathways: tuple[Pathway, ...]


def counted(value: int) -> int | Hidden:
    """Give a figure about clients as it may be shown."""
    return HIDDEN if 0 < value < LEAST else value


def of_whole(part: int, whole: int) -> int | Hidden:
    """Give a figure that is shown beside the whole it is part of: the rest may not be small either."""
    return HIDDEN if 0 < part < LEAST or 0 < whole - part < LEAST else part


def balanced(*figures: int) -> tuple[int | Hidden, ...]:
    """Give figures of which one follows from the others, such as opened, closed and open: one hidden hides all."""
    small = any(0 < each < LEAST for each in figures)
    return tuple(HIDDEN if small and each else each for each in figures)


def share(part: int, whole: int) -> float | Hidden | None:
    """Give a percentage as it may be shown; None when there is nothing to take it of."""
    if whole == 0:
        return None
    if whole < LEAST or 0 < part < LEAST or 0 < whole - part < LEAST:
        return HIDDEN
    return round(100 * part / whole, 1)


def middle(values: Sequence[float]) -> float | Hidden | None:
    """Give the median of at least five values; None when there are none."""
    if not values:
        return None
    return HIDDEN if len(values) < LEAST else round(float(median(values)), 1)


def added_up(figures: Mapping[str, int]) -> tuple[dict[str, int | Hidden], int | Hidden]:
    """Give the figures of a column that adds up, and their total, so that no hidden one can be worked out."""
    hidden = {key for key, value in figures.items() if 0 < value < LEAST}
    total = sum(figures.values())
    if not hidden:
        return dict(figures), counted(total)
    shown = sorted((value, key) for key, value in figures.items() if value and key not in hidden)
    while shown and not _is_open(figures, hidden):
        hidden.add(shown.pop(0)[1])
    # When there is nothing more to hide behind, the total would tell.
    kept = {key: HIDDEN if key in hidden else value for key, value in figures.items()}
    return kept, total if _is_open(figures, hidden) else HIDDEN


def _is_open(figures: Mapping[str, int], hidden: Collection[str]) -> bool:
    """Tell whether the hidden figures stay unknown to whoever subtracts the others from the total.

    One alone is the difference itself; as many ones as figures can be nothing but ones.
    """
    rest = sum(figures[key] for key in hidden)
    return len(hidden) > 1 and rest >= LEAST and rest > len(hidden)


def row(id_: str, name: str | Ref, *cells: Cell, **params: Param) -> Row:
    """Make a line; its name is a message code, or a thing of the definition."""
    named = message("report-named", what=name) if isinstance(name, Ref) else message(name, **params)
    return Row(id_, named, cells)
