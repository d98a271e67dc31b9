"""`pathway erase`, `pathway purge` and `pathway keys`: what the keeper of a register does."""

from __future__ import annotations

__all__ = ["erase", "keys", "purge"]

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.case.retention import Kept
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import acting, at_desk
from pathway_engine.cli.options import day as read_day
from pathway_engine.cli.output import reason_data, shelf_of
from pathway_engine.definition.labels import Labels
from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import KeyMissing, OutcomeUnknown
from pathway_engine.journal.keys import LocalKeyFile
from pathway_engine.journal.register import register_lines
from pathway_engine.show import reason_lines

FILE = click.Path(dir_okay=False, path_type=Path)


# ── erasing ────────────────────────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.argument("case_id", metavar="[CASE]", default="")
@click.option("--ground", type=click.Choice(sorted(c.ERASURE_GROUNDS)), help="Ground of the law (GDPR art. 17).")
@click.option("--export", "target", type=FILE, help="Write the register of erasures to a file, to keep elsewhere.")
@click.option("--apply", "source", type=FILE, help="Erase again what such a file names, after restoring a backup.")
@acting
def erase(desk: Desk, case_id: str, ground: str | None, target: Path | None, source: Path | None) -> None:
    """Destroy a case's key: what is sealed in it can never be opened again. Or keep the register of erasures.

    Erasing again changes nothing, and finishes what was left undone.
    """
    if sum(map(bool, (case_id, target, source))) != 1 or bool(case_id) != bool(ground):
        raise desk.out.fault("cli-erase-what")
    if case_id:
        engine, before = desk.find(case_id)
        try:
            outcome = engine.do(c.Erase(case=case_id, actor=desk.actor, ground=ground or ""))
        except OutcomeUnknown:
            raise desk.out.fault("cli-erase-again", case=case_id) from None
        desk.out.outcome(engine, before, outcome, shelf_of(engine, before.digest).labels)
    elif target:
        _export(desk, target)
    else:
        _apply(desk, source or Path())


def _export(desk: Desk, target: Path) -> None:
    engine = _of_one_register(desk)
    lines = list(register_lines(engine.register, engine.erasures()))
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    count = len(lines) - 1
    desk.out.answer(
        {"register": engine.register, "erasures": count}, [desk.out.say("cli-erasures-written", count=count)]
    )


def _apply(desk: Desk, source: Path) -> None:
    engine = _of_one_register(desk)
    try:
        applied = engine.apply_erasures(source)
    except ValueError as error:
        raise desk.out.fault("fault-ValueError", detail=str(error)) from None
    data = {"erased": list(applied.erased), "before": applied.before, "absent": list(applied.absent)}
    numbers = {"erased": len(applied.erased), "before": applied.before, "absent": len(applied.absent)}
    desk.out.answer(data, [desk.out.say("cli-erasures-applied", **numbers)])


def _of_one_register(desk: Desk) -> PathwayEngine:
    """Give the engine of the one register that is meant: no case says which."""
    return desk.engine(next(iter(desk.registers())))


# ── purging ────────────────────────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.argument("case_id", metavar="[CASE]", default="")
@click.option("--basis", default="", help="For one case that no rule lets go yet: a code, such as mistake.")
@click.option("--today", metavar="DAY", help="With --dry-run: the day on which it would be due.")
@click.option("--dry-run", is_flag=True, help="Tell what would be purged, and by which rule; purge nothing.")
@acting
def purge(desk: Desk, case_id: str, basis: str, today: str | None, *, dry_run: bool) -> None:
    """Take out all cases whose retention has run out, or one case; a tombstone stays of each."""
    if (basis and not case_id) or (today and not dry_run):
        raise desk.out.fault("cli-purge-what")
    engine = desk.find(case_id)[0] if case_id else _of_one_register(desk)
    told: list[dict[str, Any]] = []
    lines: list[str] = []
    refused = False
    for case, kept in _asked(desk, engine, case_id, today):
        labels = shelf_of(engine, engine.case(case).digest).labels
        words = {"case": case, "rule": labels.label("retention", kept.rule, desk.out.language) or "–"}
        if dry_run:
            told.append({"case": case, **_kept_data(kept)})
            code = f"cli-kept-{'due' if kept.standing == 'due' else 'not'}"
            lines.append(desk.out.say(code, **words, law=kept.law, until=kept.until or "–"))
            continue
        outcome = engine.purge(case, desk.actor, basis=basis)
        if isinstance(outcome, Refused):
            refused = True
            told.append({"case": case, "purged": False, "reasons": _reasons(desk, outcome, labels)})
            lines += [
                desk.out.say("cli-not-purged", case=case),
                *reason_lines(outcome.reasons, labels, desk.out.language),
            ]
        else:
            told.append({"case": case, "purged": True, "basis": outcome.basis, "tombstone": outcome.number})
            lines.append(desk.out.say("cli-purged", case=case, basis=outcome.basis, number=outcome.number))
    desk.out.answer({"cases": told}, lines or [desk.out.say("cli-nothing-due")])
    desk.out.end(1 if refused else 0)


