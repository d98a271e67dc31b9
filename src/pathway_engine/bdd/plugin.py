"""The pytest plugin: `.feature` files under the folders of the ini option `pathway_features` are tests by themselves.

Without the option nothing happens: a host's own features are left alone, and neither pytest-bdd nor the engine is
imported. pytest finds this module by its entry point.
"""

from __future__ import annotations

from pathlib import Path

import pytest

OPTION = "pathway_features"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addini(OPTION, "Folders of feature files that the pathway engine's own sentences run.", "paths", [])
    group = parser.getgroup("pathway")
    group.addoption("--traceback", action="store_true", help="Show Python tracebacks of features that do not hold.")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Bring in the sentences where features are asked for."""
    if not config.getini(OPTION):
        return
    try:
        from pathway_engine.bdd import running
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in {"pytest_bdd", "gherkin"}:
            raise
        msg = f"{OPTION} needs pytest-bdd: pip install 'pathway-engine[bdd]'"
        raise pytest.UsageError(msg) from None
    config.pluginmanager.register(running, "pathway_engine_features")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a feature file under one of the folders."""
    if file_path.suffix.lower() != ".feature":
        return None
    folders: list[Path] = parent.config.getini(OPTION)
    if not any(file_path.is_relative_to(folder) for folder in folders):
        return None
    from pathway_engine.bdd.collecting import FeatureFile

    collector: pytest.Collector = FeatureFile.from_parent(parent, path=file_path)
    return collector
