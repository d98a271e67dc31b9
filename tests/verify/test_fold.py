"""The verifier's own reading of events agrees with the library's, though neither knows of the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case.events import BODIES, ActedBy, Coded, Event
from pathway_engine.definition.digest import rules_of, to_plain
from pathway_engine.definition.model import Pathway
from pathway_engine.journal.canonical import canonical_text
from pathway_engine.journal.entry import Entry as KeptEntry
from pathway_engine.journal.entry import Head
from pathway_engine.journal.forms import write_case, write_event
from pathway_engine.journal.ledger import records
from pathway_engine.journal.sealing import new_case_key
from pathway_engine.journal.sources import SeededSources
from pathway_engine.testing import varied
from pathway_engine.testing.strategies import History, histories, pathways
from pathway_engine.verify import chain, definitions, fold, forms
from pathway_engine.verify.laws import Laws
from tests.workflows.shipped import pathway as shipped

KINDS = {
    str: "text",
    bool: "bool",
    int: "int",
    date: "day",
    date | None: "day?",
    datetime: "instant",
    tuple[str, ...]: "texts",
    Mapping[str, int]: "numbers",
    Mapping[str, str]: "words",
    Mapping[str, Coded]: "coded",
}


def form_of(body: type[Any]) -> dict[str, str]:
    """Give the fields of a class of ours as the verifier writes them down."""
    attrs.resolve_types(body)
    return {each.name.rstrip("_"): KINDS[each.type] for each in attrs.fields(body)}


def kept(events: Iterable[Event]) -> list[fold.Entry]:
    """Give events as the verifier reads them from a database."""
    plain = [json.loads(canonical_text(write_event(event))) for event in events]
    return [fold.Entry(**{name: each[name] for name in fold.Entry._fields}) for each in plain]


def folded(register: str, case: str, entries: list[fold.Entry]) -> tuple[dict[str, Any], list[Any]]:
    """Fold entries with the verifier; give the case, and the laws it found broken."""
    laws, broken = Laws(), []
    result = fold.opened(register, case, entries[0])
    for entry in entries[1:]:
        if entry.recorded_at != result["recorded_at"]:
            broken += [(seq, code, params) for seq, code, params in laws.settled(result)]
        broken += [(entry.seq, *each) for each in laws.before(result, entry)]
        fold.fold(result, entry)
        broken += [(entry.seq, *each) for each in laws.after(result, entry)]
    return result, broken + list(laws.settled(result))


def test_the_verifier_knows_every_event_and_its_form() -> None:
    """Each type and version of the catalogue is known, with the same fields of the same kinds, and no other."""
    known = {key: dict(form) for key, form in forms.FORMS.items()}

    assert known == {key: form_of(body) for key, body in BODIES.items()}


def test_the_verifier_knows_who_acted() -> None:
    """An actor has the same fields on both sides."""
    assert form_of(ActedBy) == forms.ACTOR


def test_every_event_has_a_fold() -> None:
    """No event of the catalogue is passed over."""
    assert fold._FOLDS.keys() == {type_ for type_, _ in BODIES} - {"opened"}


@given(data=st.data())
def test_the_verifier_reads_any_history_as_the_library_wrote_it(data: st.DataObject) -> None:
    """Over any history: the same snapshot letter by letter, the same hashes, forms that fit, and no law broken."""
    history: History = data.draw(histories())
    entries = kept(history.journal)
    rows = kept_rows(history)

    case, broken = folded(history.desk.register, "k1", entries)

    assert chain.canonical({"case": case, "format": 1}) == canonical_text(write_case(history.case))
    assert broken == []
    assert [chain.entry_hash(columns(row)) for row in rows] == [row.hash for row in rows]
    assert chain.genesis("register", "k1") == rows[0].prev_hash
    assert all(forms.has_form(entry.body, forms.FORMS[entry.type, 1]) for entry in entries)
    assert all(forms.has_form(entry.actor, forms.ACTOR) for entry in entries)


def kept_rows(history: History) -> tuple[KeptEntry, ...]:
    """Give a history's rows as the library numbers, seals and chains them."""
    sources = SeededSources()
    payloads = {event.seq: dict.fromkeys(event.sealed, "x") for event in history.journal}
    return records(Head("register", "k1"), history.journal, payloads, new_case_key(sources), sources)


def columns(row: KeptEntry) -> dict[str, Any]:
    """Give an entry as its row in the database."""
    return {**attrs.asdict(row), "sealed_names": canonical_text(row.sealed_names)}


@given(pathways())
def test_the_rules_of_any_definition_are_read_alike(pathway: Pathway) -> None:
    """What is left of a kept definition without its texts is what its digest is made of."""
    assert definitions._rules(json.loads(canonical_text(to_plain(pathway)))) == json.loads(
        canonical_text(rules_of(pathway))
    )


def test_the_rules_of_the_shipped_definitions_are_read_alike() -> None:
    """So it is for the national model, a region, and the sample with one of everything."""
    for pathway in (shipped("fi-base"), shipped("rovaniemi"), varied()):
        assert definitions._rules(json.loads(canonical_text(to_plain(pathway)))) == json.loads(
            canonical_text(rules_of(pathway))
        )


def test_days_and_midnights_are_finlands() -> None:
    """A day ends at Finnish midnight, summer and winter."""
    assert fold.helsinki_day("2025-06-30T21:00:00.000000Z") == "2025-07-01"
    assert fold.helsinki_day("2025-01-31T21:59:59.999999Z") == "2025-01-31"
    assert fold.midnight_after("2025-06-30") == "2025-06-30T21:00:00.000000Z"
    assert fold.midnight_after("2025-12-31") == "2025-12-31T22:00:00.000000Z"
