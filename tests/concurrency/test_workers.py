"""Workers in processes of their own: what one holds no other gets, and whoever is stopped comes too late."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from pathway_engine.stores.sql import SqlStore
from tests.concurrency import claiming, relaying


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/cases.db"
    else:
        yield request.getfixturevalue("postgres_url")


def test_processes_that_claim_at_once_share_and_repeat_nothing(url: str, tmp_path: Path) -> None:
    """Six processes claim deadlines and messages at once: each is lent to exactly one of them."""
    claiming.trial(url, tmp_path, cases=40)


def test_relays_that_are_stopped_and_killed_skip_nothing(url: str, tmp_path: Path) -> None:
    """Relays killed, and stopped beyond their lease: every message leaves, in order, and repeats under its own id."""
    figures = relaying.trial(url, tmp_path, cases=4, processes=3, kill_every=0.4, stop_every=0.5)

    assert figures["skipped"] == 0


def test_messages_that_are_committed_out_of_order_are_not_skipped(postgres_url: str) -> None:
    """A relay that has sent a later row finds the earlier one that was committed after it (faults 0.5)."""
    SqlStore.open(postgres_url).close()
    engine = create_engine(postgres_url.replace("postgresql://", "postgresql+psycopg://"))
    early, late = engine.connect(), engine.connect()
    for connection, case in ((early, "a"), (late, "b")):
        connection.execute(text(relaying.A_CASE), {"case": case})
        connection.execute(text(relaying.A_MESSAGE), {"case": case})
    late.commit()
    store = SqlStore.open(postgres_url)
    first = relaying.claimed(store)
    early.commit()
    second = relaying.claimed(store)

    for connection in (early, late):
        connection.close()
    engine.dispose()
    store.close()
    assert (first, second) == (["b:1"], ["a:1"])
