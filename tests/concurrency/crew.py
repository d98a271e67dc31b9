"""Processes that work at the same time, and are killed and replaced as they do.

The crew is led by a small process of its own that has loaded everything once: its workers are forked from it, so that
a killed one is replaced in milliseconds. Nothing of it is a thread, so forking is safe.

    python -m tests.concurrency.crew ORDERS.json      prints what became of them, as JSON
"""

from __future__ import annotations

import json
import os
import pickle
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import asdict, define, evolve, field, frozen

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import CaseNotFound, Conflict, OutcomeUnknown, StoreBusy
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.sql.statements import Statements
from tests.concurrency.ground import REGISTER, FastSources, engine_over, opened, worker_of

ROOT = Path(__file__).parents[2]
OVER = "over"
GRACE = 40
"""Seconds that are added when nothing was acknowledged in time; the leader waits longer for its workers' end."""


@frozen(kw_only=True)
class Orders:
    """What a crew is to do.

    Args:
        job: `module:function`, called with a `Post`.
        url, folder: The database, and where files are kept.
        processes: How many work at once.
        seconds: For how long.
        seed: Of every choice.
        kill_every: Seconds between two kills; 0 for none.
        stop_every: Seconds between two stops (SIGSTOP) of `stop_for` seconds; 0 for none.
        rate: How much faster than the machine's the engines' clocks run.
        began: When the work began; the leader fills it in, once everything is loaded.
        more: What the job wants to know besides.
    """

    job: str
    url: str
    folder: str
    processes: int
    seconds: float
    seed: int
    kill_every: float = 0.0
    stop_every: float = 0.0
    stop_for: float = 0.0
    rate: float = 1.0
    began: float = 0.0
    more: dict[str, Any] = field(factory=dict)


