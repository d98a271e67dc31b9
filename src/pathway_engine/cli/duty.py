"""`pathway tick`, `pathway relay` and `pathway verify`: what a host runs beside the cases."""

from __future__ import annotations

__all__ = ["relay", "tick", "verify"]

import json

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import at_desk
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay

LIMIT = click.option("--limit", type=click.IntRange(1, 1000), default=100, show_default=True)


@click.command()
@LIMIT
@at_desk
def tick(desk: Desk, limit: int) -> None:
    """Tell of every deadline that has passed, once each. Run it every few minutes."""
    worker = DeadlineWorker(desk.engine, store=desk.store)
    told = 0
    while count := worker.run_once(limit):
        told += count
    desk.out.answer({"fired": told}, [desk.out.say("cli-fired", count=told)])


@click.command()
@LIMIT
@at_desk
def relay(desk: Desk, limit: int) -> None:
    """Print the messages that wait in the outbox, one CloudEvent a line, and mark them as sent."""
    worker = OutboxRelay(desk.store, _print)
    while worker.run_once(limit):
        pass


def _print(envelope: Envelope) -> None:
    # Flushed before it is marked as sent: what did not leave is printed again the next time.
    click.echo(json.dumps(envelope, ensure_ascii=False))
    click.get_text_stream("stdout").flush()


@click.command()
@at_desk
def verify(desk: Desk) -> None:
    """Check every journal with a program that shares no code with the engine: chain, numbering, state, coordinator."""
    from pathway_engine.verify import verify_database

    if desk.file is not None and not desk.file.exists():
        raise desk.out.fault("cli-db-missing", path=str(desk.file))
    found = verify_database(desk.url)
    data = [{"case": each.case, "seq": each.seq, "code": each.code, "message": each.message} for each in found]
    lines = [f"{each.case}:{each.seq} {each.code} {each.message}" for each in found]
    summary = (
        desk.out.say("cli-verify-failed", count=len(found)) if found else desk.out.say("cli-verified", url=desk.url)
    )
    desk.out.answer({"fine": not found, "findings": data}, [*lines, summary])
    desk.out.end(1 if found else 0)
