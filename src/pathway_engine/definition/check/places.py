"""Where checks write down what they find: a code, its severity, and the place in the file."""

from __future__ import annotations

__all__ = ["SEVERITIES", "Notes", "Part", "parts_of"]

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from pathway_engine.definition.findings import Finding, Findings, Severity, Word
from pathway_engine.definition.model import Deadline, Pathway, State, Transition
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.tree import Mark, Path

# Every code of the checker. An error is a definition that strands somebody, promises what cannot happen, or
# breaks a principle; a warning is one that will work, but not as its reader expects; an info is only good to know.
SEVERITIES: Mapping[str, Severity] = {
    # soundness
    "unreachable-state": "error",
    "no-outcome": "error",
    "no-end": "error",
    "nobody-may-leave": "error",
    "hold-to-hold": "error",
    "odd-initial": "error",
    # moves that can never be made
    "never-fires": "error",
    "always-shadowed": "error",
    "homeless-previous": "error",
    "previous-in-service": "error",
    "nobody-may-move": "error",
    "nobody-may-open": "error",
    "contradiction": "error",
    "flag-never-raised": "error",
    "record-nobody-makes": "error",
    "field-nobody-fills": "error",
    "no-roles-field": "error",
    "value-never-fits": "error",
    "empty-reasons": "error",
    "no-receiver": "error",
    "sets-and-clears": "error",
    "period-reversed": "error",
    "no-interval": "error",
    "responsible-without-tie": "error",
    # principles
    "consent-gate": "error",
    "time-gate": "error",
    "readiness-gate": "error",
    "diagnosis-gate": "error",
    "benefit-gate": "error",
    "absence-gate": "error",
    "forbidden-reason": "error",
    "no-way-back": "error",
    "outcome-ends": "error",
    "closing-without-offer": "error",
    "gated-fact": "error",
    # what works, but not as one would expect
    "missing-plain": "warning",
    "shared-label": "warning",
    "extract-without-basis": "warning",
    "statutory-without-dates": "warning",
    "period-gap": "warning",
    "overlapping-periods": "warning",
    "deadline-never-starts": "warning",
    "deadline-never-met": "warning",
    "escalates-to-nobody": "warning",
    "tasks-without-fact": "warning",
    "capacity-counts-nothing": "warning",
    "unused-capacity": "warning",
    "job-not-fact": "warning",
    # good to know
    "shadowed-move": "info",
    "to-verify": "info",
}


@frozen
class Notes:
    """Takes what the checks find.

    A region writes only its differences, and a fault it causes often shows in something of its base. Then the place
    told is the line of the region that changed that thing, if there is one: that is where it can be mended.

    Args:
        origins: Gives the places.
        findings: Takes the findings.
    """

    origins: Origins
    findings: Findings

    def value(self, code: str, *path: str | int, also: Sequence[Path] = (), **params: str | int | Word) -> None:
        """Note a fault of the value at a path; `also` are paths of what else may have caused it."""
        self._put(self.origins.value(*path), code, (path, *also), params)

    def key(self, code: str, *path: str | int, also: Sequence[Path] = (), **params: str | int | Word) -> None:
        """Note a fault of the thing whose key is at a path; `also` are paths of what else may have caused it."""
        self._put(self.origins.key(*path), code, (path, *also), params)

    def _put(self, mark: Mark, code: str, paths: Iterable[Path], params: dict[str, str | int | Word]) -> None:
        own = self.origins.tree.mark.file
        if mark.file != own:
            changed = (found for path in paths for found in self.origins.within(*path) if found.file == own)
            mark = next(changed, mark)
        self.findings.put(Finding(mark, code, params, (), SEVERITIES[code]))


@frozen
class Part:
    """The main path, or one service: states and moves that belong together.

    Args:
        service: Id of the service; empty for the main path.
        path: Where it stands: `()` or `("services", id)`.
    """

    service: str
    path: Path
    states: Mapping[str, State]
    moves: Mapping[str, Transition]
    deadlines: Mapping[str, Deadline]


def parts_of(pathway: Pathway) -> Iterator[Part]:
    """Give the main path and every service."""
    yield Part("", (), pathway.states, pathway.transitions, pathway.deadlines)
    for name, service in pathway.services.items():
        yield Part(name, ("services", name), service.states, service.transitions, service.deadlines)
