"""How long cases are kept stands in the outline that planners read, in their language."""

import pytest

from pathway_engine.definition import load
from pathway_engine.show import outline
from tests.keeping.archive import kept_pathway


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "10 vuotta asiakkaan viimeisen asian päättymisestä, kun tarve päättynyt tai kuollut (L33)"),
        ("sv", "10 år från att klientens sista ärende avslutas, när behovet slut eller avliden (L33)"),
        ("en", "10 years from the closing of the client's last case, once: need ended or died (L33)"),
    ],
)
def test_every_rule_is_told_with_its_beginning_and_what_it_waits_for(language: str, told: str) -> None:
    """Length, beginning, the flags of which any one is enough, and the law."""
    assert told in outline(kept_pathway(), language, width=200)


def test_a_rule_that_is_not_sure_says_so() -> None:
    """Whoever reads it knows that nothing is purged by it; archiving for ever is told as such."""
    lines = outline(load("fi-base"), "en", width=200).splitlines()

    assert any(line.startswith("Vouchers: 3 years from closing (L33); the source has still") for line in lines)
    assert any(line.startswith("Documents kept permanently: permanently") for line in lines)
