"""Pathway definitions: reading them, laying them over one another, and what they mean."""

from pathway_engine.definition.load import Loaded, load, load_text, load_with_origins
from pathway_engine.definition.model import Pathway
from pathway_engine.errors import DefinitionError, Problem

__all__ = [
    "DefinitionError",
    "Loaded",
    "Pathway",
    "Problem",
    "load",
    "load_text",
    "load_with_origins",
]
