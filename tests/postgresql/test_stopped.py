"""A client of PostgreSQL that is stopped in the middle of a write, while it holds the row of a case (faults 7)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pathway_engine.doctor import examine
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import StoreBusy
from pathway_engine.failpoints import VARIABLE
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.probing import probing
from pathway_engine.verify import verify_database
from tests.engine.office import REGISTER
from tests.faults.zygote import ROOT
from tests.postgresql.test_network import engine_at, opened, visit

HOLDS = 1.0
"""How long the writer that is stopped may hold a row, in seconds."""

WRITER = """
import sys
from tests.postgresql.test_stopped import keys
from tests.postgresql.test_network import visit
from tests.engine.office import crossing, REGISTER
from pathway_engine.engine import PathwayEngine
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.probing import probing
from pathway_engine.verify import verify_database
store = SqlStore.open(sys.argv[1], busy_timeout=float(sys.argv[2]))
try:
    PathwayEngine(store, [crossing()], keys=keys(), register=REGISTER).do(visit("stopped"))
except Exception as error:
    print(type(error).__name__)
else:
    print("Done")
"""


def keys() -> Keyring:
    """Give the same keys to every process."""
    return Keyring.made(SeededSources("stopped"))


@contextmanager
def stopped_at(url: str, place: str) -> Iterator[subprocess.Popen[str]]:
    """Give a process that has stopped at a place of its write."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, url, str(HOLDS)],
        cwd=ROOT,
        env=os.environ | {VARIABLE: f"{place}=stop"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        until = time.monotonic() + 60
        while Path(f"/proc/{writer.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
            assert writer.poll() is None, "the writer did not stop"
            assert time.monotonic() < until
            time.sleep(0.01)
        yield writer
    finally:
        writer.kill()
        writer.communicate(timeout=10)


def test_a_writer_that_stands_still_before_its_commit_loses_the_case(postgres_url: str) -> None:
    """The server ends its session in the configured time; when it goes on it fails, and has written nothing."""
    engine = engine_at(postgres_url, keys())
    opened(engine)
    with stopped_at(postgres_url, "work.before_commit") as writer:
        assert engine.case("k").version == 1
        # Whoever waits longer than the writer may hold the row gets it.
        assert isinstance(engine.do(visit("other")), Done)
        writer.send_signal(signal.SIGCONT)
        told, _ = writer.communicate(timeout=60)

    assert told.strip() == "OutcomeUnknown"
    assert len(engine.store.scan(REGISTER, "k")) == 2
    again = engine.do(visit("stopped"))
    assert isinstance(again, Done)
    assert not again.repeated
    engine.store.close()
    assert verify_database(postgres_url) == []


@pytest.mark.parametrize("then", [signal.SIGKILL, signal.SIGCONT], ids=["killed", "continued"])
def test_a_writer_that_stands_still_while_it_sends_holds_the_case_until_it_ends(
    postgres_url: str, then: signal.Signals
) -> None:
    """Others are told `StoreBusy` and read meanwhile; killed, it has written nothing; continued, it has."""
    engine = engine_at(postgres_url, keys())
    opened(engine)
    with stopped_at(postgres_url, "append.after_case") as writer:
        impatient = engine.over(SqlStore.open(postgres_url, busy_timeout=0.3))
        with pytest.raises(StoreBusy):
            impatient.do(visit("other"))
        assert impatient.case("k").version == 1
        impatient.store.close()
        writer.send_signal(then)
        told, _ = writer.communicate(timeout=60)

    again = engine.do(visit("stopped"))
    assert isinstance(again, Done)
    assert (told.strip(), again.repeated) == (("", False) if then == signal.SIGKILL else ("Done", True))
    assert isinstance(engine.do(visit("other")), Done)
    assert len(engine.store.scan(REGISTER, "k")) == 3
    engine.store.close()


def test_a_writer_that_stands_still_while_it_sends_is_ended_where_the_server_can(postgres_url: str) -> None:
    """From PostgreSQL 17 on, a whole write is bounded: its session is ended, and the case is free (faults 7)."""
    engine = engine_at(postgres_url, keys())
    opened(engine)
    if version_of(engine) < 17:
        # What the server cannot be told must not be asked of it either, and the doctor says so.
        assert isinstance(engine.do(visit("other")), Done)
        assert "pg-transaction-timeout" in {each.code for each in examine(engine.store)}
        engine.store.close()
        return
    with stopped_at(postgres_url, "append.after_case") as writer:
        patient = engine.over(SqlStore.open(postgres_url, busy_timeout=60))
        assert isinstance(patient.do(visit("other")), Done)
        patient.store.close()
        writer.send_signal(signal.SIGCONT)
        told, _ = writer.communicate(timeout=60)

    assert told.strip() in {"StoreUnavailable", "OutcomeUnknown"}
    again = engine.do(visit("stopped"))
    assert isinstance(again, Done)
    assert not again.repeated
    engine.store.close()


def version_of(engine: PathwayEngine) -> int:
    """Give the server's version."""
    assert isinstance(engine.store, SqlStore)
    with probing(engine.store) as probe:
        return int(probe.value("SELECT current_setting('server_version_num')")) // 10_000
