"""Many processes write to one case, and are killed as they do (faults 2.A4).

python -m tests.concurrency.one_case --db sqlite --seconds 30 --seed 1
"""

from __future__ import annotations

import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from tests.concurrency.crew import Orders, Post, crew, lines
from tests.concurrency.ground import engine_over, main, opened, worker_of
from tests.concurrency.inspecting import inspected, watching
from tests.concurrency.looks import note_look, note_refusal

WORKER = worker_of("north")


def work(post: Post) -> None:
    """Write to the one case: visits, and moves that another may have made impossible; and look at it in between."""
    while post.on_duty:
        if post.chance.random() < 0.3:
            note_look(post, "one")
        elif post.chance.random() < 0.6:
            day = date(2024, 1, post.chance.randint(1, 7))
            post.ask(c.Record, WORKER, "one", record="visit", fields={"day": day, "talk": "työ"})
        else:
            trigger = post.chance.choice(["go_left", "go_right", "back"])
            called = time.time()
            if isinstance(post.ask(c.Move, WORKER, "one", trigger=trigger), Refused):
                note_refusal(post, "one", trigger, called)


def trial(
    url: str,
    folder: Path,
    *,
    seed: int = 1,
    seconds: float = 30.0,
    processes: int = 32,
    kill_every: float = 0.15,
) -> dict[str, Any]:
    """Let processes write to one case, killing one of them every so often; then look."""
    store = opened(url)
    engine_over(store).do(c.Open(case="one", actor=WORKER, client="131052-900W", pending_on=date(2024, 1, 8)))
    store.close()
    orders = Orders(
        job="tests.concurrency.one_case:work",
        url=url,
        folder=str(folder),
        processes=processes,
        seconds=seconds,
        seed=seed,
        kill_every=kill_every,
    )
    with watching(url) as seen, crew(orders) as finished:
        report = finished()
    again = sum('"again": true' in line for line in lines(folder, "acks"))
    troubles = dict(Counter(lines(folder, "troubles")))
    return {
        **report,
        **inspected(url, folder),
        **seen,
        "answered_again": again,
        "troubles": troubles,
    }


if __name__ == "__main__":
    main(trial, seconds=30.0, processes=32, kill_every=0.15)
