"""Keys: who wraps the cases' own keys, and how persons become pseudonyms.

A `KeyProvider` keeps two kinds of secret apart. Wrapping keys protect the key of each case and may be rotated by
wrapping anew. The pseudonym secret turns identity codes into pseudonyms; it gives every register its own key, so that
registers cannot be joined by accident, and it stays the same for as long as the register lives, because pseudonyms are
in the journal.
"""

from __future__ import annotations

__all__ = ["EnvironmentKeys", "KeyProvider", "LocalKeyFile", "keyed", "pseudonym"]

import base64
import hmac
import json
import os
import stat
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from pathway_engine.errors import KeyMissing, SealBroken
from pathway_engine.journal.canonical import canonical
from pathway_engine.journal.sealing import KEY_BYTES, CaseKey
from pathway_engine.journal.sources import Sources, SystemSources

_FILE_FORMAT = 1


class KeyProvider(Protocol):
    """Wraps and unwraps the keys of cases, and gives each register its key for pseudonyms."""

    @property
    def key_id(self) -> str:
        """Id of the key that wraps now; kept beside each wrapped key."""

    def wrap(self, register: str, case_id: str, key: CaseKey) -> bytes:
        """Wrap the key of a case, so that it opens for this register and case only."""

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Unwrap the key of a case.

        Raises:
            KeyMissing: The key of that id is not at hand.
            SealBroken: The wrapped key was altered, or belongs to another case.
        """

    def pseudonym_key(self, register: str) -> bytes:
        """Give the register's key for pseudonyms; never the one that wraps."""


def keyed(keys: KeyProvider, register: str, domain: str, value: object) -> str:
    """Give HMAC-SHA256 of a value under the register's key, in hexadecimal; domains do not mix.

    Used for what must be found again but never read: idempotency keys (domain `key`) and commands (domain `command`).
    """
    return hmac.new(keys.pseudonym_key(register), canonical([domain, value]), sha256).hexdigest()


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

    @classmethod
    def made(cls, sources: Sources) -> Keyring:
        """Make fresh keys."""
        key_id = f"k-{sources.random_bytes(6).hex()}"
        return cls(key_id, {key_id: sources.random_bytes(KEY_BYTES)}, sources.random_bytes(KEY_BYTES))

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

    def wrap(self, register: str, case_id: str, key: CaseKey) -> bytes:
        """Wrap the key of a case."""
        from cryptography.hazmat.primitives.keywrap import aes_key_wrap

        return aes_key_wrap(self._derived(register, case_id, self.key_id), key.secret)

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
        return hmac.digest(self._pseudonyms, canonical(["pseudonyms", register]), "sha256")

    def _derived(self, register: str, case_id: str, key_id: str) -> bytes:
        return hmac.digest(self._wrapping[key_id], canonical(["case key", register, case_id]), "sha256")


class _Held:
    """A provider whose keys lie in a `Keyring`."""

    def __init__(self, ring: Keyring) -> None:
        self._ring = ring
        # A register's key is derived once: it is needed for every command.
        self._pseudonym_keys: dict[str, bytes] = {}

    @property
    def key_id(self) -> str:
        """Id of the key that wraps now."""
        return self._ring.key_id

    def wrap(self, register: str, case_id: str, key: CaseKey) -> bytes:
        """Wrap the key of a case."""
        return self._ring.wrap(register, case_id, key)

    def unwrap(self, register: str, case_id: str, wrapped: bytes, key_id: str) -> CaseKey:
        """Unwrap the key of a case; see `KeyProvider`."""
        return self._ring.unwrap(register, case_id, wrapped, key_id)

    def pseudonym_key(self, register: str) -> bytes:
        """Give the register's key for pseudonyms."""
        key = self._pseudonym_keys.get(register)
        if key is None:
            key = self._pseudonym_keys[register] = self._ring.pseudonym_key(register)
        return key

    def __repr__(self) -> str:
        return f"{type(self).__name__}(key_id={self.key_id!r})"


class LocalKeyFile(_Held):
    """Keys in a file of their own, mode 0600, never in the same backup as the data.

    Args:
        path: The key file.

    Raises:
        KeyMissing: There is no such file, others may read it, or it is not a key file.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        super().__init__(Keyring.read(_read_private(Path(path)), "the key file"))

    @classmethod
    def create(cls, path: str | os.PathLike[str], sources: Sources | None = None) -> LocalKeyFile:
        """Make the key file, unless it is there already; then open it.

        The file appears whole or not at all, and an existing one is never overwritten: losing it is erasing every
        person in the store.
        """
        path = Path(path)
        if not path.exists():
            _write_private(path, Keyring.made(sources or SystemSources()).written())
        return cls(path)


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


def _read_private(path: Path) -> str:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise KeyMissing(f"the key file {path} cannot be opened: {os.strerror(error.errno or 0)}") from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise KeyMissing(f"the key file {path} is not a regular file")
        if os.name == "posix" and status.st_mode & 0o077:
            raise KeyMissing(
                f"others than its owner can use the key file {path}: chmod 600 it, and ask who has read it"
            )
        return os.read(handle, 65_536).decode(errors="replace")
    finally:
        os.close(handle)


def _write_private(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{SystemSources().new_id()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        # A link fails where a file is; a rename would replace it, and with it the keys another process has just made.
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    # Also for another's file: whoever goes on seals under its keys, before the other may have come this far.
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
