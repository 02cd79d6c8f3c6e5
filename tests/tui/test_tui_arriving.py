"""Long articles: their beginnings are shown first, and nothing is done to them."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from compare_tui.annotation import Author, Notebook
from compare_tui.article import Article, ArticleError, read_article
from compare_tui.article.head import read_head
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.arriving import Arrival, Whole

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
MARA = Author("mara", "Mara Ilves")


class Pair:
    """Two long articles, and their rest, which comes when it is let go."""

    def __init__(self, folder: Path) -> None:
        for name, left in (("wire.txt", "9:15"), ("paper.txt", "9:45")):
            paragraphs = [f"Ferry {n} left at {left} with {200 + n} people on board." for n in range(2_400)]
            (folder / name).write_text("\n\n".join(paragraphs), encoding="utf-8")
        self.files = folder / "wire.txt", folder / "paper.txt"
        heads = [read_head(str(file)) for file in self.files]
        assert heads[0] is not None
        assert heads[1] is not None
        self.notes = folder / "mine.notes.yaml"
        self.comes = threading.Event()
        self.fails: Exception | None = None
        a, b = (head.article for head in heads if head is not None)
        self.app = CompareApp(
            a,
            b,
            Notebook.being_read(self.notes, a, b, MARA),
            theme="paper-dark",
            arrival=Arrival(self.rest, (heads[0].expected, heads[1].expected)),
        )

    def rest(self) -> Whole:
        self.comes.wait(20)
        if self.fails is not None:
            raise self.fails
        a, b = self.articles()
        return Whole(a, b, Notebook.open(self.notes, a, b, MARA), None, None)

    def articles(self) -> tuple[Article, Article]:
        a, b = map(read_article, self.files)
        return a, b


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16)])
async def test_the_text_stays_where_it_is_when_the_rest_comes(
    pair: Pair, settled: Settled, rows: Rows, size: tuple[int, int]
) -> None:
    async with pair.app.run_test(size=size) as pilot:
        await pilot.pause()
        before = rows(pair.app)
        assert "1/…" in before[0]
        assert not pair.app.get_default_screen().progress
        pair.comes.set()
        await settled(pilot)
        after = rows(pair.app)
        assert "1/2400" in after[0]
        first = [row.find("Ferry") for row in before[1:12]]
        assert [row.find("Ferry") for row in after[1:12]] == first
        assert any(at > 0 for at in first)


async def test_keys_wait_for_the_end_of_the_article(pair: Pair, settled: Settled, rows: Rows) -> None:
    async with pair.app.run_test(size=(120, 40)) as pilot:
        pair.app.post_message(events.Key("G", "G"))
        await pilot.pause(0.1)
        assert "1/…" in rows(pair.app)[0]
        pair.comes.set()
        await settled(pilot)
        assert "2400/2400" in rows(pair.app)[0]


async def test_what_is_tagged_afterwards_is_saved_with_the_whole(pair: Pair, settled: Settled) -> None:
    async with pair.app.run_test(size=(120, 40)) as pilot:
        pair.comes.set()
        await settled(pilot)
        await pilot.press("G", "t")
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
    (one,) = Notebook.open(pair.notes, *pair.articles(), MARA).annotations
    assert one.a is not None
    assert one.a.exact.startswith("Ferry 2399 left")


async def test_an_article_whose_rest_cannot_be_read_ends_the_program(pair: Pair) -> None:
    pair.fails = ArticleError("wire.txt is a binary file")
    async with pair.app.run_test(size=(120, 40)) as pilot:
        pair.comes.set()
        for _ in range(100):
            if pair.app.unread is not None:
                break
            await pilot.pause(0.02)
    assert str(pair.app.unread) == "wire.txt is a binary file"
    assert pair.app.return_code == 2
