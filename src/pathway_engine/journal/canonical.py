"""Canonical JSON: the one way a value is written when it is hashed, sealed or kept.

Rules, short enough to be written again in any language:

- keys sorted by code point, no space between tokens, UTF-8, nothing escaped but what JSON must escape;
- text, integers of at most 64 bits, true, false, null, lists and objects with text keys; never a fraction;
- a day is `2026-01-31`; an instant is in UTC with six decimals, `2026-01-31T08:15:00.000000Z`: it sorts as text;
- NUL and lone surrogates are refused: PostgreSQL keeps neither, and a journal must be the same in every store.

Text is kept as it was given: it is not normalised, so that it comes back exactly.
"""

from __future__ import annotations

__all__ = ["canonical", "canonical_text", "instant", "joined_text", "parse_day", "parse_instant", "parse_json"]

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from pathway_engine.errors import Unreadable

_SMALLEST, _LARGEST = -(2**63), 2**63 - 1
_LISTS = (list, tuple)
_FREE = frozenset({bool, type(None), date, datetime})  # whatever their value
_INSTANT_LENGTH = len("2026-01-31T08:15:00.000000Z")
_DAY_LENGTH = len("2026-01-31")
_NO_INSTANT = "an instant is written as 2026-01-31T08:15:00.000000Z"
_NO_DAY = "a day is written as 2026-01-31"


def canonical(value: object) -> bytes:
    """Write a value as canonical JSON in UTF-8.

    Raises:
        ValueError: The value cannot be written canonically. The message names the kind of fault, never the value.
    """
    return canonical_text(value).encode()


def canonical_text(value: object) -> str:
    """Write a value as canonical JSON.

    Raises:
        ValueError: As for `canonical`.
    """
    _check(value)
    return joined_text(value)


def joined_text(value: object) -> str:
    """Write a value whose parts have been written canonically before: it is not looked through once more.

    Raises:
        ValueError: It holds a lone surrogate.
    """
    text = _ENCODER.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        # The original exception holds the whole text, which may be personal.
        raise ValueError("text with a lone surrogate cannot be written") from None
    return text


def instant(value: datetime) -> str:
    """Write an instant: UTC, six decimals, `Z`.

    Raises:
        ValueError: The datetime is naive.
    """
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    utc = value if value.tzinfo is UTC else value.astimezone(UTC)
    return f"{utc.isoformat(timespec='microseconds')[:-6]}Z"


def parse_instant(text: str) -> datetime:
    """Read what `instant` wrote, and nothing else.

    Raises:
        Unreadable: The text has another form.
    """
    try:
        if len(text) == _INSTANT_LENGTH and text[-1] == "Z" and text[10] == "T" and text[19] == ".":
            return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        # A damaged file can hold a value of any kind where a text was written.
        raise Unreadable(_NO_INSTANT) from None
    raise Unreadable(_NO_INSTANT)


def parse_day(text: str) -> date:
    """Read a day as canonical JSON writes it, `2026-01-31`.

    Raises:
        Unreadable: The text has another form.
    """
    try:
        if len(text) == _DAY_LENGTH and text[4] == "-" and text[7] == "-":
            return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise Unreadable(_NO_DAY) from None
    raise Unreadable(_NO_DAY)


def parse_json(text: str) -> Any:
    """Read a text that was written as JSON.

    Raises:
        Unreadable: It is none. The message shows nothing of it.
    """
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise Unreadable("what is stored is no JSON text") from None


def _check(value: object) -> None:
    # Exact types first: nearly every value is one of these, and the snapshot of a case is checked at every append.
    kind = type(value)
    if kind is str:
        if "\0" in value:  # type: ignore[operator]
            raise ValueError("text with NUL cannot be written")
    elif kind is int:
        if not _SMALLEST <= value <= _LARGEST:  # type: ignore[operator]
            raise ValueError("an integer of more than 64 bits cannot be written")
    elif kind not in _FREE:
        for each in _members(value):
            # Most members are texts, and most of those are fit: that is seen without another call.
            if type(each) is not str or "\0" in each:
                _check(each)


def _members(value: object) -> Iterable[object]:
    if isinstance(value, _LISTS):
        return value
    if type(value) is not dict and not isinstance(value, Mapping):
        raise ValueError(f"{type(value).__name__} cannot be written")
    for key in value:
        if type(key) is not str or "\0" in key:
            raise ValueError("a key must be text without NUL")
    return value.values()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise ValueError(f"{type(value).__name__} cannot be written")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False, default=_plain
)
