"""Parallel services do not touch one another: in whatever order they move, the case ends the same.

Two cases are the same here when all that they hold is equal but for the numbers of events, and for what is named by
such a number. Nothing else is left out: times, dates, states, deadlines and records all count.
"""

from datetime import timedelta
from typing import Any

from attrs import asdict, evolve
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Pathway, Service, Transition
from pathway_engine.testing import Desk, varied
from pathway_engine.testing.strategies import CASE, pathways

NUMBERS = {"seq", "version", "entered_seq"}
COACH = c.Actor(subject="aino", organisation="north", roles={"coach", "own_worker"})


def told_apart(case: Case) -> Any:
    """Give the case without the numbers of its events."""
    return _without_numbers(asdict(case))


def _without_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_numbers(each) for key, each in value.items() if key not in NUMBERS}
    return value


def independent(pathway: Pathway) -> Pathway:
    """Give two services whose moves ask for nothing and leave nothing that the other could see."""

    def move(key: str, of: Transition) -> Transition:
        plain = Transition(title=of.title, from_=of.from_, to=of.to, by=("coach",))
        return evolve(plain, reasons=of.reasons) if key == "stop" else plain

    def service(of: Service) -> Service:
        moves = {key: move(key, each) for key, each in of.transitions.items()}
        return evolve(of, by=("coach",), requires=(), transitions=moves)

    first = next(iter(pathway.services.values()))
    both = {"activity": service(first), "advice": service(pathway.services.get("advice", first))}
    return evolve(pathway, services=both, deadlines={})


@given(
    pathways().filter(lambda each: bool(each.services)).map(independent),
    st.lists(st.sampled_from(["start", "stay", "stop"]), min_size=1, max_size=5),
    st.lists(st.sampled_from(["start", "stay", "stop"]), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_services_may_move_in_any_order(pathway: Pathway, one: list[str], other: list[str], random: Any) -> None:
    """First all moves of one service and then of the other, or shuffled together: the case is the same."""
    in_turn = [("activity", each) for each in one] + [("advice", each) for each in other]
    mixed = _shuffled(one, other, random)

    assert told_apart(_after(pathway, in_turn)) == told_apart(_after(pathway, mixed))


def test_services_of_the_sample_may_move_in_any_order() -> None:
    """Activity and day activity begin and end side by side; which one moved first cannot be seen afterwards."""
    pathway = evolve(varied(), services={key: evolve(each, requires=()) for key, each in varied().services.items()})
    moves = [("activity", "begin_activity"), ("day_activity", "begin_activity"), ("activity", "end_activity")]

    cases = [_after(pathway, order) for order in (moves, [moves[1], *moves[::2]], [moves[0], moves[2], moves[1]])]

    assert told_apart(cases[0]) == told_apart(cases[1]) == told_apart(cases[2])
    assert [track.kind for track in cases[0].services.values()] == ["day_activity"]


def _shuffled(one: list[str], other: list[str], random: Any) -> list[tuple[str, str]]:
    """Give both lists in one, each in its own order."""
    sides = ["activity"] * len(one) + ["advice"] * len(other)
    random.shuffle(sides)
    rest = {"activity": iter(one), "advice": iter(other)}
    return [(side, next(rest[side])) for side in sides]


def _after(pathway: Pathway, moves: list[tuple[str, str]]) -> Case:
    """Open both services, make the moves at one time of the clock, and give the case."""
    desk = Desk(pathway)
    actor = evolve(COACH, roles=frozenset({"coach", "own_worker", "worker", "client"} & set(pathway.roles)))
    desk.do(c.Open(case=CASE, actor=evolve(actor, roles=frozenset(actor.roles - {"client"})), client="client"))
    for kind in pathway.services:
        desk.do(c.OpenService(case=CASE, actor=actor, service=kind))
    desk.wait(timedelta(days=3))
    for kind, trigger in moves:
        desk.ask(c.MoveService(case=CASE, actor=actor, service=kind, trigger=trigger, reason="own_wish"))
    return desk.cases[CASE]
