"""The digest: what changes it, what does not, and that a stored definition comes back."""

import json
from collections.abc import Mapping

import pytest
from attrs import NOTHING, Factory, evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import Pathway, load, load_text, model
from pathway_engine.definition import demands as demand_module
from pathway_engine.definition.digest import (
    digest_of,
    from_plain,
    rules_of,
    text_digest_of,
    texts_of,
    to_plain,
)
from pathway_engine.definition.findings import Findings
from pathway_engine.definition.reader import read
from pathway_engine.definition.tree import plain
from tests.definitions.examples import SMALL, shelf

NAMES = ("small", "grouped")


def pathways() -> list[Pathway]:
    """Give the pathways of the examples and the installed one."""
    return [*(load(name, sources=shelf()) for name in NAMES), load("fi-base")]


def test_the_digest_is_the_sha256_of_canonical_json() -> None:
    """Anybody can compute it from the rules with a JSON writer and a hash."""
    from hashlib import sha256

    made = load_text(SMALL)
    text = json.dumps(rules_of(made), sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    assert made.digest == sha256(text.encode()).hexdigest()
    assert len(made.digest) == 64


@pytest.mark.parametrize("index", range(3))
def test_a_stored_definition_comes_back(index: int) -> None:
    """Through JSON and back it is the same pathway with the same digest."""
    made = pathways()[index]

    back = from_plain(json.loads(json.dumps(to_plain(made))))

    assert back == made
    assert back.digest == made.digest


@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_in_the_file_does_not_matter(random: object) -> None:
    """Shuffling every map of the file changes neither digest."""
    shuffled = shuffle(plain(read(SMALL.encode(), "x", Findings())), random)
    first, second = load_text(SMALL), load_text(json.dumps(shuffled))

    assert first.digest == second.digest
    assert text_digest_of(first) == text_digest_of(second)


def shuffle(value: object, random: object) -> object:
    """Give the value with the keys of all its maps in another order."""
    if isinstance(value, Mapping):
        keys = list(value)
        random.shuffle(keys)  # type: ignore[attr-defined]
        return {key: shuffle(value[key], random) for key in keys}
    if isinstance(value, list):
        return [shuffle(each, random) for each in value]
    return value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fi: Pieni polku", "fi: Toinen polku"),
        ("en: county", "en: district"),
        ("sv: skola", "sv: skolan"),
        ("sv: brådskande", "sv: akut"),
        ("fi: miksi", "fi: syy"),
        ("en: Start}", "en: Start, plain: {fi: a, sv: b, en: c}}"),
    ],
)
def test_a_text_changes_the_texts_digest_only(old: str, new: str) -> None:
    """A better wording is no new rule."""
    first, second = load_text(SMALL), load_text(SMALL.replace(old, new))

    assert first.digest == second.digest
    assert text_digest_of(first) != text_digest_of(second)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version: "1"', 'version: "2"'),
        ("from: [start, middle]", "from: middle"),
        ("within: P7D", "within: P1W"),
        ("health: {", "wellbeing: {"),
        ("urgent: {", "hurried: {"),
        ("kind: regional", "kind: quality"),
        ("class: coded, fi: pvm", "fi: pvm"),
        ("from: start\n    to: middle\n    by: worker", "from: start\n    to: middle\n    by: client"),
    ],
)
def test_a_rule_changes_the_rules_digest_only(old: str, new: str) -> None:
    """Whatever the engine could decide by is in the digest."""
    first, second = load_text(SMALL), load_text(SMALL.replace(old, new))

    assert first.digest != second.digest


def test_rules_hold_no_texts_and_texts_no_rules() -> None:
    """The two parts are apart, and every text of the definition is in one of them."""
    made = load("fi-base")
    rules = json.dumps(rules_of(made), ensure_ascii=False)
    texts = texts_of(made)

    assert made.title.fi not in rules
    assert '"fi"' not in rules
    assert len(texts) > 300
    assert texts["title"] == [made.title.fi, made.title.sv, made.title.en]


def test_a_thing_called_as_a_key_of_the_model_is_kept() -> None:
    """A record or field with the id `title` or `plain` is no text."""
    text = SMALL.replace("      why:", "      title:").replace("  note:\n", "  plain:\n", 1)
    made = load_text(text.replace("record: note", "record: plain"))

    rules = rules_of(made)

    assert rules["records"]["plain"]["fields"]["title"] == {"type": "text"}


def test_the_digest_is_no_part_of_itself() -> None:
    """A pathway with a digest and one without have the same."""
    made = load_text(SMALL)

    assert digest_of(evolve(made, digest="")) == digest_of(made) == made.digest


def test_the_digest_of_an_example_is_pinned() -> None:
    """A change of the code that moves digests would make every released version another one."""
    assert load_text(SMALL).digest == PINNED


PINNED = "2aa924276790126aadc44524c61ff3f65c6ed7abe137826592b5d5bfe0551c7f"


def test_the_defaults_of_the_model_are_pinned() -> None:
    """Defaults are left out of what is stored, so a default may never change its meaning."""
    shown = {
        f"{kind.__name__}.{each.name}": each.default
        for module in (model, demand_module)
        for kind in vars(module).values()
        if isinstance(kind, type) and hasattr(kind, "__attrs_attrs__")
        for each in fields(kind)
        if each.default is not NOTHING
        and not isinstance(each.default, Factory)  # type: ignore[arg-type]  # a class, to attrs
        and each.default not in (None, "", (), False)
    }

    assert shown == {
        "Dated.by": "pending",
        "Deadline.calendar": "day",
        "Deadline.on_miss": "warn",
        "Capacity.over": "warn",
        "ElapsedRequirement.since": "state_entered",
        "EvaluationsRequirement.fresh": True,
        "Field.class_": "confidential",
        "FlagRequirement.up": True,
        "Handover.declinable": True,
        "Handover.escalate_to": ("coordinator",),
        "Handover.when": "another_organisation",
        "Pathway.subject": "client",
        "Retention.archive": "none",
        "Review.kind": "regional",
        "Role.relation": ("named", "coordinating"),
        "ServiceRequirement.status": "open",
        "State.kind": "ordinary",
        "Validity.by": "pending",
    }
