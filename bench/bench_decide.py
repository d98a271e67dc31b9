"""Deciding one move in memory, beside a stock `transitions` machine that makes the same move.

Both sides check a role and two conditions. Ours answers with events, with reasons and a new case; theirs with True.
Processor time is measured, in many short turns: whatever else the machine does weighs on both alike.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

import transitions

from pathway_engine import Actor, Move, NameWorker, Open, Record
from pathway_engine.case.decide import decide
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.definition import load_text
from pathway_engine.testing import Desk

ROUNDS, CALLS = 101, 100

PATHWAY = """
pathway: bench
version: "1"
title: {fi: Mittaus, sv: Mätning, en: Benchmark}
roles:
  worker: {fi: työntekijä, sv: arbetare, en: worker, relation: [anyone, coordinating]}
organisations:
  county: {fi: alue, sv: område, en: county}
records:
  plan: {fi: suunnitelma, sv: plan, en: plan, kind: plan, by: [worker],
         fields: {goal: {fi: tavoite, sv: mål, en: goal, type: text, required: true}}}
states:
  planning: {fi: suunnittelu, sv: planering, en: planning, initial: true, responsible: worker}
  services: {fi: palvelut, sv: tjänster, en: services, responsible: worker}
  done: {fi: valmis, sv: klar, en: done, kind: final}
transitions:
  approve: {fi: vahvista, sv: godkänn, en: approve, from: planning, to: services, by: [worker],
            requires: [{record: plan}, {role_named: worker}]}
  reject: {fi: palauta, sv: återsänd, en: send back, from: services, to: planning, by: [worker]}
  finish: {fi: päätä, sv: avsluta, en: finish, from: services, to: done, by: [worker]}
"""


class Model:
    """What a host hands to `transitions`: a state, and what the conditions look at."""

    state = "planning"
    plan = True
    worker = True

    def has_plan(self) -> bool:
        """Tell whether the plan is there."""
        return self.plan

    def has_worker(self) -> bool:
        """Tell whether a worker is named."""
        return self.worker


def run() -> Iterable[tuple[str, str, str]]:
    """Measure both in turn, and give the medians and their ratio."""
    ours, theirs = _ours(), _theirs()
    pairs = [(_timed(ours), _timed(theirs)) for _ in range(ROUNDS)]
    mine, stock = median(a for a, _ in pairs), median(b for _, b in pairs)
    yield "decide and evolve, role and two requirements", f"{mine:.1f} µs", ""
    yield "stock transitions, two conditions", f"{stock:.1f} µs", ""
    yield "ratio ours / stock", f"{mine / stock:.2f}", "design: <= 0.33"


def _timed(work: Callable[[], object]) -> float:
    started = process_time()
    for _ in range(CALLS):
        work()
    return (process_time() - started) / CALLS * 1e6


def _ours() -> Callable[[], object]:
    desk = Desk(load_text(PATHWAY))
    worker = Actor(subject="w", organisation="county", roles={"worker"})
    desk.do(Open(case="k", actor=worker))
    desk.do(NameWorker(case="k", actor=worker, role="worker", worker="w"))
    desk.do(Record(case="k", actor=worker, record="plan", fields={"goal": "work"}))
    machine, case, facts = desk.machine("k"), desk.cases["k"], desk.facts()
    taken = desk.take_in(Move(case="k", actor=worker, trigger="approve"))
    assert not isinstance(taken, Refused)
    now = datetime.now(UTC) + timedelta(days=1)
    assert isinstance(decide(machine, case, taken.command, facts, now), Accepted)
    return lambda: decide(machine, case, taken.command, facts, now)


def _theirs() -> Callable[[], object]:
    machine = transitions.Machine(
        model=None, states=["planning", "services"], initial="planning", auto_transitions=False
    )
    machine.add_transition("approve", "planning", "services", conditions=["has_plan", "has_worker"])
    event, model = machine.events["approve"], Model()

    def work() -> object:
        model.state = "planning"
        return event.trigger(model)

    assert work() is True
    return work
