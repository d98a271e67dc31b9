"""Reading the log of use and disclosure: by the client, by the data-protection officer, by nobody else (promise 7)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from attrs import evolve

from pathway_engine.case.commands import Actor
from pathway_engine.engine.auditing import OFFICER, access_log
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.uses import DisclosureEntry, UseEntry
from pathway_engine.stores.port import Head, Purge
from pathway_engine.testing import SeededSources
from tests.verify.history import CASE, CLIENT, COACH, REGISTER, START, WORKER, Story, hand_over, plan

DPO = Actor(subject="officer-1", organisation=REGISTER, roles=OFFICER, purpose="supervision")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Tell a story up to a warm handover; nobody damages it."""
    told = Story(tmp_path_factory.mktemp("story") / "a.db")
    plan(told, CASE)
    hand_over(told, CASE)
    told.engine.history(CASE, COACH, unseal=True)
    return told


def log_of(story: Story) -> list[UseEntry | DisclosureEntry]:
    """Give the whole log of the case."""
    return list(story.store.read(REGISTER, CASE))


def test_the_officer_reads_everything_and_is_logged(story: Story) -> None:
    """The log is given as it was before the reading, and the reading stands in it afterwards."""
    before = log_of(story)

    told = access_log(story.engine, CASE, DPO)

    after = log_of(story)
    assert list(told.entries) == before
    (reading,) = after[len(before) :]
    assert isinstance(reading, UseEntry)
    assert (reading.action, reading.role, reading.purpose, reading.allowed) == (
        "access_log",
        OFFICER,
        "supervision",
        True,
    )
    assert reading.subject == story.engine.pseudonym("officer-1")


def test_the_client_reads_the_own_log(story: Story) -> None:
    """By the right of section 11: who opened what, and to whom it was passed; the own acts can be told apart."""
    told = access_log(story.engine, CASE, CLIENT)

    assert any(isinstance(each, UseEntry) and each.action == "open" for each in told.entries)
    assert {each.recipient for each in told.entries if isinstance(each, DisclosureEntry)} == {"east"}
    assert told.client == story.engine.pseudonym("131052-900W")
    last = log_of(story)[-1]
    assert isinstance(last, UseEntry)
    assert last.basis == "703/2023 s. 11"


def test_the_sender_passes_what_the_receiver_receives(story: Story) -> None:
    """The discloser is the organisation that sent the client, though it is the receiver who acts."""
    (passed,) = [each for each in log_of(story) if isinstance(each, DisclosureEntry)]

    assert (passed.discloser, passed.recipient) == (REGISTER, "east")
    assert passed.subject == story.engine.pseudonym("coach-1")


@pytest.mark.parametrize(
    "actor",
    [
        WORKER,
        COACH,
        Actor(subject="somebody", roles="client"),
        evolve(DPO, organisation="east"),
        evolve(DPO, organisation=""),
        evolve(DPO, roles="officer"),
        Actor(),
    ],
    ids=["worker", "coach", "another-client", "other-controller", "nowhere", "other-role", "nobody"],
)
def test_nobody_else_reads_it_and_the_attempt_is_logged(story: Story, actor: Actor) -> None:
    """Those who may see the case may not see who looked at it; absent and forbidden are told the same way."""
    before = len(log_of(story))

    with pytest.raises(CaseNotFound):
        access_log(story.engine, CASE, actor)

    (attempt,) = log_of(story)[before:]
    assert isinstance(attempt, UseEntry)
    assert (attempt.action, attempt.allowed) == ("access_log", False)


def test_what_is_not_there_leaves_no_trace(story: Story) -> None:
    """An id that no case has ever had gets no log by asking for it."""
    with pytest.raises(CaseNotFound):
        access_log(story.engine, "case-z", DPO)

    assert list(story.store.read(REGISTER, "case-z")) == []


def test_since_leaves_out_what_was_before(story: Story) -> None:
    """Only what happened at that moment or later is told, and nothing is called withheld."""
    moment = log_of(story)[1].at

    told = access_log(story.engine, CASE, DPO, since=moment)

    assert told.entries[0].at == moment
    assert told.withheld == 0


def test_what_is_older_than_two_years_needs_a_reason_of_the_client(tmp_path: Path) -> None:
    """The client is told how many there are; the officer needs no reason; that there was one is logged."""
    story = Story(tmp_path / "a.db")
    plan(story, CASE)
    story.engine.steps(CASE, WORKER)
    story.sources.advance(timedelta(days=731))
    story.engine.steps(CASE, WORKER)

    told = access_log(story.engine, CASE, CLIENT)
    whole = access_log(story.engine, CASE, CLIENT, reason=True)

    assert (len(told.entries), told.withheld) == (1, 1)
    assert (len(whole.entries), whole.withheld) == (3, 0)
    assert [each.basis for each in log_of(story)[2:] if isinstance(each, UseEntry)] == [
        "703/2023 s. 11",
        "703/2023 s. 11, special reason",
    ]
    assert access_log(story.engine, CASE, DPO).withheld == 0
    story.store.close()


def test_two_years_are_counted_to_the_day_in_leap_years_too(tmp_path: Path) -> None:
    """Asked on the 29th of February, two years before is the 28th."""
    story = Story(tmp_path / "a.db")
    story.sources = SeededSources("leap", START.replace(year=2026, month=2, day=28))
    story.engine.sources = story.sources
    plan(story, CASE)
    story.engine.steps(CASE, WORKER)
    story.sources.advance(START.replace(year=2028, month=2, day=29) - story.sources.clock())

    assert access_log(story.engine, CASE, CLIENT).withheld == 0
    story.store.close()


def test_of_a_purged_case_the_officer_reads_the_log_that_is_left(tmp_path: Path) -> None:
    """The log outlives the case; whose case it was is not known any more, so only the officer reads it."""
    story = Story(tmp_path / "a.db")
    plan(story, CASE)
    story.engine.steps(CASE, WORKER)
    row = story.store.load(REGISTER, CASE).row
    assert row is not None
    now = story.sources.clock()
    story.store.purge(Purge(head=Head(REGISTER, CASE, row.version, row.head), purged_at=now, basis="x", log=()))

    told = access_log(story.engine, CASE, DPO)

    assert [each.action for each in told.entries if isinstance(each, UseEntry)] == ["steps"]
    assert told.client == ""
    with pytest.raises(CaseNotFound):
        access_log(story.engine, CASE, CLIENT)
    story.store.close()
