"""SIGKILL at every call that writes, and at every named failpoint, of the run.

    python -m tests.faults.kills [--every 1] [--url sqlite:|postgresql://…]

prints how many points there are, and what was lost or done twice. A kill is made when the process *enters* the call:
all before it has happened, and nothing of it. Killing a process does not test a power cut: the kernel still has what
was written. What a power cut takes is the business of `synchronous=FULL`, which `pathway doctor` looks at.
"""

from __future__ import annotations

# ruff: noqa: T201 - a program that prints its figures

__all__ = ["CALLS", "Bench", "Counts", "count_calls", "kill_at_call", "kill_at_failpoint", "reached"]

import argparse
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import define, field, frozen

from pathway_engine.failpoints import POINTS
from tests.faults.checking import Books, books, broken_off, ended
from tests.faults.run import read_lines
from tests.faults.zygote import End, Zygote, strace

CALLS = ("pwrite64", "write", "ftruncate", "unlink", "fdatasync", "fsync")
"""The calls by which SQLite changes its files; only those on its own files are counted."""

# In memory where the machine has it: a kill is no power cut, and waiting for a disk proves nothing here.
FAST = Path("/dev/shm") if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own is made in it


@define
class Bench:
    """Where runs are made and broken off: a zygote, and a database that is made anew for each run.

    Args:
        zygote: Has the children run.
        folder: Where the runs write; its content is thrown away before each run.
        postgres: URL of a PostgreSQL database to use in place of a SQLite file; it is emptied before each run.
    """

    zygote: Zygote
    folder: Path
    postgres: str = ""
    whole: Books = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.fresh()
        assert self.run() == End(0), "the run does not go through"
        self.whole = books(self.url)

    @property
    def url(self) -> str:
        """The database."""
        return self.postgres or f"sqlite:///{self.database}"

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "db" / "cases.db"

    def fresh(self) -> None:
        """Throw away what the run before left."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.database.parent.mkdir(parents=True)
        if self.postgres:
            import psycopg

            with psycopg.connect(self.postgres, autocommit=True) as connection:
                connection.execute("DROP SCHEMA public CASCADE")
                connection.execute("CREATE SCHEMA public")

    def run(self, attempt: int = 0, **more: Any) -> End:
        """Run, in a child."""
        return self.zygote.run(self.url, self.folder, attempt=attempt, **more)

    def tracing(self, calls: str, output: Path | str = "/dev/null", *inject: str) -> list[str]:
        """Give arguments of strace that look at nothing but these calls on SQLite's files and their folder."""
        files = (self.database.parent, *(f"{self.database}{suffix}" for suffix in ("", "-wal", "-shm", "-journal")))
        only = [argument for file in files for argument in ("-P", str(file))]
        return ["-f", "-o", str(output), *only, "-e", f"trace={calls}", *inject]


@frozen
class Counts:
    """What came of a number of kills.

    Args:
        points: Where the process was killed.
        stored: Commands that had taken effect when it was killed, over all points.
        acked: Commands that had been acknowledged, over all points.
        wrong: What does not hold, with the point.
    """

    points: tuple[str, ...] = ()
    stored: int = 0
    acked: int = 0
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Counts) -> Counts:
        """Add those of other points."""
        return Counts(
            self.points + other.points,
            self.stored + other.stored,
            self.acked + other.acked,
            self.wrong + other.wrong,
        )


def killed(bench: Bench, point: str, **how: Any) -> Counts:
    """Kill a run at a point; look at what it left, run the rest, and look again."""
    bench.fresh()
    end = bench.run(**how)
    if not end.killed:
        return Counts((point,), wrong=(f"{point}: not killed but {end}",))
    acks = {line["key"] for line in read_lines(bench.folder / "acks")} - {"deadline"}
    stored = books(bench.url).commands
    wrong = broken_off(bench.url, bench.folder, bench.whole)
    rest = bench.run(attempt=1)
    if rest != End(0):
        wrong.append(f"the rest does not go through: {rest}")
    else:
        wrong += ended(bench.url, bench.folder, bench.whole, faults=1)
    return Counts((point,), stored, len(acks), tuple(f"{point}: {each}" for each in wrong))


