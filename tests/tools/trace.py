"""The trace from each requirement to the lines that carry it, and the page that shows it.

python -m tests.tools.trace [--check]
"""

from __future__ import annotations

import ast
import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from attrs import frozen

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "requirements.tsv"
PAGE = ROOT / "docs" / "reference" / "requirements.md"
COLUMNS = ("id", "requirement", "carried", "where", "tests", "note")
CARRIED = ("yes", "part", "no")


@frozen
class Row:
    """One requirement.

    Args:
        id: `R001` to `R150`, or `X…` for what was added later.
        requirement: What is asked, in our own words.
        carried: `yes`, `part` or `no`.
        where: `file.yaml#entry.path`, `file.py:name` or a file.
        tests: Node ids without parameters.
        note: What is not carried and why, or what the model corrects.
    """

    id: str
    requirement: str
    carried: str
    where: tuple[str, ...]
    tests: tuple[str, ...]
    note: str


def rows(path: Path = TABLE) -> tuple[Row, ...]:
    """Read the table."""
    with path.open(encoding="utf-8", newline="") as file:
        read = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Row(
                each["id"],
                each["requirement"],
                each["carried"],
                tuple(each["where"].split()),
                tuple(each["tests"].split()),
                each["note"],
            )
            for each in read
        )


def dangling(table: Iterable[Row]) -> Iterator[str]:
    """Say of every place that a row points at in vain."""
    for row in table:
        yield from (f"{row.id}: {place} is not there" for place in row.where if not is_there(place))


def untested(table: Iterable[Row], collected: Iterable[str]) -> Iterator[str]:
    """Say of every test that a row names and pytest does not collect."""
    known = {name.partition("[")[0] for name in collected}
    for row in table:
        yield from (f"{row.id}: {name} is not collected" for name in row.tests if name not in known)


def is_there(place: str) -> bool:
    """Tell whether a file has the entry or the name that a place says."""
    file, mark, entry = place.partition("#")
    if mark:
        return (ROOT / file).is_file() and _has_entry(_yaml(file), entry.split("."))
    file, mark, name = place.partition(":")
    if not (ROOT / file).is_file():
        return False
    return not mark or name in _names(file)


def _has_entry(node: Any, keys: list[str]) -> bool:
    """Follow a dotted path; an id may have dots of its own, such as `coaching.engagement`."""
    if not keys:
        return True
    if not isinstance(node, dict):
        return False
    heads = (".".join(keys[:length]) for length in range(1, len(keys) + 1))
    return any(head in node and _has_entry(node[head], keys[head.count(".") + 1 :]) for head in heads)


@cache
def _yaml(file: str) -> Any:
    return yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))


@cache
def _names(file: str) -> frozenset[str]:
    """Give the names that a module defines at its top."""
    found: set[str] = set()
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.Assign(targets=targets):
                found |= {each.id for each in targets if isinstance(each, ast.Name)}
            case _:
                pass
    return frozenset(found)


def collected(files: Iterable[str]) -> tuple[str, ...]:
    """Give the node ids that pytest collects from some files."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *sorted(set(files))]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    return tuple(line for line in done.stdout.splitlines() if "::" in line)


def counts(table: Iterable[Row]) -> Mapping[str, int]:
    """Count the rows of the 150 by how far they are carried."""
    found = Counter(row.carried for row in table if row.id.startswith("R"))
    return {each: found[each] for each in CARRIED}


# ── the page ──────────────────────────────────────────────────────────────────────────────────────────────────────────

HEAD = """\
# Requirements

<!-- Made by `python -m tests.tools.trace` from docs/requirements.tsv; edit the table instead. -->

What the source documents ask for, in our own words; where it is carried; and the test that shows it. The table is also
there for programs: `docs/requirements.tsv`. A test fails when a row points at an entry, a name or a test that is not
there.

`yes` is carried whole. `part` is carried but for what the note says. `no` is not carried, and the note says why.
"""


def page(table: tuple[Row, ...]) -> str:
    """Write the page."""
    return "\n".join(_lines(table)) + "\n"


def _lines(table: tuple[Row, ...]) -> Iterator[str]:
    found = counts(table)
    total = sum(found.values())
    yield HEAD
    yield f"Of {total} requirements {found['yes']} are carried whole, {found['part']} in part, {found['no']} not."
    for title, letter in (("The 150", "R"), ("Further rows", "X")):
        yield from (
            "",
            f"## {title}",
            "",
            "| | requirement | carried | where | test | note |",
            "|---|---|---|---|---|---|",
        )
        for row in table:
            if row.id.startswith(letter):
                yield _line(row)


def _line(row: Row) -> str:
    where = "<br>".join(f"`{place.removeprefix('src/pathway_engine/')}`" for place in row.where)
    tests = "<br>".join(f"`{name.removeprefix('tests/')}`" for name in row.tests)
    return f"| {row.id} | {row.requirement} | {row.carried} | {where} | {tests} | {row.note} |"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` tell whether it is as it would be written."""
    made = page(rows())
    if "--check" in arguments:
        return int(PAGE.read_text(encoding="utf-8") != made)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
