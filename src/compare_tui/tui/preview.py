"""The text as it will stand on the screen, for the terminal itself: seen while the screen is being loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compare_tui.tui.arrangement import Box, arrange
from compare_tui.tui.pairs import SIDES
from compare_tui.tui.pane_rows import BLANK_ROW, gutter, shown_text, text_width, wrap_article

if TYPE_CHECKING:
    from compare_tui.article.model import Article

ENTER = "\x1b[?1049h"
"""Opens the terminal's second screen, as the program does."""

LEAVE = "\x1b[?1049l"
"""Goes back to the first one, which is as it was."""

_CLEAR = "\x1b[m\x1b[2J"
_MOST_PASSAGES = 400
"""More than the largest window shows."""


def preview(articles: tuple[Article, Article], counts: tuple[int, int], size: tuple[int, int]) -> str:
    """Return what draws the beginnings of two articles where the reading screen will show them.

    Args:
        articles: The articles, or their beginnings.
        counts: How many passages they have, or about how many.
        size: Columns and rows of the terminal.
    """
    boxes = arrange(*size, "a")
    found = [ENTER, _CLEAR]
    for side, article in zip(SIDES, articles, strict=True):
        own, away = counts if side == "a" else counts[::-1]
        if (box := boxes.get(f"pane-{side}")) is not None:
            found += _rows(replace(article, passages=article.passages[:_MOST_PASSAGES]), box, own, away)
    found.append("\x1b[H")
    return "".join(found)


def _rows(article: Article, box: Box, own: int, away: int) -> Iterator[str]:
    """Yield what draws the rows of an article that are seen first: one blank row, then the text."""
    edge = gutter(own, away)
    rows = wrap_article(article, text_width(box.width, edge))
    if box.width <= edge.width:
        return
    for y, passage in enumerate(rows.passages[: box.height - 1], box.y + 1):
        if passage == BLANK_ROW:
            continue
        row = y - box.y - 1
        if row == rows.firsts[passage]:
            number = str(article.passages[passage].number).rjust(edge.number)
            yield f"\x1b[{y + 1};{box.x + 3}H{number}"
        text = shown_text(article.text[rows.starts[row] : rows.ends[row]]).text
        yield f"\x1b[{y + 1};{box.x + edge.width + 1}H{text}"
