"""A region's own phrases: what they stand for, what is wrong with a file of them, and that none passes unseen."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pathway_engine.bdd.acting import speak
from pathway_engine.bdd.failing import StepFailed
from pathway_engine.bdd.lint import findings_of
from pathway_engine.bdd.phrases import FILE, Part, phrases_of
from pathway_engine.bdd.scene import Scene
from pathway_engine.cli import main
from tests.bdd.project import HEAD, project, run

GOOD = """\
phrases:
  - fi: asiakas kävi aksussa {päivä}
    sv: klienten gjorde aktiveringsplanen {päivä}
    steps:
      - päivä on {päivä}
      - '"omatyöntekijä" kirjaa suunnitelman "Aktivointisuunnitelma"'
  - fi: pidettiin palaveri, jossa oli mukana "{kuka}"
    steps:
      - pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
          - asiakas
          - "{kuka}"
  - fi: suunnitelmassa on vain tavoite "{tavoite}"
    steps:
      - '"omatyöntekijä" kirjaa suunnitelman "Asiakassuunnitelma"':
          tavoitteet: "{tavoite}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project with a file of phrases."""
    (tmp_path / "pytest.ini").write_text("[pytest]\npathway_features = .\n", encoding="utf-8")
    (tmp_path / FILE).write_text(GOOD, encoding="utf-8")
    return tmp_path


