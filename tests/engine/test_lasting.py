"""What outlives a process, a version of a definition and a format; and what a host's roll back takes away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from sqlalchemy import Engine, text

from pathway_engine.case import commands as c
from pathway_engine.definition import Pathway, load_text
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import DefinitionNotFound, KeyMissing, StoreUnavailable
from pathway_engine.journal.keys import KeyProvider, Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.rows import row_mac
from pathway_engine.stores.sql import SqlStore, create, sqlite_engine, tables
from pathway_engine.verify import verify_database
from tests.engine.conftest import Stores
from tests.engine.office import CROSSING, IDENTITY, OWN_WORKER, REGISTER, START, WORKER, Office, crossing


def newer() -> Pathway:
    """Give a newer version of the crossing: nobody goes left any more."""
    changed = CROSSING.replace('version: "1"', 'version: "2"').replace("to: left", "to: right")
    return load_text(changed)


# ── definitions ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_running_case_keeps_its_definition_over_a_restart_with_a_newer_one(stores: Stores) -> None:
    """A case opened under version 1 still goes left when the engine knows only version 2 (promise 10)."""
    office = Office(stores, pathways=(crossing(),))
    office.open("old")

    office.engine = office.restarted(newer())
    office.open("new")

    assert office.do(c.Move, WORKER, "old", trigger="go_left").case.state == "left"
    assert office.do(c.Move, WORKER, "new", trigger="go_left").case.state == "right"


def test_a_migrated_case_keeps_its_new_definition_over_a_restart(stores: Stores) -> None:
    """The definition that a case was migrated to is kept, though no case was opened under it."""
    office = Office(stores, pathways=(crossing(),))
    office.open()
    office.engine = office.restarted(crossing(), newer())
    office.do(c.Migrate, OWN_WORKER, to_digest=newer().digest)

    office.engine = office.restarted()

    assert office.do(c.Move, WORKER, trigger="go_left").case.state == "right"


def test_migrating_to_what_nobody_knows_is_a_fault_of_the_caller(stores: Stores) -> None:
    """A digest without a definition leads nowhere."""
    office = Office(stores, pathways=(crossing(),))
    office.open()

    with pytest.raises(DefinitionNotFound):
        office.ask(c.Migrate, OWN_WORKER, to_digest="0" * 64)


def test_a_matter_finds_the_definition_of_its_day(stores: Stores) -> None:
    """The day the matter became pending chooses, never today (§T2)."""
    first = load_text(CROSSING.replace('version: "1"', 'version: "1"\nvalid: {to: 2024-12-31}'))
    second = load_text(CROSSING.replace('version: "1"', 'version: "2"\nvalid: {from: 2025-01-01}'))
    office = Office(stores, pathways=(first, second))
    day = office.sources.clock().date()

    old = office.do(c.Open, WORKER, "a", pending_on=day - timedelta(days=200))
    new = office.do(c.Open, WORKER, "b")

    assert (old.case.digest, new.case.digest) == (first.digest, second.digest)


# ── snapshots ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Older:
    """A store whose snapshots were written in another format, by an engine with the same keys."""

    def __init__(self, store: Any, keys: KeyProvider) -> None:
        self._store = store
        self._keys = keys

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def load(self, *asked: str) -> object:
        """Load as the store does, but with the snapshot in a format that is not read any more."""
        loaded = self._store.load(*asked)
        if loaded.row is None:
            return loaded
        row = evolve(loaded.row, snapshot=json.dumps({"format": 0, "case": {"was": "smaller"}}))
        return evolve(loaded, row=evolve(row, mac=row_mac(self._keys, row)))


def test_a_snapshot_of_an_older_format_is_folded_anew(office: Office) -> None:
    """A case whose snapshot cannot be read is made from its journal, and goes on."""
    office.planned()
    case = office.engine.case("k")
    standing_in: Any = Older(office.engine.store, office.keys)
    older = office.engine.over(standing_in)

    assert older.case("k") == case
    done = older.do(c.Record(case="k", actor=WORKER, record="meeting", fields={"held_on": "2025-03-03"}))

    assert isinstance(done, Done)
    assert office.engine.case("k") == done.case


class Following(Older):
    """A store that follows another, and may lag behind it."""

    def load(self, *asked: str) -> object:
        """Load as the store does, and say that it is a copy."""
        return evolve(self._store.load(*asked), replica=True)


def test_nothing_is_decided_on_a_copy_that_may_lag_behind(office: Office) -> None:
    """Neither a yes nor a no nor a repeated answer comes from it; a look at a case does (faults 35)."""
    office.planned()
    standing_in: Any = Following(office.engine.store, office.keys)
    copy = office.engine.over(standing_in)
    possible = c.Record(case="k", actor=WORKER, record="meeting", fields={"held_on": "2025-03-03"}, key="once")
    office.engine.do(possible)

    for command in (possible, evolve(possible, key="other"), c.Move(case="k", actor=WORKER, trigger="reopen")):
        with pytest.raises(StoreUnavailable):
            copy.do(command)
    assert copy.case("k") == office.engine.case("k")


# ── slips of the caller ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_slip_of_the_caller_names_its_argument(office: Office) -> None:
    """A register without a name, and something else than a command, are told by the name of the argument."""
    for register in ("", None):
        with pytest.raises(ValueError, match=r"^register: "):
            PathwayEngine(office.engine.store, [], keys=office.keys, register=register)  # type: ignore[arg-type]
    for slip in (None, "open", c.Open):
        with pytest.raises(TypeError, match=r"^command: "):
            office.engine.do(slip)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^pathways: .* not str$"):
        PathwayEngine(office.engine.store, ["crossing"], keys=office.keys, register="r")  # type: ignore[list-item]


# ── in a host's own transaction ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Engine]:
    """Give a host's database, with a table of its own beside ours."""
    engine = sqlite_engine(tmp_path / "host.db")
    with engine.begin() as connection:
        create(connection, tables())
        connection.execute(text("CREATE TABLE visits (day TEXT)"))
    yield engine
    engine.dispose()


