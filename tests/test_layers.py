"""The direction of the arrows: which module may import which, and who may touch which library.

The source is read with `ast`, not imported, so an import inside a function or under
`TYPE_CHECKING` counts as much as one at the top: a lower layer that names a type of a higher one
knows of it, and moving the import down a line does not undo that. Laziness is for start-up time.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import attrs
import pytest

PACKAGE = "pathway_engine"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

# A module imports from rows above its own, or beside itself in the row; never from below.
# "" is the package's own face (`pathway_engine/__init__.py`), which only the last row may use.
LAYERS = (
    {"_version", "errors", "failpoints", "text", "durations"},
    {"definition"},
    {"authority", "situation", "requirements", "deadlines", "handovers"},
    {"machine"},
    {"case"},
    {"journal"},
    {"stores"},
    {"engine"},
    {"workers"},
    {"testing", "verify", "doctor", "diagrams", "show", "demo", "embed", "cli", "bdd", "reports", "exports"}
    | {"__main__", ""},
)

# Modules that import nothing of ours, so that a fault of the engine cannot hide itself in them.
INDEPENDENT = {"verify"}

# Each third-party library, and the only modules that may know it. attrs is used everywhere.
# SQLAlchemy's drivers and migrations live with it.
FENCES = {
    "aiosqlite": ("stores.sql*",),
    "alembic": ("stores.sql*", "stores.migrations"),
    "attrs": ("*",),
    "cattrs": ("definition", "journal"),
    "click": ("cli",),
    "cryptography": ("journal", "verify.checkpoints"),
    "duckdb": ("reports", "exports"),
    "gherkin": ("bdd",),
    "holidays": ("deadlines",),
    "hypothesis": ("testing", "stores.conformance"),
    "mermaidx": ("diagrams",),
    "psycopg": ("stores.sql*", "verify.postgres"),
    "pyarrow": ("reports", "exports"),
    "pyspark": ("reports", "exports"),
    "pytest": ("bdd", "stores.conformance"),
    "pytest_bdd": ("bdd",),
    "sqlalchemy": ("stores.sql*", "stores.migrations"),
    "transitions": ("machine", "embed"),
    "yaml": ("definition.reader",),
}


@attrs.frozen
class Import:
    """One import as written: by which module, of what, on which line."""

    by: str
    of: str
    line: int


def test_modules_import_only_from_the_layers_above_them() -> None:
    """No module of the package knows anything of a layer below its own."""
    assert list(against_the_layers(read_imports(SOURCE))) == []


def test_every_module_has_a_layer() -> None:
    """A module that no row names would be free to import anything, so there is none."""
    assert {unit_of(within(name)) for name in read_modules(SOURCE)} <= set().union(*LAYERS)


def test_third_party_libraries_stay_behind_their_fences() -> None:
    """Each third-party library is known only to the modules that are there to know it."""
    assert list(across_a_fence(read_imports(SOURCE))) == []


def test_there_are_no_import_cycles() -> None:
    """No module depends on itself through others, lazy imports counted."""
    assert cycle(read_imports(SOURCE)) == []


def test_the_reader_of_imports_sees_the_package() -> None:
    """The tests above look at real files: the package's face is among them."""
    assert PACKAGE in read_modules(SOURCE)


@pytest.mark.parametrize(
    ("path", "code", "finding"),
    [
        (
            "case/decide.py",
            "from pathway_engine.engine import Engine",
            "case.decide:1 imports engine",
        ),
        ("case/decide.py", "from ..stores import memory", "case.decide:1 imports stores.memory"),
        ("machine.py", "def f():\n    from pathway_engine import case", "machine:2 imports case"),
        ("errors.py", "if TYPE_CHECKING:\n    import pathway_engine.cli", "errors:2 imports cli"),
        ("machine.py", "import_module('pathway_engine.engine')", "machine:1 imports engine"),
        ("machine.py", "from pathway_engine import Case", "machine:1 imports "),
        ("verify.py", "from pathway_engine import errors", "verify:1 imports errors"),
    ],
)
def test_an_import_against_the_layers_is_found(tmp_path: Path, path: str, code: str, finding: str) -> None:
    """An upward import is found wherever and however it is written."""
    others = dict.fromkeys(("__init__.py", "errors.py", "case/__init__.py", "stores/memory.py"), "")

    imports = read_imports(synthetic(tmp_path, others | {path: code}))

    assert list(against_the_layers(imports)) == [finding]


