"""Each client's service path as an explicit state machine.

Start with `PathwayEngine`: it opens cases, carries out commands and tells what is possible next. A step that is not
possible yet is answered with `Refused` and every reason; exceptions are for faults. Stores live in
`pathway_engine.stores`, the test kit in `pathway_engine.testing`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from pathway_engine._version import __version__

if TYPE_CHECKING:
    from pathway_engine.case.commands import (
        AcceptHandover,
        Actor,
        AnswerHandover,
        CancelHandover,
        Command,
        CompleteTask,
        Correct,
        DeadlineDue,
        EndRole,
        EndService,
        Erase,
        ExtendDeadline,
        Forbid,
        GivePermit,
        JoinQueue,
        LeaveQueue,
        LiftProhibition,
        LiftRestriction,
        MeetHandover,
        Migrate,
        Move,
        MoveService,
        NameWorker,
        Open,
        OpenService,
        ProposeHandover,
        ReceiveHandover,
        Record,
        Restrict,
        ReturnHandover,
        TransferHandover,
        WithdrawPermit,
        WithholdDisclosure,
    )
    from pathway_engine.case.decision import Refused, Step
    from pathway_engine.case.model import Case
    from pathway_engine.definition import Pathway, load, load_text
    from pathway_engine.engine import AsyncPathwayEngine, Done, PathwayEngine
    from pathway_engine.errors import DefinitionError, PathwayError
    from pathway_engine.journal.keys import EnvironmentKeys, KeyProvider, LocalKeyFile
    from pathway_engine.requirements import Reason
    from pathway_engine.stores import open_store

__all__ = [
    "AcceptHandover",
    "Actor",
    "AnswerHandover",
    "AsyncPathwayEngine",
    "CancelHandover",
    "Case",
    "Command",
    "CompleteTask",
    "Correct",
    "DeadlineDue",
    "DefinitionError",
    "Done",
    "EndRole",
    "EndService",
    "EnvironmentKeys",
    "Erase",
    "ExtendDeadline",
    "Forbid",
    "GivePermit",
    "JoinQueue",
    "KeyProvider",
    "LeaveQueue",
    "LiftProhibition",
    "LiftRestriction",
    "LocalKeyFile",
    "MeetHandover",
    "Migrate",
    "Move",
    "MoveService",
    "NameWorker",
    "Open",
    "OpenService",
    "Pathway",
    "PathwayEngine",
    "PathwayError",
    "ProposeHandover",
    "Reason",
    "ReceiveHandover",
    "Record",
    "Refused",
    "Restrict",
    "ReturnHandover",
    "Step",
    "TransferHandover",
    "WithdrawPermit",
    "WithholdDisclosure",
    "__version__",
    "load",
    "load_text",
    "open_store",
]

_HOMES = {
    "pathway_engine.case.commands": (
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
        "WithdrawPermit",
        "WithholdDisclosure",
    ),
    "pathway_engine.case.decision": (
        "Refused",
        "Step",
    ),
    "pathway_engine.case.model": ("Case",),
    "pathway_engine.definition": (
        "Pathway",
        "load",
        "load_text",
    ),
    "pathway_engine.engine": (
        "AsyncPathwayEngine",
        "Done",
        "PathwayEngine",
    ),
    "pathway_engine.errors": (
        "DefinitionError",
        "PathwayError",
    ),
    "pathway_engine.journal.keys": (
        "EnvironmentKeys",
        "KeyProvider",
        "LocalKeyFile",
    ),
    "pathway_engine.requirements": ("Reason",),
    "pathway_engine.stores": ("open_store",),
}
"""Where each public name lives. They are imported when first asked for: a program that only wants the version, or one
command of the command line, does not pay for the rest."""

_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
