"""Reading where states go whose ids changed: every name is looked up before anything is planned."""

from __future__ import annotations

__all__ = ["read_mapping"]

from collections.abc import Iterable, Iterator
from pathlib import Path

from pathway_engine.cli.output import Output, shelf_of
from pathway_engine.definition.findings import Findings, Halt, Word
from pathway_engine.definition.reader import read
from pathway_engine.definition.tree import scalar_text
from pathway_engine.engine import CaseMigration, PathwayEngine
from pathway_engine.engine.library import Shelf
from pathway_engine.errors import DefinitionError
from pathway_engine.stores.port import MOST_ROWS, Wanted

Pairs = dict[str, str]


def read_mapping(
    out: Output, engine: PathwayEngine, migration: CaseMigration, maps: Iterable[str]
) -> tuple[Pairs, Pairs]:
    """Read `OLD=NEW` pairs and files of them; names may be ids or labels.

    Args:
        out: For faults.
        engine: Knows both definitions.
        migration: Tells which cases are concerned: the old names are those of their definitions.
        maps: As they were typed.

    Returns:
        States, and states of services as `service.state`, each old -> new.

    Raises:
        Fault: A name is not known where it should be.
        DefinitionError: A file cannot be read.
    """
    old = [shelf_of(engine, digest) for digest in _left(engine, migration)]
    new = shelf_of(engine, migration.to)
    states: Pairs = {}
    services: Pairs = {}
    for typed, wanted in _pairs(out, maps):
        found = [_state(shelf, typed) for shelf in old]
        if any(found):
            states |= {each: _new_state(out, new, wanted) for each in found if each}
            continue
        inside = {each for shelf in old if (each := _inside(shelf, typed))}
        if old and not inside:
            raise out.fault("mapping-old", typed=typed, known=_known(old))
        services |= {f"{kind}.{state}": _new_inside(out, new, kind, wanted) for kind, state in inside}
    return states, services


def _left(engine: PathwayEngine, migration: CaseMigration) -> list[str]:
    """Give the definitions that cases are to leave."""
    found: dict[str, None] = {}
    after: str | None = ""
    while after is not None:
        page = engine.cases(Wanted(is_open=True), after=after, limit=MOST_ROWS)
        found |= dict.fromkeys(row.digest for row in page.rows if migration.concerns(row))
        after = page.after
    return list(found)


def _pairs(out: Output, maps: Iterable[str]) -> Iterator[tuple[str, str]]:
    for typed in maps:
        old, equals, new = (part.strip() for part in typed.partition("="))
        if not equals:
            if not Path(typed).exists():
                raise out.fault("mapping-file", typed=typed)
            yield from _file(out, typed)
        elif old and new:
            yield old, new
        else:
            raise out.fault("mapping-form", typed=typed)


def _file(out: Output, path: str) -> Iterator[tuple[str, str]]:
    findings = Findings()
    try:
        table = read(Path(path).read_bytes(), path, findings)
    except Halt:
        table = None
    for name, entry in table.entries.items() if table else ():
        text = scalar_text(entry.node)
        if text is None:
            findings.add(entry.mark, "wrong-type", wanted=Word("name"), found=Word("other"))
        else:
            yield name, text
    found = tuple(findings)
    if found:
        raise DefinitionError([each.problem(out.language) for each in found])


def _state(shelf: Shelf, typed: str) -> str:
    found = shelf.naming.find("state", typed) or typed
    return found if found in shelf.machine.main.states else ""


def _inside(shelf: Shelf, typed: str) -> tuple[str, str] | None:
    """Read `service.state`."""
    kind, dot, state = typed.partition(".")
    found = shelf.naming.find("service", kind)
    if not dot or found is None:
        return None
    inner = shelf.naming.find_in("state", found, state) or state
    return (found, inner) if inner in shelf.machine.services[found].states else None


def _new_state(out: Output, new: Shelf, wanted: str) -> str:
    found = _state(new, wanted)
    if not found:
        raise out.fault("mapping-new", typed=wanted, known=_known([new]))
    return found


def _new_inside(out: Output, new: Shelf, kind: str, wanted: str) -> str:
    """Read a state of the same service; it may be given with the service before it, or without."""
    found = _inside(new, f"{kind}.{wanted}") or _inside(new, wanted)
    if found is None or found[0] != kind:
        states = new.machine.services[kind].states if kind in new.machine.services else {}
        raise out.fault("mapping-new", typed=wanted, known=", ".join(states) or "–")
    return found[1]


def _known(shelves: Iterable[Shelf]) -> str:
    return ", ".join(dict.fromkeys(state for shelf in shelves for state in shelf.machine.main.states)) or "–"
