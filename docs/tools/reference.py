"""Write the parts of the documentation that the code already knows, between markers in the pages.

    python docs/tools/reference.py            writes them
    python docs/tools/reference.py --check    says which pages are not up to date, and ends with 1

A part stands between `<!-- begin: NAME -->` and `<!-- end -->`; what is outside the markers is written by hand.
"""
# ruff: noqa: INP001, T201 - a script, run by its path; it tells what it does

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import click

from pathway_engine import errors, handovers
from pathway_engine.case import commands
from pathway_engine.case.commands.base import Command
from pathway_engine.case.events import BODIES
from pathway_engine.case.events.base import Body
from pathway_engine.cli import main as program
from pathway_engine.definition import Pathway, load
from pathway_engine.stores import port
from pathway_engine.stores.sql import tables

ROOT = Path(__file__).parents[2]
PART = re.compile(r"(<!-- begin: (?P<name>[a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def paragraphs(value: object) -> str:
    """Give a docstring up to its sections, each paragraph on one line."""
    text = re.split(r"\n(?:Args|Attributes|Raises|Returns):\n", inspect.getdoc(value) or "")[0]
    return "\n\n".join(" ".join(each.split()) for each in text.strip().split("\n\n"))


def arguments(value: object) -> dict[str, str]:
    """Give what the section `Args:` of a docstring says of each argument."""
    _, _, section = (inspect.getdoc(value) or "").partition("\nArgs:\n")
    section = re.split(r"\n\S", section)[0]
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=    \S)", "\n" + section):
        names, colon, text = entry.strip().partition(": ")
        if colon:
            found |= dict.fromkeys(names.split(", "), " ".join(text.split()))
    return found


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Write a table; a bar inside a cell would end the cell."""
    names = tuple(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


def typed(field: attrs.Attribute[Any]) -> str:
    """Write a field's type, and what it is when it is left out."""
    default = field.default
    make = getattr(default, "factory", None)  # for what is made anew each time, such as an empty mapping
    if make is not None:
        default = make()
    kind = str(field.type).replace("Literal", "one of ")
    empty = default is attrs.NOTHING or default in ("", (), {}, None, frozenset())
    return f"`{kind}`" if empty else f"`{kind}`, otherwise `{default}`"


# ── events and commands ────────────────────────────────────────────────────────────────────────────────────────────

EVENT_FILES = {
    "path": "The case and its movement",
    "keeping": "Records, permits, responsibility, protection of data",
    "handover": "Warm handover",
    "track": "Parallel services and waiting",
    "time": "Deadlines, tasks, warnings",
}


def events() -> Iterator[str]:
    """Tell every type of event, by subject."""
    for module, title in EVENT_FILES.items():
        yield from (f"## {title}", "")
        for (type_, version), body in BODIES.items():
            if body.__module__.rpartition(".")[2] == module:
                yield from event(type_, version, body)


def event(type_: str, version: int, body: type[Body]) -> Iterator[str]:
    """Tell one type of event: what it means and its fields."""
    yield from (f"### `{type_}`", "", f"Version {version}. {paragraphs(body)}", "")
    fields = [(f"`{each.name.rstrip('_')}`", typed(each)) for each in attrs.fields(body)]
    yield from table(("field", "type"), fields)
    yield ""


MEANT = {
    "handover": "Its id; the one under way when left out.",
    "reason": "Why.",
    "service": "The service.",
    "trigger": "The move.",
    "agreed_by": "Roles whose agreement this act records.",
    "queue": "The service or move that is waited for.",
    "expected_on": "The day on which a place is expected.",
    "worker": "The worker.",
    "role": "The role.",
    "organisation": "The organisation; the actor's when left out.",
    "deadline": "Its id.",
    "due_on": "The new last day.",
    "task": "Its id.",
    "to": "The competent authority.",
    "recipient": "The organisation.",
    "records": "Types of record it covers; all when left out.",
    "permit": "Its id, or its kind.",
    "prohibition": "Its id.",
    "remote": "True for a meeting by phone or video.",
}
"""What arguments mean whose names say it all, where a class does not tell them one by one."""

COMMAND_FILES = {
    "path": "The case, its movement and its services",
    "keeping": "Records, permits, roles, protection of data",
    "handover": "Warm handover",
    "time": "Deadlines and tasks",
}


