"""Laws that hold for every case, whatever is asked of it, by whom and when."""

from collections import Counter
from datetime import datetime

from hypothesis import given

from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import loads_of
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.case.evolve import replay
from pathway_engine.testing.desk import START, Desk
from pathway_engine.testing.strategies import CASE, History, histories


@given(histories())
def test_every_command_is_answered(history: History) -> None:
    """Whatever is asked, by whomever, the answer is a decision and never an exception."""
    assert all(isinstance(asked.decision, Accepted | Refused) for asked in history.asked)
    assert all(asked.decision.reasons for asked in history.asked if isinstance(asked.decision, Refused))


@given(histories())
def test_a_case_is_the_fold_of_its_journal_at_every_moment(history: History) -> None:
    """After each command, and for each beginning of the journal, replay gives the case as it was then."""
    for asked in history.asked:
        if asked.after is not None:
            so_far = history.journal[: asked.after.version]
            assert replay(CASE, "register", so_far) == asked.after


@given(histories())
def test_a_refused_command_changes_nothing(history: History) -> None:
    """A refusal leaves the case as it was, and without the refused commands the journal is the same."""
    again = _desk_like(history)
    for asked in history.asked:
        if isinstance(asked.decision, Refused):
            assert asked.after == asked.before
        else:
            again.now = asked.now
            again.do(asked.command)

    assert tuple(again.journals[CASE]) == history.journal
    assert again.cases[CASE] == history.case


@given(histories())
def test_deciding_is_deterministic(history: History) -> None:
    """The same commands at the same times get the same answers, and each refusal is the same when asked twice."""
    again = _desk_like(history)
    for asked in history.asked:
        again.now = asked.now
        if isinstance(asked.decision, Refused):
            assert again.ask(asked.command) == asked.decision
        assert again.ask(asked.command) == asked.decision


@given(histories())
def test_exactly_one_organisation_coordinates_at_every_moment(history: History) -> None:
    """Read from the events alone, the coordination passes from one to the next without a gap, and the case agrees."""
    coordinating: list[str] = []
    for number, event in enumerate(history.journal, start=1):
        match event.body:
            case e.Opened(organisation=first):
                coordinating = [first]
            case e.CoordinationPassed(from_=giving, to=taking):
                assert coordinating == [giving]
                coordinating = [taking]
            case e.Reopened(organisation=taking):
                coordinating = [taking]
            case _:
                pass
        case = replay(CASE, "register", history.journal[:number])
        assert case is not None
        assert coordinating == [case.coordinator.organisation] != [""]


@given(histories())
def test_events_are_numbered_without_a_gap_and_time_never_runs_back(history: History) -> None:
    """The journal is numbered 1 to n, is recorded in order, and tells of nothing that had not happened yet."""
    numbers = [event.seq for event in history.journal]
    recorded = [event.recorded_at for event in history.journal]

    assert numbers == list(range(1, len(numbers) + 1))
    assert recorded == sorted(recorded)
    assert all(event.occurred_at <= event.recorded_at for event in history.journal)
    assert history.case.version == len(numbers)


@given(histories())
def test_a_deadline_is_never_told_early_and_told_once(history: History) -> None:
    """A miss is told at or after the due time, and only once until the time limit is armed or extended anew."""
    due: dict[str, datetime] = {}
    told: Counter[str] = Counter()
    for event in history.journal:
        match event.body:
            case e.DeadlineArmed(deadline=name, due_at=at) | e.DeadlineExtended(deadline=name, due_at=at):
                due[name], told[name] = at, 0
            case e.DeadlineMissed(deadline=name):
                told[name] += 1
                assert event.recorded_at >= due[name]
                assert told[name] == 1
            case e.DeadlineMet(deadline=name) | e.DeadlineDropped(deadline=name):
                del due[name]
            case _:
                pass

    assert due.keys() == history.case.deadlines.keys()


@given(histories())
def test_a_tick_tells_all_that_is_overdue_and_the_next_one_nothing(history: History) -> None:
    """After a tick every time limit that has passed is marked as missed; another tick finds nothing to tell."""
    desk = history.desk
    if not desk.cases[CASE].restricted:
        desk.tick()

        late = [each for each in desk.cases[CASE].deadlines.values() if each.due_at <= desk.now]
        assert all(each.missed for each in late)
        assert desk.tick() == ()


@given(histories())
def test_a_case_is_closed_in_a_final_state_and_nowhere_else(history: History) -> None:
    """Closed and final are the same thing; what is closed has no open service, handover or queue left."""
    for asked in history.asked:
        case = asked.after
        if case is not None:
            assert case.is_open == (history.machine.state(case.state).kind != "final")
            assert case.is_open or not (case.services or case.handovers or case.waiting)


@given(histories())
def test_there_is_one_handover_for_a_subject_at_a_time(history: History) -> None:
    """No two handovers of the case, or of one service, run side by side; none outlives its service."""
    for asked in history.asked:
        if asked.after is not None:
            subjects = [each.subject for each in asked.after.handovers.values()]
            assert len(set(subjects)) == len(subjects)
            tracks = {f"service:{name}" for name in asked.after.services}
            assert set(subjects) <= {"case", *tracks}


@given(histories())
def test_claims_add_up_to_the_cases_that_count(history: History) -> None:
    """The claims made along the way sum to what the case takes up of its workers now."""
    desk = history.desk
    standing = {key: count for key, count in desk.loads.items() if count}

    assert standing == dict.fromkeys(loads_of(history.machine, history.case), 1)


def _desk_like(history: History) -> Desk:
    return Desk(history.desk.pathway, now=START, predicates=history.desk.predicates)
