"""What every command carries: who asks, when it happened, and the caller's key."""

from __future__ import annotations

__all__ = [
    "COMMANDS",
    "SYSTEM",
    "Actor",
    "Command",
    "Value",
    "set_of",
    "shown",
]

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import ClassVar

from attrs import field, frozen

Value = str | int | bool | date | tuple[str, ...]

COMMANDS: dict[str, type[Command]] = {}


_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:@+-]{0,63}")
_IDENTITY_CODE = re.compile(r"\d{6}[-+A-Ya-y]\d{3}[0-9A-Za-z]")


def shown(value: object) -> str:
    """Write an argument for `repr`, which hosts log: what is no name or code may be anything, and is not shown."""
    if isinstance(value, str):
        fits = not value or (_CODE.fullmatch(value) and not _IDENTITY_CODE.search(value))
        return repr(value) if fits else "…"
    if isinstance(value, tuple | frozenset):
        return f"{{{', '.join(map(shown, sorted(map(str, value))))}}}"
    return "{…}" if isinstance(value, Mapping) and value else repr(value)


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
    organisation: str = field(default="", repr=shown)
    roles: frozenset[str] = field(factory=frozenset, converter=set_of, repr=shown)
    purpose: str = field(default="service", repr=shown)
    acting_for: str = field(default="", repr=False)
    agent: str = field(default="", repr=shown)


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
    case: str = field(repr=shown)
    actor: Actor
    at: datetime | None = None
    key: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    sealed: tuple[str, ...] = ()

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Enter the class in the list of commands."""
        super().__init_subclass__(**kwargs)
        COMMANDS[cls.name] = cls
