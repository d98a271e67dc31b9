"""What every code of a problem in a definition means, why it matters, and an example of how to mend it."""

from __future__ import annotations

__all__ = ["EXPLANATIONS", "Explanation"]

from collections.abc import Mapping

from attrs import frozen

from pathway_engine.text import Text
from pathway_engine.text.explained_names_messages import EXPLAINED as _NAMES
from pathway_engine.text.explained_reading_messages import EXPLAINED as _READING
from pathway_engine.text.explained_whole_messages import EXPLAINED as _WHOLE
from pathway_engine.text.keeping_messages import EXPLAINED as _KEEPING


@frozen
class Explanation:
    """What a code means.

    Args:
        text: What is wrong and why it matters.
        wrong: An example that has the fault; empty when it cannot be shown in a few lines.
        right: The same, mended.
    """

    text: Text
    wrong: str
    right: str


EXPLANATIONS: Mapping[str, Explanation] = {
    code: Explanation(Text(fi, sv, en), wrong, right)
    for code, (fi, sv, en, wrong, right) in {**_READING, **_NAMES, **_WHOLE, **_KEEPING}.items()
}
"""Code -> explanation."""
