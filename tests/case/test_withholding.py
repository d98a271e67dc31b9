"""Looking again at the basis of what was passed, as its message is about to leave (semantics §B2, promise 9)."""

from datetime import date, timedelta
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.testing import Desk
from tests.case.desks import CLIENT, EAST, WORKER, K, bodies, case, referred

PERMIT: dict[str, Any] = {**K, "actor": CLIENT, "kind": "share", "recipient": "east"}


def received(desk: Desk, **permit: Any) -> int:
    """Take a handover through to its receipt, with a permit for its extract; give the number of what was passed."""
    desk.do(c.GivePermit(**PERMIT, **permit))
    desk.do(c.AnswerHandover(**K, actor=CLIENT))
    desk.do(c.AcceptHandover(**K, actor=EAST))
    done = desk.do(c.ReceiveHandover(**K, actor=EAST, without_meeting="urgent"))
    return next(each.seq for each in done.events if isinstance(each.body, e.ExtractDisclosed))


def recheck(seq: int) -> c.WithholdDisclosure:
    """Give the relay's question about what was passed by the event of that number."""
    return c.WithholdDisclosure(**K, actor=c.SYSTEM, seq=seq)


def held_back(desk: Desk, seq: int) -> dict[str, str]:
    """Ask, and give what was held back: record -> reason."""
    found: dict[str, str] = {}
    for body in bodies(desk.do(recheck(seq))):
        if isinstance(body, e.DisclosureWithheld):
            assert body.disclosure == seq
            found |= dict.fromkeys(body.records, body.reason)
    return found


def test_while_its_basis_stands_nothing_is_held_back() -> None:
    """The question is refused and writes nothing: the message may leave."""
    desk = referred()
    seq = received(desk)
    before = case(desk)

    assert [each.code for each in desk.refuse(recheck(seq)).reasons] == ["disclosure-stands"]
    assert case(desk) == before


@pytest.mark.parametrize(
    ("since", "reason"),
    [
        (c.WithdrawPermit(**K, actor=CLIENT, permit="share"), "no_basis"),
        (c.Forbid(**K, actor=CLIENT, recipient="office"), "forbidden"),
        (c.Restrict(**K, actor=WORKER, reason="other"), "restricted"),
    ],
    ids=["withdrawn", "forbidden", "restricted"],
)
def test_what_lost_its_basis_is_held_back_with_the_reason(since: c.Command, reason: str) -> None:
    """A permit withdrawn, a prohibition or a restriction since holds back the whole extract."""
    desk = referred()
    seq = received(desk)
    desk.do(since)

    assert held_back(desk, seq) == {"assessment": reason, "checklist": reason}


def test_a_permit_that_ran_out_holds_back() -> None:
    """It is the day of sending that counts."""
    desk = referred()
    seq = received(desk, until=date(2025, 3, 4))
    desk.wait(timedelta(days=3))

    assert set(held_back(desk, seq).values()) == {"no_basis"}


def test_what_still_has_its_basis_is_passed_anew() -> None:
    """A prohibition of one record holds back that one; the other is passed by an event of its own."""
    desk = referred()
    seq = received(desk)
    desk.do(c.Forbid(**K, actor=CLIENT, recipient="east", records=("checklist",)))
    done = desk.do(recheck(seq))

    withheld, passed = bodies(done)
    assert isinstance(withheld, e.DisclosureWithheld)
    assert isinstance(passed, e.ExtractDisclosed)
    assert (withheld.records, tuple(passed.records)) == (("checklist",), ("assessment",))
    assert [each.code for each in desk.refuse(recheck(done.events[-1].seq)).reasons] == ["disclosure-stands"]


def test_only_the_system_asks_and_only_about_what_was_passed() -> None:
    """Nobody else may ask it, and of another event there is nothing to hold back."""
    desk = referred()
    seq = received(desk)
    asked = c.WithholdDisclosure(**K, actor=WORKER, seq=seq)

    assert [each.code for each in desk.refuse(asked).reasons] == ["role-may-not"]
    assert [each.code for each in desk.refuse(recheck(1)).reasons] == ["disclosure-unknown"]
    assert [each.code for each in desk.refuse(recheck(9999)).reasons] == ["disclosure-unknown"]
