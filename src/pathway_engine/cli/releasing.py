"""What `pathway tick` and `pathway relay` do about things that were set aside: list them, and release them."""

from __future__ import annotations

__all__ = ["aside_options", "look_after"]

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.journal.canonical import instant
from pathway_engine.show.words import moment_words
from pathway_engine.stores.port import QueueKind, SetAside

_OPTIONS = (
    click.option("--set-aside", "listing", is_flag=True, help="Do nothing else: list what was set aside."),
    click.option(
        "--release", "ids", multiple=True, metavar="ID", help="Put this back into the queue, nothing else; repeatable."
    ),
    click.option("--release-all", "everything", is_flag=True, help="Put back everything that was set aside."),
)


def aside_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that list and release what was set aside."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def look_after(
    desk: Desk, kind: QueueKind, *, loop: bool, listing: bool, ids: tuple[str, ...], everything: bool
) -> None:
    """List or release what was set aside, and end with 1 when something asked for is not.

    Raises:
        Fault: More than one thing was asked for, or nobody is named who releases.
    """
    if loop or listing + bool(ids) + everything != 1:
        raise desk.out.fault("aside-one-thing")
    if listing:
        _list(desk, kind)
    elif not desk.actor.subject:
        raise desk.out.fault("aside-who")
    else:
        _release(desk, kind, ids)


def _list(desk: Desk, kind: QueueKind) -> None:
    out = desk.out
    if out.as_json:
        out.answer({"set_aside": [_data(each) for each in _aside(desk, kind)]}, ())
        return
    line = ""
    for each in _aside(desk, kind):
        since = moment_words(each.since, out.language)
        line = out.say("aside-one", id=_name(each), type=each.type, since=since, attempts=each.attempts)
        click.echo(line)
    if not line:
        click.echo(out.say("aside-none"))


def _release(desk: Desk, kind: QueueKind, ids: tuple[str, ...]) -> None:
    """Release those that are named, or all when none is."""
    wanted = set(ids)
    found = [each for each in _aside(desk, kind) if _name(each) in wanted] if ids else _aside(desk, kind)
    if ids:
        for name, same in groupby(sorted(found, key=_name), key=_name):
            if len(list(same)) > 1:
                raise desk.out.fault("aside-several", id=name)
    released = [_name(each) for each in found if desk.engine(each.register).release(each, desk.actor)]
    absent = sorted(wanted - set(released))
    lines = [desk.out.say("aside-released", id=each) for each in released]
    lines += [desk.out.say("aside-not", id=each) for each in absent]
    desk.out.answer({"released": released, "not_set_aside": absent}, lines or [desk.out.say("aside-none")])
    desk.out.end(1 if absent else 0)


def _aside(desk: Desk, kind: QueueKind) -> Iterator[SetAside]:
    """Give what was set aside in the register asked for, or in all of the database."""
    after: SetAside | None = None
    while found := desk.store.set_aside(kind, desk.register or None, after):
        yield from found
        after = found[-1]


def _name(aside: SetAside) -> str:
    """Give the id by which it is released: a deadline's own is only one of its case."""
    return aside.id if aside.kind == "messages" else f"{aside.case_id}:{aside.id}"


def _data(aside: SetAside) -> dict[str, Any]:
    return {
        "id": _name(aside),
        "register": aside.register,
        "case": aside.case_id,
        "seq": aside.seq,
        "type": aside.type,
        "since": instant(aside.since),
        "attempts": aside.attempts,
    }
