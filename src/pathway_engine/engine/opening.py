"""Which sealed fields somebody may open, of a case that they may look at (semantics §B1, promise 7).

A case goes from organisation to organisation, and so may it go from controller to controller. What was written in one
register is read in another only when it was passed there, on a basis: otherwise an extract that was withheld could
simply be looked up. So everybody opens what their own register wrote, and of the rest what was passed to it. The
client, and whoever represents the client, opens everything. A region's own matter, such as an agreement between
organisations, tells of no client: there whoever may look opens everything.
"""

from __future__ import annotations

__all__ = ["openable", "told"]

from collections.abc import Iterable, Sequence

from pathway_engine.authority import Standing
from pathway_engine.case import events as e
from pathway_engine.case import evolve
from pathway_engine.case.commands import Actor
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Pathway
from pathway_engine.engine.reading import Told
from pathway_engine.errors import Unreadable
from pathway_engine.journal.ledger import event_of, opened
from pathway_engine.journal.sealing import CaseKey
from pathway_engine.machine import Machine
from pathway_engine.stores.port import Entry


def told(machine: Machine, case: Case, actor: Actor, entries: Sequence[Entry], key: CaseKey | None) -> tuple[Told, ...]:
    """Tell a whole journal; with the case's key, what the actor may open is opened.

    Raises:
        Unreadable: The last events are missing.
    """
    events = tuple(map(event_of, entries))
    if len(events) < case.version:
        raise Unreadable(f"event {len(events) + 1} of case {case.id} is missing")
    if key is None:
        return tuple(Told(event, {}) for event in events)
    open_to = openable(machine, case, actor, events)
    return tuple(
        Told(event, opened(entry, key)) if event.seq in open_to else Told(event, {}, event.sealed)
        for entry, event in zip(entries, events, strict=True)
    )


def openable(machine: Machine, case: Case, actor: Actor, journal: Sequence[e.Event]) -> frozenset[int]:
    """Give the numbers of the events whose sealed fields the actor may open.

    Args:
        machine: The definition the case runs under.
        case: The case as it is.
        actor: Who looks, as the case knows them; that they may look at the case has been seen.
        journal: The whole journal, in order.
    """
    of_a_client = case.subject_kind == "client"
    if not of_a_client or Standing(authority=machine.authority, case=case, actor=actor).is_client():
        return frozenset(event.seq for event in journal)
    own = _register(machine.pathway, actor.organisation)
    found: set[int] = set()
    passed: dict[int, dict[str, set[int]]] = {}
    for before, event in _told(case, journal):
        if _register(machine.pathway, _writer(machine, before, event)) == own:
            found.add(event.seq)
        body = event.body
        if isinstance(body, e.ExtractDisclosed) and _register(machine.pathway, body.recipient) == own:
            passed[event.seq] = {name: _kept_at(before, name, seq) for name, seq in body.records.items()}
        elif isinstance(body, e.DisclosureWithheld) and body.disclosure in passed:
            # Its basis had gone before its message left: it never arrived (§B2).
            for name in body.records:
                passed[body.disclosure].pop(name, None)
    return frozenset(found.union(*(seqs for records in passed.values() for seqs in records.values())))


def _told(case: Case, journal: Iterable[e.Event]) -> Iterable[tuple[Case, e.Event]]:
    """Give each event with the case as it was when it came; the first with the case that it opens."""
    so_far: Case | None = None
    for event in journal:
        if so_far is None:
            so_far = evolve.opened(case.id, case.register, event)
            yield so_far, event
        else:
            yield so_far, event
            so_far = evolve.evolve(so_far, event)


def _writer(machine: Machine, before: Case, event: e.Event) -> str:
    """Give the organisation for which an event was written.

    What a client says stands in the register of whoever coordinates then, and so does what a representative says for
    the client, wherever they come from.
    """
    actor, office = event.actor, machine.authority.offices.get(event.actor.role)
    is_for_client = bool(actor.acting_for) and actor.acting_for == before.client
    if office is not None and office.personal and (is_for_client or not office.works):
        return before.coordinator.organisation
    return actor.organisation or before.coordinator.organisation


def _kept_at(case: Case, record: str, seq: int) -> set[int]:
    """Give the events that keep a record's sealed fields: one that was supplemented has them in several."""
    held = case.records.get(record)
    return {seq, *(held.sealed.values() if held is not None and held.seq == seq else ())}


def _register(pathway: Pathway, organisation: str) -> str:
    """Give the controller in whose register an organisation writes (§B1)."""
    party = pathway.organisations.get(organisation)
    return (party.register if party else "") or organisation
