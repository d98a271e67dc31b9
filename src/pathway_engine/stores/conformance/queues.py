"""What every store owes its workers: each deadline and message is lent to one, in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from pathway_engine.case import events as e
from pathway_engine.stores.conformance.making import START, Book, arming, moving, opening
from pathway_engine.stores.port import (
    Store,
)

LEASE = timedelta(minutes=5)


def test_deadlines_are_lent_when_due_the_longest_due_first(store: Store) -> None:
    """Nothing is lent before its time, and a limit takes those that have waited longest."""
    book = Book("a")
    limits = [arming("c", timedelta(days=3)), arming("a", timedelta(days=1)), arming("b", timedelta(days=2))]
    book.put(store, book.write(opening(), *limits))
    day = START + timedelta(days=2)

    assert list(store.claim("deadlines", START + timedelta(hours=23), 10, LEASE)) == []
    assert [("a", START + timedelta(days=1))] == [
        (each.id, each.due_at) for each in store.claim("deadlines", day, 1, LEASE)
    ]
    assert [each.id for each in store.claim("deadlines", day, 10, LEASE)] == ["b"]


def test_what_is_lent_is_lent_once_until_the_lease_ends(store: Store) -> None:
    """A second worker gets it only after the lease; the first one's settling is then turned away (fencing)."""
    book = Book("a")
    book.put(store, book.write(opening(), arming()))
    due = START + timedelta(days=1)
    (first,) = store.claim("deadlines", due, 10, LEASE)

    assert list(store.claim("deadlines", due + LEASE - timedelta(seconds=1), 10, LEASE)) == []
    (second,) = store.claim("deadlines", due + LEASE, 10, LEASE)
    assert not store.settle(first, done=True, now=due + LEASE)
    assert store.settle(second, done=True, now=due + LEASE)
    assert not store.settle(second, done=True, now=due + LEASE)


def test_a_deadline_told_or_dropped_is_not_lent_again(store: Store) -> None:
    """Missed, met and dropped time limits leave the queue with the write that makes them so."""
    book = Book("a")
    book.put(store, book.write(opening(), arming("told"), arming("met"), arming("moved")))
    book.put(
        store,
        book.write(
            e.DeadlineMissed(deadline="told", rule="told", told=()),
            e.DeadlineMet(deadline="met"),
            e.DeadlineExtended(deadline="moved", due_on=START.date(), due_at=START + timedelta(days=9), reason="other"),
        ),
    )

    assert list(store.claim("deadlines", START + timedelta(days=8), 10, LEASE)) == []
    assert [each.id for each in store.claim("deadlines", START + timedelta(days=9), 10, LEASE)] == ["moved"]


def test_a_failure_is_tried_again_later_and_counted(store: Store) -> None:
    """After `retry_at` it is lent again with one attempt more."""
    book = Book("a")
    book.put(store, book.write(opening()))
    (first,) = store.claim("messages", START, 10, LEASE)
    assert store.settle(first, done=False, now=START, retry_at=START + timedelta(hours=1))

    assert list(store.claim("messages", START + timedelta(minutes=59), 10, LEASE)) == []
    (again,) = store.claim("messages", START + timedelta(hours=1), 10, LEASE)
    assert (first.attempts, again.attempts) == (0, 1)


def test_messages_leave_in_order_within_a_case(store: Store) -> None:
    """Of each case only the oldest unsent message is lent; its id is stable."""
    one, two = Book("a"), Book("b")
    one.put(store, one.write(opening(), moving()))
    two.put(store, two.write(opening()))
    lent = store.claim("messages", START, 10, LEASE)

    assert [each.id for each in lent] == ["a:1", "b:1"]
    assert list(store.claim("messages", START, 10, LEASE)) == []
    assert store.settle(lent[0], done=True, now=START)
    assert [each.id for each in store.claim("messages", START, 10, LEASE)] == ["a:2"]


def test_a_quarantined_message_stops_only_its_case(store: Store) -> None:
    """What nobody can take is set aside; other cases' messages go on, its own case's wait (promise 9)."""
    one, two = Book("a"), Book("b")
    one.put(store, one.write(opening(), moving()))
    two.put(store, two.write(opening(), moving()))
    poison, good = store.claim("messages", START, 10, LEASE)
    assert store.settle(poison, done=False, now=START)
    assert store.settle(good, done=True, now=START)

    assert [each.id for each in store.claim("messages", START + timedelta(days=99), 10, LEASE)] == ["b:2"]


def test_two_workers_never_hold_the_same(store: Store) -> None:
    """8 threads claim 40 deadlines: each is lent to exactly one."""
    for number in range(40):
        book = Book(f"case-{number:02}")
        book.put(store, book.write(opening(), arming()))

    def take(_: int) -> list[str]:
        return [each.case_id for each in store.claim("deadlines", START + timedelta(days=2), 7, LEASE)]

    with ThreadPoolExecutor(8) as pool:
        taken = [each for batch in pool.map(take, range(8)) for each in batch]

    assert sorted(set(taken)) == sorted(taken)
    assert len(taken) == 40
