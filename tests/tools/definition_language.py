"""Write `docs/reference/definition-language.md` from the model, with examples from `docs/reference/example/`.

python -m tests.tools.definition_language [--check]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, Attribute, Factory, fields, has, resolve_types

from pathway_engine.definition import demands, model
from pathway_engine.definition.demands import KINDS, Where
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.reader import read
from pathway_engine.definition.schema import described
from pathway_engine.definition.shorthand import is_written
from pathway_engine.definition.tree import plain
from pathway_engine.durations import Duration
from pathway_engine.text import LANGUAGES, Text

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGE = REFERENCE / "definition-language.md"
EXAMPLE = REFERENCE / "example"

# What is called how on the page, in the order of the page.
CLASSES: Mapping[type, str] = {
    model.Pathway: "Pathway",
    model.Validity: "Validity",
    model.Role: "Role",
    model.Organisation: "Organisation",
    model.Catalogue: "Catalogue",
    model.RecordType: "Record",
    model.Field: "Field",
    model.State: "State",
    model.PlainText: "Plain text",
    model.Transition: "Transition",
    model.Handover: "Handover",
    model.Deadline: "Deadline",
    model.Service: "Service",
    model.Review: "Review",
    model.Capacity: "Capacity",
    model.Retention: "Retention",
    model.Checklist: "Checklist",
    model.Levels: "Levels",
    model.Settings: "Settings",
    model.Statement: "Statement",
    model.Dated: "Dated value",
    model.DatedValue: "Period of a dated value",
    Where: "Where",
    **{kind: f"Requirement: {tag}" for tag, kind in KINDS.items()},
}
SIMPLE: Mapping[Any, str] = {str: "text", int: "whole number", bool: "true or false", Text: "text in three languages"}
LONGEST = 96

# What every kind of requirement has.
COMMON = ("id", "when")
ASKED = "One thing that is asked. Its first key says which kind it is; each kind may also have:"
Found = Mapping[tuple[type, str], Any]

HEAD = """\
# The definition language

<!-- Made by `python -m tests.tools.definition_language`; edit the descriptions in the model instead. -->

