"""What every store owes those who ask: keys, definitions, logs, and lists of many cases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import attrs
import pytest

from pathway_engine.case import events as e
from pathway_engine.errors import CaseErased
from pathway_engine.stores.conformance.making import REGISTER, START, Book, arming, moving, opening, use
from pathway_engine.stores.port import (
    AppendConflict,
    DefinitionRow,
    DisclosureEntry,
    Erasure,
    KeyRow,
    Store,
    Wanted,
)

LEASE = timedelta(minutes=5)


def test_a_definition_is_kept_by_its_digest(store: Store) -> None:
    """The text comes back exactly; one that is there already is left as it is."""
    text = DefinitionRow("d" * 64, "fi-base", "2025.1", "pathway: fi-base\n'; DROP TABLE x --\n%s {} ä\n")
    store.put(text)
    store.put(attrs.evolve(text, text="another"))

    assert text == store.get("d" * 64)
    assert store.get("e" * 64) is None


def test_a_key_is_wrapped_anew_only_in_the_place_of_the_one_read(store: Store) -> None:
    """Rotation and a destroyed key do not undo each other."""
    book = Book("a")
    written = book.put(store, book.write(opening()))
    assert written.key is not None
    new = KeyRow("k-2", b"\x00\xffnew")

    assert store.rewrap(REGISTER, "a", written.key, new)
    assert not store.rewrap(REGISTER, "a", written.key, new)
    assert new == store.key_of(REGISTER, "a")
    assert store.key_of(REGISTER, "b") is None


def test_a_destroyed_key_is_gone_and_entered_in_the_register_of_erasures(store: Store) -> None:
    """Destroying is final and may be done again, as after a restore; the first entry stands."""
    book = Book("a")
    book.put(store, book.write(opening()))
    erasure = Erasure(case_id="a", erased_at=START, basis="request")
    store.destroy(REGISTER, erasure)
    store.destroy(REGISTER, attrs.evolve(erasure, basis="again"))
    store.destroy(REGISTER, attrs.evolve(erasure, case_id="b"))

    with pytest.raises(CaseErased):
        store.key_of(REGISTER, "a")
    loaded = store.load(REGISTER, "a")
    assert (loaded.key, loaded.erased) == (None, True)
    assert [erasure, attrs.evolve(erasure, case_id="b")] == list(store.erasures(REGISTER))
    assert [each.case_id for each in store.erasures(REGISTER, after="a")] == ["b"]
    assert list(store.erasures("another")) == []


def test_an_erasure_is_one_write_with_its_event(store: Store) -> None:
    """The event and the end of the key come together or not at all."""
    book = Book("a")
    book.put(store, book.write(opening()))
    erasure = Erasure(case_id="a", erased_at=START, basis="request")
    stale = book.write(e.Erased(basis="request"), erasure=erasure)
    book.put(store, book.write(moving()))

    with pytest.raises(AppendConflict):
        store.append(stale)
    assert store.key_of(REGISTER, "a") is not None

    book.put(store, book.write(e.Erased(basis="request"), erasure=erasure))
    assert store.load(REGISTER, "a").erased


def test_logs_come_back_in_order(store: Store) -> None:
    """Entries written by themselves and with a write make one log, case by case."""
    book = Book("a")
    passed = DisclosureEntry(
        at=START,
        discloser="town",
        subject="s",
        recipient="county",
        purpose="handover",
        basis="permit",
        records=("plan",),
        seq=1,
    )
    book.put(store, book.write(opening(), log=(use("decide"), passed)))
    store.write(REGISTER, "a", use("open", data=("note", "goals")))
    store.write(REGISTER, "b", use("history"))

    expected = [use("decide"), passed, use("open", data=("note", "goals"))]
    assert expected == list(store.read(REGISTER, "a"))
    assert expected[1:2] == list(store.read(REGISTER, "a", after=1, limit=1))
    assert list(store.read("another", "a")) == []


def test_many_writers_lose_no_log_entry(store: Store) -> None:
    """8 threads write 40 entries to one case's log: 40 are there."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: store.write(REGISTER, "a", use(f"use-{number:02}")), range(40)))

    found = [each.action for each in store.read(REGISTER, "a") if not isinstance(each, DisclosureEntry)]
    assert [f"use-{number:02}" for number in range(40)] == sorted(found)


