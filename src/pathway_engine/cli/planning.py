"""`pathway diff`, `pathway checklist`, `pathway schema` and `pathway new`: for those who write definitions."""

from __future__ import annotations

__all__ = ["checklist", "diff", "new", "schema"]

import json
import re
from pathlib import Path
from typing import Any
from unicodedata import normalize

import click

from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.checklist import Overview, Point, Stated, overview
from pathway_engine.definition.diff import Difference, differences
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.load import load_base
from pathway_engine.definition.schema import fragment_schema, pathway_schema
from pathway_engine.definition.skeleton import region_files
from pathway_engine.definition.sources import is_safe_name
from pathway_engine.definition.structure import plain_value
from pathway_engine.show.checklist import checklist_lines
from pathway_engine.show.comparing import compared


@click.command()
@click.argument("region")
@click.argument("other", required=False)
@speaking
def diff(out: Output, region: str, other: str | None) -> None:
    """Tell what REGION does otherwise than OTHER, or than what it extends."""
    ours = load(region, language=out.language)
    theirs = load(other, language=out.language) if other else load_base(region, language=out.language)
    if theirs is None:
        raise out.fault("diff-nothing-extended", name=region)
    found = differences(ours, theirs)
    out.answer([_data(each) for each in found], compared(ours, theirs, out.language))


@click.command()
@click.argument("region")
@speaking
def checklist(out: Output, region: str) -> None:
    """Say of a REGION's seven points what its definition covers, what the region states, and what is missing."""
    pathway = load(region, language=out.language)
    if pathway.subject == "region":
        raise out.fault("checklist-no-region", name=Labels(pathway).label("pathway", pathway.pathway, out.language))
    found = overview(pathway)
    out.answer(_checklist_data(pathway, found), checklist_lines(pathway, found, out.language))


def _checklist_data(pathway: Pathway, found: Overview) -> dict[str, Any]:
    def statement(stated: Stated) -> dict[str, Any]:
        held = plain_value(stated.statement) if stated.statement else None
        return {"id": stated.about, "stated": held, "missing": list(stated.missing)}

    def point(each: Point) -> dict[str, Any]:
        covers = {cover.need: [f"{item.kind}:{item.id}" for item in cover.items] for cover in each.covers}
        told = statement(each.stated)
        return {"id": each.id, "covered_by": covers, "not_covered": list(each.missing), **told}

    return {
        "pathway": pathway.pathway,
        "points": [point(each) for each in found.points],
        "levels": [statement(each) for each in found.levels],
        "settings": [statement(each) for each in found.settings],
        "members": list(found.members),
        "missing_members": list(found.missing_members),
    }


def _data(difference: Difference) -> dict[str, Any]:
    data = {"kind": difference.kind, "id": difference.id, "change": difference.change, "key": difference.key}
    values = {name: plain_value(getattr(difference, name)) for name in ("before", "after", "gained", "lost")}
    return data | {name: value for name, value in values.items() if value not in (None, [])}


@click.command()
@click.option("--fragment", is_flag=True, help="The schema of fragment files.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@speaking
def schema(out: Output, output: Path | None, *, fragment: bool) -> None:
    """Write the JSON Schema of pathway files, for editors."""
    made = fragment_schema() if fragment else pathway_schema()
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(out.say("cli-written", path=str(output)), err=True)


@click.group()
def new() -> None:
    """Write the beginnings of a definition."""


@new.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Name of the pathway; the folder's own when left out.")
@click.option("--extends", "base", default="fi-base", show_default=True, help="What it extends.")
@speaking
def region(out: Output, folder: Path, name: str | None, base: str) -> None:
    """Write a region's first files into FOLDER: a pathway that loads, and the schema for the editor."""
    name = name or folder.resolve().name
    if not is_safe_name(name):
        raise out.fault("cli-region-name", name=name, guess=_plain_name(name))
    files = region_files(name, load(base, language=out.language))
    taken = [each for each in files if (folder / each).exists()]
    if taken:
        raise out.fault("cli-file-exists", path=str(folder / taken[0]))
    folder.mkdir(parents=True, exist_ok=True)
    for each, text in files.items():
        (folder / each).write_text(text, encoding="utf-8")
        click.echo(out.say("cli-written", path=str(folder / each)))


def _plain_name(name: str) -> str:
    """Give a name that a pathway may have and that looks like this one: "Etelä-Savo" becomes "etela-savo"."""
    bare = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", bare).strip("-0123456789")[:64].strip("-") or "region"
