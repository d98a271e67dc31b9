"""What workers set aside because it failed too often: seeing it, and putting it back once its cause is mended."""

from __future__ import annotations

__all__ = ["Releasing"]

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import UTC

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.intake import take_actor
from pathway_engine.engine.library import Library
from pathway_engine.engine.reading import use_of
from pathway_engine.journal.sources import Sources
from pathway_engine.stores.port import KeyRow, QueueKind, SetAside, Store


class Releasing(ABC):
    """The part of an engine that looks after what its workers set aside (promises 8 and 9)."""

    store: Store
    register: str
    sources: Sources
    library: Library

    @abstractmethod
    def pseudonym(self, person: str) -> str:
        """Give the pseudonym under which a person's acts are kept in this register."""

    @abstractmethod
    def _prove(self, case_id: str, key: KeyRow | None) -> None:
        """See that the keys at hand are the register's."""

    def set_aside(self, kind: QueueKind) -> Iterator[SetAside]:
        """List what was set aside in this register, by case; a page of the store at a time.

        Args:
            kind: `deadlines` or `messages`.
        """
        after: SetAside | None = None
        while found := self.store.set_aside(kind, self.register, after):
            yield from found
            after = found[-1]

    def release(self, aside: SetAside, actor: c.Actor) -> bool:
        """Put a deadline or a message back into its queue; the next worker takes it up as if it had never failed.

        It tells nobody anything of the case and decides nothing, so it asks for no role of the definition: whoever
        may run the workers may do it, and the host has seen to that. Who did it stands in the case's log of use.

        Args:
            aside: What `set_aside` listed.
            actor: Who releases it, by name.

        Returns:
            False when it was not set aside any more: nothing was changed.

        Raises:
            ValueError: Nobody is named, or it belongs to another register.
            KeyMissing: The keys at hand are not those of this register.
        """
        if not actor.subject or aside.register != self.register:
            msg = "whoever releases something is named, and releases what is of this register"
            raise ValueError(msg)
        loaded = self.store.load(self.register, aside.case_id)
        if loaded.row is None:
            return False
        self._prove(aside.case_id, loaded.key)
        # The case itself is not read: it may be what made a worker fail.
        shelf = self.library.of(loaded.row.digest, self.store)
        taken = take_actor(shelf.machine, shelf.naming, actor, self.pseudonym)
        entry = use_of(shelf.pathway, taken, "release", self.sources.clock().astimezone(UTC), allowed=True)
        return self.store.release(aside, evolve(entry, data=(aside.id,), seq=aside.seq))
