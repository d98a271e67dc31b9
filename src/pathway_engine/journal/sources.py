"""Everything an engine takes from outside itself that is not a fact: the time, and chance.

Clock, ids, keys and nonces come from one `Sources` (semantics §E4). Under `SeededSources` the same commands make the
same journal, byte for byte, in every store (promise 14).
"""

from __future__ import annotations

__all__ = ["SeededSources", "Sources", "SystemSources"]

import base64
import hashlib
import itertools
import secrets
from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta


class Sources(ABC):
    """Where the engine's clock, ids, keys and nonces come from."""

    @abstractmethod
    def clock(self) -> datetime:
        """Give the time now: aware, in UTC."""

    @abstractmethod
    def random_bytes(self, count: int) -> bytes:
        """Give `count` bytes that nobody can foretell."""

    def new_id(self) -> str:
        """Make a random id of 26 characters (a-z, 2-7), fit for URLs and file names; it says nothing of the person."""
        return base64.b32encode(self.random_bytes(16)).decode().rstrip("=").lower()


class SystemSources(Sources):
    """The machine's clock and the operating system's randomness."""

    def clock(self) -> datetime:
        """Give the machine's time, in UTC."""
        return datetime.now(UTC)

    def random_bytes(self, count: int) -> bytes:
        """Give bytes from the operating system."""
        return secrets.token_bytes(count)


class SeededSources(Sources):
    """Foretold chance and a clock that stands until it is moved: for tests and demonstrations, never for real data.

    Args:
        seed: The same seed gives the same ids, keys and nonces, on every version of Python.
        start: What the clock shows at first; aware.
    """

    def __init__(self, seed: int | str = 0, start: datetime = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock needs a time zone")
        self._seed = str(seed)
        self._now = start.astimezone(UTC)
        self._draws = itertools.count()

    def clock(self) -> datetime:
        """Give the time the clock was last moved to."""
        return self._now

    def advance(self, by: timedelta) -> datetime:
        """Move the clock on, or back when `by` is negative; give the new time."""
        self._now += by
        return self._now

    def random_bytes(self, count: int) -> bytes:
        """Give the next foretold bytes: SHAKE-256 of the seed and the number of the draw."""
        return hashlib.shake_256(f"{self._seed}:{next(self._draws)}".encode()).digest(count)
