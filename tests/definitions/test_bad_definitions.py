"""Broken definitions: each file under `bad/` with the places and codes expected of it.

`NAME.expected` holds one `line:column code` a line, in the order of the file; a warning or an info says so after its
code. What is in another file than `NAME.yaml` has that file's name before it. To add a case write the file, run
`python -m tests.definitions.test_bad_definitions NAME`, and keep what it writes once every line of it is right.

Many of them extend `bad/shelf/sound.yaml`, in which nothing is wrong, or the national model.
"""

import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from pathway_engine.definition.check import SEVERITIES, examine
from pathway_engine.definition.sources import Document
from pathway_engine.errors import Problem
from pathway_engine.text import LANGUAGES
from pathway_engine.text.catalogue import MESSAGES
from pathway_engine.text.explanations import EXPLANATIONS
from tests.definitions import examples

BAD = Path(__file__).parent / "bad"
WORKFLOWS = Path(__file__).parents[2] / "workflows"
FILES = sorted(BAD.glob("*.yaml"))


@cache
def shelf() -> Mapping[str, str | bytes]:
    """Give the texts that broken definitions may build on: the shipped ones, the small ones, and `bad/shelf`."""
    texts = {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_bytes()
        for folder in (WORKFLOWS, BAD / "shelf")
        for path in folder.rglob("*.yaml")
    }
    return {**texts, **examples.shelf()}


@cache
def problems(path: Path, language: str = "en") -> tuple[Problem, ...]:
    """Examine a broken definition and give all that is said of it, but for notes on the shipped ones it builds on."""
    found = examine(Document(path.name, path.read_bytes()), sources=shelf(), language=language)
    return tuple(each for each in found if each.severity != "info" or not (WORKFLOWS / f"{each.file}.yaml").exists())


def line(problem: Problem, path: Path) -> str:
    """Write a problem as the expected files do."""
    file = "" if problem.file == path.name else f"{problem.file}:"
    severity = "" if problem.severity == "error" else f" ({problem.severity})"
    return f"{file}{problem.line}:{problem.column} {problem.code}{severity}"


def expected(path: Path) -> list[str]:
    """Give what is expected of a broken definition."""
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_is_reported_at_its_place(path: Path) -> None:
    """All problems of a file are found together, in order, each with its place and code."""
    assert expected(path) == [line(problem, path) for problem in problems(path)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_is_told_in_the_reader_s_language(path: Path, language: str) -> None:
    """No message has a hole in it, and the language changes words only, never places or codes."""
    told = problems(path, language)

    assert [line(each, path) for each in told] == expected(path)
    for each in told:
        assert each.message
        assert not re.search(r"(?<!\$)\{(?:name|state|found|first|other|key)\}", each.message)


def test_the_definition_they_build_on_is_sound() -> None:
    """Nothing at all is said of `sound.yaml`, so whatever is said of an overlay is the overlay's doing."""
    assert problems(BAD / "shelf" / "sound.yaml") == ()


def test_there_are_many_of_them() -> None:
    """At least eighty broken definitions, and ten of them with three faults or more reported together."""
    assert len(FILES) >= 80
    assert sum(len(expected(path)) >= 3 for path in FILES) >= 10


# ── every code ─────────────────────────────────────────────────────────────────────────────────────────────────────

# Sentences that stand after another one; they are no codes of their own.
HINTS = {
    "add-and-remove",
    "add-to-list",
    "did-you-mean",
    "digits-only",
    "key-is-text",
    "known-are",
    "quote-it",
    "remove-names",
    "replace-true",
    "save-as-utf8",
    "taken-for-new",
    "true-or-false",
}


def codes() -> set[str]:
    """Give every code there is a sentence for."""
    words = (code.removeprefix("definition.") for code in MESSAGES if code.startswith("definition."))
    return {word for word in words if not word.startswith(("word.", "syntax-"))} - HINTS


def chain(length: int) -> dict[str, str]:
    """Give definitions each of which extends the next."""
    head = 'version: "1"\ntitle: {fi: A, sv: B, en: C}\n'
    return {f"d{number}": f"pathway: d{number}\n{head}extends: d{number + 1}\n" for number in range(length)}


def many(count: int) -> dict[str, str]:
    """Give a definition that uses many fragments."""
    fragment = "title: {fi: A, sv: B, en: C}\nstates: {one: {initial: true, responsible: x, fi: A, sv: B, en: C}}\n"
    texts = {f"fragments/f{number}": f"fragment: f{number}\n{fragment}" for number in range(count)}
    uses = "".join(f"  g{number}: {{use: f{number}}}\n" for number in range(count))
    return {**texts, "d0": f"pathway: d0\nstates:\n{uses}"}


# Too long to be kept as files: code -> the texts in which it shows, `d0` first.
MADE: Mapping[str, Callable[[], dict[str, str]]] = {
    "too-large": lambda: {"d0": "# " + "x" * 1024 * 1024},
    "too-long": lambda: {"d0": "pathway: " + "x" * 10_001},
    "too-many": lambda: {"d0": "pathway: [" + "1," * 30_000 + "1]"},
    "extends-too-long": lambda: chain(40),
    "too-many-files": lambda: many(70),
}


@pytest.mark.parametrize("code", MADE)
def test_limits_are_told_too(code: str) -> None:
    """What is too large to be kept as a file is refused with its code as well."""
    assert code in {problem.code for problem in examine("d0", sources=MADE[code]())}


def test_what_is_no_file_is_told_too(tmp_path: Path) -> None:
    """A link and a file that is not there cannot be kept as texts."""
    (tmp_path / "link.yaml").symlink_to(BAD / "empty.yaml")

    assert [each.code for each in examine(tmp_path / "link.yaml")] == ["not-a-file"]
    assert [each.code for each in examine(tmp_path / "nothing.yaml")] == ["no-such-file"]


def test_every_code_is_covered() -> None:
    """A code that no broken definition shows could be wrong without anybody noticing."""
    shown = {told.split(" ")[1] for path in FILES for told in expected(path)}

    assert codes() - shown - set(MADE) == {"not-a-file", "no-such-file"}
    assert shown <= codes()


def test_every_code_is_explained() -> None:
    """`pathway check --explain` knows every code, in three languages, and nothing that is no code."""
    assert set(EXPLANATIONS) == codes()
    assert set(SEVERITIES) <= codes()
    for code, explanation in EXPLANATIONS.items():
        assert all(explanation.text.to(language) for language in LANGUAGES), code


if __name__ == "__main__":
    for name in sys.argv[1:]:
        written = BAD / f"{name}.yaml"
        told = [line(problem, written) for problem in problems(written)]
        written.with_suffix(".expected").write_text("".join(f"{each}\n" for each in told), encoding="utf-8")
