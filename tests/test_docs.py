"""Every example in the documentation runs, and what it says about the checkout is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.markdown import Page, blocks

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if "_build" not in path.parts)


def name_of(path: Path) -> str:
    """Give a page's name in a test's id."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_examples_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page do, in order and in an empty folder, what the page says they do."""
    monkeypatch.chdir(tmp_path)
    page = Page(tmp_path, ROOT / "workflows")

    for block in blocks(path):
        page.run(block)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_make_targets_are_real(path: Path) -> None:
    """A page that says `make something` names a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    said = re.findall(r"(?:`|^\$ )make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert set(said) <= targets


@pytest.mark.parametrize(
    "example",
    [
        "```python\nassert 1 == 2\n```",
        "```python\n>>> 1 + 1\n3\n```",
        "```python\nx = 1\n```\n\n```python\nassert x == 2\n```",
        "```gherkin\nFeature: empty\n```",
        "```console\n$ python -c 'raise SystemExit(1)'\n```",
        "```console\n$ python -c 'print(1)'\n2\n```",
        "```console\n$ curl example.org\n```",
        "```bash\nls\n```",
        "```\nno language\n```",
    ],
)
def test_an_example_that_does_not_hold_is_found(tmp_path: Path, example: str) -> None:
    """A wrong result, a wrong output, bad syntax and an unknown language all fail."""
    path = tmp_path / "page.md"
    path.write_text(example, encoding="utf-8")

    with pytest.raises(AssertionError):
        run(path)


@pytest.mark.parametrize(
    "example",
    [
        "```python\nx = 1\n```\n\n```python\n>>> x\n1\n```\n\n```python\nassert x == 1\n```",
        "```python\n# file: one.py\nprint(1, 2)\n```\n\n```console\n$ python one.py\n...2\n```",
        "```console\n$ python -c 'raise SystemExit(3)'  # exit 3\n```",
        "```console\n$ export X=$(python -c 'print(3)')\n$ python -c \"print($X)\"\n3\n```",
        "<!-- not run: needs a server -->\n```console\n$ curl example.org\n```",
        "```gherkin\n# language: fi\nOminaisuus: a\n  Tapaus: b\n    Oletetaan c\n```",
        "```{note}\nnot ours to run\n```",
        "~~~text\nanything\n~~~",
    ],
)
def test_an_example_that_holds_passes(tmp_path: Path, example: str) -> None:
    """Names live on within a page, files are written, outputs may be shortened."""
    path = tmp_path / "page.md"
    path.write_text(example, encoding="utf-8")

    run(path)


def run(path: Path) -> None:
    """Run a page in the folder it lies in."""
    page = Page(path.parent, path.parent)
    for block in blocks(path):
        page.run(block)


def test_what_the_code_knows_is_up_to_date() -> None:
    """The parts of the pages that are made from the code are as the code is now."""
    tool = ROOT / "docs" / "tools" / "reference.py"
    done = subprocess.run([sys.executable, tool, "--check"], check=False, capture_output=True, text=True)

    assert done.returncode == 0, f"{done.stdout}{done.stderr}run: python docs/tools/reference.py"
