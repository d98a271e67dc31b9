"""Released versions never change: the digest of each is pinned (semantics §O2).

A file of pins has one line for each released version, `name@version digest`; lines that begin with `#` are comments.
The digest is that of the rules, so a better wording of a text needs no new version.
"""

from __future__ import annotations

__all__ = ["broken_pins", "read_pins", "written_pins"]

from collections.abc import Mapping

from pathway_engine.definition.load import load
from pathway_engine.definition.sources import SUPERSEDED, Sources
from pathway_engine.errors import DefinitionError


def read_pins(text: str) -> dict[str, str]:
    """Read pins: the digest of each `name@version`.

    Raises:
        ValueError: A line is no pin, or a version is pinned twice.
    """
    pins: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        release, _, digest = line.partition(" ")
        if "@" not in release or len(digest) != 64 or release in pins:
            raise ValueError(f"no pin, or a second one: {line!r}")
        pins[release] = digest
    return pins


def written_pins(pins: Mapping[str, str]) -> str:
    """Write pins, one a line, in the order of their names."""
    return "".join(f"{release} {digest}\n" for release, digest in sorted(pins.items()))


def broken_pins(pins: Mapping[str, str], sources: Sources) -> tuple[str, ...]:
    """Give every release that is not what was pinned, with what is wrong; and superseded files without a pin.

    Args:
        pins: The digest of each `name@version`.
        sources: Where the definitions are, current and superseded.
    """
    found = [f"{release}: superseded but not pinned" for release in sources.names(SUPERSEDED) if release not in pins]
    for release, digest in pins.items():
        try:
            made = load(release, sources=sources).digest
        except DefinitionError as error:
            found.append(f"{release}: {error.problems[0].message}")
            continue
        if made != digest:
            found.append(f"{release}: its rules changed; give it a new version and keep the old file in {SUPERSEDED}/")
    return tuple(found)
