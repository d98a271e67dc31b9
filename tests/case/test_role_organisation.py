"""Roles that belong to one kind of organisation: who may open and move a case in them."""

from datetime import UTC, datetime

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide
from pathway_engine.case.decision import Accepted, Facts, Refused
from pathway_engine.case.model import Case
from pathway_engine.definition import load_text
from pathway_engine.machine import compile_pathway
from pathway_engine.testing.samples import SMALLEST

NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
MACHINE = compile_pathway(
    load_text(
        SMALLEST.replace("en: worker,", "en: worker, organisation: county,").replace(
            "organisations:\n",
            "organisations:\n"
            "  office: {fi: toimisto, sv: byrå, en: office}\n"
            "  north: {fi: Pohjoinen, sv: Norr, en: North, kind: county}\n"
            "  desk: {fi: Neuvonta, sv: Rådgivning, en: Desk, kind: office}\n",
        )
    )
)


def by(organisation: str) -> c.Actor:
    """Give a worker of an organisation."""
    return c.Actor(subject="worker-1", organisation=organisation, roles="worker")


def opened(organisation: str) -> Accepted | Refused:
    """Ask to open a case as a worker of an organisation."""
    return decide(
        MACHINE, None, c.Open(case="k", actor=by(organisation), client="client-1"), Facts(register="north"), NOW
    )


def case_of(accepted: Accepted | Refused) -> Case:
    """Give the case that opening made."""
    assert isinstance(accepted, Accepted)
    return accepted.case


def finish(organisation: str) -> c.Move:
    """Give the move that ends the case."""
    return c.Move(case="k", actor=by(organisation), trigger="finish")


@pytest.mark.parametrize("organisation", ["county", "north"])
def test_the_kind_itself_and_an_organisation_of_it_may_act(organisation: str) -> None:
    """A county's worker opens and finishes a case, named by the kind or by the county's own entry."""
    case = case_of(opened(organisation))

    assert isinstance(decide(MACHINE, case, finish(organisation), Facts(register="north"), NOW), Accepted)


@pytest.mark.parametrize("organisation", ["office", "desk"])
def test_another_kind_of_organisation_may_not_open_a_case(organisation: str) -> None:
    """The role alone is not enough where it belongs to another kind of organisation."""
    assert isinstance(opened(organisation), Refused)


def test_another_kind_of_organisation_may_not_move_the_case() -> None:
    """The refusal names the role and the kind of organisation that acts in it."""
    case = case_of(opened("north"))

    refused = decide(MACHINE, case, finish("desk"), Facts(register="north"), NOW)

    assert isinstance(refused, Refused)
    assert [reason.message.code for reason in refused.reasons] == ["role-elsewhere"]
