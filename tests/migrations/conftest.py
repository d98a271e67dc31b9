"""Both databases, empty, and processes to be killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.migrations.forking import Forks


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'cases.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """Give a program that forks processes."""
    with Forks() as program:
        yield program
