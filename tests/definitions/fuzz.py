"""Fuzzing definitions: `make fuzz`, or `python -m tests.definitions.fuzz --seed 1 --inputs 100000 --mutants 10000`.

Two things are looked for. *Inputs* are texts made from good files by changing their structure (keys, values, whole
branches) or their characters: whatever is done, loading answers with a pathway or a `DefinitionError`, examining
answers with a list, and what has no error compiles. *Mutants* are definitions that can still be read, changed in what
they mean: the checker and the walk must judge each alike (see `mutating`).

Every input is made from its number and the seed, so a failure is repeated with `--first NUMBER --inputs 1`.
"""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from random import Random
from time import perf_counter
from typing import Any

from pathway_engine.definition import DefinitionError, load, load_text
from pathway_engine.definition.check import examine
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.reader import read
from pathway_engine.definition.sources import Document
from pathway_engine.definition.tree import plain
from pathway_engine.machine import compile_pathway
from pathway_engine.testing import smallest, varied
from tests.definitions import mutating
from tests.definitions.test_bad_definitions import BAD, WORKFLOWS, shelf

# Large ones are slow, and nothing in them is different in kind.
SMALL = (BAD / "shelf" / "sound.yaml", WORKFLOWS / "consensus-agreement.yaml", WORKFLOWS / "fidelity-cycle.yaml")
REGIONS = tuple(sorted(WORKFLOWS.glob("*.yaml")))
ONE_IN = 200
"""One input in so many is made from a shipped region rather than from a small definition."""

ODD: tuple[Any, ...] = (
    "", None, True, -1, 10**18, [], {}, [[]], [{}], {"a": {}}, "any", "previous", "coaching", "x" * 3000, "ä" * 70,
    "P1D", "-P1D", "P0D", "P999999999Y", "2025-02-30", "2025-01-01", "0001-01-01", "9999-12-31", "record.plan.goals",
    "record.", "event:", "event:begin", "state_entered", "pending", "${x}", "${", "{name}", "%s", "a.b.c", "remove",
    {"remove": ["x"]}, {"add": ["x"]}, {"add": {}}, {"replace": True}, {"use": "guided"}, {"use": "guided", "with": []},
    {"dated": []}, {"dated": [{"value": "worker"}]}, {"dated": [{"from": "9999-12-31", "value": ["worker"]}]},
    {"dated": [{"to": "0001-01-01", "value": "P1D"}], "by": "event"}, {"fi": "a", "sv": "b", "en": "c"},
    {"any": []}, {"all": [{"not": {"flag": "urgent"}}]}, {"record": "plan", "where": {"equals": {"hours": 3}}},
    {"not": {"not": {"record": "plan", "when": {"record": "plan"}}}}, "\u202e", "a\u0300", "\x00",
)  # fmt: skip
KEYS = ("remove", "add", "replace", "use", "with", "extends", "fragment", "title", "from", "to", "by", "when", "x")
GARBLE = (b"", b":", b"- ", b"{", b"}", b"[", b'"', b"'", b"\n", b"\t", b"#", b"&a ", b"*a", b"\xff", b"? ")


# ── inputs ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def tree_of(path: str) -> Any:
    """Give a good file as plain data."""
    findings = Findings()
    with open(path, "rb") as file:  # noqa: PTH123 - of a text, for the cache
        return plain(read(file.read(), path, findings))


@cache
def seen(path: str) -> Mapping[str, list[Any]]:
    """Give every value that stands under a key somewhere in a good file."""
    found: dict[str, list[Any]] = {}

    def look(data: Any) -> None:
        for key, value in data.items() if isinstance(data, dict) else ():
            found.setdefault(key, []).append(value)
            look(value)
        for value in data if isinstance(data, list) else ():
            look(value)

    look(tree_of(path))
    return found


def made(number: int, seed: int) -> bytes:
    """Make an input."""
    chance = Random(f"{seed}:{number}")  # noqa: S311 - for tests
    path = chance.choice(REGIONS if number % ONE_IN == 0 else SMALL)
    if chance.random() < 0.2:
        return garbled(path.read_bytes(), chance)
    data = json.loads(json.dumps(tree_of(str(path))))
    for _ in range(chance.randint(1, 4)):
        data = changed(data, chance) if chance.random() < 0.3 else transplanted(data, seen(str(path)), chance)
    # JSON is YAML, all but for what YAML forbids in it; that is for the reader to say.
    return json.dumps(data, ensure_ascii=chance.random() < 0.1).encode("utf-8", "surrogatepass")


def transplanted(data: Any, known: Mapping[str, list[Any]], chance: Random) -> Any:
    """Give plain data with one value put in the place of another that stands under the same key, or of none."""
    if isinstance(data, list) and data:
        place = chance.randrange(len(data))
        return [*data[:place], transplanted(data[place], known, chance), *data[place + 1 :]]
    if not isinstance(data, dict) or not data:
        return data
    key = chance.choice(list(data))
    if key in SECTIONS or (isinstance(data[key], dict | list) and chance.random() < 0.6):
        return {**data, key: transplanted(data[key], known, chance)}
    if chance.random() < 0.2:
        return {name: value for name, value in data.items() if name != key}
    if chance.random() < 0.2:
        key = chance.choice(
            ("from", "to", "by", "agreed_by", "requires", "handover", "kind", "sets", "clears", "initial")
        )
    return {**data, key: chance.choice(known.get(key, [data]))}


