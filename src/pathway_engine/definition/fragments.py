"""Fragments: small paths written once and used as a group of states or as a service.

`states: {coaching: {use: supported_coaching, with: {...}}}` makes a group: the fragment's states
become `coaching.engagement` and so on, and its moves and deadlines join the pathway's. A move keeps
its name unless that is taken; then it is `coaching.NAME` (semantics §M2).

`services: {day_activity: {use: work_activity}}` makes a service: the fragment's states, moves and
deadlines stay inside it under their own names.

Either way the fragment's records, roles, catalogues and so on join the pathway's, beneath what the
pathway says itself. All of this is rewriting of trees; every node keeps its place in its own file.
"""

from __future__ import annotations

__all__ = ["Group", "as_group", "as_service", "filled"]

import operator
import re
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from pathway_engine.definition.extends import JOINED, PARAMETER_NAME
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.shorthand import PATHWAY, written_out
from pathway_engine.definition.tree import (
    Entry,
    Items,
    Mark,
    Node,
    Scalar,
    Table,
    scalar_text,
    with_entries,
)

_PARAMETER = re.compile(rf"\$\{{({PARAMETER_NAME.pattern})\}}")


@frozen
class Group:
    """A fragment made into a group.

    Args:
        parts: What it adds to the pathway, section by section.
        moves: The names of its moves, as the pathway knows them.
        deadlines: The names of its deadlines, likewise.
    """

    parts: Table
    moves: frozenset[str]
    deadlines: frozenset[str]


def filled(fragment: Table, given: Table, use: Mark, findings: Findings) -> Table:
    """Give the fragment with its parameters filled in, in its long form.

    Args:
        fragment: The fragment, in its long form but for what its parameters will bring.
        given: What `with:` says.
        use: Where it is used, for parameters that nobody sets.
        findings: Takes unknown, missing and misplaced parameters.
    """
    declared = fragment.table("parameters")
    values: dict[str, Node] = {}
    for name, entry in given.entries.items():
        if name in declared.entries:
            values[name] = entry.node
        else:
            findings.unknown(entry.mark, "unknown-parameter", name, declared.entries)
    for name, entry in declared.entries.items():
        default = entry.node.get("default") if isinstance(entry.node, Table) else None
        if name not in values and default is not None:
            values[name] = default
        elif name not in values:
            findings.add(use, "missing-parameter", name=name)
    rest = with_entries(fragment, parameters=None, fragment=None)
    node = _substituted(rest, values, set(declared.entries), findings)
    if not all(isinstance(value, Scalar) for value in values.values()):
        # A list or map may have come with shorthand in it.
        node = written_out(node, PATHWAY)
    return node if isinstance(node, Table) else rest


def _substituted(node: Node, values: Mapping[str, Node], declared: set[str], findings: Findings) -> Node:
    if isinstance(node, Scalar):
        return _scalar_filled(node, values, declared, findings)
    if isinstance(node, Table):
        changed = {
            key: Entry(entry.mark, new)
            for key, entry in node.entries.items()
            if (new := _substituted(entry.node, values, declared, findings)) is not entry.node
        }
        return Table({**node.entries, **changed}, node.mark) if changed else node
    members: list[Node] = []
    for each in node.nodes:
        new = _substituted(each, values, declared, findings)
        # A parameter that is a list, standing as a member of a list, brings its members.
        spliced = isinstance(new, Items) and isinstance(each, Scalar)
        members.extend(new.nodes if isinstance(new, Items) and spliced else (new,))
    same = len(members) == len(node.nodes) and all(map(operator.is_, members, node.nodes))
    return node if same else Items(tuple(members), node.mark)


def _scalar_filled(node: Scalar, values: Mapping[str, Node], declared: set[str], findings: Findings) -> Node:
    """Give what a parameter stands for, or the text with the values of the parameters in it."""
    if not isinstance(node.value, str) or "${" not in node.value:
        return node
    names = _PARAMETER.findall(node.value)
    if "${" in _PARAMETER.sub("", node.value):
        findings.add(node.mark, "bad-parameter", name=node.value)
    for name in names:
        if name not in declared:
            findings.unknown(node.mark, "unknown-parameter", name, declared)
    if _PARAMETER.fullmatch(node.value):
        # The whole value: whatever the parameter is, with the place where it was given.
        return values.get(names[0], node)
    written: dict[str, str] = {}
    for name in names:
        value = values.get(name)
        if isinstance(value, Scalar) and type(value.value) in (str, int):
            written[name] = str(value.value)
        elif value is not None:
            findings.add(node.mark, "parameter-no-text", name=name)
    return Scalar(_PARAMETER.sub(lambda found: written.get(found[1], found[0]), node.value), node.mark)


