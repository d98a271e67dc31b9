"""`pathway doctor`: what of an installation endangers a promise, and what to do about it."""

from __future__ import annotations

__all__ = ["doctor"]

from collections.abc import Iterator
from pathlib import Path

import click

from pathway_engine.cli.details import detail_in
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.doctor import Finding, Severity, examine, finding, unopened
from pathway_engine.errors import KeyMissing, SchemaMismatch
from pathway_engine.journal.keys import LocalKeyFile
from pathway_engine.show.words import wrapped

_FOUND: tuple[Severity, ...] = ("error", "warning")
"""What ends with exit code 1; a choice that is only good to know of does not."""


@click.command()
@click.option("--db", required=True, envvar="PATHWAY_DB", help="Database: sqlite:///file, its path, or postgresql://…")
@click.option("--keys", envvar="PATHWAY_KEYS", help="Key file; FILE.keys beside the database file, when there is one.")
@speaking
def doctor(out: Output, db: str, keys: str | None) -> None:
    """Tell which settings, keys, clocks and workers endanger a promise, and what to do. Nothing is changed."""
    found = _found(out, db, keys)
    data = {"fine": not _failing(found), "findings": [_plain(each, out.language) for each in found]}
    lines = [line for each in found for line in _lines(out, each)] or [out.say("doctor-fine")]
    out.answer(data, lines)
    out.end(1 if _failing(found) else 0)


def _found(out: Output, db: str, keys: str | None) -> tuple[Finding, ...]:
    from pathway_engine.stores.sql import SqlStore

    url = db if "://" in db else f"sqlite:///{db}"
    file = Path(url.removeprefix("sqlite:///").partition("?")[0]) if url.startswith("sqlite:///") else None
    if file is not None and not file.exists():
        raise out.fault("cli-db-missing", path=str(file))
    beside = file.with_name(f"{file.name}.keys") if file is not None else None
    path = keys or (beside if beside is not None and beside.exists() else None)
    try:
        store = SqlStore.open(url, create=False)
    except SchemaMismatch as error:
        return unopened(error)
    except ValueError as error:
        raise out.fault("fault-ValueError", detail=str(error)) from None
    try:
        if path is None:
            return (*examine(store), finding("info", "keys-not-tried", 1))
        try:
            provider = LocalKeyFile(path)
        except KeyMissing as error:
            return (finding("error", "keys-missing", 1, detail=detail_in(out.language, str(error))), *examine(store))
        return examine(store, keys=provider)
    finally:
        store.close()


def _failing(found: tuple[Finding, ...]) -> bool:
    return any(each.severity in _FOUND for each in found)


def _lines(out: Output, each: Finding) -> Iterator[str]:
    """Tell a finding: what, why, and what to do."""
    severity = out.say(f"doctor-{each.severity}")
    yield from wrapped(f"{each.text(out.language)} [{each.code}]", f"{severity}: ")
    for why in each.why(out.language):
        yield from wrapped(why, "    ")
    yield from wrapped(out.say("doctor-do", what=each.advice(out.language)), "    ")


def _plain(each: Finding, language: str) -> dict[str, object]:
    return {
        "severity": each.severity,
        "code": each.code,
        "promises": list(each.promises),
        "register": each.register,
        "case": each.case,
        "text": each.text(language),
        "why": list(each.why(language)),
        "remedy": each.advice(language),
    }
