"""How long a case is kept: the kinds of beginning that the law knows, and what keeps a case whatever has run out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.case.retention import Kept
from tests.keeping.archive import Archive


@pytest.fixture
def archive() -> Archive:
    """Give an archive in the memory: the rules do not depend on the store."""
    return Archive()


def test_time_runs_from_the_closing_of_the_case(archive: Archive) -> None:
    """Ten years from closing: kept on the last day, due on the day after, whatever happened after closing."""
    archive.closed()
    archive.on(2030)
    archive.do(c.Record, record="talk", fields={"said": "jälkikäteen"})

    assert archive.engine.kept("k", date(2035, 3, 3)) == Kept("runs", "adults", "L33", date(2035, 3, 3))
    assert archive.engine.kept("k", date(2035, 3, 4)).standing == "due"
    assert archive.due(date(2035, 3, 3)) == {}
    assert archive.due(date(2035, 3, 4)) == {"k": "adults"}


def test_an_open_case_is_never_due(archive: Archive) -> None:
    """No time runs while the case is open, and reopening stops what ran."""
    archive.closed()
    archive.do(c.Move, trigger="reopen")

    assert archive.engine.kept("k", date(2099, 1, 1)) == Kept("open")
    assert archive.due(date(2099, 1, 1)) == {}


def test_a_legal_hold_keeps_a_case_until_it_is_lifted(archive: Archive) -> None:
    """Under a hold nothing is due; released, it is due as if there had been none."""
    archive.closed("k", "hold")
    assert archive.engine.kept("k", date(2050, 1, 1)) == Kept("legal_hold")

    archive.do(c.Move, trigger="release")
    assert archive.due(date(2050, 1, 1)) == {"k": "adults"}


def test_a_restricted_case_is_kept(archive: Archive) -> None:
    """Data whose use is restricted are kept: that is what the client asked for (GDPR art. 18)."""
    archive.closed()
    archive.do(c.Restrict, c.Actor(subject="131052-900W", roles="client"), reason="other")

    assert archive.engine.kept("k", date(2050, 1, 1)) == Kept("restricted")


def test_the_last_of_the_client_s_matters_counts_once_the_need_has_ended(archive: Archive) -> None:
    """Disability services: an open matter, or a need that goes on, keeps them all; then the last closing counts."""
    for case in ("k", "l"):
        archive.opened(case)
        archive.do(c.OpenService, case=case, service="aid")
        archive.do(c.MoveService, case=case, service="aid", trigger="end_aid")
    archive.do(c.Move, trigger="finish")
    assert archive.engine.kept("k", date(2050, 1, 1)).standing == "waits"

    archive.on(2030)
    archive.do(c.Move, case="l", trigger="finish")
    assert archive.engine.kept("k", date(2050, 1, 1)).standing == "waits"

    archive.do(c.Move, case="l", trigger="end_need")
    assert archive.engine.kept("k", date(2039, 1, 1)) == Kept("runs", "disability", "L33", date(2040, 3, 3))
    assert archive.engine.kept("k", date(2040, 3, 3)).standing == "runs"
    assert archive.due(date(2040, 3, 4)).keys() == {"k", "l"}


def test_a_service_that_has_ended_still_says_what_the_case_is(archive: Archive) -> None:
    """A service of another task counts though the case has forgotten it; its journal has not."""
    archive.opened()
    archive.do(c.OpenService, service="aid")
    archive.do(c.MoveService, service="aid", trigger="end_aid")
    archive.do(c.Move, trigger="finish")

    assert archive.engine.kept("k", date(2050, 1, 1)) == Kept("waits", "disability", "L33")


def test_time_runs_from_the_day_of_death(archive: Archive) -> None:
    """Two years from death, as it was told in any case of the client; not from the day it was told."""
    archive.opened()
    archive.do(c.Record, record="basics", fields={"tasks": ("base_data",)})
    archive.do(c.Move, trigger="finish")
    archive.opened("other")
    assert archive.engine.kept("k", date(2070, 1, 1)) == Kept("waits", "base_data", "L33")

    archive.on(2060)
    archive.do(c.Move, case="other", trigger="die", at=datetime(2060, 2, 1, 10, tzinfo=UTC))
    assert archive.engine.kept("k", date(2061, 1, 1)) == Kept("runs", "base_data", "L33", date(2062, 2, 1))
    assert "k" in archive.due(date(2062, 2, 2))


@pytest.mark.parametrize("tasks", [(), ("base_data",)])
def test_no_time_runs_from_before_the_case_was_opened(archive: Archive, tasks: tuple[str, ...]) -> None:
    """A slip in the year of a fact that is told late makes nothing due: neither by the closing nor by the death."""
    archive.opened()
    if tasks:
        archive.do(c.Record, record="basics", fields={"tasks": tasks})
    archive.do(c.Move, trigger="die", at=datetime(1925, 3, 3, 10, tzinfo=UTC))

    case = archive.engine.case("k")
    assert case.closed is not None
    assert case.closed.on == date(1925, 3, 3)
    assert archive.engine.kept("k", date(2025, 3, 4)).standing == "runs"
    assert archive.due(date(2025, 3, 4)) == {}

    archive.on(2060)
    archive.do(c.Move, trigger="reopen")
    archive.do(c.Move, trigger="die", at=datetime(1925, 3, 3, 10, tzinfo=UTC))
    assert archive.due(date(2060, 3, 4)) == {}


def test_a_death_told_in_error_starts_nothing(archive: Archive) -> None:
    """Reopening takes the death back, and with it the day from which time ran."""
    archive.opened()
    archive.do(c.Record, record="basics", fields={"tasks": ("base_data",)})
    archive.do(c.Move, trigger="die")
    archive.do(c.Move, trigger="reopen")
    archive.do(c.Move, trigger="finish")

    assert archive.engine.kept("k", date(2090, 1, 1)) == Kept("waits", "base_data", "L33")


def test_a_death_may_be_told_after_closing(archive: Archive) -> None:
    """A fact is recorded in a closed case too, and closes nothing a second time."""
    archive.closed()
    archive.on(2026)
    assert archive.do(c.Move, trigger="die").case.flags == ("died",)


def test_time_runs_from_birth_and_from_a_fixed_date(archive: Archive) -> None:
    """A child's matter from the day of birth on record, vouchers from the day the rule names; the longest counts."""
    archive.opened()
    archive.do(c.Record, record="basics", fields={"tasks": ("children", "vouchers")})
    archive.do(c.Move, trigger="finish")
    assert archive.engine.kept("k", date(2050, 1, 1)) == Kept("waits", "children", "L33")

    archive.do(c.Record, record="basics", fields={"tasks": ("children", "vouchers"), "born_on": "2020-01-31"})
    assert archive.engine.kept("k", date(2050, 1, 1)) == Kept("runs", "children", "L33", date(2140, 1, 31))

    archive.do(c.Record, record="basics", fields={"tasks": ("vouchers",)})
    assert archive.engine.kept("k", date(2036, 1, 1)) == Kept("runs", "vouchers", "L33", date(2037, 12, 31))


