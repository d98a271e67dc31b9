"""Backups made while eight processes write: each is one moment of the live journals, whole in itself (faults 18)."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from attrs import frozen
from sqlalchemy import text

from pathway_engine.journal.keys import keyed
from pathway_engine.verify import Evidence, verify_database
from tests.concurrency.crew import OVER, Orders, crew, lines
from tests.concurrency.ground import keys
from tests.concurrency.inspecting import inspected, reading_engine
from tests.concurrency.many_cases import _open
from tests.postgres import PostgresServer
from tests.verify.test_checkpoints import Notary

WRITERS = 8
Row = tuple[int, str, str, str]
Restored = Callable[[Path], str]
"""Puts a backup back somewhere; gives the URL."""


@frozen
class Backup:
    """A backup, and when it was made by the machine's clock."""

    restored: Restored
    began: float
    ended: float


@frozen
class Live:
    """The database that is written to, and what its writers were told.

    Args:
        url, folder: The database, and where its writers write down what was acknowledged.
        cases: How many cases there are.
    """

    url: str
    folder: Path
    cases: int = 10

    def acks(self) -> list[dict[str, Any]]:
        """Give what was acknowledged."""
        return [json.loads(line) for line in lines(self.folder, "acks")]

    def wait_for(self, more: int) -> None:
        """Wait until so many more commands were acknowledged."""
        before, patience = len(self.acks()), time.monotonic() + 100
        while len(self.acks()) < before + more:
            assert time.monotonic() < patience
            time.sleep(0.05)

    def while_written(self, ways: list[Callable[[], Restored]], more: int) -> list[Backup]:
        """Make backups in every way while eight processes write and one of them is killed now and then."""
        _open(self.url, self.cases)
        orders = Orders(
            job="tests.concurrency.many_cases:work",
            url=self.url,
            folder=str(self.folder),
            processes=WRITERS,
            seconds=200,
            seed=18,
            kill_every=0.5,
            rate=4 * timedelta(days=1).total_seconds(),
            more={"cases": self.cases},
        )
        made = []
        with crew(orders) as finished:
            for way in ways:
                self.wait_for(more)
                began = time.time()
                restored = way()
                made.append(Backup(restored, began, time.time()))
            self.wait_for(more)
            (self.folder / OVER).touch()
            finished()
        return made

    def evidence(self) -> Evidence:
        """Give the list of what was acknowledged."""
        file = self.folder / "told.txt"
        told = [f"{ack['case']} {seq} {ack['key']}\n" for ack in self.acks() for seq in ack["seqs"]]
        file.write_text("".join(told))
        return Evidence(acknowledged=file, keyed=lambda register, key: keyed(keys(), register, "key", key))


def journals(url: str) -> dict[str, list[Row]]:
    """Give every journal: number, type, body and hash of each event."""
    engine, found = reading_engine(url), dict[str, list[Row]]()
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT case_id, seq, type, body, hash FROM pathway_journal ORDER BY case_id, seq")
        )
        for case, *row in rows:
            found.setdefault(case, []).append((row[0], row[1], row[2], row[3]))
    engine.dispose()
    return found


def agrees(backup: Backup, url: str, live: Live, checkpoint: Evidence) -> int:
    """See that a restored backup is one moment of the live journals; give how many events it lacks."""
    assert verify_database(url) == []
    before, after = journals(url), journals(live.url)
    assert all(journal == after[case][: len(journal)] for case, journal in before.items())
    # Whatever was acknowledged before it began is in it, and nothing that was asked after it ended.
    there = {(case, row[0]) for case, journal in before.items() for row in journal}
    for ack in live.acks():
        events = {(ack["case"], seq) for seq in ack["seqs"]}
        assert events <= there or ack["answered"] >= backup.began
        # A repeated answer may be of what was done long before.
        assert not events & there or ack["called"] <= backup.ended or ack["again"]
    lacking = {(case, row[0]) for case, journal in after.items() for row in journal} - there
    # Set in the place of the live one, it shows what it lacks only to those who keep something elsewhere.
    told = {(each.case, each.seq) for each in verify_database(url, evidence=live.evidence())}
    assert told == {(ack["case"], seq) for ack in live.acks() for seq in ack["seqs"]} - there
    found = verify_database(url, evidence=checkpoint)
    behind = {(each.case, each.seq) for each in found if each.code == "checkpoint-cut"}
    assert behind == {(case, min(seq for each, seq in lacking if each == case)) for case, _ in lacking}
    return len(lacking)


def compared(live: Live, made: list[Backup], tmp_path: Path) -> None:
    """Restore each backup and compare it with the live database, which nobody writes to any more."""
    inspected(live.url, live.folder)
    notary = Notary(tmp_path)
    checkpoint = notary.evidence(notary.sign(live.url))
    assert verify_database(live.url, evidence=checkpoint) == []
    for backup in made:
        assert agrees(backup, backup.restored(tmp_path), live, checkpoint) > 0


def of_a_file(live: Live, folder: Path) -> Restored:
    """Back a SQLite file up, as SQLite does it."""
    copy = folder / f"{time.time_ns()}.backup"
    source = live.url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(source, timeout=60)) as connection, closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    return lambda _: f"sqlite:///{copy}"


def dumped(server: PostgresServer, live: Live) -> Restored:
    """Dump a PostgreSQL database."""
    database, file = urlsplit(live.url).path.lstrip("/"), server.folder / f"{time.time_ns()}.dump"
    server._run("pg_dump", "-Fc", "-d", server.dsn(database), "-f", str(file))

    def restored(_: Path) -> str:
        name = server.make_database()
        server._run("pg_restore", "-d", server.dsn(name), str(file))
        return server.url(name)

    return restored


@pytest.fixture
def restoring() -> Iterator[ExitStack]:
    """Give a place for servers that were made of backups; they are closed at the end."""
    with ExitStack() as stack:
        yield stack


def copied(server: PostgresServer, live: Live, restoring: ExitStack) -> Restored:
    """Copy the files of a whole PostgreSQL server, and start another one on them."""
    other = PostgresServer(copy_of=server, follow=False)
    restoring.callback(other.close)
    return lambda _: live.url.replace(str(server.folder), str(other.folder))


@pytest.mark.parametrize("more", [2 * WRITERS, pytest.param(300, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
def test_a_file_backed_up_while_it_is_written_is_one_moment_of_it(tmp_path: Path, more: int) -> None:
    """What SQLite copies meanwhile verifies, is the beginning of each journal, and is seen through by a checkpoint."""
    live = Live(f"sqlite:///{tmp_path}/live.db", tmp_path)
    made = live.while_written([lambda: of_a_file(live, tmp_path)], more)

    compared(live, made, tmp_path)


@pytest.mark.parametrize("more", [2 * WRITERS, pytest.param(300, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
def test_a_server_backed_up_while_it_is_written_is_one_moment_of_it(
    postgres: PostgresServer, postgres_url: str, tmp_path: Path, restoring: ExitStack, more: int
) -> None:
    """What `pg_basebackup` and `pg_dump` keep meanwhile is the same."""
    live = Live(postgres_url, tmp_path)
    ways: list[Callable[[], Restored]] = [lambda: copied(postgres, live, restoring)]
    if (postgres._bin / "pg_dump").exists():
        ways.append(lambda: dumped(postgres, live))
    made = live.while_written(ways, more)

    compared(live, made, tmp_path)
