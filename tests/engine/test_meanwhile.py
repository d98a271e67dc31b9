"""What changed between looking and writing counts: authority, basis and restriction are decided anew (faults 65, §B2).

Two engines work on the same data. The first has read the case and decided; before it writes, the second does something
that should have decided otherwise. Nothing but the version stands between the two, and it must be enough.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.engine import Done
from pathway_engine.errors import CaseErased, CaseNotFound, Conflict
from pathway_engine.journal.uses import DisclosureEntry
from pathway_engine.testing import varied
from tests.engine.office import CLIENT, COACH, IDENTITY, REGISTER, WORKER, Office

KEEPER = c.Actor(subject="keeper-1", organisation="north", roles="keeper")
GUARDIAN = c.Actor(subject="guardian-1", organisation="north", roles="guardian", acting_for=IDENTITY)


class Interrupted:
    """A store in which somebody else gets in between, once, right before the first write that is tried."""

    def __init__(self, store: Any, meanwhile: Callable[[], object]) -> None:
        self._store = store
        self._meanwhile: Callable[[], object] | None = meanwhile

    def append(self, write: Any) -> Any:
        """Let the other one write first."""
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile()
        return self._store.append(write)

    def __getattr__(self, name: str) -> Any:
        """Everything else is the store's."""
        return getattr(self._store, name)


def while_deciding(office: Office, command: c.Command, meanwhile: Callable[[], object]) -> Done | Refused:
    """Put a command to one engine; another engine does something between its decision and its write."""
    slow = office.restarted(varied())
    happened: list[object] = []
    slow.store = Interrupted(slow.store, lambda: happened.append(meanwhile()))
    try:
        return slow.do(command)
    finally:
        assert happened, "the command never came to its write"


def types(office: Office) -> list[str]:
    """Give the types of the events of the case."""
    return [entry.type for entry in office.journal()]


def accepted(office: Office) -> None:
    """Bring a case to where the east may receive it, with the client's permit to pass everything."""
    office.planned()
    office.do(c.GivePermit, CLIENT, kind="share", recipient="east")
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    office.do(c.AcceptHandover, COACH)


RECEIVE = c.ReceiveHandover(case="k", actor=COACH, without_meeting="urgent")


@pytest.mark.parametrize("change", ["permit withdrawn", "prohibition"])
def test_a_basis_that_went_meanwhile_passes_nothing(office: Office, change: str) -> None:
    """The client is received, and the records stay: nothing that was decided on the permit is written."""
    accepted(office)
    changes = {
        "permit withdrawn": lambda: office.do(c.WithdrawPermit, CLIENT, permit="share"),
        "prohibition": lambda: office.do(c.Forbid, CLIENT, recipient="east"),
    }

    outcome = while_deciding(office, RECEIVE, changes[change])

    assert isinstance(outcome, Done)
    assert "extract_disclosed" not in types(office)
    assert types(office).count("disclosure_withheld") == 1
    logged = [each for each in office.engine.store.read(REGISTER, "k") if isinstance(each, DisclosureEntry)]
    assert [each.withheld for each in logged] == [True]


def test_a_permit_given_meanwhile_counts(office: Office) -> None:
    """It goes the other way too: the decision is on the case as it is when it is written."""
    office.planned()
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    office.do(c.AcceptHandover, COACH)

    while_deciding(office, RECEIVE, lambda: office.do(c.GivePermit, CLIENT, kind="share", recipient="east"))

    assert "extract_disclosed" in types(office)
    assert "disclosure_withheld" not in types(office)


def named(office: Office) -> None:
    """Name a representative."""
    office.planned()
    office.do(c.NameWorker, WORKER, role="guardian", worker="guardian-1", organisation="north")


def received(office: Office) -> object:
    """Let the east receive the case, which then coordinates."""
    office.do(c.AcceptHandover, COACH)
    return office.do(c.ReceiveHandover, COACH, without_meeting="urgent")


def referred(office: Office) -> None:
    """Ask the east to receive the case."""
    office.planned()
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")


def looked_again(office: Office) -> None:
    """Bring a case back to its assessment."""
    office.planned()
    office.do(c.Move, WORKER, trigger="look_again")


