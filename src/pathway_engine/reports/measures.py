"""What a register's cases and its team's own figures show of the quality criteria.

Everything is a figure of the whole service, never of one coach: who coached whom is not looked at. What nothing was
recorded of is None, which is not the same as nought.
"""

from __future__ import annotations

__all__ = ["Measured", "Measures", "phases_of"]

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from statistics import mean

from attrs import define, field, frozen

from pathway_engine.case import events as e
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Pathway
from pathway_engine.reports.histories import History, Made, Period
from pathway_engine.reports.tables import HIDDEN, LEAST, Cell, share

PHASES = ("engagement", "profiling", "job_search", "employer_agreement", "job_support")
"""The five phases of supported employment in their order (R085)."""

_WEEK = 7
_PARTNERS = {"employment_services", "kela", "joint_service"}


@frozen
class Measured:
    """A figure and how many clients, contacts or jobs it rests on; with fewer than five it is not shown."""

    figure: float | None
    base: int

    @property
    def cell(self) -> Cell:
        """Give the figure as it may be shown."""
        if self.figure is None:
            return None
        return HIDDEN if self.base < LEAST else round(self.figure, 1)


NOTHING = Measured(None, 0)


def phases_of(pathway: Pathway) -> dict[str, int]:
    """Give the number of the phase, 1 to 5, of every state of every group that coaches."""
    groups = [group for group in pathway.groups if f"{group}.job_search" in pathway.states]
    numbered = ((f"{group}.{phase}", number) for group in groups for number, phase in enumerate(PHASES, start=1))
    return {state: number for state, number in numbered if state in pathway.states}


