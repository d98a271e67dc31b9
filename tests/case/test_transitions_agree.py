"""`decide` and stock `transitions` agree: the same triggers are accepted, and lead to the same states (semantics §O4).

The stock machine is built here, straight from the definition, by its own few lines: nothing of our compiler is in it.
Requirements are its conditions. What `transitions` has no word for (authority, handovers, going back to where one was)
is left out of the definitions it is compared over.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import transitions
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import PREVIOUS, Pathway, Transition
from pathway_engine.requirements import Room, Situation, missing
from pathway_engine.testing import Desk
from pathway_engine.testing.strategies import CASE, commands, pathways

WORKER = c.Actor(subject="aino", organisation="north", roles={"own_worker"})


class Model:
    """A stock model: it holds the state, and looks at the desk's case for what a move requires."""

    state: str

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def meets(self, move: Transition) -> bool:
        """Tell whether everything the move requires is met now."""
        case = self.desk.cases[CASE]
        situation = Situation(
            pathway=self.desk.pathway,
            case=case,
            today=helsinki_date(self.desk.now),
            rooms=dict.fromkeys(self.desk.pathway.capacities, Room()),  # a desk with one case: every worker has room
            predicates=self.desk.predicates,
        )
        return move.fact or not any(missing(each, situation) for each in move.requires)


def comparable(pathway: Pathway) -> Pathway:
    """Leave out what stock `transitions` has no word for, and let one worker make every move."""
    moves = {
        key: evolve(move, by=("own_worker",), agreed_by=(), reasons="", handover=None)
        for key, move in pathway.transitions.items()
        if move.to != PREVIOUS
    }
    return evolve(pathway, transitions=moves)


def members(pathway: Pathway, name: str) -> list[str]:
    """Give the flat states that a name means."""
    if name == "any":
        return [key for key, state in pathway.states.items() if state.kind != "final"]
    return [key for key in pathway.states if key == name or key.startswith(f"{name}.")]


def rows(pathway: Pathway) -> Iterator[tuple[str, str, str | None, Transition]]:
    """Give the table's rows, one for a trigger and a state: exact states stand before groups, groups before `any`."""
    best: dict[tuple[str, str], tuple[int, str, Transition]] = {}
    for key, move in pathway.transitions.items():
        for name in move.from_:
            exactness = 2 if name in pathway.states else 0 if name == "any" else 1
            for state in members(pathway, name):
                place = (move.trigger or key, state)
                if place not in best or exactness > best[place][0]:
                    best[place] = (exactness, key, move)
    for (trigger, state), (_, _, move) in best.items():
        ends = members(pathway, move.to) if move.to else []
        first = next((key for key in ends if pathway.states[key].initial), ends[0] if ends else None)
        yield trigger, state, first, move


def stock(pathway: Pathway, model: Model) -> Any:
    """Build the stock machine around the model."""
    machine = transitions.Machine(model, states=list(pathway.states), initial="first", auto_transitions=False)
    for trigger, source, dest, move in rows(pathway):
        machine.add_transition(trigger, source, dest, conditions=[lambda move=move: model.meets(move)])
    return machine


@given(pathways().map(comparable), st.data())
def test_stock_transitions_and_decide_agree(pathway: Pathway, data: st.DataObject) -> None:
    """Over random definitions and walks, a trigger is accepted by both or by neither, and both end in one state."""
    desk = Desk(pathway, predicates={"sure": lambda inputs: inputs["state"] != "second"})
    desk.do(c.Open(case=CASE, actor=WORKER, client="client"))
    model = Model(desk)
    triggers = sorted(stock(pathway, model).events)

    for _ in range(data.draw(st.integers(4, 12))):
        desk.wait(timedelta(days=1))
        beside = data.draw(commands(desk.machine(CASE), desk.cases[CASE]))
        if isinstance(beside, c.Record | c.NameWorker | c.GivePermit):
            desk.ask(evolve(beside, at=None))
        trigger = data.draw(st.sampled_from(triggers))

        try:
            moved = model.trigger(trigger)  # type: ignore[attr-defined]
        except transitions.MachineError:
            moved = False
        decision = desk.ask(c.Move(case=CASE, actor=WORKER, trigger=trigger, end_open="other"))

        assert isinstance(decision, Accepted) == moved
        assert desk.cases[CASE].state == model.state
