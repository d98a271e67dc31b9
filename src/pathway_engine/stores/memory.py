"""The memory store: the same behaviour as the others, kept in one process and gone with it.

It is the model that other stores are compared with, so it takes no short cut that a caller could see: rows are kept as
the texts and values they came as, order and limits are as stated in the port, and a write that fails leaves nothing.
"""

from __future__ import annotations

__all__ = ["MemoryStore"]

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from threading import RLock

from attrs import evolve

from pathway_engine.errors import CaseErased
from pathway_engine.journal.tombstones import tombstone_after, tombstone_genesis
from pathway_engine.journal.uses import log_genesis, log_hash, log_text, read_log_text
from pathway_engine.stores.held import Held, Lending, Sent, due_deadlines, fits, set_aside, unsent_messages
from pathway_engine.stores.port import (
    ANY,
    MOST_ROWS,
    Append,
    AppendConflict,
    Claim,
    Claimed,
    DefinitionRow,
    DisclosureEntry,
    Entry,
    Erasure,
    Head,
    KeyHeld,
    KeyRow,
    Loaded,
    Page,
    Purge,
    QueueKind,
    Receipt,
    Rewrap,
    SetAside,
    Tombstone,
    UseEntry,
    Wanted,
    in_order,
    within,
)


class MemoryStore:
    """A store in the memory of one process; safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._cases: dict[tuple[str, str], Held] = {}
        self._keys: dict[tuple[str, str], KeyRow] = {}
        self._receipts: dict[tuple[str, str], Receipt] = {}
        self._loads: dict[tuple[str, str, str], int] = {}
        self._definitions: dict[str, DefinitionRow] = {}
        self._erasures: dict[tuple[str, str], Erasure] = {}
        self._tombstones: dict[str, list[Tombstone]] = {}
        self._logs: dict[tuple[str, str], list[tuple[str, str, str]]] = {}

    # ── Journal ────────────────────────────────────────────────────────────────────────────────────────────────────

    def load(self, register: str, case_id: str, key: str = "") -> Loaded:
        """Read what deciding needs."""
        with self._lock:
            held = self._cases.get((register, case_id))
            return Loaded(
                row=held.row if held else None,
                key=self._keys.get((register, case_id)),
                receipt=self._receipts.get((register, key)) if key else None,
                erased=(register, case_id) in self._erasures,
            )

    def append(self, append: Append) -> None:
        """Write everything, or nothing."""
        register, home = append.head.register, (append.head.register, append.head.case_id)
        with self._lock:
            # Everything that can be refused is found before anything is changed.
            held = self._expected(append.head)
            if append.receipt and (register, append.receipt.key) in self._receipts:
                raise AppendConflict("receipt")
            loads = self._claimed(register, append.claims)
            log = self._chained(append.head, append.log)

            if held is None:
                held = self._cases[home] = Held(append.row)
            self._keep(held, append)
            self._loads.update(loads)
            if log:
                self._logs.setdefault(home, []).extend(log)
            if append.key:
                self._keys[home] = append.key
            if append.receipt:
                self._receipts[register, append.receipt.key] = append.receipt
            if append.erasure:
                self.destroy(register, append.erasure)

    def scan(self, register: str, case_id: str, after: int = 0, limit: int = MOST_ROWS) -> Sequence[Entry]:
        """Read entries numbered after `after`, in order."""
        with self._lock:
            held = self._cases.get((register, case_id))
            start = max(after, 0)
            return tuple(held.entries[start : start + within(limit)]) if held else ()

    def _expected(self, head: Head) -> Held | None:
        held = self._cases.get((head.register, head.case_id))
        if (held.row.version if held else 0) != head.version or (held and held.row.head != head.hash):
            raise AppendConflict("version")
        return held

    def _claimed(self, register: str, claims: Iterable[Claim]) -> dict[tuple[str, str, str], int]:
        loads: dict[tuple[str, str, str], int] = {}
        for claim in in_order(claims):
            key = (register, claim.capacity, claim.worker)
            load = loads.get(key, self._loads.get(key, 0)) + claim.change
            if claim.limit is not None and claim.change > 0 and load > claim.limit:
                raise AppendConflict("claim", claim)
            loads[key] = load
        return loads

    @staticmethod
    def _keep(held: Held, append: Append) -> None:
        held.row = append.row
        held.entries.extend(append.entries)
        for name in append.dropped:
            held.deadlines.pop(name, None)
            held.lendings.pop(name, None)
        for deadline in append.deadlines:
            held.deadlines[deadline.id] = deadline
            # Whoever has it on loan may still settle it, unless it was told; what went wrong before counts no more.
            lending = Lending() if deadline.missed else held.lendings.get(deadline.id, Lending())
            held.lendings[deadline.id] = evolve(lending, attempts=0, aside_since=None)
        if append.holders is not None:
            held.holders = append.holders
        for message in append.messages:
            held.messages[message.seq] = Sent(message, append.row.recorded_at)

    # ── Queue ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def claim(
        self,
        kind: QueueKind,
        now: datetime,
        limit: int,
        lease: timedelta,
        register: str | None = None,
        due: datetime | None = None,
    ) -> Sequence[Claimed]:
        """Lend what is to be done to one worker, until `now + lease`."""
        with self._lock:
            found = (
                due_deadlines(self._cases, now, due or now)
                if kind == "deadlines"
                else unsent_messages(self._cases, now)
            )
            asked = (each for each in found if register is None or each[3].register == register)
            chosen = sorted(asked, key=lambda each: each[0])[: within(limit)]
            lent = []
            for _, held, key, claimed in chosen:
                token = secrets.token_hex(8)
                before = held.lendings.get(key, Lending())
                # A token that is still there belongs to somebody who never came back.
                attempts = before.attempts + (1 if before.token else 0)
                held.lendings[key] = evolve(before, until=now + lease, token=token, attempts=attempts)
                lent.append(evolve(claimed, token=token, attempts=attempts))
            return tuple(lent)

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
        """Say how it went; False when the lease had been lost."""
        key = claimed.id if claimed.kind == "deadlines" else claimed.seq
        with self._lock:
            held = self._cases.get((claimed.register, claimed.case_id))
            lending = held.lendings.get(key) if held else None
            if held is None or lending is None or lending.token != claimed.token:
                return False
            if done:
                message = claimed.kind == "messages"
                after = evolve(lending, until=None, token="", attempts=0, done=message, withheld=message and withheld)
            elif not tried:
                after = evolve(lending, until=retry_at, token="")
            else:
                failed = lending.attempts + 1
                aside = now if retry_at is None else None
                after = evolve(lending, until=retry_at, token="", attempts=failed, aside_since=aside)
            held.lendings[key] = after
            return True

    def release(self, aside: SetAside, entry: UseEntry) -> bool:
        """Put what was set aside back into its queue, and log who did; False when it is not set aside any more."""
        key = aside.id if aside.kind == "deadlines" else aside.seq
        home = aside.register, aside.case_id
        with self._lock:
            held = self._cases.get(home)
            lending = held.lendings.get(key) if held else None
            if held is None or lending is None or lending.aside_since is None:
                return False
            held.lendings[key] = evolve(lending, until=None, token="", attempts=0, aside_since=None)
            self.write(*home, entry)
            return True

    # ── Definitions and keys ───────────────────────────────────────────────────────────────────────────────────────

    def put(self, definition: DefinitionRow) -> None:
        """Keep a definition."""
        with self._lock:
            self._definitions.setdefault(definition.digest, definition)

    def get(self, digest: str) -> DefinitionRow | None:
        """Give the definition of that digest."""
        return self._definitions.get(digest)

    def key_of(self, register: str, case_id: str) -> KeyRow | None:
        """Give the wrapped key of a case."""
        with self._lock:
            if (register, case_id) in self._erasures:
                raise CaseErased(f"the key of case {case_id} has been destroyed")
            return self._keys.get((register, case_id))

    def rewrap(self, register: str, case_id: str, old: KeyRow, new: KeyRow) -> bool:
        """Put a key wrapped anew in the place of the old one."""
        with self._lock:
            if self._keys.get((register, case_id)) != old:
                return False
            self._keys[register, case_id] = new
            return True

    def destroy(self, register: str, erasure: Erasure) -> None:
        """Destroy a key and enter it in the register of erasures."""
        with self._lock:
            self._keys.pop((register, erasure.case_id), None)
            self._erasures.setdefault((register, erasure.case_id), erasure)

    def erasures(self, register: str, after: str = "", limit: int = MOST_ROWS) -> Sequence[Erasure]:
        """Give the register of erasures, by case id."""
        with self._lock:
            ids = sorted(case_id for home, case_id in self._erasures if home == register and case_id > after)
            return tuple(self._erasures[register, case_id] for case_id in ids[: within(limit)])

    # ── Keeping ────────────────────────────────────────────────────────────────────────────────────────────────────

    def purge(self, purge: Purge) -> Tombstone:
        """Take out every row of a case but its log, and leave a tombstone."""
        head, home = purge.head, (purge.head.register, purge.head.case_id)
        with self._lock:
            if self._expected(head) is None:
                raise AppendConflict("version")
            self._logs.setdefault(home, []).extend(self._chained(head, purge.log))
            del self._cases[home]
            mine = [key for key, each in self._receipts.items() if (key[0], each.case_id) == home]
            for key in mine:
                del self._receipts[key]
            erasure = Erasure(case_id=head.case_id, erased_at=purge.purged_at, basis=purge.basis)
            self.destroy(head.register, erasure)
            stones = self._tombstones.setdefault(head.register, [])
            previous = stones[-1].hash if stones else tombstone_genesis(head.register)
            stones.append(tombstone_after(len(stones), previous, head, purge.purged_at, purge.basis))
            return stones[-1]

    def tombstones(self, register: str, after: int = 0, limit: int = MOST_ROWS) -> Sequence[Tombstone]:
        """Give a register's tombstones, in order."""
        with self._lock:
            start = max(after, 0)
            return tuple(self._tombstones.get(register, [])[start : start + within(limit)])

    def stale_keys(self, current: str, after: tuple[str, str] = ("", ""), limit: int = MOST_ROWS) -> Sequence[KeyHeld]:
        """Give keys that another than the current wrapping key wrapped."""
        with self._lock:
            homes = sorted(home for home, key in self._keys.items() if key.key_id != current and home > after)
            return tuple(
                KeyHeld(register=home[0], case_id=home[1], key=self._keys[home]) for home in homes[: within(limit)]
            )

    def rewrap_all(self, batch: Sequence[Rewrap]) -> int:
        """Put keys wrapped anew in the place of the old ones."""
        with self._lock:
            return sum(self.rewrap(each.register, each.case_id, each.old, each.new) for each in batch)

    # ── Log ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def write(self, register: str, case_id: str, entry: UseEntry | DisclosureEntry) -> None:
        """Write an entry of the log."""
        with self._lock:
            rows = self._chained(Head(register, case_id), (entry,))
            self._logs.setdefault((register, case_id), []).extend(rows)

    def read(
        self, register: str, case_id: str, after: int = 0, limit: int = MOST_ROWS
    ) -> Sequence[UseEntry | DisclosureEntry]:
        """Read a case's log, oldest first."""
        with self._lock:
            start = max(after, 0)
            rows = self._logs.get((register, case_id), [])[start : start + within(limit)]
        return tuple(read_log_text(kind, text) for kind, text, _ in rows)

    def _chained(self, home: Head, entries: Iterable[UseEntry | DisclosureEntry]) -> list[tuple[str, str, str]]:
        kept = self._logs.get((home.register, home.case_id), [])
        previous = kept[-1][2] if kept else log_genesis(home.register, home.case_id)
        rows = []
        for number, entry in enumerate(entries, start=len(kept)):
            kind, text = log_text(entry)
            previous = log_hash(Head(home.register, home.case_id, number, previous), kind, text)
            rows.append((kind, text, previous))
        return rows

    # ── Query ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def cases(self, register: str, wanted: Wanted = ANY, after: str = "", limit: int = 50) -> Page:
        """List cases of a register that fit, by case id."""
        with self._lock:
            fitting = sorted(
                (
                    held.row
                    for (home, case_id), held in self._cases.items()
                    if home == register and case_id > after and fits(held, wanted)
                ),
                key=lambda row: row.case_id,
            )
        most = within(limit)
        rows = tuple(fitting[:most])
        return Page(rows, rows[-1].case_id if rows and len(fitting) > most else None)

    def loads(self, register: str, workers: Collection[str]) -> Mapping[tuple[str, str], int]:
        """Give (capacity, worker) -> how many cases count on the worker."""
        with self._lock:
            return {
                (capacity, worker): load
                for (home, capacity, worker), load in self._loads.items()
                if home == register and worker in workers and load
            }

    def set_aside(
        self, kind: QueueKind, register: str | None = None, after: SetAside | None = None, limit: int = MOST_ROWS
    ) -> Sequence[SetAside]:
        """List what was set aside, by register, case and place in it."""
        with self._lock:
            found = [each for each in set_aside(self._cases, kind) if register is None or each.register == register]
        return tuple(each for each in found if after is None or each.place > after.place)[: within(limit)]

    # ── Store ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def clock(self) -> datetime | None:
        """Give None: it has no clock of its own."""
        return None

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
