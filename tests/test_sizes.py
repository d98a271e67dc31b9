"""How large a module and a function may grow before it is taken apart."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "pathway_engine"
MODULES = sorted(SOURCE.rglob("*.py"))

MODULE_LINES = 450
FUNCTION_LINES = 50  # one screen


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_and_functions_are_small(path: Path) -> None:
    """A module has at most 450 lines, a function at most 50, docstring and all."""
    text = path.read_text(encoding="utf-8")
    functions = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert len(text.splitlines()) <= MODULE_LINES
    assert {name: size for name, size in functions.items() if size > FUNCTION_LINES} == {}
