"""`PathwayEngine`: gather what a decision needs, decide, and apply it in one write."""

from __future__ import annotations

__all__ = ["Done", "Outcome", "PathwayEngine"]

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from datetime import UTC, datetime
from time import sleep
from typing import Any

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide, steps
from pathway_engine.case.decision import Accepted, Facts, Refused, Step
from pathway_engine.case.events import Erased, Event
from pathway_engine.case.intake import Taken, is_case_id, take_actor, take_in
from pathway_engine.case.model import Case
from pathway_engine.deadlines import FinnishCalendar, WorkCalendar, helsinki_date
from pathway_engine.definition.model import Pathway
from pathway_engine.engine.cases import CaseReader
from pathway_engine.engine.done import Done, Outcome
from pathway_engine.engine.keeping import Keeping
from pathway_engine.engine.library import Library, Shelf
from pathway_engine.engine.migrating import Migrating
from pathway_engine.engine.opening import told
from pathway_engine.engine.patience import pause
from pathway_engine.engine.reading import ClientView, Told, client_view, may_ask, may_read, may_unseal, use_of
from pathway_engine.engine.releasing import Releasing
from pathway_engine.engine.writing import Keep, write_of
from pathway_engine.errors import (
    CaseErased,
    CaseNotFound,
    CaseRestricted,
    Conflict,
    DefinitionNotFound,
    IdempotencyConflict,
    StoreUnavailable,
    Unreadable,
)
from pathway_engine.failpoints import reach
from pathway_engine.journal.chain import linked
from pathway_engine.journal.forms import command_form
from pathway_engine.journal.keys import KeyProvider, keyed, pseudonym
from pathway_engine.journal.ledger import event_of
from pathway_engine.journal.sealing import CaseKey, new_case_key
from pathway_engine.journal.sources import Sources, SystemSources
from pathway_engine.requirements import Reason
from pathway_engine.stores.port import MOST_ROWS, Entry, Erasure, Head, KeyRow, Loaded, Page, Store, Wanted
from pathway_engine.text import message

_AUTHORITY = frozenset(
    {"role-may-not", "role-elsewhere", "no-relation", "own-matter", "client-only", "case-restricted"}
)
"""Refusals that somebody tried what is not theirs: they go to the use log."""

_OTHER_FORM = "an id of another form than any case has"
"""It is not repeated: what somebody gives in the place of an id may be an identity code."""


