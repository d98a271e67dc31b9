"""Tombstones: what stays of a case that was purged after its retention (semantics §D2).

Each register has one row of them, numbered and chained, so that a case that went missing by itself is told from one
that was purged. The hash of a tombstone is SHA-256 over the canonical JSON of

    {"basis": …, "case": …, "format": 1, "head": …, "number": …, "prev": …, "purged_at": …, "register": …,
     "version": …}

and the first follows the hash of `{"format": 1, "genesis": "pathway-engine tombstones", "register": …}`. It tells of
nobody: the id of a case is random, and `head` is the last hash of a journal that is gone.
"""

from __future__ import annotations

__all__ = ["Tombstone", "tombstone_after", "tombstone_genesis"]

from datetime import datetime
from hashlib import sha256

from attrs import frozen

from pathway_engine.journal.canonical import canonical, instant
from pathway_engine.journal.entry import Head

TOMBSTONE_FORMAT = 1


@frozen(kw_only=True)
class Tombstone:
    """That a case was there and was purged.

    Args:
        register: The register.
        number: Its place among the register's tombstones, from 1.
        case_id: The case.
        version: Number of the last entry of its journal.
        head: Hash of that entry.
        purged_at: Engine clock.
        basis: Rule of retention that ran out, or what else the purge rested on.
        prev_hash: Hash of the tombstone before.
        hash: Its own.
    """

    register: str
    number: int
    case_id: str
    version: int
    head: str
    purged_at: datetime
    basis: str
    prev_hash: str
    hash: str


def tombstone_genesis(register: str) -> str:
    """Give the hash that a register's first tombstone follows."""
    start = {"format": TOMBSTONE_FORMAT, "genesis": "pathway-engine tombstones", "register": register}
    return sha256(canonical(start)).hexdigest()


def tombstone_after(number: int, prev_hash: str, last: Head, purged_at: datetime, basis: str) -> Tombstone:
    """Make the tombstone that follows another.

    Args:
        number: Number of the one before; 0 when it is the first.
        prev_hash: Hash of the one before.
        last: Where the journal of the case ended.
        purged_at: Engine clock.
        basis: What the purge rests on.
    """
    hashed = {
        "basis": basis,
        "case": last.case_id,
        "format": TOMBSTONE_FORMAT,
        "head": last.hash,
        "number": number + 1,
        "prev": prev_hash,
        "purged_at": instant(purged_at),
        "register": last.register,
        "version": last.version,
    }
    return Tombstone(
        register=last.register,
        number=number + 1,
        case_id=last.case_id,
        version=last.version,
        head=last.hash,
        purged_at=purged_at,
        basis=basis,
        prev_hash=prev_hash,
        hash=sha256(canonical(hashed)).hexdigest(),
    )
