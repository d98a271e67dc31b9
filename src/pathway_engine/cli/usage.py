"""Click's own words in the reader's language: how a command is called, what was wrong with the call, headings of help.

Click speaks English. A mistaken call is told anew here by the class of its exception; what is in no class is told as
click says it, after a heading in the reader's language. Exit codes stay click's own.
"""

from __future__ import annotations

__all__ = ["ASKED", "Misused", "in_words", "retold", "wanted_language"]

import os
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import IO, Any

import click
from click.exceptions import BadOptionUsage, NoArgsIsHelpError, NoSuchCommand, NoSuchOption

from pathway_engine.cli.faults import locale_language
from pathway_engine.cli.visible import visible
from pathway_engine.text import LANGUAGES, Param, message, render, text_of

ASKED = "pathway_engine.language"
"""Where a call keeps the language that was asked for before the command."""

_HEADINGS = ("Options", "Commands", "Positional arguments", "Arguments")
_EXTRAS = re.compile(r"\[([^\[\]]*)\]$")


def wanted_language(arguments: Sequence[str]) -> str:
    """Give the language that a call asks for: by `--lang`, by `PATHWAY_LANG`, by the environment."""
    asked = ""
    for at, each in enumerate(arguments):
        if each == "--":
            break
        if each == "--lang":
            asked = arguments[at + 1] if at + 1 < len(arguments) else asked
        elif each.startswith("--lang="):
            asked = each.partition("=")[2]
    found = (each for each in (asked, os.environ.get("PATHWAY_LANG", "")) if each in LANGUAGES)
    return next(found, locale_language())


def in_words(command: click.Command, language: str) -> None:
    """Let a command, and those below it, write its help with headings in a language."""
    command.context_class = _contexts(language)
    for each in getattr(command, "commands", {}).values():
        in_words(each, language)


class Misused(click.ClickException):
    """A mistaken call, in the reader's language: how the command is called, what was wrong, where help is."""

    exit_code = 2

    def __init__(self, text: str, usage: str, hint: str) -> None:
        super().__init__(text)
        self.usage, self.hint = usage, hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Write it on stderr."""
        lines = [each for each in (self.usage, self.hint, "", self.message) if each or self.usage]
        click.echo(visible("\n".join(lines)), file=file, err=file is None)


def retold(error: click.UsageError, language: str) -> click.ClickException:
    """Give a mistaken call as the reader reads it."""
    if isinstance(error, NoArgsIsHelpError):
        return error
    text = _say(language, "usage-error", what=_what(error, language))
    if error.ctx is None:
        return Misused(text, "", "")
    usage = error.ctx.get_usage().replace("Usage:", text_of("usage-usage", language), 1)
    hint = _say(language, "usage-help", command=error.ctx.command_path)
    return Misused(text, usage, hint)


def _say(language: str, code: str, **params: Param) -> str:
    return render(message(code, **params), language)


# ── what was wrong ─────────────────────────────────────────────────────────────────────────────────────────────────


def _what(error: click.UsageError, language: str) -> str:
    for kind, tell in _TELLERS.items():
        if isinstance(error, kind):
            return tell(error, language)
    found = _EXTRA_ARGUMENTS.search(error.message)
    if found:
        return _say(language, "usage-extra", typed=found[1])
    return text_of("usage-no-command-given", language) if error.message == "Missing command." else error.message


_EXTRA_ARGUMENTS = re.compile(r"unexpected extra arguments? \((.*)\)", re.DOTALL)


def _near(names: Sequence[str] | None, language: str) -> str:
    return " " + _say(language, "did-you-mean", names=", ".join(names)) if names else ""


def _no_command(error: Any, language: str) -> str:
    near = error.possibilities
    if not near and error.ctx is not None:
        near = get_close_matches(error.command_name, error.ctx.command.list_commands(error.ctx))
    return _say(language, "usage-no-command", typed=error.command_name) + _near(near, language)


def _missing(error: Any, language: str) -> str:
    kind = error.param_type or (error.param.param_type_name if error.param is not None else "")
    code = "usage-missing-argument" if kind == "argument" else "usage-missing-option"
    missing, options = _say(language, code, name=_named(error)), _choices(error.param)
    return f"{missing.rstrip('.')}: {_say(language, 'usage-choose', options=options)}" if options else missing


def _bad_value(error: Any, language: str) -> str:
    """A value that the parameter cannot have; what is wrong with it is told by the parameter's type."""
    typed = _typed(error.message)
    kind = getattr(error.param, "type", None)
    if isinstance(kind, click.Choice):
        what = _say(language, "usage-choose", options=_choices(error.param))
    elif isinstance(kind, click.Path | click.File):
        what = _say(language, _of_path(error.message))
    elif isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        what = _say(language, "usage-range" if "range" in error.message else "usage-number", range=_range(kind))
    else:
        what = error.message
    return _say(language, "usage-value", name=_named(error), typed=typed, what=what)


