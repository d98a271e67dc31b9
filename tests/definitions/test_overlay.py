"""Overlays: what a region may say of its base, and where each line of the result came from."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import DefinitionError, Pathway, load_with_origins
from pathway_engine.definition.demands import RecordRequirement
from pathway_engine.definition.extends import MOST_LEVELS
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.load import Loaded
from pathway_engine.definition.overlay import Removals, merge, names_of
from pathway_engine.definition.reader import read
from pathway_engine.definition.tree import Table, plain
from tests.definitions.examples import SMALL, TITLE, region, shelf


def loaded(text: str, **more: str) -> Loaded:
    """Load the region whose text is given."""
    return load_with_origins("region", sources=shelf(region=text, **more))


def pathway(text: str, **more: str) -> Pathway:
    """Give the region's pathway."""
    return loaded(text, **more).pathway


def faults(text: str, **more: str) -> list[str]:
    """Give what is wrong with a region, as `file:line:column code`."""
    with pytest.raises(DefinitionError) as raised:
        loaded(text, **more)
    return [str(each).split(" ")[0] + " " + each.code for each in raised.value.problems]


def merged(*texts: str) -> tuple[object, list[str]]:
    """Lay texts over one another; give the plain result and the codes of what does not fit."""
    findings, removals = Findings(), Removals()
    tree: Table | None = None
    for text in texts:
        node = merge(tree, read(text.encode(), "x", Findings()), findings, removals)
        assert isinstance(node, Table)
        tree = node
    assert tree is not None
    return plain(tree), [each.code for each in findings]


def test_a_region_says_only_its_differences() -> None:
    """The same key merges, a list is replaced whole, and all else is inherited."""
    base = pathway(region())
    here = pathway(region("transitions:", "  finish: {from: middle, title: {fi: Lopeta}}"))

    assert here.transitions["begin"] == base.transitions["begin"]
    assert here.transitions["finish"].from_ == ("middle",)
    assert here.transitions["finish"].title.fi == "Lopeta"
    assert here.transitions["finish"].title.sv == base.transitions["finish"].title.sv


def test_name_version_and_title_are_never_inherited() -> None:
    """A region is a definition of its own, however little it changes."""
    problems = faults("pathway: region\nextends: small\n")

    assert problems == ["region:1:1 missing-key"] * 2


@pytest.mark.parametrize(
    ("base", "over", "result", "codes"),
    [
        ("a: 1", "a: 2", {"a": 2}, []),
        ("a: {b: 1, c: 2}", "a: {c: 3, d: 4}", {"a": {"b": 1, "c": 3, "d": 4}}, []),
        ("a: [1, 2]", "a: [3]", {"a": [3]}, []),
        ("a: [x, y]", "a: {remove: x, add: z}", {"a": ["y", "z"]}, []),
        ("a: [x, y]", "a: {remove: [x], add: [x]}", {"a": ["y", "x"]}, []),
        ("a: [x, y]", "a: {add: [x]}", {"a": ["x", "y"]}, []),
        ("a: [1, 2]", "a: {remove: [1]}", {"a": [2]}, []),
        ("a: {b: 1, c: 2}", "a: {remove: b}", {"a": {"c": 2}}, []),
        ("a: {b: {x: 1}}", "a: {remove: b, b: {y: 2}}", {"a": {"b": {"y": 2}}}, []),
        ("a: {b: 1}", "a: {replace: true, c: 2}", {"a": {"c": 2}}, []),
        ("a: 1\nb: 2", "remove: [a]\nc: 3", {"b": 2, "c": 3}, []),
        ("a: 1", "b: {add: [x]}", {"a": 1, "b": ["x"]}, []),
        ("a: {b: 1}", "a: {remove: c}", {"a": {"b": 1}}, ["nothing-to-remove"]),
        ("a: [x]", "a: {remove: z}", {"a": ["x"]}, ["nothing-to-remove"]),
        ("a: 1", "b: {remove: z}", {"a": 1, "b": {}}, ["nothing-to-remove"]),
        ("a: 1", "b: {replace: true, c: 1}", {"a": 1, "b": {"c": 1}}, ["nothing-to-replace"]),
        ("a: {b: 1}", "a: {replace: 1, c: 2}", {"a": {"b": 1, "c": 2}}, ["bad-overlay"]),
        ("a: {b: 1}", "a: {remove: [[b]]}", {"a": {"b": 1}}, ["bad-overlay"]),
        ("a: {b: 1}", "a: {add: [b]}", {"a": {"b": 1}}, ["bad-overlay"]),
        ("a: [x]", "a: {add: y, c: 1}", {"a": ["x", "y"]}, ["bad-overlay"]),
        (
            "a: [{record: x}, {id: own, record: y}, {any: [{flag: f}]}, {any: [{flag: g}]}]",
            'a: {remove: ["record:x", own, "any:2"]}',
            {"a": [{"any": [{"flag": "f"}]}]},
            [],
        ),
        (
            "a: [{record: x}, {flag: f}]",
            "a: {add: {record: x, fresh: true}}",
            {"a": [{"record": "x", "fresh": True}, {"flag": "f"}]},
            [],
        ),
    ],
)
def test_the_rules_of_laying_over(base: str, over: str, result: object, codes: list[str]) -> None:
    """`remove` applies first, maps merge, lists and values replace, lists may be changed."""
    assert (result, codes) == merged(base, over)


