"""Ten features broken by hand, and what each tells its writer: where, what, and what to do; never in Python's words."""

import re
from pathlib import Path

import pytest

from pathway_engine.bdd.launching import run

BROKEN = Path(__file__).parent / "broken"
TOLD = {
    "01_pilkku": """\
:5:5: Kirjoita ilman pilkkua: ”Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"”. \
Sanan ”Oletetaan,” jälkeen riviä ei muuten ajeta.""",
    "02_avainsana": ":6:5: ”Kuun” ei ole avainsana, joten riviä ei ajeta. Tarkoititko: Kun?",
    "03_sama_nimi": """\
:10:3: Tapaus ”Alku” on jo rivillä 7; samannimisistä ajettaisiin vain toinen. Anna sille oma nimi.""",
    "04_ei_kielta": """\
:1:1: Tiedoston ensimmäiseltä riviltä puuttuu kieli. Kirjoita sille: # language: fi""",
    "05_ei_niin_lausetta": """\
:4:3: Tapauksesta puuttuu Niin-lause, joten se ei osoita mitään. Lisää lause, joka kertoo, mitä seuraa.""",
    "06_sarake_puuttuu": """\
:6:5: Paikalla <vaihe> ei ole saraketta taulukossa Tapaukset. Sarakkeet ovat: tila.""",
    "07_tuntematon_nimi": """\
:6:30: Nimeä ”Suunnitelma ja palvelu kokonaisuus” ei ole palvelupolulla. \
Lähimmät: ”Suunnitelma ja palvelukokonaisuus”
:7:69: Nimeä ”omatyöntekija” ei ole palvelupolulla. Lähimmät: ”omatyöntekijä”, ”sosiaalityöntekijä”, ”työnantaja\
”""",
    "08_tuntematon_lause": """\
:6:5: Alku
Lause:        Niin asiakkaan vaihe on "Yhteydenotto"
Ei toteudu:   Tätä lausetta ei tunneta. Lähin on: asiakas on vaiheessa "…\"""",
    "09_taulukko_puuttuu": """\
:8:5: Lauseen alle kuuluu taulukko: otsikkorivi ja rivejä, esimerkiksi | kohta | sisältö |.""",
    "10_ei_toteudu": """\
:8:5: Arviointi valmistuu tyhjästä
Lause:        Kun "omatyöntekijä" tekee siirtymän "Arviointi on valmis"
Ei toteudu:   Tämä ei ole vielä mahdollista.
Puuttuu:
  - arvio ”Palvelutarpeen arviointi” (täydentää: omatyöntekijä, sosiaalityöntekijä, sosiaaliohjaaja,
    työkyvyn tuen tiimi)
  - nimetty henkilö tehtävään ”omatyöntekijä” (täydentää: koordinaattori)
Vaihe:        Palvelutarpeen arviointi
Vastuu:       omatyöntekijä, hyvinvointialue
Viimeksi tapahtui:""",
}


@pytest.fixture(scope="module")
def told() -> str:
    """Run all ten at once; give everything that is told, without the folder in front of file names."""
    outcome = run([BROKEN], lambda _: None)
    text = "\n".join([*outcome.faults, *(each.text for each in outcome.scenarios if not each.holds)])
    return re.sub(r"^\S*broken/", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_broken_feature_tells_what_to_do(told: str, name: str) -> None:
    """File and line, the fault, and the way out, in the language of the feature."""
    first, *rest = TOLD[name].splitlines()
    wanted = [f"{name}.feature{line}" if line.startswith(":") else line for line in (first, *rest)]

    assert "\n".join(wanted) in told


def test_there_are_ten_and_each_is_told_without_python(told: str) -> None:
    """No traceback, no name of a module or a class."""
    assert len(TOLD) == 10 == len(list(BROKEN.glob("*.feature")))
    assert not re.search(r"Traceback|\.py\b|Error\b|Exception", told)
