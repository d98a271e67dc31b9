"""What PostgreSQL's files hold of an erased case: nothing in clear, and where the wrapped key is until when."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from pathway_engine.case import commands as c
from pathway_engine.journal.tombstones import Tombstone
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import verify_database
from tests.keeping.archive import IDENTITY, KEEPER, WORDS, Archive
from tests.keeping.test_erasing import wrapped_key
from tests.postgres import PostgresServer


def holding(server: PostgresServer, secret: bytes) -> list[Path]:
    """Give the files below the server's folder in which some bytes stand; a file that goes meanwhile holds nothing."""
    found = []
    for path in server.folder.rglob("*"):
        try:
            if path.is_file() and secret in path.read_bytes():
                found.append(path)
        except FileNotFoundError:
            continue
    return found


def in_tables(paths: list[Path]) -> list[Path]:
    """Leave out the write-ahead log."""
    return [path for path in paths if "pg_wal" not in path.parts]


def ran(url: str, *statements: str) -> None:
    """Run statements, each by itself."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@pytest.mark.parametrize("way", ["erase", "purge"])
def test_nothing_of_an_erased_case_stands_in_the_server_s_files(
    postgres: PostgresServer, postgres_url: str, way: str
) -> None:
    """In clear nothing ever stood there; the wrapped key leaves the tables when its page is rewritten, not before."""
    archive = Archive(SqlStore.open(postgres_url))
    archive.closed()
    key = wrapped_key(archive)
    ran(postgres_url, "CHECKPOINT")
    assert in_tables(holding(postgres, key))

    if way == "erase":
        archive.do(c.Erase, KEEPER, ground="unlawful")
    else:
        archive.on(2036)
        assert isinstance(archive.engine.purge("k", KEEPER), Tombstone)
    ran(postgres_url, "VACUUM FULL pathway_case_keys", "CHECKPOINT")

    assert in_tables(holding(postgres, key)) == []
    for words in (WORDS.encode(), IDENTITY.encode()):
        assert holding(postgres, words) == []
    assert verify_database(postgres_url) == []
    archive.store.close()