SECTIONS = {"states", "transitions", "records", "roles", "services", "deadlines", "capacities", "catalogues", "fields"}


def changed(data: Any, chance: Random) -> Any:
    """Give plain data with one branch changed, somewhere between the root and the leaves."""
    if isinstance(data, dict) and data and chance.random() < 0.85:
        key = chance.choice(list(data))
        return {**data, key: changed(data[key], chance)} if chance.random() < 0.8 else keys_changed(data, key, chance)
    if isinstance(data, list) and data and chance.random() < 0.7:
        place = chance.randrange(len(data))
        return [*data[:place], changed(data[place], chance), *data[place + 1 :]]
    return chance.choice([*ODD, [data], [data, data], {"add": [data]}, {chance.choice(KEYS): data}, str(data)[:2000]])


def keys_changed(data: dict[str, Any], key: str, chance: Random) -> dict[str, Any]:
    """Drop, rename, add or swap keys of a map."""
    rest = {name: value for name, value in data.items() if name != key}
    other = chance.choice(list(data))
    changes: list[dict[str, Any]] = [
        rest,
        {**rest, chance.choice(KEYS): data[key]},
        {**rest, key.swapcase(): data[key]},
        {**rest, f"{key}.{other}": data[key]},
        {**data, chance.choice(KEYS): chance.choice(ODD)},
        {**data, key: data[other], other: data[key]},
        {**data, other: data},
    ]
    return chance.choice(changes)


def garbled(text: bytes, chance: Random) -> bytes:
    """Give a text with some of its characters changed."""
    for _ in range(chance.randint(1, 8)):
        place, length = chance.randrange(len(text) + 1), chance.choice((0, 1, 1, 5, 200))
        text = text[:place] + chance.choice(GARBLE) + text[place + length :]
    return text


def fault(data: bytes) -> str:
    """Say what is wrong with how an input was received; empty when nothing is."""
    try:
        errors = [each for each in examine(Document("input.yaml", data), sources=shelf()) if each.severity == "error"]
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"examine: {error!r}"
    try:
        pathway = load_text(data, name="input.yaml", sources=shelf())
    except DefinitionError:
        return "" if errors else "load refuses what examine lets pass"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"load: {error!r}"
    if errors:
        return ""
    try:
        compile_pathway(pathway)
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"compile: {error!r}"
    return ""


def inputs(first: int, count: int, seed: int) -> Counter[str]:
    """Try some inputs; give how many were received well, and what was wrong with which."""
    found: Counter[str] = Counter()
    for number in range(first, first + count):
        data = made(number, seed)
        told = fault(data)
        found[f"input {number}: {told}" if told else "fine"] += 1
    return found


# ── mutants ────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def good() -> tuple[mutating.Plain, ...]:
    """Give the definitions that mutants are made from: small ones mostly, for they are many and quick."""
    small = [varied(), smallest(), load_text((BAD / "shelf" / "sound.yaml").read_bytes(), sources=shelf())]
    return tuple(mutating.to_plain(each) for each in (*small * 8, load(WORKFLOWS / "rovaniemi.yaml")))


def mutants(first: int, count: int, seed: int) -> Counter[str]:
    """Judge some mutants twice; give how many were judged alike, and where not."""
    numbers = range(first, first + count)
    differing = mutating.disagreements(good(), (number + seed * 10**9 for number in numbers))
    return Counter({"fine": count - len(differing), **dict.fromkeys(differing, 1)})


# ── running ────────────────────────────────────────────────────────────────────────────────────────────────────────

Work = Callable[[int, int, int], Counter[str]]
_AT_A_TIME = 500


def run(work: Work, first: int, count: int, seed: int, jobs: int) -> Counter[str]:
    """Do the work in several processes."""
    starts = range(first, first + count, _AT_A_TIME)
    sizes = [min(_AT_A_TIME, first + count - start) for start in starts]
    found: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs) as pool:
        for each in pool.map(work, starts, sizes, [seed] * len(sizes)):
            found += each
    return found


def main(arguments: list[str]) -> int:
    """Fuzz, and say what came of it; 1 when anything was wrong."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, usual in (("seed", 1), ("first", 0), ("inputs", 100_000), ("mutants", 10_000), ("jobs", 2)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args(arguments)
    wrong = 0
    works: Mapping[str, tuple[Work, int]] = {"inputs": (inputs, asked.inputs), "mutants": (mutants, asked.mutants)}
    for name, (work, count) in works.items():
        begin = perf_counter()
        found = run(work, asked.first, count, asked.seed, asked.jobs)
        fine = found.pop("fine", 0)
        print(f"{name}: {fine} of {count} fine, seed {asked.seed}, {perf_counter() - begin:.0f} s")  # noqa: T201
        for told in found:
            print(f"  {told}")  # noqa: T201
        wrong += len(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
