"""What every store owes those who write: all or nothing, in one order, within limits."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import attrs
import pytest

from pathway_engine.case import events as e
from pathway_engine.errors import Conflict
from pathway_engine.journal.chain import broken_at
from pathway_engine.stores.conformance.looking import everything
from pathway_engine.stores.conformance.making import REGISTER, START, Book, arming, moving, opening, use
from pathway_engine.stores.port import (
    MOST_ROWS,
    AppendConflict,
    Claim,
    Loaded,
    Receipt,
    Store,
)

LEASE = timedelta(minutes=5)


def test_what_was_appended_is_loaded(store: Store) -> None:
    """The row, the wrapped key and the receipt come back as they were given."""
    book = Book("a")
    receipt = Receipt("key", "fingerprint", "a", 1, 2)
    written = book.put(store, book.write(opening(), moving(), receipt=receipt))

    assert Loaded(written.row, written.key, receipt) == store.load(REGISTER, "a", "key")
    assert Loaded(written.row, written.key) == store.load(REGISTER, "a")
    assert Loaded(receipt=receipt) == store.load(REGISTER, "b", "key")
    assert Loaded() == store.load("another", "a", "key")


def test_entries_are_scanned_in_order_from_a_number_on(store: Store) -> None:
    """`after` and `limit` cut the journal where they say; nothing is asked of other cases."""
    book, other = Book("a"), Book("b")
    entries = book.put(store, book.write(opening(), moving(), e.FlagRaised(flag="urgent"))).entries
    other.put(store, other.write(opening()))

    assert list(entries) == list(store.scan(REGISTER, "a"))
    assert list(entries[1:2]) == list(store.scan(REGISTER, "a", after=1, limit=1))
    assert list(store.scan(REGISTER, "a", limit=0)) == []
    assert list(store.scan(REGISTER, "a", limit=-1)) == []
    assert list(store.scan(REGISTER, "a", after=3)) == []
    assert list(store.scan("another", "a")) == []
    assert broken_at(REGISTER, "a", store.scan(REGISTER, "a")) is None


def test_no_call_gives_more_than_the_most_rows(store: Store) -> None:
    """A limit beyond the bound is the bound (promise 12)."""
    book = Book("a")
    flags = [e.FlagRaised(flag="f") if seq % 2 else e.FlagLowered(flag="f") for seq in range(MOST_ROWS + 5)]
    book.put(store, book.write(opening(), *flags))

    assert len(store.scan(REGISTER, "a", limit=10 * MOST_ROWS)) == MOST_ROWS


def test_sealed_bytes_come_back_as_they_were(store: Store) -> None:
    """Ciphertext is kept byte for byte, and only where there is some."""
    book = Book("a")
    written = book.put(store, book.write(opening(), moving(), personal={"note": "ääkköset", "age": 47}))
    first, second = store.scan(REGISTER, "a")

    assert (written.entries[0].sealed, ("age", "note")) == (first.sealed, first.sealed_names)
    assert (second.sealed, second.sealed_names) == (None, ())


def test_a_case_opened_twice_conflicts(store: Store) -> None:
    """The second opening of an id changes nothing."""
    store.append(Book("a").write(opening()))

    with pytest.raises(AppendConflict) as caught:
        store.append(Book("a").write(opening(), moving()))

    assert caught.value.about == "version"
    assert len(store.scan(REGISTER, "a")) == 1


def test_a_write_on_an_older_version_conflicts(store: Store) -> None:
    """Of two writes decided on the same version one is kept."""
    book = Book("a")
    book.put(store, book.write(opening()))
    mine, yours = book.write(moving("planning")), book.write(moving("services"))
    store.append(mine)

    with pytest.raises(AppendConflict) as caught:
        store.append(yours)

    assert (caught.value.about, caught.value.claim) == ("version", None)
    assert mine.row == store.load(REGISTER, "a").row


def test_a_write_on_another_history_conflicts(store: Store) -> None:
    """The same version number with another hash is another journal."""
    book = Book("a")
    book.put(store, book.write(opening()))
    assert book.row is not None
    book.row = attrs.evolve(book.row, head="0" * 64)

    with pytest.raises(AppendConflict):
        store.append(book.write(moving()))


def test_a_write_to_a_case_that_is_not_there_conflicts(store: Store) -> None:
    """A move of a case that was never opened here writes nothing."""
    book = Book("a")
    book.kept(book.write(opening()))

    with pytest.raises(AppendConflict):
        store.append(book.write(moving()))

    assert Loaded() == store.load(REGISTER, "a")


def test_registers_are_apart(store: Store) -> None:
    """The same case id in two registers is two cases."""
    mine, yours = Book("a"), Book("a", register="uusimaa")
    mine.put(store, mine.write(opening()))
    yours.put(store, yours.write(opening(), moving()))

    assert len(store.scan(REGISTER, "a")) == 1
    assert len(store.scan("uusimaa", "a")) == 2


@pytest.mark.parametrize(
    "about",
    ["version", "receipt", "claim"],
)
def test_a_refused_write_leaves_nothing(store: Store, about: str) -> None:
    """Whatever refuses it, none of its parts stays: rows, deadlines, messages, loads, receipt, logs, key."""
    first = Book("first")
    full = Claim("coaching", "w", 1, 1)
    first.put(store, first.write(opening(), claims=(full,), receipt=Receipt("used", "f", "first", 1, 1)))
    book = Book("first" if about == "version" else "second")
    store.settle(store.claim("messages", START, 10, LEASE)[0], done=True, now=START)
    before = everything(store)

    with pytest.raises(AppendConflict) as caught:
        store.append(
            book.write(
                opening(worker="w"),
                arming(),
                claims=(Claim("other", "v", 1, 9), full) if about == "claim" else (Claim("other", "v", 1, 9),),
                receipt=Receipt("used" if about == "receipt" else "new", "g", book.case_id, 1, 2),
                log=(use(),),
            )
        )

    assert about == caught.value.about
    assert before == everything(store)


# ── Idempotency ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_idempotency_key_is_used_once(store: Store) -> None:
    """A second write under the key is refused, in another case too; another register has keys of its own."""
    one, two, elsewhere = Book("a"), Book("b"), Book("c", register="uusimaa")
    one.put(store, one.write(opening(), receipt=Receipt("key", "f", "a", 1, 1)))
    elsewhere.put(store, elsewhere.write(opening(), receipt=Receipt("key", "f", "c", 1, 1)))

    with pytest.raises(AppendConflict) as caught:
        store.append(two.write(opening(), receipt=Receipt("key", "f", "b", 1, 1)))

    assert caught.value.about == "receipt"
    assert store.load(REGISTER, "b").row is None


# ── Claims ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_claims_are_counted_up_and_down(store: Store) -> None:
    """Loads are what the claims add up to, each capacity and worker apart; what is at nothing is left out."""
    book = Book("a")
    book.put(store, book.write(opening(), claims=(Claim("coaching", "w", 1, 20), Claim("club", "w", 1))))
    book.put(store, book.write(moving(), claims=(Claim("coaching", "w", -1), Claim("coaching", "v", 1, 20))))

    assert dict(store.loads(REGISTER, ["v", "w", "x"])) == {("club", "w"): 1, ("coaching", "v"): 1}
    assert dict(store.loads(REGISTER, ["v"])) == {("coaching", "v"): 1}
    assert dict(store.loads(REGISTER, [])) == {}
    assert dict(store.loads("another", ["v", "w"])) == {}


def test_a_claim_over_its_limit_is_refused_and_named(store: Store) -> None:
    """The last place is given once; the refusal says which limit was full."""
    claim = Claim("coaching", "w", 1, 1)
    store.append(Book("a").write(opening(), claims=(claim,)))

    with pytest.raises(AppendConflict) as caught:
        store.append(Book("b").write(opening(), claims=(claim,)))

    assert ("claim", claim) == (caught.value.about, caught.value.claim)


def test_a_limit_of_nothing_refuses_the_first(store: Store) -> None:
    """A limit below the claim itself is full before anybody has come."""
    with pytest.raises(AppendConflict):
        store.append(Book("a").write(opening(), claims=(Claim("coaching", "w", 1, 0),)))


def test_a_place_that_is_given_up_can_be_taken(store: Store) -> None:
    """Counting down makes room, in one write with counting up too."""
    one, two = Book("a"), Book("b")
    one.put(store, one.write(opening(), claims=(Claim("coaching", "w", 1, 1),)))
    one.put(store, one.write(moving(), claims=(Claim("coaching", "w", 1, 1), Claim("coaching", "w", -1))))
    one.put(store, one.write(e.Closed(reason="other"), claims=(Claim("coaching", "w", -1),)))
    two.put(store, two.write(opening(), claims=(Claim("coaching", "w", 1, 1),)))

    assert dict(store.loads(REGISTER, ["w"])) == {("coaching", "w"): 1}


def test_many_writers_never_pass_a_limit(store: Store) -> None:
    """32 cases claim 20 places from 8 threads at once: exactly 20 get one (§P2)."""
    claim = Claim("coaching", "w", 1, 20)

    def attempt(number: int) -> bool:
        try:
            store.append(Book(f"case-{number}").write(opening(), claims=(claim,)))
        except AppendConflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(attempt, range(32)))

    assert sum(outcomes) == 20
    assert dict(store.loads(REGISTER, ["w"])) == {("coaching", "w"): 20}
    assert len(store.cases(REGISTER, limit=100).rows) == 20


def test_of_writers_at_the_same_instant_one_is_kept(store: Store) -> None:
    """Two threads write on one version 30 times: each time one is kept and the other told of the conflict."""
    book = Book("a")
    book.put(store, book.write(opening()))
    for _ in range(30):
        writes = [book.write(moving("planning")), book.write(moving("services"))]
        gate = threading.Barrier(2)

        def attempt(number: int, writes: list = writes, gate: threading.Barrier = gate) -> bool:  # type: ignore[type-arg]
            gate.wait()
            try:
                store.append(writes[number])
            except Conflict:
                return False
            return True

        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(attempt, range(2)))
        assert sorted(outcomes) == [False, True]
        book.kept(writes[outcomes.index(True)])

    assert len(store.scan(REGISTER, "a")) == 31
    assert broken_at(REGISTER, "a", store.scan(REGISTER, "a")) is None
