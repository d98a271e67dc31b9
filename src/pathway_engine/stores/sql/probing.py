"""Looking at a store's database from beside: what checkpoints state of it, and what the doctor asks.

Nothing here is needed to run cases, and nothing is written.
"""

from __future__ import annotations

__all__ = ["Habits", "Probe", "case_ends", "habits_of", "probing", "register_facts", "registers"]

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from attrs import frozen
from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from pathway_engine.journal.checkpoints import CaseEnd, Register
from pathway_engine.stores.sql.engine import _ENGINES, READS
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.store import SqlStore
from pathway_engine.stores.sql.tables import Tables

_ROWS_AT_ONCE = 1000


@frozen
class Probe:
    """One moment of a database, for reading.

    Args:
        connection: A connection of the store's own engine.
        tables: The store's tables as a statement names them, by the name they have without a prefix.
    """

    connection: Connection
    tables: Mapping[str, str]

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.connection.dialect.name

    @property
    def driver(self) -> Any:
        """The driver's own connection."""
        return self.connection.connection.driver_connection

    def rows(self, query: str, **values: object) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query; `{cases}` in it becomes the full name of that table."""
        statement = text(query.format(**self.tables)).execution_options(yield_per=_ROWS_AT_ONCE)
        try:
            # Closed here also when only the first rows are taken: the server keeps a cursor for the others.
            with self.connection.execute(statement, values) as found:
                for row in found:
                    yield tuple(row)
        except DBAPIError as error:
            raise translated(error) from None

    def value(self, query: str, **values: object) -> Any:
        """Give the first column of the first row; None when there is none."""
        return next(self.rows(query, **values), (None,))[0]


@contextmanager
def probing(store: SqlStore) -> Iterator[Probe]:
    """Read one moment of a store's database.

    Raises:
        StoreUnavailable, StoreBusy: It cannot be read.
        ValueError: The store is bound to a host's own transaction.
    """
    engine = _engine_of(store)
    named = _named(engine, store._sql.tables)  # noqa: SLF001 - of the same package, and it must be the store's own
    try:
        with engine.connect() as connection:
            options: dict[str, Any] = {READS: True}
            if connection.dialect.name == "postgresql":
                options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            yield Probe(connection.execution_options(**options), named)
    except (DBAPIError, NoConnectionFree) as error:
        raise translated(error) from None


def _engine_of(store: SqlStore) -> Engine:
    """Give the engine that a store was made with.

    Raises:
        ValueError: The store is bound to a host's own transaction.
    """
    engine = store._engine  # noqa: SLF001 - of the same package
    if engine is None:
        raise ValueError("the store is bound to a transaction of the host: look at the store it was bound from")
    return engine


def _named(engine: Engine, tables: Tables) -> dict[str, str]:
    """Give the tables' names as they are written in a statement: a host's prefix or schema may need quotes."""
    written = engine.dialect.identifier_preparer.format_table
    every = {name: getattr(tables, name) for name in Tables.__annotations__}
    return {name: written(table) for name, table in every.items() if isinstance(table, Table)}


# ── for the doctor ─────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Habits:
    """How an engine treats transactions, whatever it was told to.

    Args:
        autocommit: True when every statement is committed by itself.
        begins_late: True when beginning a transaction does not begin one in the database.
        isolation: The level that the engine sets, in small letters; empty when it leaves the database's own.
    """

    autocommit: bool = False
    begins_late: bool = False
    isolation: str = ""


def habits_of(store: SqlStore) -> Habits:
    """Try how a store's engine begins a transaction: what a host has set, by whatever means, shows there.

    Raises:
        StoreUnavailable, StoreBusy: There is no connection to be had.
        ValueError: The store is bound to a host's own transaction.
    """
    engine = _engine_of(store)
    if engine in _ENGINES:
        return Habits()
    try:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            sqlite = connection.dialect.name == "sqlite"
            level = str(connection.get_isolation_level()).replace("_", " ").lower()
            with connection.begin():
                begun = getattr(driver, "in_transaction", True)
    except (DBAPIError, NoConnectionFree) as error:
        raise translated(error) from None
    if sqlite:
        # The driver's own settings: None is autocommit, "" begins at the first write.
        alone = getattr(driver, "isolation_level", "") is None and not begun
        return Habits(autocommit=alone, begins_late=not begun)
    # The level is the server's own, whatever the driver does with each statement.
    autocommit = bool(getattr(driver, "autocommit", False))
    return Habits(autocommit=autocommit, isolation="" if autocommit else level)


# ── for checkpoints ────────────────────────────────────────────────────────────────────────────────────────────────


def registers(probe: Probe) -> list[str]:
    """Give the registers that have cases, or had some."""
    found = probe.rows("SELECT register FROM {cases} UNION SELECT register FROM {tombstones} ORDER BY 1")
    return [register for (register,) in found]


def register_facts(probe: Probe, register: str, *, findings: int = 0) -> Register:
    """Give what a checkpoint states of a register beside its cases."""
    last = probe.value("SELECT max(recorded_at) FROM {cases} WHERE register = :register", register=register)
    tomb = "SELECT number, hash FROM {tombstones} WHERE register = :register ORDER BY number DESC LIMIT 1"
    number, head = next(probe.rows(tomb, register=register), (0, ""))
    erasures = probe.value("SELECT count(*) FROM {erasures} WHERE register = :register", register=register)
    return Register(
        register=register,
        last=last or "",
        tombstones=number,
        tombstones_head=head,
        erasures=erasures,
        findings=findings,
    )


def case_ends(probe: Probe, register: str) -> Iterator[CaseEnd]:
    """Give how far every case of a register has come, in the order of their ids' bytes."""
    query = """
        SELECT c.case_id, c.version, c.head,
          (SELECT max(l.number) FROM {access_log} l WHERE l.register = c.register AND l.case_id = c.case_id),
          (SELECT l.hash FROM {access_log} l WHERE l.register = c.register AND l.case_id = c.case_id
           ORDER BY l.number DESC LIMIT 1),
          (SELECT count(*) FROM {erasures} e WHERE e.register = c.register AND e.case_id = c.case_id)
        FROM {cases} c WHERE c.register = :register ORDER BY c.case_id
    """
    for case_id, version, head, number, hash_, erased in probe.rows(query, register=register):
        yield CaseEnd(case_id, version, head, number or 0, hash_ or "", bool(erased))
