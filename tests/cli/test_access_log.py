"""`pathway access-log`: the report for the client and the data-protection officer."""

from __future__ import annotations

import pytest

from tests.cli.command_line import CLIENT, COUNTY, IDENTITY, WORKER, Terminal

OFFICER = ("--as", f"data_protection_officer@{COUNTY}", "--person", "officer-1")


@pytest.mark.parametrize(
    ("language", "who", "did"),
    [
        ("fi", "omatyöntekijä, Lapin hyvinvointialue", "katsoi asian historian"),
        ("sv", "egen kontaktperson, Lapplands välfärdsområde", "såg på ärendets historia"),
        ("en", "own worker, Wellbeing services county of Lapland", "looked at the history"),
    ],
)
def test_the_officer_reads_who_looked(terminal: Terminal, language: str, who: str, did: str) -> None:
    """Role, organisation, person's pseudonym, what was done and why, in the reader's language."""
    terminal.open()
    terminal.ask("history")

    result = terminal.run("access-log", "--case", terminal.case, *OFFICER, "--lang", language)

    words = " ".join(result.stdout.split())
    assert who in words
    assert did in words
    assert "worker-1" not in words


def test_the_client_reads_all_the_own_cases(terminal: Terminal) -> None:
    """Without naming a case: each of the client's cases, with the reading of the log in it the next time."""
    first = terminal.open()
    second = terminal.open()
    terminal.case = first
    terminal.ask("history")

    once = terminal.json("access-log", *CLIENT)
    again = terminal.json("access-log", *CLIENT)

    assert {each["case"] for each in once} == {first, second}
    assert [len(each["entries"]) for each in once if each["case"] == first] == [1]
    assert [each["entries"][-1]["action"] for each in again] == ["access_log"] * 2
    assert all(each["withheld"] == 0 for each in once)
    assert "the client: read this log" in " ".join(terminal.run("access-log", *CLIENT, "--lang", "en").stdout.split())


def test_the_officer_may_name_the_client(terminal: Terminal) -> None:
    """By the identity code, which is nowhere in the answer."""
    terminal.open()

    result = terminal.run("access-log", "--client", IDENTITY, *OFFICER, "--json")

    assert terminal.case in result.stdout
    assert IDENTITY not in result.stdout


def test_nobody_else_reads_it(terminal: Terminal) -> None:
    """A worker of the case is refused, and the attempt stands in the log; of a client's cases none are told."""
    terminal.open()

    refused = terminal.run("access-log", "--case", terminal.case, *WORKER, code=2)
    none = terminal.json("access-log", "--client", IDENTITY, *WORKER)

    assert terminal.case in refused.output
    assert none == []
    (log,) = [terminal.json("access-log", "--case", terminal.case, *OFFICER)]
    assert [(each["action"], each["allowed"]) for each in log["entries"]] == [("access_log", False)] * 2
    assert "refused" in terminal.run("access-log", "--case", terminal.case, *OFFICER, "--lang", "en").stdout


def test_since_and_what_is_missing(terminal: Terminal) -> None:
    """A day in Finnish form; a case that is not there; neither case nor client."""
    terminal.open()
    terminal.ask("history")

    assert terminal.json("access-log", "--case", terminal.case, *OFFICER, "--since", "1.1.2099")["entries"] == []
    assert (
        "No entries"
        in terminal.run("access-log", "--case", terminal.case, *OFFICER, "--since", "1.1.2099", "--lang", "en").stdout
    )
    terminal.run("access-log", "--case", "case-z", *OFFICER, code=2)
    assert "--case" in terminal.run("access-log", *OFFICER, code=2).output
