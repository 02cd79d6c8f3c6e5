"""What the terminal is given before the screen is loaded stands where the screen shows it."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from pathlib import Path

import pyte
import pytest
from textual.pilot import Pilot

from compare_tui.annotation import Author, Notebook
from compare_tui.article import Article, read_article
from compare_tui.comparison import Comparison
from compare_tui.tui.app import CompareApp
from compare_tui.tui.lasting_output import LastingOutput
from compare_tui.tui.preview import ENTER, LEAVE, preview

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]

A = """Ferry with 212 aboard catches fire off Tallinn

A ferry carrying 212 people caught fire off Tallinn on Tuesday evening, the coast guard said. All passengers
were brought ashore by midnight, and nobody of the crew of 34, who had fought the flames, was hurt.

“We had the fire under control within the hour,” said captain Ilmar Tamm.

Photo: Harbour Press
"""
B = """Fährbrand vor Tallinn: 渡轮起火 نيران

Dozens of people were hurt when a ferry with about 200 on board burned near Tallinn\ton Tuesday. 昨晚渡轮。

Captain Ilmar Tam told reporters they “had the blaze under control”. \u202eevil\u202c e\u0301te 👩‍🚒.
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Article, Article]:
    (tmp_path / "wire.txt").write_text(A, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(B, encoding="utf-8")
    return read_article(tmp_path / "wire.txt"), read_article(tmp_path / "paper.txt")


def drawn(text: str, size: tuple[int, int]) -> list[str]:
    """What a terminal shows of it; a cell behind a wide character is empty."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(text.replace(ENTER, ""))
    return ["".join(screen.buffer[y][x].data for x in range(size[0])) for y in range(size[1])]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16), (200, 50), (300, 100), (40, 8), (1, 1)])
async def test_it_stands_where_the_screen_shows_it(
    pair: tuple[Article, Article], tmp_path: Path, settled: Settled, rows: Rows, size: tuple[int, int]
) -> None:
    counts = (len(pair[0].passages), len(pair[1].passages))
    before = drawn(preview(pair, counts, size), size)
    notebook = Notebook.open(tmp_path / "mine.notes.yaml", *pair, Author("mara", "Mara"))
    nothing = Comparison(*pair, links=(), differences=(), only_a=(), only_b=())
    app = CompareApp(*pair, notebook, theme="paper-dark", compare=lambda *_, **__: nothing)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        after = [drawn(row, (size[0] + 20, 1))[0] for row in rows(app)]
    words = [word for row in before for word in row.split()]
    assert size[0] < 40 or "1" in words
    for row, shown in zip(before, after, strict=True):
        for at, character in enumerate(row):
            assert character in (" ", shown[at : at + 1]), (row, shown)


def test_nothing_of_an_article_drives_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(
        "One \x1b[31mred\x1b[0m word.\n\nAnother \x9b2J one.", encoding="utf-8"
    )
    article = read_article(tmp_path / "wire.txt")
    told = preview((article, article), (2, 2), (120, 40))
    assert "\x1b[31m" not in told
    assert "\x9b" not in told
    assert told.startswith(ENTER)
    assert LEAVE not in told


def test_the_second_screen_is_opened_once() -> None:
    stream = io.StringIO()
    output = LastingOutput(stream, ENTER)
    for text in (ENTER, "text", ENTER):
        output.write(text)
    assert stream.getvalue() == f"text{ENTER}"
