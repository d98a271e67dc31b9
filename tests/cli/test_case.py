"""`pathway case`: everything that can be done to a case, from a terminal."""

import json
import stat
from datetime import UTC, datetime, timedelta

import pytest

from pathway_engine.text import LANGUAGES
from tests.cli.command_line import CLIENT, COACH, COUNTY, IDENTITY, SERVICES, WORDS, WORKER, Terminal, pathway


def test_opening_a_case_makes_database_and_keys_for_their_owner_alone(terminal: Terminal) -> None:
    """The first case makes both files, and nobody else may read either."""
    terminal.open()

    for path in (terminal.db, terminal.db.with_name(f"{terminal.db.name}.keys")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("fi", "Asia on avattu: ", "Koordinoi: Lapin hyvinvointialue"),
        ("sv", "Ärendet har öppnats: ", "Samordnar: Lapplands välfärdsområde"),
        ("en", "The case is open: ", "Coordinated by: Wellbeing services county of Lapland"),
    ],
)
def test_opening_a_case_says_so(terminal: Terminal, language: str, first: str, last: str) -> None:
    """The answer gives the id, what was written, and who coordinates; labels are as good as ids."""
    who = ("--as", "omatyöntekijä@Lapin hyvinvointialue", "--person", "worker-1")

    result = terminal.run("case", "open", "--region", "rovaniemi", "--client", IDENTITY, *who, "--lang", language)

    lines = result.stdout.splitlines()
    assert lines[0].startswith(first)
    assert lines[-1] == last


def test_a_client_opens_the_own_case(terminal: Terminal) -> None:
    """A client has no organisation, so the command says who coordinates, and that says the register."""
    opened = terminal.json("case", "open", "--region", "rovaniemi", "--organisation", COUNTY, *CLIENT)

    assert opened["case"]["register"] == COUNTY


def test_opening_asks_for_the_region_and_the_register(terminal: Terminal) -> None:
    """Without a region, or anybody who coordinates, there is nothing to open a case in."""
    assert terminal.run("case", "open", *WORKER, code=2).stderr.startswith("Name the region")
    assert terminal.run("case", "open", "--region", "rovaniemi", *CLIENT, code=2).stderr.startswith("Name the register")
    elsewhere = ("--as", "own_worker@mars", "--person", "worker-1")
    told = terminal.run("case", "open", "--region", "rovaniemi", *elsewhere, code=2).stderr
    assert "no organisation “mars”" in told
    assert COUNTY in told
    assert not terminal.db.exists()


@pytest.mark.parametrize(
    ("language", "head", "supplied"),
    [
        ("fi", "Ei vielä mahdollista. Puuttuu:", "(täydentää: "),
        ("sv", "Inte möjligt ännu. Det här saknas:", "(kompletteras av: "),
        ("en", "Not possible yet. Missing:", "(supplied by: "),
    ],
)
def test_a_refusal_says_what_is_missing_and_who_supplies_it(
    terminal: Terminal, language: str, head: str, supplied: str
) -> None:
    """A move that is not possible yet ends with 1, with every reason; it is never called denied."""
    terminal.open()
    terminal.do("move", "start_recognition")

    result = terminal.do("move", "identify_need", code=1, lang=language)

    assert result.stdout.splitlines()[0] == head
    assert supplied in " ".join(result.stdout.split())
    assert not any(word in result.output.casefold() for word in ("evätty", "evätään", "epäys"))


def test_a_refusal_is_data_for_programs(terminal: Terminal) -> None:
    """The same refusal as JSON has stable codes and the ids of who supplies it."""
    terminal.open()
    terminal.do("move", "start_recognition")

    refused = terminal.ask("move", "identify_need", code=1)

    assert refused["done"] is False
    (reason,) = refused["reasons"]
    assert reason["code"] == "any-of"
    assert {"recogniser", "client"} == set(reason["who"])
    assert len(reason["alternatives"]) == 2


@pytest.mark.parametrize(
    "move", ["identify_need", "Tunnista tuen tarve", "identifiera  STÖDBEHOVET", "Identify the need"]
)
def test_a_move_may_be_named_in_any_language(terminal: Terminal, move: str) -> None:
    """Ids and labels of three languages are the same move."""
    terminal.open()
    terminal.do("move", "start_recognition")
    terminal.do("record", "Asiakkaan oma pyyntö", "--set", f"pyyntö={WORDS}")

    assert terminal.ask("move", move)["case"]["state"] == "assessment"


