"""Relays that are killed and stopped while they send: nothing is skipped, and order within a case holds.

python -m tests.concurrency.relaying --db postgres --cases 200 --processes 8
"""

from __future__ import annotations

import json
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.errors import StoreBusy
from pathway_engine.stores.port import Store
from pathway_engine.workers import Envelope, OutboxRelay
from tests.concurrency.crew import Orders, Post, crew, lines
from tests.concurrency.ground import REGISTER, FastSources, engine_over, main, opened, worker_of
from tests.concurrency.inspecting import inspected
from tests.concurrency.rounds import must

NORTH = worker_of("north")
LEASE = timedelta(milliseconds=400)

A_CASE = """
    INSERT INTO pathway_cases (register, case_id, version, head, snapshot, pathway, definition_version, digest,
    subject_kind, client, state, organisation, role, worker, pending_on, opened_at, recorded_at, mac) VALUES ('north',
    :case, 1, '', '', '', '', '', 'client', '', 's', 'north', '', '', '2024-01-08', '2024-01-08', '2024-01-08', '')
"""
A_MESSAGE = """
    INSERT INTO pathway_outbox (register, case_id, seq, type, recorded_at)
    VALUES ('north', :case, 1, 'opened', '2024-01-08T00:00:00.000000Z')
"""


def claimed(store: Store) -> list[str]:
    """Claim and settle every message there is; give their ids."""
    now = datetime(2024, 6, 1, tzinfo=UTC)
    lent = store.claim("messages", now, 10, timedelta(minutes=5))
    for each in lent:
        assert store.settle(each, done=True, now=now)
    return [each.id for each in lent]


def work(post: Post) -> None:
    """Send, slowly enough to be stopped over a message now and then, until nothing waits."""

    def deliver(envelope: Envelope) -> None:
        post.note("sent", json.dumps([envelope["id"], envelope["subject"], envelope["data"]["seq"]]))
        time.sleep(0.005)

    relay = OutboxRelay(
        post.engine.store, deliver, engine=post.engine, lease=LEASE, backoff=timedelta(milliseconds=20), attempts=50
    )
    expected = post.orders.more["messages"]
    while post.on_duty:
        try:
            if not relay.run_once(10):
                time.sleep(0.02)
        except StoreBusy:
            post.note("troubles", "StoreBusy")
        if len({json.loads(line)[0] for line in lines(Path(post.orders.folder), "sent")}) == expected:
            post.all_done()


def trial(
    url: str,
    folder: Path,
    *,
    seed: int = 1,
    cases: int = 200,
    processes: int = 8,
    kill_every: float = 0.5,
    stop_every: float = 0.5,
) -> dict[str, Any]:
    """Fill the outbox, let relays empty it while they are killed, and stopped beyond their leases; then look."""
    messages = _filled(url, cases)
    orders = Orders(
        job="tests.concurrency.relaying:work",
        url=url,
        folder=str(folder),
        processes=processes,
        seconds=600,
        seed=seed,
        kill_every=kill_every,
        stop_every=stop_every,
        stop_for=2 * LEASE.total_seconds(),
        more={"messages": messages},
    )
    with crew(orders) as finished:
        report = finished()
    reached: Counter[str] = Counter()
    repeats = 0
    for id_, case, seq in (json.loads(line) for line in lines(folder, "sent")):
        assert id_ == f"{case}:{seq}"
        assert seq <= reached[case] + 1, f"{id_} left before the one before it"
        repeats += seq <= reached[case]
        reached[case] = max(reached[case], seq)
    skipped = messages - reached.total()
    assert skipped == 0
    return {**report, **inspected(url, folder), "messages": messages, "skipped": skipped, "sent_again": repeats}


def _filled(url: str, cases: int) -> int:
    store = opened(url)
    engine = engine_over(store, FastSources(0.0, 0.0))
    for number in range(cases):
        case = f"k{number}"
        visit = c.Record(case=case, actor=NORTH, record="visit", fields={"day": date(2024, 1, 2)})
        must(engine, c.Open(case=case, actor=NORTH, client="x", pending_on=date(2024, 1, 8)), visit, visit)
    messages = sum(row.version for row in store.cases(REGISTER, limit=1000).rows)
    store.close()
    return messages


if __name__ == "__main__":
    main(trial, cases=200, processes=8, kill_every=0.5, stop_every=0.5)
