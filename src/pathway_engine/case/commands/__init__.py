"""Commands: everything that can be asked of a case, each a value.

Every command carries who asks (`actor`), when it happened (`at`, when that is not now) and the caller's idempotency
key. Ids of things (moves, records, roles, organisations) may be given as ids or as labels in Finnish, Swedish or
English; `intake` turns them into ids.

Free text in `note` and the personal fields of a record are sealed: before a command is decided they are taken off
it, and only their names stay in `sealed`.
"""

from pathway_engine.case.commands.base import COMMANDS, SYSTEM, Actor, Command, Value
from pathway_engine.case.commands.handover import (
    AcceptHandover,
    AnswerHandover,
    CancelHandover,
    MeetHandover,
    ProposeHandover,
    ReceiveHandover,
    ReturnHandover,
    TransferHandover,
)
from pathway_engine.case.commands.keeping import (
    ERASURE_GROUNDS,
    Correct,
    EndRole,
    Erase,
    Forbid,
    GivePermit,
    LiftProhibition,
    LiftRestriction,
    NameWorker,
    Record,
    Restrict,
    WithdrawPermit,
    WithholdDisclosure,
)
from pathway_engine.case.commands.path import (
    EndService,
    JoinQueue,
    LeaveQueue,
    Migrate,
    Move,
    MoveService,
    Open,
    OpenService,
)
from pathway_engine.case.commands.time import CompleteTask, DeadlineDue, ExtendDeadline

__all__ = [
    "COMMANDS",
    "ERASURE_GROUNDS",
    "SYSTEM",
    "AcceptHandover",
    "Actor",
    "AnswerHandover",
    "CancelHandover",
    "Command",
    "CompleteTask",
    "Correct",
    "DeadlineDue",
    "EndRole",
    "EndService",
    "Erase",
    "ExtendDeadline",
    "Forbid",
    "GivePermit",
    "JoinQueue",
    "LeaveQueue",
    "LiftProhibition",
    "LiftRestriction",
    "MeetHandover",
    "Migrate",
    "Move",
    "MoveService",
    "NameWorker",
    "Open",
    "OpenService",
    "ProposeHandover",
    "ReceiveHandover",
    "Record",
    "Restrict",
    "ReturnHandover",
    "TransferHandover",
    "Value",
    "WithdrawPermit",
    "WithholdDisclosure",
]
