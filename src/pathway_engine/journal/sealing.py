"""Sealing of personal fields: AES-256-GCM under the case's own key (semantics §D1).

What is sealed, as bytes: format (1 byte) · mark of the key (4 bytes) · nonce (12 bytes) · ciphertext with its tag. The
plaintext is canonical JSON of field -> value. The place (register, case, number, type, format) is bound in as
associated data: sealed bytes open nowhere but where they were written. Destroying the case's key is erasing the
person: nothing else can open them.
"""

from __future__ import annotations

__all__ = ["KEY_BYTES", "CaseKey", "Place", "new_case_key", "open_sealed", "seal"]

import json
from collections.abc import Mapping
from hashlib import sha256

from attrs import field, frozen

from pathway_engine.errors import KeyMissing, SealBroken
from pathway_engine.journal.canonical import canonical
from pathway_engine.journal.sources import Sources

KEY_BYTES = 32
_NONCE_BYTES = 12
_MARK_BYTES = 4
_FORMAT = 1
_HEAD_BYTES = 1 + _MARK_BYTES + _NONCE_BYTES


@frozen
class CaseKey:
    """The key of one case, unwrapped. It is never shown, not even by `repr`."""

    secret: bytes = field(repr=False)

    @property
    def mark(self) -> bytes:
        """Tell one key of a case from another, and nothing of the key: so that it can be changed one day."""
        return sha256(b"pathway-engine case key\0" + self.secret).digest()[:_MARK_BYTES]


@frozen
class Place:
    """Where sealed bytes belong."""

    register: str
    case_id: str
    seq: int
    type: str

    def bound(self) -> bytes:
        """Give the associated data that binds ciphertext to this place."""
        return canonical([self.register, self.case_id, self.seq, self.type, _FORMAT])


def new_case_key(sources: Sources) -> CaseKey:
    """Make the key of a new case."""
    return CaseKey(sources.random_bytes(KEY_BYTES))


def seal(values: Mapping[str, object], key: CaseKey, place: Place, sources: Sources) -> bytes:
    """Seal personal values.

    Args:
        values: Field -> value: text, integer, boolean, day or list of texts.
        key: The case's key.
        place: The event they belong to.
        sources: Gives the nonce. A nonce is never used twice under a key, so it is drawn afresh when a command is
            decided again.

    Raises:
        ValueError: A value cannot be written; the message does not show it.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = sources.random_bytes(_NONCE_BYTES)
    ciphertext = AESGCM(key.secret).encrypt(nonce, canonical(values), place.bound())
    return bytes([_FORMAT]) + key.mark + nonce + ciphertext


def open_sealed(sealed: bytes, key: CaseKey, place: Place) -> dict[str, object]:
    """Open sealed values: days come back as their ISO text, lists as tuples.

    Raises:
        KeyMissing: They were sealed under another key of the case.
        SealBroken: They were altered, or belong to another place.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    where = f"event {place.seq} of case {place.case_id}"
    if len(sealed) <= _HEAD_BYTES or sealed[0] != _FORMAT:
        raise SealBroken(f"the sealed fields of {where} have an unknown form")
    if sealed[1 : 1 + _MARK_BYTES] != key.mark:
        raise KeyMissing(f"the sealed fields of {where} belong to another key")
    nonce, ciphertext = sealed[1 + _MARK_BYTES : _HEAD_BYTES], sealed[_HEAD_BYTES:]
    try:
        plaintext = AESGCM(key.secret).decrypt(nonce, ciphertext, place.bound())
    except InvalidTag:
        raise SealBroken(f"the sealed fields of {where} do not open: altered, or from another place") from None
    return {name: tuple(each) if isinstance(each, list) else each for name, each in json.loads(plaintext).items()}
