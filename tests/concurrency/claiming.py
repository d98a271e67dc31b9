"""Processes that claim what is due, and nothing else: each thing is lent to one of them (faults 2.F45)."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pathway_engine.case import commands as c
from tests.concurrency.crew import Orders, Post, crew, lines
from tests.concurrency.ground import FastSources, engine_over, main, opened, worker_of
from tests.concurrency.rounds import must

NORTH = worker_of("north")
LATER = datetime(2024, 6, 1, tzinfo=UTC)


def work(post: Post) -> None:
    """Claim a few at a time until nothing is left, and write down what was lent."""
    for kind in ("deadlines", "messages"):
        while lent := post.engine.store.claim(kind, LATER, 3, timedelta(days=1)):
            for claimed in lent:
                post.note("lent", json.dumps([kind, claimed.case_id, claimed.id]))


def trial(url: str, folder: Path, *, seed: int = 1, processes: int = 6, cases: int = 60) -> dict[str, Any]:
    """Let processes claim at once; what was lent to whom is told by them, and each thing was lent once."""
    store = opened(url)
    engine = engine_over(store, FastSources(0.0, 0.0))
    for number in range(cases):
        must(engine, c.Open(case=f"k{number}", actor=NORTH, client="x", pending_on=date(2024, 1, 8)))
    store.close()
    orders = Orders(
        job="tests.concurrency.claiming:work",
        url=url,
        folder=str(folder),
        processes=processes,
        seconds=60,
        seed=seed,
    )
    with crew(orders) as finished:
        report = finished()
    lent = Counter(tuple(json.loads(line)) for line in lines(folder, "lent"))
    assert max(lent.values()) == 1
    assert Counter(kind for kind, *_ in lent) == {"deadlines": cases, "messages": cases}
    return {**report, "lent": len(lent), "lent_twice": 0}


if __name__ == "__main__":
    main(trial, processes=6, cases=1000)
