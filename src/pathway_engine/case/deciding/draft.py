"""A decision in the making: the events so far, and the case as they leave it.

A draft lives for one call of `decide` and is seen by nobody else. Each event is folded in as it is added, so that
what follows is decided on the case as it will be.
"""

from __future__ import annotations

__all__ = ["Draft", "acted_by"]

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from pathway_engine.authority import Standing
from pathway_engine.case.commands import Actor, Command
from pathway_engine.case.decision import Facts
from pathway_engine.case.events import ActedBy, Body, Event
from pathway_engine.case.evolve import evolve
from pathway_engine.case.model import Case, Track
from pathway_engine.deadlines import helsinki_date
from pathway_engine.machine import Machine
from pathway_engine.requirements import Reason, Room, Situation
from pathway_engine.text import Param, Ref, message

_NOBODY: frozenset[str] = frozenset()


def acted_by(actor: Actor, role: str) -> ActedBy:
    """Give an actor as the journal keeps it, in the role in which the act was allowed."""
    return ActedBy(
        subject=actor.subject,
        organisation=actor.organisation,
        role=role,
        purpose=actor.purpose,
        acting_for=actor.acting_for,
        agent=actor.agent,
    )


class Draft:
    """One decision in the making.

    Args:
        machine: The compiled definition.
        case: The case as it is.
        command: What is asked; its actor and workers are pseudonyms already.
        facts: What was gathered about the world outside the case.
        now: The engine's clock.
    """

    def __init__(self, machine: Machine, case: Case, command: Command, facts: Facts, now: datetime) -> None:
        self.machine = machine
        self.before = case
        # A migration goes on under another definition; what the case took up before is counted by the old one.
        self.machine_before = machine
        self.case = case
        self.command = command
        self.facts = facts
        self.clock = now
        # Within a case time never runs back, whatever the machine's clock does (§E2).
        self.now = max(now, case.recorded_at)
        self.at = command.at or self.now
        self.role = ""
        self.events: list[Event] = []
        self.reasons: list[Reason] = []
        self.warnings: list[Reason] = []
        self._acted_by: ActedBy | None = None
        self._standings: dict[tuple[int, str], Standing] = {}

    @property
    def today(self) -> date:
        """The engine's day in Finland: requirements see the case as it is now (§E2)."""
        return helsinki_date(self.now)

    @property
    def day(self) -> date:
        """The day on which it happened; anchors deadlines and dated rules (§E2)."""
        return helsinki_date(self.at)

    @property
    def next_seq(self) -> int:
        """Number of the next event; ids of things made now are built from it."""
        return self.case.version + 1

    def actor(self) -> ActedBy:
        """Give the actor as the journal keeps it, in the role in which the act was allowed."""
        if self._acted_by is None or self._acted_by.role != self.role:
            self._acted_by = acted_by(self.command.actor, self.role)
        return self._acted_by

    def emit(self, body: Body, *, sealed: tuple[str, ...] = ()) -> None:
        """Add an event and fold it in."""
        event = Event(
            seq=self.next_seq,
            occurred_at=self.at,
            recorded_at=self.now,
            actor=self.actor(),
            digest=self.case.digest,
            body=body,
            sealed=sealed,
        )
        self.events.append(event)
        self.case = evolve(self.case, event)

    def refuse(self, code: str, *, who: tuple[str, ...] = (), **params: Param) -> None:
        """Note that something is missing or impossible."""
        self.reasons.append(Reason(message(code, **params), who))

    def warn(self, code: str, **params: Param) -> None:
        """Note that agreed practice was not followed; nothing is blocked."""
        self.warnings.append(Reason(message(code, **params)))

    def standing(self, track: Track | None = None) -> Standing:
        """Give how the actor stands to the case, or to one of its services."""
        # What has been folded in may change how the actor stands, so the case's version belongs to the key.
        key = (self.case.version, track.id if track else "")
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = self._standing(track)
        return found

    def _standing(self, track: Track | None) -> Standing:
        case, provider, receivers = self.case, _NOBODY, _NOBODY
        if tracks := (track,) if track else tuple(case.services.values()):
            provider = frozenset(each for one in tracks for each in (one.organiser, one.provider))
        if case.handovers:
            # Being asked is no tie: an organisation may act once it has accepted the client (faults 4.1).
            settled = (each for each in case.handovers.values() if each.status in {"accepted", "met"})
            receivers = frozenset(each.receiver for each in settled)
        return Standing(
            authority=self.machine.authority,
            case=case,
            actor=self.command.actor,
            provider=provider,
            receivers=receivers,
        )

    def situation(self, workers: Mapping[str, str] | None = None) -> Situation:
        """Give what requirements are asked against; `workers` are those about to be named (role -> worker)."""
        pathway = self.machine.pathway
        return Situation(
            pathway=pathway,
            case=self.case,
            today=self.today,
            rooms=_Rooms(self.machine, self.case, self.facts, workers or {}) if pathway.capacities else {},
            predicates=self.facts.predicates,
        )

    def may(self, roles: Iterable[str], track: Track | None = None) -> bool:
        """Tell whether the actor may act in any of `roles`; says what is wrong when not, and keeps the role when so."""
        wanted = tuple(roles)
        standing = self.standing(track)
        acting = standing.acting_role(wanted)
        if acting:
            self.role = self._profession(acting)
            return True
        held = tuple(Ref("role", role) for role in sorted(self.command.actor.roles)) or "–"
        fitting = next((role for role in wanted if standing.holds_any((role,))), "")
        if fitting:
            self.refuse("no-relation", role=Ref("role", fitting))
        elif elsewhere := standing.elsewhere(wanted):
            asked = self.machine.pathway.roles[elsewhere].organisation
            self.refuse("role-elsewhere", role=Ref("role", elsewhere), organisation=Ref("organisation", asked))
        elif standing.is_own_matter(wanted):
            self.refuse("own-matter", who=wanted)
        elif set(wanted) == {"client"}:
            self.refuse("client-only", who=("client",))
        else:
            self.refuse("role-may-not", who=wanted, roles=tuple(Ref("role", role) for role in wanted), held=held)
        return False

    def _profession(self, acting: str) -> str:
        """Give the role the actor came in, when it is one that holds the role the move asks for."""
        if acting in self.command.actor.roles:
            return acting
        held_by = self.machine.pathway.roles[acting].held_by
        return next((role for role in held_by if role in self.command.actor.roles), acting)


