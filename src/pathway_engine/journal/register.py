"""The register of erasures as a file: kept elsewhere than the backups, and applied after one of them is restored.

A line of JSON for the file, then one for each erasure. It names cases by their random ids, and nobody.

    {"erasures": "pathway-engine", "format": 1, "register": …}
    {"basis": …, "case": …, "erased_at": …}
"""

from __future__ import annotations

__all__ = ["Erasure", "read_register", "register_lines"]

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from attrs import frozen

from pathway_engine.journal.canonical import canonical_text, instant, parse_instant

REGISTER_FORMAT = 1
_LONGEST_LINE = 1000


@frozen(kw_only=True)
class Erasure:
    """That a case's key is destroyed, for the register of erasures, which is applied again after a restore."""

    case_id: str
    erased_at: datetime
    basis: str


def register_lines(register: str, erasures: Iterable[Erasure]) -> Iterator[str]:
    """Write the register of erasures, line by line."""
    yield canonical_text({"erasures": "pathway-engine", "format": REGISTER_FORMAT, "register": register})
    for each in erasures:
        yield canonical_text({"basis": each.basis, "case": each.case_id, "erased_at": instant(each.erased_at)})


def read_register(register: str, lines: Iterable[str]) -> tuple[Erasure, ...]:
    """Read what `register_lines` wrote, all of it or nothing.

    Raises:
        ValueError: It is no such file, belongs to another register, or a line cannot be read. No line is shown.
    """
    found: list[Erasure] = []
    head: Any = None
    for number, line in enumerate(lines, start=1):
        try:
            data = json.loads(line[:_LONGEST_LINE])
            if head is None:
                head = data
                known = (data["erasures"], data["format"]) == ("pathway-engine", REGISTER_FORMAT)
            else:
                texts = (data["case"], data["basis"])
                found.append(Erasure(case_id=texts[0], erased_at=parse_instant(data["erased_at"]), basis=texts[1]))
                known = all(isinstance(each, str) for each in texts)
        except (ValueError, KeyError, TypeError, RecursionError):
            known = False
        if not known:
            # Outside the handler: the exception must not carry the faulty text along.
            raise ValueError(f"line {number} is none of a register of erasures")
    if head is None:
        raise ValueError("the file is empty: no register of erasures")
    if head["register"] != register:
        raise ValueError("the erasures are those of another register")
    return tuple(found)
