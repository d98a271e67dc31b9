"""What the keeper of a register does: how long cases are kept, purging, erasing again after a restore, new keys."""

from __future__ import annotations

__all__ = ["Applied", "Due", "Keeping"]

import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date
from pathlib import Path

from attrs import frozen

from pathway_engine.authority import Standing
from pathway_engine.case import commands as c
from pathway_engine.case.deciding.erasing import erased_again, keeping_role
from pathway_engine.case.decision import Refused
from pathway_engine.case.intake import take_actor
from pathway_engine.case.model import Case
from pathway_engine.case.retention import Kept, Matter, Past, kept, past_of, tasks_of
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Pathway, Retention
from pathway_engine.engine.cases import CaseReader
from pathway_engine.engine.library import Library, Shelf
from pathway_engine.engine.reading import may_read, use_of
from pathway_engine.engine.writing import Keep, write_of
from pathway_engine.errors import CaseNotFound, Conflict, DefinitionNotFound
from pathway_engine.journal.keys import KeyProvider
from pathway_engine.journal.ledger import event_of
from pathway_engine.journal.register import read_register
from pathway_engine.journal.sources import Sources
from pathway_engine.journal.tombstones import Tombstone
from pathway_engine.requirements import Reason
from pathway_engine.stores.port import MOST_ROWS, Entry, Erasure, Head, KeyRow, Purge, Rewrap, Store, Wanted
from pathway_engine.text import Ref, message

_BASIS = re.compile(r"[a-z][a-z0-9_]{0,63}")
_NEVER = frozenset({"open", "legal_hold", "restricted"})


@frozen
class Due:
    """A case that may be purged, and the rule whose time has run out."""

    case: str
    kept: Kept


@frozen
class Applied:
    """What became of a register of erasures that was applied again.

    Args:
        erased: Cases that a backup had brought back, and that are erased again.
        before: How many were erased here already.
        absent: Cases that are not here; nothing had to be done.
    """

    erased: tuple[str, ...]
    before: int
    absent: tuple[str, ...]

    @classmethod
    def of(cls, became: Iterable[tuple[str, bool | None]]) -> Applied:
        """Sum up what became of each case, as `Keeping.erase_again` told it."""
        told = tuple(became)
        erased, absent = ([case for case, each in told if each is wanted] for wanted in (True, None))
        return cls(tuple(erased), len(told) - len(erased) - len(absent), tuple(absent))


