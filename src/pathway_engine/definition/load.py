"""Loading a definition: from a name or a text to a frozen `Pathway`, or to all that is wrong.

The steps, each a module of its own: find the texts (`sources`), read them (`reader`), write out
shorthand (`shorthand`), order the files (`extends`), lay them over one another and open fragments
(`compose`), make values (`structure`), and see that every name leads somewhere (`names`).
"""

from __future__ import annotations

__all__ = ["Loaded", "gather", "load", "load_base", "load_bases", "load_text", "load_with_origins"]

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve, frozen
from cattrs import BaseValidationError

from pathway_engine.definition.compose import compose
from pathway_engine.definition.digest import digest_of
from pathway_engine.definition.extends import Layer, Library, in_order
from pathway_engine.definition.findings import Findings, Halt, closest
from pathway_engine.definition.model import Pathway
from pathway_engine.definition.names import check_names
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.sources import (
    Document,
    Folder,
    NotRegular,
    Several,
    Sources,
    as_sources,
    is_safe_name,
)
from pathway_engine.definition.structure import Fault, faults_of, structure
from pathway_engine.definition.tree import Mark, Plain, plain
from pathway_engine.errors import Problem
from pathway_engine.text import LANGUAGES

# After these the rest of the definition can still be judged; after any other fault of reading or of
# putting the files together, what is missing would only seem to be wrong.
_GOES_ON = {
    "bad-key",
    "bad-overlay",
    "duplicate-key",
    "initial-count",
    "name-differs",
    "nothing-to-remove",
    "nothing-to-replace",
    "unknown-key",
    "with-without-use",
}

_ANY_TEXT = dict.fromkeys(LANGUAGES, "-")
_STAND_INS: dict[str, Plain] = {
    "pathway": "x",
    "version": "0",
    "title": _ANY_TEXT,
    "states": {},
    "transitions": {},
}


