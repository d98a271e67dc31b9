"""The engine: gather, decide, apply; the only place with a clock."""

from pathway_engine.engine.core import Done, Outcome, PathwayEngine
from pathway_engine.engine.library import Library
from pathway_engine.engine.reading import ClientView, Told

__all__ = ["ClientView", "Done", "Library", "Outcome", "PathwayEngine", "Told"]
