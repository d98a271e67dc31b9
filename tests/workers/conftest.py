"""Workers are tried over the same stores as the engine; a database's clock goes with the office's."""

import pytest

from pathway_engine.stores.sql import SqlStore
from tests.engine.conftest import office, stores
from tests.engine.office import Office

__all__ = ["office", "stores"]


@pytest.fixture(autouse=True)
def one_clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the database tell the office's time, so that a test may wait without waiting."""
    if "office" not in request.fixturenames:
        return
    asked: Office = request.getfixturevalue("office")
    if asked.engine.store.clock() is not None:
        monkeypatch.setattr(SqlStore, "clock", lambda _: asked.sources.clock())
