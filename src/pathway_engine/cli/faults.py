"""Faults in one line, in the reader's language."""

from __future__ import annotations

__all__ = ["Fault", "fault", "locale_language", "told"]

import os
from collections.abc import Iterator, Mapping
from typing import IO, Any

import click

from pathway_engine.cli.details import detail_in
from pathway_engine.cli.visible import visible
from pathway_engine.errors import SchemaMismatch
from pathway_engine.text import LANGUAGES, Param, message, render


def locale_language() -> str:
    """Give the language of the environment, as programs find it: `LC_ALL`, `LC_MESSAGES`, `LANG`; English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"


class Fault(click.ClickException):
    """Something is wrong with how the program was called, or with what it was given: exit 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the line, without a usage text around it."""
        click.echo(visible(self.message), file=file, err=file is None)


def fault(language: str, code: str, **params: Param) -> Fault:
    """Make a fault of a message."""
    told = {name: detail_in(language, value) if name == "detail" else value for name, value in _texts(params)}
    return Fault(render(message(code, **{**params, **told}), language))


def _texts(params: Mapping[str, Param]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in params.items() if isinstance(value, str))


def told(error: BaseException, language: str) -> str:
    """Put an exception into words, by the nearest class that has a sentence."""
    if isinstance(error, SchemaMismatch) and error.found is not None:
        code = "fault-tables-older" if error.found < error.wanted else "fault-tables-newer"
        return render(message(code, found=error.found, wanted=error.wanted), language)
    detail = detail_in(language, str(error))
    if isinstance(error, OSError) and error.strerror:
        why = detail_in(language, error.strerror)
        detail = f"{error.filename}: {why}" if error.filename else why
    for kind in type(error).__mro__:
        try:
            sentence = message(f"fault-{kind.__name__}", detail=detail)
        except KeyError:
            continue
        return render(sentence, language)
    return render(message("fault-other", detail=detail or type(error).__name__), language)
