"""A register with rules of retention, in any store: what the tests of keeping start from."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from attrs import define, field

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.definition import Pathway, load_text
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.journal.keys import KeyProvider, Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import Store
from pathway_engine.stores.sql import SqlStore

REGISTER = "north"
IDENTITY = "131052-900W"  # of the range that is never given to a person
WORDS = "kanaria laulaa salaa"

CLIENT = c.Actor(subject=IDENTITY, roles="client")
WORKER = c.Actor(subject="worker-1", organisation="north", roles="worker")
KEEPER = c.Actor(subject="keeper-1", organisation="north", roles="keeper", purpose="retention")

KEPT = Path(__file__).with_name("kept.yaml")


def kept_pathway() -> Pathway:
    """Give a small pathway with a rule of retention of every kind."""
    return load_text(KEPT.read_text(encoding="utf-8"))


@define
class Archive:
    """An engine over a store, on a clock that can be moved to any day."""

    store: Store = field(factory=MemoryStore)
    keys: KeyProvider = field(factory=lambda: Keyring.made(SeededSources("keys")))
    sources: SeededSources = field(factory=lambda: SeededSources("archive", datetime(2025, 3, 3, 7, tzinfo=UTC)))
    engine: PathwayEngine = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.engine = self.restarted(self.store)

    def restarted(self, store: Store) -> PathwayEngine:
        """Give an engine as another process would make it."""
        return PathwayEngine(store, [kept_pathway()], keys=self.keys, register=REGISTER, sources=self.sources)

    def on(self, year: int, month: int = 3, day: int = 3) -> date:
        """Move the clock to noon of a day, and give the day."""
        self.sources.advance(datetime.combine(date(year, month, day), time(10), UTC) - self.sources.clock())
        return date(year, month, day)

    def ask(self, command: type[c.Command], actor: c.Actor = WORKER, case: str = "k", **more: Any) -> Done | Refused:
        """Put a command."""
        return self.engine.do(command(case=case, actor=actor, **more))

    def do(self, command: type[c.Command], actor: c.Actor = WORKER, case: str = "k", **more: Any) -> Done:
        """Put a command that must take effect."""
        outcome = self.ask(command, actor, case, **more)
        assert isinstance(outcome, Done), [reason.text("en") for reason in outcome.reasons]
        return outcome

    def refused(self, command: type[c.Command], actor: c.Actor = WORKER, case: str = "k", **more: Any) -> list[str]:
        """Put a command that must be refused; give the codes of the reasons."""
        outcome = self.ask(command, actor, case, **more)
        assert isinstance(outcome, Refused)
        return [reason.code for reason in outcome.reasons]

    def opened(self, case: str = "k") -> None:
        """Open a case of the client, with something personal in it."""
        self.do(c.Open, WORKER, case, client=IDENTITY, key=f"open-{case}")
        self.do(c.Record, WORKER, case, record="talk", fields={"said": WORDS}, note=WORDS)

    def closed(self, case: str = "k", *moves: str) -> None:
        """Open a case, make moves in it, and close it."""
        self.opened(case)
        for trigger in moves:
            self.do(c.Move, WORKER, case, trigger=trigger)
        self.do(c.Move, WORKER, case, trigger="finish")

    def due(self, today: date | None = None) -> dict[str, str]:
        """Give which cases are due, and by which rule."""
        return {each.case: each.kept.rule for each in self.engine.due_for_purge(today)}


def sqlite_store(folder: Path) -> SqlStore:
    """Make a store in a new SQLite file."""
    return SqlStore.open(f"sqlite:///{folder / 'cases.db'}")
