"""Leading a case, or a service in it, to a state by lawful steps: the shortest way, with the least records.

Nothing is ever set. Each move is asked of the engine as a scenario would ask it; what the engine says is missing is
supplied first, by somebody who may. A move that is refused all the same is left out, and another way is looked for.
"""

from __future__ import annotations

__all__ = ["lead", "lead_service", "open_service"]

from heapq import heappop, heappush

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.filling import fulfil
from pathway_engine.bdd.scene import Scene
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Decision, Refused
from pathway_engine.machine import Rule, Table, in_force
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
        way = _way(scene.desk.machine().main, scene.case.state, wanted, barred, held=scene.case.held)
        if not way:
            expected("no-way", last.reasons if isinstance(last, Refused) else (), state=Ref("state", wanted))
        rule = way[0]
        last = _make(scene, rule)
        if not isinstance(last, Accepted):
            barred.add((str(rule.source), rule.name))


def lead_service(scene: Scene, kind: str, state: str) -> None:
    """Bring an open service to a state of its own.

    Args:
        scene: Where.
        kind: Kind of the service.
        state: Its state, by id.

    Raises:
        StepFailed: There is no way that the definition allows.
    """
    barred: set[Edge] = set()
    last: Decision | None = None
    while (track := next((each for each in scene.case.services.values() if each.kind == kind), None)) is not None:
        if track.state == state:
            return
        way = _way(scene.desk.machine().services[kind], track.state, state, barred)
        if not way:
            reasons = last.reasons if isinstance(last, Refused) else ()
            expected("no-way", reasons, state=Ref("state", f"{kind}.{state}"))
        last = _make(scene, way[0], track.id)
        if not isinstance(last, Accepted):
            barred.add((track.state, way[0].name))


def _way(table: Table, start: str, wanted: str, barred: set[Edge], *, held: str = "") -> list[Rule]:
    """Find the cheapest way: moves count most, then what each asks for; a fact only where it saves a move."""
    queue: list[tuple[int, int, str]] = [(0, 0, start)]
    came: dict[str, tuple[str, Rule]] = {}
    costs = {start: 0}
    while queue:
        cost, _, at = heappop(queue)
        if at == wanted:
            break
        for number, rule in enumerate(table.rules_from(at)):
            if rule.stays or (at, rule.name) in barred or (rule.resumes and rule.resumes != held):
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
    while at in came and at != start:
        at, rule = came[at]
        way.insert(0, rule)
    return way


def _make(scene: Scene, rule: Rule, service: str = "") -> Decision:
    """Make one move of the path, or of an open service, by the first role that may; what it asks for is supplied."""
    of, move = scene.pathway, rule.move
    reason = next(iter(of.catalogues[move.reasons].items), "") if move.reasons else ""
    for each in move.requires:
        fulfil(scene, each)
    decision: Decision | None = None
    for role in in_force(move.by, pending=scene.case.pending_on, today=scene.today) or ():
        act = {"trigger": rule.trigger, "reason": reason, "agreed_by": frozenset(move.agreed_by), **scene.base(role)}
        if service:
            decision = scene.quietly(c.MoveService(service=service, **act))
        else:
            end_open = "own_wish" if of.states[rule.target].kind == "final" else ""
            decision = scene.quietly(c.Move(end_open=end_open, **act))
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
