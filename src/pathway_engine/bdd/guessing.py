"""What is wrong with a sentence that nobody knows: a name without quotes, a date in another form, a colon."""

from __future__ import annotations

__all__ = ["guess"]

import re
from functools import cache

from attrs import frozen

from pathway_engine.bdd.sentences import matches, nearest, patterns, plain_sentence, role_words, strict_place
from pathway_engine.bdd.timing import units
from pathway_engine.bdd.vocabulary import KINDS
from pathway_engine.text import Message, message

_PLACE = re.compile(r'"\{(\w+)\}"|\{(\w+)\}')
_ENDING = re.compile(r"\((\w+)\)")
_QUOTES = "\"'`”“»«„\u2018\u2019\u00b4"
_CLIENT = {
    "fi": re.compile(r'\basiak\w* ["”“»„«]([^"”“»„«]+)["”“»«]', re.IGNORECASE),
    "sv": re.compile(r'\bklient\w* ["”“»„«]([^"”“»„«]+)["”“»«]', re.IGNORECASE),
    "en": re.compile(r'\bthe client(?:\'s)? ["”“»„«]([^"”“»„«]+)["”“»«]', re.IGNORECASE),
}
_FEW_LETTERS = 5
_COLUMN = {"fi": 0, "sv": 2, "en": 3}


@frozen
class _Loose:
    """A spelling with anything in its places."""

    regex: re.Pattern[str]
    places: tuple[tuple[str, bool], ...]
    words: int


def guess(sentence: str, language: str) -> Message:
    """Say what is wrong with a sentence that nobody knows, and what to write.

    Args:
        sentence: The sentence, without its keyword.
        language: `fi`, `sv` or `en`: of the feature.
    """
    plain = plain_sentence(sentence)
    found = _one_sign_off(plain, language) or _misfit(plain, language)
    if found is not None:
        return found
    near = nearest(sentence, language)
    return message("lint-undefined-near", near=near) if near else message("lint-undefined")


def _one_sign_off(plain: str, language: str) -> Message | None:
    """Tell of a sentence that is known but for its end, or for what the client is called."""
    before, sign, _ = plain.partition(" #")
    named = _CLIENT[language].search(plain)
    lettered = f"{plain[: named.start(1)]}A{plain[named.end(1) :]}" if named else ""
    tries = (
        (plain.rstrip(" .") if plain.endswith(".") else "", message("lint-full-stop")),
        (before if sign else "", message("lint-comment", typed=plain[len(before) + 1 :])),
        (f"{plain}:", message("lint-colon-wanted")),
        (plain[:-1] if plain.endswith(":") else "", message("lint-colon-extra")),
        (lettered, message("lint-client-letter", typed=named[1] if named else "")),
    )
    return next((what for sentence, what in tries if sentence and matches(sentence, language)), None)


def _misfit(plain: str, language: str) -> Message | None:
    """Find the sentence whose words stand there, and the place that does not hold what it should."""
    bare = plain.rstrip(" .:")
    read = [(loose, found) for loose in _spellings(language) if (found := loose.regex.fullmatch(bare))]
    if not read:
        return None
    loose, found = max(read, key=lambda each: each[0].words)
    for at, (name, is_label) in enumerate(loose.places, 1):
        wrong = _wrong(name, found[at].strip(), language, is_label=is_label)
        if wrong is not None:
            return wrong
    return None


def _wrong(name: str, typed: str, language: str, *, is_label: bool) -> Message | None:
    if strict_place(name, typed, language, is_label=is_label):
        return None
    if is_label or name == "actor":
        words = (role_words(typed) if name == "actor" else typed).strip(_QUOTES + " ")
        if not words:
            return message("lint-quotes-empty")
        inside = any(each in words for each in '"”“»«„')
        return message("lint-quotes-inside" if inside else "lint-quotes", typed=words)
    known = ", ".join(words[_COLUMN[language]] for words in KINDS.values())
    return {
        "day": message("bdd-no-date", typed=typed),
        "duration": message("lint-no-duration", typed=typed, example=units(language)),
        "kind": message("lint-no-kind", typed=typed, known=known),
    }.get(name, message("lint-no-count", typed=typed))


@cache
def _spellings(language: str) -> tuple[_Loose, ...]:
    found = []
    for pattern in patterns(language):
        text = _ENDING.sub("", pattern.text.replace("(:)", "")).rstrip(":")
        parts, places, end = [], [], 0
        for place in _PLACE.finditer(text):
            parts.append(re.escape(text[end : place.start()]))
            places.append((place[1] or place[2], bool(place[1])))
            end = place.end()
        parts.append(re.escape(text[end:]))
        words = sum(map(len, parts))
        # Of a sentence that is hardly more than places nothing can be told.
        if words > _FEW_LETTERS:
            found.append(_Loose(re.compile("(.+?)".join(parts), re.IGNORECASE), tuple(places), words))
    return tuple(found)
