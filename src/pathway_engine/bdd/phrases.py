"""A region's own phrases: sentences of daily work that stand for several of the library's sentences.

They are written in `phrases.yaml` beside the features or in a folder above, without a line of Python:

    phrases:
      - fi: asiakas kävi aksussa {päivä}
        steps:
          - päivä on {päivä}
          - '"omatyöntekijä" kirjaa suunnitelman "Aktivointisuunnitelma"'

A phrase expands to the library's own sentences only, never to another phrase, so that whoever reads a feature finds
out in one step what is done (semantics §G2). Of two files the nearer one wins.
"""

from __future__ import annotations

__all__ = ["FILE", "Part", "Phrase", "Phrases", "phrases_near", "phrases_of"]

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from attrs import field, frozen

from pathway_engine.bdd.findings import Finding
from pathway_engine.bdd.phrase_file import Draft, Fault, read_drafts
from pathway_engine.bdd.sentences import plain_sentence, spelling_regex
from pathway_engine.bdd.shelves import files_below, folders_of

FILE = "phrases.yaml"

_HOLE = re.compile(r"\{([^\W\d]\w*)\}")


@frozen
class Part:
    """One of the sentences that a phrase stands for, with its table."""

    sentence: str
    table: tuple[tuple[str, ...], ...] = ()


@frozen
class Phrase:
    """One phrase.

    Args:
        file: File it is written in.
        line: Its line there.
        spellings: Language -> how it is written, with `{name}` where something is filled in.
        parts: The sentences it stands for.
    """

    file: str
    line: int
    spellings: Mapping[str, str]
    parts: tuple[Part, ...]
    regexes: Mapping[str, re.Pattern[str]] = field(eq=False)

    def read(self, sentence: str, language: str = "") -> tuple[Part, ...]:
        """Give the sentences that a sentence stands for, filled in; none when it is not this phrase."""
        plain = plain_sentence(sentence)
        for known, regex in self.regexes.items():
            found = regex.fullmatch(plain) if known == language or not language else None
            if found is not None:
                return tuple(_filled(part, found.groupdict()) for part in self.parts)
        return ()


def _filled(part: Part, values: Mapping[str, str]) -> Part:
    def fill(text: str) -> str:
        return _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text)

    return Part(fill(part.sentence), tuple(tuple(map(fill, row)) for row in part.table))


@frozen
class Phrases:
    """The phrases that features in one folder may use, the nearest first, and what is wrong with their files."""

    all: tuple[Phrase, ...] = ()
    faults: tuple[tuple[str, Fault], ...] = ()

    def read(self, sentence: str, language: str = "") -> tuple[Part, ...]:
        """Give the sentences that a sentence stands for; none when it is no phrase."""
        found = (each.read(sentence, language) or (language and each.read(sentence)) for each in self.all)
        return next((parts for parts in found if parts), ())

    def findings(self, language: str) -> list[Finding]:
        """Put what is wrong with the files into words."""
        return [fault.told(file, language) for file, fault in self.faults]


def phrases_of(folder: Path | None) -> Phrases:
    """Give the phrases for features in a folder: of its own file and of those above, up to the project's root."""
    return _read(each / FILE for each in folders_of(folder))


def phrases_near(path: Path) -> Phrases:
    """Give the phrases in a folder and below it, and those above that hold there; for a file, those it may use."""
    start = path.resolve()
    folder = start if start.is_dir() else start.parent
    below = files_below(start, FILE) if start.is_dir() else ()
    return _read(dict.fromkeys((*below, *(each / FILE for each in folders_of(folder)))))


def _read(files: Iterable[Path]) -> Phrases:
    """Give the phrases of files, the first going before the others."""
    read = [_of_file(path, path.stat().st_mtime_ns) for path in files if path.is_file()]
    return Phrases(
        tuple(phrase for each in read for phrase in each.all), tuple(fault for each in read for fault in each.faults)
    )


@cache
def _of_file(path: Path, _changed: int) -> Phrases:
    shown = str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
    drafts, faults = read_drafts(path.read_bytes(), shown)
    return Phrases(tuple(_made(shown, each) for each in drafts), tuple((shown, each) for each in faults))


def _made(file: str, draft: Draft) -> Phrase:
    regexes = {language: spelling_regex(text) for language, text in draft.spellings.items()}
    parts = tuple(Part(each.sentence, _table(each.table)) for each in draft.steps)
    return Phrase(file, draft.line, draft.spellings, parts, regexes)


def _table(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Put the header that a feature would write over the rows; what it says is not read."""
    return (("",) * len(rows[0]), *rows) if rows else ()
