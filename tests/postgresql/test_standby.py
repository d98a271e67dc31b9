"""A standby that lags behind, takes over too early, or whose old primary comes back (faults 30, 31, 35).

None of this the library can mend. What it can do is to write nowhere but at a primary, and to let those who kept
checkpoints, or a list of what they were told, see what is missing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from attrs import define, field

from pathway_engine.case import commands as c
from pathway_engine.doctor import examine
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import OutcomeUnknown, StoreUnavailable
from pathway_engine.journal.keys import Keyring, keyed
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores import open_store
from pathway_engine.verify import Evidence, verify_database
from tests.engine.office import WORKER
from tests.postgres import PostgresServer
from tests.postgresql.test_network import engine_at, opened, visit
from tests.verify.test_checkpoints import Notary

FINISH = c.Move(case="k", actor=WORKER, trigger="finish")


@define
class Pair:
    """A primary, its standby, and a host that writes to the primary and keeps a list of what it was told."""

    primary: PostgresServer
    standby: PostgresServer
    database: str
    keys: Keyring = field(factory=lambda: Keyring.made(SystemSources()))
    told: list[str] = field(factory=list)

    def engine(self, server: PostgresServer) -> PathwayEngine:
        """Give an engine over one of them."""
        return engine_at(server.url(self.database), self.keys)

    def either(self) -> str:
        """Give a URL that names both, and wants the one that takes writes."""
        hosts = f"host={self.standby.folder}&host={self.primary.folder}"
        return f"postgresql://postgres@/{self.database}?{hosts}&target_session_attrs=read-write"

    def write(self, engine: PathwayEngine, *names: str) -> None:
        """Put commands, and write down what was acknowledged."""
        for name in names:
            done = engine.do(visit(name))
            assert isinstance(done, Done)
            self.told += [f"k {event.seq} {name}" for event in done.events]

    def evidence(self, folder: Path) -> Evidence:
        """Give the list of what was acknowledged."""
        file = folder / "told.txt"
        file.write_text("\n".join(self.told))
        return Evidence(acknowledged=file, keyed=lambda register, key: keyed(self.keys, register, "key", key))

    def missing(self, url: str, folder: Path) -> set[int]:
        """Give the numbers of what was acknowledged and is not there, or is something else."""
        found = verify_database(url, evidence=self.evidence(folder))
        assert {each.code for each in found} <= {"acknowledged-missing", "acknowledged-key"}
        return {each.seq for each in found}

    def caught_up(self) -> None:
        """Wait until the standby has everything."""
        with psycopg.connect(self.primary.dsn("postgres"), autocommit=True) as connection:
            end = connection.execute("SELECT pg_current_wal_lsn()").fetchone()
        self.asked(f"SELECT pg_last_wal_replay_lsn() >= '{end[0] if end else 0}'")

    def asked(self, question: str) -> None:
        """Wait until the standby answers a question with yes."""
        patience = time.monotonic() + 60
        with psycopg.connect(self.standby.dsn("postgres"), autocommit=True) as connection:
            while connection.execute(question).fetchone() != (True,):
                assert time.monotonic() < patience
                time.sleep(0.02)


@pytest.fixture
def pair(postgres: PostgresServer) -> Iterator[Pair]:
    """Give a primary with one case, and a standby that has it."""
    # A copy of the server that is there already is made sooner than a new one.
    primary = PostgresServer(copy_of=postgres)
    primary.promote()
    standby = PostgresServer(copy_of=primary, name="second")
    pair = Pair(primary, standby, primary.make_database())
    try:
        engine = pair.engine(primary)
        opened(engine)
        engine.store.close()
        pair.caught_up()
        yield pair
    finally:
        primary.close()
        standby.close()


def test_a_standby_is_never_written_to_and_its_answers_may_be_old(pair: Pair) -> None:
    """Over a standby that lags, commands fail, and looks may be old; who asks for a primary gets it."""
    primary = pair.engine(pair.primary)
    with psycopg.connect(pair.standby.dsn("postgres"), autocommit=True) as other:
        other.execute("SELECT pg_wal_replay_pause()")
    pair.asked("SELECT pg_get_wal_replay_pause_state() = 'paused'")
    assert isinstance(primary.do(c.Move(case="k", actor=WORKER, trigger="go_right")), Done)

    behind = pair.engine(pair.standby)
    assert (primary.case("k").state, behind.case("k").state) == ("right", "start")
    with pytest.raises(StoreUnavailable):
        behind.do(visit("at the standby"))
    # What the primary would do, the old state would refuse: nothing is decided here.
    with pytest.raises(StoreUnavailable):
        behind.do(FINISH)
    assert "pg-recovery" in {each.code for each in examine(behind.store)}
    with pytest.raises(StoreUnavailable):
        open_store(f"{pair.standby.url(pair.database)}&target_session_attrs=read-write")
    found = engine_at(pair.either(), pair.keys)
    assert found.case("k").state == "right"
    assert isinstance(found.do(visit("at the primary")), Done)
    for engine in (primary, behind, found):
        engine.store.close()

    with psycopg.connect(pair.standby.dsn("postgres"), autocommit=True) as other:
        other.execute("SELECT pg_wal_replay_resume()")
    pair.caught_up()
    old_primary_acknowledges_nothing(pair)


def old_primary_acknowledges_nothing(pair: Pair) -> None:
    """A primary that has lost its synchronous standby to another line answers nobody: that keeps one line (faults 31).

    What it keeps to itself was never acknowledged, and takes effect at the new primary when it is asked again.
    """
    pair.primary.configure(synchronous_standby_names="second")
    pair.primary.reload()
    pair.standby.promote()
    astray = pair.engine(pair.primary)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(astray.do, visit("there"))
        with psycopg.connect(pair.primary.dsn("postgres"), autocommit=True) as other:
            patience = time.monotonic() + 60
            while not other.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'").fetchall():
                assert not asking.done(), asking.result()
                assert time.monotonic() < patience
                time.sleep(0.02)
        pair.primary.kill()
        with pytest.raises(OutcomeUnknown):
            asking.result(60)
    astray.store.close()
    promoted = pair.engine(pair.standby)
    again = promoted.do(visit("there"))
    assert isinstance(again, Done)
    assert not again.repeated
    promoted.store.close()


def test_what_an_asynchronous_failover_loses_is_reported(pair: Pair, tmp_path: Path) -> None:
    """What the standby had not received is named, event by event, by a list of what was told, and by a checkpoint.

    So is what an old primary tells that comes back: nothing refuses a host that still writes to it.
    """
    notary = Notary(tmp_path)
    old, new = pair.primary.url(pair.database), pair.standby.url(pair.database)
    engine = engine_at(pair.either(), pair.keys)
    pair.write(engine, "one", "two")
    pair.caught_up()
    pair.standby.stop()
    pair.write(engine, "three", "four", "five")
    checkpoint = notary.evidence(notary.sign(old))
    assert verify_database(old, evidence=pair.evidence(tmp_path)) == []

    pair.primary.kill()
    pair.standby.start()
    pair.standby.promote()

    assert verify_database(new) == []
    assert pair.missing(new, tmp_path) == {4, 5, 6}
    assert "checkpoint-cut" in {each.code for each in verify_database(new, evidence=checkpoint)}
    # The pool finds the new primary by itself; asked again under their keys, the commands take effect there.
    with pytest.raises((StoreUnavailable, OutcomeUnknown)):
        engine.do(visit("three"))
    pair.write(engine, "four", "three", "five")
    engine.store.close()

    # Split: the old primary comes back, and a host that knows no better goes on there.
    pair.primary.start()
    astray = pair.engine(pair.primary)
    pair.write(astray, "there")
    astray.store.close()
    assert [verify_database(each) for each in (new, old)] == [[], []]
    assert pair.missing(new, tmp_path) == {4, 5, 7}
    assert pair.missing(old, tmp_path) == {4, 5}
    assert {each.code for each in verify_database(new, evidence=checkpoint)} == {"checkpoint-rewritten"}
