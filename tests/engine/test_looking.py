"""Who may look at a case, what is written down about it, and what they see (faults 4.1, 4.2; promise 7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.uses import DisclosureEntry, UseEntry
from pathway_engine.stores.port import Wanted
from tests.engine.office import CLIENT, COACH, IDENTITY, OUTSIDER, REGISTER, WORKER, Office

COLLEAGUE = c.Actor(subject="official-9", organisation="north", roles="decision_maker")
GUARDIAN = c.Actor(subject="guardian-1", organisation="north", roles="guardian", acting_for=IDENTITY)


def log(office: Office, case: str = "k") -> list[Any]:
    """Give a case's log of use and disclosure."""
    return list(office.engine.store.read(REGISTER, case))


def handed_over(office: Office, *, accepted: bool) -> None:
    """Ask the coach to receive the case, and let them accept it."""
    office.planned()
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    if accepted:
        office.do(c.AcceptHandover, COACH)


def test_the_client_and_the_coordinator_may_look(office: Office) -> None:
    """Those whose matter it is see the journal, the steps and the client's page."""
    office.open()
    for actor in (CLIENT, WORKER):
        assert [told.event.seq for told in office.engine.history("k", actor)] == [1, 2, 3][: len(office.journal())]
        assert office.engine.steps("k", actor)
        assert office.engine.client_view("k", actor, "fi").title == "Yhteydenotto"


def test_a_representative_may_look_once_named_in_the_case(office: Office) -> None:
    """Saying that one acts for the client is not enough: the case must name the representative."""
    office.open()
    with pytest.raises(CaseNotFound):
        office.engine.history("k", c.Actor(subject="guardian-1", roles="guardian", acting_for=IDENTITY))

    office.do(c.NameWorker, WORKER, role="guardian", worker="guardian-1", organisation="north")

    assert office.engine.history("k", GUARDIAN)


@pytest.mark.parametrize(
    "actor",
    [
        OUTSIDER,
        c.Actor(subject="150280-900X", roles="client"),
        c.Actor(subject="worker-1", organisation="", roles="worker"),
        c.Actor(subject="cleaner", organisation="north", roles="cleaner"),
        c.Actor(),
        c.SYSTEM,
    ],
    ids=["another-organisation", "another-client", "no-organisation", "no-known-role", "nobody", "system"],
)
def test_whoever_has_nothing_to_do_with_a_case_does_not_find_it(office: Office, actor: c.Actor) -> None:
    """Forbidden is told as absent, in the same words, and the attempt is logged."""
    office.open()

    for look in (office.engine.history, office.engine.steps):
        with pytest.raises(CaseNotFound) as forbidden:
            look("k", actor)
        with pytest.raises(CaseNotFound) as absent:
            look("x", actor)
        assert str(forbidden.value).replace("k", "x") == str(absent.value)

    assert [(entry.action, entry.allowed) for entry in log(office)] == [("history", False), ("steps", False)]


def test_a_receiver_who_was_only_asked_sees_nothing(office: Office) -> None:
    """Before accepting a handover its receiver does not find the case; afterwards it does."""
    handed_over(office, accepted=False)
    with pytest.raises(CaseNotFound):
        office.engine.history("k", COACH)

    office.do(c.AcceptHandover, COACH)

    assert office.engine.history("k", COACH)
    assert [entry.allowed for entry in log(office)] == [False, True]


def test_the_sender_stays_a_participant_after_the_handover(office: Office) -> None:
    """The organisation that handed the case over may still look at it (§H4)."""
    handed_over(office, accepted=True)
    office.do(c.MeetHandover, COACH, present={"client", "worker", "coach"})

    office.do(c.ReceiveHandover, COACH)

    assert office.engine.history("k", WORKER)
    assert office.engine.case("k").coordinator.organisation == "east"


def test_a_look_is_logged_with_who_why_and_when(office: Office) -> None:
    """An entry of use tells the action, the person's pseudonym, organisation, roles, purpose and time."""
    office.open()
    supervisor = c.Actor(subject="boss", organisation="north", roles={"worker", "coach"}, purpose="supervision")
    office.wait(timedelta(days=1))

    office.engine.history("k", supervisor, unseal=True)

    assert log(office) == [
        UseEntry(
            at=office.sources.clock(),
            action="open",
            subject=office.engine.pseudonym("boss"),
            organisation="north",
            role="coach,worker",
            purpose="supervision",
        )
    ]


def test_trying_what_is_not_ones_own_is_logged_and_an_honest_refusal_is_not(office: Office) -> None:
    """A refused attempt of an outsider stands in the log; a worker's step that was not possible yet does not."""
    office.open()

    office.refuse(c.Move, WORKER, trigger="begin")
    office.refuse(c.LiftRestriction, COLLEAGUE, reason="other")
    with pytest.raises(CaseNotFound):
        office.ask(c.Move, OUTSIDER, trigger="begin")

    found = [(each.action, each.organisation, each.allowed) for each in log(office)]
    assert found == [("lift_restriction", "north", False), ("move", "south", False)]


