"""Refusing tables of another version, on opening and at every write (promise 13)."""

from __future__ import annotations

__all__ = ["compare", "other_schema"]

from pathway_engine.errors import SchemaMismatch
from pathway_engine.stores.sql.tables import Tables


def compare(found: str | None, tables: Tables) -> None:
    """See that the version found in the database is the one that these tables are of.

    Raises:
        SchemaMismatch: It is not; the message says what to do.
    """
    if found != str(tables.version):
        raise other_schema(found, tables)


def other_schema(found: str | None, tables: Tables) -> SchemaMismatch:
    """Make the error: who migrates when the tables are older, and who is too old when they are newer."""
    known = int(found) if found is not None and found.isascii() and found.isdecimal() else None
    if known is None:
        do = "they are not whole: restore a backup"
    elif known < tables.version:
        do = "migrate them with `pathway migrate`"
    else:
        do = "run a newer version of the library"
    return SchemaMismatch(
        f"the tables are of schema {found or 'unknown'}, and this version of the library writes {tables.version}: {do}",
        found=known,
        wanted=tables.version,
    )
