"""Lists, fields and time limits that carry a requirement by being there (`docs/requirements.tsv`)."""

import pytest

from pathway_engine.definition.demands import MeetingRequirement, RecordRequirement, RoleNamedRequirement
from pathway_engine.definition.model import Field, Pathway
from tests.workflows.shipped import REGIONS, makers, pathway

BASE, SIUN, AGREEMENT = "fi-base", "siun-sote", "consensus-agreement"
PHASES = ("engagement", "profiling", "job_search", "employer_agreement", "job_support")


def items(name: str, catalogue: str) -> tuple[str, ...]:
    """Give the ids of a list."""
    return tuple(pathway(name).catalogues[catalogue].items)


def field(name: str, record: str, key: str) -> Field:
    """Give a field of a record."""
    return pathway(name).records[record].fields[key]


def records_asked(of: Pathway, move: str) -> set[str]:
    """Give the records that a move asks for or advises."""
    asked = (*of.transitions[move].requires, *of.transitions[move].advises)
    return {each.record for each in asked if isinstance(each, RecordRequirement)}


def test_a_network_has_a_goal_and_a_sponsor() -> None:
    """Neither the group's sponsor nor the agreement's goal may be left out (R012)."""
    assert field(AGREEMENT, "agreement_group", "sponsor").required
    assert field(AGREEMENT, "agreement_contents", "goal").required


def test_work_ability_is_judged_against_a_task() -> None:
    """A report names the task, and may name its method (R028, X007)."""
    assert field(BASE, "work_ability_report", "task").required
    assert not field(BASE, "work_ability_report", "method").required


def test_work_ability_can_be_assessed_at_work() -> None:
    """Between own view and report the client may be assessed where work is done (R029)."""
    service = pathway(BASE).services["work_ability_assessment"]

    assert service.transitions["try_at_work"].to == "at_work"
    assert {"work_trial", "work_activity"} <= set(items(BASE, "work_settings"))
    assert service.transitions["complete_report"].from_ == ("own_view", "at_work")


def test_the_employment_plan_is_a_reference() -> None:
    """The original stays in the authority's system; the own worker may write down what the client gave (R035)."""
    plan = pathway(BASE).records["employment_plan"]

    assert plan.by == ("client", "employment_officer", "own_worker")
    assert not plan.fields["reference"].required
    assert plan.fields["reference"].type == "text"


def test_the_joint_plan_names_its_sectors() -> None:
    """The sectors of a multi-sectoral plan are chosen from the network's members (R037)."""
    sectors = field(BASE, "multisectoral_plan", "sectors")

    assert (sectors.type, sectors.options, sectors.class_) == ("choices", "network_members", "coded")


def test_four_kinds_of_party_may_arrange_coaching() -> None:
    """Kela, pension providers, employment services and social and health care are kinds of party (R044, X009)."""
    kinds = pathway(BASE).organisations

    assert {"kela", "pension_provider", "employment_authority", "wellbeing_county"} <= set(kinds)
    assert {"educational_institution", "ngo", "municipality"} <= set(kinds)


def test_a_peer_coach_helps_in_six_ways_for_a_fee() -> None:
    """Six ways and whatever else is agreed; that the fee is agreed must be said (R048, R049)."""
    assert len(items(BASE, "peer_tasks")) == 7
    assert items(BASE, "peer_tasks")[-1] == "other"
    assert field(BASE, "peer_coaching_agreement", "fee").required


def test_employers_are_advised_on_five_topics() -> None:
    """The topics are a list of five, chosen in the record of contact (R051)."""
    assert len(items(BASE, "employer_topics")) == 5
    assert field(BASE, "employer_contact", "topics").options == "employer_topics"


def test_the_coordinator_stays_through_work_and_study() -> None:
    """In work, lighter support, study and rehabilitation a coordinator answers for the client (R052)."""
    states = ("employment", "employment_supported", "education", "rehabilitation")

    assert {pathway(BASE).states[each].responsible for each in states} == {"coordinator"}


def test_public_procurement_names_five_groups() -> None:
    """A job that procurement made tells for which of five groups; nobody has to say it (R055)."""
    assert len(items(BASE, "procurement_groups")) == 5
    assert not field(BASE, "job_start", "procurement_group").required


