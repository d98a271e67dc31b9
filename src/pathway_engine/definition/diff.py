"""What one pathway does otherwise than another: a region and what it extends, or two regions.

Pure: two pathways in, values out. How a difference is told to people is another matter (`pathway_engine.show`).
"""

from __future__ import annotations

__all__ = ["Difference", "differences"]

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from attrs import AttrsInstance, fields, frozen, has

from pathway_engine.definition.model import Pathway, PlainText
from pathway_engine.definition.shorthand import yaml_keys
from pathway_engine.text import Text

Change = Literal["added", "removed", "changed"]

# The sections of a pathway, and the kind of thing in each; `Labels` knows the kinds by the same words.
_SECTIONS: Mapping[str, str] = {
    "organisations": "organisation",
    "roles": "role",
    "phases": "phase",
    "groups": "group",
    "states": "state",
    "transitions": "move",
    "services": "service",
    "records": "record",
    "catalogues": "catalogue",
    "deadlines": "deadline",
    "capacities": "capacity",
    "retention": "retention",
    "flags": "flag",
    "permits": "permit",
    "plain": "plain",
}
# The things inside other things, by the section they stand in there.
_INNER: Mapping[str, str] = {
    "fields": "field",
    "items": "option",
    "states": "state",
    "transitions": "move",
    "deadlines": "deadline",
}


@frozen
class Difference:
    """One thing that is not the same in both.

    Args:
        kind: Kind of thing: `state`, `move`, `role` …, `pathway` for what concerns the whole.
        id: Its id; of things inside others with the other's id before it: `client_plan.goals`.
        change: `added` and `removed` are about the whole thing, `changed` about one key of it.
        key: The YAML key that changed; empty when the thing came or went. A nested map's keys are dotted:
            `handover.to`.
        before: What the other pathway says; None when it says nothing.
        after: What this one says.
        gained: Of a list: what this one has besides.
        lost: Of a list: what it does without.
    """

    kind: str
    id: str
    change: Change
    key: str = ""
    before: Any = None
    after: Any = None
    gained: tuple[Any, ...] = ()
    lost: tuple[Any, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it is only about words that people read."""
        return self.change == "changed" and isinstance(self.after or self.before, Text | PlainText)


def differences(pathway: Pathway, other: Pathway) -> tuple[Difference, ...]:
    """Give what `pathway` does otherwise than `other`, section by section, in the order of `pathway`.

    Name, version and title are not among them: two pathways always differ in those. Nor is what a region states for
    its checklist: that is no difference in what is done.
    """
    besides = (*_SECTIONS, "pathway", "version", "title", "checklist")
    own = list(_keys("pathway", pathway.pathway, pathway, other, besides=besides))
    found = [
        each
        for section, kind in _SECTIONS.items()
        for each in _things(kind, "", getattr(pathway, section), getattr(other, section))
    ]
    return (*own, *found)


def _things(kind: str, prefix: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[Difference]:
    for name, after in ours.items():
        id_ = f"{prefix}{name}"
        if name not in theirs:
            yield Difference(kind, id_, "added", after=after)
        elif theirs[name] != after:
            yield from _thing(kind, id_, after, theirs[name])
    for name, before in theirs.items():
        if name not in ours:
            yield Difference(kind, f"{prefix}{name}", "removed", before=before)


def _thing(kind: str, id_: str, after: Any, before: Any) -> Iterator[Difference]:
    if isinstance(after, Text | PlainText):
        yield Difference(kind, id_, "changed", "title", before, after)
    else:
        yield from _keys(kind, id_, after, before)


def _keys(
    kind: str, id_: str, ours: AttrsInstance, theirs: AttrsInstance, *, under: str = "", besides: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """Compare two values of one class, key by key."""
    for name, key in yaml_keys(type(ours)).items():
        after, before = getattr(ours, name), getattr(theirs, name)
        if key in besides or after == before:
            continue
        if key in _INNER and isinstance(after, dict):
            yield from _things(_INNER[key], f"{id_}.", after, before)
        elif isinstance(after, tuple) and isinstance(before, tuple):
            yield from _lists(kind, id_, f"{under}{key}", after, before)
        elif _is_map(after) and type(after) is type(before):
            yield from _keys(kind, id_, after, before, under=f"{under}{key}.")
        else:
            yield Difference(kind, id_, "changed", f"{under}{key}", before, after)


def _lists(kind: str, id_: str, key: str, after: tuple[Any, ...], before: tuple[Any, ...]) -> Iterator[Difference]:
    """Compare two lists as sets; the order in which roles or states are named means nothing."""
    gained = tuple(each for each in after if each not in before)
    lost = tuple(each for each in before if each not in after)
    if gained or lost:
        yield Difference(kind, id_, "changed", key, before, after, gained, lost)


def _is_map(value: Any) -> bool:
    """Tell whether a value is written as a map with known keys, and is neither words nor a length of time."""
    return (
        has(type(value))
        and not isinstance(value, Text | PlainText)
        and any("description" in each.metadata for each in fields(type(value)))
    )