# ── Query ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_cases_are_listed_by_what_is_asked(store: Store) -> None:
    """Each condition narrows the list; several must all hold."""
    plain, held, ended = Book("a"), Book("b"), Book("c")
    plain.put(store, plain.write(opening(client="client-1", worker="w1")))
    held.put(
        store,
        held.write(
            opening(organisation="county"),
            moving(),
            e.RoleNamed(role="coach", organisation="workshop", worker="w2"),
            arming("late", timedelta(days=2)),
        ),
    )
    ended.put(store, ended.write(opening(), e.ParticipantJoined(organisation="county"), e.Closed(reason="other")))

    def ids(wanted: Wanted) -> list[str]:
        return [row.case_id for row in store.cases(REGISTER, wanted).rows]

    assert ids(Wanted()) == ["a", "b", "c"]
    assert ids(Wanted(state="planning")) == ["b"]
    assert ids(Wanted(worker="w1")) == ["a"]
    assert ids(Wanted(worker="w2")) == ["b"]
    assert ids(Wanted(organisation="workshop")) == ["b"]
    assert ids(Wanted(organisation="county")) == ["b", "c"]
    assert ids(Wanted(coordinator="county")) == ["b"]
    assert ids(Wanted(client="client-1")) == ["a"]
    assert ids(Wanted(is_open=True)) == ["a", "b"]
    assert ids(Wanted(is_open=False)) == ["c"]
    assert ids(Wanted(due_before=START + timedelta(days=3))) == ["b"]
    assert ids(Wanted(due_before=START + timedelta(days=2))) == []
    assert ids(Wanted(state="planning", client="client-1")) == []
    assert ids(Wanted(digest="other")) == []
    assert store.cases("another").rows == ()


def test_what_people_do_changes_the_lists(store: Store) -> None:
    """Who holds a part no more is not found by it; a reopened case is open."""
    book = Book("a")
    book.put(store, book.write(opening(), e.RoleNamed(role="coach", organisation="workshop", worker="w")))
    book.put(store, book.write(e.RoleEnded(role="coach"), e.Closed(reason="other")))

    assert store.cases(REGISTER, Wanted(worker="w")).rows == ()
    assert store.cases(REGISTER, Wanted(is_open=True)).rows == ()


def test_pages_follow_each_other_without_gap_or_repeat(store: Store) -> None:
    """`after` of one page gives the next; the last says that it is the last."""
    names = ["B", "a", "ab", "b", "z_", "za", "ä", "Ö", "_", "1"]
    for name in names:
        book = Book(name)
        book.put(store, book.write(opening()))
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        page = store.cases(REGISTER, after=after, limit=3)
        found += [row.case_id for row in page.rows]
        after = page.after

    assert sorted(names) == found
    assert (len(store.cases(REGISTER, limit=10).rows), store.cases(REGISTER, limit=10).after) == (10, None)
    assert (store.cases(REGISTER, limit=0).rows, store.cases(REGISTER, limit=0).after) == ((), None)


@pytest.mark.parametrize(
    "text",
    ["'; DROP TABLE pathway_cases; --", "%s %(x)s %", "{} {0}", ":name ?", "a\tb\r\nc", '"\\', "\u202e", "𝛑 ä a\u0308"],
)
def test_any_text_comes_back_exactly(store: Store, text: str) -> None:
    """Whatever stands in an id or a code, it is a value and nothing else (faults 68)."""
    book = Book(f"id {text}")
    written = book.put(store, book.write(opening(organisation=text), moving(to=text)))

    assert written.row == store.load(REGISTER, f"id {text}").row
    assert list(written.entries) == list(store.scan(REGISTER, f"id {text}"))
    assert len(store.cases(REGISTER, Wanted(state=text, coordinator=text)).rows) == 1
