"""The principles of the national model, as far as a definition shows them.

What may never stand between a client and the next step: readiness, a diagnosis, a benefit, a consent, absence or the
passing of time (semantics §B1, §T3; quality criteria Q9, Q23, Q25). What must always be there: a way back, a way on
from every outcome, the offer of inclusion before a path is closed without a job (R056), and facts that are recorded
whoever likes them or not (§M4).

These hold for a client's path and its services; a region's own matters have no client to protect.
"""

from __future__ import annotations

__all__ = ["check_gates", "check_ways"]

from collections.abc import Iterator

from pathway_engine.definition.check.asking import Asked, asked
from pathway_engine.definition.check.authority import Authority, every
from pathway_engine.definition.check.graph import Graph, Hop, Verdict
from pathway_engine.definition.check.places import Notes, Part, parts_of
from pathway_engine.definition.check.vocabulary import REASONS, first_match, gates_in, mentions_participation, words_of
from pathway_engine.definition.demands import (
    BasisRequirement,
    ElapsedRequirement,
    EvaluationsRequirement,
    FlagRequirement,
    MeetingRequirement,
    PredicateRequirement,
    RecordRequirement,
    Requirement,
    ServiceRequirement,
    Where,
)
from pathway_engine.definition.model import Pathway, RecordType, State, Transition
from pathway_engine.definition.tree import Path
from pathway_engine.text import Text

# ── what may not be asked ──────────────────────────────────────────────────────────────────────────────────────────


def check_gates(notes: Notes, pathway: Pathway) -> None:
    """Check that nothing is asked that may gate no step, and that no reason blames the client or the clock."""
    if pathway.subject != "client":
        return
    for part in parts_of(pathway):
        for name, move in part.moves.items():
            path = (*part.path, "transitions", name)
            if move.fact:
                _check_fact(notes, move, path, name)
            elif move.to:
                # What keeps the case where it is holds nobody back; a follow-up may wait for its day.
                _check_asked(notes, pathway, move.requires, (*path, "requires"))
    for name, service in pathway.services.items():
        _check_asked(notes, pathway, service.requires, ("services", name, "requires"))
    _check_reasons(notes, pathway)


def _check_fact(notes: Notes, move: Transition, path: Path, name: str) -> None:
    """A fact has happened: it waits for nobody's agreement and for no handover (§M4)."""
    for key in ("agreed_by", "handover"):
        if getattr(move, key):
            notes.key("gated-fact", *path, key, name=name, key=key)


def _check_asked(notes: Notes, pathway: Pathway, requirements: tuple[Requirement, ...], path: Path) -> None:
    for each in asked(requirements, *path):
        what = each.what
        if isinstance(what, BasisRequirement):
            notes.value("consent-gate", *each.path, name=what.basis)
        elif isinstance(what, ElapsedRequirement):
            notes.value("time-gate", *each.path, name=str(what.elapsed))
        else:
            _check_words(notes, pathway, each)


def _check_words(notes: Notes, pathway: Pathway, place: Asked) -> None:
    found: dict[str, str] = {}
    for name, labels in _spoken(pathway, place.what):
        found = {**gates_in(name, *labels), **found}
    for code, words in found.items():
        notes.value(code, *place.path, name=words)


Spoken = tuple[str, tuple[Text, ...]]
"""An id, and what it is called."""


def _spoken(pathway: Pathway, what: Requirement) -> Iterator[Spoken]:
    """Give all that a requirement asks for by name."""
    match what:
        case RecordRequirement(record=name, where=where):
            yield from _spoken_record(pathway, name, where)
        case MeetingRequirement(meeting=name) | EvaluationsRequirement(evaluations=name):
            yield from _spoken_record(pathway, name, Where())
        case FlagRequirement(flag=name):
            yield name, _labels(pathway.flags.get(name))
        case ServiceRequirement(service=name):
            known = pathway.services.get(name)
            yield name, _labels(known.title if known else None)
        case PredicateRequirement(predicate=name):
            yield name, ()
        case _:
            pass


def _labels(text: Text | None) -> tuple[Text, ...]:
    return () if text is None else (text,)


_ASKING_FIELDS = ("present", "any_of", "equals", "one_of", "contains", "at_least", "min", "max", "within")


def _spoken_record(pathway: Pathway, name: str, where: Where) -> Iterator[Spoken]:
    record = pathway.records.get(name)
    if record is None:
        return
    yield name, (record.title,)
    # Whoever asks for a record asks for the fields without which it does not count.
    needed = [key for key, field in record.fields.items() if field.required]
    named = [key for keys in _ASKING_FIELDS for key in getattr(where, keys)]
    for key in dict.fromkeys((*needed, *named)):
        if key in record.fields:
            yield key, (record.fields[key].title,)
    yield from _spoken_values(pathway, record, where)