def test_the_same_key_takes_effect_once(terminal: Terminal) -> None:
    """A repeated command with its key answers as the first time and writes nothing."""
    terminal.open()

    first = terminal.ask("move", "start_recognition", "--key", "k1")
    again = terminal.ask("move", "start_recognition", "--key", "k1")
    other = terminal.do("record", "own_request", "--key", "k1", code=2)

    assert (first["repeated"], again["repeated"]) == (False, True)
    assert first["events"] == again["events"]
    assert other.stderr.startswith("The same key")


def test_a_time_may_be_told_and_is_finnish(terminal: Terminal) -> None:
    """`--at` says when it happened, in Finnish time; what is no time, or lies ahead, is turned down."""
    terminal.open("--at", "2025-03-03T09:00")
    ahead = (datetime.now(UTC) + timedelta(days=2)).isoformat()

    moved = terminal.ask("move", "start_recognition", "--at", "2025-03-03T10:00")

    assert moved["events"][0]["occurred_at"] == "2025-03-03T08:00:00.000000Z"
    assert terminal.ask("record", "own_request", "--at", ahead, code=1)["reasons"][0]["code"] == "in-the-future"
    assert "2025-03-03T09:00" in terminal.do("record", "own_request", "--at", "yesterday", code=2).stderr


def test_steps_sorts_what_is_possible_from_what_is_not(terminal: Terminal) -> None:
    """Steps are listed in three groups: possible, not yet with its reasons, and of others."""
    terminal.open()

    shown = terminal.do("steps", lang="fi").stdout
    data = terminal.ask("steps")

    assert "Mahdollista nyt:" in shown
    assert "Ei vielä mahdollista:" in shown
    allowed = {step["trigger"]: step["allowed"] for step in data["steps"]}
    assert allowed["start_recognition"] is True
    assert allowed["close"] is False
    assert all(step["reasons"] for step in data["steps"] if not step["allowed"])


def test_steps_of_others_name_who_makes_them(terminal: Terminal) -> None:
    """A client sees what workers may do, without a list of what the workers lack."""
    terminal.assessed()

    shown = terminal.do("steps", who=CLIENT, lang="sv").stdout

    assert "Görs av andra:" in shown
    assert "görs av: koordinator" in shown


def test_explain_tells_where_a_case_is(terminal: Terminal) -> None:
    """State, coordinator, names and deadlines of a case, by their labels; or the whole case as data."""
    terminal.planned()

    shown = terminal.do("explain", lang="fi").stdout

    assert "Vaihe: Palvelut käynnissä" in shown
    assert "Koordinoi: Lapin hyvinvointialue" in shown
    assert "omatyöntekijä: Lapin hyvinvointialue" in shown
    assert "1.1.2027  Suunnitelman seuranta" in shown
    assert terminal.ask("explain")["state"] == "services"


def test_explain_tells_what_a_move_needs(terminal: Terminal) -> None:
    """One move is explained with all that it lacks; a move that is not here, or not anywhere, is a usage fault."""
    terminal.open()

    explained = terminal.ask("explain", "Päätä palvelupolku")

    assert explained["allowed"] is False
    assert {reason["code"] for reason in explained["reasons"]} == {"record-missing"}
    assert "“Complete the assessment”" in terminal.do("explain", "complete_assessment", code=2).stderr
    assert "Did you mean" in terminal.do("explain", "clos", code=2).stderr


@pytest.mark.parametrize(
    ("language", "title"), [("fi", "Teemme suunnitelman"), ("sv", "Vi gör en plan"), ("en", "We make a plan")]
)
def test_explain_shows_what_the_client_reads(terminal: Terminal, language: str, title: str) -> None:
    """The client's own text of where the case is, in plain words."""
    terminal.assessed()

    assert terminal.do("explain", "--plain", who=CLIENT, lang=language).stdout.splitlines()[0] == title


def test_a_stranger_finds_no_case(terminal: Terminal) -> None:
    """For an organisation that has nothing to do with the client there is no such case."""
    terminal.open()

    for command in ("steps", "explain", "history"):
        terminal.do(command, who=COACH, code=2)


