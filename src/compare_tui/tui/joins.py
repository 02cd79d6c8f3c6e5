"""Which links are drawn in the band, and how."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.tui.band_lines import BACKGROUND_ROLE, Join
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import Pairs

if TYPE_CHECKING:
    from compare_tui.comparison.model import Link

MOST_DRAWN = 60
"""Links beyond the focused ones that are drawn at most."""


class Window(NamedTuple):
    """The rows of an article that are on the screen.

    Attributes:
        firsts: For each passage its first row.
        top: The row at the upper edge; negative above the text.
        height: How many rows are seen.
    """

    firsts: Sequence[int]
    top: int
    height: int

    def row(self, passage: int) -> int:
        """Return the row of the window where a passage begins; it may lie outside."""
        return self.firsts[passage] - self.top if passage < len(self.firsts) else 0

    def passages(self) -> range:
        """Return the passages that begin on the screen."""
        return range(
            bisect_left(self.firsts, self.top), bisect_right(self.firsts, self.top + self.height - 1)
        )


def joins_on_screen(focus: Focus, pairs: Pairs, a: Window, b: Window) -> list[Join]:
    """Return what the band draws: the links of the passage in focus over those of the rest of the screen.

    Of the rest only links with both ends on the screen are drawn, and of a passage's possible links none.

    Args:
        focus: Where the reader is.
        pairs: What is known of the passages.
        a: The window of A.
        b: The window of B.
    """
    own: Sequence[Link] = ()
    if focus.link is not None:
        links = pairs.links(focus.side, focus.passage(focus.side))
        own = [*(one for one in links if one != focus.link), focus.link]
    shown_b = b.passages()
    rest = [
        link
        for passage in a.passages()
        for link in pairs.links("a", passage)
        if link.strength == "confident" and link.b in shown_b and link not in own
    ]
    joins = [_join(link, pairs, a, b, BACKGROUND_ROLE) for link in rest[:MOST_DRAWN]]
    joins += [_join(link, pairs, a, b, "muted" if link != focus.link else "accent-strong") for link in own]
    return joins


def _join(link: Link, pairs: Pairs, a: Window, b: Window, role: str) -> Join:
    numbers = pairs.a.passages[link.a].number, pairs.b.passages[link.b].number
    return Join(a.row(link.a), b.row(link.b), *numbers, role, dashed=link.order == "moved")
