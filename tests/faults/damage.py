"""Files that were damaged: flipped bytes, cut ends, files gone or exchanged, rows deleted or put in another order.

    python -m tests.faults.damage [--flips 200]

Every answer an engine gives over a damaged copy is compared with the one it gave before. It may be the same, or an
error of ours. Another answer is allowed only where `verify` finds the damage. What comes of the end of a log of writes
that is cut off is an earlier state, whole in itself; that only what was acknowledged, or a checkpoint, can show.
"""

from __future__ import annotations

# ruff: noqa: T201 - a program that prints its figures

__all__ = ["Found", "Truth", "flip", "look", "told"]

import argparse
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import field, frozen

from pathway_engine.case import commands as c
from pathway_engine.engine import PathwayEngine
from pathway_engine.errors import PathwayError
from pathway_engine.journal.keys import Keyring, keyed
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.sql import SqlStore
from pathway_engine.verify import CannotVerify, Evidence, verify_database
from tests.faults.kills import FAST
from tests.faults.run import COACH, IDENTITY, MOVED_ON, REGISTER, SEED, SHORT, START, WARM, Run, definitions

NOW = START + timedelta(days=200)

QUESTIONS: Mapping[str, Callable[[PathwayEngine], object]] = {
    "case": lambda engine: engine.case(WARM),
    "migrated case": lambda engine: engine.case(MOVED_ON),
    "erased case": lambda engine: engine.case(SHORT),
    "cases": lambda engine: engine.cases(),
    "cases of the client": lambda engine: engine.cases_of(IDENTITY),
    "due": lambda engine: engine.store.claim("deadlines", NOW, 100, timedelta(minutes=1)),
    "waiting": lambda engine: [
        (each.case_id, each.seq) for each in engine.store.claim("messages", NOW, 100, timedelta(minutes=1))
    ],
    "steps": lambda engine: engine.steps(WARM, COACH),
    "history": lambda engine: engine.history(WARM, COACH, unseal=True),
    "history of the migrated": lambda engine: [
        (entry.seq, entry.type, entry.body, entry.hash) for entry in engine.store.scan(REGISTER, MOVED_ON)
    ],
    "log": lambda engine: engine.store.read(REGISTER, WARM, limit=1),
    "repeated": lambda engine: engine.do(c.ReceiveHandover(case=WARM, actor=COACH, key="receive")),
    "erasures": lambda engine: engine.store.erasures(REGISTER),
}


@frozen
class Truth:
    """A run's files, and what an engine answers over them.

    Args:
        folder: Where its database is.
        answers: Question -> answer.
    """

    folder: Path
    answers: Mapping[str, object] = field(repr=False)

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "cases.db"


@frozen
class Found:
    """What an engine and the verifier say of a damaged copy.

    Args:
        same: Questions answered as before.
        errors: Question -> the error of ours that was raised.
        other: Questions that were answered otherwise.
        leaked: Question -> an error that is none of ours.
        findings: What `verify` finds, as codes with their place; `cannot-verify` when it refuses.
    """

    same: frozenset[str]
    errors: Mapping[str, str]
    other: frozenset[str]
    leaked: Mapping[str, str]
    findings: tuple[str, ...]

    @property
    def wrong(self) -> list[str]:
        """What must not be: another kind of error, or another answer that the verifier does not know of."""
        wrong = [f"{question}: {error}" for question, error in self.leaked.items()]
        if not self.findings:
            wrong += [f"{question}: another answer, and verify finds nothing" for question in sorted(self.other)]
        return wrong


def told(folder: Path, *, until: Callable[[Run], None] | None = None) -> Truth:
    """Have a run leave its files in a folder, and ask everything there is to ask.

    Args:
        folder: An empty folder.
        until: What is done of the run; all of it when left out, and the log of writes is then emptied.
    """
    run = Run(f"sqlite:///{folder / 'live' / 'cases.db'}", folder)
    (folder / "live").mkdir()
    run.open()
    (until or Run.work)(run)
    if until is None:
        run.close()
    # A copy of files in use is what a machine that stops leaves behind: the writer is at rest here.
    shutil.copytree(folder / "live", folder / "truth")
    if until is not None:
        run.close()
    shutil.copytree(folder / "truth", folder / "asked")
    return Truth(folder / "truth", _asked(folder / "asked" / "cases.db"))


