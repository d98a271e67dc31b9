"""What every event has: who, when, under which definition, and a body."""

from __future__ import annotations

__all__ = [
    "BODIES",
    "ActedBy",
    "Body",
    "Coded",
    "Event",
]

from datetime import datetime
from typing import ClassVar

from attrs import frozen

Coded = str | int | bool | tuple[str, ...]

BODIES: dict[tuple[str, int], type[Body]] = {}


@frozen(kw_only=True)
class Body:
    """What happened. Subclasses are listed in `BODIES` under their type and version."""

    type: ClassVar[str]
    version: ClassVar[int] = 1

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Enter the class in the catalogue."""
        super().__init_subclass__(**kwargs)
        BODIES[(cls.type, cls.version)] = cls


@frozen(kw_only=True)
class ActedBy:
    """Who did it, as the journal keeps it.

    Args:
        subject: Pseudonym of the person; empty for the system's own acts (deadlines).
        organisation: Id of the organisation the person acted in; empty for the client.
        role: The role in which the act was allowed.
        purpose: Purpose the host stated, such as `service` or `supervision`.
        acting_for: Pseudonym of the person represented (guardian, representative); empty otherwise.
        agent: Software that acted on the person's behalf; empty otherwise.
    """

    subject: str = ""
    organisation: str = ""
    role: str = ""
    purpose: str = "service"
    acting_for: str = ""
    agent: str = ""


@frozen(kw_only=True)
class Event:
    """One numbered fact in the journal of a case.

    Args:
        seq: 1, 2, 3 … without gap; the only order (semantics §E2).
        occurred_at: When it happened, as the person stated it; aware, UTC.
        recorded_at: The engine's clock; never decreases within a case; aware, UTC.
        actor: Who did it.
        digest: The definition it was decided under (64 hexadecimal digits).
        body: What happened.
        sealed: Names of the personal fields that belong to the event; their values are kept sealed.
    """

    seq: int
    occurred_at: datetime
    recorded_at: datetime
    actor: ActedBy
    digest: str
    body: Body
    sealed: tuple[str, ...] = ()
