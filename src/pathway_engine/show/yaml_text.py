"""The effective definition as YAML: what is left when overlays are laid and fragments opened."""

from __future__ import annotations

__all__ = ["yaml_lines", "yaml_text"]

import json
import re
from collections.abc import Iterator
from typing import Any

from pathway_engine.definition.digest import to_plain
from pathway_engine.definition.model import Pathway
from pathway_engine.definition.tree import Path

# What YAML may be written bare, and no reader takes for something else: no digits first (dates, numbers).
_BARE = re.compile(r"[A-Za-zÅÄÖåäö][\w.-]*(?: [\wÅÄÖåäö.-]+)*")
_TAKEN = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def yaml_text(pathway: Pathway) -> str:
    """Write the effective definition as YAML."""
    return "".join(f"{line}\n" for line, _ in yaml_lines(pathway))


def yaml_lines(pathway: Pathway) -> Iterator[tuple[str, Path]]:
    """Write the effective definition line by line, each with the path of what stands on it."""
    yield from _mapping(to_plain(pathway), 0, ())


def _mapping(data: dict[str, Any], depth: int, path: Path) -> Iterator[tuple[str, Path]]:
    for key, value in data.items():
        name, place = f"{'  ' * depth}{_scalar(key)}:", (*path, key)
        if isinstance(value, dict) and value and not _flows(value):
            yield name, place
            yield from _mapping(value, depth + 1, place)
        elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
            yield name, place
            for index, each in enumerate(value):
                yield f"{'  ' * (depth + 1)}- {_flow(each)}", (*place, index)
        else:
            yield f"{name} {_flow(value)}", place


def _flows(value: dict[str, Any]) -> bool:
    """Tell whether a mapping goes on one line: a text in three languages, or something as small."""
    return len(value) <= 3 and all(not isinstance(each, dict | list) for each in value.values())


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if _BARE.fullmatch(value) and value.casefold() not in _TAKEN:
        return value
    return json.dumps(value, ensure_ascii=False)
