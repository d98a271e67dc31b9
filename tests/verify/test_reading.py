"""How the verifier reads: alone, without writing, one moment at a time, and never a wrong "clean"."""

# ruff: noqa: S608 - the statements are an intruder's, and their values our own

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathway_engine import verify
from pathway_engine.case import commands as c
from pathway_engine.verify import CannotVerify, Finding, verify_database
from pathway_engine.verify.findings import LANGUAGES, SENTENCES
from pathway_engine.verify.rows import open_snapshot
from tests.verify.history import CASE, WORKER, Story, copied, edit, edited, told

FOLDER = Path(str(verify.__file__)).parent


# ── alone ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def run(*arguments: str | Path, code: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python with nothing of ours on its path but a copy of the verifier's folder."""
    command = [sys.executable, "-S", *(["-c", code] if code else ["-m", "verify"]), *map(str, arguments)]
    environment = {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """Copy the verifier's folder away from the library."""
    shutil.copytree(FOLDER, tmp_path / "away" / "verify", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "away"


def test_the_verifier_runs_without_the_library(alone: Path) -> None:
    """A copy of its folder verifies a database with the standard library alone."""
    done = run(told(), folder=alone)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_verifier_imports_nothing_of_ours_and_nothing_of_others(alone: Path) -> None:
    """Every module it brings along is its own or Python's."""
    code = "import sys; before = set(sys.modules); import verify, verify.__main__; print(*sys.modules.keys() - before)"

    loaded = {name.partition(".")[0] for name in run(code=code, folder=alone).stdout.split()}

    assert "verify" in loaded
    assert {name for name in loaded - {"verify"} if not name.startswith("_sysconfigdata")} <= sys.stdlib_module_names


# ── the command ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_findings_end_with_one_and_name_case_and_number(alone: Path, tmp_path: Path) -> None:
    """One changed byte: exit 1, and a line with the case and the number."""
    path = copied(tmp_path)
    edit(
        path,
        f"UPDATE pathway_journal SET actor = replace(actor, 'north', 'nortg') WHERE case_id = '{CASE}' AND seq = 7",
    )

    done = run(f"sqlite:///{path}", folder=alone)

    assert done.returncode == 1
    assert f"case {CASE}, event 7: The row was altered" in done.stdout


def test_findings_are_told_in_three_languages_and_to_programs(alone: Path, tmp_path: Path) -> None:
    """`--lang` chooses the sentences, `--json` gives data with the same content."""
    path = copied(tmp_path)
    edit(path, f"UPDATE pathway_cases SET state = 'x' WHERE case_id = '{CASE}'")

    finnish, swedish = run(path, "--lang", "fi", folder=alone), run(path, "--lang", "sv", folder=alone)
    (data,) = json.loads(run(path, "--json", folder=alone).stdout)

    assert "Tilarivin sarake state ei ole päiväkirjan mukainen." in finnish.stdout
    assert "Kolumnen state i tillståndsraden stämmer inte med journalen." in swedish.stdout
    assert (data["case"], data["code"]) == (CASE, "state-column")


def test_what_cannot_be_verified_ends_with_two(alone: Path, tmp_path: Path) -> None:
    """No file, no verdict: exit 2 and one line on standard error."""
    done = run(tmp_path / "nothing.db", folder=alone)

    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no file" in done.stderr


def test_every_sentence_is_there_in_three_languages_with_the_same_places() -> None:
    """No language tells less than another."""
    for code, sentences in SENTENCES.items():
        places = [sorted(part.split("}")[0] for part in each.split("{")[1:]) for each in sentences]
        assert len(sentences) == len(LANGUAGES), code
        assert places[0] == places[1] == places[2], code
        assert len(set(sentences)) == len(sentences), code


def test_a_finding_does_nothing_to_a_terminal() -> None:
    """What stands in a damaged database is shown, not obeyed."""
    finding = Finding("r", "case\x1b[2J\n", 1, "text-form", (("column", "a\udcffb"),))

    line = finding.line("en")

    assert line.isprintable()
    json.dumps(finding.plain("en"), ensure_ascii=False).encode()


# ── the file ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_written(tmp_path: Path) -> None:
    """The file is the same byte for byte afterwards."""
    path = copied(tmp_path)
    before = sha256(path.read_bytes()).hexdigest()

    verify_database(str(path))

    assert sha256(path.read_bytes()).hexdigest() == before


def test_what_is_not_moved_into_the_file_yet_is_verified_too(tmp_path: Path) -> None:
    """Commits that still stand in the write-ahead log count."""
    story = Story(tmp_path / "a.db")
    story.do(c.Open, WORKER)
    assert (tmp_path / "a.db-wal").stat().st_size

    assert verify_database(str(tmp_path / "a.db")) == []
    with edited(tmp_path / "a.db") as connection:
        connection.execute("UPDATE pathway_journal SET actor = '{}' WHERE seq = 1")

    assert verify_database(str(tmp_path / "a.db")) != []
    story.store.close()


def test_others_may_write_meanwhile(tmp_path: Path) -> None:
    """While cases are opened without pause, every verification sees one whole moment."""
    story = Story(tmp_path / "a.db")
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            story.do(c.Open, WORKER, f"case-{number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = [verify_database(str(tmp_path / "a.db")) for _ in range(20)]
    finally:
        stop.set()
        writer.join()
    story.store.close()

    assert found == [[]] * 20


def test_what_is_committed_after_the_reading_began_is_not_seen(tmp_path: Path) -> None:
    """All tables are read as they stood when the first was."""
    story = Story(tmp_path / "a.db")
    story.do(c.Open, WORKER)
    with open_snapshot(str(tmp_path / "a.db")) as snapshot:
        before = list(snapshot.rows("cases", "case_id"))
        story.do(c.Open, WORKER, "another")
        after = list(snapshot.rows("cases", "case_id"))
        journal = list(snapshot.rows("journal", "position"))
    story.store.close()

    assert before == after
    assert {row["case_id"] for row in journal} == {CASE}


@pytest.mark.parametrize(
    ("make", "told_as"),
    [
        (lambda _: None, "there is no file"),
        (lambda path: path.mkdir(), "there is no file"),
        (lambda path: path.write_bytes(b""), "does not have the tables"),
        (lambda path: path.write_text("not a database, whatever its name says" * 200), "cannot be read"),
        (lambda path: path.write_bytes(told().read_bytes()[:2000]), "cannot be read"),
        (lambda path: sqlite3.connect(path).close(), "does not have the tables"),
    ],
    ids=["absent", "folder", "empty", "no-database", "cut-in-its-first-page", "other-database"],
)
def test_what_is_no_database_of_ours_is_never_clean(tmp_path: Path, make: object, told_as: str) -> None:
    """A file of which nothing can be said is an error that says why."""
    path = tmp_path / "a.db"
    make(path)  # type: ignore[operator]

    with pytest.raises(CannotVerify, match=told_as):
        verify_database(str(path))


@pytest.mark.parametrize("url", ["postgresql://localhost/x", "sqlite://", "sqlite:///:memory:", "mysql+x://y", ""])
def test_databases_that_cannot_be_read_yet_are_never_clean(url: str) -> None:
    """A URL without a reader is an error."""
    with pytest.raises(CannotVerify):
        verify_database(url)


def test_tables_of_another_version_are_never_clean(tmp_path: Path) -> None:
    """What another version wrote is left to its own verifier."""
    path = copied(tmp_path)
    with edited(path) as connection:
        connection.execute("UPDATE pathway_meta SET value = '2'")

    with pytest.raises(CannotVerify, match="version 2"):
        verify_database(str(path))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_never_clean(tmp_path: Path, share: float) -> None:
    """A truncated file is damage that is told, or cannot be read at all."""
    path = copied(tmp_path)
    os.truncate(path, int(path.stat().st_size * share))

    try:
        found = verify_database(str(path))
    except CannotVerify:
        return
    assert "file-damaged" in {each.code for each in found}


@settings(max_examples=60)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_in_the_file_breaks_nothing(
    tmp_path_factory: pytest.TempPathFactory, place: float, bit: int
) -> None:
    """Whatever bit of the file flips, the verifier ends with findings, or says that it cannot read.

    A bit that holds nothing (free space, a column that no rule speaks of) may flip unseen.
    """
    path = copied(tmp_path_factory.mktemp("bit"))
    data = bytearray(path.read_bytes())
    data[int(place * len(data))] ^= 1 << bit
    path.write_bytes(data)

    try:
        found = verify_database(str(path))
    except CannotVerify:
        return
    assert all(isinstance(each.line("fi"), str) for each in found)


def test_another_prefix_is_found(tmp_path: Path) -> None:
    """A host that named the tables otherwise says so."""
    path = copied(tmp_path)
    with edited(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'pathway%'")
        for (name,) in names.fetchall():
            connection.execute(f"ALTER TABLE {name} RENAME TO {name.replace('pathway_', 'host_')}")

    assert verify_database(str(path), prefix="host_") == []
    with pytest.raises(CannotVerify, match="pathway_cases"):
        verify_database(str(path))


def test_a_host_that_publishes_little_says_so(tmp_path: Path) -> None:
    """Messages are asked for the events that are told to the world outside, and for no others."""
    path = copied(tmp_path)
    with edited(path) as connection:
        connection.execute("DELETE FROM pathway_outbox WHERE type <> 'moved'")

    assert verify_database(str(path), published={"moved"}) == []
    assert {each.code for each in verify_database(str(path))} == {"message-missing"}
