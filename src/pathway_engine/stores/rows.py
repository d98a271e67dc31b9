"""From a case to the rows that tell it: what an append writes beside the journal.

The row of a case is bound by a MAC. It is HMAC-SHA256 under the register's key (`journal.keys.keyed`, domain `state`)
over all its columns, by name, with the SHA-256 of the snapshot in place of the snapshot. So whoever can write to the
database and has not the key cannot make an engine decide on another state of a case. They can put an older row back,
with its own MAC: the journal goes on beyond it, and refuses what is decided on it; `pathway verify` finds it.
"""

from __future__ import annotations

__all__ = ["append_of", "case_row", "deadline_rows", "holder_rows", "is_as_written", "messages_of", "row_mac"]

import hmac
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import sha256
from typing import Any

import attrs

from pathway_engine.case.model import Case, Running
from pathway_engine.journal.canonical import joined_text, parse_instant
from pathway_engine.journal.forms import write_case
from pathway_engine.journal.keys import KeyProvider, keyed
from pathway_engine.stores.records import (
    Append,
    CaseRow,
    Claim,
    DeadlineRow,
    DisclosureEntry,
    Entry,
    Erasure,
    Head,
    HolderRow,
    KeyRow,
    Message,
    Receipt,
    UseEntry,
)


def append_of(  # noqa: PLR0913 - one write has this many parts, and each is named
    row: CaseRow | None,
    before: Case | None,
    after: Case,
    entries: tuple[Entry, ...],
    *,
    messages: bool = True,
    claims: tuple[Claim, ...] = (),
    receipt: Receipt | None = None,
    key: KeyRow | None = None,
    erasure: Erasure | None = None,
    log: tuple[UseEntry | DisclosureEntry, ...] = (),
    keys: KeyProvider | None = None,
) -> Append:
    """Make one write from a decision; the differences in deadlines and holders are worked out here.

    Args:
        row: The case as it was loaded; None when it is opened.
        before: The case before the events; None when it is opened.
        after: The case after them.
        entries: What `journal.ledger.records` made of the events.
        messages: False leaves the outbox alone, for hosts that send nothing.
        claims: As `decide` gave them.
        receipt: When the command carried an idempotency key.
        key: The wrapped key of a new case.
        erasure: When the case's key is to be destroyed.
        log: Uses and disclosures.
        keys: Give the register's key for the MAC of the row; without them it has none.
    """
    armed, dropped = deadline_rows(before.deadlines if before else {}, after.deadlines)
    return Append(
        head=Head(row.register, row.case_id, row.version, row.head) if row else Head(after.register, after.id),
        entries=entries,
        row=case_row(after, entries, row, keys),
        deadlines=armed,
        dropped=dropped,
        holders=None if before and _same_holders(before, after) else holder_rows(after),
        messages=messages_of(entries) if messages else (),
        claims=claims,
        receipt=receipt,
        key=key,
        erasure=erasure,
        log=log,
    )


def case_row(
    case: Case, entries: tuple[Entry, ...], before: CaseRow | None, keys: KeyProvider | None = None
) -> CaseRow:
    """Give the row of a case after its new entries.

    Args:
        case: The case after them.
        entries: The new entries.
        before: Its row until now; None when it is opened.
        keys: Give the register's key for the MAC; without them the row has none.
    """
    columns: dict[str, Any] = {
        "register": case.register,
        "case_id": case.id,
        "version": case.version,
        "head": entries[-1].hash,
        # The case is the fold of its events, and every part of those has just been looked through.
        "snapshot": joined_text(write_case(case)),
        "pathway": case.pathway,
        "definition_version": case.definition_version,
        "digest": case.digest,
        "subject_kind": case.subject_kind,
        "client": case.client,
        "state": case.state,
        "organisation": case.coordinator.organisation,
        "role": case.coordinator.role,
        "worker": case.coordinator.worker,
        "pending_on": case.pending_on,
        "opened_at": before.opened_at if before else parse_instant(entries[0].occurred_at),
        "closed_on": case.closed.on if case.closed else None,
        "recorded_at": case.recorded_at,
    }
    return CaseRow(**columns, mac="" if keys is None else _mac(keys, columns.__getitem__))


_BOUND = tuple(each.name for each in attrs.fields(CaseRow) if each.name not in {"snapshot", "mac"})


def row_mac(keys: KeyProvider, row: CaseRow) -> str:
    """Work out the MAC of a case's row.

    Raises:
        ValueError, TypeError, AttributeError: A column holds what was never written there.
    """
    return _mac(keys, partial(getattr, row))


def _mac(keys: KeyProvider, column: Callable[[str], Any]) -> str:
    bound = {name: column(name) for name in _BOUND}
    bound["snapshot"] = sha256(column("snapshot").encode()).hexdigest()
    return keyed(keys, column("register"), "state", bound)


def is_as_written(keys: KeyProvider, row: CaseRow) -> bool:
    """Tell whether a case's row is one that an engine with these keys wrote."""
    try:
        return hmac.compare_digest(row_mac(keys, row), row.mac)
    except (ValueError, TypeError, AttributeError):
        # A damaged file can hold a value of any kind where a text was written.
        return False


def deadline_rows(
    before: Mapping[str, Running], after: Mapping[str, Running]
) -> tuple[tuple[DeadlineRow, ...], tuple[str, ...]]:
    """Give the time limits that were armed, moved or missed, and the ids of those that run no more."""
    changed = tuple(
        DeadlineRow(
            id=running.id,
            rule=running.rule,
            service=running.service,
            due_on=running.due_on,
            due_at=running.due_at,
            missed=running.missed,
        )
        for running in after.values()
        if before.get(running.id) != running
    )
    return changed, tuple(sorted(before.keys() - after.keys()))


def _same_holders(before: Case, after: Case) -> bool:
    """Tell whether nobody's part has changed; what no event has touched is the same object, and told at a glance."""
    touched = (
        before.coordinator is not after.coordinator
        or before.named is not after.named
        or before.participants is not after.participants
        or before.services is not after.services
        or before.handovers is not after.handovers
    )
    return not touched or holder_rows(before) == holder_rows(after)


def holder_rows(case: Case) -> tuple[HolderRow, ...]:
    """Give everybody's part in the case, each once, in a fixed order."""
    parts = [
        ("coordinates", case.coordinator.role, case.coordinator.organisation, case.coordinator.worker),
        *(("named", role, held.organisation, held.worker) for role, held in case.named.items()),
        *(("participates", "", organisation, "") for organisation in case.participants),
        *(("organises", track.id, track.organiser, "") for track in case.services.values()),
        *(("provides", track.id, track.provider, "") for track in case.services.values()),
        *(("receives", held.id, held.receiver, held.receiver_worker) for held in case.handovers.values()),
    ]
    return tuple(
        HolderRow(part=part, name=name, organisation=organisation, worker=worker)
        for part, name, organisation, worker in sorted(set(parts))
    )


def messages_of(entries: Iterable[Entry]) -> tuple[Message, ...]:
    """Give a message for each entry."""
    return tuple(Message(entry.case_id, entry.seq, entry.type) for entry in entries)
