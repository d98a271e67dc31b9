"""What the golden journals tell: cases of every kind, the odd ones among them, made by the real engine.

Everything is foretold: the same version of the library tells the same journals, byte for byte.
"""

from __future__ import annotations

__all__ = ["STORIES", "Golden", "told"]

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.digest import from_plain, to_plain
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import PathwayError
from pathway_engine.journal.keys import Keyring
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.testing import SeededSources, varied
from pathway_engine.testing.asking import make_command
from pathway_engine.testing.choosing import Chooser
from pathway_engine.testing.definitions import make_pathway
from tests.verify import history
from tests.verify.history import CLIENT, COACH, START, WORKER

REGISTER = "north"
KEEPER = c.Actor(subject="keeper-1", organisation="north", roles="keeper")
GUARDIAN = c.Actor(subject="guardian-1", roles="guardian", acting_for="131052-900W", agent="portal")
NASTY = "'; DROP TABLE x; --\n\tÄäÖö a\u0308 🙂 \u202eolleh\u202c مرحبا {0} %s </script> \u00a0\u2028."


class Golden(history.Story):
    """Cases of one register in memory; a command that is not possible is part of the story, and leaves nothing."""

    def __init__(self, seed: str, *pathways: Pathway) -> None:
        self.sources = SeededSources(f"golden {seed}", START)
        self.store: Any = MemoryStore()
        self.keys = Keyring.made(self.sources)
        self.engine = PathwayEngine(
            self.store,
            pathways or [varied()],
            keys=self.keys,
            register=REGISTER,
            sources=self.sources,
            predicates={"sure": lambda inputs: bool(inputs["state"] != "second")},
        )
        self.asked = 0
        self.cases: list[str] = []

    def do(self, command: type[c.Command], actor: c.Actor, case: str = history.CASE, **more: Any) -> Done:
        """Put a command that must take effect; every third comes under a key."""
        self.asked += 1
        self.sources.advance(timedelta(minutes=1))
        more.setdefault("key", f"key-{self.asked}" if self.asked % 3 == 0 else "")
        outcome = self.engine.do(command(case=case, actor=actor, **more))
        assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]
        if case not in self.cases:
            self.cases.append(case)
        return outcome

    def opened(self, case: str = "k", **more: Any) -> None:
        """Open a case of the client."""
        self.do(c.Open, WORKER, case, client="131052-900W", **more)


# ── the odd ones ───────────────────────────────────────────────────────────────────────────────────────────────────


def whole(story: Golden) -> None:
    """Tell the verifier's whole story: nearly everything that can happen to a case."""
    history.plan(story, history.CASE)
    history.hand_over(story, history.CASE)
    history.coach(story, history.CASE)
    history.plan(story, history.OTHER)
    story.do(c.Open, WORKER, history.SMALL)
    history.go_on(story)


def beginnings(story: Golden) -> None:
    """Cases of a single event: of nobody known, by the client, at a place that is told in words, long pending."""
    story.do(c.Open, WORKER, "nobody")
    story.do(c.Open, CLIENT, "by-client", organisation="south")
    story.opened("told", place="koulun kuraattorin huone", note=NASTY, worker="worker-1")
    story.opened("leap", pending_on=date(2024, 2, 29))
    story.opened("-_-", pending_on=date(1999, 12, 31), continues="leap")
    story.opened("autumn", at=datetime(2024, 10, 27, 0, 30, 0, 1, tzinfo=UTC))


def words(story: Golden) -> None:
    """Sealed texts of every shape: nothing but a space, three hundred letters, what looks like something else."""
    story.opened()
    for text in ("x", NASTY, "0", "null", "true", "2025-03-03", "{}", "å" * 300, "\n"):
        story.do(c.Record, WORKER, "k", record="checklist", fields={"why": text, "seen_on": "2025-03-01"}, note=text)
    story.do(c.Restrict, CLIENT, "k", reason="omin sanoin kerrottu syy")
    story.do(c.LiftRestriction, WORKER, "k", reason="ended")


