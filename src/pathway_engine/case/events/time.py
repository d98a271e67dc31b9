"""Events of deadlines, tasks and warnings (semantics §T)."""

from __future__ import annotations

__all__ = [
    "DeadlineArmed",
    "DeadlineDropped",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "TaskDone",
    "TaskSet",
    "Warned",
]

from collections.abc import Mapping
from datetime import date, datetime

from attrs import field, frozen

from pathway_engine.case.events.base import Body


@frozen(kw_only=True)
class DeadlineArmed(Body):
    """A time limit runs. `due_on` is its last day, `due_at` the instant after which it is missed."""

    type = "deadline_armed"
    deadline: str
    rule: str
    due_on: date
    due_at: datetime
    anchored_on: date
    kind: str
    notify: tuple[str, ...] = ()
    escalate_to: tuple[str, ...] = ()
    service: str = ""
    ends_on: date | None = None


@frozen(kw_only=True)
class DeadlineMet(Body):
    """What the time limit asked for was done; `late` when it had been missed."""

    type = "deadline_met"
    deadline: str
    late: bool = False


@frozen(kw_only=True)
class DeadlineMissed(Body):
    """The time limit passed. The named roles are told; nothing is blocked and nothing closes (§T3)."""

    type = "deadline_missed"
    deadline: str
    rule: str
    told: tuple[str, ...]
    escalated: bool = False


@frozen(kw_only=True)
class DeadlineDropped(Body):
    """The time limit no longer runs: its state was left, its service ended, or its handover was settled."""

    type = "deadline_dropped"
    deadline: str


@frozen(kw_only=True)
class DeadlineExtended(Body):
    """The time limit was moved, for a recorded reason (L5: special reasons)."""

    type = "deadline_extended"
    deadline: str
    due_on: date
    due_at: datetime
    reason: str


@frozen(kw_only=True)
class TaskSet(Body):
    """A fact was recorded although something was missing: somebody sees to it by a day (§M4)."""

    type = "task_set"
    task: str
    trigger: str
    requirement: str
    owner: str
    due_on: date
    due_at: datetime


@frozen(kw_only=True)
class TaskDone(Body):
    """What was missing has been supplied, or was found needless for a recorded reason."""

    type = "task_done"
    task: str
    reason: str = ""
    relied_on: Mapping[str, int] = field(factory=dict)


@frozen(kw_only=True)
class Warned(Body):
    """Agreed practice was not followed, or a worker has one case too many; the case goes on, and it is counted."""

    type = "warned"
    code: str
    about: str
    told: tuple[str, ...] = ()
