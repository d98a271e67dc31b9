"""Which feature files show a pathway: those that put it to use, wherever they stand."""

from __future__ import annotations

__all__ = ["about", "pathways_used", "shipped_features", "unused"]

from collections.abc import Collection, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from pathway_engine.bdd.lint import spoken
from pathway_engine.bdd.phrases import phrases_of
from pathway_engine.bdd.sentences import matches
from pathway_engine.bdd.shelves import feature_text, find_pathway, path_of
from pathway_engine.errors import DefinitionError


def about(paths: Iterable[Path], digests: Collection[str]) -> tuple[Path, ...]:
    """Give the feature files in which a scenario uses one of some pathways.

    A file that does not say which one it uses, or says it in words of its own, is given as well: running it is the
    only way to know.

    Args:
        paths: Feature files.
        digests: Digests of the pathways.
    """
    return tuple(path for path in paths if _may_use(path, digests))


def unused(paths: Iterable[Path], digests: Iterable[str]) -> set[str]:
    """Give those of some pathways that no feature file is known to use.

    A file that does not say which one it uses counts for none here: a slip in a name must not stand for the features of
    every pathway.
    """
    return set(digests).difference(*(_used(path) for path in paths))


def shipped_features(names: Iterable[str]) -> tuple[Path, ...]:
    """Give the features that come with the installed definitions of these names."""
    shelf = Path(str(files("pathway_engine") / "features"))
    return tuple(path.resolve() for name in names for path in sorted((shelf / name).glob("*.feature")))


def pathways_used(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the file of every definition that feature files put to use, in the order of their use."""
    found = (path_of(typed, path.resolve().parent) for path in paths for typed in _names(path))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _may_use(path: Path, digests: Collection[str]) -> bool:
    used = list(_used(path))
    return not used or not {"", *digests}.isdisjoint(used)


def _used(path: Path) -> Iterator[str]:
    """Give the digest of every pathway that a file puts to use; empty for one that cannot be told."""
    for name in _names(path):
        try:
            pathway = find_pathway(name, path.resolve().parent)
        except DefinitionError:
            pathway = None
        yield pathway.digest if pathway is not None else ""


def _names(path: Path) -> Iterator[str]:
    """Give what a file calls the pathways it uses, in its own sentences or in phrases."""
    text = feature_text(path)
    phrases = phrases_of(path.resolve().parent)
    said = [line.strip().partition(" ")[2] for line in text.splitlines()]
    parts = [part.sentence for each in said for part in phrases.read(each)] if phrases.all else []
    for sentence in (*said, *parts):
        found = matches(sentence, spoken(text)) or (matches(sentence) if sentence in parts else ())
        if found and found[0].id == "T1":
            yield found[0].values["pathway"]