def command_pages() -> Iterator[str]:
    """Tell every command, by subject."""
    shared = {each.name for each in attrs.fields(Command)}
    for module, title in COMMAND_FILES.items():
        yield from (f"## {title}", "")
        for kind in commands.COMMANDS.values():
            if kind.__module__.rpartition(".")[2] != module:
                continue
            yield from (f"### `{kind.__name__}`", "", paragraphs(kind), "")
            own = [each for each in attrs.fields(kind) if each.name not in shared]
            yield from particulars(kind, own)


def particulars(kind: type, fields: Iterable[attrs.Attribute[Any]]) -> Iterator[str]:
    """Tell the arguments of a class."""
    told = arguments(kind)
    rows = [
        (f"`{each.name}`{'' if each.default is not attrs.NOTHING else ' (must be given)'}", typed(each),
         told.get(each.name, MEANT.get(each.name, "")))
        for each in fields
    ]  # fmt: skip
    if rows:
        yield from table(("argument", "type", "meaning"), rows)
        yield ""


def shared_arguments() -> Iterator[str]:
    """Tell what every command carries, and who an actor is."""
    yield from ("### `Command`", "", paragraphs(Command), "")
    yield from particulars(Command, [each for each in attrs.fields(Command) if each.name != "sealed"])
    yield from ("### `Actor`", "", paragraphs(commands.Actor), "")
    yield from particulars(commands.Actor, attrs.fields(commands.Actor))


# ── the command line ───────────────────────────────────────────────────────────────────────────────────────────────

SHARED = {
    "answer": ("language", "as_json"),
    "place": ("db", "keys", "region", "register"),
    "actor": ("as_", "person", "for_", "purpose"),
    "act": ("at", "key", "note"),
}
"""Options that many commands have, by the word the page gives to each set."""


def cli() -> Iterator[str]:
    """Tell every command of the command line."""
    found = list(commands_of(program, "pathway"))
    options = {each.name: each for _, command in found for each in command.params if isinstance(each, click.Option)}
    yield from ("## Options of many commands", "", "A command that takes all of a set names the set.", "")
    for word, names in SHARED.items():
        yield from (f"*{word}*", "")
        yield from option_table(options[name] for name in names)
    for path, command in found:
        yield from one_command(path, command)


