"""`pathway case migrate`: told before, refused whole, taken up again after a kill (semantics §O3)."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import define

from pathway_engine.definition import load
from pathway_engine.testing.samples import SMALLEST
from pathway_engine.text import LANGUAGES
from pathway_engine.verify import verify_database
from tests.cli.command_line import IDENTITY, pathway

ROOT = Path(__file__).parents[2]
OLD = SMALLEST.replace(
    "roles:", "roles:\n  keeper: {fi: vastuuhenkilö, sv: ansvarig, en: keeper, relation: [], keeps: true}", 1
)
NEW = OLD.replace('version: "1"', 'version: "2"').replace("start", "beginning").replace(
    "transitions:",
    """\
deadlines:
  call: {fi: Soita, sv: Ring, en: Call, from: state_entered, in: beginning, within: P9D, met_by: finish, kind: quality}
transitions:""",
)  # fmt: skip
KEEPER = ("--as", "keeper@county", "--person", "keeper-1")


@define
class Files:
    """Two versions of a pathway, and a database with cases under the first."""

    folder: Path

    @property
    def new(self) -> str:
        """The second version."""
        return str(self.folder / "smallest.yaml")

    @property
    def db(self) -> str:
        """The database."""
        return str(self.folder / "cases.sqlite")

    def cases(self, column: str = "definition_version") -> list[str]:
        """Give a column of the cases, by case id."""
        with sqlite3.connect(self.db) as database:
            found = [row[0] for row in database.execute(f"SELECT {column} FROM pathway_cases ORDER BY case_id")]  # noqa: S608 - a column of ours
        database.close()
        return found

    def arguments(self, *more: str) -> list[str]:
        """Give the command."""
        return ["case", "migrate", "--from", "smallest@1", "--to", self.new, *KEEPER, "--db", self.db, *more]

    def json(self, *more: str, code: int = 0) -> Any:
        """Run it for a program."""
        result = pathway(*self.arguments(*more, "--json"))
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Give a database with four open cases under version 1, and version 2 in a file."""
    old = tmp_path / "old" / "smallest.yaml"
    old.parent.mkdir()
    old.write_text(OLD, encoding="utf-8")
    made = Files(tmp_path)
    worker = ("--as", "worker@county", "--person", "worker-1", "--client", IDENTITY)
    for _ in range(4):
        result = pathway("case", "open", "--region", str(old), *worker, "--db", made.db)
        assert result.exit_code == 0, result.output
    Path(made.new).write_text(NEW, encoding="utf-8")
    return made


def test_it_is_told_where_each_goes_before_anything_moves(files: Files) -> None:
    """With --check nothing moves; state, deadlines and how many are given, and nothing personal."""
    told = files.json("--check", "--map", "start=beginning")

    assert told["to"] == {"pathway": "smallest", "version": "2", "digest": load(files.new).digest}
    assert [each["case"] for each in told["cases"]] == files.cases("case_id")
    assert {each["became"] for each in told["cases"]} == {"goes"}
    assert told["cases"][0]["state"] == {"from": "start", "to": "beginning"}
    assert told["cases"][0]["deadlines"] == {"kept": [], "begun": ["call"], "dropped": []}
    assert (told["counts"], files.cases()) == ({"goes": 4}, ["1"] * 4)
    assert IDENTITY not in str(told)


def test_without_a_home_for_one_nothing_moves(files: Files) -> None:
    """It ends with 1 and says why, checked or not."""
    for asked in ((), ("--check",)):
        told = files.json(*asked, code=1)
        assert told["counts"] == {"homeless": 4}
        assert told["cases"][0]["reasons"][0]["code"] == "no-home"
    assert files.cases() == ["1"] * 4


