"""What every store owes its workers: each deadline and message is lent to one, in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from pathway_engine.case import events as e
from pathway_engine.stores.conformance.looking import QUEUES
from pathway_engine.stores.conformance.making import REGISTER, START, Book, arming, moving, opening, use
from pathway_engine.stores.port import QueueKind, Store

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


def aside(store: Store, kind: QueueKind, attempts: int = 3) -> None:
    """Let everything that a queue lends fail until it is set aside."""
    due = START + timedelta(days=1)
    for left in range(attempts - 1, -1, -1):
        for lent in store.claim(kind, due, 10, LEASE):
            assert store.settle(lent, done=False, now=due, retry_at=due if left else None)


def test_what_is_set_aside_is_listed_with_its_case(store: Store) -> None:
    """Whoever looks learns what, of which case, since when and after how many attempts; page by page, in one order."""
    for register, case in (("oulu", "a"), ("lapland", "b"), ("lapland", "a")):
        book = Book(case, register=register)
        book.put(store, book.write(opening(), arming("x"), arming("y")))
    since = START + timedelta(days=1)
    assert (list(store.set_aside("deadlines")), list(store.set_aside("messages"))) == ([], [])
    aside(store, "deadlines")
    aside(store, "messages")

    messages = store.set_aside("messages")
    assert [(each.register, each.id, each.type) for each in messages] == [
        ("lapland", "a:1", "opened"),
        ("lapland", "b:1", "opened"),
        ("oulu", "a:1", "opened"),
    ]
    assert {(each.kind, each.seq, each.since, each.attempts) for each in messages} == {("messages", 1, since, 3)}
    deadlines = store.set_aside("deadlines", "lapland")
    assert [(each.case_id, each.id, each.type, each.seq) for each in deadlines] == [
        (case, name, name, 0) for case in "ab" for name in "xy"
    ]
    assert store.set_aside("deadlines", "lapland", deadlines[1]) == deadlines[2:]
    assert store.set_aside("deadlines", after=deadlines[0], limit=2) == deadlines[1:3]


def test_a_released_message_leaves_and_its_successors_follow(store: Store) -> None:
    """Once somebody released it, it is lent as if it had never failed, before everything later of its case."""
    book, now = Book("a"), START + timedelta(days=1)
    book.put(store, book.write(opening(), moving()))
    aside(store, "messages")
    (held,) = store.set_aside("messages")

    assert store.release(held, use("release"))
    assert list(store.set_aside("messages")) == []
    (first,) = store.claim("messages", now, 10, LEASE)
    assert (first.id, first.attempts) == ("a:1", 0)
    assert store.settle(first, done=True, now=now)
    assert [each.id for each in store.claim("messages", now, 10, LEASE)] == ["a:2"]


def test_a_released_deadline_is_lent_again(store: Store) -> None:
    """It is told after all, and what went wrong before counts no more; another that was set aside stays so."""
    book, now = Book("a"), START + timedelta(days=1)
    book.put(store, book.write(opening(), arming("x"), arming("y")))
    aside(store, "deadlines")

    assert store.release(store.set_aside("deadlines")[0], use("release"))
    assert [(each.id, each.attempts) for each in store.claim("deadlines", now, 10, LEASE)] == [("x", 0)]
    assert [each.id for each in store.set_aside("deadlines")] == ["y"]


def test_who_released_it_is_logged_with_it(store: Store) -> None:
    """The release and its entry in the case's log come together; of what is set aside no more neither does."""
    book = Book("a")
    book.put(store, book.write(opening(), arming("x")))
    for kind in QUEUES:
        aside(store, kind)
        (held,) = store.set_aside(kind)
        entry = use(f"release_{kind}")

        assert [store.release(held, entry), store.release(held, entry)] == [True, False]
        assert [each for each in store.read(REGISTER, "a") if each == entry] == [entry]


def test_what_is_over_meanwhile_is_not_released(store: Store) -> None:
    """A deadline that was met, or begun anew, is no longer set aside: there is nothing to release."""
    book = Book("a")
    book.put(store, book.write(opening(), arming("met"), arming("anew")))
    aside(store, "deadlines")
    listed = store.set_aside("deadlines")
    later = e.DeadlineExtended(deadline="anew", due_on=START.date(), due_at=START + timedelta(days=9), reason="other")
    book.put(store, book.write(e.DeadlineMet(deadline="met"), later))

    assert list(store.set_aside("deadlines")) == []
    assert [store.release(each, use("release")) for each in listed] == [False, False]
    assert list(store.read(REGISTER, "a")) == []


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
