"""Records, permits, roles and queues; closing and reopening; corrections; another definition."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.definition.digest import digest_of
from pathway_engine.definition.model import Pathway
from pathway_engine.testing import Desk, varied
from pathway_engine.testing.vocabulary import labelled
from tests.case.desks import (
    CLIENT,
    COACH,
    EAST,
    SOUTH,
    WORKER,
    K,
    assessed,
    case,
    coached,
    opened,
    planned,
    referred,
    types,
)


def codes(desk: Desk, command: c.Command) -> list[str]:
    """Give why a command is refused."""
    return [each.code for each in desk.refuse(command).reasons]


CLOSE = c.Move(**K, actor=WORKER, trigger="close", reason="own_wish")


# ── opening, closing, coming back ──────────────────────────────────────────────────────────────────────────────────


def test_the_client_opens_a_case_only_at_an_organisation() -> None:
    """Somebody coordinates from the first moment: without an organisation there is no case."""
    desk = Desk(varied())

    assert codes(desk, c.Open(**K, actor=CLIENT)) == ["handover-receiver-missing"]
    desk.do(c.Open(**K, actor=CLIENT, organisation="south"))
    assert (case(desk).client, case(desk).coordinator.organisation) == (desk.pseudonym("client"), "south")
    assert codes(desk, c.Open(**K, actor=CLIENT, organisation="north")) == ["case-exists"]


@pytest.mark.parametrize("roles", [{"decision_maker"}, {"guardian"}, {"nobody"}, set()])
def test_only_a_recogniser_or_the_client_opens_a_case(roles: set[str]) -> None:
    """Other roles are told who may."""
    actor = c.Actor(subject="x", organisation="north", roles=frozenset(roles))

    assert codes(Desk(varied()), c.Open(**K, actor=actor, client="client")) == ["role-may-not"]


def test_a_matter_is_not_pending_from_tomorrow() -> None:
    """Neither the opening nor the day it counts from lies in the future."""
    desk = Desk(varied())
    late = desk.now + timedelta(days=1)

    assert codes(desk, c.Open(**K, actor=WORKER, pending_on=late.date())) == ["in-the-future"]
    assert codes(desk, c.Open(**K, actor=WORKER, at=late)) == ["in-the-future"]


def test_closing_lists_what_is_open_unless_it_ends_it() -> None:
    """Open services and handovers are named; told to end them, one append ends everything and closes."""
    desk = referred()
    desk.do(c.OpenService(**K, actor=WORKER, service="activity"))
    assert codes(desk, CLOSE) == ["open-services", "open-handovers"]

    done = desk.do(evolve(CLOSE, end_open="own_wish"))

    assert {"handover_cancelled", "service_ended", "moved", "closed"} <= set(types(done))
    assert not done.case.is_open
    assert set(done.case.deadlines) == set()


def test_a_closed_case_takes_papers_and_rights_but_no_work() -> None:
    """A late record and a withdrawal are possible; naming, services and moves elsewhere are not."""
    desk = planned()
    desk.do(c.GivePermit(**K, actor=CLIENT, kind="share", recipient="east"))
    desk.do(CLOSE)

    desk.do(c.Record(**K, actor=WORKER, record="meeting", fields={"held_on": "1.3.2025", "present": "client"}))
    desk.do(c.WithdrawPermit(**K, actor=CLIENT, permit="share"))
    assert codes(desk, c.NameWorker(**K, actor=WORKER, role="coach", worker="x")) == ["case-closed"]
    assert codes(desk, c.OpenService(**K, actor=WORKER, service="activity")) == ["case-closed"]
    assert codes(desk, c.Move(**K, actor=CLIENT, trigger="ask_coaching")) == ["case-closed"]


def test_a_reopened_case_goes_on_in_the_same_journal() -> None:
    """Whoever takes it up coordinates, it is pending anew, and its numbers go on."""
    desk = planned()
    desk.do(CLOSE)
    desk.wait(timedelta(days=30))
    before = case(desk).version

    done = desk.do(c.Move(**K, actor=SOUTH, trigger="reopen"))

    assert done.events[0].seq == before + 1
    assert (done.case.state, done.case.coordinator.organisation) == ("assessment", "south")
    assert done.case.pending_on == date(2025, 4, 2)
    assert done.case.deadlines["decision_due"].due_on == date(2025, 7, 2)
    assert done.case.records.keys() >= {"assessment"}


# ── records and corrections ────────────────────────────────────────────────────────────────────────────────────────


def test_a_record_replaces_the_last_one_or_adds_to_it() -> None:
    """A supplement keeps what it does not speak of; a new record does not."""
    desk = planned()
    desk.do(c.Record(**K, actor=WORKER, record="assessment", fields={"hours": 5, "goals": "…"}))
    desk.do(c.Record(**K, actor=WORKER, record="assessment", fields={"wants_work": True}, supplements=True))
    held = case(desk).records["assessment"]
    assert dict(held.coded) == {"hours": 5, "wants_work": True}
    assert held.sealed == {"goals": held.seq - 1}

    desk.do(c.Record(**K, actor=WORKER, record="assessment", fields={"hours": 6}))

    assert not case(desk).records["assessment"].holds("goals")


def test_a_correction_keeps_both_values_and_the_new_one_counts() -> None:
    """Whoever may make the record may put it right; the wrong value stays in the journal."""
    desk = planned()
    desk.do(c.Record(**K, actor=WORKER, record="assessment", fields={"hours": 5}))
    wrong = case(desk).records["assessment"].seq
    stranger = c.Correct(**K, actor=SOUTH, seq=wrong, fields={"hours": 9})
    assert codes(desk, stranger) == ["no-relation"]

    desk.do(c.Correct(**K, actor=WORKER, seq=wrong, fields={"hours": 9}))

    assert dict(case(desk).records["assessment"].coded) == {"hours": 9}
    body = desk.journals["k"][wrong - 1].body
    assert isinstance(body, e.Recorded)
    assert body.coded == {"hours": 5}
    assert codes(desk, c.Correct(**K, actor=WORKER, seq=1, fields={})) == ["nothing-to-correct"]


def test_a_permit_is_corrected_by_a_new_one() -> None:
    """The wrong permit ends, and one with the right last day is in force."""
    desk = planned()
    desk.do(c.GivePermit(**K, actor=CLIENT, kind="share", recipient="east"))
    (wrong,) = case(desk).permits.values()

    desk.do(c.Correct(**K, actor=CLIENT, seq=wrong.seq, until=date(2025, 12, 31)))

    assert [(each.recipient, each.until) for each in case(desk).permits.values()] == [("east", date(2025, 12, 31))]


def test_a_client_keeps_the_place_in_the_queue_until_it_is_their_turn() -> None:
    """Telling another expected day is no new start of waiting; what was waited for ends it, a service or a move."""
    desk = planned()
    for queue in ("activity", "ask_coaching"):
        desk.do(c.JoinQueue(**K, actor=CLIENT, queue=queue))
    since = {queue: each.since for queue, each in case(desk).waiting.items()}
    desk.wait(timedelta(days=9))

    desk.do(c.JoinQueue(**K, actor=WORKER, queue="activity", expected_on=date(2025, 6, 1)))
    assert {queue: each.since for queue, each in case(desk).waiting.items()} == since

    desk.do(c.OpenService(**K, actor=WORKER, service="activity"))
    assert set(case(desk).waiting) == {"ask_coaching"}
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))
    assert case(desk).waiting == {}


def test_a_correction_leads_into_no_break() -> None:
    """Where to go back to from a break is remembered by the move into it, so it takes that move: no dead end."""
    desk = planned()
    wrong = case(desk).entered_seq

    assert codes(desk, c.Correct(**K, actor=WORKER, seq=wrong, to="on_hold")) == ["hold-by-move"]


def test_a_prohibition_is_lifted_by_the_name_of_its_recipient() -> None:
    """Its id, the recipient's id and its label in three languages mean the same."""
    for typed in ("east", "Itä", "f"):
        desk = planned()
        desk.do(c.Forbid(**K, actor=CLIENT, recipient="east"))
        (ban,) = case(desk).prohibitions
        desk.do(c.LiftProhibition(**K, actor=CLIENT, prohibition=ban if typed == "f" else typed))
        assert case(desk).prohibitions == {}


