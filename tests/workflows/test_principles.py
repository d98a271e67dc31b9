"""The principles of the national model hold in every shipped definition."""

import re

from pathway_engine.definition.demands import (
    BasisRequirement,
    CapacityRequirement,
    ElapsedRequirement,
    Not,
    RecordRequirement,
    Where,
)
from tests.workflows.shipped import all_moves, each_pathway, in_coaching, leaves, makers, pathway, rules


@each_pathway
def test_nothing_about_the_person_gates_coaching(name: str) -> None:
    """Into coaching of any kind asks at most for a referral, and only a purchase may have a limit that blocks."""
    of = pathway(name)

    for rule in rules(of):
        if not in_coaching(of, rule.target) or in_coaching(of, str(rule.source)):
            continue
        if rule.move.fact or rule.resumes:
            continue
        for each in leaves(rule.move.requires):
            if isinstance(each, CapacityRequirement):
                purchased = rule.target.startswith("purchased_coaching.")
                assert of.capacities[each.capacity].over == ("block" if purchased else "warn")
            else:
                assert isinstance(each, RecordRequirement), rule.trigger
                assert (each.record, each.where) == ("referral", Where()), rule.trigger


@each_pathway
def test_a_client_who_comes_alone_needs_no_form(name: str) -> None:
    """The client's own move into coaching asks for no record at all."""
    move = pathway(name).transitions["ask_for_coaching"]

    assert makers(move) == ("client",)
    assert not [each for each in leaves(move.requires) if isinstance(each, RecordRequirement)]


@each_pathway
def test_neither_consent_nor_time_gates_any_move(name: str) -> None:
    """No move asks for a permit or for time to have passed."""
    for where, move in all_moves(pathway(name)):
        for each in leaves(move.requires):
            assert not isinstance(each, BasisRequirement | ElapsedRequirement), where


@each_pathway
def test_what_is_passed_on_has_a_basis_to_ask_for(name: str) -> None:
    """Every handover that passes records on names the permit it needs, and asks for no more."""
    of = pathway(name)

    for where, move in all_moves(of):
        if move.handover and move.handover.extract:
            assert move.handover.basis in of.permits, where


@each_pathway
def test_the_way_back_from_inclusion_asks_for_nothing(name: str) -> None:
    """From inclusion the client alone may go back to services, assessment or coaching."""
    of = pathway(name)
    back = {rule.trigger: rule for rule in rules(of) if rule.source == "participation"}

    for trigger in ("return_to_services", "return_to_assessment", "resume_coaching"):
        assert back[trigger].move.requires == ()
        assert back[trigger].move.reasons == ""
        assert "client" in makers(back[trigger].move)


@each_pathway
def test_every_state_leads_on(name: str) -> None:
    """Every state leads on by a move of the client's own; only the statutory assessment may need its worker."""
    of = pathway(name)
    onward: dict[str, set[str]] = {state: set() for state in of.states}
    for rule in rules(of):
        if not rule.stays and rule.target not in {"closed", "on_hold"}:
            onward[str(rule.source)] |= set(makers(rule.move)) | {"client"} & set(rule.move.agreed_by)

    assert all(onward.values())
    assert {state for state, who in onward.items() if "client" not in who} <= {"assessment"}


@each_pathway
def test_nobody_is_left_without_somebody_who_answers(name: str) -> None:
    """Every state that is not final, in services too, names who answers for the client."""
    of = pathway(name)
    states = [*of.states.values()]
    for service in of.services.values():
        states.extend(service.states.values())

    assert all(bool(state.responsible) == (state.kind != "final") for state in states)


FORBIDDEN = re.compile(
    r"ei valmis|valmiu|poissaolo|saapumatta|aika täy|aika loppu|jono|diagnoos|eläkkeellä"
    r"|not ready|readiness|absen|missed|time limit|queue|benefit"
    r"|inte redo|beredskap|frånvaro|uteblev|kö\b"
)


@each_pathway
def test_no_reason_blames_the_client_or_the_clock(name: str) -> None:
    """No list of reasons knows "not ready", absence, a time limit or a queue."""
    of = pathway(name)
    lists = {move.reasons for _, move in all_moves(of) if move.reasons}

    for key in lists:
        for item, text in of.catalogues[key].items.items():
            for words in (item.replace("_", " "), text.fi, text.sv, text.en):
                assert not FORBIDDEN.search(words.casefold()), f"{key}.{item}"


def test_the_closing_reasons_are_the_models() -> None:
    """The outcome codes are the model's twelve, in its order."""
    assert tuple(pathway("fi-base").catalogues["closing_reasons"].items) == (
        "full_time_work",
        "part_time_work",
        "fixed_term_work",
        "education",
        "rehabilitation",
        "pension",
        "participation_continues",
        "moved_away",
        "own_wish",
        "no_need",
        "died",
        "other",
    )


@each_pathway
def test_closing_asks_whether_inclusion_was_offered(name: str) -> None:
    """A path is closed only with a word on inclusion and on how the client was heard."""
    of = pathway(name)
    asked = {each.id: each for each in of.transitions["close"].requires}

    offered = asked["participation_offered"]
    assert isinstance(offered, RecordRequirement)
    assert offered.where.present == ("participation_offer",)
    assert "client_heard" in asked
    # Whoever has died, moved or is not reached cannot evaluate anything.
    evaluation = asked["final_evaluation"]
    assert isinstance(evaluation.when, Not)


@each_pathway
def test_coaching_is_flagged_from_entry_to_exit(name: str) -> None:
    """Peer coaching asks for a flag, so every way in raises it and every way out lowers it."""
    of = pathway(name)
    for rule in rules(of):
        inside = in_coaching(of, str(rule.source))
        enters = in_coaching(of, rule.target) and not inside
        leaves_it = inside and not in_coaching(of, rule.target)
        # Somebody in the first phase is not coached yet; a break keeps what there is.
        if enters and not rule.target.endswith(".engagement") and not rule.resumes:
            assert "coaching_under_way" in rule.move.sets, rule.trigger
        if leaves_it and rule.target != "on_hold":
            assert "coaching_under_way" in rule.move.clears, rule.trigger
