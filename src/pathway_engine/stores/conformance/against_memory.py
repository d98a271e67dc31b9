"""Every store against the memory store: whatever is done to both, both answer the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from pathway_engine.case import events as e
from pathway_engine.errors import CaseErased
from pathway_engine.journal.chain import broken_at
from pathway_engine.stores.conformance.looking import QUEUES
from pathway_engine.stores.conformance.making import REGISTER, START, Book, arming, moving, opening, use
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import (
    AppendConflict,
    Claim,
    Claimed,
    Entry,
    Erasure,
    Loaded,
    QueueKind,
    Receipt,
    SetAside,
    Store,
    Wanted,
)

CASES = st.sampled_from(["a", "b", "ä"])
WORKERS = st.sampled_from(["v", "w"])
KEYS = st.sampled_from(["", "", "key-1", "key-2"])
CLAIMS = st.lists(
    st.builds(Claim, st.just("coaching"), WORKERS, st.sampled_from([1, -1]), st.sampled_from([None, 1, 2])), max_size=2
)
HOURS = st.integers(0, 200)
KINDS: st.SearchStrategy[QueueKind] = st.sampled_from(QUEUES)
BODIES = st.lists(
    st.one_of(
        st.builds(moving, st.sampled_from(["planning", "services"])),
        st.builds(lambda name, hours: arming(name, timedelta(hours=hours)), st.sampled_from(["x", "y"]), HOURS),
        st.builds(e.DeadlineDropped, deadline=st.sampled_from(["x", "y"])),
        st.builds(
            e.RoleNamed, role=st.just("coach"), organisation=st.sampled_from(["workshop", "county"]), worker=WORKERS
        ),
        st.builds(e.ParticipantJoined, organisation=st.sampled_from(["county", "school"])),
        st.builds(e.Closed, reason=st.just("other")),
    ),
    min_size=1,
    max_size=3,
)
LIMITS = st.integers(-1, 5)


def load(case: str, key: str, store: Store) -> Loaded:
    """Load a case from a store."""
    return store.load(REGISTER, case, key)


def scan(case: str, store: Store) -> tuple[Entry, ...]:
    """Read a whole journal from a store."""
    return tuple(store.scan(REGISTER, case))


def put_aside(kind: QueueKind, store: Store) -> tuple[SetAside, ...]:
    """List what a store has set aside."""
    return tuple(store.set_aside(kind))


def against_memory(factory: Callable[[], Store]) -> None:
    """Do what the machine thinks of to stores of a factory and to memory stores, as often as Hypothesis is set to.

    Raises:
        AssertionError: They answered differently; the message has the steps that lead there.
    """
    run_state_machine_as_test(type("AgainstOurs", (AgainstMemory,), {"factory": staticmethod(factory)}))


class AgainstMemory(RuleBasedStateMachine):
    """Does the same to a store and to the memory store."""

    factory: Callable[[], Store]

    @initialize()
    def begin(self) -> None:
        """Open an empty store of each kind."""
        self.model: Store = MemoryStore()
        self.store = self.factory()
        self.books: dict[str, Book] = {}
        self.lent: list[tuple[Claimed, Claimed]] = []
        self.now = START

    def teardown(self) -> None:
        """Close the store."""
        if hasattr(self, "store"):
            self.store.close()

    def both(self, ask: Callable[[Store], Any]) -> tuple[Any, Any]:
        """Ask both; a refusal is an answer."""
        answers = []
        for store in (self.model, self.store):
            try:
                answers.append(ask(store))
            except (AppendConflict, CaseErased) as refusal:
                answers.append((type(refusal), getattr(refusal, "about", ""), getattr(refusal, "claim", None)))
        return answers[0], answers[1]

    def same(self, ask: Callable[[Store], Any]) -> Any:
        """Ask both; they answer alike."""
        model, store = self.both(ask)
        assert store == model
        return model

    @rule(case=CASES, bodies=BODIES, claims=CLAIMS, key=KEYS, personal=st.text(max_size=3), stale=st.booleans())
    def write(
        self, case: str, bodies: list[e.Body], claims: list[Claim], key: str, personal: str, *, stale: bool
    ) -> None:
        """Open or go on with a case, sometimes on a history that is not there."""
        book = self.books.setdefault(case, Book(case))
        known = book.case.deadlines if book.case else {}
        bodies = [each for each in bodies if not isinstance(each, e.DeadlineDropped) or each.deadline in known]
        opens = [opening(worker="w")] if book.case is None else []
        if not (opens or bodies):
            return
        receipt = Receipt(key, "f", case, 1, 1) if key else None
        log = (use(),) if personal else ()
        # What cannot be written is refused before any store sees it; that is not asked here.
        text = "".join(each for each in personal if each != "\0" and not "\ud800" <= each <= "\udfff")
        append = book.write(
            *opens, *bodies[:1], personal={"note": text}, claims=tuple(claims), receipt=receipt, log=log
        )
        if stale and append.head.version:
            append = attrs.evolve(
                append,
                head=attrs.evolve(append.head, hash="0" * 64),
                entries=(attrs.evolve(append.entries[0], prev_hash="0" * 64), *append.entries[1:]),
            )
        if self.same(lambda store: store.append(append)) is None:
            book.kept(append)

    @rule(
        kind=KINDS,
        hours=HOURS,
        limit=LIMITS,
        minutes=st.integers(0, 600),
        register=st.sampled_from([None, None, REGISTER, "another"]),
    )
    def claim(self, kind: QueueKind, hours: int, limit: int, minutes: int, register: str | None) -> None:
        """Take from a queue."""
        self.now = max(self.now, START + timedelta(hours=hours))
        lease = timedelta(minutes=minutes)
        model, store = self.both(lambda each: each.claim(kind, self.now, limit, lease, register))
        assert [attrs.evolve(each, token="") for each in store] == [attrs.evolve(each, token="") for each in model]
        self.lent += zip(model, store, strict=True)

    @rule(data=st.data(), done=st.booleans(), retry=st.none() | HOURS, withheld=st.booleans(), tried=st.booleans())
    def settle(self, data: st.DataObject, *, done: bool, retry: int | None, withheld: bool, tried: bool) -> None:
        """Give back something that was lent once, perhaps too late."""
        if not self.lent:
            return
        model, store = self.lent[data.draw(st.integers(0, len(self.lent) - 1))]
        at = None if retry is None else self.now + timedelta(hours=retry)
        how: dict[str, Any] = {"done": done, "retry_at": at, "withheld": withheld, "tried": tried}
        assert self.store.settle(store, now=self.now, **how) == self.model.settle(model, now=self.now, **how)

    @rule(data=st.data(), kind=KINDS)
    def release(self, data: st.DataObject, kind: QueueKind) -> None:
        """Release something that was set aside."""
        listed = self.same(lambda store: tuple(store.set_aside(kind)))
        if listed:
            aside = data.draw(st.sampled_from(listed))
            self.same(lambda store: store.release(aside, use("release")))

    @rule(case=CASES)
    def erase(self, case: str) -> None:
        """Destroy a key."""
        erasure = Erasure(case_id=case, erased_at=self.now, basis="request")
        self.same(lambda store: store.destroy(REGISTER, erasure))

    @rule(case=CASES, after=st.integers(-1, 5), limit=LIMITS)
    def read(self, case: str, after: int, limit: int) -> None:
        """Read a part of a journal and a log."""
        self.same(lambda store: tuple(store.scan(REGISTER, case, after, limit)))
        self.same(lambda store: tuple(store.read(REGISTER, case, after, limit)))
        self.same(lambda store: store.key_of(REGISTER, case))

    @rule(
        state=st.none() | st.sampled_from(["recognition", "planning"]),
        worker=st.none() | WORKERS,
        organisation=st.none() | st.sampled_from(["town", "county", "workshop"]),
        is_open=st.none() | st.booleans(),
        due=st.none() | HOURS,
        after=st.just("") | CASES,
        limit=LIMITS,
    )
    def ask(
        self,
        state: str | None,
        worker: str | None,
        organisation: str | None,
        is_open: bool | None,  # noqa: FBT001 - drawn by hypothesis
        due: int | None,
        after: str,
        limit: int,
    ) -> None:
        """List cases."""
        due_before = None if due is None else START + timedelta(hours=due)
        wanted = Wanted(state=state, worker=worker, organisation=organisation, is_open=is_open, due_before=due_before)
        self.same(lambda store: store.cases(REGISTER, wanted, after, limit))

    @invariant()
    def both_know_the_same(self) -> None:
        """What can be seen is the same, and every journal fits together."""
        if not hasattr(self, "store"):
            return
        for case in ("a", "b", "ä"):
            for key in ("", "key-1"):
                self.same(partial(load, case, key))
            journal = self.same(partial(scan, case))
            assert broken_at(REGISTER, case, journal) is None
        for kind in QUEUES:
            self.same(partial(put_aside, kind))
        self.same(lambda store: dict(store.loads(REGISTER, ["v", "w"])))
        self.same(lambda store: tuple(store.erasures(REGISTER)))
