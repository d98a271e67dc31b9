"""Writers who go on while their server is ill-treated: sessions ended, the server restarted, the primary lost.

Each writer has one case, and puts commands with keys; when it hears no answer, or a bad one, it asks again with the
same key until it is told. What was acknowledged is counted at the end.

Run by itself it prints its figures: `python -m tests.postgresql.fire --seconds 40 --seed 1`.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date

import psycopg
from attrs import define, field

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import StoreError
from pathway_engine.journal.chain import broken_at
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores import open_store
from tests.engine.office import REGISTER, WORKER, crossing
from tests.postgres import PostgresServer

WAYS = ("one process killed", "immediate", "all killed")
"""How the server is made to go down."""

LEAST = 25
"""How many commands are acknowledged at least, however much else the machine has to do."""


@define
class Fire:
    """Writers under fire.

    Args:
        url: Where the store is; asked anew each time a writer has lost its way, since the server may have moved.
        writers: How many write at once.
    """

    url: Callable[[], str]
    writers: int = 4
    keys: Keyring = field(factory=lambda: Keyring.made(SystemSources()))
    acknowledged: list[tuple[str, int, str]] = field(factory=list)
    troubles: Counter[str] = field(factory=Counter)
    broken: Counter[str] = field(factory=Counter)
    unexpected: list[BaseException] = field(factory=list)
    _over: threading.Event = field(factory=threading.Event)
    _threads: list[threading.Thread] = field(factory=list)

    def begin(self) -> None:
        """Open the cases, and let the writers go."""
        engine = self._engine()
        for number in range(self.writers):
            engine.do(c.Open(case=f"case-{number}", actor=WORKER, pending_on=date(2026, 1, 5)))
        engine.store.close()
        self._threads = [
            threading.Thread(target=self._write, args=(number,), daemon=True) for number in range(self.writers)
        ]
        for thread in self._threads:
            thread.start()

    def burn(self, seconds: float, least: int = 0) -> Iterator[None]:
        """Go on for so long, and until so many commands were acknowledged: a busy machine takes longer."""
        began = time.monotonic()
        while time.monotonic() < began + seconds or len(self.acknowledged) < least:
            assert time.monotonic() < began + seconds + 120, self.troubles
            yield

    def end(self) -> None:
        """Let each writer finish the command it is at."""
        self._over.set()
        for thread in self._threads:
            thread.join(timeout=60)

    def check(self) -> None:
        """See that every acknowledged command stands in its journal once, and that nothing else does."""
        assert not self.unexpected, self.unexpected
        store = open_store(self.url())
        for number in range(self.writers):
            case = f"case-{number}"
            mine = [(seq, key) for name, seq, key in self.acknowledged if name == case]
            found, journal = list(store.scan(REGISTER, case)), []
            while found:
                journal += found
                found = list(store.scan(REGISTER, case, after=journal[-1].seq))
            assert broken_at(REGISTER, case, journal) is None
            assert [seq for seq, _ in mine] == list(range(2, len(journal) + 1)), case
            assert len({key for _, key in mine}) == len(mine)
        store.close()

    def _engine(self) -> PathwayEngine:
        return PathwayEngine(open_store(self.url()), [crossing()], keys=self.keys, register=REGISTER)

    def _write(self, number: int) -> None:
        case = f"case-{number}"
        try:
            engine = self._engine_when_possible()
            turn = 0
            while not self._over.is_set():
                turn += 1
                command = c.Record(
                    case=case, actor=WORKER, record="visit", fields={"day": "2026-01-05"}, key=f"{case}-{turn}"
                )
                while True:
                    try:
                        done = engine.do(command)
                    except StoreError as error:
                        self.troubles[type(error).__name__] += 1
                        engine.store.close()
                        engine = self._engine_when_possible()
                    else:
                        break
                assert isinstance(done, Done)
                self.acknowledged.append((case, done.events[0].seq, command.key))
            engine.store.close()
        except BaseException as error:  # noqa: BLE001 - told at the end
            self.unexpected.append(error)

    def _engine_when_possible(self) -> PathwayEngine:
        patience = time.monotonic() + 60
        while True:
            try:
                return self._engine()
            except StoreError as error:
                self.troubles[f"opening: {type(error).__name__}"] += 1
                if time.monotonic() > patience:
                    raise
                time.sleep(0.05)


def _break(server: PostgresServer, database: str, way: str) -> str:
    """Have the server go down and come up again: give in which way."""
    if way == "immediate":
        server.restart("immediate")
    elif way == "all killed":
        server.kill()
        server.start()
    else:
        _kill_one(server, database)
    _connected(server).close()
    return way


def _kill_one(server: PostgresServer, database: str) -> None:
    """Kill the process of one session, and wait until the server has ended all others over it to recover by itself."""
    query = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend' LIMIT 1"
    with closing(_connected(server)) as other:
        while not (found := other.execute(query, [database]).fetchall()):
            time.sleep(0.01)
        os.kill(found[0][0], signal.SIGKILL)
        with suppress(psycopg.OperationalError):
            while True:
                other.execute("SELECT 1")
                time.sleep(0.01)


def _connected(server: PostgresServer) -> psycopg.Connection:
    """Give a session of a server that is up, or will be."""
    while True:
        with suppress(psycopg.OperationalError):
            return psycopg.connect(server.dsn("postgres"), autocommit=True)
        time.sleep(0.05)


def under_terminations(server: PostgresServer, seconds: float, seed: int, restarts: int) -> tuple[Fire, int]:
    """End sessions at random, and restart the server now and then; give what was written and how many ended."""
    drawn = random.Random(seed)  # noqa: S311 - foretold on purpose
    database = server.make_database()
    fire = Fire(lambda: server.url(database))
    fire.begin()
    ended = 0
    # The last time one of its processes is killed, the times before as it is drawn.
    ways = [drawn.choice(WAYS) for _ in range(restarts - 1)] + [WAYS[0]]
    began = time.monotonic()
    turns = [began + seconds * (number + 1) / (restarts + 1) for number in range(restarts)]
    for _ in fire.burn(seconds, LEAST):
        time.sleep(drawn.uniform(0.01, 0.2))
        if ways and time.monotonic() > turns[-len(ways)]:
            fire.broken[_break(server, database, ways.pop(0))] += 1
        with suppress(psycopg.OperationalError), psycopg.connect(server.dsn("postgres"), autocommit=True) as other:
            ended += other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s ORDER BY random() LIMIT 1",
                [database],
            ).rowcount
    for way in ways:  # for which a busy machine had no time
        fire.broken[_break(server, database, way)] += 1
    fire.end()
    fire.check()
    return fire, ended


def under_failover(seconds: float, *, synchronous: bool = True) -> Fire:
    """Lose the primary for good while writers write, and go on with its standby."""
    primary = PostgresServer({"fsync": "on", "synchronous_commit": "on"})
    standby = PostgresServer(copy_of=primary, name="second")
    if synchronous:
        primary.configure(synchronous_standby_names="*")
        primary.reload()
    database = primary.make_database()
    serving = [primary]
    fire = Fire(lambda: serving[0].url(database))
    try:
        fire.begin()
        for _ in fire.burn(seconds / 2, LEAST // 2):
            time.sleep(0.05)
        primary.kill()
        standby.promote()
        serving[0] = standby
        for _ in fire.burn(seconds / 2, LEAST):
            time.sleep(0.05)
        fire.end()
        fire.check()
    finally:
        fire.end()
        primary.close()
        standby.close()
    return fire


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--failovers", type=int, default=10)
    asked = parser.parse_args()
    server = PostgresServer({"fsync": "on"})
    fire, ended = under_terminations(server, asked.seconds, asked.seed, restarts=max(2, int(asked.seconds // 5)))
    server.close()
    print(f"terminations: {ended} sessions ended, {len(fire.acknowledged)} commands acknowledged, 0 lost, 0 doubled")
    print(f"  the server went down: {dict(fire.broken)}")
    print(f"  heard meanwhile: {dict(fire.troubles)}")
    total = 0
    for _ in range(asked.failovers):
        total += len(under_failover(4).acknowledged)
    print(f"failovers to a synchronous standby: {asked.failovers}, {total} commands acknowledged, 0 lost, 0 doubled")


if __name__ == "__main__":
    main()
