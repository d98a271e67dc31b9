"""Every shipped definition passes the checker: nothing wrong, nothing doubtful, and what must be verified is listed."""

import pytest

from pathway_engine.definition import load_with_origins
from pathway_engine.definition.check import check
from tests.workflows.shipped import MATTERS, REGIONS, WORKFLOWS, each_file

BASE = {
    *("decision_due", "activation_plan_at_24_months_from_2026", "multisectoral_plan_check"),
    # Of these the source breaks off, or does not say from when or which.
    *("vouchers", "fee_decisions", "archived"),
}
TO_VERIFY = {
    **dict.fromkeys(MATTERS, frozenset[str]()),
    "siun-sote": BASE
    | {"disability_clarification_from_2025", "disability_decision_from_2025", "purchased_interim_evaluation"},
}


@each_file
def test_the_checker_finds_nothing_but_what_is_to_be_verified(name: str) -> None:
    """No error and no warning; the notes are the rules whose source has still to be checked, and no others."""
    loaded = load_with_origins(WORKFLOWS / f"{name}.yaml", language="en")
    pathway = loaded.pathway
    marked = {key for key, rule in pathway.deadlines.items() if rule.verify}
    marked |= {key for key, rule in pathway.retention.items() if rule.verify}

    found = check(loaded, "en")

    assert {each.code for each in found} <= {"to-verify"}
    assert len(found) == len(marked)
    assert marked == TO_VERIFY.get(name, BASE)


@pytest.mark.parametrize("order", ["{region}, {overlay}", "{overlay}, {region}"])
@pytest.mark.parametrize("region", REGIONS)
def test_the_overlay_checks_well_over_every_region(region: str, order: str) -> None:
    """Laid over a region, or under it, the methods of supported employment bring no finding of their own."""
    bases = order.format(region=region, overlay="supported-employment-methods")
    text = f"pathway: over\nversion: '1'\nextends: [{bases}]\ntitle: {{fi: Yhdessä, sv: Tillsammans, en: Together}}\n"
    loaded = load_with_origins("over", sources={"over": text} | _texts(), language="en")

    assert {each.code for each in check(loaded, "en")} <= {"to-verify"}


def _texts() -> dict[str, str]:
    return {
        str(path.relative_to(WORKFLOWS).with_suffix("")): path.read_text(encoding="utf-8")
        for path in WORKFLOWS.rglob("*.yaml")
    }
