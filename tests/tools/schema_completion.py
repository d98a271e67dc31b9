"""Ask an editor's language server what it would complete in a region's file, by the schema `pathway new` writes.

    python -m tests.tools.schema_completion PATH/TO/yaml-language-server

Prints what is offered in a few places, and what is underlined in a file with mistakes. Ends with 1 when something that
must be there is not.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pathway_engine.definition import load
from pathway_engine.definition.skeleton import region_files

# A place is marked with `|`; what must be offered there.
PLACES = (
    ("a key at the top", "ro|", {"roles"}),
    ("a key of a move", "transitions:\n  some_move:\n    agr|", {"agreed_by"}),
    ("a kind of state", "states:\n  working:\n    kind: |", {"ordinary", "outcome", "hold", "final"}),
    ("a kind of requirement", "transitions:\n  some_move:\n    requires:\n      - rec|", {"record"}),
    ("a type of field", "records:\n  note:\n    fields:\n      why:\n        type: |", {"text", "choice", "date"}),
)
REGION = '\npathway: north-bay\nextends: fi-base\nversion: "0.1"\nfi: Lahti\nsv: Viken\nen: Bay'
MISTAKES = "states:\n  working:\n    kind: outcom\n    responsable: coordinator\n"


class Server:
    """A language server on the other end of a pipe."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._next = 0

    def notify(self, method: str, params: Any) -> None:
        """Tell the server something."""
        self._write({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Ask the server something; what it asks back meanwhile is answered with nothing."""
        self._next += 1
        self._write({"id": self._next, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._next and "method" not in message:
                return message.get("result")
            self._answer(message)

    def wait_for(self, method: str, uri: str) -> Any:
        """Wait until the server tells something of a file."""
        while True:
            message = self._read()
            if message.get("method") == method and message["params"].get("uri") == uri:
                return message["params"]
            self._answer(message)

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()

    def _answer(self, message: Any) -> None:
        if "id" in message and "method" in message:
            items = message.get("params", {}).get("items", [])
            self._write({"id": message["id"], "result": [{} for _ in items]})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._process.stdin
        assert pipe is not None
        pipe.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        pipe.flush()

    def _read(self) -> Any:
        pipe = self._process.stdout
        assert pipe is not None
        length = 0
        while (line := pipe.readline().strip()) or not length:
            if not line and self._process.poll() is not None:
                raise EOFError("the language server has gone")
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(pipe.read(length))


def main(program: str) -> int:
    """Write a region's first files, open them as an editor does, and print what the server says."""
    missing = 0
    with TemporaryDirectory() as folder:
        files = region_files("north-bay", load("fi-base"))
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        server = Server(program)
        try:
            root = Path(folder).resolve()
            server.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {}})
            server.notify("initialized", {})
            head = files["north-bay.yaml"].partition("\n")[0] + REGION
            for number, (place, text, wanted) in enumerate(PLACES):
                offered = completions(server, (root / f"place{number}.yaml").as_uri(), f"{head}\n{text}")
                missing += not wanted <= set(offered)
                sys.stdout.write(f"{place}: {', '.join(offered)}\n")
            uri = (root / "mistakes.yaml").as_uri()
            opened(server, uri, f"{head}\n{MISTAKES}")
            for each in server.wait_for("textDocument/publishDiagnostics", uri)["diagnostics"]:
                sys.stdout.write(f"line {each['range']['start']['line'] + 1}: {each['message']}\n")
        finally:
            server.stop()
    return int(missing > 0)


def opened(server: Server, uri: str, text: str) -> None:
    """Open a file in the editor."""
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    server.notify("textDocument/didOpen", {"textDocument": document})


def completions(server: Server, uri: str, marked: str) -> list[str]:
    """Give what is offered at the mark."""
    before = marked.partition("|")[0]
    opened(server, uri, marked.replace("|", ""))
    line, column = before.count("\n"), len(before.rpartition("\n")[2])
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
    found = server.ask("textDocument/completion", place) or []
    return [item["label"] for item in (found["items"] if isinstance(found, dict) else found)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
