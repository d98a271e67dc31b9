"""Workers are tried over the same stores as the engine."""

from tests.engine.conftest import office, stores

__all__ = ["office", "stores"]
