"""An employer stands in records and meetings; it is never an actor, and no case is its to have (semantics §B3)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.definition import load
from pathway_engine.testing import Desk

K: dict[str, Any] = {"case": "k"}
COUNTY = c.Actor(subject="w", organisation="lapland_county", roles="own_worker")


@pytest.fixture
def desk() -> Desk:
    """Give a desk in Rovaniemi with one case."""
    desk = Desk(load("rovaniemi"), now=datetime(2025, 3, 3, 8, tzinfo=UTC))
    desk.do(c.Open(**K, actor=COUNTY, client="client"))
    return desk


def codes(desk: Desk, asked: c.Command) -> list[str]:
    """Give why it is refused."""
    return [each.code for each in desk.refuse(asked).reasons]


@pytest.mark.parametrize("role", ["employer", "own_worker", "job_coach"])
def test_nobody_acts_for_an_employer(desk: Desk, role: str) -> None:
    """Whatever role is claimed there: no case is opened, and none is touched, even where somebody was named."""
    actor = c.Actor(subject="e", organisation="employer", roles=role)
    desk.do(c.NameWorker(**K, actor=COUNTY, role="job_coach", worker="e", organisation="employer"))

    assert "role-may-not" in codes(desk, c.Open(case="n", actor=actor, client="client"))
    assert codes(desk, c.Move(**K, actor=actor, trigger="start_recognition"))[0].startswith("role-")


def test_an_employer_gets_no_case(desk: Desk) -> None:
    """It can neither coordinate from the start nor receive a handover."""
    assert codes(desk, c.Open(case="n", actor=COUNTY, organisation="employer")) == ["party-never-acts"]
    assert codes(desk, c.ProposeHandover(**K, actor=COUNTY, receiver="employer")) == ["party-never-acts"]
