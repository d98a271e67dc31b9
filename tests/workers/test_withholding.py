"""Before a message about an extract leaves, its basis is looked at again (semantics §B2, promise 9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from pathway_engine.case import commands as c
from pathway_engine.journal.uses import DisclosureEntry
from pathway_engine.stores.port import Claimed
from pathway_engine.stores.sql import SqlStore
from pathway_engine.workers import Envelope, OutboxRelay
from tests.engine.office import CLIENT, COACH, REGISTER, WORKER, Office


@pytest.fixture
def passing(office: Office) -> Office:
    """Give an office where records were just passed to the east, on the client's permit, and no message has left."""
    office.planned()
    office.do(c.GivePermit, CLIENT, kind="share", recipient="east")
    office.do(c.Move, WORKER, trigger="refer", receiver="east")
    office.do(c.AnswerHandover, CLIENT)
    office.do(c.AcceptHandover, COACH)
    office.do(c.ReceiveHandover, COACH, without_meeting="urgent")
    return office


def relay(office: Office, sent: list[Envelope], **more: Any) -> OutboxRelay:
    """Give a relay that looks again."""
    return OutboxRelay(office.engine.store, sent.append, engine=office.engine, clock=office.sources.clock, **more)


def all_of(worker: OutboxRelay) -> None:
    """Send everything that waits."""
    while worker.run_once():
        pass


def types(sent: list[Envelope]) -> list[str]:
    """Give what was sent, by type."""
    return [each["type"].split(".")[1] for each in sent]


def passed_by(office: Office) -> int:
    """Give the number of the event that passed the records."""
    return next(int(entry.seq) for entry in office.journal() if entry.type == "extract_disclosed")


def test_while_the_basis_stands_the_message_leaves(passing: Office) -> None:
    """Nothing is written and every message leaves."""
    before = len(passing.journal())
    sent: list[Envelope] = []
    all_of(relay(passing, sent))

    assert [each["data"]["seq"] for each in sent] == list(range(1, before + 1))
    assert len(passing.journal()) == before


def test_after_a_withdrawn_permit_the_message_is_withheld_visibly(passing: Office) -> None:
    """The journal, the disclosure log and the outbox each say so; all other messages leave, in order."""
    seq = passed_by(passing)
    passing.do(c.WithdrawPermit, CLIENT, permit="share")
    sent: list[Envelope] = []
    all_of(relay(passing, sent))

    journal = passing.journal()
    assert journal[-1].type == "disclosure_withheld"
    assert f'"disclosure":{seq}' in journal[-1].body
    assert [each["data"]["seq"] for each in sent] == [entry.seq for entry in journal if entry.seq != seq]
    last = [each for each in passing.engine.store.read(REGISTER, "k") if isinstance(each, DisclosureEntry)][-1]
    assert (last.recipient, last.withheld, last.seq) == ("east", True, journal[-1].seq)
    assert marks(passing).get(seq, "withheld") == "withheld"


def marks(office: Office) -> dict[int, str]:
    """Give how each message stands in the outbox's table; nothing for a store without one."""
    store = office.engine.store
    if not isinstance(store, SqlStore):
        return {}
    assert store._engine is not None
    with store._engine.connect() as connection:
        rows = connection.execute(text("SELECT seq, sent_at, withheld_at FROM pathway_outbox")).all()
    return {seq: "withheld" if withheld else "sent" if sent else "waits" for seq, sent, withheld in rows}


def test_a_relay_that_died_after_writing_it_writes_it_once(passing: Office) -> None:
    """Killed between the event and the mark: the next relay finds the event and marks the message; nothing is sent."""
    seq = passed_by(passing)
    passing.do(c.Forbid, CLIENT, recipient="east")
    store = passing.engine.store
    settle, sent = store.settle, list[Envelope]()

    def dies(claimed: Any, **more: Any) -> bool:
        if more.get("withheld"):
            raise KeyboardInterrupt
        return settle(claimed, **more)

    store.settle = dies  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        all_of(relay(passing, sent))
    store.settle = settle  # type: ignore[method-assign]
    # The client permits it again meanwhile: what was withheld stays withheld.
    passing.do(c.LiftProhibition, CLIENT, prohibition="east")
    passing.wait(timedelta(minutes=5))
    all_of(relay(passing, sent))

    assert [entry.type for entry in passing.journal()].count("disclosure_withheld") == 1
    assert seq not in [each["data"]["seq"] for each in sent]
    assert "extract_disclosed" not in types(sent)


def test_without_an_engine_nothing_is_looked_at_again(passing: Office) -> None:
    """A host that checks by itself may send everything: the journal's word is then as it was when it was written."""
    passing.do(c.WithdrawPermit, CLIENT, permit="share")
    sent: list[Envelope] = []
    all_of(OutboxRelay(passing.engine.store, sent.append, clock=passing.sources.clock))

    assert "extract_disclosed" in types(sent)
    assert "disclosure_withheld" not in types(sent)


def test_a_relay_of_one_register_leaves_the_others_alone(passing: Office) -> None:
    """Messages of a register that it has no engine for are neither sent nor counted as tried."""
    sent: list[Envelope] = []
    store = passing.engine.store

    assert not store.claim("messages", passing.sources.clock(), 10, timedelta(minutes=5), "south")
    other = passing.engine.over(store)
    other.register = "south"
    assert OutboxRelay(store, sent.append, engine=other, clock=passing.sources.clock).run_once() == 0
    all_of(relay(passing, sent))
    assert len(sent) == len(passing.journal())


def test_a_relay_that_stood_still_sends_nothing_that_was_withheld_meanwhile(
    passing: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looked, stood still beyond its lease, and another held the message back: the first does not send it."""
    late: list[Envelope] = []
    first = relay(passing, late)
    seq = passed_by(passing)
    while passing.engine.store.scan(REGISTER, "k", after=seq - 2, limit=1)[0].seq not in {
        e["data"]["seq"] for e in late
    }:
        assert first.run_once()
    look = first._withheld

    def looks_and_stands_still(claimed: Claimed) -> bool:
        found = look(claimed)
        passing.wait(timedelta(minutes=6))
        passing.do(c.WithdrawPermit, CLIENT, permit="share")
        all_of(relay(passing, []))
        return found

    monkeypatch.setattr(first, "_withheld", looks_and_stands_still)

    assert first.run_once() == 0
    assert seq not in {each["data"]["seq"] for each in late}
    assert marks(passing).get(seq, "withheld") == "withheld"
