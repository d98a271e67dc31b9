"""Shorthand written out, so that everything after it sees one form only.

* A title may stand as its three languages beside the other keys: `{fi: …, sv: …, en: …, by: …}`.
* A plain text may stand as its three languages: `plain: {fi: …, sv: …, en: …}`.
* One name may stand where a list of names is due: `from: recognition`.

What may be shortened is read from the attrs classes of the model, so a new key needs nothing here.
It is done before overlays are merged: a region may use a short form where its base does not.
"""

from __future__ import annotations

__all__ = ["PATHWAY", "Shape", "is_written", "shape_of", "written_out", "yaml_keys"]

import types
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from attrs import Attribute, AttrsInstance, Factory, fields, frozen, has, resolve_types

from pathway_engine.definition import demands, model
from pathway_engine.definition.demands import KINDS
from pathway_engine.definition.tree import Entry, Items, Node, Scalar, Table
from pathway_engine.text import LANGUAGES, Text

_RESERVED = {"add", "remove"}


@frozen
class Shape:
    """What the model wants at one place, as far as shorthand goes.

    Args:
        kind: `record` has known keys, `map` has keys of the author's own.
        keys: The shapes under the keys of a record.
        each: The shape of the members of a map or list.
        titled: The record has a title whose languages may stand beside its keys.
    """

    kind: Literal["leaf", "text", "plain", "record", "map", "list", "demand"] = "leaf"
    keys: Mapping[str, Shape] = Factory(dict)
    each: Shape | None = None
    titled: bool = False


_LEAF = Shape()


@cache
def yaml_keys(of: type[AttrsInstance]) -> Mapping[str, str]:
    """Give the YAML key of each attribute of a class of the model, by the attribute's name."""
    return {each.name: each.metadata.get("key", each.name) for each in fields(of) if is_written(each)}


def is_written(attribute: Attribute[Any]) -> bool:
    """Tell whether an attribute is written in files; the others the loader sets."""
    return not attribute.metadata.get("made", False)


@cache
def shape_of(wanted: Hashable) -> Shape:
    """Give the shape of a type of the model."""
    return _TEXTS.get(wanted) or _shape(wanted)


_TEXTS: Mapping[Hashable, Shape] = {Text: Shape("text"), model.PlainText: Shape("plain")}


def _shape(wanted: Any) -> Shape:
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _union(tuple(each for each in inner if each is not type(None)))
    if origin is tuple:
        return Shape("list", each=shape_of(inner[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Shape("map", each=shape_of(inner[1]))
    if has(origin or wanted):
        return _record(wanted)
    return _LEAF


def _demand(tag: str) -> Shape:
    kind: Any = KINDS[tag]
    return shape_of(kind)


def _union(members: tuple[Any, ...]) -> Shape:
    if set(members) == set(KINDS.values()):
        return Shape("demand")
    # A dated value beside a bare one: the bare form is what shorthand is about.
    bare = [each for each in members if get_origin(each) is not model.Dated]
    return shape_of(bare[0])


def _record(wanted: Any) -> Shape:
    of = get_origin(wanted) or wanted
    resolve_types(of, vars(demands) | vars(model))
    keys = {each.metadata.get("key", each.name): shape_of(each.type) for each in fields(of) if is_written(each)}
    return Shape("record", keys=keys, titled=keys.get("title") == Shape("text"))


def written_out(node: Node, shape: Shape) -> Node:
    """Give the node in its long form; what does not fit the shape stays, to be refused later."""
    if shape.kind == "list":
        return _list(node, shape.each or _LEAF)
    if isinstance(node, Table):
        return _table(node, shape)
    return node


def _table(table: Table, shape: Shape) -> Table:
    match shape.kind:
        case "plain":
            return _gathered(table, "text")
        case "map":
            return _each(table, shape.each or _LEAF)
        case "demand":
            tag = next((key for key in table.entries if key in KINDS), None)
            return _table(table, _demand(tag)) if tag else table
        case "record":
            return _keys(_gathered(table, "title") if shape.titled else table, shape.keys)
        case _:
            return table


def _keys(table: Table, keys: Mapping[str, Shape]) -> Table:
    entries = {
        key: Entry(entry.mark, written_out(entry.node, keys[key])) if key in keys else entry
        for key, entry in table.entries.items()
    }
    return Table(entries, table.mark)


def _each(table: Table, shape: Shape) -> Table:
    if shape is _LEAF:
        return table
    entries = {
        key: entry if key == "remove" else Entry(entry.mark, written_out(entry.node, shape))
        for key, entry in table.entries.items()
    }
    return Table(entries, table.mark)


def _list(node: Node, each: Shape) -> Node:
    if isinstance(node, Items):
        if each.kind == "leaf":
            return node
        return Items(tuple(written_out(member, each) for member in node.nodes), node.mark)
    if isinstance(node, Scalar):
        # An empty value is no list of one; it is refused as what it is.
        one_alone = each.kind == "leaf" and node.value is not None
        return Items((node,), node.mark) if one_alone else node
    if "dated" in node.entries:
        return _dated(node, each)
    if node.entries.keys() <= _RESERVED or each.kind == "leaf":
        return _changes(node, each)
    # One requirement may stand without its list.
    return Items((written_out(node, each),), node.mark)


def _changes(node: Table, each: Shape) -> Table:
    entries = {
        key: Entry(entry.mark, _list(entry.node, each if key == "add" else _LEAF)) if key in _RESERVED else entry
        for key, entry in node.entries.items()
    }
    return Table(entries, node.mark)


def _dated(node: Table, each: Shape) -> Table:
    periods = node.entries["dated"].node
    if not isinstance(periods, Items):
        return node
    members: list[Node] = []
    for period in periods.nodes:
        if isinstance(period, Table) and (value := period.entries.get("value")):
            entry = Entry(value.mark, _list(value.node, each))
            members.append(Table({**period.entries, "value": entry}, period.mark))
        else:
            members.append(period)
    dated = Entry(node.entries["dated"].mark, Items(tuple(members), periods.mark))
    return Table({**node.entries, "dated": dated}, node.mark)


def _gathered(table: Table, key: str) -> Table:
    """Move the languages that stand beside the other keys under one key of their own."""
    loose = {each: table.entries[each] for each in LANGUAGES if each in table.entries}
    if not loose:
        return table
    rest = {each: entry for each, entry in table.entries.items() if each not in LANGUAGES}
    first = next(iter(loose.values())).mark
    known = rest.get(key)
    if known is None:
        return Table({key: Entry(first, Table(loose, first)), **rest}, table.mark)
    if isinstance(known.node, Table):
        both = Table({**loose, **known.node.entries}, known.node.mark)
        return Table({**rest, key: Entry(known.mark, both)}, table.mark)
    return table


PATHWAY = shape_of(model.Pathway)
