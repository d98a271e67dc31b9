"""A program that forks processes to be killed, or to do the same all at once: `python -m tests.migrations.forking`.

It reads orders as JSON, one a line, and answers each with a line. What is costly to import is imported once, before
the forks; they share nothing else.
"""

from __future__ import annotations

__all__ = ["Forks"]

import gc
import itertools
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa

from pathway_engine.stores.conformance.making import Book, opening
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.migrations import upgrade
from tests.migrations.databases import MADE_UP, described, engine_at

ROOT = Path(__file__).parents[2]


class Forks:
    """The program, seen from a test."""

    def __enter__(self) -> Self:
        """Start it."""
        command = [sys.executable, "-m", "tests.migrations.forking"]
        self._program = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._program.communicate(timeout=60)

    def migrate(self, url: str, version: int, kill_at: int) -> bool:
        """Migrate in a process that is killed before its nth statement that writes, or commit; tell whether it was.

        Before a statement that only reads, the database stands as before the next that writes.
        """
        return bool(self._ask({"do": "migrate", "url": url, "version": version, "kill_at": kill_at}))

    def open(self, url: str, processes: int) -> list[str]:
        """Open a database in many processes at the same moment, and write in each; give what they raised."""
        return list(self._ask({"do": "open", "url": url, "processes": processes}))

    def _ask(self, order: dict[str, Any]) -> Any:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(f"{json.dumps(order)}\n")
        self._program.stdin.flush()
        return json.loads(self._program.stdout.readline())


def main() -> None:
    """Carry out orders until there are no more."""
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        killing = order.pop("do") == "migrate"
        answer = _wait(_forked(partial(_migrate, **order))) if killing else _open(**order)
        print(json.dumps(answer), flush=True)  # noqa: T201 - the answer


def _forked(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - told on stderr; the parent sees the status
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


def _wait(child: int) -> bool:
    """Tell whether it was killed; it may not fail."""
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if not killed and status:
        raise SystemExit(f"a child failed: {status}")
    return killed


def _migrate(url: str, version: int, kill_at: int) -> None:
    places = itertools.count(1)

    def reach(*_: object) -> None:
        if next(places) == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.lstrip().startswith(("SELECT", "PRAGMA")):
            reach()

    with engine_at(url) as engine:
        sa.event.listen(engine, "before_cursor_execute", before)
        sa.event.listen(engine, "commit", reach)
        with engine.begin() as connection:
            upgrade(connection, described(version), MADE_UP, patience=20)
        reach()


def _open(url: str, processes: int) -> list[str]:
    wait, go = os.pipe()
    tell, told = os.pipe()

    def work(number: int) -> None:
        os.close(go)
        os.read(wait, 1)
        try:
            store = SqlStore.open(url, busy_timeout=60)
            store.append(Book(f"case-{number}").write(opening()))
            store.close()
        except BaseException as error:  # noqa: BLE001 - told to the test
            os.write(told, f"{type(error).__name__}: {error}\n".encode())

    children = [_forked(partial(work, number)) for number in range(processes)]
    os.close(go)
    os.close(told)
    with os.fdopen(tell, encoding="utf-8") as faults:
        found = faults.read().splitlines()
    os.close(wait)
    for each in children:
        _wait(each)
    return found


if __name__ == "__main__":
    main()
