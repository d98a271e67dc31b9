"""The port: what every store can do.

Each protocol has two or three methods (semantics §P1), and a store has them all. What all stores owe their callers is
stated here once, and tested by one suite over every store:

- `append` is all or nothing: the journal's rows, the state, deadlines, messages, claims, the receipt and the logs.
- A conflict is found by a conditional change that changed no row, never by a failed insert: a host's own transaction
  stays usable.
- Nothing comes back in another form: texts are the same bytes, times are in UTC with microseconds, order is as stated.
"""

from __future__ import annotations

__all__ = [
    "ANY",
    "MOST_ROWS",
    "Append",
    "AppendConflict",
    "CaseRow",
    "Claim",
    "Claimed",
    "DeadlineRow",
    "DefinitionRow",
    "Definitions",
    "DisclosureEntry",
    "Entry",
    "Erasure",
    "Head",
    "HolderRow",
    "Journal",
    "Keeping",
    "KeyHeld",
    "KeyRow",
    "Keys",
    "Loaded",
    "Log",
    "Message",
    "Page",
    "Purge",
    "Query",
    "Queue",
    "QueueKind",
    "Receipt",
    "Rewrap",
    "SetAside",
    "Store",
    "Tombstone",
    "UseEntry",
    "Wanted",
    "in_order",
    "within",
]

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from pathway_engine.stores.records import (
    Append,
    AppendConflict,
    CaseRow,
    Claim,
    Claimed,
    DeadlineRow,
    DefinitionRow,
    DisclosureEntry,
    Entry,
    Erasure,
    Head,
    HolderRow,
    KeyHeld,
    KeyRow,
    Loaded,
    Message,
    Page,
    Purge,
    QueueKind,
    Receipt,
    Rewrap,
    SetAside,
    Tombstone,
    UseEntry,
    Wanted,
)

ANY = Wanted()
"""Every case."""

