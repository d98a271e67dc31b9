"""Acting out a sentence that was read."""

from __future__ import annotations

__all__ = ["STEPS", "act", "speak"]

from collections.abc import Callable, Mapping

from pathway_engine.bdd import steps_case, steps_moves, steps_outcome, steps_standing
from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.phrases import Phrases
from pathway_engine.bdd.scene import Scene, Table
from pathway_engine.bdd.sentences import Match, matches

STEPS: Mapping[str, Callable[..., None]] = {
    **steps_case.STEPS,
    **steps_moves.STEPS,
    **steps_outcome.STEPS,
    **steps_standing.STEPS,
}


def speak(scene: Scene, phrases: Phrases, sentence: str, mode: str, table: Table = ()) -> None:
    """Act out a sentence as it is written: one of the library's, or a phrase of the region's own.

    Args:
        scene: Where.
        phrases: The region's own phrases.
        sentence: The sentence.
        mode: `given`, `when` or `then`.
        table: Its table, header and all.

    Raises:
        StepFailed: It does not hold, cannot be done, or can be read in several ways.
    """
    found = matches(sentence, scene.language) or matches(sentence)
    parts = phrases.read(sentence, scene.language)
    if len(found) + bool(parts) > 1:
        own = ["phrases.yaml"] if parts else []
        expected("ambiguous", text=", ".join([*(each.id for each in found), *own]))
    if not parts:
        act(scene, found[0], mode, table)
        return
    if table:
        expected("table-not-taken")
    for part in parts:
        scene.part = part.sentence
        read = matches(part.sentence, scene.language) or matches(part.sentence)
        if len(read) != 1:
            expected("ambiguous" if read else "undefined", text=", ".join(each.id for each in read))
        act(scene, read[0], mode, part.table)
    scene.part = ""


def act(scene: Scene, match: Match, mode: str, table: Table = ()) -> None:
    """Act out a sentence.

    Args:
        scene: Where.
        match: The sentence.
        mode: `given`, `when` or `then`.
        table: Its table, header and all.

    Raises:
        StepFailed: It does not hold, or cannot be done.
    """
    if match.pattern.wants_table and not table:
        expected("table-wanted")
    if table and not match.pattern.may_have_table:
        expected("table-not-taken")
    values = {name: value for name, value in match.values.items() if name != "client"}
    scene.mode, scene.table, scene.letter = mode, table, match.values.get("client", "")
    STEPS[match.id](scene, **values)