@define
class Post:
    """One worker's place: its engine, its chance, and where it writes down what was acknowledged."""

    orders: Orders
    number: int
    chance: random.Random
    engine: PathwayEngine
    _acks: int = field(init=False)
    _generation: int = field(init=False, default=0)
    _leader: int = field(init=False, factory=os.getppid)
    _asked: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self._acks = os.open(self.path("acks"), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        self._generation = os.getpid()

    def path(self, name: str) -> Path:
        """Give a file in the crew's folder."""
        return Path(self.orders.folder) / name

    @property
    def on_duty(self) -> bool:
        """True until the time is over, somebody has found that the work is done, or the leader is gone.

        On a machine with much to do the time may be over before anything was done: then a little is added.
        """
        ends = self.orders.began + self.orders.seconds
        in_time = time.time() < (ends if os.fstat(self._acks).st_size else ends + GRACE)
        return in_time and os.getppid() == self._leader and not self.path(OVER).exists()

    def all_done(self) -> None:
        """Say that there is nothing left to do: everybody goes home, and nobody is killed any more."""
        self.path(OVER).touch()

    def finish_what_was_begun(self) -> None:
        """Ask again, with its key, what this worker's predecessor was killed over (promise 2)."""
        intent = self.path(f"intent-{self.number}")
        if intent.exists():
            with suppress(CaseNotFound):
                self._put(pickle.loads(intent.read_bytes()))  # noqa: S301 - written by ourselves

    def ask(self, kind: type[c.Command], actor: c.Actor, case: str, /, **more: Any) -> Done | Refused:
        """Put a command under a key of its own, until it is answered; write down what was acknowledged."""
        self._asked += 1
        key = f"{self.number}-{self._generation}-{self._asked}"
        command = kind(case=case, actor=actor, key=key, **more)
        scratch = self.path(f"intent-{self.number}.new")
        scratch.write_bytes(pickle.dumps(command))
        scratch.replace(self.path(f"intent-{self.number}"))
        return self._put(command)

    def _put(self, command: c.Command) -> Done | Refused:
        called = time.time()
        while True:
            try:
                outcome = self.engine.do(command)
            except (Conflict, StoreBusy, OutcomeUnknown) as trouble:
                self.note("troubles", type(trouble).__name__)
                continue
            if isinstance(outcome, Done):
                self.acknowledge(command, outcome, called)
            return outcome

    def acknowledge(self, command: c.Command, done: Done, called: float) -> None:
        """Write down, to the disk, that a command has taken effect."""
        told = {
            "key": command.key,
            "case": done.case.id,
            "seqs": [event.seq for event in done.events],
            "types": [event.body.type for event in done.events],
            "again": done.repeated,
            "called": called,
            "answered": time.time(),
        }
        os.write(self._acks, (json.dumps(told) + "\n").encode())
        os.fsync(self._acks)

    def note(self, name: str, line: str) -> None:
        """Add a line to a file that all workers share."""
        with self.path(name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def lines(folder: Path, name: str) -> list[str]:
    """Give what workers wrote down; a line that a kill cut short is left out."""
    file = folder / name
    written = file.read_text("utf-8") if file.exists() else ""
    return [line for line in written[: written.rfind("\n") + 1].splitlines() if line]


# ── the leader ─────────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def crew(orders: Orders) -> Iterator[Callable[[], dict[str, Any]]]:
    """Set a crew to work; what is given waits for its end and tells what became of it."""
    paper = Path(orders.folder) / "orders.json"
    paper.write_text(json.dumps(asdict(orders)), "utf-8")
    command = [sys.executable, "-m", "tests.concurrency.crew", str(paper)]
    leader = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def finished() -> dict[str, Any]:
        told, _ = leader.communicate(timeout=orders.seconds + 120)
        falls = "\n".join(lines(Path(orders.folder), "falls"))
        assert (leader.returncode, falls) == (0, ""), falls
        report: dict[str, Any] = json.loads(told)
        assert report.pop("fell") == 0
        return report

    try:
        yield finished
    finally:
        if leader.poll() is None:
            leader.terminate()
            leader.wait()


class _Leader:
    def __init__(self, orders: Orders) -> None:
        module, _, name = orders.job.partition(":")
        self._work: Callable[[Post], None] = getattr(import_module(module), name)
        self._engine = _warm(orders)
        self._orders = evolve(orders, began=time.time())
        self._engine.sources = FastSources(self._orders.began, orders.rate)
        self._chance = random.Random(orders.seed)  # noqa: S311 - chance that can be repeated is wanted
        self._alive: dict[int, int] = {}
        self._asked_by = os.getppid()
        self.spawned = self.kills = self.stops = self.fell = 0

    def lead(self) -> dict[str, Any]:
        for number in range(self._orders.processes):
            self._spawn(number)
        ends = self._orders.began + self._orders.seconds
        next_kill = next_stop = time.time()
        try:
            over = Path(self._orders.folder) / OVER
            while self._alive and (now := time.time()) < ends and not over.exists():
                if os.getppid() != self._asked_by:
                    break  # whoever wanted it is gone
                if self._orders.kill_every and now >= next_kill:
                    self._kill()
                    next_kill = now + self._orders.kill_every
                if self._orders.stop_every and now >= next_stop:
                    self._stop()
                    next_stop = now + self._orders.stop_every
                time.sleep(0.01)
                self._look()
            self._wait()
        finally:
            for pid in self._alive:
                os.kill(pid, signal.SIGKILL)
        return {"spawned": self.spawned, "kills": self.kills, "stops": self.stops, "fell": self.fell}

    def _spawn(self, number: int) -> None:
        self.spawned += 1
        seed = self._chance.random()
        pid = os.fork()
        if pid:
            self._alive[pid] = number
            return
        code = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            post = Post(self._orders, number, random.Random(seed), self._engine)  # noqa: S311 - as above
            post.finish_what_was_begun()
            self._work(post)
            code = 0
        except BaseException:  # noqa: BLE001 - it is written down, and the crew is told
            (Path(self._orders.folder) / "falls").open("a").write(traceback.format_exc())
        finally:
            os._exit(code)

    def _kill(self) -> None:
        pid = self._chance.choice(sorted(self._alive))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        self.kills += 1
        self._spawn(self._alive.pop(pid))

    def _stop(self) -> None:
        pid = self._chance.choice(sorted(self._alive))
        os.kill(pid, signal.SIGSTOP)
        self.stops += 1
        time.sleep(self._orders.stop_for)
        os.kill(pid, signal.SIGCONT)

    def _look(self) -> None:
        """Take note of those who ended by themselves."""
        for pid in list(self._alive):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                del self._alive[pid]
                self.fell += status != 0

    def _wait(self) -> None:
        patience = time.time() + 60
        while self._alive and time.time() < patience:
            time.sleep(0.02)
            self._look()
        self.fell += len(self._alive)


def _warm(orders: Orders) -> PathwayEngine:
    """Give an engine with everything compiled and no connection open, for every worker that is forked.

    A worker opens connections of its own: the library sees to that after a fork.
    """
    store = opened(orders.url)
    for name in (name for name, each in vars(Statements).items() if isinstance(each, cached_property)):
        getattr(store._sql, name)
    store.load(REGISTER, "none")
    store.close()
    engine = engine_over(store)
    # What is imported only when it is used is imported now, once for all.
    rehearsal = engine.over(MemoryStore())
    rehearsal.do(c.Open(case="k", actor=worker_of("north"), client="131052-900W", key="open"))
    rehearsal.do(
        c.Record(case="k", actor=worker_of("north"), record="visit", fields={"day": date(2024, 1, 2), "talk": "työ"})
    )
    return engine


if __name__ == "__main__":
    asked = Orders(**json.loads(Path(sys.argv[1]).read_text("utf-8")))
    print(json.dumps(_Leader(asked).lead()))  # noqa: T201 - its report
