"""The words that generated definitions are made of: roles, organisations, lists and types of record.

They are the same in every generated definition, so that a failing example reads like a story; what varies is how
they are put together.
"""

from __future__ import annotations

__all__ = ["CATALOGUES", "FLAGS", "ORGANISATIONS", "PARTIES", "PERMITS", "PERSONS", "ROLES", "labelled"]

from collections.abc import Mapping

from pathway_engine.definition.model import Catalogue, Organisation, Role
from pathway_engine.text import Text


def labelled(word: str) -> Text:
    """Give a label in three languages that can be told apart: `job fi`, `job sv`, `job en`."""
    plain = word.replace("_", " ").replace(".", " ")
    return Text(fi=f"{plain} fi", sv=f"{plain} sv", en=f"{plain} en")


ROLES: Mapping[str, Role] = {
    "client": Role(title=labelled("client"), relation=("client",)),
    "recogniser": Role(title=labelled("recogniser"), relation=("anyone",), held_by=("own_worker", "coach")),
    "coordinator": Role(
        title=labelled("coordinator"), relation=("named", "coordinating", "receiver"), held_by=("own_worker", "coach")
    ),
    "own_worker": Role(title=labelled("own_worker"), relation=("named", "coordinating", "receiver")),
    "coach": Role(title=labelled("coach"), relation=("named", "coordinating", "receiver", "provider")),
    "decision_maker": Role(title=labelled("decision_maker"), relation=("participant",)),
    "guardian": Role(title=labelled("guardian"), relation=("named",)),
}

ORGANISATIONS: Mapping[str, Organisation] = {
    "county": Organisation(title=labelled("county")),
    "office": Organisation(title=labelled("office")),
    "north": Organisation(title=labelled("north"), kind="county"),
    "south": Organisation(title=labelled("south"), kind="county"),
    "east": Organisation(title=labelled("east"), kind="office"),
    "bought": Organisation(title=labelled("bought"), kind="office", register="north"),
}

PARTIES = ("north", "south", "east", "bought")
"""The organisations that people act in."""

PERSONS = ("aino", "bo", "carita")
"""Workers; the client is `client`, the guardian `guardian`."""

FLAGS: Mapping[str, Text] = {name: labelled(name) for name in ("several_needs", "in_coaching")}

PERMITS: Mapping[str, Text] = {"share": labelled("share")}

CATALOGUES: Mapping[str, Catalogue] = {
    "signs": Catalogue(title=labelled("signs"), items={name: labelled(name) for name in ("school", "health", "work")}),
    "reasons": Catalogue(title=labelled("reasons"), items={name: labelled(name) for name in ("own_wish", "moved")}),
}
