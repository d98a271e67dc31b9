"""A mistaken call is told in the reader's language, by its class, and ends with 2; help has its headings in it."""

from pathlib import Path

import click
import pytest

from pathway_engine.cli.usage import retold, wanted_language
from tests.cli.command_line import pathway

CALLS = (
    (("fly",), "Komentoa ”fly” ei ole.", "Kommandot ”fly” finns inte.", "There is no command “fly”."),
    (("verfy",), "Tarkoititko: verify?", "Menade du: verify?", "Did you mean: verify?"),
    (("--foo",), "Valitsinta --foo ei ole.", "Alternativet --foo finns inte.", "There is no option --foo."),
    (("case", "list", "--dbx", "y"), "Tarkoititko: --db?", "Menade du: --db?", "Did you mean: --db?"),
    (
        ("case", "list"),
        "Valitsin --db on annettava.",
        "Alternativet --db ska anges.",
        "The option --db has to be given.",
    ),
    (("case", "move"), "Komennolta puuttuu CASE.", "Kommandot saknar CASE.", "The command lacks CASE."),
    (("report",), "flow: valitse näistä: f", "flow: välj bland: f", "flow: choose from: f"),
    (("show", "x", "--format", "pdf"), "ei käy ”pdf”: valitse", "vara ”pdf”: välj", "cannot be ”pdf”: choose"),
    (("features", "run", "nothing"), "tiedostoa tai kansiota ei ole", "ingen sådan fil eller mapp", "no such file"),
    (("schema", "--lang"), "--lang jälkeen kuuluu arvo", "alternativet --lang ska det stå", "follow the option --lang"),
    (("features", "run", "--traceback=1"), "ei anneta arvoa", "tar inget värde", "takes no value"),
    (("features", "lint", ".", "b c"), "liikaa: b c.", "för mycket: b c.", "too much: b c."),
    (("case", "list", "--db", "x", "--limit", "a"), "väliltä 1–1000", "mellan 1–1000", "range 1–1000"),
    (("case", "list", "--db", "x", "--limit", "0"), "väliltä 1–1000", "mellan 1–1000", "range 1–1000"),
)


@pytest.mark.parametrize(("call", "fi", "sv", "en"), CALLS)
def test_a_mistaken_call_is_told_in_the_language_of_the_reader(
    call: tuple[str, ...], fi: str, sv: str, en: str
) -> None:
    """What was wrong and where help is, whether the language was asked for or is that of the surroundings."""
    # Click knows of no command when the parser itself stops: then the fault stands alone.
    heads = {"fi": ("Käyttö:", "Virhe:"), "sv": ("Användning:", "Fel:"), "en": ("Usage:", "Error:")}
    for language, words in (("fi", fi), ("sv", sv), ("en", en)):
        for environment in ({"PATHWAY_LANG": language}, {"LANG": f"{language}_FI.UTF-8"}):
            result = pathway(*call, **environment)
            assert result.exit_code == 2
            assert words in result.stderr
            assert result.stderr.startswith(heads[language])
            assert result.stdout == ""


@pytest.mark.parametrize("call", [("--lang", "fi", "case", "list"), ("case", "list", "--lang=fi")])
def test_the_language_may_be_asked_for_before_and_after_the_command(call: tuple[str, ...]) -> None:
    """Both ways stand above the environment."""
    result = pathway(*call, PATHWAY_LANG="sv")

    assert "Valitsin --db on annettava." in result.stderr


def test_the_language_before_the_command_holds_for_its_answer() -> None:
    """It stands above the environment, and below the command's own `--lang`."""
    assert "kunnossa" in pathway("--lang", "fi", "check", "fi-base", PATHWAY_LANG="sv").stdout
    assert "fine" in pathway("--lang", "fi", "check", "fi-base", "--lang", "en").stdout


def test_the_last_language_asked_for_counts_and_none_after_the_options_end() -> None:
    """As click itself reads the same option twice, and `--`."""
    assert wanted_language(["case", "--lang", "sv", "--lang=fi"]) == "fi"
    assert wanted_language(["case", "--lang", "sv", "--", "--lang", "fi"]) == "sv"


@pytest.mark.parametrize(("path", "commands"), [((), True), (("case",), True), (("case", "list"), False)])
def test_help_has_its_headings_in_the_language(path: tuple[str, ...], commands: bool) -> None:  # noqa: FBT001 - data
    """Usage, options and commands, and what click itself explains; English stays what click says."""
    finnish = pathway(*path, "--help", LANG="fi_FI.UTF-8")
    english = pathway(*path, "--help")

    assert finnish.exit_code == english.exit_code == 0
    assert finnish.stdout.startswith("Käyttö: ")
    assert english.stdout.startswith("Usage: ")
    assert "\nValitsimet:\n" in finnish.stdout
    assert ("\nKomennot:\n" in finnish.stdout) == commands
    assert "Näyttää tämän ohjeen." in finnish.stdout
    assert "Options:" not in finnish.stdout
    assert "[pakollinen]" in finnish.stdout or path != ("case", "list")


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        (click.Path(dir_okay=False, exists=True), "{folder}", "se on kansio, mutta tarvitaan tiedosto"),
        (click.Path(file_okay=False), "{file}", "se on tiedosto, mutta tarvitaan kansio"),
        (click.FLOAT, "x", "anna luku"),
        (click.UUID, "x", "'x' is not a valid UUID."),
    ],
)
def test_a_value_is_told_by_its_type(tmp_path: Path, kind: click.ParamType[object], typed: str, told: str) -> None:
    """A type that is in no class of ours is told as click says it, after our own words."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    command = click.Command("x", params=[click.Argument(["what"], type=kind)])

    with pytest.raises(click.UsageError) as failed:
        command.make_context("x", [typed.format(folder=tmp_path, file=file)])
    said = retold(failed.value, "fi").format_message()

    assert said.startswith("Virhe: Kohtaan WHAT ei käy ”")
    assert told in said
