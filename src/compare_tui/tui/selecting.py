"""Selecting words of an article, by word and by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from compare_tui.article.model import Article
from compare_tui.tui.pairs import Side

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_CLAUSE_END = frozenset(',;:.!?…”»")–—。，；：！？、」』')

Range = tuple[int, int]
"""Start and end in ``Article.text``, in code points."""


@cache
def _word() -> re.Pattern[str]:
    """Return what matches a word; compiled when somebody selects, because it takes 10 ms."""
    letters = rf"(?:(?![{_UNSPACED}])[^\W_])+"
    return re.compile(rf"[{_UNSPACED}]|[$£€¥]?{letters}(?:[-'’.,:]?{letters})*[%°]?")


@dataclass(frozen=True, slots=True)
class Selecting:
    """Where the cursor of a selection stands.

    Attributes:
        side: Which article.
        passage: Index of the passage.
        words: Where the words of the passage stand in ``Article.text``.
        head: The word under the cursor.
        anchor: The word at which the selection began; None while the cursor only goes about.
    """

    side: Side
    passage: int
    words: tuple[Range, ...]
    head: int = 0
    anchor: int | None = None

    @property
    def span(self) -> Range | None:
        """What is selected: from the anchor to the cursor; the word under the cursor without an anchor."""
        if not self.words:
            return None
        low, high = sorted((self.head, self.head if self.anchor is None else self.anchor))
        return self.words[low][0], self.words[high][1]


def words_of(article: Article, passage: int) -> tuple[Range, ...]:
    """Return where the words of a passage stand, punctuation left out."""
    own = article.passages[passage]
    found = tuple((own.start + m.start(), own.start + m.end()) for m in _word().finditer(own.text))
    return found or (((own.start, own.end),) if own.text.strip() else ())


def select_at(article: Article, side: Side, passage: int, span: Range | None = None) -> Selecting:
    """Begin to select in a passage.

    Args:
        article: The article.
        side: Which of the two it is.
        passage: Index of the passage.
        span: What is selected to begin with, e.g. a differing detail; None for the first word.
    """
    words = words_of(article, passage)
    begun = Selecting(side, passage, words)
    if span is None or not words:
        return begun
    inside = [at for at, (start, end) in enumerate(words) if start < span[1] and end > span[0]]
    return replace(begun, anchor=inside[0], head=inside[-1]) if inside else begun


def moved(state: Selecting, step: int) -> Selecting:
    """Move the cursor by words."""
    return replace(state, head=max(0, min(state.head + step, len(state.words) - 1)))


def anchored(state: Selecting) -> Selecting:
    """Begin the selection at the cursor, or let it go."""
    return replace(state, anchor=state.head if state.anchor is None else None)


def to_clause_end(state: Selecting, article: Article) -> Selecting:
    """Extend the selection to the end of the clause; at its end, to the end of the next one."""
    if not state.words:
        return state
    anchor = state.head if state.anchor is None else state.anchor
    end_of_passage = article.passages[state.passage].end
    head = state.head + (state.anchor is not None)
    while head < len(state.words) - 1:
        behind = article.text[state.words[head][1] : min(state.words[head + 1][0], end_of_passage)]
        if any(mark in _CLAUSE_END for mark in behind):
            break
        head += 1
    return replace(state, anchor=anchor, head=min(head, len(state.words) - 1))


def whole_words(article: Article, start: int, end: int) -> Range:
    """Widen a stretch that was dragged over to whole words.

    Args:
        article: The article.
        start: Offset of one end, in code points.
        end: Offset of the other end; the two may be in either order.
    """
    low, high = min(start, end), max(start, end)
    for begin, stop in words_of(article, article.passage_at(low)):
        if begin <= low < stop:
            low = begin
    for begin, stop in words_of(article, article.passage_at(high)):
        if begin <= high < stop:
            high = stop
    return low, max(high, low + 1)
