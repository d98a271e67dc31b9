"""Keys: who wraps the cases' own keys, and how persons become pseudonyms.

A `KeyProvider` keeps two kinds of secret apart. Wrapping keys protect the key of each case and may be rotated by
wrapping anew. The pseudonym secret turns identity codes into pseudonyms; it gives every register its own key, so that
registers cannot be joined by accident, and it stays the same for as long as the register lives, because pseudonyms are
in the journal.
"""

from __future__ import annotations

__all__ = ["EnvironmentKeys", "KeyProvider", "Keyring", "LocalKeyFile", "Wrapped", "keyed", "pseudonym"]

import base64
import hmac
import json
import os
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Protocol

from attrs import evolve, field, frozen

from pathway_engine.errors import KeyMissing, SealBroken
from pathway_engine.journal.canonical import canonical
from pathway_engine.journal.keyfile import alone, create_private, private_stamp, read_private, replace_private
from pathway_engine.journal.sealing import KEY_BYTES, CaseKey
from pathway_engine.journal.sources import Sources, SystemSources

_FILE_FORMAT = 1


@frozen
class Wrapped:
    """The key of a case, wrapped.

    Args:
        key_id: Id of the key that wrapped it. It comes with the answer: a key service may have gone over to another
            key since it was last asked.
        wrapped: What is kept.
    """

    key_id: str
    wrapped: bytes = field(repr=False)


class KeyProvider(Protocol):
    """Wraps and unwraps the keys of cases, and gives each register its key for pseudonyms.

    `wrap` and `unwrap` may ask a key service elsewhere: the engine asks for a key when something personal is written
    or opened and when a case is opened, and otherwise once for each wrapping key.
    """

    @property
    def key_id(self) -> str:
        """Id of the key that wraps now; what is wrapped by another is wrapped anew by a rotation."""

    def wrap(self, register: str, case_id: str, key: CaseKey) -> Wrapped:
        """Wrap the key of a case, so that it opens for this register and case only.

        Raises:
            KeyMissing: The keys cannot be reached.
        """

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Unwrap the key of a case.

        Raises:
            KeyMissing: The key of that id is not at hand, or cannot be reached.
            SealBroken: The wrapped key was altered, or belongs to another case.
        """

    def pseudonym_key(self, register: str) -> bytes:
        """Give the register's key for pseudonyms; never the one that wraps."""


def keyed(keys: KeyProvider, register: str, domain: str, value: object) -> str:
    """Give HMAC-SHA256 of a value under the register's key, in hexadecimal; domains do not mix.

    Used for what must be found again but never read, idempotency keys (domain `key`) and commands (domain
    `command`), and to bind the rows of cases (domain `state`).
    """
    return hmac.digest(keys.pseudonym_key(register), canonical([domain, value]), "sha256").hex()


def pseudonym(keys: KeyProvider, register: str, person: str) -> str:
    """Give the pseudonym of a person in a register; empty for an empty id.

    Client and worker share one domain: who acts in the own case is recognised. Spaces around, letter case and the
    form of composed letters do not matter.
    """
    normal = unicodedata.normalize("NFC", unicodedata.normalize("NFC", person.strip()).casefold())
    return keyed(keys, register, "person", normal) if normal else ""


