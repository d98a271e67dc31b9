"""The reference page of the definition language: as the model is, with examples that load."""

import pytest

from pathway_engine.definition import load
from pathway_engine.definition.check import examine
from pathway_engine.definition.diff import differences
from pathway_engine.definition.load import load_base
from tests.tools.definition_language import CLASSES, EXAMPLE, examples, key_of, main, written


def test_the_page_is_as_it_would_be_written() -> None:
    """After a change of the model or the examples, `python -m tests.tools.definition_language` writes it anew."""
    assert main(["--check"]) == 0


def test_every_key_has_an_example() -> None:
    """The example pathway uses each key of each class at least once."""
    found = examples()

    assert [(of, key_of(each)) for of in CLASSES for each in written(of) if (of, key_of(each)) not in found] == []


@pytest.mark.parametrize("name", ["harbour", "bay"])
def test_the_examples_are_sound(name: str) -> None:
    """What the page shows loads, and the checker finds nothing wrong with it."""
    found = examine(EXAMPLE / f"{name}.yaml")

    assert [problem for problem in found if problem.severity != "info"] == []


def test_the_region_of_the_example_differs_as_it_says() -> None:
    """Each of its lines changes something."""
    base = load_base(EXAMPLE / "bay.yaml")
    assert base is not None

    changed = {(each.kind, each.id) for each in differences(load(EXAMPLE / "bay.yaml"), base)}

    assert {
        ("role", "guide"),
        ("move", "look_again"),
        ("move", "close_from_work"),
        ("move", "start_training"),
        ("move", "work_visit.visit_done"),
    } <= changed
