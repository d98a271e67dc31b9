"""What works, but not as its writer or its reader would expect."""

from __future__ import annotations

__all__ = ["check_tidiness"]

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from pathway_engine.definition.check.asking import asked
from pathway_engine.definition.check.authority import Authority
from pathway_engine.definition.check.graph import Verdict
from pathway_engine.definition.check.places import Notes, Part, parts_of
from pathway_engine.definition.demands import CapacityRequirement, Requirement
from pathway_engine.definition.labels import likened
from pathway_engine.definition.model import Deadline, Pathway, Review
from pathway_engine.definition.tree import Path
from pathway_engine.durations import Duration
from pathway_engine.text import LANGUAGES, Text


def check_tidiness(notes: Notes, pathway: Pathway, verdicts: Mapping[str, Verdict]) -> None:
    """Check texts, labels, time limits and caseload limits.

    Args:
        notes: Takes what is found.
        pathway: The definition.
        verdicts: What walking has shown, by service; the main path's under the empty name.
    """
    _check_plain(notes, pathway)
    _check_labels(notes, pathway)
    for part in parts_of(pathway):
        reach = _Reach(pathway, part, verdicts[part.service], Authority(pathway))
        for name, deadline in part.deadlines.items():
            _check_deadline(notes, reach, deadline, (*part.path, "deadlines", name))
        for name, move in part.moves.items():
            path = (*part.path, "transitions", name)
            if move.tasks_within is not None and not move.fact:
                notes.key("tasks-without-fact", *path, "tasks_within", name=name)
            handover = move.handover
            if handover and handover.extract and not handover.basis and not handover.statute:
                notes.key("extract-without-basis", *path, "handover", "extract", name=name)
    for name, service in pathway.services.items():
        if service.review:
            _check_review(notes, pathway, service.review, ("services", name, "review"))
    _check_capacities(notes, pathway, verdicts[""])
    for name, rule in pathway.retention.items():
        if rule.verify:
            notes.value("to-verify", "retention", name, "verify", name=name)


# ── what the client reads ──────────────────────────────────────────────────────────────────────────────────────────


def _check_plain(notes: Notes, pathway: Pathway) -> None:
    if pathway.subject != "client":
        return
    silent = [("states", name) for name, state in pathway.states.items() if state.plain is None]
    silent += [("services", name) for name, service in pathway.services.items() if service.plain is None]
    for section, name in silent:
        notes.key("missing-plain", section, name, name=name)


# Regions share most labels with their base.
_likened = lru_cache(maxsize=8192)(likened)

# ── what people type ───────────────────────────────────────────────────────────────────────────────────────────────

Labelled = tuple[str, Text, Path]
"""An id, what it is called, and the place of that."""


def _check_labels(notes: Notes, pathway: Pathway) -> None:
    """Two things of one kind with one label: whoever types it in a scenario cannot say which is meant."""
    for things in _kinds(pathway):
        first: dict[str, tuple[str, Path]] = {}
        for name, text, path in things:
            for language in LANGUAGES:
                words = text.to(language)
                other, place = first.setdefault(_likened(words), (name, (*path, language)))
                if other != name:
                    notes.value("shared-label", *path, language, also=[place], name=words, first=other, other=name)
                    break


def _kinds(pathway: Pathway) -> Iterator[list[Labelled]]:
    titled = ("roles", "organisations", "records", "catalogues", "deadlines", "services", "capacities", "retention")
    for section in titled:
        yield _titled(getattr(pathway, section), section)
    for section in ("phases", "flags", "permits"):
        yield [(name, text, (section, name)) for name, text in getattr(pathway, section).items()]
    groups = [(name, text, ("groups", name)) for name, text in pathway.groups.items()]
    yield [*_titled(pathway.states, "states"), *groups]
    for name, record in pathway.records.items():
        yield _titled(record.fields, "records", name, "fields")
    for name, catalogue in pathway.catalogues.items():
        yield [(item, text, ("catalogues", name, "items", item)) for item, text in catalogue.items.items()]
    for part in parts_of(pathway):
        yield _moves(part)
        if part.service:
            yield _titled(part.states, *part.path, "states")
            yield _titled(part.deadlines, *part.path, "deadlines")