MOST_ROWS = 1000
"""The most rows that one call gives, whatever it is asked for (promise 12)."""


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Give claims in the order in which every store takes them up, so that two writers never wait for each other."""
    return sorted(claims, key=lambda claim: (claim.capacity, claim.worker, claim.change))


def within(limit: int) -> int:
    """Give how many rows a call may give that asked for `limit`."""
    return max(0, min(limit, MOST_ROWS))


# ── What a store can do ────────────────────────────────────────────────────────────────────────────────────────────


class Journal(Protocol):
    """Journals of cases and their current state."""

    def load(self, register: str, case_id: str, key: str = "") -> Loaded:
        """Read what deciding needs.

        Args:
            register: The register.
            case_id: The case; one that is not there gives a `Loaded` without a row.
            key: The hashed idempotency key, if the command has one. A receipt under it is given whatever its case, and
                only when it is as safe as what is acknowledged: its command will be acknowledged on it.

        Raises:
            OutcomeUnknown: There is a receipt, and whether it is safe the store could not learn.
        """

    def append(self, append: Append) -> None:
        """Write everything, or nothing.

        Raises:
            AppendConflict: Something changed since it was read.
            StoreBusy, StoreFull, StoreUnavailable: Nothing was written.
            OutcomeUnknown: It may have been written: the receipt will tell.
        """

    def scan(self, register: str, case_id: str, after: int = 0, limit: int = MOST_ROWS) -> Sequence[Entry]:
        """Read entries numbered after `after`, in order; at most `limit`, and never more than `MOST_ROWS`."""


class Queue(Protocol):
    """Deadlines that are due and messages that are not sent."""

    def claim(
        self,
        kind: QueueKind,
        now: datetime,
        limit: int,
        lease: timedelta,
        register: str | None = None,
        due: datetime | None = None,
    ) -> Sequence[Claimed]:
        """Lend what is to be done, the longest due first, at most `limit`, to this worker alone until `now + lease`.

        Of each case only the oldest unsent message is lent, so that messages leave in order. What is quarantined is
        not lent, and holds back only what comes after it in the same case. What was lent before and never settled
        counts as failed: whoever took it died or hung over it.

        Args:
            kind: `deadlines` or `messages`.
            now: The clock by which leases are counted, the same for all workers.
            limit: How many at most.
            lease: For how long.
            register: Lend only what belongs to this register; None lends of all.
            due: Lend only deadlines that are due by this instant; by `now` when left out (semantics §P6).
        """

    def settle(
        self,
        claimed: Claimed,
        *,
        done: bool,
        now: datetime,
        retry_at: datetime | None = None,
        withheld: bool = False,
        tried: bool = True,
    ) -> bool:
        """Say how it went.

        Args:
            claimed: What `claim` lent.
            done: True: a message is marked as sent; a deadline is freed. (The write that tells that a deadline was
                missed frees it by itself.)
            now: Engine clock.
            retry_at: When it may be lent again after a failure; None puts it in quarantine until somebody looks at it.
            withheld: With `done`, of a message: it was not sent and never will be, and is marked so; an event of its
                case says why (semantics §B2).
            tried: False without `done`: it was given back as it was taken, and counts as no failure.

        Returns:
            False when the lease had been lost to another worker: nothing was changed.
        """

    def release(self, aside: SetAside, entry: UseEntry) -> bool:
        """Put what was set aside back into its queue, and write into its case's log who did: both, or neither.

        It may be lent at once, and its failures are forgotten. A message is then the oldest unsent one of its case
        still, so those that waited behind it follow it.

        Args:
            aside: What `set_aside` listed.
            entry: Who released it.

        Returns:
            False when it was not set aside any more: nothing was changed, and nothing logged.
        """


class Definitions(Protocol):
    """Texts of definitions: each is kept for as long as an event names its digest."""

    def put(self, definition: DefinitionRow) -> None:
        """Keep a definition; one of the same digest is left as it is."""

    def get(self, digest: str) -> DefinitionRow | None:
        """Give the definition of that digest."""


class Keys(Protocol):
    """Wrapped keys of cases."""

    def key_of(self, register: str, case_id: str) -> KeyRow | None:
        """Give the wrapped key; None when the case has none.

        Raises:
            CaseErased: It was destroyed.
        """

    def rewrap(self, register: str, case_id: str, old: KeyRow, new: KeyRow) -> bool:
        """Put a key wrapped anew in the place of the old one; False when it is not there any more."""

    def destroy(self, register: str, erasure: Erasure) -> None:
        """Destroy a key and enter it in the register of erasures; doing it again changes nothing."""

    def erasures(self, register: str, after: str = "", limit: int = MOST_ROWS) -> Sequence[Erasure]:
        """Give the register of erasures, by case id, after the given one: it is applied again after a restore."""


class Keeping(Protocol):
    """What is done when data have been kept long enough, and when wrapping keys change."""

    def purge(self, purge: Purge) -> Tombstone:
        """Take out every row of a case but its log, destroy its key, and leave a tombstone: all of it, or nothing.

        Raises:
            AppendConflict: The case is not as it was, or is not there.
            StoreBusy, StoreFull, StoreUnavailable: Nothing was written.
            OutcomeUnknown: It may have been purged.
        """

    def tombstones(self, register: str, after: int = 0, limit: int = MOST_ROWS) -> Sequence[Tombstone]:
        """Give a register's tombstones numbered after `after`, in order."""

    def stale_keys(self, current: str, after: tuple[str, str] = ("", ""), limit: int = MOST_ROWS) -> Sequence[KeyHeld]:
        """Give keys of all registers that another than the current wrapping key wrapped.

        Args:
            current: Id of the wrapping key that is not asked for.
            after: Register and case of the last one given before; they come in this order.
            limit: How many at most.
        """

    def rewrap_all(self, batch: Sequence[Rewrap]) -> int:
        """Put keys wrapped anew in the place of the old ones, together or not at all; give how many.

        One that is not there any more, because the case was erased or another was quicker, is left out.
        """


class Log(Protocol):
    """Who used a case's data, and to whom they were passed. Append-only, chained case by case."""

    def write(self, register: str, case_id: str, entry: UseEntry | DisclosureEntry) -> None:
        """Write an entry."""

    def read(
        self, register: str, case_id: str, after: int = 0, limit: int = MOST_ROWS
    ) -> Sequence[UseEntry | DisclosureEntry]:
        """Read a case's entries, oldest first, leaving out the first `after`."""


class Query(Protocol):
    """What is asked of many cases at once."""

    def cases(self, register: str, wanted: Wanted = ANY, after: str = "", limit: int = 50) -> Page:
        """List cases of a register that fit, by case id, after the given one."""

    def loads(self, register: str, workers: Collection[str]) -> Mapping[tuple[str, str], int]:
        """Give (capacity, worker) -> how many cases count on the worker; pairs without any are left out."""

    def set_aside(
        self, kind: QueueKind, register: str | None = None, after: SetAside | None = None, limit: int = MOST_ROWS
    ) -> Sequence[SetAside]:
        """List what was set aside, by register, case and place in it; at most `limit`.

        Args:
            kind: `deadlines` or `messages`.
            register: Only of this register; None lists of all.
            after: The last one that was given before.
            limit: How many at most.
        """


class Store(Journal, Queue, Definitions, Keys, Keeping, Log, Query, Protocol):
    """Everything the engine needs kept."""

    def clock(self) -> datetime | None:
        """Give the store's own clock, where it has one apart from the machine's: deadlines wait for both (§P6)."""

    def close(self) -> None:
        """Let go of files and connections; using the store afterwards is a fault of the caller."""
