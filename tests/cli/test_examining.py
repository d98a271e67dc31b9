"""`pathway doctor` on the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pathway_engine.text import LANGUAGES
from tests.cli.command_line import Terminal, pathway


@pytest.fixture(autouse=True)
def _mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite be one that has no known fault."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "Mikään ei vaaranna lupauksia.\n"),
        ("sv", "Ingenting äventyrar löftena.\n"),
        ("en", "Nothing endangers a promise.\n"),
    ],
)
def test_where_nothing_is_wrong_nothing_is_told(terminal: Terminal, language: str, expected: str) -> None:
    """A new database with its keys and nothing waiting: exit 0."""
    terminal.open()
    terminal.run("tick")
    terminal.run("relay")

    assert terminal.run("doctor", "--lang", language).stdout == expected
    assert terminal.json("doctor") == {"fine": True, "findings": []}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_told_with_why_and_what_to_do(terminal: Terminal, language: str) -> None:
    """A deadline long past that nobody told of: exit 1, and three parts to the answer."""
    terminal.open()

    text = terminal.run("doctor", "--lang", language, code=1).stdout
    (first, *_) = terminal.json("doctor", "--lang", language, code=1)["findings"]

    assert (first["code"], first["severity"], first["promises"]) == ("deadlines-waiting", "error", [8])
    words = " ".join(text.split())
    for part in (first["text"], *first["why"], first["remedy"]):
        assert part in words


def test_keys_that_cannot_be_used_are_a_finding(terminal: Terminal, tmp_path: Path) -> None:
    """A key file that is named and not there is an error; that none was tried is told."""
    terminal.open()
    terminal.run("tick")
    terminal.run("relay")
    Path(f"{terminal.db}.keys").rename(tmp_path / "elsewhere.keys")

    (found,) = terminal.json("doctor", "--keys", str(tmp_path / "none"), code=1)["findings"]

    assert found["code"] == "keys-missing"
    untried = terminal.json("doctor")
    assert untried["fine"]
    assert [each["code"] for each in untried["findings"]] == ["keys-not-tried"]
    assert terminal.json("doctor", "--keys", str(tmp_path / "elsewhere.keys"))["fine"]


def test_tables_of_another_version_are_a_finding(terminal: Terminal) -> None:
    """A database that does not open for its version is told by the doctor, not refused."""
    terminal.open()
    with closing(sqlite3.connect(terminal.db)) as connection, connection:
        connection.execute("UPDATE pathway_meta SET value = '99' WHERE name = 'schema'")

    (found,) = json.loads(terminal.run("doctor", "--json", code=1).stdout)["findings"]

    assert (found["code"], found["promises"]) == ("schema", [13])


def test_there_is_nothing_to_examine_where_nothing_is(terminal: Terminal) -> None:
    """A database that is not there ends with 2, and is not made."""
    assert pathway("doctor", "--db", str(terminal.db)).exit_code == 2
    assert pathway("doctor", "--db", "mysql://x/y").exit_code == 2
    assert not terminal.db.exists()
