"""Importing the package, against importing the libraries it cannot do without."""

import subprocess
import sys
from collections.abc import Iterable
from statistics import median
from time import perf_counter

ROUNDS = 15
LIBRARIES = "import attrs, cattrs, transitions, yaml"


def run() -> Iterable[tuple[str, str, str]]:
    """Time fresh interpreters, the three in turn so that a busy moment strikes them alike."""
    programs = ("pass", LIBRARIES, "import pathway_engine")
    times: dict[str, list[float]] = {program: [] for program in programs}
    for _ in range(ROUNDS):
        for program in programs:
            times[program].append(seconds(program))
    nothing, libraries, ours = (median(times[program]) for program in programs)
    yield "attrs, cattrs, transitions, yaml", f"{1000 * (libraries - nothing):.1f} ms", ""
    yield "import pathway_engine", f"{1000 * (ours - nothing):.1f} ms", ""
    ratio = (ours - nothing) / (libraries - nothing)
    yield "ratio", f"{ratio:.2f}", "at most 1.5"


def seconds(program: str) -> float:
    """Give the seconds that a fresh interpreter takes to run a program."""
    begin = perf_counter()
    subprocess.run([sys.executable, "-I", "-c", program], check=True)
    return perf_counter() - begin
