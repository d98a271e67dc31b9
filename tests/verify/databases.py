"""The story in a database of either kind, in the hands of an administrator: nothing of the schema holds them back."""

# ruff: noqa: S608 - the statements are an intruder's, and their values our own

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import psycopg

from pathway_engine.verify import Evidence, Finding, verify_database
from pathway_engine.verify.chain import entry_hash, genesis, log_genesis, log_hash
from tests.postgres import PostgresServer
from tests.verify.history import REGISTER, copied, edited, tell

NOTHING = Evidence()
TABLES = (
    *("journal", "cases", "outbox", "holders", "deadlines", "case_keys", "receipts", "access_log"),
    *("erasures", "tombstones"),
)
COLUMNS = (
    *("register", "case_id", "seq", "type", "type_version", "occurred_at", "recorded_at", "actor", "digest", "body"),
    *("sealed", "sealed_names", "receipt", "prev_hash", "hash"),
)


class Hand(Protocol):
    """A connection that does whatever it is told."""

    def execute(self, statement: str, /) -> Any:
        """Carry out a statement."""


class Database:
    """A copy of the story that a test may damage."""

    url: str

    def hand(self) -> AbstractContextManager[Hand]:
        """Open it as its administrator."""
        raise NotImplementedError

    def edit(self, *statements: str) -> list[Finding]:
        """Carry out statements, each of which must change something, and verify."""
        with self.hand() as hand:
            for statement in statements:
                assert hand.execute(statement).rowcount, f"nothing changed: {statement}"
        return self.verify()

    def verify(self, evidence: Evidence = NOTHING) -> list[Finding]:
        """Verify it."""
        return verify_database(self.url, evidence=evidence)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Give rows of it."""
        with self.hand() as hand:
            found: list[tuple[Any, ...]] = hand.execute(query).fetchall()
        return found

    def last(self, case: str) -> int:
        """Give the number of a case's last event."""
        return int(self.rows(f"SELECT max(seq) FROM pathway_journal WHERE case_id = '{case}'")[0][0])

    def unlock(self, table: str) -> None:
        """Put a table without any key or rule in the place of one that has them."""
        with self.hand() as hand:
            hand.execute(f"CREATE TABLE heap AS SELECT * FROM pathway_{table}")
            hand.execute(f"DROP TABLE pathway_{table}{' CASCADE' if self.url.startswith('postgresql') else ''}")
            hand.execute(f"ALTER TABLE heap RENAME TO pathway_{table}")

    def forget(self, case: str) -> None:
        """Take a case away with all its rows."""
        with self.hand() as hand:
            for table in TABLES:
                hand.execute(f"DELETE FROM pathway_{table} WHERE case_id = '{case}'")

    def rebuild(self, case: str) -> None:
        """Work out a case's chain anew, and write its end where the state row keeps it."""
        head = genesis(REGISTER, case)
        with self.hand() as hand:
            query = f"SELECT {', '.join(COLUMNS)} FROM pathway_journal WHERE case_id = '{case}' ORDER BY seq"
            for values in hand.execute(query).fetchall():
                row = dict(zip(COLUMNS, values, strict=True)) | {"prev_hash": head}
                head = entry_hash(row)
                there = f"case_id = '{case}' AND seq = {row['seq']}"
                chained = f"prev_hash = '{row['prev_hash']}', hash = '{head}'"
                hand.execute(f"UPDATE pathway_journal SET {chained} WHERE {there}")
            hand.execute(f"UPDATE pathway_cases SET head = '{head}' WHERE case_id = '{case}'")

    def rebuild_log(self, case: str) -> None:
        """Work out the chain of a case's log anew."""
        names, head = ("register", "case_id", "number", "kind", "entry"), log_genesis(REGISTER, case)
        with self.hand() as hand:
            query = f"SELECT {', '.join(names)} FROM pathway_access_log WHERE case_id = '{case}' ORDER BY number"
            for values in hand.execute(query).fetchall():
                row = dict(zip(names, values, strict=True)) | {"prev_hash": head}
                head = log_hash(row)
                there = f"case_id = '{case}' AND number = {row['number']}"
                chained = f"prev_hash = '{row['prev_hash']}', hash = '{head}'"
                hand.execute(f"UPDATE pathway_access_log SET {chained} WHERE {there}")


class SqliteCopy(Database):
    """The story in a file."""

    def __init__(self, folder: Path) -> None:
        self.path = copied(folder)
        self.url = f"sqlite:///{self.path}"

    @contextmanager
    def hand(self) -> Iterator[sqlite3.Connection]:
        """Open the file with no rule in force."""
        with edited(self.path) as connection:
            yield connection


class PostgresCopy(Database):
    """The story in a schema of its own: told once into a database of the server, and copied from there."""

    _numbers = itertools.count(1)

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self.name = template(server)
        self.schema = f"copy_{next(self._numbers)}"
        self.url = f"{server.url(self.name)}&options=-csearch_path%3D{self.schema}"
        with psycopg.connect(server.dsn(self.name)) as connection:
            run(connection, f"CREATE SCHEMA {self.schema}")
            found = run(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            for (table,) in found:
                run(connection, f"CREATE TABLE {self.schema}.{table} (LIKE public.{table} INCLUDING ALL)")
                run(connection, f"INSERT INTO {self.schema}.{table} SELECT * FROM public.{table}")

    @contextmanager
    def hand(self) -> Iterator[Hand]:
        """Open it as the superuser, with no trigger in force; a copied table has no foreign keys."""
        with psycopg.connect(self.server.dsn(self.name), options=f"-csearch_path={self.schema}") as connection:
            run(connection, "SET session_replication_role = replica")
            yield connection

    def drop(self) -> None:
        """Take the copy away."""
        with psycopg.connect(self.server.dsn(self.name)) as connection:
            run(connection, f"DROP SCHEMA {self.schema} CASCADE")


def run(connection: psycopg.Connection[Any], statement: str) -> psycopg.Cursor[Any]:
    """Carry out a statement that a test has put together."""
    return connection.execute(statement.encode())


@cache
def template(server: PostgresServer) -> str:
    """Tell the story into a database of the server, once."""
    name = server.make_database()
    tell(server.url(name))
    return name


def places(found: list[Finding]) -> set[tuple[str, int, str]]:
    """Give case, number and code of findings."""
    return {(each.case, each.seq, each.code) for each in found}


def params(finding: Finding) -> Mapping[str, str]:
    """Give what a finding tells besides."""
    return dict(finding.params)