def test_the_last_move_is_put_right_and_no_earlier_one() -> None:
    """The case goes to the right state, by its own authority; a move before the last cannot be undone."""
    desk = planned()
    first = next(event.seq for event in desk.journals["k"] if isinstance(event.body, e.Moved))
    assert codes(desk, c.Correct(**K, actor=WORKER, seq=first, to="contact")) == ["state-not-left"]
    assert codes(desk, c.Correct(**K, actor=CLIENT, seq=case(desk).entered_seq, to="assessment")) == ["role-may-not"]

    desk.do(c.Correct(**K, actor=WORKER, seq=case(desk).entered_seq, to="assessment"))

    assert case(desk).state == "assessment"


def test_a_closing_by_mistake_is_put_right_and_the_case_is_open() -> None:
    """State and closing go together, whichever way the correction leads."""
    desk = planned()
    desk.do(CLOSE)
    wrong = next(event.seq for event in desk.journals["k"] if getattr(event.body, "to", "") == "closed")

    desk.do(c.Correct(**K, actor=WORKER, seq=wrong, to="planning"))
    assert (case(desk).state, case(desk).is_open) == ("planning", True)
    desk.do(c.Correct(**K, actor=WORKER, seq=case(desk).entered_seq, to="closed"))
    assert (case(desk).state, case(desk).is_open) == ("closed", False)


