"""Where a case is, and what can be done next: as a worker reads it."""

from __future__ import annotations

__all__ = ["reason_lines", "situation", "step_lines"]

from collections.abc import Iterable, Iterator

from attrs import frozen

from pathway_engine.case.decision import Step
from pathway_engine.case.model import Case
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.requirements import Reason
from pathway_engine.show.voice import Memory, Voice
from pathway_engine.show.words import wrapped
from pathway_engine.text import Ref, message, render

_OTHERS = frozenset({"role-may-not", "no-relation", "client-only"})
"""Reasons that say the step is not this actor's, whatever is missing."""


def reason_lines(
    reasons: Iterable[Reason], labels: Labels, language: str, *, indent: int = 2, width: int = 100
) -> Iterator[str]:
    """Write what is missing, one thing a line, each with who can supply it."""
    for reason in reasons:
        words = reason.text(language, labels)
        if reason.who:
            who = render(message("supplied-by", who=reason.suppliers(language, labels)), language)
            words = f"{words} ({who})"
        yield from wrapped(words, f"{' ' * indent}- ", width=width)


def situation(case: Case, pathway: Pathway, language: str, width: int = 100) -> Iterator[str]:
    """Tell where a case is: state, coordinator, and all that is under way.

    Args:
        case: The case.
        pathway: The definition it runs under.
        language: `fi`, `sv` or `en`.
        width: Columns.
    """
    memory = Memory()
    memory.know(case)
    told = _Situation(case, Voice(pathway, Labels(pathway), language, memory))
    for heading, found in told.sections():
        if heading and found:
            yield f"{told.voice.say(heading)}:"
        for each in found:
            yield from wrapped(each, "  " if heading else "", width=width)


@frozen
class _Situation:
    case: Case
    voice: Voice

    def sections(self) -> Iterator[tuple[str, list[str]]]:
        yield "", list(self._head())
        yield "case-named", list(self._named())
        yield "case-services", list(self._services())
        yield "case-handovers", list(self._handovers())
        yield "case-deadlines", list(self._deadlines())
        yield "case-tasks", list(self._tasks())
        yield "case-permits", list(self._permits())
        yield "case-waiting", [self._queue(each.queue) for each in self.case.waiting.values()]
        yield "case-flags", [self.voice.label("flag", flag) for flag in self.case.flags]

    def _head(self) -> Iterator[str]:
        case, voice = self.case, self.voice
        yield voice.say("case-heading", case=case.id)
        yield voice.say("case-pathway", pathway=Ref("pathway", case.pathway), version=case.definition_version)
        yield voice.say("case-state-since", state=Ref("state", case.state), day=voice.day(case.entered_on))
        if case.closed is not None:
            catalogue = next(
                (
                    move.reasons
                    for move in voice.pathway.transitions.values()
                    if move.to == case.state and case.closed.reason in self._items(move.reasons)
                ),
                "",
            )
            reason = voice.reason(catalogue, case.closed.reason)
            yield voice.say("case-closed-on", day=voice.day(case.closed.on), reason=reason)
        organisation = voice.organisation(case.coordinator.organisation)
        role = voice.label("role", case.coordinator.role)
        yield voice.say("case-coordinator-role", organisation=organisation, role=role)
        yield voice.say("case-pending", day=voice.day(case.pending_on))

    def _items(self, catalogue: str) -> Iterable[str]:
        known = self.voice.pathway.catalogues.get(catalogue)
        return known.items if known else ()

    def _named(self) -> Iterator[str]:
        for role, holder in self.case.named.items():
            yield f"{self.voice.label('role', role)}: {self.voice.organisation(holder.organisation)}"

    def _services(self) -> Iterator[str]:
        for track in self.case.services.values():
            yield self.voice.say(
                "case-service",
                service=Ref("service", track.kind),
                id=track.id,
                state=Ref("state", f"{track.kind}.{track.state}"),
                organiser=self.voice.organisation(track.organiser),
            )

    def _handovers(self) -> Iterator[str]:
        for held in self.case.handovers.values():
            receiver = self.voice.organisation(held.receiver)
            yield self.voice.say(
                "case-handover", id=held.id, receiver=receiver, status=message(f"status-{held.status}")
            )

    def _deadlines(self) -> Iterator[str]:
        for running in sorted(self.case.deadlines.values(), key=lambda each: (each.due_on, each.id)):
            code = "case-deadline-missed" if running.missed else "case-deadline"
            yield self.voice.say(code, day=self.voice.day(running.due_on), deadline=self.voice.deadline(running.id))

    def _tasks(self) -> Iterator[str]:
        for task in self.case.tasks.values():
            yield self.voice.say(
                "case-task",
                id=task.id,
                what=self.voice.what(task.trigger, task.requirement),
                owner=Ref("role", task.owner),
                day=self.voice.day(task.due_on),
            )

    def _permits(self) -> Iterator[str]:
        for permit in self.case.permits.values():
            recipient = self.voice.organisation(permit.recipient)
            kind = Ref("permit", permit.kind)
            if permit.until is None:
                yield self.voice.say("case-permit", id=permit.id, permit=kind, recipient=recipient)
            else:
                until = self.voice.day(permit.until)
                yield self.voice.say("case-permit-until", id=permit.id, permit=kind, recipient=recipient, day=until)
        for ban in self.case.prohibitions.values():
            yield self.voice.say("case-prohibition", id=ban.id, recipient=self.voice.organisation(ban.recipient))

    def _queue(self, queue: str) -> str:
        return self.voice.label("service" if queue in self.voice.pathway.services else "move", queue)


def step_lines(steps: Iterable[Step], case: Case, labels: Labels, language: str, width: int = 100) -> Iterator[str]:
    """Write the steps from here: those possible now, those that lack something, and those of others."""
    possible: list[Step] = []
    lacking: list[Step] = []
    others: list[Step] = []
    for step in steps:
        of_others = any(reason.code in _OTHERS for reason in step.reasons)
        (possible if step.allowed else others if of_others else lacking).append(step)
    names = _StepNames(case, labels, language)
    for code, found in (("steps-possible", possible), ("steps-not-yet", lacking), ("steps-of-others", others)):
        if found:
            yield f"{names.say(code)}:"
        for step in found:
            yield from wrapped(names.name(step), "  ", "    ", width)
            if code == "steps-of-others":
                yield from wrapped(names.who(step), "      ", width=width)
                continue
            if step.fact and step.reasons:
                yield f"      {names.say('step-fact')}"
            if step.handover:
                yield from wrapped(names.say("step-handover"), "      ", width=width)
            yield from reason_lines(step.reasons, labels, language, indent=6, width=width)


@frozen
class _StepNames:
    case: Case
    labels: Labels
    language: str

    def say(self, code: str) -> str:
        return render(message(code), self.language)

    def name(self, step: Step) -> str:
        track = self.case.services.get(step.service)
        prefix = f"{track.kind}." if track else ""
        move = self.labels.label("move", f"{prefix}{step.name}", self.language)
        here = track.state if track else self.case.state
        if step.to == here:
            words = render(message("step-stays", move=move, trigger=step.trigger), self.language)
        else:
            state = Ref("state", f"{prefix}{step.to}")
            words = render(message("step", move=move, trigger=step.trigger, state=state), self.language, self.labels)
        if track is None:
            return words
        service = Ref("service", track.kind)
        return render(message("step-service", service=service, step=words), self.language, self.labels)

    def who(self, step: Step) -> str:
        roles = ", ".join(self.labels.label("role", role, self.language) for role in step.by)
        return render(message("step-who", roles=roles), self.language)
