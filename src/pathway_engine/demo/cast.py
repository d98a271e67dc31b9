"""Who takes part in the story, what they write down, and the clock it runs by. All of it is made up."""

from __future__ import annotations

__all__ = ["RECORDS", "Cast", "DemoClock"]

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from attrs import frozen

from pathway_engine.case.commands import Actor, Value
from pathway_engine.deadlines import helsinki_zone
from pathway_engine.definition.model import Pathway
from pathway_engine.journal.sources import SystemSources

START = datetime(2025, 3, 3, 7, 0, tzinfo=UTC)


class DemoClock(SystemSources):
    """Ids, keys and nonces from the operating system; a clock that stands until the story moves it on."""

    def __init__(self) -> None:
        self._now = START

    def clock(self) -> datetime:
        """Give the story's time."""
        return self._now

    def tick(self) -> None:
        """Let a few minutes go by: no two things happen at once."""
        self._now += timedelta(minutes=10)

    def move_to(self, day: str, hour: int = 9) -> None:
        """Move on to an hour of a day, in Finland; the story never goes back."""
        local = datetime.fromisoformat(day).replace(hour=hour, tzinfo=helsinki_zone())
        self._now = max(self._now, local.astimezone(UTC))


@frozen
class Cast:
    """The organisations of a region and the people of the story."""

    county: str
    services: str
    # The individual number 900-999 is never given to anybody.
    client_id: str = "131052-900W"

    @classmethod
    def of(cls, pathway: Pathway) -> Cast:
        """Find the region's wellbeing services county and employment authority; where none is named, the kind."""
        return cls(_first(pathway, "wellbeing_county"), _first(pathway, "employment_authority"))

    @property
    def client(self) -> Actor:
        """The client."""
        return Actor(subject=self.client_id, roles={"client"})

    @property
    def worker(self) -> Actor:
        """The own worker in social care."""
        return Actor(subject="worker-1", organisation=self.county, roles={"own_worker"})

    @property
    def counsellor(self) -> Actor:
        """The social counsellor who finds the place of work activity."""
        return Actor(subject="worker-2", organisation=self.county, roles={"social_counsellor"})

    @property
    def decider(self) -> Actor:
        """The office-holder who decides on services."""
        return Actor(subject="officer-1", organisation=self.county, roles={"decision_maker"})

    @property
    def coach(self) -> Actor:
        """The job coach."""
        return Actor(subject="coach-1", organisation=self.services, roles={"job_coach"})


def _first(pathway: Pathway, kind: str) -> str:
    return next((name for name, each in pathway.organisations.items() if each.kind == kind), kind)


RECORDS: Mapping[str, Mapping[str, Value]] = {
    "first_contact": {
        "contacted_by": "client",
        "contacted_on": "2025-03-03",
        "urgent": False,
        "place": "adult_social_work",
        "topic": "I have been at home for two years. I want a job.",
    },
    "own_request": {"request": "I want to know what help I can get for work."},
    # The assessment comes in two parts: the second adds what the first lacked.
    "needs_assessment": {
        "goals_and_skills": "Good with her hands and with people. Wants to work in a shop or a kitchen.",
        "work_ability": "Four hours a day go well now.",
        "special_support": "Written instructions help.",
    },
    "needs_assessment_more": {
        "not_discussed": ("care_and_rehabilitation",),
        "own_view": "I can do more than people think.",
        "assessed_on": "2025-03-20",
    },
    "multidisciplinary_participation": {
        "sectors": ("social_services", "employment_services"),
        "present": ("client", "own_worker", "employment_officer"),
        "held_on": "2025-03-20",
    },
    "client_plan": {
        "goals": "Part-time paid work in a shop by the autumn.",
        "indicators": "Hours at work in a week; how the client feels about them.",
        "review_on": "2025-12-01",
        "responsible": "own_worker",
    },
    "work_activity_agreement": {
        "place": "A workplace kitchen.",
        "tasks": "Salads, setting the tables.",
        "hours_per_day": 4,
        "days_per_week": 2,
        "starts_on": "2025-04-15",
    },
    "work_activity_decision": {
        "outcome": "granted",
        "decided_on": "2025-04-14",
        "reasons": "The activity fits the plan.",
        "appeal_instructions": True,
    },
    "referral": {
        "referrer": "wellbeing_county",
        "referred_on": "2025-04-22",
        "client_wish": "wants_to_work",
        "intensity": "intensive",
        "reason": "Wants a coach to look for work together.",
    },
    "cooperation_agreement": {
        "parties": ("client", "job_coach"),
        "explained_plainly": True,
        "starts_on": "2025-05-06",
        "accepted_by_client": True,
        "meetings": "Once a week, and a call whenever needed.",
    },
    "vocational_profile": {
        "wishes": "A shop near home.",
        "experience": "Two summers in a kiosk; work activity in a kitchen.",
        "skills": "Careful, friendly, on time.",
        "conditions": "A calm start of the day; one thing at a time.",
        "sessions": 3,
        "updated_on": "2025-05-20",
    },
    "job_search_plan": {
        "goal": "A job in a shop.",
        "job_types": "Shelving, cash desk.",
        "terms": "20 hours a week, the city.",
        "steps": "Visit three shops together in May.",
        "review_on": "2025-11-20",
    },
    "employer_contact": {
        "employer": "A grocer's shop.",
        "contacted_on": "2025-06-09",
        "way": "face_to_face",
        "purpose": "job_for_client",
        "result": "The manager wants to meet the client.",
    },
    "next_step_review": {
        "next_step": "work",
        "client_wish": "Paid work.",
        "reviewed_on": "2025-06-12",
    },
    "disclosure_choice": {"choice": "as_agreed", "wording": "Written instructions help.", "talked_on": "2025-06-16"},
    "job_start": {
        "employer": "A grocer's shop.",
        "job_type": "Shelving.",
        "started_on": "2025-06-23",
        "working_time": "part_time",
        "duration": "fixed_term",
        "sector": "company",
    },
    "support_plan": {
        "needs": "Written instructions, somebody to ask.",
        "kinds": ("someone_to_call", "task_list"),
        "givers": "The coach; a co-worker.",
        "schedule": "A visit every week in the first month.",
        "employer_part": "A co-worker shows the tasks.",
    },
    "benefits_counselling": {"outcome": "given", "given_on": "2025-06-25", "advice": "How pay affects the benefits."},
    "client_contact": {"contacted_on": "2025-06-25", "way": "phone", "reached": True},
    "job_end": {"ended_on": "2025-08-29", "reason": "fixed_term_ended", "client_wish": "Another job like this one."},
}
