"""A bench for the tests that break runs off: one for all, because its first run takes longest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.kills import Bench, prepared


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    """Give a bench over a SQLite file."""
    with prepared() as bench:
        yield bench


@pytest.fixture
def postgres_bench(postgres_url: str) -> Iterator[Bench]:
    """Give a bench over a PostgreSQL database."""
    with prepared(postgres_url) as bench:
        yield bench