@pytest.mark.parametrize(
    ("path", "code", "finding"),
    [
        ("engine.py", "def f():\n    import sqlalchemy as sa", "engine:2 imports sqlalchemy"),
        ("definition/load.py", "from yaml import parse", "definition.load:1 imports yaml"),
        ("stores/memory.py", "import sqlalchemy.exc", "stores.memory:1 imports sqlalchemy"),
        ("case/model.py", "import requests", "case.model:1 imports requests"),
    ],
)
def test_a_library_outside_its_fence_is_found(tmp_path: Path, path: str, code: str, finding: str) -> None:
    """A library is found outside its fence, and so is one that has no fence yet."""
    assert list(across_a_fence(read_imports(synthetic(tmp_path, {path: code})))) == [finding]


def test_a_library_inside_its_fence_is_no_finding(tmp_path: Path) -> None:
    """Fences cover the modules under a package, and names that begin alike where they say so."""
    files = {
        "definition/reader.py": "import yaml",
        "cli/case.py": "import click",
        "stores/sql_schema.py": "import sqlalchemy, sqlite3",
        "stores/sql/append.py": "from sqlalchemy import exc",
    }

    assert list(across_a_fence(read_imports(synthetic(tmp_path, files)))) == []


def test_an_import_cycle_is_found(tmp_path: Path) -> None:
    """Three modules of one layer that need one another in a ring are named."""
    files = {
        "case/model.py": "from pathway_engine.case import events",
        "case/events.py": "from pathway_engine.case.evolve import evolve",
        "case/evolve.py": "def f():\n    from .model import Case",
        "case/__init__.py": "",
    }

    found = cycle(read_imports(synthetic(tmp_path, files)))

    assert {"case.model", "case.events", "case.evolve"} == set(found)


def against_the_layers(imports: list[Import]) -> Iterator[str]:
    """Tell each import of a lower layer, and each import of ours by an independent module."""
    row = {unit: number for number, units in enumerate(LAYERS) for unit in units}
    for one in imports:
        if not is_ours(one.of):
            continue
        by, of = unit_of(one.by), unit_of(within(one.of))
        independent = by in INDEPENDENT and by != of
        if independent or row[of] > row[by]:
            yield f"{one.by}:{one.line} imports {within(one.of)}"


def across_a_fence(imports: list[Import]) -> Iterator[str]:
    """Tell each import of a third-party library by a module its fence does not name."""
    for one in imports:
        library = one.of.partition(".")[0]
        if is_ours(one.of) or library in sys.stdlib_module_names:
            continue
        if not any(
            fnmatchcase(one.by, pattern) or fnmatchcase(one.by, f"{pattern}.*") for pattern in FENCES.get(library, ())
        ):
            yield f"{one.by}:{one.line} imports {library}"


def cycle(imports: list[Import]) -> list[str]:
    """Give the modules of one import cycle, or nothing."""
    graph: dict[str, set[str]] = {}
    for one in imports:
        if is_ours(one.of) and within(one.of) != one.by:
            graph.setdefault(one.by, set()).add(within(one.of))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def read_modules(root: Path) -> Mapping[str, Path]:
    """Find every module under a package's folder, by its full dotted name."""
    return {
        ".".join((PACKAGE, *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__"): path
        for path in sorted(root.rglob("*.py"))
    }


def read_imports(root: Path) -> list[Import]:
    """Read every import of every module; our modules' names are given without the package's."""
    modules = read_modules(root)
    return [
        Import(within(name), target, getattr(node, "lineno", 0))
        for name, path in modules.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        for target in targets(node, package_of(name, path), set(modules))
    ]


def package_of(name: str, path: Path) -> str:
    """Give the package that a module's relative imports start from."""
    return name if path.name == "__init__.py" else name.rpartition(".")[0]


def targets(node: ast.AST, package: str, modules: set[str]) -> Iterator[str]:
    """Give the full names of the modules that a node of the syntax tree imports."""
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            base = resolve_name("." * level + (module or ""), package)
            for alias in names:
                # `from package import module` imports the module, not the package's face.
                full = f"{base}.{alias.name}"
                yield full if full in modules else base
        case ast.Call(
            func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            yield name
        case _:
            pass


def is_ours(module: str) -> bool:
    """Tell whether a full name lies in the package."""
    return module == PACKAGE or module.startswith(f"{PACKAGE}.")


def within(module: str) -> str:
    """Give a module's name as seen from inside the package; the package itself is ''."""
    return module.removeprefix(PACKAGE).removeprefix(".")


def unit_of(module: str) -> str:
    """Give the top module or folder that a module belongs to."""
    return module.partition(".")[0]


def synthetic(tmp_path: Path, files: Mapping[str, str]) -> Path:
    """Write a small package for the checks to find fault with."""
    root = tmp_path / PACKAGE
    for path, code in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(code, encoding="utf-8")
    return root
