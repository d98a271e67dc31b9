"""Fragments: as a group of states, as a service, with parameters, changed by a region."""

import pytest

from pathway_engine.definition import DefinitionError, Pathway, load, load_with_origins
from pathway_engine.durations import Duration
from tests.definitions.examples import COACHING, GROUPED, SMALL, region, shelf


def grouped(*lines: str, **more: str) -> Pathway:
    """Load a region that extends the pathway with a group and a service."""
    return load("region", sources=shelf(region=region(*lines, base="grouped"), **more))


def faults(text: str, **more: str) -> list[str]:
    """Give what is wrong with a pathway called `small`, as `file:line:column code`."""
    with pytest.raises(DefinitionError) as raised:
        load("small", sources=shelf(small=text, **more))
    return [f"{each.file}:{each.line}:{each.column} {each.code}" for each in raised.value.problems]


def test_a_group_is_flattened_in_its_place() -> None:
    """States get the group's id and stand where the group stood; its title is kept beside."""
    made = load("grouped", sources=shelf())

    assert list(made.states) == [
        "start",
        "middle",
        "coaching.engagement",
        "coaching.job_search",
        "waiting",
        "over",
    ]
    assert made.groups["coaching"].fi == "Valmennus"
    assert made.states["coaching.engagement"].responsible == "worker"
    assert not made.states["coaching.engagement"].initial


def test_a_move_keeps_its_name_unless_it_is_taken() -> None:
    """`agree` is the fragment's alone; `begin` the pathway had already (semantics §M2)."""
    made = load("grouped", sources=shelf())

    assert made.transitions["agree"].from_ == ("coaching.engagement",)
    assert made.transitions["agree"].to == "coaching.job_search"
    assert made.transitions["coaching.begin"].to == "coaching.engagement"
    assert made.transitions["begin"].from_ == ("start",)


def test_a_deadline_follows_the_names_of_its_group() -> None:
    """Its states, the moves that meet it and the move it is counted from are the flat ones."""
    deadline = load("grouped", sources=shelf()).deadlines["contact"]

    assert deadline.in_ == ("coaching.engagement",)
    assert deadline.met_by == ("agree", "coaching.begin")
    assert deadline.from_ == "event:coaching.begin"


def test_a_move_to_a_group_leads_to_its_first_state() -> None:
    """The state the fragment calls initial is where the group begins (semantics §M1)."""
    made = load("grouped", sources=shelf())

    assert "coaching.engagement" in {move.to for move in made.transitions.values()}
    assert "coaching" not in {move.to for move in made.transitions.values()}


def test_a_service_keeps_its_states_to_itself() -> None:
    """Inside a service names stay short; its records join the pathway's."""
    made = load("grouped", sources=shelf())
    service = made.services["activity"]

    assert list(service.states) == ["engagement", "job_search"]
    assert list(service.transitions) == ["agree", "begin"]
    assert service.states["engagement"].initial
    assert service.title.fi == "Valmennus"
    assert made.records["agreement"].by == ("worker",)


def test_a_region_changes_the_parts_of_a_group_by_their_flat_names() -> None:
    """States, moves and records of a fragment are overridden like any others."""
    made = grouped(
        "states: {coaching: {fi: Oma valmennus}, coaching.job_search: {fi: Haku}}",
        "transitions: {agree: {requires: {remove: 'record:agreement'}, by: {add: client}}}",
        "records: {agreement: {kind: form}}",
        "services: {activity: {transitions: {remove: begin}, fi: Toiminta, deadlines: {replace: true}}}",
    )

    assert made.groups["coaching"].fi == "Oma valmennus"
    assert made.states["coaching.job_search"].title.fi == "Haku"
    assert made.transitions["agree"].by == ("worker", "client")
    assert made.transitions["agree"].requires == ()
    assert made.records["agreement"].kind == "form"
    assert list(made.services["activity"].transitions) == ["agree"]
    assert made.services["activity"].title.fi == "Toiminta"


def test_a_file_may_change_the_fragment_it_uses_itself() -> None:
    """Overriding needs no second file."""
    text = GROUPED.replace("transitions:\n", "transitions:\n  agree: {by: client}\n", 1)

    assert load("small", sources=shelf(small=text)).transitions["agree"].by == ("client",)


def test_a_region_sets_a_parameter_of_its_base_s_fragment() -> None:
    """Parameters are gathered from all files before a fragment is opened."""
    made = grouped("states: {coaching: {with: {contact: P3D}}}")

    assert made.deadlines["contact"].within == Duration(days=3)


def test_a_region_uses_another_fragment_instead() -> None:
    """The parts of the former fragment go, those of the new one come."""
    other = COACHING.replace("fragment: coaching", "fragment: other").replace("agree:", "settle:")
    other = other.replace("[agree, begin]", "settle")

    made = grouped("states: {coaching: {use: other, with: {coach: client}}}", fragments__other=other)

    assert "agree" not in made.transitions
    assert made.transitions["settle"].from_ == ("coaching.engagement",)
    assert made.states["coaching.engagement"].responsible == "client"


def test_a_region_removes_a_group_with_its_moves() -> None:
    """States, moves and deadlines of the group go; what leads there must be changed as well."""
    made = grouped("states: {remove: coaching}", "transitions: {finish: {to: over}}")

    assert "coaching" not in made.groups
    assert "agree" not in made.transitions
    assert "contact" not in made.deadlines
    assert [name for name in made.states if name.startswith("coaching.")] == []


def test_what_leads_to_a_removed_group_is_reported_at_the_removal() -> None:
    """The region sees that its base still has a way there."""
    with pytest.raises(DefinitionError) as raised:
        grouped("states: {remove: coaching}")

    assert {"region:5:18 removed-but-used"} == {
        f"{each.file}:{each.line}:{each.column} {each.code}" for each in raised.value.problems
    }