class Keeping(ABC):
    """The part of an engine that keeps data only as long as they may be kept."""

    store: Store
    register: str
    sources: Sources
    library: Library
    _keys: KeyProvider
    _attempts: int
    _cases: CaseReader

    @abstractmethod
    def case(self, case_id: str) -> Case:
        """Give a case as it is."""

    @abstractmethod
    def pseudonym(self, person: str) -> str:
        """Give the pseudonym under which a person's acts are kept in this register."""

    @abstractmethod
    def _entries(self, case_id: str) -> Iterator[Entry]:
        """Give a case's whole journal."""

    # ── retention and purging ──────────────────────────────────────────────────────────────────────────────────────

    def kept(self, case_id: str, today: date | None = None) -> Kept:
        """Tell whether a case is still kept, by which rule, and until when.

        The rules are those of the definition of the same name that is in force on the day asked, because a new law
        on retention holds for older cases too; which service tasks the case is stands in its own definition.

        Args:
            case_id: The case.
            today: The day asked; today in Finland when left out.

        Raises:
            CaseNotFound: There is no such case in this register.
        """
        return self._kept(self.case(case_id), today or self._today())

    def due_for_purge(self, today: date | None = None) -> Iterator[Due]:
        """List the cases whose retention has run out, by case id, with the rule that says so.

        Never one that is open, under a legal hold or restricted, and none that no rule speaks of.

        Args:
            today: The day asked; today in Finland when left out.
        """
        day, after = today or self._today(), ""
        while True:
            page = self.store.cases(self.register, Wanted(is_open=False), after, MOST_ROWS)
            for row in page.rows:
                case = self._still_there(row.case_id)
                found = self._kept(case, day) if case is not None and self._may_be_due(case, day) else None
                if found is not None and found.standing == "due":
                    yield Due(row.case_id, found)
            if page.after is None:
                return
            after = page.after

    def purge(self, case_id: str, actor: c.Actor, *, basis: str = "") -> Tombstone | Refused:
        """Take out every row of a case and leave a tombstone. Only the log of its use stays, by its own policy.

        Args:
            case_id: The case.
            actor: Somebody in a role that `keeps` this register.
            basis: What it rests on when no rule of retention has run out, as a code such as `transferred_to_archive`.
                It stays on the tombstone for ever. Nothing purges an open case, nor one under a legal hold or
                restricted.

        Returns:
            The tombstone, or `Refused` with why it is kept.

        Raises:
            CaseNotFound: There is no such case in this register, or it is none of the actor's business.
            Conflict: The case kept changing; nothing was written.
            StoreBusy, StoreFull, StoreUnavailable: Nothing was written.
            OutcomeUnknown: It may have been purged: purge it again, until there is no such case.
        """
        for attempt in range(self._attempts):
            # Read before everything that is judged: what moves on meanwhile is judged anew.
            head = self._head(case_id)
            case = self.case(case_id)
            shelf = self.library.of(case.digest, self.store)
            taken = take_actor(shelf.machine, shelf.naming, actor, self.pseudonym)
            found = self._may_purge(shelf, case, taken, basis)
            if isinstance(found, Refused):
                return found
            now = self.sources.clock().astimezone(UTC)
            entry = use_of(shelf.pathway, taken, "purge", now, allowed=True)
            try:
                stone = self.store.purge(Purge(head=head, purged_at=now, basis=found, log=(entry,)))
            except Conflict:
                if attempt == self._attempts - 1:
                    raise
            else:
                self._cases.forget(case_id)
                return stone
        msg = "an engine needs at least one attempt"  # pragma: no cover - attempts are positive
        raise ValueError(msg)

    def _may_purge(self, shelf: Shelf, case: Case, actor: c.Actor, basis: str) -> str | Refused:
        """Give what a purge rests on, or why there is none."""
        pathway = shelf.pathway
        role = keeping_role(pathway, actor, self.register)
        own = Standing(authority=shelf.machine.authority, case=case, actor=actor).is_own()
        if not role or own:
            now = self.sources.clock().astimezone(UTC)
            self.store.write(self.register, case.id, use_of(pathway, actor, "purge", now, allowed=False))
        if role and own:
            return Refused((Reason(message("own-matter"), (role,)),))
        if not role:
            if not may_read(shelf.machine, case, actor):
                raise CaseNotFound(case.id)
            keeping = tuple(Ref("role", name) for name, each in pathway.roles.items() if each.keeps) or "–"
            held = tuple(Ref("role", each) for each in sorted(actor.roles)) or "–"
            return Refused((Reason(message("role-may-not", roles=keeping, held=held)),))
        if basis and not _BASIS.fullmatch(basis):
            return Refused((Reason(message("purge-basis")),))
        found = self._kept(case, self._today())
        if found.standing == "due":
            return f"{found.rule} {found.law}"
        if basis and found.standing not in _NEVER:
            return basis
        rule = Ref("retention", found.rule) if found.rule else message("plain", text="–")
        return Refused((Reason(message(f"kept-{found.standing}", rule=rule, law=found.law, until=found.until or "–")),))

    def _kept(self, case: Case, today: date) -> Kept:
        own, rules = self._rules(case, today)
        return kept(rules, own, case, self._past(case.id), self._others(case), today)

    def _may_be_due(self, case: Case, today: date) -> bool:
        """Tell whether it is worth reading journals: what they say can only keep a case longer."""
        own, rules = self._rules(case, today)
        return kept(rules, own, case, Past(), (), today).standing in {"due", "waits", "no_rule"}

    def _rules(self, case: Case, today: date) -> tuple[Pathway, Mapping[str, Retention]]:
        """Give the definition of a case, and the rules of retention that the law has on a day."""
        own = self.library.of(case.digest, self.store).pathway
        try:
            return own, self.library.for_new(case.pathway, today).pathway.retention or own.retention
        except DefinitionNotFound:
            return own, own.retention

    def _others(self, case: Case) -> Iterator[Matter]:
        """Give the client's other cases, as far as they bear on how long this one is kept."""
        after: str | None = "" if case.client else None
        while after is not None:
            page = self.store.cases(self.register, Wanted(client=case.client), after, MOST_ROWS)
            for row in page.rows:
                other = self._still_there(row.case_id) if row.case_id != case.id else None
                if other is not None:
                    past = self._past(row.case_id)
                    pathway = self.library.of(other.digest, self.store).pathway
                    yield Matter(closed_on=row.closed_on, tasks=tasks_of(pathway, other, past), past=past)
            after = page.after

    def _still_there(self, case_id: str) -> Case | None:
        """Give a case that was listed; None when it has been purged since."""
        try:
            return self.case(case_id)
        except CaseNotFound:
            return None

    def _past(self, case_id: str) -> Past:
        return past_of(map(event_of, self._entries(case_id)))

    def _head(self, case_id: str) -> Head:
        loaded = self.store.load(self.register, case_id)
        row = loaded.row
        if row is None:
            if loaded.erased:
                # Purged: somebody read on, or the process ended, before what is left of its key was overwritten.
                now = self.sources.clock().astimezone(UTC)
                self.store.destroy(self.register, Erasure(case_id=case_id, erased_at=now, basis="purged"))
            raise CaseNotFound(case_id)
        return Head(row.register, row.case_id, row.version, row.head)

    def _today(self) -> date:
        return helsinki_date(self.sources.clock())

    # ── erasing again ──────────────────────────────────────────────────────────────────────────────────────────────

    def erasures(self) -> Iterator[Erasure]:
        """Give the register of erasures, by case id: keep a copy of it elsewhere than the backups."""
        after = ""
        while found := self.store.erasures(self.register, after):
            yield from found
            after = found[-1].case_id

    def apply_erasures(self, erasures: str | os.PathLike[str] | Iterable[Erasure]) -> Applied:
        """Erase again what was erased before a restore brought an older backup back. Doing it again changes nothing.

        Args:
            erasures: The file that `pathway erase --export` wrote, or the erasures themselves.

        Raises:
            ValueError: The file is not such a file, or belongs to another register.
        """
        return Applied.of((each.case_id, self.erase_again(each)) for each in self.read_erasures(erasures))

    def read_erasures(self, erasures: str | os.PathLike[str] | Iterable[Erasure]) -> Iterable[Erasure]:
        """Read a file of erasures of this register; erasures themselves are given back.

        Raises:
            ValueError: The file is not such a file, or belongs to another register.
        """
        if not isinstance(erasures, str | os.PathLike):
            return erasures
        with Path(erasures).open(encoding="utf-8") as lines:
            return read_register(self.register, lines)

    def erase_again(self, erasure: Erasure) -> bool | None:
        """Erase a case again; False when it is erased, None when it is not there."""
        for attempt in range(self._attempts):
            loaded = self.store.load(self.register, erasure.case_id)
            if loaded.row is None:
                return None
            case = self.case(erasure.case_id)
            if case.erased:
                self.store.destroy(self.register, erasure)
                return False
            machine = self.library.of(case.digest, self.store).machine
            now = self.sources.clock().astimezone(UTC)
            decision = erased_again(machine, case, erasure.basis, erasure.erased_at, now)
            keep = Keep(personal={}, key=None, new_key=None, receipt=None, publish=None, keys=self._keys)
            try:
                self.store.append(write_of(loaded.row, case, decision, keep, self.sources))
            except Conflict:
                if attempt == self._attempts - 1:
                    raise
            else:
                return True
        return None  # pragma: no cover - attempts are positive

    # ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def rewrap_keys(self, batch: int = 100) -> int:
        """Wrap every case's key by the key that wraps now; give how many were wrapped anew.

        It goes through all registers of the store, a batch a transaction, while commands go on; stopped at any point
        it goes on from there the next time. Until then the old key opens what it wrapped.

        Args:
            batch: How many keys a transaction wraps anew.

        Raises:
            KeyMissing: A key is wrapped by one that is not at hand.
        """
        current, after, done = self._keys.key_id, ("", ""), 0
        while found := self.store.stale_keys(current, after, batch):
            changes = []
            for each in found:
                opened = self._keys.unwrap(each.register, each.case_id, each.key.wrapped, each.key.key_id)
                made = self._keys.wrap(each.register, each.case_id, opened)
                new = KeyRow(made.key_id, made.wrapped)
                changes.append(Rewrap(register=each.register, case_id=each.case_id, old=each.key, new=new))
            done += self.store.rewrap_all(changes)
            after = found[-1].register, found[-1].case_id
        return done
