"""The command line, `pathway`: text for people, `--json` for programs.

Exit codes: 0 fine, 1 findings or refused, 2 usage or fault. Commands are imported when they are called for, so that
`pathway --version` is quick.
"""

from __future__ import annotations

__all__ = ["main"]

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from pathway_engine._version import __version__
from pathway_engine.cli.faults import Fault, locale_language, told
from pathway_engine.cli.usage import ASKED, in_words, retold, wanted_language
from pathway_engine.cli.visible import visible
from pathway_engine.errors import PathwayError
from pathway_engine.text import LANGUAGES, message, render

_COMMANDS = {
    "access-log": "access_log:access_log",
    "case": "case:case",
    "check": "definition:check",
    "checklist": "planning:checklist",
    "checkpoint": "checking:checkpoint",
    "demo": "demo:demo",
    "diff": "planning:diff",
    "doctor": "examining:doctor",
    "erase": "keeping:erase",
    "features": "features:features",
    "keys": "keeping:keys",
    "migrate": "migrating:migrate",
    "new": "planning:new",
    "purge": "keeping:purge",
    "relay": "duty:relay",
    "report": "report:report",
    "schema": "planning:schema",
    "show": "definition:show",
    "tick": "duty:tick",
    "verify": "checking:verify",
}


class _Program(click.Group):
    """A group whose commands are imported one by one, and whose faults end in one line."""

    def __init__(self, *args: Any, places: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = places
        self._language = "en"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands."""
        del ctx
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command that is called for."""
        del ctx
        if cmd_name not in self._places:
            return None
        module, _, name = self._places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"pathway_engine.cli.{module}"), name)
        in_words(command, self._language)
        return command

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> click.Context:
        """Begin a call: whatever is told of it is told in the language that it asks for."""
        self._language = wanted_language(args)
        in_words(self, self._language)
        try:
            return super().make_context(info_name, args, *more, **extra)
        except click.UsageError as error:
            raise retold(error, self._language) from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; bytes that are no text in the terminal's encoding are told before anything is done."""
        if any("\ud800" <= letter <= "\udfff" for each in args for letter in each):
            raise Fault(render(message("text-not-clean"), locale_language()))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; a fault that can be foreseen is told in one line on stderr, without a traceback."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except click.UsageError as error:
            raise retold(error, self._language) from None
        except (PathwayError, OSError) as error:
            click.echo(visible(told(error, getattr(ctx.obj, "language", self._language))), err=True)
            ctx.exit(2)


def _ask_language(ctx: click.Context, _option: click.Parameter, asked: str | None) -> None:
    """Keep the language that was asked for before the command."""
    ctx.meta[ASKED] = asked


@click.group(cls=_Program, places=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pathway-engine")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language.", expose_value=False, callback=_ask_language)
def main() -> None:
    """Run clients' service paths: definitions, cases, journals."""
