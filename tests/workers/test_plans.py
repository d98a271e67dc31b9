"""What is due is found by its index, however much there is besides (design §8)."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import psycopg
import pytest

from pathway_engine.stores.sql import SqlStore

QUEUES = {
    "due_deadlines": "ix_pathway_deadlines_due_at_register_case_id_id",
    "due_deadlines_of_register": "ix_pathway_deadlines_due_at_register_case_id_id",
    "due_messages": "ix_pathway_outbox_recorded_at_register_case_id_seq",
    "due_messages_of_register": "ix_pathway_outbox_recorded_at_register_case_id_seq",
}
GIVEN = {"now": "2026", "due": "2026", "limit": 10, "register": "north"}


@pytest.mark.parametrize("name", QUEUES)
def test_sqlite_finds_what_is_due_by_its_index_and_in_its_order(tmp_path: Path, name: str) -> None:
    """The plan uses the index of what is not done yet, and sorts nothing."""
    store = SqlStore.open(f"sqlite:///{tmp_path}/cases.db")
    statement = getattr(store._sql, name)
    with sqlite3.connect(tmp_path / "cases.db") as connection:
        values = statement.arguments({**GIVEN, **statement.constants})
        plan = " / ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement.text}", values))
    connection.close()
    store.close()

    assert f"USING INDEX {QUEUES[name]}" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("name", QUEUES)
def test_postgresql_can_find_what_is_due_by_its_index(postgres_url: str, name: str) -> None:
    """Prepared once for all values, the statement may use the index: its condition stands in the statement's text."""
    store = SqlStore.open(postgres_url)
    statement = getattr(store._sql, name)
    store.close()
    numbered: dict[str, str] = {}
    text = re.sub(
        r"%\((\w+)\)s(::\w+)?", lambda found: numbered.setdefault(found[1], f"${len(numbered) + 1}"), statement.text
    )
    kinds = ", ".join(
        "bigint" if isinstance({**GIVEN, **statement.constants}[each], int) else "text" for each in numbered
    )
    values = ", ".join(f"'{({**GIVEN, **statement.constants})[each]}'" for each in numbered)
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        for setting in ("plan_cache_mode = force_generic_plan", "enable_seqscan = off", "enable_sort = off"):
            connection.execute(f"SET {setting}")
        connection.execute(f"PREPARE due ({kinds}) AS {text}")
        plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN EXECUTE due ({values})"))

    assert f"Index Scan using {QUEUES[name]}" in plan
