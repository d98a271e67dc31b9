"""The warm handover: every status, every step, every party; then the receipt (semantics §H)."""

from typing import Any

import pytest
from attrs import evolve

from pathway_engine import handovers
from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Accepted
from pathway_engine.definition.demands import RoleNamedRequirement
from pathway_engine.testing import Desk, varied
from tests.case.desks import (
    CLIENT,
    EAST,
    SOUTH,
    WORKER,
    K,
    accepted,
    bodies,
    case,
    coached,
    met,
    planned,
    referred,
    types,
)

STATUSES = ("requested", "agreed", "accepted", "met")


def at(status: str) -> Desk:
    """Give a desk whose handover to the east has come to a status."""
    if status == "agreed":
        desk = referred()
        desk.do(c.AnswerHandover(**K, actor=CLIENT))
        return desk
    return {"requested": referred, "accepted": accepted, "met": met}[status]()


def command(step: str, actor: c.Actor) -> c.Command:
    """Give the command that takes a step."""
    base: dict[str, Any] = {**K, "actor": actor}
    made: dict[str, c.Command] = {
        "agree": c.AnswerHandover(**base),
        "decline": c.AnswerHandover(answer="declined", **base),
        "accept": c.AcceptHandover(**base),
        "meet": c.MeetHandover(present={"client", "worker", "coach"}, **base),
        "complete": c.ReceiveHandover(**base),
        "complete_without_meeting": c.ReceiveHandover(without_meeting="urgent", **base),
        "return": c.ReturnHandover(**base),
        "cancel": c.CancelHandover(**base),
        "transfer": c.TransferHandover(to="purchased", **base),
    }
    return made[step]


