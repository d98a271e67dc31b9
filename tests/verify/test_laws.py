"""A journal written anew as a whole keeps its chain; the laws of cases still show what cannot have happened."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from pathway_engine.verify.fold import Entry, fold, opened
from pathway_engine.verify.journal import read_journal
from pathway_engine.verify.laws import Laws
from pathway_engine.verify.rows import homes, open_snapshot
from tests.verify.history import CASE, OTHER, told

Journal = list[dict[str, Any]]


def journal(case: str) -> Journal:
    """Give a case's events as plain data, to be forged."""
    with open_snapshot(str(told())) as snapshot:
        home = next(each for each in homes(snapshot) if each.case == case)
        return [deepcopy(entry._asdict()) for _, entry in sorted(read_journal(home).entries.items())]


def broken(forged: Journal) -> set[tuple[int, str]]:
    """Number a forged journal anew, fold it, and give the laws it breaks, by number."""
    entries = [Entry(**(each | {"seq": seq})) for seq, each in enumerate(forged, start=1)]
    laws, case, found = Laws(), opened("north", CASE, entries[0]), []
    found += [(1, code) for code, _ in laws.after(case, entries[0])]
    for entry in entries[1:]:
        if entry.recorded_at != case["recorded_at"]:
            found += [(seq, code) for seq, code, _ in laws.settled(case)]
        told_of = [(entry.seq, code) for code, _ in laws.before(case, entry)]
        found += told_of
        if "law-not-there" in {code for _, code in told_of}:
            return set(found)
        fold(case, entry)
        found += [(entry.seq, code) for code, _ in laws.after(case, entry)]
    return set(found) | {(seq, code) for seq, code, _ in laws.settled(case)}


def first(events: Journal, type_: str) -> int:
    """Give the place of the first event of a type."""
    return next(place for place, each in enumerate(events) if each["type"] == type_)


def changed(type_: str, **body: Any) -> Callable[[Journal], int]:
    """Make a forgery that changes the body of the first event of a type; it gives the place."""

    def forge(events: Journal) -> int:
        place = first(events, type_)
        events[place]["body"] |= body
        return place

    return forge


def stated(type_: str, **columns: Any) -> Callable[[Journal], int]:
    """Make a forgery that changes columns of the first event of a type."""

    def forge(events: Journal) -> int:
        place = first(events, type_)
        events[place] |= columns
        return place

    return forge


def left_out(type_: str, seen_at: str) -> Callable[[Journal], int]:
    """Make a forgery that leaves an event out; it is seen at the first event of another type after it."""

    def forge(events: Journal) -> int:
        place = first(events, type_)
        # Numbers that other events name would show it as well: here only the law shall.
        events[place] = events[place] | {"type": "warned", "body": {"code": "x", "about": "x", "told": []}}
        return place + first(events[place:], seen_at) if seen_at else place

    return forge


@pytest.mark.parametrize("case", [CASE, OTHER])
def test_what_happened_breaks_no_law(case: str) -> None:
    """The story as the engine wrote it is lawful."""
    assert broken(journal(case)) == set()


@pytest.mark.parametrize(
    ("forge", "code"),
    [
        (stated("deadline_missed", recorded_at="2025-03-03T08:00:00.000000Z"), "law-early"),
        (stated("recorded", recorded_at="2020-03-03T08:00:00.000000Z"), "time-runs-back"),
        (stated("flag_raised", digest="0" * 64), "law-digest"),
        (stated("moved", occurred_at="2025-03-01T08:00:00.000000Z"), "law-order"),
        (changed("moved", **{"from": "employment"}), "law-state"),
        (changed("acted", state="employment"), "law-state"),
        (changed("service_moved", **{"from": "ended"}), "law-state"),
        (changed("moved", relied_on={"checklist": 99}), "law-not-there"),
        (changed("moved", handover="h99"), "law-not-received"),
        (changed("handover_completed", warm=False, without_meeting="urgent"), "law-handover"),
        (left_out("handover_met", "handover_completed"), "law-handover"),
        (left_out("handover_accepted", "handover_met"), "law-handover"),
        (left_out("handover_returned", "handover_requested"), "law-second-handover"),
        (changed("handover_requested", sender="south"), "law-coordinator"),
        (changed("coordination_passed", **{"from": "south"}), "law-coordinator"),
        (changed("coordination_passed", to="south"), "law-not-received"),
        (changed("coordination_passed", handover=""), "law-not-received"),
        (changed("opened", organisation=""), "law-coordinator"),
        (changed("extract_disclosed", basis=""), "law-basis"),
        (changed("extract_disclosed", basis="permit:p99"), "law-basis"),
        (changed("deadline_armed", due_at="2025-01-01T00:00:00.000000Z"), "law-due"),
        (changed("record_corrected", corrects=1), "law-not-there"),
        (changed("state_corrected", corrects=1), "law-not-there"),
        (changed("deadline_met", deadline="another"), "law-not-there"),
    ],
)
def test_a_forged_event_breaks_a_law(forge: Callable[[Journal], int], code: str) -> None:
    """One event that cannot have happened is told at its number, whatever the chain says."""
    events = journal(CASE)
    place = forge(events)

    found = broken(events)

    assert (place + 1, code) in found, found


def test_an_extract_passed_after_its_permit_had_ended_breaks_a_law() -> None:
    """The permit must be in force on the day of passing, not only be there."""
    events = journal(CASE)
    changed("permit_given", until="2025-03-01")(events)

    assert (first(events, "extract_disclosed") + 1, "law-basis") in broken(events)


def test_a_completed_handover_without_its_move_breaks_a_law() -> None:
    """The receipt, the move and the passing of coordination are one write (§H3)."""
    for type_ in ("coordination_passed", "moved"):
        events = journal(CASE)
        completed = first(events, "handover_completed")
        place = completed + first(events[completed:], type_)
        events[place] |= {"type": "warned", "body": {"code": "x", "about": "x", "told": []}}

        assert (completed + 1, "law-unfinished") in broken(events)


def test_a_case_cannot_end_with_a_service_open() -> None:
    """What is open is ended first (§M6)."""
    events = journal(OTHER)
    left_out("service_ended", "")(events)

    assert (first(events, "closed") + 1, "law-closing") in broken(events)


def test_a_deadline_is_missed_once() -> None:
    """A second telling of the same deadline is told."""
    events = journal(CASE)
    place = first(events, "deadline_missed")
    events.insert(place, events[place])

    assert (place + 2, "law-twice") in broken(events)
