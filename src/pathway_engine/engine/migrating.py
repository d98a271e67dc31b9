"""Moving running cases to another definition, many at once, told before anything moves (semantics §O3).

Theory
------
1. *One rule.* Where a case will go is decided by the very function that decides its migration; the plan is that
   decision, not written. So the plan says what then happens, and there is nothing that could differ from it.
2. *All or nobody.* While one case has no home nothing moves. Only a case that was named to be left where it is, is.
3. *Each case by its own command.* A register is too large for one transaction, and its cases go on meanwhile. What
   was planned is noted as a case and its version; the idempotency key is made of the plan, the case and that version,
   so that two who carry out the same plan do it once.
4. *Taken up again.* A case that has moved is not under the old definition any more, so whoever was stopped begins
   anew: planned is what is left, and done what was not.
5. *Nobody is lost.* A case that changed between the plan and its turn is looked at anew, and told so; and so is one
   that came to the old definition meanwhile. The end of the list is looked for in the store, not in the notes.
"""

from __future__ import annotations

__all__ = ["CaseMigration", "Migrating", "Moved", "Planned", "ServicePlanned"]

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC
from hashlib import sha256
from tempfile import TemporaryFile
from typing import Literal

from attrs import evolve, field, frozen

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide
from pathway_engine.case.decision import Decision, Facts, Refused
from pathway_engine.case.events import Event
from pathway_engine.case.intake import take_actor, take_in
from pathway_engine.case.model import Case, oldest_first
from pathway_engine.engine.done import Done, Outcome
from pathway_engine.engine.library import Library, Shelf
from pathway_engine.engine.reading import may_ask, use_of
from pathway_engine.errors import CaseNotFound, Conflict, DefinitionNotFound, SealBroken, Unreadable
from pathway_engine.journal.canonical import canonical
from pathway_engine.journal.forms import to_plain
from pathway_engine.journal.sources import Sources
from pathway_engine.requirements import Reason
from pathway_engine.stores.port import MOST_ROWS, CaseRow, Loaded, Store, Wanted
from pathway_engine.text import message

Became = Literal["homeless", "migrated", "anew", "there", "stays", "gone"]


def _names(given: str | Iterable[str]) -> tuple[str, ...]:
    """Put names in one order; one may be given bare."""
    return tuple(sorted({given} if isinstance(given, str) else set(given)))


@frozen(kw_only=True)
class CaseMigration:
    """Which running cases are to go to another definition, and where in it.

    Args:
        to: Digest of the definition they go to; one of the engine's own, or one that the store keeps.
        from_: The definitions they leave, each as `name@version`, as a name for all of its versions, or as a digest.
        states: Old flat state -> new one, where the id changed; also for the state remembered while on hold.
        services: Old service state `service.state` -> new state, where the id changed.
        leave: Cases that stay under the definition they have, whatever becomes of the others.
    """

    to: str
    from_: tuple[str, ...] = field(converter=_names)
    states: Mapping[str, str] = field(factory=dict)
    services: Mapping[str, str] = field(factory=dict)
    leave: tuple[str, ...] = field(default=(), converter=_names)

    def concerns(self, row: CaseRow) -> bool:
        """Tell whether a case runs under one of the definitions to be left."""
        names = {row.pathway, f"{row.pathway}@{row.definition_version}", row.digest}
        return row.closed_on is None and row.digest != self.to and not names.isdisjoint(self.from_)

    def command(self, case: str, from_digest: str, actor: c.Actor, key: str = "") -> c.Migrate:
        """Give the command that moves one case."""
        return c.Migrate(
            case=case,
            actor=actor,
            key=key,
            to_digest=self.to,
            from_digest=from_digest,
            states=self.states,
            services=self.services,
        )


@frozen(kw_only=True)
class ServicePlanned:
    """Where a service of a case goes: its id and kind, the state it is in, and the one it will be in."""

    id: str
    kind: str
    from_: str
    to: str


@frozen(kw_only=True)
class Planned:
    """Where one case will go.

    Args:
        case: Id of the case.
        version: Its version when it was looked at.
        from_digest: The definition it runs under.
        from_, to: Its state, and the one it will be in; `to` is empty when it has no home.
        held_from, held_to: The state it goes back to after a break, before and after; empty when it is on no break.
        services: Its open services.
        kept: Time limits that go on, with the day they have.
        begun: Time limits of the new definition that begin.
        dropped: Time limits that the new definition does not have.
        reasons: Why it has no home, or cannot move; nothing when it can.
        left: True when it was named to be left where it is.
    """

    case: str
    version: int
    from_digest: str
    from_: str = ""
    to: str = ""
    held_from: str = ""
    held_to: str = ""
    services: tuple[ServicePlanned, ...] = ()
    kept: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    left: bool = False


