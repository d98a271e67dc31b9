"""The engine for asyncio hosts: the same code, run over an asynchronous connection; no second implementation.

Every call is one transaction in a task of its own, shielded: when the caller is cancelled, the transaction is waited
for to its end before the cancellation goes on. A half-cancelled commit would leave the caller not knowing (semantics
§P5).
"""

from __future__ import annotations

__all__ = ["AsyncPathwayEngine"]

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager, ExitStack
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused, Step
from pathway_engine.case.model import Case
from pathway_engine.engine.core import PathwayEngine
from pathway_engine.engine.done import Done, Outcome
from pathway_engine.engine.keeping import Applied
from pathway_engine.engine.patience import pause
from pathway_engine.engine.reading import ClientView, Told
from pathway_engine.errors import CaseErased, CaseNotFound, CaseRestricted, Conflict
from pathway_engine.journal.tombstones import Tombstone
from pathway_engine.stores.port import Erasure, Page, QueueKind, SetAside, Wanted

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
Unseen = CaseNotFound | CaseRestricted | CaseErased


class AsyncConnection(Protocol):
    """What is used of SQLAlchemy's `AsyncConnection`."""

    async def run_sync(self, fn: Callable[..., T], /) -> T:
        """Run a function on the synchronous face of the connection."""


class AsyncDatabase(Protocol):
    """What is used of SQLAlchemy's `AsyncEngine`."""

    def begin(self) -> AbstractAsyncContextManager[Any]:
        """Begin a transaction that commits at the end."""