def put(command: type[c.Command], actor: c.Actor, **more: Any) -> Callable[[Office], object]:
    """Give somebody's act, to be done meanwhile."""
    return lambda office: office.do(command, actor, **more)


CASES: dict[str, tuple[Callable[[Office], object], c.Command, Callable[[Office], object], str]] = {
    "a representative's role ended": (
        named,
        c.GivePermit(case="k", actor=GUARDIAN, kind="share", recipient="east"),
        put(c.EndRole, WORKER, role="guardian"),
        "not found",
    ),
    "another was named in the role": (
        named,
        c.Forbid(case="k", actor=GUARDIAN, recipient="east"),
        put(c.NameWorker, WORKER, role="guardian", worker="guardian-2", organisation="north"),
        "not found",
    ),
    "the assessment was completed": (
        looked_again,
        c.Move(case="k", actor=WORKER, trigger="note_needs"),
        put(c.Move, WORKER, trigger="complete"),
        "move-not-here",
    ),
    "the coordination passed": (
        referred,
        c.NameWorker(
            case="k",
            actor=c.Actor(subject="worker-2", organisation="north", roles="worker"),
            role="coach",
            worker="coach-9",
        ),
        received,
        "no-relation",
    ),
    "the handover was taken back": (
        accepted,
        RECEIVE,
        put(c.CancelHandover, WORKER, reason="other"),
        "not found",
    ),
    "the data were restricted": (
        lambda office: office.planned(),
        c.Record(case="k", actor=WORKER, record="assessment", fields={"goals": "y"}),
        put(c.Restrict, CLIENT, reason="other"),
        "case-restricted",
    ),
    "the case was closed": (
        lambda office: office.planned(),
        c.JoinQueue(case="k", actor=CLIENT, queue="activity"),
        put(c.Move, WORKER, trigger="close", reason="moved_away"),
        "case-closed",
    ),
    "the case was moved": (
        lambda office: office.planned(),
        c.Move(case="k", actor=CLIENT, trigger="ask_coaching"),
        put(c.Move, WORKER, trigger="look_again"),
        "move-not-here",
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_what_changed_meanwhile_decides(office: Office, what: str) -> None:
    """What would have been refused, had it been so when the command came, is refused, and nothing is written."""
    before, command, meanwhile, expected = CASES[what]
    before(office)
    after: list[int] = []

    def other() -> None:
        meanwhile(office)
        after.append(len(office.journal()))

    try:
        outcome = while_deciding(office, command, other)
    except CaseNotFound:
        told = "not found"
    else:
        assert isinstance(outcome, Refused)
        told = outcome.reasons[0].code

    assert told == expected
    assert [len(office.journal())] == after


def test_a_case_erased_meanwhile_takes_nothing_personal_in(office: Office) -> None:
    """The key that was read before the erasure seals nothing any more: the note is written nowhere."""
    office.planned()
    command = c.Record(case="k", actor=WORKER, record="assessment", fields={"goals": "Jälkeen"}, note="Jälkeen")

    with pytest.raises(CaseErased):
        while_deciding(office, command, lambda: office.do(c.Erase, KEEPER, ground="unlawful"))

    assert types(office)[-1] == "erased"


def test_a_case_purged_meanwhile_is_not_brought_back(office: Office) -> None:
    """What was decided on a case that is gone is not written: its place stays empty."""
    office.planned()
    office.do(c.Move, WORKER, trigger="close", reason="moved_away")
    command = c.Record(case="k", actor=WORKER, record="assessment", fields={"goals": "Jälkeen"})

    with pytest.raises(CaseNotFound):
        while_deciding(office, command, lambda: office.engine.purge("k", KEEPER, basis="transferred_to_archive"))

    assert office.journal() == []


def test_without_a_second_attempt_it_is_a_conflict_and_nothing_is_written(office: Office) -> None:
    """In a host's transaction nothing is decided anew: the host hears that the case has changed."""
    accepted(office)
    slow = office.restarted(varied())
    slow._attempts = 1
    slow.store = Interrupted(slow.store, lambda: office.do(c.WithdrawPermit, CLIENT, permit="share"))

    with pytest.raises(Conflict):
        slow.do(RECEIVE)

    assert "handover_completed" not in types(office)
