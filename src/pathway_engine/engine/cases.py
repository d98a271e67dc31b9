"""From a row that the store gave to the case it tells of."""

from __future__ import annotations

__all__ = ["MOST", "CaseReader"]

from collections.abc import Callable, Iterable
from threading import Lock

from pathway_engine.case.evolve import replay
from pathway_engine.case.model import Case
from pathway_engine.errors import Unreadable
from pathway_engine.journal.forms import read_case
from pathway_engine.journal.keys import KeyProvider
from pathway_engine.journal.ledger import event_of
from pathway_engine.stores.port import CaseRow, Entry
from pathway_engine.stores.rows import is_as_written

MOST = 512
"""How many cases are kept ready."""


class CaseReader:
    """Reads cases, and keeps those it had last beside the rows they were read from or written to.

    The store is asked every time, and a kept case is given only for a row that is the kept one in every column. So
    nothing that another process writes, that a host rolls back or that somebody alters is ever missed; what is spared
    is looking through the text. Like its row, a case holds nothing of what is sealed (semantics §D1).

    Args:
        keys: Give the register's key, under which rows are bound.
        most: How many cases are kept; the one kept longest goes first.
    """

    def __init__(self, keys: KeyProvider, most: int = MOST) -> None:
        self._keys = keys
        self._most = most
        self._kept: dict[str, tuple[CaseRow, Case]] = {}
        self._changing = Lock()

    def read(self, row: CaseRow, journal: Callable[[str], Iterable[Entry]]) -> Case:
        """Give the case of a row; one whose snapshot an older version wrote is folded anew from its journal.

        Raises:
            Unreadable: The row is not as an engine with these keys wrote it.
        """
        kept = self._kept.get(row.case_id)
        if kept is not None and kept[0] == row:
            return kept[1]
        if not is_as_written(self._keys, row):
            # Whatever it was made to say decides nothing.
            raise Unreadable(f"the state of case {row.case_id} is not as an engine with these keys wrote it")
        case = read_case(row.snapshot) or replay(row.case_id, row.register, map(event_of, journal(row.case_id)))
        if case is None or (case.id, case.version) != (row.case_id, row.version):
            raise Unreadable(f"the state of case {row.case_id} is not the one of its version")
        self.keep(row, case)
        return case

    def keep(self, row: CaseRow, case: Case) -> None:
        """Keep a case that was read from a row, or was written to it."""
        with self._changing:
            self._kept.pop(row.case_id, None)
            self._kept[row.case_id] = row, case
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]

    def forget(self, case_id: str) -> None:
        """Let go of a case that was purged."""
        with self._changing:
            self._kept.pop(case_id, None)