class AsyncPathwayEngine:
    """Runs cases through their pathways for asyncio hosts.

    Args:
        engine: A `PathwayEngine` over a `SqlStore`; its definitions, keys and settings are used.
        database: A SQLAlchemy `AsyncEngine` on the same database. On SQLite its transactions must begin with `BEGIN
            IMMEDIATE` and its connections have the pragmas of `pathway_engine.stores.sql.sqlite_engine`.
        attempts: How often a command is decided anew when the case changed meanwhile.
    """

    def __init__(self, engine: PathwayEngine, database: AsyncDatabase, *, attempts: int = 8) -> None:
        self._engine = engine
        self._database = database
        self._attempts = attempts

    async def do(self, command: c.Command) -> Outcome:
        """Carry out a command; see `PathwayEngine.do`."""

        def finished(outcome: Outcome) -> Erasure | None:
            if isinstance(command, c.Erase) and isinstance(outcome, Done):
                return self._erasure(command.case, command.ground)
            return None

        return await self._decided(lambda engine: engine.do(command), finished)

    async def purge(self, case_id: str, actor: c.Actor, *, basis: str = "") -> Tombstone | Refused:
        """Take out every row of a case and leave a tombstone; see `PathwayEngine.purge`."""

        def finished(outcome: Tombstone | Refused) -> Erasure | None:
            return self._erasure(case_id, outcome.basis) if isinstance(outcome, Tombstone) else None

        return await self._decided(lambda engine: engine.purge(case_id, actor, basis=basis), finished)

    async def apply_erasures(self, erasures: str | os.PathLike[str] | Iterable[Erasure]) -> Applied:
        """Erase again what was erased before a restore; see `PathwayEngine.apply_erasures`.

        Each case is a transaction. Cancelled, it stops between two of them: doing it again does the rest.
        """
        import asyncio

        told = []
        for each in await asyncio.to_thread(lambda: tuple(self._engine.read_erasures(erasures))):
            became = await self._erased_again(each)
            told.append((each.case_id, became))
        return Applied.of(told)

    async def _erased_again(self, erasure: Erasure) -> bool | None:
        return await self._decided(
            lambda engine: engine.erase_again(erasure), lambda became: None if became is None else erasure
        )

    async def _decided(self, work: Callable[[PathwayEngine], T], finished: Callable[[T], Erasure | None]) -> T:
        """Do what may meet a conflict, in a transaction of its own each time."""
        import asyncio  # hosts without an event loop do not pay for it

        for attempt in range(self._attempts - 1):
            try:
                return await self._in_transaction(work, finished)
            except Conflict:
                await asyncio.sleep(pause(attempt))
        return await self._in_transaction(work, finished)

    def _erasure(self, case_id: str, basis: str) -> Erasure:
        return Erasure(case_id=case_id, erased_at=self._engine.sources.clock(), basis=basis)

    async def case(self, case_id: str) -> Case:
        """Give a case as it is; see `PathwayEngine.case`."""
        return await self._in_transaction(lambda engine: engine.case(case_id))

    async def steps(self, case_id: str, actor: c.Actor) -> tuple[Step, ...]:
        """List every move from here; see `PathwayEngine.steps`."""
        return await self._in_transaction(lambda engine: engine.steps(case_id, actor))

    async def history(self, case_id: str, actor: c.Actor, *, unseal: bool = False) -> tuple[Told, ...]:
        """Give the journal of a case; see `PathwayEngine.history`."""
        return await self._in_transaction(lambda engine: engine.history(case_id, actor, unseal=unseal))

    async def client_view(self, case_id: str, actor: c.Actor, language: str, **values: str) -> ClientView:
        """Give what the client reads; see `PathwayEngine.client_view`."""
        return await self._in_transaction(lambda engine: engine.client_view(case_id, actor, language, **values))

    async def cases(self, wanted: Wanted | None = None, *, after: str = "", limit: int = 50) -> Page:
        """List cases; see `PathwayEngine.cases`."""
        return await self._in_transaction(lambda engine: engine.cases(wanted, after=after, limit=limit))

    async def set_aside(self, kind: QueueKind) -> tuple[SetAside, ...]:
        """List what was set aside; see `PathwayEngine.set_aside`."""
        return await self._in_transaction(lambda engine: tuple(engine.set_aside(kind)))

    async def release(self, aside: SetAside, actor: c.Actor) -> bool:
        """Put back into its queue what was set aside; see `PathwayEngine.release`."""
        return await self._in_transaction(lambda engine: engine.release(aside, actor))

    async def _in_transaction(
        self, work: Callable[[PathwayEngine], T], finished: Callable[[T], Erasure | None] = lambda _: None
    ) -> T:
        """Run one piece of work in one transaction, to its end, whatever becomes of the caller.

        Args:
            work: What is done.
            finished: Gives the erasure that it was, of which no trace may stay once it is committed.
        """
        import asyncio  # hosts without an event loop do not pay for it

        task = asyncio.ensure_future(self._whole(work, finished))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await _ended(task)
            raise

    async def _whole(self, work: Callable[[PathwayEngine], T], finished: Callable[[T], Erasure | None]) -> T:
        import asyncio

        outcome = await self._transaction(work)
        erasure = finished(outcome)
        if erasure is not None:
            # The engine's own store finishes it: a log that holds the key can be emptied only after the commit.
            await asyncio.to_thread(self._engine.store.destroy, self._engine.register, erasure)
        return outcome

    async def _transaction(self, work: Callable[[PathwayEngine], T]) -> T:
        store: Any = self._engine.store
        committing = False
        try:
            with ExitStack() as commit:
                async with self._database.begin() as connection:
                    outcome: T | Unseen = await connection.run_sync(lambda plain: _answered(work, self._bound(plain)))
                    commit.enter_context(await connection.run_sync(store.replicating))
                    committing = True
        except Exception as error:
            # The commit is the database's here: an answer of it that was lost leaves the outcome unknown.
            ours: Exception = store.meaning(error, committing=committing)
            if ours is error:
                raise
            raise ours from error
        # Told after the commit: that somebody looked, and saw nothing, is logged in the same transaction.
        if isinstance(outcome, Unseen):
            raise outcome
        return outcome

    def _bound(self, connection: Any) -> PathwayEngine:
        store: Any = self._engine.store
        return self._engine.over(store.bound(connection))


def _answered(work: Callable[[PathwayEngine], T], engine: PathwayEngine) -> T | Unseen:
    try:
        return work(engine)
    except (CaseNotFound, CaseRestricted, CaseErased) as told:
        return told


async def _ended(task: asyncio.Future[Any]) -> None:
    """Wait for a transaction to its end, however often the caller is cancelled meanwhile."""
    import asyncio

    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            continue
    if not task.cancelled():
        task.exception()  # seen: the caller has gone, and learns the outcome by its key
