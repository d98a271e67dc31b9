"""The engine: gather, decide, apply; the only place with a clock."""

from pathway_engine.engine.asynchronous import AsyncPathwayEngine
from pathway_engine.engine.core import PathwayEngine
from pathway_engine.engine.done import Done, Outcome
from pathway_engine.engine.library import Library
from pathway_engine.engine.migrating import CaseMigration, Moved, Planned
from pathway_engine.engine.reading import ClientView, Told

__all__ = [
    "AsyncPathwayEngine",
    "CaseMigration",
    "ClientView",
    "Done",
    "Library",
    "Moved",
    "Outcome",
    "PathwayEngine",
    "Planned",
    "Told",
]
