"""What every command carries: who asks, when it happened, and the caller's key."""

from __future__ import annotations

__all__ = [
    "COMMANDS",
    "SYSTEM",
    "Actor",
    "Command",
    "Value",
    "set_of",
]

from collections.abc import Iterable
from datetime import date, datetime
from typing import ClassVar

from attrs import field, frozen

Value = str | int | bool | date | tuple[str, ...]

COMMANDS: dict[str, type[Command]] = {}


def set_of(names: Iterable[str]) -> frozenset[str]:
    """Make a set of names; one name may be given bare: `roles="client"` is one role, not six letters."""
    return frozenset({names} if isinstance(names, str) else names)


@frozen(kw_only=True)
class Actor:
    """Who asks, as the host has authenticated them; there is no current user anywhere in the library.

    Args:
        subject: The person: an identity code or another id of the host's; kept only as a keyed pseudonym. Empty for
            the system.
        organisation: Organisation the person acts in; empty for a client.
        roles: Roles the person holds there.
        purpose: Why: `service` unless the host says otherwise.
        acting_for: The person represented, when a guardian or representative acts.
        agent: Software that acts on the person's behalf.
    """

    subject: str = field(default="", repr=False)
    organisation: str = ""
    roles: frozenset[str] = field(factory=frozenset, converter=set_of)
    purpose: str = "service"
    acting_for: str = field(default="", repr=False)
    agent: str = ""


SYSTEM = Actor(roles={"system"}, purpose="deadline", agent="pathway-engine")
"""The engine's own actor: it tells that a deadline was missed, or that what was to be passed is held back."""


@frozen(kw_only=True)
class Command:
    """What is asked of a case.

    Args:
        case: Id of the case.
        actor: Who asks.
        at: When it happened, aware; now when left out. Never in the future (semantics §E2).
        key: The caller's idempotency key: the same key never takes effect twice (promise 2).
        note: Free text, sealed.
        sealed: Set by intake: names of the personal values that were taken off.
    """

    name: ClassVar[str] = ""
    case: str
    actor: Actor
    at: datetime | None = None
    key: str = ""
    note: str = field(default="", repr=False)
    sealed: tuple[str, ...] = ()

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Enter the class in the list of commands."""
        super().__init_subclass__(**kwargs)
        COMMANDS[cls.name] = cls
