"""Events about records, permits, responsibility and the protection of data."""

from __future__ import annotations

__all__ = [
    "CoordinationPassed",
    "DisclosureForbidden",
    "Erased",
    "ParticipantJoined",
    "ParticipantLeft",
    "PermitGiven",
    "PermitWithdrawn",
    "ProhibitionLifted",
    "RecordCorrected",
    "Recorded",
    "Restricted",
    "RestrictionLifted",
    "RoleEnded",
    "RoleNamed",
]

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from pathway_engine.case.events.base import Body, Coded


@frozen(kw_only=True)
class Recorded(Body):
    """A record was made. `sealed_fields` are the names of fields whose values are kept sealed (§D1)."""

    type = "recorded"
    record: str
    coded: Mapping[str, Coded] = field(factory=dict)
    sealed_fields: tuple[str, ...] = ()
    supplements: bool = False
    service: str = ""


@frozen(kw_only=True)
class RecordCorrected(Body):
    """A record was corrected: `corrects` is the seq of the one put right; the new values count (§E3)."""

    type = "record_corrected"
    record: str
    corrects: int
    coded: Mapping[str, Coded] = field(factory=dict)
    sealed_fields: tuple[str, ...] = ()


@frozen(kw_only=True)
class PermitGiven(Body):
    """The client gave a permit to pass information; `until` is its last day."""

    type = "permit_given"
    permit: str
    kind: str
    recipient: str
    until: date | None = None
    records: tuple[str, ...] = ()
    wording: str = ""
    language: str = ""
    channel: str = ""


@frozen(kw_only=True)
class PermitWithdrawn(Body):
    """A permit was withdrawn; it holds for the next use, not for what was passed before."""

    type = "permit_withdrawn"
    permit: str


@frozen(kw_only=True)
class DisclosureForbidden(Body):
    """The client forbade giving information to a recipient (luovutuskielto)."""

    type = "disclosure_forbidden"
    prohibition: str
    recipient: str
    records: tuple[str, ...] = ()


@frozen(kw_only=True)
class ProhibitionLifted(Body):
    """The client took back a prohibition."""

    type = "prohibition_lifted"
    prohibition: str


@frozen(kw_only=True)
class RoleNamed(Body):
    """Somebody was named in a role of this case."""

    type = "role_named"
    role: str
    organisation: str
    worker: str = ""


@frozen(kw_only=True)
class RoleEnded(Body):
    """Nobody holds the role any more."""

    type = "role_ended"
    role: str


@frozen(kw_only=True)
class CoordinationPassed(Body):
    """Another organisation, or another worker of the same, coordinates from here on: always exactly one (§H1)."""

    type = "coordination_passed"
    from_: str
    to: str
    role: str
    worker: str = ""
    handover: str = ""


@frozen(kw_only=True)
class ParticipantJoined(Body):
    """An organisation takes part in the case, such as the sender of a handover afterwards (§H4)."""

    type = "participant_joined"
    organisation: str


@frozen(kw_only=True)
class ParticipantLeft(Body):
    """An organisation takes part no more."""

    type = "participant_left"
    organisation: str


@frozen(kw_only=True)
class Restricted(Body):
    """Use of the case's data was restricted (GDPR art. 18)."""

    type = "restricted"
    reason: str


@frozen(kw_only=True)
class RestrictionLifted(Body):
    """Use of the case's data is free again."""

    type = "restriction_lifted"
    reason: str


@frozen(kw_only=True)
class Erased(Body):
    """The case's key was destroyed: what was sealed cannot be opened again; coded facts remain (§D2)."""

    type = "erased"
    basis: str
