"""The same commands give the same bytes, wherever they are kept (promise 14)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.evolve import replay
from pathway_engine.definition import Pathway
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import PathwayError
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.ledger import event_of
from pathway_engine.journal.sources import SeededSources
from pathway_engine.machine import Machine, compile_pathway
from pathway_engine.stores import open_store
from pathway_engine.stores.port import MOST_ROWS, Store, Wanted
from pathway_engine.testing import varied
from pathway_engine.testing.asking import make_command
from pathway_engine.testing.choosing import Chooser
from tests.engine.office import START

COMMANDS = 1000
SEED = "one thousand"
REGISTER = "north"
CASES = tuple(f"case-{number}" for number in range(12))
LATER = timedelta(days=36500)

Said = tuple[timedelta, c.Command]


def test_a_thousand_commands_give_the_same_bytes_in_every_store(tmp_path: Path, postgres_url: str) -> None:
    """Journals, states, queues, logs and answers are the same bytes in memory, on SQLite and on PostgreSQL."""
    pathways = (varied(),)
    with desk("memory:", pathways) as engine:
        said = script(engine, pathways[0])
        expected = seen(engine.store)
    assert len(said) == COMMANDS
    assert sum(map(len, expected["journals"].values())) > COMMANDS // 3
    outcomes = []

    for url in ("memory:", f"sqlite:///{tmp_path / 'cases.db'}", postgres_url):
        with desk(url, pathways) as engine:
            outcomes.append(replies(engine, said))
            found = seen(engine.store)
        assert {name: found[name] for name in expected} == expected
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert {"Done", "Refused", "CaseNotFound"} <= {kind for kind, _ in outcomes[0]}


@contextmanager
def desk(url: str, pathways: Sequence[Pathway]) -> Iterator[PathwayEngine]:
    """Give an engine over an empty store, with foretold chance."""
    store, sources = open_store(url), SeededSources(SEED, START)
    yield PathwayEngine(store, pathways, keys=Keyring.made(sources), register=REGISTER, sources=sources)
    store.close()


def script(engine: PathwayEngine, pathway: Pathway) -> list[Said]:
    """Make up commands, each knowing what the ones before led to; every fifth carries a key, some are said twice."""
    drawn = random.Random(SEED)  # noqa: S311 - foretold on purpose
    choose = Chooser(drawn.randrange)
    said: list[Said] = []
    machine = compile_pathway(pathway)
    while len(said) < COMMANDS:
        name = choose.one(CASES)
        wait = timedelta(minutes=choose.between(0, 600))
        command = _next(engine, choose, name, machine)
        if choose.once_in(5):
            command = evolve(command, key=f"key-{choose.between(0, 300)}")
        if choose.once_in(20) and said:
            command = choose.one(said)[1]
        said.append((wait, command))
        replies(engine, said[-1:])
    return said


def _next(engine: PathwayEngine, choose: Chooser, name: str, machine: Machine) -> c.Command:
    worker = c.Actor(subject="aino", organisation="north", roles={"worker", "own_worker"})
    journal = engine.store.scan(REGISTER, name)
    if not journal:
        return c.Open(case=name, actor=worker, client=choose.one(["client", ""]), pending_on=date(2025, 3, 3))
    case = replay(name, REGISTER, map(event_of, journal))
    assert case is not None
    command = make_command(choose, machine, case)
    # Most who come have to do with the case, or the journals would be short.
    near = c.Actor(subject="aino", organisation=case.coordinator.organisation, roles=frozenset(machine.pathway.roles))
    return evolve(command, actor=choose.one([near, near, near, command.actor]))


def replies(engine: PathwayEngine, said: Sequence[Said]) -> list[tuple[str, object]]:
    """Put the commands; give of each how it ended, and what it led to."""
    found: list[tuple[str, object]] = []
    for wait, command in said:
        sources = engine.sources
        assert isinstance(sources, SeededSources)
        sources.advance(wait)
        try:
            outcome = engine.do(command)
        except (PathwayError, ValueError) as error:
            found.append((type(error).__name__, str(error)))
        else:
            told: object = outcome.case if isinstance(outcome, Done) else sorted(each.code for each in outcome.reasons)
            found.append((type(outcome).__name__, told))
    return found


def seen(store: Store) -> dict[str, Any]:
    """Give everything that a store shows."""
    rows = store.cases(REGISTER, Wanted(), limit=MOST_ROWS).rows
    names = [row.case_id for row in rows]
    return {
        "rows": rows,
        "journals": {name: store.scan(REGISTER, name) for name in names},
        "keys": {name: store.key_of(REGISTER, name) for name in names},
        "logs": {name: store.read(REGISTER, name) for name in names},
        "deadlines": lent(store, "deadlines"),
        "messages": lent(store, "messages"),
        "loads": dict(store.loads(REGISTER, ["aino", "w", "v"])),
    }


def lent(store: Store, kind: Any) -> list[Any]:
    """Give what waits in a queue, without the token of the loan."""
    return [evolve(each, token="") for each in store.claim(kind, START + LATER, MOST_ROWS, timedelta(0))]