class PathwayEngine(Keeping, Migrating, Releasing):
    """Runs cases through their pathways, over one store and for one register.

    Args:
        store: Where everything is kept.
        pathways: Definitions in which new cases are opened; running cases keep their own.
        keys: Wraps the cases' keys and makes pseudonyms.
        register: The controller (rekisterinpitäjä) whose register this is, such as a wellbeing county's id.
        sources: Clock, ids, keys and nonces; the machine's own when left out.
        predicates: Name -> predicate for `predicate` requirements.
        calendar: Working days; Finland's when left out.
        publish: Types of events to tell the world outside; all when None.
        attempts: How often a command is decided anew when the case changed meanwhile.
    """

    def __init__(  # noqa: PLR0913 - everything an engine needs is handed to it; it looks for nothing itself
        self,
        store: Store,
        pathways: Iterable[Pathway],
        *,
        keys: KeyProvider,
        register: str,
        sources: Sources | None = None,
        predicates: Mapping[str, Callable[[Mapping[str, Any]], bool]] | None = None,
        calendar: WorkCalendar | None = None,
        publish: Collection[str] | None = None,
        attempts: int = 8,
    ) -> None:
        named: object = register
        if not isinstance(named, str) or not named:
            msg = "register: the id of a controller, such as a wellbeing county's"
            raise ValueError(msg)
        self.store = store
        self.register = register
        self.sources = sources or SystemSources()
        self.library = Library(pathways)
        self._keys = keys
        self._predicates = dict(predicates or {})
        self._calendar = calendar or FinnishCalendar()
        self._publish = publish
        self._attempts = attempts
        self._lasting = True
        self._proved: set[str] = set()
        self._cases = CaseReader(keys)

    def over(self, store: Store) -> PathwayEngine:
        """Give the same engine over another store, such as this one bound to a host's own transaction.

        In a host's transaction nothing is committed or tried again: the acknowledgement belongs to the host's commit
        (semantics §P3).
        """
        other = copy(self)
        other.store = store
        other._attempts = 1  # noqa: SLF001 - it is one of ours
        other._lasting = False  # noqa: SLF001
        return other

    # ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────

    def do(self, command: c.Command) -> Outcome:
        """Carry out a command.

        Args:
            command: What is asked. For `Open` the case's id may be left empty: a random one is made. An id of the
                host's own is 1-64 letters, digits, `-` and `_`, and tells nothing of the person: it stands in clear.

        Returns:
            `Done`, when it has taken effect and is durable, or `Refused` with everything that is missing.

        Raises:
            CaseNotFound: There is no such case in this register, or it is none of the actor's business.
            IdempotencyConflict: The key was used for another command.
            Conflict: The case kept changing; nothing was written.
            StoreBusy, StoreFull, StoreUnavailable: Nothing was written.
            OutcomeUnknown: It may have taken effect: ask again with the same key.
            CaseErased: The command has personal content and the case's key is destroyed.
            KeyMissing: The keys at hand are not those of this register.
            ValueError: A new case's id is not of that form or looks like an identity code; or the time has no zone.
        """
        given: object = command
        if not isinstance(given, c.Command):
            msg = f"command: one of pathway_engine's commands, not {type(given).__name__}"
            raise TypeError(msg)
        if command.at is not None and command.at.tzinfo is None:
            msg = "the time of a command needs a time zone"
            raise ValueError(msg)
        receipt = self._receipt(command)
        if isinstance(command, c.Open):
            command = evolve(command, case=_case_id(command.case) or self.sources.new_id())
        elif not is_case_id(command.case):
            raise CaseNotFound(_OTHER_FORM)
        for attempt in range(self._attempts):
            loaded = self.store.load(self.register, command.case, receipt[0] if receipt else "")
            reach("engine.after_load")
            if loaded.replica:
                msg = "this database follows another and may lag behind it: nothing is decided on it"
                raise StoreUnavailable(msg)
            if loaded.receipt is not None and receipt is not None:
                return self._repeated(loaded, receipt[1])
            try:
                return self._once(command, loaded, receipt)
            except Conflict:
                if attempt == self._attempts - 1:
                    raise
                sleep(pause(attempt))
        msg = "an engine needs at least one attempt"  # pragma: no cover - attempts are positive
        raise ValueError(msg)

    def _once(self, command: c.Command, loaded: Loaded, receipt: tuple[str, str] | None) -> Outcome:
        """Gather, decide, apply: once."""
        now = self.sources.clock().astimezone(UTC)
        case = self._read(loaded)
        if case is None and not isinstance(command, c.Open):
            raise CaseNotFound(command.case)
        # gather
        shelf = self._shelf(command, case, now)
        pointed_to = command.seq if isinstance(command, c.Correct | c.WithholdDisclosure) else 0
        target = self._event(case, pointed_to) if case is not None else None
        taken = take_in(shelf.machine, shelf.naming, case, command, self._pseudonym, target)
        if isinstance(taken, Refused):
            return self._refused(shelf, case, command, taken, now)
        try:
            facts = self._gather(shelf, case, taken.command, target)
        except DefinitionNotFound:
            # Whoever has nothing to do with the case must not learn from what else is missing that it is there.
            self._refused(shelf, case, command, Refused(()), now)
            raise
        # decide
        decision = decide(shelf.machine, case, taken.command, facts, now)
        if case is None and loaded.erased and isinstance(decision, Accepted):
            # Purged: its id is on a tombstone, and whatever a backup brings back under it is erased again.
            return Refused((Reason(message("case-exists")),))
        # apply
        if isinstance(decision, Refused):
            if case is not None and isinstance(command, c.Erase) and decision.reasons[0].code == "erased-before":
                # Nothing changes; what a crash may have left undone is done.
                self.store.destroy(self.register, Erasure(case_id=case.id, erased_at=now, basis=command.ground))
                return Done(case, (), repeated=True)
            return self._refused(shelf, case, command, decision, now)
        return self._apply(case, loaded, taken, decision, receipt)

    def _apply(
        self,
        case: Case | None,
        loaded: Loaded,
        taken: Taken,
        decision: Accepted,
        receipt: tuple[str, str] | None,
    ) -> Done:
        case_id = taken.command.case
        key, new_key = self._case_key(case, case_id, loaded, needed=bool(taken.personal))
        if case is None or case.digest != decision.case.digest:
            led_to = self.library.of(decision.case.digest, self.store)
            self.library.keep(led_to, self.store, lasting=self._lasting)
            reach("engine.after_definition")
        keep = Keep(
            personal=taken.personal, key=key, new_key=new_key, receipt=receipt, publish=self._publish, keys=self._keys
        )
        append = write_of(loaded.row, case, decision, keep, self.sources)
        self.store.append(append)
        self._cases.keep(append.row, decision.case)
        reach("engine.before_acknowledgement")
        return Done(decision.case, decision.events, decision.warnings)

    def _shelf(self, command: c.Command, case: Case | None, now: datetime) -> Shelf:
        opening = command if isinstance(command, c.Open) else None
        if case is not None and opening is None:
            return self.library.of(case.digest, self.store)
        pending_on = (opening.pending_on if opening else None) or helsinki_date(command.at or now)
        return self.library.for_new(opening.pathway if opening else "", pending_on)

    def _gather(self, shelf: Shelf, case: Case | None, command: c.Command, target: Event | None) -> Facts:
        loads: Mapping[tuple[str, str], int] = {}
        machine = self.library.of(command.to_digest, self.store).machine if isinstance(command, c.Migrate) else None
        if shelf.pathway.capacities or (machine is not None and machine.pathway.capacities):
            named = {holder.worker for holder in case.named.values()} if case else set()
            asked = {getattr(command, name, "") for name in ("worker", "receiver_worker")} | {command.actor.subject}
            waiting = {each.receiver_worker for each in case.handovers.values()} if case else set()
            loads = self.store.loads(self.register, (named | asked | waiting) - {""})
        return Facts(
            register=self.register,
            loads=loads,
            predicates=self._predicates,
            calendar=self._calendar,
            target=target,
            machine=machine,
            kept=self._kept(case, self._today()) if case is not None and isinstance(command, c.Erase) else None,
        )

    def _case_key(
        self, case: Case | None, case_id: str, loaded: Loaded, *, needed: bool
    ) -> tuple[CaseKey | None, KeyRow | None]:
        """Give the key of the case, and its wrapped form when it is new."""
        if case is None:
            key = new_case_key(self.sources)
            made = self._keys.wrap(self.register, case_id, key)
            return key, KeyRow(made.key_id, made.wrapped)
        if not needed:
            return None, None
        if loaded.key is None or loaded.erased:
            raise CaseErased(case_id)
        return self._keys.unwrap(self.register, case_id, loaded.key.wrapped, loaded.key.key_id), None

    # ── idempotency (semantics §P4) ───────────────────────────────────────────────────────────────────────────────

    def _receipt(self, command: c.Command) -> tuple[str, str] | None:
        if not command.key:
            return None
        form = command_form(command)
        return keyed(self._keys, self.register, "key", command.key), keyed(self._keys, self.register, "command", form)

    def _repeated(self, loaded: Loaded, fingerprint: str) -> Done:
        """Give the first result again, rebuilt from the journal."""
        receipt = loaded.receipt
        if receipt is None or receipt.fingerprint != fingerprint:
            msg = "the idempotency key was used for another command"
            raise IdempotencyConflict(msg)
        count = receipt.last_seq - receipt.first_seq + 1
        entries = self.store.scan(self.register, receipt.case_id, after=receipt.first_seq - 1, limit=count)
        if [entry.seq for entry in entries] != list(range(receipt.first_seq, receipt.last_seq + 1)):
            raise Unreadable(f"the events of a receipt of case {receipt.case_id} are not all there")
        events = tuple(map(event_of, entries))
        for event in events:
            if isinstance(event.body, Erased):
                # The process may have ended before the store had overwritten what was left of the key.
                erasure = Erasure(case_id=receipt.case_id, erased_at=event.recorded_at, basis=event.body.basis)
                self.store.destroy(self.register, erasure)
        return Done(self.case(receipt.case_id), events, repeated=True)

    # ── looking ───────────────────────────────────────────────────────────────────────────────────────────────────

    def case(self, case_id: str) -> Case:
        """Give a case as it is: for the host's own use, after its own check of authority.

        Raises:
            CaseNotFound: There is no such case in this register.
        """
        if not is_case_id(case_id):
            raise CaseNotFound(_OTHER_FORM)
        case = self._read(self.store.load(self.register, case_id))
        if case is None:
            raise CaseNotFound(case_id)
        return case

    def steps(self, case_id: str, actor: c.Actor) -> tuple[Step, ...]:
        """List every move from here for one actor: allowed or not, what is missing, who may.

        Raises:
            CaseNotFound: There is no such case, or it is none of the actor's business.
        """
        case, shelf, taken = self._look(case_id, actor, "steps")
        facts = self._gather(shelf, case, c.Move(case=case_id, actor=taken, trigger="-"), None)
        return steps(shelf.machine, case, taken, facts, self.sources.clock().astimezone(UTC))

    def history(self, case_id: str, actor: c.Actor, *, unseal: bool = False) -> tuple[Told, ...]:
        """Give the whole journal of a case, in order; a logged use. With `unseal` the personal fields are opened.

        They are opened for the client, and for others as far as their own register wrote them or they were passed to
        it; `Told.withheld` names the rest. A region's own matter, without a client, is opened whole.

        Raises:
            CaseNotFound: There is no such case, or it is none of the actor's business.
            CaseErased: The personal fields cannot be opened any more.
            CaseRestricted: Their use is restricted, and the actor's purpose is none of `UNSEALED_FOR`.
        """
        case, shelf, taken = self._look(case_id, actor, "open" if unseal else "history")
        key = self._opening_key(case_id) if unseal else None
        return told(shelf.machine, case, taken, tuple(self._entries(case_id)), key)

    def client_view(self, case_id: str, actor: c.Actor, language: str, **values: str) -> ClientView:
        """Give what the client reads where the case is; sentences whose value is missing are left out."""
        case, shelf, _taken = self._look(case_id, actor, "client_view")
        return client_view(shelf.pathway, case, language, values)

    def cases(self, wanted: Wanted | None = None, *, after: str = "", limit: int = 50) -> Page:
        """List cases of the register by state, worker, organisation or due date, page by page (semantics §X)."""
        return self.store.cases(self.register, wanted or Wanted(), after, limit)

    def cases_of(self, client: str) -> Page:
        """List the cases of a client, found by the keyed pseudonym of the identity code."""
        return self.cases(Wanted(client=self._pseudonym(client)))

    def tell(self, reasons: Iterable[Reason], language: str, *, case: str = "") -> tuple[str, ...]:
        """Write reasons or warnings in `fi`, `sv` or `en`, with the labels of the definition.

        Args:
            reasons: Of a `Refused`, of the `warnings` of a `Done`, or of a step.
            language: The reader's language.
            case: The case they are about; without it the engine's first definition gives the labels.
        """
        shelf = self.library.of(self.case(case).digest, self.store) if case else self.library.first
        return tuple(reason.text(language, shelf.labels) for reason in reasons)

    def pseudonym(self, person: str) -> str:
        """Give the pseudonym under which a person's acts are kept in this register."""
        return self._pseudonym(person)

    def _look(self, case_id: str, actor: c.Actor, action: str) -> tuple[Case, Shelf, c.Actor]:
        """Load a case for somebody who looks at it; the look is logged, and so is a refused one."""
        case = self.case(case_id)
        shelf = self.library.of(case.digest, self.store)
        taken = take_actor(shelf.machine, shelf.naming, actor, self._pseudonym)
        readable = may_read(shelf.machine, case, taken)
        allowed = readable and (action != "open" or may_unseal(shelf.machine, case, taken))
        entry = use_of(shelf.pathway, taken, action, self.sources.clock().astimezone(UTC), allowed=allowed)
        self.store.write(self.register, case_id, entry)
        if not readable:
            raise CaseNotFound(case_id)
        if not allowed:
            raise CaseRestricted(case_id)
        return case, shelf, taken

    def _refused(self, shelf: Shelf, case: Case | None, command: c.Command, refused: Refused, now: datetime) -> Refused:
        """Answer a refusal; an attempt at what is not one's own is logged, an honest refusal is not (faults 4.2).

        Reasons tell of the case: whoever has nothing to do with it does not even learn that it is there.
        """
        if case is None or isinstance(command, c.Open):
            return refused
        actor = take_actor(shelf.machine, shelf.naming, command.actor, self._pseudonym)
        concerned = may_ask(shelf.machine, case, actor, command)
        if not concerned or any(reason.code in _AUTHORITY for reason in refused.reasons):
            entry = use_of(shelf.pathway, actor, command.name, now, allowed=False)
            self.store.write(self.register, command.case, entry)
        if not concerned:
            raise CaseNotFound(command.case)
        return refused

    def _opening_key(self, case_id: str) -> CaseKey:
        row = self.store.key_of(self.register, case_id)
        if row is None:
            raise CaseErased(case_id)
        return self._keys.unwrap(self.register, case_id, row.wrapped, row.key_id)

    def _event(self, case: Case, seq: int) -> Event | None:
        """Give the event of that number; none when the case does not go so far."""
        if not 0 < seq <= case.version:
            return None
        (entry,) = self.store.scan(self.register, case.id, after=seq - 1, limit=1) or (None,)
        if entry is None or entry.seq != seq:
            raise Unreadable(f"event {seq} of case {case.id} is missing")
        return event_of(entry)

    def _entries(self, case_id: str) -> Iterator[Entry]:
        """Give a case's whole journal, a page at a time; one with a gap is not given as if it were whole."""
        head = Head(self.register, case_id)
        while entries := self.store.scan(self.register, case_id, after=head.version):
            yield from linked(entries, head)
            head = Head(self.register, case_id, entries[-1].seq, entries[-1].hash)
            if len(entries) < MOST_ROWS:
                return

    def _read(self, loaded: Loaded) -> Case | None:
        """Give the case of a loaded row."""
        if loaded.row is None:
            return None
        self._prove(loaded.row.case_id, loaded.key)
        return self._cases.read(loaded.row, self._entries)

    def _prove(self, case_id: str, key: KeyRow | None) -> None:
        """See once that the keys at hand are the register's: others would make other pseudonyms of everybody."""
        if key is not None and key.key_id not in self._proved:
            self._keys.unwrap(self.register, case_id, key.wrapped, key.key_id)
            self._proved.add(key.key_id)

    def _pseudonym(self, person: str) -> str:
        return pseudonym(self._keys, self.register, person)


def _case_id(given: str) -> str:
    """Let an id of the host's own pass; it will stand in clear, so it must not be an identity code."""
    if given and not is_case_id(given):
        msg = "the id of a case is 1-64 letters, digits, - and _, and no identity code"
        raise ValueError(msg)
    return given
