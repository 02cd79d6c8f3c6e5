"""How an article is laid out in rows of a given width, and which row holds which character."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from compare_tui.article.model import Article

MIN_WIDTH = 4
"""Narrowest text column, in cells; two wide characters fit in it."""

MAX_MEASURE = 92
"""Widest text column, in cells; longer rows are hard to read."""

TAB_CELLS = 4
"""What a run of blanks with a tab in it takes, in cells."""

BLANK_ROW = -1
"""Stands in ``PaneRows.passages`` for a row between paragraphs."""

_BLANKS = re.compile(r"[ \t\n]+")
_ONE_CELL_EACH = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*"
)
_NARROW_TOKEN = re.compile("(?P<blanks>[ \t\n]*)[^ \t\n]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without blanks: a row may end behind each
# character, except before a closing mark.
_FREE_BREAK = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
_STAYS_WITH_PREVIOUS = (
    "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b6-\u17d3"
    "\u200d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3099\u309a\ufe00-\ufe0f\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
    "\u2019\u201d\u2026)"
)


@cache
def _token() -> re.Pattern[str]:
    """Return what matches a word with the blanks before it; compiled late, because it takes 6 ms."""
    return re.compile(
        f"(?P<blanks>[ \t\n]*)(?:[{_FREE_BREAK}][{_STAYS_WITH_PREVIOUS}]*|[^ \t\n{_FREE_BREAK}]+)",
    )


@dataclass(frozen=True, slots=True)
class PaneRows:
    """The rows of an article at one width.

    Attributes:
        width: Cells that a row may take.
        passages: For each row the index of its passage, or ``BLANK_ROW``.
        starts: For each row the offset of its first character in ``Article.text``, in code points.
        ends: For each row the offset behind its last character, blanks at the break included.
        firsts: For each passage its first row.
        lasts: For each passage its last row.
    """

    width: int
    passages: list[int]
    starts: list[int]
    ends: list[int]
    firsts: list[int]
    lasts: list[int]

    def __len__(self) -> int:
        return len(self.passages)

    def passage_at(self, row: int) -> int:
        """Return the index of the passage at a row; a blank or outer row counts to the passage before it."""
        if not self.firsts:
            return 0
        return max(0, bisect_right(self.firsts, row) - 1)

    def row_of(self, passage: int, offset: int) -> int:
        """Return the row of a passage that holds the character at an offset of ``Article.text``."""
        first, last = self.firsts[passage], self.lasts[passage]
        return max(first, bisect_right(self.starts, offset, first, last + 1) - 1)


class Gutter(NamedTuple):
    """What stands before the text of a passage: a bar, the sign of a tag, its number, its counterpart.

    Attributes:
        number: Cells of the number.
        counter: Cells of the counterpart's number.
        width: Cells of all.
    """

    number: int
    counter: int
    width: int


def gutter(own: int, away: int) -> Gutter:
    """Return how wide the gutter of an article is.

    Args:
        own: How many passages it has.
        away: How many the other article has.
    """
    number, counter = max(2, len(str(own))), max(2, len(str(away))) + 1
    return Gutter(number, counter, 1 + 1 + number + 1 + counter + 1)


def text_width(width: int, edge: Gutter, margin: int = 0) -> int:
    """Return how many cells a row of text may take in a pane.

    Args:
        width: Cells of the pane.
        edge: Its gutter.
        margin: Cells beside the text.
    """
    return max(min(width - edge.width - 1 - margin, MAX_MEASURE), MIN_WIDTH)


class ShownText(NamedTuple):
    """A stretch of text as it stands on the screen: each run of blanks is one blank.

    Attributes:
        text: What is shown.
        offsets: For each shown character the index of its character in the source.
    """

    text: str
    offsets: tuple[int, ...] | range


def wrap_article(article: Article, width: int) -> PaneRows:
    """Lay an article out: every passage begins a row, a blank row stands between paragraphs.

    Args:
        article: The article.
        width: Cells that a row may take; at least ``MIN_WIDTH`` is used.
    """
    width = max(width, MIN_WIDTH)
    passages: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    firsts: list[int] = []
    lasts: list[int] = []
    paragraph = article.passages[0].paragraph if article.passages else 0
    for index, passage in enumerate(article.passages):
        begin, end = passage.start, passage.end
        if passage.paragraph != paragraph:
            paragraph = passage.paragraph
            passages.append(BLANK_ROW)
            starts.append(begin)
            ends.append(begin)
        firsts.append(len(passages))
        breaks = wrap_text(passage.text, width)
        passages.extend([index] * (len(breaks) + 1))
        starts.append(begin)
        if breaks:
            inner = [begin + offset for offset in breaks]
            starts.extend(inner)
            ends.extend(inner)
        ends.append(end)
        lasts.append(len(passages) - 1)
    return PaneRows(width, passages, starts, ends, firsts, lasts)


def wrap_text(text: str, width: int) -> list[int]:
    """Return where rows begin behind the first one, as indices into a text.

    A row ends at blanks; a word that is wider than a row is cut between graphemes.

    Args:
        text: The text of one passage.
        width: Cells that a row may take, at least ``MIN_WIDTH``.
    """
    if not _is_narrow(text):
        return _wrap_any(text, width, _token())
    if len(text) <= width:
        return []
    return _wrap_any(text, width, _NARROW_TOKEN) if "  " in text else _wrap_plain(text, width)


def _is_narrow(text: str) -> bool:
    """Tell whether each character takes one cell; ASCII is told without the pattern."""
    return (text.isascii() and text.isprintable()) or _ONE_CELL_EACH.fullmatch(text) is not None


def _wrap_plain(text: str, width: int) -> list[int]:
    """Wrap a text whose characters take one cell each and whose blanks stand alone."""
    breaks: list[int] = []
    position = 0
    remaining = len(text)
    find = text.rfind
    while remaining - position > width:
        blank = find(" ", position + 1, position + width + 1)
        position = position + width if blank < 0 else blank + 1
        if position >= remaining:
            break
        breaks.append(position)
    return breaks


def _wrap_any(text: str, width: int, token_pattern: re.Pattern[str]) -> list[int]:
    breaks: list[int] = []
    used = 0
    for token in token_pattern.finditer(text):
        blanks = token["blanks"]
        gap = 0 if not blanks else TAB_CELLS if "\t" in blanks else 1
        start, end = token.start() + len(blanks), token.end()
        word_width = cell_len(text[start:end])
        if used + gap + word_width <= width:
            used += gap + word_width
            continue
        if start > 0:
            breaks.append(start)
        used = 0
        if word_width <= width:
            used = word_width
            continue
        for left, _, cells in split_graphemes(text[start:end])[0]:
            if used + cells > width:
                breaks.append(start + left)
                used = 0
            used += cells
    return breaks


def words_of(text: str) -> list[tuple[int, int]]:
    """Return start and end of each word of a text; behind each character where a script has no blanks.

    Rows may end behind each of them.
    """
    pattern = _NARROW_TOKEN if _ONE_CELL_EACH.fullmatch(text) else _token()
    return [(found.start() + len(found["blanks"]), found.end()) for found in pattern.finditer(text)]


def wrapped_lines(text: str, width: int) -> list[str]:
    """Return a text as lines of at most ``width`` cells."""
    cuts = [0, *wrap_text(text, max(width, MIN_WIDTH)), len(text)]
    return [shown_text(text[left:right]).text for left, right in pairwise(cuts)]


@lru_cache(maxsize=2048)
def shown_text(text: str) -> ShownText:
    """Return a row's text as it is shown: runs of blanks as one blank, none at its end.

    A control character, which no article should hold, is shown as U+FFFD: nothing drives the terminal.

    Args:
        text: A stretch of ``Article.text``.
    """
    text = text.rstrip(" \t\n")
    if "  " not in text and not _CONTROL.search(text):
        return ShownText(text, range(len(text)))
    shown: list[str] = []
    offsets: list[int] = []
    position = 0
    for blanks in _BLANKS.finditer(text):
        shown.append(text[position : blanks.start()])
        offsets.extend(range(position, blanks.start()))
        cells = TAB_CELLS if "\t" in blanks[0] else 1
        shown.append(" " * cells)
        offsets.extend([blanks.start()] * cells)
        position = blanks.end()
    shown.append(text[position:])
    offsets.extend(range(position, len(text)))
    return ShownText(_CONTROL.sub("\ufffd", "".join(shown)), tuple(offsets))


def offset_at_cell(text: str, cell: int) -> int | None:
    """Return the index into a row's text of the character at a cell, or None beside the text.

    Args:
        text: The row's stretch of ``Article.text``.
        cell: Cells from the left edge of the text column.
    """
    shown = shown_text(text)
    if cell < 0:
        return None
    position = 0
    for start, _, cells in split_graphemes(shown.text)[0]:
        position += cells
        if cell < position:
            return shown.offsets[start]
    return None
