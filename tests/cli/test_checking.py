"""`pathway checkpoint` and `pathway verify` on the command line."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pathway_engine.text import LANGUAGES
from tests.cli.command_line import COUNTY, Terminal, pathway


@pytest.fixture
def notary(tmp_path: Path) -> Path:
    """Give the file of a signing key, made by the command; its public half stands beside it."""
    path = tmp_path / "sign.pem"
    assert pathway("checkpoint", "--make-key", str(path)).exit_code == 0
    return path


def signed(terminal: Terminal, key: Path, number: int, *more: str, code: int = 0) -> Path:
    """Make a checkpoint."""
    path = key.with_name(f"{number}.checkpoint")
    terminal.run("checkpoint", "--signing-key", str(key), "-o", str(path), *more, code=code)
    return path


def against(key: Path, *checkpoints: Path) -> list[str]:
    """Give the options that hold a database against checkpoints."""
    given = [part for path in checkpoints for part in ("--checkpoint", str(path))]
    return ["verify", "--public-key", f"{key}.pub", *given]


def damaged(terminal: Terminal, *statements: str) -> None:
    """Change the database by hand."""
    with closing(sqlite3.connect(terminal.db)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_checkpoint_verify_says_what_it_cannot_see(terminal: Terminal, language: str) -> None:
    """Clean is said with what clean does not cover."""
    terminal.open()

    (_clean, unseen) = terminal.run("verify", "--lang", language).stdout.splitlines()

    assert "pathway checkpoint" in unseen


def test_a_register_is_held_against_its_checkpoints(terminal: Terminal, notary: Path) -> None:
    """Two checkpoints, the second after the first: both are told, and nothing else."""
    terminal.open()
    first = signed(terminal, notary, 1)
    terminal.do("move", "start_recognition")
    second = signed(terminal, notary, 2, "--previous", str(first))

    told = terminal.json(*against(notary, first, second))

    assert told["fine"]
    assert [(each["register"], each["number"]) for each in told["checkpoints"]] == [(COUNTY, 1), (COUNTY, 2)]
    lines = terminal.run(*against(notary, first, second), "--lang", "fi").stdout.splitlines()
    assert [line.split(":")[0] for line in lines[1:]] == [
        "Verrattu tarkistuspisteeseen 1",
        "Verrattu tarkistuspisteeseen 2",
    ]


def test_an_older_copy_is_found(terminal: Terminal, notary: Path) -> None:
    """The database of yesterday in the place of today's: exit 1, with the case and the number."""
    terminal.open()
    old = shutil.copy(terminal.db, terminal.db.with_name("old.sqlite"))
    terminal.do("move", "start_recognition")
    path = signed(terminal, notary, 1)
    shutil.copy(old, terminal.db)

    found = terminal.json(*against(notary, path), code=1)["findings"]

    assert {"checkpoint-cut", "checkpoint-rolled-back"} <= {each["code"] for each in found}
    assert terminal.case in {each["case"] for each in found}


def test_what_does_not_verify_is_not_signed(terminal: Terminal, notary: Path) -> None:
    """No checkpoint is made of a damaged register, unless that is asked for; then the faults are signed for."""
    terminal.open()
    damaged(terminal, "UPDATE pathway_cases SET worker = 'x'")

    path = signed(terminal, notary, 1, code=1)
    assert not path.exists()
    signed(terminal, notary, 1, "--despite-findings")

    assert json.loads(path.read_text().splitlines()[0])["findings"] > 0


def test_a_register_that_was_cut_is_not_signed_after_its_last_checkpoint(terminal: Terminal, notary: Path) -> None:
    """The checkpoint before is held against the register first: what is gone since cannot be signed away."""
    terminal.open()
    first = signed(terminal, notary, 1)
    tables = ("journal", "outbox", "holders", "deadlines", "case_keys", "receipts", "access_log", "cases")
    damaged(terminal, *(f"DELETE FROM pathway_{table}" for table in tables))  # noqa: S608 - names of ours
    terminal.open()
    damaged(terminal, "DELETE FROM pathway_loads")

    assert not signed(terminal, notary, 2, "--previous", str(first), code=1).exists()


