"""Two processes that do something at the very same instant, round after round, and what each was answered.

Each of the two is a process of its own with its own connection; a barrier lets both go at once. What a round needs is
made ready by the first of them.
"""

from __future__ import annotations

import multiprocessing
import queue
import traceback
from collections.abc import Callable
from threading import BrokenBarrierError
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import CaseNotFound, PathwayError
from tests.concurrency.ground import engine_over, opened

Duel = tuple[c.Command, c.Command]
Prepare = Callable[[PathwayEngine, int], Duel]
Tidy = Callable[[PathwayEngine, int], object]

_FORKING = multiprocessing.get_context("fork")
_PATIENCE = 30


def told(outcome: Done | Refused | PathwayError) -> str:
    """Say in a word what came of a command: `done`, `again`, the codes of a refusal, or the kind of fault."""
    if isinstance(outcome, Done):
        return "again" if outcome.repeated else "done"
    if isinstance(outcome, Refused):
        return "refused:" + ",".join(sorted({reason.code for reason in outcome.reasons}))
    return type(outcome).__name__


def put(engine: PathwayEngine, command: c.Command) -> str:
    """Put a command; a typed fault is an answer too."""
    try:
        return told(engine.do(command))
    except (PathwayError, CaseNotFound) as fault:
        return told(fault)


def must(engine: PathwayEngine, *commands: c.Command) -> None:
    """Put commands that all take effect."""
    for command in commands:
        outcome = engine.do(command)
        assert isinstance(outcome, Done), (command, outcome)


def duels(url: str, rounds: int, prepare: Prepare, tidy: Tidy | None = None) -> list[tuple[str, str]]:
    """Let two commands meet in every round.

    Args:
        url: The database.
        rounds: How many.
        prepare: Makes a round ready and gives its two commands; called in both processes, with an engine in the first
            and with one that remembers nothing in the second: it must give the same commands in both.
        tidy: Called by the first process after a round.

    Returns:
        What the two were answered, round by round.
    """
    barrier = _FORKING.Barrier(2)
    answers: Any = _FORKING.Queue()
    both = [
        _FORKING.Process(target=_one_side, args=(side, url, rounds, prepare, tidy, barrier, answers)) for side in (0, 1)
    ]
    for process in both:
        process.start()
    found: list[dict[int, str]] = [{}, {}]
    try:
        for _ in range(2 * rounds):
            side, number, answer = answers.get(timeout=_PATIENCE)
            assert number >= 0, answer
            found[side][number] = answer
    except queue.Empty:
        raise AssertionError("a round did not come to its end") from None
    finally:
        for process in both:
            process.join(5)
            process.kill()
    return [(found[0][number], found[1][number]) for number in range(rounds)]


def _one_side(
    side: int, url: str, rounds: int, prepare: Prepare, tidy: Tidy | None, barrier: Any, answers: Any
) -> None:
    store = opened(url)
    engine = engine_over(store)
    try:
        for number in range(rounds):
            commands = prepare(engine, number) if side == 0 else None
            # Ready: what the first has made, the second only describes.
            barrier.wait(_PATIENCE)
            commands = commands or prepare(_Describing(), number)  # type: ignore[arg-type]
            barrier.wait(_PATIENCE)
            answers.put((side, number, put(engine, commands[side])))
            barrier.wait(_PATIENCE)
            if side == 0 and tidy is not None:
                tidy(engine, number)
    except BrokenBarrierError:
        pass  # the other side tells why
    except BaseException:  # noqa: BLE001 - it is told to the one who waits
        answers.put((side, -1, traceback.format_exc()))
        barrier.abort()
    finally:
        store.close()


class _Describing:
    """Stands in for an engine where commands are only described: it takes every command and does nothing."""

    def do(self, _: c.Command) -> Done:
        return Done(case=None, events=())  # type: ignore[arg-type]  # nobody looks at it
