"""The suite of every store, over memory and SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pathway_engine.stores import open_store
from pathway_engine.stores.port import Store
from tests.stores.suite import *  # noqa: F403 - the tests


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    store = open_store("memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/cases.db")
    yield store
    store.close()