def _spoken_values(pathway: Pathway, record: RecordType, where: Where) -> Iterator[Spoken]:
    wanted = [(key, (value,)) for key, value in (*where.equals.items(), *where.contains.items())]
    for key, values in (*wanted, *where.one_of.items()):
        field = record.fields.get(key)
        catalogue = pathway.catalogues.get(field.options) if field else None
        if catalogue:
            yield from ((str(value), _labels(catalogue.items.get(str(value)))) for value in values)


def _check_reasons(notes: Notes, pathway: Pathway) -> None:
    used = {move.reasons: None for part in parts_of(pathway) for move in part.moves.values() if move.reasons}
    for name in used:
        catalogue = pathway.catalogues.get(name)
        for item, label in catalogue.items.items() if catalogue else ():
            found = first_match(REASONS, words_of(item, label))
            if found:
                notes.key("forbidden-reason", "catalogues", name, "items", item, name=found)


# ── what must be there ─────────────────────────────────────────────────────────────────────────────────────────────

_PARTICIPATE = {"participate", "participation"}


def check_ways(notes: Notes, pathway: Pathway, part: Part, graph: Graph, verdict: Verdict) -> None:
    """Check the ways back, the ways on and the way out of the main path."""
    if pathway.subject != "client" or part.service:
        return
    authority = Authority(pathway)
    for name, state in part.states.items():
        if not verdict.reached(name):
            continue
        leaving = graph.leaving(name)
        moves = [("transitions", hop.name) for hop in leaving]
        if _must_lead_back(name, state) and not any(_clients_own(authority, part, hop) for hop in leaving):
            notes.key("no-way-back", "states", name, also=moves, name=name)
        if state.kind == "outcome" and not any(_leads_on(part, hop) for hop in leaving):
            notes.key("outcome-ends", "states", name, also=moves, name=name)
    _check_closing(notes, pathway, part, graph, verdict)
    _check_jobs(notes, part, graph)


def _is_participation(name: str, state: State) -> bool:
    return state.kind == "outcome" and (state.phase in _PARTICIPATE or name in _PARTICIPATE)


def _must_lead_back(name: str, state: State) -> bool:
    return state.kind in {"hold", "final"} or _is_participation(name, state)


def _clients_own(authority: Authority, part: Part, hop: Hop) -> bool:
    """Tell whether the client alone can make a move that asks for nothing and leads back on the path."""
    move = part.moves[hop.name]
    by_client = any(authority.is_client(role) for roles in every(move.by) for role in roles)
    asks = move.requires or move.reasons or move.handover or any(not authority.is_client(r) for r in move.agreed_by)
    return by_client and not asks and _leads_on(part, hop)


def _leads_on(part: Part, hop: Hop) -> bool:
    return hop.back or part.states[hop.target].kind not in {"hold", "final"}


def _check_closing(notes: Notes, pathway: Pathway, part: Part, graph: Graph, verdict: Verdict) -> None:
    """Whoever closes a path without a job must have offered inclusion; not where the client agrees to close it."""
    if not any(_is_participation(name, state) for name, state in part.states.items()):
        return
    authority = Authority(pathway)
    told = set()
    for hop in graph.all:
        move, source = part.moves[hop.name], part.states[hop.source]
        closes = hop.target and part.states[hop.target].kind == "final" and source.kind != "final"
        jobless = "employed" not in source.counts_as and verdict.reached(hop.source)
        joint = any(authority.is_client(role) for role in move.agreed_by)
        if closes and jobless and not joint and not move.fact and hop.name not in told:
            told.add(hop.name)
            if not _offers_participation(pathway, move):
                notes.key("closing-without-offer", "transitions", hop.name, name=hop.name)


def _offers_participation(pathway: Pathway, move: Transition) -> bool:
    # Only by what the requirements are called can a definition show it.
    return any(
        mentions_participation(words_of(name, *labels))
        for each in asked(move.requires)
        if each.holds
        for name, labels in (*_spoken(pathway, each.what), (each.what.id, ()))
    )


def _check_jobs(notes: Notes, part: Part, graph: Graph) -> None:
    """A job that has started is a fact: a move that says so and can be refused would deny what is the case."""
    told = set()
    for hop in graph.all:
        if hop.back or not hop.target or hop.name in told or part.moves[hop.name].fact:
            continue
        starts = "employed" in part.states[hop.target].counts_as and "employed" not in part.states[hop.source].counts_as
        if starts and part.states[hop.source].kind != "hold":
            told.add(hop.name)
            notes.key("job-not-fact", "transitions", hop.name, name=hop.name)
