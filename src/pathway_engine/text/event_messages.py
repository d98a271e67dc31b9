"""Sentences that tell the history of a case."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {}
