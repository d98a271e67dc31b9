"""`pathway case migrate`: running cases go to another definition, and it is told where before anything moves."""

from __future__ import annotations

__all__ = ["COMMANDS"]

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.mapping import read_mapping
from pathway_engine.cli.options import acting
from pathway_engine.cli.output import Output, reason_data, shelf_of
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.labels import Labels
from pathway_engine.engine import CaseMigration, Moved, PathwayEngine, Planned
from pathway_engine.errors import PathwayError
from pathway_engine.show import reason_lines
from pathway_engine.show.words import wrapped

_STAYED = ("homeless", "stays")


@click.command()
@click.option(
    "--from", "from_", multiple=True, required=True, metavar="NAME[@VERSION]", help="What they leave; repeatable."
)
@click.option(
    "--to", required=True, metavar="PATHWAY", help="Where they go: a shipped name such as oulu-palo, or a path."
)
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="OLD=NEW|FILE",
    help="A state whose id changed, or service.state; or a YAML file of them. Repeatable.",
)
@click.option("--leave", multiple=True, metavar="CASE", help="A case that stays as it is; repeatable.")
@click.option("--check", is_flag=True, help="Only tell where each would go; end with 1 when one has no home.")
@acting
def migrate(
    desk: Desk, from_: tuple[str, ...], to: str, maps: tuple[str, ...], leave: tuple[str, ...], *, check: bool
) -> None:
    """Bring running cases to another definition: all, or none when one has no home there.

    Before anything moves it is told for every open case of the register where it will go: its state, the state it goes
    back to after a break, its services, and which deadlines begin and end. Stopped at any point, the same command goes
    on with what is left. The actor keeps the register, or may migrate each of the cases.
    """
    target = load(to, language=desk.out.language)
    engine = desk.engine(_register(desk, target), target)
    migration = CaseMigration(to=target.digest, from_=from_, leave=leave)
    if maps:
        states, services = read_mapping(desk.out, engine, migration, maps)
        migration = CaseMigration(to=target.digest, from_=from_, leave=leave, states=states, services=services)
    told = _Telling(desk.out, engine, target, from_, check=check)
    if check:
        told.all(engine.plan_migration(migration, desk.actor))
    else:
        told.all(engine.migrate_cases(migration, desk.actor))
    desk.out.end(1 if told.stayed else 0)


def _register(desk: Desk, target: Pathway) -> str:
    """Give the register whose cases are meant: never a guess, since nobody would miss the others."""
    own = desk.register or desk.actor.organisation
    if not own:
        raise desk.out.fault("cli-register-needed")
    found = None if desk.register else Labels(target).find("organisation", own)
    return (target.organisations[found].register or found) if found else own


class _Telling:
    """Tells of one case after the other, as they come: a register may be larger than the memory."""

    def __init__(
        self, out: Output, engine: PathwayEngine, target: Pathway, left: tuple[str, ...], *, check: bool
    ) -> None:
        self._out, self._engine, self._target, self._check = out, engine, target, check
        self._labels, self._left = Labels(target), left
        self._counts: Counter[str] = Counter()

    @property
    def stayed(self) -> bool:
        """True when somebody has no home."""
        return any(self._counts[each] for each in _STAYED)

    def all(self, found: Iterable[Planned | Moved]) -> None:
        """Tell of every case, then of all together."""
        head = {
            "register": self._engine.register,
            "to": {name: getattr(self._target, name) for name in ("pathway", "version", "digest")},
            "check": self._check,
        }
        if self._out.as_json:
            # One document, written piece by piece.
            click.echo(json.dumps(head, ensure_ascii=False)[:-1] + ', "cases": [', nl=False)
        separator = "\n"
        for each in found:
            planned, became = (each.planned, each.became) if isinstance(each, Moved) else (each, _standing(each))
            self._counts[became] += 1
            if self._out.as_json:
                data = json.dumps(self._data(planned, became), ensure_ascii=False)
                click.echo(f"{separator} {data}", nl=False)
                separator = ",\n"
            else:
                for line in self._lines(planned, became):
                    click.echo(line)
        if self._out.as_json:
            click.echo(f'\n], "counts": {json.dumps(self._counts)}}}')
        else:
            click.echo(self._together())

    # ── for programs ──────────────────────────────────────────────────────────────────────────────────────────────

    def _data(self, planned: Planned, became: str) -> dict[str, Any]:
        labels = self._old(planned)
        return {
            "case": planned.case,
            "version": planned.version,
            "became": became,
            "state": {"from": planned.from_, "to": planned.to},
            "held": {"from": planned.held_from, "to": planned.held_to},
            "services": [
                {"service": each.id, "kind": each.kind, "from": each.from_, "to": each.to} for each in planned.services
            ],
            "deadlines": {name: list(getattr(planned, name)) for name in ("kept", "begun", "dropped")},
            "reasons": [reason_data(each, self._out.language, labels) for each in planned.reasons],
        }

    # ── for people ────────────────────────────────────────────────────────────────────────────────────────────────

    def _lines(self, planned: Planned, became: str) -> Iterator[str]:
        say, labels = self._out.say, self._old(planned)
        old, new = self._state(labels, planned.from_), self._state(self._labels, planned.to)
        yield say(f"migration-{became}", case=planned.case, old=old, new=new)
        yield from reason_lines(planned.reasons, labels, self._out.language)
        if not planned.to or became == "there":
            return
        if planned.held_from:
            held = {"old": self._state(labels, planned.held_from), "new": self._state(self._labels, planned.held_to)}
            yield from wrapped(say("migration-held", **held), "    ")
        for each in planned.services:
            states = {name: self._service(each.kind, state) for name, state in (("old", each.from_), ("new", each.to))}
            kind = self._labels.label("service", each.kind, self._out.language)
            yield from wrapped(say("migration-service", service=kind, **states), "    ")
        for code, limits, names in (
            ("migration-begun", planned.begun, self._labels),
            ("migration-dropped", planned.dropped, labels),
        ):
            if limits:
                listed = ", ".join(names.label("deadline", _rule(each), self._out.language) for each in limits)
                yield from wrapped(say(code, deadlines=listed), "    ")

    def _together(self) -> str:
        if not self._counts:
            return self._out.say("migration-nobody", register=self._engine.register, left=", ".join(self._left))
        went = self._counts["migrated"] + self._counts["anew"]
        stayed = sum(self._counts[each] for each in _STAYED)
        if self._check:
            return self._out.say("migration-would", goes=self._counts["goes"], stays=stayed, left=self._counts["left"])
        if self._counts["homeless"]:
            return self._out.say("migration-refused", stays=stayed)
        return self._out.say("migration-done", goes=went, stays=stayed)

    def _old(self, planned: Planned) -> Labels:
        """Give the labels of the definition a case comes from; of one that cannot be read there are only ids."""
        try:
            return shelf_of(self._engine, planned.from_digest).labels
        except PathwayError:
            return self._labels

    def _state(self, labels: Labels, state: str) -> str:
        return labels.label("state", state, self._out.language) if state else "–"

    def _service(self, kind: str, state: str) -> str:
        return self._labels.label("state", f"{kind}.{state}", self._out.language)


def _standing(planned: Planned) -> str:
    if planned.left:
        return "left"
    return "homeless" if planned.reasons else "goes"


def _rule(deadline: str) -> str:
    return deadline.partition("@")[0]


COMMANDS = (migrate,)
