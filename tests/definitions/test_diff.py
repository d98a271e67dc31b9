"""Differences between pathways: what is found, and how it is told in three languages."""

from functools import cache
from string import Formatter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import load
from pathway_engine.definition.diff import Difference, differences
from pathway_engine.definition.load import load_base
from pathway_engine.definition.sources import installed
from pathway_engine.durations import Duration
from pathway_engine.show.comparing import compared
from pathway_engine.show.words import length_words
from pathway_engine.text.describing_messages import MESSAGES as DESCRIBING
from pathway_engine.text.diff_messages import MESSAGES as DIFF
from tests.definitions.examples import region, shelf

shipped = cache(load)
shipped_base = cache(load_base)
MESSAGES = {**DIFF, **DESCRIBING}
REGIONS = [name for name in installed().names("") if shipped_base(name)]


def found(*lines: str) -> dict[tuple[str, str, str], Difference]:
    """Give what a region does otherwise than the example it extends, by kind, id and key."""
    shelved = shelf(region=region(*lines, base="grouped"))
    ours, theirs = load("region", sources=shelved), load_base("region", sources=shelved)
    assert theirs is not None
    return {(each.kind, each.id, each.key): each for each in differences(ours, theirs)}


def told(*lines: str, language: str = "en") -> list[str]:
    """Give the sentences about a region."""
    shelved = shelf(region=region(*lines, base="grouped"))
    base = load_base("region", sources=shelved)
    assert base is not None
    lines_told = compared(load("region", sources=shelved), base, language, width=1000)
    return [line[2:] for line in lines_told if line.startswith("- ")]


def test_a_region_that_says_nothing_is_no_different() -> None:
    """Name, version and title are its own; all else is the same."""
    assert found() == {}
    assert told() == []


@pytest.mark.parametrize(
    ("line", "key", "change"),
    [
        ("roles: {helper: {fi: a, sv: b, en: c}}", ("role", "helper", ""), "added"),
        ("deadlines: {remove: soon}", ("deadline", "soon", ""), "removed"),
        ("transitions: {begin: {by: client}}", ("move", "begin", "by"), "changed"),
        ("states: {middle: {responsible: client}}", ("state", "middle", "responsible"), "changed"),
        ("states: {coaching.job_search: {phase: x}}", ("state", "coaching.job_search", "phase"), "changed"),
        ("records: {note: {fields: {hours: {max: 8}}}}", ("field", "note.hours", "max"), "changed"),
        ("catalogues: {signs: {items: {home: {fi: a, sv: b, en: c}}}}", ("option", "signs.home", ""), "added"),
        ("services: {activity: {organiser: county}}", ("service", "activity", "organiser"), "changed"),
        (
            "services: {activity: {transitions: {agree: {by: client}}}}",
            ("move", "activity.agree", "by"),
            "changed",
        ),
        (
            "transitions: {begin: {handover: {to: worker, escalate_to: worker}}}",
            ("move", "begin", "handover"),
            "changed",
        ),
        ("valid: {from: 2026-01-01}", ("pathway", "region", "valid.from"), "changed"),
    ],
)
def test_a_difference_is_found_where_it_is(line: str, key: tuple[str, str, str], change: str) -> None:
    """One line of a region is one difference."""
    differing = found(line)

    assert list(differing) == [key]
    assert differing[key].change == change


def test_a_list_is_compared_as_a_set() -> None:
    """What is gained and lost counts; the order does not."""
    changed = found("transitions: {pause: {by: [client, worker]}, resume: {by: {remove: worker}}}")

    assert list(changed) == [("move", "resume", "by")]
    assert changed["move", "resume", "by"].lost == ("worker",)


