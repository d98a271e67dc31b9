"""What a region leaves as it is counts as shown where it was written; what it changes does not."""

import pytest

from pathway_engine.bdd.coverage import KINDS, Coverage, Seen, covered
from pathway_engine.bdd.inheriting import unchanged
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.load import load_bases
from tests.definitions.examples import region, shelf


def pair(*lines: str) -> tuple[Pathway, Pathway]:
    """Give a region that says `lines`, and what it extends."""
    shelved = shelf(region=region(*lines, base="grouped"))
    (base,) = load_bases("region", sources=shelved)
    return load("region", sources=shelved), base


BEGIN = ("move", "begin")
REFUSAL = ("refusal", "begin: record:note")
SOON = ("deadline", "soon")
AGREE = ("move", "activity.agree")


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("roles: {helper: {fi: a, sv: b, en: c}}", set()),
        ("transitions: {begin: {title: {fi: Uusi, sv: Ny, en: New}}}", set()),
        ("transitions: {begin: {by: client}}", {BEGIN}),
        ("transitions: {begin: {requires: {add: [{flag: urgent}]}}}", {BEGIN}),
        ("transitions: {begin: {requires: [{record: note, where: {present: [why]}}]}}", {BEGIN, REFUSAL}),
        ("records: {note: {fields: {why: {required: true}}}}", {BEGIN, REFUSAL}),
        ("records: {note: {fields: {why: {fi: x, sv: y, en: z}}}}", set()),
        ("deadlines: {soon: {within: P8D}}", {SOON}),
        ("services: {activity: {transitions: {agree: {by: client}}}}", {AGREE}),
        ("services: {activity: {organiser: county}}", {("service", "activity")}),
        ("states: {middle: {responsible: client}}", {("state", "middle")}),
    ],
)
def test_what_is_changed_is_the_regions_own(line: str, changed: set[tuple[str, str]]) -> None:
    """A rule that differs, or a record it asks for that differs, is no longer inherited; a label changes nothing."""
    ours, base = pair(line)
    things = {
        BEGIN,
        REFUSAL,
        SOON,
        AGREE,
        ("service", "activity"),
        ("state", "middle"),
        ("state", "activity.job_search"),
    }

    assert things - unchanged(ours, base, things) == changed


def of_kind(found: tuple[Coverage, ...], kind: str) -> Coverage:
    """Give the figures of one kind."""
    return found[KINDS.index(kind)]


def test_shown_here_goes_before_shown_where_it_comes_from() -> None:
    """Each thing is counted once: as the region's own scenario, or as the parent's, or as untouched."""
    ours, base = pair("transitions: {pause: {by: client}}")
    seen = Seen({ours.digest: {BEGIN}, base.digest: {BEGIN, ("move", "resume"), ("move", "pause")}})
    moves = of_kind(covered(ours, seen, [base]), "move")

    assert moves.here == ("begin",)
    assert moves.inherited == {"resume": "grouped"}
    assert "pause" in moves.untouched
    assert moves.total == moves.touched + len(moves.untouched)


def test_without_parents_only_the_regions_own_scenarios_count() -> None:
    """`--own` is the strict figure."""
    ours, base = pair()
    seen = Seen({base.digest: {BEGIN}})

    assert of_kind(covered(ours, seen), "move").touched == 0
    assert of_kind(covered(ours, seen, [base]), "move").touched == 1


def test_every_base_of_a_chain_is_given_the_nearest_first() -> None:
    """A region over a region counts the scenarios of both, and each as the pathway it is by itself."""
    shelved = shelf(near=region(base="small").replace("pathway: region", "pathway: near"), top=region(base="near"))
    bases = load_bases("top", sources={**shelved, "top": shelved["top"].replace("pathway: region", "pathway: top")})

    assert [each.pathway for each in bases] == ["near", "small"]
    assert bases[1].digest == load("small", sources=shelved).digest


def test_a_definition_that_extends_nothing_has_no_parents() -> None:
    """The national model stands by itself."""
    assert load_bases("small", sources=shelf()) == ()
