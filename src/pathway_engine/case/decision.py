"""What deciding answers: accepted with events, or refused with everything that is missing."""

from __future__ import annotations

__all__ = ["Accepted", "Claim", "Decision", "Facts", "Refused", "Step"]

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from pathway_engine.case.events import Event
from pathway_engine.case.model import Case
from pathway_engine.case.retention import Kept
from pathway_engine.deadlines import FinnishCalendar, WorkCalendar
from pathway_engine.machine import Machine
from pathway_engine.requirements import Reason


@frozen
class Claim:
    """A claim on something cases share: one more, or one less, case of a worker (semantics §P2).

    The store applies it as a conditional update in the same transaction as the events; when the limit no longer
    allows it, nothing is written and the command is decided anew. `limit` is None when nothing blocks.
    """

    capacity: str
    worker: str
    change: int
    limit: int | None = None


@frozen
class Accepted:
    """The command takes effect: these events, in this order, and the case as it is after them.

    Args:
        case: The case after the events.
        events: The events, numbered on from the case's version.
        claims: Claims on shared limits, to be made in the same transaction.
        warnings: What was not as agreed; nothing was blocked by it.
    """

    case: Case
    events: tuple[Event, ...]
    claims: tuple[Claim, ...] = ()
    warnings: tuple[Reason, ...] = ()


@frozen
class Refused:
    """The step is not possible yet: all reasons at once. Nothing has changed (promise 5)."""

    reasons: tuple[Reason, ...]


Decision = Accepted | Refused


@frozen(kw_only=True)
class Facts:
    """What lies outside the case and was gathered for this one decision (semantics §P2).

    Args:
        register: Controller in whose register a case is opened.
        loads: (capacity, worker) -> how many cases count on the worker now, this one included if it does.
        predicates: Name -> predicate that the host registered.
        calendar: Which days are working days.
        target: The event that the command names by its number.
        machine: The compiled definition that a migration leads to.
        kept: Whether the law has the case kept, for an erasure.
    """

    register: str = ""
    loads: Mapping[tuple[str, str], int] = field(factory=dict)
    predicates: Mapping[str, Any] = field(factory=dict)
    calendar: WorkCalendar = field(factory=FinnishCalendar)
    target: Event | None = None
    machine: Machine | None = None
    kept: Kept | None = None


@frozen(kw_only=True)
class Step:
    """One move from here, as seen by one actor.

    Args:
        trigger: The move.
        name: Its entry in the definition.
        to: Flat state it leads to.
        service: Service it belongs to; empty for the main path.
        allowed: True when the actor may make it now.
        reasons: What is missing; for a fact, the tasks it would leave.
        by: Roles that may make it.
        fact: True when it is never refused.
        handover: True when it is made by a warm handover.
    """

    trigger: str
    name: str
    to: str
    service: str
    allowed: bool
    reasons: tuple[Reason, ...]
    by: tuple[str, ...]
    fact: bool
    handover: bool