@given(st.sampled_from(installed().names("")), st.sampled_from(installed().names("")))
def test_what_one_gains_the_other_lacks(one: str, other: str) -> None:
    """Compared the other way round, every difference is there again, turned about; with itself there is none."""
    ours, theirs = shipped(one), shipped(other)
    there, back = differences(ours, theirs), differences(theirs, ours)
    turned = {"added": "removed", "removed": "added", "changed": "changed"}

    assert {(each.id, each.kind, turned[each.change]) for each in there if each.kind != "pathway"} == {
        (each.id, each.kind, each.change) for each in back if each.kind != "pathway"
    }
    assert differences(ours, ours) == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "Siirtymän ”Aloita” voi meillä tehdä myös asiakas."),
        ("sv", "Övergången ”Börja” kan hos oss också göras av klient."),
        ("en", "With us the move “Begin” can also be made by the client."),
    ],
)
def test_a_difference_is_told_in_the_reader_s_language(language: str, expected: str) -> None:
    """The sentence is one the region could say of itself."""
    assert told("transitions: {begin: {by: {add: client}}}", language=language) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("transitions: {finish: {from: {add: waiting}}}", "can also be made in the state “On hold”."),
        ("transitions: {finish: {to: waiting}}", "leads to the state “On hold” (Small path: “Engagement”)."),
        ("transitions: {begin: {requires: {remove: 'record:note'}}}", "does not require: record “Note”."),
        ("deadlines: {soon: {within: P1M}}", "With us the time limit “Soon” is 1 month (Small path: 7 days)."),
        ("records: {note: {by: {add: client}}}", "With us “Note” can also be made by the client."),
        ("states: {remove: waiting}\ntransitions: {remove: [pause, resume]}", "We do not use the state “On hold”."),
        (
            "states: {middle: {fi: a, sv: b, en: Between}}",
            "We use the name “Between” (Small path: the state “Middle”).",
        ),
        (
            "deadlines: {soon: {shift: true}}",
            "Time limit “Soon”, moves to a working day: with us yes (Small path: no).",
        ),
    ],
)
def test_differences_are_told_plainly(line: str, expected: str) -> None:
    """Each kind of difference has its own sentence, or the general one."""
    assert any(each.endswith(expected) for each in told(*line.split("\n"))), told(*line.split("\n"))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", REGIONS)
def test_every_region_is_told_of_without_gaps(name: str, language: str) -> None:
    """No id of ours, no Python value and no empty name is left in what people read."""
    base = shipped_base(name)
    assert base is not None
    words = "\n".join(list(compared(shipped(name), base, language))[2:])

    assert "_" not in words
    assert "(title=" not in words
    assert "””" not in words
    assert "“”" not in words


@pytest.mark.parametrize("code", list(MESSAGES))
def test_the_three_sentences_take_the_same_parts(code: str) -> None:
    """A part that one language leaves out would be lost to its readers."""
    parts = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in MESSAGES[code]]

    assert parts[0] == parts[1] == parts[2]


def test_lengths_of_time_are_told_in_words() -> None:
    """Singular, plural, several units, and time that counts backwards."""
    assert length_words(Duration(months=1), "fi") == "1 kuukausi"
    assert length_words(Duration(years=1, months=6), "sv") == "1 år och 6 månader"
    assert length_words(Duration(days=-7), "en") == "7 days before"
    assert length_words(Duration(), "en") == "0 days"


def test_a_definition_that_extends_nothing_has_no_base() -> None:
    """There is nothing to compare it with."""
    assert load_base("fi-base") is None


def test_several_bases_are_laid_together() -> None:
    """What a region extends is all of it: the last of two bases alone would not be what it started from."""
    other = region("roles: {helper: {fi: a, sv: b, en: c}}").replace("pathway: region", "pathway: other")
    text = region("flags: {x: {fi: a, sv: b, en: c}}", base="[small, other]")
    base = load_base("region", sources=shelf(region=text, other=other))

    assert base is not None
    assert {"helper", "worker"} <= set(base.roles)
    assert "x" not in base.flags


