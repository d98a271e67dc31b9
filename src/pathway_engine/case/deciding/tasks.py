"""Tasks: what a fact left to be done, by whom and by when (semantics §M4)."""

from __future__ import annotations

__all__ = ["TASK", "complete_task", "finish_tasks", "set_task"]

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.model import Task, oldest_first
from pathway_engine.deadlines import missed_at
from pathway_engine.definition.demands import Requirement
from pathway_engine.durations import Duration
from pathway_engine.requirements import is_met, records_of

TASK = "task"
"""Rule of the deadlines that belong to a task instead of the definition."""

DEFAULT_TASK_TIME = Duration.parse("P14D")


def set_task(draft: Draft, move: str, requirement: str, owner: str, within: Duration | None) -> None:
    """Leave somebody the task of supplying what a fact lacked, by a day.

    Args:
        draft: The decision.
        move: The move's entry in the definition; `service.entry` for a move of a service.
        requirement: Id of what was missing: a requirement, `agreement:<role>`, or `reason`.
        owner: Role that sees to it.
        within: How soon.
    """
    due_on = (within or DEFAULT_TASK_TIME).add_to_date(draft.today)
    draft.emit(
        e.TaskSet(
            task=f"t{draft.next_seq}",
            trigger=move,
            requirement=requirement,
            owner=owner,
            due_on=due_on,
            due_at=missed_at(due_on),
        )
    )


def finish_tasks(draft: Draft) -> None:
    """Take off every task whose requirement is met now."""
    if not draft.case.tasks:
        return
    situation = draft.situation()
    made_now = {event.body.task for event in draft.events if isinstance(event.body, e.TaskSet)}
    for task in oldest_first(draft.case.tasks):
        requirement = None if task.id in made_now else _asked(draft, task)
        if requirement is None or not is_met(requirement, situation):
            continue
        held = draft.case.records
        draft.emit(
            e.TaskDone(
                task=task.id, relied_on={name: held[name].seq for name in records_of(requirement) if name in held}
            )
        )
        running = draft.case.deadlines.get(f"{TASK}:{task.id}")
        if running:
            draft.emit(e.DeadlineMet(deadline=running.id, late=running.missed))
        situation = draft.situation()


def _asked(draft: Draft, task: Task) -> Requirement | None:
    """Give the requirement a task is about; None for an agreement or a reason, which somebody takes off by hand."""
    pathway = draft.machine.pathway
    service, _, inner = task.trigger.partition(".")
    # Moves of a group are named with a dot too, so the main path is asked first.
    move = pathway.transitions.get(task.trigger)
    if move is None and service in pathway.services:
        move = pathway.services[service].transitions.get(inner)
    return next((each for each in move.requires if each.id == task.requirement), None) if move else None


def complete_task(draft: Draft, command: c.CompleteTask) -> None:
    """Take a task off because what was missing turned out needless; only its owner or the coordinator may say so."""
    task = draft.case.tasks.get(command.task)
    if task is None:
        draft.refuse("task-unknown", typed=command.task)
    elif draft.may((task.owner, "coordinator")):
        draft.emit(e.TaskDone(task=task.id, reason=command.reason), sealed=command.sealed)
