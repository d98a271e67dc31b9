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


def test_a_worker_of_one_register_is_lent_nothing_of_another(store: Store) -> None:
    """Asked for one register, a store lends of that one alone, and leaves the others free."""
    for register in ("lapland", "oulu"):
        book = Book("a", register=register)
        book.put(store, book.write(opening(), arming()))
    due = START + timedelta(days=1)

    for kind in ("deadlines", "messages"):
        assert list(store.claim(kind, due, 10, LEASE, "pori")) == []
        assert [each.register for each in store.claim(kind, due, 10, LEASE, "oulu")] == ["oulu"]
        assert [each.register for each in store.claim(kind, due, 10, LEASE)] == ["lapland"]


def test_what_was_lent_and_never_settled_counts_as_failed(store: Store) -> None:
    """A message that hangs or kills its worker is counted, as one that raises is (promise 9)."""
    book = Book("a")
    book.put(store, book.write(opening(), arming()))
    at = START + timedelta(days=1)
    for kind in ("deadlines", "messages"):
        for lendings in range(3):
            (lent,) = store.claim(kind, at + lendings * LEASE, 10, LEASE)
            assert lent.attempts == lendings
        assert store.settle(lent, done=False, now=at, retry_at=at)
        (again,) = store.claim(kind, at, 10, LEASE)
        assert again.attempts == 3


def test_what_is_given_back_untried_counts_as_no_failure(store: Store) -> None:
    """A worker that stops gives back what it has not begun: it is free at once, or at the time it says."""
    book = Book("a")
    book.put(store, book.write(opening(), arming()))
    at = START + timedelta(days=1)
    for kind in ("deadlines", "messages"):
        (first,) = store.claim(kind, at, 10, LEASE)
        assert store.settle(first, done=False, now=at, tried=False)
        (second,) = store.claim(kind, at, 10, LEASE)
        assert store.settle(second, done=False, now=at, retry_at=at + LEASE, tried=False)
        assert list(store.claim(kind, at, 10, LEASE)) == []
        (third,) = store.claim(kind, at + LEASE, 10, LEASE)
        assert [each.attempts for each in (first, second, third)] == [0, 0, 0]


def test_a_withheld_message_is_over_and_the_next_one_leaves(store: Store) -> None:
    """It is not lent again, and holds nothing back: an event of its case tells why it did not leave."""
    book = Book("a")
    book.put(store, book.write(opening(), moving()))
    (lent,) = store.claim("messages", START, 10, LEASE)
    assert store.settle(lent, done=True, now=START, withheld=True)

    assert [each.id for each in store.claim("messages", START + timedelta(days=9), 10, LEASE)] == ["a:2"]


def test_the_write_that_tells_a_deadline_takes_it_back(store: Store) -> None:
    """A worker need not settle what it has told: its lease is over with the write, and a late word counts nothing."""
    book = Book("a")
    book.put(store, book.write(opening(), arming("told")))
    due = START + timedelta(days=1)
    (lent,) = store.claim("deadlines", due, 10, LEASE)
    book.put(store, book.write(e.DeadlineMissed(deadline="told", rule="told", told=())))

    assert not store.settle(lent, done=False, now=due)
    extended = e.DeadlineExtended(deadline="told", due_on=due.date(), due_at=due + timedelta(hours=1), reason="other")
    book.put(store, book.write(extended))
    (again,) = store.claim("deadlines", due + timedelta(hours=1), 10, LEASE)
    assert again.attempts == 0
