"""The canary: an identity code put into every field where words are taken is nowhere in clear (faults 69, §D1).

It goes through every command, accepted and refused, through exceptions and debug logs, and is then looked for in the
database file, its write-ahead log, every log line, every `repr` and every exception: it may only be found by whoever
opens what was sealed.
"""

from __future__ import annotations

import io
import logging
import traceback
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import psycopg
import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import PathwayError
from pathway_engine.journal.keys import Keyring
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.testing import varied
from tests.engine.office import START
from tests.postgres import PostgresServer

CANARY = "131052-900W"
WORKING = "131052-902Y"
"""Who works on the canary's case: nobody works on a case of their own."""
CAGED = "131052-901X"
WORD = f"kanaria {CANARY} laulaa"
WORKER = c.Actor(subject=WORKING, organisation="north", roles="worker", acting_for="", purpose="service")
COACH = c.Actor(subject=WORKING, organisation="east", roles="coach")
CLIENT = c.Actor(subject=CANARY, roles="client")
KEEPER = c.Actor(subject=WORKING, organisation="north", roles="keeper")


class Aviary:
    """An engine on a database with every log turned on, and everything it lets out kept to be searched.

    Args:
        url: The database.
        folders: Where it keeps its files, and its server its log.
    """

    def __init__(self, url: str, *folders: Path) -> None:
        self.folders = folders
        self.sources = SeededSources("canary", START)
        self.store = SqlStore.open(url)
        keys = Keyring.made(self.sources)
        self.engine = PathwayEngine(self.store, [varied()], keys=keys, register="north", sources=self.sources)
        self.out: list[str] = []
        self.effects: set[str] = set()

    def put(self, command: c.Command) -> Done | None:
        """Put a command; keep what can be seen of it and of its answer."""
        self.sources.advance(timedelta(minutes=1))
        try:
            outcome = self.engine.do(command)
        except (PathwayError, ValueError, LookupError) as error:
            self.out += [repr(error), *traceback.format_exception(error)]
            return None
        self.out += [repr(outcome), repr(self.engine)]
        if isinstance(outcome, Done):
            self.effects.add(command.name)
            return outcome
        return None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the bytes of the database and of all that lies beside it."""
        for folder in self.folders:
            yield from ((path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    """Turn every logger on, SQLAlchemy's among them, and gather what they say."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    names = ("", "sqlalchemy.engine", "sqlalchemy.pool", "sqlalchemy.dialects", "sqlalchemy.orm", "transitions")
    before = {name: logging.getLogger(name).level for name in names}
    logging.getLogger().addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield stream
    logging.getLogger().removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture(params=["sqlite", "postgres"])
def aviary(request: pytest.FixtureRequest, tmp_path: Path, logs: io.StringIO) -> Iterator[Aviary]:
    """Give an aviary with files of its own; `logs` is turned on before it is made, and the server's own log as well."""
    assert logs is not None
    if request.param == "sqlite":
        aviary = Aviary(f"sqlite:///{tmp_path / 'canary.db'}", tmp_path)
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        url: str = request.getfixturevalue("postgres_url")
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in (
                "log_statement = 'all'",
                "log_min_duration_statement = 0",
                "log_error_verbosity = 'verbose'",
            ):
                connection.execute(f"ALTER DATABASE {connection.info.dbname} SET {setting}")
        aviary = Aviary(url, server.folder)
    yield aviary
    aviary.store.close()