def everything(database: Engine) -> dict[str, int]:
    """Count the rows of every table."""
    with database.connect() as connection:
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in found}  # noqa: S608


def test_what_a_host_rolls_back_leaves_nothing(database: Engine) -> None:
    """Opened, moved, looked at and rolled back: no row of ours and none of the host's."""
    office = Office(lambda: SqlStore(database), pathways=(crossing(),))
    before = everything(database)
    with database.connect() as connection, connection.begin() as transaction:
        engine = office.engine.over(SqlStore(database).bound(connection))
        connection.execute(text("INSERT INTO visits VALUES ('2025-03-03')"))
        engine.do(c.Open(case="k", actor=WORKER, client=IDENTITY, key="a"))
        engine.do(c.Move(case="k", actor=WORKER, trigger="go_left"))
        engine.history("k", WORKER)
        transaction.rollback()

    assert everything(database) == before
    with database.begin() as connection:
        engine = office.engine.over(SqlStore(database).bound(connection))
        assert isinstance(engine.do(c.Open(case="k", actor=WORKER, client=IDENTITY, key="a")), Done)
    assert office.engine.case("k").version == 1
    assert verify_database(str(database.url)) == []


def test_what_a_host_commits_stays_with_its_own_rows(database: Engine) -> None:
    """The host's rows and the case's become visible together."""
    office = Office(lambda: SqlStore(database), pathways=(crossing(),))
    with database.begin() as connection:
        engine = office.engine.over(SqlStore(database).bound(connection))
        engine.do(c.Open(case="k", actor=WORKER))
        connection.execute(text("INSERT INTO visits VALUES ('2025-03-03')"))

    assert office.engine.case("k").state == "start"
    assert everything(database)["visits"] == 1


def test_a_refusal_leaves_the_hosts_transaction_usable(database: Engine) -> None:
    """A step that was not possible disturbs nothing of what the host does around it."""
    office = Office(lambda: SqlStore(database), pathways=(crossing(),))
    office.open()
    with database.begin() as connection:
        engine = office.engine.over(SqlStore(database).bound(connection))
        engine.do(c.Move(case="k", actor=WORKER, trigger="finish"))
        connection.execute(text("INSERT INTO visits VALUES ('2025-03-03')"))

    assert everything(database)["visits"] == 1
    assert [entry.seq for entry in office.engine.store.scan(REGISTER, "k")] == [1]


def test_keys_of_another_register_do_nothing_to_a_case(office: Office) -> None:
    """With other keys everybody would have another pseudonym: nothing is decided, nothing is written."""
    office.open()
    other = PathwayEngine(
        office.engine.store, (), keys=Keyring.made(SeededSources("other", START)), register=REGISTER,
        sources=office.sources,
    )  # fmt: skip
    before = office.journal()

    for attempt in (
        lambda: other.do(c.Move(case="k", actor=WORKER, trigger="begin")),
        lambda: other.steps("k", WORKER),
        lambda: other.do(c.NameWorker(case="k", actor=WORKER, role="worker", worker="worker-1")),
    ):
        with pytest.raises(KeyMissing):
            attempt()
    assert office.journal() == before
