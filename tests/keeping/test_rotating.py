"""Wrapping keys change while work goes on: nothing is lost, and a key service elsewhere may hold the keys."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.errors import CaseErased, KeyMissing
from pathway_engine.journal.keys import KeyProvider, Keyring, LocalKeyFile, Wrapped
from pathway_engine.journal.sealing import CaseKey
from pathway_engine.journal.sources import SeededSources
from pathway_engine.stores.port import KeyHeld, KeyRow, Rewrap
from pathway_engine.verify import verify_database
from tests.keeping.archive import KEEPER, REGISTER, WORDS, WORKER, Archive, sqlite_store
from tests.keeping.test_erasing import raw, wrapped_key


class Service:
    """A key service elsewhere: it may be out of reach, goes over to new keys by itself, and counts what it is asked."""

    def __init__(self) -> None:
        self.ring = Keyring.made(SeededSources("service"))
        self.reachable = True
        self.asked = 0

    def rotate(self) -> None:
        """Go over to a new key, as a service does by its own calendar."""
        self.ring = self.ring.rotated(SeededSources(self.ring.key_id))

    @property
    def key_id(self) -> str:
        """Id of the key that wraps now."""
        return self.ring.key_id

    def wrap(self, register: str, case_id: str, key: CaseKey) -> Wrapped:
        """Ask the service to wrap."""
        self._ask()
        return self.ring.wrap(register, case_id, key)

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Ask the service to unwrap."""
        self._ask()
        return self.ring.unwrap(register, case_id, wrapped, key_id)

    def pseudonym_key(self, register: str) -> bytes:
        """Give what the service gave when this process began."""
        return self.ring.pseudonym_key(register)

    def _ask(self) -> None:
        self.asked += 1
        if not self.reachable:
            raise KeyMissing("the key service does not answer")


def said(archive: Archive, case: str) -> object:
    """Open what was said in a case."""
    return archive.engine.history(case, WORKER, unseal=True)[1].personal["said"]


def test_every_key_is_wrapped_anew_and_opens_as_before(archive: Archive) -> None:
    """After a rotation no key is wrapped by an old one, in any register, and every case opens without it."""
    assert isinstance(archive.keys, Keyring)
    for case in ("k", "l", "m"):
        archive.opened(case)
    old = archive.keys
    new = old.rotated(SeededSources("new"))
    archive.keys = new
    archive.engine = archive.restarted(archive.store)

    assert said(archive, "k") == WORDS
    assert archive.engine.rewrap_keys(batch=2) == 3
    assert archive.engine.rewrap_keys() == 0
    archive.keys = new.without(old.key_id)
    archive.engine = archive.restarted(archive.store)
    assert [said(archive, case) for case in ("k", "l", "m")] == [WORDS] * 3


def test_stale_keys_are_given_page_by_page_in_order(archive: Archive) -> None:
    """By register and case, after the last one given; what the current key wrapped is not among them."""
    for case in ("m", "k", "l"):
        archive.opened(case)
    current = archive.keys.key_id

    assert archive.store.stale_keys(current) == ()
    first = archive.store.stale_keys("other", limit=2)
    assert [(each.register, each.case_id) for each in first] == [(REGISTER, "k"), (REGISTER, "l")]
    rest = archive.store.stale_keys("other", (REGISTER, "l"))
    assert [each.case_id for each in rest] == ["m"]
    assert archive.store.stale_keys("other", (REGISTER, "m")) == ()
    assert archive.store.stale_keys("other", ("zone", "")) == ()


def test_a_key_that_changed_or_went_meanwhile_is_left_as_it_is(archive: Archive) -> None:
    """A batch puts in place only what is still as it was read: never a key of an erased case, nor over a newer one."""
    for case in ("k", "l", "m"):
        archive.opened(case)
    held: dict[str, KeyHeld] = {each.case_id: each for each in archive.store.stale_keys("other")}
    new = KeyRow("k-new", b"x" * 40)
    batch = [Rewrap(register=REGISTER, case_id=case, old=held[case].key, new=new) for case in ("m", "l", "k")]
    archive.do(c.Erase, KEEPER, ground="unlawful")
    archive.store.rewrap(REGISTER, "l", held["l"].key, KeyRow("k-newer", b"y" * 40))

    assert archive.store.rewrap_all(batch) == 1
    with pytest.raises(CaseErased):
        archive.store.key_of(REGISTER, "k")
    assert archive.store.key_of(REGISTER, "l") == KeyRow("k-newer", b"y" * 40)
    assert archive.store.key_of(REGISTER, "m") == new


