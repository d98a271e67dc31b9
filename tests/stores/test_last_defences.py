"""What the database itself refuses, should a fault of ours, or somebody by hand, try to write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from pathway_engine.stores.conformance.making import REGISTER, START, Book, opening
from pathway_engine.stores.port import Head, Purge, Receipt
from pathway_engine.stores.sql import SqlStore, tables

TABLES = tables()


@pytest.fixture(params=["sqlite", "postgres"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """Give a database with one case in it."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else f"sqlite:///{tmp_path}/cases.db"
    store = SqlStore.open(url)
    book = Book("a")
    book.put(store, book.write(opening(), receipt=Receipt("key", "f", "a", 1, 1)))
    assert store._engine is not None
    yield store._engine
    store.close()


def again(table: sa.Table, **changes: object) -> Callable[[sa.Connection], object]:
    """Give what writes the table's only row a second time, with something changed."""

    def write(connection: sa.Connection) -> object:
        row = dict(connection.execute(sa.select(table)).mappings().one())
        row.pop("position", None)
        return connection.execute(table.insert().values({**row, **changes}))

    return write


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(again(TABLES.journal), id="a number twice in a journal"),
        pytest.param(again(TABLES.journal, seq=0), id="a number that is none"),
        pytest.param(again(TABLES.journal, case_id="b"), id="an event of a case that is not there"),
        pytest.param(again(TABLES.cases), id="a case twice"),
        pytest.param(again(TABLES.cases, case_id="b", organisation=""), id="a case that nobody coordinates"),
        pytest.param(again(TABLES.cases, case_id="b", organisation=None), id="a case without a coordinator"),
        pytest.param(again(TABLES.receipts), id="an idempotency key twice"),
        pytest.param(again(TABLES.case_keys), id="a second key of a case"),
        pytest.param(again(TABLES.outbox), id="a message twice"),
    ],
)
def test_the_database_refuses_what_must_never_be(written: sa.Engine, write: Callable[[sa.Connection], object]) -> None:
    """The schema is the last defence: it holds whatever the code above it does (faults 0.6)."""
    with pytest.raises(IntegrityError), written.begin() as connection:
        write(connection)


def test_a_place_in_the_order_of_writing_is_given_out_once(written: sa.Engine) -> None:
    """After the newest case was purged, the next row of the journal does not stand where its rows stood."""
    store = SqlStore(written)
    loaded = store.load(REGISTER, "a").row
    assert loaded is not None
    with written.begin() as connection:
        before = connection.execute(sa.select(sa.func.max(TABLES.journal.c.position))).scalar_one()
    store.purge(Purge(head=Head(REGISTER, "a", loaded.version, loaded.head), purged_at=START, basis="retention"))
    other = Book("b")
    other.put(store, other.write(opening()))

    with written.begin() as connection:
        assert connection.execute(sa.select(TABLES.journal.c.position)).scalar_one() > before
