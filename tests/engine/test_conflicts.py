"""Many at once: one order of events, nothing lost, no limit overrun (promises 1-3, semantics §P2)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.definition import load_text
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.sources import SystemSources
from tests.engine.conftest import Stores
from tests.engine.office import CLIENT, CROSSING, OWN_WORKER, REGISTER, WORKER, Office, crossing

ROUNDS = 50


@pytest.fixture
def busy(stores: Stores) -> Office:
    """Give an office at the crossing, with the machine's own clock."""
    return Office(stores, SystemSources(), pathways=(crossing(),))


def at_once(engines: list[PathwayEngine], commands: list[c.Command]) -> list[Done | Refused]:
    """Put each command to its engine, all at the same moment."""
    barrier = Barrier(len(commands))

    def put(engine: PathwayEngine, command: c.Command) -> Done | Refused:
        barrier.wait()
        return engine.do(command)

    with ThreadPoolExecutor(len(commands)) as pool:
        return list(pool.map(put, engines, commands))


def two(office: Office) -> list[PathwayEngine]:
    """Give two engines over the same data, as two processes would have them."""
    return [office.engine, office.restarted(crossing())]


def test_of_two_moves_that_lead_apart_exactly_one_happens(busy: Office) -> None:
    """Two workers move the same case different ways at once: one wins, the other is told where the case is now."""
    engines = two(busy)
    for number in range(ROUNDS):
        case = busy.open(f"k{number}").id
        moves: list[c.Command] = [
            c.Move(case=case, actor=WORKER, trigger="go_left"),
            c.Move(case=case, actor=WORKER, trigger="go_right"),
        ]

        outcomes = at_once(engines, moves)

        won = [each for each in outcomes if isinstance(each, Done)]
        lost = [each for each in outcomes if isinstance(each, Refused)]
        assert (len(won), len(lost)) == (1, 1)
        assert [reason.code for reason in lost[0].reasons] == ["move-not-here"]
        assert busy.engine.case(case) == won[0].case
        assert [entry.seq for entry in busy.journal(case)] == [1, 2]


def test_what_does_not_exclude_each_other_all_happens(busy: Office) -> None:
    """Four writers of one case, who exclude nothing: every event is in the journal, numbered without gap."""
    busy.open()
    engines = [busy.restarted(crossing()) for _ in range(4)]
    written = []
    for number in range(12):
        day = f"2025-03-{number + 1:02}"
        visit = c.Record(case="k", actor=WORKER, record="visit", fields={"day": day})
        written += at_once(engines, [visit] * 4)

    numbers = sorted(event.seq for each in written if isinstance(each, Done) for event in each.events)

    assert numbers == list(range(2, 50))
    assert [entry.seq for entry in busy.journal()] == list(range(1, 50))


def test_the_last_free_place_is_given_once(busy: Office) -> None:
    """Two cases are moved to the last free place of a worker at once: one gets it, and never a third of two."""
    engines = two(busy)
    for number in range(ROUNDS):
        worker = f"worker-{number}"
        cases = [f"{place}{number}" for place in "abc"]
        for case in cases:
            busy.open(case)
            busy.do(c.NameWorker, WORKER, case, role="worker", worker=worker)
        busy.do(c.Move, WORKER, cases[0], trigger="go_left")

        outcomes = at_once(engines, [c.Move(case=case, actor=WORKER, trigger="go_left") for case in cases[1:]])

        assert sorted(type(each).__name__ for each in outcomes) == ["Done", "Refused"]
        pseudonym = busy.engine.pseudonym(worker)
        assert busy.engine.store.loads(REGISTER, {pseudonym}) == {("places", pseudonym): 2}


def test_a_place_that_is_left_is_free_again(busy: Office) -> None:
    """A refused case gets the place when another has left it."""
    for case in "abc":
        busy.open(case)
        busy.do(c.NameWorker, WORKER, case, role="worker", worker="w")
    busy.do(c.Move, WORKER, "a", trigger="go_left")
    busy.do(c.Move, WORKER, "b", trigger="go_left")
    refused = busy.refuse(c.Move, WORKER, "c", trigger="go_left")

    busy.do(c.Move, WORKER, "a", trigger="finish")

    assert [reason.code for reason in refused.reasons] == ["capacity-full"]
    assert busy.do(c.Move, WORKER, "c", trigger="go_left").case.state == "left"


def test_a_case_is_not_moved_to_a_definition_whose_limit_is_full(stores: Stores) -> None:
    """The loads are asked for though the definition that the case leaves has no limit: it is refused, no conflict."""
    unlimited = CROSSING.partition("capacities:")[0].replace("    requires: [{capacity: places}]\n", "")
    old, new = load_text(unlimited), load_text(CROSSING.replace('version: "1"', 'version: "2"'))
    office = Office(stores, SystemSources(), pathways=(old,))
    for case in "abc":
        office.open(case)
        office.do(c.NameWorker, WORKER, case, role="worker", worker="w")
        office.do(c.Move, WORKER, case, trigger="go_left")
    office.engine = office.restarted(old, new)

    office.do(c.Migrate, OWN_WORKER, "a", to_digest=new.digest)
    office.do(c.Migrate, OWN_WORKER, "b", to_digest=new.digest)
    refused = office.refuse(c.Migrate, OWN_WORKER, "c", to_digest=new.digest)

    assert [reason.code for reason in refused.reasons] == ["capacity-full"]


def test_a_case_that_is_opened_twice_at_once_is_opened_once(busy: Office) -> None:
    """Of two openings under one id one is refused."""
    engines = two(busy)
    for number in range(ROUNDS):
        opening = c.Open(case=f"k{number}", actor=WORKER, client=CLIENT.subject)

        outcomes = at_once(engines, [opening, opening])

        assert sorted(type(each).__name__ for each in outcomes) == ["Done", "Refused"]


def test_a_case_that_is_not_there_is_not_found(busy: Office) -> None:
    """Every way to a case that does not exist ends the same."""
    for ask in (
        lambda: busy.engine.do(c.Move(case="no", actor=WORKER, trigger="go_left")),
        lambda: busy.engine.case("no"),
        lambda: busy.engine.steps("no", WORKER),
        lambda: busy.engine.history("no", WORKER),
        lambda: busy.engine.client_view("no", CLIENT, "fi"),
    ):
        with pytest.raises(CaseNotFound, match="no"):
            ask()
    assert list(busy.engine.store.read(REGISTER, "no")) == []


@pytest.mark.parametrize("given", ["131052-900W", "no\0such", "no\ud800such", "", "a/b"], ids=ascii)
def test_what_is_no_id_of_a_case_is_not_found_and_not_repeated(busy: Office, given: str) -> None:
    """No store is asked for it, which might not be able to; an identity code in its place is in no message."""
    for ask in (
        lambda: busy.engine.do(c.Move(case=given, actor=WORKER, trigger="go_left")),
        lambda: busy.engine.case(given),
        lambda: busy.engine.history(given, WORKER),
    ):
        with pytest.raises(CaseNotFound) as told:
            ask()
        assert not given or given not in str(told.value)
