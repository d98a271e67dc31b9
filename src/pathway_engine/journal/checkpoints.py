"""Signed checkpoints: what a register is at a moment, to be kept where nobody who holds the database can reach.

The form of the file is told in `verify/checkpoints.py`, which reads it and shares no code with this: a statement, its
Ed25519 signature, and a line for each case with its version and the last hashes of its journal and of its log. It holds
nothing personal; ids of cases are random, and how many events a case has is not for everybody either.
"""

from __future__ import annotations

__all__ = ["CaseEnd", "Made", "Register", "SigningKey", "predecessor", "write_checkpoint"]

import base64
import json
import os
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from attrs import frozen

from pathway_engine.errors import KeyMissing
from pathway_engine.journal.canonical import canonical_text, instant
from pathway_engine.journal.keyfile import create_private, read_private
from pathway_engine.journal.sources import Sources, SystemSources

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

CHECKPOINT_FORMAT = 1
_DOMAIN = b"pathway-engine checkpoint\n"
_IN_MEMORY = 16 * 2**20


@frozen
class CaseEnd:
    """How far a case has come.

    Args:
        case_id: The case.
        version: Number of the last entry of its journal.
        head: Hash of that entry.
        log_number: Number of the last entry of its log; 0 without one.
        log_hash: Hash of that entry.
        erased: True when its key was destroyed.
    """

    case_id: str
    version: int
    head: str
    log_number: int = 0
    log_hash: str = ""
    erased: bool = False

    def line(self) -> str:
        """Give the line of the case.

        Raises:
            ValueError: The id is not of the form that ids of cases have.
        """
        if not self.case_id or not self.case_id.isprintable() or " " in self.case_id:
            raise ValueError("a case has an id that no checkpoint can hold")
        log = self.log_hash or "-"
        erased = "erased" if self.erased else "-"
        return f"{self.case_id} {self.version} {self.head} {self.log_number} {log} {erased}\n"


@frozen(kw_only=True)
class Register:
    """What a checkpoint states of a register beside its cases.

    Args:
        register: The register.
        last: When its newest event was recorded, as it is kept; empty without one.
        tombstones: Number of the last tombstone of a purged case; 0 without one.
        tombstones_head: Its hash.
        erasures: How many keys were destroyed.
        findings: How many faults the verifier found just before; they are signed for as they are.
    """

    register: str
    last: str
    tombstones: int = 0
    tombstones_head: str = ""
    erasures: int = 0
    findings: int = 0


@frozen
class Made:
    """A checkpoint that was written: its number, how many cases it holds, and the digest of its statement."""

    number: int
    cases: int
    digest: str


class SigningKey:
    """An Ed25519 key that signs checkpoints, in a PEM file of mode 0600.

    Whoever has it and the database can rewrite history unseen: it belongs to another person or machine than the
    database. The public key beside it (`FILE.pub`) belongs to whoever verifies.

    Args:
        path: The file.

    Raises:
        KeyMissing: There is no such file, others may read it, or it holds no such key.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._text = read_private(self.path)
        _ = self._key

    @classmethod
    def create(cls, path: str | os.PathLike[str], sources: Sources | None = None) -> SigningKey:
        """Make a key and its public half beside it; one that is there is never overwritten.

        Raises:
            FileExistsError: The file is there.
        """
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        path = Path(path)
        if path.exists():
            raise FileExistsError(17, os.strerror(17), str(path))
        key = Ed25519PrivateKey.from_private_bytes((sources or SystemSources()).random_bytes(32))
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        create_private(path, pem.decode())
        made = cls(path)
        made.public_path.write_text(made.public_pem, encoding="ascii")
        return made

    @property
    def public_path(self) -> Path:
        """The file of the public key that `create` writes."""
        return self.path.with_name(f"{self.path.name}.pub")

    @property
    def public_pem(self) -> str:
        """The public key, in PEM."""
        from cryptography.hazmat.primitives import serialization

        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return self._key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key's PEM, by which two people compare what they hold."""
        return sha256(self.public_pem.encode()).hexdigest()

    def sign(self, statement: bytes) -> bytes:
        """Sign a statement."""
        return self._key.sign(_DOMAIN + statement)

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            key = load_pem_private_key(self._text.encode(), password=None)
        except (ValueError, TypeError):
            key = None
        if not isinstance(key, Ed25519PrivateKey):
            raise KeyMissing(f"{self.path} holds no Ed25519 key without a password, in PEM")
        return key


def write_checkpoint(
    path: Path,
    key: SigningKey,
    register: Register,
    ends: Iterable[CaseEnd],
    *,
    at: datetime,
    after: tuple[int, str] = (0, ""),
) -> Made:
    """Write a checkpoint; the file appears whole or not at all, and none is overwritten.

    Args:
        path: The file.
        key: Signs it.
        register: What is stated of the register as a whole.
        ends: Its cases, in the order of the bytes of their ids.
        at: When the cases were read, aware.
        after: Number and digest of the checkpoint before (`predecessor`); left out for the first.

    Raises:
        FileExistsError: The file is there.
        ValueError: The id of a case cannot be held.
    """
    root, count = sha256(), 0
    with SpooledTemporaryFile(_IN_MEMORY) as body:
        for end in ends:
            line = end.line().encode()
            root.update(line)
            body.write(line)
            count += 1
        statement = _statement(register, instant(at), count, root.hexdigest(), after)
        body.seek(0)
        signature = base64.b64encode(key.sign(statement))
        _write_whole(path, (statement, b"\ned25519:", signature, b"\n"), body)
    return Made(after[0] + 1, count, sha256(statement).hexdigest())


def _statement(register: Register, at: str, cases: int, root: str, after: tuple[int, str]) -> bytes:
    return canonical_text(
        {
            "at": at,
            "cases": cases,
            "erasures": register.erasures,
            "findings": register.findings,
            "format": CHECKPOINT_FORMAT,
            "kind": "pathway-engine checkpoint",
            "last": register.last,
            "number": after[0] + 1,
            "previous": after[1],
            "register": register.register,
            "root": root,
            "tombstones": register.tombstones,
            "tombstones_head": register.tombstones_head,
        }
    ).encode()


def predecessor(path: Path, register: str) -> tuple[int, str]:
    """Give number and digest of a checkpoint, for the one that follows it. Its signature is the verifier's matter.

    Raises:
        ValueError: The file is no checkpoint of the register.
    """
    with path.open("rb") as file:
        statement = file.readline(65_536).rstrip(b"\n")
    try:
        told = json.loads(statement)
        number, of = told["number"], told["register"]
    except (ValueError, TypeError, KeyError):
        raise ValueError(f"{path} is no checkpoint") from None
    if of != register or type(number) is not int:
        raise ValueError(f"{path} is a checkpoint of register {of}, not of {register}")
    return number, sha256(statement).hexdigest()


def _write_whole(path: Path, head: Iterable[bytes], body: Iterable[bytes]) -> None:
    draft = path.with_name(f".{path.name}.{SystemSources().new_id()}")
    try:
        with draft.open("xb") as file:
            file.writelines(head)
            file.writelines(body)
            file.flush()
            os.fsync(file.fileno())
        # A link fails where a file is; a rename would replace it, and checkpoints are what must not change.
        try:
            os.link(draft, path)
        except FileExistsError as error:
            # Its own words would name the draft, which nobody asked for and which is gone.
            raise FileExistsError(error.errno, error.strerror, str(path)) from None
    finally:
        draft.unlink(missing_ok=True)
