"""What every store owes its callers. A module that wants a store tested says `from tests.stores.suite import *`.

It needs one fixture, `store`: an empty store.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import attrs
import pytest

from pathway_engine.case import events as e
from pathway_engine.errors import CaseErased, Conflict
from pathway_engine.journal.chain import broken_at
from pathway_engine.stores.port import (
    MOST_ROWS,
    AppendConflict,
    Claim,
    Claimed,
    DefinitionRow,
    DisclosureEntry,
    Erasure,
    KeyRow,
    Loaded,
    QueueKind,
    Receipt,
    Store,
    Wanted,
)
from tests.stores.making import REGISTER, START, Book, arming, moving, opening, use

LEASE = timedelta(minutes=5)


# ── Journal ────────────────────────────────────────────────────────────────────────────────────────────────────────


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


def everything(store: Store) -> object:
    """Give all that a store shows of the cases these tests write."""
    ids = ("first", "second")
    return (
        [store.load(REGISTER, each, key) for each in ids for key in ("", "used", "new")],
        [list(store.scan(REGISTER, each)) for each in ids],
        [list(store.read(REGISTER, each)) for each in ids],
        store.loads(REGISTER, ("w", "v")),
        store.cases(REGISTER),
        [(each.id, each.type) for kind in QUEUES for each in peek(store, kind)],
    )


QUEUES: tuple[QueueKind, ...] = ("deadlines", "messages")


def peek(store: Store, kind: QueueKind) -> list[Claimed]:
    """Look at a queue far in the future, and lend nothing for longer than an instant."""
    later = START + timedelta(days=3650)
    return list(store.claim(kind, later, 100, timedelta(0)))


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


# ── Deadlines and messages ─────────────────────────────────────────────────────────────────────────────────────────


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


# ── Definitions, keys, logs ────────────────────────────────────────────────────────────────────────────────────────


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
