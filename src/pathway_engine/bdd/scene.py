"""What one scenario acts on: a desk with its cases, who plays whom, and what the last try came to.

A scene is made anew for each scenario. It opens a case when the first sentence needs one, knows the things of the
definition by their labels, and remembers which events were background only.
"""

from __future__ import annotations

__all__ = ["Scene", "Table"]

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from attrs import define, field

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.sentences import role_words
from pathway_engine.bdd.shelves import find_pathway, known_titles, ready
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Decision, Refused
from pathway_engine.case.events import Event
from pathway_engine.case.fields import FieldFault, read_date
from pathway_engine.case.model import Case, Track
from pathway_engine.case.naming import Naming
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.dated import in_force
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.testing.desk import Desk
from pathway_engine.text import Ref

Table = Sequence[Sequence[str]]
Kind = str


@define(eq=False)
class Scene:
    """One scenario on its way.

    Args:
        language: Language of the feature.
        folder: Folder of the feature; definitions beside it are found by name.
    """

    language: str = "fi"
    folder: Path | None = None
    mode: str = "given"
    table: Table = ()
    letter: str = ""
    part: str = ""
    home: str = ""
    pending_on: date | None = None
    day: date | None = None
    tried: Decision | None = None
    before: dict[str, Case] = field(factory=dict)
    places: dict[str, str] = field(factory=dict)
    persons: dict[tuple[str, str], str] = field(factory=dict)
    representatives: dict[str, str] = field(factory=dict)
    background: dict[str, set[int]] = field(factory=dict)
    joined: list[str] = field(factory=list)
    words: dict[tuple[str, str, str], str] = field(factory=dict)
    refusals: list[tuple[str, Decision]] = field(factory=list)
    _desk: Desk | None = None
    _naming: Naming | None = None

    # ── the definition ────────────────────────────────────────────────────────────────────────────────────────────

    def use(self, typed: str) -> None:
        """Put a definition to use."""
        pathway = find_pathway(typed, self.folder)
        if pathway is None:
            expected("no-pathway", typed=typed, known=", ".join(known_titles(self.folder)))
        self.take(pathway)

    def take(self, pathway: Pathway) -> None:
        """Put a definition that is at hand to use."""
        machine, self._naming = ready(pathway)
        self._desk = Desk(pathway, ready=(machine, self._naming))
        self.home = _home(pathway)
        if self.day is not None:
            self._desk.go_to(self.day)

    @property
    def desk(self) -> Desk:
        """The desk; a scenario says first which pathway is in use."""
        if self._desk is None:
            expected("no-pathway-said")
        return self._desk

    @property
    def has_pathway(self) -> bool:
        """True once a pathway is in use."""
        return self._naming is not None

    @property
    def is_open(self) -> bool:
        """True once the case is open; asking opens nothing."""
        return self._desk is not None and self.id in self._desk.cases

    @property
    def naming(self) -> Naming:
        """Names of the definition."""
        if self._naming is None:
            expected("no-pathway-said")
        return self._naming

    @property
    def labels(self) -> Labels:
        """Labels of the definition."""
        return self.naming.labels

    @property
    def pathway(self) -> Pathway:
        """The definition in use."""
        return self.naming.pathway

    @property
    def today(self) -> date:
        """The day on the scene's clock."""
        return helsinki_date(self.desk.now)

    def label(self, kind: str, id_: str) -> str:
        """Name a thing in the feature's language."""
        return self.labels.label(kind, id_, self.language)

    def find(self, kind: Kind, typed: str) -> str:
        """Give the id of a thing of the pathway by its label or id; fails with suggestions when there is none."""
        found = self.naming.trigger(typed) if kind == "move" else self.naming.find(kind, typed)
        if found is None:
            self.unknown(kind, typed)
        return found

    def unknown(self, kind: Kind, typed: str) -> NoReturn:
        """Fail: there is no such thing; say what was perhaps meant."""
        several = self.labels.candidates(kind, typed)
        if len(several) > 1:
            expected("several", typed=typed, known=", ".join(f"”{each}”" for each in several))
        near = self.labels.suggestions(kind, typed, self.language)
        code = "unknown-near" if near else "unknown"
        expected(code, typed=typed, near=", ".join(f"”{each}”" for each in near))

    def day_of(self, typed: str) -> date:
        """Read a date."""
        try:
            return read_date(typed)
        except FieldFault:
            expected("no-date", typed=typed)

    def rows(self) -> list[dict[str, str]]:
        """Give the rows of the sentence's table below its header, by place, `0` first."""
        return [{str(at): cell.strip() for at, cell in enumerate(row)} for row in self.table[1:]]

    # ── the case ──────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def id(self) -> str:
        """Id of the case the sentence speaks of."""
        return f"k{self.letter}"

    @property
    def case(self) -> Case:
        """The case; opened when nothing was said of it yet."""
        self.begin()
        return self.desk.cases[self.id]

    def begin(self) -> None:
        """Open the case, when nothing was said of it yet."""
        if self.id not in self.desk.cases:
            self._open()

    @property
    def journal(self) -> list[Event]:
        """The events of the case."""
        return self.desk.journals[self.case.id]

    def _open(self) -> None:
        of = self.pathway
        client = "" if of.subject == "region" else f"client-{self.id}"
        first = next(state.responsible for state in of.states.values() if state.initial)
        anyone = (key for key, role in of.roles.items() if "anyone" in role.relation)
        opener = next(anyone, str(first))
        actor = c.Actor(subject=f"{opener}-1", organisation=self.home, roles={opener})
        command = c.Open(
            case=self.id, actor=actor, client=client, organisation=self.home, pending_on=self.pending_on or self.today
        )
        self.quietly(command)

    def track(self, typed: str) -> Track:
        """Give the open service called `typed`; fails when it is not open."""
        kind = self.find("service", typed)
        found = next((track for track in self.case.services.values() if track.kind == kind), None)
        if found is None:
            open_ones = ", ".join(self.label("service", each.kind) for each in self.case.services.values())
            expected("service-not-open", service=Ref("service", kind), found=open_ones or "–")
        return found

    # ── who acts ──────────────────────────────────────────────────────────────────────────────────────────────────

    def actor(self, role: str, at: str = "") -> c.Actor:
        """Give who plays a role in this case: its named holder, or one person for each role.

        Args:
            role: Role, by id.
            at: Organisation; found from the case when left out.
        """
        known = self.pathway.roles.get(role)
        if known is None:
            expected("no-client")
        if "client" in known.relation:
            stands_for = self.representatives.get(self.id, "")
            if not stands_for:
                return c.Actor(subject=f"client-{self.id}", roles={role})
            return c.Actor(
                subject=self.person(stands_for),
                organisation=self.home,
                roles={stands_for},
                acting_for=f"client-{self.id}",
            )
        return c.Actor(subject=self.person(role), organisation=at or self.place(role), roles={role})

    def person(self, role: str) -> str:
        """Give the person who plays a role in this case."""
        return self.persons.get((self.id, role), f"{role}-1")

    def place(self, role: str) -> str:
        """Give the organisation in which a role is played: the one said, the named holder's, or one that fits."""
        if role in self.places:
            return self.places[role]
        case = self.case
        if role in case.named and case.named[role].organisation:
            return case.named[role].organisation
        wanted = self.pathway.roles[role].organisation
        parties = self.pathway.organisations
        near = [case.coordinator.organisation]
        near += [each for track in case.services.values() for each in (track.provider, track.organiser)]
        for each in (*near, *parties):
            if not wanted or wanted in {each, parties[each].kind if each in parties else ""}:
                return each
        return case.coordinator.organisation

    def played(self, typed: str) -> str:
        """Give the role that a sentence names: the word for the client, or a role in quotes."""
        role = role_words(typed)
        return self.find("role", role) if role else self.client_role

    @property
    def client_role(self) -> str:
        """The client's role in this definition."""
        return next((key for key, role in self.pathway.roles.items() if "client" in role.relation), "client")

    @property
    def orderly(self) -> str:
        """A role that may put the case in order: name people, withdraw what is no longer so."""
        roles = self.pathway.roles
        usual = (each for each in ("own_worker", "coordinator", self.client_role) if each in roles)
        # A region's matter has neither: there, whoever answers for its state puts it in order.
        return next(usual, self.responsible() or next(iter(roles)))

    def responsible(self, track: Track | None = None) -> str:
        """Give the role that answers for the state of the case, or of a service, today; empty when nobody does."""
        state = self.pathway.services[track.kind].states[track.state] if track else self.pathway.states[self.case.state]
        return in_force(state.responsible, pending=self.case.pending_on, today=self.today) or ""

    # ── doing ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def attempt(self, command: c.Command) -> Decision:
        """Try something; what comes of it is remembered for the sentences that follow."""
        self.before = {self.id: self.case}
        self.tried = self.desk.ask(command)
        match command:
            case c.Move():
                self.refusals.append((command.trigger, self.tried))
            case c.OpenService():
                self.refusals.append((command.service, self.tried))
            case c.MoveService():
                kind = self.before[self.id].services[command.service].kind
                self.refusals.append((f"{kind}.{command.trigger}", self.tried))
            case _:
                pass
        if isinstance(self.tried, Accepted):
            self._remember(command)
            if self.mode == "given":
                self._note(self.tried)
        return self.tried

    def must(self, command: c.Command) -> Accepted:
        """Do something; the sentence fails with every reason when it is refused."""
        decision = self.attempt(command)
        if isinstance(decision, Refused):
            expected("refused", decision.reasons)
        return decision

    def quietly(self, command: c.Command) -> Decision:
        """Do something that is background: it is marked so, and the last try stays what it was."""
        decision = self.desk.ask(command)
        if isinstance(decision, Accepted):
            self._remember(command)
            self._note(decision)
        elif isinstance(command, c.Open):
            expected("refused", decision.reasons)
        return decision

    def _remember(self, command: c.Command) -> None:
        """Keep what was written in words: a case never holds it in clear, and a sentence may ask for it."""
        if not isinstance(command, c.Record):
            return
        if not command.supplements:
            self.words = {key: text for key, text in self.words.items() if key[:2] != (command.case, command.record)}
        for typed, value in command.fields.items():
            name = self.naming.find_in("field", command.record, typed) or typed
            self.words[command.case, command.record, name] = str(value)

    def _note(self, decision: Accepted) -> None:
        self.background.setdefault(decision.case.id, set()).update(event.seq for event in decision.events)

    def base(self, role: str, at: str = "") -> dict[str, Any]:
        """Give what every command of a role carries."""
        return {"case": self.case.id, "actor": self.actor(role, at)}

    def fields(self, record: str) -> Mapping[str, str]:
        """Give the fields of the sentence's table, by the labels the feature uses."""
        for row in self.rows():
            if self.naming.find_in("field", record, row["0"]) is None:
                own = [f"{record}.{key}" for key in self.pathway.records[record].fields]
                known = ", ".join(self.label("field", each) for each in own)
                expected("unknown-field", typed=row["0"], record=Ref("record", record), known=known)
        return {row["0"]: row.get("1", "") for row in self.rows()}


def _home(pathway: Pathway) -> str:
    """Give the organisation that coordinates unless a feature says otherwise: the county, or the first there is."""
    named = [key for key, party in pathway.organisations.items() if party.kind == "wellbeing_county"]
    kinds = [key for key in pathway.organisations if key == "wellbeing_county"]
    real = [key for key, party in pathway.organisations.items() if party.kind]
    return next(iter((*named, *real, *kinds, *pathway.organisations)), "home")
