"""What the forms tell, who may do what with them, and that nothing of it holds a client or a job back."""

from datetime import timedelta

import pytest

from pathway_engine.definition.demands import RecordRequirement, Requirement
from pathway_engine.definition.model import Pathway
from pathway_engine.show import situation
from tests.workflows.journey import SPRING, Journey, assessed, planned, searching, served, setting_out
from tests.workflows.shipped import NAMES, REGIONS, all_moves, each_pathway, leaves, pathway, rules
from tests.workflows.test_siun_sote import (
    COACH,
    COUNSELLOR,
    COUNTY,
    OFFICE,
    WORKER,
    in_supported_work_activity,
    purchased,
)
from tests.workflows.test_supported_employment_methods import laid_over

BASE, SIUN = "fi-base", "siun-sote"


def fields(name: str, record: str) -> dict[str, bool]:
    """Give the fields of a record, and whether each is required."""
    return {key: each.required for key, each in pathway(name).records[record].fields.items()}


def items(name: str, catalogue: str) -> tuple[str, ...]:
    """Give the ids of a list."""
    return tuple(pathway(name).catalogues[catalogue].items)


def asked(requirements: tuple[Requirement, ...]) -> set[str]:
    """Give the records that these ask for."""
    return {each.record for each in leaves(requirements) if isinstance(each, RecordRequirement)}


# ── forms and plans ───────────────────────────────────────────────────────────────────────────────────────────────────

# Form or plan -> the fields that a move relies on; everything else may stay empty.
NEEDED = {
    "referral": {"referrer", "referred_on", "client_wish"},
    "cooperation_agreement": {"parties", "explained_plainly", "starts_on", "accepted_by_client"},
    "vocational_profile": {"wishes", "experience", "skills", "conditions", "sessions", "updated_on"},
    "employer_contact": {"employer", "contacted_on", "way", "purpose"},
    "job_start": {"employer", "job_type", "started_on", "working_time", "duration", "sector"},
    "job_end": {"ended_on", "reason"},
    "after_coaching": {"outcome", "who_continues"},
    "job_search_plan": {"goal", "job_types", "terms", "steps", "review_on"},
    "support_plan": {"needs", "kinds", "givers", "schedule", "employer_part"},
    "study_plan": {"goal"},
}
# Form or plan -> the move that asks for it or tells when it is missing.
BOUND = {
    "referral": "refer_to_coaching",
    "cooperation_agreement": "agree_coaching",
    "vocational_profile": "complete_profile",
    "employer_contact": "engage_employer",
    "job_start": "start_supported_job",
    "job_end": "end_job",
    "after_coaching": "leave_coaching",
    "job_search_plan": "complete_profile",
    "support_plan": "start_supported_job",
    "study_plan": "start_education",
}


@pytest.mark.parametrize("record", NEEDED)
def test_a_form_asks_for_little(record: str) -> None:
    """Each of the seven forms and three plans asks for its few fields; the others are there to be used (R089, R090)."""
    found = fields(BASE, record)

    assert {key for key, required in found.items() if required} == NEEDED[record]
    assert len(found) > len(NEEDED[record])


@pytest.mark.parametrize("record", BOUND)
def test_a_form_is_bound_to_its_move(record: str) -> None:
    """Whoever makes the move learns of the form: it is asked for, or its absence is told (R090)."""
    move = pathway(BASE).transitions[BOUND[record]]

    assert record in asked(move.requires) | asked(move.advises)


@pytest.mark.parametrize("name", NAMES)
def test_what_tells_of_health_or_of_a_group_is_sealed(name: str) -> None:
    """Free text is never in clear, and signs, groups and grounds are special."""
    for record in pathway(name).records.values():
        for key, each in record.fields.items():
            assert each.type != "text" or each.class_ != "coded", key
            if each.options in {"recognition_signs", "client_groups", "programme_groups", "activation_plan_grounds"}:
                assert each.class_ == "special", key


def test_a_coordinator_may_come_from_eight_settings() -> None:
    """The plan tells where the coordinator works and what with they help; both describe (R052, R053)."""
    assert len(items(BASE, "coordinator_settings")) == 8
    assert items(BASE, "coordinator_settings")[-1] == "workplace"
    assert len(items(BASE, "coordinator_tasks")) == 5
    assert not fields(BASE, "client_plan")["coordinator_setting"]
    assert not fields(BASE, "client_plan")["coordinator_tasks"]


def test_procurement_makes_jobs_and_apprenticeships() -> None:
    """A contact tells what a procurement offers, a job whether it is an apprenticeship; a trial is no job (R055)."""
    assert items(BASE, "procurement_offers") == ("paid_job", "apprenticeship", "work_trial")
    assert items(BASE, "job_contracts") == ("employment", "apprenticeship")
    assert fields(BASE, "employer_contact")["procurement_offer"] is False
    assert fields(BASE, "job_start")["contract"] is False


