"""Keys: where they lie, whom they let in, and how persons become pseudonyms."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.errors import KeyMissing, SealBroken
from pathway_engine.journal import keys
from pathway_engine.journal.keyfile import alone
from pathway_engine.journal.keys import EnvironmentKeys, Keyring, LocalKeyFile, keyed, pseudonym
from pathway_engine.journal.sealing import new_case_key
from pathway_engine.journal.sources import SeededSources

PERSON = "131052-900W"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the key file will be."""
    return tmp_path / "keys.json"


@pytest.fixture
def ring() -> Keyring:
    """Keys in memory."""
    return Keyring.made(SeededSources())


# ── The file ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_key_file_is_made_for_its_owner_only(path: Path) -> None:
    """Whatever the umask, only the owner can use it, and nothing else is left in the folder."""
    before = os.umask(0)
    try:
        LocalKeyFile.create(path)
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_key_file_is_never_overwritten(path: Path) -> None:
    """Creating it again opens the one that is there: overwriting it would erase everybody."""
    first = LocalKeyFile.create(path)
    text = path.read_text()

    assert LocalKeyFile.create(path).key_id == first.key_id == LocalKeyFile(path).key_id
    assert path.read_text() == text


def test_of_many_that_create_it_at_once_all_have_the_same(path: Path) -> None:
    """16 threads make the file at the same time: there is one, and everybody has read it whole."""
    with ThreadPoolExecutor(16) as pool:
        made = list(pool.map(lambda _: LocalKeyFile.create(path).key_id, range(16)))

    assert len(set(made)) == 1
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601, 0o777])
def test_a_file_that_others_can_use_is_refused(path: Path, mode: int) -> None:
    """One bit for group or others is one too many."""
    LocalKeyFile.create(path)
    path.chmod(mode)

    with pytest.raises(KeyMissing, match="chmod 600"):
        LocalKeyFile(path)


def test_only_a_regular_file_is_read(path: Path, tmp_path: Path) -> None:
    """A missing file, a link, a folder and a pipe are refused, and none of them hangs."""
    LocalKeyFile.create(tmp_path / "real.json")
    with pytest.raises(KeyMissing):
        LocalKeyFile(path)
    path.symlink_to(tmp_path / "real.json")
    with pytest.raises(KeyMissing):
        LocalKeyFile(path)
    path.unlink()
    os.mkfifo(path, 0o600)
    with pytest.raises(KeyMissing, match="regular"):
        LocalKeyFile(path)
    path.unlink()
    path.mkdir(0o700)
    with pytest.raises(KeyMissing):
        LocalKeyFile(path)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"current": "k-other"},
        {"wrapping": {}},
        {"wrapping": []},
        {"pseudonyms": "c2hvcnQ="},
        {"pseudonyms": "no base64 ä"},
        {"pseudonyms": 1},
        None,
    ],
    ids=str,
)
def test_a_file_of_another_form_is_refused_without_showing_it(path: Path, change: dict[str, object] | None) -> None:
    """Whatever is wrong with it, neither message nor cause repeats a key."""
    LocalKeyFile.create(path)
    data = json.loads(path.read_text())
    text = "not json" if change is None else json.dumps(data | change)
    path.write_text(text)

    with pytest.raises(KeyMissing) as caught:
        LocalKeyFile(path)
    assert caught.value.__context__ is None
    assert data["pseudonyms"] not in repr(caught.value)


def test_keys_may_come_from_the_environment(ring: Keyring) -> None:
    """The text of a key file in a variable gives the same keys; without it, it is said which one is missing."""
    keys = EnvironmentKeys("KEYS", {"KEYS": ring.written()})

    assert pseudonym(keys, "r", PERSON) == pseudonym(ring, "r", PERSON)
    with pytest.raises(KeyMissing, match="PATHWAY_ENGINE_KEYS"):
        EnvironmentKeys(environment={})


def test_keys_are_not_shown(path: Path, ring: Keyring) -> None:
    """Neither the ring nor the file's object shows a secret in its `repr`."""
    shown = repr(ring) + repr(LocalKeyFile.create(path)) + repr(new_case_key(SeededSources()))
    data = json.loads(ring.written())

    assert ring.key_id in shown
    assert data["pseudonyms"] not in shown
    assert "secret" not in shown


# ── Wrapping ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_wrapped_key_opens_for_its_own_case(ring: Keyring) -> None:
    """Wrapped for one register and case, it opens there and nowhere else."""
    key = new_case_key(SeededSources("case"))
    made = ring.wrap("r", "a", key)
    wrapped = made.wrapped

    assert made.key_id == ring.key_id
    assert ring.unwrap("r", "a", wrapped, ring.key_id) == key
    assert key.secret not in wrapped
    for register, case_id in (("r", "b"), ("s", "a")):
        with pytest.raises(SealBroken):
            ring.unwrap(register, case_id, wrapped, ring.key_id)


@pytest.mark.parametrize("wrapped", [b"", b"x", b"x" * 40, b"x" * 41])
def test_a_damaged_wrapped_key_is_told_as_broken(ring: Keyring, wrapped: bytes) -> None:
    """Of any length, bytes that are no wrapped key raise one error of ours."""
    with pytest.raises(SealBroken):
        ring.unwrap("r", "a", wrapped, ring.key_id)


def test_a_wrapping_key_that_is_not_at_hand_is_named(ring: Keyring) -> None:
    """After a rotation without the old key it is said which key is missing."""
    with pytest.raises(KeyMissing, match="k-old"):
        ring.unwrap("r", "a", b"x" * 40, "k-old")


