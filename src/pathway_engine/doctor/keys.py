"""Whether the keys at hand open what is kept, and whether what was erased is."""

from __future__ import annotations

__all__ = ["examine_erasures", "examine_keys"]

from collections.abc import Iterator

from pathway_engine.doctor.finding import Finding, finding
from pathway_engine.errors import KeyMissing, SealBroken, Unreadable
from pathway_engine.journal.keys import KeyProvider
from pathway_engine.stores.sql.appending import kept_bytes
from pathway_engine.stores.sql.probing import Probe

_MOST_NAMED = 20


def examine_keys(probe: Probe, keys: KeyProvider) -> Iterator[Finding]:
    """Try every wrapping key that the database names on one case of each register."""
    query = """
        SELECT k.register, k.key_id, k.case_id, k.wrapped, tried.cases
        FROM {case_keys} k JOIN (
          SELECT register, key_id, min(case_id) AS case_id, count(*) AS cases FROM {case_keys} GROUP BY register, key_id
        ) tried ON tried.register = k.register AND tried.key_id = k.key_id AND tried.case_id = k.case_id
        ORDER BY k.register, k.key_id
    """
    for register, key_id, case, wrapped, count in probe.rows(query):
        told = {"register": str(register), "case": str(case), "key_id": str(key_id)}
        try:
            keys.unwrap(register, case, kept_bytes(wrapped), key_id)
        except KeyMissing:
            yield finding("error", "key-id-missing", 1, count=int(count), **told)
        except (SealBroken, Unreadable):
            yield finding("error", "key-not-fitting", 1, **told)


def examine_erasures(probe: Probe) -> Iterator[Finding]:
    """Find cases that were erased and whose key is there: a backup was restored, and the erasures not applied again."""
    query = """
        SELECT e.register, e.case_id FROM {erasures} e
        JOIN {case_keys} k ON k.register = e.register AND k.case_id = e.case_id
        ORDER BY e.register, e.case_id LIMIT :most
    """
    for register, case in probe.rows(query, most=_MOST_NAMED):
        yield finding("error", "erasure-undone", 15, register=register, case=case)