# ── roles, breaks, queues, restriction ─────────────────────────────────────────────────────────────────────────────


def test_a_full_worker_gets_no_case_by_naming_either() -> None:
    """A limit that blocks holds however the case would come to the worker."""
    desk = planned()
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))
    desk.loads["caseload", desk.pseudonym("coach")] = 2

    assert codes(desk, c.NameWorker(**K, actor=WORKER, role="coach", worker="coach")) == ["capacity-full"]


def test_a_worker_over_an_advised_limit_is_told_of() -> None:
    """The limit on plans only warns."""
    desk = planned()
    desk.do(c.EndRole(**K, actor=WORKER, role="worker"))
    desk.loads["plans", desk.pseudonym("busy")] = 2

    done = desk.do(c.NameWorker(**K, actor=WORKER, role="worker", worker="busy"))

    assert [each.code for each in done.warnings] == ["warn-capacity"]


@pytest.mark.parametrize("left", ["assessment", "planning", "coaching.engagement"])
def test_a_break_ends_where_it_began(left: str) -> None:
    """From each state a break leads back to that very state; without a break there is nothing to go back to."""
    desk = {"assessment": assessed, "planning": planned, "coaching.engagement": coached}[left]()
    desk.do(c.Move(**K, actor=CLIENT, trigger="pause", reason="own_wish"))
    assert (case(desk).state, case(desk).held) == ("on_hold", left)

    desk.do(c.Move(**K, actor=CLIENT, trigger="resume"))

    assert (case(desk).state, case(desk).held) == (left, "")


def test_a_queue_is_no_refusal() -> None:
    """The client waits with an expected day, and waits no more when the client says so."""
    desk = planned()
    desk.do(c.JoinQueue(**K, actor=CLIENT, queue="ask_coaching", expected_on=date(2025, 5, 1)))
    assert list(case(desk).waiting) == ["ask_coaching"]

    desk.do(c.LeaveQueue(**K, actor=CLIENT, queue="ask_coaching"))

    assert case(desk).waiting == {}
    assert codes(desk, c.LeaveQueue(**K, actor=CLIENT, queue="ask_coaching")) == ["waiting-unknown"]


