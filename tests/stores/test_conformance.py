"""The shipped suite finds what a store of somebody else's does wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

STORE = """
import attrs

from pathway_engine.stores.conformance import conformance
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import AppendConflict


class Careless(MemoryStore):
    {fault}


TestCareless = conformance(Careless)
"""

# As a host would set it, but for haste: what fails need not be made small.
PROFILE = """
from hypothesis import Phase, settings

settings.register_profile("ours", max_examples=15, derandomize=True, database=None, phases=[Phase.generate])
settings.load_profile("ours")
"""


@pytest.mark.parametrize(
    ("fault", "test"),
    [
        pytest.param("pass", "", id="no fault"),
        pytest.param(
            """def append(self, append):
        receipt = append.receipt
        try:
            super().append(append)
        except AppendConflict as conflict:
            if conflict.about != "receipt":
                raise
            super().append(attrs.evolve(append, receipt=None))""",
            "test_an_idempotency_key_is_used_once",
            id="a key counts for nothing",
        ),
        pytest.param(
            """def scan(self, register, case_id, after=0, limit=1000):
        return tuple(reversed(super().scan(register, case_id, after, limit)))""",
            "test_entries_are_scanned_in_order_from_a_number_on",
            id="another order",
        ),
        pytest.param(
            """def settle(self, claimed, **how):
        return super().settle(claimed, **how) or True""",
            "test_what_is_lent_is_lent_once_until_the_lease_ends",
            id="a lost lease is not told",
        ),
        pytest.param(
            """def load(self, register, case_id, key=""):
        loaded = super().load(register, case_id, key)
        if loaded.row is not None and loaded.row.version > 3:
            return attrs.evolve(loaded, row=attrs.evolve(loaded.row, worker=""))
        return loaded""",
            "test_it_answers_as_the_memory_store_does",
            id="a worker is forgotten later on",
        ),
    ],
)
def test_a_fault_turns_the_test_of_it_red(tmp_path: Path, fault: str, test: str) -> None:
    """A store with one fault fails the test that speaks of it; one without passes them all."""
    (tmp_path / "conftest.py").write_text(PROFILE)
    (tmp_path / "test_theirs.py").write_text(STORE.format(fault=fault))
    flags = ("-q", "--no-header", "-p", "no:cacheprovider", "--tb=line", *(("-k", test) if test else ()))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *flags, "test_theirs.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    red = [
        line.partition("::")[2].partition("::")[2].partition(" ")[0]
        for line in done.stdout.splitlines()
        if line.startswith("FAILED")
    ]
    if test:
        assert test in {each.partition("[")[0] for each in red}, done.stdout[-2000:]
    else:
        assert done.returncode == 0, done.stdout[-2000:]
