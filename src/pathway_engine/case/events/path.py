"""Events of the case itself and its movement."""

from __future__ import annotations

__all__ = [
    "Acted",
    "Closed",
    "FlagLowered",
    "FlagRaised",
    "Migrated",
    "Moved",
    "Opened",
    "Reopened",
    "StateCorrected",
]

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from pathway_engine.case.events.base import Body


@frozen(kw_only=True)
class Opened(Body):
    """A case was opened; `pending_on` is the day the matter became pending and chooses the definition (§T2)."""

    type = "opened"
    pathway: str
    definition_version: str
    subject_kind: str
    client: str
    state: str
    pending_on: date
    organisation: str
    role: str
    worker: str = ""
    place: str = ""
    continues: str = ""


@frozen(kw_only=True)
class Moved(Body):
    """The case moved. `relied_on` tells which records the decision rested on (record -> seq)."""

    type = "moved"
    trigger: str
    from_: str
    to: str
    fact: bool = False
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    relied_on: Mapping[str, int] = field(factory=dict)
    holds: bool = False
    resumes: bool = False
    handover: str = ""


@frozen(kw_only=True)
class Acted(Body):
    """A move that leaves the case where it is, such as a review of the plan."""

    type = "acted"
    trigger: str
    state: str
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    relied_on: Mapping[str, int] = field(factory=dict)
    handover: str = ""


@frozen(kw_only=True)
class FlagRaised(Body):
    """A flag went up."""

    type = "flag_raised"
    flag: str


@frozen(kw_only=True)
class FlagLowered(Body):
    """A flag went down."""

    type = "flag_lowered"
    flag: str


@frozen(kw_only=True)
class StateCorrected(Body):
    """A wrong move was put right; both stay in the journal (§E3)."""

    type = "state_corrected"
    from_: str
    to: str
    corrects: int


@frozen(kw_only=True)
class Closed(Body):
    """The case ended for a coded reason. Ending is never final for the client: see `Reopened`."""

    type = "closed"
    reason: str


@frozen(kw_only=True)
class Reopened(Body):
    """A closed case goes on, as a matter pending since `pending_on`; the same journal continues (§M6)."""

    type = "reopened"
    pending_on: date
    organisation: str
    role: str
    worker: str = ""


@frozen(kw_only=True)
class Migrated(Body):
    """The case moved to another definition; every part says where it went (§O3)."""

    type = "migrated"
    from_digest: str
    to_digest: str
    definition_version: str
    state: str
    held: str = ""
    services: Mapping[str, str] = field(factory=dict)
