"""What `import pathway_engine` gives, and what it does not cost."""

import inspect
import json
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

import pathway_engine

# Loaded only by what needs them: a host that embeds the engine does not pay for the rest.
LAZY = {"click", "cryptography", "holidays", "hypothesis", "pytest", "sqlalchemy"}


def test_the_public_names_are_sorted_and_named_once() -> None:
    """`__all__` is in the order of its kinds: constants, classes, then everything else."""
    names = pathway_engine.__all__

    assert sorted(set(names), key=by_kind_and_name) == list(names)


@pytest.mark.parametrize("name", pathway_engine.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    """Each name in `__all__` can be imported, and a class or function has its own docstring."""
    value = getattr(pathway_engine, name)

    if inspect.isclass(value) or inspect.isroutine(value):
        assert (vars(value).get("__doc__") if inspect.isclass(value) else value.__doc__) is not None


def test_dir_shows_the_public_names() -> None:
    """A name that is loaded lazily is still found by `dir` and by completion."""
    assert set(pathway_engine.__all__) <= set(dir(pathway_engine))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """Lazy loading makes up no names."""
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(pathway_engine, "no_such_name")  # noqa: B009 - mypy would refuse the plain form


def test_importing_the_package_loads_only_what_it_needs(tmp_path: Path) -> None:
    """A fresh interpreter has none of the costly libraries after `import pathway_engine`."""
    code = "import json, sys, pathway_engine; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )

    loaded = {module.partition(".")[0] for module in json.loads(done.stdout)}

    assert "pathway_engine" in loaded
    assert loaded & LAZY == set()


def test_the_version_is_written_once() -> None:
    """The package tells the version it was installed as."""
    assert version("pathway-engine") == pathway_engine.__version__


def test_the_package_carries_its_types_and_definitions() -> None:
    """`py.typed` and the pathway definitions are inside the package."""
    root = files(pathway_engine)

    assert root.joinpath("py.typed").is_file()
    assert root.joinpath("workflows").is_dir()


def by_kind_and_name(name: str) -> tuple[int, str]:
    """Order names as the linter orders `__all__`."""
    if name.isupper():
        return 0, name
    return (1 if name[0].isupper() else 2), name
