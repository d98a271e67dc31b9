"""Acting out a sentence that was read."""

from __future__ import annotations

__all__ = ["STEPS", "act"]

from collections.abc import Callable, Mapping

from pathway_engine.bdd import steps_case, steps_moves, steps_outcome
from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.scene import Scene, Table
from pathway_engine.bdd.sentences import Match

STEPS: Mapping[str, Callable[..., None]] = {**steps_case.STEPS, **steps_moves.STEPS, **steps_outcome.STEPS}


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
