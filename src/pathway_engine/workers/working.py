"""What both workers share: taking things on loan, one after the other, and giving back what they cannot finish."""

from __future__ import annotations

__all__ = ["Engines", "Worker", "stop_on_signals"]

import logging
import signal
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import ClassVar

from attrs import field, frozen

from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import (
    Conflict,
    KeyMissing,
    OutcomeUnknown,
    SchemaMismatch,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreUnavailable,
)
from pathway_engine.stores.port import Claimed, QueueKind, Store

_LOG = logging.getLogger(__name__)

_LONGEST_WAIT = timedelta(hours=6)

_NOT_ITS_FAULT = (Conflict, KeyMissing, OutcomeUnknown, SchemaMismatch, StoreBusy, StoreFull, StoreUnavailable)
"""What is wrong with the store or the keys says nothing of the thing at hand: it would set aside everything in turn."""


def stop_on_signals() -> Event:
    """Give an event that SIGTERM and SIGINT set: `worker.run(stop_on_signals())` finishes what it is at, and returns.

    To be called in the main thread, as `signal.signal` asks.
    """
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


class Engines:
    """The engine of each register, made when it is first asked for."""

    def __init__(self, engine: PathwayEngine | Callable[[str], PathwayEngine]) -> None:
        if isinstance(engine, PathwayEngine):
            self.register: str | None = engine.register
            self._known = {engine.register: engine}
            self._make: Callable[[str], PathwayEngine] | None = None
        else:
            self.register, self._known, self._make = None, {}, engine

    def of(self, register: str) -> PathwayEngine:
        """Give the engine of a register."""
        if self._make is not None and register not in self._known:
            self._known[register] = self._make(register)
        return self._known[register]


@frozen
class Patience:
    """How long a worker keeps a thing, and how often it is tried.

    Args:
        lease: For how long others leave alone what this worker took.
        attempts: How often a thing is tried before it is set aside.
        backoff: Wait before the second attempt; each later one waits twice as long, up to six hours.
    """

    lease: timedelta
    attempts: int = field()
    backoff: timedelta

    @attempts.validator
    def _at_least_one(self, _: object, value: int) -> None:
        if value < 1:
            raise ValueError("a thing is tried at least once")

    def wait_after(self, failures: int) -> timedelta:
        """Give how long to wait after that many failures."""
        doubled: timedelta = self.backoff * (1 << min(failures - 1, 20))
        return min(doubled, _LONGEST_WAIT)


class Worker(ABC):
    """Takes what is to be done on loan and does it, one thing after the other.

    Args:
        store: Where the things are.
        register: The only register whose things are taken; None takes those of all.
        patience: How long, and how often.
    """

    kind: ClassVar[QueueKind]

    def __init__(self, store: Store, register: str | None, patience: Patience) -> None:
        self._store, self._register, self._patience = store, register, patience

    # ── what a worker of each kind adds ───────────────────────────────────────────────────────────────────────────

    @abstractmethod
    def _clocks(self) -> tuple[datetime, datetime]:
        """Give until when things are due, and the time by which leases are counted."""

    @abstractmethod
    def _do(self, claimed: Claimed, ends: datetime) -> bool:
        """Do one thing, on loan until `ends`, and settle it; True when it came to its end."""

    # ── running ───────────────────────────────────────────────────────────────────────────────────────────────────

    def run(self, stop: Event, *, every: timedelta = timedelta(seconds=5), limit: int = 100) -> int:
        """Work until `stop` is set: then the thing at hand is finished, the rest is given back, and it returns.

        A store that cannot be reached is tried again after a while.

        Args:
            stop: When to stop, such as `stop_on_signals()`.
            every: How long to wait when there is nothing to do.
            limit: How many things to take at a time; a smaller number is given back sooner.

        Returns:
            How many things came to their end.
        """
        done = 0
        while not stop.is_set():
            try:
                taken, ended = self._round(limit, stop)
            except StoreError as error:
                _LOG.warning("the %s worker cannot work (%s)", self.kind, type(error).__name__)
                taken, ended = 0, 0
            done += ended
            if not taken:
                stop.wait(every.total_seconds())
        return done

    def _round(self, limit: int, stop: Event | None = None) -> tuple[int, int]:
        """Take things and do them; give how many were taken, and how many came to their end.

        What was tried before may have killed whoever had it, and then everything else that worker held was lost with
        it. So such things are done last, and each is on loan alone: nothing is set aside for what its neighbour does.
        """
        lent, ends = self._take(limit)
        fresh = [claimed for claimed in lent if not claimed.attempts]
        tried = len(lent) - len(fresh)
        if len(lent) > 1 and tried:
            self._give_back([claimed for claimed in lent if claimed.attempts])
            done = self._each(fresh, ends, stop)
            for _ in range(tried):
                if stop is not None and stop.is_set():
                    break
                done += self._each(*self._take(1), stop)
        else:
            done = self._each(lent, ends, stop)
        return len(lent), done

    def _take(self, limit: int) -> tuple[Sequence[Claimed], datetime]:
        """Take things on loan; give them, and when the loan ends."""
        due, now = self._clocks()
        lent = self._store.claim(self.kind, now, limit, self._patience.lease, self._register, due)
        return lent, now + self._patience.lease

    def _each(self, lent: Sequence[Claimed], ends: datetime, stop: Event | None) -> int:
        """Do one thing after the other; when it is time to stop, or the loan is over, give back what was not begun."""
        done = 0
        for number, claimed in enumerate(lent):
            if number and ((stop is not None and stop.is_set()) or self._now() >= ends):
                self._give_back(lent[number:])
                break
            done += self._attempt(claimed, ends)
        return done

    def _attempt(self, claimed: Claimed, ends: datetime) -> bool:
        if claimed.attempts >= self._patience.attempts:
            # Whoever took it before died or hung over it, time and again.
            self._failed(claimed, "never settled", failures=claimed.attempts)
            return False
        try:
            return self._do(claimed, ends)
        except _NOT_ITS_FAULT as error:
            _LOG.warning("%s %s of case %s waits (%s)", claimed.kind, claimed.id, claimed.case_id, type(error).__name__)
            now = self._now()
            self._settle(claimed, retry_at=now + self._patience.backoff, tried=False)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one thing must not stop the others
            self._failed(claimed, type(error).__name__)
        return False

    def _now(self) -> datetime:
        """Give the time by which leases are counted."""
        return self._clocks()[1]

    # ── settling ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _settle(self, claimed: Claimed, *, retry_at: datetime | None, tried: bool = True) -> None:
        self._store.settle(claimed, done=False, now=self._now(), retry_at=retry_at, tried=tried)

    def _give_back(self, lent: Sequence[Claimed]) -> None:
        """Give back what was taken and not begun; what somebody else has taken by now stays theirs."""
        for claimed in lent:
            self._settle(claimed, retry_at=None, tried=False)

    def _failed(self, claimed: Claimed, why: str, *, failures: int = 0) -> None:
        """Give back what failed: to be tried again later, or set aside when it has failed often enough.

        The log names the case and the kind of fault, never what a fault says: that may be personal.
        """
        failed = failures or claimed.attempts + 1
        again = failed < self._patience.attempts
        _LOG.warning(
            "%s %s of case %s failed %d times (%s)%s",
            claimed.kind,
            claimed.id,
            claimed.case_id,
            failed,
            why,
            "" if again else "; set aside",
        )
        self._settle(claimed, retry_at=self._now() + self._patience.wait_after(failed) if again else None)


def in_utc(clock: Callable[[], datetime]) -> datetime:
    """Give what a clock shows, in UTC."""
    return clock().astimezone(UTC)
