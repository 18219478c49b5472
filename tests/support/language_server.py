"""The YAML language server that editors use, spoken to as an editor does: JSON-RPC over its standard streams."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT.joinpath(
    ".venv", "editor", "node_modules", "yaml-language-server", "bin", "yaml-language-server"
)
PATIENCE = 60
"""Seconds after which no answer counts as an answer."""
CURSOR = "█"
_SETTINGS: dict[str, Any] = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
    }
}


def why_not() -> str:
    """Return why the server cannot be started here; nothing where it can."""
    if shutil.which("node") is None:
        return "node is not installed; the language server runs on it"
    return "" if SERVER.is_file() else "`make editor` installs the language server"


class LanguageServer:
    """One running server with a folder open."""

    def __init__(self, folder: Path) -> None:
        """Start it and say what an editor can do."""
        self._process = subprocess.Popen(
            ["node", SERVER, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"NODE_OPTIONS": ""},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._numbers = count(1)
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._versions: dict[str, int] = {}
        self._problems: dict[str, list[Any]] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        documentation = ["markdown", "plaintext"]
        item = {"snippetSupport": True, "documentationFormat": documentation}
        able = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": item},
                "hover": {"contentFormat": documentation},
            },
        }
        self._ask(
            "initialize",
            {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": able},
        )
        self._tell("initialized", {})

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()

    def problems(self, path: Path, text: str | None = None) -> list[str]:
        """Return what the editor would underline, as ``line:column message``, lines and columns from 1."""
        return self.problems_of({path: text})[path]

    def problems_of(self, files: dict[Path, str | None]) -> dict[Path, list[str]]:
        """Return what the editor would underline in several files; a text stands for what is on disk."""
        uris = {path: self._open(path, text) for path, text in files.items()}
        while not all(uri in self._problems for uri in uris.values()):
            self._receive()
        return {path: list(map(_shown, self._problems[uri])) for path, uri in uris.items()}

    def offered(self, path: Path, text: str) -> dict[str, dict[str, Any]]:
        """Return what is offered at the cursor, by label."""
        found = self._at("completion", path, text)
        return {item["label"]: item for item in found["items"]}

    def told(self, path: Path, text: str) -> str:
        """Return what is shown when the pointer rests at the cursor."""
        found = self._at("hover", path, text)
        return str(found["contents"]["value"]) if found else ""

    def _at(self, what: str, path: Path, text: str) -> Any:
        before, _, after = text.partition(CURSOR)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        document = {"uri": self._open(path, before + after)}
        return self._ask(f"textDocument/{what}", {"textDocument": document, "position": place})

    def _open(self, path: Path, text: str | None) -> str:
        """Open a file, or change what is open of it."""
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8") if text is None else text
        self._problems.pop(uri, None)
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": uri, "version": version}
            changes = {"textDocument": document, "contentChanges": [{"text": text}]}
            self._tell("textDocument/didChange", changes)
        return uri

    def _ask(self, method: str, params: object) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            answer = self._receive()
            if answer.get("id") == number and "method" not in answer:
                assert "error" not in answer, answer["error"]
                return answer.get("result")

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._to.flush()

    def _receive(self) -> dict[str, Any]:
        """Take one message; questions of the server are answered, and problems are kept."""
        try:
            message = self._inbox.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError("the language server does not answer") from None
        if message.get("method") == "textDocument/publishDiagnostics":
            self._problems[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items", ()) if message.get("params") else ()
            self._send(
                {
                    "id": message["id"],
                    "result": [_SETTINGS.get(one["section"], {}) for one in asked],
                }
            )
        return message

    def _listen(self) -> None:
        for message in _messages(self._from):
            self._inbox.put(message)


def _messages(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield messages until the stream ends."""
    while head := stream.readline():
        size = 0
        while line := head.strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
            head = stream.readline()
        yield json.loads(stream.read(size))


def _shown(problem: Any) -> str:
    start = problem["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1} {problem['message']}"
