"""A process with everything imported, that has children run and die in its place: starting Python anew costs a second.

A child is stopped before it begins, so that `strace` can be attached to it first and every call it makes is counted.
"""

from __future__ import annotations

__all__ = ["End", "Zygote", "strace"]

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from attrs import frozen

ROOT = Path(__file__).parents[2]


def strace() -> str:
    """Give the path of strace; empty where it is not, or may not trace."""
    found = shutil.which("strace")
    if found and subprocess.run([found, "-qq", "-o", os.devnull, "true"], check=False, capture_output=True).returncode:
        return ""
    return found or ""


@frozen
class End:
    """How a child ended.

    Args:
        status: Its exit code; negative when a signal ended it.
        error: The exception that ended it: module and class, and its message.
    """

    status: int
    error: str = ""

    @property
    def killed(self) -> bool:
        """True when SIGKILL ended it."""
        return self.status == -signal.SIGKILL


class Zygote:
    """Has children run, one at a time."""

    def __init__(self) -> None:
        environment = os.environ | {"PATHWAY_FAILPOINTS": ""}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, url: str, folder: Path, *, tracing: Sequence[str] = (), failpoints: str = "", **more: Any) -> End:
        """Have a child do the run.

        Args:
            url: The database.
            folder: Where it writes down what was acknowledged.
            tracing: Arguments for strace, which is attached when there are any.
            failpoints: What PATHWAY_FAILPOINTS would hold.
            more: Arguments of `Run`. Besides, `counting` has it written down how often each failpoint is reached,
                `limits` is a list of what `resource.setrlimit` is given, and `uid` is whom to become.
        """
        asked = {"url": url, "folder": str(folder), "tracing": list(tracing), "failpoints": failpoints, **more}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the zygote is gone"
        return End(**json.loads(answer))

    @property
    def pid(self) -> int:
        """Its own process, which children begin as copies of."""
        return self._process.pid

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """End it."""
        self.close()


# ── in the zygote's own process ────────────────────────────────────────────────────────────────────────────────────


def _serve() -> None:
    from tests.faults import run

    # What workers warn of is in the runs' own books.
    logging.getLogger("pathway_engine").addHandler(logging.NullHandler())
    logging.getLogger("pathway_engine").propagate = False
    run.definitions()
    _warm_up(run.Run)
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(_child(run.Run, asked)), flush=True)  # noqa: T201 - its answer


def _warm_up(run: Callable[..., Any]) -> None:
    """Have everything imported and compiled that a first run imports and compiles."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        run(f"sqlite:///{folder}/warm.db", Path(folder)).go()


def _child(run: Callable[..., Any], asked: dict[str, Any]) -> dict[str, Any]:
    tracing = asked.pop("tracing")
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _run(run, asked, tell)
    os.close(tell)
    _, status = os.waitpid(child, os.WUNTRACED)
    tracer = _attach(tracing, child) if tracing and os.WIFSTOPPED(status) else None
    os.kill(child, signal.SIGCONT)
    if tracer is not None:
        # A tracer reaps nothing for us, but it must be gone before its counts are read.
        tracer.wait()
    _, status = os.waitpid(child, 0)
    with os.fdopen(told) as pipe:
        return {"status": os.waitstatus_to_exitcode(status), "error": pipe.read()}


def _attach(tracing: Sequence[str], child: int) -> subprocess.Popen[bytes]:
    tracer = subprocess.Popen(
        ["strace", *tracing, "-p", str(child)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert tracer.stderr is not None
    line = tracer.stderr.readline()
    if b"attached" not in line:
        raise RuntimeError(line + tracer.stderr.read())
    # The rest is about what ended: nobody reads it, and a full pipe must not hold it up.
    os.set_blocking(tracer.stderr.fileno(), False)
    until = time.monotonic() + 60
    while b"TracerPid:\t0\n" in Path(f"/proc/{child}/status").read_bytes():
        if time.monotonic() > until:
            raise RuntimeError("strace did not take hold")
        time.sleep(0.001)
    return tracer


def _run(run: Callable[..., Any], asked: dict[str, Any], tell: int) -> None:
    """Do the run, in the child; never come back."""
    from pathway_engine import failpoints

    code = 1
    try:
        # As servers do: what is under way is broken off by an exception, wherever it is.
        signal.signal(signal.SIGTERM, (lambda *_: sys.exit(143)) if asked.get("interrupted") else signal.SIG_DFL)
        failpoints._faults = failpoints.read(asked.pop("failpoints"))
        failpoints._reached.clear()
        counting = asked.pop("counting", False)
        failpoints.armed = bool(failpoints._faults) or counting
        _confine(asked)
        os.kill(os.getpid(), signal.SIGSTOP)
        folder = Path(asked.pop("folder"))
        run(asked.pop("url"), folder, **asked).go()
        if counting:
            (folder / "reached").write_text(json.dumps(failpoints._reached))
        code = 0
    except BaseException as error:  # noqa: BLE001 - told to whoever asked
        os.write(tell, f"{type(error).__module__}.{type(error).__qualname__}: {error}".encode()[:4000])
    finally:
        os._exit(code)


def _confine(asked: dict[str, Any]) -> None:
    import resource

    for which, most in asked.pop("limits", []):
        resource.setrlimit(which, (most, most))
    uid = asked.pop("uid", None)
    if uid is not None:
        os.setgroups([])
        os.setgid(uid)
        os.setuid(uid)


if __name__ == "__main__":
    _serve()