def test_requirements_are_added_and_removed_by_name() -> None:
    """A requirement goes by its id or its kind and target, and knows that name afterwards."""
    text = region(
        "transitions:",
        "  begin:",
        "    requires: {remove: ['record:note'], add: [{record: note, id: own, fresh: true}]}",
    )

    [requirement] = pathway(text).transitions["begin"].requires

    assert isinstance(requirement, RecordRequirement)
    assert (requirement.id, requirement.fresh) == ("own", True)


def test_members_that_are_alike_get_numbers() -> None:
    """Two requirements of one record can still be told apart, and so can all and any."""
    members = [{"record": "a"}, {"record": "a"}, {"any": []}, {"any": []}, {"id": "x"}, "plain"]

    assert names_of(members) == ["record:a", "record:a:2", "any:1", "any:2", "x", "plain"]


def test_shorthand_and_long_form_merge_into_one() -> None:
    """A base in one form and a region in the other mean the same thing."""
    short = pathway(region("roles:", "  worker: {fi: uusi}"))
    long = pathway(region("roles:", "  worker: {title: {fi: uusi}}"))

    assert short.roles == long.roles
    assert short.roles["worker"].title.sv == "handläggare"


def test_every_line_knows_its_file() -> None:
    """The origin of a value is the file, line and column of the one that won."""
    text = region("transitions:", "  finish: {from: {add: waiting}}", "flags:", "  new: {" + TITLE + "}")
    origins = loaded(text).origins

    shown = {
        path: f"{mark.file}:{mark.line}"
        for path, mark in origins.all()
        if path[:2] in {("transitions", "finish"), ("flags", "new")}
    }

    assert shown[("transitions", "finish", "from", 2)] == "region:6"
    assert shown[("transitions", "finish", "from", 0)] == "small:53"
    assert shown[("flags", "new", "fi")] == "region:8"
    assert SMALL.splitlines()[52].strip() == "from: [start, middle]"


def test_removing_what_is_not_there_is_an_error_at_the_region() -> None:
    """The region is told where it stands, and what it may have meant."""
    with pytest.raises(DefinitionError) as raised:
        loaded(region("transitions: {remove: [finnish]}"))

    [problem] = raised.value.problems
    assert "region:5:24 nothing-to-remove" in str(problem)
    assert "Did you mean 'finish'?" in problem.message


def test_what_still_refers_to_something_removed_is_an_error_at_the_removal() -> None:
    """Nothing is removed in cascade; the region sees which line of its base is left dangling."""
    with pytest.raises(DefinitionError) as raised:
        loaded(region("states: {remove: [waiting]}"))

    assert {"region:5:19 removed-but-used"} == {str(each).split(" This")[0] for each in raised.value.problems}
    assert "small:44" in raised.value.problems[0].message


def test_files_come_in_order_and_each_once() -> None:
    """Later files win, a base that two files share counts where it comes first."""
    one = region("flags: {urgent: {fi: yksi}}").replace("pathway: region", "pathway: one")
    two = region("flags: {urgent: {fi: kaksi, sv: två}}").replace("region", "two", 1)
    text = region("flags: {urgent: {en: three}}", base="[one, two]")

    made = loaded(text, one=one, two=two)

    title = made.pathway.flags["urgent"]
    assert (title.fi, title.sv, title.en) == ("kaksi", "två", "three")
    assert made.files == ("region", "one", "small", "two")


def test_a_base_is_found_by_its_version() -> None:
    """`name@version` is the current file when it has that version, else the superseded one."""
    old = SMALL.replace('version: "1"', 'version: "0.9"').replace("fi: työntekijä", "fi: vanha")

    current = pathway(region(base="small@1"))
    superseded = pathway(region(base="small@0.9"), **{"superseded__small@0.9": old})

    assert current.roles["worker"].title.fi == "työntekijä"
    assert superseded.roles["worker"].title.fi == "vanha"


