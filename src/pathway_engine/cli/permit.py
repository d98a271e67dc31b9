"""`pathway case permit`: the client's permits and prohibitions."""

from __future__ import annotations

__all__ = ["COMMANDS"]

import click

from pathway_engine.case import commands as c
from pathway_engine.cli.acts import CASE
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import day, doing

RECORDS = click.option("--record", "records", multiple=True, help="A record it covers; all when left out.")


@click.group()
def permit() -> None:
    """Write down the client's permits and prohibitions on passing information. No move waits for one."""


@permit.command()
@CASE
@click.argument("kind")
@click.argument("recipient")
@click.option("--until", metavar="DAY", help="Last day.")
@RECORDS
@click.option("--channel", default="", help="How the client gave it.")
@doing
def give(
    desk: Desk,
    case_id: str,
    kind: str,
    recipient: str,
    until: str | None,
    records: tuple[str, ...],
    channel: str,
) -> None:
    """The client gives a permit to pass information to a recipient."""
    common = {"records": records, "channel": channel, "language": desk.out.language if channel else ""}
    desk.do(c.GivePermit, case_id, kind=kind, recipient=recipient, until=day(until, desk.out), **common)


@permit.command()
@CASE
@click.argument("permit")
@doing
def withdraw(desk: Desk, case_id: str, permit: str) -> None:
    """The client withdraws a permit, by its id or its kind."""
    desk.do(c.WithdrawPermit, case_id, permit=permit)


@permit.command()
@CASE
@click.argument("recipient")
@RECORDS
@doing
def forbid(desk: Desk, case_id: str, recipient: str, records: tuple[str, ...]) -> None:
    """The client forbids giving information to a recipient."""
    desk.do(c.Forbid, case_id, recipient=recipient, records=records)


@permit.command()
@CASE
@click.argument("prohibition")
@doing
def lift(desk: Desk, case_id: str, prohibition: str) -> None:
    """The client takes back a prohibition, by its id or its recipient."""
    desk.do(c.LiftProhibition, case_id, prohibition=prohibition)


COMMANDS = (permit,)
