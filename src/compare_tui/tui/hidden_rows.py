"""Hidden characters as they are listed."""

from __future__ import annotations

from dataclasses import dataclass

from compare_tui.article.hidden import HiddenPlace
from compare_tui.article.model import Article
from compare_tui.tui.pairs import Side


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """A line of the list.

    Attributes:
        side: Which article.
        article: The article.
        place: What it holds.
    """

    side: Side
    article: Article
    place: HiddenPlace
