"""Writes for stores to keep, made without an engine: cases that open, move and close."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from attrs import define, field

from pathway_engine.case import events as e
from pathway_engine.case.evolve import evolve, opened
from pathway_engine.case.model import Case
from pathway_engine.journal.chain import receipt_mark
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.ledger import event_of, records
from pathway_engine.journal.sealing import CaseKey, new_case_key
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.port import (
    Append,
    CaseRow,
    Claim,
    DisclosureEntry,
    Erasure,
    Head,
    KeyRow,
    Receipt,
    Store,
    UseEntry,
)
from pathway_engine.stores.rows import append_of

START = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
REGISTER = "lapland"
DIGEST = "d" * 64


@define
class Book:
    """One case as its writer sees it: what was loaded, and what comes next."""

    case_id: str
    register: str = REGISTER
    sources: SeededSources = field(factory=SeededSources)
    ring: Keyring = field(factory=lambda: Keyring.made(SeededSources("ring")))
    case: Case | None = None
    row: CaseRow | None = None
    key: CaseKey | None = None

    def write(
        self,
        *bodies: e.Body,
        personal: Mapping[str, object] | None = None,
        claims: tuple[Claim, ...] = (),
        receipt: Receipt | None = None,
        log: tuple[UseEntry | DisclosureEntry, ...] = (),
        erasure: Erasure | None = None,
    ) -> Append:
        """Make the write of some events; `personal` values are sealed with the first."""
        version = self.case.version if self.case else 0
        wrapped = None
        if self.key is None:
            self.key = new_case_key(self.sources)
            made = self.ring.wrap(self.register, self.case_id, self.key)
            wrapped = KeyRow(made.key_id, made.wrapped)
        events: list[e.Event] = []
        after = self.case
        for seq, body in enumerate(bodies, start=version + 1):
            now = self.sources.clock()
            event = e.Event(
                seq=seq,
                occurred_at=now,
                recorded_at=now,
                actor=e.ActedBy(organisation="town", role="coordinator"),
                digest=DIGEST,
                body=body,
                sealed=tuple(sorted(personal)) if personal and not events else (),
            )
            events.append(event)
            after = evolve(after, event) if after else opened(self.case_id, self.register, event)
        assert after is not None
        head = Head(self.register, self.case_id, version, self.row.head if self.row else "")
        payloads = {version + 1: personal} if personal else {}
        mark = receipt_mark(receipt.key, receipt.fingerprint) if receipt else ""
        entries = records(head, events, payloads, self.key, self.sources, mark)
        return append_of(
            self.row,
            self.case,
            after,
            entries,
            claims=claims,
            receipt=receipt,
            key=wrapped,
            log=log,
            erasure=erasure,
            keys=self.ring,
        )

    def kept(self, append: Append) -> None:
        """Take note that a write was kept; the case is folded again, as a reader would."""
        self.row = append.row
        for entry in append.entries:
            event = event_of(entry)
            self.case = evolve(self.case, event) if self.case else opened(self.case_id, self.register, event)

    def put(self, store: Store, append: Append) -> Append:
        """Write to a store, and take note."""
        store.append(append)
        self.kept(append)
        return append


def opening(client: str = "", organisation: str = "town", worker: str = "") -> e.Opened:
    """Give the event that opens a case."""
    return e.Opened(
        pathway="sample",
        definition_version="1",
        subject_kind="client",
        client=client,
        state="recognition",
        pending_on=date(2026, 1, 5),
        organisation=organisation,
        role="coordinator",
        worker=worker,
    )


def moving(to: str = "planning", from_: str = "recognition") -> e.Moved:
    """Give a move."""
    return e.Moved(trigger=f"go_{to}", from_=from_, to=to)


def arming(deadline: str = "decision", after: timedelta = timedelta(days=1)) -> e.DeadlineArmed:
    """Give a time limit that is due some time after the start."""
    return e.DeadlineArmed(
        deadline=deadline,
        rule=deadline.partition("@")[0],
        due_on=(START + after).date(),
        due_at=START + after,
        anchored_on=START.date(),
        kind="statutory",
    )


def use(action: str = "history", data: tuple[str, ...] = ()) -> UseEntry:
    """Give an entry of the log of use."""
    return UseEntry(
        at=START, action=action, subject="s" * 64, organisation="town", role="coordinator", purpose="service", data=data
    )
