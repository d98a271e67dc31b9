"""Killed at any step, an erasure, a purge and a rotation are done or not begun; doing it again finishes it."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.errors import CaseErased, CaseNotFound
from pathway_engine.journal.keys import LocalKeyFile
from pathway_engine.stores.sql import SqlStore, work
from pathway_engine.verify import verify_database
from tests.keeping.archive import KEEPER, WORDS, WORKER, Archive, sqlite_store
from tests.keeping.test_erasing import raw, wrapped_key

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed at a statement")

Act = Callable[[Archive], Any]


def killed_at(step: int, act: Callable[[], Any]) -> bool:
    """Do something in a process that is killed when it comes to its n-th step; False when it came to its end before.

    Every statement is a step, and so are the moments before and after each commit and after the log was emptied.
    """
    child = os.fork()
    if child == 0:
        steps = count(1)

        def come_to(*_: object) -> None:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        def stepping(method: Callable[..., Any]) -> Callable[..., Any]:
            def stepped(*arguments: Any, **named: Any) -> Any:
                come_to()
                return method(*arguments, **named)

            return stepped

        try:
            for name in ("run", "run_all", "rows"):
                setattr(work.Work, name, stepping(getattr(work.Work, name)))
            SqlStore._overwrite_wal = stepping(SqlStore._overwrite_wal)  # type: ignore[method-assign]
            vars(work)["reach"] = come_to
            act()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def deaths(folder: Path, prepare: Act, act: Act) -> Iterator[tuple[Archive, Path]]:
    """Give the database as each death leaves it, one step later each time, until the act comes to its end."""
    begun = folder / "begun"
    begun.mkdir()
    keys = LocalKeyFile.create(begun / "keys")
    first = Archive(sqlite_store(begun), keys)
    prepare(first)
    first.store.close()
    now = first.sources.clock()
    for step in count(1):
        here = folder / f"step-{step}"
        shutil.copytree(begun, here)

        def in_child(here: Path = here) -> None:
            dying = Archive(sqlite_store(here), LocalKeyFile(here / "keys"))
            dying.sources.advance(now - dying.sources.clock())
            act(dying)

        if not killed_at(step, in_child):
            assert step > 5
            return
        left = Archive(sqlite_store(here), LocalKeyFile(here / "keys"))
        left.sources.advance(now - left.sources.clock())
        assert verify_database(f"sqlite:///{here / 'cases.db'}") == []
        yield left, here
        left.store.close()
        shutil.rmtree(here)


def test_an_erasure_that_was_killed_is_finished_by_doing_it_again(tmp_path: Path) -> None:
    """Before the commit the case opens as ever, after it never again; the second time no byte of the key is left."""
    before = after = 0
    key = b""

    def prepare(archive: Archive) -> None:
        nonlocal key
        archive.opened()
        key = wrapped_key(archive)

    for left, here in deaths(tmp_path, prepare, lambda archive: archive.do(c.Erase, KEEPER, ground="unlawful")):
        if left.engine.case("k").erased:
            after += 1
            with pytest.raises(CaseErased):
                left.engine.history("k", WORKER, unseal=True)
        else:
            before += 1
            assert left.engine.history("k", WORKER, unseal=True)[1].personal["said"] == WORDS
        assert left.do(c.Erase, KEEPER, ground="unlawful").case.erased
        assert key not in raw(here)
    assert before > 5
    assert after > 0


def test_a_purge_that_was_killed_took_everything_or_nothing(tmp_path: Path) -> None:
    """The case is there whole, or there is its tombstone and nothing else."""
    before = after = 0

    def prepare(archive: Archive) -> None:
        archive.closed()
        archive.on(2036)

    for left, _ in deaths(tmp_path, prepare, lambda archive: archive.engine.purge("k", KEEPER)):
        stones = left.store.tombstones("north")
        try:
            told = left.engine.history("k", WORKER, unseal=True)
        except CaseNotFound:
            after += 1
            assert [stone.case_id for stone in stones] == ["k"]
        else:
            before += 1
            assert (len(told), stones) == (left.engine.case("k").version, ())
            left.engine.purge("k", KEEPER)
        assert [stone.case_id for stone in left.store.tombstones("north")] == ["k"]
    assert before > 5
    assert after > 0


def test_a_rotation_that_was_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Every case opens at every moment; the second time the rest is wrapped anew, and the old key can be retired."""

    def prepare(archive: Archive) -> None:
        for case in ("k", "l"):
            archive.opened(case)
        assert isinstance(archive.keys, LocalKeyFile)
        archive.keys.rotate()

    deaths_seen = set()
    for left, _ in deaths(tmp_path, prepare, lambda archive: archive.engine.rewrap_keys(batch=1)):
        assert isinstance(left.keys, LocalKeyFile)
        deaths_seen.add(len(left.store.stale_keys(left.keys.key_id)))
        for case in ("k", "l"):
            assert left.engine.history(case, WORKER, unseal=True)[1].personal["said"] == WORDS
        left.engine.rewrap_keys(batch=2)
        assert left.store.stale_keys(left.keys.key_id) == ()
        for old in left.keys.key_ids - {left.keys.key_id}:
            left.keys.retire(old)
        assert left.engine.history("l", WORKER, unseal=True)[1].personal["said"] == WORDS
    assert deaths_seen == {0, 1, 2}
