"""The SQL store: SQLite, or PostgreSQL, over the same tables and statements."""

from __future__ import annotations

__all__ = ["SqlStore"]

import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from sqlalchemy import Connection, Engine

from pathway_engine.errors import CaseErased, OutcomeUnknown, StoreBusy, StoreFull, StoreUnavailable
from pathway_engine.journal.canonical import parse_instant
from pathway_engine.journal.uses import DisclosureEntry, UseEntry, read_log_text
from pathway_engine.stores.port import ANY, MOST_ROWS, within
from pathway_engine.stores.records import (
    Append,
    AppendConflict,
    Claimed,
    DefinitionRow,
    Entry,
    Erasure,
    Head,
    KeyHeld,
    KeyRow,
    Loaded,
    Page,
    Purge,
    QueueKind,
    Rewrap,
    SetAside,
    Tombstone,
    Wanted,
)
from pathway_engine.stores.sql import appending, asking, lending
from pathway_engine.stores.sql.burying import Burying
from pathway_engine.stores.sql.engine import engine_of
from pathway_engine.stores.sql.faults import translated
from pathway_engine.stores.sql.releasing import Releasing
from pathway_engine.stores.sql.schema import ready
from pathway_engine.stores.sql.statements import Statements
from pathway_engine.stores.sql.tables import Tables, tables
from pathway_engine.stores.sql.work import OwnWork, SharedWork, Working, replicating


