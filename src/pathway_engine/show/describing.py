"""What makes a new thing clear at a glance, in words that follow its name."""

from __future__ import annotations

__all__ = ["Describer", "held"]

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from pathway_engine.definition.demands import CapacityRequirement, Requirement
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import (
    ANY_STATE,
    PREVIOUS,
    Capacity,
    Catalogue,
    Dated,
    Deadline,
    Organisation,
    Pathway,
    RecordType,
    Role,
    Service,
    State,
    Transition,
)
from pathway_engine.show.words import day_words, length_words, requirement_words, sentence
from pathway_engine.text import Param, Ref, listed, message, render


@frozen
class Describer:
    """Describes the things of one definition.

    Args:
        pathway: The definition that has them.
        labels: Its labels.
        language: `fi`, `sv` or `en`.
    """

    pathway: Pathway
    labels: Labels
    language: str

    def describe(self, thing: Any, service: str = "") -> str:
        """Give what follows a thing's name: of a move where it leads and what it asks, of a list what is in it.

        Args:
            thing: A value of the definition.
            service: The service it stands in; empty on the main path.
        """
        words = _ABOUT.get(type(thing))
        return words(self, thing, service) if words else ""

    # ── moves ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def move(self, move: Transition, service: str = "") -> str:
        """Write where a move leads, who makes it, and what it asks."""
        origin = listed((self.state(service, each) for each in move.from_), self.language)
        where = self._say("diff-more-move", origin=origin, target=self.state(service, move.to))
        return " ".join((where, *self.terms(move))).removesuffix(".")

    def terms(self, move: Transition) -> Iterator[str]:
        """Write a move's terms in whole sentences: who, with whom, on what, and with which handover."""
        yield self._say("diff-more-by", roles=self.makers(move.by))
        if move.agreed_by == ("client",):
            yield self._say("diff-more-agreed-client")
        elif move.agreed_by:
            roles = listed((self._role(each) for each in move.agreed_by), self.language)
            yield self._say("diff-more-agreed", roles=roles)
        if move.fact:
            yield self._say("show-fact")
        if demanded := [each for each in move.requires if not self._recommended(each)]:
            yield self._say("diff-more-requires", values=self.asked(demanded))
        for each in filter(self._recommended, move.requires):
            yield f"{sentence(self.asked([each]))}."
        if move.advises:
            yield self._say("diff-more-advises", values=self.asked(move.advises))
        if move.reasons:
            yield self._say("show-reason-from", catalogue=Ref("catalogue", move.reasons))
        yield from self._handover(move)

    def _handover(self, move: Transition) -> Iterator[str]:
        if move.handover:
            yield self._say(f"show-handover-{move.handover.when}", role=Ref("role", move.handover.to))
            if kind := move.handover.organisation:
                yield self._say("diff-more-receiver", kind=self._label("organisation", kind))

    def _recommended(self, requirement: Requirement) -> bool:
        """Tell whether a requirement only warns: a caseload that may be gone over."""
        return isinstance(requirement, CapacityRequirement) and (
            self.pathway.capacities[requirement.capacity].over == "warn"
        )

    def makers(self, by: tuple[str, ...] | Dated[tuple[str, ...]]) -> str:
        """Write who may make a move; if that changes with time, with the days."""
        if not isinstance(by, Dated):
            return self.any_of(map(self._role, by))
        periods = (each for each in by.dated if each.value)
        return "; ".join(f"{self.any_of(map(self._role, each.value))} ({self.days(each)})" for each in periods)

    def asked(self, requirements: Iterable[Requirement]) -> str:
        """Write requirements one after another."""
        return "; ".join(requirement_words(each, self.pathway, self.labels, self.language) for each in requirements)

    def state(self, service: str, name: str) -> str:
        """Write where a move leads or begins."""
        fixed = {"": "show-stays", ANY_STATE: "show-any-state", PREVIOUS: "show-previous"}
        if name in fixed:
            return self._say(fixed[name])
        return self._quoted(self._label("state", f"{service}.{name}" if service else name))

    # ── services, records, lists, limits, parties ─────────────────────────────────────────────────────────────────

    def service(self, service: Service, _service: str) -> str:
        """Write who opens and arranges a service, its states, its moves and how often it is looked at."""
        name = next(key for key, each in self.pathway.services.items() if each is service)
        sentences = [self._say("diff-more-service", roles=self.any_of(map(self._role, service.by)))]
        if isinstance(service.organiser, str) and service.organiser:
            organiser = self._label("organisation", service.organiser)
            sentences.append(self._say("diff-more-organiser", organiser=organiser))
        if service.requires:
            sentences.append(self._say("diff-more-opened", values=self.asked(service.requires)))
        in_order = sorted(service.states, key=lambda each: service.states[each].kind == "final")
        states = (self._quoted(self._label("state", f"{name}.{each}")) for each in in_order)
        sentences.append(self._say("diff-more-states", values=listed(states, self.language)))
        moves = "; ".join(self._step(name, key, move) for key, move in service.transitions.items())
        sentences.append(self._say("diff-more-steps", values=moves))
        if service.review:
            sentences.append(self._say("diff-more-review", time=length_words(service.review.every, self.language)))
        return "".join(sentences).removesuffix(".")

    def _step(self, service: str, key: str, move: Transition) -> str:
        name = self._quoted(self._label("move", f"{service}.{key}"))
        return self._say("diff-more-step", name=name, values=self.asked(move.requires)) if move.requires else name

    def record(self, record: RecordType, _service: str) -> str:
        """Write what is told in a record."""
        names = (field.title.to(self.language) for field in record.fields.values())
        return self._say("diff-more-record", values="; ".join(names))

    def catalogue(self, catalogue: Catalogue, _service: str) -> str:
        """Write what is in a list."""
        return f": {'; '.join(each.to(self.language) for each in catalogue.items.values())}"

    def deadline(self, limit: Deadline, _service: str) -> str:
        """Write how long a time limit is, and of what kind."""
        time = self.time(limit.within or limit.every, limit)
        parts = [
            time if limit.within else self._say("diff-more-every", time=time),
            self._say(f"diff-limit-{limit.kind}"),
        ]
        if limit.valid:
            parts.append(self.days(limit.valid))
        if limit.verify:
            parts.append(self._say("diff-more-unsure"))
        return f" ({'; '.join(parts)})"

    def time(self, length: Any, limit: Deadline) -> str:
        """Write a length of time; working days are called so."""
        if isinstance(length, Dated):
            return "; ".join(f"{self.time(each.value, limit)} ({self.days(each)})" for each in length.dated)
        if limit.calendar == "working_day" and length.is_plain_days:
            code = "unit-working-days-one" if length.days == 1 else "unit-working-days"
            return self._say(code, n=length.days)
        return length_words(length, self.language)

    def capacity(self, capacity: Capacity, _service: str) -> str:
        """Write how many clients are too many, and what that does."""
        return self._say(f"diff-more-capacity-{capacity.over}", limit=capacity.limit)

    def organisation(self, organisation: Organisation, _service: str) -> str:
        """Write what kind of party it is."""
        return (
            self._say("diff-more-kind", kind=self._label("organisation", organisation.kind))
            if organisation.kind
            else ""
        )

    def role(self, role: Role, _service: str) -> str:
        """Write for which kind of party somebody in the role acts."""
        kind = role.organisation
        return self._say("diff-more-kind", kind=self._label("organisation", kind)) if kind else ""

    def entered(self, state: State, _service: str) -> str:
        """Write who answers for a state."""
        roles = held(state.responsible)
        return self._say("diff-more-state", roles=self.any_of(map(self._role, roles))) if roles else ""

    # ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def any_of(self, words: Iterable[str]) -> str:
        """Join words of which any one is enough: "a, b tai c"."""
        *most, last = words
        return self._say("word-any", first=", ".join(most), second=last) if most else last

    def days(self, period: Any) -> str:
        """Write the days of a dated value."""
        ends = (("diff-from-day", period.from_), ("diff-until-day", period.to))
        return ", ".join(self._say(code, day=day_words(day, self.language)) for code, day in ends if day)

    def _role(self, role: str) -> str:
        return self._label("role", role)

    def _label(self, kind: str, id_: str) -> str:
        return self.labels.label(kind, id_, self.language)

    def _quoted(self, words: str) -> str:
        return self._say("diff-quoted", name=words)

    def _say(self, code: str, **params: Param) -> str:
        return render(message(code, **params), self.language, self.labels)


def held(value: Any) -> tuple[str, ...]:
    """Give the names of a value, of all its periods if it changes with time."""
    if isinstance(value, Dated):
        return tuple(dict.fromkeys(name for each in value.dated for name in held(each.value)))
    return ((value,) if value else ()) if isinstance(value, str) else tuple(value or ())


_ABOUT: Mapping[type, Callable[[Describer, Any, str], str]] = {
    Transition: Describer.move,
    Service: Describer.service,
    RecordType: Describer.record,
    Catalogue: Describer.catalogue,
    Deadline: Describer.deadline,
    Capacity: Describer.capacity,
    Organisation: Describer.organisation,
    Role: Describer.role,
    State: Describer.entered,
}
