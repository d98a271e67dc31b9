"""Facts are never refused: what they lack becomes tasks, and a task ends when it is supplied (semantics §M4)."""

from collections.abc import Iterator
from datetime import timedelta

from hypothesis import given

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.case.model import Case
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.demands import AllOf, AnyOf, CapacityRequirement, Not, Requirement
from pathway_engine.definition.model import Transition
from pathway_engine.requirements import Situation, missing
from pathway_engine.testing import Desk, varied
from pathway_engine.testing.strategies import Asked, History, histories

CLIENT = c.Actor(subject="client", roles={"client"})
COACH = c.Actor(subject="coach", organisation="north", roles={"coach"})
WORKER = c.Actor(subject="worker", organisation="north", roles={"worker"})


@given(histories())
def test_a_fact_is_never_refused_for_what_it_lacks(history: History) -> None:
    """When a fact is refused it is for who asks or when, never for a requirement, an agreement or a limit."""
    for asked in history.asked:
        move = _move(history, asked)
        if move is not None and move.fact and isinstance(asked.decision, Refused):
            assert {reason.requirement for reason in asked.decision.reasons} == {""}


@given(histories())
def test_only_facts_leave_tasks(history: History) -> None:
    """Tasks come from moves that are facts, and each has an owner and a time limit of its own."""
    for asked in history.asked:
        made = [event.body for event in _events(asked) if isinstance(event.body, e.TaskSet)]
        move = _move(history, asked)
        assert not made or (move is not None and move.fact)
        for task in made:
            assert task.owner
            assert any(getattr(event.body, "deadline", "") == f"task:{task.task}" for event in _events(asked))


@given(histories())
def test_a_task_ends_with_the_command_that_supplies_what_was_missing(history: History) -> None:
    """No task stays open whose requirement was met after somebody's command."""
    for asked in history.asked:
        if isinstance(asked.decision, Accepted) and asked.before is not None:
            case = asked.decision.case
            for task_id in set(case.tasks) & set(asked.before.tasks):
                requirement = _asked_by(history, case, task_id)
                assert requirement is None or missing(requirement, _situation(history, case, asked))


def _events(asked: Asked) -> tuple[e.Event, ...]:
    return asked.decision.events if isinstance(asked.decision, Accepted) else ()


def _move(history: History, asked: Asked) -> Transition | None:
    command, case = asked.command, asked.before
    if case is None:
        return None
    if isinstance(command, c.Move):
        rule = history.machine.main.find(command.trigger, case.state, case.held)
        return rule.move if rule else None
    if isinstance(command, c.MoveService) and command.service in case.services:
        track = case.services[command.service]
        rule = history.machine.services[track.kind].find(command.trigger, track.state)
        return rule.move if rule else None
    return None


def _asked_by(history: History, case: Case, task_id: str) -> Requirement | None:
    task = case.tasks[task_id]
    service, _, inner = task.trigger.partition(".")
    pathway = history.machine.pathway
    moves = pathway.services[service].transitions if inner else pathway.transitions
    found = next((each for each in moves[inner or service].requires if each.id == task.requirement), None)
    # A worker's room depends on other cases, which a situation made here does not know.
    return None if found is None or any(isinstance(each, CapacityRequirement) for each in _inside(found)) else found


