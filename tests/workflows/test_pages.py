"""The regions' pages: each shows the path, the region's own services, and what the region says of itself."""

from pathlib import Path

import pytest

from pathway_engine.text import LANGUAGES
from tests.workflows.shipped import MATTERS, NAMES, pathway

PAGES = Path(__file__).parents[2] / "docs" / "regions"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*NAMES, *MATTERS])
def test_a_page_shows_the_path_and_what_is_the_regions_own(name: str, language: str) -> None:
    """No service of a region's own is missing from its page, in any language, and neither are its own words."""
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    base = pathway("fi-base")
    regional = name not in {"fi-base", *MATTERS}
    own = [service for service in pathway(name).services if regional and service not in base.services]

    assert f"drawn/{name}.{language}.svg" in page
    assert all(f"drawn/{name}.{service}.{language}.svg" in page for service in own)
    assert page.count("drawn/") == len(LANGUAGES) * (1 + len(own) + regional)
    assert regional == (f"drawn/{name}.{language}.txt" in page)