# ── calls of the system ────────────────────────────────────────────────────────────────────────────────────────────


def count_calls(bench: Bench, calls: Sequence[str] = CALLS) -> dict[str, int]:
    """Give how often the whole run makes each of the calls on its database."""
    bench.fresh()
    output = bench.folder / "calls"
    assert bench.run(tracing=bench.tracing(",".join(calls), output)) == End(0)
    names = (line.split("(")[0].split()[-1] for line in output.read_text().splitlines() if "(" in line)
    return {name: count for name, count in Counter(names).items() if name in calls}


def kill_at_call(bench: Bench, call: str, number: int) -> Counts:
    """Kill the run as it enters that call for the given time."""
    tracing = bench.tracing(call, "/dev/null", "-e", f"inject={call}:signal=SIGKILL:when={number}")
    return killed(bench, f"{call} {number}", tracing=tracing)


# ── failpoints ─────────────────────────────────────────────────────────────────────────────────────────────────────


def reached(bench: Bench) -> dict[str, int]:
    """Give how often the whole run reaches each failpoint."""
    import json

    bench.fresh()
    assert bench.run(counting=True) == End(0)
    counts: dict[str, int] = json.loads((bench.folder / "reached").read_text())
    return {name: counts[name] for name in POINTS if name in counts}


def kill_at_failpoint(bench: Bench, name: str, occurrence: int) -> Counts:
    """Kill the run at a failpoint, when it comes there for the given time."""
    return killed(bench, f"{name}@{occurrence}", failpoints=f"{name}=kill@{occurrence}")


def points(bench: Bench) -> Iterator[tuple[str, str, int]]:
    """Give every point there is: route, name, number; calls only where there is strace and SQLite."""
    if strace() and not bench.postgres:
        for call, count in count_calls(bench).items():
            yield from (("call", call, number) for number in range(1, count + 1))
    for name, count in reached(bench).items():
        yield from (("failpoint", name, number) for number in range(1, count + 1))


def kill(bench: Bench, route: str, name: str, number: int) -> Counts:
    """Kill the run at one of the `points`."""
    return (kill_at_call if route == "call" else kill_at_failpoint)(bench, name, number)


@contextmanager
def prepared(postgres: str = "") -> Iterator[Bench]:
    """Give a bench in a folder of its own."""
    with TemporaryDirectory(dir=FAST, prefix="pathway-kills-") as folder, Zygote() as zygote:
        yield Bench(zygote, Path(folder) / "run", postgres)


def main() -> int:
    """Kill everywhere; print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every so many-th point")
    parser.add_argument("--postgres", default="", help="URL of an empty PostgreSQL database, in place of a SQLite file")
    asked = parser.parse_args()
    if not asked.postgres and not strace():
        print("strace is missing or may not trace: no kills at system calls, only at failpoints")
    started, total = time.monotonic(), Counts()
    routes: Counter[str] = Counter()
    with prepared(asked.postgres) as bench:
        every = list(points(bench))[:: asked.every]
        # Each place is come to early, so that a run that is broken off by Ctrl-C has tried them all.
        every.sort(key=lambda point: point[2])
        try:
            for route, name, number in every:
                counts = kill(bench, route, name, number)
                routes[f"{route} {name}"] += 1
                total += counts
                for each in counts.wrong:
                    print(each, flush=True)
        except KeyboardInterrupt:
            print(f"broken off: {len(every) - len(total.points)} points are left")
    for name, count in routes.items():
        print(f"{count:6} kills at {name}")
    print(
        f"{len(total.points)} kills in {time.monotonic() - started:.0f} s: {total.acked} commands acknowledged, "
        f"{total.stored} stored when killed; {len(total.wrong)} faults found"
    )
    return min(len(total.wrong), 1)


if __name__ == "__main__":
    sys.exit(main())
