"""Points of the quality criteria that follow from a measured figure, and the bands of a total.

The anchors are numbers of the published scale in our own words. Bands are read by their lower bound, so that no figure
falls between two. What was not measured is None, never one point. The scale is a tool for developing a service: it
shows where to look, and no client's way depends on it.
"""

from __future__ import annotations

__all__ = ["CRITERIA", "GOOD", "VARIANTS", "band", "months_to_review", "point"]

from collections.abc import Mapping

from attrs import frozen

STAFF = ("caseload_size", "employment_services_staff", "vocational_generalists")
ORGANISING = (
    *("integration_team_assignment", "integration_team_contact", "collaboration_vr", "vocational_unit"),
    *("supervisor_role", "zero_exclusion", "agency_focus", "executive_support"),
)
CONTENT = (
    *("work_incentives", "disclosure", "ongoing_assessment", "rapid_search", "individualized_search"),
    *("employer_contact_frequency", "employer_contact_quality", "diversity_job_types", "diversity_employers"),
    *("competitive_jobs", "individualized_supports", "time_unlimited_supports", "community_based"),
    "assertive_engagement",
)
CRITERIA = (*STAFF, *ORGANISING, *CONTENT)
"""The 25 criteria in the scale's order: 3 of staff, 8 of organising, 14 of content (R091)."""

VARIANTS = ("ips25_2008", "thl_tyokykyohjelma")
GOOD, FAIR, EXEMPLARY = 100, 74, 115
"""Totals from which a band begins; only from `GOOD` on may a service be called one that follows the method (R116)."""


@frozen
class _Bands:
    """What earns 5, 4, 3 and 2 points; anything else earns 1. `most` reads the numbers as upper bounds."""

    bounds: tuple[float, float, float, float]
    most: bool = False

    def point(self, figure: float) -> int:
        for points, bound in zip((5, 4, 3, 2), self.bounds, strict=True):
            if figure <= bound if self.most else figure >= bound:
                return points
        return 1


_BANDS: Mapping[str, _Bands] = {
    "caseload_size": _Bands((20, 25, 30, 40), most=True),
    "employment_services_staff": _Bands((96, 90, 75, 60)),
    "rapid_search": _Bands((30, 60, 150, 270), most=True),
    "individualized_search": _Bands((90, 75, 50, 25)),
    # There is no anchor at three contacts a week: the lower one counts.
    "employer_contact_frequency": _Bands((6, 5, 4, 2)),
    "competitive_jobs": _Bands((95, 85, 75, 65)),
    "community_based": _Bands((65, 50, 40, 30)),
}
_PHASES: Mapping[str, Mapping[int, int]] = {
    "thl_tyokykyohjelma": {5: 5, 4: 4, 3: 3, 2: 3, 1: 3},
    # The original counts six phases; here the five of the Finnish version stand for them, and all of them is all of it.
    "ips25_2008": {5: 5, 4: 3, 3: 3, 2: 3, 1: 3},
}
FEW_JOBS = 10
"""Fewer current jobs than this earn one point in `competitive_jobs`, whatever they are."""


def point(
    criterion: str, figure: float | None, *, variant: str = VARIANTS[1], log_review: str = "", jobs: int = 0
) -> int | None:
    """Give the point that a figure suggests; the reviewer decides.

    Args:
        criterion: One of `CRITERIA`.
        figure: What was measured; None when there are no data.
        variant: The version of the scale (`VARIANTS`).
        log_review: How often the employer contacts are gone through: `weekly`, `monthly` or `none`.
        jobs: Current jobs, for `competitive_jobs`.

    Returns:
        1 to 5, or None for a criterion that no figure decides and where there are no data.
    """
    if figure is None:
        return None
    if criterion == "vocational_generalists":
        return _PHASES[variant].get(int(figure))
    if criterion == "competitive_jobs" and jobs < FEW_JOBS:
        return 1
    bands = _BANDS.get(criterion)
    if bands is None:
        return None
    found = bands.point(figure)
    if criterion == "employer_contact_frequency":
        return min(found, {"weekly": 5, "monthly": 3}.get(log_review, 2))
    return found


def band(total: int) -> str:
    """Give the band of a total: `exemplary`, `good`, `fair` or `not_supported_employment`."""
    if total >= EXEMPLARY:
        return "exemplary"
    if total >= GOOD:
        return "good"
    return "fair" if total >= FAIR else "not_supported_employment"


def months_to_review(total: int) -> int:
    """Give in how many months the next review is due: half a year below 100, a year from 100 on."""
    return 6 if total < GOOD else 12
