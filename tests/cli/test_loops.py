"""`pathway tick --loop` and `pathway relay --loop`: they go on, and stop when they are told to."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.cli.command_line import ENVIRONMENT, Terminal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_looping_relay_prints_what_comes_and_stops_at_a_signal(terminal: Terminal, number: signal.Signals) -> None:
    """What happens while it runs is printed; at the signal it ends with 0, and nothing is printed twice."""
    terminal.open()
    command = [sys.executable, "-m", "pathway_engine", "relay", "--db", str(terminal.db), "--loop", "--every", "0.1"]
    surroundings = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as relay:
        assert relay.stdout is not None
        before = [json.loads(relay.stdout.readline()) for _ in terminal.ask("history")["events"]]
        terminal.open()
        after = [json.loads(relay.stdout.readline()) for _ in terminal.ask("history")["events"]]
        relay.send_signal(number)
        rest, _ = relay.communicate(timeout=30)

    assert (relay.returncode, rest) == (0, "")
    assert len({each["id"] for each in before + after}) == len(before) + len(after)
    assert terminal.run("relay").stdout == ""


def test_a_looping_tick_tells_how_much_it_told_when_it_stops(terminal: Terminal) -> None:
    """At the signal it ends with 0 and the number of deadlines told."""
    terminal.open()
    command = [sys.executable, "-m", "pathway_engine", "tick", "--db", str(terminal.db), "--loop", "--json"]
    surroundings = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as tick:
        while "deadline_missed" not in [each["type"] for each in terminal.ask("history")["events"]]:
            assert tick.poll() is None
        tick.terminate()
        told, _ = tick.communicate(timeout=30)

    assert (tick.returncode, json.loads(told)) == (0, {"fired": 1})
