"""Sessions ended, servers restarted, a primary lost: nothing acknowledged is lost, nothing happens twice."""

from __future__ import annotations

import os

from tests.postgres import PostgresServer
from tests.postgresql.fire import under_failover, under_terminations

LONG = bool(os.environ.get("PATHWAY_SOAK"))


def test_ended_sessions_and_restarts_lose_and_double_nothing(postgres_alone: PostgresServer) -> None:
    """While sessions are ended and the server is restarted, each command asked again with its key has one effect."""
    fire, ended = under_terminations(postgres_alone, 40 if LONG else 4, seed=1, restarts=8 if LONG else 2)
    assert ended > 5
    assert len(fire.acknowledged) > 20
    assert fire.troubles
    assert fire.broken["one process killed"]


def test_a_failover_to_a_synchronous_standby_loses_nothing() -> None:
    """The primary is killed for good and its synchronous standby takes over: whatever was acknowledged is there."""
    fire = under_failover(30 if LONG else 4)
    assert len(fire.acknowledged) > 20
    assert fire.troubles
