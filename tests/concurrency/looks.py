"""What somebody saw while others wrote: is there one order of all that happened, and is it the real one (faults 23)?

A journal gives every case one order of its events. Its history is linearizable when everything that was answered
fits to that order and to the clock: a write that was answered before another was asked stands before it (that is
looked at in `inspecting`); whoever looks sees at least what was answered, or seen, before they asked, and nothing that
was asked after they were answered; a refusal was right at some moment while it was waited for. Across cases: lists
of cases, each of which is one moment, are themselves in one order, and that is again the real one.
"""

from __future__ import annotations

__all__ = ["Look", "Refusal", "Write", "disorder", "note_list", "note_look", "note_refusal", "seen", "states_of"]

import json
import time
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import astuple, frozen

from pathway_engine.stores.port import Wanted
from tests.concurrency.crew import Post, lines

ALLOWED: Mapping[str, frozenset[str]] = {
    "go_left": frozenset({"start"}),
    "go_right": frozenset({"start"}),
    "back": frozenset({"left", "right"}),
}
"""Moves of the ground, and the states in which they may be made."""


@frozen
class Write:
    """A command that took effect: the number of its last event, and when it was asked and answered."""

    case: str
    seq: int
    called: float
    answered: float


@frozen
class Look:
    """Cases as they were seen at one moment: versions, and of a single case its state as well."""

    versions: Mapping[str, int]
    state: str
    called: float
    answered: float


@frozen
class Refusal:
    """A move that was refused for the state of its case."""

    case: str
    trigger: str
    called: float
    answered: float


# ── while it happens ───────────────────────────────────────────────────────────────────────────────────────────────


def note_look(post: Post, case: str) -> None:
    """Look at a case, and write down what was seen."""
    called = time.time()
    found = post.engine.case(case)
    post.note("looks", json.dumps(astuple(Look({case: found.version}, found.state, called, time.time()))))


def note_list(post: Post) -> None:
    """Look at all cases in one moment."""
    called = time.time()
    versions = {row.case_id: row.version for row in post.engine.cases(Wanted(), limit=1000).rows}
    post.note("looks", json.dumps(astuple(Look(versions, "", called, time.time()))))


def note_refusal(post: Post, case: str, trigger: str, called: float) -> None:
    """Write down that a move was refused."""
    post.note("refusals", json.dumps(astuple(Refusal(case, trigger, called, time.time()))))


# ── afterwards ─────────────────────────────────────────────────────────────────────────────────────────────────────


def seen(folder: Path, states: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Hold what was seen against what was written; give how much that was.

    Args:
        folder: Where it was written down.
        states: Of each case the state after each of its events.

    Raises:
        AssertionError: There is no such order.
    """
    writes = []
    for line in lines(folder, "acks"):
        told = json.loads(line)
        # When a repeated answer's command took effect nobody knows, but it had by the time it was answered.
        called = 0.0 if told["again"] else told["called"]
        writes.append(Write(told["case"], told["seqs"][-1], called, told["answered"]))
    looks = [Look(*json.loads(line)) for line in lines(folder, "looks")]
    refusals = [Refusal(*json.loads(line)) for line in lines(folder, "refusals")]
    assert disorder(writes, looks, refusals, states) == []
    return {"looks": len(looks), "refusals": len(refusals)}


def disorder(
    writes: Sequence[Write], looks: Sequence[Look], refusals: Sequence[Refusal], states: Mapping[str, Sequence[str]]
) -> list[str]:
    """Give what does not fit into one order, the real one."""
    known = _Known(writes, looks)
    wrong = []
    for look in looks:
        for case, version in look.versions.items():
            least, most = known.bounds(case, look.called, look.answered)
            if not least <= version <= most:
                wrong.append(f"{case} was seen at {version}, though it was between {least} and {most}")
            if look.state and states[case][version - 1] != look.state:
                wrong.append(f"{case} was seen in {look.state} at {version}")
    for refusal in refusals:
        least, most = known.bounds(refusal.case, refusal.called, refusal.answered)
        possible = set(states[refusal.case][max(least, 1) - 1 : int(min(most, len(states[refusal.case])))])
        if possible <= ALLOWED[refusal.trigger]:
            wrong.append(f"{refusal.case}: {refusal.trigger} was refused, and was possible all the while")
    lists = sorted((look.versions for look in looks if not look.state), key=lambda each: sum(each.values()))
    for before, after in pairwise(lists):
        if any(after.get(case, 0) < version for case, version in before.items()):
            wrong.append(f"no order of {before} and {after}")
    return wrong


class _Known:
    """What must have happened by a moment, and what cannot have happened yet."""

    def __init__(self, writes: Sequence[Write], looks: Sequence[Look]) -> None:
        self._told: dict[str, list[tuple[float, int]]] = {}
        self._asked: dict[str, list[tuple[float, int]]] = {}
        for write in writes:
            self._told.setdefault(write.case, []).append((write.answered, write.seq))
            self._asked.setdefault(write.case, []).append((write.called, write.seq))
        for look in looks:
            for case, version in look.versions.items():
                self._told.setdefault(case, []).append((look.answered, version))

    def bounds(self, case: str, called: float, answered: float) -> tuple[int, float]:
        """Give the least and the greatest version that may be seen by who asks and is answered at these moments."""
        least = max((seq for at, seq in self._told.get(case, ()) if at < called), default=0)
        later = [seq for at, seq in self._asked.get(case, ()) if at > answered]
        return least, min(later) - 1 if later else float("inf")


def states_of(rows: Sequence[Any]) -> dict[str, list[str]]:
    """Give of each case the state after each of its events: of rows with case, type and body in order."""
    found: dict[str, list[str]] = {}
    for case, type_, body in rows:
        journal = found.setdefault(case, [])
        journal.append(json.loads(body)["to"] if type_ == "moved" else journal[-1] if journal else "start")
    return found
