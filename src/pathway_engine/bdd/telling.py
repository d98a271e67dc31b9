"""What an expert reads when a sentence does not hold: the sentence, what is the case, and how it came to be so."""

from __future__ import annotations

__all__ = ["Place", "failure"]

from collections.abc import Iterator

from attrs import frozen

from pathway_engine.bdd.failing import StepFailed
from pathway_engine.bdd.scene import Scene
from pathway_engine.deadlines import helsinki_date
from pathway_engine.show import lines, reason_lines
from pathway_engine.show.words import brief_day, wrapped
from pathway_engine.text import LANGUAGES, message, render, text_of

_EVENTS = 6


@frozen
class Place:
    """Where a sentence stands.

    Args:
        file: The feature's file as it was named.
        line, column: Line and column.
        scenario: Name of the scenario.
        sentence: Keyword and sentence, with the values of its example in it.
    """

    file: str
    line: int
    column: int
    scenario: str
    sentence: str


def failure(scene: Scene, place: Place, fault: BaseException) -> str:
    """Tell why a sentence does not hold, in the feature's language."""
    return "\n".join(_lines(scene, place, fault))


def _lines(scene: Scene, place: Place, fault: BaseException) -> Iterator[str]:
    language = scene.language if scene.language in LANGUAGES else "en"
    yield f"{place.file}:{place.line}:{place.column}: {place.scenario}"
    yield from wrapped(render(message("bdd-head-sentence", text=place.sentence), language), "", " " * 14)
    if scene.part:
        yield from wrapped(render(message("bdd-head-part", text=scene.part), language), "", " " * 14)
    if not isinstance(fault, StepFailed):
        words = f"{type(fault).__name__}: {fault}"
        yield from wrapped(render(message("bdd-error", text=words), language), "")
        return
    labels = scene.labels if scene.has_pathway else None
    what = render(fault.what, language, labels)
    yield from wrapped(render(message("bdd-head-what", text=what), language), "", " " * 14)
    if fault.reasons and labels is not None:
        yield text_of("bdd-head-missing", language)
        yield from reason_lines(fault.reasons, labels, language)
    if scene.is_open:
        yield from _case(scene, language)


def _case(scene: Scene, language: str) -> Iterator[str]:
    case = scene.case
    state = scene.labels.label("state", case.state, language)
    role = scene.responsible()
    organisation = scene.labels.label("organisation", case.coordinator.organisation, language)
    who = f"{scene.labels.label('role', role, language)}, {organisation}" if role else organisation
    yield render(message("bdd-head-state", text=state), language)
    yield render(message("bdd-head-responsible", text=who), language)
    yield text_of("bdd-head-events", language)
    events = scene.journal
    told = list(lines(events, lambda _: scene.pathway, language))[-_EVENTS:]
    background = scene.background.get(case.id, set())
    for line in told:
        day = brief_day(helsinki_date(line.at), language)
        aside = f" ({text_of('bdd-background', language)})" if line.seq in background else ""
        yield from wrapped(f"{line.what}{aside}", f"{line.seq:>5}  {day:<6} ")
