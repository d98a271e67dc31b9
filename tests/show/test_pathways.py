"""Pathways as text, diagram and YAML."""

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import events as e
from pathway_engine.definition import load, load_text
from pathway_engine.definition.digest import digest_of, text_digest_of
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.machine import compile_pathway
from pathway_engine.show import drawing, mermaid, outline, service_mermaid, yaml_text
from pathway_engine.testing import varied
from pathway_engine.text import LANGUAGES, Text
from tests.show.test_history import AT, event
from tests.workflows.shipped import NAMES, pathway

LINE = re.compile(
    r"  (?:  )?(?:"
    r'[sgm]_\w+(?:\[|\(\[|\{\{|\[\[|\()"[^"\[\]{}|<>`]*"(?:\]|\]\)|\}\}|\]\]|\))'
    r'|subgraph g_\w+\["[^"\[\]{}|<>`]*"\]'
    r"|end"
    r'|[sm]_\w+ (?:-->|==>|-\.->)\|"[^"\[\]{}|>`]*(?:<br/>[^"\[\]{}|<>`]*)*"\| [sm]_\w+'
    r"|classDef \w+ [\w:#,-]+|class [\w,]+ \w+)"
)
"""Everything that a line of a diagram may be."""


def hostile(words: str) -> Pathway:
    """Give a pathway whose every state and move is called by `words`."""
    held, text = varied(), Text(fi=words, sv=words, en=words)
    return evolve(
        held,
        title=text,
        states={name: evolve(each, title=text) for name, each in held.states.items()},
        transitions={name: evolve(each, title=text) for name, each in held.transitions.items()},
        groups=dict.fromkeys(held.groups, text),
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outline_names_everything(name: str, language: str) -> None:
    """A reader of the outline meets every state, move, deadline and service by its label, in 100 columns."""
    shown, labels = pathway(name), Labels(pathway(name))
    text = outline(shown, language)
    flat = " ".join(text.split())

    for kind, things in (("state", shown.states), ("move", shown.transitions), ("deadline", shown.deadlines)):
        assert all(" ".join(labels.label(kind, each, language).split()) in flat for each in things)
    # A service's name begins its own line, so it begins with a capital letter.
    assert all(labels.label("service", each, language).casefold() in flat.casefold() for each in shown.services)
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_the_yaml_is_the_definition(name: str) -> None:
    """The effective definition as YAML loads to the same rules and the same texts, without the files it came from."""
    shown = pathway(name)

    again = load_text(yaml_text(shown), name=name)

    assert (digest_of(again), text_digest_of(again)) == (digest_of(shown), text_digest_of(shown))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_diagram_has_every_state_and_every_move(name: str, language: str) -> None:
    """Each state is a node of its own, and each move that leads somewhere has an arrow."""
    shown = pathway(name)
    labels, text = Labels(shown), mermaid(shown, language)

    for state in shown.states:
        assert f"s_{state.replace('.', '_')}" in text
    rules = [rule for state in shown.states for rule in compile_pathway(shown).main.rules_from(state)]
    for rule in rules:
        if not rule.stays:
            assert labels.label("move", rule.name, language).replace("(", "#40;").replace(")", "#41;") in text
    assert all(LINE.fullmatch(line) for line in text.splitlines()[4:])


@pytest.mark.parametrize("service", load("rovaniemi").services)
def test_every_service_has_a_diagram_of_its_own(service: str) -> None:
    """A service is drawn apart from the path it runs beside."""
    shown = load("rovaniemi")

    text = service_mermaid(shown, service, "sv")

    assert text.count('["') + text.count("([") >= len(shown.services[service].states) - 1
    assert all(LINE.fullmatch(line) for line in text.splitlines()[4:])


@given(words=st.text(min_size=1, max_size=40))
def test_no_label_can_change_a_diagram(words: str) -> None:
    """Whatever a label holds, the diagram has the same lines: nothing gets out of its quotes."""
    text = mermaid(hostile(words), "fi")

    assert len(text.splitlines()) == len(mermaid(hostile("x"), "fi").splitlines())
    assert all(LINE.fullmatch(line) for line in text.splitlines()[4:])


@pytest.mark.parametrize(
    "words", ['"] --> evil["', "a\nb --> c", "<img src=x onerror=alert(1)>", "`**x**`", "end", "%%{init}%%"]
)
def test_hostile_labels_stay_labels(words: str) -> None:
    """What would mean something to Mermaid, Markdown or HTML is written as entities."""
    drawn = mermaid(hostile(words), "en")

    assert not re.search(r"evil\[|<img|`|%%|^\s*b -->", drawn, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_a_renderer_draws_the_diagram(name: str) -> None:
    """The diagrams are Mermaid that a renderer understands."""
    mermaidx = pytest.importorskip("mermaidx")

    svg = mermaidx.Diagram(mermaid(pathway(name), "fi", visited=["contact"], current="recognition")).svg()

    assert "Yhteydenotto" in str(svg)


def test_the_visited_path_is_marked() -> None:
    """A diagram may show where a client has been, and where the client is."""
    text = mermaid(load("rovaniemi"), "fi", visited=["contact", "recognition"], current="recognition")

    assert "  class s_contact visited" in text
    assert "  class s_recognition current" in text


def test_a_drawing_shows_each_stay() -> None:
    """A state that was left and entered again has both stays; the last one is open."""

    def moved(seq: int, left: str, entered: str) -> e.Event:
        return event(e.Moved(trigger="x", from_=left, to=entered), seq=seq)

    opened = e.Opened(
        pathway="rovaniemi",
        definition_version="1",
        subject_kind="client",
        client="",
        state="contact",
        pending_on=AT.date(),
        organisation="lapland_county",
        role="own_worker",
    )
    journal = [event(opened), moved(2, "contact", "recognition"), moved(3, "recognition", "contact")]

    drawn = list(drawing(load("rovaniemi"), journal, "fi", unvisited=False))

    assert drawn == [
        "  ◉ Yhteydenotto                3.3., 3.3. –",
        "  ● Tuen tarpeen tunnistaminen  3.3.",
    ]
