"""Commands about deadlines and tasks (semantics §T)."""

from __future__ import annotations

__all__ = [
    "CompleteTask",
    "DeadlineDue",
    "ExtendDeadline",
]

from datetime import date

from attrs import field, frozen

from pathway_engine.case.commands.base import Command, shown


@frozen(kw_only=True)
class DeadlineDue(Command):
    """Tell that a deadline was missed; the deadlines worker asks this, once each."""

    name = "deadline_due"
    deadline: str = field(repr=shown)


@frozen(kw_only=True)
class ExtendDeadline(Command):
    """Move a deadline, for a reason (L5: special reasons)."""

    name = "extend_deadline"
    deadline: str = field(repr=shown)
    due_on: date
    reason: str = field(repr=False)


@frozen(kw_only=True)
class CompleteTask(Command):
    """Take a task off, with a reason, when what was missing turned out needless."""

    name = "complete_task"
    task: str = field(repr=shown)
    reason: str = field(repr=False)
