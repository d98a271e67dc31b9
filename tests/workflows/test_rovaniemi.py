"""Rovaniemi differs from the national model where its own model says so, and nowhere else."""

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
