"""Refusing hostile definition files: the slowest of them, in processor time."""

import contextlib
import time
from collections.abc import Iterable

from pathway_engine.definition import DefinitionError, load_text

FILES = {
    "200,000 opening brackets": "a: " + "[" * 200_000,
    "100,000 keys": "".join(f"k{number}: 1\n" for number in range(100_000)),
    "a scalar of 900,000 letters": "a: " + "x" * 900_000,
    "50,000 anchors": "".join(f"k{number}: &a{number} 1\n" for number in range(50_000)),
    "a merge bomb": "a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
    "300,000 empty lists": "a: [" + "[]," * 300_000 + "]\n",
    "100,000 documents": "---\n" * 100_000,
}


def run() -> Iterable[tuple[str, str, str]]:
    """Measure each, the better of three runs."""
    for name, text in FILES.items():
        yield name, f"{min(_refused(text) for _ in range(3)) * 1000:.0f} ms", "issue: < 200 ms"


def _refused(text: str) -> float:
    started = time.process_time()
    with contextlib.suppress(DefinitionError):
        load_text(text)
        raise AssertionError(text[:20])
    return time.process_time() - started