def test_after_rotation_old_and_new_wrappings_open(ring: Keyring) -> None:
    """Rotated keys wrap with the new one and open what both wrapped; pseudonyms stay."""
    key = new_case_key(SeededSources("case"))
    old = ring.wrap("r", "a", key)
    rotated = Keyring.read(ring.rotated(SeededSources("new")).written(), "test")
    new = rotated.wrap("r", "a", key)

    assert rotated.unwrap("r", "a", old.wrapped, old.key_id) == key
    assert rotated.unwrap("r", "a", new.wrapped, new.key_id) == key
    assert (new.key_id, new.wrapped) != (old.key_id, old.wrapped)
    assert rotated.key_ids == {old.key_id, new.key_id}
    assert pseudonym(rotated, "r", PERSON) == pseudonym(ring, "r", PERSON)


def test_a_key_taken_out_opens_nothing_more(ring: Keyring) -> None:
    """Without the old wrapping key its wrappings do not open; the one that wraps now cannot be taken out."""
    old = ring.wrap("r", "a", new_case_key(SeededSources("case")))
    rotated = ring.rotated(SeededSources("new"))

    with pytest.raises(KeyMissing):
        rotated.without(ring.key_id).unwrap("r", "a", old.wrapped, old.key_id)
    with pytest.raises(ValueError, match="wraps now"):
        rotated.without(rotated.key_id)
    with pytest.raises(KeyMissing):
        rotated.without("k-other")


# ── Rotation of a file ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_process_that_holds_the_file_notices_its_rotation(path: Path) -> None:
    """Whoever opened the key file before wraps by the new key afterwards, and opens what others wrapped by it."""
    here, there = LocalKeyFile.create(path), LocalKeyFile(path)
    key = new_case_key(SeededSources("case"))
    before = here.wrap("r", "a", key)

    new = there.rotate()
    wrapped = there.wrap("r", "b", key)

    assert here.unwrap("r", "b", wrapped.wrapped, wrapped.key_id) == key
    assert here.wrap("r", "c", key).key_id == here.key_id == new != before.key_id
    assert here.unwrap("r", "a", before.wrapped, before.key_id) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_rotations_at_once_lose_no_key(path: Path) -> None:
    """Eight processes' worth of rotations leave nine wrapping keys: none overwrites another's."""
    LocalKeyFile.create(path)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: LocalKeyFile(path).rotate(), range(8)))

    assert len(set(made)) == 8
    assert set(made) < LocalKeyFile(path).key_ids
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_rotation_names_its_own_key_though_another_came_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever rotates the moment the file is free again does not put their key into this one's answer."""
    mine, theirs = LocalKeyFile.create(path), LocalKeyFile(path)
    followed: list[str] = []

    @contextmanager
    def followed_by_another(path: Path) -> Iterator[None]:
        with alone(path):
            yield
        monkeypatch.setattr(keys, "alone", alone)
        followed.append(theirs.rotate())

    monkeypatch.setattr(keys, "alone", followed_by_another)
    made = mine.rotate()

    assert followed
    assert made not in followed
    assert {made, *followed} < mine.key_ids
    assert mine.key_id == followed[0]


def test_a_file_with_keys_of_other_registers_is_refused(path: Path, tmp_path: Path) -> None:
    """A key file that is replaced by another's is told, rather than making second pseudonyms of everybody."""
    here = LocalKeyFile.create(path)
    LocalKeyFile.create(tmp_path / "other.json")
    (tmp_path / "other.json").replace(path)

    with pytest.raises(KeyMissing, match="other registers"):
        here.wrap("r", "a", new_case_key(SeededSources("case")))


def test_a_key_file_that_cannot_be_seen_for_a_while_does_not_stop_anybody(path: Path) -> None:
    """Keys that were read stay at hand when the disk with the file is away."""
    here = LocalKeyFile.create(path)
    path.unlink()

    assert here.wrap("r", "a", new_case_key(SeededSources("case"))).key_id == here.key_id


def test_a_rotation_that_cannot_write_leaves_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new file cannot be put in place, the old one is as it was and nothing lies beside it."""
    here = LocalKeyFile.create(path)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="no room"):
        here.rotate()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


# ── Pseudonyms ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_person_has_one_pseudonym_in_a_register(ring: Keyring) -> None:
    """Spaces, letter case and composed letters do not matter; nobody is nobody."""
    expected = pseudonym(ring, "r", PERSON)

    assert {pseudonym(ring, "r", each) for each in (" 131052-900w ", "131052-900W\n")} == {expected}
    assert pseudonym(ring, "r", "Åsa") == pseudonym(ring, "r", "a\u030asa")
    assert pseudonym(ring, "r", "") == pseudonym(ring, "r", "  ") == ""
    assert len(expected) == 64


def test_registers_and_domains_do_not_mix(ring: Keyring) -> None:
    """Two registers cannot be joined by pseudonym, nor can a pseudonym pass for a hashed idempotency key."""
    made = {
        pseudonym(ring, "r", PERSON),
        pseudonym(ring, "s", PERSON),
        pseudonym(Keyring.made(SeededSources(1)), "r", PERSON),
        keyed(ring, "r", "key", PERSON.lower()),
        keyed(ring, "r", "command", PERSON.lower()),
    }

    assert len(made) == 5


@given(st.text(max_size=12), st.text(max_size=12))
def test_others_have_other_pseudonyms(one: str, other: str) -> None:
    """Two ids have one pseudonym only where they are the same id written differently."""
    ring = Keyring.made(SeededSources())
    try:
        equal = pseudonym(ring, "r", one) == pseudonym(ring, "r", other)
    except ValueError:
        return

    assert equal == (normal(one) == normal(other))


def normal(text: str) -> str:
    """Write an id in the form in which ids are compared."""
    import unicodedata

    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text.strip()).casefold())
