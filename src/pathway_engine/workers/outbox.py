"""The worker that sends what waits in the outbox."""

from __future__ import annotations

__all__ = ["Envelope", "OutboxRelay"]

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypedDict

from attrs import evolve

from pathway_engine.case.commands import SYSTEM, WithholdDisclosure
from pathway_engine.case.decision import Refused
from pathway_engine.engine import PathwayEngine
from pathway_engine.failpoints import reach
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.port import Claimed, Store
from pathway_engine.workers.working import Engines, Patience, Worker, in_utc

_RELAY = evolve(SYSTEM, purpose="disclosure")


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


class OutboxRelay(Worker):
    """Sends what waits in the outbox: at least once, with stable ids, in order within a case.

    Given an engine, it looks at the basis of every extract again before the message about it leaves. When a permit was
    withdrawn or ran out, or the client has forbidden it, or the use of the data was restricted, the message is held
    back: the case's journal says so, and the message is marked as withheld (semantics §B2, promise 9).

    Args:
        store: The store.
        deliver: Sends one message. What it raises is a failure: the message is tried again later.
        engine: The engine of the register it works for, or what gives the engine of a register when the store holds
            several. Without one nothing is looked at again, and the messages of every register are sent.
        clock: The time now, aware; the store's own, or the machine's, when left out.
        lease: For how long others leave alone what this worker took. Longer than one delivery may take: a delivery
            that hangs longer is begun anew by another worker.
        attempts: How often a message is tried before it is set aside.
        backoff: Wait before the second attempt; each later one waits twice as long, up to six hours.
    """

    kind = "messages"

    def __init__(
        self,
        store: Store,
        deliver: Callable[[Envelope], object],
        *,
        engine: PathwayEngine | Callable[[str], PathwayEngine] | None = None,
        clock: Callable[[], datetime] | None = None,
        lease: timedelta = timedelta(minutes=5),
        attempts: int = 8,
        backoff: timedelta = timedelta(minutes=1),
    ) -> None:
        self._engines = None if engine is None else Engines(engine)
        self._deliver, self._given_clock = deliver, clock
        register = self._engines.register if self._engines else None
        super().__init__(store, register, Patience(lease, attempts, backoff))

    def run_once(self, limit: int = 100) -> int:
        """Send what waits: of each case its oldest unsent message.

        Args:
            limit: How many messages to take up at most.

        Returns:
            How many were sent, or held back. While it is not 0 there may be more.
        """
        return self._round(limit)[1]

    def _clocks(self) -> tuple[datetime, datetime]:
        clock = self._given_clock or SystemSources().clock
        now = in_utc(clock) if self._given_clock else self._store.clock() or in_utc(clock)
        return now, now

    def _do(self, claimed: Claimed, ends: datetime) -> bool:
        reach("relay.after_claim")
        withheld = self._withheld(claimed)
        if not withheld:
            envelope = self._envelope(claimed)
            reach("relay.before_delivery")
            if self._now() >= ends:
                # Somebody else may have looked again since, and found that it must stay.
                self._give_back([claimed])
                return False
            self._deliver(envelope)
        reach("relay.before_settle")
        return self._store.settle(claimed, done=True, now=self._now(), withheld=withheld)

    def _withheld(self, claimed: Claimed) -> bool:
        """Look again at the basis of an extract; its key makes a second look find what the first one wrote."""
        if self._engines is None or claimed.type != "extract_disclosed":
            return False
        command = WithholdDisclosure(
            case=claimed.case_id, actor=_RELAY, seq=claimed.seq, key=f"withhold_disclosure:{claimed.id}"
        )
        outcome = self._engines.of(claimed.register).do(command)
        if not isinstance(outcome, Refused):
            return True
        codes = {reason.code for reason in outcome.reasons}
        if codes != {"disclosure-stands"}:
            raise LookupError(", ".join(sorted(codes)))
        return False

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
