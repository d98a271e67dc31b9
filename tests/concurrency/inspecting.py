"""Looking at a database afterwards, and while it is written to: nothing lost, nothing twice, one coordinator."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from pathway_engine.journal.keys import keyed
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.concurrency.crew import ROOT, lines
from tests.concurrency.ground import REGISTER, keys, opened
from tests.concurrency.looks import seen, states_of


def reading_engine(url: str) -> Any:
    """Give a SQLAlchemy engine of our own, that knows nothing of the library."""
    if url.startswith("sqlite"):
        return create_engine(url, isolation_level="AUTOCOMMIT", connect_args={"timeout": 30})
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")


@contextmanager
def watching(url: str, *, places: int = 20) -> Iterator[dict[str, int]]:
    """Look all the while, from a process of its own, whether each case has one coordinator and no coach too many.

    What is given is filled at the end: how many `snapshots` were taken. Each look is one statement, and so one moment.

    Raises:
        AssertionError: Something was wrong at some moment.
    """
    opened(url).close()  # the tables are there
    command = [sys.executable, "-m", "tests.concurrency.watcher", url, str(places)]
    watcher = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    seen: dict[str, int] = {}
    try:
        yield seen
    finally:
        told, _ = watcher.communicate(timeout=60)
    assert watcher.returncode == 0
    seen |= json.loads(told)
    assert (seen.pop("not_one_coordinator"), seen.pop("over_the_limit")) == (0, 0)


def inspected(url: str, folder: Path) -> dict[str, int]:
    """Verify the whole database, and hold what was acknowledged against the journals.

    Raises:
        AssertionError: Something was lost, happened twice, or does not fit together.
    """
    findings = verify_database(url)
    assert findings == [], [finding.line("en") for finding in findings[:10]]
    store = opened(url)
    try:
        journals = _journals(store)
        acknowledged = _acknowledged(folder)
        lost = [
            key
            for key, (case, seqs, types) in acknowledged.items()
            if [journals.get(case, {}).get(seq) for seq in seqs] != types
        ]
        taken = Counter((case, seq) for case, seqs, _ in acknowledged.values() for seq in seqs)
        twice = [place for place, count in taken.items() if count > 1]
        assert (lost[:5], twice[:5]) == ([], [])
        _receipts_agree(url, acknowledged)
        _in_real_time(folder)
        looked = _looked(url, folder)
    finally:
        store.close()
    return {
        "cases": len(journals),
        "events": sum(map(len, journals.values())),
        "acknowledged": len(acknowledged),
        "lost": 0,
        "duplicated": 0,
        **looked,
    }


def _journals(store: SqlStore) -> dict[str, dict[int, str]]:
    """Give every case's journal, number -> type; the numbers are 1..n."""
    found: dict[str, dict[int, str]] = {}
    after: str | None = ""
    while after is not None:
        page = store.cases(REGISTER, after=after, limit=1000)
        for row in page.rows:
            journal: dict[int, str] = {}
            while entries := store.scan(REGISTER, row.case_id, after=len(journal)):
                journal |= {entry.seq: entry.type for entry in entries}
            assert list(journal) == list(range(1, row.version + 1))
            found[row.case_id] = journal
        after = page.after
    return found


def _acknowledged(folder: Path) -> dict[str, tuple[str, list[int], list[str]]]:
    """Give what was acknowledged, by key; a key that was answered twice was answered alike."""
    found: dict[str, tuple[str, list[int], list[str]]] = {}
    for line in lines(folder, "acks"):
        told = json.loads(line)
        answer = (told["case"], told["seqs"], told["types"])
        assert found.setdefault(told["key"], answer) == answer
    return found


def _in_real_time(folder: Path) -> None:
    """What was answered before another command was asked stands before it in the journal: one order, and the real one.

    A case's events have one order, that of their numbers; together with this every history is linearizable, case by
    case (faults 2.C23). What a predecessor was killed over is left out: nobody knows when it took effect.
    """
    told = [json.loads(line) for line in lines(folder, "acks")]
    moments: dict[str, list[tuple[float, int, int]]] = {}
    for each in told:
        if not each["again"]:
            # Asked comes before answered where the clock shows the same for both.
            moments.setdefault(each["case"], []).append((each["called"], 0, each["seqs"][0]))
            moments[each["case"]].append((each["answered"], 1, each["seqs"][-1]))
    for case, happened in moments.items():
        reached = 0
        for _, answered, seq in sorted(happened):
            if answered:
                reached = max(reached, seq)
            else:
                assert seq > reached, (case, seq, reached)


def _looked(url: str, folder: Path) -> dict[str, int]:
    """Hold what was seen meanwhile against the journals."""
    engine = reading_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT case_id, type, body FROM pathway_journal ORDER BY case_id, seq")).all()
    engine.dispose()
    return seen(folder, states_of(rows))


def _receipts_agree(url: str, acknowledged: dict[str, tuple[str, list[int], list[str]]]) -> None:
    """Every acknowledged key has its one receipt, over the events that were acknowledged."""
    engine = reading_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT key, case_id, first_seq, last_seq FROM pathway_receipts")).all()
    engine.dispose()
    receipts = {key: (case, first, last) for key, case, first, last in rows}
    for key, (case, seqs, _) in acknowledged.items():
        assert receipts[keyed(keys(), REGISTER, "key", key)] == (case, seqs[0], seqs[-1])
