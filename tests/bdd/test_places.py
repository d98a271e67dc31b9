"""What stands in each place of a sentence is looked at before the run, at its line and column, with what was meant."""

import pytest

from pathway_engine.bdd.lint import Finding, findings_of

HEAD = """\
# language: fi
Ominaisuus: Esimerkki

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Alku
    Oletetaan että "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
"""
END = '    Niin asiakas on vaiheessa "Yhteydenotto"\n'
PLAN = '"omatyöntekijä" kirjaa suunnitelman "Asiakassuunnitelma":'


def found(*lines: str) -> list[Finding]:
    """Look through a scenario with these lines in it; the first is line 10 of the file."""
    return findings_of(HEAD + "".join(f"    {each}\n" for each in lines) + END, "a.feature")


ONE = (
    ("Kun päivä on 31.6.2025", "month", 18, "30.6.2025"),
    ("Kun päivä on 29.2.2026", "month", 18, "28.2.2026"),
    ("Kun päivä on 1.13.2025", "no-date", 18, "15.12.2022"),
    ("Kun päivä on 2025-02-30", "no-date", 18, "15.12.2022"),
    ("Kun päivä on 1.6.25", "no-date", 18, "15.12.2022"),
    ("Kun päivä on 1.6.2025", "back-in-time", 18, "2.6.2025"),
    ("Kun kuluu 201 vuotta", "too-long", 15, "200 vuotta"),
    ("Kun kuluu 99999999999999999999 työpäivää", "too-long", 15, "200 vuotta"),
    ("Kun kuluu kolme viikkoa", "no-duration", 15, "3 kuukautta"),
    ('Kun "omatyontekija" tekee siirtymän "Arviointi on valmis"', "name", 10, "omatyöntekijä"),
    ('Niin koordinaatiovastuu on organisaatiolla "hyvinvointi alue"', "name", 49, "hyvinvointialue"),
    ('Kun asiakas antaa luvan "Tietojen anto" vastaanottajalle "hyvinvointialue"', "name", 30, "”"),
    ('Kun "omatyöntekijä" tekee siirtymän "Arviointi valmis"', "name", 42, "Arviointi on valmis"),
    ('Niin merkintä "xyzzy" on voimassa', "name-only", 20, "pathway show"),
    ('Niin määräaika "Päätos palvelusta" päättyy 1.9.2025', "name", 21, "Päätös palvelusta"),
    ('Niin vaiheesta vastaa "omatyöntekija"', "name", 28, "omatyöntekijä"),
    ('Niin palvelu "Kuntouttava työtoiminta" on vaiheessa "Kesken"', "service-state", 58, "Kuntouttava työtoiminta"),
    ('Niin kirjauksesta "Asiakassuunnitelma" puuttuu kohta "mitari"', "field", 59, "mittarit"),
    ('Kun "omatyöntekijä" kirjaa lomakkeen "Asiakassuunnitelma"', "record-kind", 32, "suunnitelman"),
    ('Kun asiakas hyväksyy kirjauksen "Palvelutarpeen arviointi"', "not-acceptable", 38, "hyväksyy"),
    ('Niin syynä on "Palvelutarpeen arvionti"', "reason", 20, "Palvelutarpeen arviointi"),
    ('Niin saadaan varoitus "xyzzy"', "reason-only", 28, "roolin nimi"),
    ('Niin saattaen vaihdon tila on "hyväksyty"', "status", 36, "hyväksytty"),
    ('Niin asiakas näkee tekstin "Tätä ei lue missään"', "text-only", 33, "plain"),
    (
        'Kun vastaanottaja "hyvinvointialue" ottaa asiakkaan vastaan ilman tapaamista syystä "kiire"',
        "no-option",
        90,
        "kiireellinen",
    ),
    ('Oletetaan että henkilöllä "V" on 501 asiakasta palvelussa "Työhönvalmennus"', "too-many", 38, "500"),
    ('Niin asiakas on vaiheessa ""', "quotes-empty", 5, "Lainausmerkkien"),
)


@pytest.mark.parametrize(("line", "code", "column", "told"), ONE, ids=lambda each: str(each)[:40])
def test_what_cannot_stand_in_its_place_is_told(line: str, code: str, column: int, told: str) -> None:
    """One finding, at the first letter of what was typed, that says what to write."""
    (one,) = found(line)

    assert (one.code, one.line, one.column) == (code, 10, column), one
    assert told in one.text


