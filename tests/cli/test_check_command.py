"""`pathway check`: folders and names, formats, strictness, explanations, exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pathway_engine.cli import main

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "definitions" / "bad"
SOUND = (BAD / "shelf" / "sound.yaml").read_text(encoding="utf-8")
GUIDED = (BAD / "shelf" / "fragments" / "guided.yaml").read_text(encoding="utf-8")


def run(*arguments: str) -> Result:
    """Run `pathway check`."""
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a sound definition, one with a warning and one with an error."""
    (tmp_path / "fragments").mkdir()
    (tmp_path / "fragments" / "guided.yaml").write_text(GUIDED, encoding="utf-8")
    (tmp_path / "sound.yaml").write_text(SOUND, encoding="utf-8")
    for name in ("tasks-without-fact", "nobody-may-open"):
        (tmp_path / f"{name}.yaml").write_bytes((BAD / f"{name}.yaml").read_bytes())
    return tmp_path


def test_the_shipped_definitions_are_fine() -> None:
    """The folder of the shipped definitions passes, and says so of each."""
    result = run(str(ROOT / "workflows"), "--lang", "en")

    assert result.exit_code == 0
    assert all(line.endswith(": fine") for line in result.output.splitlines())
    assert len(result.output.splitlines()) == len(list((ROOT / "workflows").glob("*.yaml")))


def test_every_problem_of_a_folder_is_told_at_its_place(folder: Path) -> None:
    """One line for each problem, in the reader's language, with a count; an error fails."""
    result = run(str(folder), "--lang", "fi")

    assert result.exit_code == 1
    assert f"{folder}/nobody-may-open.yaml:7:18 nobody-may-open Kukaan ei voi aloittaa palvelua" in result.output
    assert f"{folder}/tasks-without-fact.yaml:7:15 tasks-without-fact (varoitus) " in result.output
    assert result.output.endswith("Virheitä 1, varoituksia 1, tiedoksi 0.\n")


def test_a_warning_fails_only_strictly(folder: Path) -> None:
    """What works but reads otherwise is let pass, unless one is strict."""
    path = str(folder / "tasks-without-fact.yaml")

    assert run(path).exit_code == 0
    assert run(path, "--strict").exit_code == 1
    assert run(str(folder / "sound.yaml"), "--strict").exit_code == 0


def test_what_is_only_good_to_know_is_told_strictly() -> None:
    """Time limits whose source has still to be verified are listed, and fail nobody."""
    assert "to-verify" not in run("rovaniemi").output

    strictly = run("rovaniemi", "--strict")

    assert "to-verify (" in strictly.output
    assert strictly.exit_code == 0


def test_programs_get_json_and_sarif(folder: Path) -> None:
    """Both hold the same problems with the same places."""
    path = str(folder / "nobody-may-open.yaml")

    for arguments in (["--format", "json"], ["--json"]):
        (told,) = json.loads(run(path, *arguments).output)
        assert told["fine"] is False
        assert [(each["line"], each["code"]) for each in told["problems"]] == [(7, "nobody-may-open")]
    log = json.loads(run(path, "--format", "sarif").output)
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["nobody-may-open"]


def test_a_code_is_explained_in_three_languages() -> None:
    """What it means and how to mend it; nothing is checked."""
    for language, word in (("fi", "Vaan näin:"), ("sv", "Utan så här:"), ("en", "But like this:")):
        result = run("--explain", "no-way-back", "--lang", language)
        assert result.exit_code == 0
        assert word in result.output
    assert json.loads(run("--explain", "no-way-back", "--json").output)["code"] == "no-way-back"


def test_a_misspelt_code_is_led_to_the_right_one() -> None:
    """Usage, not a finding: exit code 2."""
    result = run("--explain", "no-way-bak", "--lang", "en")

    assert result.exit_code == 2
    assert "no-way-back" in result.output
    assert "The codes are: absence-gate" in run("--explain", "zzz", "--lang", "en").output


def test_nothing_to_check_is_a_fault_of_usage() -> None:
    """Without a path there is nothing to say."""
    assert run("--lang", "en").exit_code == 2


def test_what_is_not_there_is_a_problem_of_its_own(tmp_path: Path) -> None:
    """A name nobody knows, and a folder without definitions, are told and fail."""
    assert "not-found" in run("nowhere").output
    assert run(str(tmp_path)).exit_code == 1
