"""What `steps` says is possible is what `decide` accepts, and asking changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Step
from pathway_engine.definition.model import Transition
from pathway_engine.testing.strategies import CASE, History, actors, histories

REASON = "own_wish"


@given(histories(), st.data())
def test_a_step_is_accepted_exactly_when_it_was_listed_as_allowed(history: History, data: st.DataObject) -> None:
    """Each listed step, made with nothing but its own arguments, is accepted if it was allowed and refused if not."""
    desk = history.desk
    before, journal, loads = desk.cases[CASE], history.journal, desk.loads.copy()
    actor = data.draw(actors(history.machine, before))

    listed = desk.steps(CASE, actor)

    assert desk.cases[CASE] is before
    assert history.journal == journal
    for step in listed:
        accepted = isinstance(desk.ask(_made(history, step, actor)), Accepted)
        desk.cases[CASE], desk.journals[CASE] = before, list(journal)
        desk.loads = loads.copy()
        assert accepted == step.allowed, step


def _made(history: History, step: Step, actor: c.Actor) -> c.Command:
    pathway = history.machine.pathway
    if step.service:
        move = pathway.services[history.case.services[step.service].kind].transitions[step.name]
        return c.MoveService(
            case=CASE,
            actor=actor,
            service=step.service,
            trigger=step.trigger,
            agreed_by=frozenset(move.agreed_by),
            reason=REASON if move.reasons else "",
        )
    move = pathway.transitions[step.name]
    return c.Move(
        case=CASE,
        actor=actor,
        trigger=step.trigger,
        agreed_by=frozenset(move.agreed_by),
        reason=REASON if move.reasons else "",
        receiver=_receiver(move),
    )


def _receiver(move: Transition) -> str:
    if move.handover is None or move.handover.when != "always":
        return ""
    return {"office": "east", "north": "north", "": "south"}[move.handover.organisation]