PARTIES = {"client": CLIENT, "sender": WORKER, "receiver": EAST, "nobody": SOUTH}
# Step -> the statuses and the parties it is for (semantics §H2), written out anew: the table in the code is held by it.
ALLOWED = {
    "agree": ({"requested"}, {"client", "sender", "receiver"}),
    "decline": ({"requested"}, {"client", "sender", "receiver"}),
    "accept": ({"agreed"}, {"receiver"}),
    "meet": ({"accepted"}, {"sender", "receiver"}),
    "complete": ({"met"}, {"receiver"}),
    "complete_without_meeting": ({"accepted", "met"}, {"receiver"}),
    "return": ({*STATUSES}, {"receiver"}),
    "cancel": ({*STATUSES}, {"client", "sender"}),
    "transfer": ({*STATUSES}, {"receiver"}),
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("step", ALLOWED)
def test_each_step_is_for_its_parties_at_its_statuses(step: str, status: str) -> None:
    """Of the client, sender, receiver and a stranger, exactly the right ones can take the step, at the right status."""
    statuses, parties = ALLOWED[step]

    done = {party for party, actor in PARTIES.items() if isinstance(at(status).ask(command(step, actor)), Accepted)}

    assert done == (parties if status in statuses else set())


def test_the_table_names_nothing_unknown() -> None:
    """Every step of the table has its parties, and the statuses it needs are real ones."""
    assert {step for step, _ in handovers.STEPS} == set(handovers.RELATIONS)
    assert {status for _, status in handovers.STEPS} == set(STATUSES)
    assert handovers.needed_for("accept") == ("agreed",)
    assert handovers.next_status("accept", "requested") is None


def test_nothing_moves_until_the_receipt_and_then_everything_at_once() -> None:
    """Up to the receipt the sender coordinates and the state stays; one append completes, moves and passes it on."""
    for status in STATUSES:
        desk = at(status)
        assert (case(desk).state, case(desk).coordinator.organisation) == ("planning", "north")

    done = met().do(c.ReceiveHandover(**K, actor=EAST))

    assert types(done)[:1] == ["handover_completed"]
    assert {"moved", "coordination_passed", "role_named", "participant_joined"} <= set(types(done))
    assert (done.case.state, done.case.coordinator.organisation) == ("coaching.engagement", "east")
    assert done.case.named["coach"].organisation == "east"
    assert done.case.participants == ("north",)


def test_without_a_meeting_it_is_received_for_a_reason_and_counted_as_not_warm() -> None:
    """Nobody is stuck for want of a meeting: a known reason will do, and it stays visible."""
    desk = accepted()
    assert "handover-no-meeting" in _codes(desk, c.ReceiveHandover(**K, actor=EAST))

    done = desk.do(c.ReceiveHandover(**K, actor=EAST, without_meeting="client_not_reached"))

    completed = next(body for body in bodies(done) if isinstance(body, e.HandoverCompleted))
    assert (completed.warm, completed.without_meeting) == (False, "client_not_reached")
    assert [each.code for each in done.warnings][-1:] == ["warn-not-warm"]


def test_a_reason_of_ones_own_is_answered_with_the_choices() -> None:
    """Why there was no meeting is chosen from a list; anything else is answered with it, and nothing is kept."""
    desk = accepted()

    refused = desk.refuse(c.ReceiveHandover(**K, actor=EAST, without_meeting="siksi vain"))

    assert [each.code for each in refused.reasons] == ["reason-unknown"]
    assert "urgent" in refused.reasons[0].text("en")


@pytest.mark.parametrize(
    ("present", "absent"),
    [
        ({"worker", "coach"}, ("client",)),
        ({"client", "worker"}, ()),  # the coach who writes it down was there
        ({"client"}, ("coordinator",)),
    ],
)
def test_a_meeting_has_client_sender_and_receiver(present: set[str], absent: tuple[str, ...]) -> None:
    """Who was missing from the joint meeting is told; whoever writes it down was present."""
    desk = accepted()

    decision = desk.ask(c.MeetHandover(**K, actor=EAST, present=present))

    if absent:
        assert [each.who for each in desk.refuse(c.MeetHandover(**K, actor=EAST, present=present)).reasons] == [absent]
    else:
        assert isinstance(decision, Accepted)


def test_the_receipt_looks_at_the_requirements_again() -> None:
    """When what the move requires has gone meanwhile, the receipt is refused with it, and the sender coordinates."""
    refer = evolve(varied().transitions["refer"], requires=(RoleNamedRequirement(role_named="worker"),))
    changed = evolve(varied(), transitions={**varied().transitions, "refer": refer})
    desk = met(pathway=changed)
    desk.do(c.EndRole(**K, actor=WORKER, role="worker"))

    assert _codes(desk, c.ReceiveHandover(**K, actor=EAST)) == ["role-not-named"]
    assert (case(desk).coordinator.organisation, case(desk).state) == ("north", "planning")
    assert [held.status for held in case(desk).handovers.values()] == ["met"]


def test_a_coach_who_is_full_by_now_receives_nobody() -> None:
    """Room is looked at again when the client is received, for the worker who receives."""
    desk = met()
    # Two other cases of the coach have come to the desk since.
    desk.loads["caseload", desk.pseudonym("east coach")] = 2

    assert _codes(desk, c.ReceiveHandover(**K, actor=EAST)) == ["capacity-full"]
    assert case(desk).coordinator.organisation == "north"


def test_only_one_handover_of_the_case_runs_at_a_time() -> None:
    """While one is under way, neither another one nor a move that leaves the state is possible; all else is."""
    desk = referred()

    assert "handover-open" in _codes(desk, c.ProposeHandover(**K, actor=WORKER, receiver="purchased"))
    change = c.Move(**K, actor=WORKER, trigger="change_coordinator", receiver="south", agreed_by={"client"})
    assert _codes(desk, change) == ["handover-open"]
    assert _codes(desk, c.Move(**K, actor=CLIENT, trigger="ask_coaching")) == ["handover-open"]
    desk.do(c.Record(**K, actor=WORKER, record="meeting", fields={"held_on": "3.3.2025", "present": "worker"}))
    desk.do(c.CancelHandover(**K, actor=CLIENT))
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))


def test_a_transferred_handover_starts_anew_elsewhere() -> None:
    """The receiver passes the request on: the client is asked again, and the old receiver has no part in it."""
    desk = accepted()

    desk.do(c.TransferHandover(**K, actor=EAST, to="purchased"))

    (held,) = case(desk).handovers.values()
    assert (held.receiver, held.status, held.receiver_worker) == ("purchased", "requested", "")
    assert case(desk).coordinator.organisation == "north"
    assert _codes(desk, c.AcceptHandover(**K, actor=EAST)) == ["role-may-not"]


def test_not_accepted_in_time_is_told_and_nothing_else_happens() -> None:
    """After fourteen days the roles named for it are told; the case stays, the handover stays open (§H5)."""
    desk = referred()
    day = desk.now.date()
    desk.go_to(day.replace(month=day.month + 1))

    (told,) = [event.body for event in desk.tick() if "handover" in getattr(event.body, "deadline", "")]

    assert isinstance(told, e.DeadlineMissed)
    assert told.told == ("coach", "coordinator")
    assert (case(desk).state, len(case(desk).handovers)) == ("planning", 1)


