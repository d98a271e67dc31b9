"""Processes work on many cases at once, with handovers, time limits and messages, and are killed (faults 2.A5).

python -m tests.concurrency.many_cases --db postgres --seconds 30 --seed 1
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text

from pathway_engine.case import commands as c
from pathway_engine.case.model import Case
from pathway_engine.errors import CaseNotFound, StoreBusy
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay
from tests.concurrency.crew import Orders, Post, crew, lines
from tests.concurrency.ground import CLIENT, REGISTER, FastSources, engine_over, main, opened, worker_of
from tests.concurrency.inspecting import inspected, reading_engine, watching
from tests.concurrency.looks import note_list

PEOPLE = {name: worker_of(name) for name in ("north", "south", "east")}
LEASE = timedelta(seconds=2)
HOT = 8


def work(post: Post) -> None:
    """Do something to some case, as somebody who may or may not; now and then see to time limits and messages."""
    engine, chance = post.engine, post.chance
    deadlines = DeadlineWorker(engine, lease=timedelta(days=8))  # of the fast clock, which is two seconds

    def deliver(envelope: Envelope) -> None:
        post.note("sent", json.dumps([envelope["subject"], envelope["data"]["seq"]]))

    relay = OutboxRelay(engine.store, deliver, engine=engine, lease=LEASE, backoff=timedelta(milliseconds=50))
    while post.on_duty:
        try:
            if chance.random() < 0.05:
                deadlines.run_once(5)
            elif chance.random() < 0.1:
                relay.run_once(10)
            elif chance.random() < 0.05:
                note_list(post)
            else:
                _something(post)
        except StoreBusy:
            post.note("troubles", "StoreBusy")


Asked = tuple[type[c.Command], c.Actor, dict[str, Any]]


def _something(post: Post) -> None:
    chance = post.chance
    # Half of the time everybody turns to the same few cases, so that they meet there.
    case = f"k{chance.randrange(post.orders.more['cases'] if chance.random() < 0.5 else HOT)}"
    actor = PEOPLE[chance.choice(sorted(PEOPLE))]
    other = chance.choice(sorted(PEOPLE))
    anything: list[Asked] = [
        (c.Record, actor, {"record": "visit", "fields": {"day": date(2024, 1, 2), "talk": "työ"}}),
        (c.Move, actor, {"trigger": chance.choice(["go_left", "go_right", "back"])}),
        (c.ProposeHandover, actor, {"receiver": other, "extract": ("visit",), "basis": "share"}),
        (c.AcceptHandover, actor, {}),
        (c.ReceiveHandover, actor, {"without_meeting": "urgent"}),
        (c.CancelHandover, actor, {}),
        (c.GivePermit, CLIENT, {"kind": "share", "recipient": other}),
        (c.WithdrawPermit, CLIENT, {"permit": "share"}),
    ]
    likely = _likely(post.engine.case(case), other, chance) if chance.random() < 0.6 else None
    kind, who, more = likely or chance.choice(anything)
    with suppress(CaseNotFound):  # it is none of that organisation's business
        post.ask(kind, who, case, **more)


def _likely(case: Case, other: str, chance: Random) -> Asked | None:
    """Give the next step of a case's handover, by one who may take it; by then another may have taken it."""
    held = case.handover_of("case")
    sender = PEOPLE[case.coordinator.organisation]
    if held is None:
        return c.ProposeHandover, sender, {"receiver": other, "extract": ("visit",), "basis": "share"}
    receiver = PEOPLE[held.receiver]
    steps: dict[str, Asked] = {
        "requested": (c.AnswerHandover, CLIENT, {"answer": chance.choice(["agreed", "agreed", "waived", "declined"])}),
        "agreed": (c.AcceptHandover, receiver, {}),
        "accepted": (c.ReceiveHandover, receiver, {"without_meeting": "urgent"}),
    }
    return steps.get(held.status)


def trial(
    url: str,
    folder: Path,
    *,
    seed: int = 1,
    seconds: float = 30.0,
    processes: int = 16,
    cases: int = 200,
    kill_every: float = 0.15,
) -> dict[str, Any]:
    """Let processes work on many cases, killing one of them every so often; then look, and send and tell the rest."""
    _open(url, cases)
    orders = Orders(
        job="tests.concurrency.many_cases:work",
        url=url,
        folder=str(folder),
        processes=processes,
        seconds=seconds,
        seed=seed,
        kill_every=kill_every,
        rate=4 * timedelta(days=1).total_seconds(),
        more={"cases": cases},
    )
    with watching(url) as seen, crew(orders) as finished:
        report = finished()
    figures = inspected(url, folder)
    sent = _sent_in_order(url, folder)
    kinds = _kinds(url)
    troubles = dict(Counter(lines(folder, "troubles")))
    return {**report, **figures, **seen, **sent, **kinds, "troubles": troubles}


def _open(url: str, cases: int) -> None:
    store = opened(url)
    engine = engine_over(store, FastSources(0.0, 0.0))
    for number in range(cases):
        engine.do(c.Open(case=f"k{number}", actor=PEOPLE["north"], client="131052-900W", pending_on=date(2024, 1, 8)))
    store.close()


def _sent_in_order(url: str, folder: Path) -> dict[str, int]:
    """See that the first time each message left, all before it in its case had left, or are marked as withheld."""
    engine = reading_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT case_id, seq FROM pathway_outbox WHERE withheld_at IS NOT NULL")).all()
    engine.dispose()
    withheld = {(case, seq) for case, seq in rows}
    reached: Counter[str] = Counter()
    sent = [json.loads(line) for line in lines(folder, "sent")]
    repeats = 0
    for case, seq in sent:
        assert (case, seq) not in withheld
        while (case, reached[case] + 1) in withheld:
            reached[case] += 1
        assert seq <= reached[case] + 1, (case, seq)
        repeats += seq <= reached[case]
        reached[case] = max(reached[case], seq)
    return {"sent": len(sent) - repeats, "sent_again": repeats, "messages_withheld": len(withheld)}


def _kinds(url: str) -> dict[str, int]:
    """Count what happened, and see that no time limit was told twice."""
    store = opened(url)
    counts: Counter[str] = Counter()
    for row in store.cases(REGISTER, limit=1000).rows:
        armed: Counter[str] = Counter()
        for entry in store.scan(REGISTER, row.case_id):
            counts[entry.type] += 1
            if entry.type in {"deadline_armed", "deadline_missed"}:
                name = json.loads(entry.body)["deadline"]
                armed[name] += 1 if entry.type == "deadline_armed" else -1
                assert armed[name] >= 0, (row.case_id, name)
    store.close()
    names = {
        "deadline_missed": "told",
        "coordination_passed": "handed_over",
        "extract_disclosed": "passed",
        "disclosure_withheld": "withheld",
    }
    return {name: counts[type_] for type_, name in names.items()}


if __name__ == "__main__":
    main(trial, seconds=30.0, processes=16, cases=200, kill_every=0.15)
