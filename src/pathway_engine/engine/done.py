"""What became of a command."""

from __future__ import annotations

__all__ = ["Done", "Outcome"]

from attrs import frozen

from pathway_engine.case.decision import Refused
from pathway_engine.case.events import Event
from pathway_engine.case.model import Case
from pathway_engine.requirements import Reason


@frozen
class Done:
    """The command has taken effect, durably.

    Args:
        case: The case as it is now.
        events: The events the command brought.
        warnings: What was not as agreed; nothing was blocked by it.
        repeated: True when the idempotency key was known: the events are those of the first time.
    """

    case: Case
    events: tuple[Event, ...]
    warnings: tuple[Reason, ...] = ()
    repeated: bool = False


Outcome = Done | Refused
