"""`pathway demo`: one client's whole path, told as it happens."""

from __future__ import annotations

__all__ = ["demo"]

import tempfile
from pathlib import Path
from typing import Any

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output, case_data
from pathway_engine.demo import Stage, tell_story
from pathway_engine.demo.cast import Cast, DemoClock
from pathway_engine.engine import PathwayEngine
from pathway_engine.journal.forms import write_event
from pathway_engine.show import brief_history, drawing


@click.command()
@click.option("--region", default="rovaniemi", show_default=True, help="Pathway: a shipped name, or a path.")
@click.option("--db", help="New database: sqlite:///file, or the file's path; in a temporary folder when left out.")
@click.option("--keys", default="", help="Key file; FILE.keys beside the database file.")
@speaking
def demo(out: Output, region: str, db: str | None, keys: str) -> None:
    """Walk one client from first contact to a job, and check the journal that it leaves."""
    place = db or str(Path(tempfile.mkdtemp(prefix="pathway-demo-")) / "demo.sqlite")
    desk = Desk(out, place, keys or _no_keys(place), region, "")
    click.get_current_context().call_on_close(desk.close)
    if desk.file is not None and desk.file.exists() and desk.file.stat().st_size:
        raise out.fault("cli-db-used", path=str(desk.file))
    clock = DemoClock()
    register = desk.register_of(Cast.of(desk.pathway).county)
    desk.make(register)
    engine = PathwayEngine(desk.store, [desk.pathway], keys=desk.keys, register=register, sources=clock)
    stage = Stage(engine, clock, desk.pathway, out.language, _silence if out.as_json else click.echo)
    stage.write(stage.say("title", pathway=desk.pathway.title.to(out.language)))
    stage.note("intro")
    stage.note("database", path=desk.url)
    tell_story(stage)
    findings = _ending(stage, desk)
    if out.as_json:
        out.answer(_data(stage, desk, findings), [])
    out.end(1 if findings else 0)


def _no_keys(place: str) -> str:
    """Give a key file for a store that has no file to lie beside; empty when it has one."""
    return "" if place != "memory:" else str(Path(tempfile.mkdtemp(prefix="pathway-demo-")) / "keys")


def _silence(_line: str) -> None:
    """Write nothing: programs get it all at the end."""


def _ending(stage: Stage, desk: Desk) -> list[Any]:
    """Show the journal, the way the client went, and what the verifier says; give its findings."""
    stage.heading(stage.say("journal-title"))
    stage.note("journal", count=len(stage.events))
    for line in brief_history(stage.lines, stage.language):
        stage.write(line)
    stage.heading(stage.say("way-title"))
    for line in drawing(stage.pathway, stage.events, stage.language):
        stage.write(line)
    stage.note("way")
    stage.heading(stage.say("check-title"))
    findings = _verified(stage, desk)
    if desk.file is not None:
        stage.write("")
        stage.note("try")
        acting = f"--as job_coach@{stage.cast.services} --person {stage.cast.coach.subject} --lang {stage.language}"
        for command in ("explain", "history"):
            stage.write(f"  pathway case {command} {stage.case_id} --db {desk.file} \\")
            stage.write(f"      {acting}")
        stage.write(f"  pathway show {stage.pathway.pathway} --format mermaid --lang {stage.language}")
    return findings


def _verified(stage: Stage, desk: Desk) -> list[Any]:
    if desk.file is None:
        stage.note("check-none")
        return []
    from pathway_engine.verify import verify_database
    from pathway_engine.verify.findings import CLEAN

    stage.note("check")
    findings = verify_database(desk.url)
    for line in [each.line(stage.language) for each in findings] or [CLEAN[stage.language]]:
        stage.write(f"  {line}")
    return findings


def _data(stage: Stage, desk: Desk, findings: list[Any]) -> dict[str, Any]:
    return {
        "database": desk.url,
        "case": case_data(stage.case) if stage.case else None,
        "events": [
            {**write_event(event), "sentence": line.what} for event, line in zip(stage.events, stage.lines, strict=True)
        ],
        "refused": stage.refused,
        "client_reads": stage.read,
        "verified": desk.file is not None and not findings,
        "findings": [each.plain(stage.language) for each in findings],
    }