def test_what_is_archived_is_never_due(archive: Archive) -> None:
    """A decision to archive for ever outweighs every rule that has run out."""
    archive.opened()
    archive.do(c.Record, record="basics", fields={"tasks": ("archived",)})
    archive.do(c.Move, trigger="finish")

    assert archive.engine.kept("k", date(2099, 1, 1)) == Kept("permanent", "archived", "L33")


def test_a_task_that_no_rule_speaks_of_keeps_the_case(archive: Archive) -> None:
    """Where the law is not known nothing is due, though another rule has run out."""
    archive.opened()
    archive.do(c.Record, record="basics", fields={"tasks": ("unheard_of",)})
    archive.do(c.Move, trigger="finish")

    assert archive.engine.kept("k", date(2099, 1, 1)) == Kept("no_rule")


def test_a_rule_holds_on_its_days_only(archive: Archive) -> None:
    """Before the law came into force its rule says nothing; afterwards it holds for older cases too."""
    archive.on(2012)
    archive.closed()

    assert archive.engine.kept("k", date(2023, 12, 31)) == Kept("no_rule")
    assert archive.engine.kept("k", date(2024, 1, 1)).standing == "due"


@given(
    st.dates(date(2025, 1, 1), date(2099, 1, 1)),
    st.integers(0, 4000),
    st.sets(st.sampled_from(["adults", "disability", "base_data", "children", "vouchers", "archived"])),
)
def test_what_is_due_stays_due_and_more_tasks_never_shorten(day: date, later: int, tasks: set[str]) -> None:
    """A case that is due on a day is due ever after, and belonging to more service tasks only keeps it longer."""
    archive = Archive()
    archive.opened()
    if tasks:
        archive.do(c.Record, record="basics", fields={"tasks": tuple(sorted(tasks)), "born_on": "1931-05-05"})
    archive.do(c.Move, trigger="die")
    plain = Archive()
    plain.opened()
    plain.do(c.Move, trigger="die")
    after = date.fromordinal(day.toordinal() + later)

    if archive.engine.kept("k", day).standing == "due":
        assert archive.engine.kept("k", after).standing == "due"
        assert plain.engine.kept("k", day).standing == "due"


def test_the_longest_rule_is_told_while_a_shorter_one_still_runs(archive: Archive) -> None:
    """Who asks how long a case is kept hears of the service it has had, not only of what the case remembers."""
    archive.opened()
    archive.do(c.OpenService, service="aid")
    archive.do(c.MoveService, service="aid", trigger="end_aid")
    archive.do(c.Move, trigger="finish")

    assert archive.engine.kept("k", date(2026, 1, 1)) == Kept("waits", "disability", "L33")
