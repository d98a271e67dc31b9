"""An engine over a store, and the people who come to it: what the engine's tests start from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import define, field

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.case.model import Case
from pathway_engine.definition import Pathway, load_text
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources, Sources
from pathway_engine.stores.port import Store
from pathway_engine.testing import varied

START = datetime(2025, 3, 3, 7, tzinfo=UTC)
REGISTER = "north"

IDENTITY = "131052-900W"  # of the range that is never given to a person
CLIENT = c.Actor(subject=IDENTITY, roles="client")
WORKER = c.Actor(subject="worker-1", organisation="north", roles="worker")
COACH = c.Actor(subject="coach-1", organisation="east", roles="coach")
OWN_WORKER = c.Actor(subject="worker-1", organisation="north", roles="own_worker")
OUTSIDER = c.Actor(subject="worker-8", organisation="south", roles="worker")

CROSSING = """\
pathway: crossing
version: "1"
title: {fi: Risteys, sv: Korsning, en: Crossing}
roles:
  client: {fi: asiakas, sv: klient, en: client, relation: client}
  worker: {fi: työntekijä, sv: handläggare, en: worker, relation: [anyone, coordinating]}
  own_worker: {fi: omatyöntekijä, sv: egen kontaktperson, en: own worker, relation: coordinating}
organisations:
  north: {fi: Pohjoinen, sv: Norr, en: North}
records:
  visit:
    title: {fi: Käynti, sv: Besök, en: Visit}
    kind: note
    by: [worker]
    fields:
      day: {type: date, class: coded, fi: päivä, sv: dag, en: day}
states:
  start: {initial: true, responsible: worker, fi: Alku, sv: Början, en: Start}
  left: {responsible: worker, fi: Vasen, sv: Vänster, en: Left}
  right: {responsible: worker, fi: Oikea, sv: Höger, en: Right}
  over: {kind: final, fi: Loppu, sv: Slut, en: Over}
transitions:
  go_left:
    title: {fi: Vasempaan, sv: Till vänster, en: Go left}
    from: start
    to: left
    by: [worker, client]
    requires: [{capacity: places}]
  go_right: {fi: Oikeaan, sv: Till höger, en: Go right, from: start, to: right, by: [worker, client]}
  finish: {fi: Päätä, sv: Avsluta, en: Finish, from: [left, right], to: over, by: worker}
capacities:
  places: {fi: Paikat, sv: Platser, en: Places, per: worker, limit: 2, over: block, counts: left}
"""


def crossing() -> Pathway:
    """Give a small pathway where two moves lead apart, and one of them has room for two cases of a worker."""
    return load_text(CROSSING)


@define
class Office:
    """An engine, and a way to make another over the same data as after a restart."""

    stores: Callable[[], Store]
    sources: Sources = field(factory=lambda: SeededSources("office", START))
    keys: Any = None
    engine: PathwayEngine = field(init=False)
    pathways: tuple[Pathway, ...] = ()

    def __attrs_post_init__(self) -> None:
        self.keys = self.keys or Keyring.made(self.sources)
        self.engine = self.restarted(*(self.pathways or (varied(),)))

    def restarted(self, *pathways: Pathway) -> PathwayEngine:
        """Give an engine as a new process would make it: from the store, the keys and the given definitions."""
        return PathwayEngine(self.stores(), pathways, keys=self.keys, register=REGISTER, sources=self.sources)

    def wait(self, by: timedelta) -> None:
        """Let time go by; a negative time turns the clock back."""
        assert isinstance(self.sources, SeededSources)
        self.sources._now += by

    def ask(self, command: type[c.Command], actor: c.Actor, case: str = "k", **more: Any) -> Done | Refused:
        """Put a command."""
        return self.engine.do(command(case=case, actor=actor, **more))

    def do(self, command: type[c.Command], actor: c.Actor, case: str = "k", **more: Any) -> Done:
        """Put a command that must take effect."""
        outcome = self.ask(command, actor, case, **more)
        assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]
        return outcome

    def refuse(self, command: type[c.Command], actor: c.Actor, case: str = "k", **more: Any) -> Refused:
        """Put a command that must be refused."""
        outcome = self.ask(command, actor, case, **more)
        assert isinstance(outcome, Refused)
        return outcome

    def open(self, case: str = "k", **more: Any) -> Case:
        """Open a case of the client."""
        return self.do(c.Open, WORKER, case, client=IDENTITY, pending_on=date(2025, 3, 3), **more).case

    def journal(self, case: str = "k") -> list[Any]:
        """Give the rows of a case's journal."""
        return list(self.engine.store.scan(REGISTER, case))

    def planned(self, case: str = "k") -> None:
        """Bring a case to planning."""
        self.open(case)
        self.do(c.Record, WORKER, case, record="checklist", fields={"signs": "school"})
        self.do(c.Move, WORKER, case, trigger="begin")
        self.do(c.NameWorker, WORKER, case, role="worker", worker="worker-1")
        self.do(c.Record, WORKER, case, record="assessment", fields={"goals": "työ"})
        self.do(c.Move, WORKER, case, trigger="complete")
