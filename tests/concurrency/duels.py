"""What may not happen twice at the same instant: receipts of a handover, the last place, moves that lead apart.

python -m tests.concurrency.duels --db sqlite --rounds 1000
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text

from pathway_engine.case import commands as c
from pathway_engine.engine import PathwayEngine
from tests.concurrency.ground import CLIENT, PLACES, REGISTER, engine_over, main, opened, worker_of
from tests.concurrency.inspecting import inspected, reading_engine, watching
from tests.concurrency.rounds import Duel, duels, must

NORTH, SOUTH, EAST = (worker_of(name) for name in ("north", "south", "east"))
SECOND = worker_of("south", "another")
OPENED = date(2024, 1, 8)
GONE = "refused:handover-unknown"
STRANGER = "CaseNotFound"
"""To whoever has nothing to do with a case any more, it is not there."""


def opening(case: str) -> c.Open:
    """Give the command that opens a case in the north."""
    return c.Open(case=case, actor=NORTH, client="131052-900W", pending_on=OPENED)


def counted(answers: list[tuple[str, str]]) -> dict[str, int]:
    """Count how the two were answered, whoever was which."""
    return dict(Counter(" / ".join(sorted(each)) for each in answers))


# ── moves that lead apart ──────────────────────────────────────────────────────────────────────────────────────────


def moves(url: str, rounds: int) -> dict[str, int]:
    """Two writers move one case different ways: exactly one succeeds, and the other is told where the case is."""

    def ready(engine: PathwayEngine, number: int) -> Duel:
        case = f"m{number}"
        must(engine, opening(case))
        return (
            c.Move(case=case, actor=NORTH, trigger="go_left"),
            c.Move(case=case, actor=NORTH, trigger="go_right"),
        )

    answers = duels(url, rounds, ready)
    assert {tuple(sorted(each)) for each in answers} == {("done", "refused:move-not-here")}
    return counted(answers)


# ── one handover ───────────────────────────────────────────────────────────────────────────────────────────────────


def _proposed(engine: PathwayEngine, case: str, *, accepted: bool) -> None:
    must(
        engine,
        opening(case),
        c.ProposeHandover(case=case, actor=NORTH, receiver="south"),
        c.AnswerHandover(case=case, actor=CLIENT),
    )
    if accepted:
        must(engine, c.AcceptHandover(case=case, actor=SOUTH))


def _contest(case: str, number: int) -> tuple[bool, Duel, frozenset[tuple[str, str]]]:
    """Give whether the handover is accepted before, what meets, and how the two may be answered."""
    receive = c.ReceiveHandover(case=case, actor=SOUTH, without_meeting="urgent")
    contests: list[tuple[bool, Duel, set[tuple[str, str]]]] = [
        # Two of the receiving organisation: one takes the client.
        (True, (receive, c.ReceiveHandover(case=case, actor=SECOND, without_meeting="urgent")), {("done", GONE)}),
        # The one that was asked, and one that was not: to the other the case is not even there.
        (
            True,
            (receive, c.ReceiveHandover(case=case, actor=EAST, without_meeting="urgent")),
            {(STRANGER, "done")},
        ),
        # The receiver sends it on as another of them takes the client.
        (True, (receive, c.TransferHandover(case=case, actor=SECOND, to="east")), {("done", GONE), (STRANGER, "done")}),
        # The sender takes it back as the receiver takes the client.
        (True, (receive, c.CancelHandover(case=case, actor=NORTH)), {("done", GONE), (STRANGER, "done")}),
        # The sender takes it back as the receiver accepts: after the acceptance it may still be taken back.
        (
            False,
            (c.AcceptHandover(case=case, actor=SOUTH), c.CancelHandover(case=case, actor=NORTH)),
            {("done", "done"), (STRANGER, "done")},
        ),
        # Accepted twice.
        (
            False,
            (c.AcceptHandover(case=case, actor=SOUTH), c.AcceptHandover(case=case, actor=SECOND)),
            {("done", "refused:handover-status")},
        ),
    ]
    accepted, duel, possible = contests[number % len(contests)]
    return accepted, duel, frozenset(possible)


def handovers(url: str, rounds: int) -> dict[str, int]:
    """Two act on one handover at the same instant: one coordinates at every moment, and each is told what happened."""

    def ready(engine: PathwayEngine, number: int) -> Duel:
        accepted, duel, _ = _contest(f"h{number}", number)
        _proposed(engine, f"h{number}", accepted=accepted)
        return duel

    answers = duels(url, rounds, ready)
    for number, answered in enumerate(answers):
        possible = _contest("", number)[2]
        assert tuple(sorted(answered)) in possible, (number, answered)
    return counted(answers)


# ── the last place of a coach ──────────────────────────────────────────────────────────────────────────────────────


def last_place(url: str, rounds: int) -> dict[str, int]:
    """Two cases are given the last place of a coach: one gets it, and there is never one more than the limit."""
    store = opened(url)
    engine = engine_over(store)
    for number in range(PLACES - 1):
        _in_coaching(engine, f"full{number}")
        must(engine, _named(f"full{number}"))

    def ready(engine: PathwayEngine, number: int) -> Duel:
        one, other = f"a{number}", f"b{number}"
        _in_coaching(engine, one)
        _in_coaching(engine, other)
        return _named(one), _named(other)

    def free_again(engine: PathwayEngine, number: int) -> None:
        for case in (f"a{number}", f"b{number}"):
            if "coach" in engine.case(case).named:
                must(engine, c.EndRole(case=case, actor=NORTH, role="coach"))

    answers = duels(url, rounds, ready, free_again)
    assert {tuple(sorted(each)) for each in answers} == {("done", "refused:capacity-full")}
    (load,) = store.loads(REGISTER, [engine.pseudonym("coach")]).values()
    assert load == PLACES - 1
    store.close()
    return counted(answers)


def _in_coaching(engine: PathwayEngine, case: str) -> None:
    must(engine, opening(case), c.Move(case=case, actor=NORTH, trigger="coach"))


def _named(case: str, worker: str = "coach") -> c.NameWorker:
    return c.NameWorker(case=case, actor=NORTH, role="coach", worker=worker)


# ── claims in opposite order ───────────────────────────────────────────────────────────────────────────────────────


def crossed(url: str, rounds: int) -> dict[str, int]:
    """Two cases change coaches with each other: each takes up both coaches' rows, in one order, and both succeed."""
    store = opened(url)
    engine = engine_over(store)
    for case, coach in (("x", "coach-1"), ("y", "coach-2")):
        _in_coaching(engine, case)
        must(engine, _named(case, coach))
    store.close()

    def ready(_: PathwayEngine, number: int) -> Duel:
        there = ("coach-2", "coach-1") if number % 2 == 0 else ("coach-1", "coach-2")
        return _named("x", there[0]), _named("y", there[1])

    answers = duels(url, rounds, ready)
    assert set(answers) == {("done", "done")}
    return counted(answers) | {"deadlocks": _deadlocks(url)}