def test_nothing_personal_is_shown_unless_it_is_unsealed(terminal: Terminal) -> None:
    """What the client said is in no answer, history or refusal, in text or JSON; `--unseal` opens it."""
    terminal.planned()
    answers = [
        terminal.do(command, lang=lang).output for command in ("history", "explain", "steps") for lang in LANGUAGES
    ]
    answers += [json.dumps(terminal.ask(command), ensure_ascii=False) for command in ("history", "explain", "steps")]
    answers.append(terminal.do("move", "close", code=1).output)
    answers.append(terminal.run("case", "list").output)

    assert not any(WORDS in answer or IDENTITY in answer for answer in answers)
    assert WORDS.encode() not in terminal.db.read_bytes()
    assert f"pyyntö: {WORDS}" in terminal.do("history", "--unseal", lang="fi").stdout
    opened = [each["personal"] for each in terminal.ask("history", "--unseal")["events"]]
    assert {"request": WORDS} in opened


def test_history_is_numbered_in_every_language(terminal: Terminal) -> None:
    """Each event of the journal is one numbered sentence."""
    terminal.planned()
    events = terminal.ask("history")["events"]

    assert [each["seq"] for each in events] == list(range(1, len(events) + 1))
    for language in LANGUAGES:
        lines = terminal.do("history", lang=language).stdout.splitlines()
        numbers = [int(line[:5]) for line in lines if line[:5].strip().isdigit() and line.startswith("  ")]
        assert numbers == list(range(1, len(events) + 1))


def test_cases_are_listed_by_what_is_asked(terminal: Terminal) -> None:
    """Cases are found by state, client, worker, deadline, and page by page; labels will do."""
    first, second = terminal.open("--worker", "worker-1"), terminal.open()
    terminal.do("move", "start_recognition")

    def listed(*asked: str) -> list[str]:
        return [each["id"] for each in terminal.json("case", "list", *asked)["cases"]]

    assert sorted(listed()) == sorted([first, second])
    assert listed("--state", "Tuen tarpeen tunnistaminen") == [second]
    assert sorted(listed("--client", IDENTITY)) == sorted([first, second])
    assert listed("--client", "somebody else") == []
    assert listed("--worker", "worker-1") == [first]
    assert len(listed("--due-before", "1.7.2025")) == 2
    assert listed("--due-before", "2025-04-01") == []
    assert listed("--closed") == []
    page = terminal.json("case", "list", "--limit", "1")
    assert page["after"] == page["cases"][0]["id"]
    assert page["after"] in terminal.run("case", "list", "--limit", "1").stdout
    assert len(listed("--after", page["after"])) == 1
    assert terminal.run("case", "list", "--closed", "--lang", "sv").stdout == "Inga ärenden.\n"


def test_a_warm_handover_goes_step_by_step(terminal: Terminal) -> None:
    """Proposed, agreed, accepted, met and received: until the last step the sender coordinates."""
    terminal.planned()
    terminal.do("record", "referral", "--set", f"referrer={COUNTY}", "--set", "referred_on=22.4.2025",
                "--set", "asiakkaan oma toive=haluaa työhön")  # fmt: skip
    proposed = terminal.do("move", "refer_to_coaching", "--receiver", "Rovaniemen työllisyyspalvelut",
                           "--receiver-worker", "coach-1")  # fmt: skip
    assert "when the recipient has received the client" in proposed.stdout
    terminal.do("handover accept", who=COACH, code=1)
    coordinators = []
    for command, who in (
        (("handover answer", "agreed"), CLIENT),
        (("permit give", "Tietojen antaminen", SERVICES, "--until", "31.12.2030"), CLIENT),
        (("handover accept",), COACH),
        (("handover meet", "--present", "asiakas", "--present", "own_worker", "--remote"), COACH),
        (("handover receive",), COACH),
    ):
        coordinators.append(terminal.ask(*command, who=who)["case"]["coordinator"]["organisation"])

    assert coordinators == [COUNTY] * 4 + [SERVICES]
    history = {each["type"]: each["body"] for each in terminal.ask("history")["events"]}
    assert set(history["extract_disclosed"]["records"]) == {"referral", "client_plan"}


