"""The chain: whatever is done to a journal is found, and where."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import events as e
from pathway_engine.errors import KeyMissing, SealBroken
from pathway_engine.journal.chain import broken_at, genesis, hash_of, receipt_mark
from pathway_engine.journal.entry import Entry, Head
from pathway_engine.journal.ledger import event_of, opened, records
from pathway_engine.journal.sealing import CaseKey, new_case_key
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.conformance.making import REGISTER, Book, moving, opening
from pathway_engine.stores.port import Receipt


def journal(case_id: str = "a") -> tuple[Entry, ...]:
    """Make a journal of five entries; the first has sealed fields."""
    flags = [e.FlagRaised(flag="f"), e.FlagLowered(flag="f"), e.FlagRaised(flag="g")]
    receipt = Receipt("k", "f", case_id, 1, 5)
    return Book(case_id).write(opening(), moving(), *flags, personal={"note": "secret"}, receipt=receipt).entries


def rechained(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give every entry the hash of what it holds, and leave the links alone."""
    return tuple(attrs.evolve(each, hash=hash_of(each)) for each in entries)


@pytest.mark.parametrize("name", [each.name for each in attrs.fields(Entry)])
@pytest.mark.parametrize("at", [1, 3, 5])
def test_an_edited_column_is_located(name: str, at: int) -> None:
    """Every column is inside the hash: changing any of them is found at its entry."""
    entries = list(journal())
    value = getattr(entries[at - 1], name)
    other: Any = {str: f"{value}x", int: 77, bytes: b"x", tuple: ("other",), type(None): b"x"}[type(value)]
    change: dict[str, Any] = {name: other}
    entries[at - 1] = attrs.evolve(entries[at - 1], **change)

    assert broken_at(REGISTER, "a", entries) == at


@given(st.permutations(range(5)), st.integers(1, 5))
def test_reordering_and_leaving_out_are_located(order: list[int], count: int) -> None:
    """The first entry that is not in its place is told; only a cut-off end is not seen by the chain alone."""
    whole = journal()
    shown = [whole[number] for number in order[:count]]
    wrong = next((place for place, number in enumerate(order[:count], start=1) if number != place - 1), None)

    assert broken_at(REGISTER, "a", shown) == wrong


def test_an_edit_with_its_own_hash_made_right_breaks_the_next_link() -> None:
    """Hashing an edited entry anew moves the break to the entry after it."""
    entries = list(journal())
    entries[1] = rechained((attrs.evolve(entries[1], body="{}"),))[0]

    assert broken_at(REGISTER, "a", entries) == 3


def test_a_journal_copied_to_another_case_or_register_does_not_fit() -> None:
    """The chain begins with the register and the case."""
    entries = journal()
    moved = rechained(tuple(attrs.evolve(each, case_id="b") for each in entries))

    assert broken_at(REGISTER, "b", entries) == 1
    assert broken_at("another", "a", entries) == 1
    assert broken_at(REGISTER, "b", moved) == 1


