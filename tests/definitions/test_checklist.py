"""The regional checklist: seven points, what of a definition covers each, and what only the region can state."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner

from pathway_engine.cli import main
from pathway_engine.definition import DefinitionError, load_text
from pathway_engine.definition.checklist import LEVELS, MEMBERS, PHASES, POINTS, SETTINGS, Item, overview
from pathway_engine.definition.digest import digest_of, from_plain, to_plain
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Checklist, Levels, Pathway, Statement
from pathway_engine.show.checklist import checklist_lines
from pathway_engine.testing import varied
from pathway_engine.text import LANGUAGES, Text
from tests.workflows.shipped import REGIONS, pathway

SAID = Text(fi="sovittu kokouksessa", sv="avtalat vid möte", en="agreed at a meeting")


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_seven_points(region: str) -> None:
    """All seven are told of, each item is a thing of the definition, and six of the seven are covered."""
    of = pathway(region)
    labels, found = Labels(of), overview(of)

    assert [each.id for each in found.points] == list(POINTS)
    assert len(found.points) == 7
    for point in found.points:
        assert point.missing == ()
        assert all(labels.label(item.kind, item.id, "fi") for cover in point.covers for item in cover.items)
    assert [each.id for each in found.points if not each.covers] == ["shared_will"]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_prints_all_seven(region: str, language: str) -> None:
    """Numbered one to seven in every language, in 100 columns, and nothing is left unfilled."""
    done = CliRunner().invoke(main, ["checklist", region, "--lang", language])

    assert done.exit_code == 0
    assert [line[:2] for line in done.output.splitlines() if line[:1].isdigit()] == [f"{n}." for n in range(1, 8)]
    assert max(map(len, done.output.splitlines())) <= 100
    assert "{" not in done.output


def test_programs_get_the_same_as_people() -> None:
    """As JSON: points, levels, settings, members and what is missing of each."""
    done = CliRunner().invoke(main, ["checklist", "siun-sote", "--json"])
    data = json.loads(done.output)

    assert [each["id"] for each in data["points"]] == list(POINTS)
    assert [each["id"] for each in data["levels"]] == list(LEVELS)
    assert [each["id"] for each in data["settings"]] == list(SETTINGS)
    assert data["points"][0]["missing"] == ["evidence", "responsible", "on"]
    assert set(data["members"]) | set(data["missing_members"]) == set(MEMBERS)


def test_what_a_region_states_is_told_and_what_it_does_not_is_missing() -> None:
    """Evidence without a day leaves the day open; with owner and day nothing is missing."""
    halfway = evolve(varied(), checklist=Checklist(shared_will=Statement(evidence=SAID)))
    whole = evolve(
        varied(),
        checklist=Checklist(shared_will=Statement(evidence=SAID, responsible=SAID, on=date(2025, 3, 3))),
    )

    assert overview(halfway).points[0].stated.missing == ("responsible", "on")
    assert overview(whole).points[0].stated.missing == ()
    told = "\n".join(checklist_lines(whole, overview(whole), "fi"))
    assert "sovittu kokouksessa" in told
    assert "3.3.2025" in told


def test_each_of_the_four_levels_needs_somebody() -> None:
    """One level of four is stated: three are missing, by name (R077)."""
    of = evolve(varied(), checklist=Checklist(levels=Levels(middle_management=Statement(evidence=SAID))))

    open_levels = [each.about for each in overview(of).levels if each.statement is None]

    assert open_levels == ["workers", "front_line_managers", "top_management"]


def test_the_four_settings_of_assessment_are_asked_for() -> None:
    """Siun sote states its joint service; the other three settings have no agreed practice on record (R019)."""
    settings = {each.about: each.statement is not None for each in overview(pathway("siun-sote")).settings}

    assert settings == {
        "basic_services": False,
        "special_services": False,
        "joint_service": True,
        "guidance_centres": False,
    }


def test_members_without_a_party_are_missing() -> None:
    """Of the eleven members those count whose party is named, or who are stated to take part (R011)."""
    found = overview(pathway("keski-pohjanmaa"))

    assert len(MEMBERS) == 11
    assert set(found.members) == {
        *("employment_services", "health_care", "mental_health_services", "social_services", "kela")
    }
    assert found.missing_members == (
        *("schools", "joint_service", "guidance_centre", "employers", "service_providers", "ngos"),
    )
    assert {"ngos", "schools"} <= set(overview(pathway("siun-sote")).members)


def test_what_is_taken_away_is_missing() -> None:
    """Without services, plans and coaching the points say what is missing."""
    of = evolve(pathway("rovaniemi"), services={}, groups={}, records={})
    missing = {each.id: set(each.missing) for each in overview(of).points}

    assert missing["service_chains"] >= {"plans", "services"}
    assert missing["coaching"] >= {"phases", "forms", "loads"}
    assert missing["participation"] == {"activities"}


SECTIONS = {
    "organisation": "organisations",
    "catalogue": "catalogues",
    "record": "records",
    "flag": "flags",
    "state": "states",
    "move": "transitions",
    "service": "services",
    "deadline": "deadlines",
    "capacity": "capacities",
}


def without(of: Pathway, gone: Iterable[Item]) -> Pathway:
    """Take things away from a definition; of a role, what it answers for."""
    for item in gone:
        changed: dict[str, Any]
        if item.kind == "role":
            changed = {"states": {name: evolve(each, responsible="") for name, each in of.states.items()}}
        else:
            section = SECTIONS[item.kind]
            held = getattr(of, section)
            changed = {section: {name: each for name, each in held.items() if name != item.id}}
        of = evolve(of, **changed)
    return of


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(("point", "need"), [(point, need) for point, needs in POINTS.items() for need in needs])
def test_each_need_is_missing_when_its_carriers_are_gone(region: str, point: str, need: str) -> None:
    """What is said to cover a need does cover it: without it the need is missing, and no other thing hides that."""
    of = pathway(region)
    before = {each.id: each for each in overview(of).points}[point]
    (cover,) = (each for each in before.covers if each.need == need)

    after = {each.id: each for each in overview(without(of, cover.items)).points}[point]

    assert need not in before.missing
    assert need in after.missing


@pytest.mark.parametrize(
    ("point", "need", "kind", "part"),
    [
        ("assessment", "needs", "record", "needs_assessment"),
        ("assessment", "sectors", "flag", "multidisciplinary"),
        *(("coaching", "phases", "state", f"coaching.{phase}") for phase in PHASES),
        *(("coaching", "forms", "record", each) for each in ("referral", "vocational_profile", "job_search_plan")),
        *(("coaching", "pace", "deadline", each) for each in ("first_employer_contact", "weekly_contact")),
        ("employers", "contacts", "record", "employer_contact"),
        *(("employers", "support", "move", each) for each in ("engage_employer", "start_supported_job")),
        ("employers", "support", "record", "support_plan"),
    ],
)
@pytest.mark.parametrize("region", REGIONS)
def test_a_part_does_not_do_for_the_whole(region: str, point: str, need: str, kind: str, part: str) -> None:
    """Coaching of three phases is not the proven one, a flag is no assessment: with a part gone the need is open."""
    found = overview(without(pathway(region), [Item(kind, part)]))

    assert need in {each.id: each for each in found.points}[point].missing


def test_what_is_stated_is_no_rule() -> None:
    """The digest of the rules does not see the checklist, and a stored definition keeps it."""
    of = evolve(varied(), checklist=Checklist(network=Statement(evidence=SAID)))

    assert digest_of(of) == digest_of(varied())
    assert from_plain(to_plain(of)).checklist == of.checklist


@pytest.mark.parametrize(
    "slip", ["shared_wil: {evidence: {fi: a, sv: b, en: c}}", "network: {on: 2025-01-01}", "members: [nobody]"]
)
def test_a_slip_in_the_checklist_is_found_on_loading(slip: str) -> None:
    """A point that is none, a statement without evidence and an unknown member are errors."""
    text = f"""\
pathway: own
extends: fi-base@2025.1
version: "1"
title: {{fi: Oma, sv: Egen, en: Own}}
checklist:
  {slip}
"""
    with pytest.raises(DefinitionError):
        load_text(text)


def test_a_matter_of_the_region_has_no_checklist() -> None:
    """The agreement itself is no client's path: the command says so."""
    done = CliRunner().invoke(main, ["checklist", "consensus-agreement"])

    assert done.exit_code == 2
    assert "checklist" in done.output
