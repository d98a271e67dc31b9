"""Stores: the port, and what keeps journals behind it."""

from __future__ import annotations

__all__ = ["open_store"]

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathway_engine.stores.port import Store


def open_store(url: str, *, schema: str | None = None, prefix: str = "pathway_") -> Store:
    """Open a store by its URL.

    Args:
        url: `memory:` for a store that is gone with the process, or `sqlite:///path/to/file` for one on disk.
        schema: Schema of the database that the tables stand in; the connection's own when left out.
        prefix: What every table's name begins with.

    Raises:
        StoreUnavailable: It cannot be opened.
        SchemaMismatch: Its tables belong to another version.
        ValueError: No store is known for the URL.
    """
    if url == "memory:":
        from pathway_engine.stores.memory import MemoryStore

        return MemoryStore()
    from pathway_engine.stores.sql import SqlStore

    return SqlStore.open(url, schema=schema, prefix=prefix)