def test_a_contact_tells_whom_it_supported() -> None:
    """Client, employer and work community, several at once, with clients and with employers (R127)."""
    assert items(BASE, "support_targets") == ("client", "employer", "work_community")
    for record in ("client_contact", "employer_contact"):
        field = pathway(BASE).records[record].fields["supported"]
        assert (field.type, field.options, field.class_) == ("choices", "support_targets", "coded")


def test_the_coachs_work_with_an_employer_has_its_kinds() -> None:
    """Interview, tailoring, contract and subsidies are purposes of a contact; benefits have a record (R130)."""
    wanted = {"interview_preparation", "tailoring", "employment_contract", "subsidies"}

    assert wanted <= set(items(BASE, "contact_purposes"))
    assert "benefits_counselling" in pathway(BASE).records


def test_the_first_days_are_counted_or_supported_from_behind() -> None:
    """So many days on the spot, or from behind; none is asked for, and three is nobody's rule (R131)."""
    found = pathway(BASE).records["support_plan"].fields

    assert (found["on_site_days"].type, found["on_site_days"].min) == ("integer", 0)
    assert found["in_background"].type == "boolean"
    assert not found["on_site_days"].required


def test_a_step_is_suggested_by_the_phases_it_offers() -> None:
    """The fewer phases, the more one does alone; the suggestion is sealed and decides nothing (R101)."""
    of = pathway(SIUN)
    field = of.records["client_situation"].fields["suggested_step"]

    assert field.options == "step_suggestions"
    assert field.class_ == "special"
    assert all("client_situation" not in asked(move.requires) for _, move in all_moves(of))


def test_a_region_campaigns_and_a_team_learns() -> None:
    """Campaigns, trainings, hours and employers are the region's matters, told as figures (R073, R075, R094)."""
    assert "employer_campaign" in pathway("consensus-agreement").records
    assert fields("fidelity-cycle", "coach_training") == {"topic": True, "held_on": True, "people": True}
    team = pathway("fidelity-cycle").records["working_time"].fields
    assert {"full_time_percent", "work_hours", "coaching_hours", "community_hours"} <= set(team)
    assert all(each.class_ == "coded" for each in team.values())


# ── recognition, services, jobs ───────────────────────────────────────────────────────────────────────────────────────


def services_need_recognition(of: Pathway) -> set[str]:
    """Give the states that lead on to the plan without recognition having been gone through."""
    ways = {(str(rule.source), rule.target) for rule in rules(of) if not rule.stays and not rule.resumes}
    seen, queue = {"contact"}, ["contact"]
    while queue:
        at = queue.pop()
        for source, target in ways:
            if source == at and target not in seen | {"recognition", "on_hold", "closed"}:
                seen.add(target)
                queue.append(target)
    return seen - {"contact"}


@each_pathway
def test_no_way_leads_past_recognition(name: str) -> None:
    """From the first contact every way to assessment, plan, services and coaching goes through recognition (R015)."""
    assert services_need_recognition(pathway(name)) == set()


def test_urgent_help_waits_for_no_recognition() -> None:
    """What is urgent or runs already is recorded at the first contact; the path stays where it is (R015)."""
    journey = setting_out("rovaniemi", "lapland_county")
    journey.open(WORKER, "Terveyspalvelut")

    assert journey.state == "contact"
    assert journey.services() == {"health_services": "agreed"}


def test_a_job_waits_for_no_state() -> None:
    """In contact and assessment the job is recorded and the path goes on; from a break it leads to work (M4)."""
    early = setting_out("rovaniemi", "lapland_county")
    early.move("asiakas", "Työsuhde alkoi")
    assert early.state == "contact"
    assert {each.requirement for each in early.case.tasks.values()} == {"record:job_start"}

    paused = served("rovaniemi", "lapland_county")
    paused.record("asiakas", "pause_agreement", resume_on="2025-06-02")
    paused.move("asiakas", "Sovi tauosta", reason="own_wish")
    paused.desk.go_to(SPRING + timedelta(7))
    paused.move("asiakas", "Työsuhde alkoi")
    assert paused.state == "employment"

    over = assessed("satakunta", "satakunta_county")
    over.move("asiakas", "Työsuhde alkoi")
    assert over.state == "assessment"


def test_a_job_that_ends_during_a_break_leads_back_to_services() -> None:
    """Whoever lost a job while away comes back to services, and to coaching without a referral."""
    journey = served("rovaniemi", "lapland_county")
    journey.move("asiakas", "Työsuhde alkoi")
    journey.record("asiakas", "pause_agreement", resume_on="2025-06-02")
    journey.move("asiakas", "Sovi tauosta", reason="own_wish")

    journey.move("asiakas", "Työsuhde päättyi")

    assert journey.state == "services"
    assert journey.can("asiakas", "Palaa työhönvalmennukseen")


