"""Where the texts of definitions come from: a folder, the installed package, or the host.

`extends` and `use` name definitions; they never give a path. A name has a fixed pattern, a folder is
left neither upwards nor through a link, and what is opened must be a regular file of a modest size:
a device or a pipe would never end.
"""

from __future__ import annotations

__all__ = [
    "NAME_PATTERN",
    "VERSION_PATTERN",
    "Document",
    "Folder",
    "NotRegular",
    "Several",
    "Sources",
    "Texts",
    "as_sources",
    "installed",
    "is_safe_name",
    "is_safe_version",
]

import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from attrs import frozen

from pathway_engine.definition.reader import LIMITS

FRAGMENTS = "fragments"
SUPERSEDED = "superseded"

# `re.ASCII` is not needed: the classes are spelt out. Nothing here can mean "up" or "root".
NAME_PATTERN = "[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"
VERSION_PATTERN = "[0-9A-Za-z]+(?:[.+-][0-9A-Za-z]+)*"
_NAME = re.compile(NAME_PATTERN)
_VERSION = re.compile(VERSION_PATTERN)
_LONGEST_NAME = 64
_LONGEST_VERSION = 32

# Opening a pipe would wait for its writer without O_NONBLOCK; the flags are 0 where unknown.
_OPEN_FILE = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_HAS_DIR_FD = os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY")


class Document(NamedTuple):
    """The bytes of one definition or fragment, and the name to show for them."""

    file: str
    data: bytes


class NotRegular(Exception):
    """What stands under the name is a link, a folder, a device or a pipe.

    Args:
        file: The name to show.
    """

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class Sources(Protocol):
    """Whoever has texts of definitions, by folder and name.

    The folder is empty for current definitions, `fragments`, or `superseded`, where names are
    `name@version`.
    """

    def find(self, folder: str, stem: str) -> Document | None:
        """Give the document of that name, or None.

        Raises:
            NotRegular: There is something of that name that is no regular file.
        """
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """Give the names there are, for suggestions."""
        ...


def is_safe_name(name: str) -> bool:
    """Tell whether `name` may name a definition: small letters, digits, single `-` or `_`."""
    return len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) is not None


def is_safe_version(version: str) -> bool:
    """Tell whether `version` may stand after the `@` of a name."""
    return len(version) <= _LONGEST_VERSION and _VERSION.fullmatch(version) is not None


@frozen
class Texts:
    """Texts the host holds itself, by `name`, `fragments/name` or `superseded/name@version`."""

    texts: Mapping[str, str | bytes]

    def find(self, folder: str, stem: str) -> Document | None:
        """Give the text under that name, or None."""
        key = f"{folder}/{stem}" if folder else stem
        text = self.texts.get(key)
        if text is None:
            return None
        # A str may hold lone surrogates; as bytes they are refused with their place.
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        return Document(key, data)

    def names(self, folder: str) -> tuple[str, ...]:
        """Give the names in a folder."""
        prefix = f"{folder}/" if folder else ""
        stems = (key.removeprefix(prefix) for key in self.texts if key.startswith(prefix))
        return tuple(sorted(stem for stem in stems if "/" not in stem))


@frozen
class Folder:
    """A folder of YAML files. The folder itself may be reached through a link; nothing in it may."""

    root: Path

    def find(self, folder: str, stem: str) -> Document | None:
        """Give the file's bytes, or None when there is no such file.

        Raises:
            NotRegular: It is a link, a folder, a device or a pipe.
        """
        name = f"{stem}.yaml"
        shown = str(self.root / folder / name)
        try:
            with self._opened(folder, name) as descriptor:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise NotRegular(shown)
                return Document(shown, _read_some(descriptor, LIMITS.size + 1))
        except FileNotFoundError:
            return None
        except OSError:
            # ELOOP for a link, ENXIO for a socket, ENOTDIR, EACCES: none is a file we may read.
            raise NotRegular(shown) from None

    def names(self, folder: str) -> tuple[str, ...]:
        """Give the names of the YAML files in a folder."""
        with suppress(OSError):
            found = (self.root / folder).iterdir()
            return tuple(sorted(path.stem for path in found if path.suffix == ".yaml"))
        return ()

    @contextmanager
    def _opened(self, folder: str, name: str) -> Iterator[int]:
        """Open by descriptors from the root, so that nothing can be swapped on the way."""
        if not _HAS_DIR_FD:
            with _closing(_open_by_path(self.root / folder, name)) as descriptor:
                yield descriptor
            return
        top = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        with _closing(top) as root:
            if not folder:
                with _closing(os.open(name, _OPEN_FILE, dir_fd=root)) as descriptor:
                    yield descriptor
                return
            inner = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=root)
            with (
                _closing(inner) as below,
                _closing(os.open(name, _OPEN_FILE, dir_fd=below)) as descriptor,
            ):
                yield descriptor


@contextmanager
def _closing(descriptor: int) -> Iterator[int]:
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _open_by_path(folder: Path, name: str) -> int:
    """Open where there are no directory descriptors: look before and after, and compare."""
    path = folder / name
    before = path.lstat()
    if folder.is_symlink() or not stat.S_ISREG(before.st_mode):
        raise NotRegular(str(path))
    descriptor = os.open(path, _OPEN_FILE)
    after = os.fstat(descriptor)
    if (before.st_dev, before.st_ino) != (after.st_dev, after.st_ino):
        os.close(descriptor)
        raise NotRegular(str(path))
    return descriptor


def _read_some(descriptor: int, most: int) -> bytes:
    parts = []
    while most > 0 and (part := os.read(descriptor, most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


@frozen(init=False)
class Several:
    """Sources asked in order; the first that has the name gives it."""

    sources: tuple[Sources, ...]

    def __init__(self, *sources: Sources) -> None:
        self.__attrs_init__(sources)

    def find(self, folder: str, stem: str) -> Document | None:
        """Give the first document of that name, or None."""
        found = (source.find(folder, stem) for source in self.sources)
        return next((document for document in found if document), None)

    def names(self, folder: str) -> tuple[str, ...]:
        """Give all names, each once."""
        return tuple(sorted({name for source in self.sources for name in source.names(folder)}))


def installed() -> Folder:
    """Give the definitions that come with the package."""
    return Folder(Path(__file__).parent.parent / "workflows")


def as_sources(given: Sources | Mapping[str, str | bytes] | None) -> Sources:
    """Give sources for what a caller passed: a host's own texts come before the installed ones."""
    if given is None:
        return installed()
    return Several(Texts(given), installed()) if isinstance(given, Mapping) else given