class _Rooms(Mapping[str, Room]):
    """How much room there is, capacity by capacity, worked out when it is asked: most moves never ask."""

    def __init__(self, machine: Machine, case: Case, facts: Facts, workers: Mapping[str, str]) -> None:
        self._machine, self._case, self._facts, self._workers = machine, case, facts, workers

    def __getitem__(self, capacity: str) -> Room:
        role = self._machine.pathway.capacities[capacity].per
        holder = self._case.named.get(role)
        worker = self._workers.get(role, holder.worker if holder else "")
        counted = (capacity, worker) in loads_of(self._machine, self._case)
        load = self._facts.loads.get((capacity, worker), 0)
        return Room(others=load - (1 if counted else 0), counted=counted)

    def __iter__(self) -> Iterator[str]:
        return iter(self._machine.pathway.capacities)

    def __len__(self) -> int:
        return len(self._machine.pathway.capacities)


def loads_of(machine: Machine, case: Case, state: str = "") -> frozenset[tuple[str, str]]:
    """Give the (capacity, worker) pairs on which an open case counts: in a counted state, with a named worker.

    With `state` it is told for the same case there.
    """
    if not case.is_open or not machine.pathway.capacities:
        return frozenset()
    found = set()
    state = state or case.state
    for name, capacity in machine.pathway.capacities.items():
        holder = case.named.get(capacity.per)
        if holder and holder.worker and machine.within(capacity.counts, state):
            found.add((name, holder.worker))
    return frozenset(found)
