"""Putting the things of one definition into words, and remembering what the events of a case have named."""

from __future__ import annotations

__all__ = ["Memory", "Voice"]

from collections.abc import Iterable
from datetime import date
from itertools import chain

from attrs import define, evolve, field, frozen

from pathway_engine.case import events as e
from pathway_engine.case.model import Case
from pathway_engine.definition.demands import EvaluationsRequirement, MeetingRequirement
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway, Transition
from pathway_engine.requirements import records_of
from pathway_engine.show.words import day_words, move_id, reason_words, requirement_words
from pathway_engine.text import Param, Ref, listed, message, render, text_of


@define
class Memory:
    """What earlier events named, by its id."""

    permits: dict[str, tuple[str, str]] = field(factory=dict)
    bans: dict[str, str] = field(factory=dict)
    tasks: dict[str, tuple[str, str]] = field(factory=dict)
    kinds: dict[str, str] = field(factory=dict)
    catalogue: str = ""

    def know(self, case: Case) -> None:
        """Take up what a case holds."""
        self.permits |= {permit.id: (permit.kind, permit.recipient) for permit in case.permits.values()}
        self.bans |= {ban.id: ban.recipient for ban in case.prohibitions.values()}
        self.tasks |= {task.id: (task.trigger, task.requirement) for task in case.tasks.values()}
        self.kinds |= {track.id: track.kind for track in case.services.values()}

    def remember(self, body: e.Body) -> None:
        """Take up what an event names."""
        match body:
            case e.PermitGiven():
                self.permits[body.permit] = (body.kind, body.recipient)
            case e.DisclosureForbidden():
                self.bans[body.prohibition] = body.recipient
            case e.TaskSet():
                self.tasks[body.task] = (body.trigger, body.requirement)
            case e.ServiceOpened():
                self.kinds[body.service] = body.kind
            case _:
                pass


@frozen(eq=False)
class Voice:
    """Puts things of one definition into words."""

    pathway: Pathway
    labels: Labels
    language: str
    memory: Memory

    def say(self, code: str, **params: Param) -> str:
        """Write a message."""
        return render(message(code, **params), self.language, self.labels)

    def day(self, day: date) -> str:
        """Write a day."""
        return day_words(day, self.language)

    def label(self, kind: str, id_: str) -> str:
        """Name a thing."""
        return self.labels.label(kind, id_, self.language)

    def organisation(self, id_: str) -> str:
        """Name an organisation, or show that there is none."""
        return self.label("organisation", id_) if id_ else "–"

    def roles(self, roles: Iterable[str]) -> str:
        """List roles."""
        return listed((self.label("role", role) for role in roles), self.language)

    def records(self, records: Iterable[str]) -> str:
        """List records."""
        return listed((self.label("record", record) for record in records), self.language)

    def record(self, record: str) -> str:
        """Name a record with its kind: the form “Start of a job”."""
        kind = message(f"kind-{self.pathway.records[record].kind}")
        return self.say("record-missing", kind=kind, record=Ref("record", record))

    def kind_of(self, service: str) -> str:
        """Give the kind of one service; its id is made of the kind and a number."""
        return self.memory.kinds.get(service) or service.rpartition("-")[0] or service

    def service(self, service: str) -> str:
        """Name one service by its kind."""
        return self.label("service", self.kind_of(service))

    def move(self, trigger: str, left: str) -> str:
        """Name a move of the main path."""
        return self.label("move", move_id(self.pathway.transitions, trigger, left))

    def reason(self, catalogue: str, reason: str) -> str:
        """Write a coded reason."""
        return reason_words(self.pathway, self.labels, catalogue, reason, self.language)

    def catalogue_of(self, trigger: str, left: str) -> str:
        """Give the catalogue from which a move takes its reason; empty when it has none."""
        known = self.pathway.transitions.get(move_id(self.pathway.transitions, trigger, left))
        return known.reasons if known else ""

    def advising(self, requirement: str) -> str:
        """Give the key of a move that has this agreed practice, `service.key` for a service's; empty when none has."""
        path = self.pathway.transitions.items()
        inside = (
            (f"{name}.{key}", move)
            for name, service in self.pathway.services.items()
            for key, move in service.transitions.items()
        )
        return next((key for key, move in chain(path, inside) if requirement in (x.id for x in move.advises)), "")

    def _entry(self, key: str) -> Transition | None:
        """Give a move by its key, `service.key` for a service's."""
        service, _, entry = key.rpartition(".")
        if not service:
            return self.pathway.transitions.get(entry)
        known = self.pathway.services.get(service)
        return known.transitions.get(entry) if known else None

    def what(self, key: str, requirement: str, *, briefly: bool = False) -> str:
        """Write what a requirement of a move asks for; `briefly` for use inside quotes."""
        move = self._entry(key)
        asked = (
            next((each for each in (move.requires + move.advises) if each.id == requirement), None) if move else None
        )
        if isinstance(asked, MeetingRequirement | EvaluationsRequirement) and not briefly:
            # Who was to be there is what tells two meetings apart.
            return requirement_words(evolve(asked, when=None), self.pathway, self.labels, self.language)
        if asked is not None:
            records = dict.fromkeys(records_of(asked))
            return (
                self.records(records)
                if briefly and records
                else listed(map(self.record, records), self.language)
                if records
                else requirement_words(asked, self.pathway, self.labels, self.language)
            )
        return self.reason("", requirement)

    def deadline(self, id_: str) -> str:
        """Name a deadline by its id: `rule`, `rule@service`, `task:<id>` or `handover:<id>`."""
        rule, _, what = id_.partition(":")
        if rule == "task" and what:
            return self.say("word-task", what=self.what(*self.memory.tasks.get(what, ("", what)), briefly=True))
        if rule == "handover" and what:
            return text_of("word-acceptance", self.language)
        rule, _, service = id_.partition("@")
        return self.label("deadline", f"{self.kind_of(service)}.{rule}" if service else rule)
