"""`pathway features new`: scenarios for every move that pass lint, and hold as they are."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pathway_engine.bdd.coverage import Seen, covered
from pathway_engine.bdd.lint import findings_of
from pathway_engine.bdd.rehearsing import acted
from pathway_engine.bdd.skeleton import Sketch, sketches, written
from pathway_engine.cli import main
from pathway_engine.definition import load, load_text
from pathway_engine.definition.load import load_bases
from pathway_engine.text import LANGUAGES
from tests.definitions.examples import SMALL


@pytest.mark.parametrize(("region", "language"), [("fi-base", "fi"), ("siun-sote", "sv"), ("fidelity-cycle", "en")])
def test_every_scenario_holds_and_has_no_fault(region: str, language: str) -> None:
    """The machine finds out who may make each move, what has to be recorded first, and where it leads."""
    pathway = load(region)
    found = sketches(pathway, load_bases(region), language)
    text = written(pathway, found, language)

    assert [(each.name, each.lacks) for each in found if each.lacks] == []
    assert findings_of(text, "new.feature", folder=Path.cwd()) == []


def test_every_move_and_service_is_in_them() -> None:
    """Whoever begins with them begins with every move of the pathway shown."""
    pathway = load("consensus-agreement")
    seen = Seen()
    for each in sketches(pathway, (), "fi"):
        scene = acted(pathway, "fi", list(each.said))
        seen.journal(pathway, scene.journal, scene.background.get(scene.case.id, set()))

    figures = {each.kind: each.untouched for each in covered(pathway, seen)}
    assert (figures["move"], figures["service"]) == ((), ())


def test_the_regions_own_come_first_and_the_inherited_say_from_where() -> None:
    """What is unchanged is shown by the parent's features already; a comment says so."""
    pathway = load("paijat-hame")
    found = sketches(pathway, load_bases("paijat-hame"), "fi")
    parents = [each.parent for each in found]

    assert parents == sorted(parents)
    assert {"", "fi-base"} == set(parents)
    assert written(pathway, found, "fi").count("# Peritty ennallaan: fi-base.") == parents.count("fi-base")


def test_no_two_scenarios_have_one_name() -> None:
    """Of two of one name pytest-bdd would run one."""
    names = [each.name for each in sketches(load("fi-base"), (), "fi")]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_found_out_is_said(language: str) -> None:
    """A move that asks for what only a host can supply is left to its writer, with what is missing."""
    asked = "requires: [{record: note, where: {min: {hours: 5}, max: {hours: 3}}}]"
    pathway = load_text(SMALL.replace("requires: [{record: note}]", asked))
    found = {each.name: each for each in sketches(pathway, (), language)}
    begin = found[pathway.transitions["begin"].title.to(language)]

    assert begin.lacks
    assert begin.lacks[:40] in written(pathway, [begin], language)


def test_a_label_means_nothing_to_gherkin() -> None:
    """A cell with a bar, a line break or a backslash stays one cell."""
    said = Sketch("x", (), "", "a\nb")

    assert "# Fill in: a b\n" in written(load("fi-base"), [said], "en")


def test_the_command_writes_files_and_never_over_others(tmp_path: Path) -> None:
    """Own and inherited apart; what is there already stays."""
    arguments = ["features", "new", "oulu-palo", "--lang", "fi", "-o", str(tmp_path / "oulu")]
    done = CliRunner().invoke(main, arguments)
    again = CliRunner().invoke(main, arguments)
    shown = CliRunner().invoke(main, [*arguments[:5], "--own"])

    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "oulu").iterdir()) == [
        "oulu-palo-inherited.feature",
        "oulu-palo.feature",
    ]
    assert again.exit_code == 2
    assert shown.output == (tmp_path / "oulu" / "oulu-palo.feature").read_text(encoding="utf-8")
