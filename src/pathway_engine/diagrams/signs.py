"""The three signs beside what scenarios touch, or do not: a tick, an arrow to where it was written, a cross.

They differ in shape and edge as well as in colour, and are drawn rather than written, so that no font is needed.
"""

from __future__ import annotations

__all__ = ["WIDTH", "sign"]

from collections.abc import Iterator

from pathway_engine.show.marking import INHERITED, TOUCHED, UNTOUCHED

WIDTH = 15
"""Width and height of a sign in pixels."""

_GROUND = {TOUCHED: "#0b6e4f", INHERITED: "#ffffff", UNTOUCHED: "#ffffff"}
_EDGE = {TOUCHED: "#0b6e4f", INHERITED: "#1d4ed8", UNTOUCHED: "#b42318"}
_STROKE = {TOUCHED: "#ffffff", INHERITED: "#1d4ed8", UNTOUCHED: "#b42318"}
_SHAPE = {
    TOUCHED: "M-3.5 0.2L-1 2.8L3.8-2.6",
    INHERITED: "M0 4V-3.6M-3-0.8L0-4L3-0.8",
    UNTOUCHED: "M-3-3L3 3M3-3L-3 3",
}


def sign(mark: str, x: float, y: float) -> Iterator[str]:
    """Draw a sign around a point.

    Args:
        mark: `touched`, `inherited` or `untouched`.
        x: The point from the left, in pixels.
        y: The point from above, in pixels.
    """
    half = WIDTH / 2 - 0.75
    dash = ' stroke-dasharray="3 2"' if mark == UNTOUCHED else ""
    yield f'<g class="{mark}" transform="translate({x:g},{y:g})">'
    yield (
        f'<rect x="{-half:g}" y="{-half:g}" width="{2 * half:g}" height="{2 * half:g}" rx="3" '
        f'fill="{_GROUND[mark]}" stroke="{_EDGE[mark]}" stroke-width="1.5"{dash}/>'
    )
    yield f'<path d="{_SHAPE[mark]}" stroke="{_STROKE[mark]}" stroke-width="1.8" fill="none"/></g>'
