"""What a command answers: text for people or JSON for programs, from one place."""

from __future__ import annotations

__all__ = ["Output", "case_data", "reason_data", "shelf_of"]

import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import click
from attrs import frozen

from pathway_engine.case.decision import Refused
from pathway_engine.case.events import HandoverRequested
from pathway_engine.case.model import Case
from pathway_engine.cli.faults import Fault, fault
from pathway_engine.cli.visible import visible
from pathway_engine.definition.labels import Labels
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.engine.library import Shelf
from pathway_engine.journal.forms import write_event
from pathway_engine.requirements import Reason
from pathway_engine.show import Teller, reason_lines
from pathway_engine.show.words import wrapped
from pathway_engine.text import Param, message, render

_MISTYPED = ("unknown-move", "unknown-name", "unknown-field", "field-type")


@frozen
class Output:
    """How to answer.

    Args:
        language: `fi`, `sv` or `en`.
        as_json: True for programs.
    """

    language: str
    as_json: bool

    def say(self, code: str, **params: Param) -> str:
        """Write a message."""
        return render(message(code, **params), self.language)

    def fault(self, code: str, **params: Param) -> Fault:
        """Make a fault, to be raised."""
        return fault(self.language, code, **params)

    def answer(self, data: Mapping[str, Any] | list[Any], lines: Iterable[str]) -> None:
        """Write the answer: the data as JSON, or the lines."""
        if self.as_json:
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            for line in lines:
                click.echo(visible(line))

    def end(self, code: int) -> NoReturn:
        """End the command with an exit code."""
        click.get_current_context().exit(code)

    # ── outcomes ──────────────────────────────────────────────────────────────────────────────────────────────────

    def outcome(self, engine: PathwayEngine, before: Case | None, outcome: Done | Refused, labels: Labels) -> None:
        """Tell what became of a command; a refusal ends with exit code 1."""
        if isinstance(outcome, Refused):
            data = {"done": False, "reasons": [reason_data(each, self.language, labels) for each in outcome.reasons]}
            self.answer(data, self._refused(outcome, labels))
            self.end(1)
        self.answer(self._done_data(outcome, labels), self._done(engine, before, outcome, labels))

    def _refused(self, refused: Refused, labels: Labels) -> Iterable[str]:
        # A slip of the keys will not become possible later.
        mistyped = all(each.code in _MISTYPED for each in refused.reasons)
        yield self.say("cli-mistyped" if mistyped else "not-yet")
        yield from reason_lines(refused.reasons, labels, self.language)

    def _done_data(self, done: Done, labels: Labels) -> Mapping[str, Any]:
        return {
            "done": True,
            "repeated": done.repeated,
            "case": case_data(done.case),
            "events": [write_event(event) for event in done.events],
            "warnings": [reason_data(each, self.language, labels) for each in done.warnings],
        }

    def _done(self, engine: PathwayEngine, before: Case | None, done: Done, labels: Labels) -> Iterable[str]:
        teller = Teller(lambda digest: shelf_of(engine, digest).pathway, self.language)
        if before is None:
            yield self.say("cli-opened", case=done.case.id)
        else:
            teller.know(before)
        if done.repeated:
            # Erasing again is known by the case, not by a key of the command, and has nothing to tell once more.
            yield self.say("cli-done-before" if done.events else "cli-erased-before")
        for event in done.events:
            yield from wrapped(teller.tell(event).what, f"{event.seq:>5}  ")
        for warning in done.warnings:
            yield from wrapped(self.say("cli-warning", what=warning.text(self.language, labels)))
        waits = (each.body for each in done.events if isinstance(each.body, HandoverRequested))
        if any(body.trigger for body in waits):
            yield self.say("cli-wait-for-receipt")
        yield self.say("case-state", state=labels.label("state", done.case.state, self.language))
        organisation = labels.label("organisation", done.case.coordinator.organisation, self.language)
        yield self.say("case-coordinator", organisation=organisation)


def shelf_of(engine: PathwayEngine, digest: str) -> Shelf:
    """Give a definition by its digest, with its names."""
    return engine.library.of(digest, engine.store)


def case_data(case: Case) -> dict[str, Any]:
    """Give the main facts of a case for programs."""
    return {
        "id": case.id,
        "register": case.register,
        "pathway": case.pathway,
        "state": case.state,
        "coordinator": {"organisation": case.coordinator.organisation, "role": case.coordinator.role},
        "open": case.is_open,
        "version": case.version,
    }


def reason_data(reason: Reason, language: str, labels: Labels) -> dict[str, Any]:
    """Give a reason for programs: its code is stable, its text is in the reader's language."""
    return {
        "code": reason.code,
        "text": reason.text(language, labels),
        "who": list(reason.who),
        "requirement": reason.requirement,
        "alternatives": [[reason_data(each, language, labels) for each in one] for one in reason.alternatives],
    }
