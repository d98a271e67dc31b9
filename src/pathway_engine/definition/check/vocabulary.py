"""Words by which a definition shows that it asks what may not be asked.

A checker cannot know what a form means; it can read what it is called. These words are looked for in ids and in labels
of all three languages, in small letters and with underscores read as spaces. The list is small on purpose: a definition
that hides a gate behind other words passes here and must be caught by people, and a word with a harmless use (such as
"valmis", ready, of a paper) is not on it. The principles are the national model's: readiness, a diagnosis or a benefit
never gates coaching (Q9), nobody is closed for absence or because time is up (Q23, Q25), a queue is no reason to turn
anybody away, and consent gates no step (semantics §B1).
"""

from __future__ import annotations

__all__ = ["GATES", "REASONS", "first_match", "gates_in", "mentions_participation", "words_of"]

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pathway_engine.text import LANGUAGES, Text

_READINESS = (
    r"\bei (?:vielä |ole |ole vielä )?valmis\b|valmius|valmiutt|valmiuden|valmiuste|\bpisteet\b|pistemäär|pisteraja"
    r"|\binte (?:ännu )?(?:redo|färdig)\b|beredskap|\bpoäng"
    r"|\bnot (?:yet )?ready\b|readiness|\b(?:job|work) ready\b|\bready for (?:work|a job|coaching)|\bscores?\b"
)
_DIAGNOSIS = r"diagnoos|diagnos"
_BENEFIT = (
    # Counselling about benefits is a service, not a gate.
    r"\betuus(?!neuv|asia)|\betuude|\betuuksi(?!en neuv)|eläk|toimeentulotu|työttömyysturva|päiväraha"
    r"|\bförmån(?!srådg|er?s?rådg)|\bpension|dagpenning|försörjningsstöd"
    r"|\bbenefits?\b(?! (?:counsel|advice|advis|question))|\ballowance\b|social assistance"
)
_ABSENCE = (
    r"poissaol|saapumatta|tulematta|\bfrånvar|utebl[ie]v"
    r"|absence|absent|\bmissed\b|no show\b|did not (?:come|show|attend)"
)
_CONSENT = r"suostumu|luovutuslup|samtyck|\bconsent"
_TIME = (
    r"aika (?:on )?(?:täy|loppu|umpe)|enimmäisaika|\btiden (?:är|tog|har tagit) (?:slut|ute)|maximitid"
    r"|\btime (?:is |was )?(?:up|over|out|limit)\b|\btime ran out|maximum (?:time|duration)"
)
_QUEUE = r"\bjono|\bkö\b|\bkön\b|\bqueue|waiting list|väntelist|odotuslist"

GATES: Mapping[str, re.Pattern[str]] = {
    "readiness-gate": re.compile(_READINESS),
    "diagnosis-gate": re.compile(_DIAGNOSIS),
    "benefit-gate": re.compile(_BENEFIT),
    "absence-gate": re.compile(_ABSENCE),
    "consent-gate": re.compile(_CONSENT),
}
"""Code -> words that show a gate of that kind."""

REASONS = re.compile(f"{_READINESS}|{_DIAGNOSIS}|{_ABSENCE}|{_CONSENT}|{_TIME}|{_QUEUE}")
"""Words of reasons that must not exist."""

_PARTICIPATION = re.compile(r"osallisuu|delaktighet|\bparticipation|\binclusion")


_ANY_GATE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in GATES.values()))


@lru_cache(maxsize=8192)
def gates_in(name: str, *labels: Text) -> Mapping[str, str]:
    """Give the gates that a thing is called after: code -> the words that show it.

    Regions share most of what they name with their base, so what was read once is remembered.
    """
    words = words_of(name, *labels)
    if not first_match(_ANY_GATE, words):
        return {}
    found = {code: first_match(pattern, words) for code, pattern in GATES.items()}
    return {code: shown for code, shown in found.items() if shown}


def words_of(name: str, *labels: Text) -> tuple[str, ...]:
    """Give what a thing is called: its id as words, and its labels."""
    spoken = (label.to(language) for label in labels for language in LANGUAGES)
    return tuple(words.casefold() for words in (re.sub(r"[_.]", " ", name), *spoken))


def first_match(pattern: re.Pattern[str], words: Iterable[str]) -> str:
    """Give the first of several words and phrases that the pattern is found in; empty when there is none."""
    return next((each for each in words if pattern.search(each)), "")


def mentions_participation(words: Iterable[str]) -> bool:
    """Tell whether support for inclusion is spoken of."""
    return bool(first_match(_PARTICIPATION, words))
