"""The worker that tells of missed deadlines."""

from __future__ import annotations

__all__ = ["DeadlineWorker"]

from collections.abc import Callable
from datetime import datetime, timedelta

from pathway_engine.case.commands import SYSTEM, DeadlineDue
from pathway_engine.case.decision import Refused
from pathway_engine.engine import PathwayEngine
from pathway_engine.failpoints import reach
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.port import Claimed, Store
from pathway_engine.workers.working import Engines, Patience, Worker, in_utc

_NOTHING_LEFT = frozenset({"deadline-unknown", "deadline-told-already", "deadline-not-due"})
"""Refusals that mean the deadline was met, told or extended meanwhile: there is nothing to tell any more."""


class DeadlineWorker(Worker):
    """Tells of each missed deadline, once.

    Args:
        engine: The engine of the register it works for, or what gives the engine of a register, when the store holds
            several. All over one store. What belongs to other registers is left alone.
        store: The store, when it is not the engine's.
        lease: For how long others leave alone what this worker took.
        attempts: How often it is tried before it is set aside.
        backoff: Wait before the second attempt; each later one waits twice as long, up to six hours.
    """

    kind = "deadlines"

    def __init__(
        self,
        engine: PathwayEngine | Callable[[str], PathwayEngine],
        *,
        store: Store | None = None,
        lease: timedelta = timedelta(minutes=5),
        attempts: int = 8,
        backoff: timedelta = timedelta(minutes=1),
    ) -> None:
        one = engine if isinstance(engine, PathwayEngine) else None
        store = store or (one.store if one else None)
        if store is None:
            raise ValueError("a worker for several registers needs their store")
        self._engines = Engines(engine)
        self._clock = one.sources.clock if one else SystemSources().clock
        super().__init__(store, self._engines.register, Patience(lease, attempts, backoff))

    def run_once(self, limit: int = 100) -> int:
        """Tell of what is due by the engine's clock and by the store's own (semantics §P6).

        Args:
            limit: How many deadlines to take up at most.

        Returns:
            How many were told.
        """
        return self._round(limit)[1]

    def _clocks(self) -> tuple[datetime, datetime]:
        now = in_utc(self._clock)
        stores = self._store.clock()
        return (now, now) if stores is None else (min(now, stores), stores)

    def _do(self, claimed: Claimed, ends: datetime) -> bool:  # noqa: ARG002 - the engine refuses what comes late
        reach("deadlines.after_claim")
        engine = self._engines.of(claimed.register)
        outcome = engine.do(DeadlineDue(case=claimed.case_id, actor=SYSTEM, deadline=claimed.id))
        if not isinstance(outcome, Refused):
            # The write that told it has taken it out of the queue.
            return True
        codes = {reason.code for reason in outcome.reasons}
        if codes <= _NOTHING_LEFT:
            reach("deadlines.before_settle")
            self._store.settle(claimed, done=True, now=self._now())
        else:
            self._failed(claimed, ", ".join(sorted(codes)))
        return False
