"""Loading and checking definitions, after the library is imported."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

from pathway_engine.definition import load_with_origins
from pathway_engine.definition.check import check, examine
from pathway_engine.definition.sources import Document

ROUNDS = 9
WORKFLOWS = Path(__file__).parents[1] / "workflows"
LINES = 2000


def run() -> Iterable[tuple[str, str, str]]:
    """Time a definition of two thousand lines, the national model, and everything that is shipped."""
    text = definition(LINES).encode()
    document = Document("large.yaml", text)
    lines = text.count(b"\n")
    assert lines >= LINES
    assert not [each for each in examine(document) if each.severity == "error"]
    loaded = load_with_origins(document)
    yield f"{lines} lines: load", f"{milliseconds(lambda: load_with_origins(document)):.1f} ms", ""
    yield f"{lines} lines: check", f"{milliseconds(lambda: check(loaded)):.1f} ms", ""
    yield f"{lines} lines: load and check", f"{milliseconds(lambda: examine(document)):.1f} ms", "at most 60 ms"
    base = WORKFLOWS / "fi-base.yaml"
    read = sum(file_lines(path) for path in {base, *map(Path, load_with_origins(base).files)} if path.exists())
    yield f"fi-base with its fragments, {read} lines", f"{milliseconds(lambda: examine(base)):.1f} ms", ""
    shipped = sorted(WORKFLOWS.glob("*.yaml"))

    def all_shipped() -> None:
        for path in shipped:
            examine(path)

    yield f"all {len(shipped)} shipped definitions", f"{milliseconds(all_shipped):.1f} ms", "at most 250 ms"
    yield "the same in a new process, the first time", f"{first_time():.1f} ms", ""


def milliseconds(work: Callable[[], object]) -> float:
    """Give the median time of some rounds, after one that is not counted."""
    work()
    times = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        work()
        times.append(1000 * (perf_counter() - begin))
    return median(times)


def first_time() -> float:
    """Give the time of the first round in a process that has only imported the library."""
    code = (
        "import time; from pathlib import Path; from pathway_engine.definition.check import examine\n"
        f"paths = sorted(Path({str(WORKFLOWS)!r}).glob('*.yaml')); begin = time.perf_counter()\n"
        "for path in paths: examine(path)\n"
        "print(1000 * (time.perf_counter() - begin))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(done.stdout)


def file_lines(path: Path) -> int:
    """Give how many lines a file has."""
    return path.read_bytes().count(b"\n")


def definition(lines: int) -> str:
    """Give a sound definition of about that many lines: chains of states, each with a form of its own."""
    parts = [HEAD]
    for section, block in (("records", RECORD), ("states", STATE), ("transitions", MOVE)):
        parts.append(f"{section}:\n{FIRST[section]}")
        parts += [block.format(number=number, before=number - 1) for number in range(1, lines // 27 + 1)]
    return "".join(parts)


HEAD = """\
pathway: large
version: "1"
valid: {from: 2025-01-01}
title: {fi: Suuri polku, sv: Stor stig, en: Large path}
roles:
  client: {fi: asiakas, sv: klient, en: client, relation: client}
  worker: {fi: työntekijä, sv: handläggare, en: worker, relation: [anyone, coordinating]}
"""
FIRST = {
    "records": "",
    "states": """\
  place_0:
    title: {fi: Alku, sv: Början, en: Start}
    initial: true
    responsible: worker
    plain: {fi: Olet alussa., sv: Du är i början., en: You are at the start.}
  home:
    title: {fi: Perillä, sv: Framme, en: Home}
    kind: outcome
    responsible: worker
    plain: {fi: Olet perillä., sv: Du är framme., en: You are home.}
""",
    "transitions": """\
  arrive: {fi: Tule perille, sv: Kom fram, en: Arrive, from: any, to: home, by: [worker, client]}
  return: {fi: Palaa, sv: Återvänd, en: Return, from: home, to: place_0, by: [worker, client]}
""",
}
RECORD = """\
  form_{number}:
    title: {{fi: Lomake {number}, sv: Blankett {number}, en: Form {number}}}
    kind: form
    by: [worker, client]
    fields:
      goals: {{type: text, required: true, fi: tavoitteet, sv: mål, en: goals}}
      hours: {{type: integer, class: coded, min: 1, max: 40, fi: tunnit, sv: timmar, en: hours}}
      made_on: {{type: date, class: coded, fi: päivä, sv: datum, en: day}}
"""
STATE = """\
  place_{number}:
    title: {{fi: Paikka {number}, sv: Plats {number}, en: Place {number}}}
    responsible: worker
    phase: phase_{number}
    plain:
      fi: Olet paikassa {number}. Mietimme yhdessä, mitä haluat seuraavaksi.
      sv: Du är på plats {number}. Vi funderar tillsammans på vad du vill sedan.
      en: You are at place {number}. We think together about what you want next.
"""
MOVE = """\
  go_{number}:
    title: {{fi: Mene paikkaan {number}, sv: Gå till plats {number}, en: Go to place {number}}}
    from: place_{before}
    to: place_{number}
    by: [worker]
    agreed_by: [client]
    requires:
      - {{record: form_{number}, where: {{present: [goals], min: {{hours: 4}}}}}}
      - any:
          - {{record: form_{number}, where: {{equals: {{hours: 8}}}}}}
          - {{role_named: worker}}
"""
