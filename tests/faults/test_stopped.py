"""A process that stands still in the middle of a write, and one that forks (faults 6 and 10)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import Done
from pathway_engine.errors import StoreBusy
from pathway_engine.failpoints import VARIABLE
from tests.faults.checking import ended
from tests.faults.kills import Bench
from tests.faults.run import IDENTITY, WARM, WORKER, Run
from tests.faults.zygote import ROOT, End

PATIENCE = 0.5
STANDS_AT = "work.before_commit=stop@12"


@contextmanager
def standing_still(bench: Bench) -> Iterator[subprocess.Popen[bytes]]:
    """Give a process of its own that has stopped in the middle of a transaction, by the variable of failpoints."""
    bench.fresh()
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.run", bench.url, str(bench.folder)],
        cwd=ROOT,
        env=os.environ | {VARIABLE: STANDS_AT},
    )
    try:
        until = time.monotonic() + 60
        while _state(writer.pid) != "T":
            assert writer.poll() is None, "the writer did not stop"
            assert time.monotonic() < until
            time.sleep(0.01)
        yield writer
    finally:
        writer.kill()
        writer.wait(10)


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.fixture
def other(bench: Bench, tmp_path: Path) -> Run:
    """Give another process's engine, which waits for a lock no longer than `PATIENCE`; it is opened by the test."""
    return Run(bench.url, tmp_path, attempt=1, busy_timeout=PATIENCE)


def opening() -> c.Open:
    """Give a command on a case of its own."""
    return c.Open(case="other", actor=WORKER, pathway="crossing", client=IDENTITY, key="other")


def test_a_writer_that_stands_still_is_waited_for_as_long_as_was_said(bench: Bench, other: Run) -> None:
    """Others are told `StoreBusy` in the configured time and read meanwhile; after a kill the lock is free at once."""
    with standing_still(bench) as writer:
        other.open()
        began = time.monotonic()
        with pytest.raises(StoreBusy):
            other.engine.do(opening())
        waited = time.monotonic() - began
        # Never given up before; how much later is the machine's affair, not for ever.
        assert PATIENCE * 0.8 < waited < PATIENCE + 60
        assert other.engine.case(WARM).version > 0

        writer.kill()
        writer.wait(10)
        assert isinstance(other.engine.do(opening()), Done)
    other.close()


def test_a_writer_that_goes_on_again_ends_its_run(bench: Bench, other: Run) -> None:
    """Stopped and continued, it commits what it had begun, though others were turned away meanwhile."""
    with standing_still(bench) as writer:
        other.open()
        with pytest.raises(StoreBusy):
            other.engine.do(opening())
        other.close()
        writer.send_signal(signal.SIGCONT)
        assert writer.wait(60) == 0

    assert ended(bench.url, bench.folder, bench.whole, faults=0) == []


# The test runner has threads of its own, of which newer versions of Python warn when a process forks.
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_child_of_a_fork_works_with_connections_of_its_own(bench: Bench, tmp_path: Path) -> None:
    """Forked with an open engine, parent and child both go on, and both writes are there (faults 10)."""
    bench.fresh()
    run = Run(bench.url, tmp_path)
    run.open()
    run.paths()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        try:
            run.sources = type(run.sources)("child", run.sources.clock())
            run.engine.sources = run.sources
            assert run.engine.do(opening()).case.id == "other"  # type: ignore[union-attr]
        except BaseException:  # noqa: BLE001 - the child tells by its exit code
            os._exit(1)
        os._exit(0)
    run.handover()
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert run.engine.case("other").version > 0
    run.close()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_child_forked_from_an_engine_on_postgresql_shares_no_connection(
    postgres_bench: Bench, tmp_path: Path
) -> None:
    """The same over a PostgreSQL server: the child's end does not close the parent's connections."""
    test_a_child_of_a_fork_works_with_connections_of_its_own(postgres_bench, tmp_path)
    assert postgres_bench.run(attempt=1) == End(0)
