"""Histories in sentences: every event, in three languages, by its labels and never by anybody's words."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given

from pathway_engine.case import events as e
from pathway_engine.definition import load
from pathway_engine.show import Line, Teller, brief_history, history_text, lines
from pathway_engine.show.sentences import SENTENCES
from pathway_engine.testing import varied
from pathway_engine.testing.strategies import History, histories
from pathway_engine.text import LANGUAGES, text_of

AT = datetime(2025, 3, 3, 7, 5, tzinfo=UTC)
ROVANIEMI = load("rovaniemi")


def placeholder(hint: Any) -> Any:
    """Give a value of a type that means nothing to any definition."""
    if hint in {str, int, bool}:
        return {str: "unheard_of", int: 7, bool: True}[hint]
    if hint in {date, datetime}:
        return AT if hint is datetime else AT.date()
    if get_origin(hint) is tuple:
        return ("unheard_of",)
    if get_origin(hint) in {dict, Mapping}:
        return {"unheard_of": 3}
    return placeholder(get_args(hint)[0])


def event(body: e.Body, *, seq: int = 1, role: str = "own_worker", at: datetime = AT, acting_for: str = "") -> e.Event:
    """Give an event of Rovaniemi's."""
    actor = e.ActedBy(subject="p", organisation="lapland_county", role=role, acting_for=acting_for)
    return e.Event(seq=seq, occurred_at=at, recorded_at=at, actor=actor, digest=ROVANIEMI.digest, body=body)


def told(*bodies: e.Body, language: str = "en") -> list[str]:
    """Tell what happened, one after another."""
    teller = Teller(lambda _: ROVANIEMI, language)
    return [teller.tell(event(body, seq=seq)).what for seq, body in enumerate(bodies, 1)]


def test_there_is_a_sentence_for_every_event() -> None:
    """No event of the catalogue is without words, and no words are without an event."""
    assert set(SENTENCES) == set(e.BODIES.values())


@pytest.mark.parametrize("kind", sorted({type_ for type_, _ in e.BODIES}))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_has_its_words_in_every_language(kind: str, language: str) -> None:
    """The catalogue of messages holds a sentence for each type of event."""
    assert text_of(f"event-{kind}", language).endswith(".")


@pytest.mark.parametrize("kind", e.BODIES.values(), ids=lambda kind: str(kind.type))
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_that_a_definition_does_not_know_are_told_as_they_are(kind: type[e.Body], language: str) -> None:
    """An event can be told whatever it holds: what has no label is called by its id."""
    hints = get_type_hints(kind)
    body = kind(**{each.name: placeholder(hints[each.name]) for each in attrs.fields(kind)})

    (sentence,) = told(body, language=language)

    assert sentence[0].isupper() or not sentence[0].isalpha()
    assert sentence.endswith(".")


@given(history=histories())
def test_every_history_can_be_told(history: History) -> None:
    """Whatever a case went through, each event becomes one line, in the order of the journal."""
    for language in LANGUAGES:
        found = list(lines(history.journal, lambda _: history.desk.pathway, language))

        assert [line.seq for line in found] == [each.seq for each in history.journal]
        assert all(line.what.endswith(".") and "{" not in line.what for line in found)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fi",
            (
                "Tehtiin siirtymä ”Tunnista tuen tarve”.",
                "Vaihe on nyt ”Palvelutarpeen arviointi”.",
                "Sovittu yhdessä: asiakas.",
            ),
        ),
        (
            "sv",
            (
                "Övergången ”Identifiera stödbehovet” gjordes.",
                "Skedet är nu ”Bedömning av servicebehovet”.",
                "Överenskommet med: klient.",
            ),
        ),
        (
            "en",
            (
                "The move “Identify the need” was made.",
                "The state is now “Assessment of service needs”.",
                "Agreed with: client.",
            ),
        ),
    ],
)
def test_a_move_is_told_by_its_labels(language: str, expected: tuple[str, ...]) -> None:
    """A move names itself, where it led, and who agreed besides the one who made it."""
    agreed = ("client", "own_worker")
    body = e.Moved(trigger="identify_need", from_="recognition", to="assessment", agreed_by=agreed)

    assert told(body, language=language) == [" ".join(expected)]


def test_a_move_that_shares_its_word_is_named_by_where_it_starts() -> None:
    """`end_job` is another entry of the definition from employment than from coaching; the label is right for both."""
    body = e.Moved(trigger="end_job", from_="employment", to="services", fact=True)

    assert told(body, language="fi")[0].startswith("Tehtiin siirtymä ”Työsuhde päättyi”")


def test_a_reason_is_told_by_the_list_it_was_chosen_from() -> None:
    """Closing says why, in the words of the pathway's own list."""
    closing = e.Moved(trigger="close", from_="services", to="closed", reason="full_time_work")

    assert told(closing, e.Closed(reason="full_time_work"), language="fi")[1] == (
        "Palvelupolku päättyi. Syy: kokoaikainen työ."
    )


