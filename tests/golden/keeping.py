"""The file of golden journals: what stands in it, and how it is read.

A line of JSON each, packed by gzip: what the file is; the definitions, by digest; the journals. A journal is its rows
as a store kept them, what was sealed in them, the key that opens it, and the state that the case had come to.
"""

from __future__ import annotations

__all__ = ["FORMAT", "GOLDEN", "Kept", "packed", "read"]

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from pathway_engine.journal.entry import Entry

FORMAT = 1
GOLDEN = Path(__file__).parent


@frozen
class Kept:
    """One golden journal.

    Args:
        name: The story and the case.
        entries: Its rows.
        key: The case's key, unwrapped; None when it was destroyed.
        opened: Number of an event -> what was sealed in it.
        state: The case's snapshot, byte for byte.
    """

    name: str
    entries: tuple[Entry, ...]
    key: bytes | None
    opened: Mapping[int, Mapping[str, Any]]
    state: str


_COLUMNS = tuple(each.name for each in attrs.fields(Entry) if each.name not in {"register", "case_id", "sealed"})


def packed(definitions: Mapping[str, str], journals: Iterable[Kept]) -> bytes:
    """Write the file; the same journals give the same bytes."""

    def lines() -> Iterator[dict[str, Any]]:
        yield {"golden journals": "pathway-engine", "format": FORMAT}
        for digest, text in sorted(definitions.items()):
            yield {"definition": digest, "text": text}
        for each in journals:
            first = each.entries[0]
            yield {
                "journal": each.name,
                "register": first.register,
                "case": first.case_id,
                "key": each.key.hex() if each.key else None,
                "entries": [_row(entry) for entry in each.entries],
                "opened": {str(seq): values for seq, values in each.opened.items()},
                "state": each.state,
            }

    text = "".join(f"{json.dumps(line, sort_keys=True)}\n" for line in lines())
    return gzip.compress(text.encode(), 9, mtime=0)


def read(path: Path) -> tuple[dict[str, str], tuple[Kept, ...]]:
    """Read a file: definitions by digest, and journals."""
    head, *lines = (json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines())
    assert head["format"] == FORMAT, f"{path.name} is of a format that this test does not read"
    definitions = {line["definition"]: line["text"] for line in lines if "definition" in line}
    return definitions, tuple(_kept(line) for line in lines if "journal" in line)


def _row(entry: Entry) -> dict[str, Any]:
    row = {name: getattr(entry, name) for name in _COLUMNS}
    return {**row, "sealed": b64encode(entry.sealed).decode() if entry.sealed is not None else None}


def _kept(line: Mapping[str, Any]) -> Kept:
    def entry(row: dict[str, Any]) -> Entry:
        sealed = b64decode(row["sealed"]) if row["sealed"] is not None else None
        names = tuple(row["sealed_names"])
        place = {"register": line["register"], "case_id": line["case"]}
        return Entry(**{**row, **place, "sealed": sealed, "sealed_names": names})

    return Kept(
        name=line["journal"],
        entries=tuple(map(entry, line["entries"])),
        key=bytes.fromhex(line["key"]) if line["key"] else None,
        opened={int(seq): values for seq, values in line["opened"].items()},
        state=line["state"],
    )