def test_origins_lead_into_the_fragment_and_to_the_parameter() -> None:
    """What the fragment says stands in its file; what a parameter says, where it was given."""
    origins = load_with_origins("grouped", sources=shelf()).origins

    title = origins.value("states", "coaching.engagement", "title", "fi")
    responsible = origins.value("states", "coaching.engagement", "responsible")

    assert title.file == "fragments/coaching"
    assert responsible.file == "grouped"


def test_a_list_is_spliced_in_where_a_parameter_is_a_member() -> None:
    """`by: ["${coach}", worker]` with a list of coaches is one list; a list alone is one too."""
    text = GROUPED.replace("coach: worker}}\n  waiting", "coach: client}}\n  waiting")
    fragment = COACHING.replace('responsible: "${coach}"', "responsible: worker")
    text = text.replace("with: {coach: client}", "with: {coach: [client, worker]}")

    made = load("small", sources=shelf(small=text, fragments__coaching=fragment))

    assert made.transitions["agree"].by == ("client", "worker")
    assert made.transitions["coaching.begin"].by == ("client", "worker", "worker")


def test_a_parameter_may_stand_within_a_longer_text() -> None:
    """`record.${form}.on` names a record by a parameter; a number is written in digits."""
    fragment = COACHING.replace("contact: {default: P14D", "contact: {default: 14").replace(
        '"${contact}"', '"P${contact}D"'
    )
    fragment = fragment.replace("coach: {title", "form: {default: note}\n  coach: {title")
    fragment = fragment.replace("from: event:begin\n    in: engagement", 'from: "record.${form}.on"')

    deadline = load("grouped", sources=shelf(fragments__coaching=fragment)).deadlines["contact"]

    assert deadline.within == Duration(days=14)
    assert deadline.from_ == "record.note.on"


def test_a_list_is_no_part_of_a_text() -> None:
    """A parameter with several values cannot be written into the middle of a text."""
    text = GROUPED.replace("with: {coach: worker}}\n  waiting", "with: {coach: [worker, client]}}\n  waiting")
    fragment = COACHING.replace("begin:\n    title", 'begin:\n    reasons: "x_${coach}"\n    title', 1)

    assert "fragments/coaching:17:14 parameter-no-text" in faults(text, fragments__coaching=fragment)


def test_the_pathway_s_own_words_stand_over_a_fragment_s() -> None:
    """A record both declare is the pathway's, with what only the fragment says added."""
    text = GROUPED.replace("records:\n", "records:\n  agreement: {fi: Oma, sv: Egen, en: Own, kind: note}\n")

    record = load("small", sources=shelf(small=text)).records["agreement"]

    assert (record.title.fi, record.kind, record.by) == ("Oma", "note", ("worker",))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("with: {coach: worker}}", "with: {coach: worker, coch: x}}", "small:32:51 unknown-parameter"),
        (", with: {coach: worker}}", "}", "small:32:19 missing-parameter"),
        ("use: coaching, with", "with", "small:32:14 with-without-use"),
        ("{use: coaching,", "{use: coachin,", "small:32:19 not-found"),
        ("{use: coaching,", "{use: ../small,", "small:32:19 unsafe-name"),
        ("{use: coaching,", "{use: [coaching],", "small:32:19 wrong-type"),
        ("with: {coach: worker}}", "with: coach}", "small:32:29 wrong-type"),
        ("{use: coaching,", "{use: coaching, phase: x,", "small:32:29 unknown-key"),
        ("to: coaching\n", "to: coching\n", "small:55:9 unknown-name"),
    ],
)
def test_a_use_that_cannot_be_is_refused(old: str, new: str, expected: str) -> None:
    """Unknown fragments, unset and unknown parameters are refused where they are written."""
    assert expected in faults(GROUPED.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("fragment: coaching", "fragment: other", "fragments/coaching:1:11 name-differs"),
        ("parameters:", "paramters:", "fragments/coaching:3:1 unknown-key"),
        ("{default: P14D", "{defalt: P14D", "fragments/coaching:4:13 unknown-key"),
        (
            "contact: {default: P14D, title: {fi: yhteys, sv: kontakt, en: contact}}",
            "contact: P14D",
            "fragments/coaching:4:12 wrong-type",
        ),
        ("  contact: {default", "  Contact: {default", "fragments/coaching:4:3 bad-parameter"),
        ('"${contact}"', '"${Contact}"', "fragments/coaching:28:13 bad-parameter"),
        ('"${contact}"', '"${contact"', "fragments/coaching:28:13 bad-parameter"),
        ('"${contact}"', '"in ${contact}"', "fragments/coaching:28:13 bad-duration"),
        ('"${contact}"', '"P${cntact}D"', "fragments/coaching:28:13 unknown-parameter"),
        ('"${contact}"', '"${cntact}"', "fragments/coaching:28:13 unknown-parameter"),
        ('"${contact}"', "P5X", "fragments/coaching:28:13 bad-duration"),
        ("states:", "states: [", "fragments/coaching:8:3 yaml-syntax"),
    ],
)
def test_a_fragment_that_cannot_be_is_refused_in_its_own_file(old: str, new: str, expected: str) -> None:
    """A fault of the fragment is told once, in the fragment's file."""
    text = COACHING.replace(old, new, 1)

    assert faults(GROUPED, fragments__coaching=text).count(expected) == 1


def test_a_state_may_have_a_group_s_name_only_if_there_is_one() -> None:
    """A dotted id that no group explains is a slip."""
    text = SMALL.replace("  middle:", "  lost.middle:").replace("to: middle", "to: lost.middle")

    assert "small:31:3 no-group" in faults(text)
