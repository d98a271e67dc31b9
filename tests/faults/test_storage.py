"""A disk that fails or is full, files that may not be written, too few that may be open.

Promises 1, 2 and 5; faults 11-15 and 19.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import small_disk
from tests.faults.checking import books, broken_off, ended
from tests.faults.kills import Bench, count_calls
from tests.faults.run import SEED, read_lines
from tests.faults.storage import FAULTS, Told, fail_for_good, fail_once, faults
from tests.faults.zygote import ROOT, End, strace

SAMPLE = 1
NOBODY = 65534

with_strace = pytest.mark.skipif(not strace(), reason="strace is missing or may not trace: no faults at system calls")
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else, or mount a disk")


def sample(bench: Bench, call: str, error: str) -> list[tuple[str, str, int]]:
    """Choose some times that the run makes a call, from the first to the last, the same every time."""
    chance = random.Random(f"{SEED} {call} {error}")  # noqa: S311 - a sample, no secret
    count = count_calls(bench, (call,))[call]
    size = count / min(SAMPLE, count)
    return [(call, error, 1 + int((part + chance.random()) * size)) for part in range(min(SAMPLE, count))]


@with_strace
@pytest.mark.parametrize("way", [fail_once, fail_for_good])
@pytest.mark.parametrize(("call", "error"), FAULTS)
def test_a_failing_disk_is_told_and_nothing_is_lost(
    bench: Bench, call: str, error: str, way: Callable[..., Told]
) -> None:
    """Every fault is told by its type; asked again under the same key the command is there once."""
    told = sum((way(bench, *each) for each in sample(bench, call, error)), Told())

    assert told.wrong == ()


@with_strace
@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_disk_failing_at_any_call_is_told_and_nothing_is_lost(bench: Bench) -> None:
    """The same at every call of the run."""
    every = [way(bench, *fault) for fault in faults(bench) for way in (fail_once, fail_for_good)]

    assert sum(every, Told()).wrong == ()


@with_strace
def test_an_answer_lost_while_syncing_is_unknown_and_the_key_tells(bench: Bench) -> None:
    """When the sync of a commit fails the outcome is told as unknown, and asking again settles it (faults 13)."""
    syncs = count_calls(bench, ("fdatasync",))["fdatasync"]

    # In the first part hosts ask; later it is workers, who bear a fault by themselves.
    told = fail_once(bench, "fdatasync", "EIO", syncs // 5)

    assert told.wrong == ()
    assert told.told == {"OutcomeUnknown": 1}


@with_strace
def test_a_fault_while_recovering_from_a_kill_is_recovered_from(bench: Bench) -> None:
    """Killed, and then failing as it opens what the kill left: the third process has everything (faults 14)."""
    kill = "work.before_commit=kill@25"
    wrong = []
    for call, error, number in (
        ("pread64", "EIO", 40),
        ("pwrite64", "ENOSPC", 1),
        ("fdatasync", "EIO", 1),
    ):
        bench.fresh()
        assert bench.run(failpoints=kill).killed
        tracing = bench.tracing(call, "/dev/null", "-e", f"inject={call}:error={error}:when={number}+")
        second = bench.run(attempt=1, tracing=tracing)
        if second != End(0) and "pathway_engine.errors.Store" not in second.error:
            wrong += [] if "OutcomeUnknown" in second.error else [f"{call} {error} {number}: {second}"]
        assert bench.run(attempt=2) == End(0)
        wrong += ended(bench.url, bench.folder, bench.whole, faults=2)

    assert wrong == []


@with_strace
def test_a_kill_while_recovering_from_a_kill_loses_nothing(bench: Bench) -> None:
    """Killed again as it enters the first, the second, … write after a kill: the third process has everything."""
    for number in (1, 7):
        bench.fresh()
        assert bench.run(failpoints="append.after_entries=kill@20").killed
        tracing = bench.tracing("pwrite64", "/dev/null", "-e", f"inject=pwrite64:signal=SIGKILL:when={number}")
        assert bench.run(attempt=1, tracing=tracing).killed
        assert broken_off(bench.url, bench.folder, bench.whole) == []
        assert bench.run(attempt=2) == End(0)
        assert ended(bench.url, bench.folder, bench.whole, faults=2) == []


@as_root
@pytest.mark.skipif(not small_disk.possible(), reason="no mounts of our own may be made here")
def test_a_small_disk_that_fills_up_is_told_and_goes_on_when_there_is_room() -> None:
    """On a small disk: `StoreFull`, reading works, and once there is room the same engine goes on (faults 11, 15)."""
    command = ["unshare", "-m", sys.executable, "-m", "tests.faults.small_disk"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kilobytes", [100, 400])
def test_a_file_that_may_not_grow_is_a_fault_of_the_store(bench: Bench, kilobytes: int) -> None:
    """A limit on the size of files is met as a failing disk is: this needs neither strace nor root."""
    bench.fresh()
    end = bench.run(limits=[(resource.RLIMIT_FSIZE, kilobytes * 1024)])

    assert end.error.startswith(("pathway_engine.errors.StoreUnavailable", "pathway_engine.errors.OutcomeUnknown"))
    assert broken_off(bench.url, bench.folder, bench.whole) == []
    assert bench.run(attempt=1) == End(0)
    assert ended(bench.url, bench.folder, bench.whole, faults=1) == []


def test_no_file_left_to_open_is_a_fault_of_the_store(bench: Bench) -> None:
    """With too few file descriptors opening fails by its type; with enough the run goes through (faults 19)."""
    ends = []
    for most in range(7, 13):
        bench.fresh()
        ends.append(bench.run(limits=[(resource.RLIMIT_NOFILE, most)]))
        if ends[-1].error.startswith("builtins.OSError"):
            ends.pop()  # it could not even write down what was acknowledged
        else:
            assert broken_off(bench.url, bench.folder, bench.whole) == []

    assert {end.error.partition(":")[0] for end in ends} == {"pathway_engine.errors.StoreUnavailable", ""}
    assert ends[-1] == End(0)


@as_root
@pytest.mark.parametrize(
    ("file", "folder", "left", "outcome"),
    [
        (0o600, 0o755, "closed", "told"),
        (0o444, 0o755, "closed", "told"),
        (0o666, 0o755, "closed", "told"),
        (0o666, 0o777, "closed", "goes on"),
        (0o444, 0o755, "killed", "told"),
        (0o666, 0o755, "killed", "goes on"),
    ],
)
def test_a_file_or_folder_that_may_not_be_written_is_told(
    bench: Bench, file: int, folder: int, left: str, outcome: str
) -> None:
    """Whoever may not write the file, or make the log of writes beside it, is told so; nothing changes (faults 15)."""
    bench.folder.parent.chmod(0o755)
    bench.fresh()
    first = bench.run(failpoints="work.before_commit=kill@30" if left == "killed" else "")
    assert first.killed == (left == "killed")
    # A reader of the file itself would tidy up behind it: the copy is read.
    copy = Path(shutil.copytree(bench.database.parent, bench.folder / "copy"))
    before = books(f"sqlite:///{copy / bench.database.name}")
    bench.folder.chmod(0o777)
    for each in (*bench.folder.iterdir(), *bench.database.parent.iterdir()):
        each.chmod(0o777)
    for each in bench.database.parent.iterdir():
        each.chmod(file)
    bench.database.parent.chmod(folder)

    end = bench.run(attempt=1, uid=NOBODY)

    assert (end == End(0)) == (outcome == "goes on")
    if outcome == "told":
        assert end.error.startswith("pathway_engine.errors.StoreUnavailable")
        assert books(bench.url) == before
        assert {line["error"] for line in read_lines(bench.folder / "errors")} == {"StoreUnavailable"}
