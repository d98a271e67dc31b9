"""The table of protections is not out of date: what it takes away is there, and the tests it names are there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathway_engine.stores.conformance import keeping, queues, reading, writing
from tests.mutants.table import MUTANTS, PACKAGE, Mutant, page

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/reference/protections.md"


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])
def test_what_is_taken_away_stands_there_once(mutant: Mutant) -> None:
    """Each protection is found in its file, once."""
    assert (ROOT / PACKAGE / mutant.file).read_text("utf-8").count(mutant.text) == 1


@pytest.mark.parametrize("test", sorted({test for mutant in MUTANTS for test in mutant.tests}))
def test_the_tests_that_must_notice_are_there(test: str) -> None:
    """Each named test exists."""
    file, _, names = test.partition("::")
    if names:
        assert names.rpartition("::")[2].partition("[")[0] in set(names_in(ROOT / file))
    else:
        assert (ROOT / file).exists()


def test_the_page_is_made_from_the_table() -> None:
    """The reference tells of each protection, and of the tests that miss it."""
    assert PAGE.read_text("utf-8") == page()


def names_in(file: Path) -> Iterator[str]:
    """Give the names of the tests in a file, and of the shipped suite where the file runs it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node.name
    if file.name == "test_stores.py":
        for suite in (writing, reading, queues, keeping):
            yield from (name for name in vars(suite) if name.startswith("test_"))
