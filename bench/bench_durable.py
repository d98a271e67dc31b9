"""One durable move on SQLite with synchronous=FULL, beside the bare driver writing rows of the same size."""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.bench_decide import PATHWAY

from pathway_engine import Actor, Move, NameWorker, Open, PathwayEngine, Record, open_store
from pathway_engine.definition import load_text
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources

ROUNDS, CALLS = 15, 30


def run() -> Iterable[tuple[str, str, str]]:
    """Measure both in turn in one folder, and give the medians and their ratio."""
    with TemporaryDirectory() as folder:
        ours = moving(f"sqlite:///{Path(folder) / 'ours.sqlite'}")
        bare = _bare(Path(folder) / "bare.sqlite", _written(Path(folder) / "ours.sqlite"))
        yield from compared(ours, bare, "design: <= 1.6")


def compared(ours: Callable[[], object], bare: Callable[[], object], budget: str) -> Iterable[tuple[str, str, str]]:
    """Time both in turn, and give the medians and their ratio."""
    pairs = [(_timed(ours), _timed(bare)) for _ in range(ROUNDS)]
    mine, my_work = (median(pair[0][which] for pair in pairs) for which in (0, 1))
    driver, its_work = (median(pair[1][which] for pair in pairs) for which in (0, 1))
    yield "engine: load, decide, seal, append", f"{mine:.0f} µs", ""
    yield "bare driver: the same rows, one transaction", f"{driver:.0f} µs", ""
    yield "ratio engine / driver", f"{mine / driver:.2f}", budget
    # The wait for the disk varies most from run to run; what the process itself works does not.
    yield "processor time of the engine, and of the driver", f"{my_work:.0f}, {its_work:.0f} µs", ""


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Give how long a call takes, and how long the processor works at it."""
    started, worked = perf_counter(), process_time()
    for _ in range(CALLS):
        work()
    return (perf_counter() - started) / CALLS * 1e6, (process_time() - worked) / CALLS * 1e6


def moving(url: str) -> Callable[[], object]:
    """Give what moves a case on in the store at a URL."""
    store = open_store(url)
    engine = PathwayEngine(store, [load_text(PATHWAY)], keys=Keyring.made(SystemSources()), register="county")
    worker = Actor(subject="w", organisation="county", roles={"worker"})
    engine.do(Open(case="k", actor=worker))
    engine.do(NameWorker(case="k", actor=worker, role="worker", worker="w"))
    engine.do(Record(case="k", actor=worker, record="plan", fields={"goal": "work"}))
    turn = iter(["approve", "reject"] * (ROUNDS * CALLS + 2))

    def work() -> object:
        return engine.do(Move(case="k", actor=worker, trigger=next(turn)))

    work()
    work()
    return work


def _written(path: Path) -> list[tuple[str, tuple[object, ...]]]:
    """Give what one move writes: its journal row, its message, and the row of the case."""
    with sqlite3.connect(path) as reading:
        return [
            (table, reading.execute(f"SELECT * FROM pathway_{table} ORDER BY rowid DESC LIMIT 1").fetchone())
            for table in ("journal", "outbox", "cases")
        ]


def _bare(path: Path, rows: list[tuple[str, tuple[object, ...]]]) -> Callable[[], object]:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {setting}")
    for table, row in rows:
        columns = ", ".join(f"c{number}" for number in range(len(row)))
        connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {columns})")
    inserts = [
        (
            f"INSERT INTO {table} ({', '.join(f'c{n}' for n in range(len(row)))}) VALUES ({', '.join('?' * len(row))})",
            row,
        )
        for table, row in rows[:-1]
    ]
    kept = rows[-1][1]
    connection.execute(f"INSERT INTO cases VALUES (1, {', '.join('?' * len(kept))})", kept)
    update = f"UPDATE cases SET {', '.join(f'c{n} = ?' for n in range(len(kept)))} WHERE id = 1"

    def work() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("SELECT * FROM cases WHERE id = 1").fetchall()
        for statement, values in inserts:
            connection.execute(statement, values)
        connection.execute(update, kept)
        connection.execute("COMMIT")

    return work
