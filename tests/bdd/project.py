"""A folder outside the repository in which somebody writes features."""

import subprocess
import sys
from pathlib import Path

HEAD = """\
# language: fi
Ominaisuus: Esimerkki

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Alku
"""


def project(folder: Path, feature: str, *, option: bool = True, **files: str) -> Path:
    """Write a folder with one feature, and other files by their names with `_` for the dot."""
    (folder / "pytest.ini").write_text("[pytest]\n" + ("pathway_features = .\n" if option else ""), encoding="utf-8")
    (folder / "a.feature").write_text(HEAD + feature, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run pytest there as its users do; give the exit code and what was written."""
    others = (part for name in ("cacheprovider", "hypothesispytest", "xdist") for part in ("-p", f"no:{name}"))
    command = [sys.executable, "-m", "pytest", "-q", *others, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
