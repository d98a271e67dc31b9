"""What the doctor finds of a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import create_engine

from pathway_engine.doctor import examine
from pathway_engine.doctor.postgres import examine_postgres
from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.probing import Habits
from tests.postgres import PostgresServer

SOUND = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "synchronous_standby_names": "ANY 1 (*)",
    "default_transaction_isolation": "read committed",
    "default_transaction_read_only": "off",
    "server_version_num": "170004",
    "server_version": "17.4",
    "log_parameter_max_length_on_error": "0",
    "log_statement": "none",
    "idle_in_transaction_session_timeout": "30s",
}


class Server:
    """A server that says what it is asked."""

    def __init__(self, settings: Mapping[str, str], *, standby: bool = False) -> None:
        self.settings = settings
        self.standby = standby

    def value(self, query: str, **values: str) -> Any:
        """Answer a question for a setting, or whether it is a standby."""
        return self.standby if "pg_is_in_recovery" in query else self.settings[values["name"]]


def found(
    settings: Mapping[str, str] | None = None, habits: Habits | None = None, *, standby: bool = False
) -> dict[str, str]:
    """Examine a server with settings of its own; give severity by code."""
    server: Any = Server({**SOUND, **(settings or {})}, standby=standby)
    return {each.code: each.severity for each in examine_postgres(server, habits or Habits())}


def test_a_sound_server_endangers_nothing() -> None:
    """The settings that the promises need are no finding."""
    assert found() == {}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"fsync": "off"}, {"pg-fsync": "error"}),
        ({"full_page_writes": "off"}, {"pg-full-page-writes": "error"}),
        ({"synchronous_commit": "off"}, {"pg-synchronous-commit": "error"}),
        ({"synchronous_commit": "local"}, {"pg-synchronous-commit": "error"}),
        ({"synchronous_commit": "remote_write"}, {"pg-synchronous-commit": "error"}),
        ({"synchronous_commit": "remote_apply"}, {}),
        ({"synchronous_commit": "local", "synchronous_standby_names": ""}, {"pg-no-standby": "info"}),
        ({"default_transaction_isolation": "serializable"}, {"isolation": "warning"}),
        ({"default_transaction_read_only": "on"}, {"read-only": "warning"}),
        ({"server_version_num": "130011"}, {"pg-version": "warning"}),
        ({"server_version_num": "160009"}, {"pg-transaction-timeout": "info"}),
        ({"log_parameter_max_length_on_error": "-1"}, {"pg-log-parameters": "warning"}),
        ({"log_parameter_max_length_on_error": ""}, {}),
        ({"log_statement": "mod"}, {"pg-log-statement": "warning"}),
        ({"log_statement": "ddl"}, {}),
        ({"idle_in_transaction_session_timeout": "0"}, {"pg-idle-timeout": "info"}),
    ],
)
def test_a_setting_that_endangers_a_promise_is_found(settings: dict[str, str], expected: dict[str, str]) -> None:
    """Each protective setting, taken away, is one finding and the only one."""
    assert found(settings) == expected


def test_a_standby_is_never_to_be_decided_from() -> None:
    """What a standby holds may be old."""
    assert found(standby=True) == {"pg-recovery": "error"}


def test_a_hosts_engine_is_told_by_its_habits() -> None:
    """Autocommit breaks all-or-nothing; a higher level only costs conflicts."""
    assert found(habits=Habits(autocommit=True)) == {"autocommit": "error"}
    assert found(habits=Habits(isolation="serializable")) == {"isolation": "warning"}
    assert found(habits=Habits(isolation="read committed")) == {}


def test_a_real_server_answers_every_question(postgres: PostgresServer, postgres_url: str) -> None:
    """The tests' own server runs without fsync, and that is found; so is what a session sets."""
    store = SqlStore.open(postgres_url)
    now = datetime.now(UTC)
    plain = {each.code for each in examine(store, now=now)}
    store.close()
    store = SqlStore.open(f"{postgres_url}&options=-csynchronous_commit%3Doff%20-clog_statement%3Dall")
    set_by_the_session = {each.code for each in examine(store, now=now)}
    store.close()

    assert "pg-fsync" in plain
    assert not plain & {"pg-synchronous-commit", "pg-log-statement", "autocommit", "isolation", "clock-skew"}
    assert set_by_the_session - plain == {"pg-synchronous-commit", "pg-log-statement"}
    assert postgres.data.exists()


@pytest.mark.parametrize(
    ("level", "expected"),
    [("AUTOCOMMIT", {"autocommit"}), ("SERIALIZABLE", {"isolation"}), ("READ COMMITTED", set()), (None, set())],
)
def test_the_isolation_of_a_hosts_engine_is_found(postgres_url: str, level: str | None, expected: set[str]) -> None:
    """However the host has set it, it shows on the engine's own connection."""
    SqlStore.open(postgres_url).close()
    url = postgres_url.replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level=level) if level else create_engine(url)
    store = SqlStore(engine)
    codes = {each.code for each in examine(store)}
    store.close()

    assert codes & {"autocommit", "isolation"} == expected
