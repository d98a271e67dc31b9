"""A client on their way through any region, told in the words of the region's own labels."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import define

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted
from pathway_engine.case.model import Case, Track
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.testing import Desk
from tests.workflows.shipped import pathway
from tests.workflows.walking import FIELDS

SPRING = date(2025, 3, 3)

# Where a walk's example stands for more than free text, the words that were chosen.
CHOSEN: Mapping[str, Mapping[str, Any]] = {
    "recognition_checklist": {"reason": "ei jaksa yksin"},
    "vocational_profile": {**FIELDS["vocational_profile"], "health": "…"},
    "benefits_counselling": {"outcome": "given", "given_on": "2025-05-01"},
    "rehabilitative_work_agreement": {
        "place": "varasto",
        "tasks": "lajittelu",
        "hours_per_day": 4,
        "days_per_week": 2,
        "months": 3,
        "starts_on": "2023-01-16",
        "ends_on": "2023-04-16",
    },
    "activation_plan": {
        "goals": "työhön",
        "indicators": "työpäivät",
        "review_on": "2023-03-01",
        "responsible": "own_worker",
        "made_on": "2022-12-01",
    },
    "study_plan": {"goal": "merkonomiksi"},
}


@define
class Journey:
    """One client's case in one region.

    Args:
        desk: Decides the commands.
        home: Organisation that coordinates from the start.
    """

    desk: Desk
    home: str

    def actor(self, role: str, at: str = "") -> c.Actor:
        """Give somebody in a role, at an organisation or at home; there is one person to a role."""
        if role == "asiakas":
            return c.Actor(subject="client-1", roles="client")
        return c.Actor(subject=f"{role}-1", organisation=at or self.home, roles=role)

    def move(self, role: str, move: str, *, at: str = "", agreed: Iterable[str] = ("client",), **more: Any) -> Accepted:
        """Make a move by its label, with the client's agreement."""
        actor = self.actor(role, at)
        return self.desk.do(c.Move(case="k", actor=actor, trigger=move, agreed_by=set(agreed), **more))

    def lacks(
        self, role: str, move: str, *, at: str = "", agreed: Iterable[str] = ("client",), **more: Any
    ) -> set[str]:
        """Try a move that is not possible yet; give what it lacks, by the names of requirements or messages."""
        actor = self.actor(role, at)
        refused = self.desk.refuse(c.Move(case="k", actor=actor, trigger=move, agreed_by=set(agreed), **more))
        return {each.requirement or each.code for each in refused.reasons}

    def record(self, role: str, record: str, *, at: str = "", **fields: Any) -> Accepted:
        """Make a record, filled in as in the examples where nothing else is said."""
        key = Labels(self.pathway).find("record", record) or record
        values = {**CHOSEN.get(key, FIELDS.get(key, {})), **fields}
        return self.desk.do(c.Record(case="k", actor=self.actor(role, at), record=record, fields=values))

    def name(self, role: str, *, at: str = "") -> None:
        """Name the one person of a role."""
        worker = self.actor(role, at)
        by = self.actor("omatyöntekijä")
        self.desk.do(c.NameWorker(case="k", actor=by, role=role, organisation=at or self.home, worker=worker.subject))

    def open(self, role: str, service: str, **more: Any) -> Accepted:
        """Open a service by its label."""
        return self.desk.do(c.OpenService(case="k", actor=self.actor(role), service=service, **more))

    def step(
        self,
        role: str,
        service: str,
        move: str,
        *,
        at: str = "",
        reason: str = "",
    ) -> Accepted:
        """Make a move in a service by its label, with the client's agreement."""
        return self.desk.do(self._step(role, service, move, at, reason))

    def step_lacks(self, role: str, service: str, move: str, *, at: str = "", reason: str = "") -> set[str]:
        """Try a move in a service that is not possible yet; give what it lacks."""
        refused = self.desk.refuse(self._step(role, service, move, at, reason))
        return {each.requirement or each.code for each in refused.reasons}

    def _step(self, role: str, service: str, move: str, at: str, reason: str) -> c.MoveService:
        actor = self.actor(role, at)
        return c.MoveService(case="k", actor=actor, service=service, trigger=move, reason=reason, agreed_by="client")

    def can(self, role: str, move: str, *, at: str = "") -> bool:
        """Tell whether somebody in a role may make a move now, on the path or in a service."""
        labels, kinds = Labels(self.pathway), {track.id: track.kind for track in self.case.services.values()}
        return any(
            each.allowed
            and labels.label("move", f"{kinds[each.service]}.{each.name}" if each.service else each.name, "fi") == move
            for each in self.desk.steps("k", self.actor(role, at))
        )

    # ── looking ────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def pathway(self) -> Pathway:
        """The region's definition."""
        return self.desk.pathway

    @property
    def case(self) -> Case:
        """The case as it is."""
        return self.desk.cases["k"]

    @property
    def state(self) -> str:
        """Where the client is."""
        return self.case.state

    def services(self) -> dict[str, str]:
        """Give the open services with their states."""
        return {track.kind: track.state for track in self.case.services.values()}

    def track(self, kind: str) -> Track:
        """Give an open service."""
        return next(track for track in self.case.services.values() if track.kind == kind)

    def due(self, rule: str) -> date | None:
        """Give when a time limit of the definition is due; None when it does not run."""
        return next((each.due_on for each in self.case.deadlines.values() if each.rule == rule), None)


def setting_out(region: str | Pathway, home: str, day: date = SPRING, *, pending: date | None = None) -> Journey:
    """Give a journey at its first contact, on a day."""
    desk = Desk(pathway(region) if isinstance(region, str) else region, register=home)
    desk.go_to(day)
    journey = Journey(desk, home)
    opened = c.Open(
        case="k", actor=journey.actor("omatyöntekijä"), client="client-1", organisation=home, pending_on=pending or day
    )
    desk.do(opened)
    return journey


def assessed(region: str | Pathway, home: str, day: date = SPRING, *, pending: date | None = None) -> Journey:
    """Give a journey in the assessment, with an own worker."""
    journey = setting_out(region, home, day, pending=pending)
    journey.record("omatyöntekijä", "Asiakkaan oma pyyntö")
    journey.move("omatyöntekijä", "Aloita tuen tarpeen tunnistaminen")
    journey.move("omatyöntekijä", "Tunnista tuen tarve")
    journey.name("omatyöntekijä")
    return journey


def planned(region: str | Pathway, home: str, day: date = SPRING, *, pending: date | None = None) -> Journey:
    """Give a journey in planning, its assessment done."""
    journey = assessed(region, home, day, pending=pending)
    journey.record("omatyöntekijä", "Palvelutarpeen arviointi")
    journey.move("omatyöntekijä", "Arviointi on valmis")
    return journey


def served(region: str | Pathway, home: str, day: date = SPRING, *, pending: date | None = None) -> Journey:
    """Give a journey whose plan is approved and whose services run."""
    journey = planned(region, home, day, pending=pending)
    journey.record("omatyöntekijä", "Asiakassuunnitelma")
    journey.move("omatyöntekijä", "Vahvista suunnitelma")
    return journey


def searching(journey: Journey, coach: str = "työhönvalmentaja") -> Journey:
    """Lead a journey from the first phase of coaching, of any kind, to job search."""
    journey.record(coach, "cooperation_agreement")
    journey.move(coach, "Sovi valmennuksen aloittamisesta")
    journey.record(coach, "vocational_profile")
    journey.record(coach, "job_search_plan")
    journey.move(coach, "Profiili ja työnhakusuunnitelma valmistuivat")
    return journey
