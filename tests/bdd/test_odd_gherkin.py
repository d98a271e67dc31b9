"""Gherkin as people write it who never read of it: each way runs, or is told at its place; none passes in silence."""

import io
from pathlib import Path

import pytest

from pathway_engine.bdd.launching import run
from pathway_engine.bdd.lint import findings_of

HEAD = "# language: fi\nOminaisuus: Esimerkki\n\n"
BACK = '  Tausta:\n    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"\n\n'
THEN = '    Niin asiakas on vaiheessa "Yhteydenotto"\n'
SCENE = f'  Tapaus: Alku\n    Oletetaan että asiakas on vaiheessa "Yhteydenotto"\n{THEN}'
GOOD = HEAD + BACK + SCENE
OUTLINE = (
    '  Tapausaihio: Aihio\n    Niin asiakas on vaiheessa "<v>"\n\n    Tapaukset:\n      | v |\n      | Yhteydenotto |\n'
)


def told(text: str) -> list[tuple[int, str]]:
    """Give line and code of everything that lint tells."""
    return [(each.line, each.code) for each in findings_of(text, "a.feature")]


RIGHT = {
    "a mark before the first letter": f"\ufeff{GOOD}",
    "line ends of Windows": GOOD.replace("\n", "\r\n"),
    "line ends of an old Macintosh": GOOD.replace("\n", "\r"),
    "tabs for spaces before a line": GOOD.replace("    ", "\t"),
    "no-break spaces and doubled ones within": GOOD.replace("on vaiheessa ", "on\u00a0 vaiheessa\t"),
    "the quotes of Word": GOOD.replace('"Yhteydenotto"', "”Yhteydenotto”"),
    "English quotes": GOOD.replace('"Yhteydenotto"', "“Yhteydenotto”"),
    "quotes as in books": GOOD.replace('"Yhteydenotto"', "»Yhteydenotto»"),
    "French quotes": GOOD.replace('"Yhteydenotto"', "«Yhteydenotto»"),
    "German quotes": GOOD.replace('"Yhteydenotto"', "„Yhteydenotto“"),
    "capitals in a name": GOOD.replace("Yhteydenotto", "YHTEYDENOTTO"),
    "capitals in a sentence": GOOD.replace("asiakas on vaiheessa", "Asiakas On Vaiheessa"),
    "comments between lines": GOOD.replace("    Niin", "    # huomaa\n    Niin") + "# loppu",
    "a comment before the language": f"# Kirjoittanut suunnittelija\n\n{GOOD}",
    "tags with letters of our own": GOOD.replace("Ominaisuus", "@a @tuettu-työllistyminen\nOminaisuus"),
    "a rule": GOOD.replace("  Tausta", "  Rule: Sääntö\n\n  Tausta"),
    "an outline of one row": HEAD + BACK + OUTLINE,
    "a place in the name of an outline": HEAD + BACK + OUTLINE.replace("Aihio", "Aihio <v>"),
    "a name of odd letters": GOOD.replace("Alku", '[a] {b} :: <c> "d" \\ % $ 😀'),
    "no name": GOOD.replace(" Alku", ""),
    "a client with a small letter": GOOD.replace("asiakas on", 'asiakas "a" on', 1).replace(
        "Niin asiakas", 'Niin asiakas "A"'
    ),
    "prose that begins like a keyword": GOOD.replace(
        "\n\n", "\n  Tausta tälle on laki.\n  Kun apua tarvitaan, sitä saa.\n\n", 1
    ),
}

