"""Reports: figures of one register, counted from its journals, without anything personal.

`palo` counts what the working-age coordination counts, `fidelity` the quality of coaching, `flow` how clients move.
Each is a pure function over histories; `made` reads them from a store.
"""

from __future__ import annotations

__all__ = ["REPORTS", "Period", "Report", "as_csv", "as_data", "as_text", "made"]

from collections.abc import Callable, Iterable, Mapping

from pathway_engine.definition.model import Pathway
from pathway_engine.engine.library import Library
from pathway_engine.reports.fidelity import fidelity
from pathway_engine.reports.flow import flow
from pathway_engine.reports.histories import History, Period, read_histories
from pathway_engine.reports.palo import palo
from pathway_engine.reports.tables import Report
from pathway_engine.reports.writing import as_csv, as_data, as_text
from pathway_engine.stores.port import Store

REPORTS: Mapping[str, Callable[[Iterable[History], str, Period], Report]] = {
    "palo": palo,
    "fidelity": fidelity,
    "flow": flow,
}
"""Name -> how it is counted."""


def made(name: str, store: Store, register: str, period: Period, pathways: Iterable[Pathway] = ()) -> Report:
    """Make a report over a register.

    Args:
        name: `palo`, `fidelity` or `flow`.
        store: The store.
        register: The register (controller).
        period: The days it covers.
        pathways: Definitions at hand: what the store keeps of a definition is its rules, not the order of its lists.

    Raises:
        KeyError: There is no such report.
        DefinitionNotFound: A case runs under a definition whose text is gone.
    """
    return REPORTS[name](read_histories(store, register, Library(pathways)), register, period)
