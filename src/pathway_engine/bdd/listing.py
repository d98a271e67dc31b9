"""Every sentence of the vocabulary in one language, each with an example in the labels of the national model."""

from __future__ import annotations

__all__ = ["Sentence", "sentences"]

import re
from collections.abc import Iterator

from attrs import frozen

from pathway_engine.bdd.vocabulary import KINDS, ROWS
from pathway_engine.definition import load
from pathway_engine.definition.labels import Labels
from pathway_engine.text import text_of

_EXAMPLES = {
    "pathway": ("pathway", "fi-base"),
    "state": ("state", "planning"),
    "move": ("move", "approve_plan"),
    "record": ("record", "client_plan"),
    "field": ("field", "client_plan.goals"),
    "role": ("role", "job_coach"),
    "organisation": ("organisation", "employment_authority"),
    "party": ("organisation", "wellbeing_county"),
    "permit": ("permit", "information_sharing"),
    "basis": ("permit", "information_sharing"),
    "service": ("service", "work_trial"),
    "deadline": ("deadline", "plan_follow_up"),
    "reason": ("option", "closing_reasons.own_wish"),
    "warning": ("record", "referral"),
    "task": ("record", "job_start"),
    "flag": ("flag", "multidisciplinary"),
}
_WORDS = {
    "day": ("15.12.2025", "15.12.2025", "2025-12-15"),
    "duration": ("3 kuukautta", "3 månader", "3 months"),
    "count": ("3", "3", "3"),
    "kind": (KINDS["plan"][0], KINDS["plan"][2], KINDS["plan"][3]),
    "person": ("Työntekijä 1", "Medarbetare 1", "Worker 1"),
}


@frozen
class Sentence:
    """One row as a writer reads it: its id, how it is written, and an example."""

    id: str
    form: str
    example: str


def sentences(language: str) -> Iterator[Sentence]:
    """Give every sentence in `fi`, `sv` or `en`."""
    labels = Labels(load("fi-base"))
    for row in ROWS:
        spelling = row.pattern(language).partition(" ⟷ ")[0]
        form = re.sub(r"\{(\w+)\}", r"<\1>", re.sub(r'"\{\w+\}"', '"…"', spelling))
        example = re.sub(r'("?)\{(\w+)\}\1', lambda hole: _value(hole[1], hole[2], labels, language), spelling)
        yield Sentence(row.id, form.replace("(:)", "").replace("(es)", "es"), re.sub(r"\((?::|es)\)", "", example))


def _value(quote: str, name: str, labels: Labels, language: str) -> str:
    at = ("fi", "sv", "en").index(language)
    if name == "actor":
        the = "the " if language == "en" else ""
        return f'{the}"{labels.label("role", "own_worker", language)}"'
    if name == "status":
        return f'"{text_of("status-accepted", language)}"'
    if name == "text":
        return f'"{labels.label("state", "planning", language)}"'
    if name in _WORDS:
        return f"{quote}{_WORDS[name][at]}{quote}"
    kind, id_ = _EXAMPLES[name]
    return f"{quote}{labels.label(kind, id_, language)}{quote}"
