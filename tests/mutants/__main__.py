"""Take each protection away in turn, and see a named test turn red.

Prints a line for each, and ends with 1 when a protection was not missed. `python -m tests.mutants NAME…` runs some.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.table import MUTANTS, PACKAGE, Mutant, page

ROOT = Path(__file__).parents[2]
COPIED = ("src", "tests", "workflows", "features", "docs", "pyproject.toml")


def main(wanted: Sequence[str]) -> int:
    """Run the wanted mutants, or all; `--page` writes the page of the reference instead."""
    if wanted == ["--page"]:
        (ROOT / "docs/reference/protections.md").write_text(page(), "utf-8")
        return 0
    unknown = set(wanted) - {mutant.name for mutant in MUTANTS}
    if unknown:
        print(f"no such mutant: {', '.join(sorted(unknown))}")
        return 2
    chosen = [mutant for mutant in MUTANTS if not wanted or mutant.name in wanted]
    with tempfile.TemporaryDirectory(prefix="pathway-mutants-") as folder:
        tree = Path(folder)
        _copy(tree)
        needed = sorted({test for mutant in chosen for test in mutant.tests})
        before = _run(tree, needed)
        if before.returncode:
            print("the tests are not green to begin with:", before.stdout[-2000:])
            return 1
        survived = [mutant.name for mutant in chosen if not _noticed(tree, mutant)]
    print(f"{len(chosen) - len(survived)} of {len(chosen)} protections are missed when they are taken away")
    if survived:
        print(f"not missed: {', '.join(survived)}")
    return 1 if survived else 0


def _copy(tree: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "_build", "*.pyc")
            shutil.copytree(source, tree / name, symlinks=True, ignore=ignored)
        else:
            shutil.copy(source, tree / name)


def _noticed(tree: Path, mutant: Mutant) -> bool:
    file = tree / PACKAGE / mutant.file
    whole = file.read_text("utf-8")
    file.write_text(whole.replace(mutant.text, mutant.instead), "utf-8")
    started = time.monotonic()
    try:
        done = _run(tree, mutant.tests)
    finally:
        file.write_text(whole, "utf-8")
    # 1 is "tests failed"; anything else is a mistake of the table.
    red = done.returncode == 1
    told = next((line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))), "")
    print(
        f"{'red' if red else 'GREEN':<6}{mutant.name:<20}{time.monotonic() - started:6.1f} s  {told[:110]}", flush=True
    )
    if done.returncode > 1:
        print(done.stdout[-2000:])
    return red


def _run(tree: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    flags = ("-q", "-x", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "--show-capture=no")
    # The copy is found before the installed package; an old compiled file of the same size and second would be taken
    # for the new one.
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        # A test that hangs without its protection is red as well.
        [sys.executable, "-m", "pytest", "--timeout=60", *flags, *tests],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
