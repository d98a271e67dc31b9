"""What a driver's error means to our callers: one table for each way a driver tells its errors apart.

Whether something was written is what a caller must know. An error while work is under way means that nothing was; the
same error while a commit is under way may leave it unknown, and only the idempotency key can tell.
"""

from __future__ import annotations

__all__ = ["POSTGRESQL", "SQLITE", "translated"]

import sqlite3

from sqlalchemy import exc

from pathway_engine.errors import (
    Conflict,
    OutcomeUnknown,
    PathwayError,
    SchemaMismatch,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreUnavailable,
)

Meaning = tuple[type[StoreError], str]

_BUSY: Meaning = (StoreBusy, "the store stayed locked longer than the configured time")
_FULL: Meaning = (StoreFull, "no room is left to write")
_GONE: Meaning = (StoreUnavailable, "the store cannot be reached or opened")
_READ_ONLY: Meaning = (StoreUnavailable, "the store cannot be written to")
_DAMAGED: Meaning = (StoreUnavailable, "the database file is damaged, or is no database")
_RULE: Meaning = (StoreError, "the database refused a row that breaks a rule of the schema: nothing was written")
_DENIED: Meaning = (StoreError, "the database's role lacks a right that it needs: nothing was written")
_CONFLICT: Meaning = (Conflict, "another transaction was in the way")
_SCHEMA: Meaning = (SchemaMismatch, "the tables are not those of this version of the library")

SQLITE: dict[str, Meaning] = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_PROTOCOL": _BUSY,  # the file's locks were contended for too long
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": _GONE,
    "SQLITE_CANTOPEN": _GONE,
    "SQLITE_PERM": _GONE,
    "SQLITE_AUTH": _GONE,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_CONSTRAINT": _RULE,
}
"""SQLite's primary result codes; `SQLITE_IOERR_FSYNC` is found under `SQLITE_IOERR`."""

POSTGRESQL: dict[str, Meaning] = {
    "08": _GONE,  # connection lost
    "23": _RULE,  # integrity
    "25006": _READ_ONLY,  # a session set to read only
    "0A000": _READ_ONLY,  # a standby, where no write can begin; nothing else of ours is unsupported
    "25P03": _GONE,  # stood still in a transaction: ended
    "25P04": _GONE,  # was too long in a transaction: ended
    "40": _CONFLICT,  # serialisation, deadlock
    "42P01": _SCHEMA,  # no such table
    "42501": _DENIED,
    "42703": _SCHEMA,  # no such column
    "53100": _FULL,
    "53": _GONE,  # memory, connections
    "55P03": _BUSY,  # lock timeout
    "57014": _BUSY,  # statement timeout
    "57": _GONE,  # shut down, terminated
    "58": _GONE,  # system
}
"""PostgreSQL's SQLSTATE: the whole code, or its class."""

# After these, a commit may have happened all the same.
_LOST = (_GONE, _DAMAGED)


def translated(error: BaseException, *, committing: bool = False) -> BaseException:
    """Give the error of ours that a driver's error means; any other error is given back as it is.

    Args:
        error: What was raised.
        committing: True when it was raised by the commit.
    """
    if isinstance(error, PathwayError):
        return error
    if isinstance(error, exc.TimeoutError):
        return StoreBusy("no connection to the store became free in the configured time")
    cause = error.orig if isinstance(error, exc.DBAPIError) and error.orig is not None else error
    meaning = _meaning(cause)
    if meaning is None:
        return error
    # What a driver itself says while committing, without a state of the server's, tells nothing of the server.
    if committing and (meaning in _LOST or getattr(cause, "sqlstate", "") is None):
        return OutcomeUnknown("the answer to the commit was lost: it may have taken effect")
    kind, text = meaning
    return kind(text)


def _meaning(error: BaseException) -> Meaning | None:
    if isinstance(error, UnicodeDecodeError):
        # SQLite's driver over a damaged file: its own message quotes text that is no UTF-8 any more.
        return _DAMAGED
    if isinstance(error, sqlite3.Error):
        name: str = getattr(error, "sqlite_errorname", "") or ""
        known = SQLITE.get("_".join(name.split("_")[:2]))
        # SQLite has no code of its own for a table that is not there.
        return known or (_SCHEMA if str(error).startswith(("no such table", "no such column")) else _other(error))
    if hasattr(error, "sqlstate"):
        # Without a state it was told by the driver itself: of the connection, or of a value that it cannot send.
        lost = any(each.__name__ in {"OperationalError", "InterfaceError"} for each in type(error).__mro__)
        state: str = error.sqlstate or ("08" if lost else "")
        return POSTGRESQL.get(state) or POSTGRESQL.get(state[:2]) or _other(error)
    return None


def _other(error: BaseException) -> Meaning:
    return StoreError, f"the database refused: {type(error).__name__}"
