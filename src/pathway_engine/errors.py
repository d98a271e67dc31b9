"""Every exception the library raises, under one root.

A step that is not possible is not an exception: it is data (`Refused`, with all its reasons). Exceptions are for
faults: a definition that cannot be read, a store that does not answer, a caller who breaks the contract.
"""

from __future__ import annotations

__all__ = [
    "CaseErased",
    "CaseNotFound",
    "CaseRestricted",
    "Conflict",
    "DefinitionError",
    "DefinitionNotFound",
    "IdempotencyConflict",
    "KeyMissing",
    "MissingExtra",
    "OutcomeUnknown",
    "PathwayError",
    "Problem",
    "SchemaMismatch",
    "SealBroken",
    "StoreBusy",
    "StoreError",
    "StoreFull",
    "StoreUnavailable",
    "Unreadable",
]

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence


class PathwayError(Exception):
    """Root of every exception of this library."""


@frozen(order=True)
class Problem:
    """One fault in a definition, at its place.

    Args:
        file: Name of the file as the caller gave it; empty when the text had no name.
        line: Line counted from 1; 0 when the fault has no place.
        column: Column counted from 1, in characters.
        code: Stable code of the fault, such as `unknown-name`.
        message: The fault in the reader's language, with what to do about it.
        severity: `error`, `warning` or `info`.
    """

    file: str
    line: int
    column: int
    code: str
    message: str = field(order=False)
    severity: str = field(default="error", order=False)

    def __str__(self) -> str:
        """Give the form that editors and terminals make clickable: `file:line:column code message`."""
        return f"{self.file or '<text>'}:{self.line}:{self.column} {self.code} {self.message}"


class DefinitionError(PathwayError, ValueError):
    """A pathway definition has faults; `problems` holds all of them in the order of the text."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class DefinitionNotFound(PathwayError, LookupError):
    """No pathway of that name, version or digest is known to the engine."""


class MissingExtra(PathwayError, ImportError):
    """An optional part of the library is asked for and not installed; its name is the message."""


class CaseNotFound(PathwayError, LookupError):
    """No such case in this register. Absent and forbidden are told the same way."""


class CaseErased(PathwayError, LookupError):
    """The case's key has been destroyed: its personal fields cannot be opened by anyone."""


class CaseRestricted(PathwayError, PermissionError):
    """The use of the case's data is restricted (GDPR art. 18): they are not opened for the purpose that was given."""


class StoreError(PathwayError):
    """Root of what a store raises; drivers' own errors are translated to these in one table."""


class Conflict(StoreError):
    """The case changed between reading and writing; nothing was written. Load, decide and try again."""


class StoreBusy(StoreError, TimeoutError):
    """The store stayed locked longer than the configured time; nothing was written."""


class StoreFull(StoreError, OSError):
    """No room is left to write; nothing was written and reading still works."""


class StoreUnavailable(StoreError, ConnectionError):
    """The store cannot be reached or opened; nothing was written."""


class OutcomeUnknown(StoreError, ConnectionError):
    """The answer to a commit was lost. The command may have taken effect: retry with the same key to learn it."""


class IdempotencyConflict(StoreError, ValueError):
    """The same idempotency key came with another command; nothing was written."""


class SchemaMismatch(StoreError):
    """The tables belong to another version of the library; the engine refuses to write to them.

    Args:
        message: What is wrong, and what to do.
        found: Version of the tables; None where it cannot be told.
        wanted: Version that this library writes.
    """

    def __init__(self, message: str, *, found: int | None = None, wanted: int = 0) -> None:
        super().__init__(message)
        self.found = found
        self.wanted = wanted


class KeyMissing(StoreError, LookupError):
    """The key that opens this register's data is not at hand."""


class Unreadable(StoreError, ValueError):
    """What is stored is not as it was written: damaged, altered, or of a newer version. `verify` tells where."""


class SealBroken(StoreError, ValueError):
    """Sealed bytes do not open with their key: they were altered or belong to another place."""
