"""The states and moves are those of the national model.

The tables are written out by hand from it, so that no edit can change the path unseen.
"""

from tests.workflows.shipped import COACHING, each_pathway, in_coaching, makers, pathway, rules

STATES = {
    "contact": ("ordinary", "recogniser"),
    "recognition": ("ordinary", "recogniser"),
    "assessment": ("ordinary", "own_worker"),
    "planning": ("ordinary", "coordinator"),
    "services": ("ordinary", "coordinator"),
    "coaching.engagement": ("ordinary", "job_coach"),
    "coaching.profiling": ("ordinary", "job_coach"),
    "coaching.job_search": ("ordinary", "job_coach"),
    "coaching.employer_agreement": ("ordinary", "job_coach"),
    "coaching.job_support": ("outcome", "job_coach"),
    "employment_supported": ("outcome", "coordinator"),
    "employment": ("outcome", "coordinator"),
    "education": ("outcome", "coordinator"),
    "rehabilitation": ("outcome", "coordinator"),
    "participation": ("outcome", "social_counsellor"),
    "on_hold": ("hold", "coordinator"),
    "closed": ("final", ""),
}
LIGHT = {
    "engagement": ("ordinary", "job_coach"),
    "profiling": ("ordinary", "job_coach"),
    "job_search": ("ordinary", "job_coach"),
}
# What a region adds; nothing of the model is taken away or changed.
MORE_STATES: dict[str, dict[str, tuple[str, str]]] = {
    "satakunta": {"work_ability_team": ("ordinary", "work_ability_team")},
    "keski-pohjanmaa": {f"light_coaching.{phase}": what for phase, what in LIGHT.items()},
    "siun-sote": {f"purchased_coaching.{phase}": what for phase, what in LIGHT.items()},
}
EMPLOYED = {"coaching.job_support", "employment_supported", "employment"}

E, P, S, A, J = COACHING
BEFORE_JOB = (E, P, S, A)
OPEN = tuple(state for state, (kind, _) in STATES.items() if kind in {"ordinary", "outcome"})
NOT_FINAL = (*OPEN, "on_hold")

# Any professional of the case: the model's words, written out.
PROFESSIONALS = (
    *("coordinator", "own_worker", "work_ability_coordinator", "social_worker", "social_counsellor"),
    *("service_counsellor", "rehabilitation_counsellor", "job_coach", "peer_coach", "employment_officer"),
    *("kela_expert", "pension_expert", "benefits_counsellor", "health_professional", "care_coordinator"),
    *("mental_health_nurse", "work_activity_instructor", "work_supervisor", "school_contact", "work_ability_team"),
)
# Trigger, where from, where to (empty: the case stays), who at least.
MOVES: tuple[tuple[str, tuple[str, ...], str, tuple[str, ...]], ...] = (
    ("start_recognition", ("contact",), "recognition", ("recogniser", "client")),
    ("identify_need", ("recognition",), "assessment", ("recogniser", "client")),
    ("no_need", ("recognition",), "closed", ("recogniser",)),
    ("mark_multidisciplinary", ("assessment",), "", ("own_worker",)),
    ("complete_assessment", ("assessment",), "planning", ("own_worker",)),
    ("approve_plan", ("planning",), "services", ("coordinator",)),
    (
        "refer_to_coaching",
        ("planning", "services", "participation", "education"),
        E,
        ("client", "own_worker", "coordinator", "employment_officer"),
    ),
    ("agree_coaching", (E,), P, ("job_coach",)),
    ("complete_profile", (P,), S, ("job_coach",)),
    ("engage_employer", (S,), A, ("job_coach",)),
    ("no_agreement", (A,), S, ("job_coach",)),
    # Beyond the model, also from the first two phases: employers are met from profiling on.
    (
        "start_supported_job",
        (*BEFORE_JOB, "services", "participation", "education", "on_hold"),
        J,
        ("job_coach", "client"),
    ),
    (
        "start_job",
        ("planning", "services", "participation", "education", "rehabilitation", "on_hold"),
        "employment",
        ("coordinator", "client"),
    ),
    # Beyond the model, a job may begin wherever the client is, for facts are never refused; the assessment goes on.
    ("start_job", ("contact", "recognition", "assessment"), "", ("coordinator", "client")),
    ("lighten_support", (J,), "employment_supported", ("job_coach",)),
    ("end_support", ("employment_supported",), "employment", ("coordinator",)),
    (
        "add_support",
        ("employment", "employment_supported"),
        J,
        ("client", "coordinator", "job_coach"),
    ),
    ("end_job", (J, "employment_supported"), S, ("client", "job_coach", "coordinator")),
    ("end_job", ("employment", "on_hold"), "services", ("client", "job_coach", "coordinator")),
    # A job that began before the plan ends where the client is.
    (
        "end_job",
        (
            *("contact", "recognition", "assessment", "planning", "services"),
            *(*BEFORE_JOB, "education", "rehabilitation", "participation"),
        ),
        "",
        ("client", "job_coach", "coordinator"),
    ),
    ("resume_coaching", ("services", "participation", "employment"), S, ("client", "job_coach")),
    ("leave_coaching", BEFORE_JOB, "services", ("client", "job_coach")),
    (
        "start_education",
        ("planning", "services", *COACHING, "participation"),
        "education",
        ("coordinator",),
    ),
    (
        "start_rehabilitation",
        ("planning", "services", *COACHING, "participation"),
        "rehabilitation",
        ("coordinator",),
    ),
    ("end_period", ("education", "rehabilitation"), "services", ("coordinator", "client")),
    (
        "move_to_participation",
        ("planning", "services", *COACHING, "employment"),
        "participation",
        ("coordinator",),
    ),
    ("return_to_services", ("participation",), "services", ("client", *PROFESSIONALS)),
    (
        "return_to_assessment",
        ("planning", "services", *COACHING, "education", "rehabilitation", "participation"),
        "assessment",
        ("client", *PROFESSIONALS),
    ),
    ("pause", OPEN, "on_hold", ("coordinator", "client")),
    ("close", NOT_FINAL, "closed", ("coordinator",)),
    ("reopen", ("closed",), "recognition", ("client", "recogniser")),
    ("change_coordinator", NOT_FINAL, "", ("coordinator",)),
)
FACTS = {"start_supported_job", "start_job", "end_job", "died", "moved_away", "moved_back"}
KEEPING = {"died", "moved_away", "moved_back", "end_need", "place_legal_hold", "lift_legal_hold"}
"""What bears on how long data are kept: the model calls death and moving away facts, and gives no rows for them."""
AGREED = {
    "no_need",
    "approve_plan",
    "agree_coaching",
    "complete_profile",
    "lighten_support",
    "end_support",
    "leave_coaching",
    "start_education",
    "start_rehabilitation",
    "move_to_participation",
}


