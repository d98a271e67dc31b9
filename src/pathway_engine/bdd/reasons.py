"""What a reason is called in a feature: its own words, or the label of the thing that is missing."""

from __future__ import annotations

__all__ = [
    "TASK_KINDS",
    "called",
    "is_acceptance",
    "is_task_name",
    "may_be_reason",
    "option_of",
    "reason_code",
    "said_reason",
    "title_of",
]

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.scene import Scene
from pathway_engine.case.naming import Naming
from pathway_engine.definition.labels import Labels, likened
from pathway_engine.requirements import Reason
from pathway_engine.text import LANGUAGES, Ref, text_of
from pathway_engine.text.catalogue import MESSAGES

_PRIMARY = ("field", "fields", "record", "service", "services", "flag", "permit", "receiver", "role", "roles")
"""Parameters of a reason's message that say what is missing, the nearest first."""


TASK_KINDS = ("record", "field", "role", "service", "permit", "flag")
"""Kinds of thing that a task may be about, and be called by."""

_JOINED = re.compile(rf", | ({'|'.join(text_of('word-any', each).split()[1] for each in LANGUAGES)}) ")
"""Several things in one name, as a task is called for which any of them will do."""


def called(scene: Scene, reason: Reason) -> set[str]:
    """Give every way to name a reason, ready to be compared."""
    words = {reason.text(language, scene.labels) for language in LANGUAGES}
    words |= {title_of(scene, reason, language) for language in LANGUAGES}
    for capacity in _limits(scene, reason):
        words |= {scene.labels.label("capacity", capacity, language) for language in LANGUAGES}
    for language in LANGUAGES:
        try:
            words.add(text_of(f"bdd-why-{reason.code}", language))
        except KeyError:
            break
    return {likened(each) for each in words}


def _limits(scene: Scene, reason: Reason) -> list[str]:
    """Give the limits of somebody's clients that a reason is about; it tells whose clients and how many."""
    if reason.code not in {"capacity-full", "warn-capacity"}:
        return []
    role, limit = reason.message.param("role"), reason.message.param("limit")
    limits = scene.pathway.capacities.items()
    return [key for key, each in limits if Ref("role", each.per) == role and each.limit == limit]


def title_of(scene: Scene, reason: Reason, language: str) -> str:
    """Give the label of what is missing: of the field, the record, the role; of alternatives all, joined by “or”."""
    if reason.alternatives:
        joint = text_of("word-any", language).format(first=" ", second=" ").strip(" ")
        several = [" + ".join(title_of(scene, each, language) for each in one) for one in reason.alternatives]
        return f" {joint} ".join(several)
    for name in _PRIMARY:
        value = reason.message.param(name)
        refs = value if isinstance(value, tuple) else (value,)
        labels = [scene.labels.label(ref.kind, ref.id, language) for ref in refs if isinstance(ref, Ref)]
        if labels:
            return ", ".join(labels)
    return reason.text(language, scene.labels)


def is_acceptance(typed: str) -> bool:
    """Tell whether a time limit is that of every warm handover: the day by which the receiver accepts (§H5)."""
    return likened(typed) in {likened(text_of("word-acceptance", language)) for language in LANGUAGES}


def is_task_name(labels: Labels, typed: str) -> bool:
    """Tell whether a task may be called so: by what it is about, by several things at once, or as a missing reason."""
    words = {likened(text_of(code, each)) for code in ("word-reason", "bdd-why-reason-missing") for each in LANGUAGES}
    known = any(labels.candidates(kind, typed) for kind in TASK_KINDS)
    return known or likened(typed) in words or _JOINED.search(typed) is not None


_REASON_KINDS = (*TASK_KINDS, "organisation", "capacity")
_EITHER = re.compile(rf" (?:{'|'.join(text_of('word-any', each).split()[1] for each in LANGUAGES)}) ")
_TOGETHER = (_EITHER, re.compile(re.escape(" + ")), re.compile(", "))
"""What joins the names of several things that are missing, the loosest bond first."""

_PLACE = re.compile(r"\{\w+\}")
_FEW_LETTERS = 10
"""A message with fewer words of its own than this would be found in anything."""


def may_be_reason(naming: Naming, typed: str) -> bool:
    """Tell whether anything that is missing, or any reason or warning, may ever be called so: see `called`."""
    return _is_called(naming.labels, likened(typed))


def _is_called(labels: Labels, wanted: str, bonds: tuple[re.Pattern[str], ...] = _TOGETHER) -> bool:
    """Tell whether a name is that of something, or of several things joined; a name may have a comma in itself."""
    if any(labels.candidates(kind, wanted) for kind in _REASON_KINDS) or wanted in _short_names():
        return True
    if any(regex.fullmatch(wanted) for regex in _sentences()):
        return True
    for bond in bonds:
        for found in bond.finditer(wanted):
            first, rest = wanted[: found.start()], wanted[found.end() :]
            if _is_called(labels, first, ()) and _is_called(labels, rest):
                return True
    return False


def said_reason(naming: Naming, typed: str, language: str) -> tuple[str, ...]:
    """Give the names of what may be missing that are nearest to a name that is none."""
    near = (each for kind in _REASON_KINDS for each in naming.labels.suggestions(kind, typed, language))
    short = get_close_matches(likened(typed[:200]), _short_names(), n=1, cutoff=0.6)
    return tuple(dict.fromkeys((*near, *short)))[:3]


@cache
def _short_names() -> frozenset[str]:
    return frozenset(likened(each) for code, texts in MESSAGES.items() if code.startswith("bdd-why-") for each in texts)


@cache
def _sentences() -> tuple[re.Pattern[str], ...]:
    """Give the sentences of all messages, with anything in their places."""
    plain = {likened(_PLACE.sub("\0", each)) for texts in MESSAGES.values() for each in texts}
    said = (each for each in plain if sum(letter.isalpha() for letter in each) >= _FEW_LETTERS)
    return tuple(re.compile(".+".join(map(re.escape, each.split("\0")))) for each in said)


def option_of(scene: Scene, catalogue: str, typed: str) -> str:
    """Give the reason of a catalogue by its label."""
    found = scene.naming.find_in("option", catalogue, typed)
    if found is None:
        items = scene.pathway.catalogues[catalogue].items
        known = ", ".join(f"”{scene.label('option', f'{catalogue}.{item}')}”" for item in items)
        expected("no-option", typed=typed, known=known)
    return found


def reason_code(typed: str, codes: Iterable[str]) -> str:
    """Give one of the library's own reasons by its words; other words stand for themselves."""
    for code in codes:
        for word in (f"without-{code}", f"bdd-return-{code}"):
            try:
                words = {likened(text_of(word, language)) for language in LANGUAGES}
            except KeyError:
                continue
            if likened(typed) in words | {code}:
                return code
    return typed
