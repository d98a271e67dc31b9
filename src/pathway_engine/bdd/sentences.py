"""Reading a sentence: which row of the vocabulary it is, in which language, and what stands in its places."""

from __future__ import annotations

__all__ = [
    "Match",
    "Pattern",
    "matches",
    "nearest",
    "patterns",
    "plain_sentence",
    "role_words",
    "spelling_regex",
    "strict_place",
]

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache

from attrs import frozen

from pathway_engine.bdd.vocabulary import KINDS, PERFECT, ROWS, Row
from pathway_engine.text import LANGUAGES

_OPEN, _CLOSE, _INSIDE = '["”“»„«]', '["”“»«]', '[^"”“»„«]*'
_LETTER = f"(?: {_OPEN}(?P<client>[A-ZÅÄÖ]){_CLOSE})?"
_CLIENT = {
    "fi": "asiakas|asiakkaalla|asiakkaan|asiakkaasta",
    "sv": "klientens|klienten",
    "en": "the client's|the client",
}
_UNITS = {
    "fi": "päivä|päivää|arkipäivä|arkipäivää|työpäivä|työpäivää|viikko|viikkoa|kuukausi|kuukautta|vuosi|vuotta",
    "sv": "dag|dagar|vardag|vardagar|arbetsdag|arbetsdagar|vecka|veckor|månad|månader|år",
    "en": "day|days|working day|working days|week|weeks|month|months|year|years",
}
_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}"
_FREE = re.compile(r"^(?:että|att|that)\s+", re.IGNORECASE)
_PLACE = re.compile(r'"\{(\w+)\}"|\{(\w+)\}|\((:|\w+)\)')


@frozen
class Pattern:
    """One spelling of a sentence in one language."""

    row: Row
    language: str
    text: str
    regex: re.Pattern[str]

    @property
    def wants_table(self) -> bool:
        """True when a table has to follow."""
        return self.text.endswith(":")

    @property
    def may_have_table(self) -> bool:
        """True when a table may follow."""
        return self.text.endswith((":", "(:)"))


@frozen
class Match:
    """A sentence that was read: the pattern, and what stands in its places."""

    pattern: Pattern
    values: Mapping[str, str]

    @property
    def id(self) -> str:
        """Id of the row."""
        return self.pattern.row.id


def plain_sentence(sentence: str) -> str:
    """Give a sentence as it is compared: single spaces, and without the `että` that is free in Finnish."""
    return _FREE.sub("", re.sub(r"\s+", " ", sentence).strip(), count=1)


@cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """Give every spelling of every sentence in a language."""
    return tuple(
        Pattern(row, language, text, re.compile(_regex(text, language), re.IGNORECASE))
        for row in ROWS
        for spelling in row.pattern(language).split(" ⟷ ")
        for text in _tenses(spelling, language)
    )


@lru_cache(maxsize=8192)
def matches(sentence: str, language: str = "") -> tuple[Match, ...]:
    """Give every row that reads the sentence, once each; in one language, or in any when none is given.

    Capital letters make no difference. What was read is kept: an outline says the same sentence for each of its rows.
    """
    plain = plain_sentence(sentence)
    found: dict[str, Match] = {}
    for each in (language,) if language else LANGUAGES:
        for pattern in patterns(each):
            read = pattern.regex.fullmatch(plain)
            if read is not None:
                values = {name: value for name, value in read.groupdict().items() if value is not None}
                values |= {"client": values["client"].upper()} if "client" in values else {}
                found.setdefault(pattern.row.id, Match(pattern, values))
    return tuple(found.values())


def role_words(typed: str) -> str:
    """Give the role that stands where somebody acts, without its quotes; nothing when it is the client."""
    plain = typed.casefold()
    if plain.startswith(("asiakas", "klienten", "the client")):
        return ""
    return (typed[4:] if plain.startswith("the ") else typed).strip('"”“»«„')


