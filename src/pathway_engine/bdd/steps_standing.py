"""Sentences about how a case stands: who answers for it, what is left to do, which marks it bears, what is over."""

from __future__ import annotations

__all__ = ["STEPS", "task_names"]

from collections.abc import Callable, Iterator, Mapping

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.filling import fulfil
from pathway_engine.bdd.reasons import called, is_task_name
from pathway_engine.bdd.scene import Scene
from pathway_engine.bdd.steps_moves import service_state
from pathway_engine.bdd.steps_outcome import running, written
from pathway_engine.case import events as e
from pathway_engine.case.model import Task
from pathway_engine.definition import demands as d
from pathway_engine.definition.labels import likened
from pathway_engine.requirements import Situation, missing, records_of
from pathway_engine.text import LANGUAGES, Ref, text_of

# ── responsibility ─────────────────────────────────────────────────────────────────────────────────────────────────


def answers(scene: Scene, role: str) -> None:
    """R4: who answers for the client in the state the case is in, as the rules of the day have it."""
    _is_responsible(scene, role, scene.responsible(), Ref("state", scene.case.state))


def answers_in_service(scene: Scene, role: str, service: str) -> None:
    """R5: who answers for the state that an open service is in."""
    track = scene.track(service)
    _is_responsible(scene, role, scene.responsible(track), Ref("state", f"{track.kind}.{track.state}"))


def _is_responsible(scene: Scene, typed: str, found: str, state: Ref) -> None:
    wanted = scene.find("role", typed)
    if found != wanted:
        expected("responsible", wanted=Ref("role", wanted), found=Ref("role", found) if found else "–", state=state)


# ── tasks ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def remains(scene: Scene, task: str) -> None:
    """W1: a fact left this to be done; it is named as a reason of a refusal is."""
    _task(scene, task)


def remains_for(scene: Scene, role: str, task: str) -> None:
    """W3: a fact left this to be done, and this role sees to it."""
    wanted, owners = scene.find("role", role), [each.owner for each in _task(scene, task)]
    if wanted not in owners:
        found = tuple(Ref("role", each) for each in dict.fromkeys(owners))
        expected("task-of", task=task, wanted=Ref("role", wanted), found=found)


def nothing_remains(scene: Scene) -> None:
    """W2: no task is open."""
    if scene.case.tasks:
        expected("tasks-left", found=_shown(scene))


def remains_not(scene: Scene, task: str) -> None:
    """W4: no task of that name is open; the name has to be one that a task may have."""
    if not is_task_name(scene.labels, task):
        scene.unknown("record", task)
    if any(likened(task) in task_names(scene, each) for each in scene.case.tasks.values()):
        expected("tasks-left", found=_shown(scene))


def _task(scene: Scene, typed: str) -> list[Task]:
    """Give the open tasks of that name; fails when there is none."""
    found = [each for each in scene.case.tasks.values() if likened(typed) in task_names(scene, each)]
    if not found:
        expected("task", wanted=typed, found=_shown(scene))
    return found


def task_names(scene: Scene, task: Task) -> set[str]:
    """Give every name of a task, ready to be compared: of what is missing, or whose agreement is."""
    return {likened(each) for each in _names(scene, task)}


def _names(scene: Scene, task: Task) -> Iterator[str]:
    """Give the names of a task; the first that are given are those of what was to be recorded."""
    asked = _asked(scene, task)
    if asked is None:
        code, _, role = task.requirement.partition(":")
        for language in LANGUAGES:
            yield scene.labels.label("role", role, language) if role else text_of(f"word-{code}", language)
        return
    for record in records_of(asked):
        yield from (scene.labels.label("record", record, language) for language in LANGUAGES)
        yield record
    view = Situation(pathway=scene.pathway, case=scene.case, today=scene.today, predicates=scene.desk.predicates)
    for reason in missing(asked, view):
        yield from called(scene, reason)


def _asked(scene: Scene, task: Task) -> d.Requirement | None:
    """Give the requirement that a task is about; None for an agreement or a reason."""
    service, _, inner = task.trigger.partition(".")
    move = scene.pathway.transitions.get(task.trigger)
    if move is None and service in scene.pathway.services:
        move = scene.pathway.services[service].transitions.get(inner)
    return next((each for each in move.requires if each.id == task.requirement), None) if move else None


def _shown(scene: Scene) -> str:
    """Write the open tasks, each by its first name in the feature's language."""
    at = LANGUAGES.index(scene.language)
    names = [list(_names(scene, each)) for each in scene.case.tasks.values()]
    return ", ".join(f"”{each[min(at, len(each) - 1)]}”" for each in names if each) or "–"


# ── marks ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def marked(scene: Scene, flag: str) -> None:
    """F1: a flag is up; as a background a move from here raises it, where there is one."""
    key = scene.find("flag", flag)
    if scene.mode == "given":
        fulfil(scene, d.FlagRequirement(flag=key))
    if key not in scene.case.flags:
        expected("flag-down", flag=Ref("flag", key))


def not_marked(scene: Scene, flag: str) -> None:
    """F2: a flag is down."""
    key = scene.find("flag", flag)
    if key in scene.case.flags:
        expected("flag-up", flag=Ref("flag", key))


# ── what is over ───────────────────────────────────────────────────────────────────────────────────────────────────


def is_over(scene: Scene, service: str) -> None:
    """P9: as a background the service is opened and led to its end; otherwise it was opened, and is not open now."""
    kind = scene.find("service", service)
    ends = [key for key, state in scene.pathway.services[kind].states.items() if state.kind == "final"]
    if scene.mode == "given" and ends:
        service_state(scene, kind, ends[0])
    if any(track.kind == kind for track in scene.case.services.values()):
        expected("service-open", service=Ref("service", kind))
    if not any(isinstance(each.body, e.ServiceOpened) and each.body.kind == kind for each in scene.journal):
        expected("service-never-open", service=Ref("service", kind))


def runs_not(scene: Scene, deadline: str) -> None:
    """D6: no time limit of that name is open: it was met, dropped, or never set. A missed one is still open."""
    found = running(scene, deadline)
    if found:
        expected("deadline-runs", deadline=deadline, found=", ".join(written(each.due_on) for each in found))


STEPS: Mapping[str, Callable[..., None]] = {
    "R4": answers,
    "R5": answers_in_service,
    "W1": remains,
    "W2": nothing_remains,
    "W3": remains_for,
    "W4": remains_not,
    "F1": marked,
    "F2": not_marked,
    "P9": is_over,
    "D6": runs_not,
}
