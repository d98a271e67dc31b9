"""From events to numbered, sealed and chained rows, and back.

Numbering goes on from the version the decision was made on. When the store finds that the case has changed meanwhile,
the rows are thrown away: the command is decided anew and sealed anew, never under the same nonce (semantics §D3).
"""

from __future__ import annotations

__all__ = ["event_of", "opened", "records"]

from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs

from pathway_engine.case.events import ActedBy, Event
from pathway_engine.errors import Unreadable
from pathway_engine.journal.canonical import canonical_text, instant, parse_instant, parse_json
from pathway_engine.journal.chain import genesis, hash_of
from pathway_engine.journal.entry import Entry, Head
from pathway_engine.journal.forms import read_actor, read_body, write_actor, write_body
from pathway_engine.journal.sealing import CaseKey, Place, open_sealed, seal
from pathway_engine.journal.sources import Sources


def records(
    head: Head,
    events: Iterable[Event],
    payloads: Mapping[int, Mapping[str, object]],
    key: CaseKey | None,
    sources: Sources,
    receipt: str = "",
) -> tuple[Entry, ...]:
    """Make the rows of new events.

    Args:
        head: Where the journal stands; with version 0 for a new case.
        events: In order; the first has number `head.version + 1`.
        payloads: Number of the event -> its personal values, exactly those that `event.sealed` names.
        key: The case's key; may be None when nothing is sealed.
        sources: Gives the nonces.
        receipt: Mark of the command's receipt; empty when it has none.

    Raises:
        ValueError: Numbers leave a gap, a payload does not match its event, or a value cannot be written. No message
            shows a value.
    """
    rows: list[Entry] = []
    previous = head.hash if head.version else genesis(head.register, head.case_id)
    for seq, event in enumerate(events, start=head.version + 1):
        if event.seq != seq:
            raise ValueError(f"event {event.seq} follows event {seq - 1}")
        payload = payloads.get(seq, {})
        if set(payload) != set(event.sealed):
            raise ValueError(f"event {seq} names other sealed fields than it was given")
        sealed = None
        if payload:
            if key is None:
                raise ValueError(f"event {seq} has personal fields and the case has no key")
            sealed = seal(payload, key, Place(head.register, head.case_id, seq, event.body.type), sources)
        row = _row(head, event, sealed, previous, receipt)
        previous = row.hash
        rows.append(row)
    return tuple(rows)


def event_of(entry: Entry) -> Event:
    """Read the event that a row keeps; what is sealed stays sealed.

    Raises:
        Unreadable: The row is not as it was written, or is not one this version of the library can read.
    """
    try:
        altered = hash_of(entry) != entry.hash
    except (TypeError, ValueError, AttributeError):
        altered = True
    if altered:
        raise Unreadable(f"event {entry.seq} of case {entry.case_id} is not as it was written: its hash does not fit")
    return Event(
        seq=entry.seq,
        occurred_at=parse_instant(entry.occurred_at),
        recorded_at=parse_instant(entry.recorded_at),
        actor=read_actor(parse_json(entry.actor)),
        digest=entry.digest,
        body=read_body(entry.type, entry.type_version, parse_json(entry.body)),
        sealed=entry.sealed_names,
    )


def opened(entry: Entry, key: CaseKey) -> dict[str, object]:
    """Open what a row keeps sealed: field -> value. The caller logs the use, with its purpose, before.

    Raises:
        SealBroken, KeyMissing: See `sealing.open_sealed`.
    """
    if entry.sealed is None:
        return {}
    return open_sealed(entry.sealed, key, Place(entry.register, entry.case_id, entry.seq, entry.type))


def _row(head: Head, event: Event, sealed: bytes | None, previous: str, receipt: str) -> Entry:
    bare = Entry(
        register=head.register,
        case_id=head.case_id,
        seq=event.seq,
        type=event.body.type,
        type_version=event.body.version,
        occurred_at=instant(event.occurred_at),
        recorded_at=instant(event.recorded_at),
        actor=_actor_text(event.actor),
        digest=event.digest,
        body=canonical_text(write_body(event.body)),
        sealed=sealed,
        sealed_names=event.sealed,
        prev_hash=previous,
        hash="",
        receipt=receipt,
    )
    return attrs.evolve(bare, hash=hash_of(bare))


@lru_cache(maxsize=64)
def _actor_text(actor: ActedBy) -> str:
    # Whoever acts is the same for every event of a command, and often for the next command.
    return canonical_text(write_actor(actor))
