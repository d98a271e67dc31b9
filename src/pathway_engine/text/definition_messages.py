"""Sentences about faults in a definition."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {}
