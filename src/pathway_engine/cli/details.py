"""What a fault says besides, in the reader's language.

The engine and the verifier tell their faults to programs in English. Their sentences stand in a catalogue, as they
are written there, and are known again by their words; one that is not there is left as it is.
"""

from __future__ import annotations

__all__ = ["detail_in"]

import re
from functools import cache

from attrs import frozen

from pathway_engine.text import LANGUAGES
from pathway_engine.text.detail_messages import DETAILS

_PLACE = re.compile(r"\{(\w+)\}")


def detail_in(language: str, detail: str) -> str:
    """Give the detail of a fault in `fi`, `sv` or `en`."""
    read = [(each, found) for each in _known() if (found := each.regex.fullmatch(detail))]
    if not read:
        return detail
    # A sentence with more words of its own says more: a key file that cannot be opened is a path that cannot.
    known, found = max(read, key=lambda each: each[0].words)
    values = {name: detail_in(language, value) for name, value in found.groupdict().items()}
    return known.sentences[LANGUAGES.index(language)].format_map(values)


@frozen
class _Known:
    sentences: tuple[str, str, str]
    regex: re.Pattern[str]
    words: int


@cache
def _known() -> tuple[_Known, ...]:
    return tuple(_read(each) for each in DETAILS)


def _read(sentences: tuple[str, str, str]) -> _Known:
    parts = _PLACE.split(sentences[LANGUAGES.index("en")])
    words = (f"(?P<{each}>.+?)" if number % 2 else re.escape(each) for number, each in enumerate(parts))
    return _Known(sentences, re.compile("".join(words), re.DOTALL), sum(map(len, parts[::2])))
