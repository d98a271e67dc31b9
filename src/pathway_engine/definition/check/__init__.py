"""Checking a whole definition: that it holds together, that it can happen, and that it keeps the principles.

Loading finds what is wrong with words (`names`); here a definition whose every name leads somewhere is judged as a
whole. Each kind of finding has a stable code, listed with its severity in `places.SEVERITIES` and explained in
`pathway_engine.text.explanations`.

What is not judged: whether a form truly asks what its name says (see `vocabulary`), what a host's predicates answer,
and automatic moves, for the language has none.
"""

from __future__ import annotations

__all__ = ["SEVERITIES", "check", "check_pathway", "examine"]

from collections.abc import Mapping
from contextlib import suppress
from os import PathLike

from pathway_engine.definition.check.contradictions import check_contradictions
from pathway_engine.definition.check.graph import Graph
from pathway_engine.definition.check.periods import check_periods
from pathway_engine.definition.check.places import SEVERITIES, Notes, parts_of
from pathway_engine.definition.check.principles import check_gates, check_ways
from pathway_engine.definition.check.soundness import check_soundness
from pathway_engine.definition.check.tidiness import check_tidiness
from pathway_engine.definition.findings import Findings, Halt
from pathway_engine.definition.load import Loaded, gather
from pathway_engine.definition.model import Pathway
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.sources import Document, Sources
from pathway_engine.errors import Problem


def check(loaded: Loaded, language: str = "en") -> list[Problem]:
    """Give everything that is wrong, doubtful or notable in a definition that loads, in the order of its files.

    Args:
        loaded: The definition, as `load_with_origins` gives it.
        language: Language of the messages: `fi`, `sv` or `en`.
    """
    findings = Findings()
    with suppress(Halt):  # so many that no more are wanted
        check_pathway(loaded.pathway, loaded.origins, findings)
    return sorted((*loaded.warnings, *findings.problems(language)))


def examine(
    what: str | PathLike[str] | Document,
    *,
    sources: Sources | Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> list[Problem]:
    """Load a definition and check it; give everything there is to say about it, in the order of its files.

    While a name leads nowhere, a whole cannot be judged: what would look unreachable may be one slip of the keys. So
    long as loading finds errors, only what does not depend on the rest is told besides: gates, reasons and periods.

    Args:
        what: A name, a path, or the document itself.
        sources: As for `pathway_engine.definition.load`.
        language: Language of the messages: `fi`, `sv` or `en`.
    """
    findings = Findings()
    with suppress(Halt):
        loaded = gather(what, sources, findings)
        if findings.errors:
            notes = Notes(loaded.origins, findings)
            check_gates(notes, loaded.pathway)
            check_periods(notes, loaded.pathway)
        else:
            check_pathway(loaded.pathway, loaded.origins, findings)
    return findings.problems(language)


def check_pathway(pathway: Pathway, origins: Origins, findings: Findings) -> None:
    """Add everything that checking finds to `findings`.

    Args:
        pathway: The effective definition; all its names lead somewhere.
        origins: Where its parts were written.
        findings: Takes what is found.
    """
    notes = Notes(origins, findings)
    verdicts = {}
    for part in parts_of(pathway):
        graph = Graph.of(part.states, part.moves)
        verdicts[part.service] = check_soundness(notes, pathway, part, graph)
        check_ways(notes, pathway, part, graph, verdicts[part.service])
    check_contradictions(notes, pathway)
    check_gates(notes, pathway)
    check_periods(notes, pathway)
    check_tidiness(notes, pathway, verdicts)