def test_while_use_is_restricted_only_rights_and_the_clock_go_on() -> None:
    """Nothing is moved or recorded, and no step is shown as possible, until the restriction is lifted."""
    desk = planned()
    desk.do(c.Restrict(**K, actor=CLIENT, reason="own_wish"))

    assert codes(desk, c.Move(**K, actor=CLIENT, trigger="ask_coaching")) == ["case-restricted"]
    assert not [step for step in desk.steps("k", CLIENT) if step.allowed]
    desk.do(c.Forbid(**K, actor=CLIENT, recipient="east"))
    desk.do(c.LiftRestriction(**K, actor=WORKER, reason="ended"))
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))


@pytest.mark.parametrize("actor", [SOUTH, EAST, COACH, c.Actor(), c.SYSTEM])
def test_people_without_a_tie_keep_their_hands_off(actor: c.Actor) -> None:
    """A stranger, a colleague in another role and the system change nothing of permits and roles."""
    desk = opened()
    if actor is COACH:
        actor = evolve(COACH, organisation="east")
    for command in (
        c.GivePermit(**K, actor=actor, kind="share", recipient="east"),
        c.Forbid(**K, actor=actor, recipient="east"),
        c.NameWorker(**K, actor=actor, role="guardian", worker="x"),
        c.Restrict(**K, actor=actor, reason="other"),
    ):
        assert codes(desk, command)[0] in {"no-relation", "role-may-not"}


# ── another definition ─────────────────────────────────────────────────────────────────────────────────────────────


def renamed() -> Pathway:
    """Give the next version of the sample: planning has another id, one deadline is gone, one service too."""
    of = varied()
    states = {("plan" if key == "planning" else key): each for key, each in of.states.items()}
    moves = {
        key: evolve(
            each,
            from_=tuple("plan" if name == "planning" else name for name in each.from_),
            to="plan" if each.to == "planning" else each.to,
        )
        for key, each in of.transitions.items()
    }
    limits = {key: each for key, each in of.deadlines.items() if key != "first_call"}
    services = {key: each for key, each in of.services.items() if key != "day_activity"}
    counts = {key: evolve(each, counts=("plan",)) for key, each in of.capacities.items()}
    new = evolve(
        of, version="2", states=states, transitions=moves, deadlines=limits, services=services, capacities=counts,
        title=labelled("next"),
    )  # fmt: skip
    return evolve(new, digest=digest_of(new))


def test_a_case_moves_to_a_version_in_which_everything_has_a_home() -> None:
    """State and time limits go along: those of the same name keep their day, those unknown there are dropped."""
    desk = planned()
    desk.know(renamed())
    due = case(desk).deadlines

    done = desk.do(c.Migrate(**K, actor=WORKER, to_digest=renamed().digest, states={"planning": "plan"}))

    assert (done.case.state, done.case.digest, done.case.definition_version) == ("plan", renamed().digest, "2")
    assert "first_call" in due
    assert "first_call" not in done.case.deadlines
    assert desk.machine("k").pathway.version == "2"
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))


def test_a_case_without_a_home_is_not_moved() -> None:
    """A state, a service or a memory of the break that the new version does not know is named, and nothing moves."""
    desk = planned()
    desk.know(renamed())
    desk.do(c.OpenService(**K, actor=WORKER, service="day_activity"))
    asked = c.Migrate(**K, actor=WORKER, to_digest=renamed().digest)

    assert codes(desk, asked) == ["no-home", "no-home"]
    assert codes(desk, evolve(asked, states={"planning": "plan"})) == ["no-home"]
    assert codes(desk, evolve(asked, to_digest="0" * 64)) == ["no-target"]
    assert codes(desk, evolve(asked, actor=SOUTH))[:1] == ["no-relation"]

    paused = planned()
    paused.know(renamed())
    paused.do(c.Move(**K, actor=CLIENT, trigger="pause", reason="own_wish"))
    assert codes(paused, asked) == ["no-home"]
