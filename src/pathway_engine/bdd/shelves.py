"""Finding the definition that a feature names: by id or title, beside the feature first, then among the installed."""

from __future__ import annotations

__all__ = [
    "definitions",
    "feature_text",
    "files_below",
    "find_pathway",
    "folders_of",
    "is_installed",
    "known_titles",
    "path_of",
    "ready",
]

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from pathlib import Path

from pathway_engine.case.naming import Naming
from pathway_engine.definition import load
from pathway_engine.definition.labels import Labels, likened
from pathway_engine.definition.model import Pathway
from pathway_engine.machine import Machine, compile_pathway

_TITLE = re.compile(r"^title:(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_WORDS = re.compile(r"\b(?:fi|sv|en):\s*(?:\"([^\"]*)\"|([^,}\n]+))")
_IS_PATHWAY = re.compile(r"^pathway:", re.MULTILINE)


def find_pathway(typed: str, start: Path | None) -> Pathway | None:
    """Give the definition called `typed`, by its id or its title in any language; None when there is none.

    Args:
        typed: What the feature says.
        start: Folder of the feature; it and the folders above it are looked through before the installed definitions.

    Raises:
        DefinitionError: The definition has faults.
    """
    path = path_of(typed, start)
    return _loaded(path, path.stat().st_mtime_ns) if path is not None else None


def path_of(typed: str, start: Path | None) -> Path | None:
    """Give the file of the definition called `typed`, as `find_pathway` finds it."""
    return next((path for path, names in _all(start) if likened(typed) in names), None)


def known_titles(start: Path | None) -> tuple[str, ...]:
    """Give the names under which definitions can be asked for."""
    return tuple(dict.fromkeys(name for _, names in _all(start) for name in names))


def definitions(start: Path | None) -> tuple[Path, ...]:
    """Give every definition that can be asked for: of several with one name, the nearest."""
    found: dict[str, Path] = {}
    for path, _ in _all(start):
        found.setdefault(path.stem, path)
    return tuple(found.values())


_READY: dict[int, tuple[Pathway, Machine, Naming]] = {}


def ready(pathway: Pathway) -> tuple[Machine, Naming]:
    """Give a definition compiled, and its names: made once for all scenarios, since nothing in them changes."""
    # By identity, for two definitions of one digest may differ in their texts; the entry keeps the id taken.
    if id(pathway) not in _READY:
        _READY[id(pathway)] = (pathway, compile_pathway(pathway), Naming(pathway, Labels(pathway)))
    return _READY[id(pathway)][1:]


def folders_of(start: Path | None) -> tuple[Path, ...]:
    """Give a folder and those above it up to the root of the project, or a few when there is no mark of one."""
    if start is None:
        return ()
    folders = [start, *start.parents]
    root = next((each for each in folders if _is_root(each)), folders[min(3, len(folders) - 1)])
    return tuple(folders[: folders.index(root) + 1])


def feature_text(path: Path) -> str:
    """Give the text of a feature without the mark that some editors begin with; U+FFFD stands for what is no UTF-8."""
    return path.read_text(encoding="utf-8-sig", errors="replace")


def files_below(folder: Path, name: str) -> tuple[Path, ...]:
    """Give the files in a folder and below whose names fit; hidden folders and virtual environments are left out."""
    found: list[Path] = []
    for at, folders, names in os.walk(folder):
        here = Path(at)
        folders[:] = [] if "pyvenv.cfg" in names else [each for each in folders if not each.startswith(".")]
        found += [here / each for each in names if fnmatchcase(each, name) and "pyvenv.cfg" not in names]
    return tuple(sorted(found))


def _all(start: Path | None) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for folder in (*folders_of(start), _shelf()):
        for path in sorted(folder.glob("*.yaml")):
            names = _names(path, path.stat().st_mtime_ns)
            if names:
                yield path, names


def _shelf() -> Path:
    return Path(str(files("pathway_engine") / "workflows"))


def is_installed(path: Path) -> bool:
    """Tell whether a definition came with the library."""
    return path.parent == _shelf()


def _is_root(folder: Path) -> bool:
    marks = ("pyproject.toml", "pytest.ini", ".git", "setup.cfg", "tox.ini")
    return any((folder / mark).exists() for mark in marks)


@cache
def _names(path: Path, _changed: int) -> tuple[str, ...]:
    """Read the id and the titles of a definition without loading it; nothing when it is none."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if not _IS_PATHWAY.search(text):
        return ()
    block = _TITLE.search(text)
    titles = [one or two for one, two in _WORDS.findall(block[1])] if block else []
    return tuple(dict.fromkeys(likened(each) for each in (path.stem, *titles)))


@cache
def _loaded(path: Path, _changed: int) -> Pathway:
    return load(path)
