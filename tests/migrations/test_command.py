"""`pathway migrate` says what it would do or has done, in three languages, with the exit codes of every command."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from pathway_engine.errors import OutcomeUnknown
from pathway_engine.stores.sql import SqlStore
from tests.cli.command_line import pathway
from tests.migrations.databases import engine_at, looking, marks, shape, without_alembic


def test_checking_changes_nothing_and_tells_by_the_exit_code(url: str) -> None:
    """`--check` ends with 1 on an empty database and leaves it so; migrated, both ways end with 0."""
    with engine_at(url):
        pass
    answers = []
    for arguments in (["--check"], [], ["--check"], []):
        result = pathway("migrate", "--db", url, "--json", *arguments)
        answers.append((result.exit_code, json.loads(result.stdout)))
        if len(answers) == 1:
            with looking(url) as connection:
                assert shape(connection) == []

    made = {"found": 0, "wanted": 1, "steps": [1]}
    there = {"found": 1, "wanted": 1, "steps": [], "done": True}
    assert answers == [(1, made | {"done": False}), (0, made | {"done": True}), (0, there), (0, there)]
    with looking(url) as connection:
        assert marks(connection) == (["1"], ["schema_1"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["ne luodaan versiona 1", "Taulut on luotu", "Mitään ei tarvitse tehdä"]),
        ("sv", ["skapas de i version 1", "Tabellerna har skapats", "Ingenting behöver göras"]),
        ("en", ["they are made in version 1", "have been made", "nothing to do"]),
    ],
)
def test_it_speaks_three_languages(tmp_path: Path, language: str, words: list[str]) -> None:
    """What would be done, what was done and that there is nothing to do is told in the reader's language."""
    (tmp_path / "cases.db").touch()
    for arguments, expected in zip((["--check"], [], []), words, strict=True):
        result = pathway("migrate", "--db", str(tmp_path / "cases.db"), "--lang", language, *arguments)
        assert expected in result.stdout


def test_prefix_and_schema_are_the_hosts(postgres_url: str) -> None:
    """`--schema` and `--prefix` say where; a schema that is not there is a fault."""
    where = ("--db", postgres_url, "--schema", "paths", "--prefix", "p_")
    assert pathway("migrate", *where).exit_code == 2
    with engine_at(postgres_url) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA paths")
    assert pathway("migrate", *where).exit_code == 0
    SqlStore.open(postgres_url, schema="paths", prefix="p_", create=False).close()


@pytest.mark.parametrize(
    ("db", "words"),
    [("nowhere.db", "There is no database nowhere.db"), ("mysql://x/y", "a store's URL"), ("file:x", "no database")],
)
def test_a_database_that_is_none_is_a_fault(db: str, words: str) -> None:
    """A mistyped path makes no new database, and an address of no store is told as such."""
    result = pathway("migrate", "--db", db)

    assert result.exit_code == 2
    assert words in result.stderr
    assert not Path(db).exists()


def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without alembic the command says what to install, and changes nothing."""
    without_alembic(monkeypatch)
    (tmp_path / "cases.db").touch()
    result = pathway("migrate", "--db", str(tmp_path / "cases.db"), "--lang", "sv")

    assert result.exit_code == 2
    assert "pathway-engine[migrations]" in result.stderr


def test_older_tables_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command on tables that are to be migrated names the command that does it."""
    url = f"sqlite:///{tmp_path / 'cases.db'}"
    SqlStore.open(url).close()
    monkeypatch.setattr(sys.modules["pathway_engine.stores.sql.tables"], "SCHEMA_VERSION", 2)
    result = pathway("tick", "--db", url, "--keys", "none", "--lang", "fi")

    assert result.exit_code == 2
    assert "Ota varmuuskopio ja aja ”pathway migrate”" in result.stderr
    check = pathway("migrate", "--db", url, "--check", "--lang", "en")
    assert (check.exit_code, "migrated to version 2" in check.stdout) == (1, True)


def test_a_lost_answer_is_never_told_as_failed(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it is not known whether the commit happened, the command says to run it again."""

    def lost(*_: object, **__: object) -> None:
        raise OutcomeUnknown("lost")

    monkeypatch.setattr("pathway_engine.stores.sql.migrations.migrate_database", lost)
    with engine_at(url):
        pass
    result = pathway("migrate", "--db", url, "--lang", "en")

    assert result.exit_code == 2
    assert "Run the command again" in result.stderr
