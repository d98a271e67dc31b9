"""`pathway diff`, `schema`, `new region`, and `show` with `--origin` and `--digest`, as a planner types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from pathway_engine.cli import main
from pathway_engine.definition import load
from pathway_engine.definition.digest import text_digest_of
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.reader import read
from pathway_engine.definition.schema import fragment_schema, pathway_schema
from pathway_engine.definition.tree import plain


def run(*arguments: str) -> Result:
    """Run the program."""
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(("language", "word"), [("fi", "meillä"), ("sv", "hos oss"), ("en", "With us")])
def test_diff_speaks_of_us(language: str, word: str) -> None:
    """Without a second definition a region is compared with what it extends."""
    told = run("diff", "rovaniemi", "--lang", language)

    assert told.exit_code == 0
    assert word in told.output


def test_diff_as_data() -> None:
    """Programs get the differences themselves."""
    data = json.loads(run("diff", "rovaniemi", "fi-base", "--json").output)

    assert {
        "kind": "field",
        "id": "recognition_checklist.incapacity_risk",
        "change": "added",
        "key": "",
    }.items() <= next(each for each in data if each["kind"] == "field").items()


def test_diff_of_a_base_asks_for_the_other() -> None:
    """What extends nothing has nothing to be compared with."""
    told = run("diff", "fi-base", "--lang", "en")

    assert told.exit_code == 2
    assert "extends no other definition" in told.output


@pytest.mark.parametrize(("options", "made"), [((), pathway_schema()), (("--fragment",), fragment_schema())])
def test_schema_is_written(tmp_path: Path, options: tuple[str, ...], made: object) -> None:
    """To the screen, or to a file."""
    assert json.loads(run("schema", *options).output) == made
    assert run("schema", *options, "-o", str(tmp_path / "s.json")).exit_code == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == made


def test_a_new_region_loads_and_fits_its_schema(tmp_path: Path) -> None:
    """What is written is a pathway without findings, beside the schema its first line names."""
    folder = tmp_path / "north-bay"
    assert run("new", "region", str(folder)).exit_code == 0
    text = (folder / "north-bay.yaml").read_bytes()

    assert run("check", "--strict", str(folder / "north-bay.yaml")).exit_code == 0
    assert load(folder / "north-bay.yaml").states == load("fi-base").states
    first = text.decode().splitlines()[0]
    schema = json.loads((folder / first.rpartition("=")[2]).read_text(encoding="utf-8"))
    assert Draft202012Validator(schema).is_valid(plain(read(text, "x", Findings())))


def test_a_new_region_overwrites_nothing(tmp_path: Path) -> None:
    """A file that is there already is left as it is."""
    (tmp_path / "north.yaml").write_text("mine", encoding="utf-8")

    told = run("new", "region", str(tmp_path), "--name", "north", "--lang", "en")

    assert told.exit_code == 2
    assert (tmp_path / "north.yaml").read_text(encoding="utf-8") == "mine"


def test_origins_are_shown() -> None:
    """As text in columns, and as data."""
    lines = run("show", "rovaniemi", "--origin").output.splitlines()
    data = json.loads(run("show", "rovaniemi", "--origin", "--json").output)

    assert lines[0].startswith("rovaniemi.yaml:")
    assert len(lines) == len(data)
    assert data[0]["line"] == "pathway: rovaniemi"


def test_digests_are_shown() -> None:
    """That of the rules, which versions and journals are told apart by, and that of the texts."""
    made = load("rovaniemi")
    told = run("show", "rovaniemi", "--digest", "--lang", "en").output

    assert told == f"Rules: {made.digest}\nTexts: {text_digest_of(made)}\n"
    assert json.loads(run("show", "rovaniemi", "--digest", "--json").output)["rules"] == made.digest


@pytest.mark.parametrize(
    ("typed", "guess"), [("Etelä-Savo", "etela-savo"), ("Itä ja Länsi 2", "ita-ja-lansi"), ("2", "region")]
)
def test_a_region_is_not_begun_under_a_name_that_will_not_load(tmp_path: Path, typed: str, guess: str) -> None:
    """Nothing is written, and a name that will do is proposed."""
    told = run("new", "region", str(tmp_path / typed), "--lang", "fi")

    assert told.exit_code == 2
    assert told.output.endswith(f"--name {guess}\n")
    assert not (tmp_path / typed).exists()
    assert run("new", "region", str(tmp_path / typed), "--name", guess).exit_code == 0
    assert load(tmp_path / typed / f"{guess}.yaml").pathway == guess