def test_inclusion_has_three_groups_and_is_made_to_measure() -> None:
    """Three groups of support; the plan asks for the client's wish and what is done for this client (R058-R060)."""
    assert len(items(BASE, "participation_kinds")) == 3
    assert field(BASE, "participation_plan", "client_wish").required
    assert field(BASE, "participation_plan", "content").required
    assert "peer_support" in pathway(BASE).services


def test_a_job_tells_its_time_length_and_sector() -> None:
    """Coded, so that figures can be drawn: full or part time, permanent or fixed term, which sector (R069, R072)."""
    for key, catalogue in (("working_time", "working_times"), ("duration", "job_durations"), ("sector", "sectors")):
        assert (field(BASE, "job_start", key).options, field(BASE, "job_start", key).class_) == (catalogue, "coded")
    assert items(BASE, "sectors") == ("company", "third_sector", "public_sector")


def test_clients_and_others_help_to_develop_the_services() -> None:
    """Panels, co-developers, experts by experience, volunteers, and two surveys (R079, R141, X023, X034)."""
    assert items(AGREEMENT, "participation_ways") == (
        *("client_panel", "client_developer", "expert_by_experience", "volunteers"),
        *("client_survey", "professional_survey"),
    )
    assert field(AGREEMENT, "participation_in_development", "way").required


def test_strong_coaching_has_five_phases_and_light_the_first_three() -> None:
    """Five phases in their order; light coaching ends before the employer's agreement (R081, R085, R102, R103)."""
    of = pathway(SIUN)

    assert tuple(name for name in of.states if name.startswith("coaching.")) == tuple(f"coaching.{p}" for p in PHASES)
    light = tuple(name for name in of.states if name.startswith("purchased_coaching."))
    assert light == tuple(f"purchased_coaching.{p}" for p in PHASES[:3])


def test_the_scale_has_two_versions() -> None:
    """Which anchors were used must be said, or totals are not comparable (R083)."""
    assert len(items("fidelity-cycle", "scale_variants")) == 2
    assert field("fidelity-cycle", "fidelity_review", "variant").required


def test_stepping_down_is_a_handover() -> None:
    """From the last phase to lighter support the coordinator receives the client (R086)."""
    move = pathway(BASE).transitions["lighten_support"]

    assert move.handover is not None
    assert (move.handover.to, move.agreed_by) == ("coordinator", ("client",))
    # Within one organisation nothing is handed over; whoever answers for the client is asked to be there all the same.
    assert ("client", "own_worker") in {each.present for each in move.advises if isinstance(each, MeetingRequirement)}


def test_benefits_may_be_explained_by_somebody_else() -> None:
    """The record tells who gave the advice, and a specialist's service stands beside the path (R087)."""
    assert "giver" in pathway(BASE).records["benefits_counselling"].fields
    assert "benefits_counselling" in pathway(BASE).services


def test_a_purchase_asks_for_evaluations() -> None:
    """At the profile, on the way and at the end an evaluation is agreed practice, and it stops nobody (R098)."""
    assert items(SIUN, "evaluation_stages") == ("initial", "interim", "final")
    for move in ("complete_light_profile", "leave_purchased_coaching"):
        assert "evaluation" in records_asked(pathway(SIUN), move)
    on_the_way = pathway(SIUN).deadlines["purchased_interim_evaluation"]
    assert (on_the_way.met_by, on_the_way.kind, on_the_way.verify) == (("evaluation",), "regional", True)


def test_a_coach_meets_the_network() -> None:
    """A coach records network meetings with the members who came (R099)."""
    meeting = pathway(BASE).records["network_meeting"]

    assert "job_coach" in meeting.by
    assert meeting.fields["members"].options == "network_members"


def test_support_grows_when_work_changes() -> None:
    """From work back to support by the client's word, for a change at work or an own wish (R100)."""
    move = pathway(BASE).transitions["add_support"]

    assert move.reasons == "change_situations"
    assert "client" in makers(move)
    assert move.requires == ()
    activity = pathway(SIUN).services["activity_supporting_employment"]
    assert activity.plain is not None
    assert "Tuki ei lopu tiettynä päivänä." in activity.plain.text.fi


def test_a_team_is_named_in_its_record() -> None:
    """Which of the sixteen teams met must be said; the joint service is a party (R106)."""
    assert field(SIUN, "team_consultation", "team").required
    assert pathway(SIUN).organisations["joint_service"].kind == "multisectoral_support"


