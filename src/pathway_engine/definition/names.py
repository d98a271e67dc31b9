"""Whether every name in a pathway leads somewhere, and each thing has what it cannot do without.

What a reader of the file would call a slip is found here: unknown names, ids that look alike, a
state without anybody responsible. Whether the pathway is sound as a whole (reachable, free of dead
ends, true to its principles) is another question, asked afterwards.
"""

from __future__ import annotations

__all__ = ["check_names", "problems_of"]

from collections.abc import Mapping
from contextlib import suppress

from pathway_engine.definition.conditions import check_requirements
from pathway_engine.definition.findings import Findings, Halt, Word
from pathway_engine.definition.identity import check_ids
from pathway_engine.definition.limits import check_deadlines, check_validity
from pathway_engine.definition.model import (
    ANY_STATE,
    PREVIOUS,
    Handover,
    Pathway,
    RecordType,
    Service,
    State,
    Transition,
)
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.retention import check_retention
from pathway_engine.definition.scope import References, Scope
from pathway_engine.errors import Problem

Prefix = tuple[str, ...]


def problems_of(pathway: Pathway, origins: Origins, language: str = "en") -> list[Problem]:
    """Give every problem of names in a pathway, in the order of its files.

    Args:
        pathway: The effective definition.
        origins: Where its parts were written.
        language: Language of the messages: `fi`, `sv` or `en`.
    """
    findings = Findings()
    with suppress(Halt):  # so many that no more are wanted
        check_names(pathway, origins, findings)
    return findings.problems(language)


def check_names(pathway: Pathway, origins: Origins, findings: Findings) -> None:
    """Add every problem of names to `findings`."""
    scope = Scope.of(origins.tree, pathway.records)
    names = References(scope, origins, findings)
    check_ids(origins.tree, findings)
    check_validity(names, pathway.valid, "valid")
    _check_parties(names, pathway)
    for index, member in enumerate(pathway.checklist.members if pathway.checklist else ()):
        names.option("network_members", member, "checklist", "members", index)
    for name, record in pathway.records.items():
        _check_record(names, record, "records", name)
    _check_path(names, pathway.states, pathway.transitions, ())
    check_deadlines(names, pathway.deadlines)
    check_retention(names, pathway)
    for name, service in pathway.services.items():
        table = origins.tree.table("services").table(name)
        inside = References(scope.inside(table), origins, findings)
        _check_service(names, inside, service, name)


def _check_parties(names: References, pathway: Pathway) -> None:
    for name, role in pathway.roles.items():
        names.each("role", role.held_by, "roles", name, "held_by")
        names.one("organisation", role.organisation, "roles", name, "organisation")
    for name, party in pathway.organisations.items():
        names.one("organisation", party.kind, "organisations", name, "kind")
        names.one("organisation", party.register, "organisations", name, "register")
    for name, capacity in pathway.capacities.items():
        names.one("role", capacity.per, "capacities", name, "per")
        names.each("state", capacity.counts, "capacities", name, "counts")
        if capacity.limit < 1:
            names.note("no-room", "capacities", name, "limit", name=name)


def _check_record(names: References, record: RecordType, *path: str) -> None:
    names.each("role", record.by, *path, "by")
    for name, field in record.fields.items():
        place = (*path, "fields", name)
        names.each("role", field.by, *place, "by")
        names.one("catalogue", field.options, *place, "options")
        if field.type in ("choice", "choices") and not field.options:
            names.note_key("missing-options", *place, name=name)
        if field.min is not None and field.max is not None and field.min > field.max:
            names.note("bad-period", *place, "max", name=name)


def _check_path(
    names: References,
    states: Mapping[str, State],
    moves: Mapping[str, Transition],
    prefix: Prefix,
) -> None:
    """Check the states and moves of the main path (`prefix` is empty) or of a service."""
    section = (*prefix, "states")
    initial = [name for name, state in states.items() if state.initial]
    # States that are missing, or faulty and left out, are told of already.
    written = names.origins.tree_at(*prefix).entries.get("states")
    whole = written and len(states) == len(names.origins.tree_at(*section).entries)
    if len(initial) != 1 and whole:
        at: tuple[str, ...] = (*section, initial[1]) if initial else section
        names.note_key("initial-count", *at, name=", ".join(initial) or Word("none"))
    for name, state in states.items():
        names.dated("role", state.responsible, *section, name, "responsible")
        if names.scope.ids["phase"]:
            # A pathway that lists no phases may use the words freely.
            names.one("phase", state.phase, *section, name, "phase")
        if state.kind != "final" and not state.responsible:
            names.note_key("no-responsible", *section, name, name=name)
    for name, move in moves.items():
        _check_move(names, move, states, (*prefix, "transitions", name))
    _check_collisions(names, moves, (*prefix, "transitions"))


def _check_move(names: References, move: Transition, states: Mapping[str, State], path: Prefix) -> None:
    names.each("state", move.from_, *path, "from", besides=(ANY_STATE,))
    names.one("state", move.to, *path, "to", besides=(PREVIOUS,))
    if move.to == PREVIOUS:
        for index, source in enumerate(move.from_):
            if source in states and states[source].kind == "hold":
                continue
            if source in states or source in names.scope.ids["state"] or source == ANY_STATE:
                names.note("bad-previous", *path, "from", index, name=source)
    names.dated_lists("role", move.by, *path, "by")
    names.each("role", move.agreed_by, *path, "agreed_by")
    check_requirements(names, move.requires, *path, "requires")
    check_requirements(names, move.advises, *path, "advises")
    names.one("catalogue", move.reasons, *path, "reasons")
    names.each("flag", move.sets, *path, "sets")
    names.each("flag", move.clears, *path, "clears")
    if move.handover:
        _check_handover(names, move.handover, *path, "handover")


def _check_handover(names: References, handover: Handover, *path: str) -> None:
    names.one("role", handover.to, *path, "to")
    names.one("organisation", handover.organisation, *path, "organisation")
    names.each("record", handover.extract, *path, "extract")
    names.one("permit", handover.basis, *path, "basis")
    names.each("role", handover.escalate_to, *path, "escalate_to")


def _check_collisions(
    names: References,
    moves: Mapping[str, Transition],
    section: Prefix,
) -> None:
    """Find two entries that would answer to one word in one state (semantics §M1).

    Only entries named alike can: the same state, or the same group, in both `from` lists. A state
    and its group are no collision, the state's own entry counts.
    """
    taken: dict[tuple[str, str], str] = {}
    for name, move in moves.items():
        word = move.trigger or name
        for index, source in enumerate(dict.fromkeys(move.from_)):
            first = taken.setdefault((word, source), name)
            if first != name:
                params = {"name": word, "state": source, "first": first}
                names.note("colliding-moves", *section, name, "from", index, **params)


def _check_service(names: References, inside: References, service: Service, name: str) -> None:
    path = ("services", name)
    names.each("role", service.by, *path, "by")
    check_requirements(names, service.requires, *path, "requires")
    names.dated("organisation", service.organiser, *path, "organiser")
    if service.review:
        review = service.review
        known = inside.scope.ids["move"] | inside.scope.ids["record"]
        if review.met_by not in known:
            inside.unknown("record-or-move", review.met_by, known, (*path, "review", "met_by"))
        names.each("role", review.notify, *path, "review", "notify")
        if review.kind == "statutory" and not review.law:
            names.note_key("statutory-without-law", *path, "review", name=name)
    _check_path(inside, service.states, service.transitions, path)
    check_deadlines(inside, service.deadlines, *path)
