"""The engine: gather, decide, apply; the only place with a clock."""

from pathway_engine.engine.asynchronous import AsyncPathwayEngine
from pathway_engine.engine.core import Done, Outcome, PathwayEngine
from pathway_engine.engine.library import Library
from pathway_engine.engine.reading import ClientView, Told

__all__ = ["AsyncPathwayEngine", "ClientView", "Done", "Library", "Outcome", "PathwayEngine", "Told"]
