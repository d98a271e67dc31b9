"""`pathway check` and `pathway show`: definitions."""

from __future__ import annotations

__all__ = ["check", "show"]

import json
from collections.abc import Callable
from pathlib import Path

import click
from attrs import evolve

from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.definition import Pathway
from pathway_engine.definition.check import examine, report
from pathway_engine.definition.digest import text_digest_of, to_plain
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.load import Loaded, load_with_origins
from pathway_engine.diagrams import as_png, picture
from pathway_engine.show import mermaid, outline, service_mermaid, yaml_text
from pathway_engine.show.origin import origin_lines, origin_text


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail too, and what is only good to know is told.")
@click.option("--explain", "code", metavar="CODE", help="Say what a code means and how to mend it, and check nothing.")
@speaking
def check(out: Output, paths: tuple[str, ...], form: str, *, strict: bool, code: str | None) -> None:
    """Check definitions, given by path, folder or shipped name: every fault with its place, all at once."""
    if code:
        _explain(out, code)
        return
    if not paths:
        raise click.UsageError(out.say("cli-check-nothing"))
    found = {path: tuple(examine(path, language=out.language)) for path in _definitions(paths)}
    problems = [problem for each in found.values() for problem in each]
    fine = [path for path, each in found.items() if not report.failing(each, strict=strict)]
    if form == "sarif":
        click.echo(json.dumps(report.as_sarif(problems, out.language), ensure_ascii=False, indent=2))
    else:
        data = [{"path": path, "fine": path in fine, "problems": report.as_json(each)} for path, each in found.items()]
        lines = [out.say("cli-check-fine", name=path) for path in fine]
        lines += report.as_text(problems, out.language, strict=strict)
        evolve(out, as_json=out.as_json or form == "json").answer(data, lines)
    out.end(1 if report.failing(problems, strict=strict) else 0)


def _explain(out: Output, code: str) -> None:
    lines = report.explain(code, out.language)
    if not lines:
        if near := report.nearest(code):
            raise out.fault("cli-no-code", typed=code, hint=near)
        raise out.fault("cli-no-code-like", typed=code, known=", ".join(report.known_codes()))
    out.answer({"code": code, "explanation": lines[2:]}, lines)


def _definitions(paths: tuple[str, ...]) -> list[str]:
    """Give what is to be checked; a folder stands for the definitions right in it, fragments come with their users."""
    found: list[str] = []
    for path in paths:
        inside = sorted(Path(path).glob("*.yaml")) if Path(path).is_dir() else []
        found += [str(each) for each in inside] or [path]
    return list(dict.fromkeys(found))


_FORMATS: dict[str, Callable[[Pathway, str], str]] = {
    "text": outline,
    "mermaid": mermaid,
    "svg": picture,
    "yaml": lambda pathway, _language: yaml_text(pathway),
    "json": lambda pathway, _language: json.dumps(to_plain(pathway), ensure_ascii=False, indent=2) + "\n",
}


@click.command()
@click.argument("region")
@click.option("--format", "form", type=click.Choice([*_FORMATS, "png"]), default="text", show_default=True)
@click.option("--service", default="", help="Draw this service instead of the main path (mermaid, svg, png).")
@click.option("--origin", is_flag=True, help="The effective YAML, each line with the file and line it came from.")
@click.option("--digest", is_flag=True, help="The digests of the rules and of the texts.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@speaking
def show(out: Output, region: str, form: str, service: str, output: Path | None, *, origin: bool, digest: bool) -> None:
    """Show a pathway: as text, as a picture, or the whole effective definition as YAML or JSON."""
    loaded = load_with_origins(region, language=out.language)
    pathway = loaded.pathway
    if origin or digest:
        text = _origins(out, loaded) if origin else _digests(out, pathway)
    elif service:
        text = _drawn(out, pathway, service, form)
    else:
        text = _FORMATS["json" if out.as_json else form.replace("png", "svg")](pathway, out.language)
    if form == "png":
        _write_png(out, text, output)
        return
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(out.say("cli-written", path=str(output)), err=True)


def _origins(out: Output, loaded: Loaded) -> str:
    if not out.as_json:
        return origin_text(loaded)
    data = [{"line": each.text, "places": each.places} for each in origin_lines(loaded)]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _digests(out: Output, pathway: Pathway) -> str:
    data = {
        "pathway": pathway.pathway,
        "version": pathway.version,
        "rules": pathway.digest,
        "texts": text_digest_of(pathway),
    }
    if out.as_json:
        return json.dumps(data, indent=2) + "\n"
    return "".join(f"{out.say(f'cli-digest-{key}')}: {data[key]}\n" for key in ("rules", "texts"))


def _drawn(out: Output, pathway: Pathway, typed: str, form: str) -> str:
    service = Labels(pathway).find("service", typed)
    if service is None:
        raise out.fault("cli-no-service", typed=typed)
    if form in ("svg", "png"):
        return picture(pathway, out.language, service)
    return service_mermaid(pathway, service, out.language)


def _write_png(out: Output, svg: str, output: Path | None) -> None:
    """Write a picture as PNG to a file: bytes are not for a terminal."""
    if output is None:
        raise out.fault("cli-png-to-file")
    output.write_bytes(as_png(svg))
    click.echo(out.say("cli-written", path=str(output)), err=True)
