"""Running features under pytest: the one step that reads every sentence, and failures told to experts."""

from __future__ import annotations

import inspect
import linecache
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import step
from pytest_bdd.parsers import StepParser

from pathway_engine.bdd.acting import speak
from pathway_engine.bdd.binding import bound_features, rivals, stand_behind
from pathway_engine.bdd.collecting import FeatureFile
from pathway_engine.bdd.coverage import Seen
from pathway_engine.bdd.failing import StepFailed, expected
from pathway_engine.bdd.guessing import guess
from pathway_engine.bdd.phrases import Phrases, phrases_of
from pathway_engine.bdd.scene import Scene
from pathway_engine.bdd.sentences import matches
from pathway_engine.bdd.telling import Place, failure
from pathway_engine.text import LANGUAGES

_TOLD: pytest.StashKey[tuple[Scene, Place]] = pytest.StashKey()
_HELD: pytest.StashKey[bool] = pytest.StashKey()


OURS = "pathway engine"


class Vocabulary(StepParser):
    """Reads every sentence of the vocabulary."""

    phrases = Phrases()
    """The region's own, for the scenario that is run; pytest-bdd tells a parser nothing but the sentence."""

    def is_matching(self, name: str) -> bool:
        """Tell whether the sentence is one of the vocabulary, or a phrase of the region's own."""
        return bool(matches(name)) or bool(Vocabulary.phrases.read(name))

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """Give the sentence itself; it is read in the feature's language when it is acted out."""
        return {"pathway_sentence": name}


SEEN: pytest.StashKey[Seen] = pytest.StashKey()
"""What the scenarios of the session have touched, for coverage."""


@pytest.fixture
def scene(request: pytest.FixtureRequest) -> Iterator[Scene]:
    """Give the scene of one scenario; a host's own steps may use it."""
    held = Scene()
    yield held
    # What a scenario that does not hold has touched is shown by nobody.
    if not held.has_pathway or not request.node.stash.get(_HELD, False):
        return
    seen = request.config.stash.setdefault(SEEN, Seen())
    for tried, decision in held.refusals:
        seen.refusal(held.pathway, decision, tried)
    for case, journal in held.desk.journals.items():
        seen.journal(held.pathway, journal, held.background.get(case, set()))


@step(Vocabulary(OURS))
def pathway_step(
    scene: Scene, request: pytest.FixtureRequest, pathway_sentence: str, datatable: Sequence[Sequence[str]] = ()
) -> None:
    """Act out one sentence."""
    speak(scene, Vocabulary.phrases, pathway_sentence, request.node.stash[_MODE], datatable)


def pytest_bdd_before_scenario(feature: Any) -> None:
    """Bring in the phrases of the region."""
    Vocabulary.phrases = phrases_of(Path(feature.filename).parent)


_MODE: pytest.StashKey[str] = pytest.StashKey()


def pytest_bdd_before_step(request: pytest.FixtureRequest, feature: Any, scenario: Any, step: Any) -> None:
    """Remember where the scenario is, and let no step be chosen among several in silence."""
    _told(request, feature, scenario, step)
    request.node.stash[_MODE] = step.type
    if rivals(request, step, OURS) > 1:
        expected("ambiguous", text=step.name)


def pytest_bdd_before_step_call(step_func: Any) -> None:
    """An `async def` step would never be awaited, and pass."""
    if inspect.iscoroutinefunction(step_func) or inspect.isasyncgenfunction(step_func):
        expected("async", text=step_func.__name__)


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, feature: Any, scenario: Any, step: Any) -> None:
    """Nobody knows the sentence: say which one is nearest."""
    told = _told(request, feature, scenario, step)
    raise StepFailed(guess(step.name, told.language))


def _told(request: pytest.FixtureRequest, feature: Any, scenario: Any, step: Any) -> Scene:
    held: Scene = request.getfixturevalue("scene")
    held.language = feature.language if feature.language in LANGUAGES else "en"
    held.folder = Path(feature.filename).parent
    path, root = Path(feature.filename), request.config.rootpath
    shown = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    place = Place(
        shown, step.line_number, _column(path, step.line_number), scenario.name, f"{step.keyword.strip()} {step.name}"
    )
    request.node.stash[_TOLD] = (held, place)
    return held


def _column(path: Path, line: int) -> int:
    shown = linecache.getline(str(path), line)
    return len(shown) - len(shown.lstrip()) + 1


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Put a failure into the words of the feature's language; `--traceback` shows Python's own."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.when == "call":
        item.stash[_HELD] = report.passed
    told = item.stash.get(_TOLD, None)
    if call.excinfo is None or told is None or not report.failed or item.config.getoption("--traceback"):
        return
    report.longrepr = failure(*told, call.excinfo.value)


def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """A feature file that is also bound by `scenarios()` would run twice, once without being looked through."""
    stand_behind(session, OURS)
    bound = bound_features(items)
    ours = {path for item, path in bound.items() if isinstance(item.parent, FeatureFile)}
    for item, path in bound.items():
        if path in ours and not isinstance(item.parent, FeatureFile):
            msg = f"{path} is collected by itself; take it out of scenarios() in {item.location[0]}"
            raise pytest.UsageError(msg)
