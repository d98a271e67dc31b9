"""`pathway features new`: a first set of scenarios for a pathway, in the writer's language."""

from __future__ import annotations

__all__ = ["new"]

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pathway_engine.cli.needs import needs_bdd
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.load import load_bases

if TYPE_CHECKING:
    from pathway_engine.bdd.skeleton import Sketch


@click.command()
@click.argument("region")
@click.option("--own", is_flag=True, help="Only what the region does not inherit unchanged.")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to write the features to."
)
@speaking
def new(out: Output, region: str, output: Path | None, *, own: bool) -> None:
    """Write a scenario for each move of REGION and each service, its own first, in the language of --lang.

    Each is tried before it is written: most hold as they are. Where something is left to fill in, a line says what.
    With -o they are written to files that are not there yet, the inherited ones apart; without it, shown.
    """
    needs_bdd(out)
    from pathway_engine.bdd.skeleton import sketches, written

    pathway = load(region, language=out.language)
    found = sketches(pathway, load_bases(region, language=out.language), out.language)
    chosen = tuple(each for each in found if not (own and each.parent))
    if output is None:
        click.echo(written(pathway, chosen, out.language), nl=False)
        return
    files = _files(output, pathway, chosen)
    for path in files:
        if path.exists():
            raise out.fault("skeleton-there", path=str(path))
    output.mkdir(parents=True, exist_ok=True)
    data, lines = [], []
    for path, part in files.items():
        path.write_text(written(pathway, part, out.language), encoding="utf-8")
        holds = sum(not each.lacks for each in part)
        data.append({"path": str(path), "scenarios": len(part), "hold": holds})
        lines.append(out.say("skeleton-written", path=str(path), count=len(part), holds=holds))
    out.answer(data, lines)


def _files(folder: Path, pathway: Pathway, found: tuple[Sketch, ...]) -> dict[Path, tuple[Sketch, ...]]:
    """Give what goes into which file: the region's own scenarios, and those it inherits."""
    own = tuple(each for each in found if not each.parent)
    inherited = tuple(each for each in found if each.parent)
    parts = {f"{pathway.pathway}.feature": own, f"{pathway.pathway}-inherited.feature": inherited}
    return {folder / name: part for name, part in parts.items() if part}
