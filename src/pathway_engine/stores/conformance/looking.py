"""Everything that can be seen of a store, for comparing."""

from __future__ import annotations

from datetime import timedelta

from pathway_engine.stores.conformance.making import REGISTER, START
from pathway_engine.stores.port import (
    Claimed,
    QueueKind,
    Store,
)

LEASE = timedelta(minutes=5)


def everything(store: Store) -> object:
    """Give all that a store shows of the cases these tests write."""
    ids = ("first", "second")
    return (
        [store.load(REGISTER, each, key) for each in ids for key in ("", "used", "new")],
        [list(store.scan(REGISTER, each)) for each in ids],
        [list(store.read(REGISTER, each)) for each in ids],
        store.loads(REGISTER, ("w", "v")),
        store.cases(REGISTER),
        [(each.id, each.type) for kind in QUEUES for each in peek(store, kind)],
    )


QUEUES: tuple[QueueKind, ...] = ("deadlines", "messages")


def peek(store: Store, kind: QueueKind) -> list[Claimed]:
    """Look at a queue far in the future, and lend nothing for longer than an instant."""
    later = START + timedelta(days=3650)
    return list(store.claim(kind, later, 100, timedelta(0)))