def test_coaching_belongs_to_the_plan() -> None:
    """A referral names the plan, and an evaluation tells who took part (R114, X028)."""
    assert "plan" in pathway(BASE).records["referral"].fields
    assert field(BASE, "evaluation", "present").required


def test_four_social_services_support_employment() -> None:
    """Four that are counted, and any other (R118)."""
    assert len(items(SIUN, "employment_social_services")) == 5
    assert items(SIUN, "employment_social_services")[-1] == "other"


def test_support_at_work_is_planned_and_recorded() -> None:
    """Needs, kinds, givers and times are planned; contacts with employers say what they were for (R127, R130, R131)."""
    assert {"needs", "kinds", "givers", "schedule", "employer_part"} <= set(
        pathway(BASE).records["support_plan"].fields
    )
    assert {"tailoring", "recruitment", "support_at_work", "change"} <= set(items(BASE, "contact_purposes"))
    assert "subsidies" in pathway(BASE).records["job_start"].fields


def test_clients_say_eight_things_of_themselves() -> None:
    """Eight sentences, of which none has to be said (R128)."""
    assert len(items(SIUN, "client_statements")) == 8
    assert not field(SIUN, "client_situation", "statements").required


def test_four_concrete_means_help_at_work() -> None:
    """Somebody to call, the same instructions, a list, the phone; and others (R129)."""
    assert items(BASE, "support_kinds") == (
        *("someone_to_call", "same_instructions", "task_list", "phone_reminders", "other"),
    )


def test_contact_at_work_is_regular() -> None:
    """Weekly at first, then monthly, by contact with client or employer; as quality, not law (R132)."""
    for name in ("weekly_contact", "monthly_contact"):
        rule = pathway(BASE).deadlines[name]
        assert rule.every is not None
        assert rule.kind == "quality"
        assert {"client_contact", "employer_contact"} <= set(rule.met_by)


def test_rovaniemis_team_is_an_offer() -> None:
    """The team is asked in by agreement, and no state or requirement waits for it (R136)."""
    move = pathway("rovaniemi").transitions["consult_team"]

    assert (move.to, move.agreed_by, move.sets) == ("", ("client",), ("team_consulted",))


def test_the_search_starts_from_the_clients_wishes() -> None:
    """The profile asks for wishes and skills first; a contact tells whether it fits the plan (R150, X032)."""
    profile = pathway(BASE).records["vocational_profile"].fields

    assert profile["wishes"].required
    assert profile["skills"].required
    assert "matches_plan" in pathway(BASE).records["employer_contact"].fields


def test_work_activity_has_three_ways_on() -> None:
    """Work, study or a support service; or the activity goes on (X001)."""
    assert items(BASE, "next_steps") == ("work", "study", "support_service", "continues")


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_coaches_by_the_same_fragment(region: str) -> None:
    """No region has phases of its own (X006)."""
    of = pathway(region)

    assert tuple(each for each in of.states if each.startswith("coaching.")) == tuple(f"coaching.{p}" for p in PHASES)


def test_a_review_tells_how_far_the_goals_were_reached() -> None:
    """The review asks for it, and the move asks for the review (X014)."""
    assert field(BASE, "plan_review", "goals_reached").required
    assert records_asked(pathway(BASE), "review_plan") == {"plan_review"}


def test_social_care_carries_inclusion() -> None:
    """A social counsellor answers in inclusion; social rehabilitation is arranged by the county (X018, X019)."""
    assert pathway(BASE).states["participation"].responsible == "social_counsellor"
    assert pathway(BASE).services["social_rehabilitation"].organiser == "wellbeing_county"


def test_staying_at_work_is_followed() -> None:
    """Monthly in lighter support, after three and six months in work (X035)."""
    deadlines = pathway(BASE).deadlines

    assert deadlines["employment_follow_up"].in_ == ("employment",)
    assert deadlines["lighter_support_contact"].in_ == ("employment_supported",)


def test_every_client_has_an_own_worker() -> None:
    """No assessment is complete before one is named, and the overlay asks after one at the plan too (R146)."""
    asked = pathway(BASE).transitions["complete_assessment"].requires
    advised = pathway("supported-employment-methods").transitions["approve_plan"].advises

    for each in (asked, advised):
        assert "own_worker" in {one.role_named for one in each if isinstance(one, RoleNamedRequirement)}