def test_a_handover_may_be_turned_back(terminal: Terminal) -> None:
    """Whatever way it ends, the case stays where it was."""
    terminal.planned()
    for ending, who in (
        (("handover answer", "declined"), CLIENT),
        (("handover cancel", "--reason", "other"), WORKER),
        (("handover return", "--reason", "other"), COACH),
        (("handover transfer", "kela"), COACH),
    ):
        terminal.do("handover propose", SERVICES, "--receiver-role", "job_coach")
        after = terminal.ask(*ending, who=who)
        assert after["case"]["coordinator"]["organisation"] == COUNTY


def test_services_run_beside_the_path(terminal: Terminal) -> None:
    """A service is opened, moved and ended; the path does not move."""
    terminal.planned()
    terminal.do("service open", "Etuusneuvonta")
    moved = terminal.ask("service move", "Etuusneuvonta", "Palvelu alkoi")
    ended = terminal.ask("service end", "benefits_counselling", "own_wish")

    assert [each["type"] for each in moved["events"]] == ["service_moved"]
    assert [each["type"] for each in ended["events"]] == ["service_ended"]
    assert ended["case"]["state"] == "services"


def test_permits_and_prohibitions_are_the_client_s(terminal: Terminal) -> None:
    """The client gives, withdraws, forbids and takes back; the situation shows what is in force."""
    terminal.open()
    terminal.do("permit give", "information_sharing", SERVICES, "--record", "client_plan", who=CLIENT)
    terminal.do("permit forbid", "Kela", who=CLIENT)

    assert "Permits and prohibitions:" in terminal.do("explain").stdout
    terminal.do("permit withdraw", "information_sharing", who=CLIENT)
    terminal.do("permit lift", "kela", who=CLIENT)
    assert "Permits and prohibitions:" not in terminal.do("explain").stdout


def test_a_fact_leaves_tasks_that_can_be_taken_off(terminal: Terminal) -> None:
    """A job that started is recorded though its form is missing; a needless task goes with a reason."""
    terminal.planned()

    started = terminal.ask("move", "start_job", who=CLIENT)
    (task,) = [each["body"]["task"] for each in started["events"] if each["type"] == "task_set"]

    assert "Start of a job" in terminal.do("explain").stdout
    assert [each["type"] for each in terminal.ask("task", task, "other")["events"]][:1] == ["task_done"]


def test_mistakes_are_put_right_and_stay(terminal: Terminal) -> None:
    """A record and the last move are corrected by their numbers; the journal keeps both."""
    terminal.open()
    recorded = terminal.ask("record", "first_contact", "--set", "contacted_by=other", "--set", "urgent=ei")
    seq = str(recorded["events"][0]["seq"])
    corrected = terminal.ask("correct", seq, "--set", "contacted_by=asiakas itse", "--set", "urgent=no")
    moved = terminal.ask("move", "start_recognition")
    back = terminal.ask("correct", str(moved["events"][0]["seq"]), "--to", "Yhteydenotto")

    assert corrected["events"][0]["body"]["coded"]["contacted_by"] == "client"
    assert back["case"]["state"] == "contact"


def test_queues_deadlines_roles_and_restrictions(terminal: Terminal) -> None:
    """The rest of what a worker keeps in order: each command does what it says."""
    terminal.assessed()
    types = [
        terminal.ask(*command)["events"][0]["type"]
        for command in (
            ("wait", "Työkokeilu", "--expected", "1.2.2027"),
            ("wait", "work_trial", "--leave"),
            ("extend", "decision_due", "3.9.2027", "--reason", "other"),
            ("name", "support_person", "--worker", "person-9", "--organisation", "ngo"),
            ("name", "support_person", "--end"),
            ("restrict", "other"),
            ("restrict", "other", "--lift"),
        )
    ]

    assert types == [
        "waiting_started",
        "waiting_ended",
        "deadline_extended",
        "role_named",
        "role_ended",
        "restricted",
        "restriction_lifted",
    ]


def test_closing_lists_what_is_missing_and_closes(terminal: Terminal) -> None:
    """`close` is the move of that name: refused with everything that is missing, then done, then reopened."""
    terminal.planned()
    assert terminal.ask("close", "own_wish", code=1)["reasons"]
    terminal.do("record", "closing_record", "--set", "participation_offer=not_wanted", "--set", "heard_on=2025-05-05")
    terminal.do("record", "evaluation", "--set", "stage=final", "--set", "evaluated_on=2025-05-05",
                "--set", "present=client, own_worker")  # fmt: skip

    closed = terminal.ask("close", "oma toive", "--end-open", "path_closed")

    assert closed["case"]["open"] is False
    assert "Closed on" in terminal.do("explain").stdout
    assert terminal.ask("move", "reopen", who=CLIENT)["case"]["state"] == "recognition"


