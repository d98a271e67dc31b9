"""The JSON Schema of pathway and fragment files, for editors: made from the model, so it cannot fall behind.

What is checked is the structure of one file: its keys, the types of values, what must be written. What only the whole
of a pathway can tell is left to the loader: whether a name leads anywhere, whether what is removed was there, whether
an entry that a base or a fragment begins has all it needs, and whether a date is in the calendar.

An entry of a file that neither extends nor uses anything must be complete; in any other file it may say just what
differs. Every map may then say `remove` and `replace`, and every list `{add: […], remove: […]}`.
"""

from __future__ import annotations

__all__ = ["described", "fragment_schema", "pathway_schema"]

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, Attribute, fields, has, resolve_types

from pathway_engine.definition import demands, model
from pathway_engine.definition.demands import KINDS
from pathway_engine.definition.extends import JOINED, PARAMETER_NAME
from pathway_engine.definition.identity import DOTTED_ID, FLAT_SECTIONS, LONGEST_ID, PLAIN_ID
from pathway_engine.definition.shorthand import is_written
from pathway_engine.definition.sources import NAME_PATTERN, VERSION_PATTERN
from pathway_engine.durations import Duration
from pathway_engine.text import LANGUAGES, Text

Json = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_LENGTH = "^-?P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$"
_PARAMETER = rf"\$\{{{PARAMETER_NAME.pattern}\}}"

# What stands only inside lists is never laid over anything, so it knows neither `remove` nor `replace`.
_IN_LISTS = (*KINDS.values(), demands.Where)

# A reference to the pages where a rule comes from says nothing to the reader of a key.
_SOURCE = re.compile(r" \((?:semantics )?(?:§|[RC][0-9]|model\.md)[^)]*\)")

_OVERLAY: Json = {
    "remove": {"$ref": "#/$defs/Names", "description": "Keys to drop from what is inherited."},
    "replace": {"const": True, "description": "Forget everything inherited here."},
}


def pathway_schema() -> Json:
    """Give the JSON Schema (2020-12) of a pathway file."""
    maker = _Maker(parameters=False)
    top = maker.record(model.Pathway)
    extends = {"type": "string", "pattern": f"^{NAME_PATTERN}(@{VERSION_PATTERN})?$"}
    top["properties"]["extends"] = {
        "description": "Definitions this one says its differences from, by name or `name@version`; later ones win.",
        "anyOf": [extends, {"type": "array", "items": extends}],
    }
    _narrow(top["properties"], "pathway", pattern=f"^{NAME_PATTERN}$", maxLength=64)
    _narrow(top["properties"], "version", pattern=f"^{VERSION_PATTERN}$", maxLength=32)
    maker.needs(model.Pathway)
    whole = maker.defs["WholePathway"]
    uses_nothing = {"additionalProperties": {"not": {"type": "object", "required": ["use"]}}}
    return {
        "$schema": DIALECT,
        "title": "A pathway",
        "description": described(model.Pathway.__doc__ or ""),
        **top,
        # A region has its own name, version and title; all else may come from what it extends.
        "required": ["pathway", "version"],
        "allOf": _spoken("title"),
        "if": {
            "not": {"required": ["extends"]},
            "properties": {"states": uses_nothing, "services": uses_nothing},
        },
        "then": {key: each for key, each in whole.items() if key != "allOf"},
        "$defs": {key: each for key, each in sorted(maker.defs.items()) if each and key != "WholePathway"},
    }


def fragment_schema() -> Json:
    """Give the JSON Schema (2020-12) of a fragment file: `${parameter}` may stand for any value."""
    maker = _Maker(parameters=True)
    known = maker.record(model.Pathway)["properties"]
    shared = ("title", *LANGUAGES, "states", "transitions", "deadlines", *JOINED)
    parameter = {
        "type": "object",
        "properties": {
            "default": {"description": "Value when nobody sets it; without one it must be set."},
            "title": {**maker.text(), "description": "What it is for."},
            **_loose(),
        },
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": "A fragment",
        "description": "A small path written once, used as a group of states or as a service.",
        "type": "object",
        "properties": {
            "fragment": {
                "description": "Name: the file's name without its ending.",
                "type": "string",
                "pattern": f"^{NAME_PATTERN}$",
                "maxLength": 64,
            },
            "parameters": {
                "description": 'Values that whoever uses it may set; written as "${name}" where they belong.',
                "type": "object",
                "propertyNames": {"pattern": f"^{PARAMETER_NAME.pattern}$"},
                "additionalProperties": parameter,
            },
            **{key: known[key] for key in shared},
        },
        "required": ["fragment"],
        "additionalProperties": False,
        "$defs": dict(sorted(maker.defs.items())),
    }


def described(text: str) -> str:
    """Give a description of the model as the reader of a key needs it, without where the rule comes from."""
    return _SOURCE.sub("", text.strip().partition("\n\n")[0]).replace("\n", " ")


