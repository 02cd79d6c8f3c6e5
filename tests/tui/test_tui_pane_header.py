"""What the articles are called above their texts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui import compare, read_article
from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.tui.app import CompareApp

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def article(folder: Path, name: str, label: str | None = None) -> Article:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("The ferry sank near Orsk.\n", encoding="utf-8")
    return replace(read_article(path), source=label) if label is not None else read_article(path)


@pytest.mark.parametrize("size", [(60, 20), (120, 30)])
@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        (("one/story.txt", None), ("two/story.txt", None), ("one/story.txt", "two/story.txt")),
        (("one/wire.txt", None), ("two/story.txt", None), ("  wire.txt", "  story.txt")),
        (("x/tmp1", "a/story.txt"), ("x/tmp2", "b/story.txt"), ("a/story.txt", "b/story.txt")),
        (("x/tmp1", "Tuesday"), ("x/story.txt", None), ("Tuesday", "  story.txt")),
    ],
)
async def test_it_tells_the_articles_apart(
    tmp_path: Path,
    settled: Settled,
    rows: Rows,
    size: tuple[int, int],
    a: tuple[str, str | None],
    b: tuple[str, str | None],
    shown: tuple[str, str],
) -> None:
    one, other = article(tmp_path, *a), article(tmp_path, *b)
    notebook = Notebook.open(tmp_path / "x.notes.yaml", one, other, Author("mara", "Mara"))
    app = CompareApp(one, other, notebook, compare=compare, theme="paper-dark")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        text = "\n".join(rows(app))
        assert all(name in text for name in shown)
