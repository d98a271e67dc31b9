"""Features under pytest: collected by themselves, told in the feature's language, and never passed over in silence."""

from pathlib import Path

import pytest

from tests.bdd.project import HEAD, project, run

GOOD = '    Niin asiakas on vaiheessa "Yhteydenotto"\n'


def test_a_feature_is_collected_by_itself(tmp_path: Path) -> None:
    """One feature and the option: no test module, no import, no conftest."""
    code, text = run(project(tmp_path, GOOD))

    assert (code, "1 passed" in text) == (0, True)


def test_without_the_option_features_are_left_alone(tmp_path: Path) -> None:
    """A host's own features are not touched, and nothing of ours is imported for them."""
    code, text = run(project(tmp_path, GOOD, option=False))

    assert (code, "no tests ran" in text) == (5, True)


def test_a_failure_is_told_without_python(tmp_path: Path) -> None:
    """Sentence, what is not so, state, who answers and what happened last: in Finnish, and no traceback."""
    code, text = run(project(tmp_path, '    Niin asiakas on vaiheessa "Palvelut käynnissä"\n'))

    assert code == 1
    assert 'Lause:        Niin asiakas on vaiheessa "Palvelut käynnissä"' in text
    assert "Vaihe ei ole ”Palvelut käynnissä” vaan ”Yhteydenotto”." in text
    assert "Vastuu:       tunnistaja, hyvinvointialue" in text
    assert "Viimeksi tapahtui:" in text
    assert "Traceback" not in text
    assert ".py" not in text


def test_a_refused_move_tells_what_is_missing(tmp_path: Path) -> None:
    """A move that is made but not possible fails with every reason and who can supply it."""
    given = '    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"\n'
    move = '    Kun "omatyöntekijä" tekee siirtymän "Tunnista tuen tarve"\n    Niin mikään ei ole muuttunut\n'
    code, text = run(project(tmp_path, given + move))

    assert code == 1
    assert "jokin näistä: lomake ”Tarkistuslista”; kirjaus ”Asiakkaan oma pyyntö”" in text


def test_the_traceback_is_there_for_those_who_ask(tmp_path: Path) -> None:
    """`--traceback` shows Python's own words."""
    _, text = run(project(tmp_path, '    Niin asiakas on vaiheessa "Palvelut käynnissä"\n'), "--traceback")

    assert "steps_case.py" in text


def test_a_trap_stops_the_run(tmp_path: Path) -> None:
    """A comma after the keyword would make the line a description; the file is not run at all."""
    code, text = run(project(tmp_path, f'    Oletetaan, että asiakas on vaiheessa "Palvelut käynnissä"\n{GOOD}'))

    assert code == 2
    assert "a.feature:9:5: Kirjoita ilman pilkkua" in text


def test_an_unknown_sentence_is_told_with_the_nearest(tmp_path: Path) -> None:
    """Nobody knows it: the sentence that is there is shown."""
    _, text = run(project(tmp_path, '    Niin asiakas oli vaiheessa "Yhteydenotto"\n'))

    assert 'Tätä lausetta ei tunneta. Lähin on: asiakas on vaiheessa "…"' in text


HOST = """
from pytest_bdd import then

@then("kaikki on hyvin")
{define} fine():
    assert {so}
"""


def test_a_hosts_own_step_is_used(tmp_path: Path) -> None:
    """Hosts add sentences in Python beside the feature."""
    feature = "    Niin kaikki on hyvin\n"
    code, text = run(project(tmp_path, feature, conftest=HOST.format(define="def", so=True)))

    assert (code, "1 passed" in text) == (0, True)


def test_an_async_step_is_an_error(tmp_path: Path) -> None:
    """A coroutine that nobody awaits would pass whatever it says."""
    conftest = HOST.format(define="async def", so=False)
    code, text = run(project(tmp_path, "    Niin kaikki on hyvin\n", conftest=conftest))

    assert code == 1
    assert "async def" in text


def test_several_steps_for_one_sentence_are_an_error(tmp_path: Path) -> None:
    """Of two equally near definitions pytest-bdd would run one without a word."""
    conftest = HOST.format(define="def", so=True) + '\n@then("kaikki on hyvin")\ndef other():\n    pass\n'
    code, text = run(project(tmp_path, "    Niin kaikki on hyvin\n", conftest=conftest))

    assert code == 1
    assert "Lauseen voi lukea usealla tavalla" in text


def test_the_nearest_definition_wins(tmp_path: Path) -> None:
    """A host's own step stands before ours."""
    conftest = HOST.format(define="def", so=True).replace("kaikki on hyvin", "siirtymä ei onnistu")
    code, _ = run(project(tmp_path, "    Niin siirtymä ei onnistu\n", conftest=conftest))

    assert code == 0


def test_a_feature_bound_twice_is_an_error(tmp_path: Path) -> None:
    """A file that is collected by itself may not be bound by `scenarios()` too."""
    module = "from pytest_bdd import scenarios\nscenarios('a.feature')\n"
    code, text = run(project(tmp_path, GOOD, test_a=module))

    assert code == 4
    assert "is collected by itself" in text


def test_tags_are_markers(tmp_path: Path) -> None:
    """A tag with letters of any kind selects scenarios, under strict markers too."""
    folder = project(tmp_path, GOOD)
    text = HEAD.replace("  Tapaus: Alku", "  @tuettu-työ\n  Tapaus: Alku") + GOOD
    (folder / "a.feature").write_text(text, encoding="utf-8")

    assert run(folder, "--strict-markers", "-m", "tuettu-työ")[0] == 0
    assert run(folder, "--strict-markers", "-m", "not tuettu-työ")[0] == 5


def test_a_region_beside_the_feature_is_found(tmp_path: Path) -> None:
    """A folder with one YAML that extends the base and one feature is all that is needed."""
    folder = project(tmp_path, GOOD)
    region = (
        'pathway: kotikunta\nextends: fi-base@2025.1\nversion: "1"\nvalid: {from: 2025-01-01}\n'
        "title: {fi: Kotikunta, sv: Hemkommunen, en: Home town}\n"
    )
    (folder / "kotikunta.yaml").write_text(region, encoding="utf-8")
    text = HEAD.replace("Kansallinen perusmalli", "Kotikunta") + GOOD
    (folder / "a.feature").write_text(text, encoding="utf-8")

    assert run(folder)[0] == 0


@pytest.mark.parametrize(
    ("header", "sentences"),
    [
        (
            "# language: sv\nEgenskap: Exempel\n\n  Scenario: Början\n",
            (
                '    Givet att servicestigen "Nationella basmodellen" används\n'
                '    Och klienten är i skedet "Plan och servicehelhet"\n'
                '    Så är klienten i skedet "Plan och servicehelhet"\n'
                '    Men övergången "Börja identifiera stödbehovet" är inte möjlig för "koordinator"\n'
            ),
        ),
        (
            "# language: en\nFeature: Example\n\n  Scenario: Start\n",
            (
                '    Given that the pathway "National base model" is in use\n'
                '    And the client is in the state "Plan and service package"\n'
                '    Then the client is in the state "Plan and service package"\n'
                '    But the move "Start recognising the need" is not possible for the "coordinator"\n'
            ),
        ),
    ],
)
def test_swedish_and_english_run_as_finnish_does(tmp_path: Path, header: str, sentences: str) -> None:
    """One set of steps, three languages."""
    folder = project(tmp_path, GOOD)
    (folder / "a.feature").write_text(header + sentences, encoding="utf-8")

    assert run(folder)[0] == 0
