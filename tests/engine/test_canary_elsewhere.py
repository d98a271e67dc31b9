"""The canary beside the tables: in logged commands, echoed statements, tracebacks and reports (faults 69)."""

from __future__ import annotations

import io
import traceback
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import attrs
import pytest
from sqlalchemy import create_engine, event

from pathway_engine.case import commands as c
from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import StoreUnavailable
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.reports import REPORTS, Period, as_csv, as_data, as_text, made
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import varied
from tests.engine.office import START
from tests.engine.test_canary import CANARY, CLIENT, WORD, WORKER, WORKING, Aviary, sing, stray, stuffed

BIRDS = (CANARY, WORKING)


def found(text: str) -> bool:
    """Tell whether one of the birds is in a text."""
    return any(bird in text for bird in BIRDS)


@pytest.mark.parametrize("kind", sorted(set(c.COMMANDS) - {""}))
def test_no_command_shows_what_somebody_typed(kind: str) -> None:
    """Hosts log commands: whatever words are in them, and in the actor, `repr` does not say them."""
    command = c.COMMANDS[kind]
    hints = get_type_hints(command)
    words = {each.name: stuffed(hints[each.name]) for each in attrs.fields(command) if each.name != "sealed"}
    given: dict[str, Any] = {name: word for name, word in words.items() if word is not None}
    actor = c.Actor(subject=CANARY, organisation=WORD, roles=WORD, purpose=WORD, acting_for=CANARY, agent=CANARY)

    shown = repr(command(**{**given, "actor": actor, "case": CANARY}))

    assert not found(shown)
    assert kind.replace("_", "") in shown.casefold()


def test_a_command_still_shows_what_it_is_about() -> None:
    """Names and codes are shown, or nobody could read a log."""
    asked = c.Move(case="k", actor=c.Actor(organisation="north", roles="coach"), trigger="begin", receiver="east")

    assert all(f"'{word}'" in repr(asked) for word in ("k", "north", "coach", "begin", "east"))


def test_a_host_that_echoes_every_statement_with_its_values_sees_no_canary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even on a host's own engine that hides nothing: what a database is given was sealed or keyed before."""
    url = f"sqlite:///{tmp_path / 'own.db'}"
    aviary = Aviary(url, tmp_path)
    aviary.store.close()
    loud, said = create_engine(url, echo="debug", hide_parameters=False), io.StringIO()
    # The driver tells each statement with its values in their places, also those that SQLAlchemy does not see.
    event.listen(
        loud, "connect", lambda connection, _: connection.set_trace_callback(lambda sql: said.write(f"{sql}\n"))
    )
    aviary.store = SqlStore(loud)
    aviary.engine = aviary.engine.over(aviary.store)
    sing(aviary)
    stray(aviary)
    loud.dispose()

    heard = said.getvalue() + "".join(capsys.readouterr())
    assert "checklist" in heard
    assert "INSERT INTO pathway_journal" in heard
    assert not found(heard)


def test_a_traceback_with_locals_shows_no_canary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a store fails, what the library's own frames hold is sealed, keyed or does not show itself."""
    sources = SeededSources("frames", START)
    store = MemoryStore()
    engine = PathwayEngine(store, [varied()], keys=Keyring.made(sources), register="north", sources=sources)
    engine.do(c.Open(case="k", actor=WORKER, client=CANARY))

    def fail(*_: object) -> None:
        raise StoreUnavailable("the store is gone")

    monkeypatch.setattr(store, "append", fail)
    told = []
    for command in (
        c.Record(case="k", actor=WORKER, record="checklist", fields={"why": WORD}, note=WORD, key=WORD),
        c.Restrict(case="k", actor=CLIENT, reason=WORD),
        c.Open(case="new", actor=WORKER, client=CANARY, place=WORD, worker=CANARY, pending_on=date(2025, 3, 3)),
    ):
        with pytest.raises(StoreUnavailable) as caught:
            engine.do(command)
        frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack
        told += [f"{each.name} {each.locals}" for each in frames if "pathway_engine/engine" in each.filename]

    assert len(told) >= 9
    assert [each for each in told if found(each)] == []


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_no_report_sings(name: str, tmp_path: Path) -> None:
    """Figures as text, as rows and as data: none of them knows anybody."""
    aviary = Aviary(f"sqlite:///{tmp_path / 'figures.db'}", tmp_path)
    sing(aviary)
    report = made(name, aviary.store, "north", Period(None, None), [varied()])

    written = [*as_text(report, "fi"), as_csv(report, "sv"), repr(as_data(report)), repr(report)]
    aviary.store.close()

    assert not any(map(found, written))
