"""People of Rovaniemi, and desks with a client somewhere on the path; everything is typed as a person would type it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted
from pathway_engine.case.model import Case
from pathway_engine.definition import Pathway, load
from pathway_engine.testing import Desk

WORKFLOWS = Path(__file__).parents[2] / "workflows"
COUNTY, SERVICES = "Lapin hyvinvointialue", "Rovaniemen työllisyyspalvelut"
# An identity code from the range that is never given to anybody.
CLIENT = c.Actor(subject="131052-900W", roles={"asiakas"})
WORKER = c.Actor(subject="w1", organisation=COUNTY, roles={"omatyöntekijä"})
COUNSELLOR = c.Actor(subject="s1", organisation=COUNTY, roles={"sosiaaliohjaaja"})
DECIDER = c.Actor(subject="d1", organisation=COUNTY, roles={"viranhaltija"})
COACH = c.Actor(subject="t1", organisation=SERVICES, roles={"työhönvalmentaja"})
K: dict[str, Any] = {"case": "k"}

RECORDS: Mapping[str, Mapping[str, Any]] = {
    "own_request": {"request": "Haluan töihin."},
    "recognition_checklist": {"signs": ["oppimisvaikeudet"]},
    "needs_assessment": {
        "goals_and_skills": "Keittiötyö kiinnostaa.",
        "work_ability": "Neljä tuntia päivässä.",
        "care_and_rehabilitation": "Ei tarvetta.",
        "special_support": "Ei tarvetta.",
        "own_view": "Jaksan hyvin.",
    },
    "client_plan": {
        "goals": "Palkkatyö",
        "indicators": "Työsopimus",
        "review_on": "1.9.2025",
        "responsible": "omatyöntekijä",
    },
    "referral": {"referrer": COUNTY, "referred_on": "1.4.2025", "client_wish": "haluaa työhön"},
    "cooperation_agreement": {
        "parties": ["asiakas", "työhönvalmentaja"],
        "explained_plainly": "kyllä",
        "starts_on": "20.4.2025",
        "accepted_by_client": "kyllä",
    },
    "vocational_profile": {
        "wishes": "Keittiö",
        "experience": "Koulun keittiö",
        "skills": "Siisteys",
        "conditions": "Rauhallinen tahti",
        "sessions": 3,
        "updated_on": "5.5.2025",
    },
    "job_search_plan": {
        "goal": "Apulainen",
        "job_types": "Keittiötyö",
        "terms": "Osa-aika",
        "steps": "Kaksi yhteydenottoa",
        "review_on": "1.8.2025",
    },
    "participation_plan": {"client_wish": "Kuoro", "content": "Kuoro ja kahvila", "next_look_on": "15.9.2025"},
    "closing_record": {"participation_offer": "not_wanted", "heard_on": "1.4.2025"},
    "evaluation": {"stage": "final", "evaluated_on": "1.4.2025", "present": ["asiakas", "omatyöntekijä"]},
}


@cache
def pathway(name: str) -> Pathway:
    """Give a shipped definition."""
    return load(WORKFLOWS / f"{name}.yaml")


def case(desk: Desk) -> Case:
    """Give the desk's one case."""
    return desk.cases["k"]


def record(desk: Desk, actor: c.Actor, *names: str, **changed: Any) -> None:
    """Make records, filled in as above but for what is changed."""
    for name in names:
        desk.do(c.Record(**K, actor=actor, record=name, fields={**RECORDS.get(name, {}), **changed}))


def move(desk: Desk, actor: c.Actor, trigger: str, **more: Any) -> Accepted:
    """Make a move with the client's agreement."""
    return desk.do(c.Move(**K, actor=actor, trigger=trigger, agreed_by={"asiakas"}, **more))


def lacking(desk: Desk, asked: c.Command) -> list[str]:
    """Give what a refused command lacks, by requirement or else by code."""
    return [each.requirement or each.code for each in desk.refuse(asked).reasons]


def assessed(region: Pathway | None = None, **more: Any) -> Desk:
    """Give a desk whose client is in assessment, with an own worker."""
    desk = Desk(region or pathway("rovaniemi"), register="lapland_county")
    opening = {"client": "131052-900W", "organisation": COUNTY, "pending_on": date(2025, 3, 3), **more}
    desk.do(c.Open(**K, actor=WORKER, **opening))
    move(desk, WORKER, "Aloita tuen tarpeen tunnistaminen")
    record(desk, CLIENT, "own_request")
    move(desk, CLIENT, "identify_need")
    desk.do(c.NameWorker(**K, actor=WORKER, role="omatyöntekijä", worker="w1"))
    return desk


def planned(region: Pathway | None = None) -> Desk:
    """Give a desk whose client has an assessment and needs a plan."""
    desk = assessed(region)
    record(desk, WORKER, "needs_assessment")
    move(desk, WORKER, "Arviointi on valmis")
    return desk


def served(region: Pathway | None = None) -> Desk:
    """Give a desk whose client has a plan, and services."""
    desk = planned(region)
    record(desk, WORKER, "client_plan")
    move(desk, WORKER, "Vahvista suunnitelma")
    return desk


def coached() -> Desk:
    """Give a desk whose client was handed over warmly to a coach of the employment services, and looks for work."""
    desk = served()
    record(desk, WORKER, "referral")
    move(desk, WORKER, "refer_to_coaching", receiver=SERVICES)
    desk.do(c.AcceptHandover(**K, actor=COACH))
    desk.do(c.MeetHandover(**K, actor=COACH, present={"asiakas", "omatyöntekijä", "työhönvalmentaja"}))
    desk.do(c.ReceiveHandover(**K, actor=COACH))
    record(desk, COACH, "cooperation_agreement")
    move(desk, COACH, "agree_coaching")
    record(desk, COACH, "vocational_profile", "job_search_plan")
    move(desk, COACH, "complete_profile")
    return desk


def with_blocking_limit(limit: int) -> Pathway:
    """Give Rovaniemi with a purchase's limit: so many clients for a coach, and not one more."""
    of = pathway("rovaniemi")
    caseload = evolve(of.capacities["coaching_caseload"], over="block", limit=limit)
    return evolve(of, capacities={"coaching_caseload": caseload})
