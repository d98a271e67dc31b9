"""Checkpoints: what a register was at a moment, signed and kept elsewhere, held against what it is now.

A chain alone cannot show that its end was cut off, that a whole case is gone, that an old backup was put in the place
of the database, or that everything was rebuilt by somebody who held the database. A checkpoint can.

A checkpoint is a text file. Its first line is the statement, canonical JSON; the second `ed25519:` and the signature
of the first in base64, over the bytes `pathway-engine checkpoint`, a line feed, and the statement. Then follows a line
for each case, in the order of the ids' bytes: id, version, hash of the last row of its journal, number and hash of the
last row of its log (`0 -` without one), and `erased` or `-`. `root` in the statement is SHA-256 of these lines.

The signature is the one thing here that Python's standard library cannot check: `cryptography` is imported for it, and
only when a checkpoint is given.
"""

from __future__ import annotations

__all__ = ["Checkpoints", "Line", "Statement", "statements"]

import base64
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from .faults import CannotVerify
from .findings import Finding
from .rows import Home, Row

FORMAT = 1
_DOMAIN = b"pathway-engine checkpoint\n"
_TEXTS = ("at", "kind", "last", "previous", "register", "root", "tombstones_head")
_COUNTS = ("cases", "erasures", "findings", "format", "number", "tombstones")


class Statement(NamedTuple):
    """What a checkpoint states of a register, and whoever made it has signed.

    Args:
        path: The file it came from.
        register: The register.
        number: 1, 2, 3 … in the row of the register's checkpoints.
        at: When it was made.
        last: When the newest event of the register was recorded.
        previous: SHA-256 of the statement before; empty for the first.
        cases: Number of cases.
        tombstones: Number of the last tombstone; 0 without one.
        tombstones_head: Its hash.
        root: SHA-256 of the lines of cases.
        digest: SHA-256 of this statement.
    """

    path: Path
    register: str
    number: int
    at: str
    last: str
    previous: str
    cases: int
    tombstones: int
    tombstones_head: str
    root: str
    digest: str


class Line(NamedTuple):
    """How far a case had come."""

    case: str
    version: int
    head: str
    log_number: int
    log_hash: str
    erased: bool


class _Forged(Exception):
    """A file that no holder of the key has signed as it stands."""