def commands_of(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Give every command below a group, with its path."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        if below is not None:
            yield from commands_of(below, f"{path} {name}")


def one_command(path: str, command: click.Command) -> Iterator[str]:
    """Tell one command: how it is called, what it does, its own options."""
    names = {each.name for each in command.params}
    sets = [word for word, members in SHARED.items() if set(members) <= names]
    shared = {member for word in sets for member in SHARED[word]}
    own = [each for each in command.params if isinstance(each, click.Option) and each.name not in shared]
    given = [each.make_metavar(click.Context(command)) for each in command.params if isinstance(each, click.Argument)]
    yield from (f"## `{' '.join([path, *given])}`", "", " ".join((command.help or "").split()), "")
    if own:
        yield from option_table(own)
    if sets:
        yield from (f"Also: {', '.join(f'*{word}*' for word in sets)}.", "")


def option_table(options: Iterable[click.Option]) -> Iterator[str]:
    """Tell options: how they are written, and what they mean."""
    context = click.Context(program)
    rows = []
    for each in options:
        record = each.get_help_record(context)
        written = record[0] if record else ""
        text = each.help or ""
        if each.show_default and each.default not in (None, ""):
            text += f" `{each.default}` when left out."
        if each.envvar:
            text += f" Environment: `{each.envvar}`."
        rows.append((f"`{written}`", text + (" Must be given." if each.required else "")))
    yield from table(("option", "meaning"), rows)
    yield ""


# ── errors, stores, handovers, the picture ─────────────────────────────────────────────────────────────────────────


def exceptions() -> Iterator[str]:
    """Tell every exception, and what it may be caught as."""
    rows = []
    for name in errors.__all__:
        kind = getattr(errors, name)
        if isinstance(kind, type) and issubclass(kind, Exception):
            bases = ", ".join(f"`{each.__name__}`" for each in kind.__bases__)
            rows.append((f"`{name}`", bases, paragraphs(kind)))
    yield from table(("exception", "is a", "means"), rows)
    yield ""


def methods() -> Iterator[str]:
    """Tell the methods of the store's port."""
    rows = []
    for protocol in (
        port.Journal,
        port.Queue,
        port.Definitions,
        port.Keys,
        port.Keeping,
        port.Log,
        port.Query,
        port.Store,
    ):
        for name, method in vars(protocol).items():
            if not name.startswith("_") and inspect.isfunction(method):
                rows.append((protocol.__name__, f"`{name}`", paragraphs(method).split("\n\n")[0]))
    yield from table(("port", "method", "what it does"), rows)
    yield ""


def schema() -> Iterator[str]:
    """Tell the tables, with their keys and columns."""
    rows = []
    for each in tables().metadata.tables.values():
        key = ", ".join(f"`{column.name}`" for column in each.primary_key)
        rest = ", ".join(f"`{column.name}`" for column in each.columns if not column.primary_key)
        rows.append((f"`{each.name}`", key, rest))
    yield from table(("table", "key", "other columns"), rows)
    yield ""


def handover_steps() -> Iterator[str]:
    """Draw the warm handover, and tell who may take which step."""
    yield from ("```mermaid", "stateDiagram-v2", "  [*] --> requested: propose")
    for (step, status), target in handovers.STEPS.items():
        end = "[*]" if target == handovers.END else target
        if step not in {"return", "cancel", "transfer"}:
            yield f"  {status} --> {end}: {step.replace('_', ' ')}"
    yield from ("```", "")
    rows = []
    for step, parties in handovers.RELATIONS.items():
        possible = ", ".join(f"`{status}`" for status in handovers.needed_for(step))
        targets = {handovers.STEPS[step, status] for status in handovers.needed_for(step)}
        leads = "over" if targets == {handovers.END} else ", ".join(f"`{each}`" for each in sorted(targets))
        rows.append((step.replace("_", " "), ", ".join(parties), possible, leads))
    yield from table(("step", "who", "from", "to"), rows)
    yield ""


def picture() -> Iterator[str]:
    """Draw the national path in outline: each pair of places once, only ways that lead onward."""
    pathway = load("fi-base")
    places = list(dict.fromkeys(name.partition(".")[0] for name in pathway.states))
    places = [name for name in places if name == "coaching" or pathway.states[name].kind not in {"hold", "final"}]
    yield from ("```mermaid", "flowchart LR")
    for name in places:
        yield f'  {name}["{label(pathway, name)}"]'
    drawn: dict[tuple[str, str], str] = {}
    for move in pathway.transitions.values():
        target = move.to.partition(".")[0]
        for source in (each.partition(".")[0] for each in move.from_):
            onward = source in places and target in places and places.index(source) < places.index(target)
            if onward and drawn.get((source, target)) != "-->":
                drawn[source, target] = "-.->" if move.fact else "==>" if move.handover else "-->"
    yield from (f"  {source} {arrow} {target}" for (source, target), arrow in drawn.items())
    yield from ("```", "")


def label(pathway: Pathway, name: str) -> str:
    """Give the name of a state or of a group."""
    return pathway.states[name].title.en if name in pathway.states else pathway.groups[name].en


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "cli": cli,
    "commands": command_pages,
    "errors": exceptions,
    "events": events,
    "handover-steps": handover_steps,
    "methods": methods,
    "picture": picture,
    "schema": schema,
    "shared-arguments": shared_arguments,
}

# ── writing ────────────────────────────────────────────────────────────────────────────────────────────────────────


def pages() -> list[Path]:
    """Give the pages that may have parts to write."""
    return [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)]


def renewed(text: str) -> str:
    """Give a page with all its parts written anew."""

    def part(found: re.Match[str]) -> str:
        lines = "\n".join(PARTS[found["name"]]())
        return f"{found[1]}\n{lines.rstrip()}\n\n{found[3]}"

    return PART.sub(part, text)


def main() -> int:
    """Write the parts, or with `--check` only say which pages would change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when a page is out of date")
    check = parser.parse_args().check
    old = 0
    for path in pages():
        text = path.read_text(encoding="utf-8")
        new = renewed(text)
        if new == text:
            continue
        old += 1
        print(f"{path.relative_to(ROOT)} {'is out of date' if check else 'written'}")
        if not check:
            path.write_text(new, encoding="utf-8")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
