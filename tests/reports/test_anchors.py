"""Points of the quality criteria: the scale's numbers, read by their lower bounds."""

import pytest

from pathway_engine.reports.anchors import CRITERIA, band, months_to_review, point
from tests.workflows.shipped import pathway

AGENCY = "employment_services_staff"


@pytest.mark.parametrize(
    ("criterion", "figure", "expected"),
    [
        ("caseload_size", 20, 5),
        ("caseload_size", 20.5, 4),
        ("caseload_size", 40.1, 1),
        (AGENCY, 96, 5),
        (AGENCY, 90, 4),  # the target of a purchase is the second best, not the best
        (AGENCY, 89.5, 3),
        (AGENCY, 59.9, 1),
        ("rapid_search", 30, 5),
        ("rapid_search", 61, 3),
        ("rapid_search", 271, 1),
        ("individualized_search", 74.9, 3),
        ("community_based", 30, 2),
        ("vocational_generalists", 5, 5),
        ("vocational_generalists", 4, 4),
        ("vocational_generalists", 1, 3),
        ("supervisor_role", 3, None),
        ("rapid_search", None, None),
    ],
)
def test_a_figure_suggests_the_point_of_its_band(criterion: str, figure: float | None, expected: int | None) -> None:
    """No figure falls between two bands, and what nobody measured is no point at all."""
    assert point(criterion, figure) == expected


def test_the_versions_read_the_phases_apart() -> None:
    """Four of the five phases are four points in the Finnish version and fewer in the original with its six."""
    assert point("vocational_generalists", 4, variant="thl_tyokykyohjelma") == 4
    assert point("vocational_generalists", 4, variant="ips25_2008") == 3


@pytest.mark.parametrize(("review", "expected"), [("weekly", 5), ("monthly", 3), ("none", 2), ("", 2)])
def test_how_the_contacts_are_gone_through_caps_the_point(review: str, expected: int) -> None:
    """Six meetings a week are five points only where somebody goes through them every week."""
    assert point("employer_contact_frequency", 6, log_review=review) == expected
    assert point("employer_contact_frequency", 3, log_review="weekly") == 2


def test_few_jobs_are_one_point_and_say_so() -> None:
    """Fewer than ten current jobs are one point in the original, however good they are."""
    assert point("competitive_jobs", 100, jobs=9) == 1
    assert point("competitive_jobs", 100, jobs=10) == 5


@pytest.mark.parametrize(
    ("total", "expected", "months"),
    [
        (125, "exemplary", 12),
        (115, "exemplary", 12),
        (100, "good", 12),
        (99, "fair", 6),
        (74, "fair", 6),
        (73, "not_supported_employment", 6),
    ],
)
def test_a_total_has_a_band_and_a_day(total: int, expected: str, months: int) -> None:
    """From a hundred points on the next review is in a year, below in half a year."""
    assert (band(total), months_to_review(total)) == (expected, months)


def test_the_criteria_are_those_of_the_review() -> None:
    """The 25 criteria of the report are the fields in which the reviewers give their points, in the same order."""
    fields = [key for key in pathway("fidelity-cycle").records["fidelity_review"].fields if key in CRITERIA]

    assert tuple(fields) == CRITERIA
    assert len(CRITERIA) == 25