def as_service(name: str, fragment: Table, used: Mark) -> Table:
    """Give what a fragment adds to a pathway when it is used as the service `name`, at the place `used`."""
    own = {
        key: fragment.entries[key] for key in ("title", "states", "transitions", "deadlines") if key in fragment.entries
    }
    service = Entry(used, Table(own, used))
    services = Entry(used, Table({name: service}, used))
    return Table({**_joined(fragment), "services": services}, fragment.mark)


def as_group(name: str, fragment: Table, taken_moves: Iterable[str], taken_deadlines: Iterable[str]) -> Group:
    """Give what a fragment adds to a pathway when it is used as the group `name`.

    Args:
        name: The group's id.
        fragment: The fragment, with its parameters filled in.
        taken_moves: Names of moves that the pathway has already.
        taken_deadlines: Names of deadlines that the pathway has already.
    """
    states = fragment.table("states")
    moves = fragment.table("transitions")
    deadlines = fragment.table("deadlines")
    new_state = {each: f"{name}.{each}" for each in states.entries}
    new_move = _clear_of(moves.entries, set(taken_moves), name)
    new_deadline = _clear_of(deadlines.entries, set(taken_deadlines), name)
    events = {f"event:{old}": f"event:{new}" for old, new in new_move.items()}

    sections = _joined(fragment)
    sections["states"] = _section(fragment, "states", new_state, lambda node: node)
    sections["transitions"] = _section(
        fragment,
        "transitions",
        new_move,
        lambda node: _renamed(node, {"from": new_state, "to": new_state}),
    )
    sections["deadlines"] = _section(
        fragment,
        "deadlines",
        new_deadline,
        lambda node: _renamed(node, {"in": new_state, "met_by": new_move, "from": events}),
    )
    if "capacities" in sections:
        same = {each: each for each in fragment.table("capacities").entries}
        sections["capacities"] = _section(
            fragment, "capacities", same, lambda node: _renamed(node, {"counts": new_state})
        )
    title = fragment.entries.get("title")
    if title:
        group = Table({name: title}, title.mark)
        sections["groups"] = Entry(title.mark, group)
    return Group(
        Table(sections, fragment.mark),
        frozenset(new_move.values()),
        frozenset(new_deadline.values()),
    )


def _joined(fragment: Table) -> dict[str, Entry]:
    return {key: fragment.entries[key] for key in JOINED if key in fragment.entries}


def _clear_of(names: Iterable[str], taken: set[str], prefix: str) -> dict[str, str]:
    return {name: f"{prefix}.{name}" if name in taken else name for name in names}


def _section(fragment: Table, key: str, names: Mapping[str, str], change: Callable[[Node], Node]) -> Entry:
    entry = fragment.entries.get(key, Entry(fragment.mark, Table({}, fragment.mark)))
    if not isinstance(entry.node, Table):
        return entry
    entries = {names[old]: Entry(each.mark, change(each.node)) for old, each in entry.node.entries.items()}
    return Entry(entry.mark, Table(entries, entry.node.mark))


def _renamed(node: Node, keys: Mapping[str, Mapping[str, str]]) -> Node:
    """Give a map in which the names under some of its keys are replaced."""
    if not isinstance(node, Table):
        return node
    changed = {
        key: Entry(entry.mark, _names_replaced(entry.node, keys[key]))
        for key, entry in node.entries.items()
        if key in keys
    }
    return Table({**node.entries, **changed}, node.mark)


def _names_replaced(node: Node, names: Mapping[str, str]) -> Node:
    if isinstance(node, Items):
        return Items(tuple(_names_replaced(each, names) for each in node.nodes), node.mark)
    text = scalar_text(node)
    return Scalar(names[text], node.mark) if text and text in names else node
