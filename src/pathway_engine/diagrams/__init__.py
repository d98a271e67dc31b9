"""Pictures of pathways: SVG drawn here, offline and the same every time; PNG with the extra `[diagrams]`."""

from pathway_engine.diagrams.chart import picture
from pathway_engine.diagrams.raster import as_png
from pathway_engine.diagrams.whole import whole_picture

__all__ = ["as_png", "picture", "whole_picture"]
