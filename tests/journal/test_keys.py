"""Keys: where they lie, whom they let in, and how persons become pseudonyms."""

from __future__ import annotations

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.errors import KeyMissing, SealBroken
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
    wrapped = ring.wrap("r", "a", key)

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
    """A key file with a further wrapping key wraps with the current one and opens both; pseudonyms stay."""
    key = new_case_key(SeededSources("case"))
    old = ring.wrap("r", "a", key)
    data = json.loads(ring.written())
    data["wrapping"]["k-new"] = json.loads(Keyring.made(SeededSources("new")).written())["pseudonyms"]
    rotated = Keyring.read(json.dumps(data | {"current": "k-new"}), "test")

    assert rotated.unwrap("r", "a", old, ring.key_id) == key
    assert rotated.unwrap("r", "a", rotated.wrap("r", "a", key), "k-new") == key
    assert rotated.wrap("r", "a", key) != old
    assert pseudonym(rotated, "r", PERSON) == pseudonym(ring, "r", PERSON)


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
