"""Running features for people who know no pytest: what holds and what does not, in their language."""

from __future__ import annotations

__all__ = ["Outcome", "Told", "feature_files", "run", "unread"]

import shlex
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from time import perf_counter
from typing import Self

import pytest
from attrs import define, field, frozen

from pathway_engine.bdd.binding import Bound, bound
from pathway_engine.bdd.coverage import Seen
from pathway_engine.bdd.findings import Finding
from pathway_engine.bdd.lines import spoken
from pathway_engine.bdd.running import SEEN
from pathway_engine.bdd.shelves import feature_text, files_below
from pathway_engine.text import message, render, text_of

_FEATURE = "*.[fF][eE][aA][tT][uU][rR][eE]"
"""A feature's name; some systems write the end of it in capitals."""


@frozen
class Told:
    """One scenario that was run; for an outline, one row of its examples.

    Args:
        file, feature, scenario: What it is.
        holds: True when every sentence held.
        text: Why not.
        seconds: How long it took.
    """

    file: str
    feature: str
    scenario: str
    holds: bool
    text: str
    seconds: float


@define
class Outcome:
    """What became of a run.

    Args:
        scenarios: The scenarios, in the order of running.
        faults: Files that were not run, as the faults found in them.
        seconds: How long it took in all.
        seen: What the scenarios have touched.
    """

    scenarios: list[Told] = field(factory=list)
    faults: list[str] = field(factory=list)
    seconds: float = 0.0
    seen: Seen = field(factory=Seen)

    @property
    def holds(self) -> bool:
        """True when everything was run and held."""
        return not self.faults and all(each.holds for each in self.scenarios)


def feature_files(path: Path) -> tuple[Path, ...]:
    """Give a feature file, or those in a folder and below it."""
    if path.is_dir():
        return files_below(path, _FEATURE)
    return (path,) if fnmatchcase(path.name, _FEATURE) else ()


def unread(path: Path, language: str) -> Iterator[Finding]:
    """Tell of files that look like features and cannot be read as such.

    Args:
        path: A file or a folder.
        language: Language to speak, for nothing in the file tells it.
    """
    for file in files_below(path, f"{_FEATURE}.txt") if path.is_dir() else ():
        # An editor that hides the ends of names puts its own behind what was typed.
        text = render(message("lint-file-name", right=file.name[: -len(".txt")]), language)
        yield Finding(str(file), 1, 1, "file-name", text)
    for file in feature_files(path):
        try:
            feature_text(file)
        except OSError:
            yield Finding(str(file), 1, 1, "unreadable", text_of("lint-unreadable", language))


def run(
    paths: Sequence[Path], tell: Callable[[Told], None], *, traceback: bool = False, language: str = "fi"
) -> Outcome:
    """Run the features of files and folders, each once.

    Args:
        paths: Files and folders.
        tell: Called with each scenario as it is done.
        traceback: True shows Python's own words for failures.
        language: Language in which to tell of files that cannot be read.
    """
    outcome, start = Outcome(), perf_counter()
    tops = list(dict.fromkeys(path.resolve() for path in paths))
    faults = [each for top in tops for each in unread(top, language)]
    outcome.faults += map(str, faults)
    files = {file for top in tops for file in feature_files(top)} - {Path(each.file) for each in faults}
    with tempfile.TemporaryDirectory() as made:
        # A configuration of our own: what a host has set for its Python tests does not reach the features.
        ini = Path(made) / "pytest.ini"
        folders = "\n".join(f"  {shlex.quote(top.as_posix())}" for top in tops)
        ini.write_text(f"[pytest]\npathway_features =\n{folders}\n", encoding="utf-8")
        others = ("cacheprovider", "terminal", "hypothesispytest", "xdist", "pytest_timeout", "timeout")
        arguments = [part for name in others for part in ("-p", f"no:{name}")]
        arguments += ["-c", str(ini), "--rootdir", str(Path.cwd()), "--import-mode=importlib"]
        # A file with a fault in it is told of; the others are run all the same.
        # What comes with the library stands in a virtual environment, and is asked for by name.
        arguments += ["--continue-on-collection-errors", "--collect-in-virtualenv"]
        arguments += dict.fromkeys(map(_start, tops))
        if traceback:
            arguments.append("--traceback")
        code = pytest.main(arguments, plugins=[_Listener(outcome, tell), _Chosen.of(files)])
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED} and not outcome.faults:
        outcome.faults.append(f"pytest: {pytest.ExitCode(code).name}")
    if not outcome.faults:
        outcome.faults += _not_run(files, {each.file for each in outcome.scenarios})
    outcome.seconds = perf_counter() - start
    return outcome


def _start(top: Path) -> str:
    """Give where pytest begins: it takes a bracket in a path for something of its own."""
    folders = (top, *top.parents) if top.is_dir() else top.parents
    return next(each.as_posix() for each in folders if "[" not in each.as_posix())


def _not_run(files: Collection[Path], were_run: Collection[str]) -> Iterator[str]:
    """Tell of every file that was asked for and never run, whatever the reason: silence would look like success."""
    for file in sorted(files):
        if str(file) not in were_run:
            yield f"{file}:1:1: {text_of('bdd-not-run', spoken(feature_text(file)))}"


@frozen
class _Chosen:
    """Lets pytest find the files that were asked for, and no others: neither those beside them nor through links."""

    paths: frozenset[Path]

    @classmethod
    def of(cls, files: Collection[Path]) -> Self:
        """Choose files, and the folders above them."""
        return cls(frozenset(files).union(*(each.parents for each in files)))

    def pytest_ignore_collect(self, collection_path: Path) -> bool:
        """Leave out what was not chosen."""
        return collection_path not in self.paths


@define(eq=False)
class _Listener:
    """Hears what pytest reports."""

    outcome: Outcome
    tell: Callable[[Told], None]
    known: dict[str, tuple[Bound, str]] = field(factory=dict)

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        found = bound(item)
        if found is not None:
            example = item.name.partition("[")[2].rstrip("]")
            words = str(getattr(getattr(item, "callspec", None), "id", example)) if example else ""
            self.known[item.nodeid] = (found, words)

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        session.config.stash[SEEN] = self.outcome.seen

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.outcome.faults += str(report.longrepr).splitlines()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.nodeid not in self.known or (report.when != "call" and not report.failed):
            return
        scenario, words = self.known[report.nodeid]
        name = f"{scenario.scenario} [{_readable(words)}]" if words else scenario.scenario
        told = Told(
            str(scenario.file), scenario.feature, name, report.passed, report.longreprtext, round(report.duration, 3)
        )
        self.outcome.scenarios.append(told)
        self.tell(told)


def _readable(example: str) -> str:
    """Give an example's values as they were written: pytest escapes letters that are not ASCII."""
    try:
        return example.encode("ascii").decode("unicode_escape")
    except UnicodeError:
        return example
