"""What this repository's own features show of the national model."""

import json
import subprocess
import sys
from pathlib import Path

from pathway_engine.definition import load

ROOT = Path(__file__).parents[2]


def test_the_features_show_every_move_and_every_refusal_of_the_national_model() -> None:
    """Each state, move, service and unmet requirement of `fi-base` stands in some scenario that holds."""
    command = [sys.executable, "-m", "pathway_engine", "features", "coverage", "fi-base", "features", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    found = json.loads(done.stdout)
    assert {kind: found[kind]["untouched"] for kind in ("state", "move", "service")} == {
        "state": [],
        "move": [],
        "service": [],
    }
    services = load("fi-base").services
    refusals = [
        each for each in found["refusal"]["untouched"] if each.partition(":")[0].partition(".")[0] not in services
    ]
    assert refusals == []
