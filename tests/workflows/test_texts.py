"""Every label and every text for the client is there in three languages, and reads well."""

import re
from collections.abc import Iterator

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.definition.model import (
    Pathway,
    PlainText,
)
from pathway_engine.engine.reading import client_view
from pathway_engine.text import LANGUAGES, Text
from tests.workflows.journey import served
from tests.workflows.shipped import each_pathway, labels, pathway

LABELS = {
    "rovaniemi": {
        "pathway": {"Rovaniemi"},
        "organisation": {"Lapin hyvinvointialue", "Rovaniemen työllisyyspalvelut"},
        "role": {"asiakas", "omatyöntekijä", "työhönvalmentaja", "asiakasvastaava"},
        "state": {
            "Suunnitelma ja palvelukokonaisuus",
            "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa",
        },
        "group": {"Työhönvalmennus"},
        "service": {
            "Kuntouttava työtoiminta",
            "Vammaisten työtoiminta",
            "Kehitysvammaisten työtoiminta",
        },
        "permit": {"Tietojen antaminen"},
        "record": {"Saattaen vaihto"},
    },
    "siun-sote": {
        "pathway": {"Siun sote"},
        "record": {"Aktivointisuunnitelma"},
        "service": {"Kuntouttava työtoiminta"},
        "move of rehabilitative_work_activity": {"Paikka löytyi"},
        "role": {"kunnan työntekijä", "sosiaaliohjaaja"},
        "deadline": {"Aktivointisuunnitelman tarkistus"},
        "move": {"Haluan työhönvalmennukseen"},
    },
    "fi-base": {
        "pathway": {"Kansallinen perusmalli"},
        "state": {
            "Tuki työssä ja työn ulkopuolella",
            "Nopea työnetsintä avoimilta työmarkkinoilta",
        },
        "record": {"Asiakassuunnitelma", "Työsuhteen lopettaminen", "Aktivointisuunnitelma"},
        "move": {"Vahvista suunnitelma", "Työsuhde päättyi", "Haluan työhönvalmennukseen"},
        "deadline": {"Yhteydenotto työn päätyttyä"},
        "organisation": {"työnantaja"},
        "field of client_plan": {
            "tavoitteet",
            "mittarit",
            "seuranta",
            "suunnitelmasta vastaava taho",
        },
        "field of job_end": {"päättymispäivä", "syy", "asiakkaan toive"},
        "item of job_end_reasons": {"määräaika päättyi"},
        "move of rehabilitative_work_activity": {"Paikka löytyi"},
    },
}


@each_pathway
def test_the_names_that_experts_write_in_features_exist(name: str) -> None:
    """What the example features call by name is called so."""
    found: dict[str, set[str]] = {}
    for kind, key in labels(pathway(name)):
        found.setdefault(kind, set()).add(key.fi)

    for kind, wanted in LABELS.get(name, {}).items():
        assert wanted <= found[kind], kind


@each_pathway
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_written_and_unlike_one_another(name: str, language: str) -> None:
    """In each language every thing has a label, and no two things of a kind share one."""
    seen: dict[tuple[str, str], Text] = {}
    for kind, text in labels(pathway(name)):
        label = " ".join(text.to(language).replace("–", "-").casefold().split())
        assert label
        assert (kind, label) not in seen
        seen[kind, label] = text


@each_pathway
def test_entries_of_one_move_share_its_label(name: str) -> None:
    """Entries with the same trigger are one move, so they are called the same."""
    titles: dict[str, set[Text]] = {}
    for key, move in pathway(name).transitions.items():
        titles.setdefault(move.trigger or key, set()).add(move.title)

    assert all(len(found) == 1 for found in titles.values())


PLACEHOLDERS = {"worker", "phone", "date", "organisation", "reason"}
NEVER = re.compile(r"ei valmis|\b(evät|epä[äs]|poistet|PTA\b|TYP\b|KTT\b|aksu)")
MOST_WORDS = 12


def plain_texts(of: Pathway) -> Iterator[tuple[str, PlainText]]:
    """Give everything the client reads, with where it stands."""
    yield from ((key, state.plain) for key, state in of.states.items() if state.plain)
    yield from ((key, each.plain) for key, each in of.services.items() if each.plain)
    yield from of.plain.items()


@each_pathway
def test_every_state_and_service_has_a_plain_text(name: str) -> None:
    """A client can read where they are in every state and every service."""
    of = pathway(name)

    assert all(state.plain and state.plain.title for state in of.states.values())
    assert all(service.plain for service in of.services.values())
    assert set(of.plain) >= {"always", "waiting", "handover"}


@each_pathway
@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_texts_keep_the_rules_of_plain_language(name: str, language: str) -> None:
    """Short sentences, no brackets, no office words, and placeholders that need not bend."""
    for where, plain in plain_texts(pathway(name)):
        words = plain.text.to(language)
        title = f"{plain.title.to(language)}." if plain.title else ""
        for sentence in re.split(r"(?<=[.!?])\s+", f"{title} {words}".strip()):
            assert sentence.endswith((".", "!", "?")), f"{where}: {sentence}"
            assert len(sentence.split()) <= MOST_WORDS, f"{where}: {sentence}"
        bare = re.sub(r"\{\w+\}", "", words)
        assert not set("()[]{}/") & set(bare), where
        assert not NEVER.search(bare), where
        assert set(re.findall(r"\{(\w+)\}", words)) <= PLACEHOLDERS, where
        assert not re.search(r"\w\{|\}[\w:]", words), where


@each_pathway
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_a_region_reads_as_a_page(name: str, language: str) -> None:
    """In every state, the region's own among them, the page says where one is and who answers, all filled in."""
    of = pathway(name)
    values = dict.fromkeys(("worker", "phone", "date", "organisation", "reason"), "X")
    case = served(of, next(iter(of.organisations))).case

    for state in of.states:
        page = client_view(of, evolve(case, state=state), language, values)
        assert page.title
        assert page.text
        assert page.always
        assert "{" not in page.text + page.always


def test_whoever_waits_for_coaching_reads_so() -> None:
    """The queue's text stands beside the state's own; waiting for a service says nothing of coaching."""
    journey = served("rovaniemi", "lapland_county")
    page = client_view(journey.pathway, journey.case, "fi", {})
    assert "jonossa" not in page.text

    journey.desk.do(c.JoinQueue(case="k", actor=journey.actor("asiakas"), queue="work_trial"))
    assert "jonossa" not in client_view(journey.pathway, journey.case, "fi", {}).text
    journey.desk.do(c.JoinQueue(case="k", actor=journey.actor("asiakas"), queue="Haluan työhönvalmennukseen"))

    assert "Olet jonossa työhönvalmennukseen." in client_view(journey.pathway, journey.case, "fi", {}).text