@pytest.mark.parametrize("service", ["", "activity"])
def test_a_handover_without_a_move_has_its_day_too(service: str) -> None:
    """Proposed by hand, of the case or of a service: when nobody accepts it in time, both sides are told (§H5)."""
    desk = planned()
    desk.do(c.OpenService(**K, actor=WORKER, service="activity"))
    desk.do(c.ProposeHandover(**K, actor=WORKER, service=service, receiver="east", receiver_role="coach"))
    day = desk.now.date()
    desk.go_to(day.replace(month=day.month + 1))

    (told,) = [event.body for event in desk.tick() if "handover" in getattr(event.body, "deadline", "")]

    assert isinstance(told, e.DeadlineMissed)
    assert told.escalated
    assert told.told == ("coach", "worker")


def test_nobody_stands_for_both_sides_of_a_meeting() -> None:
    """Where sender and receiver come in the same role, each is named with the organisation (§H4)."""
    desk = planned()
    desk.do(c.ProposeHandover(**K, actor=WORKER, receiver="east", receiver_role="worker"))
    taker = c.Actor(subject="e", organisation="east", roles={"worker"})
    desk.do(c.AnswerHandover(**K, actor=CLIENT))
    desk.do(c.AcceptHandover(**K, actor=taker))

    for alone in ({"client", "worker"}, {"client", "worker@east"}, {"client", "worker@south"}):
        assert _codes(desk, c.MeetHandover(**K, actor=taker, present=alone)) == ["handover-meeting-without"]

    done = desk.do(c.MeetHandover(**K, actor=taker, present={"client", "työntekijä@pohjoinen"}))
    assert [each.present for each in bodies(done) if isinstance(each, e.HandoverMet)] == [("client", "worker")]


def test_a_request_is_not_passed_on_to_the_wrong_kind_of_party() -> None:
    """A handover of coaching is transferred to a coaching office, as it had to be proposed to one."""
    assert _codes(accepted(), c.TransferHandover(**K, actor=EAST, to="south")) == ["handover-receiver-kind"]


def test_a_receiver_of_the_wrong_kind_is_refused() -> None:
    """Coaching is handed to a coaching office, and to somebody."""
    desk = planned()

    assert _codes(desk, c.Move(**K, actor=WORKER, trigger="refer", receiver="south")) == ["handover-receiver-kind"]
    assert _codes(desk, c.Move(**K, actor=WORKER, trigger="refer")) == ["handover-receiver-missing"]


def test_a_service_is_handed_over_without_the_coordination() -> None:
    """A handover of a service passes its provider, and nothing of the case (§H1)."""
    desk = planned()
    desk.do(c.OpenService(**K, actor=WORKER, service="activity"))
    desk.do(c.ProposeHandover(**K, actor=WORKER, service="activity", receiver="east", receiver_role="coach"))
    desk.do(c.AnswerHandover(**K, actor=CLIENT))
    desk.do(c.AcceptHandover(**K, actor=EAST))
    done = desk.do(c.ReceiveHandover(**K, actor=EAST, without_meeting="urgent"))

    assert [track.provider for track in done.case.services.values()] == ["east"]
    assert (done.case.coordinator.organisation, done.case.state) == ("north", "planning")


def test_a_service_that_ends_takes_its_handover_along() -> None:
    """There is nothing to receive of a service that is over: its handover is cancelled with it."""
    desk = planned()
    desk.do(c.OpenService(**K, actor=WORKER, service="activity"))
    desk.do(c.ProposeHandover(**K, actor=WORKER, service="activity", receiver="east", receiver_role="coach"))

    done = desk.do(c.EndService(**K, actor=WORKER, service="activity", reason="own_wish"))

    assert types(done) == ["handover_cancelled", "service_ended", "deadline_dropped", "deadline_dropped"]
    assert done.case.handovers == {}


def test_changing_the_coordinator_inside_the_organisation_names_the_new_one() -> None:
    """The joint meeting and the receipt are the same; the organisation goes on coordinating."""
    desk = coached()
    change = c.Move(**K, actor=WORKER, trigger="change_coordinator", receiver="north", agreed_by={"client"})
    desk.do(change)
    taker = c.Actor(subject="new", organisation="north", roles={"worker", "coordinator"})
    desk.do(c.AcceptHandover(**K, actor=taker))
    done = desk.do(c.ReceiveHandover(**K, actor=taker, without_meeting="client_waived"))

    assert done.case.coordinator.organisation == "north"
    assert done.case.named["coordinator"].worker == desk.pseudonym("new")
    assert done.case.state == "coaching.engagement"


def _codes(desk: Desk, asked: c.Command) -> list[str]:
    return [each.code for each in desk.refuse(asked).reasons]
