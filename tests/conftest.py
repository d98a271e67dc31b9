"""What every test shares: the Hypothesis profiles, and PostgreSQL.

`fast` is the default: few examples and always the same ones, so that a red test is red again on
the next run and on the next machine. `soak` (make soak) looks for what `fast` cannot find.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import PostgresServer

settings.register_profile(
    "fast",
    max_examples=50,
    stateful_step_count=20,
    derandomize=True,
    database=None,
    deadline=None,
    # A machine with two busy cores generates slowly; that is no finding about the code.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak",
    max_examples=5000,
    stateful_step_count=100,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Give a PostgreSQL server of our own, started when the first test asks for it."""
    server = PostgresServer()
    yield server
    server.close()


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """Give the URL of a fresh, empty database on it."""
    name = postgres.make_database()
    yield postgres.url(name)
    postgres.drop_database(name)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long runs, unless they are what is asked for."""
    if os.environ.get("PATHWAY_SOAK"):
        return
    long = [item for item in items if item.get_closest_marker("soak")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]
