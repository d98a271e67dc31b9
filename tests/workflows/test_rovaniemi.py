"""Rovaniemi differs from the national model where its own model says so, and nowhere else."""

from datetime import date

from tests.workflows.journey import setting_out
from tests.workflows.shipped import COACHING, pathway


def test_rovaniemi_shows_its_three_phases() -> None:
    """Recognise, coach, employ: the path's first states belong to the region's three phases."""
    states = pathway("rovaniemi").states
    phases: dict[str, list[str]] = {}
    for key, state in states.items():
        phases.setdefault(state.phase, []).append(key)

    assert phases["recognise"] == ["contact", "recognition", "assessment"]
    assert phases["coach"] == ["planning", "services", *COACHING[:4]]
    assert phases["employ"] == [COACHING[4], "employment_supported", "employment"]


def test_rovaniemi_has_its_parties_and_its_client_officer() -> None:
    """The county and the employment services keep registers of their own; the officer may coordinate."""
    of = pathway("rovaniemi")

    kinds = {key: each.kind for key, each in of.organisations.items() if each.kind}
    assert kinds == {
        "lapland_county": "wellbeing_county",
        "rovaniemi_employment_services": "employment_authority",
        "lapland_te_office": "employment_authority",
        "rovaniemi_guidance_centre": "guidance_centre",
        "lapland_joint_service": "multisectoral_support",
        "rovaniemi_wellbeing_promotion": "municipality",
    }
    assert of.roles["coordinator"].held_by[-1] == "client_officer"
    controllers = ("lapland_county", "rovaniemi_employment_services", "lapland_te_office")
    assert all(of.organisations[key].register == key for key in controllers)


def test_rovaniemis_client_officer_belongs_to_the_employment_services() -> None:
    """The officer acts for an employment authority; social care keeps a worker of its own."""
    of = pathway("rovaniemi")

    assert of.roles["client_officer"].organisation == "employment_authority"
    assert of.roles["own_worker"].organisation == ""
    assert [each.id for each in of.transitions["agree_coaching"].advises] == ["role_named:own_worker"]


def test_rovaniemi_changes_nothing_else() -> None:
    """Everything Rovaniemi does not speak of is the national model's."""
    base, region = pathway("fi-base"), pathway("rovaniemi")
    spoken_of = {
        "refer_to_coaching",
        "return_to_services",
        "consult_team",
        "guide_to_health_services",
        "agree_coaching",
        "close",
    }

    assert {key: move for key, move in region.transitions.items() if key not in spoken_of} == {
        key: move for key, move in base.transitions.items() if key not in spoken_of
    }
    assert region.deadlines == base.deadlines
    assert region.catalogues == base.catalogues
    assert region.capacities == base.capacities
    assert region.plain == base.plain
    assert set(region.services) == set(base.services)


def test_rovaniemi_keeps_social_care_beside_coaching() -> None:
    """No move into coaching ends a service: the three lines of work activity go on."""
    of = pathway("rovaniemi")
    lines = (
        "rehabilitative_work_activity",
        "disability_work_activity",
        "intellectual_disability_work_activity",
    )

    assert all(of.services[line].organiser == "lapland_county" for line in lines)
    assert "consult_team" in of.transitions
    assert of.transitions["consult_team"].to == ""


def test_a_risk_of_incapacity_leads_to_health_services_beside_the_path() -> None:
    """Signs of a risk lead on at once, and the client's state does not move."""
    journey = setting_out("rovaniemi", "lapland_county")
    journey.move("omatyöntekijä", "Aloita tuen tarpeen tunnistaminen")
    guide = "Ohjaa terveyspalveluihin ja työkyvyn selvittelyyn"
    assert journey.lacks("omatyöntekijä", guide) == {"record:recognition_checklist"}
    journey.record("omatyöntekijä", "Tarkistuslista", incapacity_risk=True)
    journey.move("omatyöntekijä", guide)
    journey.open("omatyöntekijä", "Terveyspalvelut")
    journey.open("omatyöntekijä", "Työ- ja toimintakyvyn arviointi")

    assert journey.state == "recognition"
    assert set(journey.services()) == {"health_services", "work_ability_assessment"}


def test_a_client_officer_of_another_kind_of_party_is_none() -> None:
    """Whoever acts for the county cannot act as the employment services' client officer."""
    journey = setting_out("rovaniemi", "lapland_county")

    assert journey.lacks("asiakasvastaava", "Aloita tuen tarpeen tunnistaminen")


def test_rovaniemis_file_reaches_back_to_the_county() -> None:
    """The county answers since 2023; what the employment services owe since 2025 is dated in the base."""
    assert pathway("rovaniemi").valid.from_ == date(2023, 1, 1)
    assert (
        pathway("rovaniemi").deadlines["job_search_discussion"].valid
        == pathway("fi-base").deadlines["job_search_discussion"].valid
    )
