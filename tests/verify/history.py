"""A database with a rich history, made through the real engine, for the verifier's tests to read and to damage."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.journal.keys import Keyring
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import SeededSources, varied
from pathway_engine.verify import Finding, verify_database

REGISTER = "north"
START = datetime(2025, 3, 3, 7, tzinfo=UTC)
CLIENT = c.Actor(subject="131052-900W", roles="client")
WORKER = c.Actor(subject="worker-1", organisation="north", roles="worker")
COACH = c.Actor(subject="coach-1", organisation="east", roles="coach")

CASE, OTHER, SMALL = "case-a", "case-b", "case-c"


class Story:
    """Cases of one register in a database, and a clock that stands until it is moved."""

    def __init__(self, place: Path | str) -> None:
        self.sources = SeededSources("story", START)
        self.store = SqlStore.open(place if isinstance(place, str) else f"sqlite:///{place}")
        keys = Keyring.made(self.sources)
        self.engine = PathwayEngine(self.store, [varied()], keys=keys, register=REGISTER, sources=self.sources)
        self.asked = 0

    def do(self, command: type[c.Command], actor: c.Actor, case: str = CASE, **more: Any) -> Done:
        """Put a command that must take effect, a minute later than the one before, under a key of its own."""
        self.asked += 1
        self.sources.advance(timedelta(minutes=1))
        outcome = self.engine.do(command(case=case, actor=actor, key=f"key-{self.asked}", **more))
        assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]
        return outcome

    def move(self, actor: c.Actor, trigger: str, case: str = CASE, **more: Any) -> Done:
        """Make a move with the client's agreement."""
        return self.do(c.Move, actor, case, trigger=trigger, agreed_by="client", **more)


def plan(story: Story, case: str) -> None:
    """Bring a case from the first contact to planning, with a record, a correction and a permit."""
    story.do(c.Open, WORKER, case, client="131052-900W", pending_on=date(2025, 3, 1), note="tuli äidin kanssa")
    story.do(c.Record, WORKER, case, record="checklist", fields={"signs": "school", "seen_on": "2025-03-03"})
    story.move(WORKER, "begin", case)
    story.do(c.NameWorker, WORKER, case, role="worker", worker="worker-1")
    story.move(WORKER, "note_needs", case)
    wrong = story.do(c.Record, WORKER, case, record="assessment", fields={"goals": "työ", "hours": 40})
    right = {"goals": "osa-aikatyö", "hours": 20, "areas": ("school", "health")}
    story.do(c.Correct, WORKER, case, seq=wrong.case.version, fields=right)
    story.do(c.Record, WORKER, case, record="assessment", fields={"wants_work": True}, supplements=True)
    story.move(WORKER, "complete", case)
    story.do(c.GivePermit, CLIENT, case, kind="share", recipient="east", until=date(2026, 3, 1))
    story.do(c.Forbid, CLIENT, case, recipient="south")
    story.do(c.LiftProhibition, CLIENT, case, prohibition="south")


def hand_over(story: Story, case: str) -> None:
    """Hand the case over: once returned, once transferred, at last received warmly by the coach."""
    story.move(WORKER, "refer", case, receiver="east", receiver_worker="coach-1")
    story.do(c.ReturnHandover, COACH, case, reason="no_room")
    story.move(WORKER, "refer", case, receiver="purchased", receiver_worker="coach-9")
    bought = c.Actor(subject="coach-9", organisation="purchased", roles="coach")
    story.do(c.TransferHandover, bought, case, to="east")
    story.do(c.AnswerHandover, CLIENT, case)
    story.do(c.AcceptHandover, COACH, case)
    story.do(c.MeetHandover, COACH, case, present={"client", "worker", "coach"})
    story.do(c.ReceiveHandover, COACH, case)


def coach(story: Story, case: str) -> None:
    """Coaching, services, queues, a job that starts too soon, tasks, a break and a correction."""
    story.do(c.Record, COACH, case, record="agreement", fields={"ends_on": "2025-12-01"})
    story.move(COACH, "agree", case)
    service = story.do(c.OpenService, COACH, case, service="activity").events[0].body
    story.do(c.MoveService, COACH, case, service=service.service, trigger="begin_activity")  # type: ignore[attr-defined]
    story.do(c.JoinQueue, CLIENT, case, queue="day_activity", expected_on=date(2025, 6, 1))
    story.do(c.Record, COACH, case, record="meeting", fields={"held_on": "2025-03-04", "present": "client, coach"})
    story.move(COACH, "start_job", case)
    story.move(COACH, "end_job", case, reason="moved_away")
    paused = story.move(COACH, "pause", case, reason="own_wish")
    story.move(COACH, "resume", case)
    moved = story.move(COACH, "leave", case).events[0]
    story.do(c.Correct, COACH, case, seq=moved.seq, to="coaching.job_search")
    assert paused.case.held


def go_on(story: Story) -> None:
    """Time limits met, missed and extended; restriction; a case closed and reopened; looks that are logged."""
    deadlines = story.engine.case(CASE).deadlines
    story.do(c.ExtendDeadline, COACH, deadline="coaching_talk", due_on=date(2025, 5, 30), reason="client_wish")
    story.sources.advance(timedelta(days=100))
    for deadline, running in deadlines.items():
        if running.due_at <= story.sources.clock():
            story.do(c.DeadlineDue, c.SYSTEM, deadline=deadline)
    task = next(iter(story.engine.case(CASE).tasks))
    story.do(c.CompleteTask, COACH, task=task, reason="other")
    story.do(c.Restrict, CLIENT, reason="other")
    story.do(c.LiftRestriction, COACH, reason="other")
    story.engine.history(CASE, COACH, unseal=True)
    story.engine.steps(OTHER, WORKER)
    story.do(c.ProposeHandover, WORKER, OTHER, receiver="south", receiver_role="worker")
    story.do(c.CancelHandover, WORKER, OTHER)
    story.do(c.OpenService, WORKER, OTHER, service="day_activity")
    story.move(WORKER, "close", OTHER, reason="own_wish", end_open="own_wish")
    story.move(CLIENT, "reopen", OTHER)


def tell(place: Path | str, *, whole: bool = True) -> None:
    """Tell the story into an empty database: the whole of it, or as far as it had come before the last part."""
    story = Story(place)
    plan(story, CASE)
    hand_over(story, CASE)
    coach(story, CASE)
    plan(story, OTHER)
    story.do(c.Open, WORKER, SMALL)
    if whole:
        go_on(story)
    story.store.close()


@cache
def told(*, whole: bool = True) -> Path:
    """Tell the story once; give its file, closed and emptied of its log of writes."""
    path = Path(mkdtemp(prefix="verify-")) / "story.db"
    tell(path, whole=whole)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


def copied(folder: Path) -> Path:
    """Give a fresh copy of the story's file, to be damaged."""
    return Path(shutil.copy(told(), folder / "copy.db"))


@contextmanager
def edited(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file as its administrator would: nothing of the schema holds them back."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        connection.commit()
    finally:
        connection.close()


def edit(path: Path, *statements: str) -> list[Finding]:
    """Carry out statements on the file and verify it."""
    with edited(path) as connection:
        for statement in statements:
            changed = connection.execute(statement).rowcount
            assert changed, f"nothing changed: {statement}"
    return verify_database(f"sqlite:///{path}")


def places(found: list[Finding]) -> set[tuple[str, int, str]]:
    """Give case, number and code of findings."""
    return {(each.case, each.seq, each.code) for each in found}