@pytest.mark.parametrize(
    ("language", "once"),
    [
        ("fi", "Vaiheessa ”Kevyt työhönvalmennus” voi meillä tehdä myös nämä siirtymät: "),
        ("sv", "I skedet ”Lättare arbetsträning” kan man hos oss också göra dessa övergångar: "),
        ("en", "With us these moves can be made in “Lighter job coaching” as well: "),
    ],
)
def test_what_is_alike_is_told_once(language: str, once: str) -> None:
    """Nine moves out of one state are one sentence, and three entries of one move another."""
    ours, base = shipped("keski-pohjanmaa"), shipped("fi-base")
    text = " ".join(" ".join(compared(ours, base, language, width=1000)).split())

    assert text.count(once) == 1
    label = ours.transitions["strengthen_engagement"].title.to(language)
    assert text.count(label) == 1


def story(name: str, language: str = "en") -> str:
    """Give what a shipped region tells of itself, on one line."""
    base = shipped_base(name)
    assert base is not None
    return " ".join(" ".join(compared(shipped(name), base, language, width=1000)).split())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        # What the region states of itself stands first, point by point.
        ("siun-sote", "The services form chains and wholes – three lines have four social services"),
        ("oulu-palo", "In the network there are also: employers."),
        # A requirement that is another is told once, with what it was; the client's part is told plainly.
        (
            "satakunta",
            "has another requirement: meeting “Participants of the multi-sectoral assessment” (sectors present",
        ),
        ("satakunta", "It is agreed with the client. It requires: the mark “need for multi-sectoral support”."),
        ("satakunta", "and not the mark “work ability team assesses” (National base model:"),
        # What changes in a service is told with its service, in several once.
        ("siun-sote", "“A place was found” in the service “Rehabilitative work activity” can be made by: municipal"),
        ("kymenlaakso-etela-karjala", "in the services “Rehabilitative work activity”, “Work activity for disabled"),
        # New things are described: a service by its states and moves, a list by what is in it, a limit by its length.
        ("oulu-palo", "“Consult”, which requires: meeting “Coordination event” (kind of event: consultation;"),
        ("oulu-palo", "“What the contact led to”: consultation; work ability assessment; network; social services;"),
        ("paijat-hame", "Its states are “Agreed”, “Getting to know the channels”, “Making videos” and “Ended”."),
        ("siun-sote", "(7 working days; statutory; until 31 December 2024)"),
        ("siun-sote", "at most 20 clients, the next one waits for a free place"),
        ("siun-sote", "Only the employment authority can receive."),
        ("siun-sote", "own worker (until 31 December 2025). It is agreed together: client and employment officer."),
        ("keski-pohjanmaa", "Recommended: Clients per job coach, at most 20 clients."),
        ("supported-employment-methods", "(paid work on the open labour market: yes; a new one each time)"),
        ("supported-employment-methods", "the field “paid work on the open labour market” is required."),
        ("rovaniemi", "“client officer” (employment authority)"),
    ],
)
def test_a_region_describes_itself(name: str, sentence: str) -> None:
    """What makes each region different can be read in its own sentences."""
    assert sentence in story(name)


def test_what_both_state_is_no_difference() -> None:
    """A statement stands before the differences when only this one makes it: laid over itself a region repeats none."""
    region, base = shipped("satakunta"), shipped("fi-base")
    head = "What the region says of itself"

    assert head in list(compared(region, base, "en"))
    assert head not in list(compared(region, evolve(base, checklist=region.checklist), "en"))
    assert head not in list(compared(base, region, "en"))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", REGIONS)
def test_no_sentence_is_told_twice(name: str, language: str) -> None:
    """What would be the same sentence again is told once, and no value is left as Python or an id writes it."""
    base = shipped_base(name)
    assert base is not None
    told = [line for line in compared(shipped(name), base, language, width=10_000) if line.startswith("- ")]

    assert len(told) == len(set(told))
    assert not any(word in line for line in told for word in ("True", "False", "receiver", "P3M", "P7D"))
