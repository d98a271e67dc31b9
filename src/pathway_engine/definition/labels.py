"""What things are called, and what a label a person typed stands for.

Wherever an id may be typed, its label in any of the three languages will do. Labels are compared
without regard to case, doubled or non-breaking spaces, and the kind of dash.
"""

from __future__ import annotations

__all__ = ["Labels", "likened"]

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from pathway_engine.definition.model import Pathway
from pathway_engine.text import LANGUAGES, Text

# Hyphens, dashes and the minus sign: whoever types them means the same.
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SPACES = re.compile(r"\s+")
# A label with a line feed in it would read as a line of its own, of a history or a report.
_BREAKS = re.compile(r"\s*[\t\r\n]\s*")


def likened(words: str) -> str:
    """Give the form in which labels are compared (the vocabulary's rule 5)."""
    plain = _DASHES.sub("-", normalize("NFKC", words))
    return normalize("NFKC", _SPACES.sub(" ", plain).strip().casefold())


class Labels:
    """The labels of a pathway, by kind and id; a `pathway_engine.text.Names`.

    Kinds and their ids: `state` (also a group, and `service.state`), `move` (also `service.move`),
    `record`, `field` (`record.field`), `role`, `organisation`, `service`, `deadline` (also
    `service.deadline`), `phase`, `flag`, `option` (`catalogue.item`), `catalogue`, `permit`, `capacity`,
    `retention`, `pathway`.

    Args:
        pathway: The effective definition.
    """

    def __init__(self, pathway: Pathway) -> None:
        self._texts: dict[str, dict[str, Text]] = {}
        for kind, id_, text in (*_titles(pathway), *_inner_titles(pathway)):
            self._texts.setdefault(kind, {})[id_] = text
        self._in_services: set[tuple[str, str]] = set()
        for kind, id_, text in _service_titles(pathway):
            self._texts.setdefault(kind, {})[id_] = text
            self._in_services.add((kind, id_))
        # How the things of a kind may be typed; made when the kind is first looked up.
        self._typed: dict[str, dict[str, tuple[str, ...]]] = {}

    def label(self, kind: str, id: str, language: str) -> str:  # noqa: A002 - as in `text.Names`
        """Give the label of a thing in `fi`, `sv` or `en`, on one line; its id when it has none."""
        text = self._texts.get(kind, {}).get(id)
        return _BREAKS.sub(" ", text.to(language)) if text else id

    def find(self, kind: str, typed: str, *, within: str = "") -> str | None:
        """Give the id that `typed` stands for: an id, or a label in any language.

        None when there is no such thing, and when several are called so: see `candidates`. What
        belongs to a service counts only when nothing of the main path is called so.
        """
        found = self.candidates(kind, typed, within=within)
        if not within:
            found = tuple(id_ for id_ in found if (kind, id_) not in self._in_services) or found
        return found[0] if len(found) == 1 else None

    def candidates(self, kind: str, typed: str, *, within: str = "") -> tuple[str, ...]:
        """Give every id that `typed` may stand for; an id that is typed exactly is the only one.

        Args:
            kind: Kind of thing.
            typed: What a person typed.
            within: A service, to look among its own states, moves and deadlines only.
        """
        exact = f"{within}.{typed}" if within else typed
        if exact in self._texts.get(kind, {}):
            return (exact,)
        found = self._ids(kind).get(likened(typed), ())
        return tuple(id_ for id_ in found if not within or id_.startswith(f"{within}."))

    def suggestions(self, kind: str, typed: str, language: str, most: int = 3) -> tuple[str, ...]:
        """Give labels in `language` of what `typed` was perhaps meant to be, the likeliest first."""
        ids = self._ids(kind)
        close = get_close_matches(likened(typed[:200]), list(ids), n=most * 2, cutoff=0.6)
        labels = (self.label(kind, id_, language) for words in close for id_ in ids[words])
        return tuple(dict.fromkeys(labels))[:most]

    def _ids(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        if kind not in self._typed:
            found: dict[str, dict[str, None]] = {}
            for id_, text in self._texts.get(kind, {}).items():
                for words in (id_, *(text.to(language) for language in LANGUAGES)):
                    found.setdefault(likened(words), {})[id_] = None
            self._typed[kind] = {words: tuple(ids) for words, ids in found.items()}
        return self._typed[kind]


def _titles(pathway: Pathway) -> Iterator[tuple[str, str, Text]]:
    """Give every thing that has a label: its kind, id and label."""
    yield "pathway", pathway.pathway, pathway.title
    simple: dict[str, Mapping[str, Any]] = {
        "role": pathway.roles,
        "organisation": pathway.organisations,
        "record": pathway.records,
        "catalogue": pathway.catalogues,
        "state": pathway.states,
        "move": pathway.transitions,
        "deadline": pathway.deadlines,
        "service": pathway.services,
        "capacity": pathway.capacities,
        "retention": pathway.retention,
    }
    for kind, things in simple.items():
        for id_, thing in things.items():
            yield kind, id_, thing.title
    for kind, texts in (
        ("phase", pathway.phases),
        ("flag", pathway.flags),
        ("permit", pathway.permits),
        ("state", pathway.groups),
    ):
        for id_, text in texts.items():
            yield kind, id_, text


def _inner_titles(pathway: Pathway) -> Iterator[tuple[str, str, Text]]:
    for name, catalogue in pathway.catalogues.items():
        for id_, text in catalogue.items.items():
            yield "option", f"{name}.{id_}", text
    for name, record in pathway.records.items():
        for id_, part in record.fields.items():
            yield "field", f"{name}.{id_}", part.title


def _service_titles(pathway: Pathway) -> Iterator[tuple[str, str, Text]]:
    for name, service in pathway.services.items():
        for id_, state in service.states.items():
            yield "state", f"{name}.{id_}", state.title
        for id_, move in service.transitions.items():
            yield "move", f"{name}.{id_}", move.title
        for id_, deadline in service.deadlines.items():
            yield "deadline", f"{name}.{id_}", deadline.title
        if service.review:
            yield "deadline", f"{name}.{name}_review", service.review.title or service.title
