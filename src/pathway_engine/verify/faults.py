"""Why nothing, or nothing more, can be said about a database."""

from __future__ import annotations

__all__ = ["CannotVerify", "Damaged"]


class CannotVerify(Exception):
    """Nothing can be said about the database: it is not there, is none of ours, or is of another version."""


class Damaged(Exception):
    """The database gave up in the middle of reading."""
