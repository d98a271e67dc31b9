"""The checker's verdict on a path, against a walk that shares nothing with it; and what passes it works."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import load, load_text
from pathway_engine.definition.check import SEVERITIES, examine
from pathway_engine.definition.check.report import failing
from pathway_engine.definition.model import Pathway
from pathway_engine.machine import compile_pathway
from pathway_engine.testing import smallest, varied
from pathway_engine.testing.strategies import pathways
from tests.definitions import fuzz
from tests.definitions.examples import GROUPED, SMALL, shelf
from tests.definitions.mutating import VERDICTS, disagreement, disagreements, judged, mutant, to_plain
from tests.definitions.test_bad_definitions import WORKFLOWS
from tests.definitions.walk import opinion

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_walk_through_the_shipped_definitions_finds_them_sound(name: str) -> None:
    """By brute force too an outcome is reached from every state, every move is made, and nobody is locked in."""
    plain = to_plain(load(WORKFLOWS / f"{name}.yaml"))

    for path in (plain, *plain.get("services", {}).values()):
        assert opinion(path, plain["roles"]) == {kind: set() for kind in VERDICTS}
    assert disagreement(plain) == ""


@given(pathways())
def test_random_definitions_are_judged_alike(pathway: Pathway) -> None:
    """On whatever the test kit makes up, checker and walk find the same states and moves."""
    assert disagreement(to_plain(pathway)) == ""


def good() -> list[Pathway]:
    """Give the small definitions that mutants are made from."""
    return [varied(), smallest(), load_text(SMALL), load_text(GROUPED, sources=shelf())]


def test_mutants_are_judged_alike() -> None:
    """Hundreds of changed definitions are judged as the walk judges them; `make fuzz` tries ten thousand."""
    assert disagreements([to_plain(each) for each in good()], range(800)) == []
    assert disagreements([to_plain(load(WORKFLOWS / "rovaniemi.yaml"))], range(20)) == []


def test_the_mutants_show_every_kind_of_verdict() -> None:
    """The comparison above is not empty: many mutants load, and every verdict is met often."""
    plains = [to_plain(each) for each in good()]
    counts: Counter[str] = Counter()
    for seed in range(400):
        _, findings = judged(mutant(plains[seed % len(plains)], seed))
        codes = {each.code for each in findings if each.severity == "error"}
        counts["whole"] += codes <= set(SEVERITIES)
        counts["sound"] += not codes
        counts.update(kind for kind, meant in VERDICTS.items() if codes & meant)

    assert counts["whole"] >= 200
    assert counts["sound"] >= 30
    assert all(counts[kind] >= 10 for kind in VERDICTS), counts


@given(st.integers(0, 10**6))
def test_what_passes_the_checker_compiles(seed: int) -> None:
    """A definition without errors becomes a machine, whatever it looks like otherwise."""
    plains = [to_plain(each) for each in good()]
    pathway, findings = judged(mutant(plains[seed % len(plains)], seed))

    if not any(each.severity == "error" for each in findings):
        assert compile_pathway(pathway).main.initial in pathway.states


@given(st.integers(0, 10**6))
def test_nothing_but_problems_comes_out_of_fuzzed_files(number: int) -> None:
    """Whatever is done to a good file: loading says what is wrong, and so does the checker, and neither ever breaks."""
    assert fuzz.fault(fuzz.made(number, seed=0)) == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_definitions_pass_strictly(name: str) -> None:
    """No error and no warning in what is shipped; what its writers still have to verify is listed, and no more."""
    found = examine(WORKFLOWS / f"{name}.yaml")

    assert not failing(found, strict=True)
    assert {each.code for each in found} <= {"to-verify"}
