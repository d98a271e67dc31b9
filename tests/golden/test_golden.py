"""Journals of every release are read for ever: each row, what is sealed in it, and the state it led to (faults 51).

When one of these tests is red, registers hold journals that this code reads otherwise than the code that wrote them.
Do not write the files anew. A type of event keeps its form: give the new shape a new version of the type, and let
`read_body` and `evolve` read both. A snapshot of another form has another `SNAPSHOT_FORMAT`, and is folded from its
journal. A new way of hashing or sealing has another `CHAIN_FORMAT` or seal, and both are read. Then write a further
file with `python -m tests.tools.golden_journals NAME`. Before the first release, and never after it, the one file may
be written again with `--again`.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

import attrs
import pytest

from pathway_engine.case.events import BODIES
from pathway_engine.case.evolve import replay
from pathway_engine.definition.digest import from_plain
from pathway_engine.journal.canonical import canonical_text, parse_json
from pathway_engine.journal.chain import broken_at
from pathway_engine.journal.forms import SNAPSHOT_FORMAT, read_case, write_actor, write_body, write_case
from pathway_engine.journal.ledger import event_of, opened
from pathway_engine.journal.sealing import CaseKey
from pathway_engine.verify import chain
from tests.golden.keeping import GOLDEN, Kept, packed, read
from tests.tools.golden_journals import main

FILES = sorted(GOLDEN.glob("*.jsonl.gz"))
NOBODY_WRITES = {("participant_left", 1)}
"""In the catalogue, and told by no command yet."""


@cache
def kept(path: Path) -> tuple[dict[str, str], tuple[Kept, ...]]:
    """Read a file once."""
    return read(path)


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".jsonl")[0])


def test_there_are_golden_journals() -> None:
    """Fifty and more, and every type of event that is written stands in one of them."""
    journals = [each for path in FILES for each in kept(path)[1]]
    types = {(entry.type, entry.type_version) for each in journals for entry in each.entries}

    assert len(journals) >= 50
    assert types == set(BODIES) - NOBODY_WRITES


@each_file
def test_each_journal_is_whole(path: Path) -> None:
    """Every row hashes as it did, by the library and by the verifier, which share no code."""
    for each in kept(path)[1]:
        first = each.entries[0]
        assert broken_at(first.register, first.case_id, each.entries) is None, each.name
        for entry in each.entries:
            row = {**attrs.asdict(entry), "sealed_names": canonical_text(entry.sealed_names)}
            assert chain.entry_hash(row) == entry.hash, (each.name, entry.seq)


@each_file
def test_each_event_is_read_and_would_be_written_as_it_was(path: Path) -> None:
    """Body and actor, byte for byte: an event that lost a field, or gained one, would be another."""
    for each in kept(path)[1]:
        for entry in each.entries:
            event = event_of(entry)
            assert canonical_text(write_body(event.body)) == entry.body, (each.name, entry.seq)
            assert canonical_text(write_actor(event.actor)) == entry.actor, (each.name, entry.seq)
            assert (event.body.type, event.body.version) == (entry.type, entry.type_version)


@each_file
def test_each_journal_leads_to_the_state_it_led_to(path: Path) -> None:
    """Replayed, the case is the one that was kept, byte for byte; and read from its snapshot it is the same."""
    for each in kept(path)[1]:
        first = each.entries[0]
        case = replay(first.case_id, first.register, map(event_of, each.entries))
        assert case is not None
        if json.loads(each.state)["format"] == SNAPSHOT_FORMAT:
            assert canonical_text(write_case(case)) == each.state, each.name
        assert read_case(each.state) in (None, case), each.name


@each_file
def test_what_was_sealed_opens(path: Path) -> None:
    """With the case's key each sealed field comes back as it was; without one nothing does, for the case is erased."""
    opening = 0
    for each in kept(path)[1]:
        if each.key is None:
            assert any(entry.type == "erased" for entry in each.entries), each.name
            continue
        for entry in each.entries:
            found = opened(entry, CaseKey(each.key))
            assert json.loads(json.dumps(found)) == each.opened.get(entry.seq, {}), (each.name, entry.seq)
            opening += bool(found)
    assert opening > 10


@each_file
def test_the_definitions_they_were_decided_under_are_read(path: Path) -> None:
    """Each is the one whose digest its events bear."""
    definitions, journals = kept(path)

    assert {entry.digest for each in journals for entry in each.entries} == set(definitions)
    for digest, text in definitions.items():
        assert from_plain(parse_json(text)).digest == digest


@each_file
def test_a_file_that_is_read_and_written_is_the_same(path: Path) -> None:
    """Nothing of it is overlooked here."""
    again = packed(*kept(path))

    assert gzip.decompress(again) == gzip.decompress(path.read_bytes())


def test_a_released_file_is_not_written_again(capsys: pytest.CaptureFixture[str]) -> None:
    """The tool refuses; whoever has reasons says so."""
    before = FILES[0].read_bytes()

    assert main([FILES[0].name.removesuffix(".jsonl.gz")]) == 1
    assert "never written again" in capsys.readouterr().err
    assert FILES[0].read_bytes() == before
