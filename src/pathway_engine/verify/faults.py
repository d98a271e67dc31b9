"""Why nothing, or nothing more, can be said about a database."""

from __future__ import annotations

__all__ = ["CannotVerify", "Columns", "Damaged"]

from typing import Any


class CannotVerify(Exception):
    """Nothing can be said about the database: it is not there, is none of ours, or is of another version."""


class Damaged(Exception):
    """The database gave up in the middle of reading."""


class Columns(dict[str, Any]):
    """A row; one that lacks a column is damage, and nothing else."""

    def __missing__(self, column: str) -> Any:
        raise Damaged(f"the column {column} is missing")