@frozen(kw_only=True)
class Moved:
    """What became of one case when a migration was carried out.

    Args:
        planned: Where it went, or why it did not.
        became: `migrated`, as planned; `anew`, when it had changed since the plan, was looked at again and migrated;
            `there`, when somebody else had migrated it; `stays`, when it had changed and has no home now; `gone`, when
            it was closed or purged meanwhile. `homeless` means that nothing moved at all, for this case's sake.
    """

    planned: Planned
    became: Became


class Migrating(ABC):
    """The part of an engine that moves running cases to another definition."""

    store: Store
    register: str
    sources: Sources
    library: Library
    _attempts: int

    @abstractmethod
    def do(self, command: c.Command) -> Outcome:
        """Carry out a command."""

    @abstractmethod
    def pseudonym(self, person: str) -> str:
        """Give the pseudonym under which a person's acts are kept in this register."""

    @abstractmethod
    def _read(self, loaded: Loaded) -> Case | None:
        """Give the case of a loaded row."""

    @abstractmethod
    def _gather(self, shelf: Shelf, case: Case | None, command: c.Command, target: Event | None) -> Facts:
        """Gather what a decision needs."""

    # ── planning ───────────────────────────────────────────────────────────────────────────────────────────────────

    def plan_migration(self, migration: CaseMigration, actor: c.Actor) -> Iterator[Planned]:
        """Say for every open case of the register that it concerns where it will go; nothing is changed.

        By case id, a page of the store at a time: a register of any size needs no more memory than a page.

        Args:
            migration: Which cases, and where to.
            actor: Who will carry it out: somebody in a role that `keeps` the register, or who may migrate every case.

        Raises:
            DefinitionNotFound: The definition they are to go to is not known.
        """
        self.library.of(migration.to, self.store)
        for row in self._concerned(migration):
            yield self._planned(migration, actor, row)

    def _concerned(self, migration: CaseMigration) -> Iterator[CaseRow]:
        after: str | None = ""
        while after is not None:
            page = self.store.cases(self.register, Wanted(is_open=True), after, MOST_ROWS)
            yield from filter(migration.concerns, page.rows)
            after = page.after

    def _planned(self, migration: CaseMigration, actor: c.Actor, row: CaseRow) -> Planned:
        """Look at one case; one that cannot be read has no home, and stops none of the others (promise 12)."""
        bare = Planned(case=row.case_id, version=row.version, from_digest=row.digest)
        left = evolve(bare, left=True) if row.case_id in migration.leave else None
        try:
            case = self._read(self.store.load(self.register, row.case_id))
            if case is None:
                return left or evolve(bare, reasons=(_reason("migration-not-there"),))
            shelf = self.library.of(case.digest, self.store)
        except (Unreadable, SealBroken, DefinitionNotFound):
            return left or evolve(bare, reasons=(_reason("migration-unreadable"),))
        command = migration.command(case.id, case.digest, actor)
        if left:
            taken = take_actor(shelf.machine, shelf.naming, actor, self.pseudonym)
            return evolve(left, from_=case.state) if may_ask(shelf.machine, case, taken, command) else left
        return self._decided(shelf, case, command)

    def _decided(self, shelf: Shelf, case: Case, command: c.Migrate) -> Planned:
        """Decide a migration without writing it; give where it leads, or why it does not."""
        bare = Planned(case=case.id, version=case.version, from_digest=case.digest)
        taken = take_in(shelf.machine, shelf.naming, case, command, self.pseudonym)
        if isinstance(taken, Refused):
            return evolve(bare, reasons=taken.reasons)
        now = self.sources.clock().astimezone(UTC)
        if not may_ask(shelf.machine, case, taken.command.actor, command):
            # Whoever has nothing to do with the case does not learn where it stands.
            entry = use_of(shelf.pathway, taken.command.actor, command.name, now, allowed=False)
            self.store.write(self.register, case.id, entry)
            return evolve(bare, reasons=(_reason("migration-not-yours"),))
        facts = self._gather(shelf, case, taken.command, None)
        decision: Decision = decide(shelf.machine, case, taken.command, facts, now)
        if isinstance(decision, Refused):
            return _leading(case, None, decision.reasons)
        return _leading(case, decision.case)

    # ── carrying out ───────────────────────────────────────────────────────────────────────────────────────────────

    def migrate_cases(self, migration: CaseMigration, actor: c.Actor) -> Iterator[Moved]:
        """Plan, and if everybody has a home, move each case by its own command; tell of each as it is done.

        The cases move while what is given is read: read it to its end. When somebody has no home those are given, and
        nothing moves. Stopped at any point, asked again it goes on with what is left.

        Args:
            migration: Which cases, and where to.
            actor: Who carries it out.

        Raises:
            DefinitionNotFound: The definition they are to go to is not known.
            StoreBusy, StoreFull, StoreUnavailable, OutcomeUnknown: Ask again: what was done is done.
        """
        with TemporaryFile("w+", encoding="ascii") as noted:
            homeless = False
            for planned in self.plan_migration(migration, actor):
                if planned.reasons:
                    homeless = True
                    yield Moved(planned=planned, became="homeless")
                elif not planned.left:
                    noted.write(f"{planned.case} {planned.version}\n")
            if homeless:
                return
            noted.seek(0)
            yield from self._all_moved(migration, actor, (line.split() for line in noted))

    def _all_moved(self, migration: CaseMigration, actor: c.Actor, noted: Iterable[Collection[str]]) -> Iterator[Moved]:
        stayed = set(migration.leave)
        for case_id, version in noted:
            moved = self._moved(migration, actor, case_id, int(version))
            if moved.became == "stays":
                stayed.add(case_id)
            yield moved
        # Opened, reopened or brought back under the old definition while the others moved.
        for row in self._concerned(migration):
            if row.case_id not in stayed:
                yield self._moved(migration, actor, row.case_id, 0)

    def _moved(self, migration: CaseMigration, actor: c.Actor, case_id: str, version: int) -> Moved:
        """Move one case, which had `version` when it was planned."""
        planned = Planned(case=case_id, version=version, from_digest="")
        for _ in range(self._attempts):
            row = self.store.load(self.register, case_id).row
            if row is None or row.closed_on is not None:
                return Moved(planned=planned, became="gone")
            if not migration.concerns(row):
                planned = evolve(planned, from_digest=row.digest, to=row.state)
                return Moved(planned=planned, became="there" if row.digest == migration.to else "gone")
            planned = self._planned(migration, actor, row)
            if planned.reasons:
                return Moved(planned=planned, became="stays")
            try:
                outcome = self._done(migration, actor, planned)
            except CaseNotFound:
                continue  # purged since it was looked at
            if isinstance(outcome, Done):
                first = outcome.events[0].seq - 1
                return Moved(planned=planned, became="migrated" if first == version else "anew")
        return Moved(planned=evolve(planned, reasons=(_reason("migration-busy"),)), became="stays")

    def _done(self, migration: CaseMigration, actor: c.Actor, planned: Planned) -> Outcome | None:
        """Migrate a case as it was planned; None when it keeps changing."""
        # Of the version too: a case that came back would otherwise be told that it has been migrated before.
        key = f"migrate:{self._id(migration, actor)}:{planned.case}:{planned.version}"
        try:
            return self.do(migration.command(planned.case, planned.from_digest, actor, key))
        except Conflict:
            return None

    def _id(self, migration: CaseMigration, actor: c.Actor) -> str:
        """Give what is the same for the same plan of the same actor: another purpose makes another command."""
        persons = {name: self.pseudonym(getattr(actor, name)) for name in ("subject", "acting_for")}
        by = to_plain(evolve(actor, **persons))
        return sha256(canonical({"plan": to_plain(migration), "by": by})).hexdigest()[:32]


def _leading(before: Case, after: Case | None, reasons: tuple[Reason, ...] = ()) -> Planned:
    """Tell the two ends of a migration; of one that is refused there is only the first."""
    own = {running.id: running.seq for running in oldest_first(before.deadlines)}
    then = {running.id: running.seq for running in oldest_first(after.deadlines)} if after else own
    tracks = after.services if after else {}
    return Planned(
        case=before.id,
        version=before.version,
        from_digest=before.digest,
        from_=before.state,
        to=after.state if after else "",
        held_from=before.held,
        held_to=after.held if after else "",
        services=tuple(
            ServicePlanned(
                id=each.id, kind=each.kind, from_=each.state, to=tracks[each.id].state if each.id in tracks else ""
            )
            for each in oldest_first(before.services)
        ),
        kept=tuple(each for each, seq in own.items() if then.get(each) == seq),
        begun=tuple(each for each, seq in then.items() if own.get(each) != seq),
        dropped=tuple(each for each in own if each not in then),
        reasons=reasons,
    )


def _reason(code: str) -> Reason:
    return Reason(message(code))