def test_what_earlier_events_named_is_remembered() -> None:
    """A permit that is withdrawn, or used, is called by its kind and its recipient, not by its number."""
    given_ = e.PermitGiven(permit="p1", kind="information_sharing", recipient="rovaniemi_employment_services")
    passed = e.ExtractDisclosed(recipient="rovaniemi_employment_services", records={"referral": 4}, basis="permit:p1")

    _, used, withdrawn = told(given_, passed, e.PermitWithdrawn(permit="p1"))

    assert "Basis: the permit “Giving information”." in used
    assert withdrawn == "The permit “Giving information” was withdrawn (recipient: Rovaniemi employment services)."


def test_a_task_says_what_is_to_be_done() -> None:
    """A task names the record that was missing, and its deadline the task."""
    on = date(2025, 7, 7)
    task = e.TaskSet(
        task="t5",
        trigger="start_supported_job",
        requirement="record:job_start",
        owner="job_coach",
        due_on=on,
        due_at=AT,
    )
    limit = e.DeadlineArmed(deadline="task:t5", rule="task", due_on=on, due_at=AT, anchored_on=on, kind="regional")

    assert told(task, limit, language="fi") == [
        "Jäi tehtäväksi 7.7.2025 mennessä: lomake ”Työsuhteen aloittaminen” (työhönvalmentaja).",
        "Määräaika ”Tehtävä: Työsuhteen aloittaminen” päättyy 7.7.2025.",
    ]


def test_a_handover_without_a_meeting_says_so() -> None:
    """A handover that was not warm is told as what it was."""
    body = e.HandoverCompleted(handover="h1", warm=False, without_meeting="urgent")

    assert told(body, language="sv") == [
        "Mottagaren tog emot klienten. Inget gemensamt möte hölls: ärendet var brådskande."
    ]


@pytest.mark.parametrize(
    ("role", "acting_for", "expected"),
    [
        ("own_worker", "", "own worker, Wellbeing services county of Lapland"),
        ("guardian", "p", "guardian on the client's behalf, Wellbeing services county of Lapland"),
        ("system", "", "the system"),
    ],
)
def test_who_acted_is_named_by_role_and_organisation(role: str, acting_for: str, expected: str) -> None:
    """People are told by what they are in the case; their pseudonyms are for nobody to read."""
    body = e.FlagRaised(flag="multidisciplinary")

    assert Teller(lambda _: ROVANIEMI, "en").tell(event(body, role=role, acting_for=acting_for)).who == expected


def test_a_printed_history_shows_finnish_time() -> None:
    """What was done at one moment stands under one heading, with the clock of Finland."""
    found = list(lines([event(e.FlagRaised(flag="multidisciplinary"))], lambda _: ROVANIEMI, "fi"))

    assert list(history_text(found, "fi")) == [
        "3.3.2025 klo 9.05 · omatyöntekijä, Lapin hyvinvointialue",
        "    1  Lisättiin merkintä ”monialaisen tuen tarve”.",
    ]


def test_a_brief_history_counts_deadlines_together() -> None:
    """Deadlines of one moment are one line with the span of their numbers; nothing else is left out."""

    def line(seq: int, kind: str, minutes: int = 0) -> Line:
        at = AT + timedelta(minutes=minutes)
        return Line(seq, at, at, "worker, county", f"Sentence {seq}.", kind)

    told_ = [line(1, "moved"), line(2, "deadline_armed"), line(3, "deadline_met"), line(4, "deadline_armed", 1)]

    assert list(brief_history(told_, "en")) == [
        "3 Mar       1  worker · Sentence 1.",
        "          2–3  Deadlines – began: 1, met: 1.",
        "            4  Sentence 4.",
    ]


def test_a_definition_of_any_kind_can_be_told_by() -> None:
    """The teller needs labels only: a small pathway does as well as a region's."""
    pathway = varied()
    body = e.Opened(
        pathway=pathway.pathway,
        definition_version=pathway.version,
        subject_kind="client",
        client="",
        state=next(iter(pathway.states)),
        pending_on=AT.date(),
        organisation="north",
        role="worker",
    )
    one = attrs.evolve(event(body), digest=pathway.digest)

    assert pathway.title.fi in Teller(lambda _: pathway, "fi").tell(one).what


def test_what_a_service_leaves_to_do_is_told_by_name() -> None:
    """A task and a warning of a service's move are told by the form they ask for, not by an id."""
    task = e.TaskSet(
        task="t1",
        trigger="part_time_work.change_job",
        requirement="record:job_start",
        owner="job_coach",
        due_on=AT.date(),
        due_at=AT,
    )
    warned = e.Warned(code="warn-practice", about="record:next_step_review")

    assert "Start of a job" in told(task)[0]
    assert "Next-step review" in told(warned)[0]


def test_a_meeting_that_was_not_held_is_told_with_who_was_to_be_there() -> None:
    """Two meetings of one kind are told apart: the client was there, the school was not."""
    satakunta = load("satakunta")
    teller = Teller(lambda _: satakunta, "en")
    warned = event(e.Warned(code="warn-practice", about="school_is_there"))

    assert "Transition meeting” with these present: school contact" in teller.tell(warned).what
