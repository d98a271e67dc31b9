"""What a command needs that is not there in every installation."""

from __future__ import annotations

__all__ = ["needs_bdd"]

from importlib.util import find_spec

from pathway_engine.cli.output import Output


def needs_bdd(out: Output) -> None:
    """See that features can be run.

    Raises:
        Fault: pytest-bdd is not installed.
    """
    if find_spec("pytest_bdd") is None:
        raise out.fault("features-needs-bdd")
