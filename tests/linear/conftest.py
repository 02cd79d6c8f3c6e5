from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest
from tests.tui.conftest import PAPER, WIRE, compare_ferries, make_article

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.linear.key_source import InputEndedError
from compare_tui.linear.session import Session
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap


class Listener:
    """Somebody who types and hears what a session says."""

    def __init__(
        self,
        a: Article,
        b: Article,
        notebook: Notebook,
        key_map: KeyMap = DEFAULT_KEYS,
        *,
        compared: bool = True,
    ) -> None:
        self.lines: list[str] = []
        self.waiting: deque[str] = deque()
        self.session = Session(a, b, notebook, keys=self, tell=self.lines.append, key_map=key_map)
        if compared:
            self.session.take_comparison(compare_ferries(a, b))

    def key(self) -> str:
        if not self.waiting:
            raise InputEndedError
        return self.waiting.popleft()

    def line(self) -> str | None:
        return self.key()

    def type(self, *keys: str) -> list[str]:
        """Press keys and answer questions, in turn; return what the last key made it say."""
        self.waiting.extend(keys)
        while self.waiting:
            self.lines.clear()
            self.session.press(self.key())
        return list(self.lines)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    a, b = make_article("wire.txt", WIRE), make_article("paper.txt", PAPER)
    return Notebook.open(tmp_path / "wire--paper.mara.notes.yaml", a, b, Author("mara", "Mara Ilves"))


@pytest.fixture
def ear(notebook: Notebook) -> Listener:
    return Listener(make_article("wire.txt", WIRE), make_article("paper.txt", PAPER), notebook)
