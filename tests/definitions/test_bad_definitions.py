"""Broken definitions: each file under `bad/` with the places and codes expected of it.

`NAME.expected` holds one `line:column code` a line, in the order of the file. What is in another
file than `NAME.yaml` has that file's name before it. To add a case write the file, run this test and
copy what it shows, once every line of it is right.
"""

from pathlib import Path

import pytest

from pathway_engine.definition import DefinitionError, load_text
from pathway_engine.errors import Problem
from pathway_engine.text import LANGUAGES
from pathway_engine.text.catalogue import MESSAGES
from tests.definitions.examples import shelf

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yaml"))


def problems(path: Path, language: str = "en") -> tuple[Problem, ...]:
    """Load a broken definition and give what is wrong with it."""
    with pytest.raises(DefinitionError) as raised:
        load_text(path.read_bytes(), name=path.name, sources=shelf(), language=language)
    return raised.value.problems


def line(problem: Problem, path: Path) -> str:
    """Write a problem as the expected files do."""
    file = "" if problem.file == path.name else f"{problem.file}:"
    return f"{file}{problem.line}:{problem.column} {problem.code}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_is_reported_at_its_place(path: Path) -> None:
    """All problems of a file are found together, in order, each with its place and code."""
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()

    assert expected == [line(problem, path) for problem in problems(path)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_is_told_in_the_reader_s_language(path: Path, language: str) -> None:
    """No message has a hole in it, and the language changes words only, never places or codes."""
    told = problems(path, language)

    assert [line(each, path) for each in told] == [line(each, path) for each in problems(path)]
    for each in told:
        assert each.message
        assert "{name}" not in each.message


def test_every_code_of_names_and_types_is_covered() -> None:
    """A code that no broken definition shows could be wrong without anybody noticing."""
    covered = {
        shown.split(" ")[1]
        for path in BAD.glob("*.expected")
        for shown in path.read_text(encoding="utf-8").splitlines()
    }
    codes = {code.removeprefix("definition.") for code in MESSAGES if code.startswith("definition.")}

    assert covered <= codes
