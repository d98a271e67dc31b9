"""Pictures of pathways: SVG drawn here, offline and the same every time; PNG with the extra `[diagrams]`."""

from pathway_engine.diagrams.chart import picture
from pathway_engine.diagrams.raster import as_png

__all__ = ["as_png", "picture"]
