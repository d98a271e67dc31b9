"""What a requirement is asked against: what it sees of a case, and of the world outside it."""

from __future__ import annotations

__all__ = ["CaseView", "HolderView", "PermitView", "Predicate", "RecordView", "Room", "Situation", "TrackView"]

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from attrs import field, frozen

from pathway_engine.definition.model import Pathway


class RecordView(Protocol):
    """What a requirement sees of a record."""

    @property
    def coded(self) -> Mapping[str, Any]: ...
    @property
    def used(self) -> bool: ...
    @property
    def occurred_on(self) -> date: ...
    def holds(self, name: str) -> bool:
        """Tell whether a field is filled in."""
        ...


class HolderView(Protocol):
    """Who holds a role."""

    @property
    def worker(self) -> str: ...
    @property
    def organisation(self) -> str: ...


class PermitView(Protocol):
    """What a requirement sees of a permit."""

    @property
    def kind(self) -> str: ...
    @property
    def recipient(self) -> str: ...
    @property
    def until(self) -> date | None: ...


class TrackView(Protocol):
    """What a requirement sees of a service."""

    @property
    def kind(self) -> str: ...


class CaseView(Protocol):
    """What requirements see of a case."""

    @property
    def state(self) -> str: ...
    @property
    def pending_on(self) -> date: ...
    @property
    def entered_on(self) -> date: ...
    @property
    def records(self) -> Mapping[str, RecordView]: ...
    @property
    def named(self) -> Mapping[str, HolderView]: ...
    @property
    def services(self) -> Mapping[str, TrackView]: ...
    @property
    def permits(self) -> Mapping[str, PermitView]: ...
    @property
    def flags(self) -> tuple[str, ...]: ...


@frozen
class Room:
    """How many cases the named worker has beside this one, and whether this one already counts among them."""

    others: int = 0
    counted: bool = False


Predicate = Callable[[Mapping[str, Any]], bool]


@frozen(kw_only=True)
class Situation:
    """What a requirement is asked against: the case, the day, and what was gathered about the world outside it."""

    pathway: Pathway
    case: CaseView
    today: date
    rooms: Mapping[str, Room] = field(factory=dict)
    predicates: Mapping[str, Predicate] = field(factory=dict)
