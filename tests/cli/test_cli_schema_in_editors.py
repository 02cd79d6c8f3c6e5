"""The schema of notebooks as editors use it: through yaml-language-server, where npm can install it."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import jsonschema
import pytest
import yaml
from tests.review.people import annotate, write_articles

from compare_tui.annotation.notebook_file import FIRST_LINE
from compare_tui.cli import main

SERVER = "yaml-language-server@1.15.0"
PATIENCE = 60
"""Seconds to install the server, and for each of its answers."""


class LanguageServer:
    """A language server that is spoken to over its standard streams."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._received: Queue[dict[str, Any]] = Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._last = 0

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def tell(self, method: str, params: dict[str, Any], **more: object) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self._last += 1
        self.tell(method, params, id=self._last)
        while True:
            got = self._next()
            if got.get("id") == self._last and "method" not in got:
                return got["result"]

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """Wait for what is wrong with a file."""
        while True:
            got = self._next()
            if got.get("method") == "textDocument/publishDiagnostics" and got["params"]["uri"] == uri:
                found: list[dict[str, Any]] = got["params"]["diagnostics"]
                return found

    def _next(self) -> dict[str, Any]:
        try:
            got = self._received.get(timeout=PATIENCE)
        except Empty:
            raise TimeoutError("the language server does not answer") from None
        if "id" in got and "method" in got:
            self._answer(got)
        return got

    def _answer(self, asked: dict[str, Any]) -> None:
        """Answer what the server asks: it has no settings."""
        assert self._process.stdin is not None
        items = asked.get("params", {}).get("items", [])
        result: Any = [{}] * len(items) if asked["method"] == "workspace/configuration" else None
        body = json.dumps({"jsonrpc": "2.0", "id": asked["id"], "result": result}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
            elif not line.strip() and length:
                self._received.put(json.loads(stream.read(length)))
                length = 0


@pytest.fixture
def notebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A notebook, with the published schema beside it under the name that its first line has."""
    write_articles(tmp_path)
    path = annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"))
    assert main(["schema", "annotations"]) == 0
    (tmp_path / FIRST_LINE.rpartition("=")[2]).write_text(capsys.readouterr().out, encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines()[0] == FIRST_LINE
    return path


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[LanguageServer]:
    """The language server, installed once into the cache of pytest."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("npm is not installed")
    assert request.config.cache is not None
    folder = request.config.cache.mkdir(SERVER.replace("@", "-"))
    program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    if not program.exists():
        install = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", SERVER]
        try:
            subprocess.run(install, check=True, capture_output=True, timeout=PATIENCE)
        except (subprocess.SubprocessError, OSError) as error:
            pytest.skip(f"npm cannot install {SERVER}: {type(error).__name__}")
    running = LanguageServer([node, str(program), "--stdio"])
    capabilities: dict[str, Any] = {"textDocument": {"publishDiagnostics": {}, "hover": {}, "completion": {}}}
    running.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
    running.tell("initialized", {})
    settings = {
        "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
    }
    running.tell("workspace/didChangeConfiguration", {"settings": settings})
    yield running
    running.close()


def opened(server: LanguageServer, path: Path, text: str) -> str:
    uri = path.as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    return uri


def place_of(text: str, words: str) -> dict[str, int]:
    before = text[: text.index(words) + len(words)]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def test_an_editor_finds_a_sound_notebook_sound_and_marks_mistakes(
    server: LanguageServer, notebook: Path
) -> None:
    text = notebook.read_text(encoding="utf-8")
    assert server.diagnostics(opened(server, notebook, text)) == []
    broken = text.replace("severity: major", "severity: huge").replace("    confidence: high\n", "")
    other = notebook.with_name("broken.notes.yaml")
    told = server.diagnostics(opened(server, other, broken))
    lines = {one["range"]["start"]["line"]: one["message"] for one in told}
    wrong = lines[place_of(broken, "severity: huge")["line"]]
    assert all(word in wrong for word in ("minor", "major", "critical"))
    assert any("confidence" in message for message in lines.values())


def test_an_editor_completes_and_explains(server: LanguageServer, notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8").replace("severity: major", "severity: ")
    uri = opened(server, notebook, text)
    server.diagnostics(uri)
    where = {"textDocument": {"uri": uri}, "position": place_of(text, "severity: ")}
    found = server.ask("textDocument/completion", where)
    items = found["items"] if isinstance(found, dict) else found
    assert {"minor", "major", "critical"} <= {item["label"] for item in items}
    where["position"] = place_of(text, "relat")
    hover = server.ask("textDocument/hover", where)
    assert len(json.dumps(hover["contents"])) > 30


def test_a_notebook_fits_the_published_schema(notebook: Path) -> None:
    schema = json.loads((notebook.parent / FIRST_LINE.rpartition("=")[2]).read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    data = yaml.safe_load(notebook.read_text(encoding="utf-8"))
    assert list(validator.iter_errors(data)) == []
    data["annotations"][0]["severity"] = "huge"
    assert [list(error.path) for error in validator.iter_errors(data)] == [["annotations", 0, "severity"]]
