"""What clients of the register were told is done: every such event must stand in the journal (promise 1).

Whoever sends commands may keep a list of what was acknowledged, a line for each: case, number of the event and, after
another space, the idempotency key of the command. Nothing in the database can tell of a command that was acknowledged
and lost; such a list can.
"""

from __future__ import annotations

__all__ = ["Acknowledged"]

from collections.abc import Callable, Iterator
from pathlib import Path

from .faults import CannotVerify
from .findings import Finding
from .rows import Home

Keyed = Callable[[str, str], str]
"""Register and idempotency key -> the key as receipts keep it; without one, keys are given as they are kept."""


class Acknowledged:
    """A list of what was acknowledged.

    Args:
        path: The file; none when left out.
        keyed: Makes of an idempotency key what receipts keep of it.

    Raises:
        CannotVerify: The file cannot be read, or has a line of another form.
    """

    def __init__(self, path: Path | None, keyed: Keyed | None = None) -> None:
        self._keyed = keyed or (lambda _register, key: key)
        # Two keys for one number: two databases told it, and one of them is not this one.
        self._told: dict[str, dict[int, list[str]]] = {}
        for number, text in enumerate(_text(path).splitlines() if path else (), start=1):
            words = text.split(maxsplit=2)
            if not words:
                continue
            if len(words) == 1 or not words[1].isdecimal():
                raise CannotVerify(f"{path}:{number}: a line is a case, the number of an event, and perhaps a key")
            self._told.setdefault(words[0], {}).setdefault(int(words[1]), []).extend(words[2:])

    def compare(self, home: Home) -> Iterator[Finding]:
        """Hold a case against the list; of a case that was purged nothing is asked."""
        told = self._told.pop(home.case, None)
        if not told or home.rows["tombstones"]:
            return
        written = {row["seq"] for row in home.rows["journal"]}
        receipts = {str(row["key"]): (row["first_seq"], row["last_seq"]) for row in home.rows["receipts"]}
        for seq, keys in sorted(told.items()):
            if seq not in written:
                yield Finding.of(home, seq, "acknowledged-missing")
            for key in keys:
                first, last = receipts.get(self._keyed(home.register, key), (0, -1))
                if not first <= seq <= last:
                    yield Finding.of(home, seq, "acknowledged-key")

    def finish(self) -> Iterator[Finding]:
        """Tell what was acknowledged of cases that are not there at all."""
        for case, told in sorted(self._told.items()):
            for seq in sorted(told):
                yield Finding("", case, seq, "acknowledged-missing")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise CannotVerify(f"{path} cannot be read: {error}") from None
