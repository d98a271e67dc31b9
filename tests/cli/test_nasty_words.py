"""What somebody wrote is stored to the letter, and commands neither the terminal nor the reader (faults 68)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pathway_engine.cli.visible import visible
from tests.cli.command_line import CLIENT, IDENTITY, WORKER, Terminal, pathway

NOTES = (
    "'; DROP TABLE x; -- %s %(x)s {} {0} {typed} </script><img src=x onerror=alert(1)> __proto__ \\x1b[31m",
    "eka\n    7  Asiakas on päättynyt.\rtoka\tkolmas [INFO] väärä\r\n2025-01-01 rivi '\"`$(touch x)`\\",
    "=HYPERLINK(x) \u202egnihtemos \u2066x\u2069 \u200e\u200f מה שלומך · مرحبا · ไทย · 😀",
)


@pytest.mark.parametrize("words", NOTES)
def test_a_text_comes_back_to_the_letter_and_stays_in_its_place(terminal: Terminal, words: str) -> None:
    """A program gets what was written; a person reads it on the lines of its field, with no command in them."""
    terminal.open()
    terminal.do("move", "start_recognition")
    terminal.do("record", "own_request", "--set", f"request={words}", "--note", words, who=CLIENT)

    told = terminal.ask("history", "--unseal")["events"]
    assert told[-1]["personal"] == {"note": words, "request": words}
    shown = terminal.do("history", "--unseal").stdout
    assert visible(shown) == shown
    numbered = [line for line in shown.splitlines() if line[:5].strip().isdigit()]
    assert len(numbered) == len(told)


def test_what_commands_a_terminal_is_not_taken_in(terminal: Terminal) -> None:
    """Escapes, NUL and other control characters are refused in a text, and a slip is told without them."""
    terminal.open()
    terminal.do("move", "start_recognition")
    for words in ("\x1b]0;otsikko\x07", "\x9b31ma\x08\x08b\x7f"):
        refused = terminal.do("record", "own_request", "--set", f"request={words}", who=CLIENT, code=1)
        assert visible(refused.stdout) == refused.stdout
        for asked in (("move", words), ("record", words), ("explain", words)):
            result = pathway("case", asked[0], terminal.case, *asked[1:], "--db", str(terminal.db), *WORKER)
            assert result.exit_code in (1, 2), result.output
            assert visible(result.output) == result.output, asked


@pytest.mark.parametrize(
    "asked",
    [
        ("case", "history", "{}", "--db", "{db}"),
        ("show", "{}"),
        ("check", "{}"),
        ("verify", "--db", "{}"),
    ],
    ids=" ".join,
)
def test_a_name_that_is_a_command_of_the_terminal_is_shown_as_it_is_written(
    terminal: Terminal, asked: tuple[str, ...]
) -> None:
    """Whatever is typed in the place of a name, an id or a path comes back without its commands, if at all."""
    terminal.open()
    words = f"\x1b[31m{IDENTITY}\rb\u202ekcab"
    arguments = [each.replace("{db}", str(terminal.db)).replace("{}", words) for each in asked]

    result = pathway(*arguments, *(WORKER if asked[0] == "case" else ()))

    assert visible(result.output) == result.output, (arguments, result.output)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception


def test_in_json_it_is_escaped_as_json_does(terminal: Terminal) -> None:
    """A program reads back what was typed, whatever it was."""
    terminal.open()
    answer: Any = json.loads(terminal.do("move", "\x1b[31m", "--json", code=1).stdout)

    assert answer["done"] is False
    assert "\x1b[31m" in answer["reasons"][0]["text"]
