"""`pathway erase`, `pathway purge` and `pathway keys`, as the keeper of a register gives them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import COUNTY, IDENTITY, WORDS, WORKER, Terminal

KEEPER = ("--as", f"register_keeper@{COUNTY}", "--person", "keeper-1")
COORDINATOR = ("--as", f"own_worker@{COUNTY}", "--person", "worker-1")


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Give a terminal at a database with one case of Rovaniemi, with something personal in it."""
    made = Terminal(tmp_path / "cases.db")
    made.open()
    made.do("record", "own_request", "--set", f"request={WORDS}", who=("--as", "client", "--person", IDENTITY))
    return made


def history(terminal: Terminal, code: int = 0) -> Any:
    """Open the sealed fields of the case."""
    return terminal.run("case", "history", terminal.case, "--unseal", *WORKER, code=code)


def test_an_erased_case_stays_erased_through_a_restore(terminal: Terminal, tmp_path: Path) -> None:
    """Backup, erase, export, restore, apply: what was readable again in between is readable no more."""
    shutil.copy(terminal.db, tmp_path / "backup.db")
    assert WORDS in history(terminal).stdout
    done = terminal.json("erase", terminal.case, "--ground", "wrong_person", *KEEPER)
    assert [each["type"] for each in done["events"]] == ["erased"]
    assert terminal.json("erase", terminal.case, "--ground", "wrong_person", *KEEPER)["repeated"]
    history(terminal, code=2)
    register = tmp_path / "erasures.jsonl"
    again = terminal.run("erase", terminal.case, "--ground", "wrong_person", *KEEPER, "--lang", "en").stdout
    assert "The information was destroyed before." in again
    assert terminal.json("erase", "--export", str(register), *KEEPER)["erasures"] == 1
    assert WORDS not in register.read_text()

    for left in tmp_path.glob("cases.db-*"):
        left.unlink()
    shutil.copy(tmp_path / "backup.db", terminal.db)
    assert WORDS in history(terminal).stdout
    assert terminal.json("erase", "--apply", str(register), *KEEPER)["erased"] == [terminal.case]
    history(terminal, code=2)
    assert terminal.run("verify").exit_code == 0


def test_an_erasure_that_the_law_does_not_allow_is_refused_with_the_reason(terminal: Terminal) -> None:
    """While the case is open it is needed: exit 1 and a sentence, in the reader's language."""
    ask = ("erase", terminal.case, "--ground", "no_longer_needed", *KEEPER)

    assert "The case is open" in terminal.run(*ask, "--lang", "en", code=1).stdout
    assert "Asia on vireillä" in terminal.run(*ask, "--lang", "fi", code=1).stdout
    assert "Ärendet pågår" in terminal.run(*ask, "--lang", "sv", code=1).stdout


@pytest.mark.parametrize(
    "arguments",
    [(), ("k",), ("k", "--export", "x"), ("--export", "x", "--apply", "y"), ("--ground", "unlawful")],
)
def test_what_is_to_be_erased_is_said_in_one_way(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    """A case with its ground, or a file to write, or a file to apply: anything else is a fault of the call."""
    assert "--ground" in terminal.run("erase", *arguments, *KEEPER, "--lang", "en", code=2).stderr


def test_a_case_is_purged_when_it_is_due_and_told_before(terminal: Terminal) -> None:
    """A dry run tells what would go, and by which rule; the purge leaves a tombstone that the verifier accepts."""
    assert terminal.json("purge", "--dry-run", "--today", "1.1.2090", *KEEPER)["cases"] == []
    terminal.do("name", "coordinator", "--worker", "worker-1")
    terminal.do("move", "died", who=("--as", f"coordinator@{COUNTY}", "--person", "worker-1"))

    (due,) = terminal.json("purge", "--dry-run", "--today", "1.1.2090", *KEEPER)["cases"]
    assert (due["case"], due["rule"], due["law"]) == (terminal.case, "adults", "L33")
    assert terminal.json("purge", *KEEPER)["cases"] == []
    (kept,) = terminal.json("purge", terminal.case, *KEEPER, code=1)["cases"]
    assert [each["code"] for each in kept["reasons"]] == ["kept-runs"]
    (gone,) = terminal.json("purge", terminal.case, "--basis", "mistake", *KEEPER)["cases"]
    assert (gone["purged"], gone["basis"], gone["tombstone"]) == (True, "mistake", 1)
    terminal.run("case", "history", terminal.case, *WORKER, code=2)
    assert terminal.run("verify").exit_code == 0


def test_a_purge_tells_people_what_it_did(terminal: Terminal) -> None:
    """In sentences: what would be due, what is kept and why, what went."""
    terminal.do("name", "coordinator", "--worker", "worker-1")
    terminal.do("move", "died", who=("--as", f"coordinator@{COUNTY}", "--person", "worker-1"))
    ask = ("purge", terminal.case, *KEEPER, "--lang", "fi")

    assert "säilytetään vielä" in terminal.run(*ask, "--dry-run").stdout
    assert "Säilytysaika" in terminal.run(*ask, code=1).stdout
    assert "poistettu (mistake)" in terminal.run(*ask, "--basis", "mistake").stdout
    assert "ei ole päättynyt" in terminal.run("purge", *KEEPER, "--lang", "fi").stdout
    assert terminal.run("purge", "--basis", "mistake", *KEEPER, code=2).exit_code == 2


def test_keys_are_rotated_and_the_old_one_retired(terminal: Terminal) -> None:
    """A new key wraps every case; the old one goes when nothing needs it, and not before."""
    file = terminal.db.with_name("cases.db.keys")
    old = terminal.json("keys", "show")["current"]
    assert terminal.run("keys", "retire", old, "--lang", "en", code=2).stderr.startswith(f"Key {old} is still in use")

    done = terminal.json("keys", "rotate", "--batch", "1")
    assert done["rewrapped"] == 1
    assert terminal.json("keys", "show") == {"current": done["current"], "old": {old: 0}}
    assert WORDS in history(terminal).stdout
    terminal.run("keys", "retire", old)
    assert old not in json.loads(file.read_text())["wrapping"]
    assert WORDS in history(terminal).stdout
    terminal.run("keys", "retire", "k-none", code=2)


def test_a_rotation_that_stopped_goes_on(terminal: Terminal) -> None:
    """While an older key wraps anything, rotating again finishes that and makes no third key."""
    from pathway_engine.journal.keys import LocalKeyFile

    LocalKeyFile(terminal.db.with_name("cases.db.keys")).rotate()
    shown = terminal.json("keys", "show")
    assert list(shown["old"].values()) == [1]

    assert terminal.json("keys", "rotate") == {"current": shown["current"], "rewrapped": 1}
    assert "Wraps now" in terminal.run("keys", "show", "--lang", "en").stdout
