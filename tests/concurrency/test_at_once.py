"""Many processes at once, some of them killed: nothing lost, nothing twice, one coordinator (faults 2.A, 2.C, 2.F47).

Small by default; the full sizes are those of `python -m tests.concurrency.…`, and of the tests marked `soak`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pathway_engine.stores.sql import appending
from pathway_engine.stores.sql.statements import Prepared
from tests.concurrency import duels, many_cases, one_case


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/cases.db"
    else:
        yield request.getfixturevalue("postgres_url")


def test_processes_on_one_case_lose_and_repeat_nothing(url: str, tmp_path: Path) -> None:
    """Processes that write to one case and are killed: whatever was acknowledged stands in its journal, once."""
    figures = one_case.trial(url, tmp_path, seconds=1.5, processes=6, kill_every=0.2)

    assert figures["acknowledged"] > 0
    assert figures["kills"] > 0


def test_processes_on_many_cases_lose_and_repeat_nothing(url: str, tmp_path: Path) -> None:
    """Handovers, time limits, messages and kills on many cases: each has one coordinator at every look."""
    figures = many_cases.trial(url, tmp_path, seconds=2.5, processes=5, cases=12, kill_every=0.3)

    assert figures["acknowledged"] > 0
    assert figures["snapshots"] > 0


@pytest.mark.parametrize("kind", duels.KINDS)
def test_of_two_at_the_same_instant(url: str, tmp_path: Path, kind: str) -> None:
    """Whatever two processes ask for at once, each is answered in a known way, and the database fits together."""
    duels.trial(url, tmp_path, rounds=12, kinds=kind)


def test_slow_claims_in_opposite_order_never_wait_for_each_other(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long a write is over its claims, it takes them in one order, and no deadlock is found (faults 2.C25)."""
    take = appending._take_claim

    def slowly(work: Any, *more: Any) -> None:
        take(work, *more)
        work.rows(work_of_one_row, {})
        time.sleep(0.02)

    work_of_one_row = Prepared("SELECT 1", None, {})
    monkeypatch.setattr(appending, "_take_claim", slowly)
    duels.trial(postgres_url, tmp_path, rounds=8, kinds="crossed")


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_32_processes_on_one_case_for_half_a_minute(url: str, tmp_path: Path) -> None:
    """32 processes, one of them killed every 150 ms."""
    one_case.trial(url, tmp_path, seconds=30, processes=32, kill_every=0.15)


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_16_processes_on_200_cases_for_half_a_minute(url: str, tmp_path: Path) -> None:
    """16 processes, one of them killed every 150 ms."""
    figures = many_cases.trial(url, tmp_path, seconds=30, processes=16, cases=200, kill_every=0.15)

    assert min(figures[name] for name in ("told", "handed_over", "sent")) > 0


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", duels.KINDS)
def test_of_two_at_the_same_instant_a_thousand_times(url: str, tmp_path: Path, kind: str) -> None:
    """A thousand rounds of each."""
    duels.trial(url, tmp_path, rounds=1000, kinds=kind)
