"""The vocabulary says one thing in three languages, and no sentence can be read in two ways."""

import re
from string import ascii_uppercase

import pytest

from pathway_engine.bdd.acting import STEPS
from pathway_engine.bdd.sentences import Pattern, matches, nearest, patterns
from pathway_engine.bdd.vocabulary import KINDS, ROWS
from pathway_engine.text import LANGUAGES

FILLED = {
    "day": {"fi": "15.12.2022", "sv": "15.12.2022", "en": "2022-12-15"},
    "duration": {"fi": "3 kuukautta", "sv": "3 månader", "en": "3 months"},
    "actor": {"fi": '"omatyöntekijä"', "sv": '"egen kontaktperson"', "en": 'the "own worker"'},
    "kind": {"fi": KINDS["plan"][0], "sv": KINDS["plan"][2], "en": KINDS["plan"][3]},
    "count": dict.fromkeys(LANGUAGES, "3"),
}


def example(pattern: Pattern) -> str:
    """Fill a pattern in as a writer would."""
    labels = iter(ascii_uppercase)
    text = re.sub(r'"\{\w+\}"', lambda _: f'"Nimi {next(labels)}"', pattern.text)
    text = re.sub(r"\{(\w+)\}", lambda found: FILLED[found[1]][pattern.language], text)
    return re.sub(r"\((:|\w+)\)", r"\1", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_can_be_read_in_two_ways(language: str) -> None:
    """Every spelling of every row is read by its own row alone, in its language and among all three."""
    for pattern in patterns(language):
        sentence = example(pattern)
        assert [each.id for each in matches(sentence, language)] == [pattern.row.id], sentence
        assert [each.id for each in matches(sentence)] == [pattern.row.id], sentence


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_takes_the_same_parameters_in_every_language(row: object) -> None:
    """One step function serves the three languages."""
    names = {
        frozenset(re.findall(r"\{(\w+)\}", pattern.text))
        for language in LANGUAGES
        for pattern in patterns(language)
        if pattern.row is row
    }

    assert len(names) == 1


def test_every_row_is_acted_out() -> None:
    """There is a step function for each row, and none without one."""
    assert set(STEPS) == {row.id for row in ROWS}
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ('että asiakas on vaiheessa "X"', {"state": "X"}),
        ("asiakas  on\N{NO-BREAK SPACE}vaiheessa ”X”", {"state": "X"}),
        ('asiakas "A" on vaiheessa »X»', {"client": "A", "state": "X"}),
        ('att klienten är i skedet "X"', {"state": "X"}),
        ('är klienten i skedet "X"', {"state": "X"}),
        ("that the client is in the state “X”", {"state": "X"}),
    ],
)
def test_spellings_of_one_sentence(sentence: str, values: dict[str, str]) -> None:
    """`että` is free, quotes and spaces may be those of any editor, a client may have a letter."""
    (one,) = matches(sentence)

    assert (one.id, one.values) == ("T4", values)


@pytest.mark.parametrize(
    ("present", "perfect"),
    [
        ('asiakas antaa luvan "A" vastaanottajalle "B"', 'asiakas on antanut luvan "A" vastaanottajalle "B"'),
        ('klienten ger tillståndet "A" till mottagaren "B"', 'klienten har gett tillståndet "A" till mottagaren "B"'),
        ('"x" tekee siirtymän "Y"', '"x" on tehnyt siirtymän "Y"'),
        ("the client agrees to the warm handover", "the client has agreed to the warm handover"),
    ],
)
def test_a_deed_may_stand_in_the_perfect(present: str, perfect: str) -> None:
    """What somebody does and what somebody has done is one step in two spellings."""
    assert [(each.id, each.values) for each in matches(present)] == [
        (each.id, each.values) for each in matches(perfect)
    ]


def test_the_nearest_sentence_is_told() -> None:
    """Whoever misses by a word is shown the sentence that is there."""
    assert nearest('asiakas oli vaiheessa "Yhteydenotto"', "fi") == 'asiakas on vaiheessa "…"'
