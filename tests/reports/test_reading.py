"""A report reads a register as it is kept: in any store, a page at a time, and the same after somebody is erased."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.reports import REPORTS, Period, as_data, made
from pathway_engine.stores import open_store
from pathway_engine.stores.port import Store
from tests.engine.office import START
from tests.workflows.shipped import pathway

COUNTY = "lapland_county"
WORKER = c.Actor(subject="worker-1", organisation=COUNTY, roles="own_worker")
KEEPER = c.Actor(subject="keeper-1", organisation=COUNTY, roles="register_keeper")
WORDS = "Haluan kahvilaan töihin"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give a store with nothing in it."""
    opened = open_store("memory:" if request.param == "memory" else f"sqlite:///{tmp_path / 'figures.db'}")
    yield opened
    opened.close()


def at_work(store: Store, clients: int = 6) -> PathwayEngine:
    """Give an engine with clients in assessment, and a trained team in the same register."""
    sources = SeededSources("figures", START)
    pathways = (pathway("rovaniemi"), pathway("fidelity-cycle"))
    engine = PathwayEngine(store, pathways, keys=Keyring.made(sources), register=COUNTY, sources=sources)

    def do(kind: type[c.Command], case: str, actor: c.Actor = WORKER, **more: Any) -> None:
        outcome = engine.do(kind(case=case, actor=actor, **more))
        assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]

    for number in range(clients):
        case = f"case-{number}"
        do(c.Open, case, pathway="rovaniemi", client=f"client-{number}", pending_on=date(2025, 3, 3))
        do(c.Record, case, record="own_request", fields={"request": WORDS})
        do(c.Move, case, trigger="start_recognition")
        do(c.Move, case, trigger="identify_need")
    leader = c.Actor(
        subject="leader-1", organisation="wellbeing_county", roles={"coach_team_leader", "service_developer"}
    )
    do(c.Open, "team", leader, pathway="fidelity-cycle")
    training = {"topic": "supported_employment", "held_on": "2025-03-03", "people": 12}
    do(c.Record, "team", leader, record="coach_training", fields=training)
    return engine


def flow_of(store: Store) -> Any:
    """Give the report of the whole register, as programs read it."""
    return as_data(made("flow", store, COUNTY, Period(), (pathway("rovaniemi"), pathway("fidelity-cycle"))))


def figures(data: Any, table: str) -> dict[str, list[Any]]:
    """Give the figures of a table by row."""
    return {row["id"]: row["figures"] for row in next(each for each in data["tables"] if each["id"] == table)["rows"]}


def test_a_register_is_counted_from_its_store(store: Store) -> None:
    """Clients and the region's own matters of one register stand in one report, and nothing personal with them."""
    at_work(store)

    data = flow_of(store)

    assert figures(data, "cases")["opened"] == [6]
    assert figures(data, "states")["assessment"] == [6, None]
    assert figures(data, "matters") == {"fidelity-cycle.planned": [1], "trained_supported_employment": [12]}
    for name in REPORTS:
        told = str(as_data(made(name, store, COUNTY, Period())))
        assert not any(secret in told for secret in (WORDS, "client-1", "worker-1", "case-1"))


def test_what_the_store_keeps_is_enough(store: Store) -> None:
    """Without the definitions at hand the figures are the same: only the order of lists is the store's."""
    at_work(store)

    own, kept = flow_of(store), as_data(made("flow", store, COUNTY, Period()))

    for table in own["tables"]:
        assert figures(own, table["id"]) == figures(kept, table["id"])


def test_figures_stay_when_a_person_is_erased(store: Store) -> None:
    """Coded facts outlive the key of a case: a report is the same before and after (semantics §D2)."""
    engine = at_work(store)
    before = flow_of(store)

    outcome = engine.do(c.Erase(case="case-3", actor=KEEPER, ground="unlawful"))

    assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]
    assert flow_of(store) == before


def test_another_register_is_not_counted(store: Store) -> None:
    """A report is one controller's."""
    at_work(store)

    empty = as_data(made("flow", store, "rovaniemi_employment_services", Period()))
    assert figures(empty, "cases")["opened"] == [0]