def look(truth: Truth, folder: Path, damage: Callable[[Path], object]) -> Found:
    """Damage a copy, ask everything again, and have the copy verified.

    Args:
        truth: What there was.
        folder: Where the copy is made.
        damage: Given the SQLite file, does the damage.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(truth.folder, folder)
    damage(folder / "cases.db")
    # The verifier comes first: it must find the damage as it is, and changes nothing.
    findings = _verified(folder / "cases.db")
    answers = _asked(folder / "cases.db")
    ours = {name: type(each).__name__ for name, each in answers.items() if isinstance(each, PathwayError)}
    leaked = {
        name: f"{type(each).__name__}: {each}"
        for name, each in answers.items()
        if isinstance(each, Exception) and name not in ours
    }
    given = {name for name in answers if name not in ours and name not in leaked}
    same = {name for name in given if answers[name] == truth.answers[name]}
    return Found(frozenset(same), ours, frozenset(given - same), leaked, findings)


def flip(database: Path, seed: object, suffix: str = "") -> None:
    """Change one bit somewhere in a file."""
    chance = random.Random(f"{SEED} {seed}")  # noqa: S311 - a damage that can be made again
    path = database.with_name(database.name + suffix)
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _asked(database: Path) -> dict[str, object]:
    """Ask every question; an exception is an answer, too."""
    answers: dict[str, object] = {}
    store: Any = None
    try:
        store = SqlStore.open(f"sqlite:///{database}", busy_timeout=0.5, create=False)
        keys = Keyring.made(SeededSources(f"{SEED}/keys"))
        engine = PathwayEngine(
            store, definitions(), keys=keys, register=REGISTER, sources=SeededSources("questions", NOW)
        )
    except Exception as error:  # noqa: BLE001 - compared with what may be
        return dict.fromkeys(QUESTIONS, error)
    for question, ask in QUESTIONS.items():
        try:
            answers[question] = _plain(ask(engine))
        except Exception as error:  # noqa: BLE001 - compared with what may be
            answers[question] = error
    store.close()
    return answers


def _plain(answer: object) -> object:
    """Make an answer comparable: leases carry a token that is drawn anew each time."""
    if isinstance(answer, tuple | list):
        return [getattr(each, "id", each) if hasattr(each, "token") else each for each in answer]
    return answer


def _mac(register: str, bound: dict[str, object]) -> str:
    return keyed(Keyring.made(SeededSources(f"{SEED}/keys")), register, "state", bound)


def _verified(database: Path) -> tuple[str, ...]:
    try:
        found = verify_database(f"sqlite:///{database}", evidence=Evidence(mac=_mac))
        return tuple(f"{each.code} {each.case}:{each.seq}" for each in found)
    except CannotVerify:
        return ("cannot-verify",)


def main() -> int:
    """Flip bits, one in each copy; print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=200)
    asked = parser.parse_args()
    started, wrong = time.monotonic(), 0
    with TemporaryDirectory(dir=FAST, prefix="pathway-damage-") as scratch:
        truth = told(Path(scratch))
        counts, codes = Counter[str](), Counter[str]()
        for number in range(asked.flips):
            found = look(truth, Path(scratch) / "copy", partial(flip, seed=number))
            for each in found.wrong:
                print(f"flip {number}: {each}; {found.findings}", flush=True)
            wrong += bool(found.wrong)
            codes.update({each.split()[0] for each in found.findings})
            kinds = {"told by an error": found.errors, "other answer": found.other, "found by verify": found.findings}
            counts.update(kind for kind, each in kinds.items() if each)
            counts["without effect"] += not any(kinds.values())
    print(dict(counts), dict(codes))
    print(f"{asked.flips} flipped bits in {time.monotonic() - started:.0f} s, seed {SEED}: {wrong} wrong")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
