"""Running features for people who know no pytest: what holds and what does not, in their language."""

from __future__ import annotations

__all__ = ["Outcome", "Told", "feature_files", "run"]

import shlex
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from time import perf_counter

import pytest
from attrs import define, field, frozen

from pathway_engine.bdd.binding import Bound, bound
from pathway_engine.bdd.coverage import Seen
from pathway_engine.bdd.lint import spoken
from pathway_engine.bdd.running import SEEN
from pathway_engine.bdd.shelves import feature_text, files_below
from pathway_engine.text import text_of


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
        return files_below(path, "*.feature")
    return (path,) if path.suffix == ".feature" else ()


def run(paths: Sequence[Path], tell: Callable[[Told], None], *, traceback: bool = False) -> Outcome:
    """Run the features of files and folders, each once.

    Args:
        paths: Files and folders.
        tell: Called with each scenario as it is done.
        traceback: True shows Python's own words for failures.
    """
    outcome, start = Outcome(), perf_counter()
    tops = [shown.as_posix() for shown in dict.fromkeys(path.resolve() for path in paths)]
    with tempfile.TemporaryDirectory() as made:
        # A configuration of our own: what a host has set for its Python tests does not reach the features.
        ini = Path(made) / "pytest.ini"
        folders = "\n".join(f"  {shlex.quote(top)}" for top in tops)
        ini.write_text(f"[pytest]\npathway_features =\n{folders}\n", encoding="utf-8")
        others = ("cacheprovider", "terminal", "hypothesispytest", "xdist", "pytest_timeout", "timeout")
        arguments = [part for name in others for part in ("-p", f"no:{name}")]
        arguments += ["-c", str(ini), "--rootdir", str(Path.cwd()), "--import-mode=importlib"]
        # A file with a fault in it is told of; the others are run all the same.
        # What comes with the library stands in a virtual environment, and is asked for by name.
        arguments += ["--continue-on-collection-errors", "--collect-in-virtualenv", *tops]
        if traceback:
            arguments.append("--traceback")
        code = pytest.main(arguments, plugins=[_Listener(outcome, tell)])
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED} and not outcome.faults:
        outcome.faults.append(f"pytest: {pytest.ExitCode(code).name}")
    if not outcome.faults:
        outcome.faults += _not_run(paths, {each.file for each in outcome.scenarios})
    outcome.seconds = perf_counter() - start
    return outcome


def _not_run(paths: Sequence[Path], were_run: Collection[str]) -> Iterator[str]:
    """Tell of every file that was asked for and never run, whatever the reason: silence would look like success."""
    for file in (file.resolve() for path in paths for file in feature_files(path)):
        if str(file) not in were_run:
            language = spoken(feature_text(file))
            yield f"{file}:1:1: {text_of('bdd-not-run', language)}"


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
