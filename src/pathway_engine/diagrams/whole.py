"""A pathway and all its services in one picture, one below the other."""

from __future__ import annotations

__all__ = ["whole_picture"]

import re

from pathway_engine.definition.model import Pathway
from pathway_engine.diagrams.chart import picture
from pathway_engine.show.marking import Marks

_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
_GAP = 24


def whole_picture(pathway: Pathway, language: str, *, marks: Marks | None = None) -> str:
    """Draw the main path, and below it every service in the order of the definition.

    Args:
        pathway: The effective definition.
        language: `fi`, `sv` or `en`.
        marks: What is known of its states and moves; drawn beside each.
    """
    parts = [picture(pathway, language, service, marks=marks) for service in ("", *pathway.services)]
    y, widest, placed = 0.0, 0.0, []
    for part in parts:
        found = _SIZE.search(part)
        if found is None:  # pragma: no cover - every picture says how large it is
            continue
        placed.append(part.replace("<svg ", f'<svg y="{y:g}" ', 1))
        y += float(found[2]) + _GAP
        widest = max(widest, float(found[1]))
    title = pathway.title.to(language).replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {widest:g} {y:g}" width="{widest:g}" height="{y:g}" '
        f'role="img">\n<title>{title}</title>\n'
        f'<rect width="{widest:g}" height="{y:g}" fill="#ffffff"/>\n' + "".join(placed) + "</svg>\n"
    )
