"""The effective definition as YAML, every line with the file and line it was written at."""

from __future__ import annotations

__all__ = ["Origin", "origin_lines", "origin_text"]

from collections.abc import Iterator
from os.path import commonpath, dirname, relpath

from attrs import frozen

from pathway_engine.definition.load import Loaded
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.tree import Items, Mark, Node, Path, Table
from pathway_engine.show.yaml_text import yaml_lines

# Lines so near one another are told as one piece: a comment between the members of a list is no gap.
_NEAR = 3


@frozen
class Origin:
    """A line of the effective definition, and where it comes from.

    Args:
        text: The line of YAML.
        places: `file:line` of what is on it, `file:first-last` when it takes several lines; several when more than
            one file had a part in it. What nobody wrote, such as the id a requirement has by default, is told of
            by what it belongs to.
    """

    text: str
    places: tuple[str, ...]


def origin_lines(loaded: Loaded) -> Iterator[Origin]:
    """Give the effective definition line by line, with the places its parts were written at."""
    top = _folder(loaded.files)
    for text, path in yaml_lines(loaded.pathway):
        node = _node(loaded.origins.tree, path)
        # A line that only opens a map or list tells of its key; what is under it is told on its own lines.
        block = text.endswith(":")
        marks = [loaded.origins.key(*path)] if node is None or block else list(_marks(node, path, loaded.origins))
        yield Origin(text, tuple(_places(marks, top)))


def origin_text(loaded: Loaded) -> str:
    """Write the effective definition with the places before the lines, in columns."""
    found = list(origin_lines(loaded))
    told = [", ".join(each.places) for each in found]
    width = min(48, max(map(len, told)))
    return "".join(f"{place:<{width}}  {each.text}\n" for place, each in zip(told, found, strict=True))


def _places(marks: list[Mark], top: str) -> Iterator[str]:
    """Give each file once, with its lines: `fi-base.yaml:28-43`, `fragments/work_activity.yaml:8,78`."""
    for file in dict.fromkeys(mark.file for mark in marks):
        lines = sorted({mark.line for mark in marks if mark.file == file})
        runs = [[lines[0], lines[0]]]
        for line in lines[1:]:
            if line <= runs[-1][1] + _NEAR:
                runs[-1][1] = line
            else:
                runs.append([line, line])
        told = ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
        yield f"{relpath(file, top) if top else file}:{told}"


def _folder(files: tuple[str, ...]) -> str:
    """Give the folder that all files lie in, so that their names can be short; none for a host's own texts."""
    folders = [dirname(each) for each in files]  # noqa: PTH120 - names to show, of files that need not exist
    if not all(folders) or len({each.startswith("/") for each in folders}) > 1:
        return ""
    return commonpath(folders)


def _node(tree: Table, path: Path) -> Node | None:
    node: Node | None = tree
    for part in path:
        if isinstance(node, Table):
            node = node.get(str(part))
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
            node = node.nodes[part]
        else:
            return None
    return node


def _marks(node: Node, path: Path, origins: Origins) -> Iterator[Mark]:
    yield origins.key(*path)
    inner: Iterator[Node] = iter(())
    if isinstance(node, Table):
        inner = (entry.node for entry in node.entries.values())
    elif isinstance(node, Items):
        inner = iter(node.nodes)
    for each in inner:
        yield from _inside(each)
    yield node.mark


def _inside(node: Node) -> Iterator[Mark]:
    yield node.mark
    if isinstance(node, Table):
        for entry in node.entries.values():
            yield from _inside(entry.node)
    elif isinstance(node, Items):
        for each in node.nodes:
            yield from _inside(each)
