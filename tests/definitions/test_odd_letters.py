"""Letters that look like others or cannot be seen: refused in ids, of one form in labels (faults 59)."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from pathway_engine.definition import load_text
from pathway_engine.definition.labels import Labels
from pathway_engine.errors import DefinitionError
from pathway_engine.testing.samples import SMALLEST

REFUSED = {
    "NUL": "\x00",
    "escape": "\x1b",
    "delete": "\x7f",
    "C1": "\x9b",
    "next line": "\x85",
    "line separator": "\u2028",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "left-to-right mark": "\u200e",
    "embedding": "\u202a",
    "override": "\u202e",
    "isolate": "\u2066",
    "end of isolate": "\u2069",
    "byte order mark inside": "\ufeff",
    "no character": "\uffff",
    "half a pair": "\ud800",
}
LOOK_ALIKE = {
    "Cyrillic": "w\u043erker",
    "Greek": "w\u03bfrker",
    "full width": "\uff57orker",
    "ligature": "\ufb01nish",
    "composed": "ty\u00f6ntekij\u00e4",
    "decomposed": "tyo\u0308ntekija\u0308",
    "capital": "Worker",
    "dotless": "f\u0131nish",
    "hyphen": "own-worker",
    "space": "own worker",
    "underscore at the end": "worker_",
    "nothing": "",
}


def codes(text: str | bytes) -> set[str]:
    """Give what is found in a definition."""
    with pytest.raises(DefinitionError) as caught:
        load_text(text)
    assert all(each.line > 0 for each in caught.value.problems)
    return {each.code for each in caught.value.problems}


@pytest.mark.parametrize("letter", REFUSED)
def test_what_is_not_seen_is_refused_wherever_it_stands(letter: str) -> None:
    """Raw or written as an escape, in a label, a key or an id: with its place, and never taken in."""
    odd = REFUSED[letter]
    escape = f"\\u{ord(odd):04x}"

    if letter != "half a pair":
        assert codes(SMALLEST.replace("en: Start", f"en: St{odd}art")) <= {"bad-character", "yaml-syntax", "not-utf8"}
        assert codes(SMALLEST.replace("  worker:", f"  wor{odd}ker:"))
    for place in ("en: Start", "fi: Pienin polku"):
        key = place.partition(": ")[0]
        found = codes(SMALLEST.replace(place, f'{key}: "St{escape}art"'))
        assert found <= {"bad-character", "yaml-syntax"}, found
    assert codes(SMALLEST.replace("  worker:", f'  "wor{escape}ker":')) <= {"bad-character", "yaml-syntax"}


@pytest.mark.parametrize("name", LOOK_ALIKE)
def test_an_id_is_of_plain_letters(name: str) -> None:
    """What a reader would take for another id, or another spelling of one, is none."""
    found = codes(SMALLEST.replace("  worker:", f'  "{LOOK_ALIKE[name]}":'))

    assert found & {"bad-id", "bad-key"}, found


def test_bytes_that_are_no_utf8_are_refused() -> None:
    """Other encodings, a surrogate written in UTF-8, and an overlong form."""
    for data in (
        SMALLEST.encode("utf-16"),
        SMALLEST.encode("utf-32"),
        SMALLEST.replace("Alku", "Älku").encode("latin-1"),
        SMALLEST.encode().replace(b"Alku", b"\xed\xa0\x80"),
        SMALLEST.encode().replace(b"Alku", b"\xc0\xaf"),
        SMALLEST.encode()[:-5] + b"\xc3",
    ):
        assert "not-utf8" in codes(data)


def test_a_label_has_one_form_however_it_was_typed() -> None:
    """Composed or decomposed, bare or in quotes or as an escape: it is the same label."""
    composed = "\u00c4mp\u00e4ri"
    written = (composed, normalize("NFD", composed), f'"{composed}"', '"\\u00c4mp\\u00e4ri"', '"A\\u0308mpa\\u0308ri"')
    loaded = [load_text(SMALLEST.replace("en: Start", f"en: {each}")) for each in written]

    assert {each.states["start"].title.en for each in loaded} == {composed}
    assert len({each.digest for each in loaded}) == 1
    for each in (composed, normalize("NFD", composed), composed.upper()):
        assert Labels(loaded[0]).find("state", each) == "start"