def test_they_move_when_everybody_has_a_home(files: Files) -> None:
    """Named pairs or a file of them, ids or labels; done again there is nobody left. A case may be left out by name."""
    names = files.folder / "names.yaml"
    names.write_text("Start: Beginning\n", encoding="utf-8")
    Path(files.new).write_text(NEW.replace("en: Start", "en: Beginning"), encoding="utf-8")
    first = files.cases("case_id")[0]

    assert files.json("--map", str(names), "--leave", first)["counts"] == {"migrated": 3}
    assert files.json("--map", "Alku=beginning")["counts"] == {"migrated": 1}
    assert files.json("--map", "start=beginning")["counts"] == {}
    assert (files.cases(), files.cases("state")) == (["2"] * 4, ["beginning"] * 4)
    assert verify_database(files.db) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_the_readers_language(files: Files, language: str) -> None:
    """A line for each case with what begins there, and one for all together."""
    asked = ("--map", "start=beginning", "--lang", language)
    lines = pathway(*files.arguments(*asked, "--check")).stdout.splitlines()

    assert len(lines) == 4 * 2 + 1
    assert "4" in lines[-1]
    assert pathway(*files.arguments(*asked)).stdout.splitlines()[:-1] == lines[:-1]
    assert "smallest@1." in pathway(*files.arguments(*asked)).stdout


def test_the_history_calls_the_new_state_by_its_name(files: Files) -> None:
    """The event of the migration was decided under the old definition, which has no name for where the case went."""
    files.json("--map", "start=beginning")
    case = files.cases("case_id")[0]
    worker = ("--as", "worker@county", "--person", "worker-1")
    result = pathway("case", "history", case, *worker, "--db", files.db, "--lang", "en")

    assert result.stdout.count("“Start”") == 2, result.output
    assert "beginning" not in result.stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("strat=beginning", "over, start"),
        ("start=begining", "beginning, over"),
        ("start=", "OLD=NEW"),
        ("no-such-file.yaml", "no-such-file.yaml"),
        ("start", "OLD=NEW"),
    ],
)
def test_a_slip_of_the_keys_is_told_before_anything_is_planned(files: Files, typed: str, told: str) -> None:
    """With the names there are; it ends with 2."""
    result = pathway(*files.arguments("--map", typed, "--lang", "en"))

    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_file_of_names_is_told_by_its_line(files: Files) -> None:
    """What is no pair of names has a place in the file."""
    names = files.folder / "names.yaml"
    names.write_text("start: [beginning, over]\n", encoding="utf-8")
    result = pathway(*files.arguments("--map", str(names), "--lang", "en"))

    assert result.exit_code == 2
    assert "names.yaml:1:1" in result.stderr


def test_whoever_may_not_moves_nobody(files: Files) -> None:
    """Somebody who neither keeps the register nor coordinates learns nothing of where the cases stand."""
    arguments = [
        each.replace("keeper@county", "keeper@elsewhere") for each in files.arguments("--map", "start=beginning")
    ]
    result = pathway(*arguments, "--register", "county", "--json")

    told = json.loads(result.stdout)
    assert (result.exit_code, told["counts"]) == (1, {"homeless": 4})
    assert {each["state"]["from"] for each in told["cases"]} == {""}


def test_a_register_is_never_guessed(files: Files) -> None:
    """Neither a register nor an organisation: it ends with 2, and does not look in some other register."""
    asked = [each for each in files.arguments("--map", "start=beginning") if each not in KEEPER]

    assert pathway(*asked).exit_code == 2
    assert files.cases() == ["1"] * 4


@pytest.mark.parametrize("point", ["work.before_commit=kill@2", "engine.before_acknowledgement=kill@2"])
def test_killed_in_the_middle_it_goes_on_with_what_is_left(files: Files, point: str) -> None:
    """SIGKILL before or after the second commit: the same command moves the others, and none of them twice."""
    command = [sys.executable, "-m", "pathway_engine", *files.arguments("--map", "start=beginning")]
    surroundings = {**os.environ, "PATHWAY_FAILPOINTS": point}
    done = subprocess.run(command, env=surroundings, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert min(files.cases()) == "1"

    left = files.cases().count("1")
    assert files.json("--map", "start=beginning")["counts"] == {"migrated": left}
    assert files.cases() == ["2"] * 4
    with sqlite3.connect(files.db) as database:
        (count,) = database.execute("SELECT count(*) FROM pathway_journal WHERE type = 'migrated'").fetchone()
    database.close()
    assert count == 4
