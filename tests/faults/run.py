"""The run that faults are made in: a few clients' paths, the same every time, to be broken off anywhere and run again.

    python -m tests.faults.run sqlite:////tmp/x/db/cases.db /tmp/x --attempt 0

It opens cases, moves them, hands one over warmly, opens a service, migrates one to a newer version of its definition,
erases one, lets deadlines pass and sends the outbox. After each command that was acknowledged it appends one line
to `FOLDER/acks` and waits for the disk **before** it goes on; what the relay delivers goes to `FOLDER/sent` in the same
way. Run again with the next attempt it asks everything anew under the same keys, an hour later than the time before,
and must come to the same end.

With patience it meets faults of the store as a host should: each goes to `FOLDER/errors`, and the same command is asked
again under the same key.
"""

from __future__ import annotations

__all__ = ["REGISTER", "SEED", "TOLD_FIRST", "Run", "definitions", "read_lines"]

import argparse
import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

from attrs import define, field

from pathway_engine.case import commands as c
from pathway_engine.definition import Pathway, load_text
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import StoreError
from pathway_engine.failpoints import FailpointReached
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import varied
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay
from tests.engine.office import CROSSING, crossing

REGISTER = "north"
SEED = 20261122
START = datetime(2025, 3, 3, 7, tzinfo=UTC)
LATER = timedelta(hours=1)
"""How much later each further attempt is: leases of the one before have ended."""

AGAIN = timedelta(minutes=10)
"""After how long a worker looks again for what failed, or for what it was lent and did not settle."""

INTERRUPTIONS = (KeyboardInterrupt, SystemExit, FailpointReached)

IDENTITY = "131052-900W"  # of the range that is never given to a person
CLIENT = c.Actor(subject=IDENTITY, roles="client")
WORKER = c.Actor(subject="worker-1", organisation="north", roles="worker")
COACH = c.Actor(subject="coach-1", organisation="east", roles="coach")
KEEPER = c.Actor(subject="keeper-1", organisation="north", roles="keeper", purpose="retention")
OWN_WORKER = c.Actor(subject="worker-1", organisation="north", roles="own_worker")

TOLD_FIRST = "tell first"
WARM, MOVED_ON, SHORT = "warm", "moved-on", "short"


@cache
def definitions() -> tuple[Pathway, ...]:
    """Give the definitions: of the small one an older version, which cases are opened under, and a newer one."""
    newer = CROSSING.replace('version: "1"', 'version: "2"\nvalid: {from: 2030-01-01}').replace("to: left", "to: right")
    return varied(), crossing(), load_text(newer)