def protected(story: Golden) -> None:
    """An erased case that goes on, an erased one that does not, a restricted one."""
    for case in ("erased", "erased-early", "restricted"):
        story.opened(case, note="salaa")
    story.do(c.Erase, KEEPER, "erased-early", ground="wrong_person")
    story.do(c.Record, WORKER, "erased", record="checklist", fields={"signs": "health"})
    story.do(c.Erase, KEEPER, "erased", ground="unlawful")
    story.do(c.Move, WORKER, "erased", trigger="begin")
    story.do(c.Restrict, CLIENT, "restricted", reason="other")
    story.do(c.Forbid, CLIENT, "restricted", recipient="east", records=("assessment", "checklist"))


def corrected(story: Golden) -> None:
    """Records, permits and moves put right, some of them twice, into closing and out of it."""
    history.plan(story, "k")
    permit = story.do(c.GivePermit, CLIENT, "k", kind="share", recipient="county", wording="a" * 64, channel="phone")
    story.do(c.Correct, WORKER, "k", seq=permit.case.version, until=date(2030, 2, 28))
    story.do(c.WithdrawPermit, CLIENT, "k", permit="share")
    moved = story.move(WORKER, "look_again", "k")
    wrong = next(each.seq for each in moved.events if each.body.type == "moved")
    closed = story.do(c.Correct, WORKER, "k", seq=wrong, to="closed")
    again = next(each.seq for each in closed.events if each.body.type == "state_corrected")
    story.do(c.Correct, WORKER, "k", seq=again, to="planning")


def passed(story: Golden) -> None:
    """An extract on a permit, held back before it left; a waived question; a representative's word."""
    history.plan(story, "k")
    story.do(c.NameWorker, WORKER, "k", role="guardian", worker="guardian-1")
    story.do(c.EndRole, WORKER, "k", role="guardian")
    story.do(c.NameWorker, WORKER, "k", role="guardian", worker="guardian-1")
    story.do(c.Forbid, GUARDIAN, "k", recipient="east", records=("checklist",))
    story.do(c.Move, WORKER, "k", trigger="refer", receiver="east", receiver_worker="coach-1")
    story.do(c.AnswerHandover, CLIENT, "k", answer="waived", reason="en halua")
    story.do(c.AcceptHandover, COACH, "k")
    received = story.do(c.ReceiveHandover, COACH, "k", without_meeting="client_waived")
    passed_on = next(each.seq for each in received.events if each.body.type == "extract_disclosed")
    story.do(c.WithdrawPermit, CLIENT, "k", permit="share")
    story.do(c.WithholdDisclosure, c.SYSTEM, "k", seq=passed_on)
    story.do(c.ProposeHandover, COACH, "k", receiver="south", receiver_role="worker")
    story.do(c.AnswerHandover, CLIENT, "k", answer="declined")


def waited(story: Golden) -> None:
    """Queues, services that end with everything else, a death of nobody, and a case taken up anew two times."""
    history.plan(story, "k")
    story.do(c.JoinQueue, CLIENT, "k", queue="activity", expected_on=date(2025, 12, 24))
    story.do(c.LeaveQueue, CLIENT, "k", queue="activity", reason="en jaksa odottaa")
    story.do(c.OpenService, WORKER, "k", service="activity", provider="purchased")
    story.do(c.ProposeHandover, WORKER, "k", receiver="east", receiver_role="coach")
    for _ in range(2):
        story.move(WORKER, "close", "k", reason="moved_away", end_open="moved_away")
        story.sources.advance(timedelta(days=400))
        story.do(c.Move, CLIENT, "k", trigger="reopen")


