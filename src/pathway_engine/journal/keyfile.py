"""Files that hold secrets: private to their owner, whole or not there, replaced by one at a time."""

from __future__ import annotations

__all__ = ["alone", "create_private", "private_stamp", "read_private", "replace_private"]

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pathway_engine.errors import KeyMissing
from pathway_engine.journal.sources import SystemSources

_MOST_BYTES = 65_536
Stamp = tuple[int, int, int]


def private_stamp(path: Path) -> Stamp:
    """Give what tells one content of a file from another without reading it.

    Raises:
        KeyMissing: There is no such file.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise _cannot_open(path, error) from None
    return status.st_ino, status.st_mtime_ns, status.st_size


def read_private(path: Path) -> str:
    """Read a file that nobody but its owner may read.

    Raises:
        KeyMissing: There is no such file, it is no regular one, or others may use it.
    """
    with _opened(path) as handle:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise KeyMissing(f"the key file {path} is not a regular file")
        if os.name == "posix" and status.st_mode & 0o077:
            raise KeyMissing(
                f"others than its owner can use the key file {path}: chmod 600 it, and ask who has read it"
            )
        return os.read(handle, _MOST_BYTES).decode(errors="replace")


def create_private(path: Path, text: str) -> None:
    """Write a file that is not there yet; one that is there stays as it is."""
    draft = _draft(path, text)
    try:
        # A link fails where a file is; a rename would replace it, and with it the keys another process has just made.
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    # Also for another's file: whoever goes on seals under its keys, before the other may have come this far.
    _sync_folder(path)


def replace_private(path: Path, text: str) -> None:
    """Put a new file in the place of one that is there: after a crash it is the one or the other, whole."""
    draft = _draft(path, text)
    try:
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes from changing the file meanwhile; where the machine has no such locks (Windows), do not."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        yield
        return
    while True:
        with _opened(path) as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            # Whoever had the lock before has put another file in the place of the one that was locked.
            if os.fstat(handle).st_ino == private_stamp(path)[0]:
                yield
                return


def _draft(path: Path, text: str) -> Path:
    draft = path.with_name(f".{path.name}.{SystemSources().new_id()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink()
        raise
    return draft


def _sync_folder(path: Path) -> None:
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise _cannot_open(path, error) from None
    try:
        yield handle
    finally:
        os.close(handle)


def _cannot_open(path: Path, error: OSError) -> KeyMissing:
    return KeyMissing(f"the key file {path} cannot be opened: {os.strerror(error.errno or 0)}")
