"""Each client's service path as an explicit state machine."""

from pathway_engine._version import __version__

__all__ = ["__version__"]
