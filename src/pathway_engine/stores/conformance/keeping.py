"""What every store owes the keeper of a register: purges that are whole, tombstones in a chain, keys wrapped anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from pathway_engine.errors import CaseErased
from pathway_engine.journal.entry import Head
from pathway_engine.journal.keys import keyed
from pathway_engine.journal.tombstones import tombstone_after, tombstone_genesis
from pathway_engine.stores.conformance.making import START, Book, arming, moving, opening, use
from pathway_engine.stores.port import AppendConflict, Erasure, KeyRow, Purge, Receipt, Rewrap, Store

LATER = START + timedelta(days=4000)


def _purge(book: Book, basis: str = "adults L33") -> Purge:
    assert book.row is not None
    head = Head(book.register, book.case_id, book.row.version, book.row.head)
    return Purge(head=head, purged_at=LATER, basis=basis, log=(use("purge"),))


def _kept(store: Store, case_id: str) -> Book:
    """Write a case with something in every table."""
    book = Book(case_id)
    key = keyed(book.ring, book.register, "key", case_id)
    receipt = Receipt(key, "f" * 64, case_id, 1, 2)
    book.put(store, book.write(opening(), arming(), personal={"note": "x"}, receipt=receipt, log=(use(),)))
    return book


def test_a_purge_takes_everything_but_the_log(store: Store) -> None:
    """Journal, state, key, receipt, deadlines and messages are gone; the log, an erasure and a tombstone stay."""
    book, other = _kept(store, "a"), _kept(store, "b")
    register = book.register
    stone = store.purge(_purge(book))

    assert (stone.case_id, stone.number, stone.purged_at, stone.basis) == ("a", 1, LATER, "adults L33")
    loaded = store.load(register, "a", keyed(book.ring, register, "key", "a"))
    assert (loaded.row, loaded.key, loaded.receipt, loaded.erased) == (None, None, None, True)
    assert list(store.scan(register, "a")) == []
    assert [row.case_id for row in store.cases(register).rows] == ["b"]
    for kind in ("deadlines", "messages"):
        lent = store.claim(kind, LATER, 10, timedelta(minutes=5))
        assert {each.case_id for each in lent} == {"b"}
    assert [getattr(entry, "action", "") for entry in store.read(register, "a")] == ["history", "purge"]
    assert list(store.erasures(register)) == [Erasure(case_id="a", erased_at=LATER, basis="adults L33")]
    other.put(store, other.write(moving()))


def test_a_case_that_moved_on_is_not_purged(store: Store) -> None:
    """What was found due is purged, or nothing: not what the case has become, and not a case that is not there."""
    book = _kept(store, "a")
    stale = _purge(book)
    book.put(store, book.write(moving()))

    for purge in (stale, _purge_of_none(book)):
        with pytest.raises(AppendConflict):
            store.purge(purge)
    assert len(store.scan(book.register, "a")) == 3
    assert len(store.read(book.register, "a")) == 1
    assert list(store.tombstones(book.register)) == []
    assert list(store.erasures(book.register)) == []


def _purge_of_none(book: Book) -> Purge:
    return Purge(head=Head(book.register, "none", 1, "h"), purged_at=LATER, basis="x")


def test_purges_at_once_make_one_chain(store: Store) -> None:
    """Tombstones are numbered 1..n and chained, however many purge at the same time."""
    books = [_kept(store, f"c{number}") for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda book: store.purge(_purge(book)), books))

    stones = store.tombstones(books[0].register)
    previous = tombstone_genesis(books[0].register)
    for number, stone in enumerate(stones):
        last = Head(stone.register, stone.case_id, stone.version, stone.head)
        assert stone == tombstone_after(number, previous, last, stone.purged_at, stone.basis)
        previous = stone.hash
    assert {stone.case_id for stone in stones} == {book.case_id for book in books}
    assert store.tombstones(books[0].register, after=2, limit=3) == stones[2:5]
    assert list(store.tombstones("elsewhere")) == []


def test_keys_are_wrapped_anew_together(store: Store) -> None:
    """A batch changes what is still as it was read, and leaves alone what was erased or changed meanwhile."""
    books = {case: _kept(store, case) for case in ("c", "a", "b")}
    register = books["a"].register
    stale = store.stale_keys("k-new")
    assert [(each.register, each.case_id) for each in stale] == [(register, case) for case in ("a", "b", "c")]
    assert [each.case_id for each in store.stale_keys("k-new", (register, "a"), 1)] == ["b"]
    new = KeyRow("k-new", b"w" * 40)
    batch = [Rewrap(register=register, case_id=each.case_id, old=each.key, new=new) for each in stale]
    store.destroy(register, Erasure(case_id="a", erased_at=LATER, basis="unlawful"))
    store.rewrap(register, "b", stale[1].key, KeyRow("k-other", b"o" * 40))

    assert store.rewrap_all(batch) == 1
    with pytest.raises(CaseErased):
        store.key_of(register, "a")
    assert store.key_of(register, "b") == KeyRow("k-other", b"o" * 40)
    assert store.key_of(register, "c") == new
    assert [each.case_id for each in store.stale_keys("k-new")] == ["b"]
    assert store.rewrap_all([]) == 0
