"""`pathway features coverage`: what scenarios touch of a pathway, and what none does."""

from __future__ import annotations

__all__ = ["coverage"]

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import field, frozen

from pathway_engine.cli.needs import needs_bdd
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.load import load_bases
from pathway_engine.diagrams import whole_picture
from pathway_engine.show import mermaid

if TYPE_CHECKING:
    from pathway_engine.bdd.coverage import Coverage
    from pathway_engine.bdd.launching import Outcome

_KINDS = {
    "states": "state",
    "transitions": "move",
    "refusals": "refusal",
    "deadlines": "deadline",
    "handovers": "handover",
    "services": "service",
}
"""What a kind is called in `--at-least`, and in the figures."""


@frozen
class _Region:
    """A pathway whose coverage is asked for, with what it extends, the nearest first."""

    pathway: Pathway
    parents: tuple[Pathway, ...] = ()
    found: tuple[Coverage, ...] = field(default=(), eq=False)


@click.command()
@click.argument("what", nargs=-1, metavar="[REGION] [PATH]")
@click.option("--all", "every", is_flag=True, help="Every definition in PATH, or used there, in one run.")
@click.option("--own", is_flag=True, help="Count only scenarios of the region itself, none of what it extends.")
@click.option(
    "--at-least",
    "limits",
    multiple=True,
    metavar="PERCENT|KIND=PERCENT",
    help="Exit 1 when less is touched: 100 for every kind, or transitions=100,refusals=100.",
)
@click.option("--format", "form", type=click.Choice(["text", "svg", "mermaid"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the drawing to a file.")
@speaking
def coverage(
    out: Output,
    what: tuple[str, ...],
    limits: tuple[str, ...],
    form: str,
    output: Path | None,
    *,
    every: bool,
    own: bool,
) -> None:
    """Tell which states, moves, refusals, time limits, handovers and services of REGION no scenario touches.

    Features are looked for in PATH and below. What REGION leaves as it is in the definition that it extends
    counts as touched when a scenario of that definition touches it.
    """
    needs_bdd(out)
    from pathway_engine.bdd.coverage import covered

    wanted = _limits(out, limits)
    path = _path(out, what if every else what[1:])
    if not every and not what:
        raise out.fault("coverage-no-region")
    names = _everything(path) if every else what[:1]
    regions = [_region(name, out.language, own=own) for name in names]
    outcome = _run(out, regions, path, every=every)
    told = [_Region(each.pathway, each.parents, covered(each.pathway, outcome.seen, each.parents)) for each in regions]
    short = [line for each in told for line in _below(out, each.found, wanted)]
    if form != "text":
        _draw(out, told, form, output)
    lines = [line for each in told for line in _lines(out, each, headed=every)] if form == "text" else []
    faults = [line for one in outcome.scenarios if not one.holds for line in ("", *one.text.splitlines())]
    data = {each.pathway.pathway: _data(each.found) for each in told}
    if form == "text" or faults or outcome.faults or short:
        out.answer(data if every else _data(told[0].found), [*lines, *faults, *outcome.faults, *short])
    out.end(0 if outcome.holds and not short else 1)


def _path(out: Output, typed: tuple[str, ...]) -> Path:
    if len(typed) > 1:
        raise click.UsageError(f"unexpected: {typed[1]}")
    path = Path(*typed)
    if not path.exists():
        raise out.fault("features-none", path=str(path))
    return path


def _everything(path: Path) -> list[str]:
    """Give every definition beside the features and above them, and the installed ones that they put to use."""
    from pathway_engine.bdd.launching import feature_files
    from pathway_engine.bdd.selecting import pathways_used
    from pathway_engine.bdd.shelves import definitions, is_installed

    start = path.resolve()
    beside = definitions(start if start.is_dir() else start.parent)
    used = pathways_used(feature_files(path))
    return [str(each) for each in dict.fromkeys((*beside, *used)) if each in used or not is_installed(each)]


def _region(name: str, language: str, *, own: bool) -> _Region:
    return _Region(load(name, language=language), () if own else load_bases(name, language=language))


def _run(out: Output, regions: list[_Region], path: Path, *, every: bool) -> Outcome:
    """Run every feature of the regions and of what they extend, once; what is not there comes with the library."""
    from pathway_engine.bdd.launching import feature_files, run
    from pathway_engine.bdd.selecting import about, shipped_features, unused

    needed = {each.digest: each.pathway for region in regions for each in (region.pathway, *region.parents)}
    files = [each.resolve() for each in feature_files(path)]
    here = about(files, needed)
    missing = unused(here, needed)
    absent = [name for digest, name in needed.items() if digest in missing]
    chosen = list(dict.fromkeys((*here, *about(shipped_features(absent), needed))))
    if not chosen:
        name = "" if every else regions[0].pathway.pathway
        raise out.fault("coverage-no-features", path=str(path), region=name)
    return run(chosen, lambda _: None)


def _draw(out: Output, told: list[_Region], form: str, output: Path | None) -> None:
    """Draw one pathway: the main path as Mermaid, or with every service as SVG."""
    from pathway_engine.bdd.drawing import marks_of

    if len(told) != 1:
        raise out.fault("coverage-one-drawing")
    region = told[0]
    marks = marks_of(region.pathway, region.found, out.language)
    drawer = whole_picture if form == "svg" else mermaid
    text = drawer(region.pathway, out.language, marks=marks)
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(out.say("cli-written", path=str(output)), err=True)


# ── figures ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(out: Output, region: _Region, *, headed: bool) -> Iterator[str]:
    from pathway_engine.bdd.drawing import named

    labels = Labels(region.pathway)
    if headed:
        yield f"{labels.label('pathway', region.pathway.pathway, out.language)} ({region.pathway.pathway})"
    margin = "  " if headed else ""
    for each in region.found:
        yield margin + _line(out, each)
        yield from (f"{margin}  - {named(labels, each.kind, id_, out.language)}" for id_ in each.untouched)


def _line(out: Output, one: Coverage) -> str:
    figures = {"kind": out.say(f"coverage-{one.kind}"), "touched": str(one.touched), "total": str(one.total)}
    if not one.inherited:
        return out.say("coverage-line", **figures)
    counts = Counter(one.inherited.values())
    from_there = (out.say("coverage-inherited", parent=parent, count=str(count)) for parent, count in counts.items())
    return out.say("coverage-line-inherited", here=str(len(one.here)), inherited="; ".join(from_there), **figures)


def _data(found: Iterable[Coverage]) -> dict[str, Any]:
    return {
        each.kind: {
            "total": each.total,
            "here": each.here,
            "inherited": each.inherited,
            "untouched": each.untouched,
            "percent": each.percent,
        }
        for each in found
    }


# ── limits ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _limits(out: Output, typed: Iterable[str]) -> dict[str, float]:
    """Read `--at-least`: kind -> percent."""
    found: dict[str, float] = {}
    for part in (part for each in typed for part in each.split(",")):
        name, _, percent = part.strip().rpartition("=")
        try:
            limit = float(percent)
            kinds = [_KINDS[name]] if name else list(_KINDS.values())
        except (KeyError, ValueError):
            raise out.fault("coverage-bad-limit", typed=part, known=", ".join(_KINDS)) from None
        if not 0 <= limit <= 100:
            raise out.fault("coverage-bad-limit", typed=part, known=", ".join(_KINDS))
        found |= dict.fromkeys(kinds, limit)
    return found


def _below(out: Output, found: Iterable[Coverage], wanted: Mapping[str, float]) -> Iterator[str]:
    for each in found:
        limit = wanted.get(each.kind, 0.0)
        if each.percent < limit:
            kind = out.say(f"coverage-{each.kind}")
            yield out.say("coverage-below", kind=kind, percent=f"{each.percent:.1f}", wanted=f"{limit:g}")
