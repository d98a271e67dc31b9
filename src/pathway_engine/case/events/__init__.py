"""The event catalogue: everything that can have happened in a case.

Every event is a complete fact (semantics §E1): `evolve` needs nothing but the case and the event, no definition, no
calendar, no key. Names are past participles. A type is never changed once released: a new shape is a new `version`,
and the old one is read for ever. Fields hold coded values only. Personal fields travel beside the event, sealed; the
event names them in `sealed`.

Ids: `handover`, `task`, `permit`, `deadline` and `service` ids are unique within the case. Organisations and roles
are ids of the definition; a `worker` is a pseudonym that only the register's key can make. Dates are calendar days
in Finland; instants are aware and in UTC.
"""

from pathway_engine.case.events.base import BODIES, ActedBy, Body, Coded, Event
from pathway_engine.case.events.handover import (
    DisclosureWithheld,
    ExtractDisclosed,
    HandoverAccepted,
    HandoverAgreed,
    HandoverCancelled,
    HandoverCompleted,
    HandoverDeclined,
    HandoverMet,
    HandoverRequested,
    HandoverReturned,
    HandoverTransferred,
)
from pathway_engine.case.events.keeping import (
    CoordinationPassed,
    DisclosureForbidden,
    Erased,
    ParticipantJoined,
    ParticipantLeft,
    PermitGiven,
    PermitWithdrawn,
    ProhibitionLifted,
    RecordCorrected,
    Recorded,
    Restricted,
    RestrictionLifted,
    RoleEnded,
    RoleNamed,
)
from pathway_engine.case.events.path import (
    Acted,
    Closed,
    FlagLowered,
    FlagRaised,
    Migrated,
    Moved,
    Opened,
    Reopened,
    StateCorrected,
)
from pathway_engine.case.events.time import (
    DeadlineArmed,
    DeadlineDropped,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    TaskDone,
    TaskSet,
    Warned,
)
from pathway_engine.case.events.track import (
    ServiceEnded,
    ServiceMoved,
    ServiceOpened,
    ServicePassed,
    WaitingEnded,
    WaitingStarted,
)

__all__ = [
    "BODIES",
    "Acted",
    "ActedBy",
    "Body",
    "Closed",
    "Coded",
    "CoordinationPassed",
    "DeadlineArmed",
    "DeadlineDropped",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DisclosureForbidden",
    "DisclosureWithheld",
    "Erased",
    "Event",
    "ExtractDisclosed",
    "FlagLowered",
    "FlagRaised",
    "HandoverAccepted",
    "HandoverAgreed",
    "HandoverCancelled",
    "HandoverCompleted",
    "HandoverDeclined",
    "HandoverMet",
    "HandoverRequested",
    "HandoverReturned",
    "HandoverTransferred",
    "Migrated",
    "Moved",
    "Opened",
    "ParticipantJoined",
    "ParticipantLeft",
    "PermitGiven",
    "PermitWithdrawn",
    "ProhibitionLifted",
    "RecordCorrected",
    "Recorded",
    "Reopened",
    "Restricted",
    "RestrictionLifted",
    "RoleEnded",
    "RoleNamed",
    "ServiceEnded",
    "ServiceMoved",
    "ServiceOpened",
    "ServicePassed",
    "StateCorrected",
    "TaskDone",
    "TaskSet",
    "WaitingEnded",
    "WaitingStarted",
    "Warned",
]
