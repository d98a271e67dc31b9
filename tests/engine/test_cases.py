"""Cases that are kept ready: what is spared is reading, never looking."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide, steps
from pathway_engine.case.decision import Refused
from pathway_engine.engine import Done, cases
from pathway_engine.engine.cases import MOST, CaseReader
from pathway_engine.errors import Unreadable
from pathway_engine.journal.canonical import canonical_text
from pathway_engine.journal.forms import read_case, write_case
from pathway_engine.testing.strategies import CASE, History, histories
from tests.engine.office import REGISTER, WORKER, Office

MEETING: dict[str, Any] = {"record": "meeting", "fields": {"held_on": "2025-03-03"}}


def test_a_case_that_nobody_changed_is_not_read_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine goes on with what it wrote itself, without reading the snapshot."""
    office.planned()
    monkeypatch.delattr(cases, "read_case")

    done = office.do(c.Record, WORKER, **MEETING)

    assert office.engine.case("k") is done.case


def test_what_another_engine_wrote_is_read(office: Office) -> None:
    """A kept case that has moved on elsewhere is not given any more, and nothing is decided on it."""
    office.planned()
    kept = office.engine.case("k")
    done = office.restarted(*office.pathways).do(c.Record(case="k", actor=WORKER, **MEETING))

    assert isinstance(done, Done)
    assert kept != office.engine.case("k") == done.case
    assert office.do(c.Record, WORKER, **MEETING).case.version == done.case.version + 1


@pytest.mark.parametrize("column", ["state", "organisation", "snapshot", "head", "mac", "closed_on"])
def test_a_kept_case_is_not_given_for_an_altered_row(office: Office, column: str) -> None:
    """A row that differs from the kept one in any column is looked at, and refused."""
    office.planned()
    row = office.engine.store.load(REGISTER, "k").row
    assert row is not None
    change: dict[str, Any] = {column: row.pending_on if column == "closed_on" else "other"}
    altered = evolve(row, **change)

    with pytest.raises(Unreadable):
        office.engine._cases.read(altered, lambda _: ())


def test_only_so_many_cases_are_kept(office: Office) -> None:
    """However many cases an engine deals with, the ones it had last are kept and the others are let go."""
    names = [f"case-{number}" for number in range(4)]
    reader = CaseReader(office.keys, most=2)
    for name in names:
        office.open(name)
        row = office.engine.store.load(REGISTER, name).row
        assert row is not None
        reader.read(row, lambda _: ())

    assert list(reader._kept) == names[2:]
    assert MOST < 1000


@given(histories())
def test_a_case_as_folded_and_as_read_decide_alike(history: History) -> None:
    """Whether a case comes from its events or from its snapshot, every command has the same answer."""
    desk = history.desk
    for asked in history.asked:
        if asked.before is None:
            continue
        read = read_case(canonical_text(write_case(asked.before)))
        assert read == asked.before
        taken = desk.take_in(asked.command)
        if isinstance(taken, Refused):
            continue
        machine, facts = desk.machine(CASE), desk.facts(asked.command)
        said = decide(machine, asked.before, taken.command, facts, asked.now)
        assert decide(machine, read, taken.command, facts, asked.now) == said
        actor = taken.command.actor
        assert steps(machine, read, actor, facts, asked.now) == steps(machine, asked.before, actor, facts, asked.now)
