"""What there is to do: found out without alembic."""

from __future__ import annotations

__all__ = ["Migration", "planned"]

from collections.abc import Sequence

from attrs import frozen
from sqlalchemy import Connection

from pathway_engine.stores.sql.gate import other_schema
from pathway_engine.stores.sql.schema import version_of
from pathway_engine.stores.sql.tables import Tables, tables


@frozen
class Migration:
    """What a migration does, or would do.

    Args:
        found: Version of the schema that the tables were of; 0 when there were none.
        wanted: Version that this library writes.
    """

    found: int
    wanted: int

    @property
    def steps(self) -> Sequence[int]:
        """The versions gone through, in order; none when there is nothing to do."""
        return range(self.found + 1, self.wanted + 1)


def planned(connection: Connection, tables_: Tables | None = None) -> Migration:
    """Tell what `migrate` would do; nothing is changed. Needs no alembic.

    Raises:
        SchemaMismatch: The tables are of a newer version, or not whole.
        StoreUnavailable: The database has no schema of that name.
    """
    described = tables_ or tables()
    found = version_of(connection, described) or 0
    if found > described.version:
        raise other_schema(str(found), described)
    return Migration(found, described.version)
