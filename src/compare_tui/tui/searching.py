"""Finding words in both articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare_tui.article.model import Article
from compare_tui.tui.pairs import Side

if TYPE_CHECKING:
    from compare_tui.tui.parts import RoleSpan

MOST = 20_000
"""Matches that are kept for one search; nobody steps through more."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place where the words stand.

    Attributes:
        side: Which article.
        start: Offset in ``Article.text``, in code points.
        end: Offset behind it.
        passage: Index of the passage that it begins in.
    """

    side: Side
    start: int
    end: int
    passage: int


@dataclass(frozen=True, slots=True)
class Matches:
    """What was searched for and where it stands: all of A, then all of B.

    Attributes:
        query: What was searched for.
        found: The places.
        current: Which of them is in focus; -1 for none.
        more: Whether there are more than are kept.
    """

    query: str
    found: tuple[Match, ...]
    current: int = -1
    more: bool = False

    def within(self, side: Side, start: int, end: int) -> list[RoleSpan]:
        """Return the matches in a stretch of an article, with their roles."""
        at = bisect_left(self.found, (side, start), key=lambda match: (match.side, match.end - 1))
        spans: list[RoleSpan] = []
        while at < len(self.found) and self.found[at].side == side and self.found[at].start < end:
            role = "match-current" if at == self.current else "match"
            spans.append((self.found[at].start, self.found[at].end, role))
            at += 1
        return spans

    def step(self, side: Side, start: int, step: int) -> int | None:
        """Return which match comes next, from the one in focus or from a place; round at the ends.

        Args:
            side: The article of the place.
            start: Its offset.
            step: 1 for the next, -1 for the one before.
        """
        count = len(self.found)
        if not count:
            return None
        if self.current >= 0:
            return (self.current + step) % count
        at = bisect_left(self.found, (side, start), key=lambda match: (match.side, match.start))
        return at % count if step > 0 else (at - 1) % count


def words_pattern(query: str) -> re.Pattern[str] | None:
    """Return what matches words; None where there are none.

    Small letters match capital ones too; a query with a capital letter is taken as it is written. A blank
    stands for any run of blanks.

    Args:
        query: What to look for; blanks at its ends do not count.
    """
    words = query.split()
    if not words:
        return None
    exact = any(letter.isupper() for letter in query)
    return re.compile(r"[ \t\n]+".join(map(re.escape, words)), 0 if exact else re.IGNORECASE)


def find_words(query: str, a: Article, b: Article) -> Matches:
    """Find words in both articles.

    Furniture is searched as well.

    Args:
        query: What to look for, as ``words_pattern`` takes it.
        a: The first article.
        b: The second article.
    """
    words = query.split()
    pattern = words_pattern(query)
    if pattern is None:
        return Matches("", ())
    found: list[Match] = []
    sides: tuple[tuple[Side, Article], ...] = (("a", a), ("b", b))
    for side, article in sides:
        for index, passage in enumerate(article.passages):
            for match in pattern.finditer(passage.text):
                if len(found) == MOST:
                    return Matches(" ".join(words), tuple(found), more=True)
                start, end = passage.start + match.start(), passage.start + match.end()
                found.append(Match(side, start, end, index))
    return Matches(" ".join(words), tuple(found))
