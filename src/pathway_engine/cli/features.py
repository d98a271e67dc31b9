"""`pathway features`: specifications in Gherkin, for people who write no Python."""

from __future__ import annotations

__all__ = ["features"]

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import asdict

from pathway_engine.cli.coverage import coverage
from pathway_engine.cli.needs import needs_bdd
from pathway_engine.cli.new_features import new
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.deadlines import helsinki_zone
from pathway_engine.definition import load
from pathway_engine.definition.load import load_bases

if TYPE_CHECKING:
    from pathway_engine.bdd.launching import Outcome

_PATH = click.argument("path", type=click.Path(exists=True, path_type=Path), default=Path())


@click.group()
def features() -> None:
    """Run, look through and help to write features in Finnish, Swedish and English."""


@features.command()
@_PATH
@click.option("--traceback", is_flag=True, help="Show Python tracebacks of what does not hold.")
@click.option("--report", type=click.Choice(["html"]), help="Write a page of the features and what became of them.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Its file; features.html.")
@speaking
def run(out: Output, path: Path, report: str | None, output: Path | None, *, traceback: bool) -> None:
    """Run the features of PATH, a file or a folder; tell what holds, what does not and why."""
    needs_bdd(out)
    from pathway_engine.bdd.launching import Told, feature_files, unread
    from pathway_engine.bdd.launching import run as launch

    if not (feature_files(path) or any(unread(path, out.language))):
        raise out.fault("features-none", path=str(path))
    headings: set[str] = set()

    def tell(told: Told) -> None:
        if out.as_json:
            return
        if told.file not in headings:
            headings.add(told.file)
            click.echo(told.feature)
        click.echo(out.say("features-holds" if told.holds else "features-fails", scenario=told.scenario))

    outcome = launch([path], tell, traceback=traceback, language=out.language)
    failed = [each for each in outcome.scenarios if not each.holds]
    seconds, count = f"{outcome.seconds:.1f}", len(outcome.scenarios)
    lines = [line for each in failed for line in ("", *each.text.splitlines())]
    lines += ["", *outcome.faults] if outcome.faults else []
    files = len({line.partition(":")[0] for line in outcome.faults})
    lines += ["", out.say("features-not-read", count=files)] if files else [""]
    if count:
        code = "features-some-fail" if failed else "features-all-hold"
        lines.append(out.say(code, failed=len(failed), count=count, seconds=seconds))
    data = {"scenarios": [asdict(each) for each in outcome.scenarios], "faults": outcome.faults}
    out.answer(data, lines)
    if report:
        _write_page(out, path, output or Path("features.html"), outcome)
    out.end(0 if outcome.holds else 1)


def _write_page(out: Output, path: Path, output: Path, outcome: Outcome) -> None:
    from pathway_engine.bdd.coverage import covered
    from pathway_engine.bdd.launching import feature_files
    from pathway_engine.bdd.page import Shown, page
    from pathway_engine.bdd.reading import read_feature
    from pathway_engine.bdd.selecting import pathways_used

    files = feature_files(path)
    read = [feature for each in files if (feature := read_feature(each)) is not None]
    shown = []
    for definition in pathways_used(files):
        pathway = load(definition, language=out.language)
        bases = load_bases(definition, language=out.language)
        shown.append(Shown(pathway, covered(pathway, outcome.seen, bases)))
    today = datetime.now(helsinki_zone()).date()
    output.write_text(page(read, outcome, shown, out.language, on=today), encoding="utf-8")
    click.echo(out.say("cli-written", path=str(output)), err=True)


@features.command()
@_PATH
@speaking
def lint(out: Output, path: Path) -> None:
    """Find what Gherkin would pass over in silence, in the features of PATH, without running them."""
    needs_bdd(out)
    from pathway_engine.bdd.launching import feature_files, unread
    from pathway_engine.bdd.lint import findings_of
    from pathway_engine.bdd.phrases import phrases_near
    from pathway_engine.bdd.shelves import feature_text

    found = list(unread(path, out.language))
    files = sorted(set(feature_files(path)) - {Path(each.file) for each in found})
    if not (files or found):
        raise out.fault("features-none", path=str(path))
    found += [
        each
        for file in files
        for text in (feature_text(file),)
        for each in findings_of(text, str(file), folder=file.resolve().parent)
    ]
    found += phrases_near(path).findings(out.language)
    told = [out.say("features-no-findings", count=len(files))] if not found else map(str, found)
    out.answer([asdict(each) for each in found], told)
    out.end(1 if any(each.is_error for each in found) else 0)


@features.command()
@_PATH
@speaking
def steps(out: Output, path: Path) -> None:
    """List every sentence as an example, and the region's own phrases for PATH.

    A sentence that ends in a colon is followed by a table.
    """
    from pathway_engine.bdd.listing import sentences
    from pathway_engine.bdd.phrases import phrases_near

    found = list(sentences(out.language))
    lines = [f"{each.id:<4}{each.example}" for each in found]
    own = [each for each in phrases_near(path).all if out.language in each.spellings]
    for file in dict.fromkeys(each.file for each in own):
        lines += ["", out.say("features-own-phrases", file=file)]
        for each in (each for each in own if each.file == file):
            lines += [f"    {each.spellings[out.language]}", *(f"      = {part.sentence}" for part in each.parts)]
    data = [asdict(each) for each in found]
    data += [
        {
            "id": f"{each.file}:{each.line}",
            "form": each.spellings[out.language],
            "example": "",
            "steps": [part.sentence for part in each.parts],
        }
        for each in own
    ]
    out.answer(data, lines)


features.add_command(coverage)
features.add_command(new)