@pytest.mark.parametrize("actor", [OUTSIDER, c.Actor(), c.SYSTEM, c.Actor(subject="150280-900X", roles="client")])
@pytest.mark.parametrize(
    "asked",
    [
        (c.Move, {"trigger": "complete"}),
        (c.Move, {"trigger": "no such move"}),
        (c.Correct, {"seq": 2, "to": "assessment"}),
        (c.AcceptHandover, {}),
        (c.CompleteTask, {"task": "t1", "reason": "other"}),
        (c.EndService, {"service": "x", "reason": "other"}),
        (c.WithdrawPermit, {"permit": "p9"}),
    ],
    ids=lambda asked: asked[0].name if isinstance(asked, tuple) else "",
)
def test_a_refusal_tells_an_outsider_nothing_of_a_case(office: Office, actor: c.Actor, asked: tuple[Any, Any]) -> None:
    """Whatever is asked and whatever is missing: a case of others is told like one that is not there."""
    command, more = asked
    office.open()

    with pytest.raises(CaseNotFound) as forbidden:
        office.ask(command, actor, **more)
    with pytest.raises(CaseNotFound) as absent:
        office.ask(command, actor, "x", **more)

    assert str(forbidden.value).replace("k", "x") == str(absent.value)


def test_a_receiver_who_was_only_asked_learns_of_the_handover_and_no_more(office: Office) -> None:
    """It may answer the request, and is told what that needs; of the case's state it is told nothing."""
    handed_over(office, accepted=False)

    assert [each.code for each in office.refuse(c.ReceiveHandover, COACH).reasons] == ["handover-status"]
    with pytest.raises(CaseNotFound):
        office.ask(c.Move, COACH, trigger="begin")


def test_an_attempt_is_logged_without_what_was_typed(office: Office) -> None:
    """Unknown roles, purposes and agents may be anything, even a person's id: the log does not keep them."""
    office.open()
    with pytest.raises(CaseNotFound):
        office.engine.steps("k", c.Actor(subject="x", roles=IDENTITY, purpose=IDENTITY, agent=IDENTITY))

    (entry,) = log(office)
    assert (entry.role, entry.purpose, entry.agent) == ("", "other", "other")


def test_a_disclosure_is_logged_with_the_write_that_makes_it(office: Office) -> None:
    """What was passed on, to whom, on what basis; what was withheld stands there too."""
    office.planned()
    office.do(c.GivePermit, CLIENT, kind="share", recipient="east", records=("assessment",))
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    office.do(c.AcceptHandover, COACH)
    done = office.do(c.ReceiveHandover, COACH, without_meeting="urgent")

    passed, withheld = (entry for entry in log(office) if isinstance(entry, DisclosureEntry))

    permit = next(iter(office.engine.case("k").permits))
    assert (passed.records, passed.recipient, passed.basis) == (("assessment",), "east", f"permit:{permit}")
    assert (withheld.records, withheld.withheld, withheld.basis) == (("checklist",), True, "")
    assert {passed.at, withheld.at} == {done.case.recorded_at}


def test_a_clients_sentence_is_filled_in_or_left_out_whole(office: Office) -> None:
    """A sentence whose value is not known is not shown with a hole in it."""
    from tests.workflows.shipped import pathway

    engine = office.restarted(pathway("rovaniemi"))
    engine.do(
        c.Open(case="r", actor=c.Actor(subject="w", organisation="lapland_county", roles="own_worker"), client=IDENTITY)
    )

    bare = engine.client_view("r", CLIENT, "fi")
    full = engine.client_view("r", CLIENT, "fi", worker="Aino", phone="016 123", date="1.4.2025", organisation="Lappi")

    assert "{" not in bare.text + bare.always + full.text + full.always
    assert len(full.text + full.always) > len(bare.text + bare.always)


def test_cases_are_listed_by_what_is_asked_for(office: Office) -> None:
    """By state, worker, organisation, client, openness and due date, page by page."""
    for case in "abc":
        office.open(case)
    office.planned("d")
    engine = office.engine

    def ids(**wanted: Any) -> list[str]:
        return [row.case_id for row in engine.cases(Wanted(**wanted)).rows]

    assert ids() == ["a", "b", "c", "d"]
    assert ids(state="planning") == ["d"]
    assert ids(worker=engine.pseudonym("worker-1")) == ["d"]
    assert ids(coordinator="south") == []
    assert ids(is_open=False) == []
    assert ids(due_before=engine.sources.clock()) == []
    assert [row.case_id for row in engine.cases_of(IDENTITY).rows] == ["a", "b", "c", "d"]
    assert engine.cases_of("150280-900X").rows == ()
    first = engine.cases(limit=2)
    assert [row.case_id for row in engine.cases(after=first.after or "", limit=2).rows] == ["c", "d"]


def test_an_opening_day_of_long_ago_is_kept(office: Office) -> None:
    """The day the matter became pending is the caller's to say, and is listed with the case."""
    office.do(c.Open, WORKER, pending_on=date(2024, 12, 1))

    assert office.engine.cases().rows[0].pending_on == date(2024, 12, 1)
