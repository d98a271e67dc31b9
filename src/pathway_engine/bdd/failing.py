"""A step that does not hold, as data: what was expected, and what is the case instead."""

from __future__ import annotations

__all__ = ["StepFailed", "expected"]

from typing import NoReturn

from pathway_engine.requirements import Reason
from pathway_engine.text import Message, Param, message


class StepFailed(AssertionError):
    """A sentence of a scenario does not hold, or cannot be acted out.

    Args:
        what: What was expected and what is, as a sentence.
        reasons: What a step that was to be taken lacks.
    """

    def __init__(self, what: Message, reasons: tuple[Reason, ...] = ()) -> None:
        super().__init__(what.code)
        self.what = what
        self.reasons = reasons


def expected(code: str, reasons: tuple[Reason, ...] = (), **params: Param) -> NoReturn:
    """Fail the sentence.

    Raises:
        StepFailed: Always.
    """
    raise StepFailed(message(f"bdd-{code}", **params), reasons)