@frozen
class Keyring:
    """Keys in memory, as a key file or the environment gave them.

    A case's key is wrapped by AES key wrap (RFC 3394) under a key derived for that register and case from the wrapping
    key: it opens nowhere else, and no nonce is needed.
    """

    key_id: str
    _wrapping: Mapping[str, bytes] = field(repr=False)
    _pseudonyms: bytes = field(repr=False)
    # A register's key is derived once: it is needed several times for every command.
    _of_registers: dict[str, bytes] = field(factory=dict, init=False, repr=False, eq=False)

    @classmethod
    def made(cls, sources: Sources) -> Keyring:
        """Make fresh keys."""
        key_id = f"k-{sources.random_bytes(6).hex()}"
        return cls(key_id, {key_id: sources.random_bytes(KEY_BYTES)}, sources.random_bytes(KEY_BYTES))

    @property
    def key_ids(self) -> frozenset[str]:
        """Ids of all wrapping keys."""
        return frozenset(self._wrapping)

    def rotated(self, sources: Sources) -> Keyring:
        """Give these keys with a new one that wraps from now on; the old ones go on opening what they closed."""
        key_id = f"k-{sources.random_bytes(6).hex()}"
        return evolve(self, key_id=key_id, wrapping={**self._wrapping, key_id: sources.random_bytes(KEY_BYTES)})

    def without(self, key_id: str) -> Keyring:
        """Give these keys without an old one: what it wrapped opens no more, in backups neither.

        Raises:
            ValueError: It is the one that wraps now.
            KeyMissing: There is none of that id.
        """
        if key_id == self.key_id:
            raise ValueError(f"{key_id} wraps now: rotate first")
        if key_id not in self._wrapping:
            raise KeyMissing(f"wrapping key {key_id} is not at hand")
        return evolve(self, wrapping={name: each for name, each in self._wrapping.items() if name != key_id})

    def belongs_with(self, other: Keyring) -> bool:
        """Tell whether both make the same pseudonyms, and so are keys of the same registers."""
        return hmac.compare_digest(self._pseudonyms, other._pseudonyms)

    @classmethod
    def read(cls, text: str, origin: str) -> Keyring:
        """Read what `written` wrote.

        Raises:
            KeyMissing: The text is not a key file of a known format. The message shows nothing of it.
        """
        try:
            data = json.loads(text)
            wrapping = {name: _secret(each) for name, each in data["wrapping"].items()}
            ring = cls(data["current"], wrapping, _secret(data["pseudonyms"]))
            known = data["format"] == _FILE_FORMAT and ring.key_id in wrapping
        except (ValueError, KeyError, TypeError, AttributeError):
            known = False
        if not known:
            # Outside the handler: the exception must not carry the faulty text along.
            raise KeyMissing(f"{origin} does not hold keys in a form this version reads")
        return ring

    def written(self) -> str:
        """Write the keys as JSON. Whoever reads it can open everything: keep it apart from the data and its backups."""
        wrapping = {name: base64.b64encode(each).decode() for name, each in self._wrapping.items()}
        data = {
            "format": _FILE_FORMAT,
            "current": self.key_id,
            "wrapping": wrapping,
            "pseudonyms": base64.b64encode(self._pseudonyms).decode(),
        }
        return json.dumps(data, indent=2) + "\n"

    def wrap(self, register: str, case_id: str, key: CaseKey) -> Wrapped:
        """Wrap the key of a case."""
        from cryptography.hazmat.primitives.keywrap import aes_key_wrap

        return Wrapped(self.key_id, aes_key_wrap(self._derived(register, case_id, self.key_id), key.secret))

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Unwrap the key of a case; see `KeyProvider`."""
        from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

        if key_id not in self._wrapping:
            raise KeyMissing(f"wrapping key {key_id} is not at hand")
        try:
            return CaseKey(aes_key_unwrap(self._derived(register, case_id, key_id), wrapped))
        except InvalidUnwrap:
            raise SealBroken(f"the key of case {case_id} does not unwrap: altered, or another case's") from None

    def pseudonym_key(self, register: str) -> bytes:
        """Give the register's key for pseudonyms."""
        key = self._of_registers.get(register)
        if key is None:
            key = hmac.digest(self._pseudonyms, canonical(["pseudonyms", register]), "sha256")
            self._of_registers[register] = key
        return key

    def _derived(self, register: str, case_id: str, key_id: str) -> bytes:
        return hmac.digest(self._wrapping[key_id], canonical(["case key", register, case_id]), "sha256")


class _Held:
    """A provider whose keys lie in a `Keyring`."""

    def __init__(self, ring: Keyring) -> None:
        self._ring = ring

    @property
    def key_id(self) -> str:
        """Id of the key that wraps now."""
        return self._ring.key_id

    def wrap(self, register: str, case_id: str, key: CaseKey) -> Wrapped:
        """Wrap the key of a case."""
        return self._ring.wrap(register, case_id, key)

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Unwrap the key of a case; see `KeyProvider`."""
        return self._ring.unwrap(register, case_id, wrapped, key_id)

    def pseudonym_key(self, register: str) -> bytes:
        """Give the register's key for pseudonyms."""
        return self._ring.pseudonym_key(register)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(key_id={self.key_id!r})"


