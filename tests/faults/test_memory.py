"""A process that may have no more memory than it has (faults 19)."""

from __future__ import annotations

import resource
from pathlib import Path

from tests.faults.checking import broken_off, ended
from tests.faults.kills import Bench
from tests.faults.zygote import End

TYPED = {"StoreUnavailable", "StoreError", "StoreFull", "OutcomeUnknown"}


def test_no_memory_left_is_told_and_leaves_nothing_half(bench: Bench) -> None:
    """Given hardly more than it began with, a run is told by an error of ours or goes through; the next one ends it."""
    size = next(line for line in Path(f"/proc/{bench.zygote.pid}/status").read_text().splitlines() if "VmSize" in line)
    began = int(size.split()[1])
    told = set()
    for more in (0, 128, 256, 4096):
        bench.fresh()
        end = bench.run(limits=[(resource.RLIMIT_AS, (began + more) * 1024)])
        told.add(end.error.partition(":")[0].rpartition(".")[2])
        assert broken_off(bench.url, bench.folder, bench.whole) == []
        assert bench.run(attempt=1) == End(0)
        assert ended(bench.url, bench.folder, bench.whole, faults=1) == []

    # What Python itself lacks it says by an error of its own; nothing is half then, either.
    assert told <= TYPED | {"MemoryError", ""}
