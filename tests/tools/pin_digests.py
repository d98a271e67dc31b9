"""Pin the digests of the shipped definitions: run it when a version is released.

    python -m tests.tools.pin_digests [NAME…]

Versions that are pinned already are checked, never changed.
"""

import sys
from pathlib import Path

from pathway_engine.definition import load
from pathway_engine.definition.releases import broken_pins, read_pins, written_pins
from pathway_engine.definition.sources import Folder

WORKFLOWS = Path(__file__).parents[2] / "workflows"
PINS = WORKFLOWS / "digests.txt"


def main(names: list[str]) -> int:
    """Add the current version of each definition, or of those named; 1 when a released one has changed."""
    text = PINS.read_text(encoding="utf-8")
    pins, folder = read_pins(text), Folder(WORKFLOWS)
    broken = broken_pins(pins, folder)
    if broken:
        sys.stderr.write("".join(f"{line}\n" for line in broken))
        return 1
    for name in names or folder.names(""):
        made = load(name, sources=folder)
        pins.setdefault(f"{made.pathway}@{made.version}", made.digest)
    comments = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    PINS.write_text(comments + written_pins(pins), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
