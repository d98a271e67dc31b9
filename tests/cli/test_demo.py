"""`pathway demo` shows what it is there to show, and the engine decided all of it."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from pathway_engine.definition import load
from pathway_engine.demo.cast import RECORDS
from pathway_engine.text import LANGUAGES
from pathway_engine.text.catalogue import MESSAGES
from tests.cli.command_line import COACH, COUNTY, IDENTITY, SERVICES, WORKER, pathway


@cache
def shown(language: str) -> str:
    """Run the demonstration once in a language and give what it printed."""
    with TemporaryDirectory() as folder:
        result = pathway("demo", "--db", f"{folder}/demo.sqlite", "--lang", language)
    assert result.exit_code == 0, result.output
    return result.stdout


@cache
def data() -> Any:
    """Run the demonstration once for programs."""
    with TemporaryDirectory() as folder:
        result = pathway("demo", "--db", f"{folder}/demo.sqlite", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def bodies(kind: str) -> list[Any]:
    """Give the bodies of all events of a type."""
    return [each["body"] for each in data()["events"] if each["type"] == kind]


def place(kind: str, **wanted: Any) -> int:
    """Give the number of the first event of a type with these particulars."""
    return next(
        int(each["seq"])
        for each in data()["events"]
        if each["type"] == kind and all(each["body"].get(name) == value for name, value in wanted.items())
    )


def coordinators() -> list[str]:
    """Give who coordinated after each event."""
    found = [bodies("opened")[0]["organisation"]]
    for each in data()["events"][1:]:
        found.append(each["body"]["to"] if each["type"] == "coordination_passed" else found[-1])
    return found


def test_a_step_is_not_possible_with_all_its_reasons_and_then_it_is() -> None:
    """Four things are missing for the assessment, of four kinds, each told; afterwards the move is made."""
    refused = data()["refused"][0]

    assert [reason["code"] for reason in refused["reasons"]] == [
        "any-of",
        "fields-any",
        "record-missing",
        "role-not-named",
    ]
    assert place("moved", trigger="complete_assessment")


def test_the_handover_is_warm_and_the_sender_coordinates_till_it_is_received() -> None:
    """Requested, agreed, accepted, met, completed in that order; the coordination passes with the receipt."""
    steps = ["requested", "agreed", "accepted", "met", "completed"]
    places = [place(f"handover_{step}") for step in steps]

    assert places == sorted(places)
    assert bodies("handover_completed")[0]["warm"] is True
    passed = place("coordination_passed")
    assert set(coordinators()[: passed - 1]) == {COUNTY}
    assert set(coordinators()[passed - 1 :]) == {SERVICES}
    receipt = {each["recorded_at"] for each in data()["events"] if each["seq"] in {places[-1], passed}}
    assert len(receipt) == 1


def test_the_extract_is_passed_on_the_client_s_permit() -> None:
    """The permit comes first, and the extract rests on it."""
    permit, extract = bodies("permit_given")[0], bodies("extract_disclosed")[0]

    assert extract["basis"] == f"permit:{permit['permit']}"
    assert set(extract["records"]) == {"referral", "client_plan"}
    assert place("permit_given") < place("extract_disclosed")


def test_a_receipt_before_the_meeting_is_not_possible_yet() -> None:
    """The coach tries too early, and is told what is missing."""
    assert [reason["code"] for reason in data()["refused"][1]["reasons"]] == ["handover-no-meeting"]


def test_a_service_runs_beside_the_path_and_is_reviewed() -> None:
    """Work activity is opened, its review meets its deadline, and coaching begins meanwhile."""
    service = bodies("service_opened")[0]["service"]

    assert (
        place("service_opened")
        < place("moved", trigger="refer_to_coaching")
        < place("recorded", record="next_step_review")
    )
    assert f"supported_work_activity_review@{service}" in {each["deadline"] for each in bodies("deadline_met")}
    assert [each["to"] for each in bodies("service_moved")][-1] == "ended"


def test_deadlines_are_set_met_and_missed() -> None:
    """The statutory decision comes in time; the first employer contact is missed, told, and made late."""
    met = {each["deadline"]: each["late"] for each in bodies("deadline_met")}

    assert "decision_due" in {each["deadline"] for each in bodies("deadline_armed")}
    assert met["decision_due"] is False
    assert bodies("deadline_missed")[0]["told"] == ["job_coach"]
    assert met["first_employer_contact"] is True


def test_a_job_starts_without_its_forms_and_leaves_tasks() -> None:
    """The fact is recorded at once, three tasks stay, and all are done later."""
    start = next(each for each in bodies("moved") if each["trigger"] == "start_supported_job")
    tasks = [each["task"] for each in bodies("task_set")]

    assert start["fact"] is True
    assert len(tasks) == 5
    assert sorted(each["task"] for each in bodies("task_done")) == sorted(tasks)


def test_a_lost_job_leads_back_to_coaching_without_a_new_referral() -> None:
    """From the job straight to job search, and to a new job; there is one referral in the whole journal."""
    lost = next(each for each in bodies("moved") if each["trigger"] == "end_job")

    assert (lost["from"], lost["to"]) == ("coaching.job_support", "coaching.job_search")
    assert len([each for each in bodies("recorded") if each["record"] == "referral"]) == 1
    assert data()["case"]["state"] == "coaching.job_support"


def test_the_journal_is_whole_and_verified() -> None:
    """Events are numbered without a gap, and the separate verifier found nothing."""
    assert [each["seq"] for each in data()["events"]] == list(range(1, len(data()["events"]) + 1))
    assert data()["verified"] is True
    assert data()["findings"] == []


def test_the_client_reads_plain_words_at_three_moments() -> None:
    """What the client reads changes with the case: assessment, handover, work."""
    assert len({each["text"] for each in data()["client_reads"]}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_names_who_coordinates_and_what_is_missing(language: str) -> None:
    """Each language has the head of refusals, both coordinators, the tasks, the journal's numbers and the check."""
    text, labels = shown(language), load("rovaniemi").organisations
    index = LANGUAGES.index(language)

    assert MESSAGES["not-yet"][index] in " ".join(text.split())
    for organisation in (COUNTY, SERVICES):
        arrow = MESSAGES["demo-coordinates"][index].format(organisation=labels[organisation].title.to(language))
        assert arrow in text
    assert str(len(data()["events"])) in text
    assert MESSAGES["demo-check"][index] in text
    assert "◉" in text
    assert not any(word in text.casefold() for word in ("evätty", "evätään", "epäys"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_is_tidy(language: str) -> None:
    """No line is wider than 100 columns, no sentence is left unfilled, and no id shows where a label belongs."""
    lines = shown(language).splitlines()
    story = "\n".join(lines[: next(place for place, line in enumerate(lines) if line.startswith("  pathway "))])

    assert [line for line in lines if len(line) > 100 and "demo.sqlite" not in line] == []
    assert "{" not in story
    assert not any(word in story for word in ("job_coach", "own_worker", "job_support", "record:", "lapland_county"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_the_client_said_is_printed(language: str) -> None:
    """The client's words are sealed: the story and the JSON do without them."""
    said = [
        value for fields in RECORDS.values() for value in fields.values() if isinstance(value, str) and " " in value
    ]
    told = shown(language) + json.dumps(data())

    assert said
    assert not any(words in told for words in [*said, IDENTITY])


def test_a_database_in_use_is_left_alone(tmp_path: Path) -> None:
    """The demonstration writes to a new database only."""
    db = tmp_path / "demo.sqlite"
    pathway("demo", "--db", str(db))
    before = db.read_bytes()

    again = pathway("demo", "--db", str(db), "--lang", "fi")

    assert again.exit_code == 2
    assert str(db) in again.stderr
    assert db.read_bytes() == before


def test_the_case_can_be_looked_at_afterwards(tmp_path: Path) -> None:
    """The other commands work on what the demonstration left, with the keys beside the database."""
    db = str(tmp_path / "demo.sqlite")
    case = json.loads(pathway("demo", "--db", db, "--json").stdout)["case"]["id"]

    assert pathway("verify", "--db", db).exit_code == 0
    opened = ("case", "history", case, "--db", db, "--unseal", "--lang", "en")
    told = {who: pathway(*opened, *who) for who in (WORKER, COACH)}
    assert "I can do more than people think." in told[WORKER].stdout
    # What was written in the county's register, and not passed on, is not looked up from another.
    assert "I can do more than people think." not in told[COACH].stdout
    assert told[COACH].exit_code == 0


def test_in_memory_there_is_nothing_to_verify() -> None:
    """`--db memory:` tells the story and says that another program cannot check it."""
    result = pathway("demo", "--db", "memory:", "--lang", "sv")

    assert result.exit_code == 0
    assert MESSAGES["demo-check-none"][LANGUAGES.index("sv")] in result.stdout


def test_without_a_database_a_temporary_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default is a new folder among the temporary ones; the path is printed."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    told = pathway("demo", "--lang", "en").stdout

    (folder,) = tmp_path.iterdir()
    assert f"Database: sqlite:///{folder}/demo.sqlite" in told.replace("\n", " ")


def test_another_region_stops_where_its_rules_differ(tmp_path: Path) -> None:
    """A pathway that asks for something else than the story brings is told at its place, with the reason."""
    path = tmp_path / "strict.yaml"
    path.write_text(
        "pathway: strict\nextends: rovaniemi@2025.1\nversion: '1'\nvalid: {from: 2025-01-01}\n"
        "title: {fi: Tiukka, sv: Strikt, en: Strict}\n"
        "transitions:\n  approve_plan:\n    requires: {add: [{record: activation_plan}]}\n",
        encoding="utf-8",
    )

    result = pathway("demo", "--region", str(path), "--db", str(tmp_path / "d.sqlite"), "--lang", "en")

    assert result.exit_code == 2
    assert "Activation plan" in result.stderr
