"""A network that is slow, that breaks an answer off, or on which the server has vanished (faults 33)."""

from __future__ import annotations

import time
from threading import Timer

import pytest

from pathway_engine.engine import Done
from pathway_engine.errors import OutcomeUnknown, StoreUnavailable
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.engine.office import REGISTER
from tests.postgres import PostgresServer
from tests.postgresql.proxy import Proxy
from tests.postgresql.test_network import engine_at, opened, visit

IMPATIENT = "?tcp_user_timeout=700&keepalives_idle=1&keepalives_interval=1&keepalives_count=1"
PATIENCE = 30  # seconds: what the options above add up to, and room for a machine with much to do


def test_a_slow_network_makes_a_command_slow_and_nothing_else(proxy: Proxy, database: str) -> None:
    """With every answer late, a command takes as many delays as it has round trips, and takes effect once."""
    engine = engine_at(proxy.url(database), Keyring.made(SystemSources()))
    opened(engine)
    engine.do(visit("warm"))
    proxy.latency = 0.3
    before, began = proxy.round_trips, time.monotonic()
    assert isinstance(engine.do(visit("slow")), Done)
    took, trips = time.monotonic() - began, proxy.round_trips - before
    proxy.latency = 0.0

    assert took >= 0.3 * trips >= 0.3
    assert trips < 6
    assert len(engine.store.scan(REGISTER, "k")) == 3
    engine.store.close()


@pytest.mark.parametrize("after", [0, 1, 7, 40])
def test_an_answer_that_is_broken_off_is_told_and_the_pool_heals(
    postgres: PostgresServer, proxy: Proxy, database: str, after: int
) -> None:
    """Reset in the middle of any answer of a command: it is told, and asked again the command is there once."""
    engine = engine_at(proxy.url(database), Keyring.made(SystemSources()))
    opened(engine)
    engine.do(visit("warm"))
    for answer in range(3):
        command = visit(f"{answer}")
        proxy.reset(after)
        with pytest.raises((StoreUnavailable, OutcomeUnknown)):
            engine.do(command)
        assert isinstance(engine.do(command), Done)

    assert proxy.cuts == 3
    assert len(engine.store.scan(REGISTER, "k")) == 5
    engine.store.close()
    assert verify_database(postgres.url(database)) == []


@pytest.mark.parametrize("moment", ["before it was asked", "after it was asked"])
def test_a_server_that_has_vanished_is_given_up(proxy: Proxy, database: str, moment: str) -> None:
    """Not even told whether packets come, a command ends in the configured time; the next has a new connection."""
    engine = engine_at(proxy.url(database, IMPATIENT), Keyring.made(SystemSources()))
    opened(engine)
    engine.do(visit("warm"))
    if moment == "before it was asked":
        proxy.vanish()
    else:
        # Its answer is held back long enough to vanish meanwhile.
        proxy.latency = 2.0
        Timer(0.5, proxy.vanish).start()
    began = time.monotonic()
    with pytest.raises((StoreUnavailable, OutcomeUnknown)):
        engine.do(visit("lost"))
    assert time.monotonic() - began < PATIENCE
    proxy.latency = 0.0

    assert isinstance(engine.do(visit("lost")), Done)
    assert len(engine.store.scan(REGISTER, "k")) == 3
    engine.store.close()


def test_connections_have_limits_unless_the_host_says_otherwise(proxy: Proxy, database: str) -> None:
    """A server that vanished is given up after a minute at most; the URL may say another time."""
    for options, expected in (("", "30000"), ("?tcp_user_timeout=700", "700")):
        store = SqlStore.open(proxy.url(database, options))
        with store._work.reading() as work:
            parameters = {each.keyword: each.val for each in work.cursor.connection.pgconn.info}
        store.close()
        assert parameters[b"tcp_user_timeout"] == expected.encode()
        limits = (b"keepalives_idle", b"keepalives_interval", b"keepalives_count")
        idle, interval, count = (int(parameters[name]) for name in limits)
        assert idle + interval * count <= 60
        assert int(parameters[b"connect_timeout"]) == 10