class _Held:
    """A checkpoint whose signature is good, read along with the database."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self._lines = _lines(statement.path)
        self._next = next(self._lines, None)
        self.tombstones_stand = not statement.tombstones

    def until(self, case: bytes | None) -> Iterator[Line]:
        """Give the lines of cases before this one; all that are left for None."""
        while self._next is not None and (case is None or _bytes(self._next.case) < case):
            yield self._next
            self._next = next(self._lines, None)

    def line_of(self, case: bytes) -> Line | None:
        """Give the line of a case that stands next."""
        found = self._next
        if found is None or _bytes(found.case) != case:
            return None
        self._next = next(self._lines, None)
        return found


class Checkpoints:
    """The checkpoints of one verification, oldest first.

    Args:
        paths: Their files.
        public_keys: PEM files of the keys that may have signed them.

    Raises:
        CannotVerify: A key or `cryptography` is missing.
    """

    def __init__(self, paths: Sequence[Path], public_keys: Sequence[Path]) -> None:
        self.findings: list[Finding] = []
        self._held: list[_Held] = []
        self._newest: dict[str, str] = {}
        keys = _keys(public_keys) if paths else []
        for path in paths:
            try:
                self._held.append(_Held(_whole(path, keys)))
            except _Forged as error:
                self._tell("checkpoint-forged", file=path.name, what=str(error))
        self._in_a_row()

    def _tell(self, code: str, **params: str) -> None:
        self.findings.append(Finding("", "", 0, code, tuple(params.items())))

    def _in_a_row(self) -> None:
        """Checkpoints of a register follow each other: an old one given as a newer one does not."""
        for register in {held.statement.register for held in self._held}:
            row = [held.statement for held in self._held if held.statement.register == register]
            for before, after in pairwise(row):
                files = {"file": after.path.name, "before": before.path.name}
                if before.digest == after.digest:
                    continue
                if after.number <= before.number or after.at < before.at:
                    numbers = {"number": str(after.number), "number_before": str(before.number)}
                    self._tell("checkpoint-replayed", **files, **numbers)
                elif after.number == before.number + 1 and after.previous != before.digest:
                    self._tell("checkpoint-not-following", **files)

    # ── along with the database ───────────────────────────────────────────────────────────────────────────────────

    def compare(self, home: Home) -> Iterator[Finding]:
        """Hold a case against every checkpoint; cases come in the order of their ids."""
        case = _bytes(home.case)
        # A purge is the newest that is known of a case that was purged.
        written = [row["recorded_at"] for row in home.rows["journal"]]
        times = [each for each in (*written, *(row["purged_at"] for row in home.rows["tombstones"])) if each]
        self._newest[home.register] = max([self._newest.get(home.register, ""), *map(str, times)])
        before: Line | None = None
        for held in self._held:
            if held.statement.register != home.register:
                continue
            held.tombstones_stand |= any(_is_last(row, held.statement) for row in home.rows["tombstones"])
            yield from (_gone(held.statement, line) for line in held.until(case))
            line = held.line_of(case)
            if line is not None:
                yield from _case(home, held.statement, line)
            if before is not None and not home.rows["tombstones"] and _shrunk(before, line):
                yield Finding.of(home, before.version, "checkpoint-shrunk", file=held.statement.path.name)
            before = line or before

    def finish(self) -> Iterator[Finding]:
        """Tell what the checkpoints speak of and the database did not have, once all of it was read."""
        for held in self._held:
            told = held.statement
            yield from (_gone(told, line) for line in held.until(None))
            newest = self._newest.get(told.register, "")
            if newest < told.last:
                params = (*_about(told), ("last", told.last), ("newest", newest or "–"))
                yield Finding(told.register, "", 0, "checkpoint-rolled-back", params)
            if not held.tombstones_stand:
                params = (*_about(told), ("count", str(told.tombstones)))
                yield Finding(told.register, "", 0, "checkpoint-tombstones", params)


def _shrunk(before: Line, after: Line | None) -> bool:
    if after is None:
        return True
    fewer = after.version < before.version or after.log_number < before.log_number
    return fewer or (before.erased and not after.erased)


def _case(home: Home, told: Statement, line: Line) -> Iterator[Finding]:
    about = dict(_about(told))
    tombs = home.rows["tombstones"]
    if tombs:
        known = (tombs[0]["version"], tombs[0]["head"])
        if type(known[0]) is not int or known[0] < line.version or (known[0] == line.version and known[1] != line.head):
            yield Finding.of(home, line.version, "checkpoint-rewritten", **about)
    else:
        yield from _journal(home, line, about)
        if line.erased and not home.rows["erasures"]:
            yield Finding.of(home, line.version, "checkpoint-erasure-undone", **about)
    log = {row["number"]: row["hash"] for row in home.rows["access_log"]}
    last = max((number for number in log if type(number) is int), default=0)
    if last < line.log_number:
        numbers = {"last": str(last), "number": str(line.log_number)}
        yield Finding.of(home, last + 1, "checkpoint-log-cut", **about, **numbers)
    elif line.log_number and log.get(line.log_number) != line.log_hash:
        yield Finding.of(home, line.log_number, "checkpoint-log-rewritten", **about)


def _journal(home: Home, line: Line, about: dict[str, str]) -> Iterator[Finding]:
    hashes = {row["seq"]: row["hash"] for row in home.rows["journal"]}
    last = max((seq for seq in hashes if type(seq) is int), default=0)
    if not last:
        yield Finding.of(home, line.version, "checkpoint-case-gone", **about, version=str(line.version))
    elif last < line.version:
        yield Finding.of(home, last + 1, "checkpoint-cut", **about, last=str(last), version=str(line.version))
    elif hashes.get(line.version) != line.head:
        yield Finding.of(home, line.version, "checkpoint-rewritten", **about)


def _gone(told: Statement, line: Line) -> Finding:
    params = (*_about(told), ("version", str(line.version)))
    return Finding(told.register, line.case, line.version, "checkpoint-case-gone", params)


def _about(told: Statement) -> tuple[tuple[str, str], ...]:
    return ("file", told.path.name), ("at", told.at)


def _is_last(row: Row, told: Statement) -> bool:
    return bool(row["number"] == told.tombstones and row["hash"] == told.tombstones_head)


# ── reading a checkpoint ───────────────────────────────────────────────────────────────────────────────────────────


def statements(paths: Sequence[Path], public_keys: Sequence[Path]) -> list[Statement]:
    """Give the statements of the checkpoints that a database is held against; what is forged is none of them.

    Raises:
        CannotVerify: A file, a key or `cryptography` is missing.
    """
    keys = _keys(public_keys) if paths else []
    found = []
    for path in paths:
        try:
            found.append(_whole(path, keys))
        except _Forged:
            continue
    return found


def _whole(path: Path, keys: list[Any]) -> Statement:
    """Read a checkpoint from its first byte to its last: signature, form, root, order."""
    statement = _signed(path, keys)
    root, count, before = sha256(), 0, b""
    with path.open("rb") as file:
        file.readline()
        file.readline()
        for raw in file:
            line = _line(raw)
            if line is None:
                raise _Forged(f"line {count + 3}")
            case = _bytes(line.case)
            if case <= before:
                raise _Forged(f"order, line {count + 3}")
            root.update(raw)
            count, before = count + 1, case
    if root.hexdigest() != statement.root or count != statement.cases:
        raise _Forged("root")
    return statement


def _signed(path: Path, keys: list[Any]) -> Statement:
    from cryptography.exceptions import InvalidSignature

    try:
        with path.open("rb") as file:
            text, mark = file.readline(65_536).rstrip(b"\n"), file.readline(1024).rstrip(b"\n")
    except OSError as error:
        raise CannotVerify(f"{path} cannot be read: {error.strerror}") from None
    try:
        signature = base64.b64decode(mark.removeprefix(b"ed25519:"), validate=True)
    except ValueError:
        raise _Forged("signature") from None
    for key in keys:
        try:
            key.verify(signature, _DOMAIN + text)
        except InvalidSignature:
            continue
        return _read(path, text)
    raise _Forged("signature")


def _read(path: Path, text: bytes) -> Statement:
    try:
        told = json.loads(text)
        known = told["kind"] == "pathway-engine checkpoint" and told["format"] == FORMAT
        formed = all(type(told[name]) is str for name in _TEXTS) and all(type(told[name]) is int for name in _COUNTS)
    except (ValueError, TypeError, KeyError, RecursionError):
        known = formed = False
    if not (known and formed):
        raise _Forged("format")
    values = {name: told[name] for name in Statement._fields if name not in {"path", "digest"}}
    return Statement(path=path, digest=sha256(text).hexdigest(), **values)


def _lines(path: Path) -> Iterator[Line]:
    with path.open("rb") as file:
        file.readline()
        file.readline()
        for raw in file:
            line = _line(raw)
            if line is not None:
                yield line


def _line(raw: bytes) -> Line | None:
    try:
        case, version, head, number, log, erased = raw.decode().removesuffix("\n").split(" ")
        line = Line(case, int(version), head, int(number), "" if log == "-" else log, erased == "erased")
    except ValueError:
        return None
    return line


def _keys(paths: Sequence[Path]) -> list[Any]:
    """Read public keys.

    Raises:
        CannotVerify: There are none, or `cryptography` is not installed.
    """
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
    except ImportError:
        raise CannotVerify("a checkpoint's signature needs cryptography: pip install cryptography") from None
    if not paths:
        raise CannotVerify("a checkpoint says nothing without the public key of whoever signed it: --public-key FILE")
    keys = []
    for path in paths:
        try:
            key = load_pem_public_key(path.read_bytes())
        except OSError as error:
            raise CannotVerify(f"{path} cannot be read: {error.strerror}") from None
        except ValueError:
            key = None
        if not isinstance(key, Ed25519PublicKey):
            raise CannotVerify(f"{path} holds no public Ed25519 key in PEM")
        keys.append(key)
    return keys


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
