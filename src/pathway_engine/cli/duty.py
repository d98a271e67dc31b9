"""`pathway tick` and `pathway relay`: what a host runs beside the cases."""

from __future__ import annotations

__all__ = ["relay", "tick"]

import json
import sys
from datetime import timedelta
from typing import Any

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import acting
from pathway_engine.cli.releasing import aside_options, look_after
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay, stop_on_signals

LIMIT = click.option("--limit", type=click.IntRange(1, 1000), default=100, show_default=True)
LOOP = click.option(
    "--loop", is_flag=True, help="Go on until SIGTERM or Ctrl-C: what is at hand is finished, the rest is given back."
)
EVERY = click.option(
    "--every",
    type=click.FloatRange(0.1, 3600),
    default=5.0,
    show_default=True,
    help="With --loop: seconds to wait when there is nothing to do.",
)


@click.command()
@LIMIT
@LOOP
@EVERY
@aside_options
@acting
def tick(desk: Desk, limit: int, loop: bool, every: float, **aside: Any) -> None:  # noqa: FBT001 - click passes it by name
    """Tell of every deadline that has passed, once each. Run it every few minutes, or with --loop.

    A deadline that could not be told time and again is set aside: mend the cause, then release it.
    """
    if any(aside.values()):
        look_after(desk, "deadlines", loop=loop, **aside)
        return
    worker = DeadlineWorker(desk.engine, store=desk.store)
    told = worker.run(stop_on_signals(), every=timedelta(seconds=every), limit=limit) if loop else 0
    while not loop and (count := worker.run_once(limit)):
        told += count
    desk.out.answer({"fired": told}, [desk.out.say("cli-fired", count=told)])


@click.command()
@LIMIT
@LOOP
@EVERY
@aside_options
@acting
def relay(desk: Desk, limit: int, loop: bool, every: float, **aside: Any) -> None:  # noqa: FBT001 - click passes it by name
    """Print the messages that wait in the outbox, one CloudEvent a line, and mark them as sent.

    What was to be passed on is held back when its basis has gone: that asks the engine, so the keys must be at hand.
    A message that nobody took time and again is set aside, and holds back what comes after it in its case: mend the
    cause, then release it.
    """
    if any(aside.values()):
        look_after(desk, "messages", loop=loop, **aside)
        return
    store, _ = desk.store, desk.keys
    worker = OutboxRelay(store, _print, engine=desk.engine)
    try:
        if loop:
            worker.run(stop_on_signals(), every=timedelta(seconds=every), limit=limit)
        while not loop and worker.run_once(limit):
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
