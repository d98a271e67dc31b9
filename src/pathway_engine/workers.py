"""Workers: what has to happen when nobody asks for it.

`DeadlineWorker` tells that deadlines were missed, `OutboxRelay` tells the world outside what happened. Any number of
either may run at once, in any number of processes: a store lends each thing to one worker at a time, and what a
worker took and never finished comes free when its lease ends. One bad case or poison message stops nobody else: it is
tried again later and later, and at last set aside until somebody looks at it (promises 8, 9 and 12).

A host calls `run_once` as often as it likes, from its own scheduler.
"""

from __future__ import annotations

__all__ = ["DeadlineWorker", "Envelope", "OutboxRelay"]

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypedDict

from pathway_engine.case.commands import SYSTEM, DeadlineDue
from pathway_engine.case.decision import Refused
from pathway_engine.engine import PathwayEngine
from pathway_engine.failpoints import reach
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.port import Claimed, Queue, Store

_LOG = logging.getLogger(__name__)

_NOTHING_LEFT = frozenset({"deadline-unknown", "deadline-told-already", "deadline-not-due"})
"""Refusals that mean the deadline was met, told or extended meanwhile: there is nothing to tell any more."""

_LONGEST_WAIT = timedelta(hours=6)


class DeadlineWorker:
    """Tells of each missed deadline, once.

    Args:
        engine: The engine of the register it works for, or what gives the engine of a register, when the store holds
            several. All over one store. What belongs to a register without an engine is given back untouched.
        lease: For how long others leave alone what this worker took.
        attempts: How often it is tried before it is set aside.
        backoff: Wait before the second attempt; each later one waits twice as long, up to six hours.
    """

    def __init__(
        self,
        engine: PathwayEngine | Callable[[str], PathwayEngine],
        *,
        store: Store | None = None,
        lease: timedelta = timedelta(minutes=5),
        attempts: int = 8,
        backoff: timedelta = timedelta(minutes=1),
    ) -> None:
        if isinstance(engine, PathwayEngine):
            self._engines: dict[str, PathwayEngine] = {engine.register: engine}
            self._make: Callable[[str], PathwayEngine] | None = None
            self._store = store or engine.store
            self._clock = engine.sources.clock
        elif store is not None:
            self._engines, self._make, self._store, self._clock = {}, engine, store, SystemSources().clock
        else:
            raise ValueError("a worker for several registers needs their store")
        self._lease, self._attempts, self._backoff = lease, attempts, backoff

    def run_once(self, limit: int = 100) -> int:
        """Tell of what is due by the engine's clock and by the store's own (semantics §P6).

        Args:
            limit: How many deadlines to take up at most.

        Returns:
            How many were told.
        """
        now = self._clock().astimezone(UTC)
        due = min(now, self._store.clock() or now)
        told = taken = 0
        others: list[Claimed] = []
        # What belongs to other registers stays lent until this one's own has been found: it would be found again.
        while taken < limit and (lent := self._store.claim("deadlines", due, limit - taken, self._lease)):
            own = [claimed for claimed in lent if self._make is not None or claimed.register in self._engines]
            others += [claimed for claimed in lent if claimed not in own]
            taken += len(own)
            told += sum(map(self._fire, own))
            if len(own) == len(lent):
                break
        for claimed in others:
            self._store.settle(claimed, done=True, now=now)
        return told

    def _fire(self, claimed: Claimed) -> bool:
        reach("deadlines.after_claim")
        try:
            engine = self._engine(claimed.register)
            outcome = (
                engine.do(DeadlineDue(case=claimed.case_id, actor=SYSTEM, deadline=claimed.id)) if engine else None
            )
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one case must not stop the others
            self._failed(claimed, type(error).__name__)
            return False
        if isinstance(outcome, Refused):
            codes = {reason.code for reason in outcome.reasons}
            if not codes <= _NOTHING_LEFT:
                self._failed(claimed, ", ".join(sorted(codes)))
                return False
        reach("deadlines.before_settle")
        self._store.settle(claimed, done=True, now=self._clock().astimezone(UTC))
        return outcome is not None and not isinstance(outcome, Refused)

    def _engine(self, register: str) -> PathwayEngine | None:
        if register not in self._engines and self._make is not None:
            self._engines[register] = self._make(register)
        return self._engines.get(register)

    def _failed(self, claimed: Claimed, why: str) -> None:
        _retry_later(self._store, claimed, self._clock().astimezone(UTC), self._attempts, self._backoff, why)


