"""Build the package as a user gets it, and try it where nothing else is: `make wheel-test`.

Not a test of the suite, because it builds and installs. The wheel is built from the source archive,
so that both are seen to carry the pathway definitions; it is then installed in a bare environment,
and its commands run in an empty folder.
"""

import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
COMMANDS = (
    ("pathway", "--version"),
    ("pathway", "demo", "--db", "sqlite:///demo.sqlite"),
    ("pathway", "verify", "--db", "sqlite:///demo.sqlite"),
)
# A region that does one thing otherwise, and a feature about it: all that a planner has in an empty folder.
REGION = {
    "lakeside.yaml": """\
pathway: lakeside
version: "1"
extends: fi-base@2025.1
title: {fi: Järvenranta, sv: Sjöstranden, en: Lakeside}
transitions:
  ask_for_coaching: {handover: {accept_within: P7D}}
""",
    "valmennus.feature": """\
# language: fi
Ominaisuus: Valmennukseen pääsee omalla sanalla
  Tapaus: Asiakas pyytää valmennusta
    Oletetaan että käytössä on palvelupolku "Järvenranta"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas tekee siirtymän "Haluan työhönvalmennukseen"
    Niin asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
""",
}
ABOUT_FEATURES = (
    ("pathway", "check", "lakeside.yaml"),
    ("pathway", "features", "lint"),
    ("pathway", "features", "run", "--report", "html", "--lang", "fi"),
    ("pathway", "features", "coverage", "lakeside.yaml", "--at-least", "transitions=100", "--lang", "fi"),
    ("pathway", "features", "new", "lakeside.yaml", "-o", "drafts"),
)


def main() -> None:
    """Build, look inside, install, run.

    Raises:
        SystemExit: A definition is missing from the wheel.
        CalledProcessError: The build, the installation or a command failed.
    """
    with TemporaryDirectory(prefix="pathway-wheel-") as name:
        folder = Path(name)
        # Without --sdist and --wheel, `build` makes the wheel from the source archive.
        run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT, cwd=folder, quiet=True)
        (wheel,) = (folder / "dist").glob("*.whl")
        look_inside(wheel)
        venv.create(folder / "bare", with_pip=True)
        programs = folder / "bare" / "bin"
        run(programs / "pip", "install", "-qq", wheel, cwd=folder)
        empty, region = folder / "empty", folder / "region"
        empty.mkdir()
        for program, *arguments in COMMANDS:
            run(programs / program, *arguments, cwd=empty)
        run(programs / "pip", "install", "-qq", f"{wheel}[bdd]", cwd=folder)
        region.mkdir()
        for file, text in REGION.items():
            (region / file).write_text(text, encoding="utf-8")
        for program, *arguments in ABOUT_FEATURES:
            run(programs / program, *arguments, cwd=region)
    print(f"{wheel.name}: built, installed in a bare environment, commands run")


def look_inside(wheel: Path) -> None:
    """See that the definitions and features of the checkout are in the wheel, and what is easily left out."""
    held = set(ZipFile(wheel).namelist())
    data = [*(ROOT / "workflows").rglob("*.yaml"), *(ROOT / "features").rglob("*.feature")]
    wanted = {f"pathway_engine/{path.relative_to(ROOT).as_posix()}" for path in data}
    wanted |= {"pathway_engine/py.typed", "pathway_engine/bdd/page.css"}
    wanted |= {"pathway_engine/stores/sql/migrations/versions/schema_1.py"}
    if wanted - held:
        raise SystemExit(f"{wheel.name} lacks {', '.join(sorted(wanted - held))}")


def run(*command: str | Path, cwd: Path, quiet: bool = False) -> None:
    """Run a command, showing it; quietly, its output is seen only if it fails."""
    print("$", *(Path(command[0]).name, *command[1:]), flush=True)
    done = subprocess.run(command, cwd=cwd, check=False, capture_output=quiet, text=True)
    if done.returncode and quiet:
        print(done.stdout, done.stderr)
    done.check_returncode()


if __name__ == "__main__":
    main()
