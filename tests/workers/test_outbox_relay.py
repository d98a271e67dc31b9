"""Messages leave at least once, with stable ids, in order within a case; a poison one stops nobody else (promise 9)."""

import json
from datetime import timedelta
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.workers import Envelope, OutboxRelay
from tests.engine.office import IDENTITY, WORKER, Office


def relay(office: Office, deliver: Any, **more: Any) -> OutboxRelay:
    """Give a relay that runs by the office's clock."""
    return OutboxRelay(office.engine.store, deliver, clock=office.sources.clock, **more)


def test_every_event_leaves_in_order(office: Office) -> None:
    """Each event is told once, a case's events in the order of its journal."""
    office.planned()
    sent: list[Envelope] = []
    worker = relay(office, sent.append)

    while worker.run_once():
        pass

    assert [each["data"]["seq"] for each in sent] == [entry.seq for entry in office.journal()]
    assert worker.run_once() == 0


def test_a_message_is_a_cloud_event_without_content(office: Office) -> None:
    """A message has the envelope of CloudEvents 1.0 and refers to its event; nothing of the client is in it."""
    office.planned()
    sent: list[Envelope] = []
    worker = relay(office, sent.append)
    while worker.run_once():
        pass

    first = sent[0]
    assert set(first) == {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"}
    assert first["specversion"] == "1.0"
    assert first["id"] == "k:1"
    assert first["type"] == "pathway_engine.opened.v1"
    assert first["subject"] == "k"
    assert set(first["data"]) == {"register", "case", "seq", "definition"}
    assert IDENTITY not in json.dumps(sent)
    assert office.engine.pseudonym(IDENTITY) not in json.dumps(sent)


def test_what_could_not_be_delivered_is_delivered_later_under_the_same_id(office: Office) -> None:
    """A failed delivery is repeated after a while, and the receiver can tell that it is the same."""
    office.open()
    tried: list[str] = []

    def deliver(envelope: Envelope) -> None:
        tried.append(envelope["id"])
        if len(tried) == 1:
            raise ConnectionError

    worker = relay(office, deliver, backoff=timedelta(minutes=1))

    assert worker.run_once() == 0
    assert worker.run_once() == 0
    office.wait(timedelta(minutes=1))
    assert worker.run_once() == 1
    assert tried == ["k:1", "k:1"]


def test_a_poison_message_holds_up_its_own_case_only(office: Office) -> None:
    """A message that always fails is set aside; what comes after it in the same case waits, other cases go on."""
    office.open("bad")
    office.open("good")
    sent: list[str] = []

    def deliver(envelope: Envelope) -> None:
        if envelope["subject"] == "bad":
            raise ValueError
        sent.append(envelope["id"])

    worker = relay(office, deliver, attempts=2)
    for _ in range(20):
        worker.run_once()
        office.wait(timedelta(hours=7))

    assert sent == [f"good:{entry.seq}" for entry in office.journal("good")]


def test_a_message_is_marked_as_sent_after_it_left(office: Office) -> None:
    """A relay that dies while it delivers leaves the message to be sent again once its lease is over."""
    office.open()

    def dies(_: Envelope) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        relay(office, dies, lease=timedelta(minutes=5)).run_once()
    sent: list[Envelope] = []
    worker = relay(office, sent.append)

    assert worker.run_once() == 0
    office.wait(timedelta(minutes=5))
    assert worker.run_once() == 1
    assert sent[0]["id"] == "k:1"


def test_new_events_follow(office: Office) -> None:
    """What happens after the outbox was emptied is told in turn."""
    office.open()
    sent: list[Envelope] = []
    worker = relay(office, sent.append)
    while worker.run_once():
        pass
    before = len(sent)

    office.do(c.Record, WORKER, record="checklist", fields={"signs": "school"})
    while worker.run_once():
        pass

    assert [each["type"] for each in sent[before:]] == ["pathway_engine.recorded.v1"]
