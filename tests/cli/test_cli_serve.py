from __future__ import annotations

import argparse
import http.client
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page
from tests.browser import chromium

from compare_tui.cli import main, serve_command
from compare_tui.cli.serving import quoted_command

A = "The ferry sank on Monday near Orsk.\n\nAll 48 passengers were saved, the coastguard said.\n"
B = "A ferry sank near Orsk on Monday.\n\nThe coastguard saved all 52 passengers.\n"
HOSTILE = "a'; touch owned; $(touch owned) `touch owned` \"x.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / HOSTILE).write_text(A, encoding="utf-8")
    (folder / "b.txt").write_text(B, encoding="utf-8")
    return folder


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(folder: Path) -> Iterator[int]:
    port = free_port()
    words = ["serve", HOSTILE, "b.txt", "--author", "Ann", "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "compare_tui", *words],
        cwd=folder,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    try:
        assert process.stderr is not None
        assert f"on http://127.0.0.1:{port}" in process.stderr.readline().decode()
        wait_for(lambda: answers(port))
        yield port
    finally:
        process.terminate()
        process.communicate(timeout=30)


def wait_for(what: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.1)


def answers(port: int) -> bool:
    try:
        return asked(port)[0] == 200
    except OSError:
        return False


def asked(port: int, path: str = "/", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": f"127.0.0.1:{port}", **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Content-Security-Policy", "")


def settled(page: Page, drawn: list[float]) -> bool:
    page.wait_for_timeout(200)
    return len(drawn) > 3 and time.monotonic() - drawn[-1] > 2


def test_a_browser_opens_moves_tags_and_saves(folder: Path) -> None:
    def notebooks() -> list[Path]:
        return list(folder.glob("*.notes.yaml"))

    with chromium() as browser, served(folder) as port:
        page = browser.new_page(viewport={"width": 1200, "height": 800})
        asked_for: list[str] = []
        page.on("response", lambda response: asked_for.append(response.url))
        drawn = [time.monotonic()]
        page.on(
            "websocket", lambda channel: channel.on("framereceived", lambda _: drawn.append(time.monotonic()))
        )
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_selector("body.-first-byte", timeout=60_000)
        # The comparison is on the screen when nothing more is drawn.
        wait_for(lambda: settled(page, drawn))
        for key in ("]", "t", "n"):
            page.keyboard.press(key)
            page.wait_for_timeout(500)
        wait_for(lambda: bool(notebooks()), 30)
        assert all(url.startswith(f"http://127.0.0.1:{port}/") for url in asked_for)
    text = notebooks()[0].read_text(encoding="utf-8")
    assert "tag: number" in text
    assert "52" in text
    assert not (folder / "owned").exists()


def test_other_pages_and_other_names_are_refused(folder: Path) -> None:
    with served(folder) as port:
        assert asked(port)[0] == 200
        assert "default-src 'self'" in asked(port)[1]
        assert asked(port, Host="evil.example")[0] == 403
        assert asked(port, "/ws", Origin="http://evil.example")[0] == 403
        assert asked(port, "/ws")[0] == 403


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1))
def test_no_word_means_anything_to_the_shell(words: list[str]) -> None:
    assert shlex.split(quoted_command(words)) == words


def test_names_that_look_like_options_stay_names() -> None:
    options = argparse.Namespace(
        a="--help",
        b="-",
        encoding=None,
        date_a=None,
        date_b=None,
        similarity=None,
        notes=None,
        author="--x",
        tags=None,
        theme=None,
        keymap=None,
        show_style=True,
        mouse=None,
        unicode=None,
    )
    words = ["open", "--author=--x", "--style", "--", "./--help", "./-"]
    assert list(serve_command.open_words(options)) == words


def test_every_option_of_reading_reaches_the_screen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from compare_tui.cli.serving import ScreenServer

    started: list[list[str]] = []
    monkeypatch.setattr(ScreenServer, "__init__", lambda self, words, *more: started.append(words))
    monkeypatch.setattr(ScreenServer, "serve", lambda self: None)
    words = [
        "--allow-private",
        "--refresh",
        "--proxy=env",
        "--label=Wire",
        "--label=Paper",
        "--encoding=utf-8",
    ]
    assert main(["serve", str(folder / HOSTILE), str(folder / "b.txt"), *words]) == 0
    assert set(words) <= set(started[0])


def test_what_cannot_be_served_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    b = str(folder / "b.txt")
    for words, said in (
        ([b, "-"], "standard input"),
        ([b, "nowhere.txt"], "nowhere.txt"),
        ([str(folder / HOSTILE), b, "--host", "0.0.0.0"], "--url"),
        ([str(folder / HOSTILE), b, "--url", "ftp://x"], "http://"),
    ):
        assert main(["serve", *words]) == 2
        assert said in capsys.readouterr().err


def test_only_another_interface_is_warned_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from compare_tui.cli.serving import ScreenServer

    monkeypatch.setattr(ScreenServer, "serve", lambda self: None)
    pair = [str(folder / HOSTILE), str(folder / "b.txt")]
    assert main(["serve", *pair]) == 0
    assert capsys.readouterr().err == ""
    assert main(["serve", *pair, "--host", "0.0.0.0", "--url", "http://desk.example:8000"]) == 0
    assert "without a password" in capsys.readouterr().err


def test_a_missing_extra_says_what_installs_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "compare_tui.cli.serving", None)
    assert main(["serve", str(folder / HOSTILE), str(folder / "b.txt")]) == 2
    assert "pip install 'compare-tui[serve]'" in capsys.readouterr().err
