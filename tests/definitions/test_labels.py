"""Labels: what things are called, and what a typed label stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import load
from pathway_engine.definition.labels import Labels, likened
from pathway_engine.text import Message, Names, Ref, render
from tests.definitions.examples import GROUPED, shelf

PATHWAY = load("grouped", sources=shelf())
LABELS = Labels(PATHWAY)


@pytest.mark.parametrize(
    ("kind", "id_", "label"),
    [
        ("pathway", "grouped", "Pieni polku"),
        ("state", "middle", "Keskellä"),
        ("state", "coaching", "Valmennus"),
        ("state", "coaching.job_search", "Työnhaku"),
        ("state", "activity.engagement", "Sopiminen"),
        ("move", "begin", "Aloita"),
        ("move", "activity.agree", "Sovi"),
        ("record", "note", "Muistio"),
        ("field", "note.why", "miksi"),
        ("role", "worker", "työntekijä"),
        ("organisation", "county", "hyvinvointialue"),
        ("service", "activity", "Valmennus"),
        ("deadline", "soon", "Pian"),
        ("deadline", "activity.contact", "Yhteydenotto"),
        ("flag", "urgent", "kiireellinen"),
        ("permit", "share", "lupa"),
        ("catalogue", "signs", "Merkit"),
        ("option", "signs.school", "koulu"),
    ],
)
def test_everything_has_a_label_that_leads_back(kind: str, id_: str, label: str) -> None:
    """A label is found by kind and id, and the id by the label."""
    service = "activity" if id_.startswith("activity.") else ""

    assert label == LABELS.label(kind, id_, "fi")
    assert id_ == LABELS.find(kind, label, within=service)
    assert id_ == LABELS.find(kind, id_)


def test_what_has_no_label_is_called_by_its_id() -> None:
    """Nothing that is asked for raises."""
    assert LABELS.label("state", "nowhere", "sv") == "nowhere"
    assert LABELS.label("nonsense", "x", "en") == "x"
    assert LABELS.find("nonsense", "x") is None


@pytest.mark.parametrize(
    "typed",
    ["on hold", "ON HOLD", "  On  hold ", "On\u00a0hold", "Paus", "tauko", "waiting", "WAITING"],
)
def test_a_label_is_recognised_however_it_is_typed(typed: str) -> None:
    """Case, doubled and non-breaking spaces and the language make no difference."""
    assert LABELS.find("state", typed) == "waiting"


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2212")
def test_a_hyphen_is_a_dash(dash: str) -> None:
    """Word processors turn one into the other."""
    assert likened(f"a {dash} b") == "a - b"


def test_a_label_of_two_things_stands_for_neither() -> None:
    """An ambiguous label finds nothing, and its candidates can be shown."""
    text = GROUPED.replace("fi: Loppu", "fi: keskellä").replace("small", "grouped", 1)
    labels = Labels(load("grouped", sources={**shelf(), "grouped": text}))

    assert labels.find("state", "Keskellä") is None
    assert labels.candidates("state", "Keskellä") == ("middle", "over")
    assert labels.find("state", "middle") == "middle"


def test_the_main_path_comes_before_services() -> None:
    """A state of a service is found by its label only where no state of the path is called so."""
    assert LABELS.find("state", "Sopiminen") == "coaching.engagement"
    assert LABELS.find("state", "Sopiminen", within="activity") == "activity.engagement"
    assert LABELS.find("state", "engagement", within="activity") == "activity.engagement"
    assert LABELS.find("move", "Aloita alusta", within="activity") == "activity.begin"
    assert LABELS.find("state", "Keskellä", within="activity") is None


def test_a_slip_brings_suggestions_in_the_reader_s_language() -> None:
    """What is nearly a label or an id suggests the label."""
    assert LABELS.suggestions("state", "Keskela", "fi") == ("Keskellä",)
    assert LABELS.suggestions("state", "midle", "en") == ("Middle",)
    assert LABELS.suggestions("state", "qqqqq", "en") == ()


def test_labels_put_names_into_messages() -> None:
    """They are what `render` asks for names."""
    names: Names = LABELS
    what = Message("unknown-move", (("hint", ""), ("typed", Ref("move", "begin"))))

    assert "Aloita" in render(what, "fi", names)


@given(st.text(max_size=30))
def test_comparing_forms_is_settled_by_one_look(words: str) -> None:
    """The form in which labels are compared does not change when it is taken again."""
    assert likened(words) == likened(likened(words))