def _narrow(properties: Json, key: str, **more: str | int) -> None:
    properties[key] = {**properties[key], **more}


def _loose() -> Json:
    return {each: {"type": "string", "description": f"The words in {name}."} for each, name in _TONGUES.items()}


_TONGUES = {"fi": "Finnish", "sv": "Swedish", "en": "English"}


def _spoken(key: str) -> list[Json]:
    """Ask for a text in every language, under its key or beside it."""
    return [
        {"anyOf": [{"required": [each]}, {"required": [key], "properties": {key: {"required": [each]}}}]}
        for each in LANGUAGES
    ]


class _Maker:
    """Makes schemas of the model's types; those of classes are kept in `defs` and referred to.

    Args:
        parameters: Whether `${name}` may stand for a value.
    """

    def __init__(self, *, parameters: bool) -> None:
        self.parameters = parameters
        self.defs: dict[str, Json] = {
            "Names": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "integer"]}}]}
        }

    # ── what may be written ───────────────────────────────────────────────────────────────────────────────────────

    def record(self, of: type) -> Json:
        """Give the schema of a class: its keys, and in what is laid over other things the words for that."""
        laid = of not in _IN_LISTS
        properties: Json = {}
        for each in _written(of):
            key = each.metadata.get("key", each.name)
            properties[key] = {**self._value(each.type, key, of), **self._notes(each)}
        if _is_titled(of) or of is model.PlainText:
            properties |= _loose()
        if of is model.Service:
            properties |= self._use()
        required = [] if laid else [key for key, each in _keys(of) if each.default is NOTHING]
        made = {"type": "object", "properties": properties | (_OVERLAY if laid else {})}
        return made | ({"required": required} if required else {}) | {"additionalProperties": False}

    def text(self) -> Json:
        """Give the schema of words in three languages."""
        words = {"type": "object", "properties": _loose() | _OVERLAY, "additionalProperties": False}
        self.defs.setdefault("Text", words)
        return {"$ref": "#/$defs/Text"}

    def _value(self, wanted: Any, key: str, owner: type) -> Json:
        """Give the schema of the values of a key; `${name}` besides where that may stand."""
        made = self._shape(wanted, key, owner)
        if not self.parameters or made == {"type": "string"}:
            return made
        return {"anyOf": [made, {"type": "string", "pattern": _PARAMETER}]}

    def _shape(self, wanted: Any, key: str, owner: type) -> Json:  # noqa: PLR0911 - one case a kind of type
        origin, inner = get_origin(wanted), get_args(wanted)
        if _is_demand(wanted):
            return self._demand()
        if origin is Union or type(wanted).__name__ == "UnionType":
            return self._either([each for each in inner if each is not type(None)], key, owner)
        if origin is model.Dated:
            return self._dated(inner[0], key, owner)
        if origin is tuple:
            return self._list(inner[0], key, owner)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._map(inner[1], key, owner)
        if origin is Literal:
            return {"enum": list(inner)}
        if wanted is Text:
            return self.text()
        if has(wanted) and wanted is not Duration:
            return self._ref(wanted)
        return dict(_PLAIN[wanted])

    def _ref(self, of: type) -> Json:
        if of.__name__ not in self.defs:
            self.defs[of.__name__] = {}  # there while its own parts refer to it
            self.defs[of.__name__] = {"description": described(of.__doc__ or ""), **self.record(of)}
        return {"$ref": f"#/$defs/{of.__name__}"}

    def _demand(self) -> Json:
        if "Requirement" not in self.defs:
            self.defs["Requirement"] = {}
            self.defs["Requirement"] = {"anyOf": [self._ref(kind) for kind in KINDS.values()]}
        return {"$ref": "#/$defs/Requirement"}

    def _either(self, members: list[Any], key: str, owner: type) -> Json:
        if set(members) == {str, int, bool}:
            return {"type": ["string", "integer", "boolean"]}
        made = [self._shape(each, key, owner) for each in members]
        return made[0] if len(made) == 1 else {"anyOf": made}

    def _dated(self, wanted: Any, key: str, owner: type) -> Json:
        # Periods stand in a list: what they hold is not laid over anything.
        value = self._list(wanted.__args__[0], key, demands.Where) if get_origin(wanted) is tuple else None
        period = {
            "type": "object",
            "properties": {
                "from": {**_PLAIN[date], "description": "First day."},
                "to": {**_PLAIN[date], "description": "Last day."},
                "value": value or self._shape(wanted, key, owner),
            },
            "required": ["value"],
            "additionalProperties": False,
        }
        by = {"enum": ["pending", "event"], "description": described(fields(model.Dated).by.metadata["description"])}
        periods = {"anyOf": [{"type": "array", "items": period}, self._changes(period)]}
        return {
            "type": "object",
            "properties": {"dated": periods, "by": by} | _OVERLAY,
            "additionalProperties": False,
        }

    def _list(self, wanted: Any, key: str, owner: type) -> Json:
        each = self._value(wanted, key, owner)
        forms = [{"type": "array", "items": each}, each]
        return {"anyOf": forms if owner in _IN_LISTS else [*forms, self._changes(each)]}

    def _changes(self, each: Json) -> Json:
        """Give the schema of a change to an inherited list."""
        members = {"anyOf": [{"type": "array", "items": each}, each]}
        return {
            "type": "object",
            "properties": {
                "add": {**members, "description": "Members to add; one that is there already is replaced."},
                "remove": {"$ref": "#/$defs/Names", "description": "Members to drop, by value, id or `kind:target`."},
            },
            "minProperties": 1,
            "additionalProperties": False,
        }

    def _map(self, wanted: Any, key: str, owner: type) -> Json:
        each = self._value(wanted, key, owner)
        if owner in _IN_LISTS:
            return {"type": "object", "additionalProperties": each}
        if wanted is model.State and owner is model.Pathway:
            each = {"anyOf": [each, self._group()]}
        dotted = owner is model.Pathway and key in FLAT_SECTIONS
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{DOTTED_ID if dotted else PLAIN_ID}$", "maxLength": LONGEST_ID},
            "properties": _OVERLAY,
            "additionalProperties": each,
        }

    def _group(self) -> Json:
        title = {**self.text(), "description": "Name of the group; the fragment's own when left out."}
        keys = {**self._use(), "title": title, **_loose()}
        self.defs.setdefault(
            "Group",
            {
                "description": "A fragment used as a group: its states become `group.state`.",
                "type": "object",
                "properties": keys,
                "additionalProperties": False,
            },
        )
        return {"$ref": "#/$defs/Group"}

    @staticmethod
    def _use() -> Json:
        return {
            "use": {"description": "Fragment that is used here.", "type": "string", "pattern": f"^{NAME_PATTERN}$"},
            "with": {"description": "Values of the fragment's parameters.", "type": "object"},
        }

    def _notes(self, each: Attribute[Any]) -> Json:
        notes: Json = {"description": described(each.metadata["description"])}
        if isinstance(each.default, str | int) and each.default not in ("", False):
            notes["default"] = each.default
        for key, known in (("pattern", "pattern"), ("choices", "enum")):
            if key in each.metadata and not self.parameters:
                value = each.metadata[key]
                notes[known] = list(value) if isinstance(value, tuple) else value
        return notes

    # ── what must be written, where nothing is inherited ──────────────────────────────────────────────────────────

    def needs(self, wanted: Any) -> Json | None:
        """Give what a complete value of a type must have, or None when there is nothing it must have."""
        origin, inner = get_origin(wanted), get_args(wanted)
        if wanted is Text:
            return {"required": list(LANGUAGES)}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            each = self.needs(inner[1])
            return each and {"properties": {"remove": True, "replace": True}, "additionalProperties": each}
        if any(get_origin(each) is model.Dated for each in inner):
            # A map in the place of a value or list: periods, or members to add.
            return {"anyOf": [{"required": ["dated"]}, {"required": ["add"]}]}
        if not _is_demand(wanted) and type(None) in inner:
            return self.needs(inner[0])
        if origin is None and has(wanted) and wanted is not Duration:
            return self._whole(wanted)
        return None

    def _whole(self, of: type) -> Json | None:
        name = f"Whole{of.__name__}"
        if name not in self.defs:
            spoken = "text" if of is model.PlainText else "title" if _is_titled(of) else ""
            parts = {key: self.needs(each.type) for key, each in _keys(of) if key != spoken}
            required = [key for key, each in _keys(of) if each.default is NOTHING and key != spoken]
            whole: Json = {"properties": {key: each for key, each in parts.items() if each}}
            if required:
                whole["required"] = required
            if spoken:
                whole["allOf"] = _spoken(spoken)
                if getattr(fields(of), spoken).default is not NOTHING:
                    said = {"anyOf": [{"required": [each]} for each in (spoken, *LANGUAGES)]}
                    whole["allOf"] = [{"if": said, "then": {"allOf": _spoken(spoken)}}]
            self.defs[name] = {key: each for key, each in whole.items() if each}
        return {"$ref": f"#/$defs/{name}"} if self.defs[name] else None


_PLAIN: Mapping[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": _DATE},
    Duration: {"type": "string", "pattern": _LENGTH, "examples": ["P14D", "P3M", "-P7D", "PT36H"]},
}


def _written(of: type) -> list[Attribute[Any]]:
    resolve_types(of, vars(demands) | vars(model))
    return [each for each in fields(of) if is_written(each)]


def _keys(of: type) -> list[tuple[str, Attribute[Any]]]:
    return [(each.metadata.get("key", each.name), each) for each in _written(of)]


def _is_titled(of: type) -> bool:
    types = {each.name: each.type for each in _written(of)}
    return of is not model.PlainText and Text in (types.get("title"), *get_args(types.get("title")))


def _is_demand(wanted: Any) -> bool:
    return set(get_args(wanted)) - {type(None)} == set(KINDS.values())
