"""`pathway check` and `pathway show`: definitions."""

from __future__ import annotations

__all__ = ["check", "show"]

import json
from collections.abc import Callable
from pathlib import Path

import click

from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.digest import to_plain
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.load import load_with_origins
from pathway_engine.errors import DefinitionError, Problem
from pathway_engine.show import mermaid, outline, service_mermaid, yaml_text


@click.command()
@click.argument("paths", nargs=-1, required=True)
@speaking
def check(out: Output, paths: tuple[str, ...]) -> None:
    """Check definitions, given by path or shipped name: every fault with its place, all at once."""
    found: dict[str, tuple[Problem, ...]] = {path: _problems(path, out.language) for path in paths}
    lines = [str(problem) for problems in found.values() for problem in problems]
    lines += [out.say("cli-check-fine", name=path) for path, problems in found.items() if not _errors(problems)]
    data = [
        {
            "path": path,
            "fine": not _errors(problems),
            "problems": [
                {
                    "file": each.file,
                    "line": each.line,
                    "column": each.column,
                    "code": each.code,
                    "severity": each.severity,
                    "message": each.message,
                }
                for each in problems
            ],
        }
        for path, problems in found.items()
    ]
    out.answer(data, lines)
    out.end(1 if any(_errors(problems) for problems in found.values()) else 0)


def _problems(path: str, language: str) -> tuple[Problem, ...]:
    try:
        return load_with_origins(path, language=language).warnings
    except DefinitionError as error:
        return error.problems


def _errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)


_FORMATS: dict[str, Callable[[Pathway, str], str]] = {
    "text": outline,
    "mermaid": mermaid,
    "yaml": lambda pathway, _language: yaml_text(pathway),
    "json": lambda pathway, _language: json.dumps(to_plain(pathway), ensure_ascii=False, indent=2) + "\n",
}


@click.command()
@click.argument("region")
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.option("--service", default="", help="Draw this service instead of the main path (mermaid).")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@speaking
def show(out: Output, region: str, form: str, service: str, output: Path | None) -> None:
    """Show a pathway: as text, as a Mermaid diagram, or the whole effective definition as YAML or JSON."""
    pathway = load(region, language=out.language)
    text = (
        _drawn(out, pathway, service) if service else _FORMATS["json" if out.as_json else form](pathway, out.language)
    )
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(out.say("cli-written", path=str(output)), err=True)


def _drawn(out: Output, pathway: Pathway, typed: str) -> str:
    service = Labels(pathway).find("service", typed)
    if service is None:
        raise out.fault("cli-no-service", typed=typed)
    return service_mermaid(pathway, service, out.language)