@frozen
class Loaded:
    """A pathway and what is known of its making, for tools.

    Args:
        pathway: The effective definition.
        origins: Where each of its keys and values was written.
        files: The files read, in the order of reading.
        warnings: What is not quite right but forbids nothing.
    """

    pathway: Pathway
    origins: Origins
    files: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def load(
    name_or_path: str | PathLike[str],
    *,
    sources: Sources | Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> Pathway:
    """Load a pathway definition.

    Args:
        name_or_path: A name such as `fi-base` or `fi-base@2025.1`, or a path that ends in `.yaml`.
        sources: Where names are looked up: sources, or the texts by name. By default the installed
            definitions, and before them the folder of the path when a path is given.
        language: Language of the problems: `fi`, `sv` or `en`.

    Raises:
        DefinitionError: With every problem found, sorted by place.
    """
    return load_with_origins(name_or_path, sources=sources, language=language).pathway


def load_text(
    text: str | bytes,
    *,
    name: str = "<text>",
    sources: Sources | Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> Pathway:
    """Load a pathway definition from its text.

    Args:
        text: The YAML.
        name: What to call it in problems.
        sources: Where `extends` and `use` look names up; the installed definitions by default.
        language: Language of the problems: `fi`, `sv` or `en`.

    Raises:
        DefinitionError: With every problem found, sorted by place.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return load_with_origins(Document(name, data), sources=sources, language=language).pathway


def load_with_origins(
    what: str | PathLike[str] | Document,
    *,
    sources: Sources | Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> Loaded:
    """Load a pathway definition and keep where everything in it was written.

    Args:
        what: A name, a path, or the document itself.
        sources: As for `load`.
        language: Language of the problems: `fi`, `sv` or `en`.

    Raises:
        DefinitionError: With every problem found, sorted by place.
    """
    with _gathered(language) as findings:
        return _load(what, sources, findings, language)


def load_base(
    what: str | PathLike[str] | Document,
    *,
    sources: Sources | Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> Pathway | None:
    """Load what a definition extends, all of it laid together; None when it extends nothing.

    Args:
        what: A name, a path, or the document itself: the definition that extends.
        sources: As for `load`.
        language: Language of the problems: `fi`, `sv` or `en`.

    Raises:
        DefinitionError: With every problem found, sorted by place.
    """
    with _gathered(language) as findings:
        library, layers = _layers(what, sources, findings)
        if len(layers) == 1:
            return None
        base = _made(library, layers[:-1], findings).pathway
    return evolve(base, digest=digest_of(base))


def load_bases(
    what: str | PathLike[str] | Document,
    *,
    sources: Sources | Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> tuple[Pathway, ...]:
    """Load every definition that a definition extends, each as it is by itself, the nearest first.

    Args:
        what: A name, a path, or the document itself: the definition that extends.
        sources: As for `load`.
        language: Language of the problems: `fi`, `sv` or `en`.

    Raises:
        DefinitionError: With every problem found, sorted by place.
    """
    with _gathered(language) as findings:
        library, layers = _layers(what, sources, findings)
        made = [_made(library, in_order(each, library, findings), findings).pathway for each in layers[-2::-1]]
    return tuple(evolve(each, digest=digest_of(each)) for each in made)


@contextmanager
def _gathered(language: str) -> Iterator[Findings]:
    """Gather problems, and raise all of them together when the reading is over, or when it cannot go on."""
    findings = Findings()
    try:
        yield findings
    except Halt:
        findings.raise_errors(language)
        raise AssertionError("a halt without a finding") from None  # pragma: no cover
    findings.raise_errors(language)


def _load(
    what: str | PathLike[str] | Document,
    sources: Sources | Mapping[str, str | bytes] | None,
    findings: Findings,
    language: str,
) -> Loaded:
    loaded = gather(what, sources, findings)
    findings.raise_errors(language)
    pathway = evolve(loaded.pathway, digest=digest_of(loaded.pathway))
    return evolve(loaded, pathway=pathway, warnings=tuple(findings.problems(language)))


def gather(
    what: str | PathLike[str] | Document,
    sources: Sources | Mapping[str, str | bytes] | None,
    findings: Findings,
) -> Loaded:
    """Load a definition as far as that makes sense, for the checker.

    Args:
        what: A name, a path, or the document itself.
        sources: As for `load`.
        findings: Takes what is wrong.

    Returns:
        What was written, without digest; when there are errors, without the entries that have them.

    Raises:
        Halt: So much is wrong that nothing can be made; `findings` says what.
    """
    return _made(*_layers(what, sources, findings), findings)


def _layers(
    what: str | PathLike[str] | Document,
    sources: Sources | Mapping[str, str | bytes] | None,
    findings: Findings,
) -> tuple[Library, list[Layer]]:
    """Read the files a definition is made of, bases first."""
    library, top = _top(what, sources, findings)
    layers = in_order(top, library, findings) if top else []
    if top is None or any(finding.code not in _GOES_ON for finding in findings):
        raise Halt
    return library, layers


def _made(library: Library, layers: list[Layer], findings: Findings) -> Loaded:
    """Put files together, and see that every name in the whole leads somewhere."""
    tree, removals = compose(layers, library, findings)
    if any(finding.code not in _GOES_ON for finding in findings):
        raise Halt
    origins = Origins(tree, removals)
    pathway = _structured(plain(tree), origins, findings)
    if pathway is None:  # pragma: no cover - then there was an error
        raise Halt
    check_names(pathway, origins, findings)
    return Loaded(pathway, origins, tuple(library.files))


def _top(
    what: str | PathLike[str] | Document,
    sources: Sources | Mapping[str, str | bytes] | None,
    findings: Findings,
) -> tuple[Library, Layer | None]:
    """Give the library to look names up in, and the file that was asked for."""
    if isinstance(what, Document):
        library = Library(as_sources(sources), findings)
        return library, library.layer(what)
    asked = fspath(what)
    here = Mark(asked, 0, 0)
    if not asked.endswith((".yaml", ".yml")) and not {"/", os.sep} & set(asked):
        library = Library(as_sources(sources), findings)
        name, _, version = asked.partition("@")
        return library, library.pathway(name, version, here)
    path = Path(asked)
    beside = Folder(path.parent)
    library = Library(Several(beside, as_sources(sources)), findings)
    if path.suffix != ".yaml" or _is_missing(beside, path.stem):
        # An installed definition of that name must never stand in for a file that is not there.
        findings.unknown(here, "no-such-file", asked, [str(path.parent / f"{each}.yaml") for each in beside.names("")])
        return library, None
    return library, library.pathway(path.stem, "", here)


def _is_missing(folder: Folder, stem: str) -> bool:
    """Tell whether there is nothing under that name; a link or a device is told of when it is read."""
    try:
        return is_safe_name(stem) and folder.find("", stem) is None
    except NotRegular:
        return False


def _structured(data: Plain, origins: Origins, findings: Findings) -> Pathway | None:
    """Make a pathway of plain data; faulty entries are reported, and left out of what is made."""
    try:
        return structure(data)
    except BaseValidationError as error:
        faults = list(faults_of(error))
    kept = data
    doubted: set[tuple[str | int, ...]] = set()
    for path, fault in faults:
        mark = origins.key(*path) if fault.at_key else origins.value(*path)
        if fault.code == "missing-key" and path not in doubted and (meant := _meant(data, path)):
            # Something new that lacks what it needs is often something inherited whose name was mistyped.
            findings.add(mark, fault.code, "taken-for-new", typed=str(path[-1]), guess=meant, **fault.params)
            doubted.add(path)
        else:
            _add(findings, mark, fault)
        # An unknown key takes nothing else along; any other fault takes its whole entry, such as
        # `transitions.identify_need`.
        kept = _without(kept, path if fault.code == "unknown-key" else path[:2])
    try:
        return structure({**_STAND_INS, **kept})
    except BaseValidationError:
        return None


def _meant(data: Plain, path: tuple[str | int, ...]) -> str | None:
    """Give the name beside an entry such as `transitions.identify_need` that was perhaps meant, or None."""
    if len(path) != 2:
        return None
    beside = data.get(str(path[0])) if isinstance(data, dict) else None
    return closest(str(path[1]), beside.keys() - {path[1]}) if isinstance(beside, dict) else None


def _add(findings: Findings, mark: Mark, fault: Fault) -> None:
    if fault.known:
        typed = str(fault.params.get("name", ""))
        findings.unknown(mark, fault.code, typed, fault.known)
    else:
        findings.add(mark, fault.code, *fault.hints, **fault.params)


def _without(data: Plain, path: tuple[str | int, ...]) -> Plain:
    """Give plain data without what is at a path."""
    if not path:
        return data
    first, rest = path[0], path[1:]
    if isinstance(data, dict) and first in data:
        if not rest:
            return {key: each for key, each in data.items() if key != first}
        return {**data, first: _without(data[first], rest)}
    if isinstance(data, list) and isinstance(first, int) and first < len(data) and rest:
        return [*data[:first], _without(data[first], rest), *data[first + 1 :]]
    return data