def test_persons_may_be_asked_for(terminal: Terminal) -> None:
    """`-` asks for an id, so that it stands on no command line."""
    asked = ("case", "open", "--region", "rovaniemi", "--as", f"own_worker@{COUNTY}", "--person", "worker-1")

    result = terminal.run(*asked, "--client", "-", "--json", input=f"{IDENTITY}\n")

    case = json.loads(result.stdout)["case"]["id"]
    assert IDENTITY not in result.stdout
    assert [each["id"] for each in terminal.json("case", "list", "--client", IDENTITY)["cases"]] == [case]


def test_a_representative_acts_for_the_client(terminal: Terminal) -> None:
    """A guardian who is named in the case does what the client may do, and the journal tells for whom."""
    terminal.open()
    terminal.do("name", "guardian", "--worker", "guardian-1", "--organisation", COUNTY)
    guardian = ("--as", f"guardian@{COUNTY}", "--person", "guardian-1", "--for", IDENTITY)

    done = terminal.ask("permit give", "information_sharing", SERVICES, who=guardian)

    assert done["events"][0]["actor"]["acting_for"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("move", "x", "--as", "@county"), "ROLE@ORGANISATION"),
        (("move", "x", "--as", "worker@"), "ROLE@ORGANISATION"),
        (("record", "own_request", "--set", "secret words", *WORKER), "NAME=VALUE"),
        (("extend", "decision_due", "someday", "--reason", "other", *WORKER), "3.3.2025"),
    ],
)
def test_what_is_typed_wrongly_is_told_how_to_type(
    terminal: Terminal, arguments: tuple[str, ...], message: str
) -> None:
    """A usage fault ends with 2 and shows the right form."""
    terminal.open()
    command, *rest = arguments

    assert message in terminal.run("case", command, terminal.case, *rest, "--lang", "en", code=2).stderr


def test_a_fields_file_must_hold_fields(terminal: Terminal) -> None:
    """A file that is no JSON object is told by its name, without its content."""
    terminal.open()
    path = terminal.db.with_name("fields.json")
    path.write_text(f'["{WORDS}"]', encoding="utf-8")

    result = terminal.do("record", "own_request", "--fields", str(path), code=2)

    assert str(path) in result.stderr
    assert WORDS not in result.output


def test_the_surroundings_may_come_from_the_environment(terminal: Terminal) -> None:
    """Database, region and actor may stand in the environment, for a session of many commands."""
    environment = {
        "PATHWAY_DB": str(terminal.db),
        "PATHWAY_REGION": "rovaniemi",
        "PATHWAY_AS": f"own_worker@{COUNTY}",
        "PATHWAY_PERSON": "worker-1",
        "PATHWAY_LANG": "fi",
    }

    result = pathway("case", "open", **environment)

    assert result.exit_code == 0
    assert "Asia on avattu" in result.stdout


def test_a_mistyped_name_is_not_said_to_become_possible(terminal: Terminal) -> None:
    """Only what may yet be supplied stands under "not possible yet"."""
    case = terminal.open()

    told = terminal.run("case", "move", case, "start_recogniton", "--lang", "en", *WORKER, code=1).output
    assert told.startswith("Nothing was done. Look again at what you typed:")
    assert "Start recognising the need" in told


@pytest.mark.parametrize(
    "command",
    [("case", "list"), ("report", "flow"), ("case", "steps", "k", *WORKER)],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_slip_in_the_name_of_a_register_is_not_answered_as_if_all_were_well(
    terminal: Terminal, command: tuple[str, ...]
) -> None:
    """A register that never had a case, and that no organisation keeps, is told; one that is only empty is not."""
    terminal.open()

    told = terminal.run(*command, "--register", "laplnad_county", code=2)

    assert "laplnad_county" in told.stderr
    assert terminal.run("case", "list", "--register", "siun_sote").stdout == "No cases.\n"
