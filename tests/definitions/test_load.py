"""Loading: the public functions, languages, and that nothing but `DefinitionError` comes out."""

import random
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import DefinitionError, Pathway, load, load_text, load_with_origins
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Dated, PlainText
from pathway_engine.definition.names import problems_of
from pathway_engine.definition.shorthand import yaml_keys
from pathway_engine.definition.sources import installed
from pathway_engine.durations import Duration
from pathway_engine.errors import Problem
from pathway_engine.text import Text
from pathway_engine.text.catalogue import MESSAGES
from tests.definitions.examples import COACHING, GROUPED, SMALL, region, shelf

OURS = {code: words for code, words in MESSAGES.items() if code.startswith("definition.")}


@pytest.mark.parametrize("name", installed().names(""))
def test_every_installed_definition_loads(name: str) -> None:
    """What is shipped has no fault of keys, types or names."""
    made = load(name)

    assert made.pathway == name
    assert len(made.digest) == 64


def test_loading_leaves_no_names_unresolved() -> None:
    """The seam for tools: checking a loaded pathway again finds nothing."""
    made = load_with_origins("grouped", sources=shelf())

    assert problems_of(made.pathway, made.origins) == []
    assert made.warnings == ()
    assert made.files == ("grouped", "fragments/coaching")


def test_a_name_that_is_not_there_is_suggested() -> None:
    """A slip in a name given by hand brings the nearest name."""
    with pytest.raises(DefinitionError, match="Did you mean 'small'"):
        load("smal", sources=shelf())


def test_a_text_without_a_name_has_places_all_the_same() -> None:
    """Problems of a text are told of `<text>`, or of the name it is given."""
    with pytest.raises(DefinitionError) as raised:
        load_text("pathway: [")
    with pytest.raises(DefinitionError) as named:
        load_text(b"pathway: [", name="editor")

    assert str(raised.value).startswith("<text>:2:1 yaml-syntax")
    assert named.value.problems[0].file == "editor"


def test_problems_come_in_the_reader_s_language() -> None:
    """The same fault in three languages, with the same place and code."""
    text = SMALL.replace("to: middle", "to: midle")
    told = {}
    for language in ("fi", "sv", "en"):
        with pytest.raises(DefinitionError) as raised:
            load_text(text, language=language)
        [told[language]] = raised.value.problems

    assert told["fi"].message == "Ei ole olemassa: vaihe ”midle”. Tarkoititko ”middle”?"
    assert told["sv"].message == "Finns inte: skedet ”midle”. Menade du ”middle”?"
    assert told["en"].message == "Unknown state 'midle'. Did you mean 'middle'?"
    assert {each.line for each in told.values()} == {38}


@pytest.mark.parametrize("code", OURS)
def test_every_message_has_three_sentences_with_the_same_parameters(code: str) -> None:
    """A translation that forgets a parameter, or invents one, would fail in use."""
    used = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in OURS[code]]

    if not code.startswith("definition.word."):
        assert used[0] == used[1] == used[2]
    assert all(OURS[code])


def test_shorthand_is_understood() -> None:
    """Titles, plain texts and lists of one may be written short."""
    text = SMALL.replace(
        "  over: {kind: final,", "  over: {kind: final, plain: {fi: a, sv: b, en: c, title: {fi: d, sv: e, en: f}},"
    )
    made = load_text(text)

    assert made.states["over"].plain == PlainText(title=Text(fi="d", sv="e", en="f"), text=Text(fi="a", sv="b", en="c"))
    assert made.roles["client"].relation == ("client",)
    assert made.deadlines["soon"].met_by == ("begin",)


def test_dated_values_are_understood() -> None:
    """A value may change with the law, each period with its own."""
    text = SMALL.replace(
        "within: P7D",
        "within: {dated: [{to: 2025-12-31, value: P5D}, {from: 2026-01-01, value: P10D}], by: event}",
    ).replace("by: worker\n    requires", "by: {dated: [{value: client}]}\n    requires")

    made = load_text(text)

    within = made.deadlines["soon"].within
    by = made.transitions["begin"].by
    assert isinstance(within, Dated)
    assert isinstance(by, Dated)
    assert [period.value for period in within.dated] == [Duration(days=5), Duration(days=10)]
    assert [period.value for period in by.dated] == [("client",)]
    assert within.by == "event"


def test_requirements_nest_and_know_their_names() -> None:
    """Every requirement of a list has a name; what stands alone needs none."""
    text = SMALL.replace(
        "[{record: note}]",
        "[{any: [{record: note}, {flag: urgent, when: {not: {flag: urgent}}}]}, {any: [{flag: urgent}]}]",
    )

    first, second = load_text(text).transitions["begin"].requires

    assert (first.id, second.id) == ("any:1", "any:2")
    assert [each.id for each in getattr(first, "any")] == ["record:note", "flag:urgent"]  # noqa: B009


def test_a_path_says_where_it_is(tmp_path: Path) -> None:
    """Problems of a file carry the path as it was given, so that a terminal can open it."""
    (tmp_path / "small.yaml").write_text(SMALL.replace("to: middle", "to: midle"), "utf-8")

    with pytest.raises(DefinitionError) as raised:
        load(tmp_path / "small.yaml")

    assert str(raised.value).startswith(f"{tmp_path / 'small.yaml'}:38:9 unknown-name ")


def test_there_is_an_end_to_problems() -> None:
    """A file that is nothing but faults is given up after some hundreds of them."""
    text = SMALL + "capacities:\n" + "".join(f"  x{n}: {{bad: 1}}\n" for n in range(1900))

    with pytest.raises(DefinitionError) as raised:
        load_text(text)

    assert 100 < len(raised.value.problems) <= 500