WRONG = {
    "a tab after a keyword": (GOOD.replace("Oletetaan että asiakas", "Oletetaan\tettä asiakas"), 8, "keyword-space"),
    "a no-break space after one": (
        GOOD.replace("Oletetaan että asiakas", "Oletetaan\u00a0että asiakas"),
        8,
        "keyword-space",
    ),
    "single quotes": (GOOD.replace('"Yhteydenotto"', "'Yhteydenotto'", 1), 8, "quotes"),
    "no quotes": (GOOD.replace('"Yhteydenotto"', "Yhteydenotto", 1), 8, "quotes"),
    "half of the quotes": (GOOD.replace('"Yhteydenotto"', '"Yhteydenotto', 1), 8, "quotes"),
    "quotes within quotes": (GOOD.replace('"Yhteydenotto"', '"Yhteyden"otto"', 1), 8, "quotes-inside"),
    "a role without quotes": (
        GOOD.replace("    Niin", '    Kun omatyöntekijä tekee siirtymän "Arviointi on valmis"\n    Niin'),
        9,
        "quotes",
    ),
    "a full stop": (GOOD.replace('"Yhteydenotto"', '"Yhteydenotto".', 1), 8, "full-stop"),
    "a comment behind a sentence": (GOOD.replace('"Yhteydenotto"', '"Yhteydenotto" # huom', 1), 8, "comment"),
    "an inflected name": (GOOD.replace('"Yhteydenotto"', '"Yhteydenotossa"', 1), 8, "name"),
    "a client with a name": (GOOD.replace("asiakas on", 'asiakas "Matti" on', 1), 8, "client-letter"),
    "capitals in a keyword": (GOOD.replace("Oletetaan että asiakas", "OLETETAAN että asiakas"), 8, "keyword"),
    "a small letter in a keyword": (GOOD.replace("    Niin", "    niin"), 9, "keyword"),
    "a keyword of another language": (GOOD.replace("Oletetaan että asiakas", "Given asiakas"), 8, "keyword"),
    "no keyword": (GOOD.replace("Oletetaan että asiakas", "asiakas"), 8, "no-keyword"),
    "Ja at the beginning": (GOOD.replace("Oletetaan että asiakas", "Ja asiakas"), 8, "first-and"),
    "Ja at the beginning of the background": (GOOD.replace("Oletetaan että käyt", "Ja käyt"), 5, "first-and"),
    "a star at the beginning": (GOOD.replace("Oletetaan että asiakas", "* asiakas"), 8, "first-and"),
    "Ominaisuus without a colon": (GOOD.replace("Ominaisuus:", "Ominaisuus"), 2, "colon"),
    "Tausta without a colon": (GOOD.replace("Tausta:", "Tausta"), 4, "colon"),
    "Tapaus without a colon": (GOOD.replace("Tapaus:", "Tapaus"), 7, "colon"),
    "the second Tapaus without a colon": (GOOD + SCENE.replace("Tapaus: Alku", "Tapaus Loppu"), 10, "colon"),
    "Tapausaihio without a colon": (HEAD + BACK + OUTLINE.replace("Tapausaihio:", "Tapausaihio"), 7, "colon"),
    "Tapaukset without a colon": (HEAD + BACK + OUTLINE.replace("Tapaukset:", "Tapaukset"), 10, "colon"),
    "a colon in the wrong place": (GOOD.replace("Tapaus: Alku", "Tapaus, Alku:"), 7, "colon"),
    "Sääntö": (GOOD.replace("  Tausta", "  Sääntö: yksi\n  Tausta"), 4, "title"),
    "Scenario in Finnish": (GOOD.replace("Tapaus:", "Scenario:"), 7, "title"),
    "a sentence below a rule": (GOOD.replace("  Tausta", f"  Rule: yksi\n{THEN}\n  Tausta"), 5, "prose"),
    "a table below nothing": (GOOD.replace("Alku\n", "Alku\n      | a |\n"), 8, "table-nowhere"),
    "a background after a scenario": (HEAD + SCENE + BACK, 7, "misplaced"),
    "a tag before the background": (GOOD.replace("  Tausta", "  @a\n  Tausta"), 5, "tag-background"),
    "a space in a tag": (GOOD.replace("  Tapaus", "  @a b\n  Tapaus"), 7, "tag"),
    "a tag at the end": (f"{GOOD}  @a\n", 10, "ends-early"),
    "two features in one file": (f"{GOOD}Ominaisuus: Toinen\n{SCENE}", 10, "second-feature"),
    "an unknown sentence in the background": (
        GOOD.replace("\n\n  Tapaus", "\n    Ja jotain ihan muuta\n\n  Tapaus"),
        6,
        "undefined",
    ),
    "a row too short": (
        GOOD.replace("    Niin", "    Kun puuttuu:\n      | a | b |\n      | c |\n    Niin"),
        11,
        "cells",
    ),
    "a column twice": (
        HEAD + BACK + OUTLINE.replace("| v |", "| v | v |").replace("otto |", "otto | Yhteydenotto |"),
        11,
        "column-twice",
    ),
    "text in three quotes": (GOOD.replace("    Niin", '    """\n    a\n    """\n    Niin'), 9, "text-not-taken"),
    "three quotes that do not end": (GOOD.replace("    Niin", '    """\n    Niin'), 9, "text-open"),
    "no colon before a table": (GOOD + "    Ja puuttuu\n", 10, "colon-wanted"),
    "a colon without a table": (GOOD + "    Ja mikään ei ole muuttunut:\n", 10, "colon-extra"),
    "the language of another": (GOOD.replace("language: fi", "language: sv"), 1, "wrong-language"),
    "the language in capitals": (GOOD.replace("language: fi", "language: FI"), 1, "language"),
    "the language with a word more": (GOOD.replace("language: fi", "language: fi suomi"), 1, "no-language"),
    "the language in Finnish": (GOOD.replace("language: fi", "kieli: fi"), 1, "no-language"),
    "the language below the feature": ("Ominaisuus: A\n# language: fi\n" + BACK + SCENE, 2, "no-language"),
    "nothing at all": ("", 1, "no-language"),
    "a language and nothing else": ("# language: fi\n", 1, "ends-early"),
    "a feature and nothing else": (HEAD, 2, "empty"),
    "a letter that is none": (GOOD.replace("Alku", "Al\0ku"), 7, "not-utf8"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_an_odd_way_that_is_right_is_left_alone(name: str) -> None:
    """Lint has nothing to say of it, as it is read from a file."""
    assert told(io.TextIOWrapper(io.BytesIO(RIGHT[name].encode()), encoding="utf-8-sig").read()) == []


def test_every_odd_way_that_is_right_runs_and_holds(tmp_path: Path) -> None:
    """Each in a file of its own, all in one run; none is left out."""
    for name, text in RIGHT.items():
        (tmp_path / f"{name}.feature").write_bytes(text.encode())
    outcome = run([tmp_path], lambda _: None)

    assert outcome.faults == []
    assert sorted(Path(each.file).stem for each in outcome.scenarios if each.holds) == sorted(RIGHT)


@pytest.mark.parametrize("name", WRONG)
def test_an_odd_way_that_is_wrong_is_told_once(name: str) -> None:
    """At its line, and nothing besides that only follows from it."""
    text, line, code = WRONG[name]

    assert told(text)[:1] == [(line, code)]
    assert len(set(told(text))) <= 2


SWEDISH = """\
# language: sv
Egenskap: A
  Scenario: B
    Givet att servicestigen "fi-base" används
    Så är klienten i skedet "Kontakt"
"""
ENGLISH = """\
# language: en
Feature: A
  Scenario: B
    Given the pathway "fi-base" is in use
    Then the client is in the state "Contact"
"""
SAME = (
    (SWEDISH, "Scenario:", "Scenario", "colon", "Skriv: Scenario: B"),
    (SWEDISH, "Så är", "Så, är", "comma", "utan kommatecken"),
    (SWEDISH, "Egenskap", "Ominaisuus", "wrong-language", "Kirjoita: # language: fi"),
    (ENGLISH, "Scenario:", "Scenario", "colon", "Write: Scenario: B"),
    (ENGLISH, '"Contact"', "Contact", "quotes", "in quotes"),
    (ENGLISH, "in use", "in usage", "undefined-near", "The nearest is"),
)


@pytest.mark.parametrize(("text", "right", "wrong", "code", "words"), SAME)
def test_what_is_told_is_told_in_the_language_of_the_feature(
    text: str, right: str, wrong: str, code: str, words: str
) -> None:
    """Swedish and English writers read their own; whoever named a wrong language, the one they write."""
    assert findings_of(text, "a.feature") == []
    first = findings_of(text.replace(right, wrong), "a.feature")[0]

    assert first.code == code
    assert words in first.text


def test_an_outline_of_two_thousand_rows_and_a_table_of_ten_thousand_take_seconds() -> None:
    """Every row is looked at, and the last one is told of as well as the first."""
    rows = "".join(f"      | Yhteydenotto{number} |\n" for number in range(2000))
    outline = HEAD + BACK + OUTLINE.replace("      | Yhteydenotto |\n", rows)
    items = "".join(f"      | tavoitteet{number} | a |\n" for number in range(10_000))
    table = f'    Kun "omatyöntekijä" kirjaa suunnitelman "Asiakassuunnitelma":\n      | kohta | sisältö |\n{items}'

    assert len(told(outline)) == 2000
    assert told(GOOD.replace("    Niin", f"{table}    Niin"))[-1] == (10_010, "field")