def _inside(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    if requirement.when is not None:
        yield from _inside(requirement.when)
    match requirement:
        case AllOf(all=inner) | AnyOf(any=inner):
            for each in inner:
                yield from _inside(each)
        case Not(not_=each):
            yield from _inside(each)
        case _:
            pass


def _situation(history: History, case: Case, asked: Asked) -> Situation:
    predicates = history.desk.predicates
    return Situation(pathway=history.machine.pathway, case=case, today=helsinki_date(asked.now), predicates=predicates)


def at_planning() -> Desk:
    """Give a desk with a case in planning, whose worker is named."""
    desk = Desk(varied())
    desk.do(c.Open(case="k", actor=WORKER, client="client"))
    desk.do(c.Record(case="k", actor=WORKER, record="checklist", fields={"why": "…"}))
    desk.do(c.Move(case="k", actor=WORKER, trigger="begin"))
    desk.do(c.NameWorker(case="k", actor=WORKER, role="worker", worker="worker"))
    desk.do(c.Record(case="k", actor=WORKER, record="assessment", fields={"goals": "…"}))
    desk.do(c.Move(case="k", actor=WORKER, trigger="complete"))
    return desk


def test_a_job_that_starts_without_its_form_leaves_two_tasks_which_end_one_by_one() -> None:
    """The form and the coach are missing: two tasks; the form comes, then the coach is named, and nothing is left."""
    desk = at_planning()
    desk.do(c.Move(case="k", actor=CLIENT, trigger="start_job"))
    assert {task.requirement: task.owner for task in desk.cases["k"].tasks.values()} == {
        "record:job_start": "coach",
        "role_named:coach": "coordinator",
    }

    desk.do(c.Record(case="k", actor=CLIENT, record="job_start", fields={"started_on": "3.3.2025"}))
    assert [task.requirement for task in desk.cases["k"].tasks.values()] == ["role_named:coach"]
    desk.do(c.NameWorker(case="k", actor=WORKER, role="coach", worker="coach"))

    assert desk.cases["k"].tasks == {}
    assert not any(key.startswith("task:") for key in desk.cases["k"].deadlines)


def test_a_fact_without_its_reason_asks_for_the_reason_later() -> None:
    """A job that ended without a word about why leaves the task of telling why, which is taken off by hand."""
    desk = at_planning()
    desk.do(c.Move(case="k", actor=CLIENT, trigger="start_job"))
    desk.do(c.Move(case="k", actor=CLIENT, trigger="end_job"))
    task = next(task for task in desk.cases["k"].tasks.values() if task.requirement == "reason")

    desk.do(c.CompleteTask(case="k", actor=CLIENT, task=task.id, reason="own_wish"))

    assert task.id not in desk.cases["k"].tasks


def test_a_fact_of_a_service_leaves_its_tasks_and_raises_its_flags() -> None:
    """A change of place without a new agreement leaves a task, which the next agreement ends."""
    desk = at_planning()
    desk.do(c.OpenService(case="k", actor=WORKER, service="activity"))
    desk.do(c.MoveService(case="k", actor=WORKER, service="activity", trigger="begin_activity"))

    desk.do(c.MoveService(case="k", actor=CLIENT, service="activity", trigger="change_place"))

    assert desk.cases["k"].flags == ("moved_place",)
    assert [task.trigger for task in desk.cases["k"].tasks.values()] == ["activity.change_place"]
    desk.do(c.Record(case="k", actor=WORKER, record="agreement"))
    assert desk.cases["k"].tasks == {}


def test_a_fact_overtakes_a_handover_that_waits() -> None:
    """A job starts while a handover is under way: the handover is cancelled, visibly, and the job counts."""
    desk = at_planning()
    desk.do(c.Move(case="k", actor=WORKER, trigger="refer", receiver="east"))

    done = desk.do(c.Move(case="k", actor=CLIENT, trigger="start_job"))

    cancelled = [event.body for event in done.events if isinstance(event.body, e.HandoverCancelled)]
    assert [each.reason for each in cancelled] == ["overtaken_by_fact"]
    assert desk.cases["k"].handovers == {}


def test_a_fact_that_is_told_late_keeps_its_own_day() -> None:
    """A job that had started before the last move is taken in with its true day; the next move may not run back."""
    desk = at_planning()
    started = desk.now
    desk.wait(timedelta(days=10))
    desk.do(c.Move(case="k", actor=WORKER, trigger="pause", reason="own_wish"))
    paused = desk.now
    desk.wait(timedelta(days=1))

    done = desk.do(c.Move(case="k", actor=CLIENT, trigger="start_job", at=started))

    moved = next(event for event in done.events if isinstance(event.body, e.Moved))
    assert moved.occurred_at == started
    assert desk.cases["k"].entered_on == helsinki_date(started)
    assert desk.cases["k"].last_moved_at == paused
    early = desk.refuse(c.Move(case="k", actor=WORKER, trigger="close", reason="own_wish", at=started))
    assert "before-last-move" in {reason.message.code for reason in early.reasons}
