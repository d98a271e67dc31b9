"""Hypothesis strategies: definitions, what people ask of a case, and whole histories.

    from hypothesis import given
    from pathway_engine.testing.strategies import histories

    @given(histories())
    def test_something_that_always_holds(history): ...

Every strategy gives plausible and implausible things side by side: a rule that only holds for well-behaved callers
is no rule.
"""

from __future__ import annotations

__all__ = ["Asked", "History", "actors", "commands", "histories", "pathways"]

from datetime import date, datetime, timedelta
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Decision
from pathway_engine.case.events import Event
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Pathway
from pathway_engine.machine import Machine
from pathway_engine.testing.asking import make_actor, make_command
from pathway_engine.testing.choosing import Chooser
from pathway_engine.testing.definitions import make_pathway
from pathway_engine.testing.desk import START, Desk

CASE = "k1"
_WAITS = (timedelta(minutes=5), timedelta(days=1), timedelta(days=20), timedelta(days=120))
_SHIFTS = (timedelta(hours=-1), timedelta(days=-3), timedelta(days=1))


@frozen
class Asked:
    """One command of a history.

    Args:
        now: The desk's clock.
        before: The case as it was; None when the command was to open it.
        command: What was asked.
        decision: What the desk answered.
        after: The case as it is then.
    """

    now: datetime
    before: Case | None
    command: c.Command
    decision: Decision
    after: Case | None


@frozen
class History:
    """A case from its opening on: everything that was asked, and the desk it was asked at."""

    desk: Desk
    asked: tuple[Asked, ...]

    @property
    def machine(self) -> Machine:
        """The compiled definition."""
        return self.desk.machine(CASE)

    @property
    def journal(self) -> tuple[Event, ...]:
        """Everything that happened, in order."""
        return tuple(self.desk.journals.get(CASE, ()))

    @property
    def case(self) -> Case:
        """The case as it is at the end."""
        return self.desk.cases[CASE]


def _chooser(draw: st.DrawFn) -> Chooser:
    return Chooser(lambda count: draw(st.integers(0, count - 1)))


@st.composite
def pathways(draw: st.DrawFn) -> Pathway:
    """Give definitions that are sound enough to compile, with everything the language has."""
    return make_pathway(_chooser(draw))


@st.composite
def actors(draw: st.DrawFn, machine: Machine, case: Case) -> c.Actor:
    """Give people who may have to do with the case, and people who have not."""
    return make_actor(_chooser(draw), machine, case)


@st.composite
def commands(draw: st.DrawFn, machine: Machine, case: Case) -> c.Command:
    """Give commands for a case as a host would send them: likely ones, and unlikely ones by unlikely people."""
    return make_command(_chooser(draw), machine, case)


@st.composite
def histories(
    draw: st.DrawFn, definitions: st.SearchStrategy[Pathway] | None = None, least: int = 8, most: int = 24
) -> History:
    """Give a case under some definition with `least` to `most` commands put to it, while days go by.

    The definition asks for a predicate called `sure`, which is registered in one history of two.
    """
    pathway = draw(pathways() if definitions is None else definitions)
    choose = _chooser(draw)
    desk = Desk(pathway, now=START, predicates={"sure": _sure} if choose.once_in(2) else {})
    asked = [_put(desk, _opening(choose))]
    for _ in range(choose.between(least, most)):
        desk.wait(choose.one(_WAITS))
        command = make_command(choose, desk.machine(CASE), desk.cases[CASE])
        if choose.once_in(8):
            command = evolve(command, at=desk.now + choose.one(_SHIFTS))
        asked.append(_put(desk, command))
    return History(desk, tuple(asked))


def _sure(inputs: Any) -> bool:
    return bool(inputs["state"] != "second")


def _opening(choose: Chooser) -> c.Open:
    actor = c.Actor(subject="aino", organisation="north", roles={"own_worker"})
    pending = choose.one([None, date(2024, 12, 2), date(2025, 3, 3)])
    return c.Open(case=CASE, actor=actor, client=choose.one(["client", "client", "client", ""]), pending_on=pending)


def _put(desk: Desk, command: c.Command) -> Asked:
    before, now = desk.cases.get(CASE), desk.now
    decision = desk.ask(command)
    return Asked(now, before, command, decision, desk.cases.get(CASE))