class Envelope(TypedDict):
    """A message as it leaves, a CloudEvent 1.0. It refers to the event and holds nothing of it (semantics §B2)."""

    specversion: str
    id: str
    source: str
    type: str
    subject: str
    time: str
    datacontenttype: str
    data: dict[str, str | int]


class OutboxRelay:
    """Sends what waits in the outbox: at least once, with stable ids, in order within a case.

    Args:
        store: The store.
        deliver: Sends one message. What it raises is a failure: the message is tried again later.
        clock: The time now, aware; the machine's when left out.
        lease: For how long others leave alone what this worker took.
        attempts: How often a message is tried before it is set aside.
        backoff: Wait before the second attempt; each later one waits twice as long, up to six hours.
    """

    def __init__(
        self,
        store: Store,
        deliver: Callable[[Envelope], object],
        *,
        clock: Callable[[], datetime] | None = None,
        lease: timedelta = timedelta(minutes=5),
        attempts: int = 8,
        backoff: timedelta = timedelta(minutes=1),
    ) -> None:
        self._store, self._deliver = store, deliver
        self._clock = clock or SystemSources().clock
        self._lease, self._attempts, self._backoff = lease, attempts, backoff

    def run_once(self, limit: int = 100) -> int:
        """Send what waits: of each case its oldest unsent message.

        Args:
            limit: How many messages to take up at most.

        Returns:
            How many were sent. While it is not 0 there may be more.
        """
        now = self._clock().astimezone(UTC)
        return sum(self._send(claimed) for claimed in self._store.claim("messages", now, limit, self._lease))

    def _send(self, claimed: Claimed) -> bool:
        reach("relay.after_claim")
        try:
            envelope = self._envelope(claimed)
            reach("relay.before_delivery")
            self._deliver(envelope)
        except Exception as error:  # noqa: BLE001 - one poison message must not stop the others
            now = self._clock().astimezone(UTC)
            _retry_later(self._store, claimed, now, self._attempts, self._backoff, type(error).__name__)
            return False
        reach("relay.before_settle")
        return self._store.settle(claimed, done=True, now=self._clock().astimezone(UTC))

    def _envelope(self, claimed: Claimed) -> Envelope:
        entries = self._store.scan(claimed.register, claimed.case_id, after=claimed.seq - 1, limit=1)
        if not entries or entries[0].seq != claimed.seq:
            raise LookupError(claimed.id)
        entry = entries[0]
        return Envelope(
            specversion="1.0",
            id=claimed.id,
            source=f"/pathway-engine/{claimed.register}",
            type=f"pathway_engine.{entry.type}.v{entry.type_version}",
            subject=claimed.case_id,
            time=entry.recorded_at,
            datacontenttype="application/json",
            data={
                "register": claimed.register,
                "case": claimed.case_id,
                "seq": claimed.seq,
                "definition": entry.digest,
            },
        )


def _retry_later(store: Queue, claimed: Claimed, now: datetime, most: int, backoff: timedelta, why: str) -> None:
    """Give back what failed: to be tried again later, or set aside when it has failed often enough.

    The log names the case and the kind of fault, never what a fault says: that may be personal.
    """
    failed = claimed.attempts + 1
    wait = min(backoff * 2 ** min(claimed.attempts, 20), _LONGEST_WAIT)
    retry_at = now + wait if failed < most else None
    _LOG.warning(
        "%s %s of case %s failed %d times (%s)%s",
        claimed.kind,
        claimed.id,
        claimed.case_id,
        failed,
        why,
        "" if retry_at else "; set aside",
    )
    store.settle(claimed, done=False, now=now, retry_at=retry_at)