def sing(aviary: Aviary) -> None:
    """A case through whole of its path, with the canary wherever words may stand."""
    base: dict[str, Any] = {"case": "k", "note": WORD}

    def put(command: type[c.Command], actor: c.Actor, **more: Any) -> Done | None:
        return aviary.put(command(actor=actor, **base, key=f"{WORD} {len(aviary.out)}", **more))

    put(c.Open, WORKER, client=CANARY, worker=CANARY, place=WORD, pending_on=date(2025, 3, 3))
    put(c.Record, WORKER, record="checklist", fields={"signs": "school", "why": WORD, "seen_on": "2025-03-03"})
    put(c.Move, WORKER, trigger="begin", reason=WORD, end_open=WORD)
    for role in ("worker", "coach"):
        put(c.NameWorker, WORKER, role=role, worker=CANARY)
    put(c.EndRole, WORKER, role="coach")
    put(c.Record, WORKER, record="assessment", fields={"goals": WORD, "by_whom": CANARY})
    put(c.Correct, WORKER, seq=aviary.engine.case("k").version, fields={"goals": WORD, "by_whom": CANARY})
    put(c.Move, WORKER, trigger="complete")
    permit = {"kind": "share", "recipient": "east", "wording": WORD, "language": WORD, "channel": WORD}
    put(c.GivePermit, CLIENT, **permit)
    put(c.Forbid, CLIENT, recipient="south")
    put(c.LiftProhibition, CLIENT, prohibition="south")
    handing_over(put)
    put(c.WithdrawPermit, CLIENT, permit="share")
    passed = [each.seq for each in aviary.store.scan("north", "k") if each.type == "extract_disclosed"]
    put(c.WithholdDisclosure, c.SYSTEM, seq=max(passed, default=0))
    put(c.Record, COACH, record="agreement", fields={"ends_on": "2025-12-01"})
    put(c.Record, COACH, record="meeting", fields={"held_on": "2025-03-03", "present": "coach", "notes": WORD})
    opened = put(c.OpenService, COACH, service="activity")
    service = getattr(opened.events[0].body, "service", "") if opened else ""
    put(c.MoveService, COACH, service=service, trigger="begin_activity", reason=WORD)
    put(c.EndService, COACH, service=service, reason=WORD)
    put(c.JoinQueue, CLIENT, queue="activity")
    put(c.LeaveQueue, CLIENT, queue="activity", reason=WORD)
    put(c.Move, COACH, trigger="start_job", agreed_by="client", reason=WORD)
    put(c.CompleteTask, COACH, task=next(iter(aviary.engine.case("k").tasks), ""), reason=WORD)
    put(c.ExtendDeadline, COACH, deadline="contact_after_job", due_on=date(2026, 1, 5), reason=WORD)
    put(c.Restrict, CLIENT, reason=WORD)
    put(c.LiftRestriction, COACH, reason=WORD)
    put(c.Migrate, COACH, to_digest=varied().digest)
    aviary.sources.advance(timedelta(days=500))
    put(c.DeadlineDue, c.SYSTEM, deadline=next(iter(aviary.engine.case("k").deadlines), ""))
    aviary.put(c.Open(case="gone", actor=WORKER, client=CANARY, note=WORD))
    for ground in (WORD, "unlawful"):
        aviary.put(c.Erase(case="gone", actor=KEEPER, ground=ground, note=WORD, key=f"{WORD} {ground}"))


def handing_over(put: Any) -> None:
    """Every step of a handover: returned, cancelled, transferred, received."""
    refer = {"trigger": "refer", "receiver": "east", "receiver_worker": CANARY, "agreed_by": "client"}
    put(c.Move, WORKER, **refer)
    put(c.ReturnHandover, COACH, reason=WORD)
    put(c.ProposeHandover, WORKER, receiver="south", receiver_role="worker", receiver_worker=CANARY)
    put(c.AnswerHandover, CLIENT, answer="waived", reason=WORD)
    put(c.CancelHandover, WORKER, reason=WORD)
    put(c.Move, WORKER, **(refer | {"receiver": "purchased"}))
    put(c.TransferHandover, c.Actor(subject=WORKING, organisation="purchased", roles="coach"), to="east")
    put(c.AnswerHandover, CLIENT, answer="agreed", reason=WORD)
    put(c.AcceptHandover, COACH, worker=CANARY)
    put(c.MeetHandover, COACH, present={"client", "worker", "coach"})
    put(c.ReceiveHandover, COACH, without_meeting="")


