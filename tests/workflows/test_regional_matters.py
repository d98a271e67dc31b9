"""Matters of the region: the consensus agreement and the quality review, on the same engine and without any client."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.testing import Desk
from tests.workflows.shipped import MATTERS, pathway

COUNTY = "wellbeing_county"
DEVELOPER, LEAD, TEAM_LEADER, REVIEWER = "palvelujen kehittäjä", "sopimuksen vetäjä", "tiiminvetäjä", "arvioija"


class Matter:
    """A matter of a region on its way."""

    def __init__(self, name: str) -> None:
        self.desk = Desk(pathway(name), register=COUNTY)
        self.desk.go_to(date(2025, 3, 3))
        self.desk.do(c.Open(case="m", actor=self.actor(DEVELOPER), organisation=COUNTY))

    def actor(self, role: str) -> c.Actor:
        """Give somebody in a role at the county."""
        return c.Actor(subject=f"{role}-1", organisation=COUNTY, roles=role)

    def record(self, role: str, record: str, **fields: Any) -> None:
        """Make a record."""
        self.desk.do(c.Record(case="m", actor=self.actor(role), record=record, fields=fields))

    def move(self, role: str, move: str, **more: Any) -> list[str]:
        """Make a move; give its warnings."""
        accepted = self.desk.do(c.Move(case="m", actor=self.actor(role), trigger=move, **more))
        return [each.requirement for each in accepted.warnings]

    def lacks(self, role: str, move: str) -> set[str]:
        """Try a move that is not possible yet; give what it lacks."""
        refused = self.desk.refuse(c.Move(case="m", actor=self.actor(role), trigger=move))
        return {each.requirement or each.code for each in refused.reasons}

    @property
    def state(self) -> str:
        """Where the matter is."""
        return self.desk.cases["m"].state

    def due(self) -> dict[str, date]:
        """Give the time limits that run."""
        return {each.rule: each.due_on for each in self.desk.cases["m"].deadlines.values()}


def signed() -> Matter:
    """Give an agreement that is in force."""
    matter = Matter("consensus-agreement")
    members = ("social_services", "employment_services", "kela")
    matter.record(DEVELOPER, "Konsensuksen rakentajat", members=members, sponsor="johtaja", held_on="2025-03-03")
    matter.move(DEVELOPER, "Ryhmä on koottu")
    lead = c.NameWorker(case="m", actor=matter.actor(LEAD), role=LEAD, worker="sopimuksen vetäjä-1")
    matter.desk.do(lead)
    contents = {"goal": "polku", "tasks": "jaettu", "timetable": "2025", "levels": ("workers", "top_management")}
    matter.record(LEAD, "Sopimuksen sisältö", **contents)
    matter.move(LEAD, "Sisältö on valmis")
    matter.record(LEAD, "agreement_signed", signatories=members, signed_on="2025-03-03", review_on="2026-03-02")
    matter.move(LEAD, "Allekirjoita sopimus")
    return matter


@pytest.mark.parametrize("name", MATTERS)
def test_a_matter_of_the_region_has_no_client(name: str) -> None:
    """Nobody's case: the subject is the region, and no role is the client's."""
    of = pathway(name)
    matter = Matter(name)

    assert of.subject == "region"
    assert not any("client" in role.relation for role in of.roles.values())
    assert matter.desk.cases["m"].client == ""


def test_an_agreement_is_gathered_worked_out_signed_and_kept() -> None:
    """Group, contents, signatures, in force; then it is looked at on its day and goes on."""
    matter = signed()
    assert matter.state == "in_force"
    assert matter.due() == {"review_due": date(2026, 3, 2)}

    matter.move(LEAD, "Aloita tarkistus")
    assert matter.lacks(LEAD, "Jatka sopimusta") == {"record:agreement_review"}
    reviewed = {"reviewed_on": "2025-03-03", "members": ("kela",), "next_review_on": "2027-03-01"}
    matter.record(LEAD, "Sopimuksen tarkistus", **reviewed)
    matter.move(LEAD, "Jatka sopimusta")

    assert matter.state == "in_force"
    assert matter.due() == {"next_review_due": date(2027, 3, 1)}


def test_an_agreement_names_goal_tasks_and_timetable() -> None:
    """Contents without one of the three are not ready, and somebody must lead the work."""
    matter = Matter("consensus-agreement")
    matter.record(DEVELOPER, "agreement_group", members=("kela", "schools"), sponsor="johtaja", held_on="2025-03-03")
    matter.move(DEVELOPER, "Ryhmä on koottu")
    matter.record(LEAD, "agreement_contents", goal="polku", tasks="jaettu", levels=("workers",))

    assert matter.lacks(LEAD, "Sisältö on valmis") == {"record:agreement_contents", "role_named:agreement_lead"}


def test_levels_and_members_that_are_missing_are_seen() -> None:
    """Two levels of four, three members of eleven: the agreement comes into force, and what is missing shows."""
    told = [event.body for event in signed().desk.journals["m"] if event.body.type == "warned"]

    assert [getattr(body, "about", "") for body in told] == ["four_levels", "all_members"]


def test_one_party_alone_agrees_on_nothing() -> None:
    """A group of one is no group."""
    matter = Matter("consensus-agreement")
    matter.record(DEVELOPER, "agreement_group", members=("kela",), sponsor="johtaja", held_on="2025-03-03")

    assert matter.lacks(DEVELOPER, "Ryhmä on koottu") == {"record:agreement_group"}


def test_the_agreements_members_are_those_of_the_national_list() -> None:
    """The eleven members stand in both files alike."""
    here, there = (pathway(name).catalogues["network_members"] for name in ("consensus-agreement", "fi-base"))

    assert here == there


def scored(total: int) -> Matter:
    """Give a review whose result is on record."""
    matter = Matter("fidelity-cycle")
    lead = matter.actor(TEAM_LEADER)
    matter.desk.do(c.NameWorker(case="m", actor=lead, role=TEAM_LEADER, worker="tiiminvetäjä-1"))
    matter.record(
        DEVELOPER, "review_plan_record", variant="thl_tyokykyohjelma", review_days="kaksi päivää", reviewers="kaksi"
    )
    matter.move(DEVELOPER, "Arviointi on suunniteltu")
    matter.record(TEAM_LEADER, "evidence", from_day="2024-09-01", to_day="2025-02-28", sources="kirjaukset")
    matter.move(TEAM_LEADER, "Aineisto on koossa")
    values = {"variant": "thl_tyokykyohjelma", "reviewed_on": "2025-03-03", "total": total, "comparable": True}
    matter.record(TEAM_LEADER, "Laatuarviointi", **values)
    return matter


@pytest.mark.parametrize(
    ("total", "result", "other", "next_review"),
    [
        (99, "alle 100 pistettä", "vähintään 100 pistettä", date(2025, 9, 3)),
        (100, "vähintään 100 pistettä", "alle 100 pistettä", date(2026, 3, 3)),
    ],
)
def test_the_total_sets_the_next_review(total: int, result: str, other: str, next_review: date) -> None:
    """Below 100 the service is reviewed again after half a year, from 100 on after a year; nobody chooses."""
    matter = scored(total)
    assert matter.lacks(TEAM_LEADER, f"Kirjaa tulos, {other}") == {"record:fidelity_review"}

    matter.move(TEAM_LEADER, f"Kirjaa tulos, {result}")

    assert list(matter.due().values()) == [next_review]


def test_a_new_review_meets_the_old_ones_day() -> None:
    """The cycle begins anew, and the day it was due on is met."""
    matter = scored(99)
    matter.move(TEAM_LEADER, "Kirjaa tulos, alle 100 pistettä")
    matter.move(TEAM_LEADER, "Aloita uusi arviointi")

    assert matter.state == "planned"
    assert matter.due() == {}


def test_the_review_has_the_scales_twenty_five_criteria() -> None:
    """Each takes one to five points, and one without data may stay empty."""
    fields = pathway("fidelity-cycle").records["fidelity_review"].fields
    points = [field for field in fields.values() if (field.min, field.max) == (1, 5)]

    assert len(points) == 25
    assert not any(field.required for field in points)
    assert (fields["total"].min, fields["total"].max) == (25, 125)


def test_whoever_answers_for_a_matter_names_the_others() -> None:
    """The team leader names the reviewer, who may then act, and ends the role; a developer may not."""
    matter = Matter("fidelity-cycle")
    lead, developer, reviewer = (matter.actor(role) for role in (TEAM_LEADER, DEVELOPER, "arvioija"))
    name = c.NameWorker(case="m", actor=lead, role="arvioija", worker=reviewer.subject)
    (reason,) = matter.desk.refuse(evolve(name, actor=developer)).reasons
    assert reason.who == ("coach_team_leader", "reviewer")
    matter.desk.do(name)

    values = {"variant": "thl_tyokykyohjelma", "review_days": "kaksi", "reviewers": "yksi"}
    matter.record("arvioija", "review_plan_record", **values)
    matter.desk.do(c.EndRole(case="m", actor=lead, role="arvioija"))
    assert "reviewer" not in matter.desk.cases["m"].named
