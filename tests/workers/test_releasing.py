"""What was set aside is put back by somebody by name, and goes on from there (promises 8, 9; faults F44)."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from pathway_engine import Actor
from pathway_engine.journal.uses import UseEntry
from pathway_engine.workers import DeadlineWorker, Envelope, OutboxRelay
from tests.engine.office import REGISTER, WORKER, Office

OPERATOR = Actor(subject="operator-1", organisation="north", roles="operator", purpose="operation")


def poisoned(office: Office, case: str) -> None:
    """Let every message of a case fail until its first one is set aside; those of other cases leave."""

    def deliver(envelope: Envelope) -> None:
        if envelope["subject"] == case:
            raise ValueError

    relay = OutboxRelay(office.engine.store, deliver, clock=office.sources.clock, attempts=2)
    for _ in range(20):
        relay.run_once()
        office.wait(timedelta(hours=7))


def uses(office: Office, case: str = "k") -> list[UseEntry]:
    """Give what a case's log says of releases."""
    log = office.engine.store.read(REGISTER, case)
    return [each for each in log if isinstance(each, UseEntry) and each.action == "release"]


def test_a_released_message_leaves_before_those_that_waited_behind_it(office: Office) -> None:
    """The whole case leaves then, in the order of its journal, and nothing of it twice."""
    office.planned("bad")
    office.open("good")
    poisoned(office, "bad")
    (aside,) = office.engine.set_aside("messages")
    assert (aside.id, aside.type, aside.attempts) == ("bad:1", "opened", 2)

    assert office.engine.release(aside, OPERATOR)
    sent: list[Envelope] = []
    relay = OutboxRelay(office.engine.store, sent.append, clock=office.sources.clock)
    while relay.run_once():
        pass

    assert [each["id"] for each in sent] == [f"bad:{entry.seq}" for entry in office.journal("bad")]


def test_a_released_deadline_is_told_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What made it fail is mended: the next worker tells it, and no other does."""
    office.open()
    worker = DeadlineWorker(office.engine, attempts=1)
    office.wait(timedelta(days=400))
    with monkeypatch.context() as broken:
        broken.setattr(office.engine, "do", lambda _: 1 / 0)
        assert worker.run_once() == 0
    assert worker.run_once() == 0
    (aside,) = office.engine.set_aside("deadlines")

    assert (aside.id, office.engine.release(aside, OPERATOR)) == ("decision_due", True)
    assert (worker.run_once(), worker.run_once()) == (1, 0)


def test_who_released_it_stands_in_the_cases_log(office: Office) -> None:
    """By pseudonym, with when and what; a second try finds nothing set aside, and is not logged."""
    office.open()
    poisoned(office, "k")
    (aside,) = office.engine.set_aside("messages")

    assert [office.engine.release(aside, OPERATOR) for _ in range(2)] == [True, False]
    (entry,) = uses(office)
    assert (entry.subject, entry.organisation) == (office.engine.pseudonym("operator-1"), "north")
    assert (entry.data, entry.seq, entry.at) == (("k:1",), 1, office.sources.clock())


def test_nobody_releases_without_a_name(office: Office) -> None:
    """Nor what is another register's: nothing is changed."""
    office.open()
    poisoned(office, "k")
    (aside,) = office.engine.set_aside("messages")

    for wrong in ((aside, Actor(roles="operator")), (evolve(aside, register="south"), OPERATOR)):
        with pytest.raises(ValueError, match="named"):
            office.engine.release(*wrong)
    assert list(office.engine.set_aside("messages")) == [aside]


def test_a_case_that_cannot_be_read_is_released_all_the_same(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the case is not asked: it may be the very cause that is being mended."""
    office.open()
    poisoned(office, "k")
    (aside,) = office.engine.set_aside("messages")

    def unreadable(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(office.engine, "_read", unreadable)
    assert office.engine.release(aside, WORKER)
