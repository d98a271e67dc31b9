"""SVG to PNG, for where an SVG cannot be shown. It needs the extra `[diagrams]`; drawing itself needs nothing."""

from __future__ import annotations

__all__ = ["as_png"]

from pathway_engine.errors import MissingExtra


def as_png(svg: str, width: int = 1800) -> bytes:
    """Give a picture as PNG.

    Args:
        svg: What `picture` gave.
        width: Width in pixels.

    Raises:
        MissingExtra: The extra is not installed.
    """
    try:
        import mermaidx
    except ImportError:
        raise MissingExtra("diagrams") from None
    drawn: bytes = mermaidx.svg_to_png(svg, width=float(width), background="#ffffff")
    return drawn