def served(story: Golden) -> None:
    """A service handed over to another provider, moved by a fact, and ended by a move of its own."""
    history.plan(story, "k")
    service: Any = story.do(c.OpenService, WORKER, "k", service="activity", provider="purchased").events[0].body
    story.do(c.ProposeHandover, WORKER, "k", service=service.service, receiver="east", receiver_role="coach")
    story.do(c.AnswerHandover, CLIENT, "k")
    story.do(c.AcceptHandover, COACH, "k")
    story.do(c.ReceiveHandover, COACH, "k", without_meeting="urgent")
    story.do(c.MoveService, COACH, "k", service=service.service, trigger="begin_activity")
    story.do(c.MoveService, COACH, "k", service=service.service, trigger="change_place")
    story.do(c.MoveService, COACH, "k", service=service.service, trigger="end_activity", reason="own_wish")


def moved_on(story: Golden) -> None:
    """A case that goes to the next version of its definition, one time limit fewer, and a service open."""
    history.plan(story, "k")
    story.do(c.OpenService, WORKER, "k", service="day_activity")
    story.do(c.Migrate, WORKER, "k", to_digest=_newer().digest, states={"planning": "planning"})
    story.do(c.Move, WORKER, "k", trigger="look_again")


def crowded(story: Golden) -> None:
    """More cases than a worker should have: told, and not refused."""
    for case in ("one", "two", "three"):
        history.plan(story, case)


def regional(story: Golden) -> None:
    """A region's own matter, which has no client; and a client's case under a shipped pathway."""
    matter = load("consensus-agreement")
    role = next(name for name, each in matter.roles.items() if "anyone" in each.relation)
    party = next(name for name, each in matter.organisations.items() if each.kind != "employer")
    actor = c.Actor(subject="official-1", organisation=party, roles={role})
    story.do(c.Open, actor, "matter", pathway="consensus-agreement", pending_on=date(2025, 3, 1))


def _newer() -> Pathway:
    of = varied()
    deadlines = {name: each for name, each in of.deadlines.items() if name != "decision_due"}
    return from_plain(to_plain(evolve(of, version="2", deadlines=deadlines)))


def _any(seed: int) -> Callable[[Golden], None]:
    """Give a story of four cases to which whatever happens that people may think of."""

    def happen(story: Golden) -> None:
        choose = Chooser(random.Random(f"golden {seed}").randrange)  # noqa: S311 - foretold on purpose
        opener = c.Actor(subject="aino", organisation="north", roles={"worker", "own_worker"})
        names = [f"any-{number}" for number in range(4)]
        for name in names:
            story.do(c.Open, opener, name, client="client", pending_on=date(2025, 3, 3))
        for _ in range(72):
            case = story.engine.case(choose.one(names))
            machine = story.engine.library.of(case.digest, story.store).machine
            roles = frozenset(machine.pathway.roles) - {"client"}
            near = c.Actor(subject="aino", organisation=case.coordinator.organisation, roles=roles)
            command = make_command(choose, machine, case)
            story.sources.advance(timedelta(hours=choose.between(1, 200)))
            try:
                story.engine.do(evolve(command, actor=choose.one([near, near, command.actor])))
            except (PathwayError, ValueError):
                continue

    return happen


def _sample() -> tuple[Pathway, ...]:
    return (varied(),)


def _made(seed: int) -> tuple[Pathway, ...]:
    return (make_pathway(Chooser(random.Random(f"pathway {seed % 5}").randrange)),)  # noqa: S311 - foretold on purpose


STORIES: dict[str, tuple[Callable[[], tuple[Pathway, ...]], Callable[[Golden], None]]] = {
    **{
        each.__name__: (_sample, each)
        for each in (whole, beginnings, words, protected, corrected, passed, waited, served, crowded)
    },
    "moved_on": (lambda: (varied(), _newer()), moved_on),
    "regional": (lambda: (load("consensus-agreement"),), regional),
    **{f"any-{seed}": (partial(_made, seed), _any(seed)) for seed in range(9)},
}
"""Name -> the definitions it is told under, and what happens."""


def told() -> Iterator[tuple[str, Golden]]:
    """Tell every story."""
    for name, (pathways, happen) in STORIES.items():
        story = Golden(name, *pathways())
        happen(story)
        yield name, story
