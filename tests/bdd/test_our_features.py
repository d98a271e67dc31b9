"""What this repository's own features show of every pathway that is shipped."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMITS = "states=100,transitions=100,refusals=100,deadlines=100,handovers=100,services=100"


def test_the_features_show_every_move_and_every_refusal_of_every_pathway() -> None:
    """Each state, move, unmet requirement, time limit, handover and service is shown, all in one run."""
    command = [sys.executable, "-m", "pathway_engine", "features", "coverage", "--all", "features", "--json"]
    done = subprocess.run([*command, "--at-least", LIMITS], cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)

    lacking = {
        (pathway, kind): figures["untouched"]
        for pathway, kinds in found.items()
        for kind, figures in kinds.items()
        if figures["untouched"]
    }
    assert lacking == {}
    assert done.returncode == 0, done.stderr
    assert {"fi-base", "rovaniemi", "siun-sote", "fidelity-cycle"} <= found.keys()
