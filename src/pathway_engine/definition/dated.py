"""Values that changed with the law: which of them is in force."""

from __future__ import annotations

__all__ = ["in_force"]

from datetime import date
from typing import TypeVar

from pathway_engine.definition.model import Dated

V = TypeVar("V")


def in_force(value: V | Dated[V] | None, *, pending: date, today: date) -> V | None:
    """Resolve a dated value by the date its definition names (§T2); None when no period holds."""
    if not isinstance(value, Dated):
        return value
    day = pending if value.by == "pending" else today
    return next((each.value for each in value.dated if (each.from_ or day) <= day <= (each.to or day)), None)
