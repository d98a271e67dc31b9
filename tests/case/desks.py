"""People and desks that the tests of this folder start from, on the sample `varied`."""

from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Accepted
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Pathway
from pathway_engine.testing import Desk, varied

CLIENT = c.Actor(subject="client", roles={"client"})
WORKER = c.Actor(subject="worker", organisation="north", roles={"worker"})
COACH = c.Actor(subject="coach", organisation="north", roles={"coach"})
EAST = c.Actor(subject="east coach", organisation="east", roles={"coach"})
SOUTH = c.Actor(subject="stranger", organisation="south", roles={"worker", "coach"})
K: dict[str, Any] = {"case": "k"}


def bodies(accepted: Accepted) -> list[e.Body]:
    """Give what happened."""
    return [event.body for event in accepted.events]


def types(accepted: Accepted) -> list[str]:
    """Give the types of what happened."""
    return [body.type for body in bodies(accepted)]


def case(desk: Desk) -> Case:
    """Give the desk's one case."""
    return desk.cases["k"]


def opened(pathway: Pathway | None = None, **more: Any) -> Desk:
    """Give a desk with a case at its first contact, in the north."""
    desk = Desk(pathway or varied())
    desk.do(c.Open(**K, actor=WORKER, client="client", **more))
    return desk


def assessed(pathway: Pathway | None = None, **more: Any) -> Desk:
    """Give a desk whose case is in assessment."""
    desk = opened(pathway, **more)
    desk.do(c.Record(**K, actor=WORKER, record="checklist", fields={"why": "…"}))
    desk.do(c.Move(**K, actor=WORKER, trigger="begin"))
    return desk


def planned(pathway: Pathway | None = None, **more: Any) -> Desk:
    """Give a desk whose case is in planning, with its worker named."""
    desk = assessed(pathway, **more)
    desk.do(c.NameWorker(**K, actor=WORKER, role="worker", worker="worker"))
    desk.do(c.Record(**K, actor=WORKER, record="assessment", fields={"goals": "…"}))
    desk.do(c.Move(**K, actor=WORKER, trigger="complete"))
    return desk


def coached(pathway: Pathway | None = None) -> Desk:
    """Give a desk whose client asked for coaching in the north and has a coach there."""
    desk = planned(pathway)
    desk.do(c.NameWorker(**K, actor=WORKER, role="coach", worker="coach"))
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))
    return desk


def referred(receiver: str = "east", pathway: Pathway | None = None) -> Desk:
    """Give a desk with a warm handover of the case proposed."""
    desk = planned(pathway)
    desk.do(c.Move(**K, actor=WORKER, trigger="refer", receiver=receiver))
    return desk


def accepted(receiver: str = "east", pathway: Pathway | None = None) -> Desk:
    """Give a desk with a warm handover that the client agreed to and the receiver accepted."""
    desk = referred(receiver, pathway)
    desk.do(c.AnswerHandover(**K, actor=CLIENT))
    desk.do(c.AcceptHandover(**K, actor=_coach_of(receiver)))
    return desk


def met(receiver: str = "east", pathway: Pathway | None = None) -> Desk:
    """Give a desk with a warm handover that only has to be received."""
    desk = accepted(receiver, pathway)
    desk.do(c.MeetHandover(**K, actor=_coach_of(receiver), present={"client", "worker", "coach"}))
    return desk


def _coach_of(organisation: str) -> c.Actor:
    return c.Actor(subject=f"{organisation} coach", organisation=organisation, roles={"coach"})
