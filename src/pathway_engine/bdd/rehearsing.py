"""Finding out how a move can be made, by making it: what has to be recorded, who may, and what came of it.

A rehearsal is a scene that remembers what was done quietly to supply what a move asks for, so that the same can be
written down as sentences.
"""

from __future__ import annotations

__all__ = ["Rehearsal", "Said", "acted", "background_of", "fails"]

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from pathway_engine.bdd.acting import speak
from pathway_engine.bdd.failing import StepFailed
from pathway_engine.bdd.filling import fulfil
from pathway_engine.bdd.phrases import Phrases
from pathway_engine.bdd.scene import Scene
from pathway_engine.bdd.wording import Wording
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Decision
from pathway_engine.definition import demands as d
from pathway_engine.definition.model import Pathway
from pathway_engine.text import text_of

Rows = tuple[tuple[str, ...], ...]


@frozen
class Said:
    """A sentence of a scenario that is written: its mode (`given`, `when`, `then`), and the table below it."""

    mode: str
    sentence: str
    table: Rows = ()


@define(eq=False)
class Rehearsal(Scene):
    """A scene that remembers what was done as background."""

    done: list[c.Command] = field(factory=list)

    def quietly(self, command: c.Command) -> Decision:
        """Do something that is background, and remember it."""
        decision = super().quietly(command)
        if isinstance(decision, Accepted):
            self.done.append(command)
        return decision


def acted(pathway: Pathway, language: str, scenario: list[Said], scene: Scene | None = None) -> Scene:
    """Act out a scenario that is written.

    Raises:
        StepFailed: A sentence does not hold.
    """
    scene = scene or Scene(language=language)
    if not scene.has_pathway:
        scene.take(pathway)
    for each in scenario:
        speak(scene, Phrases(), each.sentence, each.mode, each.table)
    return scene


def background_of(scene: Rehearsal, asked: tuple[d.Requirement, ...], words: Wording) -> Iterator[Said]:
    """Supply what a move asks for, and give the sentences that do the same."""
    scene.done.clear()
    for each in asked:
        fulfil(scene, each)
    # Of a record that was made and then supplemented, the whole as it is in the end.
    told = dict(each for command in scene.done for each in _told(scene, command, words))
    yield from told.values()


def _told(scene: Rehearsal, command: c.Command, words: Wording) -> Iterator[tuple[str, Said]]:
    match command:
        case c.Record():
            yield f"record {command.record}", _record(scene, command, words)
        case c.NameWorker():
            person = text_of("skeleton-person", words.language)
            sentence = words.say("A2", role=words.name("role", command.role), person=person)
            yield f"role {command.role}", Said("given", sentence)
        case c.GivePermit():
            permit, party = words.name("permit", command.kind), words.name("organisation", command.recipient)
            yield (
                f"permit {command.kind}",
                Said("given", words.say("L1", perfect=True, permit=permit, organisation=party)),
            )
        case c.Move():
            role = next(iter(command.actor.roles))
            move = words.name("move", command.trigger)
            sentence = words.say("S1", perfect=True, actor=words.actor(role), move=move)
            yield f"move {command.trigger}", Said("given", sentence)
        case _:
            pass


def _record(scene: Rehearsal, command: c.Record, words: Wording) -> Said:
    kind = scene.pathway.records[command.record]
    values: dict[str, Any] = {}
    for each in scene.done:
        if isinstance(each, c.Record) and each.record == command.record:
            values = {**values, **each.fields} if each.supplements else dict(each.fields)
            values |= _held_before(scene, each) if each.supplements else {}
    rows = tuple(
        (words.name_in("field", command.record, key), _cell(words.value(kind.fields[key], value)))
        for key, value in values.items()
    )
    header = (text_of("skeleton-item", words.language), text_of("skeleton-value", words.language))
    name = words.name("record", command.record)
    sentence = words.say("K2", table=bool(rows), kind=words.kind(command.record, subject=True), record=name)
    return Said("given", sentence, (header, *rows) if rows else ())


def _held_before(scene: Rehearsal, command: c.Record) -> Mapping[str, Any]:
    """Give what the record holds besides what was added: a feature writes the whole of it anew."""
    held = scene.case.records.get(command.record)
    fields = scene.pathway.records[command.record].fields
    if held is None:
        return {}
    there = {key: held.coded.get(key, "…") for key in fields if held.holds(key)}
    return {key: value for key, value in there.items() if key not in command.fields}


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def fails(pathway: Pathway, language: str, scenario: list[Said]) -> StepFailed | None:
    """Tell why a scenario that is written does not hold; None when it holds."""
    try:
        acted(pathway, language, scenario)
    except StepFailed as failed:
        return failed
    return None