def _deadlocks(url: str) -> int:
    """See that PostgreSQL never had to break a deadlock; SQLite has one writer at a time."""
    if url.startswith("sqlite"):
        return 0
    engine = reading_engine(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        count = int(found.scalar_one())
    engine.dispose()
    assert count == 0
    return count


# ── the same command again ─────────────────────────────────────────────────────────────────────────────────────────


def same_key(url: str, rounds: int) -> dict[str, int]:
    """The same key from two processes: one effect and one answer; with another body the later is turned away."""

    def ready(engine: PathwayEngine, number: int) -> Duel:
        case, key = f"s{number}", f"key-{number}"
        must(engine, opening(case))
        day = date(2024, 1, 2)
        one = c.Record(case=case, actor=NORTH, record="visit", fields={"day": day}, key=key)
        if number % 2 == 0:
            return one, one
        return one, c.Record(case=case, actor=NORTH, record="visit", fields={"day": day, "talk": "muu"}, key=key)

    answers = duels(url, rounds, ready)
    for number, answered in enumerate(answers):
        wanted = ["again", "done"] if number % 2 == 0 else ["IdempotencyConflict", "done"]
        assert sorted(answered) == wanted, (number, answered)
    return counted(answers)


KINDS = {
    "moves": moves,
    "handovers": handovers,
    "last_place": last_place,
    "crossed": crossed,
    "same_key": same_key,
}


def trial(url: str, folder: Path, *, seed: int = 1, rounds: int = 1000, kinds: str = ",".join(KINDS)) -> dict[str, Any]:
    """Let each pair of commands meet so many times, looking on from outside all the while."""
    del seed  # the rounds are the same each time; who comes first is the machine's chance
    with watching(url, places=PLACES) as seen:
        answers = {kind: KINDS[kind](url, rounds) for kind in kinds.split(",")}
    return {"answers": answers, **seen, **inspected(url, folder)}


if __name__ == "__main__":
    main(trial, rounds=1000, kinds=",".join(KINDS))
