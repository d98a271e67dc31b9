"""Commands that open a case, move it, and put its services in order."""

from __future__ import annotations

__all__ = [
    "EndService",
    "JoinQueue",
    "LeaveQueue",
    "Migrate",
    "Move",
    "MoveService",
    "Open",
    "OpenService",
]

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from pathway_engine.case.commands.base import Command, set_of, shown


@frozen(kw_only=True)
class Open(Command):
    """Open a case: the first contact (R002).

    Args:
        pathway: Name of the pathway; the engine's only one when left out.
        client: Identity code or another id of the client; kept only as a keyed pseudonym. Empty when the client is
            not identified.
        pending_on: The day the matter became pending; today when left out.
        organisation: The organisation that coordinates from the start; the actor's when left out.
        worker: The worker who answers there.
        place: Place of recognition, such as a school (R016).
        continues: Id of an erased or earlier case of the same client.
    """

    name = "open"
    pathway: str = field(default="", repr=shown)
    client: str = field(default="", repr=False)
    pending_on: date | None = None
    organisation: str = field(default="", repr=shown)
    worker: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    continues: str = field(default="", repr=shown)


@frozen(kw_only=True)
class Move(Command):
    """Make a move of the pathway; with a handover it is proposed, and happens when the receiver takes the client.

    Args:
        trigger: The move.
        reason: A reason of the move's catalogue; for closing, the outcome.
        agreed_by: Roles whose agreement this act records.
        receiver: Receiving organisation, for a move with a handover.
        receiver_worker: Worker who will receive.
        end_open: Reason for ending what is still open, when closing (§M6).
    """

    name = "move"
    trigger: str = field(repr=shown)
    reason: str = field(default="", repr=False)
    agreed_by: frozenset[str] = field(factory=frozenset, converter=set_of, repr=shown)
    receiver: str = field(default="", repr=shown)
    receiver_worker: str = field(default="", repr=False)
    end_open: str = field(default="", repr=False)


@frozen(kw_only=True)
class OpenService(Command):
    """Open a parallel service.

    Args:
        service: The service.
        organiser: Organisation that organises it; the actor's when left out.
        provider: Organisation that provides it; the organiser when left out.
    """

    name = "open_service"
    service: str = field(repr=shown)
    organiser: str = field(default="", repr=shown)
    provider: str = field(default="", repr=shown)


@frozen(kw_only=True)
class MoveService(Command):
    """Make a move in a service."""

    name = "move_service"
    service: str = field(repr=shown)
    trigger: str = field(repr=shown)
    reason: str = field(default="", repr=False)
    agreed_by: frozenset[str] = field(factory=frozenset, converter=set_of, repr=shown)


@frozen(kw_only=True)
class EndService(Command):
    """End a service outright, with a reason; the client's other services go on."""

    name = "end_service"
    service: str = field(repr=shown)
    reason: str = field(repr=False)


@frozen(kw_only=True)
class JoinQueue(Command):
    """The client waits for a service or a move; a queue is never a rejection."""

    name = "join_queue"
    queue: str = field(repr=shown)
    expected_on: date | None = None


@frozen(kw_only=True)
class LeaveQueue(Command):
    """The client waits no more."""

    name = "leave_queue"
    queue: str = field(repr=shown)
    reason: str = field(default="", repr=False)


@frozen(kw_only=True)
class Migrate(Command):
    """Move the case to another version of its definition.

    Args:
        to_digest: Digest of the new definition; it must be given to `decide` among the facts.
        from_digest: Digest of the definition it is to leave: refused when it runs under another. Any, when left out.
        states: Old flat state -> new one, where the id changed.
        services: Old service state `service.state` -> new state.
    """

    name = "migrate"
    to_digest: str = field(repr=shown)
    from_digest: str = field(default="", repr=shown)
    states: Mapping[str, str] = field(factory=dict, repr=shown)
    services: Mapping[str, str] = field(factory=dict, repr=shown)
