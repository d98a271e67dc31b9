"""The ground of these trials: one small pathway, its people, a clock that runs fast, and a database of either kind."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from pathway_engine.case import commands as c
from pathway_engine.definition import Pathway, load_text
from pathway_engine.engine import PathwayEngine
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources, SystemSources
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore
from tests.postgres import PostgresServer

REGISTER = "north"
PLACES = 20
"""How many cases a coach has room for."""

GROUND = f"""\
pathway: ground
version: "1"
title: {{fi: Kenttä, sv: Fält, en: Ground}}
roles:
  client: {{fi: asiakas, sv: klient, en: client, relation: client}}
  worker: {{fi: työntekijä, sv: handläggare, en: worker, relation: [anyone, coordinating]}}
  own_worker: {{fi: omatyöntekijä, sv: egen kontaktperson, en: own worker, relation: coordinating}}
  coordinator: {{fi: koordinaattori, sv: koordinator, en: coordinator, relation: [coordinating, receiver]}}
  coach: {{fi: valmentaja, sv: tränare, en: coach, relation: [named, coordinating]}}
organisations:
  north: {{fi: Pohjoinen, sv: Norr, en: North}}
  south: {{fi: Etelä, sv: Söder, en: South}}
  east: {{fi: Itä, sv: Öst, en: East}}
permits:
  share: {{fi: lupa antaa tietoja, sv: tillstånd att lämna uppgifter, en: permit to share}}
records:
  visit:
    title: {{fi: Käynti, sv: Besök, en: Visit}}
    kind: note
    by: [worker]
    fields:
      day: {{type: date, class: coded, fi: päivä, sv: dag, en: day}}
      talk: {{type: text, fi: keskustelu, sv: samtal, en: talk}}
states:
  start: {{initial: true, responsible: worker, fi: Alku, sv: Början, en: Start}}
  left: {{responsible: worker, fi: Vasen, sv: Vänster, en: Left}}
  right: {{responsible: worker, fi: Oikea, sv: Höger, en: Right}}
  coaching: {{responsible: worker, fi: Valmennus, sv: Träning, en: Coaching}}
  over: {{kind: final, fi: Loppu, sv: Slut, en: Over}}
transitions:
  go_left: {{fi: Vasempaan, sv: Till vänster, en: Go left, from: start, to: left, by: [worker, client]}}
  go_right: {{fi: Oikeaan, sv: Till höger, en: Go right, from: start, to: right, by: [worker, client]}}
  back: {{fi: Takaisin, sv: Tillbaka, en: Back, from: [left, right], to: start, by: [worker, client]}}
  coach: {{fi: Valmennukseen, sv: Till träning, en: To coaching, from: start, to: coaching, by: [worker, client]}}
  finish: {{fi: Päätä, sv: Avsluta, en: Finish, from: [start, left, right], to: over, by: worker}}
deadlines:
  answer: {{fi: Vastaus, sv: Svar, en: Answer, from: pending, within: P3D, met_by: visit, kind: quality}}
  stay: {{fi: Viipyminen, sv: Vistelse, en: Stay, from: state_entered, in: [left, right], within: P2D, kind: quality}}
  visit_again: {{fi: Uusi käynti, sv: Nytt besök, en: Visit again, from: event:visit, within: P5D, kind: quality}}
capacities:
  places: {{fi: Paikat, sv: Platser, en: Places, per: coach, limit: {PLACES}, over: block, counts: coaching}}
"""

CLIENT = c.Actor(subject="131052-900W", roles="client")  # of the range that is never given to a person


@cache
def ground() -> Pathway:
    """Give the pathway of these trials."""
    return load_text(GROUND)


@cache
def keys() -> Keyring:
    """Give the same keys to every process."""
    return Keyring.made(SeededSources("ground"))


def worker_of(organisation: str, person: str = "worker") -> c.Actor:
    """Give somebody who works in an organisation."""
    roles = {"worker", "own_worker", "coordinator"}
    return c.Actor(subject=f"{person}@{organisation}", organisation=organisation, roles=roles)


class FastSources(SystemSources):
    """The machine's randomness, and a clock that runs `rate` times as fast as the machine's.

    Args:
        began: When it began, by the machine's clock, in seconds.
        rate: How fast it runs.
        start: What it showed then.
        skew: How much this process's clock is wrong.
    """

    def __init__(
        self,
        began: float,
        rate: float = 1.0,
        start: datetime = datetime(2024, 1, 8, 9, tzinfo=UTC),
        skew: timedelta = timedelta(0),
    ) -> None:
        self._began, self._rate, self._start, self._skew = began, rate, start, skew

    def clock(self) -> datetime:
        """Give the time."""
        return self._start + self._skew + timedelta(seconds=(time.time() - self._began) * self._rate)


def engine_over(store: Store, sources: SystemSources | None = None) -> PathwayEngine:
    """Give an engine as a process of its own makes it."""
    return PathwayEngine(store, (ground(),), keys=keys(), register=REGISTER, sources=sources)


def opened(url: str, *, busy_timeout: float = 30.0) -> SqlStore:
    """Open a store; many wait for each other here, so patience is long."""
    return SqlStore.open(url, busy_timeout=busy_timeout)


@contextmanager
def database(kind: str) -> Iterator[tuple[str, Path]]:
    """Give the URL of an empty database, and an empty folder beside it."""
    with tempfile.TemporaryDirectory(prefix="pathway-trial-") as folder:
        if kind == "sqlite":
            yield f"sqlite:///{folder}/cases.db", Path(folder)
            return
        server = PostgresServer()
        try:
            yield server.url(server.make_database()), Path(folder)
        finally:
            server.close()


def main(trial: Callable[..., dict[str, Any]], **sizes: float | str) -> None:
    """Run a trial from the command line, and print its figures as JSON.

    Args:
        trial: Called with the URL, the folder, `seed` and the sizes.
        sizes: What may be set on the command line, with what it is when left out.
    """
    parser = argparse.ArgumentParser(description=trial.__doc__)
    parser.add_argument("--db", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    for name, usual in sizes.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(usual), default=usual)
    asked = vars(parser.parse_args())
    kind = asked.pop("db")
    began = time.monotonic()
    with database(kind) as (url, folder):
        figures = trial(url, folder, **asked)
    print(json.dumps({"db": kind, **asked, **figures, "took_s": round(time.monotonic() - began, 1)}))  # noqa: T201 - its report
