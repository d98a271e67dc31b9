"""A desk: cases driven in memory, with a clock that stands until it is moved.

A desk takes commands in, decides them and keeps the journals, as an engine does, but it has no store, no keys and no
chance in it. It is for tests of a definition: what is possible when, for whom, and what follows.
"""

from __future__ import annotations

__all__ = ["Desk", "Unexpected"]

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide, steps
from pathway_engine.case.decision import Accepted, Decision, Facts, Refused, Step
from pathway_engine.case.events import Event
from pathway_engine.case.intake import Taken, take_in
from pathway_engine.case.model import Case
from pathway_engine.case.naming import Naming
from pathway_engine.deadlines import FinnishCalendar, WorkCalendar, helsinki_zone
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.machine import Machine, compile_pathway

START = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)
"""What a desk's clock shows at first: a Monday morning."""


class Unexpected(AssertionError):
    """A command was refused, or accepted, though the test said otherwise; the message holds every reason."""


class Desk:
    """Cases of one register, decided in memory.

    Args:
        pathway: The definition that cases are opened under.
        now: What the clock shows at first; aware.
        register: The controller whose register this is.
        calendar: Which days are working days; Finland's when left out.
        predicates: Name -> predicate that the definition asks for.
        ready: The definition compiled, and its names, where several desks share them.
    """

    def __init__(
        self,
        pathway: Pathway,
        *,
        now: datetime = START,
        register: str = "register",
        calendar: WorkCalendar | None = None,
        predicates: Mapping[str, Any] | None = None,
        ready: tuple[Machine, Naming] | None = None,
    ) -> None:
        self.pathway = pathway
        self.now = now
        self.register = register
        self.calendar = calendar or FinnishCalendar()
        self.predicates = dict(predicates or {})
        self.cases: dict[str, Case] = {}
        self.journals: dict[str, list[Event]] = {}
        self.loads: Counter[tuple[str, str]] = Counter()
        self._machines: dict[str, Machine] = {}
        self._namings: dict[str, Naming] = {}
        if ready is None:
            self.know(pathway)
        else:
            self._machines[pathway.digest], self._namings[pathway.digest] = ready

    # ── definitions and the clock ─────────────────────────────────────────────────────────────────────────────────

    def know(self, pathway: Pathway) -> None:
        """Learn a definition that cases may be migrated to."""
        self._machines[pathway.digest] = compile_pathway(pathway)
        self._namings[pathway.digest] = Naming(pathway, Labels(pathway))

    def machine(self, case: str = "") -> Machine:
        """Give the compiled definition that a case runs under; the desk's own when there is no such case."""
        held = self.cases.get(case)
        return self._machines[held.digest if held else self.pathway.digest]

    def wait(self, by: timedelta) -> None:
        """Move the clock on."""
        self.now += by

    def go_to(self, day: date, hour: int = 9) -> None:
        """Set the clock to a whole hour of a day in Finland."""
        self.now = datetime.combine(day, time(hour), helsinki_zone()).astimezone(UTC)

    # ── asking ────────────────────────────────────────────────────────────────────────────────────────────────────

    def ask(self, command: c.Command) -> Decision:
        """Put a command to its case; when it is accepted it counts."""
        taken = self.take_in(command)
        if isinstance(taken, Refused):
            return taken
        decision = decide(
            self.machine(command.case), self.cases.get(command.case), taken.command, self.facts(command), self.now
        )
        if isinstance(decision, Accepted):
            self._keep(command.case, decision)
        return decision

    def do(self, command: c.Command) -> Accepted:
        """Put a command that must be accepted.

        Raises:
            Unexpected: It was refused.
        """
        decision = self.ask(command)
        if isinstance(decision, Accepted):
            return decision
        labels = self._naming(command.case).labels
        reasons = "; ".join(each.text("en", labels) for each in decision.reasons)
        raise Unexpected(f"'{command.name}' was refused: {reasons}")

    def refuse(self, command: c.Command) -> Refused:
        """Put a command that must be refused; give the reasons.

        Raises:
            Unexpected: It was accepted.
        """
        decision = self.ask(command)
        if isinstance(decision, Refused):
            return decision
        happened = ", ".join(event.body.type for event in decision.events)
        raise Unexpected(f"'{command.name}' was accepted: {happened}")

    def tick(self) -> tuple[Event, ...]:
        """Tell every case of every deadline that has passed and was not told of yet; give what was written."""
        told: list[Event] = []
        for case in tuple(self.cases):
            for running in tuple(self.cases[case].deadlines.values()):
                if not running.missed and running.due_at <= self.now:
                    told += self.do(c.DeadlineDue(case=case, actor=c.SYSTEM, deadline=running.id)).events
        return tuple(told)

    def steps(self, case: str, actor: c.Actor) -> tuple[Step, ...]:
        """List every step of a case from where it is, for one actor, as `decide.steps` does."""
        asked = self.take_in(c.Restrict(case=case, actor=actor, reason="other"))
        if isinstance(asked, Refused):
            raise Unexpected("; ".join(each.text("en") for each in asked.reasons))
        return steps(self.machine(case), self.cases[case], asked.command.actor, self.facts(), self.now)

    # ── looking ───────────────────────────────────────────────────────────────────────────────────────────────────

    def take_in(self, command: c.Command) -> Taken | Refused:
        """Make a command ready to be decided, as an engine does."""
        case = self.cases.get(command.case)
        target = self._target(command)
        return take_in(self.machine(command.case), self._naming(command.case), case, command, self.pseudonym, target)

    def facts(self, command: c.Command | None = None) -> Facts:
        """Gather what lies outside a case: loads of workers, predicates, and what the command points to."""
        to_digest = command.to_digest if isinstance(command, c.Migrate) else ""
        return Facts(
            register=self.register,
            loads=dict(self.loads),
            predicates=self.predicates,
            calendar=self.calendar,
            target=self._target(command),
            machine=self._machines.get(to_digest),
        )

    def pseudonym(self, subject: str) -> str:
        """Give the pseudonym under which a person stands in this desk's cases."""
        return f"p{sha256(subject.encode()).hexdigest()[:12]}"

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _naming(self, case: str) -> Naming:
        return self._namings[self.machine(case).digest]

    def _target(self, command: c.Command | None) -> Event | None:
        if not isinstance(command, c.Correct | c.WithholdDisclosure):
            return None
        journal = self.journals.get(command.case, [])
        return journal[command.seq - 1] if 1 <= command.seq <= len(journal) else None

    def _keep(self, case: str, decision: Accepted) -> None:
        self.cases[case] = decision.case
        self.journals.setdefault(case, []).extend(decision.events)
        for claim in decision.claims:
            self.loads[claim.capacity, claim.worker] += claim.change
