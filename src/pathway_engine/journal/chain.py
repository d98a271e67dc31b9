"""The hash chain of a journal: any edit, insertion, reordering or deletion in the middle is located (promise 11).

The hash of an entry is SHA-256 over the canonical JSON of this object, in hexadecimal:

    {"actor": …, "body": …, "case": …, "digest": …, "format": 1, "occurred_at": …, "prev": …, "receipt": …,
     "recorded_at": …, "register": …, "sealed": SHA-256 of the ciphertext or null, "sealed_names": […], "seq": …,
     "type": …, "version": …}

`actor` and `body` are the kept texts, as strings: what is hashed is what is stored, and a verifier parses nothing. Of
the ciphertext only its hash goes in, so that the chain still verifies when the ciphertext itself has been taken away.
`receipt` is the mark of the receipt that was written with the entry, or empty: SHA-256 over
`{"command": …, "format": 1, "key": …}`, the fingerprint and the key as the receipt keeps them. All entries of one
command bear it, and no other does: a receipt that is taken away or exchanged is missed by them.

The first entry's `prev` is bound to its register and case: rows copied to another case do not fit there. A chain alone
cannot show that its end was cut off; signed checkpoints do that.
"""

from __future__ import annotations

__all__ = ["CHAIN_FORMAT", "broken_at", "genesis", "hash_of", "linked", "receipt_mark"]

from collections.abc import Iterable, Iterator
from hashlib import sha256

from pathway_engine.errors import Unreadable
from pathway_engine.journal.canonical import canonical, joined_text
from pathway_engine.journal.entry import Entry, Head

CHAIN_FORMAT = 1


def genesis(register: str, case_id: str) -> str:
    """Give the hash that the first entry of a case follows."""
    start = {"case": case_id, "format": CHAIN_FORMAT, "genesis": "pathway-engine", "register": register}
    return sha256(canonical(start)).hexdigest()


def receipt_mark(key: str, fingerprint: str) -> str:
    """Give the mark that the entries of a command bear when it came under an idempotency key.

    Args:
        key: The key, as its receipt keeps it: hashed under the register's key.
        fingerprint: The command, as its receipt keeps it: hashed likewise.
    """
    return sha256(canonical({"command": fingerprint, "format": CHAIN_FORMAT, "key": key})).hexdigest()


def hash_of(entry: Entry) -> str:
    """Work out the hash of an entry from its other columns."""
    return sha256(
        joined_text(
            {
                "actor": entry.actor,
                "body": entry.body,
                "case": entry.case_id,
                "digest": entry.digest,
                "format": CHAIN_FORMAT,
                "occurred_at": entry.occurred_at,
                "prev": entry.prev_hash,
                "receipt": entry.receipt,
                "recorded_at": entry.recorded_at,
                "register": entry.register,
                "sealed": None if entry.sealed is None else sha256(entry.sealed).hexdigest(),
                "sealed_names": entry.sealed_names,
                "seq": entry.seq,
                "type": entry.type,
                "version": entry.type_version,
            }
        ).encode()
    ).hexdigest()


def linked(entries: Iterable[Entry], head: Head) -> Iterator[Entry]:
    """Give entries one after the other, as long as each follows the one before. Their content is not looked at.

    Args:
        entries: In the order of their numbers.
        head: Register and case, and the number and the hash that the first of them follows; with number 0 the
            beginning.

    Raises:
        Unreadable: A row is missing, or stands in another's place.
    """
    number, previous = head.version, head.hash if head.version else genesis(head.register, head.case_id)
    for entry in entries:
        number += 1
        if entry.seq != number or entry.prev_hash != previous:
            raise Unreadable(f"event {number} of case {head.case_id} is missing, or does not follow the one before it")
        previous = entry.hash
        yield entry


def broken_at(register: str, case_id: str, entries: Iterable[Entry]) -> int | None:
    """Give the number at which a whole journal stops fitting together; None when it fits from first to last."""
    head = genesis(register, case_id)
    for seq, entry in enumerate(entries, start=1):
        at_home = (entry.register, entry.case_id, entry.seq) == (register, case_id, seq)
        if not at_home or entry.prev_hash != head or hash_of(entry) != entry.hash:
            return seq
        head = entry.hash
    return None
