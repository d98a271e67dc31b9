"""Caseload limits across cases, through the engine on SQLite: two clients are taken at the same moment."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SystemSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import Desk
from tests.workflows.journey import served
from tests.workflows.shipped import pathway

OFFICE = "north_karelia_employment_services"
COACH = "työhönvalmentaja-1"
PURCHASE = "choose_light_coaching"
ELSEWHERE = "ask_for_coaching"
ROUNDS = 5


def commands_to_services() -> list[c.Command]:
    """Give the commands that lead a client of the buying authority to running services, as a desk took them."""
    taken: list[c.Command] = []
    do = Desk.do

    def keep(desk: Desk, command: c.Command) -> Accepted:
        taken.append(command)
        return do(desk, command)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "do", keep)
        served("siun-sote", OFFICE)
    return taken


class Purchase:
    """Engines over one SQLite file, and clients who are ready for coaching."""

    def __init__(self, folder: Path) -> None:
        self.url = f"sqlite:///{folder / 'purchase.db'}"
        self.stores: list[SqlStore] = []
        self.keys = Keyring.made(SystemSources())
        self.engines = [self._engine(), self._engine()]
        self.path = commands_to_services()

    def _engine(self) -> PathwayEngine:
        self.stores.append(SqlStore.open(self.url))
        of = [pathway("siun-sote")]
        return PathwayEngine(self.stores[-1], of, keys=self.keys, register=OFFICE, sources=SystemSources())

    def ready(self, case: str) -> None:
        """Lead a client to where the services run, with the one coach named."""
        for command in self.path:
            mine = evolve(command, case=case)
            self.done(evolve(mine, client=f"client-{case}") if isinstance(mine, c.Open) else mine)
        self.done(c.NameWorker(case=case, actor=self.worker, role="job_coach", organisation=OFFICE, worker=COACH))

    def done(self, command: c.Command) -> Done:
        """Put a command that must take effect."""
        outcome = self.engines[0].do(command)
        assert isinstance(outcome, Done), [each.text("en") for each in outcome.reasons]
        return outcome

    @property
    def worker(self) -> c.Actor:
        """The own worker of every case."""
        return c.Actor(subject="omatyöntekijä-1", organisation=OFFICE, roles="own_worker")

    def coach(self) -> c.Actor:
        """Give the one coach."""
        return c.Actor(subject=COACH, organisation=OFFICE, roles="job_coach")

    def choose(self, case: str, move: str) -> c.Move:
        """Give the client's choice of coaching."""
        return c.Move(case=case, actor=c.Actor(subject=f"client-{case}", roles="client"), trigger=move)

    def at_once(self, cases: list[str], move: str) -> list[Done | Refused]:
        """Let clients choose at the same moment, each at an engine of their own."""
        barrier = Barrier(len(cases))

        def put(engine: PathwayEngine, case: str) -> Done | Refused:
            barrier.wait()
            return engine.do(self.choose(case, move))

        with ThreadPoolExecutor(len(cases)) as pool:
            return list(pool.map(put, self.engines, cases))

    def load(self, capacity: str) -> int:
        """Give how many clients the coach has under a limit, as the store counts."""
        pseudonym = self.engines[0].pseudonym(COACH)
        return self.engines[0].store.loads(OFFICE, {pseudonym}).get((capacity, pseudonym), 0)


@pytest.fixture
def purchase(tmp_path: Path) -> Iterator[Purchase]:
    """Give a purchase whose coach has nineteen clients: one place is left."""
    made = Purchase(tmp_path)
    for number in range(19):
        made.ready(f"k{number}")
        made.done(made.choose(f"k{number}", PURCHASE))
    yield made
    for store in made.stores:
        store.close()


def test_the_twentieth_place_of_a_purchase_is_given_once(purchase: Purchase) -> None:
    """Two clients are assigned at the same moment: one has the twentieth place, the other is told that it is full."""
    for number in range(ROUNDS):
        cases = [f"{side}{number}" for side in "ab"]
        for case in cases:
            purchase.ready(case)

        outcomes = dict(zip(cases, purchase.at_once(cases, PURCHASE), strict=True))

        (won,) = (case for case, each in outcomes.items() if isinstance(each, Done))
        (refused,) = (each for each in outcomes.values() if isinstance(each, Refused))
        assert [each.code for each in refused.reasons] == ["capacity-full"]
        assert purchase.load("purchased_caseload") == 20
        leaving = c.Move(case=won, actor=purchase.coach(), trigger="leave_coaching", agreed_by={"client"})
        purchase.done(leaving)
        assert purchase.load("purchased_caseload") == 19


def test_elsewhere_both_are_taken_and_the_load_is_seen(purchase: Purchase) -> None:
    """The county's own coaching warns: with a full coach both clients are taken, and both are told of it."""
    for number in range(2):
        purchase.ready(f"own{number}")
    for number in range(19, 39):
        purchase.ready(f"k{number}")
        purchase.done(purchase.choose(f"k{number}", ELSEWHERE))

    outcomes = purchase.at_once(["own0", "own1"], ELSEWHERE)

    assert [isinstance(each, Done) for each in outcomes] == [True, True]
    assert [[w.code for w in each.warnings] for each in outcomes if isinstance(each, Done)] == [["warn-capacity"]] * 2
    assert purchase.load("coaching_caseload") == 22
