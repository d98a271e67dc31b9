"""What is done to a case itself: moves, records, names, tasks, deadlines, queues, closing."""

from __future__ import annotations

__all__ = ["COMMANDS"]

import json
from collections.abc import Mapping
from typing import Any

import click

from pathway_engine.case import commands as c
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import day, doing, secret
from pathway_engine.cli.output import Output

CASE = click.argument("case_id", metavar="CASE")
FIELDS = click.option("--set", "typed", multiple=True, metavar="NAME=VALUE", help="A field; may be repeated.")
FROM_FILE = click.option(
    "--fields", "file", type=click.File("rb"), help="JSON object with the fields; - reads it from stdin."
)
AGREED = click.option("--agreed", multiple=True, metavar="ROLE", help="Whose agreement this records; may be repeated.")
REASON = click.option("--reason", default="", help="Reason, of the move's list.")


def read_fields(out: Output, typed: tuple[str, ...], file: Any) -> dict[str, c.Value]:
    """Read fields given one by one and in a file."""
    found: dict[str, c.Value] = {}
    if file is not None:
        try:
            data = json.load(file)
        except (ValueError, RecursionError):
            data = None
        if not isinstance(data, Mapping):
            raise out.fault("cli-fields-file", path=getattr(file, "name", "-"))
        found |= {
            str(name): tuple(map(str, value)) if isinstance(value, list) else value for name, value in data.items()
        }
    for each in typed:
        name, equals, value = each.partition("=")
        if not equals or not name.strip():
            raise out.fault("cli-field-form", typed=each.partition("=")[0])
        found[name.strip()] = value
    return found


@click.command()
@CASE
@click.argument("move")
@REASON
@AGREED
@click.option("--receiver", default="", help="Receiving organisation, when the move goes by a warm handover.")
@click.option("--receiver-worker", help="Id of the worker who will receive; - asks for it.")
@click.option("--end-open", default="", metavar="REASON", help="Closing: ends what is still open, for this reason.")
@doing
def move(
    desk: Desk,
    case_id: str,
    move: str,
    reason: str,
    agreed: tuple[str, ...],
    receiver_worker: str | None,
    **more: str,
) -> None:
    """Make a move of the path."""
    worker = secret(receiver_worker, "receiver worker")
    agreement = frozenset(agreed)
    desk.do(c.Move, case_id, trigger=move, reason=reason, agreed_by=agreement, receiver_worker=worker, **more)


@click.command()
@CASE
@click.argument("reason")
@AGREED
@click.option("--end-open", default="", metavar="REASON", help="Ends what is still open, for this reason.")
@doing
def close(desk: Desk, case_id: str, reason: str, agreed: tuple[str, ...], end_open: str) -> None:
    """Close the path: the move `close`, with its reason. It can be opened again."""
    desk.do(c.Move, case_id, trigger="close", reason=reason, agreed_by=frozenset(agreed), end_open=end_open)


@click.command()
@CASE
@click.argument("record")
@FIELDS
@FROM_FILE
@click.option("--supplement", is_flag=True, help="Adds to the record that counts now, instead of replacing it.")
@click.option("--service", default="", help="The service it is made in.")
@doing
def record(
    desk: Desk,
    case_id: str,
    record: str,
    typed: tuple[str, ...],
    file: Any,
    service: str,
    *,
    supplement: bool,
) -> None:
    """Make a record: a form, plan, assessment, decision, meeting or contact."""
    fields = read_fields(desk.out, typed, file)
    desk.do(c.Record, case_id, record=record, fields=fields, supplements=supplement, service=service)


@click.command()
@CASE
@click.argument("number", type=int)
@FIELDS
@FROM_FILE
@click.option("--until", help="The right last day of a permit.")
@click.option("--to", default="", metavar="STATE", help="The right state, for the last move.")
@doing
def correct(
    desk: Desk, case_id: str, number: int, typed: tuple[str, ...], file: Any, until: str | None, to: str
) -> None:
    """Put right a record, a permit or the last move, by its number; both stay in the journal."""
    fields = read_fields(desk.out, typed, file)
    desk.do(c.Correct, case_id, seq=number, fields=fields, until=day(until, desk.out), to=to)


@click.command()
@CASE
@click.argument("role")
@click.option("--worker", help="Id of the worker; - asks for it.")
@click.option("--organisation", default="", help="Organisation; the actor's when left out.")
@click.option("--end", is_flag=True, help="Nobody holds the role any more.")
@doing
def name(desk: Desk, case_id: str, role: str, worker: str | None, organisation: str, *, end: bool) -> None:
    """Name who holds a role in the case."""
    if end:
        desk.do(c.EndRole, case_id, role=role)
    else:
        desk.do(c.NameWorker, case_id, role=role, worker=secret(worker, "worker"), organisation=organisation)


@click.command()
@CASE
@click.argument("task")
@click.argument("reason")
@doing
def task(desk: Desk, case_id: str, task: str, reason: str) -> None:
    """Take a task off because it turned out needless; supplying what was missing takes it off by itself."""
    desk.do(c.CompleteTask, case_id, task=task, reason=reason)


@click.command()
@CASE
@click.argument("deadline")
@click.argument("new_day", metavar="DAY")
@click.option("--reason", required=True, help="The special reason.")
@doing
def extend(desk: Desk, case_id: str, deadline: str, new_day: str, reason: str) -> None:
    """Give a deadline a later day."""
    due_on = day(new_day, desk.out)
    if due_on is None:
        raise desk.out.fault("cli-day-form", typed=new_day)
    desk.do(c.ExtendDeadline, case_id, deadline=deadline, due_on=due_on, reason=reason)


@click.command()
@CASE
@click.argument("queue")
@click.option("--expected", metavar="DAY", help="When a place is expected.")
@click.option("--leave", is_flag=True, help="The client waits no more.")
@REASON
@doing
def wait(desk: Desk, case_id: str, queue: str, expected: str | None, reason: str, *, leave: bool) -> None:
    """Put the client in the queue for a service or a move, or take the client off it."""
    if leave:
        desk.do(c.LeaveQueue, case_id, queue=queue, reason=reason)
    else:
        desk.do(c.JoinQueue, case_id, queue=queue, expected_on=day(expected, desk.out))


@click.command()
@CASE
@click.argument("reason")
@click.option("--lift", is_flag=True, help="Lifts the restriction.")
@doing
def restrict(desk: Desk, case_id: str, reason: str, *, lift: bool) -> None:
    """Restrict the use of the client's information (GDPR art. 18), or lift the restriction."""
    desk.do(c.LiftRestriction if lift else c.Restrict, case_id, reason=reason)


COMMANDS = (move, close, record, correct, name, task, extend, wait, restrict)
