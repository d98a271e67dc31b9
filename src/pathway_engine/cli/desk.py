"""Where the command line works: a database, its keys, a register in it, and who acts."""

from __future__ import annotations

__all__ = ["Desk"]

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pathway_engine.case.commands import Actor, Command, Open
from pathway_engine.case.model import Case
from pathway_engine.cli.output import Output, shelf_of
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.sources import installed
from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.keys import KeyProvider, LocalKeyFile
from pathway_engine.stores import open_store
from pathway_engine.stores.port import Store


class Desk:
    """One command's place of work.

    Args:
        out: How to answer.
        db: URL or path of the database.
        keys: Path of the key file; beside the database file when empty.
        region: Name or path of a pathway; empty when the case knows its own.
        register: The register that is asked for; empty to find it.
    """

    def __init__(self, out: Output, db: str, keys: str, region: str, register: str) -> None:
        self.out = out
        self.url = db if "://" in db or db == "memory:" else f"sqlite:///{db}"
        self._keys_path = keys
        self._region = region
        self.register = register
        self.actor = Actor()
        self.common: Mapping[str, Any] = {}
        self._opened: list[Store] = []

    def acts(self, typed: str, person: str, client: str, purpose: str) -> None:
        """Say who acts: `role@organisation`, `role+role@organisation`, or `client`; labels are allowed.

        Whoever acts for a client does what the client may do, and so holds the client's role beside the own one.
        """
        roles, at, organisation = typed.partition("@")
        held = {role.strip() for role in roles.split("+")} if typed else set()
        if "" in held or (at and not organisation.strip()):
            raise self.out.fault("cli-acting-form", typed=typed)
        self.actor = Actor(
            subject=person,
            organisation=organisation.strip(),
            roles=held | ({"client"} if client else set()),
            acting_for=client,
            purpose=purpose,
        )

    # ── the database and its keys ─────────────────────────────────────────────────────────────────────────────────

    @property
    def file(self) -> Path | None:
        """The database's file; None when it is none."""
        return (
            Path(self.url.removeprefix("sqlite:///").partition("?")[0]) if self.url.startswith("sqlite:///") else None
        )

    @cached_property
    def store(self) -> Store:
        """The store, which must be there: a mistyped path makes no new database."""
        if self.file is not None and not self.file.exists():
            raise self.out.fault("cli-db-missing", path=str(self.file))
        return self._open()

    @cached_property
    def keys(self) -> KeyProvider:
        """The keys, which must be there: new ones would open nothing."""
        return LocalKeyFile(self._key_file())

    def make(self, register: str) -> None:
        """Make what a first case needs: a key file, and the database.

        Keys are made only where there is nothing yet: new ones would open none of what is there.
        """
        fresh = not self.file.exists() if self.file is not None else not self.store.cases(register, limit=1).rows
        if fresh:
            self.__dict__["keys"] = LocalKeyFile.create(self._key_file())
            if self.file is not None:
                self.__dict__["store"] = self._open()

    def close(self) -> None:
        """Let go of the store."""
        for store in self._opened:
            store.close()

    def _open(self) -> Store:
        try:
            store = open_store(self.url)
        except ValueError as error:
            raise self.out.fault("fault-ValueError", detail=str(error)) from None
        self._opened.append(store)
        return store

    def _key_file(self) -> Path:
        if self._keys_path:
            return Path(self._keys_path)
        if self.file is None:
            raise self.out.fault("cli-keys-needed")
        return self.file.with_name(f"{self.file.name}.keys")

    # ── definitions and registers ─────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def pathway(self) -> Pathway:
        """The region's pathway, for opening a case."""
        if not self._region:
            raise self.out.fault("cli-region-needed")
        return load(self._region, language=self.out.language)

    def pathways(self) -> Iterator[Pathway]:
        """Give the pathways whose organisations may keep a register: the region's, or all that are shipped.

        Those whose file names the actor's organisation come first: mostly no other needs to be loaded.
        """
        if self._region:
            yield self.pathway
            return
        shipped = installed()
        own = self.actor.organisation.encode()

        def others_last(name: str) -> bool:
            document = shipped.find("", name)
            return not own or document is None or own not in document.data

        for name in sorted(shipped.names(""), key=others_last):
            yield load(name, language=self.out.language)

    def registers(self) -> Iterator[str]:
        """Give the registers to look in, the actor's own first; each once."""
        seen: set[str] = set()
        for register in self._candidates():
            if register not in seen:
                seen.add(register)
                yield register

    def _candidates(self) -> Iterator[str]:
        if self.register:
            # A register comes to be by its first case: a slip in its name would be answered as if all were well.
            if not self._is_one(self.register):
                raise self.out.fault("cli-register-unknown", register=self.register)
            yield self.register
            return
        if own := self.actor.organisation:
            yield own
        for pathway in self.pathways():
            if own:
                yield from _registers(pathway, Labels(pathway).find("organisation", own))
            for organisation in pathway.organisations:
                yield from _registers(pathway, organisation)

    def _is_one(self, register: str) -> bool:
        """Tell whether anything stands or stood in a register, or an organisation of a pathway keeps it."""
        if self.store.cases(register, limit=1).rows or self.store.tombstones(register, limit=1):
            return True
        return any(register in _registers(each, name) for each in self.pathways() for name in each.organisations)

    def register_of(self, organisation: str) -> str:
        """Give the register in which an organisation of the region opens cases."""
        if self.register:
            return self.register
        named = organisation or self.actor.organisation
        found = Labels(self.pathway).find("organisation", named) if named else None
        if found is None and named:
            known = ", ".join(sorted(self.pathway.organisations))
            raise self.out.fault("cli-organisation-unknown", typed=named, known=known)
        if found is None:
            raise self.out.fault("cli-register-needed")
        return next(_registers(self.pathway, found))

    # ── engines ───────────────────────────────────────────────────────────────────────────────────────────────────

    def engine(self, register: str, *pathways: Pathway) -> PathwayEngine:
        """Give the engine of a register."""
        return PathwayEngine(self.store, pathways, keys=self.keys, register=register)

    def find(self, case_id: str) -> tuple[PathwayEngine, Case]:
        """Find a case and the engine of its register.

        Raises:
            CaseNotFound: No register at hand has it.
        """
        for register in self.registers():
            if self.store.load(register, case_id).row is not None:
                engine = self.engine(register)
                return engine, engine.case(case_id)
        raise CaseNotFound(case_id)

    def do(self, kind: type[Command], case_id: str, /, **particulars: Any) -> None:
        """Carry out a command on a case and tell what became of it."""
        engine, before = self.find(case_id)
        outcome = engine.do(kind(case=case_id, actor=self.actor, **self.common, **particulars))
        self.out.outcome(engine, before, outcome, shelf_of(engine, before.digest).labels)

    def open_case(self, organisation: str, /, **particulars: Any) -> None:
        """Open a case in the register of the organisation that will coordinate it."""
        register = self.register_of(organisation)
        self.make(register)
        engine = self.engine(register, self.pathway)
        command = Open(
            case="",
            actor=self.actor,
            pathway=self.pathway.pathway,
            organisation=organisation,
            **self.common,
            **particulars,
        )
        self.out.outcome(engine, None, engine.do(command), Labels(self.pathway))


def _registers(pathway: Pathway, organisation: str | None) -> Iterator[str]:
    if organisation is not None:
        yield pathway.organisations[organisation].register or organisation
