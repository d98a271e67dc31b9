"""Writing sentences of the vocabulary: the opposite of reading them."""

from __future__ import annotations

__all__ = ["Wording"]

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import frozen
from gherkin.dialect import Dialect

from pathway_engine.bdd.vocabulary import KINDS, PERFECT, ROWS
from pathway_engine.case.naming import Naming
from pathway_engine.definition.model import Field
from pathway_engine.text import text_of

_PLACE = re.compile(r"\{(\w+)\}")
_CLIENT = {"fi": "asiakas", "sv": "klienten", "en": "the client"}
_FREE = {"fi": "että ", "sv": "att ", "en": ""}


@cache
def _rows() -> Mapping[str, Any]:
    return {row.id: row for row in ROWS}


@frozen
class Wording:
    """Writes sentences about one definition in one language.

    Args:
        naming: Names of the definition.
        language: `fi`, `sv` or `en`.
    """

    naming: Naming
    language: str

    # ── sentences ─────────────────────────────────────────────────────────────────────────────────────────────────

    def say(self, row: str, *, perfect: bool = False, then: bool = False, table: bool = False, **values: str) -> str:
        """Write a sentence.

        Args:
            row: Id of its row.
            perfect: True writes what somebody has done, as a background wants it.
            then: True writes it as it stands after the keyword of an outcome, which Swedish inverts.
            table: True when a table follows.
            values: What stands in its places.
        """
        spellings = _rows()[row].pattern(self.language).split(" ⟷ ")
        text = spellings[-1] if then and self.language == "sv" else spellings[0]
        if perfect:
            tense = ((one, two) for one, two in PERFECT[self.language] if one in text or text.startswith(one.lstrip()))
            text = text.replace(*next(tense, ("", "")), 1)
        text = text.replace("(:)", ":" if table else "").replace("(es)", "")
        return _PLACE.sub(lambda place: values[place[1]], text)

    def actor(self, role: str) -> str:
        """Write who does something."""
        if "client" in self.naming.pathway.roles[role].relation:
            return _CLIENT[self.language]
        the = "the " if self.language == "en" else ""
        return f'{the}"{self.name("role", role)}"'

    def kind(self, record: str, *, subject: bool = False) -> str:
        """Write what kind of record it is."""
        words = KINDS[self.naming.pathway.records[record].kind]
        return words[{"fi": int(subject), "sv": 2, "en": 3}[self.language]]

    def keyword(self, of: str) -> str:
        """Write a keyword of Gherkin, such as `given`, with a space after it where one belongs."""
        dialect: Any = Dialect.for_name(self.language)
        words: list[str] = getattr(dialect, f"{of}_keywords")
        word = next(each for each in words if not each.startswith("*"))
        return word + _FREE[self.language] if of == "given" else word

    # ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def name(self, kind: str, id_: str) -> str:
        """Name a thing by its label; by its id where the label means something else, or nothing."""
        label = self.naming.labels.label(kind, id_, self.language)
        found = self.naming.trigger(label) if kind == "move" else self.naming.find(kind, label)
        return label if found == id_ and '"' not in label else id_

    def name_in(self, kind: str, of: str, id_: str) -> str:
        """Name a part of something: a field of a record, an option of a list, a move or a state of a service."""
        label = self.naming.labels.label(kind, f"{of}.{id_}", self.language)
        # Several options stand in one cell with commas between them.
        clean = '"' not in label and not (kind == "option" and "," in label)
        return label if clean and self.naming.find_in(kind, of, label) == id_ else id_

    def value(self, field: Field, value: Any) -> str:
        """Write what stands in a field."""
        if isinstance(value, list | tuple):
            return ", ".join(self.value(field, each) for each in value)
        if isinstance(value, bool):
            return text_of("skeleton-yes" if value else "skeleton-no", self.language)
        if isinstance(value, date):
            return self.day(value)
        text = text_of("skeleton-text", self.language) if value == "…" else str(value)
        kind = {"role": "role", "roles": "role", "organisation": "organisation"}.get(field.type)
        if field.options:
            return self.name_in("option", field.options, text)
        return self.name(kind, text) if kind else text

    def day(self, day: date) -> str:
        """Write a date."""
        return day.isoformat() if self.language == "en" else f"{day.day}.{day.month}.{day.year}"
