"""A storm of time limits: very many due at once, several workers, some of them killed (faults 2.E40).

python -m tests.concurrency.storm --db postgres --timers 100000 --processes 4
"""

from __future__ import annotations

import json
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import text

from pathway_engine.case import commands as c
from pathway_engine.definition import Pathway, load_text
from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import StoreBusy
from pathway_engine.stores.port import Wanted
from pathway_engine.workers import DeadlineWorker
from tests.concurrency.crew import Orders, Post, crew, lines
from tests.concurrency.ground import GROUND, REGISTER, FastSources, keys, main, opened, worker_of
from tests.concurrency.inspecting import inspected, reading_engine

NORTH = worker_of("north")
LEASE = timedelta(seconds=3)
EACH = 10
"""How many time limits a case has."""


def work(post: Post) -> None:
    """Tell of what is due until nothing is left, and write down how much it was."""
    worker = DeadlineWorker(post.engine, lease=LEASE)
    while post.on_duty:
        try:
            told = worker.run_once(25)
            if told:
                post.note("told", f"{time.time()} {told}")
            elif post.engine.cases(Wanted(due_before=post.engine.sources.clock()), limit=1).rows:
                time.sleep(0.05)  # what is left was lent to somebody who was killed
            else:
                post.all_done()
        except StoreBusy:
            post.note("troubles", "StoreBusy")


def trial(
    url: str,
    folder: Path,
    *,
    seed: int = 1,
    timers: int = 100_000,
    processes: int = 4,
    kill_every: float = 1.0,
    patience: float = 3600.0,
) -> dict[str, Any]:
    """Let time limits come due all at once after an outage, and workers tell them while some are killed; then look."""
    took = _arm(url, timers)
    orders = Orders(
        job="tests.concurrency.storm:work",
        url=url,
        folder=str(folder),
        processes=processes,
        seconds=patience,
        seed=seed,
        kill_every=kill_every,
    )
    with crew(orders) as finished:
        report = finished()
    stamps = [line.split() for line in lines(folder, "told")]
    times = [float(stamp) for stamp, _ in stamps]
    seconds = max(times) - min(times) if len(times) > 1 else 0.0
    effects = _effects(url)
    assert effects == Counter({1: timers}), effects
    figures = inspected(url, folder)
    return {
        **report,
        **figures,
        "each_one_effect": timers,
        "armed_per_s": round(timers / took),
        "told_per_s": round(timers / seconds) if seconds else None,
        "troubles": dict(Counter(lines(folder, "troubles"))),
    }


@cache
def stormy() -> Pathway:
    """Give a pathway where opening a case starts ten time limits at once."""
    limit = "  limit_{0}: {{fi: Raja {0}, sv: Gräns {0}, en: Limit {0}, from: pending, within: P{0}D, kind: quality}}\n"
    before, after = GROUND.split("deadlines:\n")
    _, rest = after.split("capacities:\n")
    limits = "".join(limit.format(day) for day in range(1, EACH + 1))
    return load_text(f"{before}deadlines:\n{limits}capacities:\n{rest}")


def _arm(url: str, timers: int) -> float:
    """Open cases with ten time limits each, all due long before the workers come; a hundred in one commit.

    Give how many seconds it took.
    """
    store = opened(url)
    assert store._engine is not None
    began = time.monotonic()
    sources = FastSources(0.0, 0.0, datetime(2023, 12, 1, 9, tzinfo=UTC))
    engine = PathwayEngine(store, (stormy(),), keys=keys(), register=REGISTER, sources=sources)
    cases = timers // EACH
    for first in range(0, cases, 100):
        with store._engine.begin() as connection:
            host = engine.over(store.bound(connection))
            for number in range(first, min(first + 100, cases)):
                host.do(c.Open(case=f"t{number}", actor=NORTH, client="131052-900W", pending_on=date(2023, 12, 1)))
    store.close()
    return time.monotonic() - began


def _effects(url: str) -> Counter[int]:
    """Count for each case's time limit how often it was told: effects -> how many limits had so many."""
    engine = reading_engine(url)
    told: Counter[tuple[str, str]] = Counter()
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT case_id, type, body FROM pathway_journal ORDER BY position"))
        for case, type_, body in rows:
            if type_ == "deadline_armed":
                told[case, json.loads(body)["deadline"]] += 0
            elif type_ == "deadline_missed":
                told[case, json.loads(body)["deadline"]] += 1
        waiting = connection.execute(text("SELECT count(*) FROM pathway_deadlines WHERE missed = 0")).scalar_one()
    engine.dispose()
    assert waiting == 0
    return Counter(told.values())


if __name__ == "__main__":
    main(trial, timers=100_000, processes=4, kill_every=1.0, patience=3600.0)
