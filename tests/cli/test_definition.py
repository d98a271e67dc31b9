"""`pathway check` and `pathway show`."""

import json
from pathlib import Path

import pytest

from pathway_engine.definition import load, load_text
from pathway_engine.definition.digest import from_plain
from pathway_engine.text import LANGUAGES
from tests.cli.command_line import pathway

FAULTY = """\
pathway: faulty
version: "1"
title: {fi: Viallinen, sv: Felaktig, en: Faulty}
states:
  start: {initial: true, responsible: nobody, fi: Alku, sv: Början, en: Start}
transitions:
  go: {fi: Mene, sv: Gå, en: Go, from: strat, to: start, by: nobody}
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Give a definition with more than one fault."""
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_definition_ends_with_0(language: str) -> None:
    """Every name that was given is told to be fine."""
    result = pathway("check", "rovaniemi", "fi-base", "--lang", language)

    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.stdout.splitlines()[:2]] == ["rovaniemi", "fi-base"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_told_with_its_place(faulty: Path, language: str) -> None:
    """All faults are told at once, each as file:line:column code message, and the program ends with 1."""
    result = pathway("check", str(faulty), "--lang", language)

    places = [line.partition(" ")[0] for line in result.stdout.splitlines() if line.startswith(f"{faulty}:")]
    assert result.exit_code == 1
    assert [place.split(":")[1] for place in places] == ["5", "7", "7"]


def test_faults_are_data_for_programs(faulty: Path) -> None:
    """As JSON each fault has its place, code and severity; sound definitions stand beside faulty ones."""
    result = pathway("check", str(faulty), "rovaniemi", "--json")

    first, second = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (first["fine"], second["fine"]) == (False, True)
    assert {"file", "line", "column", "code", "severity", "message"} <= set(first["problems"][0])


@pytest.mark.parametrize(("language", "heading"), [("fi", "Vaiheet"), ("sv", "Skeden"), ("en", "States")])
def test_a_pathway_is_shown_as_text(language: str, heading: str) -> None:
    """The text begins with the name and lists states, moves, deadlines and services."""
    result = pathway("show", "rovaniemi", "--lang", language)

    assert result.exit_code == 0
    assert result.stdout.startswith("Rovaniemi (rovaniemi)\n")
    assert f"\n{heading}\n" in result.stdout


@pytest.mark.parametrize("arguments", [("--format", "json"), ("--json",)])
def test_a_pathway_is_shown_as_json(arguments: tuple[str, ...]) -> None:
    """The JSON is the effective definition: it makes the same pathway again."""
    result = pathway("show", "rovaniemi", *arguments)

    assert from_plain(json.loads(result.stdout)) == load("rovaniemi")


def test_a_pathway_is_shown_as_yaml() -> None:
    """The YAML is the effective definition, without overlays and fragments."""
    result = pathway("show", "rovaniemi", "--format", "yaml")

    assert load_text(result.stdout, name="rovaniemi").digest == load("rovaniemi").digest


def test_a_pathway_and_its_services_are_drawn() -> None:
    """The main path and a service are diagrams in the chosen language; a service may be named by its label."""
    main = pathway("show", "rovaniemi", "--format", "mermaid", "--lang", "sv").stdout
    service = pathway("show", "rovaniemi", "--format", "mermaid", "--service", "Etuusneuvonta", "--lang", "fi").stdout

    assert "flowchart TD" in main
    assert "Bedömning av servicebehovet" in main
    assert "Etuusneuvonta" in service
    assert "Palvelu alkoi" in service


def test_a_diagram_may_go_to_a_file(tmp_path: Path) -> None:
    """With `-o` the file is written and stdout stays empty."""
    path = tmp_path / "rovaniemi.mmd"

    result = pathway("show", "rovaniemi", "--format", "mermaid", "-o", str(path))

    assert (result.exit_code, result.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("---\n")


@pytest.mark.parametrize(
    "arguments",
    [("show", "atlantis"), ("show", "rovaniemi", "--service", "flying"), ("show", "rovaniemi", "-o", "/no/such/x")],
)
def test_what_cannot_be_shown_ends_with_2(arguments: tuple[str, ...]) -> None:
    """An unknown pathway, an unknown service and a file that cannot be written are faults, told without a traceback."""
    result = pathway(*arguments)

    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.output
