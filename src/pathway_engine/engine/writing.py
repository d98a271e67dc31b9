"""From a decision to one write: rows, chain, time limits, parts, messages, claims and logs."""

from __future__ import annotations

__all__ = ["append_of", "row_of"]

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from pathway_engine.case import events as e
from pathway_engine.case.decision import Accepted
from pathway_engine.case.model import Case
from pathway_engine.journal.canonical import canonical_text
from pathway_engine.journal.forms import write_case
from pathway_engine.journal.ledger import records
from pathway_engine.journal.sealing import CaseKey
from pathway_engine.journal.sources import Sources
from pathway_engine.stores.port import (
    Append,
    CaseRow,
    DeadlineRow,
    DisclosureEntry,
    Head,
    HolderRow,
    KeyRow,
    Message,
    Receipt,
)


def append_of(  # noqa: PLR0913 - one write has this many parts
    before: Case | None,
    head: Head,
    opened_at: datetime,
    decision: Accepted,
    personal: Mapping[str, object],
    *,
    key: CaseKey | None,
    new_key: KeyRow | None,
    receipt: tuple[str, str] | None,
    publish: Collection[str] | None,
    sources: Sources,
) -> Append:
    """Make the one write of an accepted command.

    Args:
        before: The case as it was; None when it is opened.
        head: Where its journal stands.
        opened_at: When the case was opened.
        decision: What was decided.
        personal: Personal values of the command; each event takes those it names.
        key: The case's key; needed when something is sealed.
        new_key: The wrapped key of a new case.
        receipt: Hashed idempotency key and fingerprint of the command.
        publish: Types of events that are told to the world outside; all when None.
        sources: Gives the nonces.
    """
    payloads = {event.seq: {name: personal[name] for name in event.sealed} for event in decision.events if event.sealed}
    entries = records(head, decision.events, payloads, key, sources)
    after = decision.case
    known = before.deadlines if before else {}
    holders = holders_of(after)
    return Append(
        head=head,
        entries=entries,
        row=row_of(after, entries[-1].hash, opened_at),
        deadlines=tuple(_deadlines(after, known)),
        dropped=tuple(name for name in known if name not in after.deadlines),
        holders=holders if before is None or holders != holders_of(before) else None,
        messages=tuple(
            Message(after.id, event.seq, event.body.type)
            for event in decision.events
            if publish is None or event.body.type in publish
        ),
        claims=decision.claims,
        receipt=Receipt(*receipt, after.id, decision.events[0].seq, after.version) if receipt else None,
        key=new_key,
        log=tuple(_disclosures(decision.events)),
    )


def row_of(case: Case, head: str, opened_at: datetime) -> CaseRow:
    """Give the row of a case as it is now."""
    return CaseRow(
        register=case.register,
        case_id=case.id,
        version=case.version,
        head=head,
        snapshot=canonical_text(write_case(case)),
        pathway=case.pathway,
        definition_version=case.definition_version,
        digest=case.digest,
        subject_kind=case.subject_kind,
        client=case.client,
        state=case.state,
        organisation=case.coordinator.organisation,
        role=case.coordinator.role,
        worker=case.coordinator.worker,
        pending_on=case.pending_on,
        opened_at=opened_at,
        closed_on=case.closed.on if case.closed else None,
        recorded_at=case.recorded_at,
    )


def holders_of(case: Case) -> tuple[HolderRow, ...]:
    """Give everybody's part in the case, besides the coordinator's."""
    rows = [
        HolderRow(part="named", name=role, organisation=each.organisation, worker=each.worker)
        for role, each in case.named.items()
    ]
    rows += [HolderRow(part="participates", name="", organisation=each, worker="") for each in case.participants]
    for track in case.services.values():
        rows.append(HolderRow(part="organises", name=track.id, organisation=track.organiser, worker=""))
        rows.append(HolderRow(part="provides", name=track.id, organisation=track.provider, worker=""))
    for handover in case.handovers.values():
        receiver = HolderRow(
            part="receives", name=handover.id, organisation=handover.receiver, worker=handover.receiver_worker
        )
        rows.append(receiver)
    return tuple(rows)


def _deadlines(case: Case, known: Mapping[str, object]) -> Iterable[DeadlineRow]:
    for name, running in case.deadlines.items():
        if known.get(name) != running:
            yield DeadlineRow(
                id=name,
                rule=running.rule,
                service=running.service,
                due_on=running.due_on,
                due_at=running.due_at,
                missed=running.missed,
            )


def _disclosures(events: Iterable[e.Event]) -> Iterable[DisclosureEntry]:
    """What was passed on, or withheld, is logged with the write that makes it so (promise 7)."""
    for event in events:
        body = event.body
        if isinstance(body, e.ExtractDisclosed | e.DisclosureWithheld):
            passed = isinstance(body, e.ExtractDisclosed)
            yield DisclosureEntry(
                at=event.recorded_at,
                discloser=event.actor.organisation,
                subject=event.actor.subject,
                recipient=body.recipient,
                purpose=event.actor.purpose,
                basis=body.basis if isinstance(body, e.ExtractDisclosed) else body.reason,
                records=tuple(body.records),
                seq=event.seq,
                overrides=body.overrides if isinstance(body, e.ExtractDisclosed) else "",
                withheld=not passed,
            )