def test_a_database_of_several_registers_asks_which(terminal: Terminal, notary: Path) -> None:
    """Each register has checkpoints of its own."""
    terminal.open()
    tomb = "'other', 1, 'case-z', 1, 'h', '2030-01-01T00:00:00.000000Z', 'x', '', ''"
    damaged(terminal, f"INSERT INTO pathway_tombstones VALUES ({tomb})")  # noqa: S608 - values of ours

    result = pathway(
        "checkpoint", "--db", str(terminal.db), "--signing-key", str(notary), "-o", "x", "--despite-findings"
    )

    assert result.exit_code == 2
    assert "--register" in result.output
    signed(terminal, notary, 1, "--register", COUNTY, "--despite-findings")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((), "--make-key"),
        (("--db", "{db}"), "--make-key"),
        (("--db", "{db}", "--signing-key", "{key}", "-o", "{key}"), "exists"),
        (("--db", "{db}", "--signing-key", "{key}.pub", "-o", "x"), "chmod 600"),
        (("--db", "{db}", "--signing-key", "{key}", "-o", "x", "--previous", "{key}"), "checkpoint"),
        (("--db", "{key}.none", "--signing-key", "{key}", "-o", "x"), "there is no file"),
        (("--make-key", "{key}"), "exists"),
    ],
)
def test_what_cannot_be_signed_ends_with_a_line(
    terminal: Terminal, notary: Path, arguments: tuple[str, ...], what: str
) -> None:
    """Missing arguments, files that are there or not, keys of another kind: one line, and no traceback."""
    terminal.open()

    result = pathway("checkpoint", *(each.format(db=terminal.db, key=notary) for each in arguments))

    assert result.exit_code in {1, 2}
    assert what in result.output
    assert "Traceback" not in result.output


def test_what_clients_were_told_is_looked_up_by_their_own_keys(terminal: Terminal, tmp_path: Path) -> None:
    """A client keeps case, number and its idempotency key in clear; with the key file they are found."""
    terminal.open("--key", "form-1")
    path = tmp_path / "told.txt"
    path.write_text(f"{terminal.case} 1 form-1\n")
    keys = ("--keys", f"{terminal.db}.keys")

    assert terminal.json("verify", "--acknowledged", str(path), *keys)["fine"]
    path.write_text(f"{terminal.case} 1 form-2\n{terminal.case} 900\n")
    found = terminal.json("verify", "--acknowledged", str(path), *keys, code=1)["findings"]
    assert {(each["seq"], each["code"]) for each in found} == {(1, "acknowledged-key"), (900, "acknowledged-missing")}


def test_with_the_key_file_the_macs_of_state_rows_are_looked_at(terminal: Terminal) -> None:
    """An altered MAC, which an engine refuses, is found by whoever has the key; without it only its form is seen."""
    terminal.open()
    keys = ("--keys", f"{terminal.db}.keys")
    assert terminal.json("verify", *keys)["fine"]

    damaged(terminal, f"UPDATE pathway_cases SET mac = '{'0' * 64}'")  # noqa: S608 - a value of ours

    (found,) = terminal.json("verify", *keys, code=1)["findings"]
    assert (found["case"], found["code"]) == (terminal.case, "state-mac")
    assert terminal.json("verify")["fine"]


def test_a_checkpoint_without_the_public_key_asks_for_it(terminal: Terminal, notary: Path) -> None:
    """The database is not at fault, and is not said to be."""
    terminal.open()
    checkpoint = signed(terminal, notary, 1)
    told = terminal.run("verify", "--checkpoint", str(checkpoint), code=2).output

    assert told.startswith("Cannot verify: ")
    assert "--public-key" in told
