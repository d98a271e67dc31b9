"""Leading a case to a state by lawful steps: the shortest way through the definition, with the least records.

Nothing is ever set. Each move is asked of the engine as a scenario would ask it; what the engine says is missing is
supplied first, by somebody who may. A move that is refused all the same is left out, and another way is looked for.
"""

from __future__ import annotations

__all__ = ["lead", "open_service"]

from heapq import heappop, heappush

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.filling import fulfil
from pathway_engine.bdd.scene import Scene
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Decision, Refused
from pathway_engine.machine import Rule, in_force
from pathway_engine.text import Ref

Edge = tuple[str, str]


def lead(scene: Scene, state: str) -> None:
    """Bring the case to a state; a group means its first state.

    Raises:
        StepFailed: There is no way that the definition allows.
    """
    states = scene.desk.machine().main.states
    members = [key for key in states if key == state or key.startswith(f"{state}.")]
    wanted = next((key for key in members if key == state or states[key].initial), members[0] if members else state)
    barred: set[Edge] = set()
    last: Decision | None = None
    while scene.case.state != wanted:
        way = _way(scene, wanted, barred)
        if not way:
            expected("no-way", last.reasons if isinstance(last, Refused) else (), state=Ref("state", wanted))
        rule = way[0]
        last = _make(scene, rule)
        if not isinstance(last, Accepted):
            barred.add((str(rule.source), rule.name))


def _way(scene: Scene, wanted: str, barred: set[Edge]) -> list[Rule]:
    """Find the cheapest way: moves count most, then what each asks for; a fact only where it saves a move."""
    table, case = scene.desk.machine().main, scene.case
    queue: list[tuple[int, int, str]] = [(0, 0, case.state)]
    came: dict[str, tuple[str, Rule]] = {}
    costs = {case.state: 0}
    while queue:
        cost, _, at = heappop(queue)
        if at == wanted:
            break
        for number, rule in enumerate(table.rules_from(at)):
            if rule.stays or (at, rule.name) in barred or (rule.resumes and rule.resumes != case.held):
                continue
            if table.states[rule.target].kind == "hold" and rule.target != wanted:
                continue  # A break is no way anywhere.
            step = cost + 100 + 2 * len(rule.move.requires) + (5 if rule.move.fact else 0)
            if step < costs.get(rule.target, step + 1):
                costs[rule.target] = step
                came[rule.target] = (at, rule)
                heappush(queue, (step, number, rule.target))
    way: list[Rule] = []
    at = wanted
    while at in came and at != case.state:
        at, rule = came[at]
        way.insert(0, rule)
    return way


def _make(scene: Scene, rule: Rule) -> Decision:
    """Make one move, by the first role that may, after supplying what it asks for."""
    of, move = scene.pathway, rule.move
    reason = next(iter(of.catalogues[move.reasons].items), "") if move.reasons else ""
    for each in move.requires:
        fulfil(scene, each)
    decision: Decision | None = None
    for role in in_force(move.by, pending=scene.case.pending_on, today=scene.today) or ():
        command = c.Move(
            trigger=rule.trigger,
            reason=reason,
            agreed_by=frozenset(move.agreed_by),
            end_open="own_wish" if of.states[rule.target].kind == "final" else "",
            **scene.base(role),
        )
        decision = scene.quietly(command)
        if isinstance(decision, Accepted):
            return decision
    return decision if decision is not None else Refused(())


def open_service(scene: Scene, service: str) -> None:
    """Open a service as background, after supplying what it asks for."""
    declared = scene.pathway.services[service]
    for each in declared.requires:
        fulfil(scene, each)
    decision: Decision = Refused(())
    for role in declared.by:
        decision = scene.quietly(c.OpenService(service=service, **scene.base(role)))
        if isinstance(decision, Accepted):
            return
    expected("refused", decision.reasons if isinstance(decision, Refused) else ())