def _asked(desk: Desk, engine: PathwayEngine, case_id: str, today: str | None) -> list[tuple[str, Kept]]:
    """Give the cases that are meant, and how each is kept; read to the end before the first is taken out."""
    on = read_day(today, desk.out)
    if case_id:
        return [(case_id, engine.kept(case_id, on))]
    return [(each.case, each.kept) for each in engine.due_for_purge(on)]


def _kept_data(kept: Kept) -> Mapping[str, Any]:
    until = kept.until.isoformat() if kept.until else None
    return {"standing": kept.standing, "rule": kept.rule, "law": kept.law, "until": until}


def _reasons(desk: Desk, refused: Refused, labels: Labels) -> list[Mapping[str, Any]]:
    return [reason_data(each, desk.out.language, labels) for each in refused.reasons]


# ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@click.group()
def keys() -> None:
    """The keys that wrap the cases' own: see them, change them, take old ones out of use."""


def _file(desk: Desk) -> LocalKeyFile:
    held = desk.keys
    if not isinstance(held, LocalKeyFile):
        raise desk.out.fault("cli-keys-needed")
    return held


def _used(desk: Desk, current: str) -> dict[str, int]:
    """Count the cases whose key an old wrapping key still wraps."""
    counted: dict[str, int] = {}
    after = ("", "")
    while found := desk.store.stale_keys(current, after):
        for each in found:
            counted[each.key.key_id] = counted.get(each.key.key_id, 0) + 1
        after = found[-1].register, found[-1].case_id
    return counted


@keys.command()
@at_desk
def show(desk: Desk) -> None:
    """Tell which key wraps now, and how many cases older keys still open."""
    held = _file(desk)
    used = _used(desk, held.key_id)
    old = {key_id: used.get(key_id, 0) for key_id in sorted({*held.key_ids, *used} - {held.key_id})}
    data = {"current": held.key_id, "old": old}
    lines = [desk.out.say("cli-key-current", key=held.key_id)]
    lines += [desk.out.say("cli-key-old", key=key_id, count=count) for key_id, count in old.items()]
    desk.out.answer(data, lines)


@keys.command()
@click.option("--batch", type=click.IntRange(1, 1000), default=100, show_default=True, help="Cases a transaction.")
@at_desk
def rotate(desk: Desk, batch: int) -> None:
    """Make a new wrapping key and wrap every case's key with it; commands may go on meanwhile.

    Stopped at any point, it goes on from there the next time: as long as an older key wraps anything, no further key is
    made.
    """
    held = _file(desk)
    if not desk.store.stale_keys(held.key_id, limit=1):
        held.rotate()
    # An engine is of one register, and wraps anew in all of them: any that has something to wrap will do.
    waiting = desk.store.stale_keys(held.key_id, limit=1)
    done = desk.engine(waiting[0].register).rewrap_keys(batch) if waiting else 0
    data = {"current": held.key_id, "rewrapped": done}
    desk.out.answer(data, [desk.out.say("cli-keys-rotated", key=held.key_id, count=done)])


@keys.command()
@click.argument("key_id", metavar="KEY")
@at_desk
def retire(desk: Desk, key_id: str) -> None:
    """Take an old wrapping key out of the key file: what it wraps in old backups opens no more."""
    held = _file(desk)
    count = _used(desk, held.key_id).get(key_id, 0)
    if count or key_id == held.key_id:
        raise desk.out.fault("cli-key-in-use", key=key_id)
    try:
        held.retire(key_id)
    except KeyMissing:
        raise desk.out.fault("cli-key-unknown", key=key_id) from None
    desk.out.answer({"retired": key_id}, [desk.out.say("cli-key-retired", key=key_id)])
