"""Two things of one label are told apart in every picture, and nothing else gets an id beside its label."""

import re
from pathlib import Path

import pytest

from pathway_engine.definition import load
from pathway_engine.diagrams import picture
from pathway_engine.show.mermaid import mermaid
from tests.workflows.shipped import NAMES, pathway

TWO = """\
pathway: two
version: "2025.1"
extends: fi-base@2025.1
title: {fi: Kaksi, sv: Två, en: Two}
states:
  second:
    phase: plan
    responsible: own_worker
    title: {fi: Palvelutarpeen arviointi, sv: Bedömning två, en: Assessment two}
transitions:
  to_second:
    title: {fi: Arviointi on valmis, sv: Till den andra, en: To the second}
    from: assessment
    to: planning
    by: [own_worker]
  go_second:
    title: {fi: Siirry, sv: Gå, en: Go}
    from: assessment
    to: second
    by: [own_worker]
  back:
    title: {fi: Takaisin, sv: Tillbaka, en: Back}
    from: second
    to: assessment
    by: [own_worker]
"""


def test_two_of_one_label_have_their_ids_beside_it(tmp_path: Path) -> None:
    """Two moves of one label to one state would be one row of the picture; only the language in which they collide."""
    file = tmp_path / "two.yaml"
    file.write_text(TWO, encoding="utf-8")
    two = load(file)

    for id_ in ("assessment", "second", "complete_assessment", "to_second"):
        assert f"({id_})" in " ".join(picture(two, "fi").split())
        assert f"({id_})" in plain(mermaid(two, "fi"))
    assert "(second)" not in picture(two, "sv") + plain(mermaid(two, "sv"))


def plain(drawn: str) -> str:
    """Write the entities of a Mermaid label as the letters they stand for."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), drawn)


@pytest.mark.parametrize("name", NAMES)
def test_what_ships_needs_no_ids(name: str) -> None:
    """In our own definitions every label says what it means; entries of one move stay one."""
    of = pathway(name)

    drawn = plain(mermaid(of, "fi"))
    assert not any(f"({each})" in drawn for each in (*of.states, *of.transitions))
