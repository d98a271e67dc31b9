"""A client on their way through Rovaniemi, and records as a worker would fill them in."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import define, field

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide
from pathway_engine.case.decision import Accepted, Facts, Refused
from pathway_engine.case.model import Case
from pathway_engine.machine import compile_pathway
from tests.workflows.shipped import pathway

COUNTY, SERVICES = "lapland_county", "rovaniemi_employment_services"
CLIENT = c.Actor(subject="client-1", roles="client")
WORKER = c.Actor(subject="worker-1", organisation=COUNTY, roles="own_worker")
COUNSELLOR = c.Actor(subject="worker-2", organisation=COUNTY, roles="social_counsellor")
INSTRUCTOR = c.Actor(subject="worker-3", organisation=COUNTY, roles="work_activity_instructor")
DECIDER = c.Actor(subject="officer-1", organisation=COUNTY, roles="decision_maker")
COACH = c.Actor(subject="coach-1", organisation=SERVICES, roles="job_coach")

# Whole records as a worker would fill them in; text is given as "…", for deciding never sees it.
TEXT = "…"
FIELDS: Mapping[str, Mapping[str, Any]] = {
    "first_contact": {"contacted_by": "client", "contacted_on": "2025-03-03", "urgent": False},
    "recognition_checklist": {"signs": TEXT},
    "own_request": {"request": TEXT},
    "needs_assessment": {
        "goals_and_skills": TEXT,
        "work_ability": TEXT,
        "special_support": TEXT,
        "not_discussed": ("care_and_rehabilitation",),
        "own_view": TEXT,
    },
    "multidisciplinary_participation": {
        "sectors": ("social_services", "employment_services"),
        "absent": ("employment_services",),
        "present": ("client", "own_worker"),
        "held_on": "2025-03-20",
    },
    "client_plan": {
        "goals": TEXT,
        "indicators": TEXT,
        "review_on": "2025-09-01",
        "responsible": "own_worker",
    },
    "referral": {"referrer": COUNTY, "referred_on": "2025-04-01", "client_wish": "wants_to_work"},
    "cooperation_agreement": {
        "parties": ("client", "job_coach"),
        "explained_plainly": True,
        "starts_on": "2025-04-20",
        "accepted_by_client": True,
    },
    "vocational_profile": {
        "wishes": TEXT,
        "experience": TEXT,
        "skills": TEXT,
        "conditions": TEXT,
        "sessions": 3,
        "updated_on": "2025-05-05",
    },
    "job_search_plan": {
        "goal": TEXT,
        "job_types": TEXT,
        "terms": TEXT,
        "steps": TEXT,
        "review_on": "2025-08-01",
    },
    "employer_contact": {
        "employer": TEXT,
        "contacted_on": "2025-05-12",
        "way": "face_to_face",
        "purpose": "job_for_client",
    },
    "disclosure_choice": {"choice": "as_agreed", "talked_on": "2025-05-12"},
    "job_start": {
        "employer": TEXT,
        "job_type": TEXT,
        "started_on": "2025-06-02",
        "working_time": "part_time",
        "duration": "fixed_term",
        "sector": "company",
    },
    "support_plan": {
        "needs": TEXT,
        "kinds": ("someone_to_call",),
        "givers": TEXT,
        "schedule": TEXT,
        "employer_part": TEXT,
    },
    "job_end": {"ended_on": "2025-08-29", "reason": "fixed_term_ended", "client_wish": TEXT},
    "work_activity_agreement": {
        "place": TEXT,
        "tasks": TEXT,
        "hours_per_day": 4,
        "days_per_week": 2,
        "starts_on": "2025-04-01",
    },
    "work_activity_decision": {
        "outcome": "granted",
        "decided_on": "2025-04-01",
        "reasons": TEXT,
        "appeal_instructions": True,
    },
    "next_step_review": {
        "next_step": "work",
        "client_wish": TEXT,
        "reviewed_on": "2025-09-01",
    },
    "participation_plan": {"client_wish": TEXT, "content": TEXT, "next_look_on": "2026-01-15"},
    "pause_agreement": {"resume_on": "2025-12-01"},
    "evaluation": {
        "stage": "final",
        "evaluated_on": "2026-01-10",
        "present": ("client", "job_coach"),
    },
    "closing_record": {"participation_offer": "not_wanted", "heard_on": "2026-01-10"},
}


@define
class Walk:
    """A case on its way, one day after another."""

    now: datetime = datetime(2025, 3, 3, 9, tzinfo=UTC)
    case: Case | None = None
    machine: Any = field(factory=lambda: compile_pathway(pathway("rovaniemi")))

    def ask(self, command: c.Command) -> Accepted | Refused:
        """Put a command to the case; an accepted one counts, and an hour goes by."""
        decision = decide(self.machine, self.case, command, Facts(register=COUNTY), self.now)
        if isinstance(decision, Accepted):
            self.case = decision.case
            self.now += timedelta(hours=1)
        return decision

    def do(self, command: c.Command) -> Accepted:
        """Put a command that must be accepted."""
        decision = self.ask(command)
        assert isinstance(decision, Accepted), [each.text("en") for each in decision.reasons]
        return decision

    def move(self, actor: c.Actor, trigger: str, **more: Any) -> Accepted:
        """Make a move with the client's agreement."""
        return self.do(c.Move(case="k", actor=actor, trigger=trigger, agreed_by={"client"}, **more))

    def record(self, actor: c.Actor, *records: str, **changed: Any) -> None:
        """Make records, filled in as above."""
        for record in records:
            values = {**FIELDS[record], **changed}
            sealed = tuple(key for key, value in values.items() if value == TEXT)
            coded = {key: value for key, value in values.items() if value != TEXT}
            self.do(c.Record(case="k", actor=actor, record=record, fields=coded, sealed=sealed))

    @property
    def state(self) -> str:
        """Where the client is."""
        assert self.case is not None
        return self.case.state


def opened() -> Walk:
    """Give a walk at its first contact, coordinated by the county."""
    walk = Walk()
    walk.do(
        c.Open(
            case="k",
            actor=WORKER,
            client="client-1",
            organisation=COUNTY,
            pending_on=date(2025, 3, 3),
            place="adult_social_work",
        )
    )
    return walk


def planned() -> Walk:
    """Give a walk whose assessment is done and whose own worker is named."""
    walk = opened()
    walk.record(WORKER, "first_contact", "own_request")
    walk.move(WORKER, "start_recognition")
    walk.move(WORKER, "identify_need")
    walk.do(c.NameWorker(case="k", actor=WORKER, role="own_worker", worker="worker-1"))
    walk.record(WORKER, "needs_assessment")
    walk.move(WORKER, "complete_assessment")
    return walk


def coached() -> Walk:
    """Give a walk handed over warmly to the coach of the employment services, as far as job search."""
    walk = planned()
    walk.record(WORKER, "client_plan")
    walk.move(WORKER, "approve_plan")
    walk.record(WORKER, "referral")
    walk.move(WORKER, "refer_to_coaching", receiver=SERVICES, receiver_worker="coach-1")
    walk.do(c.AcceptHandover(case="k", actor=COACH))
    present = {"client", "own_worker", "job_coach"}
    walk.do(c.MeetHandover(case="k", actor=COACH, present=present))
    walk.do(c.ReceiveHandover(case="k", actor=COACH))
    walk.record(COACH, "cooperation_agreement")
    walk.move(COACH, "agree_coaching")
    walk.record(COACH, "vocational_profile", "job_search_plan")
    walk.move(COACH, "complete_profile")
    return walk