def test_commands_go_on_while_keys_are_wrapped_anew(tmp_path: Path) -> None:
    """Cases are opened, written to and read by an engine that was there before the rotation; none is lost."""
    path = tmp_path / "keys"
    archive = Archive(sqlite_store(tmp_path), LocalKeyFile.create(path))
    for number in range(20):
        archive.opened(f"k{number}")
    faults: list[BaseException] = []

    def work() -> None:
        try:
            for number in range(20):
                archive.opened(f"new{number}")
                archive.do(c.Record, case=f"k{number}", record="talk", fields={"said": WORDS})
                assert said(archive, f"k{number}") == WORDS
        except BaseException as error:  # noqa: BLE001 - told by the test
            faults.append(error)

    worker = Thread(target=work)
    worker.start()
    other = Archive(sqlite_store(tmp_path), LocalKeyFile(path))
    assert isinstance(other.keys, LocalKeyFile)
    other.keys.rotate()
    other.engine.rewrap_keys(batch=3)
    worker.join()
    # What was opened by the old key while the rotation went by is wrapped anew by the next run.
    other.engine.rewrap_keys()

    assert faults == []
    for old in other.keys.key_ids - {other.keys.key_id}:
        other.keys.retire(old)
    assert all(said(other, f"{kind}{number}") == WORDS for kind in ("k", "new") for number in range(20))
    assert verify_database(str(tmp_path / "cases.db")) == []
    archive.store.close()
    other.store.close()


def test_an_old_wrapping_stands_nowhere_in_the_files(tmp_path: Path) -> None:
    """After a rotation the database no longer holds what a leaked old key would open."""
    archive = Archive(sqlite_store(tmp_path), LocalKeyFile.create(tmp_path / "keys"))
    archive.opened()
    before = wrapped_key(archive)
    assert isinstance(archive.keys, LocalKeyFile)
    archive.keys.rotate()
    archive.engine.rewrap_keys()

    assert before not in raw(tmp_path)
    archive.store.close()


def test_a_key_service_may_change_keys_whenever_it_likes() -> None:
    """What it wrapped under which key is kept as it said, so cases opened before and after open all the same."""
    service = Service()
    provider: KeyProvider = service
    archive = Archive(keys=provider)
    archive.opened("before")
    service.rotate()
    archive.opened("after")

    ids = {each.case_id: each.key.key_id for each in archive.store.stale_keys("none")}
    assert ids["before"] != ids["after"] == service.key_id
    assert said(archive, "before") == said(archive, "after") == WORDS
    assert archive.engine.rewrap_keys() == 1


def test_a_key_service_out_of_reach_lets_nothing_half_happen() -> None:
    """What needs a key is not written and can be asked again; what needs none goes on."""
    service = Service()
    archive = Archive(keys=service)
    archive.opened()
    version = archive.engine.case("k").version
    service.reachable = False

    with pytest.raises(KeyMissing):
        archive.ask(c.Record, record="talk", fields={"said": WORDS})
    with pytest.raises(KeyMissing):
        archive.ask(c.Open, case="new", client="131052-900W")
    assert archive.engine.case("k").version == version
    asked = service.asked
    archive.do(c.Move, trigger="end_need")
    assert service.asked == asked

    service.reachable = True
    archive.do(c.Record, record="talk", fields={"said": WORDS})


@given(st.lists(st.sampled_from(["open", "rotate", "rewrap", "erase"]), max_size=12))
def test_whatever_the_order_of_rotations_every_case_opens(steps: list[str]) -> None:
    """Opening, rotating, rewrapping and erasing in any order: a case opens if and only if it was not erased."""
    service, erased = Service(), set()
    archive = Archive(keys=service)
    archive.opened("k0")
    count = 1
    for step in steps:
        if step == "open":
            archive.opened(f"k{count}")
            count += 1
        elif step == "rotate":
            service.rotate()
        elif step == "rewrap":
            archive.engine.rewrap_keys(batch=1)
        else:
            erased.add(f"k{count - 1}")
            archive.do(c.Erase, KEEPER, f"k{count - 1}", ground="unlawful")
    for number in range(count):
        if f"k{number}" in erased:
            with pytest.raises(CaseErased):
                said(archive, f"k{number}")
        else:
            assert said(archive, f"k{number}") == WORDS
