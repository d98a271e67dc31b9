"""Localised text: labels in three languages, and messages as data.

A `Message` is a code with parameters; its sentences in Finnish, Swedish and English stand in the catalogues beside
this file. Parameters that name a thing of a definition are `Ref`s: they are written with the thing's own label in
the reader's language, in quotes and uninflected, so that the grammar of the sentence never depends on the label.
"""

from __future__ import annotations

__all__ = [
    "LANGUAGES",
    "Message",
    "Names",
    "Param",
    "Ref",
    "Text",
    "brief_day",
    "day_words",
    "listed",
    "message",
    "render",
    "text_of",
]

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from attrs import frozen

from pathway_engine.text.catalogue import MESSAGES

LANGUAGES = ("fi", "sv", "en")


@frozen
class Text:
    """The same words in Finnish, Swedish and English."""

    fi: str
    sv: str
    en: str

    def to(self, language: str) -> str:
        """Give the words in `language` (`fi`, `sv` or `en`)."""
        words: str = getattr(self, language)
        return words


@frozen
class Ref:
    """A thing of a definition, named by its kind and id: `Ref("state", "planning")`.

    Kinds: state, move, record, field (`record.field`), role, organisation, service, deadline, flag, option
    (`catalogue.item`), permit, capacity, pathway.
    """

    kind: str
    id: str


@frozen
class Message:
    """A sentence as data: a code of the catalogue and its parameters, in the order of their names."""

    code: str
    params: tuple[tuple[str, Param], ...] = ()

    def __repr__(self) -> str:
        """Show the code and the named things, never what somebody typed: hosts log what they are given."""
        shown = ", ".join(f"{name}={'…' if name == 'typed' else repr(value)}" for name, value in self.params)
        return f"Message({self.code!r}{', ' if shown else ''}{shown})"

    def param(self, name: str) -> Param | None:
        """Give the parameter called `name`, or None."""
        return next((value for key, value in self.params if key == name), None)


Param = str | int | date | Ref | Message | tuple[Ref | Message, ...]
"""What a sentence may be filled in with: words, numbers, days, named things, and smaller sentences."""


def message(code: str, **params: Param) -> Message:
    """Make a message; a code that is not in the catalogue is a programming error and raises KeyError."""
    MESSAGES[code]
    return Message(code, tuple(sorted(params.items())))


class Names(Protocol):
    """Whoever knows the labels of a definition."""

    def label(self, kind: str, id: str, language: str) -> str:  # noqa: A002 - "id" is the word used everywhere
        """Give the label of a thing, or its id when it has none."""
        ...


def _shown(value: Param, names: Names | None, language: str) -> str:
    if isinstance(value, Ref):
        return names.label(value.kind, value.id, language) if names else value.id
    if isinstance(value, date):
        return day_words(value, language)
    if isinstance(value, Message):
        return render(value, language, names)
    if isinstance(value, tuple):
        return ", ".join(_shown(each, names, language) for each in value)
    return str(value)


def render(what: Message, language: str, names: Names | None = None) -> str:
    """Write a message in `language`, with the labels that `names` knows."""
    template = text_of(what.code, language)
    shown = {name: _shown(value, names, language) for name, value in what.params}
    return template.format_map(shown)


def text_of(code: str, language: str) -> str:
    """Give the bare template of a message.

    Raises:
        ValueError: There are no sentences in that language.
    """
    if language not in LANGUAGES:
        msg = f"language: one of {', '.join(LANGUAGES)}"
        raise ValueError(msg)
    return MESSAGES[code][LANGUAGES.index(language)]


def listed(parts: Iterable[str], language: str) -> str:
    """Join words as a list is spoken: "a, b ja c"."""
    words = list(parts)
    last = {"fi": " ja ", "sv": " och ", "en": " and "}[language]
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date, language: str) -> str:
    """Write a day: `3.3.2025` in Finnish and Swedish, `3 March 2025` in English."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def brief_day(day: date, language: str) -> str:
    """Write a day without its year: `3.3.`, `3 Mar`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}" if language == "en" else f"{day.day}.{day.month}."
