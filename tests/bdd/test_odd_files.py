"""Files and folders as people keep them: odd names, links, two of one name; none is left out in silence."""

from pathlib import Path

from pathway_engine.bdd.launching import Outcome, feature_files, run
from tests.cli.command_line import pathway

GOOD = """\
# language: fi
Ominaisuus: Sama nimi

  Tapaus: Alku
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Niin asiakas on vaiheessa "Yhteydenotto"
"""


def write(path: Path, text: str = GOOD) -> Path:
    """Write a feature, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def held(outcome: Outcome) -> list[str]:
    """Give the names of the files whose scenarios held."""
    return sorted(Path(each.file).name for each in outcome.scenarios if each.holds)


def test_folders_and_files_may_be_called_anything(tmp_path: Path) -> None:
    """Spaces, letters of our own, brackets, capitals at the end, a folder called like a feature or like a build."""
    one = write(tmp_path / "Oma kansio åäö" / "hyvä juttu [1].feature")
    write(tmp_path / "Oma kansio åäö" / "[luonnos]" / "ISOT.FEATURE")
    write(tmp_path / "x.feature" / "sisällä.feature")
    write(tmp_path / "build" / "koonti.Feature")

    found = run([tmp_path], lambda _: None)
    assert (found.faults, held(found)) == (
        [],
        ["ISOT.FEATURE", "hyvä juttu [1].feature", "koonti.Feature", "sisällä.feature"],
    )
    alone = run([one], lambda _: None)
    assert (alone.faults, held(alone)) == ([], ["hyvä juttu [1].feature"])


def test_a_file_is_run_once_however_often_it_is_named(tmp_path: Path) -> None:
    """By itself, by its folder and by a link; two files whose features have one name are two."""
    one, two = write(tmp_path / "a" / "yksi.feature"), write(tmp_path / "a" / "kaksi.feature")
    link = tmp_path / "linkki.feature"
    link.symlink_to(one)

    assert held(run([one, two, tmp_path / "a", one, link], lambda _: None)) == ["kaksi.feature", "yksi.feature"]


def test_links_that_lead_in_circles_or_nowhere_are_no_trap(tmp_path: Path) -> None:
    """A linked folder is not followed; a link to nothing is told, and the rest is run."""
    write(tmp_path / "a" / "yksi.feature")
    (tmp_path / "a" / "kehä").symlink_to(tmp_path)
    (tmp_path / "a" / "poissa.feature").symlink_to(tmp_path / "ei ole")

    found = run([tmp_path], lambda _: None)
    assert held(found) == ["yksi.feature"]
    (fault,) = found.faults
    assert fault.startswith(f"{tmp_path}/a/poissa.feature:1:1: Tiedostoa ei voi lukea")


def test_a_name_that_an_editor_made_longer_is_told(tmp_path: Path) -> None:
    """Lint and run both say what to call it, in the language asked for, and end with 1."""
    write(tmp_path / "polku.feature.txt")

    for command in ("lint", "run"):
        result = pathway("features", command, str(tmp_path), "--lang", "sv")
        assert result.exit_code == 1
        assert "polku.feature.txt:1:1: Filen körs inte" in result.stdout
        assert "Ge den namnet: polku.feature" in result.stdout


def test_only_what_was_asked_for_is_run(tmp_path: Path) -> None:
    """What stands beside a file, or below no folder that was named, is left alone."""
    one = write(tmp_path / "yksi.feature")
    write(tmp_path / "kaksi.feature")
    write(tmp_path / "env" / "pyvenv.cfg", "")
    write(tmp_path / "env" / "kolme.feature")

    assert held(run([one], lambda _: None)) == ["yksi.feature"]
    assert [each.name for each in feature_files(tmp_path)] == ["kaksi.feature", "yksi.feature"]