def test_the_hash_can_be_worked_out_from_the_description_alone() -> None:
    """A verifier that shares no code needs JSON, SHA-256 and the module's docstring."""
    entry = journal()[0]
    assert entry.sealed is not None
    described = {
        "actor": entry.actor,
        "body": entry.body,
        "case": "a",
        "digest": entry.digest,
        "format": 1,
        "occurred_at": entry.occurred_at,
        "prev": entry.prev_hash,
        "receipt": entry.receipt,
        "recorded_at": entry.recorded_at,
        "register": REGISTER,
        "sealed": hashlib.sha256(entry.sealed).hexdigest(),
        "sealed_names": ["note"],
        "seq": 1,
        "type": "opened",
        "version": 1,
    }
    text = json.dumps(described, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    start = json.dumps(
        {"case": "a", "format": 1, "genesis": "pathway-engine", "register": REGISTER},
        sort_keys=True,
        separators=(",", ":"),
    )

    mark = json.dumps({"command": "f", "format": 1, "key": "k"}, sort_keys=True, separators=(",", ":"))

    assert hashlib.sha256(text.encode()).hexdigest() == entry.hash
    assert hashlib.sha256(start.encode()).hexdigest() == entry.prev_hash == genesis(REGISTER, "a")
    assert hashlib.sha256(mark.encode()).hexdigest() == entry.receipt == receipt_mark("k", "f")


def test_the_form_of_the_chain_is_pinned() -> None:
    """The hash of a known entry never changes: journals live longer than versions."""
    entry = Entry(
        register="r",
        case_id="ä",
        seq=1,
        type="opened",
        type_version=1,
        occurred_at="2026-01-05T07:00:00.000000Z",
        recorded_at="2026-01-05T07:00:00.000001Z",
        actor='{"role":"coordinator"}',
        digest="d" * 64,
        body='{"to":"planning"}',
        sealed=b"\x01\x02",
        sealed_names=("goals", "note"),
        prev_hash=genesis("r", "ä"),
        hash="",
    )

    assert hash_of(entry) == "e69284a4a99c1b54aeea20a43852d413aed7149a01223121c741863bc971453e"


# ── The ledger ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rows_give_their_events_again() -> None:
    """What a row keeps is the event, but for what is sealed."""
    book = Book("a")
    entries = book.write(opening(), moving(), personal={"note": "secret", "signs": ("a", "b"), "age": 3}).entries
    assert book.key is not None

    assert [event_of(each).body for each in entries] == [opening(), moving()]
    assert event_of(entries[0]).sealed == ("age", "note", "signs")
    assert opened(entries[0], book.key) == {"note": "secret", "signs": ("a", "b"), "age": 3}
    assert opened(entries[1], book.key) == {}


def test_numbers_must_follow() -> None:
    """An event that leaves a gap is not written."""
    (event,) = [event_of(each) for each in Book("a").write(opening()).entries]

    with pytest.raises(ValueError, match="event 1 follows event 3"):
        records(Head(REGISTER, "a", 3, "h"), [event], {}, None, SeededSources())


def test_what_is_sealed_is_what_the_event_names() -> None:
    """Values too many or missing, or no key, stop the write; the message shows none of them."""
    event = attrs.evolve(event_of(Book("a").write(opening()).entries[0]), sealed=("note",))
    head, key = Head(REGISTER, "a"), new_case_key(SeededSources())
    for payload, with_key in (({}, key), ({"other": "131052-900W"}, key), ({"note": "131052-900W"}, None)):
        with pytest.raises(ValueError, match="event 1") as caught:
            records(head, [event], {1: payload}, with_key, SeededSources())
        assert "131052" not in str(caught.value)


# ── Sealing ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("column", ["register", "case_id", "seq", "type"])
def test_sealed_bytes_open_only_where_they_were_written(column: str) -> None:
    """Moved to another register, case, number or type they do not open."""
    book = Book("a")
    entry = book.write(opening(), personal={"note": "secret"}).entries[0]
    assert book.key is not None
    change: dict[str, Any] = {column: 2 if column == "seq" else "other"}
    elsewhere = attrs.evolve(entry, **change)

    with pytest.raises(SealBroken):
        opened(elsewhere, book.key)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_never_opens(at: int, change: int) -> None:
    """Whichever byte is changed, opening fails with an error of ours, not with another value."""
    book = Book("a")
    entry = book.write(opening(), personal={"note": "secret"}).entries[0]
    assert entry.sealed is not None
    assert book.key is not None
    sealed = bytearray(entry.sealed)
    sealed[at % len(sealed)] ^= change

    with pytest.raises((SealBroken, KeyMissing)):
        opened(attrs.evolve(entry, sealed=bytes(sealed)), book.key)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x02" + b"x" * 60, b"\x01" * 17])
def test_bytes_of_another_form_are_refused(sealed: bytes) -> None:
    """Too short or of an unknown format: told as broken."""
    entry = attrs.evolve(journal()[0], sealed=sealed)

    with pytest.raises(SealBroken):
        opened(entry, CaseKey(b"k" * 32))


def test_another_key_is_told_as_missing() -> None:
    """A wrong key is not damage: the message says which case and event it was for."""
    with pytest.raises(KeyMissing, match="event 1 of case a"):
        opened(journal()[0], CaseKey(b"k" * 32))


def test_no_nonce_is_used_twice() -> None:
    """Deciding again after a conflict seals under a fresh nonce, though numbers and values are the same (§D3)."""
    book = Book("a")
    first = book.write(opening(), personal={"note": "secret"}).entries[0].sealed
    second = book.write(opening(), personal={"note": "secret"}).entries[0].sealed
    assert first is not None
    assert second is not None

    assert first[:5] == second[:5]
    assert first[5:17] != second[5:17]


# ── Sources ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_seeded_sources_are_foretold() -> None:
    """The same seed gives the same ids and bytes; another seed gives others; the clock stands until it is moved."""
    one, same, other = SeededSources(7), SeededSources(7), SeededSources(8)
    drawn = [one.new_id() for _ in range(5)]

    assert [same.new_id() for _ in range(5)] == drawn
    assert len({*drawn, other.new_id()}) == 6
    assert all(len(each) == 26 and each.isalnum() and each == each.lower() for each in drawn)
    assert one.clock() == one.clock()
    assert one.advance(timedelta(days=-1)) == same.clock() - timedelta(days=1)
