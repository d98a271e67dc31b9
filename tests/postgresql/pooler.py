"""A pooler before the server, as PgBouncer is when it pools by transaction: a session lasts one transaction.

Whoever asks next may be given another of the server's sessions, and always is when there are several: what a client
had set or prepared for its session is not there any more.
"""

from __future__ import annotations

__all__ = ["Pooler"]

import queue
import selectors
import socket
import struct
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

_ENCRYPTION = {80877103, 80877104}
_ENDS_A_TURN = b"QS"  # a simple query, or Sync: the server says afterwards that it is ready


class Pooler:
    """Gives clients the sessions of a server, one transaction at a time.

    Args:
        folder: The folder of the server's socket.
        sessions: How many sessions it keeps; each turn goes to the one that has been idle longest.
    """

    def __init__(self, folder: Path, sessions: int = 2) -> None:
        self._server = str(folder / ".s.PGSQL.5432")
        self._sessions = sessions
        self._idle: queue.Queue[socket.socket] = queue.Queue()
        self._greeting = b""
        self._opening = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.turns = 0
        """How often a client was given a session."""
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take no more clients, and end the server's sessions."""
        self._listening.close()
        while not self._idle.empty():
            self._idle.get().close()

    def url(self, database: str) -> str:
        """Give the URL of a database behind it: one for all clients."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError, EOFError):
            startup = _startup(client)
            with self._opening:
                if not self._greeting:
                    for _ in range(self._sessions):
                        self._idle.put(self._session(startup))
            client.sendall(self._greeting)
            while data := client.recv(65536):
                if not self._turn(client, data):
                    return

    def _session(self, startup: bytes) -> socket.socket:
        server = socket.socket(socket.AF_UNIX)
        server.connect(self._server)
        server.sendall(startup)
        greeting = _Messages()
        while b"Z" not in [kind for kind, _ in greeting.read(server.recv(65536))]:
            pass
        self._greeting = greeting.all
        return server

    def _turn(self, client: socket.socket, data: bytes) -> bool:
        """Pass on one transaction; False when the client has gone."""
        asked, told = _Messages(), _Messages()
        waiting, loose = 0, False
        server = self._idle.get()
        self.turns += 1
        with selectors.DefaultSelector() as ready:
            ready.register(client, selectors.EVENT_READ)
            ready.register(server, selectors.EVENT_READ)
            while True:
                if data:
                    for kind, _ in asked.read(data):
                        if kind == b"X":
                            self._idle.put(server)
                            return False
                        waiting, loose = (waiting + 1, False) if kind in _ENDS_A_TURN else (waiting, True)
                    server.sendall(data)
                    data = b""
                for key, _ in ready.select():
                    source = key.fileobj
                    assert isinstance(source, socket.socket)
                    received = source.recv(65536)
                    if not received:
                        # In the middle of a transaction: the server rolls back what a lost client leaves.
                        server.close()
                        return False
                    if source is client:
                        data += received
                        continue
                    status = [content for kind, content in told.read(received) if kind == b"Z"]
                    waiting -= len(status)
                    client.sendall(received)
                    if status and not waiting and not loose and not data and status[-1] == b"I":
                        self._idle.put(server)
                        return True


class _Messages:
    """Finds the messages in a stream of bytes."""

    def __init__(self) -> None:
        self.all = b""
        self._rest = b""

    def read(self, data: bytes) -> list[tuple[bytes, bytes]]:
        """Take bytes; give the messages that they complete."""
        self.all += data
        self._rest += data
        found = []
        while len(self._rest) >= 5:
            (length,) = struct.unpack("!I", self._rest[1:5])
            if len(self._rest) < 1 + length:
                break
            found.append((self._rest[:1], self._rest[5 : 1 + length]))
            self._rest = self._rest[1 + length :]
        return found


def _startup(client: socket.socket) -> bytes:
    """Read what a client begins with; encryption is declined."""
    while True:
        head = _exactly(client, 8)
        length, code = struct.unpack("!II", head)
        message = head + _exactly(client, length - 8)
        if code not in _ENCRYPTION:
            return message
        client.sendall(b"N")


def _exactly(client: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        more = client.recv(count - len(found))
        if not more:
            raise EOFError
        found += more
    return found
