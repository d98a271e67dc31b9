"""Everything that reaches into pytest-bdd behind its public face; it is tested with 8.1 and 9.

The rest uses `pytest_bdd.scenario`, `pytest_bdd.step`, step parsers and the documented hooks.
"""

from __future__ import annotations

__all__ = ["Bound", "bound", "bound_features", "rivals", "scenario_names", "stand_behind"]

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from attrs import frozen
from pytest_bdd.feature import get_feature
from pytest_bdd.scenario import find_fixturedefs_for_step

# 8.1 keeps on the functions themselves what 9 keeps in registries.
_templates: Any = getattr(import_module("pytest_bdd.scenario"), "scenario_wrapper_template_registry", None)
_contexts: Any = getattr(import_module("pytest_bdd.steps"), "step_function_context_registry", None)


def scenario_names(path: Path) -> tuple[str, ...]:
    """Give the names of a feature's scenarios as pytest-bdd knows them."""
    return tuple(get_feature(str(path.parent), path.name, encoding="utf-8-sig").scenarios)


@frozen
class Bound:
    """The scenario that a test runs."""

    file: Path
    feature: str
    scenario: str


def bound(item: pytest.Item) -> Bound | None:
    """Give the scenario that a test runs; None for any other test."""
    function = getattr(item, "obj", None)
    template = _template(function) if isinstance(function, FunctionType) else None
    if template is None:
        return None
    return Bound(Path(template.feature.filename), template.feature.name, template.name)


def _template(function: FunctionType) -> Any:
    return getattr(function, "__scenario__", None) if _templates is None else _templates.get(function)


def _context(function: Any) -> Any:
    return function._pytest_bdd_step_context if _contexts is None else _contexts[function]  # noqa: SLF001 - 8.1


def bound_features(items: Iterable[pytest.Item]) -> dict[pytest.Item, Path]:
    """Give the feature file of every test that is a scenario."""
    return {item: found.file for item in items if (found := bound(item)) is not None}


def rivals(request: pytest.FixtureRequest, step: Any, ours: str) -> int:
    """Count the definitions of a step that are equally near; of several pytest-bdd would run one, silently.

    Args:
        request: Request of the scenario.
        step: The step.
        ours: Name of our own parser. It stands behind every definition of the host's, so it is no rival.
    """
    manager = request.session._fixturemanager  # noqa: SLF001 - pytest has no public list of fixtures
    found = [
        each
        for each in find_fixturedefs_for_step(step, manager, request.node)
        if _context(each.func).parser.name != ours
    ]
    nearest = max((len(each.baseid) for each in found), default=0)
    return sum(len(each.baseid) == nearest for each in found)


def stand_behind(session: pytest.Session, ours: str) -> None:
    """Put our step before all others in the registry of older pytests, where the last of equally near ones is run.

    Args:
        session: The session, with every conftest loaded.
        ours: Name of our own parser.
    """
    registry: dict[str, list[Any]] | None = getattr(session._fixturemanager, "_arg2fixturedefs", None)  # noqa: SLF001
    if registry is None:  # newer ones tell by the node which is nearest
        return
    steps = {name: [_context_or_none(each.func) for each in found] for name, found in registry.items()}
    first = {
        name: registry[name]
        for name, found in steps.items()
        if any(each and each.parser.name == ours for each in found)
    }
    rest = {name: found for name, found in registry.items() if name not in first}
    registry.clear()
    registry.update({**first, **rest})


def _context_or_none(function: Any) -> Any:
    """Give what pytest-bdd knows of a fixture's function; None when it is no step."""
    if _contexts is None:
        return getattr(function, "_pytest_bdd_step_context", None)
    return _contexts.get(function) if isinstance(function, FunctionType) else None
