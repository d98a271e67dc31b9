"""Killed anywhere, nothing acknowledged is lost and nothing happens twice (promises 1, 2, 4 and 9; faults 1-3)."""

from __future__ import annotations

import random

import pytest

from pathway_engine.failpoints import POINTS
from tests.faults.kills import Bench, Counts, kill, points, reached
from tests.faults.run import SEED
from tests.faults.zygote import strace

SAMPLE = 5
PLACES_ON_POSTGRESQL = 4
NO_STRACE = "strace is missing or may not trace: kills at system calls are NOT tried, only kills at failpoints"


def spread(every: list[tuple[str, str, int]], count: int) -> list[tuple[str, str, int]]:
    """Choose some points, from the first to the last, the same every time."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    size = len(every) / count
    return [every[int((part + chance.random()) * size)] for part in range(count)]


def of_each(every: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Choose one occurrence of each name, the same every time."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    names = {name: [point for point in every if point[1] == name] for _, name, _ in every}
    return [chance.choice(places) for places in names.values()]


def kill_at(bench: Bench, chosen: list[tuple[str, str, int]]) -> Counts:
    """Kill a run at each point; add up what came of it."""
    return sum((kill(bench, *point) for point in chosen), Counts())


def test_a_kill_as_a_file_is_written_loses_nothing(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Killed as it enters a write, a truncation, a removal or a sync, a run can be ended as if nothing had been."""
    if not strace():
        with capsys.disabled():
            print(f"\n{NO_STRACE}")  # noqa: T201 - nobody shall think that this was tried
    every = list(points(bench))
    calls = [point for point in every if point[0] == "call"]
    # Each kind of call once, the rare ones too; without strace as many failpoints.
    chosen = [*of_each(calls), *spread(calls or every, SAMPLE)]

    counts = kill_at(bench, chosen)

    assert counts.wrong == ()
    assert len(counts.points) == len(chosen) >= SAMPLE
    assert 0 < counts.acked <= counts.stored


def test_a_kill_at_each_failpoint_loses_nothing(bench: Bench) -> None:
    """Each named place is come to, and killed there a run can be ended as if nothing had been."""
    every = [("failpoint", name, number) for name, count in reached(bench).items() for number in range(1, count + 1)]

    counts = kill_at(bench, of_each(every))

    assert counts.wrong == ()
    assert {point.partition("@")[0] for point in counts.points} == set(POINTS)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_kill_at_every_point_loses_nothing(bench: Bench) -> None:
    """There is no call and no failpoint, at any time it is come to, where a kill loses or doubles anything."""
    assert kill_at(bench, list(points(bench))).wrong == ()


def test_a_kill_at_failpoints_on_postgresql_loses_nothing(postgres_bench: Bench) -> None:
    """The same holds when the client of a PostgreSQL server is killed."""
    every = list(points(postgres_bench))

    counts = kill_at(postgres_bench, spread(every, PLACES_ON_POSTGRESQL))

    assert counts.wrong == ()
    assert {name for _, name, _ in every} == set(POINTS)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_kill_at_every_failpoint_on_postgresql_loses_nothing(postgres_bench: Bench) -> None:
    """There is no failpoint, at any time it is come to, where a kill loses or doubles anything on PostgreSQL."""
    assert kill_at(postgres_bench, list(points(postgres_bench))).wrong == ()