@define
class Run:
    """One attempt at the whole run.

    Args:
        url: The database.
        folder: Where the acknowledgements and what was sent are written down.
        attempt: How often it was begun before.
        seed: Of ids, keys and nonces.
        busy_timeout: How long to wait for a lock, in seconds.
        patience: How many faults of the store one command may meet before the run gives up.
        interrupted: It also goes on after a `KeyboardInterrupt`, a `SystemExit` and a `FailpointReached`, as a host's
            loop around its requests does.
    """

    url: str
    folder: Path
    attempt: int = 0
    seed: int = SEED
    busy_timeout: float = 5.0
    patience: int = 0
    interrupted: bool = False
    _files: dict[str, int] = field(init=False, factory=dict)
    store: Store = field(init=False)
    engine: PathwayEngine = field(init=False)
    sources: SeededSources = field(init=False)

    def go(self) -> None:
        """Do everything."""
        self.open()
        try:
            self.work()
        finally:
            self.close()

    def work(self) -> None:
        """Do everything, on a store that is open."""
        for step in (self.paths, self.handover, self.coaching, self.migration, self.erasing, self.deadlines):
            step()
        self.outbox()

    def open(self) -> None:
        """Open the store, and make the engine as a new process would."""
        for name in ("acks", "sent", "errors"):
            self._files[name] = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.sources = SeededSources(f"{self.seed}/{self.attempt}", START + self.attempt * LATER)
        self.store = self.patiently("open", lambda: SqlStore.open(self.url, busy_timeout=self.busy_timeout))
        keys = Keyring.made(SeededSources(f"{self.seed}/keys"))
        self.engine = PathwayEngine(self.store, definitions(), keys=keys, register=REGISTER, sources=self.sources)

    def close(self) -> None:
        """Let go of the store: on SQLite this empties the log of writes into the database."""
        self.store.close()
        for file in self._files.values():
            os.close(file)

    # ── what is done ──────────────────────────────────────────────────────────────────────────────────────────────

    def paths(self) -> None:
        """Open three cases, and bring the first to planning."""
        opening: dict[str, Any] = {"client": IDENTITY, "pending_on": date(2025, 3, 3)}
        self.do("open", c.Open, WORKER, pathway="varied", **opening)
        self.do("checklist", c.Record, WORKER, record="checklist", fields={"signs": "school"})
        self.do("begin", c.Move, CLIENT, trigger="begin")
        self.do("name", c.NameWorker, WORKER, role="worker", worker="worker-1")
        self.do("assess", c.Record, WORKER, record="assessment", fields={"goals": "osa-aikatyö", "hours": 20})
        self.do("complete", c.Move, WORKER, trigger="complete")
        for case, pathway in ((MOVED_ON, "crossing"), (SHORT, "varied")):
            self.do(f"open {case}", c.Open, WORKER, case, pathway=pathway, **opening)

    def handover(self) -> None:
        """Hand the case over warmly, with an extract that the client permits."""
        self.do("permit", c.GivePermit, CLIENT, kind="share", recipient="east", until=date(2026, 3, 1))
        self.do("refer", c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1")
        self.do("agree to it", c.AnswerHandover, CLIENT)
        self.do("accept", c.AcceptHandover, COACH)
        self.do("meet", c.MeetHandover, COACH, present={"client", "worker", "coach"})
        self.do("receive", c.ReceiveHandover, COACH)

    def coaching(self) -> None:
        """Go on at the coach's: an agreement, a service, a look at the history, which is logged."""
        self.do("agreement", c.Record, COACH, record="agreement", fields={"ends_on": "2025-12-01"})
        self.do("agree", c.Move, COACH, trigger="agree", agreed_by="client")
        self.do("service", c.OpenService, COACH, service="activity")
        self.patiently("history", lambda: self.engine.history(WARM, COACH, unseal=True))

    def migration(self) -> None:
        """Migrate a case to the newer version of its definition, and move it there."""
        self.do("migrate", c.Migrate, OWN_WORKER, MOVED_ON, to_digest=definitions()[2].digest)
        self.do("finish", c.Move, WORKER, MOVED_ON, trigger="go_left")

    def erasing(self) -> None:
        """Erase a client: the case's key is destroyed, and the log of writes overwritten."""
        self.do("erase", c.Erase, KEEPER, SHORT, ground="unlawful")

    def deadlines(self) -> None:
        """Let a hundred days go by, and tell of each deadline that was missed, one at a time."""
        self.sources.advance(timedelta(days=100))
        # One worker was slow: another has told what it was lent before it comes to it.
        slow = DeadlineWorker(self.engine, store=cast("Store", Lending(self.store, self.tell_first)))
        if self.patiently("deadlines", lambda: slow.run_once(limit=1)):
            self._write("acks", {"key": "deadline"})
        worker = DeadlineWorker(self.engine, store=cast("Store", Lending(self.store)))
        for _ in range(1 + self.patience):
            while self.patiently("deadlines", lambda: worker.run_once(limit=1)):
                self._write("acks", {"key": "deadline"})
            # What failed for a moment is tried again later.
            self.sources.advance(AGAIN)

    def tell_first(self) -> None:
        """Tell of the first deadline that was missed, as another worker."""
        self.do(TOLD_FIRST, c.DeadlineDue, c.SYSTEM, deadline="first_call")

    def outbox(self) -> None:
        """Send all that waits."""
        relay = OutboxRelay(self.store, self.deliver, clock=self.sources.clock)
        for _ in range(1 + self.patience):
            while self.patiently("outbox", lambda: relay.run_once(limit=20)):
                pass
            self.sources.advance(AGAIN)

    def do(self, key: str, command: type[c.Command], actor: c.Actor, case: str = WARM, **more: Any) -> Done:
        """Put a command that must take effect, a minute after the one before; write down that it was acknowledged."""
        self.sources.advance(timedelta(minutes=1))
        asked = command(case=case, actor=actor, key=key, **more)
        done = self.patiently(key, lambda: self.engine.do(asked))
        assert isinstance(done, Done), [reason.text("en") for reason in done.reasons]
        events = done.events
        self._write("acks", {"key": key, "case": case, "first": events[0].seq, "last": events[-1].seq})
        return done

    def patiently(self, what: str, ask: Callable[[], Any]) -> Any:
        """Ask until it is answered, and take as many faults of the store as the run has patience for."""
        bearable: tuple[type[BaseException], ...] = (StoreError, *(INTERRUPTIONS if self.interrupted else ()))
        for left in range(self.patience, -1, -1):
            try:
                return ask()
            except bearable as error:
                self._write("errors", {"what": what, "error": type(error).__name__})
                if not left:
                    raise
        raise AssertionError

    def deliver(self, envelope: Envelope) -> None:
        """Take a message as a consumer that keeps it."""
        self._write("sent", {"id": envelope["id"]})

    def _write(self, name: str, line: dict[str, Any]) -> None:
        os.write(self._files[name], json.dumps(line | {"attempt": self.attempt}).encode() + b"\n")
        os.fsync(self._files[name])


@define
class Lending:
    """A store as a worker sees it: the seeded clock is the only one, and something happens after it was lent something.

    Args:
        store: The store.
        lent: What happens then.
    """

    store: Store
    lent: Callable[[], object] = lambda: None

    def __getattr__(self, name: str) -> object:
        """Be the store in everything else."""
        return getattr(self.store, name)

    def clock(self) -> None:
        """Have no clock: the time of the run has nothing to do with that of a database."""

    def claim(self, *asked: Any) -> object:
        """Lend, and let happen what happens."""
        found = self.store.claim(*asked)
        self.lent()
        return found


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read what a run wrote down; the last line may be torn, and then was not written."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text().splitlines(keepends=True) if line.endswith("\n")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--attempt", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    Run(asked.url, asked.folder, asked.attempt, asked.seed).go()
