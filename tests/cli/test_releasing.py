"""`pathway tick` and `pathway relay` list what was set aside, and release it for somebody by name."""

import sqlite3

import pytest

from pathway_engine.text import LANGUAGES
from tests.cli.command_line import IDENTITY, Terminal

OPERATOR = ("--person", "operator-1")


@pytest.fixture
def aside(terminal: Terminal) -> Terminal:
    """Give a terminal at a database whose first message and whose only deadline were set aside."""
    terminal.open()
    with sqlite3.connect(terminal.db) as database:
        for table, condition in (("outbox", "seq = 1"), ("deadlines", "1 = 1")):
            database.execute(
                f"UPDATE pathway_{table} SET attempts = 8, quarantined_at = '2025-06-04T10:00:00.000000Z'"  # noqa: S608 - a table of ours
                f" WHERE {condition}"
            )
    database.close()
    return terminal


def test_what_was_set_aside_is_listed(aside: Terminal) -> None:
    """With the id by which it is released, its case, since when and after how many attempts; nothing personal."""
    common = {"register": "lapland_county", "case": aside.case, "attempts": 8, "since": "2025-06-04T10:00:00.000000Z"}

    messages, deadlines = aside.json("relay", "--set-aside"), aside.json("tick", "--set-aside")

    assert messages == {"set_aside": [{"id": f"{aside.case}:1", "seq": 1, "type": "opened", **common}]}
    due = {"id": f"{aside.case}:decision_due", "seq": 0, "type": "decision_due"}
    assert deadlines == {"set_aside": [{**due, **common}]}
    assert IDENTITY not in str((messages, deadlines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_the_readers_language(aside: Terminal, language: str) -> None:
    """Listed, released and no longer there: each has a sentence of its own."""
    speaks = ("--lang", language)
    id_ = f"{aside.case}:1"
    told = [
        aside.run("relay", "--set-aside", *speaks).stdout,
        aside.run("relay", "--release", id_, *OPERATOR, *speaks).stdout,
        aside.run("relay", "--release", id_, *OPERATOR, *speaks, code=1).stdout,
        aside.run("relay", "--set-aside", *speaks).stdout,
    ]

    assert len(set(told)) == 4
    assert all(line.startswith(id_) for line in told[:3])


def test_a_released_message_leaves_with_the_next_relay(aside: Terminal) -> None:
    """Until then nothing of its case leaves; its release alone sends nothing."""
    assert aside.run("relay").stdout == ""
    assert aside.json("relay", "--release", f"{aside.case}:1", *OPERATOR) == {
        "released": [f"{aside.case}:1"],
        "not_set_aside": [],
    }
    assert [line.count('"seq": 1,') for line in aside.run("relay").stdout.splitlines()][:2] == [1, 0]


def test_everything_can_be_released_at_once(aside: Terminal) -> None:
    """A deadline that was set aside is told by the next tick."""
    assert aside.json("tick") == {"fired": 0}
    assert aside.json("tick", "--release-all", *OPERATOR)["released"] == [f"{aside.case}:decision_due"]
    assert aside.json("tick", "--release-all", *OPERATOR)["released"] == []
    assert aside.json("tick") == {"fired": 1}


def test_who_released_it_is_read_in_the_log(aside: Terminal) -> None:
    """The log of the case says that somebody put it back."""
    aside.run("relay", "--release-all", *OPERATOR)
    officer = ("--as", "data_protection_officer@lapland_county", "--person", "officer-1")

    told = aside.run("access-log", "--case", aside.case, *officer, "--lang", "en").stdout
    assert "put back into its queue" in told


@pytest.mark.parametrize(
    "asked", [("--release-all",), ("--set-aside", "--release-all", *OPERATOR), ("--set-aside", "--loop")]
)
def test_a_release_is_asked_for_alone_and_by_name(aside: Terminal, asked: tuple[str, ...]) -> None:
    """Without a name, or with two things asked at once, nothing is done."""
    aside.run("relay", *asked, code=2)

    assert len(aside.json("relay", "--set-aside")["set_aside"]) == 1


def test_the_doctor_says_how_it_is_released(aside: Terminal) -> None:
    """What it tells to do can be done as it stands."""
    advice = aside.run("doctor", "--lang", "en", code=1).stdout.replace("\n   ", "")

    assert f"pathway relay --release {aside.case}:1" in advice
    assert f"pathway tick --release {aside.case}:decision_due" in advice
