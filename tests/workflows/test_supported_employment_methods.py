"""The methods of supported employment over any region: ordinary paid work, and subcontracting on the way there."""

from functools import cache
from typing import Any

import pytest

from pathway_engine.definition import load_text
from pathway_engine.definition.demands import RecordRequirement
from pathway_engine.definition.diff import differences
from pathway_engine.definition.model import Pathway
from tests.workflows.journey import Journey, searching, served
from tests.workflows.shipped import REGIONS, all_moves, pathway

WORKER, COACH = "omatyöntekijä", "työhönvalmentaja"
INSTRUCTOR, SUPERVISOR = "työ- ja päivätoiminnan ohjaaja", "työnjohtaja"
CONTRACT: dict[str, Any] = {
    "organiser": "satakunta_county",
    "employer": "puusepänliike",
    "tasks": "kokoonpano",
    "organiser_directs": True,
    "starts_on": "2025-03-10",
}


@cache
def laid_over(region: str) -> Pathway:
    """Give a region with the overlay on top of it."""
    text = f"""
pathway: with-methods
version: "2025.1"
extends: [{region}, supported-employment-methods]
title: {{fi: Menetelmät, sv: Metoder, en: Methods}}
"""
    return load_text(text, name="with-methods.yaml")


@pytest.mark.parametrize("region", REGIONS)
def test_the_overlay_fits_every_region(region: str) -> None:
    """What the region has stays, and the overlay's service and condition come with it."""
    both, alone = laid_over(region), pathway(region)

    assert set(both.states) == set(alone.states)
    assert set(both.services) == {*alone.services, "subcontracting"}
    assert both.valid == alone.valid
    assert both.records["job_start"].fields["open_market"].required


@pytest.mark.parametrize("region", REGIONS)
def test_only_a_paid_job_counts_as_employed(region: str) -> None:
    """Of all services only part-time work counts: no practice, trial, work activity or subcontracting."""
    services = laid_over(region).services

    counting = {
        key
        for key, each in services.items()
        if "employed" in each.counts_as or any("employed" in state.counts_as for state in each.states.values())
    }
    assert counting == {"part_time_work"}


HOMES = {
    "rovaniemi": "lapland_county",
    "satakunta": "satakunta_county",
    "kymenlaakso-etela-karjala": "south_karelia_county",
    "keski-pohjanmaa": "central_ostrobothnia_county",
    "paijat-hame": "paijat_hame_county",
    "oulu-palo": "north_ostrobothnia_county",
    "siun-sote": "siun_sote",
}


def looking_for_work(region: str) -> Journey:
    """Give a journey in job search, in a region with the overlay."""
    journey = served(laid_over(region), HOMES[region])
    journey.move("asiakas", "Haluan työhönvalmennukseen")
    return searching(journey)


@pytest.mark.parametrize(("open_market", "tasks"), [(True, set()), (False, {"record:job_start"})])
@pytest.mark.parametrize("region", REGIONS)
def test_a_job_that_is_not_ordinary_paid_work_leaves_a_task(region: str, *, open_market: bool, tasks: set[str]) -> None:
    """Any job is recorded at once; one outside the open market leaves the search for an ordinary one to be done."""
    journey = looking_for_work(region)
    journey.record(COACH, "job_start", open_market=open_market)
    journey.record(COACH, "support_plan")
    journey.record(COACH, "benefits_counselling")

    journey.move(COACH, "Työsuhde alkoi tuettuna")

    assert journey.state == "coaching.job_support"
    assert {each.requirement for each in journey.case.tasks.values()} == tasks


@pytest.mark.parametrize("region", REGIONS)
def test_no_way_into_a_job_forgets_the_open_market(region: str) -> None:
    """Before a plan, from services, with support or beside the path: each says what an ordinary paid job is (R149)."""
    of = laid_over(region)
    moves = dict(all_moves(of))
    begun = [key for key, move in moves.items() if "record:job_start" in {each.id for each in move.requires}]

    assert set(begun) == {"start_job", "start_job_before_plan", "start_supported_job", "part_time_work.change_job"}
    for key in begun:
        (asked,) = (each for each in moves[key].requires if each.id == "record:job_start")
        assert isinstance(asked, RecordRequirement)
        assert asked.where.equals == {"open_market": True}
        assert moves[key].fact


@pytest.mark.parametrize("region", REGIONS)
def test_what_makes_a_region_different_stays_under_the_overlay(region: str) -> None:
    """The overlay adds to a region and takes nothing of it: each difference from the base is there as before."""
    base, alone, both = pathway("fi-base"), pathway(region), laid_over(region)
    kept = {(each.kind, each.id, each.key): each.after for each in differences(both, base)}

    for each in differences(alone, base):
        if each.kind != "pathway":
            assert kept[each.kind, each.id, each.key] == each.after


def test_subcontracting_stays_under_the_organisers_direction() -> None:
    """A contract in which the employer directs the work is none; nobody becomes employed by it."""
    journey = served(laid_over("satakunta"), "satakunta_county")
    journey.open(WORKER, "Alihankinta")
    journey.record(INSTRUCTOR, "Alihankintasopimus", **{**CONTRACT, "organiser_directs": False})
    assert journey.step_lacks(INSTRUCTOR, "Alihankinta", "Tee alihankintasopimus") == {"record:subcontracting_contract"}

    journey.record(INSTRUCTOR, "Alihankintasopimus", **CONTRACT)
    journey.step(INSTRUCTOR, "Alihankinta", "Tee alihankintasopimus")
    journey.step(SUPERVISOR, "Alihankinta", "Aloita työ työnantajalla")

    assert journey.services() == {"subcontracting": "under_way"}
    assert journey.state == "services"


def test_subcontracting_asks_about_paid_work_and_lets_go() -> None:
    """The review asks for the next step; the client leaves for paid work at any time."""
    journey = served(laid_over("satakunta"), "satakunta_county")
    journey.open(WORKER, "Alihankinta")
    journey.record(INSTRUCTOR, "Alihankintasopimus", **CONTRACT)
    journey.step(INSTRUCTOR, "Alihankinta", "Tee alihankintasopimus")
    journey.step(SUPERVISOR, "Alihankinta", "Aloita työ työnantajalla")
    review = "Arvioi mahdollisuus palkkatyöhön"
    assert journey.step_lacks(SUPERVISOR, "Alihankinta", review) == {"record:next_step_review"}
    journey.record(INSTRUCTOR, "next_step_review")
    journey.step(SUPERVISOR, "Alihankinta", review)

    journey.step("asiakas", "Alihankinta", "Lopeta alihankinta", reason="siirtyi palkkatyöhön")

    assert journey.services() == {}


def test_programme_groups_describe_and_decide_nothing() -> None:
    """Three groups, several at once, sealed and never asked for."""
    of = pathway("supported-employment-methods")
    field = of.records["programme_membership"].fields["groups"]

    assert len(of.catalogues["programme_groups"].items) == 3
    assert field.class_ == "special"
