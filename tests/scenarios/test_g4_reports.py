"""Scenario 11 of the national model (G.4): persons and employments are counted apart."""

from datetime import date, timedelta

from pathway_engine.case import commands as c
from pathway_engine.reports import Period
from pathway_engine.reports.histories import History
from pathway_engine.reports.palo import palo
from pathway_engine.reports.tables import HIDDEN
from pathway_engine.testing import Desk
from tests.scenarios.offices import COACH, coached

JOB = {
    "employer": "Kahvila",
    "job_type": "keittiöapu",
    "duration": "määräaikainen",
    "sector": "yritys",
}


def employed_twice() -> Desk:
    """Give a desk whose client found work, lost it and found work again, by the commands of every day."""
    desk = coached()
    for start, time in ((date(2025, 3, 3), "osa-aikainen"), (date(2025, 6, 2), "kokoaikainen")):
        fields = {**JOB, "started_on": start.isoformat(), "working_time": time}
        desk.do(c.Record(case="k", actor=COACH, record="Työsuhteen aloittaminen", fields=fields))
        desk.do(c.Move(case="k", actor=COACH, trigger="Työsuhde alkoi tuettuna"))
        desk.go_to(start + timedelta(80))
        desk.do(c.Move(case="k", actor=COACH, trigger="Työsuhde päättyi"))
    return desk


def histories(desk: Desk, clients: int) -> list[History]:
    """Give so many clients to whom the same happened."""
    events = tuple(desk.journals["k"])
    return [History(person=f"p{number}", pathway=desk.pathway, events=events) for number in range(clients)]


def test_g4_11_persons_and_employments_are_two_figures() -> None:
    """Five clients who were employed twice are five persons and ten employments, all of them fixed-term."""
    report = palo(histories(employed_twice(), 5), "lapland_county", Period())
    result = {row.id: row.cells[0] for row in report.tables[-1].rows}

    assert result["persons_employed"] == 5
    assert result["jobs"] == 10
    assert (result["full_time"], result["part_or_fixed"]) == (0, 10)
    assert result["rate"] == 100.0


def test_g4_11_one_client_is_nobodys_figure() -> None:
    """The report of a single client shows no figure from which anything about them could be read."""
    report = palo(histories(employed_twice(), 1), "lapland_county", Period())

    result = {row.id: row.cells[0] for row in report.tables[-1].rows}
    assert result["persons_employed"] is HIDDEN
    assert result["jobs"] is HIDDEN
