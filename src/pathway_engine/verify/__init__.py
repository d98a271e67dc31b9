"""An independent verifier: is the database what its journals say, and are the journals whole?

It shares no code with the engine, so that a fault of the engine cannot hide itself here: it reads the tables itself,
and the canonical JSON, the hash chain and the fold of the events are written anew from their description. It needs
nothing but Python's standard library (and `tzdata` where the machine has no time zones) for a SQLite file; `psycopg`
for PostgreSQL and `cryptography` for checkpoints are imported when they are asked for. This folder can be copied away
and run on its own as `python -m verify DATABASE`.

It checks, for every case: numbers 1..n, the hash chain, the form of every event; that each event fits what came
before (handovers step by step, one coordinating organisation, a basis for every disclosure, no time limit missed
early); that the state row, time limits, parts, messages, receipts, keys and logs agree with the journal; and for the
whole: the kept definitions, the loads of workers, and the tombstones of purged cases.

It cannot see what was cut off as a whole, whatever it is that holds no trace of it elsewhere: the end of a log, a
case with all its rows, a whole database set back to an older day. `Evidence` that is kept elsewhere shows it: signed
checkpoints, and lists of what clients were told is done. It opens nothing that is sealed.
"""

from __future__ import annotations

__all__ = ["CannotVerify", "Evidence", "Finding", "verify_database"]

from collections.abc import Collection, Iterator

from .acknowledged import Acknowledged
from .agreement import disagreements
from .checkpoints import Checkpoints
from .definitions import Definitions
from .evidence import NOTHING, Evidence
from .faults import CannotVerify, Damaged
from .findings import Finding
from .journal import read_journal
from .rows import Snapshot, homes, open_snapshot
from .states import States
from .tombstones import broken_tombstones


def verify_database(
    url: str,
    *,
    prefix: str = "pathway_",
    schema: str = "",
    published: Collection[str] | None = None,
    evidence: Evidence = NOTHING,
) -> list[Finding]:
    """Verify a database as it stands at one moment; others may write meanwhile. Nothing is written.

    Args:
        url: `sqlite:///path/to/file`, the bare path of a SQLite file, or `postgresql://…`.
        prefix: What the name of every table begins with.
        schema: Schema of the tables on PostgreSQL; found by the search path when empty.
        published: Types of events that the host tells to the world outside; all when left out.
        evidence: What is kept elsewhere, to hold the database against.

    Returns:
        Everything that is wrong, by case and number; empty when nothing is.

    Raises:
        CannotVerify: The database is not there, is no database of ours, or is of another version; or evidence, a key
            or a library for them is missing.
    """
    checkpoints = Checkpoints(evidence.checkpoints, evidence.public_keys)
    acknowledged = Acknowledged(evidence.acknowledged, evidence.keyed)
    found = list(checkpoints.findings)
    with open_snapshot(url, prefix, schema) as snapshot:
        found += [Finding("", "", 0, "file-damaged", (("what", what),)) for what in snapshot.faults()]
        try:
            for each in _verified(snapshot, published, checkpoints, acknowledged, States(evidence.mac)):
                found.append(each)
        except Damaged as error:
            found.append(Finding("", "", 0, "file-damaged", (("what", str(error)),)))
    return list(dict.fromkeys(found))


def _verified(
    snapshot: Snapshot,
    published: Collection[str] | None,
    checkpoints: Checkpoints,
    acknowledged: Acknowledged,
    states: States,
) -> Iterator[Finding]:
    definitions = Definitions(snapshot.rows("definitions", "digest"))
    for home in homes(snapshot):
        journal = read_journal(home)
        yield from journal.findings
        yield from disagreements(home, journal, published)
        yield from states.compare(home, journal)
        yield from definitions.named_by(home, journal)
        yield from checkpoints.compare(home)
        yield from acknowledged.compare(home)
        if journal.case is not None:
            definitions.count(journal.case)
    yield from checkpoints.finish()
    yield from acknowledged.finish()
    yield from definitions.unnamed()
    yield from definitions.loads(snapshot.rows("loads", "register, capacity, worker"))
    yield from _keys_twice(snapshot)
    yield from broken_tombstones(snapshot)


def _keys_twice(snapshot: Snapshot) -> Iterator[Finding]:
    """An idempotency key is used once in a register, whatever the case."""
    before = None
    for row in snapshot.rows("receipts", "register, key, case_id, first_seq"):
        if before is not None and (row["register"], row["key"]) == before:
            yield Finding(str(row["register"]), str(row["case_id"]), row["first_seq"], "receipt-twice")
        before = row["register"], row["key"]
