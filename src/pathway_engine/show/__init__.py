"""Pathways and histories as people read them: text, diagrams, YAML, JSON, and sentences."""

from pathway_engine.show.drawing import drawing
from pathway_engine.show.history import Line, Teller, brief_history, history_text, lines
from pathway_engine.show.mermaid import mermaid, service_mermaid
from pathway_engine.show.outline import outline
from pathway_engine.show.situation import reason_lines, situation, step_lines
from pathway_engine.show.yaml_text import yaml_text

__all__ = [
    "Line",
    "Teller",
    "brief_history",
    "drawing",
    "history_text",
    "lines",
    "mermaid",
    "outline",
    "reason_lines",
    "service_mermaid",
    "situation",
    "step_lines",
    "yaml_text",
]
