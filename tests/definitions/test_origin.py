"""The effective definition written out: it loads again, and every line says where it was written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathway_engine.definition import load, load_text
from pathway_engine.definition.digest import text_digest_of
from pathway_engine.definition.load import load_with_origins
from pathway_engine.definition.sources import installed
from pathway_engine.show import yaml_text
from pathway_engine.show.origin import origin_lines, origin_text
from tests.definitions.examples import region, shelf


@pytest.mark.parametrize("name", installed().names(""))
def test_the_effective_definition_loads_again(name: str) -> None:
    """Written out as YAML it is the same pathway, with the same digests."""
    made = load(name)
    again = load_text(yaml_text(made))

    assert again == made
    assert text_digest_of(again) == text_digest_of(made)


def places_read(folder: Path, places: tuple[str, ...]) -> Iterator[str]:
    """Give what stands at each place, with the line before and after."""
    for place in places:
        file, _, spans = place.rpartition(":")
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        for span in spans.split(","):
            first, _, last = span.partition("-")
            yield "\n".join(lines[max(int(first) - 2, 0) : int(last or first) + 1])


@pytest.mark.parametrize("name", ["rovaniemi", "siun-sote"])
def test_every_line_is_where_it_says(name: str) -> None:
    """The key of each line stands in the file, on the line that is named or beside it; list members have none."""
    loaded = load_with_origins(name)
    folder = Path(installed().root)

    section = ""
    for each in origin_lines(loaded):
        key = re.match(r' *"?([a-z0-9_.]+)', each.text)
        section = each.text if key and not each.text.startswith(" ") else section
        # Languages may stand beside other keys, and groups are made of fragments.
        if key is None or key[1] in ("title", "text") or section in ("groups:", each.text):
            continue
        # A group's states and moves have another name in the fragment.
        names = (key[1], key[1].rpartition(".")[2])
        assert any(name in near for name in names for near in places_read(folder, each.places)), each


def test_a_list_that_was_added_to_names_both_files() -> None:
    """Whoever added a role, and whoever wrote the others, are both told."""
    loaded = load_with_origins("region", sources=shelf(region=region("transitions: {begin: {by: {add: client}}}")))

    line = next(each for each in origin_lines(loaded) if "[worker, client]" in each.text)

    assert [place.partition(":")[0] for place in line.places] == ["region", "small"]


def test_the_text_has_the_places_before_the_lines() -> None:
    """One line for each line of the effective YAML, in its order."""
    loaded = load_with_origins("rovaniemi")
    text = origin_text(loaded).splitlines()

    assert [line.partition("  ")[0].strip() != "" for line in text] == [True] * len(text)
    assert len(text) == len(yaml_text(loaded.pathway).splitlines())
    assert text[0].split() == ["rovaniemi.yaml:10", "pathway:", "rovaniemi"]