def test_coaching_is_followed_up_after_three_and_six_months() -> None:
    """Whoever leaves coaching is asked after, twice; a contact meets the round and begins the next."""
    journey = searching_and_left()
    first = journey.due("follow_up_after_coaching")
    assert first is not None

    journey.desk.go_to(first)
    journey.record("työhönvalmentaja", "client_contact", contacted_on=first.isoformat(), way="phone")
    second = journey.due("follow_up_after_coaching")
    assert second is not None
    assert 85 < (second - first).days < 95


def searching_and_left() -> Journey:
    """Give a journey that has left coaching."""
    journey = served("rovaniemi", "lapland_county")
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    searching(journey)
    journey.move("asiakas", "Lopeta työhönvalmennus")
    return journey


# ── who may what, and what everybody sees ─────────────────────────────────────────────────────────────────────────────


def test_a_provider_does_what_the_regions_definition_lets_it_do() -> None:
    """The coach of a purchase works the chain, but neither approves plans nor decides nor closes (R031)."""
    journey = planned(SIUN, COUNTY)
    journey.open(WORKER, "Työkokeilu", provider="coaching_provider")
    provider = ("palveluntuottaja", "coaching_provider")

    for move in ("Vahvista suunnitelma", "Päätä palvelupolku", "Sovi tauosta", "Arviointi on valmis"):
        assert not journey.can(provider[0], move, at=provider[1]), move
    offered = {each.trigger for each in journey.desk.steps("k", journey.actor(*provider)) if each.allowed}
    assert offered <= {"review_plan"}


def test_a_coach_sees_the_other_services() -> None:
    """Whoever coaches reads which services run beside, and who arranges them; and minds pay and benefits (R112)."""
    journey = in_supported_work_activity(served(SIUN, COUNTY))
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    searching(journey)
    journey.open("asiakas", "Osa-aikatyö")

    text = "\n".join(situation(journey.case, journey.pathway, "fi"))
    assert "Avotyötoiminta" in text
    assert "Osa-aikatyö" in text
    journey.record(COACH, "benefits_counselling")
    assert "benefits_counselling" in journey.case.records


def test_not_everybody_needs_the_whole_method() -> None:
    """A region has coaching of more than one kind, and no client's move asks for a quality review (R117)."""
    kinds = [group for group in pathway(SIUN).groups if f"{group}.job_search" in pathway(SIUN).states]
    assert kinds == ["coaching", "purchased_coaching"]

    for name in NAMES:
        assert "fidelity_review" not in pathway(name).records


def test_a_counsellor_coaches_on_the_disability_line() -> None:
    """Counsellors and instructors act as coaches as well, by the tie they have to the case already."""
    journey = served(SIUN, COUNTY)
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    searching(journey, COUNSELLOR)

    assert journey.state == "coaching.job_search"


def test_the_sender_goes_on_with_social_counselling() -> None:
    """The source's chain: counselling, purchased coaching and a part-time job, the sender still beside (R104)."""
    journey = served(SIUN, COUNTY)
    journey.open(COUNSELLOR, "Sosiaalityö ja sosiaaliohjaus")
    journey.step(COUNSELLOR, "Sosiaalityö ja sosiaaliohjaus", "Palvelu alkoi")
    handed = purchased()
    handed.open("asiakas", "Sosiaalityö ja sosiaaliohjaus", organiser=COUNTY)
    handed.open("asiakas", "Osa-aikatyö")

    assert handed.case.coordinator.organisation == OFFICE
    assert COUNTY in handed.case.participants
    assert handed.services() == {"social_counselling": "agreed", "part_time_work": "under_way"}


# ── the overlay, walked in other regions ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("region", "home"), [("oulu-palo", "north_ostrobothnia_county"), ("siun-sote", COUNTY)])
def test_the_overlay_is_walked_in_other_regions(region: str, home: str) -> None:
    """Subcontracting beside coaching, then an ordinary paid job: the overlay's rules and the region's, in one case."""
    journey = served(laid_over(region), home)
    journey.open(WORKER, "Alihankinta")
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    searching(journey)
    journey.record(COACH, "job_start", open_market=False)
    journey.move(COACH, "Työsuhde alkoi tuettuna")

    assert journey.state == "coaching.job_support"
    assert "record:job_start" in {each.requirement for each in journey.case.tasks.values()}
    assert journey.services() == {"subcontracting": "planned"}


@pytest.mark.parametrize("region", REGIONS)
def test_the_overlay_counts_no_practice_as_employed(region: str) -> None:
    """A trial or subcontracting beside the path is no employment in any region."""
    services = laid_over(region).services

    assert all("employed" not in services[name].counts_as for name in ("work_trial", "subcontracting"))
