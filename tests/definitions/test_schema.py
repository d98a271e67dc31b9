"""The JSON Schema: the same keys as the loader, and the same verdict on the structure of a file."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from attrs import fields
from hypothesis import assume, event, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pathway_engine.definition import DefinitionError, load_text, model
from pathway_engine.definition.demands import KINDS, Where
from pathway_engine.definition.extends import FRAGMENT_KEYS
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.reader import read
from pathway_engine.definition.schema import described, fragment_schema, pathway_schema
from pathway_engine.definition.shorthand import yaml_keys
from pathway_engine.definition.sources import FRAGMENTS, installed
from pathway_engine.definition.tree import plain
from tests.definitions.documents import changed, pathways, regions
from tests.definitions.examples import COACHING, GROUPED, SMALL, shelf

OVERLAY = {"remove", "replace"}
LANGUAGES = {"fi", "sv", "en"}
CLASSES = (
    *(model.Validity, model.PlainText, model.Catalogue, model.Role, model.Organisation, model.Field),
    *(model.RecordType, model.State, model.Handover, model.Transition, model.Deadline, model.Review),
    *(model.Service, model.Capacity, model.Retention, Where, *KINDS.values()),
)

# What the loader says of structure. The rest needs more than one file (names, fragments, what there is to remove) or
# more than a pattern (whether a day is in the calendar, whether a duration is short enough).
STRUCTURE = {
    *("unknown-key", "missing-key", "missing-language", "wrong-type", "unknown-value"),
    *("unknown-requirement", "several-requirements", "bad-id", "bad-name", "bad-anchor", "bad-overlay"),
}
BY_PATTERN = {"bad-date", "bad-duration"}
# After these nothing more is looked at.
HALTING = {"missing-parameter", "not-found", "unsafe-name", "unknown-parameter"}


@cache
def validator(kind: str) -> Draft202012Validator:
    """Give a validator of the schema of a kind of file."""
    schema = fragment_schema() if kind == "fragment" else pathway_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def accepts(document: object, kind: str = "pathway") -> bool:
    """Tell whether the schema accepts a document."""
    return bool(validator(kind).is_valid(document))


def codes(text: str) -> set[str]:
    """Give the codes of everything the loader finds wrong with a pathway."""
    try:
        load_text(text, sources=shelf())
    except DefinitionError as error:
        return {problem.code for problem in error.problems}
    return set()


def as_plain(text: str | bytes) -> Any:
    """Read a file as an editor would."""
    return plain(read(text if isinstance(text, bytes) else text.encode(), "x", Findings()))


@pytest.mark.parametrize("of", CLASSES, ids=lambda of: of.__name__)
def test_the_keys_of_the_schema_are_those_of_the_loader(of: type) -> None:
    """What may be written of each class is the same in both, and besides only the words for overlays and shorthand."""
    properties = set(pathway_schema()["$defs"][of.__name__]["properties"])

    assert properties - OVERLAY - LANGUAGES - {"use", "with"} == set(yaml_keys(of).values())


def test_the_top_keys_are_those_of_the_loader() -> None:
    """A pathway's own keys, and what it extends; a fragment's, and nothing else."""
    own, fragment = set(pathway_schema()["properties"]), set(fragment_schema()["properties"])

    assert own - OVERLAY - LANGUAGES == {*yaml_keys(model.Pathway).values(), "extends"}
    assert fragment - LANGUAGES == set(FRAGMENT_KEYS)


def test_every_key_is_described() -> None:
    """An editor has something to say about each key, and says nothing of where a rule comes from."""
    for of in (model.Pathway, *CLASSES):
        for each in fields(of):
            words = described(each.metadata["description"])
            assert words.endswith("."), f"{of.__name__}.{each.name}"
            assert "§" not in words


@pytest.mark.parametrize("name", installed().names(""))
def test_the_shipped_pathways_fit(name: str) -> None:
    """The schema accepts every definition that is shipped."""
    found = installed().find("", name)

    assert found is not None
    assert [error.message for error in validator("pathway").iter_errors(as_plain(found.data))] == []


@pytest.mark.parametrize("name", installed().names(FRAGMENTS))
def test_the_shipped_fragments_fit(name: str) -> None:
    """The schema accepts every fragment that is shipped."""
    found = installed().find(FRAGMENTS, name)

    assert found is not None
    assert [error.message for error in validator("fragment").iter_errors(as_plain(found.data))] == []


@pytest.mark.parametrize("text", [SMALL, GROUPED])
def test_small_definitions_fit(text: str) -> None:
    """Shorthand is accepted in all its forms."""
    assert accepts(as_plain(text))


def test_a_fragment_takes_parameters_anywhere() -> None:
    """`${name}` stands for a list, a duration, a truth or a part of a text; a wrong key is still wrong."""
    fragment = as_plain(COACHING)
    fragment["states"]["engagement"]["initial"] = "${first}"

    assert accepts(fragment, "fragment")
    assert not accepts({**fragment, "services": {}}, "fragment")
    assert not accepts({**fragment, "parameters": {"coach": {"defalt": 1}}}, "fragment")


@given(pathways())
def test_a_made_pathway_is_accepted_by_both(document: Mapping[str, Any]) -> None:
    """Whatever is written by the model's own types fits the schema, and has no fault of structure."""
    assert [error.message for error in validator("pathway").iter_errors(document)] == []
    assert not codes(json.dumps(document)) & (STRUCTURE | BY_PATTERN)


@given(pathways(), st.data())
def test_a_slightly_broken_pathway_is_refused_by_both_or_neither(document: Any, data: st.DataObject) -> None:
    """One change anywhere: schema and loader agree on whether the structure still holds."""
    agree(changed(document, data))


@given(regions(), st.data())
def test_a_slightly_broken_region_is_refused_by_both_or_neither(document: Any, data: st.DataObject) -> None:
    """In a file that extends another, entries may be partial; keys and types count as ever."""
    agree(changed(document, data), partial=True)


def agree(document: Any, *, partial: bool = False) -> None:
    """Check that schema and loader give the same verdict on a document."""
    found = codes(json.dumps(document))
    assume(not found & HALTING)
    # Completeness of a region's entries shows only when it is laid over its base.
    structural = STRUCTURE - ({"missing-key", "missing-language"} if partial else set())
    fits = accepts(document)
    event(f"fits: {fits}")
    if fits:
        assert not found & structural
    else:
        assert found & (STRUCTURE | BY_PATTERN)
