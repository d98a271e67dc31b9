"""The story that the demonstration tells around the engine's answers."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {}
