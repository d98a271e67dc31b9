"""A demonstration: one client's way from first contact to a job, told as it happens."""

from pathway_engine.demo.stage import Stage, StoryStopped
from pathway_engine.demo.story import tell_story

__all__ = ["Stage", "StoryStopped", "tell_story"]
