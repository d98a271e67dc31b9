"""What a region leaves exactly as it is in the definition it extends.

Compared are the rules, without labels: of a move where it starts and leads, who may make it, what it requires and what
it hands over, and of the records it asks for what they have to hold. What differs in any of this is the region's own,
and its own scenarios have to show it.
"""

from __future__ import annotations

__all__ = ["Thing", "unchanged"]

from collections.abc import Iterable, Iterator
from typing import Any

from pathway_engine.definition.digest import rules_of
from pathway_engine.definition.model import Pathway

Thing = tuple[str, str]
"""Kind and id of a part of a definition, as coverage counts them."""

_NAMES_RECORD = {"record", "meeting", "evaluations"}
"""Keys of a requirement under which the name of a record stands."""


def unchanged(pathway: Pathway, parent: Pathway, things: Iterable[Thing]) -> set[Thing]:
    """Give those of some things that are in a pathway what they are in its parent.

    Args:
        pathway: The definition that extends.
        parent: What it extends.
        things: Kind and id of each, as coverage counts them.
    """
    ours, theirs = rules_of(pathway), rules_of(parent)
    found = set()
    for thing in things:
        rule = _rule(ours, thing)
        if rule is not None and rule == _rule(theirs, thing):
            found.add(thing)
    return found


def _rule(rules: dict[str, Any], thing: Thing) -> Any:
    """Give the rule of a thing with what it rests on; None when there is no such thing."""
    kind, id_ = thing
    match kind:
        case "state":
            return _own(rules, "states", id_)
        case "move" | "handover":
            return _with_records(rules, _own(rules, "transitions", id_))
        case "deadline":
            return _own(rules, "deadlines", id_) or _review(rules, id_)
        case "service":
            return _with_records(rules, _opening(rules, id_))
        case _:
            return _with_records(rules, _refusal(rules, id_))


def _own(rules: dict[str, Any], part: str, id_: str) -> Any:
    """Give an entry of the pathway, or of one of its services."""
    if id_ in rules.get(part, {}):
        return rules[part][id_]
    service, _, key = id_.partition(".")
    return rules.get("services", {}).get(service, {}).get(part, {}).get(key)


def _opening(rules: dict[str, Any], id_: str) -> Any:
    service = rules.get("services", {}).get(id_)
    inside = {"states", "transitions", "deadlines"}
    return None if service is None else {key: value for key, value in service.items() if key not in inside}


def _review(rules: dict[str, Any], id_: str) -> Any:
    return (_opening(rules, id_.partition(".")[0]) or {}).get("review")


def _refusal(rules: dict[str, Any], id_: str) -> Any:
    """Give every requirement of that id which stands in the way of what was tried, with the move's start."""
    tried, _, wanted = id_.partition(": ")
    opening = _opening(rules, tried)
    entries = [opening] if opening is not None else list(_tried(rules, tried))
    found = [
        (entry.get("from"), asked) for entry in entries for asked in entry.get("requires", ()) if asked["id"] == wanted
    ]
    return found or None


def _tried(rules: dict[str, Any], tried: str) -> Iterator[Any]:
    service, _, trigger = tried.partition(".")
    inside = rules.get("services", {}).get(service, {}).get("transitions", {})
    for moves, wanted in ((rules.get("transitions", {}), tried), (inside, trigger)):
        yield from (move for key, move in moves.items() if wanted == (move.get("trigger") or key))


def _with_records(rules: dict[str, Any], rule: Any) -> Any:
    """Put the records that a rule asks for beside it: a plan with one more required field is another demand."""
    if rule is None:
        return None
    return rule, {name: rules.get("records", {}).get(name) for name in _records(rule)}


def _records(rule: Any) -> Iterator[str]:
    if isinstance(rule, dict):
        for key, value in rule.items():
            if key in _NAMES_RECORD and isinstance(value, str):
                yield value
            else:
                yield from _records(value)
    elif isinstance(rule, list | tuple):
        for each in rule:
            yield from _records(each)