def test_keys_of_the_model_differ_from_attributes_only_where_python_demands_it() -> None:
    """`from`, `in`, `for` and `class` are words of Python; no other key is renamed."""
    from pathway_engine.definition.model import Deadline, Field

    assert yaml_keys(Deadline)["from_"] == "from"
    assert yaml_keys(Field)["class_"] == "class"
    assert yaml_keys(Pathway)["pathway"] == "pathway"


def mutated(text: str, seed: int) -> str:
    """Change a definition as a slip, or as malice, might."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    lines = text.splitlines()
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(lines))
        other = chance.choice(lines)
        word = chance.choice(WORDS)
        lines[place] = chance.choice(
            [
                "",
                other,
                lines[place] + word,
                lines[place].replace(":", "", 1),
                lines[place].replace(" ", "", 1),
                lines[place].partition(":")[0] + ": " + word,
                lines[place].replace(chance.choice("{}[],:"), chance.choice("{}[],: \"'#&*!|>%@"), 1),
                lines[place][: chance.randrange(len(lines[place]) + 1)],
                "  " + lines[place],
            ]
        )
    return "\n".join(lines)


WORDS = ["", "null", "[]", "{}", "1", "true", "[1, {a: b}]", "{remove: x}", "{add: [x]}", "x", "{dated: 1}"]
WORDS += ["{replace: true}", "{dated: [{value: [x]}]}", "previous", "any", "coaching", "P1D", "${x}"]
WORDS += ["{use: coaching}", "{with: {coach: x}}", "[[[]]]", "{? a : b}", '"\\ud800"', "2025-01-01"]


@given(st.integers(0, 10**9))
def test_nothing_but_a_definition_error_comes_out(seed: int) -> None:
    """Whatever is done to a definition, its base or its fragment, the loader says what is wrong."""
    texts = {
        "small": SMALL,
        "grouped": GROUPED.replace("pathway: small", "pathway: grouped"),
        "fragments/coaching": COACHING,
        "region": region(
            "states: {coaching: {with: {contact: P3D}}, coaching.job_search: {fi: x}}",
            "transitions: {remove: [pause], agree: {requires: {add: {flag: urgent}}}}",
            base="grouped",
        ),
    }
    victim = list(texts)[seed % len(texts)]
    texts[victim] = mutated(texts[victim], seed)
    problems: tuple[Problem, ...] = ()
    try:
        load("region", sources=texts)
    except DefinitionError as error:
        problems = error.problems

    assert all(problem.line >= 1 or problem.code == "not-found" for problem in problems)


@pytest.mark.parametrize("name", ["fi-base.yaml", "nowhere/fi-base.yaml", "./fi-base", "fi-base.yml"])
def test_a_path_that_leads_nowhere_is_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A file that is not there is an error, even where an installed definition is called the same."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(DefinitionError) as raised:
        load(name)

    assert [(each.file, each.code) for each in raised.value.problems] == [(name, "no-such-file")]


def test_a_file_may_extend_an_installed_definition(tmp_path: Path) -> None:
    """Only the file that is asked for must be there itself; what it extends may be installed."""
    (tmp_path / "own.yaml").write_text(region(base="fi-base").replace("pathway: region", "pathway: own"), "utf-8")

    assert "assessment" in load(tmp_path / "own.yaml").states


PHASES = "phases:\n  early: {fi: alku, sv: början, en: early}\n"


def test_phases_have_names_in_three_languages() -> None:
    """A phase is declared once and named like everything else."""
    made = load_text(PHASES + SMALL.replace("start: {", "start: {phase: early, "))

    assert made.states["start"].phase == "early"
    assert Labels(made).label("phase", "early", "sv") == "början"


def test_a_phase_is_one_of_those_listed() -> None:
    """Where phases are listed, another word is a slip; where none are, any word will do."""
    text = SMALL.replace("start: {", "start: {phase: earyl, ")

    assert load_text(text).states["start"].phase == "earyl"
    with pytest.raises(DefinitionError, match="Did you mean 'early'"):
        load_text(PHASES + text)


def test_a_role_may_belong_to_a_kind_of_organisation() -> None:
    """The kind is checked like any other name."""
    text = SMALL.replace("en: worker}", "en: worker, organisation: county}")

    assert load_text(text).roles["worker"].organisation == "county"
    with pytest.raises(DefinitionError, match="unknown-name"):
        load_text(text.replace("organisation: county}", "organisation: country}"))


def test_a_mistyped_name_is_not_only_something_new_that_lacks_everything() -> None:
    """A region that misspells an inherited move is told which one it may have meant, once."""
    slip = "transitions: {refer_to_couching: {by: {add: [own_worker]}}}\n"
    text = 'pathway: slip\nextends: fi-base@2025.1\nversion: "1"\ntitle: {fi: A, sv: B, en: C}\n' + slip
    with pytest.raises(DefinitionError) as raised:
        load_text(text)

    told = [each.message for each in raised.value.problems]
    assert [("'refer_to_coaching'" in each) for each in told].count(True) == 1
    assert "'refer_to_couching' is new" in told[0]


def test_a_version_that_is_not_there_is_answered_with_the_one_that_is() -> None:
    """Proposing the name alone would leave the reader with what was right already."""
    text = 'pathway: late\nextends: fi-base@2024.1\nversion: "1"\ntitle: {fi: A, sv: B, en: C}\n'
    with pytest.raises(DefinitionError) as raised:
        load_text(text)

    assert "'fi-base@2025.1'" in raised.value.problems[0].message
