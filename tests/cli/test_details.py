"""What a fault says besides is told in the reader's language as well."""

import re
from pathlib import Path

import pytest

from pathway_engine.cli.details import detail_in
from pathway_engine.text.detail_messages import DETAILS
from tests.cli.command_line import Terminal, pathway

PLACE = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("sentences", DETAILS, ids=lambda each: each[2][:40])
def test_every_sentence_is_known_again_by_its_english_words(sentences: tuple[str, str, str]) -> None:
    """With anything in its places it gives the others, with the same in theirs; no other sentence is taken for it."""
    values = {place: f"x{number}" for number, place in enumerate(sorted(PLACE.findall(sentences[2])))}

    def filled(sentence: str) -> str:
        return PLACE.sub(lambda found: values[found[0]], sentence)

    for at, language in enumerate(("fi", "sv", "en")):
        assert detail_in(language, filled(sentences[2])) == filled(sentences[at])
        assert sorted(PLACE.findall(sentences[at])) == sorted(values)


def test_what_is_not_known_is_left_as_it_is() -> None:
    """A driver may say anything."""
    assert detail_in("fi", "SSL connection has been closed unexpectedly") == (
        "SSL connection has been closed unexpectedly"
    )


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("verify", "--db", "nothing.db"), "ei tiedostoa nothing.db"),
        (("verify", "--db", "a.txt"), "a.txt: ei voi lukea: tiedosto ei ole tietokanta"),
        (("verify", "--db", "xyz://a"), "muotoa xyz olevaa tietokantaa ei osata lukea"),
        (("verify", "--db", "a.txt", "--checkpoint", "b"), "tarkistuspiste ei kerro mitään ilman"),
        (("doctor", "--db", "xyz://a"), "tietokannan osoite on memory:"),
        (("doctor", "--db", "a.txt"), "tietokantatiedosto on vioittunut tai ei ole tietokanta"),
    ],
)
def test_the_verifier_and_the_doctor_tell_faults_in_finnish(
    call: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read ends with 2 and one line; nothing of it is English."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("No database.\n" * 100, encoding="utf-8")

    result = pathway(*call, "--lang", "fi")

    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_forged_checkpoint_is_told_in_finnish(terminal: Terminal, tmp_path: Path) -> None:
    """The finding says in the reader's language which part of the checkpoint does not hold."""
    terminal.open()
    key, kept = str(tmp_path / "key"), tmp_path / "kept"
    made = pathway("checkpoint", "--make-key", key, "--json")
    assert made.exit_code == 0
    terminal.run("checkpoint", "--signing-key", key, "--output", str(kept))
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace(text.strip()[-4:], "AAAA"), encoding="utf-8")

    public = next(tmp_path.glob("key*pub*"))
    asked = ("verify", "--checkpoint", str(kept), "--public-key", str(public))

    assert "(rivi 3)" in terminal.run(*asked, "--lang", "fi", code=1).stdout
    assert "(line 3)" in terminal.run(*asked, "--lang", "en", code=1).stdout
