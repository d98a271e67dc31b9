"""A terminal at a fresh database."""

from pathlib import Path

import pytest

from tests.cli.command_line import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Give a terminal at a database that is not there yet."""
    return Terminal(tmp_path / "cases.sqlite")
