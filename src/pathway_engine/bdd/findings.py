"""A fault of a feature, or of a file of phrases, at its place."""

from __future__ import annotations

__all__ = ["Finding"]

from attrs import field, frozen


@frozen(order=True)
class Finding:
    """One fault of a feature, at its place.

    Args:
        file: The file as it was named.
        line: Line, from 1.
        column: Column, from 1.
        code: Stable code.
        text: The fault and what to do, in the file's language.
        is_error: False for what only should be looked at.
    """

    file: str
    line: int
    column: int
    code: str
    text: str = field(order=False)
    is_error: bool = field(default=True, order=False)

    def __str__(self) -> str:
        """Write it as editors read it."""
        return f"{self.file}:{self.line}:{self.column}: {self.text}"
