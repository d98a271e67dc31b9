"""What is due is found by its index, however much there is besides (design §8)."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import psycopg
import pytest

from pathway_engine.stores.sql import SqlStore
from pathway_engine.stores.sql.probing import probing

QUEUES = {
    "due_deadlines": "ix_pathway_deadlines_due_at_register_case_id_id",
    "due_deadlines_of_register": "ix_pathway_deadlines_due_at_register_case_id_id",
    "due_messages": "ix_pathway_outbox_recorded_at_register_case_id_seq",
    "due_messages_of_register": "ix_pathway_outbox_recorded_at_register_case_id_seq",
}
OF_ONE_CASE = "ix_pathway_outbox_register_case_id_seq"
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
    if "messages" in name:
        assert re.search(f"SEARCH older USING (COVERING )?INDEX {OF_ONE_CASE} ", plan)


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


@pytest.mark.parametrize("analyzed", [False, True], ids=["without statistics", "with statistics"])
def test_postgresql_passes_over_what_a_case_has_sent(postgres_url: str, *, analyzed: bool) -> None:
    """Whether an older message of a case waits is asked of the unsent ones alone, whatever the server knows of them."""
    store = SqlStore.open(postgres_url)
    statement = store._sql.due_messages
    store.close()
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        # Rows as they come to be; the keys to other tables are not what is looked at.
        connection.execute("ALTER TABLE pathway_outbox DROP CONSTRAINT fk_pathway_outbox_pathway_cases")
        connection.execute("ALTER TABLE pathway_outbox SET (autovacuum_enabled = off)")
        connection.execute(
            "INSERT INTO pathway_outbox (register, case_id, seq, type, recorded_at, sent_at)"
            " SELECT 'north', 'k' || c, s, 'opened', '2024-' || s || c, CASE WHEN s < 490 THEN '2025' END"
            " FROM generate_series(1, 20) c, generate_series(1, 500) s"
        )
        if analyzed:
            connection.execute("ANALYZE pathway_outbox")
        given = statement.arguments({**GIVEN, **statement.constants})
        plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN {statement.text}".encode(), given))

    assert f"using {OF_ONE_CASE} on pathway_outbox older" in plan
    assert "(register = pathway_outbox.register) AND (case_id = pathway_outbox.case_id)" in plan
    assert "Seq Scan" not in plan
    assert "Join" not in plan


def test_the_receipts_of_a_case_are_found_by_its_index(tmp_path: Path, postgres_url: str) -> None:
    """Purging a case does not look through everybody's receipts."""
    found = []
    for url in (f"sqlite:///{tmp_path}/cases.db", postgres_url):
        store = SqlStore.open(url)
        (statement,) = (each for each in store._burying._rows_of_a_case if "receipts" in each.text)
        arguments = statement.arguments({"register": "north", "case_id": "k"})
        with probing(store) as probe:
            cursor, explain = probe.driver.cursor(), "EXPLAIN QUERY PLAN"
            if probe.dialect == "postgresql":
                cursor.execute("SET LOCAL enable_seqscan = off")
                explain = "EXPLAIN"
            cursor.execute(f"{explain} {statement.text}", arguments)
            found.append(str(cursor.fetchall()))
        store.close()

    assert all("ix_pathway_receipts_register_case_id" in plan for plan in found), found
