"""Events of parallel services and of waiting for them."""

from __future__ import annotations

__all__ = [
    "ServiceEnded",
    "ServiceMoved",
    "ServiceOpened",
    "ServicePassed",
    "WaitingEnded",
    "WaitingStarted",
]

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from pathway_engine.case.events.base import Body


@frozen(kw_only=True)
class ServiceOpened(Body):
    """A parallel service began. `service` names this one instance, `kind` the service of the definition.

    `law` is the provision it rests on, as in force on the day that the definition counts by; empty when it names none.
    """

    type = "service_opened"
    service: str
    kind: str
    state: str
    organiser: str
    provider: str
    law: str = ""


@frozen(kw_only=True)
class ServiceMoved(Body):
    """A service moved; `ended` when its machine reached its end."""

    type = "service_moved"
    service: str
    trigger: str
    from_: str
    to: str
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    relied_on: Mapping[str, int] = field(factory=dict)
    ended: bool = False


@frozen(kw_only=True)
class ServiceEnded(Body):
    """A service was ended outright, with the case or by the one who answers for it."""

    type = "service_ended"
    service: str
    reason: str


@frozen(kw_only=True)
class ServicePassed(Body):
    """Another organisation provides the service from here on."""

    type = "service_passed"
    service: str
    from_: str
    to: str
    handover: str = ""


@frozen(kw_only=True)
class WaitingStarted(Body):
    """The client waits for a place; a queue is never a rejection."""

    type = "waiting_started"
    queue: str
    expected_on: date | None = None


@frozen(kw_only=True)
class WaitingEnded(Body):
    """The client waits no more."""

    type = "waiting_ended"
    queue: str
    reason: str = ""
