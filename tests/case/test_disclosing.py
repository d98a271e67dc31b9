"""Passing records on: only on a basis that is valid at that moment, and never as a gate (semantics §B)."""

from datetime import date, timedelta
from typing import Any

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Accepted
from pathway_engine.definition.digest import digest_of
from pathway_engine.definition.model import Pathway
from pathway_engine.testing import Desk, varied
from tests.case.desks import CLIENT, EAST, WORKER, K, bodies, case, referred

PERMIT: dict[str, Any] = {**K, "actor": CLIENT, "kind": "share"}


def received(desk: Desk, receiver: c.Actor = EAST) -> Accepted:
    """Take the handover through to its receipt."""
    desk.do(c.AnswerHandover(**K, actor=CLIENT))
    desk.do(c.AcceptHandover(**K, actor=receiver))
    return desk.do(c.ReceiveHandover(**K, actor=receiver, without_meeting="urgent"))


def passed(done: Accepted) -> dict[str, str]:
    """Give what was passed and withheld: record -> basis or reason."""
    found: dict[str, str] = {}
    for body in bodies(done):
        if isinstance(body, e.ExtractDisclosed):
            found |= dict.fromkeys(body.records, body.basis.partition(":")[0])
        if isinstance(body, e.DisclosureWithheld):
            found |= dict.fromkeys(body.records, body.reason)
    return found


def with_statute() -> Pathway:
    """Give the sample where the receiver has a statutory right to the extract."""
    move = varied().transitions["refer"]
    assert move.handover is not None
    moves = {**varied().transitions, "refer": evolve(move, handover=evolve(move.handover, statute="L7"))}
    changed = evolve(varied(), transitions=moves)
    return evolve(changed, digest=digest_of(changed))


def test_without_a_basis_the_client_is_received_and_the_records_stay() -> None:
    """No permit holds nobody back: the move happens, the extract is withheld, and both are written down."""
    done = received(referred())

    assert passed(done) == {"assessment": "no_basis", "checklist": "no_basis"}
    assert done.case.state == "coaching.engagement"
    assert "warn-withheld" in [each.code for each in done.warnings]


def test_a_permit_passes_what_it_covers() -> None:
    """A permit for one record passes that one; the other one stays."""
    desk = referred()
    desk.do(c.GivePermit(**PERMIT, recipient="east", records=("assessment",)))

    done = received(desk)

    assert passed(done) == {"assessment": "permit", "checklist": "no_basis"}
    disclosed = next(body for body in bodies(done) if isinstance(body, e.ExtractDisclosed))
    assert disclosed.records == {"assessment": case(desk).records["assessment"].seq}


def test_a_permit_for_a_kind_of_party_covers_its_parties() -> None:
    """A permit to pass records to coaching offices covers this one; one for counties does not."""
    for recipient, basis in (("office", "permit"), ("county", "no_basis")):
        desk = referred()
        desk.do(c.GivePermit(**PERMIT, recipient=recipient))
        assert set(passed(received(desk)).values()) == {basis}


def test_a_permit_that_ended_or_was_withdrawn_passes_nothing() -> None:
    """It is the moment of passing that counts, not that of asking."""
    desk = referred()
    desk.do(c.GivePermit(**PERMIT, recipient="east", until=date(2025, 3, 4)))
    desk.wait(timedelta(days=2))
    assert set(passed(received(desk)).values()) == {"no_basis"}

    desk = referred()
    desk.do(c.GivePermit(**PERMIT, recipient="east"))
    desk.do(c.WithdrawPermit(**K, actor=CLIENT, permit="share"))
    assert set(passed(received(desk)).values()) == {"no_basis"}


def test_a_prohibition_stands_before_a_permit() -> None:
    """What the client forbids is not passed, whatever was permitted; the rest is."""
    desk = referred()
    desk.do(c.GivePermit(**PERMIT, recipient="east"))
    desk.do(c.Forbid(**K, actor=CLIENT, recipient="office", records=("checklist",)))

    assert passed(received(desk)) == {"assessment": "permit", "checklist": "forbidden"}


def test_a_statute_overrides_a_prohibition_visibly() -> None:
    """The receiver's statutory right passes the records, and which prohibition it overrode is written down."""
    desk = referred(pathway=with_statute())
    desk.do(c.Forbid(**K, actor=CLIENT, recipient="east"))
    (ban,) = case(desk).prohibitions

    done = received(desk)

    assert set(passed(done).values()) == {"statute"}
    assert next(body for body in bodies(done) if isinstance(body, e.ExtractDisclosed)).overrides == ban


def test_a_statute_overrides_only_what_forbade_something() -> None:
    """A prohibition of other records is not said to have been overridden."""
    desk = referred(pathway=with_statute())
    desk.do(c.Forbid(**K, actor=CLIENT, recipient="east", records=("agreement",)))

    done = received(desk)

    assert next(body for body in bodies(done) if isinstance(body, e.ExtractDisclosed)).overrides == ""


def test_between_an_organiser_and_its_provider_nothing_is_passed_on() -> None:
    """A purchased provider writes to the same register: no permit is asked."""
    desk = referred(receiver="purchased")
    provider = c.Actor(subject="p", organisation="purchased", roles={"coach"})

    assert set(passed(received(desk, provider)).values()) == {"same_register"}


def test_only_what_is_on_file_is_spoken_of() -> None:
    """A record that was never made is neither passed nor withheld."""
    desk = referred()
    assert "checklist" in case(desk).records
    desk.do(c.CancelHandover(**K, actor=WORKER))
    desk.do(c.ProposeHandover(**K, actor=WORKER, receiver="east", receiver_role="coach", extract=("agreement",)))

    assert passed(received(desk)) == {}


def test_the_sender_stays_a_participant_unless_the_client_forbids_it() -> None:
    """Afterwards the sender takes part, so that the client need not tell everything twice."""
    assert received(referred()).case.participants == ("north",)

    for recipient in ("north", "county"):  # the party, or the kind of party it is
        desk = referred()
        desk.do(c.Forbid(**K, actor=CLIENT, recipient=recipient))
        assert received(desk).case.participants == ()
