"""How long to wait before a command is decided anew, because others were quicker."""

from __future__ import annotations

__all__ = ["pause"]

import random

_FIRST, _LONGEST = 0.002, 0.2


def pause(attempt: int) -> float:
    """Give a wait in seconds: chance keeps those who met from meeting again, and each time they spread further.

    Args:
        attempt: How often it was tried before, from 0.
    """
    return random.uniform(0, min(_LONGEST, _FIRST * 2**attempt))  # noqa: S311 - nothing is kept secret by it
