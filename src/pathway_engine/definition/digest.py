"""The digest of a definition: what makes two pathways the same rules (semantics §O2).

The *rules* are everything the engine can decide by; the *texts* are what people read. A better
wording changes the texts' digest only, so cases need no new definition for it. Values that equal
their default are left out: a key added to the model later changes no digest of today.
"""

from __future__ import annotations

__all__ = ["digest_of", "from_plain", "rules_of", "text_digest_of", "texts_of", "to_plain"]

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from attrs import AttrsInstance, evolve, fields, has

from pathway_engine.definition.model import Pathway, PlainText
from pathway_engine.definition.structure import structure, unstructure
from pathway_engine.text import Text


def to_plain(pathway: Pathway) -> dict[str, Any]:
    """Give the effective definition as plain data, such as JSON can hold; the digest is not in it.

    `from_plain` makes an equal pathway of it, years later as well: this is what a store keeps.
    """
    return unstructure(evolve(pathway, digest=""))


def from_plain(data: Mapping[str, Any]) -> Pathway:
    """Make a pathway of what `to_plain` gave, and set its digest.

    Raises:
        ValueError: The data is not a definition's.
    """
    pathway = structure(dict(data))
    return evolve(pathway, digest=digest_of(pathway))


def digest_of(pathway: Pathway) -> str:
    """Give the SHA-256 of the effective rules, as 64 hexadecimal digits."""
    return _digest(rules_of(pathway))


def text_digest_of(pathway: Pathway) -> str:
    """Give the SHA-256 of the texts people read, as 64 hexadecimal digits."""
    return _digest(texts_of(pathway))


def rules_of(pathway: Pathway) -> dict[str, Any]:
    """Give the effective definition without texts; of a list of labels the ids remain."""
    # What a region states for its checklist decides no case.
    ruling = evolve(pathway, checklist=None)
    rules = to_plain(ruling)
    _strip(rules, ruling)
    return rules


def texts_of(pathway: Pathway) -> dict[str, Any]:
    """Give the texts of a definition by their dotted path."""
    return dict(_texts(pathway, ()))


def _strip(data: dict[str, Any], value: AttrsInstance) -> None:
    """Drop from a value's plain data all that is text; the value says what is."""
    kind: Any = type(value)
    for name, key in _keys(kind):
        if key not in data:
            continue
        held = getattr(value, name)
        if isinstance(held, Text | PlainText):
            del data[key]
        elif isinstance(held, dict) and held:
            _strip_map(data, key, held)
        elif _holds_texts(held):
            _strip(data[key], held)


def _strip_map(data: dict[str, Any], key: str, held: dict[str, Any]) -> None:
    first = next(iter(held.values()))
    if isinstance(first, PlainText):
        del data[key]
    elif isinstance(first, Text):
        data[key] = sorted(held)
    elif _holds_texts(first):
        for name, each in held.items():
            _strip(data[key][name], each)


@cache
def _keys(type_: Any) -> tuple[tuple[str, str], ...]:
    """Give the names of a class's attributes, and the keys they are written under."""
    return tuple((each.name, each.metadata.get("key", each.name)) for each in fields(type_))


def _holds_texts(value: Any) -> bool:
    kind: Any = type(value)
    return _type_holds_texts(kind)


@cache
def _type_holds_texts(type_: Any) -> bool:
    return has(type_) and any(name in ("title", "plain") for name, _ in _keys(type_))


def _texts(value: Any, path: tuple[str, ...]) -> list[tuple[str, Any]]:
    if isinstance(value, Text):
        return [(".".join(path), [value.fi, value.sv, value.en])]
    if isinstance(value, dict):
        inner = [(key, each) for key, each in value.items()]
    elif has(type(value)):
        inner = [(each.name, getattr(value, each.name)) for each in fields(type(value))]
    else:
        return []
    return [found for key, each in inner for found in _texts(each, (*path, key))]


def _digest(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()