def _titled(things: Mapping[str, Any], *path: str | int) -> list[Labelled]:
    return [(name, thing.title, (*path, name, "title")) for name, thing in things.items()]


def _moves(part: Part) -> list[Labelled]:
    # Entries with one trigger are one move to whoever makes it.
    path = (*part.path, "transitions")
    return [(move.trigger or name, move.title, (*path, name, "title")) for name, move in part.moves.items()]


# ── time limits ────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class _Reach:
    """What can happen in a part of the pathway."""

    pathway: Pathway
    part: Part
    verdict: Verdict
    authority: Authority

    def happens(self, what: str) -> bool:
        """Tell whether a move or a record can come about. Names nobody knows are told of elsewhere."""
        record = self.pathway.records.get(what)
        if record is not None and self.authority.may_record(record):
            return True
        moves = {name for name, move in self.part.moves.items() if what in {name, move.trigger}}
        alive = (name for name in moves - set(self.verdict.dead) if self.authority.may_move(self.part.moves[name].by))
        return any(alive) or (record is None and not moves)

    def starts(self, deadline: Deadline) -> bool:
        """Tell whether a time limit is ever counted."""
        if deadline.from_ == "state_entered":
            states = [name for name in self.part.states if self.verdict.reached(name)]
            return any(state == each or state.startswith(f"{each}.") for state in states for each in deadline.in_)
        kind, _, what = deadline.from_.replace("record.", "record:").partition(":")
        return kind == "pending" or self.happens(what.partition(".")[0] if kind == "record" else what)


def _check_deadline(notes: Notes, reach: _Reach, deadline: Deadline, path: Path) -> None:
    name = str(path[-1])
    if not reach.starts(deadline):
        found = ", ".join(deadline.in_) if deadline.from_ == "state_entered" else deadline.from_
        notes.value("deadline-never-starts", *path, "from", name=name, found=found)
    # Leaving the state ends what was counted from entering it; all else waits to be met.
    ends_by_itself = deadline.from_ == "state_entered" and not deadline.met_by
    if not ends_by_itself and not any(reach.happens(each) for each in deadline.met_by):
        notes.key("deadline-never-met", *path, name=name)
    if deadline.on_miss == "escalate" and not deadline.escalate_to:
        notes.value("escalates-to-nobody", *path, "on_miss", name=name)
    if deadline.kind == "statutory" and not (deadline.valid and deadline.valid.from_) and not _in_force(reach.pathway):
        notes.key("statutory-without-dates", *path, name=name)
    if deadline.verify:
        notes.value("to-verify", *path, "verify", name=name)


def _in_force(pathway: Pathway) -> bool:
    """Tell whether the definition itself says from when on its rules hold."""
    return pathway.valid.from_ is not None


def _check_review(notes: Notes, pathway: Pathway, review: Review, path: Path) -> None:
    if review.every.is_negative or review.every == Duration():
        notes.value("no-interval", *path, "every", name=str(path[1]))
    if review.kind == "statutory" and not _in_force(pathway):
        notes.key("statutory-without-dates", *path, name=str(path[1]))


# ── caseload limits ────────────────────────────────────────────────────────────────────────────────────────────────


def _check_capacities(notes: Notes, pathway: Pathway, verdict: Verdict) -> None:
    asked_for = {
        each.what.capacity
        for requirements in _all_requirements(pathway)
        for each in asked(requirements)
        if isinstance(each.what, CapacityRequirement)
    }
    reached = [name for name in pathway.states if verdict.reached(name)]
    for name, capacity in pathway.capacities.items():
        counted = any(state == each or state.startswith(f"{each}.") for state in reached for each in capacity.counts)
        if not counted:
            notes.value("capacity-counts-nothing", "capacities", name, "counts", name=name)
        if name not in asked_for:
            notes.key("unused-capacity", "capacities", name, name=name)


def _all_requirements(pathway: Pathway) -> Iterator[tuple[Requirement, ...]]:
    for part in parts_of(pathway):
        for move in part.moves.values():
            yield move.requires
            yield move.advises
    for service in pathway.services.values():
        yield service.requires
