"""The doctor: which settings, keys, clocks and workers of an installation endanger a promise, and what to do.

It looks from beside, through the store's own engine, so that it meets what the library meets: the settings of the
host's connections too. It writes nothing and opens nothing that is sealed. Whether the data are whole is the matter of
`pathway_engine.verify`.
"""

from __future__ import annotations

__all__ = ["Finding", "Severity", "examine", "finding", "unopened"]

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pathway_engine.doctor.finding import Finding, Severity, finding
from pathway_engine.errors import SchemaMismatch

if TYPE_CHECKING:
    from pathway_engine.journal.keys import KeyProvider
    from pathway_engine.stores.port import Store

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def examine(
    store: Store,
    *,
    keys: KeyProvider | None = None,
    now: datetime | None = None,
    patience: timedelta = timedelta(hours=1),
) -> tuple[Finding, ...]:
    """Examine an installation.

    Args:
        store: The store, as the host uses it; not one that is bound to a transaction.
        keys: The keys, to be tried on what is kept; not looked at when left out.
        now: Engine clock, aware; the machine's when left out.
        patience: How long a deadline or a message may wait before it is told.

    Returns:
        What endangers a promise, the worst first; empty when nothing does.

    Raises:
        StoreUnavailable, StoreBusy: The database cannot be read.
        ValueError: The store is bound to a transaction of the host, or is one of a third party's.
    """
    from pathway_engine.stores.memory import MemoryStore

    if isinstance(store, MemoryStore):
        return (finding("warning", "in-memory", 1),)
    from pathway_engine.doctor.keys import examine_erasures, examine_keys
    from pathway_engine.doctor.postgres import examine_postgres
    from pathway_engine.doctor.sqlite import examine_sqlite
    from pathway_engine.doctor.work import examine_clock, examine_queues
    from pathway_engine.stores.sql import SqlStore
    from pathway_engine.stores.sql.probing import habits_of, probing

    if not isinstance(store, SqlStore):
        raise ValueError("the doctor knows the SQL stores and the memory store")  # noqa: TRY004 - see Raises
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    habits = habits_of(store)
    with probing(store) as probe:
        found = list((examine_sqlite if probe.dialect == "sqlite" else examine_postgres)(probe, habits))
        found += examine_queues(probe, moment, patience)
        found += examine_erasures(probe)
        if keys is not None:
            found += examine_keys(probe, keys)
    found += examine_clock(moment, store.clock())
    return tuple(sorted(found, key=lambda each: _ORDER[each.severity]))


def unopened(error: SchemaMismatch) -> tuple[Finding, ...]:
    """Give the finding that a store's tables are of another version: such a store does not open."""
    return (finding("error", "schema", 13, detail=str(error)),)
