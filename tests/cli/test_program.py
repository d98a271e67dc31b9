"""The program as a whole: start, help, languages, faults and exit codes."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from pathway_engine import __version__
from pathway_engine.cli import main
from pathway_engine.cli.faults import told
from pathway_engine.errors import CaseErased, Conflict, PathwayError, StoreBusy, StoreUnavailable
from pathway_engine.text import LANGUAGES
from tests.cli.command_line import WORKER, Terminal, pathway


def commands(group: click.Group, *path: str) -> list[tuple[str, ...]]:
    """Give the path of every command below a group."""
    found: list[tuple[str, ...]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        below = commands(command, *path, name) if isinstance(command, click.Group) else [(*path, name)]
        found += below
    return found


ALL = commands(main)


def test_the_version_loads_nothing_it_does_not_need(tmp_path: Path) -> None:
    """`pathway --version` answers without SQLAlchemy, cryptography or holidays."""
    code = (
        "import sys\n"
        "from pathway_engine.cli import main\n"
        "try:\n    main(['--version'], prog_name='pathway')\n"
        "except SystemExit:\n    pass\n"
        "print(sorted({'sqlalchemy', 'cryptography', 'holidays'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)

    assert done.stdout.splitlines() == [f"pathway-engine, version {__version__}", "[]"]


def test_the_module_is_the_program(tmp_path: Path) -> None:
    """`python -m pathway_engine` is `pathway`."""
    command = [sys.executable, "-m", "pathway_engine", "check", "rovaniemi", "--lang", "fi"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "rovaniemi: kunnossa\n")


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_and_speaks_three_languages(path: tuple[str, ...]) -> None:
    """Each command says what it does, and has `--lang` and `--json`."""
    result = pathway(*path, "--help")

    assert result.exit_code == 0
    assert "--json" in result.stdout
    assert "[fi|sv|en]" in result.stdout


def test_an_unknown_command_is_a_usage_fault() -> None:
    """What the program does not know ends with 2."""
    assert pathway("fly").exit_code == 2


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "fi_FI.UTF-8", "LANG": "sv_FI.UTF-8"}, "kunnossa"),
        ({"LANG": "sv_FI.UTF-8"}, "i sin ordning"),
        ({"LANG": "de_DE.UTF-8"}, "fine"),
        ({}, "fine"),
        ({"PATHWAY_LANG": "fi", "LANG": "sv_FI.UTF-8"}, "kunnossa"),
    ],
)
def test_the_language_comes_from_the_environment(environment: dict[str, str], expected: str) -> None:
    """Without `--lang` the program speaks the language of the environment, English otherwise."""
    assert expected in pathway("check", "fi-base", **environment).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_database_that_is_not_there_is_one_line(terminal: Terminal, language: str) -> None:
    """A mistyped path is told in one line on stderr, and no database appears."""
    result = terminal.run("case", "list", "--lang", language, code=2)

    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert str(terminal.db) in result.stderr
    assert not terminal.db.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_that_is_not_there_is_one_line(terminal: Terminal, language: str) -> None:
    """An unknown case ends with 2, without a traceback."""
    terminal.open()

    result = terminal.run("case", "steps", "nobody", *WORKER, "--lang", language, code=2)

    assert result.stderr.count("\n") == 1
    assert "nobody" in result.stderr
    assert "Traceback" not in result.output


def test_a_lost_key_file_is_a_fault_and_is_not_replaced(terminal: Terminal) -> None:
    """Without its keys a database is not worked on, and new keys are not made: they would open nothing."""
    case = terminal.open()
    keys = terminal.db.with_name(f"{terminal.db.name}.keys")
    keys.unlink()

    result = terminal.run("case", "steps", case, *WORKER, code=2)
    terminal.run("case", "open", "--region", "rovaniemi", *WORKER, code=2)

    assert str(keys) in result.stderr
    assert not keys.exists()


def test_what_is_no_database_is_a_fault(terminal: Terminal) -> None:
    """A file that is something else is told in one line."""
    terminal.db.write_text("not a database at all, but long enough to be looked at " * 20, encoding="utf-8")
    terminal.db.with_name(f"{terminal.db.name}.keys").touch(mode=0o600)

    result = terminal.run("case", "steps", "x", *WORKER, code=2)

    assert "Traceback" not in result.output
    assert result.stderr.count("\n") == 1


def test_a_url_of_no_store_is_a_fault() -> None:
    """A URL that no store is known for ends with 2."""
    result = pathway("case", "list", "--db", "oracle://somewhere", "--keys", "k")

    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error",
    [
        Conflict("x"),
        StoreBusy("x"),
        StoreUnavailable("disk gone"),
        CaseErased("k"),
        PathwayError("odd"),
        OSError(13, "no", "f"),
    ],
)
def test_every_fault_has_a_line(error: Exception, language: str) -> None:
    """Faults of the store and of the system are told in the reader's language, by the nearest class that has words."""
    line = told(error, language)

    assert line
    assert "\n" not in line


def test_what_cannot_be_read_as_text_or_number_is_told_without_a_traceback(terminal: Terminal) -> None:
    """Half of a pair, endless nesting and numbers beyond every journal are slips: one line, and nothing happens."""
    terminal.open()
    deep = terminal.db.with_name("deep.json")
    deep.write_text("[" * 100_000, encoding="utf-8")

    terminal.do("record", "own_request", "--fields", str(deep), code=2)
    terminal.do("correct", "9" * 30, "--set", "x=y", code=1)
    terminal.do("name", "job_coach", "--worker", "\udcff", code=2)
    terminal.do("name", "job_coach", "--worker", "w", "--key", "\udcff", code=2)


@pytest.mark.parametrize("command", [("migrate",), ("doctor",), ("tick", "--region", "rovaniemi")])
def test_postgresql_without_its_driver_says_what_to_install(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, in the reader's language, and no traceback."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    told = pathway(*command, "--db", "postgresql://nobody@localhost/nothing", "--lang", "fi")

    assert told.exit_code == 2
    assert "pip install 'pathway-engine[postgres]'" in told.output
    assert "Traceback" not in told.output
