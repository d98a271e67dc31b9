"""Feature files as tests: found by themselves, and looked through before anything of them runs."""

from __future__ import annotations

__all__ = ["FeatureFile"]

from types import ModuleType

import pytest
from pytest_bdd import scenario

from pathway_engine.bdd.binding import scenario_names
from pathway_engine.bdd.lint import findings_of, spoken, tags_of
from pathway_engine.bdd.phrases import phrases_of
from pathway_engine.bdd.shelves import feature_text


class FeatureFile(pytest.Module):
    """A feature file; each of its scenarios is a test."""

    def _getobj(self) -> ModuleType:
        """Make the module that pytest looks for tests in (semantics §G1)."""
        text = feature_text(self.path)
        shown = str(self.path.relative_to(self.config.rootpath)) if self._is_inside() else str(self.path)
        # A sentence nobody knows may be one of the host's own; it is told of when the scenario runs.
        faults = [each for each in findings_of(text, shown, folder=self.path.parent, whole=False) if each.is_error]
        faults += phrases_of(self.path.parent).findings(spoken(text))
        if faults:
            raise self.CollectError("\n".join(map(str, faults)))
        for tag in tags_of(text):
            self.config.addinivalue_line("markers", f"{tag}: a tag of a feature")
        module = ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        for number, name in enumerate(scenario_names(self.path), 1):
            setattr(module, f"test_{number:03}_{_python(name)}", _bound(str(self.path), name))
        return module

    def _is_inside(self) -> bool:
        return self.path.is_relative_to(self.config.rootpath)


def _bound(path: str, name: str) -> object:
    @scenario(path, name, encoding="utf-8-sig", features_base_dir="/")
    def run() -> None:
        """Nothing is left to do when the sentences have been acted out."""

    return run


def _python(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name.lower()).strip("_")
