"""Canonical JSON and the hash chains, written anew from their description.

Canonical JSON: keys sorted by code point, no space, UTF-8, nothing escaped but what JSON must escape; no fractions,
integers of at most 64 bits, no NUL. An instant is `2026-01-31T08:15:00.000000Z`, a day `2026-01-31`.

The hash of a journal's row is SHA-256 over the canonical JSON of its columns, with `prev`, `format` 1 and the SHA-256
of the ciphertext in place of the ciphertext. Its column `receipt` is empty, or the mark of the receipt of its command:
SHA-256 over `{"command": …, "format": 1, "key": …}`, what the receipt keeps as fingerprint and key.

The first row follows the hash of `{"case": …, "format": 1, "genesis": "pathway-engine", "register": …}`. The log of use
and disclosure is chained alike.
"""

from __future__ import annotations

__all__ = [
    "canonical",
    "entry_hash",
    "genesis",
    "is_day",
    "is_instant",
    "log_genesis",
    "log_hash",
    "parsed",
    "receipt_mark",
]

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

FORMAT = 1
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


def canonical(value: Any) -> str:
    """Write plain data as canonical JSON.

    Raises:
        TypeError: There is something in it that JSON cannot hold, such as bytes.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def parsed(text: Any) -> Any:
    """Read canonical JSON.

    Raises:
        ValueError: The text is no JSON, or not the canonical form of what it says.
    """
    if not isinstance(text, str):
        raise ValueError("no text")  # noqa: TRY004 - callers catch one kind of fault
    value = json.loads(text, parse_float=_no_fraction, parse_constant=_no_fraction)
    if canonical(value) != text or "\\u0000" in text:
        raise ValueError("not canonical")
    return value


def _no_fraction(text: str) -> Any:
    raise ValueError(f"{text} is no whole number")


def is_day(value: Any) -> bool:
    """Tell whether a value is a day in its only form."""
    return isinstance(value, str) and bool(_DAY.fullmatch(value)) and _is(date, value)


def is_instant(value: Any) -> bool:
    """Tell whether a value is an instant in its only form."""
    return isinstance(value, str) and bool(_INSTANT.fullmatch(value)) and _is(datetime, value)


def _is(kind: type[date], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True


# ── the journal ────────────────────────────────────────────────────────────────────────────────────────────────────


def genesis(register: str, case: str) -> str:
    """Give the hash that a journal's first row follows."""
    return _hash({"case": case, "format": FORMAT, "genesis": "pathway-engine", "register": register})


def entry_hash(row: Mapping[str, Any]) -> str:
    """Work out the hash of a journal's row from its other columns; empty when they cannot have been hashed."""
    sealed = row["sealed"]
    try:
        return _hash(
            {
                "actor": row["actor"],
                "body": row["body"],
                "case": row["case_id"],
                "digest": row["digest"],
                "format": FORMAT,
                "occurred_at": row["occurred_at"],
                "prev": row["prev_hash"],
                "receipt": row["receipt"],
                "recorded_at": row["recorded_at"],
                "register": row["register"],
                "sealed": None if sealed is None else sha256(sealed).hexdigest(),
                "sealed_names": json.loads(row["sealed_names"]),
                "seq": row["seq"],
                "type": row["type"],
                "version": row["type_version"],
            }
        )
    except (TypeError, ValueError):
        return ""


def receipt_mark(receipt: Mapping[str, Any]) -> str:
    """Work out the mark that the events of a receipt bear; empty when its columns cannot have been hashed."""
    try:
        return _hash({"command": receipt["fingerprint"], "format": FORMAT, "key": receipt["key"]})
    except (TypeError, ValueError):
        return ""


# ── the log of use and disclosure ──────────────────────────────────────────────────────────────────────────────────


def log_genesis(register: str, case: str) -> str:
    """Give the hash that the first row of a case's log follows."""
    return _hash({"case": case, "format": FORMAT, "genesis": "pathway-engine log", "register": register})


def log_hash(row: Mapping[str, Any]) -> str:
    """Work out the hash of a log's row; empty when its columns cannot have been hashed."""
    try:
        return _hash(
            {
                "case": row["case_id"],
                "entry": row["entry"],
                "format": FORMAT,
                "kind": row["kind"],
                "number": row["number"],
                "prev": row["prev_hash"],
                "register": row["register"],
            }
        )
    except (TypeError, ValueError):
        return ""


def _hash(value: Mapping[str, Any]) -> str:
    return sha256(canonical(value).encode("utf-8", "surrogateescape")).hexdigest()
