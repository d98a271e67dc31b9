"""`pathway features coverage`: figures, thresholds and drawings, for one region or for all."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pathway_engine.cli import main

REGION = """\
pathway: lakeside
version: "1"
extends: fi-base@2025.1
title: {fi: Järvenranta, sv: Sjöstranden, en: Lakeside}
transitions:
  pause: {by: client}
"""
FEATURE = """\
# language: fi
Ominaisuus: Tauko
  Tapaus: Asiakas pitää tauon
    Oletetaan että käytössä on palvelupolku "Järvenranta"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas kirjaa sopimuksen "Sopimus tauosta"
    Ja asiakas tekee siirtymän "Sovi tauosta" syystä "oma toive"
    Niin asiakas on vaiheessa "Keskeytynyt"
"""
OTHER = """\
# language: fi
Ominaisuus: Muu
  Tapaus: Alku
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Kun "tunnistaja" tekee siirtymän "Aloita tuen tarpeen tunnistaminen"
    Niin asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder, with a space and a letter of ours in its name, that holds a region and two features."""
    made = tmp_path / "oma työ"
    made.mkdir()
    (made / "lakeside.yaml").write_text(REGION, encoding="utf-8")
    (made / "tauko.feature").write_text(FEATURE, encoding="utf-8")
    (made / "muu.feature").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def coverage(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["features", "coverage", *arguments])


@pytest.mark.usefixtures("folder")
def test_figures_say_what_is_shown_here_and_what_where_it_comes_from() -> None:
    """The region's one scenario, and that of the national model beside it."""
    done = coverage("lakeside.yaml", "--lang", "en")

    assert done.exit_code == 0, done.output
    figures = r"^Moves: 2 of \d+: 1 shown here, 1 unchanged from fi-base and shown there$"
    assert re.search(figures, done.output, re.MULTILINE)
    assert re.search(r"^Services: 0 of \d+$", done.output, re.MULTILINE)


@pytest.mark.usefixtures("folder")
def test_a_limit_for_each_kind_is_held() -> None:
    """`--at-least` takes one figure for all, or one for a kind; what is below is told, with exit code 1."""
    low = coverage("lakeside.yaml", "--at-least", "transitions=0.5,states=1", "--lang", "en")
    high = coverage("lakeside.yaml", "--at-least", "transitions=50,refusals=0", "--lang", "en")

    assert (low.exit_code, high.exit_code) == (0, 1)
    assert "Below what is asked for: Moves" in high.output
    assert "Below what is asked for: Refusals" not in high.output


@pytest.mark.parametrize("typed", ["moves=x", "cases=100", "101", "-1"])
@pytest.mark.usefixtures("folder")
def test_a_limit_that_cannot_be_read_is_told(typed: str) -> None:
    """The fault names the kinds there are; nothing is run."""
    done = coverage("lakeside.yaml", f"--at-least={typed}", "--lang", "fi")

    assert done.exit_code == 2
    assert "transitions" in done.output


@pytest.mark.usefixtures("folder")
def test_every_definition_is_counted_in_one_run() -> None:
    """`--all` gives the figures of each, as JSON by name; installed ones that nobody uses are left out."""
    done = coverage("--all", "--json")
    found = json.loads(done.stdout)

    assert found.keys() == {"lakeside", "fi-base"}
    assert found["lakeside"]["move"]["here"] == ["pause"]
    assert found["fi-base"]["move"]["here"] == ["start_recognition"]
    assert found["lakeside"]["move"]["inherited"] == {"start_recognition": "fi-base"}


def test_without_features_of_the_parent_those_of_the_library_are_run(folder: Path) -> None:
    """Features that come with the library show what its definitions do; a slip in a name stands for none of them."""
    slip = OTHER.replace("Kansallinen perusmalli", "Kansalinen perusmalli")
    (folder / "muu.feature").write_text(slip, encoding="utf-8")
    done = coverage("lakeside.yaml", "--json")
    moves = json.loads(done.stdout)["move"]

    assert moves["here"] == ["pause"]
    assert "pause" not in moves["inherited"]
    assert moves["untouched"] == []
    assert coverage("lakeside.yaml", "--own", "--at-least", "transitions=50").exit_code == 1


def test_a_scenario_that_does_not_hold_shows_nothing(folder: Path) -> None:
    """Its failure is told, and what it did is not counted."""
    text = FEATURE.replace('Niin asiakas on vaiheessa "Keskeytynyt"', 'Niin asiakas on vaiheessa "Päättynyt"')
    (folder / "tauko.feature").write_text(text, encoding="utf-8")
    done = coverage("lakeside.yaml", "--own", "--lang", "fi")

    assert done.exit_code == 1
    assert "Siirtymät: 0/" in done.output
    assert "Vaihe ei ole ”Päättynyt” vaan ”Keskeytynyt”." in done.output


@pytest.mark.parametrize(("form", "sign"), [("svg", 'class="touched"'), ("mermaid", "✓ Sovi tauosta")])
def test_coverage_can_be_drawn(folder: Path, form: str, sign: str) -> None:
    """Every state and move has its sign; the legend says in words what each means."""
    done = coverage("lakeside.yaml", "--format", form, "-o", "kuva", "--lang", "fi")
    drawn = (folder / "kuva").read_text(encoding="utf-8")

    assert done.exit_code == 0
    assert sign in drawn
    assert "mikään tapaus ei osoita tätä" in drawn


def test_a_call_that_makes_no_sense_is_told(folder: Path) -> None:
    """Neither a region nor `--all`; a drawing of all at once; a folder without features of the region."""
    assert coverage().exit_code == 2
    assert coverage("--all", "--format", "svg").exit_code == 2
    assert coverage("lakeside.yaml", "nowhere").exit_code == 2
    (folder / "tauko.feature").unlink()
    (folder / "muu.feature").unlink()
    assert coverage("lakeside.yaml", "--own").exit_code == 2