@each_pathway
def test_every_state_of_the_model_exists(name: str) -> None:
    """The states are the model's, with their kinds, who answers in them and where they begin."""
    states = pathway(name).states

    found = {key: (state.kind, state.responsible) for key, state in states.items()}

    assert found == STATES | MORE_STATES.get(name, {})
    assert [key for key, state in states.items() if state.initial and "." not in key] == ["contact"]
    assert {key for key, state in states.items() if "employed" in state.counts_as} == EMPLOYED


@each_pathway
def test_every_move_of_the_model_exists(name: str) -> None:
    """Each move starts and ends where the model says, and may be made by whom it says."""
    found: dict[tuple[str, str], set[str]] = {}
    for rule in rules(pathway(name)):
        target = "" if rule.stays else rule.target
        found.setdefault((rule.trigger, target), set()).add(str(rule.source))

    for trigger, sources, target, who in MOVES:
        assert found[trigger, target] & set(STATES) == set(sources), trigger
        entries = [rule.move for rule in rules(pathway(name)) if rule.trigger == trigger]
        assert all(set(who) <= set(makers(move)) for move in entries), trigger


def test_the_base_has_no_move_that_the_model_does_not_know() -> None:
    """Beside the model's rows there are only the client's own word, the internal plan review and what is kept."""
    known = {trigger for trigger, *_ in MOVES} | {"resume", "review_plan", "ask_for_coaching"} | KEEPING

    assert {rule.trigger for rule in rules(pathway("fi-base"))} == known


@each_pathway
def test_a_break_leads_back_to_where_it_began(name: str) -> None:
    """From a break one continues in every state that can be paused, and only there."""
    back = [rule for rule in rules(pathway(name)) if rule.trigger == "resume"]

    assert {rule.resumes for rule in back} == {*OPEN, *MORE_STATES.get(name, {})}
    assert {str(rule.source) for rule in back} == {"on_hold"}


@each_pathway
def test_facts_are_what_has_happened(name: str) -> None:
    """Starts and ends of jobs, death and moving away; a fact that may leave tasks says when they are due."""
    facts = [rule for rule in rules(pathway(name)) if rule.move.fact]

    assert {rule.trigger for rule in facts} == FACTS
    assert all(bool(rule.move.requires) == bool(rule.move.tasks_within) for rule in facts)
    assert all(rule.move.requires for rule in facts if "job" in rule.trigger)


@each_pathway
def test_joint_acts_record_the_clients_agreement(name: str) -> None:
    """What the model calls agreed is a joint act with the client."""
    joint = {rule.trigger for rule in rules(pathway(name)) if "client" in rule.move.agreed_by}

    assert joint >= AGREED


@each_pathway
def test_coaching_that_begins_elsewhere_begins_with_a_handover(name: str) -> None:
    """Every way into coaching but a fact can be handed over to the coach of another party."""
    of = pathway(name)
    into = [rule for rule in rules(of) if in_coaching(of, rule.target) and not in_coaching(of, str(rule.source))]

    for rule in into:
        if not rule.move.fact and not rule.resumes:
            assert rule.move.handover is not None, rule.trigger
            assert rule.move.handover.to == "job_coach"
