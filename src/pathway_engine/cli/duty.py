"""`pathway tick` and `pathway relay`: what a host runs beside the cases."""

from __future__ import annotations

__all__ = ["relay", "tick"]

import json
import sys

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
    try:
        while worker.run_once(limit):
            pass
    except _Unread as stopped:
        raise stopped.__cause__ or BrokenPipeError from None


def _print(envelope: Envelope) -> None:
    # Flushed before it is marked as sent: what did not leave is printed again the next time.
    try:
        click.echo(json.dumps(envelope, ensure_ascii=False))
        sys.stdout.flush()
    except OSError as error:
        # Nobody reads any more: that is no fault of the message, which waits until its lease ends.
        raise _Unread from error


class _Unread(BaseException):
    """Stops the relay between two messages; the worker takes every other exception for a fault of the message."""
