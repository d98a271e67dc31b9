"""`pathway case`: open a case, look at it, and all that can be done to it."""

from __future__ import annotations

__all__ = ["case"]

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

import click

from pathway_engine.cli import acts, case_migration, handover, permit, service
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import acting, day, doing, secret
from pathway_engine.cli.output import Output, case_data, reason_data, shelf_of
from pathway_engine.deadlines import helsinki_zone
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.engine import PathwayEngine, Told
from pathway_engine.journal.forms import to_plain, write_event
from pathway_engine.show import Teller, history_text, situation, step_lines
from pathway_engine.show.words import wrapped
from pathway_engine.stores.port import CaseRow, Wanted

_IDS = click.argument("case_id", metavar="CASE")


@click.group()
def case() -> None:
    """Open, look at and carry on clients' cases. Names may be ids or labels in Finnish, Swedish or English."""


@case.command("open")
@click.option("--client", help="Id of the client; - asks for it. Kept only as a keyed pseudonym.")
@click.option("--organisation", default="", help="Organisation that coordinates; the actor's when left out.")
@click.option("--worker", help="Id of the worker who answers there; - asks for it.")
@click.option("--pending-on", help="Day the matter became pending; today when left out.")
@click.option("--place", default="", help="Place of recognition.")
@click.option("--continues", default="", help="Id of an earlier case of the same client.")
@doing
def open_(
    desk: Desk,
    client: str | None,
    organisation: str,
    worker: str | None,
    pending_on: str | None,
    **more: str,
) -> None:
    """Open a case: the first contact. Makes the database and its key file when there are none."""
    desk.open_case(
        organisation,
        client=secret(client, "client"),
        worker=secret(worker, "worker"),
        pending_on=day(pending_on, desk.out),
        **more,
    )


# ── looking ────────────────────────────────────────────────────────────────────────────────────────────────────────


