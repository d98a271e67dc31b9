"""Documents made from the types of the model: whole pathways, regions, and small changes of both."""

import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, fields, has, resolve_types
from hypothesis import strategies as st

from pathway_engine.definition import demands, model
from pathway_engine.definition.demands import KINDS
from pathway_engine.definition.shorthand import is_written
from pathway_engine.durations import Duration
from pathway_engine.text import LANGUAGES, Text

Document = dict[str, Any]

IDS = st.sampled_from(["one", "two_b", "three3", "start", "worker"])
WORDS = st.fixed_dictionaries({each: st.sampled_from(["sana", "ord", "word"]) for each in LANGUAGES})
PLAIN: Mapping[Any, st.SearchStrategy[Any]] = {
    str: IDS,
    int: st.integers(-5, 100),
    bool: st.booleans(),
    date: st.sampled_from(["2025-01-01", "2026-12-31"]),
    Duration: st.sampled_from(["P3M", "P14D", "-P7D", "PT36H", "P1Y6M"]),
    Text: WORDS,
}
ANCHORS = st.sampled_from(["pending", "state_entered", "event:one", "record.one.two_b"])
_PATTERNED: Mapping[type, st.SearchStrategy[str]] = {
    model.Deadline: ANCHORS,
    model.Retention: st.sampled_from(["flag.died", "record.basics.born_on", "2025-12-31"]),
}
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, 3, True, "x", "", [], {}, ["x"], [3], {"x": 1}, [{}], "2025-01-01"]
)


@st.composite
def pathways(draw: st.DrawFn) -> Document:
    """Make a whole pathway: all its types are right, its names lead anywhere or nowhere."""
    made: Document = draw(values(model.Pathway))
    return {**made, "pathway": "made", "version": "1"}


@st.composite
def regions(draw: st.DrawFn) -> Document:
    """Make a region: some entries of a pathway, each with some of its keys, and changes of lists."""
    whole = draw(pathways())
    sections = {key: each for key, each in whole.items() if isinstance(each, dict) and key not in ("title", "valid")}
    for section in sections.values():
        for name, entry in section.items():
            if isinstance(entry, dict) and entry:
                kept = draw(st.lists(st.sampled_from(sorted(entry)), unique=True, max_size=3))
                section[name] = {key: changes_of(draw, entry[key]) for key in kept}
    return {**whole, **sections, "extends": "grouped"}


def changes_of(draw: st.DrawFn, value: Any) -> Any:
    """Make of a list a change of a list, now and then."""
    if isinstance(value, list) and value and draw(st.booleans()):
        return {"add": value}
    return value


def values(wanted: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one case a type
    """Give what may be written where the model has a type."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if set(inner) - {type(None)} == set(KINDS.values()):
        # Requirements hold requirements; two levels are enough.
        return st.one_of(*(values(KINDS[tag]) for tag in KINDS if tag not in ("all", "any", "not"))) | groups()
    if origin in (Union, types.UnionType):
        return st.one_of(*(values(each) for each in inner if each is not type(None)))
    if origin is model.Dated:
        period = st.fixed_dictionaries({"value": values(inner[0])}, optional={"from": PLAIN[date]})
        return st.fixed_dictionaries(
            {"dated": st.lists(period, min_size=1, max_size=2)}, optional={"by": st.just("event")}
        )
    if origin is tuple:
        many = st.lists(values(inner[0]), max_size=2)
        return many | values(inner[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(IDS, values(inner[1]), max_size=2)
    if origin is Literal:
        return st.sampled_from(inner)
    if has(wanted) and wanted not in PLAIN:
        return records(wanted)
    return PLAIN[wanted]


def groups() -> st.SearchStrategy[Any]:
    """Give requirements around others."""
    leaf = values(KINDS["flag"])
    return st.one_of(
        st.builds(lambda each: {"any": [each]}, leaf),
        st.builds(lambda each: {"all": each}, leaf),
        st.builds(lambda each, when: {"not": each, "when": when}, leaf, leaf),
    )


@st.composite
def records(draw: st.DrawFn, of: type) -> Document:
    """Make a map of a class of the model: what it must have, some of the rest, titles in either form."""
    resolve_types(of, vars(demands) | vars(model))
    made: Document = {}
    for each in fields(of):
        needed = each.default is NOTHING
        if not is_written(each) or not (needed or draw(st.integers(0, 3)) == 0):
            continue
        key = each.metadata.get("key", each.name)
        if each.name == "when" and of is not model.Handover:
            made[key] = {"flag": draw(IDS)}
        elif "choices" in each.metadata:
            made[key] = draw(st.sampled_from(each.metadata["choices"]))
        elif "pattern" in each.metadata:
            made[key] = draw(_PATTERNED.get(of, st.just("pending")))
        else:
            made[key] = draw(values(each.type))
    spoken = "text" if of is model.PlainText else "title"
    if isinstance(made.get(spoken), dict) and of is not model.Pathway and draw(st.booleans()):
        made |= made.pop(spoken)
    return made


def changed(document: Document, data: st.DataObject) -> Document:
    """Make one small change somewhere in a document."""
    copy: Document = _copied(document)
    holders = list(_holders(copy))
    holder = data.draw(st.sampled_from(holders), label="where")
    key = data.draw(st.sampled_from(sorted(holder)) if isinstance(holder, dict) else st.integers(0, len(holder) - 1))
    kind = data.draw(st.sampled_from(["odd", "drop", "extra", "renamed"]), label="change")
    if kind == "drop":
        del holder[key]
    elif kind == "odd" or isinstance(holder, list):
        holder[key] = data.draw(ODD, label="value")
    elif kind == "extra":
        holder["bogus"] = data.draw(ODD, label="value")
    else:
        holder[f"{key}_x"] = holder.pop(key)
    return copy


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _holders(value: Any) -> list[Any]:
    """Give every map and list that holds something."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    own = [value] if inner else []
    return own + [found for each in inner for found in _holders(each)]
