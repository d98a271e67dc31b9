"""A TCP proxy before the server, which can cut a connection around a COMMIT, and be slow, or silent."""

from __future__ import annotations

__all__ = ["Cut", "Proxy"]

import ctypes
import selectors
import socket
import struct
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal, Self

Cut = Literal["before", "after"]

_SO_ATTACH_FILTER = 26
_TAKE_NOTHING = (0x06, 0, 0, 0)  # a socket filter of one instruction: of every packet, return nothing
_RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Passes bytes on between clients and a server on a Unix socket.

    Args:
        folder: The folder of the server's socket.
    """

    def __init__(self, folder: Path) -> None:
        self._server = str(folder / ".s.PGSQL.5432")
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._cut: Cut | None = None
        self._reset_after: int | None = None
        self._clients: list[socket.socket] = []
        self.latency = 0.0
        """How long every answer takes, in seconds."""
        self.cuts = 0
        """How many connections were cut."""
        self.round_trips = 0
        """How often a client has asked something and waited for the answer."""
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take no more connections."""
        self._listening.close()

    def url(self, database: str, options: str = "") -> str:
        """Give the URL of a database behind this proxy."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}{options}"

    def cut(self, when: Cut) -> None:
        """Cut the next connection that commits: before the server hears of it, or before its answer is heard."""
        self._cut = when

    def reset(self, after: int) -> None:
        """Reset the next connection that is answered, after so many bytes of the answer."""
        self._reset_after = after

    def vanish(self) -> None:
        """Be as a machine that lost its power, for every connection there is: not even packets are acknowledged."""
        # A filter on the socket takes packets away before TCP sees them: no reset, no acknowledgement, nothing.
        code = ctypes.create_string_buffer(struct.pack("HBBI", *_TAKE_NOTHING))
        program = struct.pack("HxxxxxxP", 1, ctypes.addressof(code))
        for client in self._clients:
            with suppress(OSError):
                client.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, program)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._clients.append(client)
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._server)
                threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        deaf, asking = False, False
        with client, server, selectors.DefaultSelector() as ready, suppress(OSError):
            ready.register(client, selectors.EVENT_READ, server)
            ready.register(server, selectors.EVENT_READ, client)
            while True:
                for key, _ in ready.select():
                    source, target = key.fileobj, key.data
                    assert isinstance(source, socket.socket)
                    data = source.recv(65536)
                    # What the client sends after its COMMIT, a Sync perhaps, is part of asking for it.
                    if not data or (deaf and source is server):
                        return
                    self.round_trips += asking and source is server
                    asking = source is client
                    if source is client and self._cut and b"COMMIT\0" in data:
                        when, self._cut = self._cut, None
                        self.cuts += 1
                        if when == "before":
                            return
                        # The server's answer will be the end of it.
                        deaf = True
                    if source is server and not self._answered(client, data):
                        return
                    target.sendall(data)

    def _answered(self, client: socket.socket, data: bytes) -> bool:
        """Do to an answer what is to be done; False when it was the last."""
        if self.latency:
            time.sleep(self.latency)
        if self._reset_after is None:
            return True
        after, self._reset_after = self._reset_after, None
        self.cuts += 1
        client.sendall(data[:after])
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        return False