class SqlStore:
    """A store in a database.

    Args:
        engine: Made by `sqlite_engine`, or for PostgreSQL by SQLAlchemy's `create_engine`. The tables must be there.
        tables_: The tables, when they stand in a schema or under a prefix of the host's.
        busy_timeout: How long PostgreSQL may wait for a row that another holds, in seconds, before `StoreBusy`; a
            SQLite engine has its own.
    """

    def __init__(self, engine: Engine, tables_: Tables | None = None, *, busy_timeout: float = 5.0) -> None:
        self._engine: Engine | None = engine
        self._sql = Statements(tables_ or tables(), engine.dialect)
        self._burying, self._releasing = Burying(self._sql), Releasing(self._sql)
        self._work: Working = OwnWork(engine, self._sql, busy_timeout)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        busy_timeout: float = 5.0,
        create: bool = True,
        schema: str | None = None,
        prefix: str = "pathway_",
    ) -> Self:
        """Open the store at a URL, and make its tables when they are not there.

        Args:
            url: `sqlite:///path/to/file`, or a SQLAlchemy URL of a PostgreSQL database.
            busy_timeout: How long to wait for another writer or a free connection, in seconds.
            create: False refuses a file or tables that are not there.
            schema: Schema of the database that the tables stand in; the connection's own when left out.
            prefix: What every table's name begins with.

        Raises:
            StoreUnavailable: It cannot be reached or opened, or is no database.
            StoreBusy: It stayed locked.
            SchemaMismatch: Its tables are of another version, or are not there and `create` is False.
            ValueError: The URL names neither.
        """
        engine = engine_of(url, busy_timeout=busy_timeout, create=create)
        described = tables(schema, prefix)
        try:
            ready(engine, described, may_create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, described, busy_timeout=busy_timeout)

    def bound(self, connection: Any) -> Self:
        """Give this store inside a transaction of the host's: nothing is committed here, and nothing is retried.

        What it writes commits or rolls back with the host's transaction; a conflict leaves that transaction usable.

        Args:
            connection: A SQLAlchemy `Connection` with a transaction begun, or a `Session`.
        """
        own = connection if isinstance(connection, Connection) else connection.connection()
        other = object.__new__(type(self))
        other._engine = None
        other._sql = self._sql
        other._burying, other._releasing = self._burying, self._releasing
        other._work = SharedWork(own, self._sql)
        return other

    @staticmethod
    def meaning(error: BaseException, *, committing: bool = False) -> BaseException:
        """Give the error of ours that an error of the driver means, for hosts that commit; others are given back.

        Args:
            error: What was raised.
            committing: True when it was raised by the commit: then the outcome may be unknown.
        """
        return translated(error, committing=committing)

    @staticmethod
    def replicating(connection: Any) -> AbstractContextManager[None]:
        """See that a commit of the host's has waited for the standbys that it was to wait for: put it inside.

        When somebody cancels that waiting PostgreSQL only warns, and answers as if all were well.

        Args:
            connection: A SQLAlchemy `Connection` or `Session`, in the transaction that is to be committed.

        Raises:
            OutcomeUnknown: The waiting was cancelled: this server has it, and it may be lost with this server.
        """
        own = connection if isinstance(connection, Connection) else connection.connection()
        driver = own.connection.driver_connection
        # SQLite's have nothing to warn of.
        return replicating(driver) if hasattr(driver, "add_notice_handler") else nullcontext()

    # ── Journal ────────────────────────────────────────────────────────────────────────────────────────────────────

    def load(self, register: str, case_id: str, key: str = "") -> Loaded:
        """Read what deciding needs, in one query."""
        with self._work.reading() as work:
            loaded = appending.load(work, self._sql, register, case_id, key)
        if loaded.receipt is not None:
            self._see_that_it_lasts()
        return loaded

    def append(self, append: Append) -> None:
        """Write everything, or nothing."""
        try:
            with self._work.writing() as work:
                appending.append(work, self._sql, append)
        except AppendConflict as conflict:
            # The case's row is taken only in tables of this version: was it the row, or the tables?
            if conflict.about == "version":
                with self._work.reading() as work:
                    work.compare(self._sql)
            raise
        if append.erasure is not None:
            self._overwrite_wal()

    def _see_that_it_lasts(self) -> None:
        """Wait until what was read is as safe as what is acknowledged.

        On PostgreSQL a commit whose wait for a standby was broken off, by somebody or by a crash, can be read although
        the standby has not got it. A commit after it waits for both. What can be read in SQLite is on the disk.
        """
        if self._sql.on_server:
            with self._work.writing() as work:
                work.send(self._sql.lasting, {})

    def scan(self, register: str, case_id: str, after: int = 0, limit: int = MOST_ROWS) -> Sequence[Entry]:
        """Read entries numbered after `after`, in order."""
        with self._work.reading() as work:
            return appending.scan(work, self._sql, Head(register, case_id), after, limit)

    # ── Queue ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def claim(
        self,
        kind: QueueKind,
        now: datetime,
        limit: int,
        lease: timedelta,
        register: str | None = None,
        due: datetime | None = None,
    ) -> Sequence[Claimed]:
        """Lend what is to be done to one worker, until `now + lease`."""
        with self._work.writing() as work:
            return lending.claim(work, self._sql, kind, now, within(limit), lease, register=register, due=due)

    def settle(
        self,
        claimed: Claimed,
        *,
        done: bool,
        now: datetime,
        retry_at: datetime | None = None,
        withheld: bool = False,
        tried: bool = True,
    ) -> bool:
        """Say how it went; False when the lease had been lost."""
        outcome: dict[str, Any] = {"retry_at": retry_at, "withheld": withheld, "tried": tried}
        with self._work.writing() as work:
            return lending.settle(work, self._sql, claimed, done=done, now=now, **outcome)

    def release(self, aside: SetAside, entry: UseEntry) -> bool:
        """Put what was set aside back into its queue, and log who did; False when it is not set aside any more."""
        with self._work.writing() as work:
            return self._releasing.release(work, aside, entry)

    # ── Definitions and keys ───────────────────────────────────────────────────────────────────────────────────────

    def put(self, definition: DefinitionRow) -> None:
        """Keep a definition."""
        values = {name: getattr(definition, name) for name in ("digest", "name", "version", "text")}
        with self._work.writing() as work:
            work.run(self._sql.put_definition, values)

    def get(self, digest: str) -> DefinitionRow | None:
        """Give the definition of that digest."""
        with self._work.reading() as work:
            found = work.rows(self._sql.get_definition, {"digest": digest})
        return DefinitionRow(*found[0]) if found else None

    def key_of(self, register: str, case_id: str) -> KeyRow | None:
        """Give the wrapped key of a case."""
        loaded = self.load(register, case_id)
        if loaded.erased:
            raise CaseErased(f"the key of case {case_id} has been destroyed")
        return loaded.key

    def rewrap(self, register: str, case_id: str, old: KeyRow, new: KeyRow) -> bool:
        """Put a key wrapped anew in the place of the old one."""
        values = {"register": register, "case_id": case_id, "old_key_id": old.key_id, "old_wrapped": old.wrapped}
        values |= {"new_key_id": new.key_id, "new_wrapped": new.wrapped}
        with self._work.writing() as work:
            return work.run(self._sql.rewrap_key, values) == 1

    def destroy(self, register: str, erasure: Erasure) -> None:
        """Destroy a key and enter it in the register of erasures."""
        with self._work.writing() as work:
            appending.destroy(work, self._sql, register, erasure)
        self._overwrite_wal()

    def erasures(self, register: str, after: str = "", limit: int = MOST_ROWS) -> Sequence[Erasure]:
        """Give the register of erasures, by case id."""
        with self._work.reading() as work:
            found = work.rows(self._sql.erasures, {"register": register, "after": after, "limit": within(limit)})
        return tuple(Erasure(case_id=case_id, erased_at=parse_instant(at), basis=basis) for case_id, at, basis in found)

    # ── Keeping ────────────────────────────────────────────────────────────────────────────────────────────────────

    def purge(self, purge: Purge) -> Tombstone:
        """Take out every row of a case but its log, and leave a tombstone."""
        with self._work.writing() as work:
            stone = self._burying.purge(work, purge)
        self._overwrite_wal()
        return stone

    def tombstones(self, register: str, after: int = 0, limit: int = MOST_ROWS) -> Sequence[Tombstone]:
        """Give a register's tombstones, in order."""
        with self._work.reading() as work:
            return self._burying.tombstones(work, register, after, within(limit))

    def stale_keys(self, current: str, after: tuple[str, str] = ("", ""), limit: int = MOST_ROWS) -> Sequence[KeyHeld]:
        """Give keys that another than the current wrapping key wrapped."""
        with self._work.reading() as work:
            return self._burying.stale_keys(work, current, after, within(limit))

    def rewrap_all(self, batch: Sequence[Rewrap]) -> int:
        """Put keys wrapped anew in the place of the old ones."""
        with self._work.writing() as work:
            rewrapped = self._burying.rewrap(work, batch)
        # Commands go on meanwhile, and may be reading: the last batch that meets nobody empties the log for all.
        with suppress(OutcomeUnknown):
            self._overwrite_wal()
        return rewrapped

    # ── Log ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def write(self, register: str, case_id: str, entry: UseEntry | DisclosureEntry) -> None:
        """Write an entry of the log."""
        with self._work.writing() as work:
            work.rows(self._sql.hold_case, {"register": register, "case_id": case_id})
            appending.write_log(work, self._sql, Head(register, case_id), (entry,))

    def read(
        self, register: str, case_id: str, after: int = 0, limit: int = MOST_ROWS
    ) -> Sequence[UseEntry | DisclosureEntry]:
        """Read a case's log, oldest first."""
        values = {"register": register, "case_id": case_id, "after": after, "limit": within(limit)}
        with self._work.reading() as work:
            found = work.rows(self._sql.read_log, values)
        return tuple(read_log_text(kind, text) for kind, text in found)

    # ── Query ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def cases(self, register: str, wanted: Wanted = ANY, after: str = "", limit: int = 50) -> Page:
        """List cases of a register that fit, by case id."""
        with self._work.reading() as work:
            return asking.cases(work, self._sql, register, wanted, after, within(limit))

    def loads(self, register: str, workers: Collection[str]) -> Mapping[tuple[str, str], int]:
        """Give (capacity, worker) -> how many cases count on the worker."""
        with self._work.reading() as work:
            return asking.loads(work, self._sql, register, workers)

    def set_aside(
        self, kind: QueueKind, register: str | None = None, after: SetAside | None = None, limit: int = MOST_ROWS
    ) -> Sequence[SetAside]:
        """List what was set aside, by register, case and place in it."""
        with self._work.reading() as work:
            return self._releasing.set_aside(work, kind, register, after, within(limit))

    # ── Store ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def clock(self) -> datetime | None:
        """Give the database's clock; None for SQLite, which has only the machine's."""
        if self._engine is None or self._engine.dialect.name == "sqlite":
            return None
        with self._work.reading() as work:
            ((now,),) = work.rows(self._sql.clock, {})
        told: datetime = now
        return told.astimezone(UTC)

    def close(self) -> None:
        """Close the connections; inside a host's transaction there are none of ours."""
        if self._engine is not None:
            self._engine.dispose()

    def _overwrite_wal(self) -> None:
        """On SQLite a destroyed key stands in the write-ahead log until that is emptied (faults 0.9).

        Raises:
            OutcomeUnknown: Somebody kept reading an older state of the database, which stands there, or the disk
                failed: what was asked for has been done, but doing it again must empty the log.
        """
        if self._engine is None or self._engine.dialect.name != "sqlite":
            return
        try:
            with self._work.reading() as work:
                ((patience,),) = work.cursor.execute("PRAGMA busy_timeout").fetchall()
                until = time.monotonic() + patience / 1000
                # SQLite waits for readers by itself, but not for another who is emptying the log at the same time.
                while work.cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    if time.monotonic() > until:
                        raise OutcomeUnknown("done, but somebody reads the old write-ahead log: do it again afterwards")
                    time.sleep(0.01)
        except (StoreBusy, StoreFull, StoreUnavailable) as error:
            # These say that nothing was written.
            raise OutcomeUnknown("done, but the write-ahead log could not be emptied: do it again") from error
