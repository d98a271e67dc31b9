"""`pathway features`, as somebody runs it who knows no Python."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pathway_engine.bdd.launching import feature_files
from pathway_engine.bdd.sentences import matches
from pathway_engine.bdd.vocabulary import ROWS
from pathway_engine.cli import main
from tests.bdd.project import HEAD, project

GOOD = '    Niin asiakas on vaiheessa "Yhteydenotto"\n'


def features(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "pathway_engine", "features", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_run_tells_what_holds(tmp_path: Path) -> None:
    """Feature, scenario and the sum, in the reader's language."""
    code, text = features(project(tmp_path, GOOD), "run", "--lang", "fi")

    assert code == 0
    assert text.startswith("Esimerkki\n  ✓ Alku\n\nTapauksia 1: kaikki toteutuvat")


def test_run_tells_what_does_not_hold_and_why(tmp_path: Path) -> None:
    """Exit code 1, the scenario marked, and the failure as an expert reads it."""
    wrong = '    Niin asiakas on vaiheessa "Palvelut käynnissä"\n'
    code, text = features(project(tmp_path, wrong), "run", "--lang", "fi")

    assert code == 1
    assert "  ✗ Alku" in text
    assert "Vaihe ei ole ”Palvelut käynnissä” vaan ”Yhteydenotto”." in text
    assert "Traceback" not in text


def test_run_never_counts_a_file_that_was_not_run_as_good(tmp_path: Path) -> None:
    """A file with a trap in it ends the run with exit code 1."""
    code, text = features(project(tmp_path, f"    Oletetaan, että päivä on 1.1.2026\n{GOOD}"), "run", "--lang", "fi")

    assert code == 1
    assert "Virheiden takia ajamatta jäi tiedostoja: 1." in text


def test_run_gives_json_for_programs(tmp_path: Path) -> None:
    """One object for each scenario."""
    _, text = features(project(tmp_path, GOOD), "run", "--json")

    assert [each["holds"] for each in json.loads(text)["scenarios"]] == [True]


def test_run_says_when_there_is_nothing_to_run(tmp_path: Path) -> None:
    """An empty folder is a fault of the call, not a success."""
    code, text = features(tmp_path, "run", "--lang", "fi")

    assert code == 2
    assert "Ei yhtään .feature-tiedostoa" in text


def test_lint_finds_without_running(tmp_path: Path) -> None:
    """Findings with file, line and column; exit code 1."""
    path = tmp_path / "a.feature"
    path.write_text(f"{HEAD}    Niin xyzzy\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["features", "lint", str(path), "--lang", "fi"])

    assert done.exit_code == 1
    assert done.output.startswith(f"{path}:9:10: Tätä lausetta ei tunneta.")


def test_steps_lists_every_sentence_as_one_can_write_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example is read as the row it is an example of, in all three languages."""
    monkeypatch.chdir(tmp_path)
    for language in ("fi", "sv", "en"):
        done = CliRunner().invoke(main, ["features", "steps", "--lang", language])
        listed = [line.partition(" ") for line in done.output.splitlines()]

        assert [each[0] for each in listed] == [row.id for row in ROWS]
        assert [[one.id for one in matches(each[2].strip(), language)] for each in listed] == [[r.id] for r in ROWS]


def test_a_faulty_file_stops_no_other(tmp_path: Path) -> None:
    """The others are run and told of; the exit code says that not everything was."""
    folder = project(tmp_path, GOOD)
    (folder / "b.feature").write_text("# language: fi\nOminaisuus: Tyhjä\n", encoding="utf-8")
    code, text = features(folder, "run", "--lang", "fi")

    assert code == 1
    assert "  ✓ Alku" in text
    assert "b.feature:2:1: Tiedostossa ei ole yhtään tapausta." in text


def test_features_of_other_peoples_packages_are_left_alone(tmp_path: Path) -> None:
    """A virtual environment in the folder, or a hidden one, is not looked through."""
    for name in (".git", "env"):
        (tmp_path / name / "lib").mkdir(parents=True)
        (tmp_path / name / "lib" / "x.feature").write_text("Feature: X\n", encoding="utf-8")
    (tmp_path / "env" / "pyvenv.cfg").touch()

    assert feature_files(tmp_path) == ()
    assert feature_files(tmp_path / "env" / "lib") == (tmp_path / "env" / "lib" / "x.feature",)
