"""From a decision to one write: numbered, sealed and chained rows, the case's new state, receipt and logs."""

from __future__ import annotations

__all__ = ["Keep", "write_of"]

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from pathway_engine.case import events as e
from pathway_engine.case.decision import Accepted
from pathway_engine.case.model import Case
from pathway_engine.journal.chain import receipt_mark
from pathway_engine.journal.keys import KeyProvider
from pathway_engine.journal.ledger import records
from pathway_engine.journal.sealing import CaseKey
from pathway_engine.journal.sources import Sources
from pathway_engine.stores.port import Append, CaseRow, DisclosureEntry, Erasure, Head, KeyRow, Receipt
from pathway_engine.stores.rows import append_of


@frozen(kw_only=True)
class Keep:
    """What goes with the events into the write.

    Args:
        personal: Personal values of the command; each event takes those it names.
        key: The case's key; needed when something is sealed.
        new_key: The wrapped key of a new case.
        receipt: Hashed idempotency key and fingerprint of the command.
        publish: Types of events that are told to the world outside; all when None.
        keys: Give the register's key, under which the case's row is bound.
    """

    personal: Mapping[str, object]
    key: CaseKey | None
    new_key: KeyRow | None
    receipt: tuple[str, str] | None
    publish: Collection[str] | None
    keys: KeyProvider

    def __repr__(self) -> str:
        """Never show what is personal."""
        return f"Keep({len(self.personal)} sealed)"


def write_of(row: CaseRow | None, before: Case | None, decision: Accepted, keep: Keep, sources: Sources) -> Append:
    """Make the one write of an accepted command.

    Args:
        row: The case as it was loaded; None when it is opened.
        before: The same, read; None when it is opened.
        decision: What was decided.
        keep: What goes along.
        sources: Gives the nonces.
    """
    after, events = decision.case, decision.events
    head = Head(row.register, row.case_id, row.version, row.head) if row else Head(after.register, after.id)
    payloads = {event.seq: {name: keep.personal[name] for name in event.sealed} for event in events if event.sealed}
    mark = receipt_mark(*keep.receipt) if keep.receipt else ""
    entries = records(head, events, payloads, keep.key, sources, mark)
    append = append_of(
        row,
        before,
        after,
        entries,
        claims=decision.claims,
        receipt=Receipt(*keep.receipt, after.id, events[0].seq, after.version) if keep.receipt else None,
        key=keep.new_key,
        erasure=next(_erasures(after.id, events), None),
        log=tuple(_disclosures(before, events)),
        keys=keep.keys,
    )
    if keep.publish is None:
        return append
    return evolve(append, messages=tuple(each for each in append.messages if each.type in keep.publish))


def _erasures(case_id: str, events: Iterable[e.Event]) -> Iterator[Erasure]:
    """An erasure takes effect in the write that tells of it: the key is gone, or nothing has happened."""
    for event in events:
        if isinstance(event.body, e.Erased):
            yield Erasure(case_id=case_id, erased_at=event.occurred_at, basis=event.body.basis)


def _disclosures(before: Case | None, events: Iterable[e.Event]) -> Iterable[DisclosureEntry]:
    """What was passed on, or withheld, is logged with the write that makes it so (promise 7).

    Who passes is who sends the client: it is the receiver who acts when a handover is received.
    """
    handovers = before.handovers if before is not None else {}
    for event in events:
        body = event.body
        if not isinstance(body, e.ExtractDisclosed | e.DisclosureWithheld):
            continue
        passed = body if isinstance(body, e.ExtractDisclosed) else None
        held = handovers.get(body.handover)
        yield DisclosureEntry(
            at=event.recorded_at,
            discloser=held.sender if held is not None else event.actor.organisation,
            subject=event.actor.subject,
            recipient=body.recipient,
            purpose=event.actor.purpose,
            basis=passed.basis if passed else "",
            records=tuple(body.records),
            seq=event.seq,
            overrides=passed.overrides if passed else "",
            withheld=passed is None,
        )