@define
class Measures:
    """What is gathered on one way through the cases."""

    period: Period
    coached: set[str] = field(factory=set)
    by_phase: Counter[int] = field(factory=Counter)
    phases: set[int] = field(factory=set)
    phased: set[str] = field(factory=set)
    first_contact_days: list[int] = field(factory=list)
    no_contact: int = 0
    contacts: list[Made] = field(factory=list)
    client_contacts: list[Made] = field(factory=list)
    jobs: int = 0
    current_jobs: list[Made] = field(factory=list)
    counselled: int = 0
    sessions: list[int] = field(factory=list)
    partner_meetings: int = 0
    referrers: set[str] = field(factory=set)
    talks: Counter[int] = field(factory=Counter)
    windows: Counter[str] = field(factory=Counter)
    hours: Counter[str] = field(factory=Counter)
    resources: list[int] = field(factory=list)
    log_review: str = ""

    def take(self, history: History) -> None:
        """Gather a case, or a matter of the region."""
        if history.pathway.subject == "region":
            self._team(history)
        elif history.coached_from and self.period.before_end(history.coached_from):
            self._client(history)

    # ── the team's own figures ────────────────────────────────────────────────────────────────────────────────────

    def _team(self, history: History) -> None:
        for each in history.of("working_time"):
            if self._overlaps(each):
                self.resources.append(each.number("full_time_percent"))
                for name in ("work_hours", "coaching_hours", "community_hours"):
                    self.hours[name] += each.number(name)
                self.hours["community_told"] += each.number("work_hours") if "community_hours" in each.coded else 0
        for each in history.of("employer_work"):
            if self._overlaps(each):
                self.log_review = str(each.coded.get("log_review", "")) or self.log_review

    def _overlaps(self, made: Made) -> bool:
        first, last = made.day("from_day"), made.day("to_day")
        return not (
            (self.period.from_ and last and last < self.period.from_)
            or (self.period.to and first and first > self.period.to)
        )

    @property
    def coaches(self) -> float | None:
        """How many full-time coaches there were, as a mean; None when nobody told."""
        return mean(self.resources) / 100 if self.resources and sum(self.resources) else None

    # ── a client's case ───────────────────────────────────────────────────────────────────────────────────────────

    def _client(self, history: History) -> None:
        numbers = phases_of(history.pathway)
        for state, entered, left in history.stays:
            day, until = helsinki_date(entered), helsinki_date(left) if left else None
            if state in numbers and self.period.has(day):
                self.phases.add(numbers[state])
                self.phased.add(history.person)
            if (
                state in numbers
                and self.period.before_end(day)
                and (until is None or not self.period.before_end(until))
            ):
                self.by_phase[numbers[state]] += 1
                self.coached.add(history.person)
        self._employers(history)
        self._work(history)
        talks = len([each for each in history.of("disclosure_choice") if self.period.before_end(each.on)])
        self.talks[min(talks, 2)] += 1
        self.sessions += [each.number("sessions") for each in history.of("vocational_profile")[:1]]
        self.referrers |= {str(each.coded.get("referrer", "")) for each in history.of("referral")} - {""}
        self.client_contacts += self._made(history, "client_contact", "contacted_on")
        meetings = self._made(history, "network_meeting", "held_on")
        self.partner_meetings += sum(bool(_PARTNERS & set(each.all_of("members"))) for each in meetings)

    def _made(self, history: History, record: str, day: str) -> list[Made]:
        return [each for each in history.of(record) if self.period.has(each.day(day) or each.on)]

    def _employers(self, history: History) -> None:
        met = sorted(day for each in history.of("employer_contact") if (day := _face_to_face(each)))
        begun = next(_agreed(history), None)
        if begun and self.period.has(begun):
            after = [day for day in met if day >= begun]
            if after:
                self.first_contact_days.append((after[0] - begun).days)
            else:
                self.no_contact += 1
        self.contacts += self._made(history, "employer_contact", "contacted_on")

    def _work(self, history: History) -> None:
        jobs = [job for job in history.places if self.period.before_end(job.started_on)]
        ends = sorted(each.day("ended_on") or each.on for each in history.of("job_end"))
        told = [
            each.day("given_on") or each.on
            for each in history.of("benefits_counselling")
            if each.coded.get("outcome") != "declined"
        ]
        met = {
            day
            for name in ("client_contact", "employer_contact")
            for each in history.of(name)
            if (day := _face_to_face(each))
        }
        for job in jobs:
            over = next((day for day in ends if day >= job.started_on), None)
            if over is None or not self.period.before_end(over):
                self.current_jobs.append(job.record)
            if self.period.has(job.started_on):
                self.jobs += 1
                self.counselled += any(day <= job.started_on for day in told)
                self._windows(job.started_on, met)

    def _windows(self, start: date, met: set[date]) -> None:
        """Look in which of the windows around a job's start somebody met the client or the employer (criterion 23)."""
        spans = {
            "week_before": (-7, 0),
            "first_days": (0, 3),
            **{f"week_{week}": (_WEEK * week - 6, _WEEK * week) for week in range(1, 5)},
        }
        kept = {
            name: any(start + timedelta(low) <= day <= start + timedelta(high) for day in met)
            for name, (low, high) in spans.items()
        }
        self.windows["week_before"] += kept["week_before"]
        self.windows["first_days"] += kept["first_days"]
        self.windows["weekly"] += all(kept[f"week_{week}"] for week in range(1, 5))

    # ── figures ───────────────────────────────────────────────────────────────────────────────────────────────────

    def of(self, criterion: str) -> Measured:
        """Give the figure of a criterion that can be measured."""
        figures: Mapping[str, Callable[[], Measured]] = {
            "caseload_size": self._caseload,
            "employment_services_staff": lambda: self._hours("coaching_hours", "work_hours"),
            "vocational_generalists": lambda: Measured(len(self.phases) or None, len(self.phased)),
            "rapid_search": lambda: _mean(self.first_contact_days),
            "individualized_search": lambda: _share(
                [each.coded["matches_plan"] is True for each in self.contacts if "matches_plan" in each.coded]
            ),
            "employer_contact_frequency": self._frequency,
            "competitive_jobs": lambda: _share([_is_competitive(each) for each in self.current_jobs]),
            "community_based": lambda: self._hours("community_hours", "community_told"),
        }
        return figures[criterion]() if criterion in figures else NOTHING

    def _caseload(self) -> Measured:
        clients = sum(self.by_phase.values())
        return Measured(clients / self.coaches, clients) if self.coaches else NOTHING

    def _hours(self, part: str, whole: str) -> Measured:
        return Measured(100 * self.hours[part] / self.hours[whole], LEAST) if self.hours[whole] else NOTHING

    def _frequency(self) -> Measured:
        met = [day for each in self.contacts if (day := _face_to_face(each))]
        if not met or not self.coaches:
            return NOTHING
        first, last = self.period.from_ or min(met), self.period.to or max(met)
        weeks = max(((last - first).days + 1) / _WEEK, 1)
        return Measured(len(met) / weeks / self.coaches, len(met))

    def evidence(self) -> Iterator[tuple[str, Cell, Cell]]:
        """Give the figures that help a reviewer and decide no point: name, figure, share."""
        clients = sum(self.talks.values())
        yield "no_contact_yet", _count(self.no_contact), None
        yield "counselled_before_job", _count(self.counselled), share(self.counselled, self.jobs)
        yield (
            "talked_of_disclosure",
            _count(self.talks[1] + self.talks[2]),
            share(self.talks[1] + self.talks[2], clients),
        )
        yield "talked_more_than_once", _count(self.talks[2]), share(self.talks[2], clients)
        yield "profile_sessions", _mean(self.sessions).cell, None
        yield "referrers", len(self.referrers), None
        yield "partner_meetings", _count(self.partner_meetings), None
        for name in ("week_before", "first_days", "weekly"):
            yield f"met_{name}", _count(self.windows[name]), share(self.windows[name], self.jobs)
        supported = Counter(
            each for made in (*self.contacts, *self.client_contacts) for each in made.all_of("supported")
        )
        for target in ("client", "employer", "work_community"):
            yield f"supported_{target}", _count(supported[target]), None
        yield "career_talks", _count(sum(each.coded.get("career_talk") is True for each in self.client_contacts)), None
        yield "not_reached", _count(sum(each.coded.get("reached") is False for each in self.client_contacts)), None


def _count(value: int) -> Cell:
    return HIDDEN if 0 < value < LEAST else value


def _mean(values: list[int]) -> Measured:
    return Measured(mean(values), len(values)) if values else NOTHING


def _share(held: list[bool]) -> Measured:
    """Give a percentage; one whose other part is small is not shown."""
    if not held:
        return NOTHING
    parts = (sum(held), len(held) - sum(held))
    return Measured(100 * parts[0] / len(held), 0 if any(0 < each < LEAST for each in parts) else len(held))


def _is_competitive(job: Made) -> bool:
    return job.coded.get("open_market") is True and job.coded.get("duration") == "permanent"


def _face_to_face(made: Made) -> date | None:
    """Give the day of a contact in person; None for any other."""
    return (made.day("contacted_on") or made.on) if made.coded.get("way") == "face_to_face" else None


def _agreed(history: History) -> Iterator[date]:
    """Give the days on which coaching was agreed: the entry from which a rapid search is counted."""
    for event in history.events:
        if isinstance(event.body, e.Moved) and event.body.trigger == "agree_coaching":
            yield helsinki_date(event.occurred_at)