def wrong(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Give line, column and code of what is wrong with a file of phrases."""
    (folder / FILE).write_text(text, encoding="utf-8")
    return [(each.line, each.column, each.code.removeprefix("phrase-")) for each in phrases_of(folder).findings("fi")]


def test_a_phrase_stands_for_sentences_of_the_library(folder: Path) -> None:
    """In every language it is written in, with what was filled in, and with its tables."""
    phrases = phrases_of(folder)
    plan = Part('"omatyöntekijä" kirjaa suunnitelman "Aktivointisuunnitelma"')

    assert phrases.read("että asiakas kävi aksussa 1.4.2025", "fi") == (Part("päivä on 1.4.2025"), plan)
    assert phrases.read("klienten gjorde aktiveringsplanen 1.4.2025", "sv")[1] == plan
    assert phrases.read("pidettiin palaveri, jossa oli mukana ”omatyöntekijä”")[0].table == (
        ("",),
        ("asiakas",),
        ("omatyöntekijä",),
    )
    assert phrases.read("asiakas kävi muualla") == ()


def test_a_nearer_file_wins(folder: Path) -> None:
    """Of two phrases that read one sentence, that beside the feature counts."""
    below = folder / "alue"
    below.mkdir()
    text = "phrases:\n  - fi: asiakas kävi aksussa {päivä}\n    steps: [päivä on {päivä}]\n".replace("[", "['").replace(
        "]", "']"
    )
    (below / FILE).write_text(text, encoding="utf-8")

    assert len(phrases_of(below).read("asiakas kävi aksussa 1.4.2025")) == 1
    assert len(phrases_of(folder).read("asiakas kävi aksussa 1.4.2025")) == 2


def test_a_phrase_is_acted_out(folder: Path) -> None:
    """Each of its sentences is done in turn; when one does not hold, it is named."""
    scene, phrases = Scene(), phrases_of(folder)
    speak(scene, phrases, 'käytössä on palvelupolku "Kansallinen perusmalli"', "given")
    speak(scene, phrases, 'asiakas on vaiheessa "Palvelutarpeen arviointi"', "given")
    speak(scene, phrases, "asiakas kävi aksussa 1.4.2025", "when")

    assert scene.today.isoformat() == "2025-04-01"
    assert "activation_plan" in scene.case.records
    with pytest.raises(StepFailed):
        speak(scene, phrases, "asiakas kävi aksussa 1.3.2025", "when")
    assert scene.part == "päivä on 1.3.2025"


STEP = "    steps: [päivä on 1.1.2025]\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"phrases:\n  - fi: yksi\n{STEP}", []),
        ("phrases:\n  - fi: [\n", [(3, 1, "yaml")]),
        ("lauseet: []\n", [(1, 1, "key"), (1, 1, "no-phrases")]),
        (f"phrases:\n  - fi: yksi\n    se: ett\n{STEP}", [(3, 5, "key")]),
        ("phrases:\n  - yksi\n", [(2, 5, "not-a-phrase")]),
        (f"phrases:\n  -\n{STEP}", [(3, 5, "no-spelling")]),
        ("phrases:\n  - fi: yksi\n", [(2, 5, "no-steps")]),
        ("phrases:\n  - fi: yksi\n    steps: [[a]]\n", [(3, 13, "not-a-step")]),
        (f"phrases:\n  - fi: yksi {{1a}}\n{STEP}", [(2, 9, "bad-parameter")]),
        (
            f"phrases:\n  - fi: yksi {{a}}\n    sv: ett {{b}}\n{STEP}",
            [(2, 9, "unused-parameter"), (3, 9, "parameters-differ")],
        ),
        ("phrases:\n  - fi: yksi\n    steps: ['päivä on {x}']\n", [(3, 13, "unknown-parameter")]),
        (f"phrases:\n  - fi: yksi {{a}}\n{STEP}", [(2, 9, "unused-parameter")]),
        (f"phrases:\n  - fi: siirtymä ei onnistu\n{STEP}", [(2, 9, "taken")]),
        ("phrases:\n  - fi: 'kuluu {aika}'\n    steps: ['kuluu {aika}']\n", [(2, 9, "taken")]),
        (f"phrases:\n  - fi: yksi\n{STEP}  - fi: yksi\n{STEP}", [(4, 9, "twice")]),
        ("phrases:\n  - fi: yksi\n    steps: [xyzzy]\n", [(3, 13, "step")]),
        ("phrases:\n  - fi: yksi\n    steps: [siirtymä ei onnistunut]\n", [(3, 13, "step-near")]),
        ("phrases:\n  - fi: yksi\n    steps: ['puuttuu:']\n", [(3, 13, "table-wanted")]),
        ("phrases:\n  - fi: yksi\n    steps: [siirtymä ei onnistu: [a]]\n", [(3, 13, "table-not-taken")]),
    ],
)
def test_what_is_wrong_with_a_file_is_told_at_its_place(
    folder: Path, text: str, found: list[tuple[int, int, str]]
) -> None:
    """Line and column of each fault; a phrase without faults has none."""
    assert wrong(folder, text) == found


def test_a_phrase_is_not_made_of_phrases(folder: Path) -> None:
    """No recursion: a step that is another phrase is a fault, and itself is one."""
    text = f"phrases:\n  - fi: yksi\n{STEP}  - fi: kaksi\n    steps: [yksi]\n  - fi: kolme\n    steps: [kolme]\n"

    assert [each[0] for each in wrong(folder, text)] == [5, 7]


def test_names_inside_a_phrase_are_looked_up(folder: Path) -> None:
    """What is filled in is a label of the definition, and lint tells when it is none."""
    feature = (
        f'{HEAD}    Kun pidettiin palaveri, jossa oli mukana "omatyöntekijä"\n    Niin asiakas kävi aksuussa 2.7.2025\n'
    )
    record = (folder / FILE).read_text(encoding="utf-8").replace("Aktivointisuunnitelma", "Aktivointisuunitelma")
    (folder / FILE).write_text(record, encoding="utf-8")

    found = findings_of(feature, "a.feature", folder=folder)
    assert [each.code for each in found] == ["undefined-near"]
    found = findings_of(feature.replace("aksuussa", "aksussa"), "a.feature", folder=folder)
    assert [(each.line, each.code) for each in found] == [(10, "name")]


def test_phrases_run_under_pytest(folder: Path) -> None:
    """A feature in daily words; a broken file of phrases stops every feature that could use it."""
    feature = """\
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun asiakas kävi aksussa 3.6.2025
    Niin on kirjattu suunnitelma "Aktivointisuunnitelma"

  Tapaus: Toinen
    Oletetaan että suunnitelmassa on vain tavoite "työ"
    Niin siirtymä ei onnistu
"""
    code, text = run(project(folder, feature))

    assert (code, "1 failed, 1 passed" in text) == (1, True)
    assert 'Sen osa:      "omatyöntekijä" kirjaa' not in text
    (folder / FILE).write_text("phrases:\n  - fi: yksi\n    steps: [xyzzy]\n", encoding="utf-8")
    code, text = run(folder)
    assert code == 2
    assert f"{FILE}:3:13" in text


def test_own_phrases_are_listed_and_linted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`steps` shows them with what they stand for; `lint` tells what is wrong with their file."""
    (folder / "a.feature").write_text(f'{HEAD}    Niin asiakas on vaiheessa "Yhteydenotto"\n', encoding="utf-8")
    monkeypatch.chdir(folder)
    listed = CliRunner().invoke(main, ["features", "steps", "--lang", "fi"])
    assert "    asiakas kävi aksussa {päivä}\n      = päivä on {päivä}\n" in listed.output

    (folder / FILE).write_text("phrases:\n  - fi: yksi\n    steps: [xyzzy]\n", encoding="utf-8")
    linted = CliRunner().invoke(main, ["features", "lint", "--lang", "fi"])
    assert linted.exit_code == 1
    assert linted.output.startswith(f"{FILE}:3:13: ”xyzzy” ei ole valmis lause")
