"""A disk that fails: calls on the database's files answer with an error, once or from then on.

    python -m tests.faults.storage [--every 1]

prints how many faults were made, by call and error, how often the run was told of them, and what did not hold.
"""

from __future__ import annotations

# ruff: noqa: T201 - a program that prints its figures

__all__ = ["FAULTS", "Told", "fail_for_good", "fail_once", "faults"]

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator

from attrs import field, frozen

from tests.faults.checking import books, broken_off, ended
from tests.faults.kills import Bench, count_calls, prepared
from tests.faults.run import read_lines
from tests.faults.zygote import End

FAULTS = (
    ("pwrite64", "ENOSPC"),
    ("pwrite64", "EIO"),
    ("ftruncate", "EIO"),
    ("fdatasync", "EIO"),
    ("pread64", "EIO"),
)
"""Calls and the errors they are made to answer with."""

TYPED = frozenset({"StoreFull", "StoreUnavailable", "OutcomeUnknown", "StoreBusy"})
UNKNOWN = "OutcomeUnknown"
KEYLESS = frozenset({"open", "history", "deadlines", "outbox"})


@frozen
class Told:
    """What came of a number of faults.

    Args:
        faults: How many were made.
        told: How often the run was told of which error of ours.
        wrong: What does not hold.
    """

    faults: int = 0
    told: Counter[str] = field(factory=Counter)
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Told) -> Told:
        """Add those of other faults."""
        return Told(self.faults + other.faults, self.told + other.told, self.wrong + other.wrong)


def fail_once(bench: Bench, call: str, error: str, number: int) -> Told:
    """Have one call fail; the same process asks again under the same key, and must come to the same end."""
    bench.fresh()
    inject = f"inject={call}:error={error}:when={number}"
    end = bench.run(tracing=bench.tracing(call, "/dev/null", "-e", inject), patience=3)
    told, wrong = _told(bench)
    if end != End(0):
        wrong.append(f"does not go on: {end}")
    else:
        wrong += ended(bench.url, bench.folder, bench.whole, faults=1)
    return _sum(f"{call} {number} fails with {error}", told, wrong)


def fail_for_good(bench: Bench, call: str, error: str, number: int) -> Told:
    """Have every call from one on fail, until the process has given up; a new one then does the rest."""
    bench.fresh()
    inject = f"inject={call}:error={error}:when={number}+"
    end = bench.run(tracing=bench.tracing(call, "/dev/null", "-e", inject))
    told, wrong = _told(bench)
    if end != End(0) and end.error.partition(":")[0].removeprefix("pathway_engine.errors.") not in TYPED:
        wrong.append(f"ends with another error: {end}")
    wrong += broken_off(bench.url, bench.folder, bench.whole)
    wrong += _told_falsely(bench)
    rest = bench.run(attempt=1)
    if rest != End(0):
        wrong.append(f"the rest does not go through: {rest}")
    else:
        wrong += ended(bench.url, bench.folder, bench.whole, faults=1)
    return _sum(f"{call} fails with {error} from {number} on", told, wrong)


def _told(bench: Bench) -> tuple[Counter[str], list[str]]:
    told = Counter(line["error"] for line in read_lines(bench.folder / "errors"))
    return told, [f"told of {each}" for each in told if each not in TYPED]


def _told_falsely(bench: Bench) -> list[str]:
    """A command that was told as not written has not been written."""
    last = read_lines(bench.folder / "errors")[-1:]
    if not last or last[0]["error"] == UNKNOWN or last[0]["what"] in KEYLESS:
        return []
    acked = {line["key"] for line in read_lines(bench.folder / "acks")} - {"deadline"}
    stored = books(bench.url).commands
    return [] if stored == len(acked) else [f"{last[0]} and yet it was written"]


def _sum(fault: str, told: Counter[str], wrong: list[str]) -> Told:
    return Told(1, told, tuple(f"{fault}: {each}" for each in wrong))


def faults(bench: Bench) -> Iterator[tuple[str, str, int]]:
    """Give every fault there is: call, error, number."""
    counts = count_calls(bench, (*dict.fromkeys(call for call, _ in FAULTS),))
    for call, error in FAULTS:
        yield from ((call, error, number) for number in range(1, counts.get(call, 0) + 1))


def main() -> int:
    """Have every call fail, once and for good; print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every so many-th fault")
    asked = parser.parse_args()
    started, sums = time.monotonic(), dict[str, Told]()
    with prepared() as bench:
        for call, error, number in list(faults(bench))[:: asked.every]:
            for way in (fail_once, fail_for_good):
                told = way(bench, call, error, number)
                name = f"{call} {error} {way.__name__}"
                sums[name] = sums.get(name, Told()) + told
                for each in told.wrong:
                    print(each, flush=True)
    for name, told in sums.items():
        print(f"{told.faults:6} {name}: {dict(told.told)}")
    total = sum(sums.values(), Told())
    print(f"{total.faults} faults in {time.monotonic() - started:.0f} s; {len(total.wrong)} wrong")
    return min(len(total.wrong), 1)


if __name__ == "__main__":
    sys.exit(main())
