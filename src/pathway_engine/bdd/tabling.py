"""What does not fit into the table below a sentence: a header that is missing, an item or a choice that is none."""

from __future__ import annotations

__all__ = ["table_faults"]

from collections.abc import Iterator

from pathway_engine.bdd.fitting import View, field_fault, move_fault, named, reason_fault, text_fault
from pathway_engine.bdd.outlines import HOLE, Cell
from pathway_engine.bdd.sentences import Match
from pathway_engine.case.fields import FieldFault, read_value
from pathway_engine.definition.labels import likened
from pathway_engine.definition.model import Field
from pathway_engine.text import Message, Ref, message

Row = tuple[Cell, ...]
Fault = tuple[Cell, Message, bool]
"""Where, what, and whether it is an error rather than something to look at."""

_HEADERS = {"K": "item", "T": "item", "E": "missing"}
_FIELDS = ("K1", "K2", "K7", "T5")
_WHOLE = ("N2",)
"""Sentences that read every row: their table has no header."""

_MAY_BE_EMPTY = ("S5", "N4", "E3")
"""Sentences for which a header alone says something: there is nothing."""

_WIDTH = {"K6": 1, "S5": 1, "N4": 1, "L6": 1, "N2": 1}


def table_faults(view: View, match: Match, table: tuple[Row, ...]) -> Iterator[Fault]:
    """Give what does not fit into a table.

    Args:
        view: What is known where it stands.
        match: The sentence above it.
        table: Its rows, header and all.
    """
    if not table or not match.pattern.may_have_table:
        return
    width = _WIDTH.get(match.id, 2)
    if len(table[0]) > width:
        yield table[0][width], message("lint-columns", found=len(table[0]), read=width), True
    if match.id in _WHOLE:
        yield from _texts(view, table)
        return
    header, *rows = table
    if _is_row(view, match, header[0].text):
        shown = message(f"lint-header-{_HEADERS.get(match.id[0], 'one')}")
        yield header[0], message("lint-no-header", typed=header[0].text, header=shown), True
    if not rows and match.id not in _MAY_BE_EMPTY:
        yield header[0], message("lint-header-only"), True
    yield from _twice(rows)
    for row in rows:
        if not HOLE.search(row[0].text):
            yield from _row(view, match, row)


def _is_row(view: View, match: Match, typed: str) -> bool:
    """Tell whether what should be a header is a row already: it names what the rows name."""
    labels = view.naming.labels
    if match.id in {"K1", "K2", "K7"}:
        record = view.naming.find("record", match.values["record"])
        return record is not None and view.naming.find_in("field", record, typed) is not None
    kind = {"T5": "field", "K6": "role", "S5": "move", "N4": "move", "L6": "record", "E3": "record"}[match.id]
    return bool(labels.candidates(kind, typed))


def _twice(rows: list[Row]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for row in rows:
        first = seen.setdefault(likened(row[0].text), row[0].line)
        if first != row[0].line:
            yield row[0], message("lint-cell-twice", typed=row[0].text, first=first), True


def _row(view: View, match: Match, row: Row) -> Iterator[Fault]:
    if match.id in _FIELDS:
        yield from _field(view, match, row)
        return
    cell, typed = row[0], row[0].text
    if not typed.strip():
        yield cell, message("lint-cell-empty"), True
        return
    found = {
        "K6": lambda: named("role")(view, match, typed),
        "L6": lambda: named("record")(view, match, typed),
        "S5": lambda: move_fault(view, typed, any_of=True),
        "N4": lambda: move_fault(view, typed, any_of=True),
        "E3": lambda: reason_fault(view, typed),
    }[match.id]()
    if found is not None:
        yield cell, found, True
    if match.id == "E3" and len(row) > 1 and not HOLE.search(row[1].text):
        for role in (each.strip() for each in row[1].text.split(",") if each.strip()):
            unknown = named("role")(view, match, role)
            if unknown is not None:
                yield row[1], unknown, True


def _field(view: View, match: Match, row: Row) -> Iterator[Fault]:
    """A field of the record, and a value that it can hold."""
    naming, typed = view.naming, row[0].text
    if match.id == "T5":
        homes = [each for each in naming.pathway.records if naming.find_in("field", each, typed) is not None]
        if not homes:
            yield row[0], message("lint-no-field", typed=typed, hint=naming.hint("field", typed)), True
            return
        record = homes[0]
    else:
        found = naming.find("record", match.values["record"])
        if found is None:
            return
        record = found
        wrong = field_fault(view, record, typed)
        if wrong is not None:
            yield row[0], wrong, True
            return
    name = str(naming.find_in("field", record, typed))
    field = naming.pathway.records[record].fields[name]
    # What is only tried may be meant to be refused; a choice that there is none of refuses nothing else.
    tried = match.id == "K7"
    if len(row) > 1 and not HOLE.search(row[1].text) and not (tried and not field.options):
        hint = _value_fault(view, field, row[1].text)
        if hint is not None:
            what = message("lint-value", field=Ref("field", f"{record}.{name}"), typed=row[1].text, hint=hint)
            yield row[1], what, not tried


def _value_fault(view: View, field: Field, typed: str) -> Message | None:
    try:
        read_value(field, typed, view.naming, lambda person: person)
    except FieldFault as fault:
        return _nearest(view, field, typed) or fault.expected
    return None


def _nearest(view: View, field: Field, typed: str) -> Message | None:
    """Give the choices that are almost called so, when there are any: a list may be long."""
    if not field.options:
        return None
    items = view.naming.pathway.catalogues[field.options].items
    cells = [each.strip() for each in typed.split(",")] if field.type == "choices" else [typed]
    wrong = next((each for each in cells if view.naming.find_in("option", field.options, each) is None), "")
    near = view.naming.hint_in("option", field.options, wrong, list(items)).param("names")
    if not isinstance(near, tuple) or len(near) == len(items):
        return None
    return message("lint-value-near", names=near)


def _texts(view: View, rows: tuple[Row, ...]) -> Iterator[Fault]:
    for row in rows:
        found = text_fault(view, row[0].text) if not HOLE.search(row[0].text) else None
        if found is not None:
            yield row[0], found, True
