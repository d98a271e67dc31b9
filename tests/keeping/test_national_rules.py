"""The retention times of the national base model are those of the law's table, and its facts start them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.case.retention import Kept
from pathway_engine.definition import load
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.memory import MemoryStore

COUNTY = "lapland_county"
WORKER = c.Actor(subject="worker-1", organisation=COUNTY, roles=["own_worker", "coordinator", "social_worker"])
CLIENT = c.Actor(subject="131052-900W", roles="client")

TABLE = {
    "working_age": ("closing", "P10Y"),
    "older_people": ("closing", "P10Y"),
    "substance_abuse": ("closing", "P10Y"),
    "disability": ("last_closing", "P10Y"),
    "families_with_children": ("closing", "P30Y"),
    "child_welfare": ("death", "P2Y"),
    "family_law_child": ("birth", "P120Y"),
    "family_law": ("closing", "P10Y"),
    "client_base_data": ("death", "P2Y"),
    "vouchers": ("closing", "P3Y"),
    "fee_decisions": ("closing", "P12Y"),
    "archived": ("closing", ""),
}


class Register:
    """Rovaniemi's register, with one case."""

    def __init__(self) -> None:
        self.sources = SeededSources("national", datetime(2025, 3, 3, 7, tzinfo=UTC))
        keys = Keyring.made(self.sources)
        pathways = [load("rovaniemi")]
        self.engine = PathwayEngine(MemoryStore(), pathways, keys=keys, register=COUNTY, sources=self.sources)
        self.do(c.Open, client="131052-900W", organisation=COUNTY)

    def ask(self, command: type[c.Command], actor: c.Actor = WORKER, **more: Any) -> Done | Refused:
        """Put a command."""
        return self.engine.do(command(case="k", actor=actor, **more))

    def do(self, command: type[c.Command], actor: c.Actor = WORKER, **more: Any) -> Done:
        """Put a command that must take effect."""
        outcome = self.ask(command, actor, **more)
        assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]
        return outcome

    def belongs_to(self, *tasks: str, **more: str) -> None:
        """Say which service tasks the case belongs to."""
        self.do(c.Record, record="retention_details", fields={"service_tasks": tasks, **more})


def test_the_base_carries_the_whole_table() -> None:
    """Each service task has one rule with its beginning and length, resting on the law; nothing else is said."""
    base = load("fi-base")
    found = {
        task: (rule.from_, str(rule.keep) if rule.keep else "")
        for rule in base.retention.values()
        for task in rule.service_tasks
    }

    assert found == TABLE
    assert set(TABLE) == set(base.catalogues["service_tasks"].items)
    assert {rule.law for rule in base.retention.values()} == {"L33"}
    in_force = [rule.valid for rule in base.retention.values() if rule.archive == "none"]
    assert {(each.from_, each.by) for each in in_force if each} == {(date(2024, 1, 1), "event")}
    assert None not in in_force


def test_an_adult_s_case_is_kept_ten_years_from_closing() -> None:
    """By default a case is of the services for people of working age."""
    register = Register()
    register.do(c.Move, trigger="died")

    assert register.engine.kept("k") == Kept("runs", "adults", "L33", date(2035, 3, 3))


def test_a_death_ends_everything_that_is_open_without_a_word() -> None:
    """Semantics M6: a closing after death asks for nothing, not even what to do with open services."""
    register = Register()
    register.do(c.OpenService, service="social_counselling")
    register.sources.advance(timedelta(days=30))
    case = register.do(c.Move, trigger="died", at=datetime(2025, 3, 20, 10, tzinfo=UTC)).case

    assert (case.state, case.is_open, dict(case.services), dict(case.tasks)) == ("closed", False, {}, {})
    assert case.closed is not None
    assert (case.closed.reason, case.closed.on) == ("died", date(2025, 3, 20))
    register.belongs_to("working_age", "client_base_data")
    assert register.engine.kept("k", date(2030, 1, 1)) == Kept("runs", "adults", "L33", date(2035, 3, 20))
    assert register.engine.kept("k", date(2036, 1, 1)).standing == "due"


def test_disability_services_are_kept_from_the_last_closing() -> None:
    """Moving away ends nothing; a death ends the need, and the last closing counts for every matter of the client."""
    register = Register()
    register.belongs_to("disability")
    register.do(c.Move, trigger="moved_away")
    register.do(c.Move, trigger="end_need", agreed_by="client")
    assert register.engine.kept("k", date(2090, 1, 1)).standing == "open"
    register.do(c.Move, trigger="died")

    assert register.engine.kept("k").until == date(2035, 3, 3)
    assert [each.kept.rule for each in register.engine.due_for_purge(date(2035, 3, 4))] != []


@pytest.mark.parametrize("task", ["vouchers", "fee_decisions", "archived"])
def test_what_the_source_does_not_say_destroys_nothing(task: str) -> None:
    """A rule that has still to be checked keeps the case for ever, and so does archiving."""
    register = Register()
    register.belongs_to(task)
    register.do(c.Move, trigger="died")

    assert register.engine.kept("k", date(2190, 1, 1)).standing in {"waits", "permanent"}
    assert list(register.engine.due_for_purge(date(2190, 1, 1))) == []


def test_whoever_comes_back_lives() -> None:
    """Reopened, the case is as if the death had not been told; only the journal remembers."""
    register = Register()
    register.do(c.Move, trigger="died")
    case = register.do(c.Move, CLIENT, trigger="reopen").case

    assert (case.flags, case.is_open) == ((), True)


def test_only_the_keeper_places_a_legal_hold() -> None:
    """It keeps the case from being erased and purged, and stands in nobody's way on the path."""
    register = Register()
    assert isinstance(register.ask(c.Move, trigger="place_legal_hold"), Refused)
    keeper = c.Actor(subject="keeper-1", organisation=COUNTY, roles="register_keeper")
    register.do(c.Move, keeper, trigger="place_legal_hold")

    refused = register.ask(c.Erase, keeper, ground="unlawful")
    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == ["kept-legal_hold"]
    assert register.do(c.Move, trigger="start_recognition").case.state == "recognition"