def nearest(sentence: str, language: str) -> str:
    """Give the pattern that a sentence nobody knows was perhaps meant to be, with `…` in its places; or nothing."""
    bare = re.sub(f"{_OPEN}{_INSIDE}{_CLOSE}", '"…"', plain_sentence(sentence))
    shown = {_shown(each.text): None for each in patterns(language)}
    close = get_close_matches(bare, list(shown), n=1, cutoff=0.5)
    return close[0] if close else ""


def spelling_regex(text: str) -> re.Pattern[str]:
    """Give the regular expression of a phrase of somebody's own: `"{x}"` holds anything, `{x}` anything unquoted."""
    made: list[str] = []
    end, plain = 0, plain_sentence(text)
    for place in re.finditer(r"([\"”“»„])\{(\w+)\}[\"”“»«]|\{(\w+)\}", plain):
        name = place[2] or place[3]
        hole = f"{_OPEN}(?P<{name}>{_INSIDE}){_CLOSE}" if place[2] else f"(?P<{name}>{_INSIDE[:-1]}+?)"
        seen = f"(?P={name})" if any(f"(?P<{name}>" in each for each in made) else hole
        made += [_literal(plain[end : place.start()]), seen]
        end = place.end()
    return re.compile("".join((*made, _literal(plain[end:]))))


def strict_place(name: str, typed: str, language: str, *, is_label: bool) -> bool:
    """Tell whether a place of a sentence may hold what stands in it; `is_label` for a place in quotes."""
    written = f'"{{{name}}}"' if is_label else f"{{{name}}}"
    return re.fullmatch(_regex(written, language), typed, re.IGNORECASE) is not None


def _literal(text: str) -> str:
    """Write words as they have to stand, with the quotes of any editor."""
    return "".join('["”“»„«]' if letter in '"”“»„«' else re.escape(letter) for letter in text)


def _shown(text: str) -> str:
    return _PLACE.sub(lambda found: '"…"' if found[1] else "…" if found[2] else (found[3] or ""), text)


def _tenses(spelling: str, language: str) -> Iterator[str]:
    yield spelling
    for present, perfect in PERFECT[language]:
        if present in spelling or spelling.startswith(present.lstrip()):
            yield spelling.replace(present, perfect, 1)
            return


def _regex(text: str, language: str) -> str:
    """Give the regular expression of a pattern."""
    made, end = [], 0
    for place in _PLACE.finditer(text):
        made += [_words(text[end : place.start()], language), _piece(place, language)]
        end = place.end()
    made.append(_words(text[end:], language))
    whole = "".join(made)
    # The letter of the client is asked for once; where the actor may be the client, it stands there.
    first = whole.find("(?P<client>")
    rest = whole[first + 11 :].replace("(?P<client>", "(?:") if first >= 0 else ""
    return whole[: first + 11] + rest if first >= 0 else whole


def _words(text: str, language: str) -> str:
    parts = re.split(rf"\b({_CLIENT[language]})(?!\w)", text)
    return "".join(re.escape(part) + (_LETTER if number % 2 else "") for number, part in enumerate(parts))


def _piece(place: re.Match[str], language: str) -> str:
    label, name, ending = place.groups()
    if label:
        return f"{_OPEN}(?P<{label}>{_INSIDE}){_CLOSE}"
    if ending:
        return f"(?:{ending})?"
    if name == "actor":
        who = _CLIENT[language].split("|")[0 if language == "fi" else 1]
        the = "the " if language == "en" else ""
        return f"(?P<actor>{who}{_LETTER}|{the}{_OPEN}{_INSIDE}{_CLOSE})"
    if name == "kind":
        column = {"fi": (0, 1), "sv": (2,), "en": (3,)}[language]
        return f"(?P<kind>{'|'.join(words[each] for words in KINDS.values() for each in column)})"
    return {
        "day": f"(?P<day>{_DAY})",
        "count": r"(?P<count>\d+)",
        "duration": rf"(?P<duration>\d+ (?:{_UNITS[language]}))",
    }[name]