@case.command("list")
@click.option("--state", help="State.")
@click.option("--coordinator", help="Organisation that coordinates.")
@click.option("--organisation", help="Organisation with any part in the case.")
@click.option("--worker", help="Id of a worker with any part in the case; - asks for it.")
@click.option("--client", help="Id of the client; - asks for it.")
@click.option("--open/--closed", "is_open", default=None, help="Only open cases, or only closed ones.")
@click.option("--due-before", metavar="DAY", help="Cases with a deadline that ends before that day.")
@click.option("--after", default="", help="Id after which to go on.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@acting
def list_(desk: Desk, after: str, limit: int, **asked: Any) -> None:
    """List the cases of a register."""
    for register in desk.registers():
        engine = desk.engine(register)
        page = engine.cases(_wanted(desk, engine, asked), after=after, limit=limit)
        if page.rows:
            data = {"register": register, "cases": [_row_data(row) for row in page.rows], "after": page.after}
            desk.out.answer(data, _rows(desk.out, engine, page.rows, page.after))
            return
    desk.out.answer({"register": None, "cases": [], "after": None}, [desk.out.say("cli-no-cases")])


def _wanted(desk: Desk, engine: PathwayEngine, asked: dict[str, Any]) -> Wanted:
    """Read what is asked for: labels become ids, persons pseudonyms."""
    out, found = desk.out, dict.fromkeys(("state", "coordinator", "organisation"))
    for name in found:
        typed = asked[name]
        kind = "state" if name == "state" else "organisation"
        found[name] = _found(desk, kind, typed) if typed else None
    persons = {name: secret(asked[name], name) for name in ("worker", "client")}
    due = day(asked["due_before"], out)
    return Wanted(
        **found,
        **{name: engine.pseudonym(person) if person else None for name, person in persons.items()},
        is_open=asked["is_open"],
        due_before=datetime.combine(due, time(), helsinki_zone()) if due else None,
    )


def _found(desk: Desk, kind: str, typed: str) -> str:
    ids = (Labels(pathway).find(kind, typed) for pathway in desk.pathways())
    return next((id_ for id_ in ids if id_), typed)


def _row_data(row: CaseRow) -> dict[str, Any]:
    return {
        "id": row.case_id,
        "pathway": row.pathway,
        "state": row.state,
        "coordinator": {"organisation": row.organisation, "role": row.role},
        "pending_on": row.pending_on.isoformat(),
        "closed_on": row.closed_on.isoformat() if row.closed_on else None,
        "version": row.version,
    }


def _rows(out: Output, engine: PathwayEngine, rows: tuple[CaseRow, ...], after: str | None) -> Iterator[str]:
    for row in rows:
        labels = shelf_of(engine, row.digest).labels
        state = labels.label("state", row.state, out.language)
        organisation = labels.label("organisation", row.organisation, out.language)
        yield f"{row.case_id}  {state} · {organisation}"
    if after:
        yield out.say("cli-more-cases", after=after)


@case.command()
@_IDS
@acting
def steps(desk: Desk, case_id: str) -> None:
    """List every move from here for the actor: possible or not, what is missing, who may."""
    engine, held = desk.find(case_id)
    found = engine.steps(case_id, desk.actor)
    labels = shelf_of(engine, held.digest).labels
    data = {
        "case": case_data(held),
        "steps": [
            {
                "trigger": step.trigger,
                "service": step.service,
                "to": step.to,
                "allowed": step.allowed,
                "fact": step.fact,
                "handover": step.handover,
                "by": list(step.by),
                "reasons": [reason_data(each, desk.out.language, labels) for each in step.reasons],
            }
            for step in found
        ],
    }
    desk.out.answer(
        data, step_lines(found, held, labels, desk.out.language) if found else [desk.out.say("cli-no-steps")]
    )


@case.command()
@_IDS
@click.option("--unseal", is_flag=True, help="Open the personal fields: a logged use with its purpose.")
@acting
def history(desk: Desk, case_id: str, *, unseal: bool) -> None:
    """Tell the whole journal of a case in sentences."""
    engine, _held = desk.find(case_id)
    told = engine.history(case_id, desk.actor, unseal=unseal)
    opened = [{**write_event(each.event), **({"personal": dict(each.personal)} if unseal else {})} for each in told]
    desk.out.answer({"case": case_id, "events": opened}, _history(desk.out, engine, told))


def _history(out: Output, engine: PathwayEngine, told: tuple[Told, ...]) -> Iterator[str]:
    def pathway_of(digest: str) -> Pathway:
        return shelf_of(engine, digest).pathway

    teller = Teller(pathway_of, out.language)
    if not any(each.personal for each in told):
        yield from history_text((teller.tell(each.event) for each in told), out.language)
        return
    for each in told:
        yield from history_text([teller.tell(each.event)], out.language)
        labels = shelf_of(engine, each.event.digest).labels
        record = getattr(each.event.body, "record", "")
        for name, value in each.personal.items():
            field = labels.label("field", f"{record}.{name}", out.language).removeprefix(f"{record}.")
            shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
            yield from wrapped(f"{field}: {shown}", " " * 9)


@case.command()
@_IDS
@click.argument("move", required=False)
@click.option("--plain", is_flag=True, help="What the client reads, instead.")
@acting
def explain(desk: Desk, case_id: str, move: str | None, *, plain: bool) -> None:
    """Tell where a case is and what is under way; with MOVE, what that move still needs."""
    engine, held = desk.find(case_id)
    shelf = shelf_of(engine, held.digest)
    if plain:
        view = engine.client_view(case_id, desk.actor, desk.out.language)
        data = {"title": view.title, "text": view.text, "always": view.always}
        desk.out.answer(data, [view.title, "", *wrapped(view.text), "", *wrapped(view.always)])
        return
    found = engine.steps(case_id, desk.actor)
    if move is None:
        desk.out.answer(to_plain(held), situation(held, shelf.pathway, desk.out.language))
        return
    trigger = shelf.naming.trigger(move)
    asked = [step for step in found if step.trigger == trigger and not step.service]
    if trigger is None:
        raise desk.out.fault("unknown-move", typed=f"”{move}”", hint=shelf.naming.hint("move", move))
    if not asked:
        here = {"move": ("move", trigger), "state": ("state", held.state)}
        names = {key: shelf.labels.label(*each, desk.out.language) for key, each in here.items()}
        raise desk.out.fault("move-not-here", **names)
    reasons = [reason_data(each, desk.out.language, shelf.labels) for step in asked for each in step.reasons]
    explained: dict[str, Any] = {"trigger": trigger, "allowed": all(step.allowed for step in asked), "reasons": reasons}
    desk.out.answer(explained, step_lines(asked, held, shelf.labels, desk.out.language))


for _module in (acts, handover, permit, service, case_migration):
    for _command in _module.COMMANDS:
        case.add_command(_command)
