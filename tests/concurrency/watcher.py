"""Looks at a database from outside, again and again, until its input ends; then prints what it saw, as JSON.

A process of its own: the trials fork theirs, and a forked process must have no threads.

    python -m tests.concurrency.watcher URL PLACES
"""

from __future__ import annotations

import json
import select
import sqlite3
import sys
from collections import Counter
from typing import Any

_NOT_ONE = """
    SELECT c.case_id FROM pathway_cases c LEFT JOIN pathway_holders h
    ON h.register = c.register AND h.case_id = c.case_id AND h.part = 'coordinates'
    GROUP BY c.register, c.case_id, c.organisation
    HAVING count(h.part) <> 1 OR min(h.organisation) <> c.organisation OR c.organisation = ''
"""
_TOO_MANY = "SELECT worker FROM pathway_loads WHERE load > {places} OR load < 0"

EVERY = 0.02


def connected(url: str) -> Any:
    """Give a connection that knows nothing of the library; each statement sees one moment."""
    if url.startswith("sqlite:///"):
        return sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=30)
    import psycopg

    return psycopg.connect(url, autocommit=True)


def watch(url: str, places: int) -> Counter[str]:
    """Look until the input ends: has each case one coordinator, and no coach too many cases?"""
    seen = Counter(snapshots=0, not_one_coordinator=0, over_the_limit=0)
    connection = connected(url)
    ended = False
    while not ended:
        ended = bool(select.select([sys.stdin], [], [], EVERY)[0])
        seen["not_one_coordinator"] += len(connection.execute(_NOT_ONE).fetchall())
        seen["over_the_limit"] += len(connection.execute(_TOO_MANY.format(places=places)).fetchall())
        seen["snapshots"] += 1
    connection.close()
    return seen


if __name__ == "__main__":
    print(json.dumps(watch(sys.argv[1], int(sys.argv[2]))))  # noqa: T201 - its report
