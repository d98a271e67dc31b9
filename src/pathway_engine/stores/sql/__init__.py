"""Stores in SQL databases. Only these modules know SQLAlchemy; importing them imports it."""

from __future__ import annotations

__all__ = ["SqlStore", "async_sqlite_engine", "create", "include_name", "include_object", "sqlite_engine", "tables"]

from pathway_engine.stores.sql.engine import async_sqlite_engine, sqlite_engine
from pathway_engine.stores.sql.schema import create, include_name, include_object
from pathway_engine.stores.sql.store import SqlStore
from pathway_engine.stores.sql.tables import tables
