"""`pathway tick`, `relay` and `verify`: what a host runs beside the cases."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pathway_engine.text import LANGUAGES
from tests.cli.command_line import IDENTITY, Terminal, pathway


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "Ylittyneitä määräaikoja kerrottu: 1\n"),
        ("sv", "Överskridna tidsfrister meddelade: 1\n"),
        ("en", "Missed deadlines told: 1\n"),
    ],
)
def test_tick_tells_what_has_passed_once(terminal: Terminal, language: str, expected: str) -> None:
    """A deadline long gone is told by the first tick, and by no other; the history shows to whom."""
    terminal.open()

    assert terminal.run("tick", "--lang", language).stdout == expected
    assert terminal.json("tick") == {"fired": 0}
    missed = [each["body"] for each in terminal.ask("history")["events"] if each["type"] == "deadline_missed"]
    assert [body["deadline"] for body in missed] == ["decision_due"]


def test_relay_prints_each_message_once(terminal: Terminal) -> None:
    """Messages are CloudEvents, one a line, in the order of the journal; sent ones are not printed again."""
    terminal.planned()
    events = terminal.ask("history")["events"]

    messages = [json.loads(line) for line in terminal.run("relay").stdout.splitlines()]

    assert [each["data"]["seq"] for each in messages] == [each["seq"] for each in events]
    assert all(each["specversion"] == "1.0" for each in messages)
    assert IDENTITY not in str(messages)
    assert terminal.run("relay").stdout == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_verify_finds_an_untouched_database_whole(terminal: Terminal, language: str) -> None:
    """What the engine wrote is what its journals say."""
    terminal.planned()
    terminal.run("tick")

    assert terminal.run("verify", "--lang", language).stdout
    assert terminal.json("verify") == {"fine": True, "findings": [], "checkpoints": []}


def test_verify_names_case_and_number_of_what_was_changed(terminal: Terminal) -> None:
    """One changed letter of one row ends with 1, and the finding says where."""
    terminal.planned()
    with sqlite3.connect(terminal.db) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        (table,) = [name for name in tables if name.endswith(("journal", "entries", "events"))]
        connection.execute(f"UPDATE {table} SET type = replace(type, 'moved', 'mOved') WHERE seq = 3")  # noqa: S608
    connection.close()

    found = terminal.json("verify", code=1)["findings"]

    assert (terminal.case, 3) in {(each["case"], each["seq"]) for each in found}
    assert terminal.case in terminal.run("verify", "--lang", "fi", code=1).stdout


def test_there_is_nothing_to_verify_where_nothing_is(terminal: Terminal) -> None:
    """A database that is not there ends with 2."""
    result = pathway("verify", "--db", str(terminal.db))

    assert result.exit_code == 2
    assert not terminal.db.exists()


def test_a_reader_who_leaves_sets_no_message_aside(terminal: Terminal) -> None:
    """Output that nobody reads is no fault of a message: the relay stops, and counts no attempt."""
    terminal.open()
    command = [sys.executable, "-m", "pathway_engine", "relay", "--db", str(terminal.db)]

    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
    with sqlite3.connect(terminal.db) as database:
        rows = database.execute("SELECT attempts, quarantined_at, sent_at FROM pathway_outbox").fetchall()
    assert set(rows) == {(0, None, None)}
