"""A pathway written out as text, for people who do not read YAML."""

from __future__ import annotations

__all__ = ["outline"]

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from pathway_engine.definition.demands import Requirement
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import ANY_STATE, PREVIOUS, Dated, Deadline, Pathway, State, Transition
from pathway_engine.show.words import day_words, length_words, requirement_words, sentence, wrapped
from pathway_engine.text import Param, Ref, listed, message, render


def outline(pathway: Pathway, language: str, width: int = 100) -> str:
    """Write a whole pathway out: states, moves with who and what they ask for, deadlines, services.

    Args:
        pathway: The effective definition.
        language: `fi`, `sv` or `en`.
        width: Columns.
    """
    return "\n".join(_Outline(pathway, Labels(pathway), language, width).lines()) + "\n"


@frozen
class _Outline:
    pathway: Pathway
    labels: Labels
    language: str
    width: int

    def lines(self) -> Iterator[str]:
        pathway = self.pathway
        yield f"{self._label('pathway', pathway.pathway)} ({pathway.pathway})"
        yield from self._wrapped(" ".join(self._validity()))
        yield from self._heading("show-states")
        yield from self._states(pathway.states)
        yield from self._heading("show-moves")
        yield from self._moves(pathway.transitions)
        if pathway.deadlines:
            yield from self._heading("show-deadlines")
            yield from self._deadlines(pathway.deadlines)
        if pathway.services:
            yield from self._heading("show-services")
            yield from self._services()
        if pathway.retention:
            yield from self._heading("show-retention")
            yield from self._retention()

    # ── small words ───────────────────────────────────────────────────────────────────────────────────────────────

    def _say(self, code: str, **params: Param) -> str:
        return render(message(code, **params), self.language, self.labels)

    def _label(self, kind: str, id_: str) -> str:
        return self.labels.label(kind, id_, self.language)

    def _roles(self, roles: tuple[str, ...]) -> str:
        return listed((self._label("role", role) for role in roles), self.language)

    def _wrapped(self, words: str, indent: int = 0) -> Iterator[str]:
        yield from wrapped(words, " " * indent, width=self.width)

    def _heading(self, code: str) -> Iterator[str]:
        words = self._say(code)
        yield ""
        yield words
        yield "─" * len(words)

    def _validity(self) -> Iterator[str]:
        yield self._say("show-version", version=self.pathway.version)
        if self.pathway.valid.from_:
            yield self._say("show-valid-from", day=day_words(self.pathway.valid.from_, self.language))
        if self.pathway.valid.to:
            yield self._say("show-valid-to", day=day_words(self.pathway.valid.to, self.language))

    # ── states ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _states(self, states: Mapping[str, State], service: str = "", indent: int = 0) -> Iterator[str]:
        group = ""
        for name, state in states.items():
            at = name.rpartition(".")[0]
            if not service and at != group:
                group = at
                if at:
                    yield from self._wrapped(self._label("state", at), indent)
            label = self._label("state", f"{service}.{name}" if service else name)
            about = "; ".join(self._about(state))
            yield from self._wrapped(f"{label} – {about}" if about else label, indent + (2 if at else 0))

    def _about(self, state: State) -> Iterator[str]:
        if state.initial:
            yield self._say("show-initial")
        if state.kind != "ordinary":
            yield self._say(f"show-{state.kind}")
        responsible = state.responsible
        held = [each.value for each in responsible.dated] if isinstance(responsible, Dated) else [responsible]
        if any(held):
            yield self._say("show-responsible", role=self._roles(tuple(filter(None, held))))

    # ── moves ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _moves(self, moves: Mapping[str, Transition], service: str = "", indent: int = 0) -> Iterator[str]:
        for name, move in moves.items():
            label = self._label("move", f"{service}.{name}" if service else name)
            place = f"{', '.join(self._place(each, service) for each in move.from_)} → {self._place(move.to, service)}"
            yield from self._wrapped(f"{label}: {place}", indent)
            yield from self._wrapped(" ".join(self._terms(move)), indent + 4)
            yield from self._asked("show-requires", move.requires, indent + 4)
            yield from self._asked("show-advises", move.advises, indent + 4)

    def _asked(self, code: str, asked: Iterable[Requirement], indent: int) -> Iterator[str]:
        words = [requirement_words(each, self.pathway, self.labels, self.language) for each in asked]
        if words:
            yield from self._wrapped(self._say(code), indent)
            for each in words:
                yield from wrapped(each, f"{' ' * indent}- ", " " * (indent + 2), self.width)

    def _place(self, name: str, service: str) -> str:
        named = {"": "show-stays", ANY_STATE: "show-any-state", PREVIOUS: "show-previous"}
        if name in named:
            return self._say(named[name])
        return self._label("state", f"{service}.{name}" if service else name)

    def _terms(self, move: Transition) -> Iterator[str]:
        if isinstance(move.by, Dated):
            yield self._say("show-by-dated", roles="; ".join(self._roles(each.value) for each in move.by.dated))
        else:
            yield self._say("show-by", roles=self._roles(move.by))
        if move.agreed_by:
            yield self._say("show-agreed", roles=self._roles(move.agreed_by))
        if move.fact:
            yield self._say("show-fact")
        if move.handover:
            yield self._say(f"show-handover-{move.handover.when}", role=Ref("role", move.handover.to))
            if move.handover.extract:
                records = listed((self._label("record", each) for each in move.handover.extract), self.language)
                yield self._say("show-extract", records=records)
        if move.reasons:
            yield self._say("show-reason-from", catalogue=Ref("catalogue", move.reasons))

    # ── deadlines and services ────────────────────────────────────────────────────────────────────────────────────

    def _deadlines(self, limits: Mapping[str, Deadline], service: str = "", indent: int = 0) -> Iterator[str]:
        for name, limit in limits.items():
            label = self._label("deadline", f"{service}.{name}" if service else name)
            kind = self._say(f"show-kind-{limit.kind}", law=limit.law or "–")
            yield from self._wrapped(f"{label}: {self._time(limit, service)}; {kind}", indent)

    def _time(self, limit: Deadline, service: str) -> str:
        within = limit.within
        times = [str(each.value) for each in within.dated] if isinstance(within, Dated) else [str(within)]
        anchor = self._anchor(limit.from_, service)
        if within is None:
            return self._say("show-every", time=str(limit.every), anchor=anchor)
        return self._say("show-within", time=" / ".join(times), anchor=anchor)

    def _anchor(self, anchor: str, service: str) -> str:
        fixed = {"pending": "pending", "opened": "opened", "state_entered": "state"}
        if anchor in fixed:
            return self._say(f"show-anchor-{fixed[anchor]}")
        kind, _, name = anchor.replace("event:", "event.").partition(".")
        if kind == "record":
            record, _, field = name.partition(".")
            return f"{self._label('field', name)} ({self._label('record', record)})" if field else name
        if name in self.pathway.records:
            return self._label("record", name)
        return self._label("move", f"{service}.{name}" if service else name)

    def _law(self, law: str | Dated[str]) -> str:
        """Give the provision; of a dated one every period, as long as `L11 (–31.12.2024), L9 (1.1.2025–)`."""
        if not isinstance(law, Dated):
            return law
        return ", ".join(f"{each.value} ({self._day(each.from_)}–{self._day(each.to)})" for each in law.dated)

    def _day(self, day: date | None) -> str:
        return day_words(day, self.language) if day else ""

    def _services(self) -> Iterator[str]:
        for name, service in self.pathway.services.items():
            yield ""
            yield from self._wrapped(sentence(self._label("service", name)))
            yield from self._wrapped(self._say("show-by", roles=self._roles(service.by)), 2)
            if service.law:
                yield from self._wrapped(self._say("event-service-law", law=self._law(service.law)), 2)
            yield from self._asked("show-requires", service.requires, 2)
            yield from self._states(service.states, name, 4)
            yield from self._moves(service.transitions, name, 4)
            yield from self._deadlines(service.deadlines, name, 4)

    # ── how long cases are kept ───────────────────────────────────────────────────────────────────────────────────

    def _retention(self) -> Iterator[str]:
        for name, rule in self.pathway.retention.items():
            start = self._say(f"show-kept-from-{rule.from_}")
            time = self._say("show-kept-for-ever")
            if rule.keep is not None:
                time = self._say("show-kept-for", time=length_words(rule.keep, self.language), start=start)
            flags = self._say("show-kept-or").join(self._label("flag", flag) for flag in rule.once)
            once = self._say("show-kept-once", flags=flags) if flags else ""
            unsure = self._say("show-kept-unsure") if rule.verify else ""
            yield from self._wrapped(f"{self._label('retention', name)}: {time}{once} ({rule.law}){unsure}")