@pytest.mark.parametrize(
    ("base", "more", "expected"),
    [
        ("region", {}, ["region:4:10 extends-cycle"]),
        ("one", {"one": region(base="region").replace("region", "one", 1)}, ["one:4:10 extends-cycle"]),
        ("smal", {}, ["region:4:10 not-found"]),
        ("small@7", {}, ["region:4:10 not-found"]),
        ("../small", {}, ["region:4:10 unsafe-name"]),
        ("/etc/passwd", {}, ["region:4:10 unsafe-name"]),
        ("https://example.org/a", {}, ["region:4:10 unsafe-name"]),
        ("small@../x", {}, ["region:4:10 unsafe-name"]),
        ("small@", {}, ["region:4:10 unsafe-name"]),
        ("Small", {}, ["region:4:10 unsafe-name"]),
        ("fragments/coaching", {}, ["region:4:10 unsafe-name"]),
        ("7", {}, ["region:4:10 wrong-type"]),
        ("[small@1, small@2]", {}, ["region:4:20 extends-conflict"]),
        ("{a: 1}", {}, ["region:4:10 wrong-type"]),
        ("other", {"other": SMALL}, ["other:1:10 name-differs"]),
        ("broken", {"broken": "pathway: [broken\n"}, ["broken:2:1 yaml-syntax"]),
    ],
)
def test_a_base_that_cannot_be_had_is_refused(base: str, more: Mapping[str, str], expected: list[str]) -> None:
    """Cycles, paths, unknown and unfit names are refused where they are written, and only there."""
    assert expected == faults(region(base=base), **more)


def test_a_chain_without_end_is_refused() -> None:
    """Ten thousand files one upon another are not read; the chain has a length."""
    chain = {f"c{number}": region(base=f"c{number + 1}").replace("region", f"c{number}", 1) for number in range(10_000)}

    problems = faults(region(base="c0"), **chain)

    assert [f"c{MOST_LEVELS - 2}:4:10 extends-too-long"] == problems


def test_a_crowd_of_bases_is_refused() -> None:
    """Breadth has a bound as well."""
    crowd = {f"c{number}": "pathway: [\n" for number in range(200)}
    text = region(base="[" + ", ".join(crowd) + "]")

    assert "too-many-files" in " ".join(faults(text, **crowd))


KEYS = st.sampled_from(["a", "b", "c"])
VALUES = st.recursive(
    st.integers(0, 3) | st.lists(st.sampled_from(["x", "y", "z"]), max_size=3, unique=True),
    lambda inner: st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
MAPS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=3)


def laid(*maps: Mapping[str, object]) -> object:
    """Lay maps over one another and give the plain result, in which nothing was wrong."""
    import json

    result, codes = merged(*(json.dumps(each) for each in maps))
    assert codes == []
    return result


@given(MAPS)
def test_laying_a_map_over_itself_changes_nothing(one: dict[str, object]) -> None:
    """The same words said twice mean the same."""
    assert one == laid(one) == laid(one, one)


@given(MAPS, MAPS, MAPS)
def test_laying_over_is_associative_without_changes(
    one: dict[str, object], two: dict[str, object], three: dict[str, object]
) -> None:
    """Plain overlays may be joined in any grouping: only their order counts."""
    joined = laid(two, three)
    assert isinstance(joined, dict)

    # A value between two maps hides the first from the second, however they are grouped.
    if not hides(one, two) and not hides(two, three):
        assert laid(one, two, three) == laid(one, joined)


def hides(under: object, over: object) -> bool:
    """Tell whether a single value or list lies over a map, or a map over one, anywhere."""
    if isinstance(under, dict) and isinstance(over, dict):
        return any(hides(under[key], over[key]) for key in under.keys() & over.keys())
    return isinstance(under, dict) != isinstance(over, dict)


@given(MAPS, MAPS)
def test_what_an_overlay_says_is_what_holds(one: dict[str, object], two: dict[str, object]) -> None:
    """Every single value of the later file is in the result."""
    result = laid(one, two)

    assert holds(result, two)


def holds(result: object, words: object) -> bool:
    """Tell whether every value of `words` stands in `result`."""
    if not isinstance(words, dict):
        return result == words
    return isinstance(result, dict) and all(key in result and holds(result[key], each) for key, each in words.items())


LISTS = st.lists(st.sampled_from("stuvwxyz"), max_size=6, unique=True)


@given(LISTS, LISTS)
def test_adding_twice_is_adding_once(base: list[str], more: list[str]) -> None:
    """Two overlays that add the same member do not get in each other's way."""
    start = {"a": base}
    add: dict[str, object] = {"a": {"add": more}}

    assert laid(start, add) == laid(start, add, add)


@given(LISTS, st.data())
def test_removing_and_adding_back_keeps_the_members(base: list[str], data: st.DataObject) -> None:
    """The members are the same afterwards; those put back stand last."""
    some = data.draw(st.lists(st.sampled_from(base), unique=True)) if base else []

    result = laid({"a": base}, {"a": {"remove": some}}, {"a": {"add": some}})

    assert isinstance(result, dict)
    assert sorted(result["a"]) == sorted(base)
    assert [each for each in result["a"] if each not in some] == [each for each in base if each not in some]