A pathway is one YAML file. Every key that may stand in it is on this page: what it takes, what it is when left
out, and an example. The examples are cut from an [invented pathway](#the-example-whole) that the tests load and check.

## What holds everywhere

Ids
: small letters, digits and single underscores, 64 characters at most: `job_coach`. What people read stands in titles.

Texts
: always in three languages: `{fi: …, sv: …, en: …}`. Where a thing has a `title`, the three may stand beside its other
  keys instead.

One or many
: where a list of names is due, one name may stand alone: `from: contact` is `from: [contact]`.

Dates and lengths of time
: `2025-12-31`; `P14D` (days), `P2W`, `P3M`, `P1Y6M`, `PT36H`, and `-P7D` for a week before. See
  [Duration](#dated-value) for values that change with the law.

Quotes
: a version, and whatever would otherwise be read as a number or as `true` and `false`, stands in quotes.

## A region: saying only what differs

A file that says `extends` inherits everything from what it names: `name` or `name@version`, one or a list, of which
later ones win. Then, at every level:

| written | means |
|---|---|
| a key that is inherited too | maps are merged key by key; a list or a single value replaces the inherited one |
| `{add: [x], remove: [y]}` in the place of a list | changes the inherited list |
| `remove: [names]` in a map | drops these keys from what is inherited; dropping what is not there is an error |
| `replace: true` in a map | forgets everything inherited in it |

Members of a list go by their value, requirements by their `id` or by kind and target: `record:plan`,
`role_named:coordinator`. `all`, `any` and `not` go by their place: `any:1`.

## Fragments: a part written once

A file in `fragments/` says `fragment: NAME` in place of `pathway:`. A state or a service `use`s it and sets its
`parameters` in `with`. In the fragment `"${name}"` stands for the value; it may be a whole value, a member of a list or
a part of a longer text.

Used as a state it becomes a group: its states are `group.state`, and they are changed under these names. Its moves keep
their names unless those are taken: then they are `group.move`. Used as a service it stays inside the service.
"""


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` tell whether it is as it would be written."""
    page = "\n".join(lines()) + "\n"
    if "--check" in arguments:
        return int(PAGE.read_text(encoding="utf-8") != page)
    PAGE.write_text(page, encoding="utf-8")
    return 0


def lines() -> Iterator[str]:
    """Give the page line by line."""
    found = examples()
    yield HEAD
    for of, name in CLASSES.items():
        if of is demands.RecordRequirement:
            yield from table("Requirement", ASKED, [(of, each) for each in fields(of) if each.name in COMMON], found)
        yield from table(name, described(of.__doc__ or ""), [(of, each) for each in written(of)], found)
    yield "## The example, whole"
    for path in (EXAMPLE / "harbour.yaml", *sorted((EXAMPLE / "fragments").glob("*.yaml")), EXAMPLE / "bay.yaml"):
        yield ""
        yield f"`{path.relative_to(EXAMPLE)}`:"
        yield ""
        # Shown as text: the page's own tests would check it beside other definitions than its own.
        yield f"```text\n{path.read_text(encoding='utf-8').strip()}\n```"


def table(name: str, about: str, rows: list[tuple[type, Attribute[Any]]], found: Found) -> Iterator[str]:
    """Give a section with the table of some keys."""
    yield f"## {name}"
    yield ""
    yield about
    yield ""
    yield "| key | takes | when left out | what it is | example |"
    yield "|---|---|---|---|---|"
    yield from (row(of, each, found) for of, each in rows)
    yield ""


def row(of: type, each: Attribute[Any], found: Found) -> str:
    """Give the row of one key."""
    key = key_of(each)
    cells = (
        f"`{key}`",
        taken(each.type),
        default(each),
        described(each.metadata["description"]),
        shown(key, found[of, key]),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def taken(wanted: Any) -> str:  # noqa: PLR0911 - one case a type
    """Say what a key takes."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if set(inner) - {type(None)} == set(KINDS.values()):
        return "requirement"
    if origin is Union or type(wanted).__name__ == "UnionType":
        members = [each for each in inner if each is not type(None)]
        return (
            "text, whole number, true or false"
            if set(members) == {str, int, bool}
            else ", or ".join(map(taken, members))
        )
    if origin is tuple:
        return "list of requirements" if taken(inner[0]) == "requirement" else f"list: {taken(inner[0])}"
    if origin is Literal:
        return ", ".join(f"`{each}`" for each in inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"map of id to {taken(inner[1])}"
    if origin or has(wanted):
        return link(origin or wanted)
    return SIMPLE.get(wanted, "date")


def link(of: type) -> str:
    """Give the name of a class with a link to its table."""
    if of is Duration:
        return "length of time"
    if of is Text:
        return SIMPLE[Text]
    name = CLASSES[of]
    return f"[{name.lower()}](#{name.lower().replace(' ', '-').replace(':', '')})"


def default(each: Attribute[Any]) -> str:
    """Say what a key is when nobody writes it."""
    if each.default is NOTHING:
        return "**must be written**"
    value = each.default
    if isinstance(value, Factory) or value in (None, "", ()):  # type: ignore[arg-type]  # Factory is a class to attrs
        return "nothing"
    return f"`{flow(value)}`"


def shown(key: str, value: Any) -> str:
    """Give an example of a key on one line, or say where to find it."""
    text = f"{key}: {flow(value)}"
    return f"`{text}`" if len(text) <= LONGEST else "[below](#the-example-whole)"


def flow(value: Any) -> str:
    """Write a value as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        bare = value and not set(value) & set("{}[],:#&*!|>'\"%@`") and not value[0].isdigit()
        return value if bare or (len(value) == 10 and value[4] == "-") else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def examples() -> Found:
    """Give for every key of every class the shortest value that the example has for it.

    Raises:
        KeyError: A key is not in the example.
    """
    found: dict[tuple[type, str], Any] = {}
    data = plain(read((EXAMPLE / "harbour.yaml").read_bytes(), "harbour.yaml", Findings()))
    for of, key, value in used(model.Pathway, data):
        known = found.get((of, key))
        if known is None or len(flow(value)) < len(flow(known)):
            found[of, key] = value
    for key in COMMON:
        having = (value for (of, name), value in found.items() if name == key and of in KINDS.values())
        found[demands.RecordRequirement, key] = min(having, key=lambda value: len(flow(value)))
    missing = [(of, key_of(each)) for of in CLASSES for each in written(of) if (of, key_of(each)) not in found]
    if missing:
        raise KeyError(missing)
    return found


def used(wanted: Any, data: Any) -> Iterator[tuple[type, str, Any]]:
    """Give every key that is used in some data of a type, with its class and value."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if isinstance(data, list):
        for each in data:
            yield from used(inner[0] if origin is tuple else wanted, each)
    elif not isinstance(data, dict):
        return
    elif set(inner) - {type(None)} == set(KINDS.values()):
        yield from keys(next(kind for tag, kind in KINDS.items() if tag in data), data)
    elif origin is Union or type(wanted).__name__ == "UnionType":
        dated = [each for each in inner if get_origin(each) is model.Dated]
        yield from used(dated[0] if "dated" in data and dated else inner[0], data)
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        for each in data.values():
            yield from used(inner[1], each)
    elif has(origin or wanted) and (origin or wanted) in CLASSES:
        yield from keys(origin or wanted, data)


def keys(of: type, data: Mapping[str, Any]) -> Iterator[tuple[type, str, Any]]:
    """Give the keys of one map; languages beside the others are the title, or the words of a plain text."""
    loose = {key: data[key] for key in LANGUAGES if key in data}
    whole = {**data, ("text" if of is model.PlainText else "title"): loose} if loose else data
    resolve_types(of, vars(demands) | vars(model))
    for each in filter(is_written, fields(of)):
        key = key_of(each)
        if key in whole:
            yield of, key, whole[key]
            yield from used(each.type, whole[key])


def written(of: type) -> list[Attribute[Any]]:
    """Give the attributes of a class that stand in files, but for those that every requirement has."""
    resolve_types(of, vars(demands) | vars(model))
    return [each for each in fields(of) if is_written(each) and not (of in KINDS.values() and each.name in COMMON)]


def key_of(each: Attribute[Any]) -> str:
    """Give the YAML key of an attribute."""
    key: str = each.metadata.get("key", each.name)
    return key


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
