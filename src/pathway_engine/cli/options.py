"""Options that many commands share, and what they become."""

from __future__ import annotations

__all__ = ["acting", "at_desk", "day", "doing", "speaking"]

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

import click
from click.core import ParameterSource

from pathway_engine.case.fields import FieldFault, read_date
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.faults import locale_language
from pathway_engine.cli.output import Output
from pathway_engine.cli.usage import ASKED
from pathway_engine.deadlines import helsinki_zone
from pathway_engine.text import LANGUAGES

Command = Callable[..., Any]


def speaking(command: Command) -> Command:
    """Give a command `--lang` and `--json`; it is called with `out`."""

    @click.option("--lang", "language", type=click.Choice(LANGUAGES), envvar="PATHWAY_LANG", help="Language.")
    @click.option("--json", "as_json", is_flag=True, help="JSON for programs.")
    @wraps(command)
    def with_output(*args: Any, language: str | None, as_json: bool, **kwargs: Any) -> Any:
        context = click.get_current_context()
        if context.get_parameter_source("language") is not ParameterSource.COMMANDLINE:
            language = context.meta.get(ASKED) or language
        out = Output(language or locale_language(), as_json)
        context.find_root().obj = out
        return command(*args, out=out, **kwargs)

    return with_output


def at_desk(command: Command) -> Command:
    """Give a command the options that say where the cases are; it is called with `desk`."""

    @click.option("--db", required=True, envvar="PATHWAY_DB", help="Database: sqlite:///file, or the file's path.")
    @click.option("--keys", envvar="PATHWAY_KEYS", help="Key file; FILE.keys beside the database file.")
    @click.option("--region", envvar="PATHWAY_REGION", help="Pathway: a shipped name such as rovaniemi, or a path.")
    @click.option(
        "--register", envvar="PATHWAY_REGISTER", help="Register (controller); found by the case when left out."
    )
    @speaking
    @wraps(command)
    def with_desk(
        *args: Any, out: Output, db: str, keys: str | None, region: str | None, register: str | None, **kwargs: Any
    ) -> Any:
        desk = Desk(out, db, keys or "", region or "", register or "")
        click.get_current_context().call_on_close(desk.close)
        return command(*args, desk=desk, **kwargs)

    return with_desk


def acting(command: Command) -> Command:
    """Give a command the options that say who acts; its desk then knows the actor."""

    @click.option(
        "--as", "as_", metavar="ROLE@ORGANISATION", envvar="PATHWAY_AS", help="Who acts; `client` has no organisation."
    )
    @click.option("--person", envvar="PATHWAY_PERSON", help="Id of the person who acts; - asks for it.")
    @click.option("--for", "for_", metavar="CLIENT", help="Id of the client a representative acts for; - asks for it.")
    @click.option("--purpose", default="service", show_default=True, help="Why, for the log.")
    @at_desk
    @wraps(command)
    def with_actor(
        *args: Any, desk: Desk, as_: str | None, person: str | None, for_: str | None, purpose: str, **kwargs: Any
    ) -> Any:
        desk.acts(as_ or "", secret(person, "person"), secret(for_, "for"), purpose)
        return command(*args, desk=desk, **kwargs)

    return with_actor


def doing(command: Command) -> Command:
    """Give a command that changes a case what every such command may have; its desk then knows it."""

    @click.option(
        "--at", metavar="TIME", help="When it happened: 2025-03-03T09:00, Finnish time unless it says another."
    )
    @click.option("--key", default="", help="Idempotency key: the same key never takes effect twice.")
    @click.option("--note", default="", help="Free text, sealed.")
    @acting
    @wraps(command)
    def with_common(*args: Any, desk: Desk, at: str | None, key: str, note: str, **kwargs: Any) -> Any:
        desk.common = {"at": moment(at, desk.out), "key": key, "note": note}
        return command(*args, desk=desk, **kwargs)

    return with_common


def secret(typed: str | None, name: str) -> str:
    """Give a person's id; `-` asks for it, so that it stands in no list of processes and no history of the shell."""
    if typed == "-":
        asked: str = click.prompt(name, hide_input=True, err=True)
        return asked
    return typed or ""


def moment(typed: str | None, out: Output) -> datetime | None:
    """Read a time; without a zone it is Finnish."""
    if not typed:
        return None
    try:
        read = datetime.fromisoformat(typed)
    except ValueError:
        raise out.fault("cli-time-form", typed=typed) from None
    return read if read.tzinfo else read.replace(tzinfo=helsinki_zone())


def day(typed: str | None, out: Output) -> date | None:
    """Read a day, in Finnish or ISO form."""
    if not typed:
        return None
    try:
        return read_date(typed)
    except FieldFault:
        raise out.fault("cli-day-form", typed=typed) from None
