"""`pathway case service`: parallel services."""

from __future__ import annotations

__all__ = ["COMMANDS"]

import click

from pathway_engine.case import commands as c
from pathway_engine.cli.acts import AGREED, CASE, REASON
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import doing


@click.group()
def service() -> None:
    """Open, move and end services beside the path, any number at once."""


@service.command("open")
@CASE
@click.argument("service")
@click.option(
    "--organiser", default="", help="Organisation that organises it; the definition's or the actor's when left out."
)
@click.option("--provider", default="", help="Organisation that provides it; the organiser when left out.")
@doing
def open_(desk: Desk, case_id: str, service: str, organiser: str, provider: str) -> None:
    """Open a service."""
    desk.do(c.OpenService, case_id, service=service, organiser=organiser, provider=provider)


@service.command()
@CASE
@click.argument("service")
@click.argument("move")
@REASON
@AGREED
@doing
def move(desk: Desk, case_id: str, service: str, move: str, reason: str, agreed: tuple[str, ...]) -> None:
    """Make a move in a service."""
    desk.do(c.MoveService, case_id, service=service, trigger=move, reason=reason, agreed_by=frozenset(agreed))


@service.command()
@CASE
@click.argument("service")
@click.argument("reason")
@doing
def end(desk: Desk, case_id: str, service: str, reason: str) -> None:
    """End a service outright; the client's other services go on."""
    desk.do(c.EndService, case_id, service=service, reason=reason)


COMMANDS = (service,)