@pytest.mark.parametrize(
    ("rows", "code", "line", "told"),
    [
        (("| kohta | sisältö |", "| tavoite | työ |"), "field", 12, "tavoitteet"),
        (("| tavoitteet | työ |", "| mittarit | työ |"), "no-header", 11, "| kohta | sisältö |"),
        (("| kohta | sisältö |",), "header-only", 11, "rivejä"),
        (("| kohta | sisältö |", "| tavoitteet | a |", "| tavoitteet | b |"), "cell-twice", 13, "rivillä 12"),
        (("| kohta | sisältö | muuta |", "| tavoitteet | a | b |"), "columns", 11, "3 saraketta"),
        (("| kohta | sisältö |", "| | a |"), "cell-empty", 12, "nimeä"),
        (("| kohta | sisältö |", "| seuranta | 31.6.2025 |"), "value", 12, "2025-01-31"),
        (("| kohta | sisältö |", "| suunnitelmasta vastaava taho | joku |"), "value", 12, "omatyöntekijä"),
    ],
)
def test_a_table_holds_what_the_record_can(rows: tuple[str, ...], code: str, line: int, told: str) -> None:
    """Its header, its items and their values, each at its cell."""
    (one,) = found(f"Kun {PLAN}", *(f"  {row}" for row in rows))

    assert (one.code, one.line) == (code, line), one
    assert told in one.text


@pytest.mark.parametrize(
    ("sentence", "row", "code"),
    [
        ('Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:', "omatyöntekija", "name"),
        ("Niin seuraavaksi mahdollisia siirtymiä ovat:", "Arviointi valmis", "name"),
        ("Niin puuttuu:", "Palvelutarpeen arvionti", "reason"),
        ('Niin vastaanottajalle "hyvinvointialue" on perusteella "xyz" annettu:', "Yhteydenoto", "name"),
        ("Oletetaan että asiakkaasta tiedetään:", "tavoiteet", "no-field"),
        ("Niin asiakas näkee:", "Tätä ei lue missään", "text-only"),
    ],
)
def test_the_rows_of_every_table_are_looked_at(sentence: str, row: str, code: str) -> None:
    """Roles, moves, reasons, records, items and texts."""
    header = [] if "näkee" in sentence else ["  | nimi |"]
    codes = [(each.line, each.code) for each in found(sentence, *header, f"  | {row} |") if each.line > 10]

    assert codes == [(11 + len(header), code)]


def test_who_can_supply_what_is_missing_is_looked_up() -> None:
    """Several roles stand in one cell."""
    rows = ("  | mitä | kuka |", "  | Palvelutarpeen arviointi | omatyöntekijä, sosiaalityontekijä |")

    assert [(each.code, each.line, each.column) for each in found("Niin puuttuu:", *rows)] == [("name", 12, 36)]


def test_what_is_only_tried_may_be_meant_to_be_refused() -> None:
    """A number out of bounds is then left alone; a choice that there is none of is only to be looked at."""
    tried = 'Kun "omatyöntekijä" yrittää kirjata lomakkeen "Tarkistuslista":'
    head = "  | kohta | sisältö |"
    (one,) = found(tried, head, "  | tuen tarpeen merkit | xyzzy |")

    assert (one.code, one.is_error) == ("value", False)


def test_of_what_is_very_long_only_the_beginning_is_shown() -> None:
    """A finding stays one line that can be read."""
    (one,) = found(f'Niin asiakas on vaiheessa "{"a" * 10_000}"')

    assert "a" * 120 + "…" in one.text
    assert len(one.text) < 300


def test_a_slip_in_the_examples_is_told_at_its_cell() -> None:
    """Not at the sentence that the example fills in."""
    text = HEAD.replace("Tapaus: Alku", "Tapausaihio: Alku") + '    Niin asiakas on vaiheessa "<v>"\n\n'
    text += "    Tapaukset:\n      | v |\n      | Yhteydenotto |\n      | Yhteydenoto |\n"

    assert [(each.line, each.column, each.code) for each in findings_of(text, "a.feature")] == [(15, 9, "name")]


def test_without_a_pathway_nothing_is_looked_up_but_days() -> None:
    """A scenario says first which pathway is in use; it is told once, and a day is a day on any pathway."""
    text = "# language: fi\nOminaisuus: A\n  Tapaus: B\n    Oletetaan että tänään on 31.6.2025\n"
    text += '    Kun "xyzzy" tekee siirtymän "xyzzy"\n    Niin puuttuu:\n      | mitä |\n      | xyzzy |\n'

    assert [(each.line, each.code) for each in findings_of(text, "a.feature")] == [(4, "month"), (5, "no-pathway-said")]
    assert [each.code for each in findings_of(text, "a.feature", whole=False)] == ["month"]


def test_what_came_of_a_try_needs_a_try() -> None:
    """A host's own sentence may have tried: then, and inside a run, it is left to the run."""
    text = HEAD.rpartition("    Oletetaan")[0] + "    Niin siirtymä ei onnistu\n"
    own = text.replace("    Niin", "    Kun jotain ihan omaa\n    Niin")

    assert [each.code for each in findings_of(text, "a.feature")] == ["nothing-tried"]
    assert findings_of(text, "a.feature", whole=False) == []
    assert findings_of(own, "a.feature", whole=False) == []