def _of_path(said: str) -> str:
    signs = {
        "does not exist": "usage-no-file",
        "is a directory": "usage-is-folder",
        "is a file": "usage-is-file",
        "is not readable": "usage-not-readable",
        "is not writable": "usage-not-writable",
    }
    return next((code for sign, code in signs.items() if sign in said), "usage-not-readable")


def _typed(said: str) -> str:
    """Give what was typed, as click shows it in quotes; nothing when it does not."""
    found = re.search(r"'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"", said)
    return f" ”{found[1] if found[1] is not None else found[2]}”" if found else ""


def _range(kind: Any) -> str:
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    return "–".join("" if each is None else str(each) for each in (low, high))


def _choices(param: click.Parameter | None) -> str:
    kind = getattr(param, "type", None)
    return ", ".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""


def _named(error: Any) -> str:
    """Give the parameter as it is typed: an option by its names, an argument by its own."""
    hint = error.param_hint
    if isinstance(hint, str):
        return hint.strip("'")
    if hint is not None:
        return " / ".join(hint)
    param = error.param
    if param is None:
        return ""
    return " / ".join(param.opts) if isinstance(param, click.Option) else (param.human_readable_name or "")


def _bad_option(error: Any, language: str) -> str:
    takes_none = "does not take a value" in error.message
    return _say(language, "usage-takes-none" if takes_none else "usage-wants-value", name=error.option_name)


_TELLERS: Mapping[type[click.UsageError], Callable[[Any, str], str]] = {
    NoSuchOption: lambda error, language: (
        _say(language, "usage-no-option", typed=error.option_name) + _near(error.possibilities, language)
    ),
    NoSuchCommand: _no_command,
    click.MissingParameter: _missing,
    click.BadParameter: _bad_value,
    BadOptionUsage: _bad_option,
}
"""Class of exception -> how it is told; the first that fits."""


# ── help ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _contexts(language: str) -> type[click.Context]:
    """Give the class of contexts whose help has headings in a language."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or f"{text_of('usage-usage', language)} ")

        def write_heading(self, heading: str) -> None:
            super().write_heading(_heading(heading, language))

        def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
            super().write_dl([(name, _explained(text, language)) for name, text in rows], col_max, col_spacing)

    class Context(click.Context):
        formatter_class = Formatter

    return Context


def _heading(heading: str, language: str) -> str:
    first = heading.partition(" ")[0].lower()
    return text_of(f"usage-heading-{first}", language) if heading in _HEADINGS else heading


def _explained(text: str, language: str) -> str:
    known = {"Show this message and exit.": "usage-show-help", "Show the version and exit.": "usage-show-version"}
    if text in known:
        return text_of(known[text], language)
    return _EXTRAS.sub(lambda found: f"[{_extra(found[1], language)}]", text)


def _extra(text: str, language: str) -> str:
    said = {"required": "usage-required", "default: ": "usage-default", "env var: ": "usage-environment"}
    parts = []
    for part in text.split("; "):
        start = next((each for each in said if part.startswith(each)), "")
        parts.append(text_of(said[start], language) + part[len(start) :] if start else part)
    return "; ".join(parts)
