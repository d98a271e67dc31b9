"""An independent verifier: is the database what its journals say, and are the journals whole?

It shares no code with the engine, so that a fault of the engine cannot hide itself here: it reads the tables itself,
and the canonical JSON, the hash chain and the fold of the events are written anew from their description. It needs
nothing but Python's standard library (and `tzdata` where the machine has no time zones): this folder can be copied
away and run on its own as `python -m verify FILE`.

It checks, for every case: numbers 1..n, the hash chain, the form of every event; that each event fits what came
before (handovers step by step, one coordinating organisation, a basis for every disclosure, no time limit missed
early); that the state row, time limits, parts, messages, receipts, keys and logs agree with the journal; and for the
whole: the kept definitions, and the loads of workers.

It cannot see what was cut off as a whole, whatever it is that holds no trace of it elsewhere: the end of a log, a
case with all its rows, a whole database set back to an older day. That needs a checkpoint kept somewhere else. It
opens nothing that is sealed.
"""

from __future__ import annotations

__all__ = ["CannotVerify", "Finding", "verify_database"]

from collections.abc import Collection, Iterator

from .agreement import disagreements
from .definitions import Definitions
from .findings import Finding
from .journal import read_journal
from .rows import CannotVerify, Damaged, Snapshot, homes, open_snapshot


def verify_database(url: str, *, prefix: str = "pathway_", published: Collection[str] | None = None) -> list[Finding]:
    """Verify a database as it stands at one moment; others may write meanwhile. Nothing is written.

    Args:
        url: `sqlite:///path/to/file`, or the bare path of a SQLite file.
        prefix: What the name of every table begins with.
        published: Types of events that the host tells to the world outside; all when left out.

    Returns:
        Everything that is wrong, by case and number; empty when nothing is.

    Raises:
        CannotVerify: The database is not there, is no database of ours, or is of another version.
    """
    with open_snapshot(url, prefix) as snapshot:
        found = [Finding("", "", 0, "file-damaged", (("what", what),)) for what in snapshot.faults()]
        try:
            for each in _verified(snapshot, published):
                found.append(each)  # noqa: PERF402 - what was found before the damage stays found
        except Damaged as error:
            found.append(Finding("", "", 0, "file-damaged", (("what", str(error)),)))
    return list(dict.fromkeys(found))


def _verified(snapshot: Snapshot, published: Collection[str] | None) -> Iterator[Finding]:
    definitions = Definitions(snapshot.rows("definitions", "digest"))
    for home in homes(snapshot):
        journal = read_journal(home)
        yield from journal.findings
        yield from disagreements(home, journal, published)
        yield from definitions.named_by(home, journal)
        if journal.case is not None:
            definitions.count(journal.case)
    yield from definitions.unnamed()
    yield from definitions.loads(snapshot.rows("loads", "register, capacity, worker"))
    yield from _keys_twice(snapshot)


def _keys_twice(snapshot: Snapshot) -> Iterator[Finding]:
    """An idempotency key is used once in a register, whatever the case."""
    before = None
    for row in snapshot.rows("receipts", "register, key, case_id, first_seq"):
        if before is not None and (row["register"], row["key"]) == before:
            yield Finding(str(row["register"]), str(row["case_id"]), row["first_seq"], "receipt-twice")
        before = row["register"], row["key"]
