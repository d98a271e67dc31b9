"""Every trap in which a feature would pass without being looked at, and every fault told before a run."""

import pytest

from pathway_engine.bdd.lint import Finding, findings_of

HEAD = """\
# language: fi
Ominaisuus: Esimerkki

  Tausta:
    Oletetaan että käytössä on palvelupolku "Rovaniemi"
"""
GOOD = """
  Tapaus: Alku
    Oletetaan että asiakas on vaiheessa "Yhteydenotto"
    Niin asiakas on vaiheessa "Yhteydenotto"
"""


def found(*parts: str, text: str = "") -> list[Finding]:
    """Look through a feature made of parts."""
    return findings_of(text or HEAD + "".join(parts), "a.feature")


def test_a_good_feature_has_no_finding() -> None:
    """What is right is left alone."""
    assert found(GOOD) == []


SCENARIO = "  Tapaus: Toinen\n"
THEN = '    Niin asiakas on vaiheessa "Yhteydenotto"\n'


@pytest.mark.parametrize(
    ("code", "part", "line"),
    [
        ("comma", f'{SCENARIO}    Oletetaan, että asiakas on vaiheessa "Yhteydenotto"\n{THEN}', 7),
        ("comma", f"{SCENARIO}{THEN}    Kun, päivä on 1.2.2025\n", 8),
        ("keyword", f'{SCENARIO}    Olettaen että asiakas on vaiheessa "Yhteydenotto"\n{THEN}', 7),
        ("keyword", f"{SCENARIO}{THEN}    Nin siirtymä ei onnistu\n", 8),
        ("duplicate", f"  Tapaus: Sama\n{THEN}  Tapaus: Sama\n{THEN}", 8),
        ("no-then", f'{SCENARIO}    Oletetaan että asiakas on vaiheessa "Yhteydenotto"\n', 6),
        ("no-steps", "  Tapaus: Tyhjä\n", 6),
        ("no-column", f"{SCENARIO}    Kun päivä on <päivä>\n{THEN}", 7),
        ("no-rows", f"  Tapausaihio: Aihio\n{THEN}\n    Tapaukset:\n      | päivä |\n", 9),
        ("no-rows", f"  Tapausaihio: Aihio\n{THEN}", 6),
        ("undefined", f"{SCENARIO}    Niin xyzzy\n", 7),
        ("undefined-near", f'{SCENARIO}    Niin asiakas oli vaiheessa "Yhteydenotto"\n', 7),
        ("name", f'{SCENARIO}    Niin asiakas on vaiheessa "Yhteydenoto"\n', 7),
        ("table-wanted", f"{SCENARIO}    Niin asiakas näkee:\n", 7),
        ("table-not-taken", f"{SCENARIO}{THEN.rstrip()}\n      | mitä |\n      | kaikki |\n", 8),
        ("person", f'{SCENARIO}    Oletetaan että tehtävään "omatyöntekijä" on nimetty "131052-900W"\n{THEN}', 7),
    ],
)
def test_a_trap_is_told_at_its_line(code: str, part: str, line: int) -> None:
    """Each trap is found once, at the line where it stands."""
    assert [(each.code, each.line) for each in found(part)] == [(code, line)]


@pytest.mark.parametrize("part", ["  Tapaus: Alku\n", "  Tausta:\n"])
def test_what_a_comma_swallowed_is_not_missed_a_second_time(part: str) -> None:
    """A pathway that is said, with a comma, is one slip: nobody is told besides that none was said."""
    head = f"# language: fi\nOminaisuus: Pilkku\n{part}"
    line = '    Oletetaan, että käytössä on palvelupolku "Rovaniemi"\n'
    rest = THEN if "Tapaus" in part else f"{SCENARIO}{THEN}"

    assert [(each.code, each.line) for each in found(text=f"{head}{line}{rest}")] == [("comma", 4)]


def test_a_scenario_whose_own_keyword_is_misspelled_is_found() -> None:
    """With its keyword wrong a scenario becomes prose of the feature: told once, at its keyword; prose stays."""
    head = "# language: fi\nOminaisuus: A\n  Kun apua tarvitaan, sitä saa.\n  Huomaa: näin on.\n"
    use = '    Oletetaan että käytössä on palvelupolku "Rovaniemi"\n'
    wrong = f"  Tapus: Toinen\n{use}{THEN}"

    assert found(text=f"{head}  Tapaus: Yksi\n{use}{THEN}") == []
    lines = [(each.code, each.line) for each in found(text=f"{head}{wrong}  Tapaus: Yksi\n{use}{THEN}")]
    assert lines == [("title", 5)]


def test_two_scenarios_of_one_name_are_found_across_rules() -> None:
    """Under different rules, too, one of the two would be dropped without a word."""
    rules = f"  Rule: Yksi\n\n    Tapaus: Sama\n  {THEN}\n  Rule: Kaksi\n\n    Tapaus: Sama\n  {THEN}"

    assert [each.code for each in found(rules)] == ["duplicate"]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Ominaisuus: A\n", "# language: fi"),
        ("Egenskap: A\n", "# language: sv"),
        ("Feature: A\n", "# language: en"),
    ],
)
def test_a_file_without_a_language_is_told_what_to_write(text: str, header: str) -> None:
    """The finding is in the language of the words used, and says the line to write."""
    (one,) = found(text=text)

    assert one.code == "no-language"
    assert header in one.text


def test_a_misspelled_name_is_told_with_what_was_meant() -> None:
    """An unknown label brings the nearest known ones."""
    (one,) = found(f'{SCENARIO}    Niin asiakas on vaiheessa "Suunitelma ja palvelukokonaisuus"\n')

    assert "”Suunnitelma ja palvelukokonaisuus”" in one.text


def test_a_finding_is_written_as_editors_read_it() -> None:
    """File, line, column, then the sentence."""
    (one,) = found(f"{SCENARIO}    Niin xyzzy\n")

    assert str(one).startswith("a.feature:7:10: Tätä lausetta ei tunneta.")


def test_a_sentence_of_the_hosts_own_is_no_fault_inside_a_run() -> None:
    """Inside a run the host's steps are known to pytest-bdd, so lint leaves unknown sentences to it."""
    text = f"{HEAD}{SCENARIO}    Niin xyzzy\n"

    assert findings_of(text, "a.feature", whole=False) == []


FIRST = """\
# language: fi
Ominaisuus: Alku
  Tapaus: Yhteydenotto
    Oletetaan että käytössä on palvelupolku "Rovaniemi"
    Niin asiakas on vaiheessa "Yhteydenotto"
"""


@pytest.mark.parametrize(
    ("right", "wrong", "code", "told"),
    [
        ("language: fi", "language: fin", "language", "Kirjoita: # language: fi"),
        ("Rovaniemi", "Rovaniem", "pathway", "Lähimmät: ”rovaniemi”"),
        ("Rovaniemi", "Xyzzy", "pathway-only", "ominaisuuden kansiosta"),
        ("käytössä", "k\ufffdyt\ufffdss\ufffd", "not-utf8", "UTF-8"),
    ],
)
def test_one_slip_at_the_beginning_is_told_as_one(right: str, wrong: str, code: str, told: str) -> None:
    """A wrong language, pathway or encoding is one finding in the writer's language, not one for each line."""
    found = findings_of(FIRST.replace(right, wrong), "alku.feature")

    assert [each.code for each in found] == [code]
    assert told in found[0].text