class LocalKeyFile(_Held):
    """Keys in a file of their own, mode 0600, never in the same backup as the data.

    When the file is rotated by another process, this one notices: before it wraps, and when it meets a wrapping key
    that it does not know.

    Args:
        path: The key file.

    Raises:
        KeyMissing: There is no such file, others may read it, or it is not a key file.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._stamp = private_stamp(self.path)
        self._reading = Lock()
        super().__init__(Keyring.read(read_private(self.path), "the key file"))

    @classmethod
    def create(cls, path: str | os.PathLike[str], sources: Sources | None = None) -> LocalKeyFile:
        """Make the key file, unless it is there already; then open it.

        The file appears whole or not at all, and an existing one is never overwritten: losing it is erasing every
        person in the store.
        """
        path = Path(path)
        if not path.exists():
            create_private(path, Keyring.made(sources or SystemSources()).written())
        return cls(path)

    @property
    def key_id(self) -> str:
        """Id of the key that wraps now."""
        return self._fresh().key_id

    @property
    def key_ids(self) -> frozenset[str]:
        """Ids of all wrapping keys in the file."""
        return self._fresh().key_ids

    def wrap(self, register: str, case_id: str, key: CaseKey) -> Wrapped:
        """Wrap the key of a case, by the key that wraps now."""
        return self._fresh().wrap(register, case_id, key)

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Unwrap the key of a case; see `KeyProvider`."""
        ring = self._ring if key_id in self._ring.key_ids else self._fresh()
        return ring.unwrap(register, case_id, wrapped, key_id)

    def rotate(self, sources: Sources | None = None) -> str:
        """Add a wrapping key, which wraps from now on; give its id.

        The file is replaced whole or not at all. What older keys wrapped is wrapped anew by
        `PathwayEngine.rewrap_keys` or `pathway keys rotate`.
        """
        ring = self._rewritten(lambda ring: ring.rotated(sources or SystemSources()))
        return ring.key_id

    def retire(self, key_id: str) -> None:
        """Take an old wrapping key out of the file. Whatever it still wraps, here or in a backup, opens no more.

        Raises:
            ValueError: It is the one that wraps now.
            KeyMissing: There is none of that id.
        """
        self._rewritten(lambda ring: ring.without(key_id))

    def _rewritten(self, change: Callable[[Keyring], Keyring]) -> Keyring:
        with alone(self.path):
            ring = change(Keyring.read(read_private(self.path), "the key file"))
            replace_private(self.path, ring.written())
        # What this one wrote, for whoever asked: by now the file may already hold what another has made of it.
        self._fresh()
        return ring

    def _fresh(self) -> Keyring:
        """Give the keys as the file has them now; those held when the file cannot be seen for a while."""
        with self._reading:
            try:
                stamp = private_stamp(self.path)
            except KeyMissing:
                return self._ring
            if stamp != self._stamp:
                ring = Keyring.read(read_private(self.path), "the key file")
                if not ring.belongs_with(self._ring):
                    # Other pseudonyms: nobody would be found again, and everybody would get a second one.
                    raise KeyMissing("the key file now holds the keys of other registers")
                self._ring, self._stamp = ring, stamp
            return self._ring


class EnvironmentKeys(_Held):
    """Keys in an environment variable that holds the text of a key file.

    Args:
        variable: Name of the variable.
        environment: Where to look it up; the process's own when left out.

    Raises:
        KeyMissing: The variable is not set, or holds no keys.
    """

    def __init__(self, variable: str = "PATHWAY_ENGINE_KEYS", environment: Mapping[str, str] | None = None) -> None:
        text = (os.environ if environment is None else environment).get(variable)
        if text is None:
            raise KeyMissing(f"environment variable {variable} is not set")
        super().__init__(Keyring.read(text, f"environment variable {variable}"))


def _secret(text: str) -> bytes:
    secret = base64.b64decode(text, validate=True)
    if len(secret) != KEY_BYTES:
        raise ValueError(len(secret))
    return secret