def stray(aviary: Aviary) -> None:
    """Every command with the canary in every field that takes words, one by one and all at once: mostly refused."""
    everywhere = {"organisation": WORD, "roles": WORD, "purpose": WORD, "acting_for": CANARY, "agent": WORD}
    actors = (WORKER, c.Actor(subject=CANARY, **everywhere))
    for kind in c.COMMANDS.values():
        hints = get_type_hints(kind)
        words = {each.name: stuffed(hints[each.name]) for each in attrs.fields(kind) if each.name != "sealed"}
        words = {name: word for name, word in words.items() if word is not None}
        needed = {each.name: words.get(each.name) for each in attrs.fields(kind) if each.default is attrs.NOTHING}
        for actor in actors:
            for asked in (words, *({name: word} for name, word in words.items())):
                given: dict[str, Any] = {**needed, **asked, **HERE, "actor": actor}
                aviary.put(kind(**given))
    # A case that is not there yet asks for its pathway by name.
    aviary.put(c.Open(case="new", actor=WORKER, pathway=WORD))


HERE: dict[str, Any] = {"case": "k"}

STUFFED: dict[Any, Any] = {
    str: WORD,
    Literal: WORD,
    int: 2,
    date: date(2025, 3, 4),
    tuple: (WORD,),
    frozenset: frozenset({WORD}),
    Mapping: {WORD: WORD},
}


def stuffed(hint: Any) -> Any:
    """Give a value of a type, with the canary in it where it takes words."""
    choices = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return next((STUFFED[kind] for each in choices if (kind := get_origin(each) or each) in STUFFED), None)


def test_the_canary_is_nowhere_in_clear(aviary: Aviary, logs: io.StringIO) -> None:
    """All commands, refusals, exceptions and debug logs later, no byte of it is readable, on disk or off."""
    sing(aviary)
    stray(aviary)
    for _ in range(2):
        for actor in (COACH, CLIENT):
            aviary.out += [repr(aviary.engine.history("k", actor, unseal=True)), repr(aviary.engine.steps("k", actor))]
    aviary.out += [repr(aviary.engine.cases()), repr(list(aviary.store.scan("north", "k")))]
    aviary.out += [repr(aviary.store.load("north", "k")), repr(list(aviary.store.read("north", "k")))]

    birds = (CANARY, WORKING)
    written = {name: data for name, data in aviary.files() if any(bird.encode() in data for bird in birds)}
    spoken = [text for text in aviary.out if any(bird in text for bird in birds) and not text.startswith("Refused(")]

    assert written == {}
    assert spoken == []
    assert not any(bird in logs.getvalue() for bird in birds)
    assert logs.getvalue()


def test_the_canary_is_not_in_the_repr_of_a_refusal(aviary: Aviary) -> None:
    """A refusal tells the person who asked what they typed; its `repr`, which hosts log, does not."""
    sing(aviary)
    stray(aviary)

    assert [text for text in aviary.out if CANARY in text or WORKING in text] == []


def test_the_canary_sings_for_whoever_opens_what_was_sealed(aviary: Aviary) -> None:
    """Nothing was simply thrown away: notes, texts and reasons come back whole."""
    sing(aviary)

    told = aviary.engine.history("k", CLIENT, unseal=True)
    opened = {name for each in told for name, value in each.personal.items() if value == WORD}

    assert {"note", "why", "goals", "reason", "wording", "place"} <= opened


def test_every_command_took_effect_with_the_canary_in_it(aviary: Aviary) -> None:
    """The search above would find nothing if nothing had been written: every kind of command was."""
    sing(aviary)

    assert aviary.effects == set(c.COMMANDS) - {""}


def test_the_search_would_find_a_canary(aviary: Aviary) -> None:
    """What is not sealed is found: the test is as good as its search. Another bird, since others search here too."""
    assert aviary.store._engine is not None
    with aviary.store._engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE cage AS SELECT '{CAGED}' AS bird")
    with aviary.store._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("CHECKPOINT")

    assert [name for name, data in aviary.files() if CAGED.encode() in data]
